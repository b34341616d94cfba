//go:build realwindow

package main

import (
	_ "embed"
	"os"
	"path/filepath"
	"testing"
)

//go:embed testdata/old-minutes.txt
var oldMinutes string

//go:embed testdata/old-damaged.txt
var damagedMinutes string

// trustBook is a book with the body whose old minutes are brought in.
func trustBook(t *testing.T, book string) {
	emptyBook(t, book)
	ctl(t, book, read(t, filepath.Join("testdata", earlierMeeting)), "minute", "-")
}

// files puts files of old minutes into a folder of the user's documents.
func files(t *testing.T, home string) {
	folder := filepath.Join(home, "Documents", "Trust minutes")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"2014-09 canal trust.txt": damagedMinutes, "2017-03 canal trust.txt": oldMinutes, "2017-05 torn.docx": "PK\x03\x04"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// importSittings are those of old minutes that are brought in.
var importSittings = []sitting{
	{name: "importing", book: trustBook, scenes: []scene{
		{name: "import-choose", before: files, steps: asksThen("Import old minutes", "Return"), leaves: []string{}},
		{name: "import", kept: "light", steps: []string{"Down space", "Return"}, leaves: []string{}},
		{name: "import-changed", steps: []string{"d"}, leaves: []string{"u"}},
		{name: "import-kinds", steps: []string{"k"}},
		{name: "import-people", kept: "light", steps: []string{"Right"}, leaves: []string{}},
		{name: "import-person", steps: []string{"Down Down Down Down Down Down Down", "Return"}},
		{name: "import-larger", steps: []string{"Left", "ctrl+equal ctrl+equal ctrl+equal ctrl+equal"}, leaves: []string{"ctrl+0"}},
	}},
	{name: "importing-damaged", book: trustBook, scenes: []scene{
		{name: "import-damaged", before: files, steps: append(asks("Import old minutes"), ":Trust minutes", "Return"), leaves: []string{}},
		{name: "import-like", steps: []string{"a"}, leaves: []string{}},
		{name: "import-damaged-people", steps: []string{"Right"}, leaves: []string{}},
		{name: "import-files", steps: []string{"Right"}, leaves: []string{}},
		{name: "import-sum", steps: []string{"x", "ctrl+Return", "ctrl+Return"}},
	}},
}
