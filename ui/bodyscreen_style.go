package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// bodyStyle is the part of a body's screen that is about its house style: which
// it is, what it is for, and what can be done with it.
type bodyStyle struct {
	s      *bodyScreen
	object *fyne.Container
	names  []string
	which  *widget.Segments
	about  *widget.Para
	open   *widget.Button
}

func newBodyStyle(s *bodyScreen) *bodyStyle {
	p := &bodyStyle{s: s, about: caption("")}
	var buttons []fyne.CanvasObject
	add := func(words, id string) *widget.Button {
		b := widget.NewButton(words, "", func() { s.w.do(s.w.command(id)) })
		b.OnKey, b.OnShortcut = s.w.wired(s.escape)
		buttons = append(buttons, b)
		return b
	}
	p.open = add(tr("Change"), "style")
	add(tr("Copy"), "style-copy")
	add(tr("Import"), "style-import")
	add(tr("Export"), "style-export")
	add(tr("Delete"), "style-delete")
	p.object = stacked(6, widget.NewLabel(tr("House style"), softStyle), container.New(&widget.Stack{}), p.about, container.New(&flow{gap: 1}, buttons...))
	return p
}

// fill shows the style of the body as it stands.
func (p *bodyStyle) fill() {
	w, name := p.s.w, p.s.w.styles.Name(p.s.body.Style)
	if names := w.styles.Names(); p.which == nil || !slices.Equal(names, p.names) {
		p.names = names
		p.which = widget.NewSegments(func(n int) { p.s.setStyle(p.names[n]) }, segmentsOf(names)...)
		p.which.Wrap = true
		p.which.OnKey, p.which.OnShortcut = w.wired(p.s.escape)
		width := p.object.Size().Width
		p.which.Resize(fyne.NewSize(width, 0)) // its height follows from its width
		p.object.Objects[1] = p.which
	}
	p.which.Choose(slices.Index(p.names, name))
	style, err := w.styles.Load(name)
	about, words := style.About, tr("Change")
	if err != nil {
		about = sentence(capital(reason(err)))
	}
	if !w.styles.Own(name) {
		words = tr("Look at it")
	}
	setCaption(p.about, about)
	p.open.SetWords(words)
}

// setStyle gives the body another house style.
func (s *bodyScreen) setStyle(name string) {
	s.change(trf("The house style was %s.", s.w.styles.Name(s.body.Style)), nil, func(b *model.Body) { b.Style = name })
}

// styleGone notes that a house style was deleted, so that it can be brought
// back.
func (s *bodyScreen) styleGone(kept model.HouseStyle) {
	s.before = append(s.before, bodyStep{did: trf("Deleted the house style %s.", kept.Name), back: func() error {
		kept.Rev = 1
		err := s.w.book.Commit(model.Batch{Styles: []model.Save[model.HouseStyle]{{Value: kept}}})
		if err == nil {
			err = s.w.readStyles()
		}
		return err
	}})
	s.fill()
}
