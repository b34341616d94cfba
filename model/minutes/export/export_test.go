package export

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/json"
	"minutebook/model/quick"
)

const script = `/body Harbour Board
/style publication
/date 3 March 2026

/present Board: Ann Zelenka, Chair

# Pilotage
The Board noted the report.
p: zanzibarprivate remind the chair
/restricted commercially sensitive
The tender from Quillonbrook was 4,917,233 pounds.
a: Ann Zelenka to reply to Quillonbrook by 9 April
/unrestricted

# Next steps
a: Ann Zelenka to publish the timetable
`

func meeting(t *testing.T, script string) model.Meeting {
	t.Helper()
	n := 0
	m, err := quick.ReadScript("test", []byte(script), model.Meeting{ID: "m"}, quick.Options{NewID: func() model.ID {
		n++
		return model.ID(fmt.Sprintf("id%03d", n))
	}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func input(t *testing.T, m model.Meeting, a minutes.Audience) Input {
	t.Helper()
	s, err := minutes.LoadStyle(m.Style)
	if err != nil {
		t.Fatal(err)
	}
	return Input{Meeting: m, Style: s, Audience: a}
}

// guarded is Guard for a file of a meeting.
func guarded(ext string, in Input, data []byte) error {
	return Guard(ext, in, data, func(in Input) ([]byte, error) { return write(ext, in) })
}

// seen are all words of a file, with those of its properties.
func seen(ext string, data []byte) string {
	var b strings.Builder
	for _, p := range parts(ext, data) {
		b.WriteString(strings.Join(words(p.words), " ") + "\n")
	}
	return b.String()
}

func TestPublicAndFull(t *testing.T) {
	t.Parallel()
	m := meeting(t, script)
	for _, ext := range Formats() {
		if _, err := Bytes(ext, input(t, m, minutes.Unsaid)); !errors.As(err, new(*NeedsAudience)) {
			t.Errorf("%s: nobody said for whom, and the error is %v", ext, err)
		}
		public, err := Bytes(ext, input(t, m, minutes.Public))
		if err != nil {
			t.Fatal(err)
		}
		full, err := Bytes(ext, input(t, m, minutes.Full))
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"quillonbrook", "4917233", "zanzibarprivate"} {
			if strings.Contains(seen(ext, public), secret) {
				t.Errorf("%s: the public file says %s", ext, secret)
			}
			if in := strings.Contains(seen(ext, full), secret); in == (secret == "zanzibarprivate") {
				t.Errorf("%s: the full file says %s: %t", ext, secret, in)
			}
		}
		for _, open := range []string{"noted the report", "publish the timetable", "next steps", "commercially sensitive"} {
			if !strings.Contains(seen(ext, public), open) {
				t.Errorf("%s: the public file lacks %q", ext, open)
			}
		}
	}
}

func TestPrivate(t *testing.T) {
	t.Parallel()
	m := meeting(t, script)
	for ext, want := range map[string]bool{".json": true, ".minutes": true, ".docx": false, ".html": false, ".txt": false, ".md": false} {
		in := input(t, m, minutes.Full)
		in.Private = true
		data, err := Bytes(ext, in)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(seen(ext, data), "zanzibarprivate"); got != want {
			t.Errorf("%s asked for with private notes has them: %t", ext, got)
		}
		in.Audience = minutes.Public
		if _, err := Bytes(ext, in); !errors.As(err, new(*PrivateNotPublic)) {
			t.Errorf("%s: public with private notes is %v", ext, err)
		}
	}
}

func TestLedgerIsPublicToo(t *testing.T) {
	t.Parallel()
	m := meeting(t, script)
	in := input(t, m, minutes.Public)
	for _, a := range m.Actions() {
		in.Ledger = append(in.Ledger, model.Event{Meeting: m.ID, Action: a.ID, N: 1, State: model.Complete, Note: fmt.Sprintf("note of %d", a.Number)})
	}
	data, err := Bytes(".json", in)
	if err != nil {
		t.Fatal(err)
	}
	_, ledger, err := json.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if len(ledger) != 1 || ledger[0].Note != "note of 2" {
		t.Errorf("the public ledger is %v", ledger)
	}
}

// TestGuardCatchesABrokenWriter makes a writer that shows the whole meeting to
// the public.
func TestGuardCatchesABrokenWriter(t *testing.T) {
	t.Parallel()
	m := meeting(t, script)
	in := input(t, m, minutes.Public)
	for ext := range documents {
		leaky := in
		leaky.Audience = minutes.Full
		data, err := write(ext, leaky)
		if err != nil {
			t.Fatal(err)
		}
		var leak *Leak
		if err := guarded(ext, in, data); !errors.As(err, &leak) || leak.Place != "item 1" {
			t.Errorf("%s: %v", ext, err)
		}
		if ext == ".docx" && leak != nil && leak.Part != "word/document.xml" {
			t.Errorf("the leak is said to be in %s", leak.Part)
		}
	}
}

// secrets are words that stand in hidden parts only: a name, a figure, and a
// phrase of common words.
var secrets = []string{"Quillonbrook", "4,917,233", "the board was told of it in the other room"}

// secretive makes a random meeting whose secrets stand in hidden parts alone.
type secretive struct {
	t *rapid.T
	n int
}

func (s *secretive) id() model.ID {
	s.n++
	return model.ID(fmt.Sprintf("i%d", s.n))
}

func (s *secretive) meeting() model.Meeting {
	m := model.Meeting{ID: "m", Body: "Harbour Board", Date: "2026-03-03", State: model.Draft}
	for range rapid.IntRange(1, 3).Draw(s.t, "items") {
		it := model.Item{ID: s.id(), Title: "Tenders"}
		if rapid.Bool().Draw(s.t, "whole") {
			it.Restricted, it.Title, it.Presenter = &model.Restriction{Reason: "price"}, "Tender of "+secrets[0], secrets[0]
			it.Papers = []model.Paper{{Title: secrets[2], Reference: "https://a.example.org/" + secrets[0]}}
		}
		for range rapid.IntRange(1, 5).Draw(s.t, "entries") {
			it.Entries = append(it.Entries, s.entry(it.Restricted != nil))
		}
		m.Items = append(m.Items, it)
	}
	return m
}

func (s *secretive) entry(hidden bool) model.Entry {
	e := model.Entry{ID: s.id(), Kind: rapid.SampledFrom(model.EntryKinds).Draw(s.t, "kind"), Text: "the board was told"}
	if e.Kind != model.Private && rapid.Bool().Draw(s.t, "hidden") {
		e.Restricted, hidden = &model.Restriction{Reason: "price"}, true
	}
	name := "Ann Zelenka"
	if hidden {
		name = secrets[0]
	}
	if hidden || e.Kind == model.Private {
		e.Text += ": **" + rapid.SampledFrom(secrets).Draw(s.t, "secret") + "**"
	}
	switch e.Kind {
	case model.Action:
		e.Number, e.Action = s.n, &model.ActionFacts{Owners: []string{name}, Forum: name}
	case model.Decision, model.Motion:
		e.Resolution = &model.Resolution{Mover: name, Number: "2026/14"}
	case model.VoteTaken:
		e.Vote = &model.Vote{ForNames: []string{name}}
	case model.Interest:
		e.Interest = &model.InterestFact{Who: name, Nature: "shares"}
	case model.Movement:
		e.Text, e.Movement = "", &model.MovementFact{Way: model.Adjourn}
	case model.Paragraph, model.Bullet, model.Heading, model.Private:
	}
	return e
}

func TestNothingHiddenIsEverShown(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s, err := minutes.LoadStyle(rapid.SampledFrom(minutes.StyleNames()).Draw(t, "style"))
		if err != nil {
			t.Fatal(err)
		}
		in := Input{Meeting: (&secretive{t: t}).meeting(), Style: s, Audience: minutes.Public}
		ext := rapid.SampledFrom(Formats()).Draw(t, "format")
		public, err := write(ext, in)
		if err != nil {
			t.Fatal(err)
		}
		text := seen(ext, public)
		for _, secret := range secrets {
			if strings.Contains(text, strings.Join(words(secret), " ")) {
				t.Fatalf("%s shows %q:\n%s", ext, secret, text)
			}
		}
		if err := guarded(ext, in, public); err != nil {
			t.Fatalf("%s is refused, though nothing is in it: %v", ext, err)
		}
	})
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	var none *NoFormat
	if _, err := Bytes(".pdf", input(t, meeting(t, script), minutes.Full)); !errors.As(err, &none) || none.Ext != ".pdf" {
		t.Errorf("a .pdf is %v", err)
	}
	if _, err := Bytes(".DOCX", input(t, meeting(t, script), minutes.Full)); err != nil {
		t.Errorf("a .DOCX is %v", err)
	}
}

