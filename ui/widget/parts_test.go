package widget

import (
	"image/color"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"minutebook/ui/theme"
)

var anyShortcut = &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}

// Every part that takes the keyboard hands on what it has no use for, and can
// be seen to have the keyboard.
func TestPartsHandOnWhatTheyDoNotUse(t *testing.T) {
	composer, field, button := NewComposer(), NewField("Name", ""), NewButton("Do", "", nil)
	segments, rows := NewSegments(nil, Segment{"One", ""}, Segment{"Two", ""}), actionRows(3)
	for name, part := range map[string]struct {
		f fyne.Focusable
		k *keys
	}{
		"composer": {composer, &composer.keys}, "field": {field, &field.keys}, "button": {button, &button.keys},
		"segments": {segments, &segments.keys}, "rows": {rows, &rows.keys},
	} {
		t.Run(name, func(t *testing.T) {
			w := window(t, part.f.(fyne.CanvasObject), 800, 300)
			var heard []string
			part.k.OnKey = func(n fyne.KeyName) bool { heard = append(heard, string(n)); return true }
			part.k.OnShortcut = func(s fyne.Shortcut) bool { heard = append(heard, s.ShortcutName()); return true }
			part.k.OnFocus = func(focused bool) {
				if focused {
					heard = append(heard, "focus")
				}
			}
			before := w.Canvas().Capture()
			w.Canvas().Focus(part.f)
			if reflect.DeepEqual(before, w.Canvas().Capture()) {
				t.Error("no one can see that it has the keyboard")
			}
			press(part.f, fyne.KeyF1, fyne.KeyF6)
			press(part.f, fyne.KeyC, fyne.Key1, fyne.KeyMinus, desktop.KeyShiftLeft, desktop.KeyControlRight, desktop.KeyAltLeft)
			part.f.(fyne.Shortcutable).TypedShortcut(anyShortcut)
			if want := []string{"focus", "F1", "F6", anyShortcut.ShortcutName()}; !slices.Equal(heard, want) {
				t.Errorf("heard %q, not %q", heard, want)
			}
			if !part.k.Focused() {
				t.Error("it does not say that it has the keyboard")
			}
		})
	}
}

func TestButtonIsPressedByKeyAndMouse(t *testing.T) {
	pressed := 0
	b := NewButton("Do", "Ctrl D", func() { pressed++ })
	window(t, b, 200, 60)
	press(b, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyF1)
	test.Tap(b)
	if pressed != 4 {
		t.Errorf("pressed %d times", pressed)
	}
	b.Disable()
	press(b, fyne.KeyReturn)
	test.Tap(b)
	if pressed != 4 || !b.Disabled() {
		t.Errorf("pressed %d times though it is disabled", pressed)
	}
	b.Enable()
	test.Tap(b)
	if pressed != 5 {
		t.Error("it stayed disabled")
	}
}

func TestButtonDoesNotMoveWhenTurnedOn(t *testing.T) {
	b := NewButton("Action", "3", nil)
	window(t, b, 200, 60)
	off := b.MinSize()
	b.SetOn(true)
	if on := b.MinSize(); on != off {
		t.Errorf("%v became %v", off, on)
	}
}

// The driver takes the keyboard from a composer when a button is clicked; it
// is back before the button does its work.
func TestClickLeavesTheKeyboardWhereItWas(t *testing.T) {
	c := NewComposer()
	var during fyne.Focusable
	var w fyne.Window
	b := NewButton("Do", "", func() { during = w.Canvas().Focused() })
	w = window(t, container.NewVBox(c, b), 300, 200)
	w.Canvas().Focus(c)
	b.MouseDown(&desktop.MouseEvent{})
	w.Canvas().Unfocus()
	b.Tapped(&fyne.PointEvent{})
	if during != fyne.Focusable(c) {
		t.Errorf("the keyboard was with %T", during)
	}
}

func TestSegments(t *testing.T) {
	var chosen []int
	s := NewSegments(func(n int) { chosen = append(chosen, n) }, Segment{"One", ""}, Segment{"Two", "2"}, Segment{"Three", ""})
	window(t, s, 400, 60)
	press(s, fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd)
	if want := []int{1, 2, 0, 2}; !slices.Equal(chosen, want) {
		t.Errorf("chose %v, not %v", chosen, want)
	}
	test.TapAt(s, s.places[1].at.AddXY(5, 5))
	if s.Chosen() != 1 {
		t.Errorf("a click chose %d", s.Chosen())
	}
	s.Choose(-1)
	if s.Chosen() != -1 || len(chosen) != 5 {
		t.Errorf("Choose left %d and told %v", s.Chosen(), chosen)
	}
}

