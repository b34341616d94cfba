package recognise

import (
	"slices"
	"strings"
	"testing"
)

// TestDecisions reads decisions, motions and votes in the manners in which
// minutes have them.
func TestDecisions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"label", "Decision: the lamps are bought.", []string{"d the lamps are bought."}},
		{"label with a number", "Decision 4: The lamps are bought.", []string{"d The lamps are bought. {||4|}"}},
		{"label in capitals behind words", "The price was told. DECISION: To buy the lamps.", []string{"d To buy the lamps."}},
		{"numbered behind a label", "DECISION: 1) To buy the lamps. 2) To sell the oars.", []string{"d To buy the lamps.", "d To sell the oars."}},
		{"resolved", "RESOLVED: That the lamps be bought.", []string{"d That the lamps be bought."}},
		{"resolved that", "RESOLVED that the lamps be bought.", []string{"d that the lamps be bought."}},
		{"resolved unanimously that", "It was RESOLVED UNANIMOUSLY that oars be bought.", []string{"d that oars be bought."}},
		{"resolution with a number", "Resolution #2: Buy the lamps.", []string{"d Buy the lamps. {||2|}"}},
		{"agreed", "AGREED: the lamps are bought.", []string{"d the lamps are bought."}},
		{"quoted", "Upon the proposition of I Marsh, seconded by N Dow, it was resolved unanimously \"That the lamps be bought.\"",
			[]string{"d That the lamps be bought. {Ivy Marsh|Ned Dow||resolved unanimously}"}},
		{"quoted behind words", "The bill was shown and, upon the proposition of N Dow, seconded by I Marsh, it was resolved \"That the bill be paid.\"",
			[]string{"d That the bill be paid. {Ned Dow|Ivy Marsh||resolved}"}},
		{"moved and seconded", "Moved by Ned Dow, seconded by Ivy Marsh, and carried unanimously to buy the lamps.",
			[]string{"d Moved by Ned Dow, seconded by Ivy Marsh, and carried unanimously to buy the lamps. {Ned Dow|Ivy Marsh||carried unanimously}"}},
		{"a motion was made", "A motion was made by Ned Dow, seconded by Ivy Marsh, that the Board buy the lamps.", []string{"m the Board buy the lamps. {Ned Dow|Ivy Marsh||}"}},
		{"proposed and seconded behind", "The lamps will be bought. Proposed: Ned Dow. Seconded: Ivy Marsh. Carried.", []string{"d The lamps will be bought. {Ned Dow|Ivy Marsh||carried}"}},
		{"proposed and seconded with counts", "The lamps will be bought. Proposed Ned Dow, Seconded Ivy Marsh, three in favour and one against.",
			[]string{"d The lamps will be bought. {Ned Dow|Ivy Marsh||}", "v for 3; against 1; "}},
		{"told: both before what", "Cllr Dow moved, seconded by Cllr Reed, that the lamps be bought. Carried.", []string{"d the lamps be bought. {Ned Dow|Sam Reed||carried}"}},
		{"told: with a score", "Ned Dow moved, seconded by Sam Reed, to buy lamps. The motion passed 5-2.",
			[]string{"d to buy lamps. {Ned Dow|Sam Reed||}", "v for 5; against 2; passed"}},
		{"told: seconder behind", "Councillor Dow moved that the lamps be bought, seconded by Councillor Reed. The motion was lost by 2 votes to 5.",
			[]string{"m Councillor Dow moved that the lamps be bought, seconded by Councillor Reed. {Ned Dow|Sam Reed||}", "v for 2; against 5; lost"}},
		{"told: in two sentences", "Dow moved to sell the oars. Reed seconded. All in favour. Motion carried.",
			[]string{"d Dow moved to sell the oars. Reed seconded. All in favour. Motion carried. {Ned Dow|Sam Reed||carried}"}},
		{"told: this was seconded", "The Treasurer proposed that the lamps be bought. This was seconded by Ned Dow and carried.",
			[]string{"d The Treasurer proposed that the lamps be bought. This was seconded by Ned Dow and carried. {Ada Quill|Ned Dow||carried}"}},
		{"told: a motion to", "A motion to buy lamps was made by Ned Dow and seconded by Sam Reed.",
			[]string{"m A motion to buy lamps was made by Ned Dow and seconded by Sam Reed. {Ned Dow|Sam Reed||}"}},
		{"told: by whom nobody lists", "Al Vane moved that oars be bought, seconded by Bo Kane.", nil},
		{"told: no motion", "Ned Dow moved to the front of the boat and was seconded to the works.", nil},
		{"result on the next line", "Moved by Ned Dow, seconded by Sam Reed, that the lamps be bought.\n\nCARRIED.", []string{"d the lamps be bought. {Ned Dow|Sam Reed||carried}"}},
		{"score on the next line", "Moved by Ned Dow, seconded by Sam Reed, that the lamps be bought.\n\nMotion defeated 2-5.",
			[]string{"m the lamps be bought. {Ned Dow|Sam Reed||}", "v for 2; against 5; defeated"}},
		{"names and verbs", "IM proposed, ND seconded, agreed.", []string{"d IM proposed, ND seconded, agreed. {Ivy Marsh|Ned Dow||agreed}"}},
		{"it was proposed by", "The oars were shown. It was proposed by Ned Dow to sell them, seconded by Ivy Marsh, all agreed.",
			[]string{"d It was proposed by Ned Dow to sell them, seconded by Ivy Marsh, all agreed. {Ned Dow|Ivy Marsh||all agreed}"}},
		{"told before its decision", "It was proposed by Ned Dow to sell the oars, seconded by Ivy Marsh, three in favour. DECISION: To sell the oars.", []string{"d To sell the oars."}},
		{"motion and roll call", "Motion: To buy the lamps, Ned Dow motioned, Ivy Marsh second\n\n- **Vote:**\n- Ned Dow - Yes\n- Ivy Marsh - Yes\n- Sam Reed - abstain\n- Passed: 2-0\n",
			[]string{"m To buy the lamps, Ned Dow motioned, Ivy Marsh second {Ned Dow|Ivy Marsh||}", "v for 2; for Ned Dow, Ivy Marsh; against 0; abstain Sam Reed; passed"}},
		{"sides and names", "A motion was made by Ned Dow, seconded by Sam Reed, that the lamps be bought.\n\nRoll Call Vote:\n\nAye: Marsh, Dow, Reed\n\nNo: None\n\nAbsent: None\n\nMotion carried; 3:0",
			[]string{"m the lamps be bought. {Ned Dow|Sam Reed||}", "v for 3; for Ivy Marsh, Ned Dow, Sam Reed; against 0; carried"}},
		{"names in brackets", "Moved by Ned Dow, seconded by Sam Reed, and carried (Aye: Dow, Reed; No: Marsh; Absent: Vane) to buy lamps.",
			[]string{"d Moved by Ned Dow, seconded by Sam Reed, and carried (Absent: Vane) to buy lamps. {Ned Dow|Sam Reed||carried}", "v for Ned Dow, Sam Reed; against Ivy Marsh; "}},
		{"names in brackets at the end", "RESOLVED: That the lamps be bought (For: Dow, Reed. Against: none)", []string{"d That the lamps be bought", "v for Ned Dow, Sam Reed; "}},
		{"counts on a line", "Resolved: That the lamps be bought.\n\nVote: 5 for, 2 against, 1 abstention", []string{"d That the lamps be bought.", "v for 5; against 2; abstain 1; "}},
		{"table", "## Lamps for the quay\n\nMotion: Buy the lamps.\n\n| Moved By | Ned Dow |\n|---|---|\n| Seconded By | Ivy Marsh |\n| Status | Accepted |\n",
			[]string{"m Buy the lamps. {Ned Dow|Ivy Marsh||Accepted}"}},
		{"table with the heading alone", "## New members\n\n- Al Vane\n\n| Moved By | Ned Dow |\n|---|---|\n| Seconded By | Ivy Marsh |\n| Status | Accepted |\n",
			[]string{"d New members {Ned Dow|Ivy Marsh||Accepted}"}},
		{"table not filled in", "## Expenses\n\nMotion: Pay.\n\n| Moved By | MOVER |\n|---|---|\n| Seconded By | SECONDER |\n| Status | Accepted/Rejected |\n", []string{"m Pay."}},
		{"number in the words", "RESOLVED: To adopt Resolution No. 2031-12.", []string{"d To adopt Resolution No. 2031-12. {||2031-12|}"}},
		{"list that repeats", "The Board agreed that the lamps be bought.\n\n## Decisions\n\n- The Board agreed that the lamps be bought.\n", []string{"d The Board agreed that the lamps be bought."}},
		{"prose", "It was agreed that the lamps be bought.", []string{"d It was agreed that the lamps be bought."}},
		{"prose of another meeting", "It was agreed at the last meeting that the lamps be bought.", nil},
		{"proposed alone", "Proposed resolution: Buy the lamps. (Ned Dow)", nil},
		{"not a decision", "The decision was put off. A decision: when?", nil},
		{"form", "Motion: Motion text", nil},
		{"points in capitals", "- AGREED to buy oars.\n- The Board AGREED the price.\n- APPROVED the budget.\n", []string{"d to buy oars.", "d The Board AGREED the price.", "d APPROVED the budget."}},
		{"agreed without anybody", "- Agreed to buy oars.\n- Agreed that lamps are needed.\n", []string{"d Agreed to buy oars.", "d Agreed that lamps are needed."}},
		{"resolved in brackets", "RESOLVED (unanimously) to buy oars.", []string{"d to buy oars."}},
		{"behind a sentence", "The boats are old. It was RESOLVED that two be sold. RESOLVED to thank the keeper.", []string{"d that two be sold.", "d to thank the keeper."}},
		{"agreed in passing", "Dow agreed that it was cold. The price was agreed with the owner, and she agreed to it.", nil},
	} {
		t.Run(c.name, func(t *testing.T) { readsAs(t, c.text, c.want) })
	}
}

