package ui

import (
	"fmt"
	"testing"
)

// The list of the files says of each how much is to be looked at, facts too, and
// is at the file at hand; several that cannot be read are told as several.
func TestImportListsTheFiles(t *testing.T) {
	ui, w := bringing(t, lockBook(), "a.docx", "", "b.docx", "", "note.txt", "Remember the lamps.", "march.txt", string(oldMinutes(t)))
	saysNow(t, ui, "2 files cannot be read; Files says why")
	s := ui.importing
	hit(t, ui, rightKey, rightKey)
	w.settle()
	if s.pane != paneFiles || s.list.Selected() != 2 {
		t.Errorf("pane %d is at row %d", s.pane, s.list.Selected())
	}
	mustShow(t, screenWords(ui), "No body and no day found")
	for n, f := range s.files[2:] {
		before := s.fileRow(n + 2).Cells[2].Words
		s.goToFile(f)
		w.settle()
		if now := s.fileRow(n + 2).Cells[2].Words; now != before || now != fmt.Sprint(f.open.left()+s.openFacts()) {
			t.Errorf("%s: %s to look at before it is opened, %s then, and %d lines and %d facts", f.name, before, now, f.open.left(), s.openFacts())
		}
	}
}
