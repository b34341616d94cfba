package minutes

import (
	"strings"
	"testing"

	"minutebook/model"
)

// public is what the public sees of an entry in the house style, in words.
func publicEntry(t *testing.T, e model.Entry) model.Entry {
	t.Helper()
	s, err := LoadStyle(DefaultStyle)
	if err != nil {
		t.Fatal(err)
	}
	e.ID = "e"
	m := model.Meeting{ID: "m", Items: []model.Item{{ID: "i", Title: "T", Entries: []model.Entry{e}}}}
	before := m.Clone()
	seen := Seen(m, s, Public).Items[0].Entries[0]
	if full := Seen(m, s, Full).Items[0].Entries[0]; full.Text != e.Text || len(full.Withheld) != len(e.Withheld) {
		t.Errorf("in full it is %+v", full)
	}
	if before.Items[0].Entries[0].Text != m.Items[0].Entries[0].Text {
		t.Error("the meeting itself was changed")
	}
	return seen
}

func withheldWords(words ...string) []model.Phrase {
	var all []model.Phrase
	for _, w := range words {
		all = append(all, model.Phrase{Words: w, Restriction: model.Restriction{Reason: "price"}})
	}
	return all
}

func TestWithheldWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text    string
		phrases []string
		want    string
	}{
		{"Ann paid Orrin Vance.", []string{"Orrin Vance"}, "Ann paid (not published: price)."},
		{"Vance asked, and Vance was told by Ann.", []string{"vance"}, "(not published: price) asked, and (not published) was told by Ann."},
		{"The **tender** of *Vance* was low.", []string{"Vance"}, "The **tender** of *(not published: price)* was low."},
		{"The **tender of Vance** was low.", []string{"of Vance was"}, "The **tender (not published: price)** low."},
		{"See [the letter](https://example.org/vance) of Vance.", []string{"Vance"}, "See the letter of (not published: price)."},
		{"See [the letter](https://example.org/7) of Vance.", []string{"Vance"}, "See [the letter](https://example.org/7) of (not published: price)."},
		{"It was 4,917 pounds for Vance to pay.", []string{"4,917 pounds for", "for Vance"}, "It was (not published: price) to pay."},
		{"Ann paid Orrin Vance.", []string{"Orrin Vance", "Quillon"}, "Not published: price."},
		{"", []string{"x"}, "Not published: price."},
	} {
		e := model.Entry{Kind: model.Paragraph, Text: c.text, Withheld: withheldWords(c.phrases...)}
		if c.text == "" {
			e.Done = &model.DoneFact{Action: "4", Note: "x"}
		}
		got := publicEntry(t, e)
		if got.Text != c.want || got.Withheld != nil || got.Done != nil {
			t.Errorf("%q without %q is %q, not %q: %+v", c.text, c.phrases, got.Text, c.want, got)
		}
	}
}

// gone stands for what is withheld.
const gone = "(not published)"

// Facts read from the words are printed in other columns and lines.
func TestFactsOfActionsReadFromWithheldWords(t *testing.T) {
	t.Parallel()
	action := model.Entry{Kind: model.Action, Number: 1, At: "10:15", Text: "AZ and Orrin Vance to report to the Vance Panel by 9 April at 10:15",
		Action: &model.ActionFacts{Owners: []string{"Ann Zelenka", "Orrin Vance", "Clerk"}, Due: model.Due{Words: "9 April", Date: "2026-04-09"}, Forum: "Vance Panel"}}
	action.Withheld = withheldWords("AZ", "Vance", "9 April", "10:15")
	a := publicEntry(t, action).Action
	if strings.Join(a.Owners, ", ") != gone+", Clerk" || a.Due != (model.Due{Words: gone}) || a.Forum != gone || publicEntry(t, action).At != "" {
		t.Errorf("the action's facts are %+v", a)
	}
	action.Withheld = withheldWords("Orrin")
	if a := publicEntry(t, action).Action; strings.Join(a.Owners, ", ") != "Ann Zelenka, "+gone+", Clerk" || a.Due.Date == "" || a.Forum != "Vance Panel" {
		t.Errorf("what the words still say is withheld: %+v", a)
	}
}

