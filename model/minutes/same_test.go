package minutes_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/html"
	"minutebook/model/minutes/markdown"
	reader "minutebook/model/minutes/read"
	"minutebook/model/minutes/text"
)

// files are a document in every format.
type files struct{ docx, html, text, unwrapped, markdown []byte }

func write(t rapid.TB, d minutes.Document) files {
	t.Helper()
	var w, h, p, u, m bytes.Buffer
	if err := errors.Join(docx.Write(&w, d), html.Write(&h, d), text.Write(&p, d), text.WriteUnwrapped(&u, d), markdown.Write(&m, d)); err != nil {
		t.Fatal(err)
	}
	return files{w.Bytes(), h.Bytes(), p.Bytes(), u.Bytes(), m.Bytes()}
}

// same checks that all formats say the same, and gives the words.
func same(t rapid.TB, f files) []string {
	t.Helper()
	want := textWords(f.text)
	sameWords(t, "unwrapped", want, textWords(f.unwrapped))
	sameWords(t, "html", want, htmlWords(t, f.html))
	sameWords(t, "markdown", want, markdownWords(t, f.markdown))
	sameWords(t, "docx", want, docxWords(t, f.docx))
	sameWords(t, "docx read back", want, blockWords(readBack(t, "m.docx", f.docx, reader.Word)))
	return want
}

func TestGoldenFormatsSayTheSame(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"harbour", "plain", "restricted", "council", "board", "motions", "bare"} {
		archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		m := read(t, name, archive.Files[0].Data)
		for _, audience := range []minutes.Audience{minutes.Public, minutes.Full} {
			f := write(t, compose(t, m, audience))
			same(t, f)
			sound(t, f.docx)
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
		sameBlocks(t, seed.name, printedBlocks(printed), printedBlocks(f.unwrapped))
		sound(t, f.docx)
	}
}

