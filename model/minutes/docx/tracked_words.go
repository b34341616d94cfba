package docx

import (
	"html"
	"slices"
	"strings"

	"minutebook/model/diff"
)

// atom is the smallest piece of a paragraph that changes as a whole: a word, a
// space, a tab, a field.
type atom struct {
	// within is the opening tag of the link around it; "" for none.
	within string
	// look is the XML of the properties of its run.
	look string
	// text is a token of words; xml is what stands in the run otherwise. Where
	// bare is true xml has runs of its own, as a field has.
	text, xml string
	bare      bool
	// result is what a field shows, which is worked out and no content.
	result string
	// place is true of a bookmark's start or end, which is no content.
	place bool
}

// atoms takes the content of a paragraph apart.
func atoms(p *element) []atom {
	r := reader{}
	for _, k := range p.kids {
		r.read(k, "")
	}
	return r.out
}

type reader struct {
	out []atom
	// field collects a field over its runs; depth is how many are open.
	field strings.Builder
	depth int
}

func (r *reader) read(e *element, within string) {
	switch e.name {
	case "w:pPr":
	case "w:r":
		r.run(e, within)
	case "w:hyperlink", "w:fldSimple":
		for _, k := range e.kids {
			r.read(k, e.tag)
		}
	case "w:bookmarkStart", "w:bookmarkEnd":
		r.out = append(r.out, atom{xml: e.raw, place: true, within: within})
	default:
		r.out = append(r.out, atom{xml: e.raw, bare: true, within: within})
	}
}

func (r *reader) run(e *element, within string) {
	if r.fieldRun(e, within) {
		return
	}
	look := e.kid("w:rPr").xml()
	for _, k := range e.kids {
		switch k.name {
		case "w:rPr":
		case "w:t":
			for _, token := range diff.Tokens(html.UnescapeString(k.inner())) {
				r.out = append(r.out, atom{within: within, look: look, text: token})
			}
		default:
			r.out = append(r.out, atom{within: within, look: look, xml: k.raw})
		}
	}
}

// fieldRun takes in a run that is part of a field, from its begin to its end.
func (r *reader) fieldRun(e *element, within string) bool {
	open := r.depth
	for _, k := range e.kids {
		if k.name == "w:fldChar" {
			switch k.attribute("w:fldCharType") {
			case "begin":
				r.depth++
				open = max(open, r.depth)
			case "end":
				r.depth--
			}
		}
	}
	if open == 0 {
		return false
	}
	r.field.WriteString(e.raw)
	if r.depth <= 0 {
		xml, result := r.field.String(), ""
		if i := strings.Index(xml, `w:fldCharType="separate"`); i >= 0 {
			xml, result = xml[:i], xml[i:]
		}
		r.out = append(r.out, atom{within: within, xml: xml, result: result, bare: true})
		r.field.Reset()
		r.depth = 0
	}
	return true
}

// paragraph writes two versions of a paragraph as one.
func (t *tracker) paragraph(earlier, later *element) {
	t.out.WriteString(opened(later.tag))
	t.properties(earlier, later)
	t.content(atoms(earlier), atoms(later))
	t.out.WriteString("</w:p>")
}

// properties writes the later properties of a paragraph, with the earlier ones
// where they were others.
func (t *tracker) properties(earlier, later *element) {
	a, b := earlier.kid("w:pPr"), later.kid("w:pPr")
	if a.xml() == b.xml() {
		t.out.WriteString(b.xml())
		return
	}
	old := ""
	if a != nil {
		for _, k := range a.kids {
			if k.name != "w:rPr" && k.name != "w:sectPr" {
				old += k.raw
			}
		}
	}
	t.out.WriteString("<w:pPr>" + b.inner() + t.mark("w:pPrChange") + "><w:pPr>" + old + "</w:pPr></w:pPrChange></w:pPr>")
}

// solid is how much a piece counts that is no word.
const solid = 1000

// content writes two versions of a paragraph's content as one.
func (t *tracker) content(earlier, later []atom) {
	a := contentOnly(earlier)
	var b []atom
	places := map[int][]atom{} // of the later, by the content they stand before
	for _, x := range later {
		if x.place {
			places[len(b)] = append(places[len(b)], x)
		} else {
			b = append(b, x)
		}
	}
	weight := func(x atom) int {
		if x.xml != "" {
			return solid
		}
		return diff.Weight(x.text)
	}
	steps := diff.Tidy(diff.Of(withoutResults(a), withoutResults(b)), func(s diff.Step) int {
		if s.Mark == diff.Inserted {
			return weight(b[s.B])
		}
		return weight(a[s.A])
	})
	w := runWriter{t: t}
	at := 0
	for _, s := range steps {
		if s.Mark == diff.Deleted {
			w.add(a[s.A], "w:del")
			continue
		}
		for _, p := range places[at] {
			w.place(p)
		}
		at = s.B + 1
		w.add(b[s.B], map[diff.Mark]string{diff.Inserted: "w:ins"}[s.Mark])
	}
	for _, p := range places[len(b)] {
		w.place(p)
	}
	w.shut()
}

// withoutResults are atoms by which a field is the same that shows something
// else: the number of a page is no change.
func withoutResults(list []atom) []atom {
	out := slices.Clone(list)
	for i := range out {
		out[i].result = ""
	}
	return out
}

