package read

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

// pagesOf is a Word file of about so many pages as Word itself writes them:
// words in many runs with the numbers of edits, marks of proofing, a table.
func pagesOf(t testing.TB, pages int) []byte {
	t.Helper()
	var b strings.Builder
	look := `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr>`
	piece := func(i int, text string) {
		fmt.Fprintf(&b, `<w:r w:rsidR="00%06X" w:rsidRPr="00A1B2C3">%s<w:t xml:space="preserve">%s</w:t></w:r>`, i, look, text)
	}
	for i := range pages * 12 {
		fmt.Fprintf(&b, `<w:p w14:paraId="%08X" w14:textId="77777777" w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3" w:rsidP="00D4E5F6"><w:pPr><w:pStyle w:val="N"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/>%s</w:pPr>`, i, i%2, look)
		fmt.Fprintf(&b, `<w:bookmarkStart w:id="%d" w:name="m_%[1]d"/>`, i)
		for j := range 8 {
			piece(i*8+j, fmt.Sprintf("part %d of what the Board considered of the ", j))
			b.WriteString(`<w:proofErr w:type="spellStart"/>`)
			piece(i, "figures")
			b.WriteString(`<w:proofErr w:type="spellEnd"/>`)
		}
		fmt.Fprintf(&b, `<w:bookmarkEnd w:id="%d"/></w:p>`, i)
	}
	for i := range pages * 2 {
		b.WriteString(wordTableOf(wordRowOf(wordCellOf(fmt.Sprint(i)) + wordCellOf("to write") + wordCellOf("Clerk"))))
	}
	return ziptest.Pack(t, wordParts(b.String(), map[string]string{
		"numbering": `<w:abstractNum w:abstractNumId="0">` + lvl(0, "decimal", "%1.", "") + lvl(1, "decimal", "%1.%2", "") + `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
		"styles":    `<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Numbered"/></w:style>`,
	}))
}

// BenchmarkWord reads a Word file of two hundred pages.
func BenchmarkWord(b *testing.B) {
	data := pagesOf(b, 200)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := File("a.docx", data); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkThousandWords reads a thousand Word files of ten pages, one after the
// other, and says how much more memory is in use behind the last than behind the
// hundredth.
func BenchmarkThousandWords(b *testing.B) {
	data := pagesOf(b, 10)
	inUse := func() float64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
	for b.Loop() {
		early := 0.0
		for i := range 1000 {
			if _, err := File("a.docx", data); err != nil {
				b.Fatal(err)
			}
			if i == 100 {
				early = inUse()
			}
		}
		b.ReportMetric(inUse()-early, "MB/grown")
	}
}