func TestSegmentsWrap(t *testing.T) {
	s := NewSegments(nil, Segment{"Paragraph", ""}, Segment{"Decision", ""}, Segment{"Action", ""})
	s.Wrap = true
	window(t, container.NewWithoutLayout(s), 400, 200)
	s.Resize(fyne.NewSize(600, 40))
	one := s.MinSize().Height
	s.Resize(fyne.NewSize(180, 40))
	if two := s.MinSize().Height; two <= one {
		t.Errorf("in little room it is %v high, in much %v", two, one)
	}
	if s.places[2].at.Y == 0 {
		t.Error("the last segment is on the first line")
	}
}

func TestField(t *testing.T) {
	f := NewField("Date", "when")
	w := window(t, f, 300, 120)
	w.Canvas().Focus(f)
	entered, left := 0, 0
	f.OnEnter = func() { entered++ }
	f.OnEscape = func() bool { left++; return true }
	var handed []fyne.KeyName
	f.OnKey = func(n fyne.KeyName) bool { handed = append(handed, n); return true }
	typeIn(f, "14 dec")
	f.Insert(" or\nso")
	press(f, fyne.KeyReturn, fyne.KeyEscape, fyne.KeyUp, fyne.KeyDown)
	shifted(f, fyne.KeyReturn)
	if f.Text() != "14 dec or so" || entered != 2 || left != 1 {
		t.Errorf("%q, entered %d, left %d", f.Text(), entered, left)
	}
	if !slices.Equal(handed, []fyne.KeyName{fyne.KeyUp, fyne.KeyDown}) {
		t.Errorf("handed on %q", handed)
	}
	plain := f.MinSize().Height
	f.SetError("There is no such day.")
	if f.Error() == "" || f.MinSize().Height <= plain {
		t.Error("the error takes no room")
	}
	one := f.MinSize().Height
	f.SetError("There is no such day, for the thirtieth of February is none in any year that there was or will be.")
	if f.MinSize().Height <= one {
		t.Error("a long error has no more room than a short one")
	}
	f.SetError("")
	if f.MinSize().Height != plain {
		t.Error("the error left room behind")
	}
	if _, keeps := any(f).(fyne.Tabbable); keeps {
		t.Error("Tab is kept from going on")
	}
}

// A field that is too narrow for its text shows the part with the caret.
func TestFieldFollowsTheCaret(t *testing.T) {
	f := NewField("", "")
	window(t, f, 160, 60)
	f.FocusGained()
	typeIn(f, longLine)
	caretShows(t, &f.input)
	if f.spans[0].to != len([]rune(longLine)) || f.spans[0].from == 0 {
		t.Errorf("shows %v", f.spans)
	}
	for range []rune(longLine) {
		press(f, fyne.KeyLeft)
		caretShows(t, &f.input)
	}
	if f.spans[0].from != 0 {
		t.Errorf("at the start it shows %v", f.spans)
	}
	press(f, fyne.KeyEnd)
	caretShows(t, &f.input)
	if f.Caret() != len([]rune(longLine)) {
		t.Errorf("End went to %d", f.Caret())
	}
	press(f, fyne.KeyHome)
	caretShows(t, &f.input)
	if f.Caret() != 0 {
		t.Errorf("Home went to %d", f.Caret())
	}
}

func TestLabelIsCutWithAnEllipsis(t *testing.T) {
	n := NewLabel("Harbour Oversight Board", LabelStyle{Bold: true})
	window(t, container.NewWithoutLayout(n), 300, 60)
	n.Resize(fyne.NewSize(500, 20))
	if n.text.Text != "Harbour Oversight Board" {
		t.Errorf("in much room it says %q", n.text.Text)
	}
	n.Resize(fyne.NewSize(90, 20))
	if n.text.Text == n.Words() || []rune(n.text.Text)[len([]rune(n.text.Text))-1] != '…' || n.text.MinSize().Width > 91 {
		t.Errorf("in little room it says %q, %v wide", n.text.Text, n.text.MinSize().Width)
	}
}

