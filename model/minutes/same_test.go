package minutes_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/html"
	"minutebook/model/minutes/markdown"
	"minutebook/model/minutes/text"
)

// files are a document in every format.
type files struct{ docx, html, text, markdown []byte }

func write(t rapid.TB, d minutes.Document) files {
	t.Helper()
	var w, h, p, m bytes.Buffer
	if err := errors.Join(docx.Write(&w, d), html.Write(&h, d), text.Write(&p, d), markdown.Write(&m, d)); err != nil {
		t.Fatal(err)
	}
	return files{w.Bytes(), h.Bytes(), p.Bytes(), m.Bytes()}
}

// same checks that all formats say the same, and gives the words.
func same(t rapid.TB, f files) []string {
	t.Helper()
	want := textWords(f.text)
	sameWords(t, "html", want, htmlWords(t, f.html))
	sameWords(t, "markdown", want, markdownWords(t, f.markdown))
	sameWords(t, "docx", want, docxWords(t, f.docx))
	return want
}

func TestGoldenFormatsSayTheSame(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"harbour", "plain", "restricted"} {
		archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		m := read(t, name, archive.Files[0].Data)
		for _, audience := range []minutes.Audience{minutes.Public, minutes.Full} {
			f := write(t, compose(t, m, audience))
			same(t, f)
			lint(t, f.docx)
		}
	}
}

// TestSeeds makes the real minutes of two bodies word for word. Where they are
// not at hand, the invented minutes beside this file are all that is made.
func TestSeeds(t *testing.T) {
	t.Parallel()
	for _, seed := range []struct{ name, stray string }{{"2022-06-24", ""}, {"2021-06-25", " 3"}} {
		path := shared("seeds/" + seed.name)
		if path == "" {
			continue
		}
		script, err := os.ReadFile(path + ".minutes")
		if err != nil {
			t.Fatal(err)
		}
		printed, err := os.ReadFile(path + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		want := textWords(bytes.TrimSuffix(bytes.TrimSpace(printed), []byte(strings.TrimSpace(seed.stray))))
		f := write(t, compose(t, read(t, path, script), minutes.Unsaid))
		sameWords(t, seed.name, want, same(t, f))
		lint(t, f.docx)
	}
}

// hostile are pieces of text that have broken a writer somewhere.
var hostile = []string{
	"words", "Ann Zelenka", "report", "of", "12", "1. one", "2) two", "# head", "- dash", "+ plus", "> quote", "=== ", "--- ", "*it*", "**bold**", "***both***", "*", "**", "_low_", "snake_case", "`code`", "~~no~~",
	"[link](https://a.example.org/b?c=d&e=f)", "[not](javascript:alert)", "[", "]", "](", "<b>", "</p>", "<script>", "&amp;", "&", "\"", "'", "|", "\\", "\\*", "%1", "{{title}}", "{number}",
	"é", "שלום", "مرحبا", "👩‍👩‍👧", "日本語", "\t", "\n", "\r\n", "\x00", "\x1b[31m", "\xff", "\ue000", "\uf8ff", "\ufffe", "\U0001fffe", "\u2028", "\u00a0", "\u200f", "]]>", "<!--", "=SUM(1)", "  ", " ",
}

func anyText(t *rapid.T, what string) string {
	return "w" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(hostile), 0, 6).Draw(t, what), rapid.SampledFrom([]string{"", " "}).Draw(t, "between"))
}

func anyLine(t *rapid.T, what string) string {
	return strings.NewReplacer("\n", " ", "\r", " ").Replace(anyText(t, what))
}

// anyMeeting is a random meeting with every kind of entry.
func anyMeeting(t *rapid.T) model.Meeting {
	m := model.Meeting{ID: "m", Body: anyLine(t, "body"), Style: rapid.SampledFrom(minutes.StyleNames()).Draw(t, "style"), Date: "2026-03-03",
		State: rapid.SampledFrom(model.States).Draw(t, "state")}
	n := 0
	id := func() model.ID { n++; return model.ID(fmt.Sprintf("ID/%d", n)) }
	restriction := func() *model.Restriction {
		if rapid.IntRange(0, 4).Draw(t, "restricted") > 0 {
			return nil
		}
		return &model.Restriction{Reason: rapid.SampledFrom([]string{"", "staffing", "price"}).Draw(t, "reason")}
	}
	for range rapid.IntRange(0, 4).Draw(t, "attendees") {
		m.Attendees = append(m.Attendees, model.Attendee{ID: id(), Name: anyLine(t, "name"), Post: anyLine(t, "post"), Group: rapid.SampledFrom([]string{"", "Trustees", "Staff"}).Draw(t, "group"),
			Capacity: rapid.SampledFrom(model.Capacities).Draw(t, "capacity"), Mark: rapid.SampledFrom(model.Marks).Draw(t, "mark")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "items") {
		it := model.Item{ID: id(), Title: anyLine(t, "title"), Reference: rapid.SampledFrom([]string{"", "", "", "128/17", "7"}).Draw(t, "reference"), Restricted: restriction(),
			Outcome: rapid.SampledFrom([]string{"", "noted", "referred to X"}).Draw(t, "outcome")}
		for range rapid.IntRange(0, 6).Draw(t, "entries") {
			e := model.Entry{ID: id(), Kind: rapid.SampledFrom(model.EntryKinds).Draw(t, "kind"), Text: anyText(t, "text"), Restricted: restriction()}
			switch e.Kind {
			case model.Action:
				e.Number = m.NextAction() + len(it.Entries)
			case model.Bullet:
				e.Level = rapid.IntRange(0, 1).Draw(t, "level")
			case model.Decision, model.Motion:
				e.Resolution = &model.Resolution{Mover: "A. Smith", Result: "carried"}
			case model.VoteTaken:
				e.Vote = &model.Vote{For: new(int), Against: new(int), ForNames: []string{anyLine(t, "voter")}}
			case model.Movement:
				e.Text, e.Movement = "", &model.MovementFact{Way: model.Adjourn}
			case model.Paragraph, model.Heading, model.Interest, model.Private:
			}
			it.Entries = append(it.Entries, e)
		}
		m.Items = append(m.Items, it)
	}
	return m
}

func TestFormatsSayTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := anyMeeting(t)
		s := style(t, m.Style)
		s.Signature.Lines = []string{"Signed", "Date"}
		s.Log = &minutes.LogStyle{Heading: "Action log", Summary: "Every action: number, words, owner, due.", Head: [4]string{"No", "Action", "Owner", "Due"}}
		d, err := minutes.Compose(m, s, rapid.SampledFrom([]minutes.Audience{minutes.Public, minutes.Full}).Draw(t, "audience"))
		if err != nil {
			t.Fatal(err)
		}
		f := write(t, d)
		same(t, f)
		lint(t, f.docx)
		again := write(t, d)
		if !bytes.Equal(f.docx, again.docx) || !bytes.Equal(f.html, again.html) {
			t.Fatal("two files of one document differ")
		}
	})
}
