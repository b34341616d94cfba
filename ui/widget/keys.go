package widget

import (
	"fyne.io/fyne/v2"
)

// keys is what every part that takes the keyboard has in common: somewhere to
// hand on what it has no use for.
type keys struct {
	// OnKey is told of keys the part has no use for, function keys among them,
	// but never of those that write or only modify others. It returns whether it
	// used the key.
	OnKey func(fyne.KeyName) bool
	// OnShortcut is told of shortcuts the part has no use for. A part with the
	// keyboard is the last to hear of a shortcut, so without this they are lost.
	OnShortcut func(fyne.Shortcut) bool
	// OnFocus is told when the part takes or loses the keyboard.
	OnFocus func(focused bool)

	focused bool
}

// handOn offers a key to OnKey, then to the modal that the part stands in. The
// driver tells of every key, so those that write a letter stop here: they come
// again as runes.
func (k *keys) handOn(self fyne.CanvasObject, name fyne.KeyName) bool {
	if !isCommand[name] {
		return false
	}
	if k.OnKey != nil && k.OnKey(name) {
		return true
	}
	if m := modalOn(canvasOf(self)); m != nil {
		return m.key(name)
	}
	return false
}

// isCommand tells the keys that neither write nor modify.
var isCommand = map[fyne.KeyName]bool{
	fyne.KeyF1: true, fyne.KeyF2: true, fyne.KeyF3: true, fyne.KeyF4: true, fyne.KeyF5: true, fyne.KeyF6: true,
	fyne.KeyF7: true, fyne.KeyF8: true, fyne.KeyF9: true, fyne.KeyF10: true, fyne.KeyF11: true, fyne.KeyF12: true,
	fyne.KeyEscape: true, fyne.KeyReturn: true, fyne.KeyEnter: true, fyne.KeyTab: true, fyne.KeyInsert: true,
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyHome: true, fyne.KeyEnd: true,
	fyne.KeyPageUp: true, fyne.KeyPageDown: true,
	fyne.KeyUp: true, fyne.KeyDown: true, fyne.KeyLeft: true, fyne.KeyRight: true,
}

func (k *keys) handOnShortcut(s fyne.Shortcut) bool {
	return k.OnShortcut != nil && k.OnShortcut(s)
}

func (k *keys) setFocused(focused bool) {
	k.focused = focused
	if k.OnFocus != nil {
		k.OnFocus(focused)
	}
}

// Focused tells whether the part has the keyboard.
func (k *keys) Focused() bool { return k.focused }

// canvasOf is the canvas that a part stands on. The driver knows it only once
// the part is drawn; a key can come before that, to whoever has the keyboard or
// to what stands beside it in a modal that was just opened.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	return undrawn(o, driver.AllWindows())
}

// undrawn is the canvas of a part that is not drawn yet; nil where that is not
// known.
func undrawn(o fyne.CanvasObject, windows []fyne.Window) fyne.Canvas {
	var modal fyne.Canvas
	for _, w := range windows {
		c := w.Canvas()
		if f, ok := c.Focused().(fyne.CanvasObject); ok && f == o {
			return c
		}
		if modalOn(c) != nil {
			modal = c
		}
	}
	return modal
}

// focus gives the keyboard to f.
func focus(f fyne.Focusable) {
	if o, ok := f.(fyne.CanvasObject); ok {
		if c := canvasOf(o); c != nil && c.Focused() != f {
			c.Focus(f)
		}
	}
}

// isEnter tells both Enter keys.
func isEnter(name fyne.KeyName) bool { return name == fyne.KeyReturn || name == fyne.KeyEnter }

// A click remembers who had the keyboard when a button of the mouse went
// down: the driver takes it away, and giveBack undoes that.
type click struct{ had fyne.Focusable }

// down is called when the mouse goes down on self.
func (k *click) down(self fyne.CanvasObject) {
	k.had = nil
	if c := canvasOf(self); c != nil {
		k.had = c.Focused()
	}
}

// giveBack returns the keyboard to whoever had it.
func (k *click) giveBack() {
	if k.had != nil {
		focus(k.had)
	}
	k.had = nil
}
