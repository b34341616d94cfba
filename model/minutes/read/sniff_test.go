package read

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestWhatIsRefused holds that what is no minutes is said to be what it is.
func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, words string }{
		{"a.txt", "", "empty"},
		{"a.txt", " \n\n ", "no words"},
		{"a.txt", "%PDF-1.7\n1 0 obj", "PDF"},
		{"a.docx", "%PDF-1.7\n1 0 obj", "PDF"},
		{"a.png", "\x89PNG\r\n\x1a\n", "picture"},
		{"a.jpg", "\xff\xd8\xff\xe0", "picture"},
		{"a.heic", "\x00\x00\x00\x18ftypheic", "picture"},
		{"a.mp4", "\x00\x00\x00\x18ftypisom", "recording"},
		{"a.gz", "\x1f\x8b\x08", "packed"},
		{"a.txt", "MIME-Version: 1.0\n", "mail"},
		{"a.csv", "No,What\n1,Roads\n", "table"},
		{"a.json", "{}", "data for programs"},
		{"a.minutes", "/meeting Harbour Board\n", "quick lines"},
		{"a.xml", "<?xml version=\"1.0\"?><data/>", "XML"},
		{"a.txt", "words\x00\x01\x02\x03\x04\x05\x06", "not text"},
		{"a.html", "<html><head><title>No words</title></head><body></body></html>", "no words"},
	} {
		refusedWith(t, c.name, []byte(c.data), c.words)
	}
	refusedWith(t, "a.txt", bytes.Repeat([]byte("words\n"), MaxText/6+1), "longer than any minutes")
	refusedWith(t, "a.txt", bytes.Repeat([]byte("\n"), mostLines+1), "longer than any minutes")
	refusedWith(t, "a.txt", make([]byte, MaxFile+1), "larger than 64 MB")
}

// TestWhatIsRead holds that the content of a file says what it is, and its name
// only where that does not.
func TestWhatIsRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, data string
		want       Format
	}{
		{"a.txt", "Minutes", PlainText},
		{"a", "Minutes", PlainText},
		{"a.doc", "\n<html><body><p>Saved as Word", HTML},
		{"a.txt", "<!DOCTYPE html><p>Words", HTML},
		{"a.txt", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html><body>Words</body></html>", HTML},
		{"a.HTM", "<p>Words", HTML},
		{"a.html", "No tags at all", PlainText},
		{"a.MD", "# Minutes", Markdown},
		{"a.md", "<html><p>Words", HTML},
		{"a.txt", "# Minutes", PlainText},
	} {
		d, err := File(c.name, []byte(c.data))
		if err != nil || d.Format != c.want || len(d.Blocks) != 1 {
			t.Errorf("%s %q: %v %v, want %s", c.name, c.data, d.Format, err, c.want)
		}
	}
}

// TestLetters holds that letters are read however they were written.
func TestLetters(t *testing.T) {
	t.Parallel()
	const words = "Café – £5 “now”"
	wide := func(big bool) string {
		out := []byte{0xFF, 0xFE}
		if big {
			out = []byte{0xFE, 0xFF}
		}
		for _, u := range utf16.Encode([]rune(words)) {
			if big {
				out = append(out, byte(u>>8), byte(u))
			} else {
				out = append(out, byte(u), byte(u>>8))
			}
		}
		return string(out)
	}
	for name, data := range map[string]string{
		"UTF-8": words, "UTF-8 with a mark": "\xEF\xBB\xBF" + words, "UTF-16": wide(false), "UTF-16 the other way": wide(true),
		"Windows": "Caf\xe9 \x96 \xa35 \x93now\x94", "lines of Windows": words + "\r\n", "lines of old": words + "\r",
		"unseen": "Ca\u00adf\u00e9 – £5\u00a0\u200b“now”\ufeff", "in pieces": "Cafe\u0301 – £5 “now”",
	} {
		d, err := File("a.txt", []byte(data))
		if err != nil || len(d.Blocks) != 1 || d.Blocks[0].Text() != words {
			t.Errorf("%s: %v %q", name, err, sketch(d.Blocks))
		}
	}
	d, err := File("a.html", []byte("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1250\"></head><p>\xc8esk\xfd</p>"))
	if err != nil || d.Blocks[0].Text() != "Český" {
		t.Errorf("%v %q", err, sketch(d.Blocks))
	}
	refusedWith(t, "a.html", []byte("<html><meta charset=shift_jis><p>\x83\x65\x83\x58</p>"), "shiftjis")
}

func TestExtensions(t *testing.T) {
	t.Parallel()
	for _, e := range Extensions() {
		if !strings.HasPrefix(e, ".") || extensions[e] != "" {
			t.Errorf("%s is offered and refused", e)
		}
	}
	if !slices.Contains(Extensions(), ".docx") {
		t.Error("no Word")
	}
}
