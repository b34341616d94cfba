package ui

import (
	"slices"

	"minutebook/model"
	"minutebook/ui/widget"
)

// askRenumber shows what renumbering the actions in running order would
// change, and does it where the clerk agrees.
func (w *Window) askRenumber() {
	m := w.meeting.work.meeting()
	after, _, err := m.With(model.Renumber{})
	if err != nil {
		w.say(sentence(capital(reason(err))))
		return
	}
	changes := renumbered(m, after)
	if len(changes) == 0 {
		w.say(tr("The actions are numbered in running order already"))
		return
	}
	list := widget.NewRows(widget.Table, tr("Nothing changes."), widget.Column{Title: tr("Now"), Width: 72}, widget.Column{Title: tr("Then"), Width: 72}, widget.Column{Title: tr("Action")})
	list.Length = func() int { return len(changes) }
	list.Row = func(n int) widget.Row { return changes[n] }
	f := newForm(caption(tr("Numbers that were read out or written down elsewhere will then be wrong. Ctrl+Z takes it back.")),
		newLines(min(float32(len(changes))*1.5+1, chooserRows), list))
	f.wide = true
	do := func() bool {
		w.meeting.change(w.meeting.work.session.Do(model.Renumber{}))
		w.say(trf("%s a new number; Ctrl+Z takes it back", plural(len(changes), "action has", "actions have")))
		return true
	}
	f.show(w, tr("Renumber the actions in running order?"), widget.Choice{Words: tr("Renumber"), Do: do, Default: true}, widget.Choice{Words: tr("Leave them"), Cancel: true})
}

// renumbered are the actions whose number differs, as rows.
func renumbered(before, after model.Meeting) []widget.Row {
	var rows []widget.Row
	printed := before.Numbering.Actions.YearFirst
	for _, e := range before.Actions() {
		i := slices.IndexFunc(after.Actions(), func(other model.Entry) bool { return other.ID == e.ID })
		if now := after.Actions()[i]; now.Number != e.Number {
			rows = append(rows, widget.Row{Cells: []widget.Cell{{Words: printed(e.Number), Soft: true}, {Words: printed(now.Number), Bold: true},
				{Words: model.Plain(e.Text)}}})
		}
	}
	return rows
}
