package read

import (
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

// TestFilesThatAreNotWhatTheirNamesSay holds that what is in a file decides: it
// is read as that, or refused for what it is.
func TestFilesThatAreNotWhatTheirNamesSay(t *testing.T) {
	t.Parallel()
	document := ziptest.Pack(t, wordParts(para(wordRunOf("Minutes")), nil))
	text := ziptest.Pack(t, map[string]string{"mimetype": odtMedia, "content.xml": `<office:document-content` + odtSpaces + `><office:body><office:text><text:p>Minutes</text:p></office:text></office:body></office:document-content>`})
	for name, c := range map[string]struct {
		data []byte
		want Format
	}{
		"minutes.txt":  {document, Word},
		"minutes.pdf":  {document, Word},
		"minutes.odt":  {document, Word},
		"minutes.zip":  {document, Word},
		"minutes.docx": {text, ODT},
		"minutes.html": {[]byte(`{\rtf1 Minutes}`), RTF},
		"minutes.doc":  {[]byte(`{\rtf1 Minutes}`), RTF},
		"minutes.rtf":  {[]byte("Minutes"), PlainText},
		"minutes":      {[]byte("<html><p>Minutes"), HTML},
		"letters.docx": {[]byte("Minutes"), PlainText},
	} {
		d, err := File(name, c.data)
		if err != nil || d.Format != c.want || len(d.Blocks) != 1 || d.Blocks[0].Text() != "Minutes" {
			t.Errorf("%s: %s %q, %v, want %s", name, d.Format, sketch(d.Blocks), err, c.want)
		}
	}
	for name, c := range map[string]struct{ data, want string }{
		"picture.docx":  {"\x89PNG\r\n\x1a\n\x00\x00", "picture"},
		"program.docx":  {"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00", "not text"},
		"recording.txt": {"OggS\x00\x02\x00\x00", "recording"},
		"archive.docx":  {"Rar!\x1a\x07\x00", "packed"},
		"workbook.docx": {string(ziptest.Pack(t, map[string]string{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"})), "Excel"},
		"old.docx":      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + sixteenBit("WordDocument"), ".doc"},
		"page.docx":     {"<?xml version=\"1.0\"?><w:document/>", "XML"},
	} {
		if got := refusedFor(t, name, []byte(c.data)); !strings.Contains(got, c.want) {
			t.Errorf("%s is refused because %q, want %q", name, got, c.want)
		}
	}
}

// TestCutShort holds that a packed file is refused wherever it ends too early,
// and that nothing else that ends there stops the program.
func TestCutShort(t *testing.T) {
	t.Parallel()
	document := ziptest.Pack(t, wordParts(para(wordRunOf("Minutes")), map[string]string{"styles": `<w:style w:styleId="N"/>`}))
	for n := 4; n < len(document); n += 7 {
		if got := refusedFor(t, "cut.docx", document[:n]); !strings.Contains(got, "the end of it is missing") {
			t.Errorf("cut at %d it is refused because %q", n, got)
		}
	}
	for name, whole := range map[string]string{
		"cut.rtf":  `{\rtf1{\fonttbl{\f0 A;}}\pard a\par{\field{\*\fldinst HYPERLINK "x"}{\fldrslt y}}\par}`,
		"cut.html": `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><table><tr><td>a</td></tr></table><!-- b --><p>c`,
		"cut.md":   "---\ntitle: a\n---\n# A\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ne\n```\n",
		"cut.fodt": string(flat(`<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>`)),
	} {
		for n := range len(whole) {
			held(t, name, []byte(whole[:n]))
		}
	}
}

// TestEntityBombs holds that no entity is made larger, in any format.
func TestEntityBombs(t *testing.T) {
	t.Parallel()
	const bomb = `<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
	flatBomb := strings.Replace(string(flat(`<text:p>&b;</text:p>`)), `<office:document `, bomb+`<office:document `, 1)
	if got := refusedFor(t, "bomb.fodt", []byte(flatBomb)); !strings.Contains(got, "damaged") {
		t.Errorf("refused because %q", got)
	}
	packedBomb := ziptest.Pack(t, map[string]string{"mimetype": odtMedia, "content.xml": bomb + `<office:document-content` + odtSpaces + `><office:body><office:text><text:p>&c;</text:p></office:text></office:body></office:document-content>`})
	if got := refusedFor(t, "bomb.odt", packedBomb); !strings.Contains(got, "damaged") {
		t.Errorf("refused because %q", got)
	}
	d, err := File("bomb.html", []byte("<!DOCTYPE html "+bomb[10:]+"<html><p>Minutes &b; &c;"))
	if err != nil || strings.Contains(allSaid(d.Blocks), "haha") || strings.Contains(allSaid(d.Blocks), "root:") {
		t.Errorf("%q %v", sketch(d.Blocks), err)
	}
}

// TestODTBombs holds that an OpenDocument text that unpacks to far more than it
// is packed in is refused.
func TestODTBombs(t *testing.T) {
	t.Parallel()
	bomb := ziptest.Pack(t, map[string]string{"mimetype": odtMedia, "content.xml": `<office:document-content` + odtSpaces + `><office:body><office:text><text:p>` + strings.Repeat("a", 8<<20) + `</text:p></office:text></office:body></office:document-content>`})
	if got := refusedFor(t, "bomb.odt", bomb); !strings.Contains(got, "unpacks to far more") {
		t.Errorf("refused because %q", got)
	}
}
