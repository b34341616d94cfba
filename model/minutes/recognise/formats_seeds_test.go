package recognise

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/model"
	house "minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// made is a file that is made of the minutes of a seed by a program.
type made struct {
	// from is the file of ours that it is made of, to the file that it becomes.
	from, to string
	// by is the program, "" for this one, and with what it is asked for.
	by   string
	with []string
}

// TestSeedsInEveryFormat holds that two real minutes are the same meetings
// whichever program made a file of them, and of whichever format: the people
// with their posts and groups, the items, paragraphs and points, and the actions
// with owners, due words and forums.
func TestSeedsInEveryFormat(t *testing.T) {
	t.Parallel()
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("the real minutes are not at hand: MINUTEBOOK_SHARED is not set")
	}
	days := []string{"2021-06-25", "2022-06-24"}
	dir, want := t.TempDir(), map[string][]string{}
	for _, day := range days {
		want[day] = scriptOf(t, filepath.Join(shared, "seeds", day+".txt"))
		exported(t, filepath.Join(shared, "seeds", day+".minutes"), filepath.Join(dir, day))
	}
	word, text, rich := "docx:MS Word 2007 XML", "odt:writer8", "rtf:Rich Text Format"
	for name, c := range map[string]made{
		"docx":                        {from: ".docx"},
		"html":                        {from: ".html"},
		"markdown":                    {from: ".md"},
		"text":                        {from: ".txt"},
		"docx of html by LibreOffice": {from: ".html", to: ".docx", by: "soffice", with: []string{word}},
		"docx of docx by LibreOffice": {from: ".docx", to: ".docx", by: "soffice", with: []string{word}},
		"odt of html by LibreOffice":  {from: ".html", to: ".odt", by: "soffice", with: []string{text}},
		"odt of docx by LibreOffice":  {from: ".docx", to: ".odt", by: "soffice", with: []string{text}},
		"rtf of docx by LibreOffice":  {from: ".docx", to: ".rtf", by: "soffice", with: []string{rich}},
		"docx of html by pandoc":      {from: ".html", to: ".docx", by: "pandoc"},
		"docx of markdown by pandoc":  {from: ".md", to: ".docx", by: "pandoc"},
		"odt of html by pandoc":       {from: ".html", to: ".odt", by: "pandoc"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := dir
			if c.by != "" {
				folder = converted(t, c, dir, days)
			} else {
				c.to = c.from
			}
			for _, day := range days {
				sameLines(t, day, scriptOf(t, filepath.Join(folder, day+c.to)), want[day])
			}
		})
	}
}

// exported writes the minutes of a script in the formats of this program.
func exported(t *testing.T, script, path string) {
	t.Helper()
	data, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	m, err := quick.ReadScript(script, data, model.Meeting{}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	style, err := house.LoadStyle(m.Style)
	if err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{".docx", ".html", ".txt", ".md"} {
		file, err := export.Bytes(ext, export.Input{Meeting: m, Style: style, Audience: house.Full})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path+ext, file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// converted has the files of the days made into others, in a folder that it
// gives; the test is skipped where the program is not installed.
func converted(t *testing.T, c made, dir string, days []string) string {
	t.Helper()
	program, err := exec.LookPath(c.by)
	if err != nil {
		t.Skipf("%s is not installed, so the files that it makes cannot be read", c.by)
	}
	folder := t.TempDir()
	var runs [][]string
	if c.by == "pandoc" {
		for _, day := range days {
			runs = append(runs, []string{filepath.Join(dir, day+c.from), "-o", filepath.Join(folder, day+c.to)})
		}
	} else {
		run := append([]string{"--headless", "-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--convert-to"}, c.with...)
		run = append(run, "--outdir", folder)
		if c.from == ".html" {
			run = append([]string{"--infilter=HTML (StarWriter)"}, run...)
		}
		for _, day := range days {
			run = append(run, filepath.Join(dir, day+c.from))
		}
		runs = append(runs, run)
	}
	for _, args := range runs {
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", c.by, err, out)
		}
	}
	return folder
}

// scriptOf is what is found in a file, as a clerk would type it, with every
// guess taken; the marks of links and the bend of apostrophes, which not every
// format keeps, do not count.
func scriptOf(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := read.File(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	script := straight.Replace(targets.ReplaceAllString(string(quick.Print(Meeting(d, Options{}).Meeting, true)), "]"))
	return strings.Split(strings.NewReplacer("[", "", "]", "").Replace(script), "\n")
}

// sameLines holds that two scripts are the same.
func sameLines(t *testing.T, name string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("%s: line %d is\n%s\nand of the text\n%s", name, i+1, g, w)
			if i > 0 && len(got) != len(want) {
				return
			}
		}
	}
}
