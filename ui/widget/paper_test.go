package widget

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	minutestext "minutebook/model/minutes/text"
	"minutebook/model/quick"
	"minutebook/ui/theme"
)

// letters are the letters and figures of a text, without what parts them: lines
// break elsewhere on paper.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// paperLetters are the letters of all that a sheet shows between its head and
// its foot.
func paperLetters(p *Paper) string {
	var b strings.Builder
	p.prepare()
	for n := range p.pages.parts {
		if p.pages.parts[n].edge == nil {
			for _, r := range p.setOf(n).runs {
				b.WriteString(r.text)
			}
		}
	}
	return letters(b.String())
}

// laidPaper is a sheet in a window of that size.
func laidPaper(t testing.TB, width, height float32) *Paper {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Options{Variant: theme.Light, Regular: assets.FontRegular, Bold: assets.FontBold, Italic: assets.FontItalic}))
	p := NewPaper()
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return p
}

// linksAddresses are links as plain text writes them, address and all.
var linksAddresses = regexp.MustCompile(`\[([^\[\]]*)\]\((?:https?|mailto|#)[^)\s]*\)`)

// sampleMeetings are the invented minutes that come with the program.
func sampleMeetings(t testing.TB) []model.Meeting {
	t.Helper()
	files, err := assets.Samples.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	var all []model.Meeting
	for _, f := range files {
		data, err := assets.Samples.ReadFile("samples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		m, err := quick.ReadScript(f.Name(), data, model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, m)
	}
	return all
}

// The paper has the words of the text writer, in their order, in every style.
func TestPaperSaysWhatTheTextSays(t *testing.T) {
	p := laidPaper(t, 700, 500)
	for _, m := range sampleMeetings(t) {
		for _, name := range minutes.StyleNames() {
			s, err := minutes.LoadStyle(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, audience := range []minutes.Audience{minutes.Public, minutes.Full} {
				d, err := minutes.Compose(m, s, audience)
				if err != nil {
					t.Fatal(err)
				}
				var b bytes.Buffer
				if err := minutestext.Write(&b, d); err != nil {
					t.Fatal(err)
				}
				p.Set(d)
				got, want := paperLetters(p), letters(linksAddresses.ReplaceAllString(b.String(), "$1"))
				if got != want {
					t.Fatalf("%s in %s differs:\n got %s\nwant %s", m.Date, name, got, want)
				}
			}
		}
	}
}

// anySpans are random words with marks, of one line or more.
func anySpans(t *rapid.T) []model.Span {
	pieces := []string{"The Board noted", " ", "report", "**bold**", "*it*", "[words](https://a.example.org/b)", "wordwithnoendwordwithnoendwordwithnoendwordwithnoendwordwithnoend", "שלום עולם", "日本語", "\n", "\t", "é", ", ", "12.5", "x"}
	return model.Inline("w" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "text"), ""))
}

func anyWords(t *rapid.T) string {
	return "w" + strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{" berth", " of the", " Añe", "long-"}), 0, 8).Draw(t, "words"), "")
}

// aDocument makes random documents; n tells its anchors apart.
type aDocument struct{ n int }

func (d *aDocument) anchor() string {
	d.n++
	return fmt.Sprint("a", d.n)
}

func (d *aDocument) facts(t *rapid.T) []minutes.Fact {
	var rows []minutes.Fact
	for range rapid.IntRange(1, 3).Draw(t, "facts") {
		rows = append(rows, minutes.Fact{Label: anyWords(t), Text: anySpans(t)})
	}
	return rows
}

func (d *aDocument) label(t *rapid.T) minutes.Label {
	return minutes.Label{Printed: rapid.SampledFrom([]string{"", "3.", "10.12.", "GBP/2223/001"}).Draw(t, "label")}
}

