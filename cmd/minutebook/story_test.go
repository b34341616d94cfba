//go:build realwindow

package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// story is a year of a body as it is told at the command line too: what is
// typed, and the files that are to come of it.
type story struct {
	clerk
	book, folder string
	files        map[string]string
}

// The days of its meetings.
const january, march, september = "12 January 2022", "16 March 2022", "14 September 2022"

// newStory starts a window on a book that is not there yet.
func newStory(t *testing.T) *story {
	t.Helper()
	told, err := txtar.ParseFile(filepath.Join("..", "minutectl", "testdata", "story.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	s := &story{book: filepath.Join(t.TempDir(), "story.mb"), folder: t.TempDir(), files: map[string]string{}}
	for _, f := range told.Files {
		s.files[f.Name] = string(f.Data)
	}
	s.clerk = clerk{newScreen(t, 1366, 768, "“”").start("--book", s.book, "--log-level", "debug"), t}
	return s
}

// told is a file of the story, which must be there.
func (s *story) told(name string) string {
	s.t.Helper()
	text, ok := s.files[name]
	if !ok {
		s.t.Fatalf("the story has no file %s", name)
	}
	return text
}

// ofOneRun differs from one run to the next: identities and moments in a calendar,
// and seals, which are over identities.
var ofOneRun = regexp.MustCompile(`(?m)^((?:UID|DTSTAMP|LAST-MODIFIED|CREATED):).*?\r?$|(Seal \d+:)\s[0-9a-f]{4}\s[0-9a-f]{4}\s[0-9a-f]{4}`)

// isAsTold compares what was made with a file of the story.
func (s *story) isAsTold(name, got string) {
	s.t.Helper()
	same := func(text string) string {
		text = ofOneRun.ReplaceAllString(strings.ReplaceAll(text, "\r\n", "\n"), "$1$2")
		return strings.TrimRight(text, "\n ")
	}
	if want, got := same(s.told(name)), same(got); want != got {
		s.t.Errorf("%s is not as told", name)
		sameLines(s.t, want, got)
		s.t.Logf("%s:\n%s", name, got)
	}
}

// asks has minutectl say something of the book as it is now, which the window
// has open: of a copy.
func (s *story) asks(args ...string) string {
	s.t.Helper()
	s.settle()
	copied := filepath.Join(s.t.TempDir(), "copy.mb")
	if err := os.WriteFile(copied, []byte(read(s.t, s.book)), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return ctl(s.t, copied, "", args...)
}

// typesAll types the lines of a file of the story.
func (s *story) typesAll(name string) {
	s.t.Helper()
	for line := range strings.Lines(s.told(name)) {
		if line = strings.TrimSpace(line); line != "" {
			s.line(line)
		}
	}
	s.settle()
}

// over types over what a field has.
func (s *story) over(words string) {
	s.t.Helper()
	s.press("ctrl+a")
	if words == "" {
		s.press("BackSpace")
		return
	}
	s.types(words)
}

// writesAs gives the export dialog at hand a name, and gives the file.
func (s *story) writesAs(name string) string {
	s.t.Helper()
	path := filepath.Join(s.folder, name)
	s.over(path)
	s.press("Return")
	eventually(s.t, name, func() bool { _, err := os.Stat(path); return err == nil })
	s.settle()
	s.press("Escape") // it says where the file is
	return read(s.t, path)
}

// export writes what is on screen.
func (s *story) export(name string) string {
	s.t.Helper()
	s.settle()
	s.does(exportFile)
	return s.writesAs(name)
}

// asksFor gives a command by its name, which opens a dialog.
func (s *story) asksFor(command string) {
	s.t.Helper()
	s.settle()
	s.byName(command)
	s.settle()
}

// opens opens the meeting of a day.
func (s *story) opens(day string) {
	s.t.Helper()
	s.settle()
	s.does(bound{"ctrl+o", "Open a meeting"})
	s.line(day)
	s.settle()
}

// TestStoryByKeys is a year of one body by nothing but the keyboard: three
// meetings, each approving the minutes of the one before. What comes of it is
// what comes of the same story at the command line.
func TestStoryByKeys(t *testing.T) {
	t.Parallel()
	s := newStory(t)
	s.makesBody()
	s.minutesFirst()
	s.circulates(january, "draft", "")
	s.correctsFirst()
	s.recordsBetween()
	s.minutesSecond()
	s.supersedes()
	s.approvesByMail()
	s.minutesThird()
	s.quit()
	if out := ctl(t, s.book, "", "check"); !strings.Contains(out, "is sound") {
		t.Errorf("check says %s", out)
	}
}

// makesBody makes the body with its people, of whom two have an address.
func (s *story) makesBody() {
	s.asksFor("New body")
	s.line("Lock Trust")
	s.settle()
	for _, one := range []struct{ line, mail string }{
		{"Trustees: Ada Voss, Chair", "ada@locktrust.example"},
		{"Ben Orr, Pilot", "ben@locktrust.example"},
		{"Office: Cy Dunn, Clerk", ""},
	} {
		s.line(one.line)
		if one.mail == "" {
			continue
		}
		s.settle()
		s.press("ctrl+Up", "ctrl+e")
		s.settle()
		s.press("Tab", "Tab", "Tab", "Tab") // post, group, acting, capacity
		s.over(one.mail)
		s.press("Return")
		s.settle()
	}
}

// makes makes the body's meeting of a day.
func (s *story) makes(day, at, venue string) {
	s.t.Helper()
	s.settle()
	s.does(bound{"ctrl+n", "New meeting"})
	s.settle()
	for _, words := range []string{day, at, venue} {
		s.press("Tab")
		if words != "" {
			s.over(words)
		}
	}
	s.press("Return")
	s.settle()
}

func (s *story) minutesFirst() {
	s.makes(january, "10:00-11:30", "Pilot House")
	s.typesAll("january.more")
}

// circulates sends the minutes of the open meeting to those of the body, or to
// other addresses.
func (s *story) circulates(day, name, to string) {
	s.t.Helper()
	s.asksFor("Circulate the minutes")
	if to != "" {
		s.over(to)
	}
	s.press("Tab")
	path := filepath.Join(s.folder, name)
	s.over(path + ".docx")
	before := len(s.s.opened())
	s.press("Return")
	eventually(s.t, "the mail draft to be opened", func() bool { return len(s.s.opened()) > before })
	s.settle()
	s.press("Escape") // it says where the files are
	if opened := s.s.opened()[before]; opened != path+".eml" {
		s.t.Errorf("%s was opened; want %s.eml", opened, path)
	}
	got, want := readLetter(s.t, read(s.t, path+".eml")), readLetter(s.t, strings.ReplaceAll(s.told("want/draft.eml"), january, day))
	if got.name != name+".docx" || got.attached != read(s.t, path+".docx") {
		s.t.Errorf("%s is not attached to the mail draft, but %s of %d bytes", name, got.name, len(got.attached))
	}
	if to != "" {
		want.to = "<" + to + ">"
	}
	got.name, got.attached, want.name, want.attached = "", "", "", ""
	if got != want {
		s.t.Errorf("the mail draft is %+v; want %+v", got, want)
	}
}

// letter is a mail draft with one file.
type letter struct{ to, subject, unsent, words, name, attached string }

func readLetter(t *testing.T, text string) (l letter) {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	l.to, l.subject, l.unsent = m.Header.Get("To"), m.Header.Get("Subject"), m.Header.Get("X-Unsent")
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	for parts := multipart.NewReader(m.Body, params["boundary"]); ; {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return l
		}
		if err != nil {
			t.Fatal(err)
		}
		body := base64.NewDecoder(base64.StdEncoding, part)
		if part.Header.Get("Content-Transfer-Encoding") == "quoted-printable" {
			body = quotedprintable.NewReader(part)
		}
		data, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		if name := part.FileName(); name != "" {
			l.name, l.attached = name, string(data)
		} else {
			l.words = strings.ReplaceAll(string(bytes.TrimSpace(data)), "\r\n", "\n")
		}
	}
}

// correctsFirst enters a correction of a paragraph, for somebody, and one of
// the attendance.
func (s *story) correctsFirst() {
	s.asksFor("Who asks for the corrections")
	s.over("Ben Orr")
	s.press("Return")
	s.goesTo("Moorings")
	s.press("ctrl+Up", "ctrl+Up", "ctrl+Up", "ctrl+e")
	s.press(repeat("Left", len(" pounds a year."))...)
	s.press("BackSpace", "BackSpace")
	s.line("50")
	s.press("Escape")
	s.asksFor("Who asks for the corrections")
	s.over("")
	s.press("Return")
	s.settle()
	s.press("ctrl+r")
	s.settle()
	s.types("cy")
	s.press("space")
	s.types("a")
	s.press("Escape")
	s.isAsTold("want/corrections.txt", s.asks("correct", january))

	s.asksFor("Table of changes")
	s.press("Tab")
	s.isAsTold("want/changes.txt", s.writesAs("changes.txt"))
	s.asksFor("Export the corrected minutes")
	corrected := s.writesAs("corrected.txt")
	if approved := s.told("want/corrected.txt"); !strings.HasPrefix(approved, strings.TrimRight(corrected, "\n")) {
		s.t.Errorf("the corrected minutes are\n%s", corrected)
	}
}

// recordsBetween completes an action and transfers another in the register. No
// byte of the minutes changes by it.
func (s *story) recordsBetween() {
	before := s.export("before.docx")
	s.does(bound{"ctrl+shift+a", "Actions"})
	s.settle()
	s.finds("pilots")
	s.press("c")
	s.types("on 2 February 2022, Letter sent")
	s.press("Tab", "Tab")
	s.line("Ada Voss")
	s.finds("lamps")
	s.press("t")
	s.line("Regatta Committee")
	s.line("on 5 February 2022")
	s.settle()
	s.press("Escape", "Escape")
	s.settle()
	if s.export("after.docx") != before {
		s.t.Error("what was recorded of the actions changed the exported minutes")
	}
}

// finds filters the register and goes into the list.
func (s *story) finds(words string) {
	s.t.Helper()
	s.settle()
	s.press("f")
	s.over(words)
	s.press("Return")
	s.settle()
}

// minutesSecond makes the second meeting from the first. It is closed, and so
// the minutes of the first are approved and sealed, subject to both corrections.
func (s *story) minutesSecond() {
	s.makes(march, "", "")
	s.isAsTold("want/brief.txt", s.asks("brief", "Lock Trust", "--on", "2 March 2022"))
	s.typesAll("march.more")
	s.isAsTold("want/march.txt", s.export("march.txt"))
	s.opens(january)
	s.line("It was dry.") // which nothing is changed by any more
	s.settle()
	s.over("")
	s.isAsTold("want/corrected.txt", s.export("approved.txt"))
}

// supersedes lets an action of the second meeting take the place of one of the
// first. Then the register and the calendar are what they should be.
func (s *story) supersedes() {
	s.does(bound{"ctrl+shift+a", "Actions"})
	s.settle()
	s.finds("upper gate")
	s.press("s")
	s.settle()
	s.line("both gates")
	s.line("on 16 March 2022")
	s.settle()
	s.isAsTold("want/register.txt", s.asks("register", "--history"))
	dates := filepath.Join(s.folder, "trust.ics")
	s.asks("calendar", dates, "--body", "Lock Trust", "--on", "20 March 2022")
	s.isAsTold("want/trust.ics", read(s.t, dates))
}

// approvesByMail circulates the second minutes twice, since they are reopened
// in between, and has them approved without a meeting.
func (s *story) approvesByMail() {
	s.opens(march)
	s.circulates(march, "again", "")
	s.asksFor("Reopen the minutes as a draft")
	s.press("Return")
	s.circulates(march, "once-more", "clerk@locktrust.example")
	s.asksFor("Approve by mail or by the chair")
	s.press("Tab")
	s.over("1 June 2022")
	s.press("Tab")
	s.over("Ada Voss")
	s.press("Return")
	s.settle()
}

// minutesThird ratifies that, and puts right what was overlooked in the first
// minutes, which say so from then on.
func (s *story) minutesThird() {
	s.makes(september, "", "")
	s.line("/start 10:00")
	s.goesTo("1")
	s.asksFor("Correct approved minutes in this meeting")
	s.press("Down", "Tab")
	s.types("2.1")
	s.press("Tab")
	s.types("“pounds a year” should have read “pounds a quarter”.")
	s.press("Return")
	s.settle()
	s.line("/close 10:40")
	s.isAsTold("want/september.txt", s.export("september.txt"))
	s.circulates(september, "third", "")
	s.opens(january)
	s.isAsTold("want/later.txt", s.export("later.txt"))
}
