//go:build realwindow

package main

import (
	"fmt"
	"image"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// folderFor is where a test leaves what it made: the folder that the
// environment variable names, emptied first, or else one that goes with the
// test.
func folderFor(t *testing.T, variable string) string {
	t.Helper()
	folder := os.Getenv(variable)
	if folder == "" {
		return t.TempDir()
	}
	for _, step := range []func() error{
		func() error { return os.RemoveAll(folder) },
		func() error { return os.MkdirAll(folder, 0o755) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// smallPicture saves what is on the display as a small file.
func (s *screen) smallPicture(path string) {
	s.t.Helper()
	raw := filepath.Join(s.t.TempDir(), "raw.png")
	s.picture(raw)
	shrink(s.t, raw, path)
}

// picture saves what is on the display, and checks that there is something on
// it.
func (s *screen) picture(path string) {
	s.t.Helper()
	s.run("import", "-window", "root", path)
	f, err := os.Open(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	img, _, err := image.Decode(f)
	if err != nil {
		s.t.Fatal(err)
	}
	seen := map[any]bool{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 3 {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x += 3 {
			seen[img.At(x, y)] = true
		}
	}
	if len(seen) < 16 {
		s.t.Errorf("%s has %d colours: the window shows next to nothing", filepath.Base(path), len(seen))
	}
}

// The demonstration: a meeting is made and minuted in the window from an empty
// book with the keyboard alone, exported, and an action completed. What is
// left is for people to look at.
func TestDemo(t *testing.T) {
	t.Parallel()
	folder := folderFor(t, "MINUTEBOOK_DEMO")
	s := invented(t)
	display := newScreen(t, 1366, 768, s.text)
	display.remember(looks["light"])
	book := filepath.Join(display.home(), "book.mb")
	w := display.start("--book", book)
	display.smallPicture(filepath.Join(folder, "1-an-empty-book.png"))

	lines := w.makesMeeting(s, filepath.Join(folder, "2-a-new-meeting.png"))
	action := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "a: ") && strings.Contains(line, " by ") })
	for i, line := range lines {
		if i == action {
			w.types(line)
			w.settle()
			display.smallPicture(filepath.Join(folder, "3-an-action-being-typed.png"))
			w.press("Return")
			continue
		}
		w.line(line)
	}
	w.settle()
	display.smallPicture(filepath.Join(folder, "4-the-meeting.png"))
	for _, ext := range []string{".docx", ".html", ".txt"} {
		w.exports(filepath.Join(folder, "minutes"+ext))
	}
	w.press("ctrl+shift+a")
	w.settle()
	w.completes()
	display.smallPicture(filepath.Join(folder, "5-an-action-completed.png"))
	w.quit()

	kept := filepath.Join(t.TempDir(), "kept.minutes")
	ctl(t, book, "", "export", "last", kept)
	sameLines(t, s.text, read(t, kept))
	if out := ctl(t, book, "", "actions", "--json"); strings.Count(out, `"complete"`) != 1 {
		t.Errorf("want one action complete:\n%s", out)
	}
	pages(t, filepath.Join(folder, "minutes.docx"))
}

// makesMeeting makes the script's meeting with the dialog for it, and gives
// the lines that are left to type.
func (w *window) makesMeeting(s script, picture string) []string {
	w.s.t.Helper()
	var body, date string
	var lines []string
	for line := range strings.Lines(s.text) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "/body "):
			body = strings.TrimPrefix(line, "/body ")
		case strings.HasPrefix(line, "/date "):
			date = strings.TrimPrefix(line, "/date ")
		case line != "":
			lines = append(lines, line)
		}
	}
	w.press("ctrl+n")
	w.settle()
	w.types(body)
	w.press("Tab", "ctrl+a")
	w.types(date)
	w.settle()
	w.s.smallPicture(picture)
	w.press("Return")
	w.settle()
	return lines
}

// pages makes a picture of each page of a Word document, where LibreOffice and
// poppler are there to do it.
func pages(t *testing.T, file string) {
	t.Helper()
	for _, tool := range []string{"soffice", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("no pictures of the pages: %v", err)
			return
		}
	}
	folder := t.TempDir()
	stem := strings.TrimSuffix(filepath.Base(file), ".docx")
	for _, c := range [][]string{
		{"soffice", "--headless", "-env:UserInstallation=file://" + filepath.Join(folder, "profile"), "--convert-to", "pdf", "--outdir", folder, file},
		{"pdftoppm", "-r", "60", "-png", filepath.Join(folder, stem+".pdf"), strings.TrimSuffix(file, ".docx") + "-page"},
	} {
		if out, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", c[0], err, out)
		}
	}
}

// looks are how the window can look, as its settings file says it.
var looks = map[string]string{
	"light": `{"look.ground":"light"}`, "dark": `{"look.ground":"dark"}`,
	"contrast-light": `{"look.ground":"light","look.contrast":true}`, "contrast-dark": `{"look.ground":"dark","look.contrast":true}`,
}

// sizes are the displays that pictures are taken on, the smaller first.
var sizes = []struct{ width, height int }{{1366, 768}, {1920, 1080}}

