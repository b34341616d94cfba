// Package lint finds in a Word file what Word would stumble over, repair in
// silence or read out badly, and what a validator of its schema does not see.
// It is for tests, and knows nothing of how the file was made.
package lint

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// Check is what is wrong with a Word file, each in a sentence; nil where
// nothing is.
func Check(data []byte) []string {
	f := &file{parts: map[string][]byte{}, trees: map[string]*node{}}
	if err := f.open(data); err != nil {
		return []string{err.Error()}
	}
	f.contentTypes()
	for name := range f.trees {
		if strings.HasSuffix(name, ".rels") {
			f.relationships(name)
		}
	}
	for name, tree := range f.trees {
		if strings.HasPrefix(name, "word/") && !strings.HasSuffix(name, ".rels") {
			f.words(name, tree)
			f.styles(name, tree)
			f.lists(name, tree)
		}
	}
	body := f.trees["word/document.xml"]
	if body == nil {
		return append(f.wrong, "there is no word/document.xml")
	}
	f.bookmarks(body)
	f.fields(body)
	f.tables(body)
	f.pictures()
	f.section(body)
	return f.wrong
}

// file is a Word file that is being checked.
type file struct {
	parts map[string][]byte
	trees map[string]*node
	wrong []string
}

func (f *file) say(format string, a ...any) { f.wrong = append(f.wrong, fmt.Sprintf(format, a...)) }

func (f *file) open(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
		if _, there := f.parts[part.Name]; there {
			f.say("%s is there twice", part.Name)
		}
		f.parts[part.Name] = data
		if ext := path.Ext(part.Name); ext == ".xml" || ext == ".rels" {
			if f.trees[part.Name], err = parse(data); err != nil {
				return fmt.Errorf("%s: %w", part.Name, err)
			}
		}
	}
	return nil
}

func (f *file) contentTypes() {
	types := f.trees["[Content_Types].xml"]
	if types == nil {
		f.say("there are no content types")
		return
	}
	known := map[string]bool{}
	for _, d := range types.all("Default") {
		if end := "." + strings.ToLower(d.attr["Extension"]); known[end] {
			f.say("the content types name %s twice", end)
		} else {
			known[end] = true
		}
	}
	for _, o := range types.all("Override") {
		name := strings.TrimPrefix(o.attr["PartName"], "/")
		if _, ok := f.parts[name]; !ok {
			f.say("the content types name %s, which is not there", name)
		}
		if known[name] {
			f.say("the content types name %s twice", name)
		}
		known[name] = true
	}
	for name := range f.parts {
		if name != "[Content_Types].xml" && !known[name] && !known[path.Ext(name)] {
			f.say("the content types lack %s", name)
		}
	}
}

// relationships checks those of one part: that they lead somewhere and that
// what the part asks for is among them.
func (f *file) relationships(name string) {
	from := path.Dir(path.Dir(name))
	ids := map[string]bool{}
	for _, r := range f.trees[name].all("Relationship") {
		id := r.attr["Id"]
		if ids[id] || id == "" {
			f.say("%s: %q stands for two relationships", name, id)
		}
		ids[id] = true
		if _, ok := f.parts[path.Join(from, r.attr["Target"])]; r.attr["TargetMode"] != "External" && !ok {
			f.say("%s leads to %s, which is not there", name, r.attr["Target"])
		}
		if r.attr["Target"] == "" {
			f.say("%s: %s leads nowhere", name, id)
		}
	}
	source := path.Join(from, strings.TrimSuffix(path.Base(name), ".rels"))
	f.trees[source].walk(func(n *node) {
		for _, use := range []string{"r:id", "r:embed", "r:link"} {
			if id, ok := n.attr[use]; ok && !ids[id] {
				f.say("%s uses relationship %q, which is not there", source, id)
			}
		}
	})
}

// words checks the text of a part.
func (f *file) words(name string, tree *node) {
	for _, t := range tree.all("t") {
		if strings.ContainsAny(t.text, "\n\r\t") {
			f.say("%s: %q has a line break or a tab of its own", name, short(t.text))
		}
		if strings.Trim(t.text, " ") != t.text && t.attr["xml:space"] != "preserve" {
			f.say("%s: %q would lose the space at its end", name, short(t.text))
		}
		if i := strings.IndexFunc(t.text, unfit); i >= 0 {
			f.say("%s: %q holds %U", name, short(t.text), []rune(t.text[i:])[0])
		}
	}
}

// unfit says whether r is a control character or none at all.
func unfit(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r >= 0x7f && r < 0xa0 || r >= 0xfdd0 && r <= 0xfdef || r&0xfffe == 0xfffe
}

func short(s string) string {
	if len(s) > 40 {
		return s[:40]
	}
	return s
}

// pictures checks that every drawing has an identity of its own and says what
// it shows.
func (f *file) pictures() {
	ids := map[string]bool{}
	for name, tree := range f.trees {
		for _, d := range tree.all("docPr") {
			if ids[d.attr["id"]] {
				f.say("%s: drawing %s is there twice", name, d.attr["id"])
			}
			ids[d.attr["id"]] = true
			if d.attr["descr"] == "" {
				f.say("%s: drawing %s does not say what it shows", name, d.attr["id"])
			}
		}
	}
}

func (f *file) section(body *node) {
	if n := len(body.all("sectPr")); n != 1 {
		f.say("the body has %d sections", n)
	}
	if in := body.first("body").nodes; len(in) == 0 || in[len(in)-1].name != "sectPr" {
		f.say("the body does not end in its section")
	}
	if styles := f.trees["word/styles.xml"]; styles != nil && styles.first("rPrDefault").first("lang").attr["val"] == "" {
		f.say("the document does not say its language")
	}
}
