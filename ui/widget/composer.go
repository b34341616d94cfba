package widget

import (
	"unicode"

	"fyne.io/fyne/v2"

	"minutebook/ui/theme"
)

const composerRows = 6

// A Composer is the entry that minutes are written in. It grows with its text
// from one line to six, then scrolls inside. It breaks lines between words and
// its text is always exactly what was typed; nothing is changed while typing.
//
// Shift+Enter is a new line; Enter, Esc and Tab are for whoever uses it. It
// draws no border: put it in a Frame.
type Composer struct {
	input

	// OnTab is told of Tab, and returns whether it used it; if not, the keyboard
	// goes on to the next part. A tab is never typed.
	OnTab func() bool
	// OnRightAtEnd is told of Right at the end of the text, and returns whether
	// it used it.
	OnRightAtEnd func() bool
	// OnUpWhenEmpty is told of Up while nothing is written, and returns whether
	// it used it.
	OnUpWhenEmpty func() bool
	// OnTyping is told of a letter, digit or sign before it is written, and
	// returns whether it used it; OnTyped is told once it stands in the text.
	OnTyping func(r rune) bool
	OnTyped  func(r rune)
	// OnBackspace is told of Backspace before it deletes, and returns whether it
	// used it.
	OnBackspace func() bool
	// OnPaste is offered what is pasted, and returns whether it used it; if not,
	// it is inserted.
	OnPaste func(text string) bool
}

var (
	_ fyne.Widget       = (*Composer)(nil)
	_ fyne.Tabbable     = (*Composer)(nil)
	_ fyne.Shortcutable = (*Composer)(nil)
)

// NewComposer returns an empty composer. Set its hooks before it is shown.
func NewComposer() *Composer {
	c := &Composer{}
	c.begin(c, composerRows)
	return c
}

// SetGhost shows a completion in grey after the caret, while the caret is at
// the end of the text. It goes with the next change of the text, and is never
// part of it.
func (c *Composer) SetGhost(text string) { c.setGhost(text) }

// Ghost returns the completion that SetGhost was given and that no change has
// taken away.
func (c *Composer) Ghost() string { return c.ghost }

// AcceptsTab is called by the driver.
func (c *Composer) AcceptsTab() bool { return true }

// TypedKey is called by the driver.
func (c *Composer) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyTab {
		c.tab()
		return
	}
	if !c.used(e.Name) {
		c.input.TypedKey(e)
	}
}

// used offers a key, where it may mean more than in any text, to whoever uses
// the composer.
func (c *Composer) used(name fyne.KeyName) bool {
	from, to := c.buffer.selection()
	var offer func() bool
	switch {
	case name == fyne.KeyUp && len(c.buffer.text) == 0:
		offer = c.OnUpWhenEmpty
	case name == fyne.KeyRight && !c.shift && from == to && to == len(c.buffer.text):
		offer = c.OnRightAtEnd
	case name == fyne.KeyBackspace && from == to:
		offer = c.OnBackspace
	}
	return offer != nil && offer()
}

// TypedRune is called by the driver.
func (c *Composer) TypedRune(r rune) {
	if c.OnTyping != nil && c.OnTyping(r) {
		return
	}
	c.input.TypedRune(r)
	if c.OnTyped != nil && !unicode.IsControl(r) {
		c.OnTyped(r)
	}
}

// TypedShortcut is called by the driver.
func (c *Composer) TypedShortcut(s fyne.Shortcut) {
	if p, ok := s.(*fyne.ShortcutPaste); ok && c.OnPaste != nil && c.OnPaste(p.Clipboard.Content()) {
		return
	}
	c.input.TypedShortcut(s)
}

// Scrolled is called by the driver; it moves through lines that do not all
// show.
func (c *Composer) Scrolled(e *fyne.ScrollEvent) {
	hidden := c.allRows() - c.rows()
	if hidden <= 0 || e.Scrolled.DY == 0 {
		return
	}
	by := 1
	if e.Scrolled.DY > 0 {
		by = -1
	}
	c.top = min(max(c.top+by, 0), hidden)
	c.draw()
}

func (c *Composer) tab() {
	if !c.shift && c.OnTab != nil && c.OnTab() {
		return
	}
	on := canvasOf(c)
	switch {
	case on == nil:
	case c.shift:
		on.FocusPrevious()
	default:
		on.FocusNext()
	}
}

// CreateRenderer is called by Fyne.
func (c *Composer) CreateRenderer() fyne.WidgetRenderer {
	return &composerRenderer{c}
}

type composerRenderer struct{ c *Composer }

func (r *composerRenderer) Layout(size fyne.Size) { r.c.lay(fyne.NewPos(0, 0), size) }

func (r *composerRenderer) MinSize() fyne.Size {
	l := currentLook()
	return fyne.NewSize(l.size(theme.SizeBody)*8, l.leading(theme.SizeBody)*float32(r.c.rows()))
}

func (r *composerRenderer) Refresh()                     { r.c.arrange() }
func (r *composerRenderer) Objects() []fyne.CanvasObject { return r.c.objects() }
func (r *composerRenderer) Destroy()                     {}
