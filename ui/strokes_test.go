package ui

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/text"
	"minutebook/model/phrase"
	"minutebook/model/phrase/ideal"
	"minutebook/model/quick"
)

// TestStrokes has an ideal clerk minute whole meetings in the window, by keys
// alone, and counts them. Its lines are what `make strokes` prints.
//
// Counted is every key but modifiers: those that make the meeting from the
// body's roster; every line that says what the roster does not, from the first
// fact (when it was published, who was away) to the last; the key that says an
// entry's kind; and Enter after each line. They are divided by the characters of
// the finished document as plain text, among them the names of the roster. The
// abbreviations are those that spare most in this meeting, of phrases that stand
// twice in what the book had before it.
func TestStrokes(t *testing.T) {
	samples := sampleScripts(t)
	limits := []float64{0.50, 0.48, 0.46, 0.42, 0.42, 0.38}
	if len(limits) != len(samples) {
		t.Fatalf("%d samples, %d limits", len(samples), len(limits))
	}
	for n, script := range samples {
		if raceDetector && n < len(samples)-1 {
			continue // one will do there: it is ten times as slow
		}
		replayed(t, script, samples[:n], nil).print(fmt.Sprintf("sample-%d", n+1), "plain", limits[n])
	}
	if raceDetector {
		return
	}
	folder := os.Getenv("MINUTEBOOK_SHARED")
	if folder == "" {
		t.Log("the real minutes are not at hand, so only the samples are minuted: MINUTEBOOK_SHARED is not set")
		return
	}
	seed, earlier := seedScript(t, folder, "2022-06-24"), seedScript(t, folder, "2021-06-25")
	plain := replayed(t, seed, []string{earlier}, nil)
	plain.print("seed-2022", "plain", 0.47)
	short := ideal.Prepare(plain.known, plain.lines, 25)
	abbreviated := replayed(t, seed, []string{earlier}, short, plain.lines...)
	abbreviated.print("seed-2022", "abbreviations", 0.46)
	if abbreviated.keys > plain.keys {
		t.Errorf("%d keys with %d abbreviations, %d without", abbreviated.keys, len(short), plain.keys)
	}
}

// sampleScripts are the sample meetings in the order in which they were.
func sampleScripts(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(assets.Samples, "samples/*.minutes")
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(names, func(a, b string) int { // by the date that ends the name
		return cmp.Compare(a[strings.IndexByte(a, '-'):], b[strings.IndexByte(b, '-'):])
	})
	var scripts []string
	for _, name := range names {
		script, err := assets.Samples.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		scripts = append(scripts, string(script))
	}
	return scripts
}

func seedScript(t *testing.T, folder, date string) string {
	t.Helper()
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", folder) // it is relative to the project's root
	}
	script, err := os.ReadFile(filepath.Join(folder, "seeds", date+".minutes"))
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// replay is a meeting that is minuted.
type replay struct {
	t     *testing.T
	ui    *Window
	w     *world
	short []model.Abbreviation
	keys  int
	// known are the texts that the book has beforehand, lines those written, with
	// what was offered on the way.
	known []string
	lines []ideal.Line
	// before are the lines as they were written before, if they were.
	before []ideal.Line
	// title is the meeting's, characters are those of the finished document.
	title      string
	characters int
}

// replayed minutes the meeting of a script: in the book are earlier meetings,
// the body with its roster, and the clerk's abbreviations. What is offered is read
// from lines, where the same were written before.
func replayed(t *testing.T, script string, earlier []string, short []model.Abbreviation, lines ...ideal.Line) *replay {
	t.Helper()
	expected := scripted(t, script, "expected")
	body := model.Body{ID: "body", Rev: 1, Name: expected.Body, Style: expected.Style}
	r := &replay{t: t, short: short, before: lines, known: []string{expected.Body}}
	for n, a := range expected.Attendees {
		body.Seats = append(body.Seats, model.Seat{ID: model.ID(fmt.Sprint("seat", n)), Name: a.Name, Post: a.Post, Group: a.Group, Capacity: a.Capacity})
		r.known = append(r.known, phrase.Person(a), a.Group)
	}
	book := newFakeBook().put(body)
	for n, script := range earlier {
		m := scripted(t, script, model.ID(fmt.Sprint("earlier", n)))
		m.BodyID = body.ID
		if m.Body != body.Name {
			m.BodyID = model.ID("body of " + m.Body)
			book.put(model.Body{ID: m.BodyID, Rev: 1, Name: m.Body, Style: m.Style})
		}
		book.put(m)
		r.known = append(r.known, phrase.Texts(m)...)
	}
	book.clerk.Abbreviations = short
	r.w = newWorld(t, book)
	day, err := time.Parse(time.DateOnly, string(expected.Date))
	if err != nil {
		t.Fatal(err)
	}
	r.w.now = day.Add(9 * time.Hour)
	r.ui = r.w.open()
	r.makeMeeting(body.ID)
	r.minute(script)
	r.compare(expected)
	return r
}

