package recognise

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// minuted is what minutes with that text in them are read as.
func minuted(t *testing.T, name, text string, o Options) Found {
	t.Helper()
	d, err := read.File(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return Meeting(d, o)
}

// begun is the head of the invented minutes below.
const begun = `Harbour Board

Minutes of the meeting held on 4 March 2031

Present:

- Ivy Marsh (IM)
- Ned Dow (ND)
- Ada Quill, Treasurer
- Sam Reed (SR)

1. Lamps

The lamps were looked at.

`

// marks are the entries of a meeting that have a kind of their own, each with
// what was read of it.
func marks(f Found) []string {
	var all []string
	for _, it := range f.Meeting.Items {
		for _, e := range it.Entries {
			if s := toldOf(e); s != "" {
				all = append(all, s)
			}
		}
	}
	return all
}

func toldOf(e model.Entry) string {
	if e.Kind == model.Action {
		s := fmt.Sprintf("a%d [%s] %s", e.Number, strings.Join(e.Action.Owners, ", "), e.Text)
		if e.Action.Due != (model.Due{}) {
			s += fmt.Sprintf(" (due %s %s)", e.Action.Due.Words, e.Action.Due.Date)
		}
		if e.Action.Forum != "" {
			s += " (forum " + e.Action.Forum + ")"
		}
		return s
	}
	if e.Kind == model.Decision || e.Kind == model.Motion {
		s := string(e.Kind)[:1] + " " + e.Text
		if r := e.Resolution; r != nil {
			s += fmt.Sprintf(" {%s|%s|%s|%s}", r.Mover, r.Seconder, r.Number, r.Result)
		}
		return s
	}
	if e.Kind == model.VoteTaken {
		return "v " + votedAs(*e.Vote)
	}
	return ""
}

func votedAs(v model.Vote) string {
	var parts []string
	for _, side := range []struct {
		name  string
		count *int
		names []string
	}{{"for", v.For, v.ForNames}, {"against", v.Against, v.AgainstNames}, {"abstain", v.Abstain, v.AbstainNames}} {
		if side.count != nil {
			parts = append(parts, fmt.Sprintf("%s %d", side.name, *side.count))
		}
		if len(side.names) > 0 {
			parts = append(parts, side.name+" "+strings.Join(side.names, ", "))
		}
	}
	return strings.Join(append(parts, v.Result), "; ")
}

// TestActions reads actions in the manners in which minutes have them.
func TestActions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"label with a number", "Action 3: Ned Dow to buy oil.", []string{"a3 [Ned Dow] Ned Dow to buy oil."}},
		{"label in capitals", "ACTION: ND to buy oil by 9 May 2031.", []string{"a1 [Ned Dow] ND to buy oil by 9 May 2031. (due by 9 May 2031 2031-05-09)"}},
		{"label with a dash", "Action - Ivy Marsh to write.", []string{"a1 [Ivy Marsh] Ivy Marsh to write."}},
		{"label with a long dash", "Action – IM/ND to write.", []string{"a1 [Ivy Marsh, Ned Dow] IM/ND to write."}},
		{"whole line bold", "**Action - IM to write.**", []string{"a1 [Ivy Marsh] IM to write."}},
		{"label bold", "**Action:** IM to write.", []string{"a1 [Ivy Marsh] IM to write."}},
		{"label bold without a sign", "**Action** IM to write.", []string{"a1 [Ivy Marsh] IM to write."}},
		{"label in brackets", "[ACTION] IM to write.", []string{"a1 [Ivy Marsh] IM to write."}},
		{"number before", "7) Action: Clerk to write.", []string{"a7 [Clerk] Clerk to write."}},
		{"number with a sign", "Action #4: Ned Dow to write.", []string{"a4 [Ned Dow] Ned Dow to write."}},
		{"number without a sign", "Action 12 Ned Dow to write.", []string{"a12 [Ned Dow] Ned Dow to write."}},
		{"action point", "Action point 2: The Treasurer to pay.", []string{"a2 [Treasurer] The Treasurer to pay."}},
		{"owner in the label", "Action (IM): write to the county.", []string{"a1 [Ivy Marsh] write to the county."}},
		{"owner named in the label", "Action for Ned Dow: write to the county.", []string{"a1 [Ned Dow] write to the county."}},
		{"owner before a colon", "Action: ND: write to the county.", []string{"a1 [Ned Dow] ND: write to the county."}},
		{"owner in brackets behind", "Action: write to the county (Ivy Marsh)", []string{"a1 [Ivy Marsh] write to the county"}},
		{"owner and date in brackets behind", "Action: write to the county (ND, by 1 May 2031)", []string{"a1 [Ned Dow] write to the county (due by 1 May 2031 2031-05-01)"}},
		{"owner alone below", "Ned Dow will write to the county.\n\nAction: ND", []string{"a1 [Ned Dow] Ned Dow will write to the county."}},
		{"owner alone behind", "The gate is to be mended. Action: ND", []string{"a1 [Ned Dow] The gate is to be mended."}},
		{"owner alone in brackets", "The sign is lost. The gate is to be mended. (Action: Ada Quill)", []string{"a1 [Ada Quill] The gate is to be mended."}},
		{"label behind a sentence", "The gate squeaks. Action: Ned Dow to oil it.", []string{"a1 [Ned Dow] Ned Dow to oil it."}},
		{"inside a resolution", "Put off - Action: all Trustees will report by June.", []string{"a1 [all Trustees] all Trustees will report by June. (due by June 2031-06-30)"}},
		{"label alone above", "**Action**\n\nNed Dow to oil the gate.", []string{"a1 [Ned Dow] Ned Dow to oil the gate."}},
		{"a team that is not listed", "Action: Harbour team to look at the gate.", []string{"a1 [Harbour team] Harbour team to look at the gate."}},
		{"nobody", "Action: thanks to be sent to the crew.", []string{"a1 [] thanks to be sent to the crew."}},
		{"forum", "Action: IM to report. For discussion at the Lamp Panel meeting in October 2031.",
			[]string{"a1 [Ivy Marsh] IM to report. For discussion at the Lamp Panel meeting in October 2031. (due in October 2031 2031-10-31) (forum Lamp Panel)"}},
		{"further action", "Further action agreed: Ned Dow to ask again.", []string{"a1 [Ned Dow] Ned Dow to ask again."}},
		{"asterisks", "The rope is worn. *Clerk to buy another. The oar is sound. *Ned Dow to paint it. It floats.",
			[]string{"a1 [Clerk] Clerk to buy another.", "a2 [Ned Dow] Ned Dow to paint it."}},
		{"list at the end", "Actions\n\n1. Ivy Marsh to write to the county.\n2. Buy oil (ND).\n", []string{"a1 [Ivy Marsh] Ivy Marsh to write to the county.", "a2 [Ned Dow] Buy oil"}},
		{"said twice", "Action 1: Ned Dow to buy oil.\n\n## Summary of actions\n\n- Action 1: Ned Dow to buy oil.\n", []string{"a1 [Ned Dow] Ned Dow to buy oil."}},
		{"columns", "| No | Action | Owner | Due |\n|---|---|---|---|\n| 5 | Write to the county | Ivy Marsh | 1 May 2031 |\n| 6 | Buy oil | ND | |\n",
			[]string{"a5 [Ivy Marsh] Write to the county (due 1 May 2031 2031-05-01)", "a6 [Ned Dow] Buy oil"}},
		{"owners beside the minutes", "| Item | Action by |\n|---|---|\n| The gate was seen. ND to oil it. | ND |\n| The oar was seen. | |\n", []string{"a1 [Ned Dow] The gate was seen. ND to oil it."}},
		{"a log of earlier actions", "1) Action: Ned Dow to buy oil. Update: bought. Further Action Agreed: That Ada Quill pay. The Treasurer was thanked. 2) Action: Ivy Marsh to write. Update: written.",
			[]string{"a1 [Ada Quill] That Ada Quill pay."}},
	} {
		t.Run(c.name, func(t *testing.T) { readsAs(t, c.text, c.want) })
	}
}

