package read

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model/minutes"
)

func rtfDoc(t *testing.T, text string) Document {
	t.Helper()
	d, err := File("a.rtf", []byte(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Cyr;}}{\stylesheet{\s0\f0\lang2057 Normal;}{\s1\outlinelevel0\b heading 1;}{\*\cs2 Strong;}{\s3 Title;}}`+
		`{\*\revtbl{Unknown;}{Ann;}}{\info{\title Minutes}{\author Board}{\creatim\yr2026}}{\*\userprops{\propname Minutebook Meeting}\proptype30{\staticval k3x9}}\paperw12240`+text+"}"))
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != RTF || d.Title != "Minutes" || d.Author != "Board" || d.Language != "en-GB" || d.Look != (Look{Font: "Arial", Letter: true}) || d.Origin != (minutes.Origin{Meeting: "k3x9"}) {
		t.Errorf("got %s %q by %q in %q, %+v, %+v", d.Format, d.Title, d.Author, d.Language, d.Look, d.Origin)
	}
	return d
}

func TestRichText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"words":              {`\pard One\par Two\tab three\line four\par`, []string{"paragraph: One", "paragraph: Two\tthree\nfour"}},
		"lines of file":      {"\\pard On\r\ne \\par", []string{"paragraph: One"}},
		"looks":              {`\pard a{\b b\i c}\b0 d\plain e\v secret\v0 f\par`, []string{"paragraph: a<b></c/>def"}},
		"signs":              {`\pard \{a\\b\}\~c\_d\-e\emdash\lquote f\rquote\bullet\par`, []string{"paragraph: {a\\b}\u00a0c\u2011de—‘f’•"}},
		"code pages":         {`\pard caf\'e9 {\f1 \'e4\'e0}\par`, []string{"paragraph: café да"}},
		"numbers of letters": {`\pard \u8364? \uc2\u233\'c3\'a9 \uc0\u-10179\u-8704 x\uc1\u61623?\par`, []string{"paragraph: € é 😀x•"}},
		"lists":              {`{\listtext\pard\plain 1.1.\tab}\pard\ilvl1 a\par{\pntext\'b7\tab}\pard b\par`, []string{"list item 1 1.1.: a", "list item •: b"}},
		"headings":           {`\pard\s1\b A\par\pard\plain\s3 B\par\pard\outlinelevel2 C\par`, []string{"heading 1: A", "heading 1: B", "heading 3: C"}},
		"tables": {`\pard before\par\trowd\trhdr\cellx1\cellx2\pard\intbl A\cell B\cell\row\trowd\cellx1\clmrg\cellx2\pard\intbl c\par d\cell e\cell\row\pard after\par\trowd\cellx1\pard\intbl x\cell\row`,
			[]string{"paragraph: before", "table row head | A | B", "table row |2| c ¶ d ¶ e", "paragraph: after", "table row | x"}},
		"a row without an end": {`\pard\intbl a\cell b\par`, []string{"table row | a | b"}},
		"links":                {`\pard {\field{\*\fldinst{HYPERLINK "https://example.org/"}}{\fldrslt{\ul it}}}{\field{\*\fldinst PAGE}{\fldrslt 3}}{\field{\*\fldinst HYPERLINK \\l "p"}{\fldrslt that}}\par`, []string{"paragraph: {it -> https://example.org/}3that"}},
		"pages":                {`{\header Board\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}{\headerf Board\par}\pard a\page b\par`, []string{"header: Board", "paragraph: a", "page break: ", "paragraph: b", "footer: Page 1"}},
		"notes and boxes":      {`\pard a{\super\chftn{\footnote\pard\plain\chftn Note.\par}}{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv y}}{\shptxt\pard boxed\par}}{\shprslt no}}\par`, []string{"paragraph: a", "paragraph: Note.", "paragraph: boxed"}},
		"passed over":          {`\pard a{\*\unknown{\b no}}{\pict 0102}\bin3 {}}b{\upr{no}{\*\ud yes}}\par`, []string{"paragraph: abyes"}},
		"changes":              {`\pard a {\deleted\revauthdel1 old }{\revised\revauth1 new}\par{\deleted\revauthdel1 gone\par}`, []string{"paragraph: a new", "paragraph gone: "}},
		"too many ends":        {`\pard a}}}b\par`, []string{"paragraph: ab"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			reads(t, rtfDoc(t, c.text), c.want...)
		})
	}
}

func TestRichTextPlaces(t *testing.T) {
	t.Parallel()
	d := rtfDoc(t, `\pard{\*\bkmkstart m}a{\*\bkmkend m}\par b{\*\atnid A}{\*\atnauthor Bo}\chatn{\*\annotation\pard Is it?\par}{\revised\revauth1 n}{\pict 00}\par`)
	reads(t, d, "paragraph: a", "paragraph: bn")
	if !slices.Equal(d.Blocks[0].Bookmarks, []string{"m"}) || len(d.Blocks[1].Bookmarks) > 0 {
		t.Errorf("bookmarks %q and %q", d.Blocks[0].Bookmarks, d.Blocks[1].Bookmarks)
	}
	if want := []Comment{{Block: 1, Text: "Is it?", By: "Bo"}}; !slices.Equal(d.Comments, want) {
		t.Errorf("comments %+v", d.Comments)
	}
	if want := []Revision{{Kind: Inserted, Text: "n", By: "Ann"}}; !slices.Equal(d.Blocks[1].Revisions, want) {
		t.Errorf("changes %+v", d.Blocks[1].Revisions)
	}
	if len(d.Warnings) != 1 {
		t.Errorf("warned %q", d.Warnings)
	}
	cut, err := File("a.rtf", []byte(`{\rtf1 a\par b`))
	if err != nil || len(cut.Warnings) != 1 {
		t.Errorf("a file without its end gives %v, %q", err, cut.Warnings)
	}
	reads(t, cut, "paragraph: a", "paragraph: b")
	for name, c := range map[string]struct{ text, want string }{
		"deep": {strings.Repeat("{", 300), "deeply"},
		"many": {strings.Repeat(`\par`, mostMade+1), "more paragraphs"},
	} {
		if got := refusedFor(t, "a.rtf", []byte(`{\rtf1`+c.text)); !strings.Contains(got, c.want) {
			t.Errorf("%s: refused because %q", name, got)
		}
	}
}

// FuzzRTF reads anything as Rich Text.
func FuzzRTF(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset128 F;}}{\stylesheet{\s1 heading 1;}}\pard\s1\f0 \'82\'a0\u233?\par\trowd\cellx1\intbl a\cell\row{\header h}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt y}}}`))
	f.Add([]byte(`{\rtf1{\*\revtbl{A;}}{\deleted x}{\footnote n\par}{\shp{\*\shpinst{\shptxt b\par}}}{\*\annotation c}{\listtext 1.\tab}\pard z\page\par`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := rtf("a.rtf", data)
		sound(t, d, err)
	})
}
