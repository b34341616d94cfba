package ui

import (
	"minutebook/model"
	"minutebook/ui/widget"
)

// bodyCommands are those of bodies: of their screen, and of what their meetings
// leave to the next.
var bodyCommands = []command{
	{"arising", "What became of earlier actions", "Meeting", nil, mayArise, (*Window).askArising},
	{"new-body", "New body", "Edit", nil, nil, (*Window).askNewBody},
	{"seat-end", "End a seat on a day", "Edit", nil, onBodyScreen, withSeat((*bodyScreen).askSeatEnd)},
	{"seat-succeed", "Somebody succeeds to a seat", "Edit", nil, onBodyScreen, withSeat((*bodyScreen).askSuccession)},
	{"group-up", "Move the group up", "Edit", nil, onBodyScreen, withSeat(func(s *bodyScreen, seat model.Seat) { s.moveGroup(seat, -1) })},
	{"group-down", "Move the group down", "Edit", nil, onBodyScreen, withSeat(func(s *bodyScreen, seat model.Seat) { s.moveGroup(seat, 1) })},
	{"roster-paste", "Paste a list of people", "Edit", nil, onBodyScreen, func(w *Window) { w.screen.(*bodyScreen).askPasted() }},
}

// onBodyScreen says whether a body's screen is shown.
func onBodyScreen(w *Window) bool {
	_, ok := w.screen.(*bodyScreen)
	return ok
}

// askNewBody makes a body and shows it.
func (w *Window) askNewBody() {
	name := widget.NewField(tr("Name"), tr("Name of the board, committee, council or panel"))
	f := newForm(name, caption(tr("It stands at the head of its minutes. Its people, and how its meetings are numbered and look, come next.")))
	name.OnChanged = func(string, int) { f.calm() }
	make := func() bool {
		b := model.Body{ID: w.out.NewID(), Rev: 1, Name: tidy(name.Text())}
		if err := w.checkBodyName(b.ID, b.Name); err != nil {
			return f.refuse(name, sentence(capital(reason(err))))
		}
		if err := w.book.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Value: b}}}); err != nil {
			w.out.Log.Error("make a body", "body", string(b.ID), "error", err)
			return f.refuse(name, explain("make the body", err))
		}
		f.modal.OnClosed = func() { w.showBody(b.ID) }
		return true
	}
	f.show(w, tr("New body"), widget.Choice{Words: tr("Make it"), Do: make, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}
