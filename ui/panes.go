package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// pane is a quiet column beside the sheet: headings and lines that scroll.
type pane struct {
	object fyne.CanvasObject
	lines  *fyne.Container
	scroll *container.Scroll
	pool   []*widget.Para
	used   int
}

func newPane(edge widget.Edge) *pane {
	p := &pane{lines: container.New(&widget.Stack{Gap: 2})}
	p.scroll = container.NewVScroll(container.New(&widget.Inset{Top: 12, Right: 8, Bottom: 12, Left: 8}, p.lines))
	p.object = widget.NewGround(theme.Pane, p.scroll, edge)
	return p
}

// begin starts to fill the pane anew; add puts the next line in; end shows it.
func (p *pane) begin() {
	p.used = 0
	p.lines.Objects = nil
}

func (p *pane) add(b widget.Block, tapped func()) *widget.Para {
	if p.used == len(p.pool) {
		p.pool = append(p.pool, widget.NewPara(widget.Block{Style: widget.PaneText}))
	}
	line := p.pool[p.used]
	p.used++
	line.Set(b)
	line.SetSelected(false)
	line.OnTapped, line.OnSecondary = tapped, nil
	p.lines.Objects = append(p.lines.Objects, line)
	return line
}

// heading begins a part of the pane, with room over it but for the first.
func (p *pane) heading(words string) {
	if p.used > 0 {
		p.lines.Objects = append(p.lines.Objects, p.room(sectionRoom))
	}
	p.add(widget.Block{Style: widget.Caption, Text: bold(words)}, nil)
}

// sectionRoom is the room over a heading, groupRoom that over a group's name.
const (
	sectionRoom = 14
	groupRoom   = 4
)

func (p *pane) room(units float32) fyne.CanvasObject {
	return container.New(&widget.Inset{Top: units})
}

// group names those who follow.
func (p *pane) group(words string) {
	p.lines.Objects = append(p.lines.Objects, p.room(groupRoom))
	p.add(widget.Block{Style: widget.PaneText, Text: bold(words)}, nil)
}

// offer is a line that does something when it is clicked.
func (p *pane) offer(words, keys string, do func()) {
	p.add(widget.Block{Style: widget.PaneText, Text: words, Trailing: keys, Soft: true}, do)
}

func (p *pane) end() { p.lines.Refresh() }

// reveal scrolls as little as is needed to show a line. It says false while
// there is no room yet.
func (p *pane) reveal(line *widget.Para) bool {
	shown := p.scroll.Size().Height
	if shown <= 0 {
		return false
	}
	top := p.lines.Position().Y + line.Position().Y
	y := max(min(p.scroll.Offset.Y, top), top+line.Size().Height-shown)
	if y != p.scroll.Offset.Y {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
	}
	return true
}

// cut shortens words to about n characters.
func cut(words string, n int) string {
	r := []rune(words)
	if len(r) <= n {
		return words
	}
	return string(r[:n-1]) + "…"
}
