package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// LabelStyle is how a label is set. The zero value is plain words of a pane.
type LabelStyle struct {
	Size  fyne.ThemeSizeName  // of the words; "" is theme.SizePane
	Color fyne.ThemeColorName // "" is theme.Text
	Bold  bool
	Align fyne.TextAlign
	Whole bool // as wide as its words; otherwise it gives way and is cut with an ellipsis
}

// A Label is one line of words that no one writes in.
type Label struct {
	fynewidget.BaseWidget
	words string
	style LabelStyle
	text  *canvas.Text
}

// NewLabel returns a label.
func NewLabel(words string, style LabelStyle) *Label {
	if style.Size == "" {
		style.Size = theme.SizePane
	}
	if style.Color == "" {
		style.Color = theme.Text
	}
	n := &Label{words: words, style: style, text: &canvas.Text{}}
	n.ExtendBaseWidget(n)
	return n
}

// Set changes the words.
func (n *Label) Set(words string) {
	if n.words != words {
		n.words = words
		n.Refresh()
	}
}

// Words returns the words, all of them.
func (n *Label) Words() string { return n.words }

// CreateRenderer is called by Fyne.
func (n *Label) CreateRenderer() fyne.WidgetRenderer { return &labelRenderer{n} }

type labelRenderer struct{ n *Label }

func (r *labelRenderer) ruler() ruler {
	return currentLook().ruler(r.n.style.Size, fyne.TextStyle{Bold: r.n.style.Bold})
}

func (r *labelRenderer) MinSize() fyne.Size {
	l := currentLook()
	width := l.size(r.n.style.Size) * 2
	if whole := r.ruler()([]rune(r.n.words)); r.n.style.Whole || whole < width {
		width = whole
	}
	return fyne.NewSize(width, l.leading(r.n.style.Size))
}

func (r *labelRenderer) Layout(size fyne.Size) {
	l, s, measure := currentLook(), r.n.style, r.ruler()
	text := shorten(r.n.words, size.Width+0.5, measure)
	x := float32(0)
	switch s.Align {
	case fyne.TextAlignCenter:
		x = (size.Width - measure([]rune(text))) / 2
	case fyne.TextAlignTrailing:
		x = size.Width - measure([]rune(text))
	}
	l.draw(r.n.text, words{text, s.Size, fyne.TextStyle{Bold: s.Bold}, s.Color}, x, 0, size.Height)
}

func (r *labelRenderer) Refresh() {
	r.Layout(r.n.Size())
	canvas.Refresh(r.n)
}

func (r *labelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.n.text} }
func (r *labelRenderer) Destroy()                     {}