// block is any block; one that may stand in a list where inList is set.
func (d *aDocument) block(t *rapid.T, inList bool) minutes.Block {
	kinds := []func() minutes.Block{
		func() minutes.Block {
			return minutes.Action{Name: "Action 3:", Text: anySpans(t), Margin: rapid.SampledFrom([][]model.Span{nil, text("Harbour Authority\nby 14 August")}).Draw(t, "margin"), Anchor: d.anchor()}
		},
		func() minutes.Block {
			return minutes.Stub{Label: d.label(t), Name: rapid.SampledFrom([]string{"", "Action 4:"}).Draw(t, "name"), Text: anySpans(t), Anchor: d.anchor()}
		},
		func() minutes.Block { return minutes.Title{Lines: []string{anyWords(t), anyWords(t)}} },
		func() minutes.Block { return minutes.Facts{Rows: d.facts(t)} },
		func() minutes.Block {
			return minutes.Contents{Heading: "Contents", Anchor: d.anchor(), Links: []minutes.Link{{Text: anyWords(t), Target: "a1"}, {Text: anyWords(t), Target: "gone"}}}
		},
		func() minutes.Block {
			return minutes.Heading{Level: rapid.IntRange(2, 4).Draw(t, "level"), Label: d.label(t), Text: anySpans(t), Anchor: d.anchor()}
		},
		func() minutes.Block {
			return minutes.People{Names: []minutes.Name{{Text: anySpans(t), Anchor: d.anchor()}, {Text: anySpans(t)}}, Running: rapid.Bool().Draw(t, "running")}
		},
		func() minutes.Block {
			return minutes.Paragraph{Label: d.label(t), Text: anySpans(t), Anchor: d.anchor(), Role: minutes.Role(rapid.IntRange(0, 2).Draw(t, "role"))}
		},
		func() minutes.Block {
			l := minutes.List{}
			for range rapid.IntRange(1, 3).Draw(t, "points") {
				p := minutes.Point{Level: rapid.IntRange(0, 1).Draw(t, "level"), Text: anySpans(t), Anchor: d.anchor()}
				if rapid.Bool().Draw(t, "under") {
					p.Under = []minutes.Block{d.block(t, true)}
				}
				l.Points = append(l.Points, p)
			}
			return l
		},
		func() minutes.Block {
			return minutes.Resolution{Motion: rapid.Bool().Draw(t, "motion"), Label: d.label(t), Name: "Decision:", Text: anySpans(t), Detail: anySpans(t), Anchor: d.anchor()}
		},
		func() minutes.Block {
			return minutes.Vote{Name: "Vote:", Text: anySpans(t), Names: d.facts(t), Anchor: d.anchor()}
		},
		func() minutes.Block {
			table := minutes.Table{Head: []string{"No", "Action", "Due"}, Shares: []int{10, 60, 30}}
			for range rapid.IntRange(0, 3).Draw(t, "rows") {
				table.Rows = append(table.Rows, minutes.Row{Cells: [][]model.Span{anySpans(t), anySpans(t), anySpans(t)}, Anchor: d.anchor()})
			}
			return table
		},
		func() minutes.Block {
			return minutes.Signature{Text: anySpans(t), Lines: []string{"Signed", "Date"}, Apart: rapid.Bool().Draw(t, "apart")}
		},
		func() minutes.Block { return minutes.BackLink{Link: minutes.Link{Text: "Back", Target: "contents"}} },
	}
	if inList {
		kinds = kinds[:2]
	}
	return rapid.SampledFrom(kinds).Draw(t, "block")()
}

func anyDocument(t *rapid.T) minutes.Document {
	d := aDocument{}
	doc := minutes.Document{Mark: "DRAFT", Look: minutes.Look{Page: rapid.SampledFrom([]string{"A4", "Letter", ""}).Draw(t, "page"), Size: 11, Accent: "1F3864", Tint: "EEF2F8"},
		Header: minutes.Running{Left: []minutes.Piece{{Text: anyWords(t)}}}, Footer: minutes.Running{Right: []minutes.Piece{{Text: "Page "}, {Field: minutes.PageNumber}}}}
	if rapid.Bool().Draw(t, "numbered") {
		doc.Numbering = [2]string{"%1.", "%1.%2."}
	}
	for range rapid.IntRange(0, 10).Draw(t, "blocks") {
		doc.Blocks = append(doc.Blocks, d.block(t, false))
	}
	return doc
}

