package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	// A Paper is one more writer of the tree that all documents are written from.
	"minutebook/model/minutes"
	"minutebook/ui/theme"
)

// A Paper shows a document as it will be printed: one long sheet as wide as its
// page, which scrolls. It is white in every look but black high contrast,
// because house styles choose their colours for paper. Words are set in the
// window's own typeface whatever the font of the style. Only what is in view is
// set and drawn, so that a document may be as long as it likes. It does not
// take the keyboard.
type Paper struct {
	fynewidget.BaseWidget
	click

	// OnTapped is told of a click: the anchor of what was clicked, or else of
	// the nearest before it.
	OnTapped func(anchor string)
	// OnSecondary is told of a click with the other button, and where it was on
	// the canvas.
	OnSecondary func(anchor string, at fyne.Position)

	pages *Pages
	zoom  float32
	scrolled
	wanted string // to be scrolled to once there is room
	chosen string
	pale   string
	sets   []*paperSet // of the parts, nil until it is needed
	setFor paperSetting
	widths map[paperWord]float32
	sheet  *canvas.Rectangle
	thumb  *canvas.Rectangle
	mark   *canvas.Text
	logo   *canvas.Image
	rects  pool[*canvas.Rectangle]
	texts  pool[*canvas.Text]
	logoIn bool // the logo is in view
}

// A paperSetting is everything that decides how parts are set.
type paperSetting struct {
	unit, width float32
	page        string
}

var (
	_ fyne.Widget            = (*Paper)(nil)
	_ fyne.Scrollable        = (*Paper)(nil)
	_ fyne.Draggable         = (*Paper)(nil)
	_ fyne.Tappable          = (*Paper)(nil)
	_ fyne.SecondaryTappable = (*Paper)(nil)
	_ desktop.Mouseable      = (*Paper)(nil)
)

// NewPaper returns an empty sheet.
func NewPaper() *Paper {
	p := &Paper{
		pages: &Pages{}, zoom: 1, widths: map[paperWord]float32{},
		sheet: newRect(), thumb: newRect(), mark: &canvas.Text{}, logo: &canvas.Image{},
		rects: newRects(), texts: newTexts(),
	}
	p.logo.FillMode = canvas.ImageFillContain
	p.ExtendBaseWidget(p)
	return p
}

// Set shows a document in the place of the one before, scrolled to where that
// was.
func (p *Paper) Set(doc minutes.Document) { p.SetPages(NewPages(doc)) }

// SetPages is Set for a document that was taken apart already.
func (p *Paper) SetPages(pages *Pages) {
	anchor, beyond := p.place()
	logo := p.pages.doc.Logo
	p.pages, p.sets = pages, make([]*paperSet, len(pages.parts))
	if l := p.pages.doc.Logo; l != logo {
		p.logo.Resource = nil
		if l != nil {
			p.logo.Resource = fyne.NewStaticResource("logo", l.Data)
		}
		p.logo.Refresh()
	}
	if n, ok := p.pages.at[anchor]; ok {
		p.top = n + beyond
	}
	p.top = min(p.top, max(len(p.pages.parts)-1, 0))
	p.Refresh()
}

// hasRoom says whether the sheet is laid out.
func (p *Paper) hasRoom() bool { return p.Size().Height > 0 && p.Size().Width > 0 }

// place is where the sheet is scrolled to: so many parts beyond an anchor.
func (p *Paper) place() (anchor string, beyond int) {
	for n := min(p.top, len(p.pages.parts)-1); n >= 0; n-- {
		if p.pages.parts[n].anchor != "" {
			return p.pages.parts[n].anchor, p.top - n
		}
	}
	return "", 0
}

// Document returns what is shown.
func (p *Paper) Document() minutes.Document { return p.pages.doc }

// Has says whether a part has that anchor.
func (p *Paper) Has(anchor string) bool {
	_, ok := p.pages.at[anchor]
	return ok
}

// SetZoom makes everything larger, or smaller below 1, than the size of text
// that the look asks for.
func (p *Paper) SetZoom(zoom float32) {
	p.zoom = zoom
	p.Refresh()
}

// ScrollTo scrolls so that the part with an anchor comes first, with a little
// of what stands before it. Where there is no such part nothing happens.
func (p *Paper) ScrollTo(anchor string) {
	n, ok := p.pages.at[anchor]
	if !ok {
		return
	}
	if !p.hasRoom() {
		p.wanted = anchor
		return
	}
	p.wanted = ""
	p.prepare()
	p.top, p.offset = n, 0
	p.scrollBy(-currentLook().size(theme.SizeMargin))
}

// Reveal scrolls as little as is needed to show the part with an anchor, with
// some room around it.
func (p *Paper) Reveal(anchor string) {
	n, ok := p.pages.at[anchor]
	height := p.Size().Height
	if !ok || !p.hasRoom() {
		p.ScrollTo(anchor)
		return
	}
	p.prepare()
	if n < p.top || n == p.top && p.offset > 0 {
		p.ScrollTo(anchor)
		return
	}
	y := -p.offset
	for i := p.top; i <= n; i++ {
		if y += p.heightOf(i); y > height*2 {
			p.top, p.offset = n, p.heightOf(n)
			p.scrollBy(-height * 3 / 4)
			return
		}
	}
	if y > height {
		p.scrollBy(min(y-height*3/4, y-p.heightOf(n)))
	}
}

// SetChosen shows the part with an anchor as the chosen one, by a bar in the
// margin; "" is none.
func (p *Paper) SetChosen(anchor string) {
	if p.chosen != anchor {
		p.chosen = anchor
		p.Refresh()
	}
}

