package standing

import (
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
)

// words are those of a page, block by block.
func words(d minutes.Document) string {
	var b strings.Builder
	say := func(spans []model.Span) { b.WriteString(model.Words(spans) + "\n") }
	for _, block := range d.Blocks {
		switch block := block.(type) {
		case minutes.Title:
			b.WriteString(strings.Join(block.Lines, "\n") + "\n")
		case minutes.Facts:
			for _, f := range block.Rows {
				b.WriteString(f.Label + ": ")
				say(f.Text)
			}
		case minutes.Heading:
			b.WriteString("# ")
			say(block.Text)
		case minutes.Paragraph:
			say(block.Text)
		case minutes.List:
			for _, p := range block.Points {
				b.WriteString("- ")
				say(p.Text)
			}
		case minutes.Table:
			for _, r := range block.Rows {
				for _, c := range r.Cells {
					say(c)
				}
			}
		}
	}
	return b.String()
}

func page(t *testing.T, in Input) string {
	t.Helper()
	style, err := minutes.Builtin().Load("")
	if err != nil {
		t.Fatal(err)
	}
	in.Style, in.On, in.Body = style, "2026-06-01", model.Body{ID: "b", Name: "Weir Board"}
	d, err := Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	return words(d)
}

func TestPageSaysWhereThingsStand(t *testing.T) {
	t.Parallel()
	m := model.Meeting{ID: "m", BodyID: "b", Body: "Weir Board", Date: "2026-05-04", State: model.Circulated, Items: []model.Item{{ID: "i", Title: "Weir", Entries: []model.Entry{
		{ID: "a1", Kind: model.Action, Number: 1, Text: "Clerk to write to the miller.", Action: &model.ActionFacts{Owners: []string{"Clerk"}}},
		{ID: "a2", Kind: model.Action, Number: 2, Text: "Clerk to ask of barnaclegate.", Restricted: &model.Restriction{Reason: "staffing"}, Action: &model.ActionFacts{}},
		{ID: "a3", Kind: model.Action, Number: 3, Text: "Clerk to paint the sluice.", Action: &model.ActionFacts{}},
		{ID: "p", Kind: model.Private, Text: "The miller is cross."},
	}}}}
	in := Input{To: "Ann Zelenka", Book: "weir.mb", Audience: minutes.Full,
		Meetings: []model.Summary{m.Summary(), {ID: "d", Date: "2026-05-20", State: model.Draft, Kind: model.Extraordinary}, {ID: "x", Date: "2026-05-21", State: model.Cancelled}},
		Open:     []actionlog.Source{{Meeting: m, Events: []model.Event{{Meeting: "m", Action: "a3", N: 1, State: model.Complete}}}},
		Sent:     map[model.ID][]string{"m": {"minutes.docx"}}, Next: &model.Next{Date: "2026-07-06", At: "10:00"}}
	got := page(t, in)
	for _, want := range []string{"Weir Board: where things stand", "Handed over to: Ann Zelenka", "Minute book: weir.mb", "not for the public", "Clerk to write to the miller.", "barnaclegate",
		"- 4 May 2026: circulated, to be approved", "- 20 May 2026 (extraordinary): a draft, not circulated yet", "- Monday 6 July 2026 10:00", "- Parts of the minutes of 4 May 2026", "- 4 May 2026: minutes.docx"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	for _, not := range []string{"cross", "paint the sluice", "21 May"} {
		if strings.Contains(got, not) {
			t.Errorf("%q is in\n%s", not, got)
		}
	}
	in.Audience = minutes.Public
	if got := page(t, in); strings.Contains(got, "barnaclegate") || strings.Contains(got, "not for the public") {
		t.Errorf("for the public it says\n%s", got)
	}
	empty := page(t, Input{Audience: minutes.Full})
	for _, want := range []string{"There are no actions.", "There are none: all minutes are approved.", "None is planned yet.", "Nothing is.", "None is recorded."} {
		if !strings.Contains(empty, want) {
			t.Errorf("%q is not in\n%s", want, empty)
		}
	}
}
