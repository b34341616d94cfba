package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Choice is one of a modal's buttons.
type Choice struct {
	Words string
	// Do is called when the choice is made; the modal closes if it returns true.
	// A nil Do closes it.
	Do func() bool
	// Default is made by Enter wherever nothing else uses Enter, and Cancel by
	// Esc.
	Default, Cancel bool
}

// A Modal asks something before anything else can be done. The keyboard stays
// inside it until it closes, and then goes back to whoever had it. Enter makes
// the default choice and Esc cancels. One is open at a time.
type Modal struct {
	fynewidget.BaseWidget
	click

	// OnClosed is called after the modal closed, however that came about.
	OnClosed func()

	title   string
	content fyne.CanvasObject
	choices []Choice
	wide    bool

	on      fyne.Canvas
	before  fyne.Focusable
	veil    *canvas.Rectangle
	panel   *canvas.Rectangle
	heading *canvas.Text
	buttons []*Button
}

var (
	_ fyne.Widget       = (*Modal)(nil)
	_ fyne.Tappable     = (*Modal)(nil)
	_ desktop.Mouseable = (*Modal)(nil)
)

// NewModal returns a modal that is not yet shown. Its choices stand in a row,
// the first at the right.
func NewModal(title string, content fyne.CanvasObject, choices ...Choice) *Modal {
	m := &Modal{
		title: title, content: content, choices: choices,
		veil: newRect(), panel: newRect(), heading: &canvas.Text{},
	}
	for _, c := range choices {
		button := NewButton(c.Words, "", func() { m.make(c) })
		if c.Default {
			button.style, button.hint = Primary, "Enter"
		}
		if c.Cancel {
			button.hint = "Esc"
		}
		m.buttons = append(m.buttons, button)
	}
	m.ExtendBaseWidget(m)
	return m
}

// SetWide gives the modal room for a list or a preview.
func (m *Modal) SetWide(wide bool) { m.wide = wide }

// Open shows the modal on a canvas and returns true, or false where one is open
// there already.
func (m *Modal) Open(on fyne.Canvas) bool {
	if Open(on) {
		return false
	}
	m.on, m.before = on, on.Focused()
	on.Unfocus() // adding an overlay tells no one, and a Shift held now is let go in here
	on.Overlays().Add(m)
	m.Resize(on.Size())
	on.FocusNext()
	for n, button := range m.buttons {
		if on.Focused() == fyne.Focusable(button) { // nothing to fill in
			m.focusDefault(n)
			break
		}
	}
	return true
}

// focusDefault gives the keyboard to the default choice, or else to the nth.
func (m *Modal) focusDefault(n int) {
	for d, c := range m.choices {
		if c.Default {
			n = d
		}
	}
	m.on.Focus(m.buttons[n])
}

// Close closes the modal if it is open.
func (m *Modal) Close() {
	if m.on == nil {
		return
	}
	on := m.on
	m.on = nil
	on.Overlays().Remove(m)
	if m.before != nil && on.Focused() != m.before {
		on.Focus(m.before)
	}
	if m.OnClosed != nil {
		m.OnClosed()
	}
}

// IsOpen says whether the modal is open.
func (m *Modal) IsOpen() bool { return m.on != nil }

// Button returns the button of the nth choice, to enable or disable it.
func (m *Modal) Button(n int) *Button { return m.buttons[n] }

// Open tells whether a modal is open on a canvas.
func Open(on fyne.Canvas) bool { return modalOn(on) != nil }

// modalOn returns the modal that is open on a canvas, or nil. A menu may lie
// over it.
func modalOn(on fyne.Canvas) *Modal {
	if on == nil {
		return nil
	}
	for _, o := range on.Overlays().List() {
		if m, ok := o.(*Modal); ok {
			return m
		}
	}
	return nil
}

func (m *Modal) make(c Choice) {
	if c.Do == nil || c.Do() {
		m.Close()
	}
}

// key makes the choice that a key stands for.
func (m *Modal) key(name fyne.KeyName) bool {
	for n, c := range m.choices {
		if c.Default && isEnter(name) || c.Cancel && name == fyne.KeyEscape {
			m.buttons[n].press()
			return true
		}
	}
	if name == fyne.KeyEscape {
		m.Close()
		return true
	}
	return false
}

// Tapped is called by the driver: a click beside everything changes nothing.
func (m *Modal) Tapped(*fyne.PointEvent) { m.giveBack() }

// MouseDown is called by the driver.
func (m *Modal) MouseDown(*desktop.MouseEvent) { m.down(m) }

// MouseUp is called by the driver.
func (m *Modal) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer is called by Fyne.
func (m *Modal) CreateRenderer() fyne.WidgetRenderer { return &modalRenderer{m} }

type modalRenderer struct{ m *Modal }

func (r *modalRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (r *modalRenderer) Layout(size fyne.Size) {
	m, l := r.m, currentLook()
	margin, gap := l.size(theme.SizeMargin), l.size(theme.SizePadding)
	m.veil.FillColor = l.color(theme.Veil)
	place(m.veil, fyne.NewPos(0, 0), size)

	width := l.size(theme.SizeGutter) * 10
	if m.wide {
		width = l.size(theme.SizeGutter) * 16
	}
	width = min(max(width, m.content.MinSize().Width+margin*2, r.buttonsWidth()+margin*2), size.Width-gap*2)
	inner := width - margin*2
	m.content.Resize(fyne.NewSize(inner, m.content.Size().Height)) // its height may follow from its width
	title, buttons := l.leading(theme.SizeTitle), r.buttonsHeight()
	around := margin*2 + title + gap*2 + buttons
	body := min(m.content.MinSize().Height, size.Height-gap*2-around)
	height := around + body
	at := fyne.NewPos(float32(int((size.Width-width)/2)), float32(int(max((size.Height-height)*0.4, gap))))

	m.panel.FillColor, m.panel.CornerRadius = l.color(theme.Paper), l.size(theme.SizeCorner)+1
	ring(m.panel, at, fyne.NewSize(width, height), l.size(theme.SizeLine), l.color(theme.Line))
	l.draw(m.heading, words{m.title, theme.SizeTitle, fyne.TextStyle{Bold: true}, theme.Text}, at.X+margin, at.Y+margin, title)
	place(m.content, at.AddXY(margin, margin+title+gap), fyne.NewSize(inner, body))
	r.layoutButtons(at.AddXY(width-margin, height-margin-buttons))
	m.veil.Refresh()
	m.panel.Refresh()
}

// layoutButtons puts the choices in a row that ends at a point.
func (r *modalRenderer) layoutButtons(end fyne.Position) {
	for _, button := range r.m.buttons {
		least := button.MinSize()
		end.X -= least.Width
		place(button, end, least)
		end.X -= currentLook().size(theme.SizeUnit)
	}
}

func (r *modalRenderer) buttonsWidth() float32 {
	var wide float32
	for _, button := range r.m.buttons {
		wide += button.MinSize().Width + currentLook().size(theme.SizeUnit)
	}
	return wide
}

func (r *modalRenderer) buttonsHeight() float32 {
	var high float32
	for _, button := range r.m.buttons {
		high = max(high, button.MinSize().Height)
	}
	return high
}

func (r *modalRenderer) Refresh() {
	r.Layout(r.m.Size())
	canvas.Refresh(r.m)
}

func (r *modalRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.m.veil, r.m.panel, r.m.heading, r.m.content}
	for _, button := range r.m.buttons {
		all = append(all, button)
	}
	return all
}

func (r *modalRenderer) Destroy() {}
