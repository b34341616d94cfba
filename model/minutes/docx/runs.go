package docx

import (
	"strings"
	"unicode"

	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"
	"golang.org/x/text/unicode/bidi"

	"minutebook/model"
	"minutebook/model/minutes"
)

// words adds spans to a paragraph.
func (w *writer) words(p *docx.Paragraph, spans []model.Span) {
	for _, s := range spans {
		if to, ok := s.Target(); ok {
			link := p.AddLink(s.Text, to)
			link.Bold(s.Bold).Italic(s.Italic)
			continue
		}
		r := w.run(p, s.Text)
		if s.Bold {
			r.Bold(true)
		}
		if s.Italic {
			r.Italic(true)
		}
	}
}

// run adds words that look alike, with Word's own line breaks and tabs.
func (w *writer) run(p *docx.Paragraph, s string) *docx.Run {
	r := p.AddRun()
	children := p.GetCT().Children
	ct := children[len(children)-1].Run
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			ct.Children = append(ct.Children, ctypes.RunChild{Break: &ctypes.Break{}})
		}
		for j, piece := range strings.Split(line, "\t") {
			if j > 0 {
				ct.Children = append(ct.Children, ctypes.RunChild{Tab: &ctypes.Empty{}})
			}
			if piece != "" {
				ct.Children = append(ct.Children, ctypes.RunChild{Text: ctypes.TextFromString(piece)})
			}
		}
	}
	if hasRightToLeft(s) {
		if ct.Property == nil {
			ct.Property = &ctypes.RunProperty{}
		}
		ct.Property.RightToLeft = &ctypes.OnOff{}
	}
	return r
}

// hasRightToLeft says whether any letter of s runs from right to left.
func hasRightToLeft(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		if r < 0x590 || !unicode.IsLetter(r) {
			return false
		}
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	}) >= 0
}

// bookmarks are the names and numbers of the document's bookmarks.
type bookmarks struct{ next int }

// bookmarkName is the bookmark of an anchor: Word takes letters, figures and
// the low line, up to forty of them.
func bookmarkName(anchor string) string { return "m_" + strings.ReplaceAll(anchor, "-", "_") }

// bookmarked adds words within the bookmark of an anchor; "" makes none.
func (w *writer) bookmarked(p *docx.Paragraph, anchor string, words func()) {
	if anchor == "" {
		words()
		return
	}
	w.names.next++
	id := itoa(w.names.next)
	w.inline(p, `<w:bookmarkStart w:id="`+id+`" w:name="`+bookmarkName(anchor)+`"/>`)
	words()
	w.inline(p, `<w:bookmarkEnd w:id="`+id+`"/>`)
}

// innerLink adds a link to a bookmark, which godocx cannot say.
func (w *writer) innerLink(p *docx.Paragraph, l minutes.Link) {
	w.inline(p, `<w:hyperlink w:anchor="`+bookmarkName(l.Target)+`" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">`+
		escape(l.Text)+`</w:t></w:r></w:hyperlink>`)
}

// inline adds XML to a paragraph.
func (w *writer) inline(p *docx.Paragraph, xml string) { p.AddText(w.tokens.add(inlineToken, xml)) }
