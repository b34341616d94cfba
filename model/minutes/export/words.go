package export

import (
	"archive/zip"
	"bytes"
	stdjson "encoding/json"
	"encoding/xml"
	"html"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"
)

// part is a part of a file and the words in it.
type part struct{ name, words string }

// readers give the words of the formats that are not words as they stand.
var readers = map[string]func([]byte) []part{
	".docx": packageParts, ".xlsx": packageParts, ".html": whole(htmlWords), ".json": whole(jsonWords), ".minutes": whole(lineWords),
	".ics": whole(calendarWords),
}

// parts are the words of a file, by its parts: what a reader, a screen reader
// or a look at its properties would find, without the marks around them.
func parts(ext string, data []byte) []part {
	if read := readers[ext]; read != nil {
		return read(data)
	}
	return []part{{"", string(data)}}
}

func whole(words func(string) string) func([]byte) []part {
	return func(data []byte) []part { return []part{{"", words(string(data))}} }
}

// jsonWords are all texts, names and figures of a JSON file.
func jsonWords(s string) string {
	var b strings.Builder
	d := stdjson.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	for {
		t, err := d.Token()
		if err != nil {
			return b.String() + s[min(int(d.InputOffset()), len(s)):] // what is no JSON is searched as it stands
		}
		switch t := t.(type) {
		case string:
			b.WriteString(t + "\n")
		case stdjson.Number:
			b.WriteString(t.String() + "\n")
		}
	}
}

// lineWords are quick lines with the white space that braces write out.
func lineWords(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\n", `\t`, "\t", `\s`, " ", "\n    ", " ").Replace(s)
}

// calendarWords are the lines of a calendar as they were before they were folded
// and escaped.
func calendarWords(s string) string {
	return strings.NewReplacer("\r\n ", "", `\\`, `\`, `\n`, "\n", `\,`, ",", `\;`, ";").Replace(s)
}

// pictures are the parts of a package that have no words.
var pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".ttf", ".odttf"}

func packageParts(data []byte) []part {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []part{{"", string(data)}}
	}
	out := []part{{"package", z.Comment}}
	for _, f := range z.File {
		p := part{name: f.Name, words: f.Name + "\n" + f.Comment + "\n"}
		if r, err := f.Open(); err == nil {
			words, err := io.ReadAll(r)
			if err == nil && !slices.Contains(pictures, strings.ToLower(path.Ext(f.Name))) {
				p.words += xmlWords(f.Name, words)
			}
			_ = r.Close()
		}
		out = append(out, p)
	}
	return out
}

// spoken are the attributes in which words stand.
var spoken = []string{"alt", "descr", "title", "string", "name", "displayName", "tooltip", "author", "initials", "Target", "aria-label", "content", "summary"}

// apart are the elements of the text of a Word file that part words from one
// another: what stands in any other goes on with the word before it.
var apart = []string{"p", "br", "cr", "tab", "tc", "tr", "body", "hdr", "ftr", "sectPr", "txbxContent"}

// joined are the elements of any other part that stand inside words.
var joined = []string{"r", "t", "rPr", "b", "i"}

func xmlWords(name string, data []byte) string {
	text := strings.HasPrefix(name, "word/") && !strings.HasSuffix(name, ".rels")
	var b, beside strings.Builder // what attributes say stands in no word
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if err != nil {
			return b.String() + "\n" + beside.String()
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.Comment:
			beside.WriteString("\n" + string(t) + "\n")
		case xml.ProcInst:
			beside.WriteString("\n" + string(t.Inst) + "\n")
		case xml.StartElement:
			beside.WriteString(said(t.Attr, text))
		case xml.EndElement:
			if text && slices.Contains(apart, t.Name.Local) || !text && !slices.Contains(joined, t.Name.Local) {
				b.WriteByte('\n')
			}
		}
	}
}

// said is what attributes say: those of the text of a Word file may all hold
// words.
func said(attributes []xml.Attr, text bool) string {
	var b strings.Builder
	for _, a := range attributes {
		if slices.Contains(spoken, a.Name.Local) || text && wordy(a.Value) {
			b.WriteString("\n" + unescaped(a.Value) + "\n")
		}
	}
	return b.String()
}

// wordy says whether an attribute may hold words: it is more than a number.
func wordy(s string) bool { return strings.Trim(s, "0123456789ABCDEFabcdef.,-+%# ") != "" }

// unescaped is an address with its characters as they read.
func unescaped(s string) string {
	if open, err := url.PathUnescape(s); err == nil && open != s {
		return s + "\n" + open
	}
	return s
}

// within are the tags that stand inside words.
var within = []string{"strong", "em", "a", "span", "b", "i", "u", "s", "mark", "sup", "sub", "small", "ins", "del", "abbr", "code", "wbr", "bdi", "bdo", "q", "cite"}

// unspoken are the attributes of a page in which no words stand.
var unspoken = []string{"class", "id", "lang", "dir", "scope", "role", "style", "rel", "charset", "type", "width", "height", "colspan", "rowspan", "headers", "start", "for", "value", "tabindex"}

// htmlWords are the words of a page this program wrote, those of its
// descriptions among them.
func htmlWords(s string) string {
	var b, beside strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			i = len(s)
		}
		b.WriteString(html.UnescapeString(s[:i]))
		s = s[i:]
		if comment, ok := strings.CutPrefix(s, "<!--"); ok {
			said, rest, _ := strings.Cut(comment, "-->")
			beside.WriteString("\n" + said + "\n")
			s = rest
			continue
		}
		end := strings.IndexByte(s, '>')
		if end < 0 {
			break
		}
		name, attributes, _ := strings.Cut(strings.Trim(s[1:end], "/"), " ")
		if !slices.Contains(within, name) {
			b.WriteByte('\n')
		}
		for _, said := range attributeWords(attributes) {
			beside.WriteString("\n" + unescaped(html.UnescapeString(said)) + "\n")
		}
		s = s[end+1:]
	}
	return b.String() + "\n" + beside.String()
}

// attributeWords are the values of attributes that may hold words.
func attributeWords(s string) []string {
	var out []string
	for s != "" {
		name, rest, ok := strings.Cut(s, "=\"")
		if !ok {
			return out
		}
		value, after, _ := strings.Cut(rest, "\"")
		name = strings.TrimSpace(name[strings.LastIndexByte(name, ' ')+1:])
		if !slices.Contains(unspoken, name) && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/") {
			out = append(out, value)
		}
		s = after
	}
	return out
}
