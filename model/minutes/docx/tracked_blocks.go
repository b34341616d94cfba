package docx

import (
	"errors"
	"strconv"
	"strings"

	"minutebook/model/diff"
)

// tracker puts the bodies of two versions together.
type tracker struct {
	out strings.Builder
	// by is who changed it and when, as attributes; next numbers the changes.
	by   string
	next int
	// kept are the names of the later version's bookmarks.
	kept map[string]bool
	// shut are the numbers of the earlier's bookmarks that are left out.
	shut map[string]bool
}

// join is the part with both versions of the body in it.
func (t *tracker) join(earlier, later string) (string, error) {
	before, err := parse(earlier)
	if err != nil {
		return "", err
	}
	after, err := parse(later)
	if err != nil {
		return "", err
	}
	body := after.kid("w:body")
	if body == nil || before.kid("w:body") == nil {
		return "", errors.New("there is no body")
	}
	t.kept, t.shut = map[string]bool{}, map[string]bool{}
	t.noteBookmarks(body)
	t.blocks(before.kid("w:body").kids, body.kids)
	at := strings.Index(later, body.raw)
	return later[:at] + body.tag + t.out.String() + "</w:body>" + later[at+len(body.raw):], nil
}

func (t *tracker) noteBookmarks(e *element) {
	if e.name == "w:bookmarkStart" {
		t.kept[e.attribute("w:name")] = true
	}
	for _, k := range e.kids {
		t.noteBookmarks(k)
	}
}

// sheet is a list of paragraphs and tables. What else stands among them, such
// as the properties of the section, is not compared.
type sheet struct {
	parts []*element
	keys  []string
}

// sheetOf is what of a body, or of a cell, is compared.
func sheetOf(kids []*element) sheet {
	var s sheet
	for _, k := range kids {
		if k.name == "w:p" || k.name == "w:tbl" {
			s.parts = append(s.parts, k)
			s.keys = append(s.keys, keyOf(k))
		}
	}
	return s
}

// keyOf is what a paragraph, a table or a row is known by in both versions: its
// bookmark where it has one, else its words.
func keyOf(e *element) string {
	if name := bookmarkOf(e); name != "" && e.name != "w:tbl" {
		return "bookmark " + name
	}
	if e.name == "w:tbl" {
		for _, k := range e.kids {
			if k.name != "w:tr" {
				continue
			}
			if name := bookmarkOf(k); name != "" { // an action beside its owner
				return "table bookmark " + name
			}
			return "table " + k.text()
		}
	}
	return e.name + styleOf(e) + " " + e.text()
}

// bookmarkOf is the first bookmark in e.
func bookmarkOf(e *element) string {
	for _, k := range e.kids {
		if k.name == "w:bookmarkStart" {
			return k.attribute("w:name")
		}
		if name := bookmarkOf(k); name != "" {
			return name
		}
	}
	return ""
}

// styleOf is the style of a paragraph.
func styleOf(p *element) string { return p.kid("w:pPr").kid("w:pStyle").attribute("w:val") }

// blocks writes two lists of blocks as one. Whatever of the later is neither
// paragraph nor table stays where it is.
func (t *tracker) blocks(earlier, later []*element) {
	a, b := sheetOf(earlier), sheetOf(later)
	steps := paired(diff.Of(a.keys, b.keys), a.parts, b.parts, len(a.parts) == 1 && len(b.parts) == 1)
	moved := movedWhole(steps, a, b)
	at := 0 // of later
	others := func(to *element) {
		for ; at < len(later) && later[at] != to; at++ {
			if later[at].name != "w:p" && later[at].name != "w:tbl" {
				t.out.WriteString(later[at].raw)
			}
		}
		at++
	}
	for _, s := range steps {
		if s.Mark != diff.Deleted {
			others(b.parts[s.B])
		}
		switch {
		case s.Mark == diff.Same && a.parts[s.A].name == "w:tbl":
			t.table(a.parts[s.A], b.parts[s.B])
		case s.Mark == diff.Same:
			t.paragraph(a.parts[s.A], b.parts[s.B])
		case s.Mark == diff.Deleted:
			t.whole(a.parts[s.A], diff.Deleted, moved[a.keys[s.A]])
		default:
			t.whole(b.parts[s.B], diff.Inserted, moved[b.keys[s.B]])
		}
	}
	others(nil)
}

// alike is how alike two paragraphs, tables or rows must be for one to be a new
// wording of the other.
const alike = 0.4

// paired makes pairs of what was deleted and what was inserted in its place
// where one is a new wording of the other; always says that it is.
func paired(steps []diff.Step, a, b []*element, always bool) []diff.Step {
	var out []diff.Step
	for from := 0; from < len(steps); {
		if steps[from].Mark == diff.Same {
			out = append(out, steps[from])
			from++
			continue
		}
		to, middle := from, from
		for ; to < len(steps) && steps[to].Mark != diff.Same; to++ {
			if steps[to].Mark == diff.Deleted {
				middle = to + 1
			}
		}
		out = append(out, pairs(steps[from:middle], steps[middle:to], a, b, always)...)
		from = to
	}
	return out
}

// near is how many places further a new wording is looked for.
const near = 8

