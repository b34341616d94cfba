package docx

import (
	"archive/zip"
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
)

// pattern checks that a part holds what a pattern says, in one stretch.
func pattern(t *testing.T, part, want string) {
	t.Helper()
	if !regexp.MustCompile(want).MatchString(part) {
		t.Errorf("there is no %s in\n%s", want, part)
	}
}

func body(t *testing.T, blocks ...minutes.Block) string {
	t.Helper()
	return parted(t, document("", blocks...))["word/document.xml"]
}

func TestPeopleInAParagraph(t *testing.T) {
	t.Parallel()
	names := []minutes.Name{{Text: plain("Ann"), Anchor: "person-a"}, {Text: plain("Bo")}, {Text: plain("Cy"), Anchor: "person-c"}}
	got := body(t, minutes.People{Names: names, Running: true})
	pattern(t, got, `w:name="m_person_a"/><w:r><w:t>Ann</w:t></w:r><w:bookmarkEnd[^>]*/><w:r><w:t xml:space="preserve">, </w:t></w:r><w:r><w:t>Bo</w:t>.*m_person_c"/><w:r><w:t>Cy</w:t></w:r><w:bookmarkEnd[^>]*/><w:r><w:t>\.</w:t>`)
	if n := strings.Count(got, "<w:p>"); n != 1 {
		t.Errorf("running names take %d paragraphs", n)
	}
	got = body(t, minutes.People{Names: names})
	if n := strings.Count(got, `<w:pStyle w:val="Attendee">`); n != 3 || strings.Count(got, "bookmarkStart") != 2 {
		t.Errorf("names in lines are %s", got)
	}
	if got = body(t, minutes.People{Running: true}); strings.Contains(got, "<w:p>") {
		t.Error("nobody takes a paragraph")
	}
}

func TestActionAboveItsOwner(t *testing.T) {
	t.Parallel()
	a := minutes.Action{Name: "Action 3:", Text: plain("to write"), Margin: plain("Clerk\nby 27 June"), Anchor: "entry-3"}
	got := body(t, a, a2(a), minutes.Paragraph{Text: plain("after")})
	// The order in the file is the order in which it is read out.
	pattern(t, got, `MinuteAction".*<w:tab w:val="right" w:pos="9198">.*m_entry_3"/>.*Action 3:.*to write.*ActionOwner.*<w:br></w:br><w:tab></w:tab><w:t>Clerk; by 27 June</w:t></w:r><w:bookmarkEnd`)
	if strings.Contains(got, "<w:tbl>") {
		t.Error("an action is laid out by a table")
	}
	a.Margin = plain(strings.Repeat("Joint Committee of the Estuaries, ", 5))
	if got = body(t, a); strings.Contains(got, "<w:tab></w:tab>") {
		t.Error("what is longer than a line is taken to the right of it")
	}
}

func TestBoxes(t *testing.T) {
	t.Parallel()
	action := minutes.Action{Name: "Action 3:", Text: plain("to write")}
	decision := minutes.Resolution{Label: minutes.Label{Printed: "7.1", Path: []int{7, 1}}, Name: "Decision:", Text: plain("That it be.")}
	vote := minutes.Vote{Name: "Vote:", Text: plain("Carried.")}
	got := body(t, action, action, action, decision, vote, minutes.Paragraph{Text: plain("after")}, vote)
	var looks []string
	for _, m := range regexp.MustCompile(`<w:pStyle w:val="(Minute[AVD]\w+)"></w:pStyle>(<w:keepNext>)?.*?</w:pPr>`).FindAllStringSubmatch(got, -1) {
		looks = append(looks, m[1]+m[2])
		if odd := len(looks) == 2 || len(looks) == 4 || len(looks) == 5; odd != strings.Contains(m[0], `<w:pBdr><w:right w:val="single" w:color="FFFFFF"`) {
			t.Errorf("box %d is %s", len(looks), m[0])
		}
	}
	want := []string{"MinuteAction", "MinuteAction", "MinuteAction", "MinuteDecision<w:keepNext>", "MinuteDecisionVote", "MinuteVote"}
	if !slices.Equal(looks, want) {
		t.Errorf("the boxes are %q, want %q", looks, want)
	}
	pattern(t, got, `MinuteDecisionVote.*?<w:r><w:tab></w:tab></w:r><w:r>.{0,120}Vote:`)
}

