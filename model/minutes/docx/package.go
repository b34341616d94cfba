package docx

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/packager"

	"minutebook/model/minutes"
)

//go:embed parts/*.xml
var parts embed.FS

const (
	relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	properties    = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	office        = "application/vnd.openxmlformats-officedocument."
	word          = office + "wordprocessingml."
)

// stub is the small package that godocx is given to start from. It never sees
// the real styles or the section: it would write them back with losses.
var stub = [][2]string{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + word + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + word + `styles+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationships + `/officeDocument" Target="word/document.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relationships + `/styles" Target="styles.xml"/></Relationships>`},
	{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body></w:body></w:document>`},
	{"word/styles.xml", `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:styles>`},
}

// firstLink is where the numbers of links start: godocx counts relationships
// from it and so keeps clear of those of the parts.
const firstLink = 100

func newWriter(d minutes.Document) (*writer, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range stub {
		if err := put(z, part[0], []byte(part[1])); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	data := b.Bytes()
	root, err := packager.Unpack(&data)
	if err != nil {
		return nil, fmt.Errorf("the document cannot be begun: %w", err)
	}
	root.Document.RID = firstLink
	t, err := newTokens(d)
	if err != nil {
		return nil, err
	}
	return &writer{doc: d, root: root, tokens: t}, nil
}

// put adds a file to a package, with a time that is always the same.
func put(z *zip.Writer, name string, data []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// escape is s as text or attribute of XML.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return "" // a strings.Builder does not fail
	}
	return b.String()
}

// part is a part of the package, made from the file of that name in parts.
type part struct {
	name, from string
	// relation and content are what the package says of it; a part with an
	// empty relation is named by godocx already.
	id, relation, content string
	values                map[string]string
}

// pack finishes the package: it adds the parts, lets godocx write, and puts
// what it cannot write in the place of tokens.
func (w *writer) pack(out io.Writer) error {
	own, err := w.parts()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := w.root.Write(&b); err != nil {
		return fmt.Errorf("the document cannot be written: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return err
	}
	to := zip.NewWriter(out)
	for _, f := range z.File {
		data, err := read(f)
		if err != nil {
			return err
		}
		switch f.Name {
		case "word/document.xml":
			data, err = w.finish(data)
		case "word/styles.xml":
			data = own["word/styles.xml"]
		}
		if err == nil {
			err = wellFormed(data)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if err := put(to, f.Name, data); err != nil {
			return err
		}
	}
	return to.Close()
}

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.RawToken(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// finish puts the tokens' XML and the section into the body.
func (w *writer) finish(body []byte) ([]byte, error) {
	body, err := w.tokens.swap(body)
	if err != nil {
		return nil, err
	}
	p := pages[w.doc.Look.Page]
	section := `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>` +
		fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="1361" w:right="%[3]d" w:bottom="1304" w:left="%[3]d" w:header="624" w:footer="567" w:gutter="0"/>`, p.width, p.height, margin) +
		`<w:cols w:space="708"/><w:titlePg/></w:sectPr>`
	end := bytes.LastIndex(body, []byte("</w:body>"))
	if end < 0 {
		return nil, errors.New("the body has no end")
	}
	return bytes.Join([][]byte{body[:end], []byte(section), body[end:]}, nil), nil
}

