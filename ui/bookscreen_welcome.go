package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/ui/widget"
)

// welcome is what an empty minute book shows: what it is, and the two ways to
// begin.
type welcome struct {
	object      fyne.CanvasObject
	begin, look *widget.Button
}

func newWelcome(s *bookScreen) *welcome {
	n := &welcome{}
	n.begin = widget.NewPrimary(tr("New meeting"), "Ctrl+N", s.w.askNewMeeting)
	n.look = widget.NewButton(tr("Look at a sample"), "", func() { n.addSample(s) })
	n.object = newCard(stacked(12,
		widget.NewLabel(tr("This minute book is empty"), headingStyle),
		widget.NewPara(widget.Block{Style: widget.Message, Text: tr("Begin with a meeting of your own: name the body that meets and the day, and start typing. Or look at an invented sample first. It is put into this book, where you can try everything on it.")}),
		caption(trf("Everything stays in one file on this computer: %s", s.w.short(s.w.book.Path()))),
		container.New(&widget.Across{Gap: 8, Grow: -1}, n.begin, n.look)))
	return n
}

func (n *welcome) addSample(s *bookScreen) {
	n.look.Disable()
	n.look.SetWords(tr("Putting the sample into the book"))
	s.w.out.Later(s.w.out.Sample, func(err error) {
		n.look.Enable()
		n.look.SetWords(tr("Look at a sample"))
		if err != nil {
			s.w.failed("put the sample into the book", err)
			return
		}
		s.refresh()
		s.w.headChanged()
		s.focus()
		s.w.say(tr("The sample is in the book. Enter opens a meeting."))
	})
}
