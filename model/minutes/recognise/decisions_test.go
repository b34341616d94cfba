package recognise

import (
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
		{"resolved unanimously that", "It was RESOLVED UNANIMOUSLY that the lamps be bought.", []string{"d that the lamps be bought."}},
		{"resolution with a number", "Resolution #2: Buy the lamps.", []string{"d Buy the lamps. {||2|}"}},
		{"agreed", "AGREED: the lamps are bought.", []string{"d the lamps are bought."}},
		{"quoted", "Upon the proposition of I Marsh, seconded by N Dow, it was resolved unanimously \"That the lamps be bought.\"",
			[]string{"d That the lamps be bought. {Ivy Marsh|Ned Dow||resolved unanimously}"}},
		{"quoted behind words", "The bill was tabled and, upon the proposition of N Dow, seconded by I Marsh, it was resolved \"That the bill be paid.\"",
			[]string{"d That the bill be paid. {Ned Dow|Ivy Marsh||resolved}"}},
		{"moved and seconded", "Moved by Ned Dow, seconded by Ivy Marsh, and carried unanimously to buy the lamps.",
			[]string{"d Moved by Ned Dow, seconded by Ivy Marsh, and carried unanimously to buy the lamps. {Ned Dow|Ivy Marsh||carried unanimously}"}},
		{"a motion was made", "A motion was made by Ned Dow, seconded by Ivy Marsh, that the Board buy the lamps.", []string{"m the Board buy the lamps. {Ned Dow|Ivy Marsh||}"}},
		{"proposed and seconded behind", "The lamps will be bought. Proposed: Ned Dow. Seconded: Ivy Marsh. Carried.", []string{"d The lamps will be bought. {Ned Dow|Ivy Marsh||carried}"}},
		{"proposed and seconded with counts", "The lamps will be bought. Proposed Ned Dow, Seconded Ivy Marsh, three in favour and one against.",
			[]string{"d The lamps will be bought. {Ned Dow|Ivy Marsh||}", "v for 3; against 1; "}},
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
	} {
		t.Run(c.name, func(t *testing.T) { readsAs(t, c.text, c.want) })
	}
}

// TestDecisionSure holds that prose is asked about and marked decisions are not.
func TestDecisionSure(t *testing.T) {
	for text, sure := range map[string]bool{
		"RESOLVED: That the lamps be bought.":                                true,
		"Moved by Ned Dow, seconded by Ivy Marsh, and carried to buy lamps.": true,
		"It was agreed that the lamps be bought.":                            false,
		"The Board agreed that the lamps be bought.":                         false,
	} {
		f := minuted(t, "minutes.md", begun+text+"\n", Options{})
		p := f.Pieces[len(f.Pieces)-1]
		if p.As != Decision || p.Confidence >= Sure != sure {
			t.Errorf("%s: %s %.2f", text, p.As, p.Confidence)
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