// contentOnly leaves out bookmarks.
func contentOnly(list []atom) []atom {
	var out []atom
	for _, x := range list {
		if !x.place {
			out = append(out, x)
		}
	}
	return out
}

// wholeParagraph writes a paragraph that only one version has, its end
// included.
func (t *tracker) wholeParagraph(p *element, mark diff.Mark, move string) {
	name := map[diff.Mark]string{diff.Deleted: "w:del", diff.Inserted: "w:ins"}[mark]
	if move != "" {
		name = map[diff.Mark]string{diff.Deleted: "w:moveFrom", diff.Inserted: "w:moveTo"}[mark]
		start := t.mark(name + "RangeStart")
		t.out.WriteString(start + ` w:name="` + move + `"/>`)
		defer func(id string) { t.out.WriteString("<" + name + `RangeEnd w:id="` + id + `"/>`) }((&element{tag: start}).attribute("w:id"))
	}
	t.out.WriteString(opened(p.tag))
	t.ended(p.kid("w:pPr"), name)
	w := runWriter{t: t}
	for _, x := range atoms(p) {
		switch {
		case !x.place:
			w.add(x, name)
		case mark == diff.Inserted || t.free(x):
			w.place(x)
		}
	}
	w.shut()
	t.out.WriteString("</w:p>")
}

// free says whether a bookmark of the earlier version may stand beside those of
// the later.
func (t *tracker) free(x atom) bool {
	e := &element{tag: x.xml}
	id := e.attribute("w:id")
	if strings.HasPrefix(x.xml, "<w:bookmarkStart") && t.kept[e.attribute("w:name")] {
		t.shut[id] = true
	}
	return !t.shut[id]
}

// ended writes the properties of a paragraph whose end only one version has.
func (t *tracker) ended(pPr *element, name string) {
	change := t.mark(name) + "/>"
	t.out.WriteString("<w:pPr>")
	done := false
	put := func() {
		if !done {
			t.out.WriteString("<w:rPr>" + change + "</w:rPr>")
			done = true
		}
	}
	if pPr != nil {
		for _, k := range pPr.kids {
			switch k.name {
			case "w:rPr":
				t.out.WriteString("<w:rPr>" + change + k.inner() + "</w:rPr>")
				done = true
				continue
			case "w:sectPr", "w:pPrChange":
				put()
			}
			t.out.WriteString(k.raw)
		}
	}
	put()
	t.out.WriteString("</w:pPr>")
}

// runWriter writes atoms as runs, as few as can be.
type runWriter struct {
	t *tracker
	// within, name and look are those of the link, the change and the run that
	// are open.
	within, name, look string
	inRun, inText      bool
}

// add writes an atom; name is the element of the change that it is part of, ""
// for none.
func (w *runWriter) add(x atom, name string) {
	if x.within != w.within || name != w.name {
		w.shut()
		w.within, w.name = x.within, name
		if x.within != "" {
			w.t.out.WriteString(opened(x.within))
		}
		if name != "" {
			w.t.out.WriteString(w.t.mark(name) + ">")
		}
	}
	if x.bare {
		w.endRun()
		w.t.out.WriteString(w.spoken(x.xml + x.result))
		return
	}
	if !w.inRun || x.look != w.look {
		w.endRun()
		w.t.out.WriteString("<w:r>" + x.look)
		w.inRun, w.look = true, x.look
	}
	if x.xml != "" {
		w.endText()
		w.t.out.WriteString(w.spoken(x.xml))
		return
	}
	if !w.inText {
		w.t.out.WriteString("<" + w.textName() + ` xml:space="preserve">`)
		w.inText = true
	}
	w.t.out.WriteString(escape(x.text))
}

// place writes the start or end of a bookmark, outside any change.
func (w *runWriter) place(x atom) {
	w.shut()
	w.t.out.WriteString(x.xml)
}

// gone says whether what is written now is not in the later version.
func (w *runWriter) gone() bool { return w.name == "w:del" }

func (w *runWriter) textName() string {
	if w.gone() {
		return "w:delText"
	}
	return "w:t"
}

var goneNames = strings.NewReplacer("<w:t>", "<w:delText>", "<w:t ", "<w:delText ", "</w:t>", "</w:delText>",
	"<w:instrText>", "<w:delInstrText>", "<w:instrText ", "<w:delInstrText ", "</w:instrText>", "</w:delInstrText>")

// spoken is XML with the names that text has where it is deleted.
func (w *runWriter) spoken(xml string) string {
	if w.gone() {
		return goneNames.Replace(xml)
	}
	return xml
}

func (w *runWriter) endText() {
	if w.inText {
		w.t.out.WriteString("</" + w.textName() + ">")
		w.inText = false
	}
}

func (w *runWriter) endRun() {
	w.endText()
	if w.inRun {
		w.t.out.WriteString("</w:r>")
		w.inRun = false
	}
}

// shut ends the run, the change and the link that are open.
func (w *runWriter) shut() {
	w.endRun()
	if w.name != "" {
		w.t.out.WriteString("</" + w.name + ">")
	}
	if w.within != "" {
		w.t.out.WriteString("</" + (strings.Fields(strings.Trim(w.within, "</>"))[0]) + ">")
	}
	w.name, w.within = "", ""
}
