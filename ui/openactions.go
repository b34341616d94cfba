package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// openActions lists what the body of the open meeting still has to do, over
// the meeting: to be completed, noted in the minutes, or gone to. The words in
// the composer wait untouched.
type openActions struct {
	*form
	s      *meetingScreen
	shown  []register.Action
	filter *widget.Field
	list   *widget.Rows
	panel  *recordPanel
	listed fyne.CanvasObject
	hint   *widget.Para
}

// actionsAtHand lists the open actions of the body over a live meeting, which
// is not left for them, and else shows the Actions screen.
func (w *Window) actionsAtHand() {
	if onMeeting(w) && w.meeting.live() {
		w.askOpenActions()
		return
	}
	w.showActions()
}

// pastOpenActions goes on from the list to the Actions screen.
func (w *Window) pastOpenActions() {
	if d := w.openActions; d != nil {
		d.toRegister()
		d.modal.Close()
	}
}

// askOpenActions opens the list over the meeting.
func (w *Window) askOpenActions() {
	s := w.meeting
	d := &openActions{s: s, panel: newRecordPanel(w), hint: caption("")}
	d.filter = widget.NewField("", tr("Type to filter: words, or owner: forum: due:"))
	d.filter.OnChanged = func(string, int) { d.fill() }
	d.filter.OnEnter = d.toList
	d.filter.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyDown {
			d.toList()
		}
		return name == fyne.KeyDown
	}
	d.list = widget.NewRows(widget.Table, tr("Nothing like that is open. Esc goes back to the minutes."), widget.Column{Title: tr("No."), Width: 112}, widget.Column{Title: tr("Action")},
		widget.Column{Title: tr("Owner and due"), Width: 176}, widget.Column{Title: tr("State"), Width: 104})
	d.list.Length = func() int { return len(d.shown) }
	d.list.Row = func(n int) widget.Row { return w.actionRow(d.whole(n), false, true) }
	d.list.OnLetter = d.letter
	d.list.OnOpen = func(int) { d.jump() }
	d.list.OnKey = func(name fyne.KeyName) bool { return name == fyne.KeyEscape && d.clearFilter() }
	d.panel.laid, d.panel.recorded = d.panelLaid, d.recorded
	d.panel.parts.Hide()
	d.listed = newLines(w.roomFor(chooserRows, 300), d.list)
	setCaption(d.hint, tr("In the list: C or Space completes, N notes it as done in these minutes, Enter goes to it; any other letter filters."))
	d.form = newForm(d.filter, d.listed, d.hint, d.panel.parts)
	d.wide = true
	d.fill()
	shown := d.show(w, trf("Open actions: %s", s.work.meeting().Body), widget.Choice{Words: tr("Go to it"), Do: func() bool { d.act(); return false }, Default: true},
		widget.Choice{Words: tr("Complete"), Do: func() bool { d.complete(); return false }}, widget.Choice{Words: tr("Note in these minutes"), Do: func() bool { d.note(); return false }},
		widget.Choice{Words: tr("All actions"), Do: d.toRegister}, widget.Choice{Words: tr("Close"), Cancel: true})
	if shown {
		w.openActions = d
		d.goTo(nil)
	}
}

// fill shows the open actions that the filter wants, but for those that this
// meeting itself agreed.
func (d *openActions) fill() {
	m := d.s.work.meeting()
	today := model.DateOf(d.s.w.out.Now())
	f := register.Typed(d.filter.Text(), func(words string) (model.Date, bool) { return quick.ParseDate(words, today) })
	f.Open, f.BodyID, f.Today = true, m.BodyID, today
	found, err := d.s.w.book.Register(f)
	if err != nil {
		d.shown = nil
		d.refuse(d.filter, explain("read the actions", err))
		return
	}
	d.shown = d.shown[:0]
	for _, a := range found {
		if a.Meeting != m.ID {
			d.shown = append(d.shown, a)
		}
	}
	at := max(d.list.Selected(), 0)
	d.list.Refresh()
	d.list.Select(min(at, len(d.shown)-1))
}