// a2 is the same action once more.
func a2(a minutes.Action) minutes.Action {
	a.Anchor = "entry-4"
	return a
}

func TestActionLeadsToItsRow(t *testing.T) {
	t.Parallel()
	got := body(t, minutes.Action{Name: "Action 3", Anchor: "entry-3", Row: "row-3"},
		minutes.Table{Caption: "Log", Head: []string{"No", "Action"}, Shares: []int{20, 80}, Rows: []minutes.Row{{Cells: [][]model.Span{plain("3"), plain("to write")}, Anchor: "row-3"}, {Anchor: "row-4"}}})
	pattern(t, got, `m_entry_3"/><w:hyperlink w:anchor="m_row_3" w:history="1">.*Action 3</w:t></w:r></w:hyperlink><w:bookmarkEnd`)
	pattern(t, got, `<w:bookmarkStart w:id="2" w:name="m_row_3"/><w:r><w:t>3</w:t></w:r><w:bookmarkEnd w:id="2"/>`)
	pattern(t, got, `m_row_4"/><w:bookmarkEnd`)
	pattern(t, got, `<w:gridCol w:w="1859">.*<w:gridCol w:w="7439">`)
	pattern(t, got, `</w:tbl><w:p>.*TableEnd.*</w:p><w:sectPr>`)
}

func TestShares(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		of   []int
		want []int
	}{
		{[]int{10, 54, 18, 18}, []int{100, 540, 180, 180}}, {[]int{50, 25}, []int{666, 334}}, {nil, []int{333, 333, 334}}, {[]int{0, 0}, []int{500, 500}}, {[]int{50}, []int{500, 500}},
	} {
		if got := shares(c.of, len(c.want), 1000); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.of, got, c.want)
		}
	}
	if got := body(t, minutes.Table{Caption: "Empty"}); strings.Contains(got, "w:tbl") {
		t.Error("a table without columns is written")
	}
}

func TestSignature(t *testing.T) {
	t.Parallel()
	got := body(t, minutes.Signature{Text: plain("A true record."), Lines: []string{"Signed (Chair)", "Date"}, Apart: true})
	pattern(t, got, `SignatureText"></w:pStyle><w:keepNext></w:keepNext><w:pageBreakBefore></w:pageBreakBefore></w:pPr><w:r><w:t>A true record\.`)
	pattern(t, got, `Signed \(Chair\)</w:t></w:r><w:r><w:tab/></w:r><w:r><w:tab/></w:r></w:p>`)
	if strings.Count(got, "keepNext") != 4 || strings.Count(got, "pageBreakBefore") != 2 {
		t.Errorf("the block is not kept together: %s", got)
	}
	got = body(t, minutes.Signature{Lines: []string{"Signed as a correct record of the meeting by the person presiding", "Date"}})
	pattern(t, got, `<w:tab w:val="left" w:pos="4649"></w:tab><w:tab w:val="right" w:pos="9298" w:leader="underscore">`)
}

func TestLogo(t *testing.T) {
	t.Parallel()
	d := document("", minutes.Title{Lines: []string{"T"}})
	d.Logo = &minutes.Picture{Data: []byte("a picture"), Type: "image/jpeg", About: `Arms & "lion"`, Width: 400, Height: 100}
	p := parted(t, d)
	pattern(t, p["word/document.xml"], `Logo.*<wp:extent cx="5904230" cy="1476057"/><wp:docPr id="1" name="Logo" descr="Arms &amp; &#34;lion&#34;"/>.*r:embed="rId7".*Title`)
	pattern(t, p["word/_rels/document.xml.rels"], `Id="rId7" Type="[^"]*/image" Target="media/logo.jpeg"`)
	pattern(t, p["[Content_Types].xml"], `<Default Extension="jpeg" ContentType="image/jpeg"/>`)
	if p["word/media/logo.jpeg"] != "a picture" {
		t.Error("the picture is not in the file as it was")
	}
	for _, wrong := range []minutes.Picture{{Data: []byte("x"), Type: "image/gif", Width: 1, Height: 1}, {Type: "image/png", Width: 1, Height: 1}, {Data: []byte("x"), Type: "image/png"}} {
		d.Logo = &wrong
		if Write(&bytes.Buffer{}, d) == nil {
			t.Errorf("a logo of type %s and width %g is taken", wrong.Type, wrong.Width)
		}
	}
}