// Whatever the document and the room, the paper has its words in their order,
// none of them beside the sheet, and scrolling down shows every part.
func TestAnyDocumentOnPaper(t *testing.T) {
	p := laidPaper(t, 700, 500)
	rapid.Check(t, func(rt *rapid.T) {
		doc := anyDocument(rt)
		p.Resize(fyne.NewSize(rapid.Float32Range(240, 1300).Draw(rt, "width"), rapid.Float32Range(60, 900).Draw(rt, "height")))
		p.Set(doc)
		var b bytes.Buffer
		if err := minutestext.Write(&b, doc); err != nil {
			rt.Fatal(err)
		}
		if got, want := paperLetters(p), letters(linksAddresses.ReplaceAllString(b.String(), "$1")); got != want {
			rt.Fatalf("got %s\nwant %s", got, want)
		}
		for n := range p.pages.parts {
			for _, r := range p.setOf(n).runs {
				wide := fyne.MeasureText(strings.TrimRight(r.text, " "), r.size, r.style).Width
				if r.x < -0.5 || r.x+wide > p.setFor.width+3 && len([]rune(r.text)) > 1 {
					rt.Fatalf("%q stands from %g to %g in a room of %g", r.text, r.x, r.x+wide, p.setFor.width)
				}
			}
		}
		if seen := walkDown(rt, p); seen != len(p.pages.parts) {
			rt.Fatalf("%d of %d parts were in view", seen, len(p.pages.parts))
		}
	})
}

// walkDown scrolls from the top to the end and returns how many parts were in
// view, one after another.
func walkDown(t *rapid.T, p *Paper) (seen int) {
	p.scrollBy(-1e6)
	for range 2000 {
		if p.top > seen {
			t.Fatalf("from part %d to %d at one step", seen, p.top)
		}
		if _, length := p.share(); length <= 0 || length > 1 {
			t.Fatalf("%g of the document is in view", length)
		}
		y := -p.offset
		for n := p.top; n < len(p.pages.parts) && y < p.Size().Height; n++ {
			y += p.heightOf(n)
			seen = max(seen, n+1)
		}
		if seen == len(p.pages.parts) && y <= p.Size().Height+1 {
			return seen
		}
		p.scrollBy(p.Size().Height * 0.9)
	}
	t.Fatalf("the end never comes into view: at part %d, %g of it gone", p.top, p.offset)
	return seen
}

// longDocument has n paragraphs with anchors p0, p1 and so on.
func longDocument(n int) minutes.Document {
	doc := minutes.Document{Look: minutes.Look{Page: "A4", Size: 11, Accent: "1F3864", Tint: "EEF2F8"}}
	for i := range n {
		doc.Blocks = append(doc.Blocks, minutes.Paragraph{Text: text(fmt.Sprintf("The Board noted paper %d on the loss of two pilot launches over the winter.", i)), Anchor: fmt.Sprint("p", i)})
	}
	return doc
}

// shows says whether the part with an anchor is in view, all of it.
func shows(p *Paper, anchor string) bool {
	y := -p.offset
	for n := p.top; n < len(p.pages.parts); n++ {
		if p.pages.parts[n].anchor == anchor {
			return y >= 0 && y+p.heightOf(n) <= p.Size().Height
		}
		y += p.heightOf(n)
	}
	return false
}

func TestOnlyWhatIsInViewIsSet(t *testing.T) {
	p := laidPaper(t, 700, 500)
	p.Set(longDocument(5000))
	p.ScrollTo("p4000")
	set := 0
	for _, s := range p.sets {
		if s != nil {
			set++
		}
	}
	if !shows(p, "p4000") || set > 100 {
		t.Errorf("p4000 shows: %v, with %d parts set", shows(p, "p4000"), set)
	}
}

func TestPaperScrollsToWhatIsAskedFor(t *testing.T) {
	p := laidPaper(t, 700, 500)
	p.Set(longDocument(300))
	for _, anchor := range []string{"p200", "p0", "p299", "p12", "p13", "p150"} {
		p.Reveal(anchor)
		if !shows(p, anchor) {
			t.Errorf("%s was revealed and does not show", anchor)
		}
	}
	p.Reveal("p150")
	top, offset := p.top, p.offset
	p.Reveal("p151")
	if p.top != top || p.offset != offset {
		t.Error("what shows already was scrolled")
	}
	p.ScrollTo("no such anchor")
	if p.top != top || p.offset != offset {
		t.Error("what is not there was scrolled to")
	}
	before := p.Top()
	p.ScrollPages(1)
	if after := p.Top(); after == before || !shows(p, "p160") {
		t.Errorf("a page on from %s is %s", before, after)
	}
	p.ScrollPages(-1)
	if p.Top() != before {
		t.Errorf("and back is %s; was %s", p.Top(), before)
	}
}

