package actionlog

import (
	"slices"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
)

func TestDated(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words string
		day   model.Date
		want  string
	}{
		{"by 28 November", "2025-11-28", "by 28 November 2025"},
		{"by 28 November 2025", "2025-11-28", "by 28 November 2025"},
		{"in October 2022", "2022-10-31", "in October 2022"},
		{"in October", "2022-10-31", "in October (31 October 2022)"},
		{"autumn", "", "autumn"},
		{"the next meeting", "2022-10-31", "the next meeting (31 October 2022)"},
		{"", "2022-10-31", "(31 October 2022)"},
	} {
		if got := dated(c.words, c.day); got != c.want {
			t.Errorf("%q on %s is %q; want %q", c.words, c.day, got, c.want)
		}
	}
}

func board(id model.ID, body string, date model.Date) model.Meeting {
	facts := func(f model.ActionFacts) *model.ActionFacts { return &f }
	return model.Meeting{ID: id, Body: body, Date: date, Items: []model.Item{{ID: "i", Title: "Weir", Entries: []model.Entry{
		{ID: id + "1", Kind: model.Action, Number: 1, Text: "The **Clerk** to dredge.", Action: facts(model.ActionFacts{Owners: []string{"Clerk", "Ann Zelenka"}, Due: model.Due{Words: "by 9 April", Date: "2026-04-09"}, Forum: "Weir Panel"})},
		{ID: id + "2", Kind: model.Action, Number: 2, Text: "Gone.", Action: facts(model.ActionFacts{Owners: []string{"Clerk"}, Withdrawn: true})},
	}}}}
}

func TestDocument(t *testing.T) {
	t.Parallel()
	style, err := minutes.LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Style: style, Today: "2026-05-01", Sources: []Source{{Meeting: board("a", "Weir Board", "2026-03-02"),
		Events: []model.Event{{Meeting: "a", Action: "a1", N: 1, State: model.InProgress, On: "2026-04-01", Note: "The dredger is hired."}}}}}
	one := table(t, in, "Weir Board: action log, 2 March 2026")
	wantRow(t, one.Head, "No.", "Action", "Owner", "Due", "State")
	wantRow(t, words(one.Rows[0]), "1", "The Clerk to dredge.", "Clerk, Ann Zelenka", "by 9 April 2026; report to Weir Panel", "In progress, overdue, 1 April 2026: The dredger is hired")
	wantRow(t, words(one.Rows[1]), "2", style.Words.Withdrawn, "", "", "Withdrawn")
	in.About = AllBodies
	in.Sources = append(in.Sources, Source{Meeting: board("b", "Lock Board", "2026-04-02")})
	both := table(t, in, "All bodies: action log")
	wantRow(t, both.Head, "No.", "Meeting", "Action", "Owner", "Due", "State")
	wantRow(t, words(both.Rows[2])[:2], "1", "Lock Board, 2 April 2026")
	sum := 0
	for _, s := range both.Shares {
		sum += s
	}
	if len(both.Shares) != len(both.Head) || sum != 100 {
		t.Errorf("the columns share %v", both.Shares)
	}
	in.Only = map[model.ID]bool{}
	l, err := Compose(in)
	if d := l.Document(); err != nil || len(d.Blocks) != 2 || d.Blocks[1].(minutes.Paragraph).Text[0].Text != noActions {
		t.Errorf("without actions it is %+v, %v", d.Blocks, err)
	}
}

func table(t *testing.T, in Input, title string) minutes.Table {
	t.Helper()
	l, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	d := l.Document()
	if d.Title != title {
		t.Errorf("it is called %q; want %q", d.Title, title)
	}
	return d.Blocks[1].(minutes.Table)
}

func words(r minutes.Row) []string {
	var all []string
	for _, c := range r.Cells {
		all = append(all, model.Words(c))
	}
	return all
}

func wantRow(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("the row is %q; want %q", got, want)
	}
}