func TestContentsWithPages(t *testing.T) {
	t.Parallel()
	c := minutes.Contents{Heading: "Contents", Anchor: "contents", Pages: true}
	var blocks []minutes.Block
	for _, at := range []string{"item-1", "item-2", "item-3"} {
		c.Links = append(c.Links, minutes.Link{Text: "Business", Target: at})
		blocks = append(blocks, minutes.Heading{Level: 2, Text: plain("Business"), Anchor: at})
		for range 20 {
			blocks = append(blocks, minutes.Paragraph{Text: plain(strings.Repeat("The Board considered the report and noted it. ", 5))})
		}
	}
	p := parted(t, document("", append([]minutes.Block{c}, blocks...)...))
	var pages []string
	for _, m := range regexp.MustCompile(`PAGEREF m_item_\d \\h </w:instrText>.{0,200}?<w:t>(\d+)</w:t>`).FindAllStringSubmatch(p["word/document.xml"], -1) {
		pages = append(pages, m[1])
	}
	if !slices.Equal(pages, []string{"1", "2", "4"}) {
		t.Errorf("the items stand on pages %q", pages)
	}
	for name, part := range p {
		if strings.Contains(part, "updateFields") || strings.Contains(part, "w:dirty") {
			t.Errorf("%s has Word ask the reader about fields", name)
		}
	}
	c.Pages = false
	if got := body(t, append([]minutes.Block{c}, blocks...)...); strings.Contains(got, "PAGEREF") {
		t.Error("there are numbers of pages that nobody asked for")
	}
}

func TestLinesAreNumberedWhereAsked(t *testing.T) {
	t.Parallel()
	d := document("DRAFT")
	if strings.Contains(parted(t, d)["word/document.xml"], "lnNumType") {
		t.Error("lines are numbered")
	}
	d.LinesNumbered = true
	pattern(t, parted(t, d)["word/document.xml"], `<w:lnNumType w:countBy="1" w:distance="283" w:restart="newPage"/><w:cols`)
}

func TestOriginAndFonts(t *testing.T) {
	t.Parallel()
	d := document("")
	d.Look.Headings = "Georgia"
	if p := parted(t, d); p["docProps/custom.xml"] != "" || strings.Contains(p["_rels/.rels"], "custom") {
		t.Error("a document of no meeting says which it is of")
	}
	d.Origin = minutes.Origin{Meeting: "k3x9abcdefgh", Version: 41}
	p := parted(t, d)
	pattern(t, p["docProps/custom.xml"], `(?s)name="Minutebook Meeting"><vt:lpwstr>k3x9abcdefgh</vt:lpwstr>.*name="Minutebook Version"><vt:i4>41</vt:i4>`)
	pattern(t, p["word/styles.xml"], `(?s)w:styleId="Heading1">.*?<w:rFonts w:ascii="Georgia"`)
	pattern(t, p["word/styles.xml"], `<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"`)
}

func TestNamesOfBookmarks(t *testing.T) {
	t.Parallel()
	var b bookmarks
	long := strings.Repeat("entry-", 9)
	for anchor, want := range map[string]string{"entry-k3x9": "m_entry_k3x9", "contents": "m_contents", "item-1-2": "m_item_1_2"} {
		if got := b.name(anchor); got != want {
			t.Errorf("%s is %s, want %s", anchor, got, want)
		}
	}
	seen := map[string]string{}
	for _, anchor := range []string{"a-b", "a_b", "A-B", "a b", long, long + "x", "שלום", "", "entry-k3x9"} {
		name := b.name(anchor)
		if len(name) > longest || !regexp.MustCompile(`^m_[a-z0-9_]*$`).MatchString(name) || name != b.name(anchor) {
			t.Errorf("%q is %q", anchor, name)
		}
		if other, ok := seen[name]; ok {
			t.Errorf("%q and %q are both %s", anchor, other, name)
		}
		seen[name] = anchor
	}
}

