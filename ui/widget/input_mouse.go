package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// Cursor is called by the driver.
func (i *input) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseDown is called by the driver; it takes the keyboard and puts the caret.
func (i *input) MouseDown(e *desktop.MouseEvent) {
	focus(i.self.(fyne.Focusable))
	pos := i.placeAt(e.Position)
	from, to := i.buffer.selection()
	if e.Button == desktop.MouseButtonSecondary && from <= pos && pos <= to && from != to {
		return // the menu is about the selection
	}
	i.buffer.moveTo(pos, i.shift || e.Modifier&fyne.KeyModifierShift != 0)
	i.moved()
}

// MouseUp is called by the driver.
func (i *input) MouseUp(*desktop.MouseEvent) {}

// Dragged is called by the driver; it selects.
func (i *input) Dragged(e *fyne.DragEvent) {
	i.buffer.moveTo(i.placeAt(e.Position), true)
	i.moved()
}

// DragEnd is called by the driver.
func (i *input) DragEnd() {}

// DoubleTapped is called by the driver; it selects a word.
func (i *input) DoubleTapped(e *fyne.PointEvent) {
	i.Select(i.buffer.wordAt(i.placeAt(e.Position)))
}

// TappedSecondary is called by the driver; it offers what can be done with
// the selection.
func (i *input) TappedSecondary(e *fyne.PointEvent) {
	c := canvasOf(i.self)
	if c == nil {
		return
	}
	clipboard := fyne.CurrentApp().Clipboard()
	self := i.self.(fyne.Shortcutable)
	do := func(s fyne.Shortcut) func() { return func() { self.TypedShortcut(s) } }
	cut := fyne.NewMenuItem(lang.L("Cut"), do(&fyne.ShortcutCut{Clipboard: clipboard}))
	copied := fyne.NewMenuItem(lang.L("Copy"), do(&fyne.ShortcutCopy{Clipboard: clipboard}))
	from, to := i.buffer.selection()
	cut.Disabled, copied.Disabled = from == to, from == to
	menu := fyne.NewMenu("", cut, copied,
		fyne.NewMenuItem(lang.L("Paste"), do(&fyne.ShortcutPaste{Clipboard: clipboard})),
		fyne.NewMenuItem(lang.L("Select all"), do(&fyne.ShortcutSelectAll{})))
	fynewidget.ShowPopUpMenuAtPosition(menu, c, e.AbsolutePosition)
}

// placeAt returns the caret's place nearest to a point of the widget.
func (i *input) placeAt(p fyne.Position) int {
	height := currentLook().leading(theme.SizeBody)
	row := i.top
	if y := p.Y - i.at.Y; y > 0 && i.maxRows > 1 {
		row += int(y / height)
	}
	if i.maxRows == 1 {
		row = 0
	}
	return i.posAt(row, p.X-i.at.X)
}
