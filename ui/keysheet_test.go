package ui

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

var update = flag.Bool("update", false, "write docs/keys.md and assets/lang/en.json afresh")

// The documentation of the keys is the command table.
func TestKeySheetIsDocumented(t *testing.T) {
	const path = "../docs/keys.md"
	wanted := keysText(keySheet(commands()))
	if *update {
		if err := os.WriteFile(path, []byte(wanted), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(got), "\r\n", "\n") != wanted {
		t.Error("docs/keys.md is not what the commands say; write it afresh with: go test ./ui -run KeySheet -update")
	}
}

func TestKeySheetHasEveryKeyOnce(t *testing.T) {
	t.Parallel()
	shown := map[string]string{}
	for _, g := range keySheet(commands()) {
		if !slices.Contains(menus, g.title) {
			continue // the letters of a screen may do other things on another
		}
		if len(g.lines) == 0 {
			t.Errorf("%s has no keys", g.title)
		}
		for _, l := range g.lines {
			for _, k := range strings.Split(l.keys, ", ") {
				if other, ok := shown[k]; ok {
					t.Errorf("%s is for %q and for %q", k, other, l.does)
				}
				shown[k] = l.does
			}
		}
	}
	for _, c := range commands() {
		for _, k := range c.keys {
			want(t, shown[k.String()], c.title)
		}
	}
}

func TestKeySheetAndWhatToTypeShow(t *testing.T) {
	w := newWorld(t, fullBook()).open()
	hit(t, w, bare(fyne.KeyF1))
	words := screenWords(w)
	for _, g := range keySheet(w.commands) {
		mustShow(t, words, g.title)
		for _, l := range g.lines {
			mustShow(t, words, l.keys)
		}
	}
	picture(t, w, "keys")
	hit(t, w, downKey, bare(fyne.KeyPageDown), enterKey)
	if w.dialogOpen() {
		t.Error("Enter did not close the key sheet")
	}
	run(w, "language")
	words = screenWords(w)
	for _, g := range typing {
		mustShow(t, words, g.title)
	}
	picture(t, w, "language")
	hit(t, w, escKey)
	run(w, "about")
	mustShow(t, screenWords(w), "1.2.3", "/home/clerk/book.mb", "MIT", "Inter", "SIL Open Font License")
	picture(t, w, "about")
}

// keysText is the key sheet as the documentation has it.
func keysText(groups []sheetGroup) string {
	var b strings.Builder
	b.WriteString("# Keys\n\nOn macOS, Cmd stands for Ctrl. Every command is also in the menu and, by name, under Ctrl+K.\n")
	for _, g := range groups {
		b.WriteString("\n## " + g.title + "\n\n| Keys | What they do |\n|---|---|\n")
		for _, l := range g.lines {
			b.WriteString("| " + l.keys + " | " + l.does + " |\n")
		}
	}
	return b.String()
}