func scripted(t *testing.T, script string, id model.ID) model.Meeting {
	t.Helper()
	m, err := quick.ReadScript(string(id), []byte(script), model.Meeting{ID: id, Rev: 1}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// press presses a key that counts.
func (r *replay) press(k key) {
	r.t.Helper()
	hit(r.t, r.ui, k)
	r.keys++
}

// makeMeeting makes the meeting by the keys of New meeting, and lets the earlier
// ones be learnt.
func (r *replay) makeMeeting(body model.ID) {
	r.t.Helper()
	bodies, err := r.w.book.Bodies()
	if err != nil {
		r.t.Fatal(err)
	}
	wanted := slices.IndexFunc(bodies, func(b model.Body) bool { return b.ID == body })
	likely := wanted
	if all, _ := r.w.book.Meetings(); len(all) > 0 {
		likely = slices.IndexFunc(bodies, func(b model.Body) bool { return b.ID == all[len(all)-1].BodyID })
	}
	r.press(ctrl(fyne.KeyN))
	for ; likely < wanted; likely++ {
		r.press(downKey)
	}
	for ; likely > wanted; likely-- {
		r.press(upKey)
	}
	r.leaveOutEarlier()
	r.press(enterKey)
	r.w.pass(time.Second)
	if r.ui.meeting == nil || r.ui.meeting.work.meeting().BodyID != body {
		r.t.Fatalf("no meeting is made: %s", wordsOn(r.ui.window.Canvas().Content()))
	}
}

// leaveOutEarlier leaves out what earlier meetings bring along: the scripts say
// nothing of it, and what is counted is what it takes to write them. Its keys do
// not count.
func (r *replay) leaveOutEarlier() {
	r.w.pass(time.Second)
	r.w.settle()
	if !strings.Contains(screenWords(r.ui), tr("Left out")) {
		return
	}
	hit(r.t, r.ui, tabKey, tabKey, ctrl(fyne.KeyA), bare(fyne.KeyDelete)) // the time
	hit(r.t, r.ui, tabKey, ctrl(fyne.KeyA), bare(fyne.KeyDelete))         // the place
	hit(r.t, r.ui, tabKey, tabKey)
	hit(r.t, r.ui, tabKey, rightKey, tabKey, rightKey)
}

// minute writes every line of a script that says something new.
func (r *replay) minute(script string) {
	r.t.Helper()
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.TrimSpace(script), "\n    ", "\r"), "\n") {
		line = strings.ReplaceAll(line, "\r", "\n")
		fact := strings.HasPrefix(line, "/") && len(r.ui.meeting.work.meeting().Items) == 0
		if line == "" || fact && !r.says(line) {
			continue
		}
		r.write(line)
		r.w.pass(3 * time.Second)
	}
}

// says tells whether a line about the meeting would change anything.
func (r *replay) says(line string) bool {
	if strings.HasPrefix(line, "/body ") || strings.HasPrefix(line, "/style ") {
		return false
	}
	r.t.Helper()
	m := r.ui.meeting.work.meeting()
	read, err := r.ui.meeting.work.read(line)
	if err != nil {
		r.t.Fatalf("%s: %v", line, err)
	}
	after, _, err := m.With(read.Changes)
	if err != nil {
		r.t.Fatalf("%s: %v", line, err)
	}
	return !bytes.Equal(quick.Print(after, true), quick.Print(m, true))
}