// parts makes the parts beside the body, hands them to godocx, and gives them
// by name.
func (w *writer) parts() (map[string][]byte, error) {
	d := w.doc
	date := d.Date.Time().UTC().Format(time.RFC3339)
	size := int(d.Look.Size * 2) // in half points
	base := w.base()
	common := map[string]string{
		"title": escape(d.Title), "body": escape(d.Body), "occasion": escape(d.Occasion), "language": escape(d.Language), "mark": escape(d.Mark), "date": date,
		"font": escape(d.Look.Font), "accent": d.Look.Accent, "tint": d.Look.Tint, "size": itoa(size), "sizeTitle": itoa(size * 2), "sizeSubtitle": itoa(size * 14 / 11),
		"sizeHeading1": itoa(size * 14 / 11), "sizeHeading2": itoa(size * 12 / 11), "sizeSmall": itoa(size - 2), "width": itoa(pages[d.Look.Page].text()),
		"base": itoa(base), "boxed": itoa(base + boxStep), "bullet0": itoa(base + bulletStep), "bullet1": itoa(base + 2*bulletStep),
		"level0": escape(d.Numbering[0]), "level1": escape(d.Numbering[1]), "restarts": w.count.restarts(),
	}
	first, later, err := w.watermarks(common)
	if err != nil {
		return nil, err
	}
	header, err := running(d.Header)
	if err != nil {
		return nil, err
	}
	footer, err := running(d.Footer)
	if err != nil {
		return nil, err
	}
	list := []part{
		{name: "word/styles.xml", from: "styles"},
		{"word/numbering.xml", "numbering", "rId2", "/numbering", word + "numbering+xml", nil},
		{"word/settings.xml", "settings", "rId3", "/settings", word + "settings+xml", nil},
		{"word/header1.xml", "header", "rId4", "/header", word + "header+xml", map[string]string{"name": header, "watermark": later}},
		{"word/header2.xml", "header", "rId5", "/header", word + "header+xml", map[string]string{"name": "", "watermark": first}},
		{"word/footer1.xml", "footer", "rId6", "/footer", word + "footer+xml", map[string]string{"line": footer}},
		{"docProps/core.xml", "core", "rId2", properties, "application/vnd.openxmlformats-package.core-properties+xml", nil},
		{"docProps/app.xml", "app", "rId3", "/extended-properties", office + "extended-properties+xml", nil},
	}
	out := map[string][]byte{}
	for _, p := range list {
		data, err := fillPart(p.from, common, p.values)
		if err != nil {
			return nil, err
		}
		out[p.name] = []byte(data)
		if err := w.hand(p, out[p.name]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// hand gives a part to godocx, with what the package says of it.
func (w *writer) hand(p part, data []byte) error {
	if p.relation == "" {
		return nil
	}
	w.root.FileMap.Store(p.name, data)
	rel := &docx.Relationship{ID: p.id, Type: p.relation, Target: strings.TrimPrefix(p.name, "word/")}
	if strings.HasPrefix(p.relation, "/") {
		rel.Type = relationships + p.relation
	}
	if strings.HasPrefix(p.name, "word/") {
		w.root.Document.DocRels.Relationships = append(w.root.Document.DocRels.Relationships, rel)
	} else {
		w.root.RootRels.Relationships = append(w.root.RootRels.Relationships, rel)
	}
	return w.root.ContentType.AddOverride("/"+p.name, p.content)
}

// watermarks are those of the first page and of the later ones; "" in approved
// minutes.
func (w *writer) watermarks(common map[string]string) (first, later string, err error) {
	if w.doc.Mark == "" {
		return "", "", nil
	}
	first, err = fillPart("watermark", common, map[string]string{"type": "_x0000_t136", "shape": "DraftFirst"})
	if err != nil {
		return "", "", err
	}
	later, err = fillPart("watermark", common, map[string]string{"type": "_x0000_t136", "shape": "DraftLater"})
	return first, later, err
}

// running is the line at the head or the foot of a page, with Word's fields in
// it.
func running(r minutes.Running) (string, error) {
	out := ""
	for i, side := range [][]minutes.Piece{r.Left, r.Right} {
		if i > 0 && len(side) > 0 {
			out += `<w:r><w:tab/></w:r>`
		}
		for _, piece := range side {
			if piece.Field == minutes.NoField {
				out += `<w:r><w:t xml:space="preserve">` + escape(piece.Text) + `</w:t></w:r>`
				continue
			}
			field := map[minutes.Field]string{minutes.PageNumber: "PAGE", minutes.PageCount: "NUMPAGES"}[piece.Field]
			xml, err := fillPart("field", map[string]string{"field": field})
			if err != nil {
				return "", err
			}
			out += xml
		}
	}
	return out, nil
}

// fillPart is a file of parts with its values in place. A value that is
// missing is an error.
func fillPart(name string, values ...map[string]string) (string, error) {
	data, err := parts.ReadFile("parts/" + name + ".xml")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	rest := strings.TrimSpace(string(data))
	for {
		before, after, found := strings.Cut(rest, "{{")
		out.WriteString(before)
		if !found {
			return out.String(), nil
		}
		value, ok := "", false
		key, after, _ := strings.Cut(after, "}}")
		for _, set := range values {
			if v, has := set[key]; has {
				value, ok = v, true
			}
		}
		if !ok {
			return "", fmt.Errorf("part %s has no value for %s", name, key)
		}
		out.WriteString(value)
		rest = after
	}
}
