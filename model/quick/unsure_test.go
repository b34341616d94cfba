package quick_test

import (
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
)

// What is unsure says so in the file and not in the line that is edited, so that
// whoever edits it takes the mark away.
func TestUnsureEntries(t *testing.T) {
	m := model.Meeting{ID: "m", Body: "Quay Board", Date: "2026-03-03", State: model.Draft,
		Items: []model.Item{{ID: "i", Title: "Roof", Entries: []model.Entry{
			{ID: "1", Kind: model.Paragraph, Text: "Clerk to see to it.", Unsure: true},
			{ID: "2", Kind: model.Paragraph, Text: "Odd {unsure}"}}}}}
	text := string(quick.Print(m, false))
	if !strings.Contains(text, "Clerk to see to it. {unsure}\n") {
		t.Fatalf("printed\n%s", text)
	}
	n := 0
	back, err := quick.ReadScript("m", []byte(text), model.Meeting{ID: "n", State: model.Planned}, quick.Options{NewID: func() model.ID { n++; return model.ID(strings.Repeat("x", n)) }})
	if err != nil {
		t.Fatal(err)
	}
	if e := back.Items[0].Entries; !e[0].Unsure || e[1].Unsure || e[1].Text != "Odd {unsure}" {
		t.Errorf("read back %+v", e)
	}
	if line := quick.PrintEntry(quick.Context{Meeting: m}, m.Items[0].Entries[0]); line != "Clerk to see to it." {
		t.Errorf("edited as %q", line)
	}
}
