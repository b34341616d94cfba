package widget

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"minutebook/model"
	"minutebook/ui/theme"
)

// What is marked looks it, and a link is underlined.
func TestParaShowsMarks(t *testing.T) {
	p := NewPara(Block{Text: "A **bold *and* italic** word of [the plan](a/b), 2 * 3."})
	window(t, p, 900, 60)
	want := []model.Span{
		{Text: "A "}, {Text: "bold ", Bold: true}, {Text: "and", Bold: true, Italic: true}, {Text: " italic", Bold: true}, {Text: " word of "},
		{Text: "the plan", Address: "a/b"}, {Text: ", 2 * 3."},
	}
	var got []model.Span
	for _, f := range p.set.fragments {
		got = append(got, f.Span)
	}
	if !slices.Equal(got, want) {
		t.Errorf("it shows %+v, not %+v", got, want)
	}
	if p.rects.used != 1 {
		t.Errorf("it draws %d lines for one link", p.rects.used)
	}
}

// A name keeps its line whole: what is said of somebody stands beside it where
// there is room for both, else under it, and never in their place.
func TestTrailingWordsYieldToTheText(t *testing.T) {
	const post = "Chief Finance Officer"
	p := NewPara(Block{Style: PaneText, Text: "Tomasz Wiśniewski", Trailing: post, Yields: true})
	window(t, container.NewWithoutLayout(p), 400, 400)
	for width, yields := range map[float32]bool{600: false, 320: false, 264: true, 200: true} {
		p.Resize(fyne.NewSize(width, 100))
		if p.set.yielded != yields || p.set.lines != 1 {
			t.Errorf("at %v it has %d lines and the post yields: %v", width, p.set.lines, p.set.yielded)
		}
		under := ""
		for _, s := range p.set.note {
			under += string([]rune(p.set.under)[s.from:s.to])
		}
		if got := strings.TrimSpace(under); yields && got != post || !yields && got != "" {
			t.Errorf("at %v there is %q under the name", width, got)
		}
	}
	tick := NewPara(Block{Style: PaneText, Text: "Tomasz Wiśniewski", Trailing: post})
	tick.Resize(fyne.NewSize(200, 100))
	if tick.set.yielded || tick.set.lines < 2 {
		t.Errorf("what does not yield: %d lines, yielded %v", tick.set.lines, tick.set.yielded)
	}
}

// At every width a paragraph shows all its words in order, inside its room.
func TestParaShowsItsWordsAtEveryWidth(t *testing.T) {
	text := "**Noted** " + longLine + " See [the plan](x)."
	p := NewPara(Block{Number: "3.1", Chip: "Action 4", Tone: theme.Action, Text: text, Trailing: "30 Jun"})
	window(t, container.NewWithoutLayout(p), 400, 400)
	want := strings.NewReplacer("**", "", "[the plan](x)", "the plan").Replace(text)
	before := 0
	for width := float32(1300); width >= 200; width -= 7 {
		p.Resize(fyne.NewSize(width, 100))
		g := p.geometry(currentLook())
		var shown strings.Builder
		for _, f := range p.set.fragments {
			shown.WriteString(f.Text)
			visible := strings.TrimRight(f.Text, " ")
			wide := fyne.MeasureText(visible, currentLook().size(g.size), fyne.TextStyle{Bold: f.Bold}).Width
			if right := g.left + f.x + wide; right > width-g.right+1 {
				t.Fatalf("at %v %q ends at %v", width, f.Text, right)
			}
		}
		if shown.String() != want {
			t.Fatalf("at %v it shows %q", width, shown.String())
		}
		if p.set.lines < before {
			t.Fatalf("at %v it has %d lines, wider it had %d", width, p.set.lines, before)
		}
		before = p.set.lines
	}
	if before < 5 {
		t.Errorf("at 200 it has %d lines", before)
	}
}

func TestParaClicks(t *testing.T) {
	p := NewPara(Block{Text: "words"})
	window(t, p, 300, 60)
	tapped := 0
	var at fyne.Position
	test.Tap(p) // no one listens
	p.OnTapped = func() { tapped++ }
	p.OnSecondary = func(where fyne.Position) { at = where }
	test.Tap(p)
	p.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(3, 4)})
	if tapped != 1 || at != fyne.NewPos(3, 4) {
		t.Errorf("tapped %d times, menu at %v", tapped, at)
	}
}

// A selected paragraph has a bar, not only another ground.
func TestParaSelectionIsNotOnlyColour(t *testing.T) {
	for _, style := range []ParaStyle{Body, PaneText} {
		p := NewPara(Block{Style: style, Text: "words"})
		window(t, p, 300, 60)
		none := p.rects.used
		p.SetSelected(true)
		if p.rects.used != none+2 {
			t.Errorf("style %d draws %d more rectangles", style, p.rects.used-none)
		}
	}
}

