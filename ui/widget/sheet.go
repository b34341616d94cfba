package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// How long the lines on a sheet may be, in characters.
const sheetMeasure = 80

// specimen is ordinary prose; its average letter is what sheetMeasure counts.
const specimen = "The Board noted the report of the treasurer, and thanked all those who had written it."

// A Sheet is a piece of paper on the desk: paragraphs that scroll between a head
// and a foot that stay. It is never so wide that its lines are longer than 80 characters,
// and lies in the middle of the room it is given.
type Sheet struct {
	fynewidget.BaseWidget

	// Broad lets the paper be half as wide again, for what is not prose.
	Broad bool

	paper      *canvas.Rectangle
	body       *fyne.Container
	scroll     *container.Scroll
	middle     fyne.CanvasObject // the scroll, or what fills the sheet instead
	head, foot fyne.CanvasObject
	instead    fyne.CanvasObject // lies over all but the foot; nil for nothing
}

// NewSheet returns an empty sheet. The head is pinned over the paragraphs, in
// line with them, and the foot under them, as wide as the paper. Either may be
// nil.
func NewSheet(head, foot fyne.CanvasObject) *Sheet {
	s := &Sheet{paper: newRect(), head: head, foot: foot}
	s.body = container.New(&Stack{Gap: 4})
	top := float32(24)
	if head != nil {
		s.head = container.New(&Inset{Top: 24, Right: 16, Bottom: 4, Left: 24}, head)
		top = 0
	}
	s.scroll = container.NewVScroll(container.New(&Inset{Top: top, Right: 16, Bottom: 16, Left: 24}, s.body))
	s.middle = s.scroll
	s.ExtendBaseWidget(s)
	return s
}

// NewLeaf returns a sheet that holds one thing, which fills it between head
// and foot and scrolls by itself.
func NewLeaf(head, all, foot fyne.CanvasObject) *Sheet {
	s := NewSheet(head, foot)
	s.middle = container.New(&Inset{Right: 8, Left: 8}, all)
	return s
}

// Instead shows another thing in the place of the paper, with the foot where
// it is; nil shows the paper again.
func (s *Sheet) Instead(o fyne.CanvasObject) {
	s.instead = o
	s.Refresh()
}

// SetEntries lays these on the sheet, one under another, in the place of what
// was there.
func (s *Sheet) SetEntries(entries ...fyne.CanvasObject) {
	s.body.Objects = entries
	s.body.Refresh()
	if s.head != nil && s.head.MinSize().Height != s.head.Size().Height {
		s.Refresh() // the head says something longer or shorter now
	}
	s.scroll.Refresh()
}

// Entries returns what lies on the sheet.
func (s *Sheet) Entries() []fyne.CanvasObject { return s.body.Objects }

// Reveal scrolls as little as is needed to show an entry.
func (s *Sheet) Reveal(entry fyne.CanvasObject) {
	gap := currentLook().size(theme.SizeGap)
	top := entry.Position().Y // with the paper's margin over it
	bottom := s.body.Position().Y + top + entry.Size().Height + gap
	shown := s.scroll.Size().Height
	offset := s.scroll.Offset
	offset.Y = max(min(offset.Y, top), bottom-shown)
	if offset != s.scroll.Offset {
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(offset.Y, 0)))
	}
}

// RevealPart scrolls as little as is needed to show a part of an entry.
func (s *Sheet) RevealPart(part fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	gap := currentLook().size(theme.SizeMargin) * 2
	top := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(s.body).Y
	bottom := top + part.Size().Height + gap
	y := max(min(s.scroll.Offset.Y, top-gap), bottom-s.scroll.Size().Height)
	s.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
}

// atEnd tells whether the last entry is in view, as far as the sheet is laid
// out.
func (s *Sheet) atEnd() bool {
	return s.scroll.Offset.Y+s.scroll.Size().Height >= s.scroll.Content.Size().Height-1
}

// Room returns how high the part is that shows entries, in units.
func (s *Sheet) Room() float32 { return s.scroll.Size().Height }

// RevealEnd scrolls to the last entry.
func (s *Sheet) RevealEnd() { s.scroll.ScrollToBottom() }

// CreateRenderer is called by Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ s *Sheet }

// paperWidth is the widest that the paper may be.
func paperWidth(l look) float32 {
	letter := l.measure(specimen, l.size(theme.SizeBody), fyne.TextStyle{}) / float32(len(specimen))
	return letter*sheetMeasure + l.size(theme.SizeGutter) + l.size(theme.SizeMargin)*2 + l.size(theme.SizeUnit)
}

func (r *sheetRenderer) MinSize() fyne.Size {
	l := currentLook()
	size := fyne.NewSize(l.size(theme.SizeGutter)*6, l.size(theme.SizeGutter)*2)
	for _, pinned := range []fyne.CanvasObject{r.s.head, r.s.foot} {
		if pinned != nil {
			size = fyne.NewSize(max(size.Width, pinned.MinSize().Width), size.Height+pinned.MinSize().Height)
		}
	}
	return size.AddWidthHeight(l.size(theme.SizeUnit)*2, l.size(theme.SizePadding))
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	s, l := r.s, currentLook()
	over := l.size(theme.SizePadding)
	width := paperWidth(l)
	if s.Broad {
		width *= 1.5
	}
	width = min(width, size.Width-l.size(theme.SizeUnit)*2)
	x := float32(int((size.Width - width) / 2))
	s.paper.FillColor = l.color(theme.Paper)
	ring(s.paper, fyne.NewPos(x, over), fyne.NewSize(width, size.Height-over+1), l.size(theme.SizeLine), l.color(theme.Line))
	bottom := size.Height
	if s.foot != nil {
		s.foot.Resize(fyne.NewSize(width, s.foot.MinSize().Height))
		height := s.foot.MinSize().Height
		bottom -= height + l.size(theme.SizeGap)
		place(s.foot, fyne.NewPos(x, bottom), fyne.NewSize(width, height))
	}
	if s.instead != nil {
		place(s.instead, fyne.NewPos(0, 0), fyne.NewSize(size.Width, max(bottom-over/2, 0)))
		s.paper.Refresh()
		return
	}
	top := over + 1
	if s.head != nil {
		s.head.Resize(fyne.NewSize(width-2, s.head.MinSize().Height)) // its height may follow from its width
		height := s.head.MinSize().Height
		place(s.head, fyne.NewPos(x+1, top), fyne.NewSize(width-2, height))
		top += height
	}
	atEnd := s.atEnd()
	place(s.middle, fyne.NewPos(x+1, top), fyne.NewSize(width-2, max(bottom-top-1, 0)))
	if atEnd { // and stays there while the foot grows
		s.RevealEnd()
	}
	s.paper.Refresh()
}

func (r *sheetRenderer) Refresh() {
	r.Layout(r.s.Size())
	canvas.Refresh(r.s)
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.s.paper, r.s.middle}
	if r.s.instead != nil {
		all = []fyne.CanvasObject{r.s.instead}
		if r.s.foot != nil {
			all = append(all, r.s.foot)
		}
		return all
	}
	for _, pinned := range []fyne.CanvasObject{r.s.head, r.s.foot} {
		if pinned != nil {
			all = append(all, pinned)
		}
	}
	return all
}

func (r *sheetRenderer) Destroy() {}