// TestDecisionSure holds that prose is asked about and marked decisions are not.
func TestDecisionSure(t *testing.T) {
	for text, sure := range map[string]bool{
		"RESOLVED: That the lamps be bought.":                                 true,
		"Moved by Ned Dow, seconded by Ivy Marsh, and carried to buy lamps.":  true,
		"It was agreed that the lamps be bought.":                             false,
		"The Board agreed that the lamps be bought.":                          false,
		"The Board AGREED that the lamps be bought.":                          true,
		"Agreed to buy lamps.":                                                false,
		"Ned Dow moved that lamps be bought, seconded by Ivy Marsh. Carried.": true,
	} {
		f := minuted(t, "minutes.md", begun+text+"\n", Options{})
		p := f.Pieces[len(f.Pieces)-1]
		if p.As != Decision || p.Confidence >= Sure != sure {
			t.Errorf("%s: %s %.2f", text, p.As, p.Confidence)
		}
	}
}

// TestDecisionOffered holds that a paragraph that may tell of a motion is asked
// about, and which others are not.
func TestDecisionOffered(t *testing.T) {
	for text, want := range map[string][]What{
		"Al Vane moved that oars be bought, seconded by Bo Kane.":                                                                    {Motion, Decision},
		"There was a talk. Some were for it. Others were not. Dow moved that oars be bought, seconded by Reed. It was late. Agreed.": {Decision, Motion},
		"Dow moved the motion in his name, which found no seconder.":                                                                 {Motion, Decision},
		"The motion was put to the vote and carried, 5 for and 2 against.":                                                           {Vote, Decision, Motion},
		"After a long talk it was agreed to close the quay.":                                                                         {Decision},
		"Dow moved to a house by the quay.":                                                                                          nil,
		"The motion is on the table of the office.":                                                                                  nil,
		"Dow moved the oars, as was told at the last meeting.":                                                                       nil,
	} {
		f := minuted(t, "minutes.md", begun+text+"\n", Options{})
		p := f.Pieces[len(f.Pieces)-1]
		if p.As != Paragraph || !slices.Equal(p.Instead, want) || p.Confidence < Sure != (want != nil) {
			t.Errorf("%s: %s %.2f, perhaps %v, want %v", text, p.As, p.Confidence, p.Instead, want)
		}
	}
}

// TestDecisionSaid holds that what the clerk says is a decision, a motion or a
// vote is filled in from its words.
func TestDecisionSaid(t *testing.T) {
	for _, c := range []struct {
		text string
		as   What
		want string
	}{
		{"Ned Dow proposed, Ivy Marsh seconded, to sell the oars.", Motion, "m Ned Dow proposed, Ivy Marsh seconded, to sell the oars. {Ned Dow|Ivy Marsh||}"},
		{"The oars are sold.", Decision, "d The oars are sold."},
		{"Decision: the oars are sold.", Motion, "m the oars are sold."},
		{"Four were in favour and two against.", Vote, "v for 4; against 2; "},
	} {
		f := minuted(t, "minutes.md", begun+c.text+"\n", Options{})
		last := f.Pieces[len(f.Pieces)-1]
		f = minuted(t, "minutes.md", begun+c.text+"\n", Options{Said: Said{last.Place: c.as}})
		if got := marks(f); strings.Join(got, "\n") != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}
