package docx

import (
	"bytes"
	"embed"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"minutebook/model/minutes"
)

//go:embed parts/*.xml
var parts embed.FS

// ownParts are the parts beside the body, each made from its file in parts.
func (w *writer) ownParts() ([]part, error) {
	d := w.doc
	first, later, err := w.watermarks()
	if err != nil {
		return nil, err
	}
	header, err := running(d.Header)
	if err != nil {
		return nil, err
	}
	if len(d.Header.Right) > 0 && d.Mark != "" {
		header += `<w:r><w:t xml:space="preserve">   </w:t></w:r>` // the mark stands behind what is at the right
	}
	if len(d.Header.Right) == 0 {
		header += markTab
	}
	footer, err := running(d.Footer)
	if err != nil {
		return nil, err
	}
	list := []struct {
		from string
		part
		values map[string]string
	}{
		{"styles", part{"word/styles.xml", nil, word + "styles+xml", "rId1", relationships + "/styles"}, nil},
		{"numbering", part{"word/numbering.xml", nil, word + "numbering+xml", "rId2", relationships + "/numbering"}, nil},
		{"settings", part{"word/settings.xml", nil, word + "settings+xml", "rId3", relationships + "/settings"}, nil},
		{"header", part{"word/header1.xml", nil, word + "header+xml", "rId4", relationships + "/header"}, map[string]string{"name": header, "watermark": later}},
		{"header", part{"word/header2.xml", nil, word + "header+xml", "rId5", relationships + "/header"}, map[string]string{"name": markTab, "watermark": first}},
		{"footer", part{"word/footer1.xml", nil, word + "footer+xml", "rId6", relationships + "/footer"}, map[string]string{"line": footer}},
		{"core", part{"docProps/core.xml", nil, "application/vnd.openxmlformats-package.core-properties+xml", "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"}, nil},
		{"app", part{"docProps/app.xml", nil, office + "extended-properties+xml", "rId3", relationships + "/extended-properties"}, nil},
		{"custom", part{"docProps/custom.xml", nil, office + "custom-properties+xml", "rId4", relationships + "/custom-properties"}, nil},
	}
	common := w.values()
	var out []part
	for _, p := range list {
		if p.from == "custom" && d.Origin.Meeting == "" {
			continue
		}
		data, err := fillPart(p.from, common, p.values)
		if err == nil {
			err = wellFormed(data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		p.data = []byte(data)
		out = append(out, p.part)
	}
	return out, nil
}

// markTab takes the mark of a draft to the right.
const markTab = `<w:r><w:tab/></w:r>`

// values are what the files of parts leave open.
func (w *writer) values() map[string]string {
	d, base := w.doc, w.base()
	headings := d.Look.Headings
	if headings == "" {
		headings = d.Look.Font
	}
	v := map[string]string{
		"title": escape(d.Title), "body": escape(d.Body), "occasion": escape(d.Occasion), "language": escape(d.Language), "mark": escape(d.Mark),
		"date": d.Date.Time().UTC().Format(time.RFC3339), "meeting": escape(string(d.Origin.Meeting)), "version": itoa(d.Origin.Version),
		"font": escape(d.Look.Font), "headings": escape(headings), "accent": d.Look.Accent, "width": itoa(w.text()),
		"room": itoa(w.room), "reference": itoa(w.reference), "base": itoa(base), "boxed": itoa(base + boxStep), "factColumn": itoa(factColumn),
		"bullet0": itoa(base + bulletStep), "bullet1": itoa(base + 2*bulletStep), "signColumn": itoa(signColumn), "paragraphGap": itoa(paragraphGap),
		"level0": escape(d.Numbering[0]), "level1": escape(d.Numbering[1]), "restarts": w.count.restarts(),
	}
	for style, ground := range w.grounds() {
		v["ground"+style] = ground
	}
	for _, style := range []string{"Normal", "Title", "Subtitle", "Heading1", "Heading2", "Small"} {
		v["size"+style] = itoa(w.sizeOf(style))
	}
	return v
}

// sizeOf is the size of type of a style, in half points.
func (w *writer) sizeOf(style string) int {
	size := int(w.doc.Look.Size * 2)
	switch style {
	case "Title":
		return size * 2
	case "Subtitle", "Heading1":
		return size * 14 / 11
	case "Heading2":
		return size * 12 / 11
	case "Small":
		return size - 2
	}
	return size
}

// watermarks are those of the first page and of the later ones; "" in approved
// minutes.
func (w *writer) watermarks() (first, later string, err error) {
	if w.doc.Mark == "" {
		return "", "", nil
	}
	common := w.values()
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
			name := map[minutes.Field]string{minutes.PageNumber: "PAGE", minutes.PageCount: "NUMPAGES"}[piece.Field]
			made, err := field(name, "1", "")
			if err != nil {
				return "", err
			}
			out += made
		}
	}
	return out, nil
}

// field is one of Word's fields, with what it says until it is worked out and
// how that looks.
func field(instruction, said, look string) (string, error) {
	return fillPart("field", map[string]string{"field": instruction, "said": said, "look": look})
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

// wellFormed says whether a part is XML, whatever fonts and names are in it.
func wellFormed(data string) error {
	d := xml.NewDecoder(bytes.NewReader([]byte(data)))
	for {
		if _, err := d.RawToken(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