func TestReferencesOfManyLevelsFit(t *testing.T) {
	t.Parallel()
	d := document("", minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1.2.3.4.5.6"}, Text: plain("T")},
		minutes.Paragraph{Label: minutes.Label{Printed: "1.2.3.4.5.6.7"}, Text: plain("words")},
		minutes.Heading{Level: 2, Label: minutes.Label{Printed: strings.Repeat("9", 400)}, Text: plain("T")})
	w := newWriter(d)
	label := w.headingFace(w.sizeOf("Heading1")).width("1.2.3.4.5.6")
	if w.reference <= label || w.reference > mostReference {
		t.Errorf("a reference %d wide has room of %d", label, w.reference)
	}
	if w.room <= w.ordinary().width("1.2.3.4.5.6.7") || w.room > mostReference {
		t.Errorf("the room for numbers is %d", w.room)
	}
	pattern(t, parted(t, d)["word/styles.xml"], `w:styleId="MinuteReferenced">(?s:.*?)<w:ind w:left="`+itoa(w.room)+`"`)
	if w = newWriter(document("")); w.room != leastRoom || w.reference != leastReference {
		t.Errorf("without numbers the room is %d and %d", w.room, w.reference)
	}
}

func TestTwoFilesAreTheSame(t *testing.T) {
	t.Parallel()
	d := everything()
	first := written(t, d)
	for range 3 {
		if !bytes.Equal(first, written(t, d)) {
			t.Fatal("two files of one document differ")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if y := f.Modified.UTC().Year(); y != 1980 {
			t.Errorf("%s is of %d", f.Name, y)
		}
	}
	want := []string{"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml",
		"word/header1.xml", "word/header2.xml", "word/footer1.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "word/media/logo.png"}
	if !slices.Equal(names, want) {
		t.Errorf("the parts are %q", names)
	}
}

func TestBalanced(t *testing.T) {
	t.Parallel()
	for text, right := range map[string]bool{
		`<a><b c="d"/>words<e>x</e></a>`: true, `<?xml?><a/>`: true, ``: true,
		`<a>`: false, `</a>`: false, `<a></b>`: false, `<a><b></a></b>`: false, `<a`: false, `<>`: false,
	} {
		if err := balanced([]byte(text)); (err == nil) != right {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestMarkStandsBehindTheHead(t *testing.T) {
	t.Parallel()
	d := document("DRAFT")
	pattern(t, parted(t, d)["word/header1.xml"], `Harbour[^<]*</w:t></w:r><w:r><w:tab/></w:r>\s*<w:r><w:rPr><w:rStyle w:val="DraftMark"`)
	d.Header.Right = []minutes.Piece{{Text: "3 March 2026"}}
	header := parted(t, d)["word/header1.xml"]
	pattern(t, header, `<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">3 March 2026</w:t></w:r><w:r><w:t xml:space="preserve">   </w:t></w:r>`)
	if strings.Count(header, "<w:tab/>") != 1 {
		t.Errorf("the mark goes to the next line: %s", header)
	}
}

func TestWhatIsKeptTogether(t *testing.T) {
	t.Parallel()
	motion := minutes.Resolution{Motion: true, Name: "Motion:", Text: plain("That it be.")}
	vote := minutes.Vote{Name: "Vote:", Text: plain("Carried.")}
	got := body(t, minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1.", Path: []int{1}}, Text: plain("Business")}, motion, vote,
		minutes.Table{Caption: "Votes", Head: []string{"Name", "Vote"}, Rows: []minutes.Row{{}, {}}}, motion,
		minutes.List{Points: []minutes.Point{{Text: plain("one")}, {Text: plain("two")}}})
	pattern(t, got, `MinuteMotion"></w:pStyle><w:keepNext></w:keepNext>.*MinuteVote"></w:pStyle><w:keepNext></w:keepNext>.*<w:tbl>.*TableText"></w:pStyle><w:keepNext></w:keepNext>.*TableText"></w:pStyle></w:pPr>.*</w:tbl>.*MinuteMotion"></w:pStyle><w:spacing`)
	pattern(t, got, `MinuteBullet"></w:pStyle></w:pPr><w:r><w:t>one.*MinuteBullet"></w:pStyle><w:spacing w:after="140"></w:spacing></w:pPr><w:r><w:t>two`)
}
