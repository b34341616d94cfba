package office

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// wordOf is a Word file that says when it was made.
func wordOf(t *testing.T, core string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("docProps/core.xml")
	if err == nil {
		_, err = w.Write([]byte(core))
	}
	if err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSteady(t *testing.T) {
	t.Parallel()
	docx := wordOf(t, `<core><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-03T00:00:00Z</dcterms:created></core>`)
	pdf := func(date, stamp, mark, words string) []byte {
		return []byte("%PDF-1.7 " + words + "<xmp:CreateDate>" + date + "+01:00</xmp:CreateDate>/CreationDate(D:" + stamp + "+01'00')\n/ID [ <" + mark + ">\n<" + mark + "> ]\n/DocChecksum /" + mark)
	}
	one := steady(pdf("2026-11-22T07:28:11", "20261122072811", strings.Repeat("A1", 16), "words"), docx)
	two := steady(pdf("2026-11-22T07:28:14", "20261122072814", strings.Repeat("B2", 16), "words"), docx)
	other := steady(pdf("2026-11-22T07:28:11", "20261122072811", strings.Repeat("A1", 16), "other"), docx)
	if !bytes.Equal(one, two) {
		t.Errorf("two of one document differ:\n%s\n%s", one, two)
	}
	if !strings.Contains(string(one), "<xmp:CreateDate>2026-03-03T00:00:00+01:00<") || !strings.Contains(string(one), "/CreationDate(D:20260303000000+01'00')") {
		t.Errorf("it was not made on the day of the document: %s", one)
	}
	if bytes.Equal(one[len(one)-32:], other[len(other)-32:]) {
		t.Error("different documents have one mark")
	}
}

func TestSteadyLeavesAlone(t *testing.T) {
	t.Parallel()
	pdf := "%PDF-1.7 /CreationDate(D:20261122072811Z')"
	for what, docx := range map[string][]byte{"no Word file": []byte("words"), "one without a day": wordOf(t, "<core/>"), "nothing": nil} {
		if got := steady([]byte(pdf), docx); string(got) != pdf {
			t.Errorf("with %s it is %s", what, got)
		}
	}
}