// readsAs holds what minutes with that text are read as, and that no word of
// them is lost.
func readsAs(t *testing.T, text string, want []string) {
	t.Helper()
	source := begun + text + "\n"
	d, err := read.File("minutes.md", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	f := Meeting(d, Options{})
	if lost := holdWords(t, minutes{name: "minutes.md", text: source}, d, f); lost > 0 {
		t.Errorf("%s\n%d words are lost", text, lost)
	}
	if got := marks(f); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got %q\nwant %q", text, got, want)
		for _, p := range f.Pieces {
			t.Logf("%s %.2f %s %q {%s}", p.As, p.Confidence, p.Why, p.Source, p.Label)
		}
	}
}

// TestNoActions holds what only looks like an action to words.
func TestNoActions(t *testing.T) {
	for _, text := range []string{
		"Action: none.",
		"ACTION: No further action.",
		"Actions: nil",
		"Action Plan 2031",
		"## Action Plan 2031\n\nThe plan was noted.",
		"No further action was needed.",
		"The crew took action at once.",
		"Industrial action was feared; action was put off till June.",
		"The Action Fund: a grant was paid.",
		"Action was scheduled for: the spring.",
		"The Clerk agreed to write to the county.",
		"Ned Dow to write, it was said.",
		"## Action Items\n\n| What | Who |\n|---|---|\n| do the thing. By xx/xx/2031 | |\n| tell everybody | |\n",
		"## Actions\n\n- LIST ACTIONS AND OWNERS\n",
		"## Action items\n\n1. **Oil contract**\n   **Recommendation:** Approve the contract.\n   **Action:** Approved the contract.\n2. **Rope**\n   **Recommendation:** Adopt the plan.\n   **Action:** Adopted Resolution No. 2031-7.\n",
		"Members marked * left early, and the prices are in *roubles* or pounds.",
		"* denotes a member who was late.",
	} {
		f := minuted(t, "minutes.md", begun+text+"\n", Options{})
		for _, m := range marks(f) {
			if strings.HasPrefix(m, "a") {
				t.Errorf("%s\nread as %s", text, m)
			}
		}
	}
}

