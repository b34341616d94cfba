package widget

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"minutebook/ui/theme"
)

// At every width a long line is typed and partly taken back; its text is what
// was typed, its words are whole, and the caret stands where it should.
func TestComposerKeepsTheTextExactAtEveryWidth(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	c.FocusGained()
	line := []rune(longLine)[:210] // wraps once at 1300, and seven times at 200
	for width := 200; width <= 1300; width++ {
		c.Set("", 0)
		c.Resize(fyne.NewSize(float32(width), 140))
		want := ""
		for n, r := range line {
			c.TypedRune(r)
			want += string(r)
			if n%29 == 28 { // back over a few, across the wrap at some width
				for range 4 {
					runes := []rune(want)
					want = string(runes[:len(runes)-1])
					press(c, fyne.KeyBackspace)
				}
				for _, r := range line[n-3 : n+1] {
					c.TypedRune(r)
					want += string(r)
				}
			}
			if c.Text() != want || c.Caret() != len([]rune(want)) {
				t.Fatalf("at width %d: %q with the caret at %d, not %q", width, c.Text(), c.Caret(), want)
			}
		}
		splitsNoWord(t, &c.input)
		tilesTheText(t, &c.input)
		caretShows(t, &c.input)
	}
}

// tilesTheText fails unless the lines are the whole text in order.
func tilesTheText(t *testing.T, i *input) {
	t.Helper()
	at := 0
	for n, s := range i.spans {
		if s.from != at && (s.from != at+1 || i.buffer.text[at] != '\n') {
			t.Fatalf("line %d starts at %d, not %d", n, s.from, at)
		}
		at = s.to
	}
	if at != len(i.buffer.text) {
		t.Fatalf("the lines end at %d of %d", at, len(i.buffer.text))
	}
}

// caretShows fails unless the caret is drawn inside the words' room, where the
// text before it on its line ends.
func caretShows(t *testing.T, i *input) {
	t.Helper()
	row := i.rowOf(i.buffer.caret)
	if i.cursor.Hidden || row < i.top || row >= i.top+i.rows() {
		t.Fatalf("the caret in line %d is hidden; lines %d to %d show", row, i.top, i.top+i.rows()-1)
	}
	s := i.spans[row]
	want := min(fyne.MeasureText(string(i.buffer.text[s.from:i.buffer.caret]), currentLook().size(theme.SizeBody), fyne.TextStyle{}).Width, i.area.Width)
	if got := i.cursor.Position().X - i.at.X; got < want-0.5 || got > want+0.5 {
		t.Fatalf("the caret stands at %v, the text before it is %v wide", got, want)
	}
	height := currentLook().leading(theme.SizeBody)
	if got := int((i.cursor.Position().Y - i.at.Y) / height); got != row-i.top {
		t.Fatalf("the caret is drawn in line %d, not %d", got, row-i.top)
	}
}

// Random editing at random widths does what it does to a plain list of runes.
func TestComposerEditsLikeAPlainString(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	c.FocusGained()
	rapid.Check(t, func(r *rapid.T) {
		c.Set("", 0)
		var want []rune
		caret := 0
		insert := func(runes ...rune) {
			want = slices.Insert(want, caret, runes...)
			caret += len(runes)
		}
		r.Repeat(map[string]func(*rapid.T){
			"type": func(r *rapid.T) {
				letter := rapid.SampledFrom([]rune("ab  é–,")).Draw(r, "rune")
				c.TypedRune(letter)
				insert(letter)
			},
			"words": func(r *rapid.T) {
				text := rapid.SampledFrom([]string{"the number of ", "a\nb", "pneumonoultramicroscopicsilicovolcanoconiosis", "  "}).Draw(r, "text")
				c.Insert(text)
				insert([]rune(text)...)
			},
			"newline": func(*rapid.T) {
				shifted(c, fyne.KeyReturn)
				insert('\n')
			},
			"backspace": func(*rapid.T) {
				press(c, fyne.KeyBackspace)
				if caret > 0 {
					caret--
					want = slices.Delete(want, caret, caret+1)
				}
			},
			"delete": func(*rapid.T) {
				press(c, fyne.KeyDelete)
				if caret < len(want) {
					want = slices.Delete(want, caret, caret+1)
				}
			},
			"left": func(*rapid.T) {
				press(c, fyne.KeyLeft)
				caret = max(caret-1, 0)
			},
			"right": func(*rapid.T) {
				press(c, fyne.KeyRight)
				caret = min(caret+1, len(want))
			},
			"elsewhere": func(r *rapid.T) { // where these go depends on the width
				press(c, rapid.SampledFrom([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd}).Draw(r, "key"))
				caret = c.Caret()
			},
			"width": func(r *rapid.T) {
				c.Resize(fyne.NewSize(float32(rapid.IntRange(60, 1300).Draw(r, "width")), 140))
			},
			"": func(r *rapid.T) {
				if c.Text() != string(want) || c.Caret() != caret {
					r.Fatalf("%q with the caret at %d, not %q at %d", c.Text(), c.Caret(), string(want), caret)
				}
				tilesTheText(t, &c.input)
				caretShows(t, &c.input)
			},
		})
		for c.Undo() {
		}
		if c.Text() != "" {
			r.Fatalf("undoing everything left %q", c.Text())
		}
		for c.Redo() {
		}
		if c.Text() != string(want) {
			r.Fatalf("redoing everything gave %q, not %q", c.Text(), string(want))
		}
	})
}