// A document that is set again, longer by what came before the place, shows the
// same place.
func TestPaperKeepsItsPlace(t *testing.T) {
	p := laidPaper(t, 700, 500)
	doc := longDocument(300)
	p.Set(doc)
	p.ScrollTo("p100")
	p.scrollBy(7)
	top, offset := p.Top(), p.offset
	doc.Blocks = append(longDocument(0).Blocks, append([]minutes.Block{minutes.Title{Lines: []string{"Minutes"}}, minutes.Paragraph{Text: text("More.")}}, doc.Blocks...)...)
	p.Set(doc)
	if p.Top() != top || p.offset != offset {
		t.Errorf("it shows %s and %g; was %s and %g", p.Top(), p.offset, top, offset)
	}
	p.Set(longDocument(2))
	if p.top > 3 {
		t.Errorf("of a short document it shows part %d", p.top)
	}
	p.Set(minutes.Document{})
	p.ScrollPages(1)
	p.Reveal("p1")
}

func TestClicksOnPaper(t *testing.T) {
	p := laidPaper(t, 700, 500)
	doc := longDocument(200)
	doc.Blocks = append([]minutes.Block{minutes.Contents{Heading: "Contents", Anchor: "contents", Links: []minutes.Link{{Text: "Far down", Target: "p150"}}}}, doc.Blocks...)
	p.Set(doc)
	told, menu := "", ""
	p.OnTapped = func(anchor string) { told = anchor }
	p.OnSecondary = func(anchor string, _ fyne.Position) { menu = anchor }
	middle := func(n int) fyne.Position {
		y := -p.offset
		for i := p.top; i < n; i++ {
			y += p.heightOf(i)
		}
		return fyne.NewPos(p.left()+5, y+p.heightOf(n)/2)
	}
	p.TappedSecondary(&fyne.PointEvent{Position: middle(4)})
	p.Tapped(&fyne.PointEvent{Position: middle(3)})
	if told != "p0" || menu != "p1" {
		t.Errorf("clicked were %q and %q", told, menu)
	}
	p.Tapped(&fyne.PointEvent{Position: middle(2)}) // the link
	if told != "p0" || !shows(p, "p150") {
		t.Error("the link in the contents leads nowhere")
	}
	p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(p.Size().Width-3, p.Size().Height)}})
	if !shows(p, "p199") {
		t.Error("the thumb at the end shows something else")
	}
}

// Words on paper can be read in every look and every house style.
func TestPaperCanBeRead(t *testing.T) {
	p := laidPaper(t, 700, 500)
	for _, name := range minutes.StyleNames() {
		s, err := minutes.LoadStyle(name)
		if err != nil {
			t.Fatal(err)
		}
		p.Set(minutes.Document{Look: s.Look})
		for _, variant := range []theme.Variant{theme.Light, theme.Dark} {
			for _, high := range []bool{false, true} {
				inks := p.inks(look{theme: theme.New(theme.Options{Variant: variant, HighContrast: high})})
				least := 4.5
				if high {
					least = 7
				}
				for ground, words := range map[paperInk][]paperInk{
					sheetInk:       {textInk, softInk, paleInk, accentInk, linkInk},
					markInk:        {textInk, softInk, accentInk, linkInk},
					tintInk:        {textInk, softInk, linkInk},
					decisionGround: {textInk, softInk, linkInk},
					motionGround:   {textInk, softInk, linkInk},
					stubGround:     {textInk, softInk, linkInk},
					accentInk:      {onAccentInk},
				} {
					for _, ink := range words {
						if got := theme.Contrast(inks[ink], inks[ground]); got < least && (ground != markInk || got < 4.5) {
							t.Errorf("%s, look %d, high contrast %v: ink %d on %d has %.2f", name, variant, high, ink, ground, got)
						}
					}
				}
			}
		}
	}
}
