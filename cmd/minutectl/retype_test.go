package main

import (
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"minutebook/model/ziptest"
)

// retype FILE OLD NEW types over words of a Word file, as somebody does who
// edits it: NEW may have <b>bold</b> words, and where it is empty the paragraph
// goes.
func retype(ts *testscript.TestScript, _ bool, args []string) {
	typed := ziptest.Changed(ts, []byte(ts.ReadFile(args[0])), func(name, text string) string {
		if name != "word/document.xml" {
			return text
		}
		return typedOver(ts, text, args[1], args[2])
	})
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), typed, 0o600))
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