func TestComposerHooks(t *testing.T) {
	c := NewComposer()
	w := window(t, c, 400, 200)
	w.Canvas().Focus(c)
	var heard []string
	hear := func(what string, used bool) func() bool {
		return func() bool { heard = append(heard, what); return used }
	}
	c.OnEnter = func() { hear("enter", true)() }
	c.OnTab = hear("tab", true)
	c.OnEscape = hear("escape", true)
	c.OnRightAtEnd = hear("right", true)
	c.OnUpWhenEmpty = hear("up", true)
	c.OnKey = func(name fyne.KeyName) bool { return hear(string(name), true)() }
	c.OnShortcut = func(s fyne.Shortcut) bool { return hear(s.ShortcutName(), true)() }
	c.OnFocus = func(focused bool) { hear("focus", focused)() }

	press(c, fyne.KeyUp)
	typeIn(c, "ab")
	press(c, fyne.KeyUp, fyne.KeyRight, fyne.KeyEnd, fyne.KeyRight, fyne.KeyTab, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape)
	press(c, fyne.KeyF1, fyne.KeyF2, fyne.KeyF6, fyne.KeyF7, fyne.KeyF9, fyne.KeyPageUp)
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	want := []string{
		"up", "right", "tab", "enter", "enter", "escape", "F1", "F2", "F6", "F7", "F9", "Prior", "CustomDesktop:Control+K",
	}
	if !slices.Equal(heard, want) {
		t.Errorf("heard %q\nnot   %q", heard, want)
	}
	if c.Text() != "ab" {
		t.Errorf("the text became %q", c.Text())
	}
	shifted(c, fyne.KeyReturn)
	if c.Text() != "ab\n" {
		t.Errorf("Shift+Enter made it %q", c.Text())
	}
}

func TestComposerForgetsShiftWithTheKeyboard(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	entered := 0
	c.OnEnter = func() { entered++ }
	c.FocusGained()
	c.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	c.FocusLost()
	c.FocusGained()
	press(c, fyne.KeyReturn)
	if entered != 1 || c.Text() != "" {
		t.Errorf("Enter was heard %d times and the text is %q", entered, c.Text())
	}
}

func TestComposerNeverTypesATab(t *testing.T) {
	c := NewComposer()
	w := window(t, c, 400, 200)
	w.Canvas().Focus(c)
	press(c, fyne.KeyTab)
	c.TypedRune('\t')
	c.Insert("a\tb\r\nc")
	if c.Text() != "a b\nc" {
		t.Errorf("the text is %q", c.Text())
	}
}

func TestComposerUndoesAWordAtATime(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	typeIn(c, "one two")
	c.Insert(" and three")
	var states []string
	for c.Undo() {
		states = append(states, c.Text())
	}
	if want := []string{"one two", "one", ""}; !slices.Equal(states, want) {
		t.Errorf("undo went through %q, not %q", states, want)
	}
	if c.CanUndo() || !c.CanRedo() {
		t.Error("there is more to undo, or nothing to redo")
	}
	c.Set("new", 1)
	if c.CanUndo() || c.CanRedo() || c.Caret() != 1 {
		t.Error("Set left steps behind")
	}
}

func TestComposerReplaceIsOneStep(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	typeIn(c, "@js")
	c.Replace(0, 3, "Jane Smith ")
	if c.Text() != "Jane Smith " || c.Caret() != 11 {
		t.Fatalf("%q, caret at %d", c.Text(), c.Caret())
	}
	c.Undo()
	if c.Text() != "@js" || c.Caret() != 3 {
		t.Fatalf("undone: %q, caret at %d", c.Text(), c.Caret())
	}
}

func TestComposerSelection(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	clip := test.NewClipboard()
	typeIn(c, "one two three")
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if from, to := c.Selected(); from != 8 || to != 13 {
		t.Fatalf("selected %d to %d", from, to)
	}
	c.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if clip.Content() != "three" || c.Text() != "one two " {
		t.Fatalf("cut %q and left %q", clip.Content(), c.Text())
	}
	press(c, fyne.KeyHome)
	c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if c.Text() != "threeone two " || c.Caret() != 5 {
		t.Fatalf("pasted: %q, caret at %d", c.Text(), c.Caret())
	}
	c.TypedShortcut(&fyne.ShortcutSelectAll{})
	typeIn(c, "x")
	if c.Text() != "x" {
		t.Fatalf("typing over everything gave %q", c.Text())
	}
	c.TypedShortcut(&fyne.ShortcutUndo{})
	if c.Text() != "threeone two " {
		t.Fatalf("undo gave %q", c.Text())
	}
}