// SetPale has the part with an anchor shown in grey from the next Set on, as
// what is not there yet; "" is none.
func (p *Paper) SetPale(anchor string) { p.pale = anchor }

// Pale returns the anchor that SetPale was given.
func (p *Paper) Pale() string { return p.pale }

// ScrollPages scrolls by so many windows full, less a little to keep the
// place; up where it is below 0.
func (p *Paper) ScrollPages(n int) {
	p.scrollBy(float32(n) * (p.Size().Height - currentLook().size(theme.SizeGutter)))
}

// Top returns the anchor of the first part that shows, or of the nearest
// before it.
func (p *Paper) Top() string { return p.anchorAt(min(p.top, len(p.pages.parts)-1)) }

// heightOf sets the nth part, unless it is already, and returns how high it is.
func (p *Paper) heightOf(n int) float32 { return p.setOf(n).height }

func (p *Paper) setOf(n int) *paperSet {
	if p.sets[n] == nil {
		p.sets[n] = p.set(p.pages.parts[n])
	}
	return p.sets[n]
}

// prepare lets go of all that was set for another width or size.
func (p *Paper) prepare() {
	if now := p.setting(currentLook()); now != p.setFor {
		if p.setFor.unit > 0 {
			p.offset *= now.unit / p.setFor.unit
		}
		p.setFor = now
		clear(p.sets)
	}
}

// scrollBy moves the sheet by so many units, down where it is above 0.
func (p *Paper) scrollBy(by float32) {
	if !p.hasRoom() {
		return
	}
	p.prepare()
	p.move(by, p.heightOf)
	p.settle()
	p.Refresh()
}

// settle leaves no room empty that a part could show in.
func (p *Paper) settle() { p.scrolled.settle(len(p.pages.parts), p.Size().Height, p.heightOf) }

// share is where the view begins and how long it is, as shares of the whole.
func (p *Paper) share() (start, length float32) {
	if len(p.pages.parts) == 0 || p.Size().Height <= 0 {
		return 0, 1
	}
	all := p.pages.weights[len(p.pages.parts)]
	part := func(n int, shown float32) float32 {
		return p.pages.weights[n] + (p.pages.weights[n+1]-p.pages.weights[n])*min(shown/max(p.heightOf(n), 1), 1)
	}
	from := part(p.top, p.offset)
	y, n := -p.offset, p.top
	for n < len(p.pages.parts)-1 && y+p.heightOf(n) < p.Size().Height {
		y += p.heightOf(n)
		n++
	}
	to := part(n, p.Size().Height-y)
	return from / all, min((to-from)/all, 1)
}

// Scrolled is called by the driver.
func (p *Paper) Scrolled(e *fyne.ScrollEvent) { p.scrollBy(-e.Scrolled.DY) }

// Dragged is called by the driver; it moves the scroll bar's thumb.
func (p *Paper) Dragged(e *fyne.DragEvent) {
	if e.Position.X < p.Size().Width-currentLook().size(theme.SizePadding) || len(p.pages.parts) == 0 {
		return
	}
	_, length := p.share()
	wanted := min(max(e.Position.Y/p.Size().Height-length/2, 0), 1) * p.pages.weights[len(p.pages.parts)]
	p.top = 0
	for p.top < len(p.pages.parts)-1 && p.pages.weights[p.top+1] <= wanted {
		p.top++
	}
	within := (wanted - p.pages.weights[p.top]) / max(p.pages.weights[p.top+1]-p.pages.weights[p.top], 1)
	p.offset = within * p.heightOf(p.top)
	p.scrollBy(0)
}

// DragEnd is called by the driver.
func (p *Paper) DragEnd() {}

// MouseDown is called by the driver.
func (p *Paper) MouseDown(*desktop.MouseEvent) { p.down(p) }

// MouseUp is called by the driver.
func (p *Paper) MouseUp(*desktop.MouseEvent) {}

// Tapped is called by the driver; a link within the document is followed, any
// other click is told.
func (p *Paper) Tapped(e *fyne.PointEvent) {
	p.giveBack()
	n, y := p.partAt(e.Position.Y)
	if n < 0 {
		return
	}
	left := p.left()
	for _, s := range p.setOf(n).spots {
		if x := e.Position.X - left; x >= s.x && x < s.x+s.width && y >= s.y && y < s.y+s.height {
			p.ScrollTo(s.target)
			return
		}
	}
	if anchor := p.anchorAt(n); anchor != "" && p.OnTapped != nil {
		p.OnTapped(anchor)
	}
}

// TappedSecondary is called by the driver.
func (p *Paper) TappedSecondary(e *fyne.PointEvent) {
	p.giveBack()
	n, _ := p.partAt(e.Position.Y)
	if anchor := p.anchorAt(n); anchor != "" && p.OnSecondary != nil {
		p.OnSecondary(anchor, e.AbsolutePosition)
	}
}

// anchorAt is the anchor of a part, or else of the nearest before it.
func (p *Paper) anchorAt(n int) string {
	for ; n >= 0; n-- {
		if anchor := p.pages.parts[n].anchor; anchor != "" {
			return anchor
		}
	}
	return ""
}

// partAt returns the part at a height of the view and how far down in it that
// is; -1 where there is none.
func (p *Paper) partAt(at float32) (n int, y float32) {
	y = at + p.offset
	for n := p.top; n < len(p.pages.parts); n++ {
		height := p.heightOf(n)
		if y < height {
			return n, y
		}
		y -= height
	}
	return -1, 0
}

// CreateRenderer is called by Fyne.
func (p *Paper) CreateRenderer() fyne.WidgetRenderer { return &paperRenderer{p} }