// printedBlocks are the headings, paragraphs, bullets and actions of a text of
// which each stands in a line, without bullets, rules and addresses.
func printedBlocks(data []byte) []string {
	var out []string
	for _, l := range strings.Split(string(data), "\n") {
		l = strings.TrimLeft(addresses.ReplaceAllString(l, "$1"), " -")
		if l = strings.TrimRight(l, " =-"); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// sameBlocks checks that what was printed stands in the same blocks. Names may
// have run together in what was printed, and the number of a page may follow.
func sameBlocks(t rapid.TB, what string, want, got []string) {
	t.Helper()
	for _, block := range want {
		if len(got) == 0 && len(block) == 1 {
			return // of the page
		}
		whole := ""
		for len(got) > 0 && strings.HasPrefix(block, whole+got[0]) {
			whole += got[0] + " "
			got = got[1:]
		}
		if strings.TrimSuffix(whole, " ") != block {
			t.Fatalf("%s: the block %q is %q, then %q", what, block, whole, around(got, 0))
		}
	}
	if len(got) > 0 {
		t.Fatalf("%s: there are %d blocks more: %q", what, len(got), got[0])
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
	m.Rev, m.Next = rapid.IntRange(0, 2).Draw(t, "revision"), &model.Next{Date: "2026-04-14"}
	restriction := func() *model.Restriction {
		if rapid.IntRange(0, 4).Draw(t, "restricted") > 0 {
			return nil
		}
		return &model.Restriction{Reason: rapid.SampledFrom([]string{"", "staffing", "price"}).Draw(t, "reason")}
	}
	for range rapid.IntRange(0, 4).Draw(t, "attendees") {
		m.Attendees = append(m.Attendees, model.Attendee{ID: id(), Name: anyLine(t, "name"), Post: anyLine(t, "post"), Group: rapid.SampledFrom([]string{"", "Trustees", "Staff"}).Draw(t, "group"),
			Capacity: rapid.SampledFrom(model.Capacities).Draw(t, "capacity"), Mark: rapid.SampledFrom(model.Marks).Draw(t, "mark"), Items: rapid.SliceOfN(rapid.SampledFrom([]string{"1", "128/17"}), 0, 2).Draw(t, "part")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "items") {
		it := model.Item{ID: id(), Title: anyLine(t, "title"), Reference: rapid.SampledFrom([]string{"", "", "", "128/17", "7"}).Draw(t, "reference"), Restricted: restriction(),
			Outcome: rapid.SampledFrom([]string{"", "noted", "referred to X"}).Draw(t, "outcome")}
		for range rapid.IntRange(0, 6).Draw(t, "entries") {
			e := model.Entry{ID: id(), Kind: rapid.SampledFrom(model.EntryKinds).Draw(t, "kind"), Text: anyText(t, "text"), Restricted: restriction()}
			switch e.Kind {
			case model.Action:
				e.Number = m.NextAction() + len(it.Entries)
				e.Action = &model.ActionFacts{Owners: rapid.SliceOfN(rapid.SampledFrom([]string{"Clerk", "report", "<b>", "B. Moss"}), 0, 3).Draw(t, "owners"), Forum: rapid.SampledFrom([]string{"", "Panel"}).Draw(t, "forum"),
					Due: model.Due{Words: rapid.SampledFrom([]string{"", "in *autumn*"}).Draw(t, "due"), Date: rapid.SampledFrom([]model.Date{"", "2026-10-02"}).Draw(t, "day")}, Withdrawn: rapid.IntRange(0, 9).Draw(t, "withdrawn") == 0}
			case model.Bullet:
				e.Level = rapid.IntRange(0, 1).Draw(t, "level")
			case model.Decision, model.Motion:
				e.Resolution = &model.Resolution{Mover: "A. Smith", Result: "carried", Number: rapid.SampledFrom([]string{"", "2026/14"}).Draw(t, "number")}
			case model.VoteTaken:
				e.Vote = &model.Vote{For: new(int), Against: new(int), ForNames: []string{anyLine(t, "voter")}, AbstainNames: rapid.SliceOfN(rapid.SampledFrom(hostile), 0, 2).Draw(t, "abstained")}
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

// anyStyle is the style of that name, as it is or with every choice made anew.
func anyStyle(t *rapid.T, name string) minutes.Style {
	s := style(t, name)
	if rapid.Bool().Draw(t, "as it is") {
		return s
	}
	one := func(of []string) string { return rapid.SampledFrom(append([]string{""}, of...)).Draw(t, "choice") }
	s.Capitals, s.ContentsPages = rapid.Bool().Draw(t, "capitals"), rapid.Bool().Draw(t, "pages")
	s.ContentsNumbers = rapid.Bool().Draw(t, "numbers in contents")
	s.Contents, s.Back = one([]string{"Contents"}), one([]string{"Back"})
	s.Facts.Heading, s.Attendance.Heading = one([]string{"Facts"}), one([]string{"People"})
	s.Items, s.Paragraphs = one([]string{"{number}.", "Item {number}"}), one([]string{"{number}", "{number}."})
	s.Attendance.Manner, s.Attendance.Groups = one(minutes.Manners), one(minutes.Groupings)
	s.Actions, s.Votes = one(minutes.ActionWays), one(minutes.VoteWays)
	s.Log, s.Decisions = nil, nil
	if s.Actions == minutes.ActionsLog || rapid.Bool().Draw(t, "log") {
		s.Log = &minutes.LogStyle{Heading: "Action log", Summary: "Every action: number, words, owner, due.", Head: [4]string{"No", "Action", "Owner", "Due"}}
	}
	if rapid.Bool().Draw(t, "decisions") {
		s.Decisions = &minutes.DecisionsStyle{Heading: "Decisions", Summary: "Every decision.", Head: [3]string{"Item", "Number", "Decision"}}
	}
	s.Signature = minutes.SignatureStyle{Text: one([]string{"Signed {date} as 1. a record"}), Lines: [][]string{nil, {"Signed", "Date"}}[rapid.IntRange(0, 1).Draw(t, "lines")], Apart: rapid.Bool().Draw(t, "apart")}
	s.Dates = minutes.Dates{Long: one([]string{"{month} {day}, {year}", "{day2}.{month2}.{year}"}), Full: one([]string{"{weekday}, {dayth} {month} {year}"})}
	s.Look.LinesNumbered = rapid.Bool().Draw(t, "numbered lines")
	if rapid.Bool().Draw(t, "logo") {
		s.Logo = &minutes.Logo{Data: picture(t, 40, 20), About: "The harbour light", Height: 15}
	}
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if s, err = minutes.ReadStyle(data); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestFormatsSayTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := anyMeeting(t)
		d, err := minutes.Compose(m, anyStyle(t, m.Style), rapid.SampledFrom([]minutes.Audience{minutes.Public, minutes.Full}).Draw(t, "audience"))
		if err != nil {
			t.Fatal(err)
		}
		f := write(t, d)
		same(t, f)
		sound(t, f.docx)
		anchorsOnce(t, d)
		again := write(t, d)
		if !bytes.Equal(f.docx, again.docx) || !bytes.Equal(f.html, again.html) {
			t.Fatal("two files of one document differ")
		}
	})
}

// picture is a PNG of that many dots.
func picture(t rapid.TB, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// anchorsOnce checks that no two blocks have the same anchor, that each is fit
// for every format, and that every link leads to one.
func anchorsOnce(t rapid.TB, d minutes.Document) {
	t.Helper()
	seen := map[string]bool{"": true}
	blocks := slices.Clone(d.Blocks)
	for _, b := range d.Blocks {
		if list, ok := b.(minutes.List); ok {
			for _, p := range list.Points {
				blocks = append(blocks, p.Under...)
			}
		}
	}
	for _, b := range blocks {
		for _, anchor := range anchors(b) {
			if anchor != "" && seen[anchor] || len(anchor) > 36 || strings.Trim(anchor, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				t.Fatalf("the anchor %q stands twice, or is none", anchor)
			}
			seen[anchor] = true
		}
	}
	for _, b := range blocks {
		for _, target := range targets(b) {
			if !seen[target] {
				t.Fatalf("a link leads to %q, which is not there", target)
			}
		}
	}
}

// anchors are those of one block.
func anchors(b minutes.Block) []string {
	var out []string
	switch b := b.(type) {
	case minutes.Contents:
		return []string{b.Anchor}
	case minutes.Heading:
		return []string{b.Anchor}
	case minutes.Paragraph:
		return []string{b.Anchor}
	case minutes.Action:
		return []string{b.Anchor}
	case minutes.Resolution:
		return []string{b.Anchor}
	case minutes.Vote:
		return []string{b.Anchor}
	case minutes.Stub:
		return []string{b.Anchor}
	case minutes.People:
		for _, n := range b.Names {
			out = append(out, n.Anchor)
		}
	case minutes.List:
		for _, p := range b.Points {
			out = append(out, p.Anchor)
		}
	case minutes.Table:
		for _, r := range b.Rows {
			out = append(out, r.Anchor)
		}
	}
	return out
}

// targets are where the links of one block lead.
func targets(b minutes.Block) []string {
	var out []string
	switch b := b.(type) {
	case minutes.Contents:
		for _, l := range b.Links {
			out = append(out, l.Target)
		}
	case minutes.Action:
		return []string{b.Row}
	case minutes.BackLink:
		return []string{b.Link.Target}
	}
	return out
}
