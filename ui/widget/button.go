package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"
)

// A ButtonStyle is how much a button asks for attention.
type ButtonStyle uint8

// The styles.
const (
	Quiet   ButtonStyle = iota // an outline
	Primary                    // filled with the accent: the one thing to do next
)

// A Button does something when it is clicked, or when Enter or Space is pressed
// on it. It may show the key that does the same.
type Button struct {
	fynewidget.BaseWidget
	keys
	click

	// OnTapped is called when the button is pressed.
	OnTapped func()

	words, hint string
	style       ButtonStyle
	on          bool
	turns       bool
	disabled    bool
	hovered     bool
	face        face
}

var (
	_ fyne.Widget       = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Shortcutable = (*Button)(nil)
	_ fyne.Disableable  = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
	_ desktop.Mouseable = (*Button)(nil)
)

// NewButton returns a quiet button; hint is the key that does the same, or "".
func NewButton(words, hint string, tapped func()) *Button {
	b := &Button{words: words, hint: hint, OnTapped: tapped, face: newFace()}
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimary returns a primary button.
func NewPrimary(words, hint string, tapped func()) *Button {
	b := NewButton(words, hint, tapped)
	b.style = Primary
	return b
}

// NewSwitch returns a quiet button that turns something on and off: pressing it
// changes what On says, and calls changed. Space does the same, while Enter is
// left to the modal that the switch stands in.
func NewSwitch(words string, on bool, changed func()) *Button {
	b := NewButton(words, "", nil)
	b.on, b.turns = on, true
	b.OnTapped = func() {
		b.SetOn(!b.on)
		if changed != nil {
			changed()
		}
	}
	return b
}

// SetWords changes the words on the button.
func (b *Button) SetWords(words string) {
	b.words = words
	b.Refresh()
}

// Words returns the words on the button.
func (b *Button) Words() string { return b.words }

// SetOn shows the button as pressed in, for a button that turns something on
// and off. It does not call OnTapped.
func (b *Button) SetOn(on bool) {
	if b.on != on {
		b.on = on
		b.Refresh()
	}
}

// On tells whether the button shows as pressed in.
func (b *Button) On() bool { return b.on }

// Disable makes the button do nothing.
func (b *Button) Disable() { b.setDisabled(true) }

// Enable undoes Disable.
func (b *Button) Enable() { b.setDisabled(false) }

// Disabled tells whether the button does nothing.
func (b *Button) Disabled() bool { return b.disabled }

func (b *Button) setDisabled(disabled bool) {
	if b.disabled != disabled {
		b.disabled = disabled
		b.Refresh()
	}
}

func (b *Button) press() {
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// Tapped is called by the driver.
func (b *Button) Tapped(*fyne.PointEvent) {
	b.giveBack()
	b.press()
}

// MouseDown is called by the driver.
func (b *Button) MouseDown(*desktop.MouseEvent) { b.down(b) }

// MouseUp is called by the driver.
func (b *Button) MouseUp(*desktop.MouseEvent) {}

// MouseIn is called by the driver.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.setHovered(true) }

// MouseMoved is called by the driver.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the driver.
func (b *Button) MouseOut() { b.setHovered(false) }

func (b *Button) setHovered(hovered bool) {
	b.hovered = hovered
	b.Refresh()
}

// FocusGained is called by the driver.
func (b *Button) FocusGained() {
	b.setFocused(true)
	b.Refresh()
}

// FocusLost is called by the driver.
func (b *Button) FocusLost() {
	b.setFocused(false)
	b.Refresh()
}

// TypedRune is called by the driver.
func (b *Button) TypedRune(rune) {}

// TypedKey is called by the driver.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeySpace, isEnter(e.Name) && !b.turns:
		b.press()
	case b.handOn(b, e.Name):
	case isEnter(e.Name): // nobody else has a use for it
		b.press()
	}
}

// TypedShortcut is called by the driver.
func (b *Button) TypedShortcut(s fyne.Shortcut) { b.handOnShortcut(s) }

func (b *Button) state() faceState {
	return faceState{
		words: b.words, hint: b.hint, primary: b.style == Primary,
		on: b.on, focused: b.focused, hovered: b.hovered, disabled: b.disabled,
	}
}

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return &buttonRenderer{b} }

type buttonRenderer struct{ b *Button }

func (r *buttonRenderer) MinSize() fyne.Size { return faceSize(currentLook(), r.b.state()) }

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.b.face.draw(currentLook(), r.b.state(), fyne.NewPos(0, 0), size)
}

func (r *buttonRenderer) Refresh() {
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject { return r.b.face.objects() }
func (r *buttonRenderer) Destroy()                     {}
