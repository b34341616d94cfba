package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// The names of the package's formats.
const (
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	office        = "application/vnd.openxmlformats-officedocument."
	word          = office + "wordprocessingml."
	xmlHeader     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// firstLink is where the numbers of links start: godocx counts relationships
// from it and so keeps clear of those of the parts.
const firstLink = 100

// part is a part of the package.
type part struct {
	name string
	data []byte
	// content is its media type; "" where the end of its name says it.
	content string
	// id is that of the relationship that leads to it, relation its type.
	id, relation string
}

// ofWord says whether the relationship to a part is one of the document's, and
// not of the package's.
func (p part) ofWord() bool {
	return strings.HasPrefix(p.name, "word/") && p.name != "word/document.xml"
}

// pack writes the package: the body as godocx made it, with what it cannot
// write in the place of tokens, and every other part as our own. The parts
// stand in an order that is always the same, with times that are.
func (w *writer) pack(out io.Writer) error {
	parts, err := w.parts()
	if err != nil {
		return err
	}
	z := zip.NewWriter(out)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// parts are all parts of the package, in order.
func (w *writer) parts() ([]part, error) {
	body, err := w.body()
	if err != nil {
		return nil, fmt.Errorf("word/document.xml: %w", err)
	}
	own, err := w.ownParts()
	if err != nil {
		return nil, err
	}
	document := part{"word/document.xml", body, word + "document.main+xml", "rId1", relationships + "/officeDocument"}
	all := append([]part{document}, own...)
	all = append(all, w.media...)
	return append([]part{
		{name: "[Content_Types].xml", data: contentTypes(all)},
		{name: "_rels/.rels", data: relations(all, false, "")},
		{name: "word/_rels/document.xml.rels", data: relations(all, true, w.links())},
	}, all...), nil
}

// contentTypes says of every part what it is.
func contentTypes(all []part) []byte {
	var b, more bytes.Buffer
	b.WriteString(xmlHeader + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range all {
		if kind, ok := strings.CutPrefix(p.content, "image/"); ok {
			fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, kind, p.content)
			continue
		}
		fmt.Fprintf(&more, `<Override PartName="/%s" ContentType="%s"/>`, p.name, p.content)
	}
	b.Write(more.Bytes())
	b.WriteString(`</Types>`)
	return b.Bytes()
}

// relations are the relationships of the document or of the package, with
// links to addresses outside.
func relations(all []part, ofWord bool, links string) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHeader + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, p := range all {
		if p.ofWord() == ofWord {
			fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"/>`, p.id, p.relation, strings.TrimPrefix(p.name, map[bool]string{true: "word/"}[ofWord]))
		}
	}
	b.WriteString(links + `</Relationships>`)
	return b.Bytes()
}

// links are the relationships that godocx made for addresses outside.
func (w *writer) links() string {
	var b strings.Builder
	for _, r := range w.root.Document.DocRels.Relationships {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s" TargetMode="External"/>`, r.ID, r.Type, escape(r.Target))
	}
	return b.String()
}

// body is the main part: what godocx writes, with the tokens' XML and the
// section in it.
func (w *writer) body() ([]byte, error) {
	made, err := xml.Marshal(w.root.Document)
	if err != nil {
		return nil, err
	}
	made, err = w.tokens.swap(made)
	if err != nil {
		return nil, err
	}
	end := bytes.LastIndex(made, []byte("</w:body>"))
	if end < 0 {
		return nil, errors.New("the body has no end")
	}
	made = bytes.Join([][]byte{[]byte(xmlHeader), made[:end], []byte(w.section()), made[end:]}, nil)
	return made, balanced(made)
}

// section says what paper the document is on and what stands on every page.
func (w *writer) section() string {
	p := sizes[w.doc.Look.Page]
	s := `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>` +
		fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%[5]d" w:bottom="%[4]d" w:left="%[5]d" w:header="624" w:footer="567" w:gutter="0"/>`, p.width, p.height, topMargin, bottomMargin, margin)
	if w.doc.LinesNumbered {
		s += `<w:lnNumType w:countBy="1" w:distance="283" w:restart="newPage"/>`
	}
	return s + `<w:cols w:space="708"/><w:titlePg/></w:sectPr>`
}

// balanced says whether every element of XML that an encoder or we wrote is
// closed in its place. It is what a token in the wrong place would break.
func balanced(data []byte) error {
	var open [][]byte
	for {
		i := bytes.IndexByte(data, '<')
		if i < 0 {
			break
		}
		data = data[i+1:]
		end := bytes.IndexByte(data, '>')
		if end <= 0 {
			return errors.New("a tag has no end")
		}
		tag := data[:end]
		data = data[end+1:]
		switch {
		case tag[0] == '?' || tag[0] == '!' || tag[len(tag)-1] == '/':
		case tag[0] == '/':
			if len(open) == 0 || !bytes.Equal(open[len(open)-1], tag[1:]) {
				return fmt.Errorf("</%s> closes nothing", tag[1:])
			}
			open = open[:len(open)-1]
		default:
			name, _, _ := bytes.Cut(tag, []byte(" "))
			open = append(open, name)
		}
	}
	if len(open) > 0 {
		return fmt.Errorf("<%s> is not closed", open[len(open)-1])
	}
	return nil
}

// escape is s as text or attribute of XML.
func escape(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == '<' || r == '>' || r == '&' || r == '"' || r == '\'' || r >= 0xfffd
	}) {
		return s
	}
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a strings.Builder does not fail
	}
	return b.String()
}