// kindKeys begin entries of a kind with one key.
var kindKeys = map[string]key{"d: ": ctrl(fyne.Key2), "a: ": ctrl(fyne.Key3), "m: ": ctrl(fyne.Key4), "i: ": ctrl(fyne.Key5),
	"p: ": ctrl(fyne.Key6), "v: ": ctrl(fyne.Key7)}

// write writes a line into the composer with as few keys as can be, and enters
// it.
func (r *replay) write(line string) {
	r.t.Helper()
	for prefix, k := range kindKeys {
		if words, ok := strings.CutPrefix(line, prefix); ok {
			r.press(k)
			line = words
			break
		}
	}
	l := r.look(line)
	r.lines = append(r.lines, l)
	done := ""
	for _, s := range ideal.Strokes(line, func(typed string) string { return l.Offered[len(typed)] }, r.short) {
		if s.How == ideal.Whole || s.How == ideal.Word {
			if got := ghost(r.ui); got != l.Offered[len(done)] {
				r.t.Fatalf("after %q: offered is %q, typed through it was %q", done, got, l.Offered[len(done)])
			}
			r.press(map[ideal.Way]key{ideal.Whole: tabKey, ideal.Word: rightKey}[s.How])
		}
		r.typed(s.Typed)
		done += s.Adds
		if got := composerText(r.ui); strings.TrimSuffix(got, " ") != strings.TrimSuffix(done, " ") {
			r.t.Fatalf("%+v\nthe composer has %q\nwanted is         %q", s, got, done)
		}
	}
	r.press(enterKey)
	if got := composerText(r.ui); got != "" {
		r.t.Fatalf("not entered: %q: %s", got, strip(r.ui))
	}
}

// typed types characters; that of a new line is Enter with Shift held.
func (r *replay) typed(words string) {
	r.t.Helper()
	for _, c := range words {
		if c == '\n' {
			r.press(key{name: fyne.KeyReturn, shift: true})
			continue
		}
		typeText(r.t, r.ui, string(c))
		r.keys++
	}
}

// look types a line through to read what is offered on the way, and takes it out
// again. No key of that counts, and nothing is expanded.
func (r *replay) look(line string) ideal.Line {
	r.t.Helper()
	if n := len(r.lines); n < len(r.before) && r.before[n].Text == line {
		return r.before[n]
	}
	p := r.ui.meeting.panel
	keys, short := r.keys, p.completing.abbreviations
	p.completing.abbreviations = nil
	l := ideal.Line{Text: line, Offered: make([]string, len(line))}
	for i, c := range line {
		l.Offered[i] = p.composer.Ghost()
		r.typed(string(c))
	}
	if got := composerText(r.ui); got != line {
		r.t.Fatalf("typed is %q, the composer has %q", line, got)
	}
	r.keys, p.completing.abbreviations = keys, short
	p.composer.Set("", 0)
	p.completing.changed()
	p.fill()
	return l
}

// compare holds what was minuted against what was to be.
func (r *replay) compare(expected model.Meeting) {
	r.t.Helper()
	r.w.settle()
	kept := r.w.book.meetings[r.ui.meeting.work.meeting().ID]
	got, want := string(quick.Print(kept, true)), string(quick.Print(expected, true))
	if got != want {
		r.t.Errorf("minuted is\n%s\nwanted is\n%s", got, want)
	}
	document := plainText(r.t, kept)
	if document != plainText(r.t, expected) {
		r.t.Error("the documents differ")
	}
	r.title = expected.Body + ", " + expected.Date.Long()
	r.characters = utf8.RuneCountInString(document)
}

// plainText is the document of a meeting in full.
func plainText(t *testing.T, m model.Meeting) string {
	t.Helper()
	style, err := minutes.LoadStyle(m.Style)
	if err != nil {
		t.Fatal(err)
	}
	d, err := minutes.Compose(m, style, minutes.Full)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := text.Write(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// print prints keys for each character, which are to be no more than most.
func (r *replay) print(name, how string, most float64) {
	ratio := float64(r.keys) / float64(r.characters)
	fmt.Printf("strokes %s %s %.2f\n", name, how, ratio)
	fmt.Printf("        %d keys, %d characters, %d abbreviations; %s\n", r.keys, r.characters, len(r.short), r.title)
	if ratio > most {
		r.t.Errorf("%s %s takes %.4f keys a character, want at most %.2f", name, how, ratio, most)
	}
}