// TestActionMeansDecision holds that the label "Action:" is weighed by all that
// stands behind it in the file.
func TestActionMeansDecision(t *testing.T) {
	readsAs(t, "**Recommendation:** Approve the rope.\n\n**Action:** Approved the rope.\n\n**Recommendation:** Pay.\n\n**Action:** Moved by Marsh, seconded by Dow, and carried unanimously to pay.\n\n**Action:** Adopted Resolution No. 2031-7.",
		[]string{"d Approved the rope.", "d Moved by Marsh, seconded by Dow, and carried unanimously to pay. {Ivy Marsh|Ned Dow||carried unanimously}", "d Adopted Resolution No. 2031-7. {||2031-7|}"})
}

// TestCommitments holds that what was agreed in prose stays words, and is
// offered.
func TestCommitments(t *testing.T) {
	for text, want := range map[string][]What{
		"The Clerk agreed to write to the county.":                    {Action},
		"The gate squeaks. Ned Dow will oil it.":                      {Action},
		"The rope is worn. It was agreed that another be bought.":     {Decision},
		"Ned Dow told the Board of the storm.":                        nil,
		"The storm came to the harbour.":                              nil,
		"Ada Quill undertook to pay. The Board agreed that she does.": {Action, Decision},
	} {
		f := minuted(t, "minutes.md", begun+text+"\n", Options{})
		p := f.Pieces[len(f.Pieces)-1]
		if p.As != Paragraph || fmt.Sprint(p.Instead) != fmt.Sprint(want) || (p.Confidence < Sure) != (want != nil) {
			t.Errorf("%s: %s %.2f %v, want %v", text, p.As, p.Confidence, p.Instead, want)
		}
	}
}

// TestActionSaid holds that what the clerk says is an action has its owner and
// loses its label.
func TestActionSaid(t *testing.T) {
	for text, want := range map[string]string{
		"To do: write to the county (ND)":    "a1 [Ned Dow] write to the county",
		"Ivy Marsh to write by 1 June 2031.": "a1 [Ivy Marsh] Ivy Marsh to write by 1 June 2031. (due by 1 June 2031 2031-06-01)",
		"The Clerk agreed to write.":         "a1 [Clerk] The Clerk agreed to write.",
		"**The gate is to be oiled.**":       "a1 [] The gate is to be oiled.",
		"Action: none":                       "a1 [] none",
	} {
		f := minuted(t, "minutes.md", begun+text+"\n", Options{})
		last := f.Pieces[len(f.Pieces)-1]
		f = minuted(t, "minutes.md", begun+text+"\n", Options{Said: Said{last.Place: Action}})
		if got := marks(f); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestActionHabits holds that a sign means what the clerk taught.
func TestActionHabits(t *testing.T) {
	for _, c := range []struct {
		text, sign string
		means      What
		want       string
	}{
		{"**The gate is to be oiled by Ned Dow.**\n\nThe rope was seen.", "bold line", Action, "a1 [] The gate is to be oiled by Ned Dow."},
		{"Follow-up: Ned Dow to oil the gate.", "label Follow-up:", Action, "a1 [Ned Dow] Ned Dow to oil the gate."},
		{"Action: Ned Dow to oil the gate.", "label Action:", Decision, "d Ned Dow to oil the gate."},
		{"The rope is worn. *Ned Dow to buy another.", "asterisk", Decision, "d Ned Dow to buy another."},
	} {
		f := minuted(t, "minutes.md", begun+c.text+"\n", Options{Habits: []Habit{{Sign: c.sign, Means: string(c.means)}}})
		if got := marks(f); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s, %s: %q, want %q", c.sign, c.text, got, c.want)
			for _, p := range f.Pieces {
				t.Logf("%s %.2f %s %q {%s}", p.As, p.Confidence, p.Why, p.Source, p.Label)
			}
		}
	}
}
