package ui

import (
	"minutebook/model"
	"minutebook/model/minutes"
)

// readStyles reads anew which house styles there are. Those that were known
// stay where the book does not tell.
func (w *Window) readStyles() error {
	own, err := w.book.Styles()
	if err == nil {
		w.setStyles(minutes.Builtin().With(own))
	}
	return err
}

// setStyles notes the house styles that there are from now on.
func (w *Window) setStyles(styles minutes.Styles) {
	w.styles = styles
	w.restyled++
}

// ownStyle is a house style of the office's as the book has it now.
func (w *Window) ownStyle(name string) (model.HouseStyle, error) {
	own, err := w.book.Styles()
	if err != nil {
		return model.HouseStyle{}, err
	}
	for _, h := range own {
		if h.ID == model.StyleID(name) {
			return h, nil
		}
	}
	return model.HouseStyle{}, &minutes.NoStyle{Name: name, Known: w.styles.Names()}
}
