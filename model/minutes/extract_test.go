package minutes

import (
	"strings"
	"testing"

	"minutebook/model"
)

// An extract says what the part of the minutes that its readers see is worth,
// and points to later corrections of what it holds.
func TestWhatAnExtractIsWorth(t *testing.T) {
	t.Parallel()
	base := model.Meeting{ID: "m", Body: "Quay Board", Date: "2026-01-12", State: model.Circulated, Items: []model.Item{
		{ID: "i", Title: "Moorings", Entries: []model.Entry{{ID: "p", Kind: model.Paragraph, Text: "The quay is wet."}, {ID: "q", Kind: model.Paragraph, Text: "Rent.", Restricted: &model.Restriction{Reason: "Terms"}}}},
		{ID: "j", Title: "Lamps", Entries: []model.Entry{{ID: "r", Kind: model.Paragraph, Text: "The lamps are lit."}}}}}
	open, closed := model.Passed{Part: model.OpenPart, On: "2026-02-09"}, model.Passed{Part: model.ClosedPart, On: "2026-03-09"}
	for _, c := range []struct {
		what     string
		passed   []model.Passed
		audience Audience
		want     string
	}{
		{"neither part", nil, Public, "Circulated, not approved yet"},
		{"the restricted part, for the public", []model.Passed{closed}, Public, "Circulated, not approved yet"},
		{"the restricted part, in full", []model.Passed{closed}, Full, "Approved in part on 9 March 2026"},
		{"the open part, for the public", []model.Passed{open}, Public, "Approved on 9 February 2026"},
		{"both, for the public", []model.Passed{open, closed}, Public, "Approved on 9 February 2026"},
		{"both, in full", []model.Passed{open, closed}, Full, "Approved on 9 March 2026"},
	} {
		m := base
		for _, p := range c.passed {
			var err error
			if m, _, err = m.With(model.Pass{Passed: p}); err != nil {
				t.Fatal(err)
			}
		}
		d, err := ComposeExtract(m, usual(), c.audience, []model.ID{"i"})
		if err != nil {
			t.Fatal(err)
		}
		if said := d.Blocks[1].(Facts).Rows[1].Text[0].Text; said != c.want || (d.Mark == "") != strings.HasPrefix(c.want, "Approved on") {
			t.Errorf("%s: %q, marked %q", c.what, said, d.Mark)
		}
	}
	d, err := ComposeExtract(base, usual(), Public, []model.ID{"i"}, Later{Date: "2026-04-13", Reference: "1.1"}, Later{Date: "2026-05-11", Reference: "2.1"})
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	for _, b := range d.Blocks {
		if p, ok := b.(Paragraph); ok && p.Role == Aside {
			said += p.Text[0].Text
		}
	}
	if !strings.Contains(said, "13 April 2026") || strings.Contains(said, "11 May 2026") {
		t.Errorf("it points to %q", said)
	}
}