func TestFactsReadFromWithheldWords(t *testing.T) {
	t.Parallel()
	five := 5
	motion := model.Entry{Kind: model.Motion, Text: "Moved by Vance that it be so", Resolution: &model.Resolution{Mover: "Orrin Vance", Seconder: "Ann", Result: "carried"}, Withheld: withheldWords("Vance")}
	if r := publicEntry(t, motion).Resolution; r.Mover != gone || r.Seconder != "Ann" || r.Result != "carried" {
		t.Errorf("the motion's facts are %+v", r)
	}
	vote := model.Entry{Kind: model.VoteTaken, Text: "for 5: Ann against Vance", Vote: &model.Vote{For: &five, ForNames: []string{"Ann"}, AgainstNames: []string{"Vance"}}, Withheld: withheldWords("for 5", "Vance")}
	if v := publicEntry(t, vote).Vote; v.For != nil || v.ForNames[0] != "Ann" || v.AgainstNames[0] != gone {
		t.Errorf("the vote's facts are %+v", v)
	}
	interest := model.Entry{Kind: model.Interest, Text: "Vance, item 4, shares in Quillon, left the meeting", Interest: &model.InterestFact{Who: "Orrin Vance", Item: "4", Nature: "shares in Quillon", Left: true}, Withheld: withheldWords("Vance", "Quillon, left")}
	if i := publicEntry(t, interest).Interest; i.Who != gone || i.Item != "4" || i.Nature != gone || i.Left {
		t.Errorf("the interest's facts are %+v", i)
	}
	moved := model.Entry{Kind: model.Movement, Text: "Vance came in late", Movement: &model.MovementFact{Way: model.In, Who: "v"}, Withheld: withheldWords("Vance")}
	if e := publicEntry(t, moved); e.Movement != nil || e.Kind != model.Paragraph || !strings.HasSuffix(e.Text, "came in late") {
		t.Errorf("the arrival is %+v", e)
	}
}

func TestFactsOfAnItemThatAreWithheld(t *testing.T) {
	t.Parallel()
	s, err := LoadStyle(DefaultStyle)
	if err != nil {
		t.Fatal(err)
	}
	why := &model.Restriction{Reason: "price", Paragraph: "Paragraph 3"}
	m := model.Meeting{ID: "m", Items: []model.Item{{ID: "i", Title: "Tender of *Vance*", Withheld: withheldWords("Vance"), Outcome: "referred to Quillon", OutcomeRestricted: why,
		Presenter: "Agent of Vance", Papers: []model.Paper{{Title: "Report"}, {Title: "Appendix", Reference: "1", Restricted: why}, {Title: "Map", Reference: "https://example.org/vance"}}}}}
	it := Seen(m, s, Public).Items[0]
	if it.Title != "Tender of *(not published: price)*" || it.Outcome != "Not published: price (paragraph 3)." || it.Presenter != "(not published)" {
		t.Errorf("the item is %+v", it)
	}
	if p := it.Papers; len(p) != 3 || p[0].Title != "Report" || p[1] != (model.Paper{Title: "Not published: price (paragraph 3)."}) || p[2] != (model.Paper{Title: "(not published)"}) {
		t.Errorf("its papers are %+v", p)
	}
	m.Items[0].Withheld = withheldWords("Vance", "Quillon")
	if it := Seen(m, s, Public).Items[0]; it.Title != s.Words.WithheldTitle || it.Presenter != "(not published)" {
		t.Errorf("with words that are not in its title the item is %+v", it)
	}
	if m.Items[0].Papers[1].Title != "Appendix" {
		t.Error("the meeting itself was changed")
	}
}

func TestAStyleWithoutWordsForAGapShowsOne(t *testing.T) {
	t.Parallel()
	if got := (Words{}).withheldPhrase(model.Restriction{Reason: "price"}); got != "(…)" {
		t.Errorf("the gap is %q", got)
	}
}