func pairs(deleted, inserted []diff.Step, a, b []*element, always bool) []diff.Step {
	var out []diff.Step
	for _, d := range deleted {
		found := -1
		for i, s := range inserted[:min(near, len(inserted))] {
			if always || reworded(a[d.A], b[s.B]) {
				found = i
				break
			}
		}
		if found < 0 {
			out = append(out, d)
			continue
		}
		out = append(out, inserted[:found]...)
		out = append(out, diff.Step{Mark: diff.Same, A: d.A, B: inserted[found].B})
		inserted = inserted[found+1:]
	}
	return append(out, inserted...)
}

// reworded says whether b seems a new wording of a. What has a bookmark is
// known by it alone.
func reworded(a, b *element) bool {
	if a.name != b.name || a.name != "w:tr" && (bookmarkOf(a) != "" || bookmarkOf(b) != "") {
		return false
	}
	if a.name == "w:tbl" {
		return true
	}
	return styleOf(a) == styleOf(b) && diff.Likeness(a.text(), b.text()) >= alike
}

// movedWhole are the names of moves, by key: of paragraphs that stand elsewhere
// with the same words.
func movedWhole(steps []diff.Step, a, b sheet) map[string]string {
	gone := map[string]string{}
	for _, s := range steps {
		if s.Mark == diff.Deleted && strings.HasPrefix(a.keys[s.A], "bookmark ") {
			gone[a.keys[s.A]] = a.parts[s.A].text()
		}
	}
	moved := map[string]string{}
	for _, s := range steps {
		if s.Mark != diff.Inserted || b.parts[s.B].name != "w:p" {
			continue
		}
		if text, ok := gone[b.keys[s.B]]; ok && text == b.parts[s.B].text() && strings.TrimSpace(text) != "" {
			moved[b.keys[s.B]] = "moved" + strconv.Itoa(len(moved)+1)
		}
	}
	return moved
}

// mark is the opening tag of a change of that name, without its end.
func (t *tracker) mark(name string) string {
	t.next++
	return "<" + name + ` w:id="` + strconv.Itoa(beyond*beyond+t.next) + `"` + t.by
}

// table writes two versions of a table as one.
func (t *tracker) table(earlier, later *element) {
	rows := func(e *element) (rows []*element, keys []string) {
		for _, k := range e.kids {
			if k.name == "w:tr" {
				rows = append(rows, k)
				keys = append(keys, keyOf(k))
			}
		}
		return rows, keys
	}
	a, keysA := rows(earlier)
	b, keysB := rows(later)
	t.out.WriteString(later.tag)
	for _, k := range later.kids {
		if k.name == "w:tr" {
			break
		}
		t.out.WriteString(k.raw)
	}
	for _, s := range paired(diff.Of(keysA, keysB), a, b, false) {
		switch s.Mark {
		case diff.Same:
			t.row(a[s.A], b[s.B])
		case diff.Deleted:
			t.wholeRow(a[s.A], diff.Deleted)
		case diff.Inserted:
			t.wholeRow(b[s.B], diff.Inserted)
		}
	}
	t.out.WriteString("</w:tbl>")
}

func cells(row *element) []*element {
	var out []*element
	for _, k := range row.kids {
		if k.name == "w:tc" {
			out = append(out, k)
		}
	}
	return out
}

func (t *tracker) row(earlier, later *element) {
	a, b := cells(earlier), cells(later)
	if len(a) != len(b) {
		t.wholeRow(earlier, diff.Deleted)
		t.wholeRow(later, diff.Inserted)
		return
	}
	t.out.WriteString(later.tag)
	n := 0
	for _, k := range later.kids {
		if k.name != "w:tc" {
			t.out.WriteString(k.raw)
			continue
		}
		t.out.WriteString(k.tag)
		t.blocks(a[n].kids, k.kids)
		t.out.WriteString("</w:tc>")
		n++
	}
	t.out.WriteString("</w:tr>")
}

// whole writes a paragraph or a table that only one version has. move names
// the move that it is part of; "" for none.
func (t *tracker) whole(e *element, mark diff.Mark, move string) {
	if e.name == "w:p" {
		t.wholeParagraph(e, mark, move)
		return
	}
	t.out.WriteString(e.tag)
	for _, k := range e.kids {
		if k.name == "w:tr" {
			t.wholeRow(k, mark)
		} else {
			t.out.WriteString(k.raw)
		}
	}
	t.out.WriteString("</w:tbl>")
}

func (t *tracker) wholeRow(row *element, mark diff.Mark) {
	change := t.mark(map[diff.Mark]string{diff.Deleted: "w:del", diff.Inserted: "w:ins"}[mark]) + "/>"
	t.out.WriteString(row.tag)
	if row.kid("w:trPr") == nil {
		t.out.WriteString("<w:trPr>" + change + "</w:trPr>")
	}
	for _, k := range row.kids {
		switch k.name {
		case "w:trPr":
			t.out.WriteString(opened(k.tag) + k.inner() + change + "</w:trPr>")
		case "w:tc":
			t.out.WriteString(k.tag)
			for _, in := range k.kids {
				if in.name == "w:p" {
					t.wholeParagraph(in, mark, "")
				} else {
					t.out.WriteString(in.raw)
				}
			}
			t.out.WriteString("</w:tc>")
		default:
			t.out.WriteString(k.raw)
		}
	}
	t.out.WriteString("</w:tr>")
}
