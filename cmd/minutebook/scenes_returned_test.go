//go:build realwindow

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

// Tracked changes and a comment as Word writes them, by invented people.
const (
	bySomebody = ` w:id="901" w:author="Councillor Mehmet Yıldız" w:date="2026-10-16T09:12:00Z"`
	runEnd     = `</w:t></w:r>`
	runStart   = `<w:r><w:t xml:space="preserve">`
)

// chairEdits are what the chair did to the draft in Word.
var chairEdits = []string{
	"to her first meeting", runEnd + `<w:ins` + bySomebody + `>` + runStart + `warmly ` + runEnd + `</w:ins>` + runStart + `to her first meeting`,
	"more than twice the number in the first round", runEnd + `<w:del` + bySomebody + `><w:r><w:delText xml:space="preserve">more than twice the number</w:delText></w:r></w:del><w:ins` + bySomebody + `>` +
		runStart + `against fourteen` + runEnd + `</w:ins>` + runStart + ` in the first round`,
	"by 18 December", "by 4 December",
	"Theatre Maker", "Theatre Maker and Writer",
	"Forty artists had answered the brief", "Forty-one artists had answered the brief",
}

// returnedBook is the sample's book, with a draft of it among the documents that
// the chair edited, and after which the clerk put one of the same paragraphs
// right.
func returnedBook(t *testing.T, book string) {
	emptyBook(t, book)
	ctl(t, book, "", "sample")
	draft := filepath.Join(filepath.Dir(book), "Documents", "draft-from-chair.docx")
	ctl(t, book, "", "export", "14 October 2026", draft)
	clerks := filepath.Join(t.TempDir(), "clerk.docx")
	ctl(t, book, "", "export", "14 October 2026", clerks)
	typeOver(t, draft, chairEdits...)
	typeOver(t, clerks, "Forty artists had answered the brief", "Thirty-nine artists had answered the brief")
	ctl(t, book, "", "returned", clerks, "--accept", "all")
}

// typeOver edits the words of a Word file.
func typeOver(t *testing.T, path string, words ...string) {
	t.Helper()
	typed := ziptest.Changed(t, []byte(read(t, path)), func(_, part string) string { return strings.NewReplacer(words...).Replace(part) })
	if err := os.WriteFile(path, typed, 0o600); err != nil {
		t.Fatal(err)
	}
}

// returnedSittings are those of a draft that came back edited.
var returnedSittings = []sitting{
	{name: "returned", book: returnedBook, scenes: []scene{
		{name: "returned-ask", steps: asksThen("Read back an edited draft", ":draft-from-chair.docx"), leaves: []string{"Return"}},
		{name: "returned", kept: "light", steps: []string{"Down Down"}, leaves: []string{}},
		{name: "returned-answered", steps: []string{"a", "r"}, leaves: []string{}},
		{name: "returned-conflict", kept: "light", steps: []string{"End"}, leaves: []string{}},
		{name: "returned-all", steps: asks("Accept all proposals")},
	}},
}
