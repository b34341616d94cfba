package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// ofBody is what the screens have in common that show what is gathered from the
// minutes of one body.
type ofBody struct {
	w    *Window
	from screen
	body model.Body
	read bool // what it shows has been read
}

func (s *ofBody) origin() screen      { return s.from }
func (s *ofBody) bodyShown() model.ID { return s.body.ID }

// escape goes back to the screen before.
func (s *ofBody) escape(name fyne.KeyName) bool {
	if name != fyne.KeyEscape {
		return false
	}
	s.w.backTo(s.from)
	return true
}

// heldBy are a body and its meetings by date, but for those that were not held
// after all. It reads every one of them, and is called off the window's
// goroutine.
func heldBy(book Book, id model.ID) (model.Body, []model.Meeting, error) {
	b, err := book.Body(id)
	if err != nil {
		return b, nil, err
	}
	list, err := book.Meetings()
	if err != nil {
		return b, nil, err
	}
	list = slices.DeleteFunc(list, func(m model.Summary) bool { return m.BodyID != id || m.State == model.Cancelled })
	var held []model.Meeting
	for _, one := range list {
		m, err := book.Meeting(one.ID)
		if err != nil {
			return b, nil, err
		}
		held = append(held, m)
	}
	return b, held, nil
}
