package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"html"
	"io"
	"slices"
	"strings"
)

// part is a part of a file and the words in it.
type part struct{ name, words string }

// parts are the words of a file, by its parts: what a reader, a screen reader
// or a look at its properties would find, without the marks around them.
func parts(ext string, data []byte) []part {
	switch ext {
	case ".docx":
		return packageParts(data)
	case ".html":
		return []part{{"", htmlWords(string(data))}}
	}
	return []part{{"", string(data)}}
}

func packageParts(data []byte) []part {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []part{{"", string(data)}}
	}
	var out []part
	for _, f := range z.File {
		p := part{name: f.Name, words: f.Name + "\n"}
		if r, err := f.Open(); err == nil {
			words, err := io.ReadAll(r)
			if err == nil {
				p.words += xmlWords(words)
			}
			_ = r.Close()
		}
		out = append(out, p)
	}
	return out
}

// spoken are the attributes in which words stand.
var spoken = []string{"alt", "descr", "title", "string", "name", "Target"}

// spokenVal are the elements whose val attribute is words.
var spokenVal = []string{"tblCaption", "tblDescription", "alias", "tag"}

func xmlWords(data []byte) string {
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if err != nil {
			return b.String()
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			for _, a := range t.Attr {
				if slices.Contains(spoken, a.Name.Local) || a.Name.Local == "val" && slices.Contains(spokenVal, t.Name.Local) {
					b.WriteString("\n" + a.Value + "\n")
				}
			}
		case xml.EndElement:
			if name := t.Name.Local; name != "r" && name != "t" && name != "rPr" && name != "hyperlink" {
				b.WriteByte('\n')
			}
		}
	}
}

// within are the tags that stand inside words.
var within = []string{"strong", "em", "a", "span"}

// htmlWords are the words of a page this program wrote, those of its
// descriptions among them.
func htmlWords(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			i = len(s)
		}
		b.WriteString(html.UnescapeString(s[:i]))
		s = s[i:]
		end := strings.IndexByte(s, '>')
		if end < 0 {
			break
		}
		tag := strings.TrimPrefix(s[1:end], "/")
		name, attributes, _ := strings.Cut(tag, " ")
		if !slices.Contains(within, name) {
			b.WriteByte('\n')
		}
		for _, a := range []string{"aria-label=\"", "title=\"", "alt=\"", "content=\"", "href=\"http", "href=\"mailto"} {
			if _, value, ok := strings.Cut(attributes, a); ok {
				value, _, _ = strings.Cut(value, "\"")
				b.WriteString("\n" + html.UnescapeString(value) + "\n")
			}
		}
		s = s[end+1:]
	}
	return b.String()
}