func TestSheetLinesAreNeverLong(t *testing.T) {
	s := NewSheet(nil, nil)
	p := NewPara(Block{Text: strings.Repeat("The Board noted the report of the treasurer. ", 20)})
	s.SetEntries(p)
	w := window(t, s, 1900, 600)
	settle(w)
	for _, f := range p.set.fragments {
		if n := len([]rune(strings.TrimSpace(f.Text))); n < 40 && f.line < p.set.lines-1 || n > 84 {
			t.Errorf("a line has %d characters: %q", n, f.Text)
		}
	}
}

func TestSheetReveal(t *testing.T) {
	s := NewSheet(nil, nil)
	var all []fyne.CanvasObject
	for range 60 {
		all = append(all, NewPara(Block{Text: longLine}))
	}
	s.SetEntries(all...)
	w := window(t, s, 900, 500)
	settle(w)
	for _, n := range []int{59, 0, 30, 31, 29} {
		s.Reveal(all[n])
		top := s.body.Position().Y + all[n].Position().Y - s.scroll.Offset.Y
		bottom := top + all[n].Size().Height
		if top < 0 || bottom > s.scroll.Size().Height {
			t.Errorf("entry %d is from %v to %v of %v", n, top, bottom, s.scroll.Size().Height)
		}
	}
}

func TestParaReadsAloud(t *testing.T) {
	p := NewPara(Block{Number: "3.1", Chip: "Action 4", Tone: theme.Action, Text: "HA to **publish**.", Note: "due 30 June"})
	if got := p.AccessibilityLabel(); got != "3.1 Action 4 HA to publish. due 30 June" {
		t.Errorf("it reads %q", got)
	}
}

func TestSheetStaysAtItsEndWhileTheFootGrows(t *testing.T) {
	foot := NewComposer()
	s := NewSheet(nil, foot)
	var all []fyne.CanvasObject
	for range 20 {
		all = append(all, NewPara(Block{Text: longLine}))
	}
	s.SetEntries(all...)
	w := window(t, s, 900, 500)
	settle(w)
	s.RevealEnd()
	room := s.scroll.Size().Height
	foot.Set("one\ntwo\nthree\nfour", 0)
	s.Refresh()
	if s.scroll.Size().Height >= room || !s.atEnd() {
		t.Errorf("the foot grew; %v of %v are left, at the end: %v", s.scroll.Size().Height, room, s.atEnd())
	}
	s.Reveal(all[0])
	foot.Set("", 0)
	s.Refresh()
	if s.scroll.Offset.Y != 0 {
		t.Error("it left the entry that was looked at")
	}
}

// The head stays over the entries and makes room for what it says.
func TestSheetHead(t *testing.T) {
	t.Parallel()
	head := NewPara(Block{Style: Heading, Text: "Dredging licence"})
	s := NewSheet(head, nil)
	s.Resize(fyne.NewSize(800, 600))
	entry := NewPara(Block{Text: "The Board noted it."})
	s.SetEntries(entry)
	short := s.scroll.Position().Y
	head.Set(Block{Style: Heading, Text: "Dredging licence", Note: "Presented by Ann Zelenka"})
	s.SetEntries(entry)
	if got := s.scroll.Position().Y; got <= short {
		t.Errorf("with a note under the title the entries begin at %v, without at %v", got, short)
	}
}

// A reference that is wider than the gutter moves the words along, and lies
// under none of them.
func TestParaGivesWayToALongNumber(t *testing.T) {
	for _, style := range []ParaStyle{Heading, PaneText, Body} {
		for number, moves := range map[string]bool{"7.": false, "GBP/2223/001": true} {
			p := NewPara(Block{Style: style, Number: number, Text: "Budget for the coming year"})
			window(t, p, 400, 60)
			l := currentLook()
			g := p.geometry(l)
			end := g.number + l.ruler(g.size, fyne.TextStyle{})([]rune(number))
			if first := p.set.fragments[0]; g.left+first.x < end || (first.x > 0) != moves {
				t.Errorf("style %d: the words of %q begin at %v, its number ends at %v", style, number, g.left+first.x, end)
			}
		}
	}
}

// Words that are laid out again in another size, before they are drawn anew,
// stand where that size has them.
func TestParaFollowsTheTextSize(t *testing.T) {
	block := Block{Style: Message, Chip: "Not yet", Text: "The file **does not say** on which day the meeting was."}
	p := NewPara(block)
	window(t, container.NewWithoutLayout(p), 900, 200)
	p.Resize(fyne.NewSize(600, 60))
	small := slices.Clone(p.set.fragments)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Options{Text: 1.5}))
	p.MinSize()
	again := NewPara(block)
	again.Resize(fyne.NewSize(600, 60))
	if !slices.Equal(p.set.fragments, again.set.fragments) || slices.Equal(p.set.fragments, small) {
		t.Errorf("the words stand at %+v; want %+v", p.set.fragments, again.set.fragments)
	}
}
