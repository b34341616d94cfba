package docx

import (
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/gomutex/godocx/docx"

	"minutebook/model/minutes"
)

// bookmarks are the names and numbers of the document's bookmarks.
type bookmarks struct {
	next int
	// of is the name for an anchor, taken the anchor that has a name.
	of, taken map[string]string
}

// longest is how long Word lets a bookmark's name be.
const longest = 40

// name is the bookmark of an anchor: "m_" and the anchor with low lines for
// hyphens, so that "entry-k3x" is m_entry_k3x in every copy of the minutes.
// Word takes letters, figures and the low line, and tells small from capital
// letters no more than the map of names does. An anchor that is longer, or
// the same but for its signs, ends in a number worked out from it.
//
// The names do not begin with a low line: Word hides those, drops some of them
// when it saves, and makes its own anew when a contents list is updated.
func (b *bookmarks) name(anchor string) string {
	if name, ok := b.of[anchor]; ok {
		return name
	}
	name := "m_" + strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return '_'
	}, strings.ToLower(anchor))
	if other, taken := b.taken[name]; len(name) > longest || taken && other != anchor {
		sum := fnv.New64a()
		_, _ = sum.Write([]byte(anchor)) // never fails
		end := "_" + strconv.FormatUint(sum.Sum64(), 36)
		name = name[:min(len(name), longest-len(end))] + end
	}
	if b.of == nil {
		b.of, b.taken = map[string]string{}, map[string]string{}
	}
	b.of[anchor], b.taken[name] = name, anchor
	return name
}

// bookmarked adds words within the bookmark of an anchor; "" makes none.
func (w *writer) bookmarked(p *docx.Paragraph, anchor string, words func()) {
	if anchor == "" {
		words()
		return
	}
	w.names.next++
	id := itoa(w.names.next)
	w.inline(p, `<w:bookmarkStart w:id="`+id+`" w:name="`+w.names.name(anchor)+`"/>`)
	words()
	w.inline(p, `<w:bookmarkEnd w:id="`+id+`"/>`)
}

// innerLink adds a link to a bookmark, which godocx cannot say. more is XML of
// further runs in it.
func (w *writer) innerLink(p *docx.Paragraph, l minutes.Link, look, more string) {
	w.inline(p, `<w:hyperlink w:anchor="`+w.names.name(l.Target)+`" w:history="1"><w:r><w:rPr>`+look+`</w:rPr><w:t xml:space="preserve">`+
		escape(l.Text)+`</w:t></w:r>`+more+`</w:hyperlink>`)
}

// The looks of links: one among words, one that is a label, and one in a
// contents list with numbers of pages.
const (
	linkLook     = `<w:rStyle w:val="Hyperlink"/>`
	labelLook    = `<w:rStyle w:val="Hyperlink"/><w:b/><w:bCs/>`
	contentsLook = `<w:rStyle w:val="ContentsLink"/>`
)

// inline adds XML to a paragraph.
func (w *writer) inline(p *docx.Paragraph, xml string) { p.AddText(w.tokens.add(inlineToken, xml)) }
