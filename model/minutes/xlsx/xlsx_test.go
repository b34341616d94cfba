package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
)

func log(t *testing.T, texts ...string) actionlog.Log {
	t.Helper()
	m := model.Meeting{ID: "m", Body: "Weir & Lock Board", Date: "2026-03-02", Items: []model.Item{{ID: "i", Title: "Weir"}}}
	for i, text := range texts {
		m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: model.ID(rune('a' + i)), Kind: model.Action, Number: i + 1, Text: text,
			Action: &model.ActionFacts{Owners: []string{"Clerk"}, Due: model.Due{Words: "by 9 April", Date: "2026-04-09"}}})
	}
	style, err := minutes.LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	l, err := actionlog.Compose(actionlog.Input{Sources: []actionlog.Source{{Meeting: m}}, Style: style, Today: "2026-05-01"})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func written(t *testing.T, l actionlog.Log) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, l, Options{Font: "Arial", Accent: "1F3864"}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f, b.Bytes()
}

func TestWhatASpreadsheetHas(t *testing.T) {
	t.Parallel()
	f, _ := written(t, log(t, "Clerk to dredge.", "Clerk to report."))
	rows, err := f.GetRows("Actions")
	if err != nil || len(rows) != 3 {
		t.Fatalf("%q, %v", rows, err)
	}
	want := "No.|Action|Owner|Due|Due date|Report to|State|Since|Last note"
	if got := strings.Join(rows[0], "|"); got != want {
		t.Errorf("the heads are %s; want %s", got, want)
	}
	if got, want := strings.Join(rows[1], "|"), "1|Clerk to dredge.|Clerk|by 9 April|9 Apr 2026||Open, overdue"; got != want {
		t.Errorf("the first row is %s; want %s", got, want)
	}
	// A day is a number that can be reckoned with.
	if raw, err := f.GetCellValue("Actions", "E2", excelize.Options{RawCellValue: true}); err != nil || raw != "46121" {
		t.Errorf("the day is kept as %q (%v)", raw, err)
	}
}

func TestWhatASheetIs(t *testing.T) {
	t.Parallel()
	f, _ := written(t, log(t, "Clerk to dredge.", "Clerk to report."))
	panes, err := f.GetPanes("Actions")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the heads do not stay: %+v, %v", panes, err)
	}
	tables, err := f.GetTables("Actions")
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:I3" {
		t.Errorf("the table is %+v, %v", tables, err)
	}
	p, err := f.GetDocProps()
	if err != nil || p.Title != "Weir & Lock Board: action log, 2 March 2026" || p.Creator != "Weir & Lock Board" || p.Language != "en-GB" || p.Created != "2026-03-02T00:00:00Z" {
		t.Errorf("the properties are %+v, %v", p, err)
	}
	names := f.GetDefinedName()
	if len(names) != 1 || names[0].Name != "_xlnm.Print_Titles" {
		t.Errorf("the heads are not on every page: %+v", names)
	}
}

// Whatever a text begins with, it is text: the file has no formula.
func TestNoFormula(t *testing.T) {
	t.Parallel()
	texts := []string{"=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://example.org\")", "a\x00b\x1b", "_x000D_", strings.Repeat("x", 5000), "two\nlines"}
	f, data := written(t, log(t, texts...))
	for i, text := range texts {
		at, err := excelize.CoordinatesToCellName(2, i+2)
		if err != nil {
			t.Fatal(err)
		}
		formula, err := f.GetCellFormula("Actions", at)
		if err != nil || formula != "" {
			t.Errorf("%q is the formula %q (%v)", text, formula, err)
		}
		kind, err := f.GetCellType("Actions", at)
		if got, _ := f.GetCellValue("Actions", at); err != nil || kind != excelize.CellTypeSharedString || got != model.Plain(minutes.Clean(text)) {
			t.Errorf("%q is kept as %q of type %v (%v)", text, got, kind, err)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		words, err := io.ReadAll(r)
		if err != nil || bytes.Contains(words, []byte("<f>")) {
			t.Errorf("%s has a formula (%v)", part.Name, err)
		}
		if !part.Modified.IsZero() && part.Modified.Year() != 1979 {
			t.Errorf("%s says when it was made: %v", part.Name, part.Modified)
		}
	}
}

// A font says what it has in the order of the standard, and all of it.
func TestFontsAreInOrder(t *testing.T) {
	t.Parallel()
	if got, want := ordered(`<font><name val="Arial"></name><family val="2"></family><b val="1"></b><color rgb="FFFFFF"></color><sz val="11"></sz></font>`),
		`<font><b val="1"></b><sz val="11"></sz><color rgb="FFFFFF"></color><name val="Arial"></name><family val="2"></family></font>`; got != want {
		t.Errorf("%s; want %s", got, want)
	}
}

func TestNoActions(t *testing.T) {
	t.Parallel()
	f, _ := written(t, log(t))
	if rows, err := f.GetRows("Actions"); err != nil || len(rows) != 1 {
		t.Errorf("%q, %v", rows, err)
	}
}
