package read

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model/minutes"
	"minutebook/model/ziptest"
)

func wordTableOf(rows ...string) string {
	out := `<w:tbl><w:tblPr/><w:tblGrid/>`
	for _, r := range rows {
		out += r
	}
	return out + `</w:tbl>`
}

func wordRowOf(cells string) string { return `<w:tr>` + cells + `</w:tr>` }

func wordCellOf(text string) string { return `<w:tc>` + para(wordRunOf(text)) + `</w:tc>` }

func sized(tcPr, text string) string {
	return `<w:tc><w:tcPr>` + tcPr + `</w:tcPr>` + para(wordRunOf(text)) + `</w:tc>`
}

func TestWordTables(t *testing.T) {
	t.Parallel()
	head := func(cells string) string { return `<w:tr><w:trPr><w:tblHeader/></w:trPr>` + cells + `</w:tr>` }
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"cells":               {wordTableOf(head(wordCellOf("A")+wordCellOf("B")), wordRowOf(wordCellOf("a")+`<w:tc>`+para(wordRunOf("b"))+para(wordRunOf("c"))+`</w:tc>`)), []string{"table row head | A | B", "table row | a | b ¶ c"}},
		"a head in the midst": {wordTableOf(wordRowOf(wordCellOf("a")), head(wordCellOf("B"))), []string{"table row | a", "table row | B"}},
		"spans":               {wordTableOf(wordRowOf(sized(`<w:gridSpan w:val="3"/>`, "a") + wordCellOf("b"))), []string{"table row |3| a | b"}},
		"columns left out":    {wordTableOf(`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>` + wordCellOf("a") + `</w:tr>`), []string{"table row |2| | a"}},
		"merged downwards":    {wordTableOf(wordRowOf(sized(`<w:vMerge w:val="restart"/>`, "a")+wordCellOf("b")), wordRowOf(sized(`<w:vMerge/>`, "")+wordCellOf("c"))), []string{"table row | a | b", "table row | | c"}},
		"merged along":        {wordTableOf(wordRowOf(sized(`<w:hMerge w:val="restart"/>`, "a") + sized(`<w:hMerge/>`, "b") + wordCellOf("c"))), []string{"table row |2| a ¶ b | c"}},
		"empty rows":          {wordTableOf(wordRowOf(wordCellOf("")+wordCellOf("")), wordRowOf(wordCellOf("a"))), []string{"table row | a"}},
		"a table in a cell":   {wordTableOf(wordRowOf(wordCellOf("a") + `<w:tc>` + para(wordRunOf("b")) + wordTableOf(wordRowOf(wordCellOf("x")+wordCellOf("y")), wordRowOf(wordCellOf("z"))) + para("") + `</w:tc>`)), []string{"table row | a | b ¶ x\ty ¶ z"}},
		"a frame of one cell": {wordTableOf(wordRowOf(`<w:tc>` + para(wordRunOf("b")) + wordTableOf(wordRowOf(wordCellOf("x")+wordCellOf("y"))) + para(wordRunOf("c")) + `</w:tc>`)), []string{"paragraph: b", "table row | x | y", "paragraph: c"}},
		"a box of one cell":   {wordTableOf(wordRowOf(wordCellOf("a"))), []string{"table row | a"}},
		"rows in tags":        {wordTableOf(`<w:sdt><w:sdtContent>` + wordRowOf(`<w:sdt><w:sdtContent>`+wordCellOf("a")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`), []string{"table row | a"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reads(t, wordDoc(t, c.body, nil), c.want...)
		})
	}
	d := wordDoc(t, wordTableOf(wordRowOf(wordCellOf("a")))+para(wordRunOf("b"))+wordTableOf(wordRowOf(wordCellOf("c"))), nil)
	if d.Blocks[0].Table != 1 || d.Blocks[2].Table != 2 || d.Blocks[2].Line != 3 || d.Blocks[2].Cells[0].Blocks[0].Line != 3 {
		t.Errorf("tables %d and %d, the last in line %d", d.Blocks[0].Table, d.Blocks[2].Table, d.Blocks[2].Line)
	}
	hiddenBelow := wordDoc(t, wordTableOf(wordRowOf(sized(`<w:vMerge/>`, "x")+wordCellOf("a"))), nil)
	reads(t, hiddenBelow, "table row | | a")
	if len(hiddenBelow.Warnings) != 1 {
		t.Errorf("words in a merged cell are left out with %q", hiddenBelow.Warnings)
	}
}

func fieldChar(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func instruction(s string) string {
	return `<w:r><w:instrText xml:space="preserve">` + s + `</w:instrText></w:r>`
}

func fieldOf(instr, result string) string {
	return fieldChar("begin") + instruction(instr) + fieldChar("separate") + result + fieldChar("end")
}

func TestWordLinksAndFields(t *testing.T) {
	t.Parallel()
	others := map[string]string{"rels": `<Relationship Id="L" Type="` + relTypes + `hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/><Relationship Id="I" Type="` + relTypes + `hyperlink" Target="other.xml"/>`}
	link := func(attrs, text string) string {
		return `<w:hyperlink ` + attrs + `>` + wordRunOf(text) + `</w:hyperlink>`
	}
	for name, c := range map[string]struct{ body, want string }{
		"link":                   {wordRunOf("see ") + link(`r:id="L"`, "it") + wordRunOf(" now"), "paragraph: see {it -> https://example.org/a?b=1&c=2} now"},
		"link with a place":      {link(`r:id="L" w:anchor="p"`, "it"), "paragraph: {it -> https://example.org/a?b=1&c=2#p}"},
		"link within":            {link(`w:anchor="m_item"`, "it") + link(`r:id="I"`, "that") + link(`r:id="none"`, "x"), "paragraph: itthatx"},
		"field":                  {fieldOf(` HYPERLINK "https://example.org/x" \\o "tip" `, wordRunOf("it")) + wordRunOf("!"), "paragraph: {it -> https://example.org/x}!"},
		"field with a place":     {fieldOf(` hyperlink "https://example.org/x" \l "p"`, wordRunOf("it")), "paragraph: {it -> https://example.org/x#p}"},
		"field within":           {fieldOf(` HYPERLINK \l "_Toc1" `, wordRunOf("it")), "paragraph: it"},
		"simple field":           {`<w:fldSimple w:instr="HYPERLINK https://example.org/">` + wordRunOf("it") + `</w:fldSimple><w:fldSimple w:instr="PAGE">` + wordRunOf("3") + `</w:fldSimple>`, "paragraph: {it -> https://example.org/}3"},
		"instruction in pieces":  {fieldChar("begin") + instruction(" HYPERLINK ") + instruction(`"https://example.org/"`) + fieldChar("separate") + wordRunOf("it") + fieldChar("end"), "paragraph: {it -> https://example.org/}"},
		"field in a field":       {fieldChar("begin") + instruction("IF ") + fieldOf("PAGE", wordRunOf("9")) + instruction(" = 9") + fieldChar("separate") + wordRunOf("yes") + fieldChar("end"), "paragraph: yes"},
		"field without a result": {wordRunOf("a") + fieldChar("begin") + instruction(`XE "quay"`) + fieldChar("end") + wordRunOf("b"), "paragraph: ab"},
		"boxes to tick":          {`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>` + instruction("FORMCHECKBOX") + fieldChar("end") + wordRunOf(" yes"), "paragraph: ☒ yes"},
		"a choice":               {`<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="red"/><w:listEntry w:val="blue"/></w:ddList></w:ffData></w:fldChar></w:r>` + instruction("FORMDROPDOWN") + fieldChar("end"), "paragraph: blue"},
		"an end without a field": {fieldChar("end") + fieldChar("separate") + wordRunOf("a"), "paragraph: a"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reads(t, wordDoc(t, para(c.body), others), c.want)
		})
	}
	reads(t, wordDoc(t, para(fieldOf(` TOC \o "1-3" `, wordRunOf("One")))+para(fieldChar("begin")+wordRunOf("lost?"))+para(wordRunOf("kept")), nil), "paragraph: One", "paragraph: kept")
	reads(t, wordDoc(t, para(fieldChar("begin")+instruction("TOC")+fieldChar("separate")+wordRunOf("One"))+para(wordRunOf("Two")+fieldChar("end")), nil), "paragraph: One", "paragraph: Two")
}

func TestWordBoxesAndPictures(t *testing.T) {
	t.Parallel()
	box := `<w:txbxContent>` + para(wordRunOf("boxed")) + wordTableOf(wordRowOf(wordCellOf("c"))) + `</w:txbxContent>`
	both := `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>` + box + `</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:shape><v:textbox>` + box + `</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
	picture := `<w:drawing><wp:inline><a:graphic><a:blip r:embed="p"/></a:graphic></wp:inline></w:drawing>`
	reads(t, wordDoc(t, para(`<w:r>`+both+`<w:t>beside</w:t></w:r>`)+para(wordRunOf("after")), nil), "paragraph: beside", "paragraph: boxed", "table row | c", "paragraph: after")
	reads(t, wordDoc(t, para(`<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:drawing/></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`), nil), "paragraph: old")
	d := wordDoc(t, para(`<w:r>`+picture+picture+`<w:t>a</w:t></w:r><w:r><w:object><v:shape><v:imagedata r:id="i"/></v:shape><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r><w:r><w:drawing><c:chart r:id="c"/></w:drawing></w:r><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>`)+`<w:altChunk r:id="z"/>`, nil)
	reads(t, d, "paragraph: a")
	want := []string{"2 pictures were left out: only words are taken in.", "A chart or diagram was left out, with the words in it.", "An embedded object, such as a sheet of figures, was left out.", "Another document that is embedded in the file was left out."}
	if !slices.Equal(d.Warnings, want) {
		t.Errorf("warned %q, want %q", d.Warnings, want)
	}
	reads(t, wordDoc(t, para(wordRunOf("a"))+para(`<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>`)+para(wordRunOf("b")), nil), "paragraph: a", "rule: ", "paragraph: b")
}

func TestWordNotesAndPages(t *testing.T) {
	t.Parallel()
	note := func(id, text string) string {
		return para(`<w:r><w:footnoteRef/></w:r>` + wordRunOf(" "+text))
	}
	others := map[string]string{
		"footnotes": `<w:footnote w:type="separator" w:id="-1">` + para(`<w:r><w:separator/></w:r>`) + `</w:footnote><w:footnote w:id="1">` + note("1", "First.") + `</w:footnote><w:footnote w:id="2">` + note("2", "Never called.") + `</w:footnote>`,
		"endnotes":  `<w:endnote w:id="1">` + note("1", "Last.") + `</w:endnote>`,
		"header1":   para(wordRunOf("Board")) + wordTableOf(wordRowOf(wordCellOf("l")+wordCellOf("r"))),
		"header2":   para(wordRunOf("First page")),
		"header3":   para(wordRunOf("Board")) + wordTableOf(wordRowOf(wordCellOf("l")+wordCellOf("r"))),
		"header4":   para(wordRunOf("Even")),
		"footer1":   para(wordRunOf("Page ") + fieldOf("PAGE", wordRunOf("1"))),
		"footer2":   para(wordRunOf("Page ") + fieldOf("PAGE", wordRunOf("2"))),
		"settings":  `<w:themeFontLang w:val="cy-GB"/>`,
	}
	body := para(wordRunOf("a")+`<w:r><w:footnoteReference w:id="1"/></w:r>`) + para(wordRunOf("b")+`<w:r><w:endnoteReference w:id="1"/></w:r>`)
	section := func(more string) string {
		return `<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:headerReference w:type="even" r:id="header4"/><w:footerReference w:type="default" r:id="footer1"/>` + more + `<w:pgSz w:w="12240" w:h="15840"/></w:sectPr>`
	}
	second := `<w:sectPr><w:headerReference w:type="default" r:id="header3"/><w:footerReference w:type="default" r:id="footer2"/></w:sectPr>`
	d := wordDoc(t, body+para(`<w:pPr>`+section("<w:titlePg/>")+`</w:pPr>`)+second, others)
	reads(t, d, "header: Board", "header: l\tr", "header: First page", "paragraph: a", "paragraph: First.", "paragraph: b", "paragraph: Last.", "footer: Page 1")
	if !d.Look.Letter || d.Language != "cy-GB" {
		t.Errorf("letter is %v, the language %q", d.Look.Letter, d.Language)
	}
	reads(t, wordDoc(t, body+section(""), others), "header: Board", "header: l\tr", "paragraph: a", "paragraph: First.", "paragraph: b", "paragraph: Last.", "footer: Page 1")
	others["settings"] = `<w:evenAndOddHeaders/>`
	reads(t, wordDoc(t, body+section(""), others), "header: Board", "header: l\tr", "header: Even", "paragraph: a", "paragraph: First.", "paragraph: b", "paragraph: Last.", "footer: Page 1")
}

func TestWordProperties(t *testing.T) {
	t.Parallel()
	d := wordDoc(t, para(wordRunOf("a")), map[string]string{
		"docProps/core.xml":   `<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d"><dc:title> Minutes </dc:title><dc:creator>Board</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`,
		"docProps/custom.xml": `<Properties xmlns:vt="urn:v"><property name="Minutebook Meeting"><vt:lpwstr>k3x9</vt:lpwstr></property><property name="Minutebook Version"><vt:i4>41</vt:i4></property><property name="Other"><vt:lpwstr>x</vt:lpwstr></property></Properties>`,
		"styles":              `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>`,
		"theme":               `<a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>`,
		"vbaProject":          ``,
	})
	if d.Title != "Minutes" || d.Author != "Board" || d.Language != "en-GB" || d.Look.Font != "Calibri" || d.Look.Letter || d.Origin != (minutes.Origin{Meeting: "k3x9", Version: 41}) {
		t.Errorf("got %+v", d)
	}
	if want := []string{"The file has macros. They were left out and have not been run."}; !slices.Equal(d.Warnings, want) {
		t.Errorf("warned %q", d.Warnings)
	}
}

func TestStrictWord(t *testing.T) {
	t.Parallel()
	parts := wordParts(`<w:p><w:pPr><w:ind w:start="36pt"/></w:pPr><w:r><w:rPr><w:b w:val="true"/></w:rPr><w:t>a</w:t></w:r></w:p>`, nil)
	const strict = "http://purl.oclc.org/ooxml/"
	for name, part := range parts {
		part = strings.ReplaceAll(part, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict+"wordprocessingml/main")
		parts[name] = strings.ReplaceAll(part, relTypes, strict+"officeDocument/relationships/")
	}
	parts["word/main.xml"] = parts["word/document.xml"]
	parts["_rels/.rels"] = strings.ReplaceAll(parts["_rels/.rels"], "word/document.xml", "/word/main.xml")
	delete(parts, "word/document.xml")
	parts["[Content_Types].xml"] = `<Types><Override PartName="/word/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	d, err := File("a.docx", ziptest.Pack(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	reads(t, d, "paragraph: <a>")
	if d.Blocks[0].Indent != 6 {
		t.Errorf("set in by %d", d.Blocks[0].Indent)
	}
}
