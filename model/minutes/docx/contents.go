package docx

import (
	"strings"

	"minutebook/model/minutes"
)

// call is a place in the contents list that calls for the number of a page:
// the token it stands in, the words for the number in it, and the bookmark
// whose page is meant.
type call struct {
	token    int
	bookmark string
}

// unknownPage stands for a number until all blocks are written.
const unknownPage = "{page}"

// contents are links to headings, each a field of its own where the numbers of
// pages are wanted: PAGEREF, behind a dotted line. The list itself is no field:
// updating all fields changes the numbers of pages and nothing else.
//
// Word works out such a field when the document is printed, saved as a PDF or
// updated with F9, LibreOffice whenever it opens it. Word could be told to do so
// on opening, by updateFields in the settings or by marking fields as dirty; but
// then it asks the reader first whether to update fields "that may refer to
// other files", which nobody who is sent minutes should be asked, and does
// nothing in its protected view. So the numbers are worked out here: see pages.
func (w *writer) contents(b minutes.Contents) {
	p := w.paragraph("TOCHeading", nil)
	w.bookmarked(p, b.Anchor, func() { w.words(p, plain(b.Heading)) })
	for _, l := range b.Links {
		p := w.paragraph("TOC1", plain(l.Text))
		if !b.Pages {
			w.innerLink(p, l, linkLook, "")
			continue
		}
		w.innerLink(p, l, contentsLook, unknownPage)
		w.calls = append(w.calls, call{len(w.tokens.xml) - 1, w.names.name(l.Target)})
	}
}

// answer puts the numbers of pages where the contents list calls for them.
func (w *writer) answer() error {
	if len(w.calls) == 0 {
		return nil
	}
	pages, err := w.paginate()
	if err != nil {
		return err
	}
	for _, c := range w.calls {
		number := pages[c.bookmark]
		if number == 0 {
			number = 1 // nothing in the document has that anchor
		}
		made, err := field("PAGEREF "+c.bookmark+` \h`, itoa(number), contentsLook)
		if err != nil {
			return err
		}
		w.tokens.xml[c.token] = strings.Replace(w.tokens.xml[c.token], unknownPage+`</w:hyperlink>`, `<w:r><w:rPr>`+contentsLook+`</w:rPr><w:tab/></w:r>`+made+`</w:hyperlink>`, 1)
	}
	return nil
}
