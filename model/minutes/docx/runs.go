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

// paragraph adds an empty paragraph in a style, running from right to left
// where its words do.
func (w *writer) paragraph(style string, text []model.Span) *docx.Paragraph {
	p := w.root.AddEmptyParagraph()
	dress(p, style, text)
	w.apart(p, style)
	w.above = nil
	return p
}

func dress(p *docx.Paragraph, style string, text []model.Span) {
	p.Style(style)
	if minutes.RightToLeft(text) {
		p.GetCT().Property.Bidi = &ctypes.OnOff{}
	}
}

// words adds spans to a paragraph.
func (w *writer) words(p *docx.Paragraph, spans []model.Span) {
	for _, s := range spans {
		if to, ok := s.Target(); ok {
			w.link(p, s, to)
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

// link adds words that lead to an address outside.
func (w *writer) link(p *docx.Paragraph, s model.Span, to string) {
	text := strings.NewReplacer("\n", " ", "\t", " ").Replace(minutes.Clean(s.Text))
	link := p.AddLink(text, to)
	if s.Bold {
		link.Bold(true)
	}
	if s.Italic {
		link.Italic(true)
	}
	if hasRightToLeft(text) {
		children := p.GetCT().Children
		children[len(children)-1].Link.Run.Property.RightToLeft = &ctypes.OnOff{}
	}
}

// run adds words that look alike, with Word's own line breaks and tabs.
func (w *writer) run(p *docx.Paragraph, s string) *docx.Run {
	s = minutes.Clean(s)
	r := p.AddRun()
	children := p.GetCT().Children
	ct := children[len(children)-1].Run
	for s != "" {
		i := strings.IndexAny(s, "\n\t")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			ct.Children = append(ct.Children, ctypes.RunChild{Text: ctypes.TextFromString(s[:i])})
		}
		if i == len(s) {
			break
		}
		if s[i] == '\n' {
			ct.Children = append(ct.Children, ctypes.RunChild{Break: &ctypes.Break{}})
		} else {
			ct.Children = append(ct.Children, ctypes.RunChild{Tab: &ctypes.Empty{}})
		}
		s = s[i+1:]
	}
	for _, c := range ct.Children {
		if c.Text != nil && hasRightToLeft(c.Text.Text) {
			ct.Property = &ctypes.RunProperty{RightToLeft: &ctypes.OnOff{}}
			break
		}
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