func TestBannerWraps(t *testing.T) {
	b := NewBanner(theme.Restricted, "Not saved: the disk is full. Your words are on this screen.",
		NewButton("One", "", nil), NewButton("Two", "", nil), NewButton("Three", "", nil))
	window(t, container.NewWithoutLayout(b), 800, 200)
	b.Resize(fyne.NewSize(800, 60))
	one := b.MinSize().Height
	b.Resize(fyne.NewSize(300, 60))
	if b.MinSize().Height <= one {
		t.Error("in little room it is no higher")
	}
	if len(b.buttons) != 2 {
		t.Errorf("it has %d buttons", len(b.buttons))
	}
}

// A change of theme repaints what is on screen.
func TestThemeChangeRepaints(t *testing.T) {
	screen, _ := meeting()
	w := window(t, screen, 1000, 600)
	settle(w)
	light := w.Canvas().Capture()
	fyne.CurrentApp().Settings().SetTheme(testTheme(theme.Options{Variant: theme.Dark}))
	settle(w)
	dark := w.Canvas().Capture()
	for _, p := range [][2]int{{4, 300}, {300, 590}, {500, 130}} {
		if light.At(p[0], p[1]) == dark.At(p[0], p[1]) {
			t.Errorf("at %v it stayed %v", p, dark.At(p[0], p[1]))
		}
	}
}

func TestLayouts(t *testing.T) {
	window(t, NewLabel("", LabelStyle{}), 300, 300)
	box := func(width, height float32) *canvas.Rectangle {
		r := newRect()
		r.SetMinSize(fyne.NewSize(width, height))
		return r
	}
	at := func(o fyne.CanvasObject, x, y, width, height float32) {
		t.Helper()
		if o.Position() != fyne.NewPos(x, y) || o.Size() != fyne.NewSize(width, height) {
			t.Errorf("at %v, %v, not %v %v, %v %v", o.Position(), o.Size(), x, y, width, height)
		}
	}
	a, b, c := box(10, 20), box(30, 10), box(5, 5)
	hidden := box(100, 100)
	hidden.Hide()

	stack := container.New(&Stack{Gap: 8}, a, hidden, b)
	if stack.MinSize() != fyne.NewSize(30, 38) {
		t.Errorf("the stack wants %v", stack.MinSize())
	}
	stack.Resize(fyne.NewSize(100, 100))
	at(a, 0, 0, 100, 20)
	at(b, 0, 28, 100, 10)

	across := container.New(&Across{Gap: 4, Grow: 0}, a, b)
	across.Resize(fyne.NewSize(100, 40))
	at(a, 0, 10, 66, 20)
	at(b, 70, 15, 30, 10)

	dock := NewDock(Dock{Top: a, Left: b, Middle: c})
	if dock.MinSize() != fyne.NewSize(35, 30) {
		t.Errorf("the dock wants %v", dock.MinSize())
	}
	dock.Resize(fyne.NewSize(100, 80))
	at(a, 0, 0, 100, 20)
	at(b, 0, 20, 30, 60)
	at(c, 30, 20, 70, 60)

	inset := container.New(&Inset{Top: 1, Right: 2, Bottom: 3, Left: 4, Least: 50}, c)
	if inset.MinSize() != fyne.NewSize(50, 9) {
		t.Errorf("the inset wants %v", inset.MinSize())
	}
	inset.Resize(fyne.NewSize(50, 20))
	at(c, 4, 1, 44, 16)
}

// A room reads the board from afar: its words are black on white or white on
// black, whatever the window looks like.
func TestBoardIsInHighContrast(t *testing.T) {
	for _, dark := range []bool{false, true} {
		b := NewBoard(dark)
		window(t, b, 800, 600)
		b.Write("Harbour Oversight Board", "That the moorings be laid.", "Motion")
		back, words := color.Color(color.White), color.Color(color.Black)
		if dark {
			back, words = words, back
		}
		if !sameColor(b.ground.FillColor, back) {
			t.Errorf("dark %v: the ground is %v", dark, b.ground.FillColor)
		}
		contrast := b.look.theme.Options()
		if !contrast.HighContrast || !sameColor(b.look.color(theme.Text), words) {
			t.Errorf("dark %v: the words are %v, in high contrast: %v", dark, b.look.color(theme.Text), contrast.HighContrast)
		}
	}
}

func sameColor(a, b color.Color) bool {
	return color.NRGBAModel.Convert(a) == color.NRGBAModel.Convert(b)
}