func TestBytesAreAlwaysTheSame(t *testing.T) {
	t.Parallel()
	for _, ext := range Formats() {
		in := input(t, meeting(t, script), minutes.Public)
		one, err := Bytes(ext, in)
		two, again := Bytes(ext, in)
		if err != nil || again != nil || !bytes.Equal(one, two) {
			t.Errorf("%s: two files of one meeting differ (%v, %v)", ext, err, again)
		}
	}
}

func TestHostileWords(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{
		"long":    strings.Repeat("x", 100_000),
		"words":   strings.Repeat("word ", 20_000),
		"control": "a\x00b\x07c\x1bd\u0085e\x7f",
		"invalid": "a\xff\xc3(b",
		"right":   "\u202eמכתב من abc",
		"emoji":   "👩‍👩‍👧‍👦 🇬🇧 ✍🏽",
		"stars":   strings.Repeat("*a ", 5_000),
		"links":   strings.Repeat("[a](b ", 20_000),
		"tokens":  "\ue000i0\ue000 \ue001 \uf8ff {{title}} %1",
	} {
		m := model.Meeting{ID: "m", Body: "Board " + firstWords(words), Date: "2026-03-03", State: model.Draft, Items: []model.Item{{ID: "i", Title: firstWords(words), Entries: []model.Entry{
			{ID: "a", Kind: model.Paragraph, Text: words}, {ID: "b", Kind: model.Bullet, Text: words}, {ID: "c", Kind: model.Action, Number: 1, Text: words}}}}}
		for _, ext := range Formats() {
			data, err := Bytes(ext, input(t, m, minutes.Unsaid))
			if err != nil {
				t.Errorf("%s %s: %v", name, ext, err)
			}
			if len(data) == 0 {
				t.Errorf("%s %s is empty", name, ext)
			}
		}
	}
}

