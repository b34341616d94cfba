package read

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model/minutes"
	"minutebook/model/ziptest"
)

// odtSpaces are the spaces of names of an OpenDocument text.
const odtSpaces = ` xmlns:office="urn:office" xmlns:text="urn:text" xmlns:style="urn:style" xmlns:fo="urn:fo" xmlns:table="urn:table" xmlns:draw="urn:draw" xmlns:xlink="urn:xlink" xmlns:dc="urn:dc" xmlns:meta="urn:meta" xmlns:svg="urn:svg"`

const odtStyles = `<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="F" fo:language="en" fo:country="GB"/></style:default-style>` +
	`<style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>` +
	`<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop2"/><style:style style:name="Loop2" style:family="paragraph" style:parent-style-name="Loop"/>` +
	`<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>` +
	`<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/></text:list-style>` +
	`<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style></office:styles>` +
	`<office:automatic-styles><style:page-layout style:name="p"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in"/></style:page-layout>` +
	`<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/><style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page" fo:margin-left="0.5in"/><style:text-properties fo:font-style="italic"/></style:style>` +
	`<style:style style:name="P3" style:family="paragraph"><style:paragraph-properties fo:border-bottom="1pt solid #000000"/></style:style><style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles>`

// flat is an OpenDocument text in one file.
func flat(text string) []byte {
	return []byte(`<?xml version="1.0"?><office:document` + odtSpaces + `><office:meta><dc:title>Minutes</dc:title><meta:initial-creator>Board</meta:initial-creator><meta:user-defined meta:name="Minutebook Meeting">k3x9</meta:user-defined><meta:user-defined meta:name="Minutebook Version">4</meta:user-defined></office:meta>` +
		`<office:font-face-decls><style:font-face style:name="F" svg:font-family="'DejaVu Sans'"/></office:font-face-decls>` + odtStyles +
		`<office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Board</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page><style:master-page style:name="First"><style:footer><text:p>Page <text:page-number>2</text:page-number></text:p></style:footer></style:master-page></office:master-styles>` +
		`<office:body><office:text>` + text + `</office:text></office:body></office:document>`)
}

// odtDoc is what is read of an OpenDocument text, without its header and footer.
func odtDoc(t *testing.T, text string) Document {
	t.Helper()
	d, err := File("a.fodt", flat(text))
	if err != nil {
		t.Fatal(err)
	}
	n := len(d.Blocks)
	if n < 2 || shown(d.Blocks[0]) != "header: Board" || shown(d.Blocks[n-1]) != "footer: Page 1" {
		t.Fatalf("header and footer are in %q", lines(d.Blocks))
	}
	d.Blocks = d.Blocks[1 : n-1]
	return d
}

func TestOpenDocumentTexts(t *testing.T) {
	t.Parallel()
	item := func(inner string) string { return `<text:list-item>` + inner + `</text:list-item>` }
	list := func(attrs, inner string) string { return `<text:list ` + attrs + `>` + inner + `</text:list>` }
	p := func(s string) string { return `<text:p>` + s + `</text:p>` }
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"spaces":    {p("  a\n  b <text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>e  "), []string{"paragraph: a b   c\td\ne"}},
		"looks":     {p(`a<text:span text:style-name="Strong">b<text:span text:style-name="T1">secret</text:span></text:span>c`) + `<text:p text:style-name="P2">d</text:p>`, []string{"paragraph: a<b>c", "page break: ", "paragraph: /d/"}},
		"headings":  {`<text:h text:style-name="P1" text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="2">C</text:h><text:h text:outline-level="9">D</text:h>`, []string{"heading 1 1.: A", "heading 2 1.1: B", "heading 2 1.2: C", "heading 6: D"}},
		"lists":     {list(`text:style-name="L1"`, item(p("a")+p("more")+list("", item(p("b"))+item(p("c")+list("", item(p("d"))))))+item(p("e"))), []string{"list item 1.: a", "paragraph: more", "list item 1 (a): b", "list item 1 (b): c", "list item 2 1.b.i: d", "list item 2.: e"}},
		"gone on":   {list(`xml:id="x" text:style-name="L1"`, item(p("a"))) + list(`text:style-name="L1"`, item(p("b"))) + list(`text:continue-list="x" text:style-name="L1"`, item(p("c"))) + list(`text:continue-numbering="true" text:style-name="L1"`, item(p("d"))), []string{"list item 1.: a", "list item 1.: b", "list item 2.: c", "list item 3.: d"}},
		"numbers":   {list(`text:style-name="L1"`, `<text:list-header>`+p("head")+`</text:list-header><text:list-item text:start-value="7">`+p("a")+`</text:list-item>`+item(p("b"))+`<text:list-item text:style-override="L2">`+p("c")+`</text:list-item>`), []string{"paragraph: head", "list item 7.: a", "list item 8.: b", "list item •: c"}},
		"links":     {p(`<text:a xlink:href="https://example.org/">it</text:a><text:a xlink:href="#p">that</text:a>`), []string{"paragraph: {it -> https://example.org/}that"}},
		"tables":    {`<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>` + p("A") + `</table:table-cell><table:table-cell>` + p("B") + `</table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">` + p("c") + p("d") + `</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`, []string{"table row head | A | B", "table row |2| c ¶ d"}},
		"boxes":     {p(`a<draw:frame><draw:text-box>` + p("boxed") + `</draw:text-box></draw:frame>`), []string{"paragraph: a", "paragraph: boxed"}},
		"watermark": {p(`a<draw:custom-shape>` + p("DRAFT") + `<draw:enhanced-geometry draw:text-path="true"/></draw:custom-shape>`), []string{"paragraph: a"}},
		"notes":     {p(`a<text:note><text:note-citation>1</text:note-citation><text:note-body>` + p("Note.") + `</text:note-body></text:note>b`), []string{"paragraph: ab", "paragraph: Note."}},
		"rule":      {p("a") + `<text:p text:style-name="P3"/>` + p("b"), []string{"paragraph: a", "rule: ", "paragraph: b"}},
		"contents":  {`<text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>` + p("Contents") + `</text:index-title>` + p("One") + `</text:index-body></text:table-of-content>`, []string{"paragraph: Contents", "paragraph: One"}},
		"a loop":    {`<text:p text:style-name="Loop">a</text:p>`, []string{"paragraph: a"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reads(t, odtDoc(t, c.text), c.want...)
		})
	}
}

