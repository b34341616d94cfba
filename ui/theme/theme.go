package theme

import (
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// A Variant is the ground the window is drawn on.
type Variant uint8

// The variants.
const (
	System Variant = iota // as the desktop says
	Light
	Dark
)

// The smallest and largest text, and the smallest and largest scale.
const (
	MinText  = 0.8
	MaxText  = 2.0
	MinScale = 0.8
	MaxScale = 1.5
)

// Options say which look is wanted.
type Options struct {
	Variant      Variant
	HighContrast bool
	// Text is the size of words and of what holds them, columns and panes, 1
	// being normal; it is held between MinText and MaxText, and 0 means 1.
	Text float32
	// Scale is the size of everything, words and the room around them; it is
	// held between MinScale and MaxScale, and 0 means 1.
	Scale float32
	// Regular, Bold and Italic are TrueType fonts. Where one is missing Fyne's
	// own is used.
	Regular, Bold, Italic []byte
}

// A Theme is one look of the window.
type Theme struct {
	options     Options
	light, dark palette
	fonts       map[fyne.TextStyle]fyne.Resource
	sizes       map[fyne.ThemeSizeName]float32
}

var _ fyne.Theme = (*Theme)(nil)

// stock is Fyne's own theme, for what ours leaves to it. Fyne makes it when it is
// first asked for it, without a lock: so it is asked before anything runs beside.
var stock = fynetheme.DefaultTheme()

// New returns the theme that the options ask for.
func New(o Options) *Theme {
	o.Text = within(o.Text, MinText, MaxText)
	o.Scale = within(o.Scale, MinScale, MaxScale)
	onLight, onDark := light, dark
	if o.HighContrast {
		onLight, onDark = lightContrast, darkContrast
	}
	return &Theme{
		options: o,
		light:   newPalette(onLight),
		dark:    newPalette(onDark),
		fonts:   fonts(o),
		sizes:   newSizes(o.Scale, o.Text, onLight.focus),
	}
}

// within is a size held between two, 0 being 1.
func within(size, least, most float32) float32 {
	if size == 0 {
		size = 1
	}
	return min(max(size, least), most)
}

// Options returns what the theme was made from, with its sizes as they are
// used.
func (t *Theme) Options() Options { return t.options }

// Color returns the named colour. The desktop's variant counts only where the
// options leave it to the desktop.
func (t *Theme) Color(name fyne.ThemeColorName, desktop fyne.ThemeVariant) color.Color {
	p := t.light
	if t.options.Variant == Dark || t.options.Variant == System && desktop == fynetheme.VariantDark {
		p = t.dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	return p[Text]
}

// Font returns the font of the given style.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if f := t.own(style); f != nil {
		return f
	}
	return stock.Font(style)
}

// own is the font of the theme's own for a style; nil where it has none.
func (t *Theme) own(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol {
		return nil
	}
	return t.fonts[fyne.TextStyle{Bold: style.Bold, Italic: style.Italic && !style.Bold}]
}

// Typeface is the typeface of words in a style of their own, where it has all of
// their letters. Given to Fyne as theirs it is read alone, and not with those for
// all other scripts and signs, which are ten times as large. It is nil where
// those may be wanted, and for plain words: the menus need all of theirs.
func (t *Theme) Typeface(words string, style fyne.TextStyle) fyne.Resource {
	if style == (fyne.TextStyle{}) || strings.ContainsFunc(words, foreign) {
		return nil
	}
	return t.own(style)
}

// foreign says whether a letter may be one that the typefaces of the theme have
// not: they have those of Europe's Latin scripts but for two that nobody writes,
// and dashes, quotes and dots.
func foreign(r rune) bool {
	return r < ' ' || r == '\u0149' || r == '\u01c4' || r > 0x24f && (r < 0x2010 || r > 0x2026)
}

// Icon returns the named icon, which is Fyne's own.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return stock.Icon(name)
}

// Size returns the named size in units, scaled.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := t.sizes[name]; ok {
		return s
	}
	return stock.Size(name)
}

func fonts(o Options) map[fyne.TextStyle]fyne.Resource {
	all := map[fyne.TextStyle]fyne.Resource{}
	for _, f := range []struct {
		style fyne.TextStyle
		name  string
		data  []byte
	}{
		{fyne.TextStyle{}, "minutebook-regular.ttf", o.Regular},
		{fyne.TextStyle{Bold: true}, "minutebook-bold.ttf", o.Bold},
		{fyne.TextStyle{Italic: true}, "minutebook-italic.ttf", o.Italic},
	} {
		if len(f.data) > 0 {
			all[f.style] = fyne.NewStaticResource(f.name, f.data)
		}
	}
	return all
}

// newSizes returns every size. Words follow the scale and the text size, room
// follows the scale, and both are rounded to whole units; lines, focus borders
// and corners follow neither.
func newSizes(scale, text, focus float32) map[fyne.ThemeSizeName]float32 {
	sizes := map[fyne.ThemeSizeName]float32{
		SizeFocus: focus, SizeCorner: 5, SizeLine: 1,
		fynetheme.SizeNameSeparatorThickness: 1,
		fynetheme.SizeNameInputBorder:        focus,
		fynetheme.SizeNameInputRadius:        5,
		fynetheme.SizeNameSelectionRadius:    3,
		fynetheme.SizeNameButtonRadius:       5,
		fynetheme.SizeNameDialogRadius:       6,
		fynetheme.SizeNamePopupRadius:        6,
		fynetheme.SizeNameMenuRadius:         6,
		fynetheme.SizeNameCardRadius:         6,
		fynetheme.SizeNameScrollBarRadius:    4,
		fynetheme.SizeNameModalBlurRadius:    0,
	}
	for name, size := range map[fyne.ThemeSizeName]float32{
		SizePane: 13, SizeBody: 15, SizeTitle: 18, SizeHeading: 20, SizeChip: 12,
		SizeMeasure: 8, SizeGutter: 48,
		fynetheme.SizeNameText:           13,
		fynetheme.SizeNameCaptionText:    12,
		fynetheme.SizeNameHeadingText:    20,
		fynetheme.SizeNameSubHeadingText: 18,
		fynetheme.SizeNameLineSpacing:    4,
		fynetheme.SizeNameInlineIcon:     16,
	} {
		sizes[name] = rounded(size * scale * text)
	}
	for name, size := range map[fyne.ThemeSizeName]float32{
		SizeUnit: 8, SizeGap: 12, SizePadding: 16, SizeMargin: 24,
		fynetheme.SizeNamePadding:        4,
		fynetheme.SizeNameInnerPadding:   8,
		fynetheme.SizeNameScrollBar:      12,
		fynetheme.SizeNameScrollBarSmall: 6,
	} {
		sizes[name] = rounded(size * scale)
	}
	return sizes
}

func rounded(size float32) float32 { return float32(math.Round(float64(size))) }