func TestComposerWordKeys(t *testing.T) {
	byWord := fyne.KeyModifierControl
	if runtime.GOOS == "darwin" {
		byWord = fyne.KeyModifierAlt
	}
	c := NewComposer()
	window(t, c, 400, 200)
	const text = "one two, three"
	for _, k := range []struct {
		caret int
		key   fyne.KeyName
		want  string
		at    int
	}{
		{14, fyne.KeyLeft, text, 9}, {9, fyne.KeyLeft, text, 4}, {0, fyne.KeyLeft, text, 0},
		{0, fyne.KeyRight, text, 3}, {3, fyne.KeyRight, text, 7}, {14, fyne.KeyRight, text, 14},
		{14, fyne.KeyBackspace, "one two, ", 9}, {9, fyne.KeyBackspace, "one three", 4},
		{0, fyne.KeyDelete, " two, three", 0}, {7, fyne.KeyDelete, "one two", 7},
	} {
		c.Set(text, k.caret)
		c.TypedShortcut(&desktop.CustomShortcut{KeyName: k.key, Modifier: byWord})
		if c.Text() != k.want || c.Caret() != k.at {
			t.Errorf("%s at %d: %q, caret at %d", k.key, k.caret, c.Text(), c.Caret())
		}
	}
}

func TestComposerOffersWhatIsPasted(t *testing.T) {
	c := NewComposer()
	window(t, c, 400, 200)
	clip := test.NewClipboard()
	clip.SetContent("# Roof repairs")
	var offered []string
	use := true
	c.OnPaste = func(text string) bool { offered = append(offered, text); return use }
	c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if c.Text() != "" {
		t.Errorf("what was used was inserted too: %q", c.Text())
	}
	use = false
	c.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if c.Text() != "# Roof repairs" || len(offered) != 2 {
		t.Errorf("the text is %q; offered %q", c.Text(), offered)
	}
}

func TestComposerGrowsToSixLinesThenScrolls(t *testing.T) {
	c := NewComposer()
	window(t, c, 300, 400)
	c.FocusGained()
	line := currentLook().leading(theme.SizeBody)
	for want := 1; want <= 8; want++ {
		if got := c.MinSize().Height; got != line*float32(min(want, 6)) {
			t.Errorf("%d lines are %v high", want, got)
		}
		caretShows(t, &c.input)
		shifted(c, fyne.KeyReturn)
	}
}

func TestComposerGhostIsNeverPartOfTheText(t *testing.T) {
	c := NewComposer()
	w := window(t, c, 260, 200)
	w.Canvas().Focus(c)
	typeIn(c, "due by 14 aug")
	c.SetGhost("ust. For discussion at the next meeting of the group.")
	var shown []string
	for _, g := range c.ghosts.all[:c.ghosts.used] {
		shown = append(shown, g.Text)
	}
	if got := strings.Join(shown, ""); got != "ust. For discussion at the next meeting of the group." || len(shown) < 2 {
		t.Errorf("the ghost shows as %q", shown)
	}
	if c.Text() != "due by 14 aug" {
		t.Errorf("the text is %q", c.Text())
	}
	press(c, fyne.KeyLeft)
	if c.ghosts.used != 0 {
		t.Error("the ghost shows though the caret is not at the end")
	}
	press(c, fyne.KeyRight)
	if c.ghosts.used == 0 {
		t.Error("the ghost did not come back")
	}
	typeIn(c, "u")
	if c.ghosts.used != 0 {
		t.Error("the ghost outlived a change")
	}
}

func TestComposerTellsWhatHappens(t *testing.T) {
	c := NewComposer()
	w := window(t, c, 260, 200)
	w.Canvas().Focus(c)
	told := ""
	c.OnTyped = func(r rune) { told += string(r) + "=" + c.Text() + " " }
	c.OnTyping = func(r rune) bool { return r == 'x' }
	c.OnMoved = func() { told += "moved " }
	uses := true
	c.OnBackspace = func() bool { told += "back "; return uses }
	typeIn(c, "axb\t")
	press(c, fyne.KeyLeft, fyne.KeyBackspace)
	uses = false
	press(c, fyne.KeyBackspace)
	c.Select(0, 1)
	press(c, fyne.KeyBackspace) // of what is selected there is nothing to ask
	if want := "a=a b=ab moved back back moved "; told != want {
		t.Errorf("told %q, want %q", told, want)
	}
	if c.Text() != "" {
		t.Errorf("left with %q", c.Text())
	}
}

func TestComposerMouse(t *testing.T) {
	c := NewComposer()
	w := window(t, c, 300, 200)
	c.Set("one two three", 0)
	x := fyne.MeasureText("one t", currentLook().size(theme.SizeBody), fyne.TextStyle{}).Width
	c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 5)}})
	if c.Caret() != 5 || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Errorf("the caret is at %d; focused: %v", c.Caret(), w.Canvas().Focused())
	}
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(0, 5)}})
	if from, to := c.Selected(); from != 0 || to != 5 {
		t.Errorf("dragging selected %d to %d", from, to)
	}
	c.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(x, 5)})
	if from, to := c.Selected(); from != 4 || to != 7 {
		t.Errorf("a double click selected %d to %d", from, to)
	}
}