func TestOpenDocumentChangesAndComments(t *testing.T) {
	t.Parallel()
	change := func(id, kind, inner string) string {
		return `<text:changed-region text:id="` + id + `"><text:` + kind + `><office:change-info><dc:creator>Ann</dc:creator><dc:date>2026-03-03T10:00:00Z</dc:date></office:change-info>` + inner + `</text:` + kind + `></text:changed-region>`
	}
	d := odtDoc(t, `<text:tracked-changes>`+change("i", "insertion", "")+change("d", "deletion", "<text:p>old</text:p>")+`</text:tracked-changes>`+
		`<text:p><text:bookmark-start text:name="m"/>The <text:change text:change-id="d"/><text:change-start text:change-id="i"/>new<text:change-end text:change-id="i"/> quay<text:bookmark-end text:name="m"/></text:p>`+
		`<text:p>b <office:annotation office:name="c"><dc:creator>Bo</dc:creator><dc:date>2026-03-04T10:00:00</dc:date><text:p>Is it?</text:p></office:annotation>so<office:annotation-end office:name="c"/>.</text:p><text:p><text:change text:change-id="d"/></text:p>`)
	reads(t, d, "paragraph: The new quay", "paragraph: b so.", "paragraph gone: ")
	if got, want := changesOf(d.Blocks), []string{"deleted old", "inserted new", "deleted old"}; !slices.Equal(got, want) {
		t.Errorf("the changes are %q", got)
	}
	if want := []Comment{{Block: 2, On: "so", Text: "Is it?", By: "Bo", When: "2026-03-04T10:00:00"}}; !slices.Equal(d.Comments, want) {
		t.Errorf("the comments are %+v", d.Comments)
	}
	if !slices.Equal(d.Blocks[0].Bookmarks, []string{"m"}) || len(d.Blocks[1].Bookmarks) > 0 {
		t.Errorf("bookmarks %q and %q", d.Blocks[0].Bookmarks, d.Blocks[1].Bookmarks)
	}
	if d.Title != "Minutes" || d.Author != "Board" || d.Language != "en-GB" || d.Look != (Look{Font: "DejaVu Sans", Letter: true}) || d.Origin != (minutes.Origin{Meeting: "k3x9", Version: 4}) {
		t.Errorf("got %q by %q in %q, %+v, %+v", d.Title, d.Author, d.Language, d.Look, d.Origin)
	}
}

func TestOpenDocumentFiles(t *testing.T) {
	t.Parallel()
	content := `<office:document-content` + odtSpaces + `><office:body><office:text><text:p>a<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame></text:p></office:text></office:body></office:document-content>`
	// One that is called a Word file is read as what it is.
	d, err := File("minutes.docx", ziptest.Pack(t, map[string]string{"mimetype": odtMedia, "content.xml": content}))
	if err != nil {
		t.Fatal(err)
	}
	reads(t, d, "paragraph: a")
	if d.Format != ODT || len(d.Warnings) != 2 {
		t.Errorf("%s with %q", d.Format, d.Warnings)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"protected":    {ziptest.Pack(t, map[string]string{"mimetype": odtMedia, "content.xml": "\x01\x02", "META-INF/manifest.xml": `<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`}), "password"},
		"damaged":      {ziptest.Pack(t, map[string]string{"mimetype": odtMedia, "content.xml": content[:200]}), "damaged"},
		"no text":      {ziptest.Pack(t, map[string]string{"mimetype": odtMedia}), "no text in it"},
		"a sheet":      {ziptest.Pack(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "an OpenDocument file of another kind"},
		"deep":         {flat(strings.Repeat("<text:section>", 300) + strings.Repeat("</text:section>", 300)), "deeply"},
		"many":         {flat(strings.Repeat("<text:p/>", mostMade+1)), "more paragraphs"},
		"flat no text": {[]byte(`<office:document xmlns:office="urn:office"/>`), "no text in it"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := refusedFor(t, "minutes.odt", c.data); !strings.Contains(got, c.want) {
				t.Errorf("refused because %q, want %q", got, c.want)
			}
		})
	}
}

// FuzzODT reads OpenDocument texts of anything.
func FuzzODT(f *testing.F) {
	f.Add(`<text:list text:style-name="L1"><text:list-item><text:p>a</text:p><text:list><text:list-item text:start-value="3"><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>`)
	f.Add(`<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell></table:table-row></table:table><text:p>b<office:annotation office:name="c"><text:p>c</text:p></office:annotation></text:p>`)
	f.Add(`<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p><text:change text:change-id="d"/><text:span text:style-name="T1">y</text:span></text:p>`)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := File("a.fodt", flat(text))
		sound(t, d, err)
	})
}
