package returned_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// sheet is the body of a Word file as somebody edits it who knows nothing of how
// it was made.
type sheet struct {
	t     *testing.T
	parts map[string]string
	order []string
	notes []string
}

func unpacked(t *testing.T, data []byte) *sheet {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{t: t, parts: map[string]string{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		s.parts[f.Name], s.order = string(part), append(s.order, f.Name)
	}
	return s
}

func (s *sheet) packed() []byte {
	s.t.Helper()
	if len(s.notes) > 0 {
		s.parts["word/comments.xml"] = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + strings.Join(s.notes, "") + `</w:comments>`
		s.order = append(s.order, "word/comments.xml")
		s.swap("[Content_Types].xml", "</Types>", `<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`)
		s.swap("word/_rels/document.xml.rels", "</Relationships>", `<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range s.order {
		w, err := z.Create(name)
		if err != nil {
			s.t.Fatal(err)
		}
		if _, err := io.WriteString(w, s.parts[name]); err != nil {
			s.t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		s.t.Fatal(err)
	}
	return b.Bytes()
}

func (s *sheet) swap(part, old, now string) {
	s.t.Helper()
	if strings.Count(s.parts[part], old) != 1 {
		s.t.Fatalf("%q stands %d times in %s", old, strings.Count(s.parts[part], old), part)
	}
	s.parts[part] = strings.Replace(s.parts[part], old, now, 1)
}

var paragraphs = regexp.MustCompile(`(?s)<w:p>.*?</w:p>|<w:p .*?</w:p>`)

// with is the paragraph that has some words, in one run.
func (s *sheet) with(words string) string {
	s.t.Helper()
	var hits []string
	for _, p := range paragraphs.FindAllString(s.parts[body], -1) {
		if strings.Contains(p, words) && !strings.Contains(p, "TOC") {
			hits = append(hits, p)
		}
	}
	if len(hits) != 1 {
		s.t.Fatalf("%d paragraphs have %q", len(hits), words)
	}
	return hits[0]
}

const body = "word/document.xml"

var runs = regexp.MustCompile(`(?s)<w:r>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>|<w:r [^>]*>(<w:rPr>.*?</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>`)

func run(words, tag string) string {
	return `<w:r><w:` + tag + ` xml:space="preserve">` + words + `</w:` + tag + `></w:r>`
}

const track = ` w:id="9001" w:author="Cllr Voss" w:date="2026-03-20T10:00:00Z"`

// split cuts the run that has some words in three and has f make the middle one.
func (s *sheet) split(words string, f func(words string) string) {
	s.t.Helper()
	p := s.with(words)
	var hit, whole string
	for _, m := range runs.FindAllStringSubmatch(p, -1) {
		if strings.Contains(m[2], words) {
			hit, whole = m[0], m[2]
		}
	}
	if hit == "" {
		s.t.Fatalf("no run has %q: %s", words, p)
	}
	before, after, _ := strings.Cut(whole, words)
	made := f(words)
	if before != "" {
		made = run(before, "t") + made
	}
	if after != "" {
		made += run(after, "t")
	}
	s.swap(body, p, strings.Replace(p, hit, made, 1))
}

func (s *sheet) insert(after, words string) {
	s.split(after, func(w string) string { return run(w, "t") + `<w:ins` + track + `>` + run(words, "t") + `</w:ins>` })
}

func (s *sheet) strike(words string) {
	s.split(words, func(w string) string { return `<w:del` + track + `>` + run(w, "delText") + `</w:del>` })
}

// type over words without tracking.
func (s *sheet) retype(words, now string) {
	s.split(words, func(string) string { return run(now, "t") })
}

func (s *sheet) comment(on, text string) {
	id := strconv.Itoa(len(s.notes))
	s.notes = append(s.notes, `<w:comment w:id="`+id+`" w:author="Ann Zelenka" w:date="2026-03-21T09:00:00Z" w:initials="AZ"><w:p>`+run(text, "t")+`</w:p></w:comment>`)
	s.split(on, func(w string) string {
		return `<w:commentRangeStart w:id="` + id + `"/>` + run(w, "t") + `<w:commentRangeEnd w:id="` + id + `"/><w:r><w:commentReference w:id="` + id + `"/></w:r>`
	})
}

func (s *sheet) remove(words string) string {
	p := s.with(words)
	s.swap(body, p, "")
	return p
}

func (s *sheet) behind(words, p string) {
	at := s.with(words)
	s.swap(body, at, at+p)
}

var style1 = regexp.MustCompile(`<w:pStyle w:val="[^"]*"/>`)

// fresh is a new paragraph that looks as the one that has some words.
func (s *sheet) fresh(like, words string) string {
	return `<w:p><w:pPr>` + style1.FindString(s.with(like)) + `</w:pPr>` + run(words, "t") + `</w:p>`
}

// ten are ten changes, by the words that they are made at.
type ten struct {
	insertAfter, strike           string
	retype, retyped               string
	remove, newBehind, newWords   string
	move, moveBehind              string
	comments                      [2]string
	attendee, attended, due, dued string
}

func (s *sheet) edit(c ten) {
	s.insert(c.insertAfter, " and warmly")
	s.strike(c.strike)
	s.retype(c.retype, c.retyped)
	s.remove(c.remove)
	s.behind(c.newBehind, s.fresh(c.newBehind, c.newWords))
	moved := s.remove(c.move)
	s.behind(c.moveBehind, moved)
	s.comment(c.comments[0], "Is that right?")
	s.comment(c.comments[1], "Please check the figure.")
	s.retype(c.attendee, c.attended)
	s.retype(c.due, c.dued)
}

// tenProposed checks that an edited file proposes those ten changes and no other, and
// that the minutes read as the file does once all are accepted.
func tenProposed(t *testing.T, m model.Meeting, s minutes.Style, data []byte) {
	t.Helper()
	r := found(t, opened(t, data), m, m)
	counted := map[string]int{}
	for _, p := range r.Proposals {
		counted[string(p.Kind)]++
		if p.Tracked() {
			counted["tracked"]++
		}
		if p.Hand != "" || p.Conflict || p.Remark != "" {
			t.Errorf("%+v", p)
		}
	}
	if want := map[string]int{"reword": 5, "delete": 1, "insert": 1, "move": 1, "comment": 2, "tracked": 4}; !maps.Equal(counted, want) || len(r.Left) > 0 {
		t.Fatalf("%d proposals, %v:\n%s", len(r.Proposals), counted, listed(r))
	}
	got := accepted(t, m, r.Proposals)
	if have, want := lines(t, got, s), linesOf(opened(t, data)); !slices.Equal(have, want) {
		t.Errorf("accepted, the minutes read\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
	if notes := len(privates(got)) - len(privates(m)); notes != 2 {
		t.Errorf("%d private notes came of the comments", notes)
	}
}

func lines(t *testing.T, m model.Meeting, s minutes.Style) []string {
	return linesOf(opened(t, written(t, m, s, minutes.Full)))
}

// linesOf are the words of a file, but for what stands on every page.
func linesOf(d read.Document) (all []string) {
	for _, b := range d.Blocks {
		if b.Kind != read.Header && b.Kind != read.Footer {
			all = append(all, strings.Join(strings.Fields(b.Text()), " "))
		}
	}
	return all
}

func privates(m model.Meeting) (all []string) {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				all = append(all, e.Text)
			}
		}
	}
	return all
}

const quay = `/body Quay Board
/style publication
/date 3 March 2026
/present Trustees: Ann Zelenka, Chair of the Board
/present Trustees: Ben Okafor, Treasurer
# Minutes
The minutes of the last meeting were agreed.
# Finance
The treasurer presented the accounts and was thanked.
The reserves stand at 41,200 pounds, which is less than had been planned for.
There was a discussion of the rent.
Members asked for a note on the lease of the boathouse.
- the roof has to be mended before the winter
- the lease ends in June
a: Ben Okafor to write to the bank by 27 June 2026
a: Ann Zelenka to ask for three tenders for the roof
# Harbour
The dredger is late.
a: Clerk to publish the tide tables by 4 May 2026
Nothing else was said about the harbour.
`

// edits are the ten changes made to those minutes.
var quayEdits = ten{
	insertAfter: "presented the accounts", strike: "which is less than had been planned for",
	retype: "There was a discussion of the rent.", retyped: "The rent was discussed, and no decision was taken.",
	remove: "Members asked for a note on the lease", newBehind: "The dredger is late.", newWords: "It should be here in the week after Easter.",
	move: "ask for three tenders", moveBehind: "Nothing else was said",
	comments: [2]string{"the roof has to be mended", "the lease ends in June"},
	attendee: "Treasurer", attended: "Honorary Treasurer", due: "27 June 2026", dued: "11 July 2026",
}

func TestTenChangesAreTenProposals(t *testing.T) {
	t.Parallel()
	m := script(t, quay)
	s := style(t, "publication")
	file := unpacked(t, written(t, m, s, minutes.Full))
	file.edit(quayEdits)
	data := file.packed()
	tenProposed(t, m, s, data)
	t.Run("after LibreOffice", func(t *testing.T) {
		tenProposed(t, m, s, libre(t, [][]byte{data})[0])
	})
}

// The same of real minutes, which are read where they are and not kept here: the
// places of the edits are found by what the entries are.
func TestTenChangesOfRealMinutes(t *testing.T) {
	t.Parallel()
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("MINUTEBOOK_SHARED is not set: there are no real minutes to test with")
	}
	if !filepath.IsAbs(shared) {
		shared = filepath.Join("..", "..", "..", shared)
	}
	text, err := os.ReadFile(filepath.Join(shared, "seeds", "2022-06-24.minutes"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := quick.ReadScript("seed", text, model.Meeting{ID: "seed"}, quick.Options{NewID: ids("s")})
	if err != nil {
		t.Fatal(err)
	}
	s := style(t, "publication")
	file := unpacked(t, written(t, m, s, minutes.Full))
	file.edit(editsOf(t, m))
	data := file.packed()
	tenProposed(t, m, s, data)
	t.Run("after LibreOffice", func(t *testing.T) {
		tenProposed(t, m, s, libre(t, [][]byte{data})[0])
	})
}

// editsOf finds where ten changes can be made in minutes that are not known.
func editsOf(t *testing.T, m model.Meeting) ten {
	t.Helper()
	texts, actions := plainEntries(m)
	var due model.Entry
	for _, a := range actions[1:] {
		if a.Action != nil && strings.HasPrefix(a.Action.Due.Words, "by ") {
			due = a
		}
	}
	if len(texts) < 8 || due.ID == "" {
		t.Fatalf("%d texts, due %q", len(texts), due.Text)
	}
	last := texts[len(texts)-1]
	words := func(i, from, to int) string { return strings.Join(strings.Fields(texts[i])[from:to], " ") }
	return ten{insertAfter: words(0, 2, 7), strike: words(1, 3, 7), retype: texts[2], retyped: "Something else was said of it altogether.",
		remove: texts[3], newBehind: texts[4], newWords: "It was noted that more would follow.",
		move: actions[0].Text, moveBehind: last, comments: [2]string{words(5, 1, 7), words(6, 1, 7)},
		attendee: m.Attendees[1].Post, attended: "Observer of Tides", due: due.Action.Due.Words, dued: "by 11 July"}
}

// plainEntries are the longer texts of minutes without marks, and their actions.
func plainEntries(m model.Meeting) (texts []string, actions []model.Entry) {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			plain := model.Plain(e.Text) == e.Text && !strings.ContainsAny(e.Text, "&<>\"'\n")
			long := len(strings.Fields(e.Text)) > 7 && !strings.HasSuffix(e.Text, ":")
			switch {
			case e.Kind == model.Action && plain:
				actions = append(actions, e)
			case plain && long && (e.Kind == model.Paragraph || e.Kind == model.Bullet):
				texts = append(texts, e.Text)
			}
		}
	}
	return texts, actions
}

// Somebody taken off the list and an action of theirs reworded: whose the action
// is stays as the file prints it, whichever of the two is accepted first.
func TestOwnersStayWhoeverLeavesTheList(t *testing.T) {
	t.Parallel()
	m := invented(t)["harbour-2026-03-17.minutes"]
	e := draft{m: m, now: m, style: style(t, "board")}
	words := "Commander Sundaram and Màiri MacAskill to agree a call-out list of local boats by 30 April."
	for _, a := range m.Attendees {
		if a.Name == "Commander Rajiv Sundaram" {
			e = e.with(t, model.RemoveAttendee{ID: a.ID})
		}
	}
	for _, it := range m.Items {
		for _, one := range it.Entries {
			if one.Text == words {
				e = e.with(t, model.SetEntry{Entry: quick.Reword(quick.Context{Meeting: e.now}, one, "Commander Sundaram and others to agree a list by 30 April.")})
			}
		}
	}
	e.file = written(t, e.now, e.style, minutes.Full)
	r := found(t, opened(t, e.file), m, m)
	if len(r.Proposals) != 2 || len(r.Left) > 0 {
		t.Fatal(listed(r))
	}
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		got := m
		for _, i := range order {
			c, err := r.Proposals[i].Change(got)
			if err != nil {
				t.Fatal(err)
			}
			if got, _, err = got.With(c); err != nil {
				t.Fatal(err)
			}
		}
		if lost := e.lost(t, got, func(line string) string { return line }); len(lost) > 0 {
			t.Errorf("accepted as %v: %q", order, lost)
		}
	}
}
