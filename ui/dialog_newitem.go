package ui

import "minutebook/ui/widget"

// askNewItem asks for the title of an item and goes there. The words in the
// composer stay where they were being written.
func (w *Window) askNewItem() {
	title := widget.NewField(tr("Title"), tr("Roof repairs"))
	f := newForm(title)
	title.OnChanged = func(string, int) { f.calm() }
	add := func() bool {
		words := tidy(title.Text())
		if words == "" {
			return f.refuse(title, tr("Say what the item is about."))
		}
		if err := w.meeting.addItem(words); err != nil {
			return f.refuse(title, sentence(capital(reason(err))))
		}
		return true
	}
	f.show(w, tr("New item"), widget.Choice{Words: tr("Add"), Do: add, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// addItem adds an item of that title, or finds the planned one, and goes there
// as any change of item does.
func (s *meetingScreen) addItem(title string) error {
	s.leaveRoll()
	from := s.work.item
	_, err := s.work.enter("# " + title)
	if err != nil {
		return err
	}
	if from == "" { // of no item yet: the words are for this one
		s.fill()
		return nil
	}
	to := s.work.item
	s.work.item = from
	s.goTo(to)
	return nil
}
