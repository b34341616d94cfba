//go:build realwindow

package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// freshBook has one meeting of which nothing is minuted yet.
func freshBook(t *testing.T, book string) {
	emptyBook(t, book)
	ctl(t, book, "/body Saltmere Lifeboat Committee\n/date 2 December 2026\n", "minute", "-")
}

// forPublic are the steps that write the public version from the export dialog.
var forPublic = []string{"Tab Tab Tab Right", "Return"}

// changesExported changes the file that the scene before wrote.
func changesExported(t *testing.T, home string) {
	files, err := filepath.Glob(filepath.Join(home, "Documents", "*.docx"))
	if err == nil && len(files) != 1 {
		t.Fatalf("want the one file that was written, have %q", files)
	}
	if err == nil {
		err = os.WriteFile(files[0], []byte("changed by a colleague"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// documentSittings are those of the documents: preview, export, house styles,
// earlier versions and what is left out of the public version.
var documentSittings = []sitting{
	{name: "preview", book: liveBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "preview-instead", steps: []string{"ctrl+g", ":Fish quay", "Return", "ctrl+shift+p"}, leaves: []string{"ctrl+shift+p"}},
		{name: "preview", kept: "light", steps: []string{"F9", "ctrl+shift+p", ":The Board thanked the working group for its"}, leaves: []string{"ctrl+a BackSpace"}},
		{name: "preview-public", steps: []string{"ctrl+g", ":Staffing", "Return"}, leaves: []string{}},
		{name: "preview-full", steps: asks("Preview: full"), leaves: []string{}},
		{name: "preview-styles", steps: asks("Preview: in another"), leaves: []string{}},
		{name: "preview-council", steps: []string{"Left Left Left", "Return"}, leaves: []string{}},
		{name: "preview-approved", steps: asks("Preview: as draft"), leaves: []string{"ctrl+shift+p", "F9"}},
	}},
	{name: "words", book: liveBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "words", steps: []string{"ctrl+g", ":Fish quay", "Return", "ctrl+Up ctrl+Up", "ctrl+e", "shift+ctrl+Left shift+ctrl+Left shift+ctrl+Left", "ctrl+shift+r"}, leaves: []string{}},
		{name: "words-restricted", kept: "light", steps: []string{":Commercially sensitive", "Return", "Escape ctrl+Down ctrl+Up"}, leaves: []string{}},
		{name: "words-chosen", steps: []string{"ctrl+shift+r"}},
		{name: "compare", steps: append([]string{"Escape ctrl+g", ":Dredging", "Return", ":The licence was extended in writing on 20 November.", "Return"}, asks("Compare with")...), leaves: []string{}},
		{name: "compare-error", steps: []string{"Tab", ":circulated.json", "Return"}, leaves: []string{"ctrl+a BackSpace"}},
		{name: "changes", kept: "light", steps: []string{"Return"}},
	}},
	{name: "export", book: liveBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "export-unsaid", steps: []string{"ctrl+shift+e", "Return"}},
		{name: "export-private", steps: []string{"ctrl+shift+e", "Tab Right Right Right Right Right Right", "Tab Tab Right Right"}},
		{name: "export-refused", steps: slices.Concat([]string{"ctrl+shift+e", ":/dev/null/minutes.docx"}, forPublic)},
		{name: "export-written", steps: slices.Concat([]string{"ctrl+shift+e"}, forPublic)},
		{name: "export-changed", kept: "light", before: changesExported, steps: slices.Concat([]string{"ctrl+shift+e"}, forPublic)},
		{name: "export-actions", steps: asks("Export the action log")},
		{name: "export-shown", steps: []string{"ctrl+shift+a", "ctrl+shift+e"}},
	}},
	{name: "style", book: liveBook, scenes: []scene{
		{name: "style-look", steps: append(asksThen("roster", "Return"), asks("House style: look")...), leaves: []string{}},
		{name: "style-copy", steps: asks("House style: copy"), leaves: []string{"ctrl+a", ":Saltmere harbour", "Return"}},
		{name: "style", kept: "light", leaves: []string{}},
		{name: "style-attendance", steps: []string{"Down Down"}, leaves: []string{}},
		{name: "style-wrong", steps: []string{"Home Right", "End", ": of {venu"}, leaves: []string{}},
		{name: "style-gone-on", steps: []string{"Escape"}, leaves: []string{}},
		{name: "style-import", steps: append(asks("House style: import"), ":harbour.style.json", "Return")},
		{name: "style-export", steps: asks("House style: export")},
		{name: "style-delete", steps: asksThen("House style: delete", "Return")},
	}},
	{name: "style-parts", book: liveBook, closely: true, scenes: styleParts()},
	{name: "fresh", book: freshBook, args: []string{"--open", "last"}, scenes: []scene{
		{name: "fresh-preview", steps: []string{"F9", "ctrl+shift+p"}, leaves: []string{"ctrl+shift+p", "F9"}},
		{name: "fresh-compare", steps: asks("Compare with")},
		{name: "fresh-export", steps: []string{"ctrl+shift+e"}},
		{name: "fresh-actions", steps: asks("Export the action log")},
		{name: "fresh-style", steps: append(asksThen("roster", "Return"), asks("House style: look")...), leaves: []string{}},
	}},
	{name: "heavy-documents", book: heavyBook, closely: true, args: []string{"--open", "last"}, scenes: []scene{
		{name: "heavy-preview", steps: []string{"F9", "ctrl+shift+p"}, leaves: []string{}},
		{name: "heavy-preview-far", steps: []string{"Next Next Next"}, leaves: []string{"ctrl+shift+p", "F9"}},
		{name: "heavy-export", steps: []string{"ctrl+shift+e"}},
		{name: "heavy-written", steps: []string{"ctrl+shift+e", "Return"}},
		{name: "heavy-compare", steps: append([]string{"ctrl+Up ctrl+e", ": at the joint meeting of the Confederation and Upper Thornbeckshire", "Return"}, asksThen("Compare with", "Return")...)},
		{name: "heavy-style", steps: slices.Concat(asksThen("roster", "Return"), asksThen("House style: copy", "ctrl+a", ":The style of the Joint Consultative Committee for the Inland Waterways", "Return")), leaves: []string{"Escape"}},
		{name: "heavy-body", leaves: []string{}},
	}},
}

// styleParts are all parts of the editor of house styles.
func styleParts() []scene {
	scenes := []scene{{name: "part-title", steps: append(asksThen("roster", "Return"), asksThen("House style: copy", "Return")...), leaves: []string{}}}
	for _, part := range []string{"facts", "attendance", "names", "items", "sentences", "actions", "decisions", "outcomes", "dates", "signature", "header", "logo", "restricted", "type"} {
		scenes = append(scenes, scene{name: "part-" + part, steps: []string{"Down"}, leaves: []string{}})
	}
	return scenes
}
