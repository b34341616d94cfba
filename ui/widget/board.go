package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Board shows a few words as large as its room takes, in high contrast,
// whatever the look of the rest: for people at the far end of a room.
type Board struct {
	fynewidget.BaseWidget
	over, words, under string
	look               look

	ground *canvas.Rectangle
	texts  pool[*canvas.Text]
	// set is what the lines were last set for, lines and size how.
	set   boardSetting
	lines []string
	size  float32
	// widths are those of words and spaces at boardGauge, measured once.
	widths map[string]float32
}

type boardSetting struct {
	words string
	room  fyne.Size
}

// NewBoard returns an empty board, black on white, or white on black where it
// is to be dark.
func NewBoard(dark bool) *Board {
	variant := theme.Light
	if dark {
		variant = theme.Dark
	}
	b := &Board{ground: newRect(), texts: newTexts(), widths: map[string]float32{}, look: look{theme: theme.New(theme.Options{Variant: variant, HighContrast: true})}}
	b.ExtendBaseWidget(b)
	return b
}

// Write puts words on the board: those that matter as large as they can be, a
// line of small ones over them and one under them.
func (b *Board) Write(over, words, under string) {
	if b.over == over && b.words == words && b.under == under {
		return
	}
	b.over, b.words, b.under = over, words, under
	b.Refresh()
}

// Words returns what is on the board, in its three parts.
func (b *Board) Words() (over, words, under string) { return b.over, b.words, b.under }

// TextSize returns the size of the words that matter as they are set now.
func (b *Board) TextSize() float32 { return b.size }

// Lines returns them line by line, as they are set now.
func (b *Board) Lines() []string { return b.lines }

// The sizes of words on a board: the small ones as a part of its height, and
// the smallest and largest of those that matter, in units.
const (
	boardSmall   = 0.045
	boardLeast   = 10
	boardMost    = 160
	boardLeading = 1.25
)

// fit sets the words as large as the room takes.
func (b *Board) fit(room fyne.Size) {
	now := boardSetting{b.words, room}
	if b.set == now {
		return
	}
	b.set = now
	low, high := float32(boardLeast), min(float32(boardMost), max(room.Height/3, boardLeast))
	b.lines = b.setIn(low, room.Width)
	for high-low > 0.5 {
		middle := (low + high) / 2
		lines := b.setIn(middle, room.Width)
		if float32(len(lines))*middle*boardLeading > room.Height || !wholeWords(lines, b.words) {
			high = middle
			continue
		}
		low, b.lines = middle, lines
	}
	b.size = low
}

// setIn breaks the words into lines at a size.
func (b *Board) setIn(size, width float32) []string {
	runes := []rune(b.words)
	var lines []string
	for _, s := range wrap(runes, 0, width*boardSlack*boardGauge/size, b.gauge) {
		lines = append(lines, strings.TrimRight(string(runes[s.from:s.to]), " "))
	}
	return lines
}

// gauge is how wide a word is at boardGauge. Widths at other sizes are in
// proportion, near enough: boardSlack is what rounding may take.
func (b *Board) gauge(r []rune) float32 {
	word := string(r)
	wide, ok := b.widths[word]
	if !ok {
		wide = b.look.measure(word, boardGauge, boardStyle)
		b.widths[word] = wide
	}
	return wide
}

const (
	boardGauge = 100
	boardSlack = 0.98
)

var boardStyle = fyne.TextStyle{Bold: true}

// wholeWords says whether no word was broken for want of room.
func wholeWords(lines []string, words string) bool {
	return len(strings.Fields(strings.Join(lines, " "))) == len(strings.Fields(words))
}

// CreateRenderer is called by Fyne.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{b} }

type boardRenderer struct{ b *Board }

// MinSize is small: the words follow the room.
func (r *boardRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 200) }

func (r *boardRenderer) Layout(size fyne.Size) {
	b := r.b
	b.ground.FillColor = b.look.color(theme.Paper)
	place(b.ground, fyne.NewPos(0, 0), size)
	small := max(size.Height*boardSmall, 14)
	margin := min(size.Width, size.Height) * 0.06
	line := small * boardLeading
	room := fyne.NewSize(size.Width-margin*2, size.Height-margin*2-line*3)
	b.texts.rewind()
	b.put(b.small(b.over, small, room.Width), small, theme.Soft, fyne.TextStyle{}, margin, margin)
	b.fit(room)
	y := margin + line*1.5 + (room.Height-float32(len(b.lines))*b.size*boardLeading)/2
	for _, words := range b.lines {
		b.put(words, b.size, theme.Text, boardStyle, margin, y)
		y += b.size * boardLeading
	}
	b.put(b.small(b.under, small, room.Width), small, theme.Soft, fyne.TextStyle{}, margin, size.Height-margin-line)
}

// small is a line of small words, cut where it is too long.
func (b *Board) small(words string, size, width float32) string {
	return shorten(words, width, func(r []rune) float32 { return b.look.measure(string(r), size, fyne.TextStyle{}) })
}

// put draws one line of words.
func (b *Board) put(words string, size float32, ink fyne.ThemeColorName, style fyne.TextStyle, x, y float32) {
	t := b.texts.next()
	changed := t.Text != words || t.TextSize != size
	t.Text, t.TextSize, t.TextStyle, t.Color, t.FontSource = words, size, style, b.look.color(ink), b.look.theme.Typeface(words, style)
	least := t.MinSize()
	t.Resize(least)
	t.Move(fyne.NewPos(x, y+(size*boardLeading-least.Height)/2))
	if changed {
		t.Refresh()
	}
}

func (r *boardRenderer) Refresh() {
	r.Layout(r.b.Size())
	canvas.Refresh(r.b)
}

func (r *boardRenderer) Objects() []fyne.CanvasObject {
	return r.b.texts.appendTo([]fyne.CanvasObject{r.b.ground})
}

func (r *boardRenderer) Destroy() {}