// Every screen is shown in every look at both sizes. All pictures are there to
// be looked at; the guide's, which are small enough to be kept with it, are
// left in their own folder too.
func TestPictures(t *testing.T) {
	t.Parallel()
	all, guide := folderFor(t, "MINUTEBOOK_PICTURES_ALL"), folderFor(t, "MINUTEBOOK_PICTURES")
	t.Run("taken", func(t *testing.T) {
		for look := range looks {
			for i, size := range sizes {
				name := fmt.Sprintf("%s-%d", look, size.width)
				looked := os.Getenv("MINUTEBOOK_PICTURES_ALL") != ""
				if !looked && name != "light-1366" {
					continue // each screen once is enough where nobody looks at them
				}
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					for _, st := range allSittings() {
						if looked || !st.closely {
							st.take(t, look, i, filepath.Join(all, name), guide)
						}
					}
				})
			}
		}
	})
	t.Run("pages", func(t *testing.T) { takePages(t, filepath.Join(all, "pages"), guide) })
	total := int64(0)
	files, err := os.ReadDir(guide)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		info, err := file.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 5<<20 {
		t.Errorf("the guide's %d pictures take %d bytes; want less than 5 MB", len(files), total)
	}
}

// The pictures in the guide's folder are those that a document shows and those
// that are taken for it.
func TestPicturesOfTheGuideAreShown(t *testing.T) {
	docs := filepath.Join("..", "..", "docs")
	pages, err := filepath.Glob(filepath.Join(docs, "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, page := range append(pages, filepath.Join(docs, "..", "README.md")) {
		for _, found := range regexp.MustCompile(`pictures/([a-z-]+)\.png`).FindAllStringSubmatch(read(t, page), -1) {
			shown = append(shown, found[1])
		}
	}
	files, err := os.ReadDir(filepath.Join(docs, "pictures"))
	if err != nil {
		t.Fatal(err)
	}
	var there []string
	for _, file := range files {
		there = append(there, strings.TrimSuffix(file.Name(), ".png"))
	}
	taken := []string{"web-page"}
	for _, s := range sheets {
		taken = append(taken, "style-"+s.style)
	}
	for _, st := range allSittings() {
		for _, sc := range st.scenes {
			for _, look := range strings.Fields(sc.kept) {
				taken = append(taken, sc.name+"-"+look)
			}
		}
	}
	slices.Sort(shown)
	slices.Sort(taken)
	if shown = slices.Compact(shown); !slices.Equal(shown, there) || !slices.Equal(taken, there) {
		t.Errorf("in the folder are\n%v\nthe documents show\n%v\nand taken are\n%v", there, shown, taken)
	}
}

// allSittings are the sittings of all screens.
func allSittings() []sitting {
	return slices.Concat(sittings, documentSittings, lifeSittings, importSittings, returnedSittings)
}

// take takes the pictures of one sitting in a look and a size. They go into
// the first folder, and those that are kept with the guide into the second.
func (st sitting) take(t *testing.T, look string, size int, all, guide string) {
	t.Run(st.name, func(t *testing.T) {
		t.Parallel()
		if err := os.MkdirAll(all, 0o755); err != nil {
			t.Fatal(err)
		}
		s := newScreen(t, sizes[size].width, sizes[size].height, st.letters())
		s.remember(looks[look])
		if err := os.Mkdir(filepath.Join(s.home(), "Documents"), 0o700); err != nil {
			t.Fatal(err)
		}
		book := filepath.Join(s.home(), "book.mb")
		st.book(t, book)
		s.full = st.full
		w := s.launch(append([]string{"--book", book}, st.args...)...)
		w.expects = st.expects
		w.takesKeyboard()
		for _, sc := range st.scenes {
			if sc.before != nil {
				sc.before(t, s.home())
			}
			w.goes(sc.steps)
			if sc.window != "" {
				s.run("xdotool", "search", "--name", "^"+sc.window+"$", "windowactivate", "--sync")
				w.settle()
			}
			raw := filepath.Join(all, sc.name+".png")
			s.picture(raw)
			if name := sc.keptAs(look, size); name != "" {
				shrink(t, raw, filepath.Join(guide, name+".png"))
			}
			if sc.leaves == nil {
				sc.leaves = []string{"Escape"}
			}
			w.goes(sc.leaves)
		}
		w.kill() // a dialog may be open, and the words go with the picture
	})
}

// keptAs is the name of the guide's picture of a scene in a look and a size,
// "" where the guide has none.
func (sc scene) keptAs(look string, size int) string {
	if size == 0 && slices.Contains(strings.Fields(sc.kept), look) {
		return sc.name + "-" + look
	}
	return ""
}

// goes presses keys and types words, one step after another.
func (w *window) goes(steps []string) {
	w.s.t.Helper()
	for _, step := range steps {
		if words, typed := strings.CutPrefix(step, ":"); typed {
			w.types(words)
		} else {
			w.press(strings.Fields(step)...)
		}
		w.settle()
	}
}

// remember writes the settings file that the window reads when it starts.
func (s *screen) remember(settings string) {
	s.t.Helper()
	path := s.settings()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(settings), 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// settings is where the window's settings file is.
func (s *screen) settings() string {
	return filepath.Join(s.home(), ".config", "fyne", "uk.minutebook.Minutebook", "preferences.json")
}

// home is the home folder of the window's user.
func (s *screen) home() string {
	for _, v := range s.env {
		if home, ok := strings.CutPrefix(v, "HOME="); ok {
			return home
		}
	}
	s.t.Fatal("the window's user has no home")
	return ""
}
