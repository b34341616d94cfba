package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
	"minutebook/model/quick"
)

// newPerson begins the line that puts somebody on the attendance list. Words
// that are there become the name.
func (s *meetingScreen) newPerson() {
	if s.rolling() {
		s.roll.askPerson()
		return
	}
	c := s.panel.composer
	if !strings.HasPrefix(c.Text(), "/") {
		c.Replace(0, 0, "/present ")
		c.Select(len([]rune(c.Text())), len([]rune(c.Text())))
	}
	s.focus()
}

// personMenu is what can be recorded of somebody by mouse.
func (s *meetingScreen) personMenu(a model.Attendee, at fyne.CanvasObject) {
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject(at).AddXY(0, at.Size().Height)
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", s.personOffers(a)...), s.w.window.Canvas(), where)
}

// personOffers are the lines of that menu: those that would change something.
func (s *meetingScreen) personOffers(a model.Attendee) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	add := func(words string, do func()) {
		items = append(items, fyne.NewMenuItem(words, func() { do(); s.focus() }))
	}
	for _, one := range []struct {
		mark  model.Mark
		words string
	}{{model.Present, tr("Present")}, {model.Apologies, tr("Sent apologies")}, {model.Absent, tr("Absent")}} {
		if a.Mark != one.mark {
			add(one.words, func() { s.setMark(a.ID, one.mark) })
		}
	}
	m := s.work.meeting()
	if m.RoomNow(s.work.item).Has(a.ID) {
		add(tr("Leaves now"), func() { s.aside(passLine(m, model.Out, a.ID)) })
	} else {
		add(tr("Joins now"), func() { s.aside(passLine(m, model.In, a.ID)) })
	}
	if a.Mark == model.Present && m.Chair != a.ID {
		add(tr("Takes the chair"), func() { s.change(s.work.session.Do(model.SetFact{Fact: model.FactChair, Value: string(a.ID)})) })
	}
	return items
}

// setMark records whether somebody is there.
func (s *meetingScreen) setMark(id model.ID, mark model.Mark) {
	a, ok := s.work.meeting().Attendee(id)
	if !ok {
		return
	}
	a.Mark = mark
	if mark == model.Present {
		a.Reason = ""
	}
	if s.change(s.work.session.Do(model.SetAttendee{Attendee: a})) {
		word, _ := markWord(mark)
		s.w.say(trf("%s: %s. Ctrl+Z takes it back", a.Name, strings.ToLower(word)))
	}
}

// aside does a quick line that has nothing to do with the words in the
// composer.
func (s *meetingScreen) aside(line string) {
	changes, err := s.work.aside(line)
	if err == nil {
		err = s.work.session.Do(model.Many(changes))
	}
	s.change(err)
}

// aside is what a quick line would change. The words in the composer, and what
// is chosen or edited in the running order, stay out of it.
func (w *minuting) aside(line string) ([]model.Change, error) {
	c := w.context()
	c.Kind, c.After = "", model.Last
	r, err := quick.Read(line, c)
	if err != nil {
		return nil, err
	}
	if w.item == "" {
		w.item = r.Item
	}
	return r.Changes, nil
}
