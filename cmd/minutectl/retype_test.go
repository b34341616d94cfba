package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// retype FILE OLD NEW types over words of a Word file, as somebody does who
// edits it: NEW may have <b>bold</b> words, and where it is empty the paragraph
// goes.
func retype(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.NewReader(strings.NewReader(ts.ReadFile(args[0])), int64(len(ts.ReadFile(args[0]))))
	ts.Check(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		ts.Check(err)
		data, err := io.ReadAll(r)
		ts.Check(err)
		if f.Name == "word/document.xml" {
			data = []byte(typedOver(ts, string(data), args[1], args[2]))
		}
		part, err := w.Create(f.Name)
		ts.Check(err)
		_, err = part.Write(data)
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out.Bytes(), 0o600))
}

func typedOver(ts *testscript.TestScript, text, old, now string) string {
	if strings.Count(text, old) != 1 {
		ts.Fatalf("%q stands %d times in the file", old, strings.Count(text, old))
	}
	at := strings.Index(text, old)
	if now == "" {
		from, to := strings.LastIndex(text[:at], "<w:p>"), at+strings.Index(text[at:], "</w:p>")+len("</w:p>")
		return text[:from] + text[to:]
	}
	now = strings.NewReplacer("<b>", `</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">`, "</b>", `</w:t></w:r><w:r><w:t xml:space="preserve">`).Replace(now)
	return text[:at] + now + text[at+len(old):]
}