// whole is the nth action with its words.
func (d *openActions) whole(n int) register.Action {
	a, err := d.s.w.book.Action(d.shown[n].Meeting, d.shown[n].ID)
	if err != nil {
		return d.shown[n]
	}
	return a
}

func (d *openActions) toList() {
	if len(d.shown) > 0 {
		d.on.Focus(d.list)
	}
}

// letter completes or notes; any other letter filters.
func (d *openActions) letter(r rune) bool {
	switch strings.ToLower(string(r)) {
	case " ", "c":
		d.complete()
	case "n":
		d.note()
	default:
		d.on.Focus(d.filter)
		d.filter.TypedRune(r)
	}
	return true
}

// chosen is the action chosen in the list.
func (d *openActions) chosen() (register.Action, bool) {
	n := d.list.Selected()
	if n < 0 {
		d.s.w.say(tr("Choose an action first"))
		return register.Action{}, false
	}
	return d.whole(n), true
}

// act is what Enter does wherever nothing else uses it.
func (d *openActions) act() {
	if d.panel.visible() {
		d.panel.enter()
		return
	}
	d.jump()
}

// complete asks for a note and completes the chosen action in the register.
func (d *openActions) complete() {
	if a, ok := d.chosen(); ok {
		d.panel.ask(toComplete, []register.Action{a})
	}
}

// note says in these minutes that the chosen action is done, which notes it in
// the register too.
func (d *openActions) note() {
	a, ok := d.chosen()
	if !ok {
		return
	}
	if d.s.work.editing != "" {
		d.refuse(nil, tr("An entry is being edited: press Esc twice, finish it, and ask again."))
		return
	}
	d.modal.Close()
	before := d.s.work.meeting().Rev
	d.s.do(fmt.Sprintf("/done %s %d", a.Date.Long(), a.Number))
	if d.s.work.meeting().Rev > before {
		d.s.w.say(trf("Action %s of %s is noted as done in these minutes", printedNumber(a), a.Date.Long()))
	}
}

// jump goes to the meeting that agreed the chosen action, with a way back.
func (d *openActions) jump() {
	a, ok := d.chosen()
	if !ok {
		return
	}
	d.goTo(func() { d.s.w.openAt(a.Meeting, a.Item, a.ID) })
	d.modal.Close()
}

// toRegister shows all of it on the Actions screen.
func (d *openActions) toRegister() bool {
	d.goTo(d.s.w.showActions)
	return true
}

// goTo says where to go once the list is closed; nil stays in the meeting.
func (d *openActions) goTo(next func()) {
	d.modal.OnClosed = func() {
		d.s.w.openActions = nil
		if next != nil {
			next()
		}
	}
}

// clearFilter shows everything again where something is filtered away.
func (d *openActions) clearFilter() bool {
	if d.filter.Text() == "" {
		return false
	}
	d.filter.Set("", 0)
	d.fill()
	return true
}

// lastListed is the last of the buttons that are about the list alone.
const lastListed = 3

// setEnabled enables or disables a button.
func setEnabled(b *widget.Button, enabled bool) {
	if enabled {
		b.Enable()
	} else {
		b.Disable()
	}
}

// panelLaid shows the panel in the place of the list, or the list again.
func (d *openActions) panelLaid() {
	asking := d.panel.visible()
	setVisible(d.panel.parts, asking)
	setVisible(d.listed, !asking)
	setVisible(d.filter, !asking)
	setVisible(d.hint, !asking)
	d.modal.Button(0).SetWords(tr("Go to it"))
	if asking {
		d.modal.Button(0).SetWords(tr("Record"))
	}
	for n := 1; n <= lastListed; n++ {
		setEnabled(d.modal.Button(n), !asking)
	}
	d.laid()
	if !asking {
		d.on.Focus(d.list)
	}
}

// recorded shows the list without what was recorded.
func (d *openActions) recorded(made record) {
	d.panelLaid()
	d.fill()
	d.s.w.say(made.words)
	if len(d.shown) == 0 {
		d.on.Focus(d.filter)
	}
}