func firstWords(s string) string { return strings.ToValidUTF8(s[:min(len(s), 40)], "") }

func TestWriteFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.docx")
	for _, words := range []string{"one", "two"} {
		if err := WriteFile(path, []byte(words)); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil || string(data) != words {
			t.Fatalf("the file says %q (%v)", data, err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("the file's mode is %v (%v)", info.Mode(), err)
	}
	missing := filepath.Join(dir, "nowhere", "a.docx")
	if err := WriteFile(missing, nil); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "a.docx was not written") {
		t.Errorf("writing to a missing folder is %v", err)
	}
	folder := filepath.Join(dir, "folder.docx")
	if err := os.MkdirAll(filepath.Join(folder, "kept"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(folder, []byte("x")); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("writing over a folder is %v", err)
	}
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 2 {
		t.Errorf("there are %v (%v): a temporary file was left", names, err)
	}
}

func TestFileName(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"Rents and Repairs Board": "rents-and-repairs-board-2026-03-03.docx",
		"C:\\..\\con":             "c-con-2026-03-03.docx",
		"CON":                     "con-2026-03-03.docx",
		"Cyngor Sir Gâr: Tŷ":      "cyngor-sir-gar-ty-2026-03-03.docx",
		"...":                     "2026-03-03.docx",
		"a/b:c*d?e\"f<g>h|i\x00":  "a-b-c-d-e-f-g-h-i-2026-03-03.docx",
		strings.Repeat("x", 300):  strings.Repeat("x", 60) + "-2026-03-03.docx",
	} {
		if got := FileName(model.Meeting{Body: body, Date: "2026-03-03"}, ".docx"); got != want {
			t.Errorf("a file of %q is named %q, want %q", body, got, want)
		}
	}
	if got := FileName(model.Meeting{Body: "con"}, ".md"); got != "con-minutes.md" {
		t.Errorf("without a day it is %q", got)
	}
}
