package theme_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	_ "fyne.io/fyne/v2/test" // the stock theme asks a running program
	fynetheme "fyne.io/fyne/v2/theme"

	"minutebook/ui/theme"
)

// words on the grounds that widgets put them on.
func pairs() map[fyne.ThemeColorName][]fyne.ThemeColorName {
	all := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		theme.Text:     {theme.Desk, theme.Pane, theme.Paper, theme.Selected, theme.AccentWeak, theme.Marked},
		theme.Soft:     {theme.Desk, theme.Pane, theme.Paper, theme.Selected, theme.AccentWeak},
		theme.Ghost:    {theme.Desk, theme.Pane, theme.Paper},
		theme.Accent:   {theme.Paper, theme.Pane, theme.Selected, theme.AccentWeak},
		theme.Danger:   {theme.Paper, theme.Pane, theme.Desk},
		theme.OnAccent: {theme.Accent},

		fynetheme.ColorNameForeground:          {fynetheme.ColorNameBackground, fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground, fynetheme.ColorNameInputBackground, fynetheme.ColorNameButton, fynetheme.ColorNameHeaderBackground, fynetheme.ColorNameFocus, fynetheme.ColorNameSelection},
		fynetheme.ColorNameDisabled:            {fynetheme.ColorNameBackground, fynetheme.ColorNameMenuBackground, fynetheme.ColorNameDisabledButton},
		fynetheme.ColorNamePlaceHolder:         {fynetheme.ColorNameInputBackground},
		fynetheme.ColorNameHyperlink:           {fynetheme.ColorNameBackground, fynetheme.ColorNameOverlayBackground},
		fynetheme.ColorNameError:               {fynetheme.ColorNameBackground, fynetheme.ColorNameInputBackground},
		fynetheme.ColorNameForegroundOnPrimary: {fynetheme.ColorNamePrimary},
		fynetheme.ColorNameForegroundOnError:   {fynetheme.ColorNameError},
		fynetheme.ColorNameForegroundOnSuccess: {fynetheme.ColorNameSuccess},
		fynetheme.ColorNameForegroundOnWarning: {fynetheme.ColorNameWarning},
	}
	for tone := theme.Plain; tone <= theme.Approved; tone++ {
		all[tone.Words()] = []fyne.ThemeColorName{tone.Back()}
	}
	return all
}

func each(t *testing.T, run func(t *testing.T, th *theme.Theme)) {
	for _, variant := range []theme.Variant{theme.Light, theme.Dark} {
		for _, high := range []bool{false, true} {
			t.Run(fmt.Sprintf("variant %d high contrast %v", variant, high), func(t *testing.T) {
				t.Parallel()
				run(t, theme.New(theme.Options{Variant: variant, HighContrast: high}))
			})
		}
	}
}

func TestWordsCanBeRead(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, th *theme.Theme) {
		least := 4.5
		if th.Options().HighContrast {
			least = 7
		}
		for words, grounds := range pairs() {
			for _, ground := range grounds {
				on := over(th.Color(ground, 0), color.NRGBA{A: 0xFF})
				grounds := map[string]color.NRGBA{"": on}
				if slices.Contains([]fyne.ThemeColorName{theme.Text, theme.Soft, theme.Accent, theme.OnAccent}, words) {
					grounds[" under the pointer"] = over(th.Color(theme.Hover, 0), on)
				}
				for name, back := range grounds {
					ink := over(th.Color(words, 0), back)
					if got := theme.Contrast(ink, back); got < least {
						t.Errorf("%s on %s%s: %.2f", words, ground, name, got)
					}
				}
			}
		}
	})
}

// What must be seen to find one's way needs 3:1 against what is beside it.
func TestFocusCanBeSeen(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, th *theme.Theme) {
		for _, ground := range []fyne.ThemeColorName{theme.Desk, theme.Pane, theme.Paper, theme.AccentWeak, theme.Selected} {
			on := over(th.Color(ground, 0), color.NRGBA{A: 0xFF})
			if got := theme.Contrast(over(th.Color(theme.Accent, 0), on), on); got < 3 {
				t.Errorf("the accent on %s: %.2f", ground, got)
			}
		}
	})
}

// No colour that Fyne asks for is Fyne's own.
func TestNothingFallsBackToStockColours(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, th *theme.Theme) {
		stock := fynetheme.DefaultTheme()
		for _, name := range fyneColors {
			mine := th.Color(name, fynetheme.VariantLight)
			if mine == nil {
				t.Errorf("%s has no colour", name)
			}
			if name == fynetheme.ColorNameScrollBarBackground || name == fynetheme.ColorNameShadow || th.Options().HighContrast {
				continue // black, white and clear are anyone's
			}
			if mine == stock.Color(name, fynetheme.VariantLight) && mine != (color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
				t.Errorf("%s is the stock colour", name)
			}
			if mine == th.Color("no such colour", 0) && name != fynetheme.ColorNameForeground {
				t.Errorf("%s is not in the palette", name)
			}
		}
	})
}

var fyneColors = []fyne.ThemeColorName{
	fynetheme.ColorNameBackground, fynetheme.ColorNameButton, fynetheme.ColorNameDisabled, fynetheme.ColorNameDisabledButton,
	fynetheme.ColorNameError, fynetheme.ColorNameFocus, fynetheme.ColorNameForeground, fynetheme.ColorNameForegroundOnError,
	fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameForegroundOnWarning,
	fynetheme.ColorNameHeaderBackground, fynetheme.ColorNameHover, fynetheme.ColorNameHyperlink, fynetheme.ColorNameInnerWindowBorder,
	fynetheme.ColorNameInnerWindowBorderInactive, fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder,
	fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground, fynetheme.ColorNamePlaceHolder, fynetheme.ColorNamePressed,
	fynetheme.ColorNamePrimary, fynetheme.ColorNameScrollBar, fynetheme.ColorNameScrollBarBackground, fynetheme.ColorNameSelection,
	fynetheme.ColorNameSeparator, fynetheme.ColorNameShadow, fynetheme.ColorNameSuccess, fynetheme.ColorNameWarning,
}

func TestVariant(t *testing.T) {
	t.Parallel()
	paper := func(v theme.Variant, desktop fyne.ThemeVariant) color.Color {
		return theme.New(theme.Options{Variant: v}).Color(theme.Paper, desktop)
	}
	white, dark := color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}, color.NRGBA{0x20, 0x25, 0x2E, 0xFF}
	for _, c := range []struct {
		variant theme.Variant
		desktop fyne.ThemeVariant
		want    color.Color
	}{
		{theme.System, fynetheme.VariantLight, white},
		{theme.System, fynetheme.VariantDark, dark},
		{theme.Light, fynetheme.VariantDark, white},
		{theme.Dark, fynetheme.VariantLight, dark},
	} {
		if got := paper(c.variant, c.desktop); got != c.want {
			t.Errorf("variant %d on desktop %d: %v", c.variant, c.desktop, got)
		}
	}
}

func TestScale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asked, used, body, unit float32 }{
		{0, 1, 15, 8}, {1, 1, 15, 8}, {0.8, 0.8, 12, 6}, {1.5, 1.5, 23, 12}, {0.1, 0.8, 12, 6}, {9, 1.5, 23, 12},
	} {
		th := theme.New(theme.Options{Scale: c.asked})
		if got := th.Options().Scale; got != c.used {
			t.Errorf("scale %v is used as %v", c.asked, got)
		}
		if th.Size(theme.SizeBody) != c.body || th.Size(theme.SizeUnit) != c.unit {
			t.Errorf("at %v the body is %v and the unit %v", c.asked, th.Size(theme.SizeBody), th.Size(theme.SizeUnit))
		}
		if th.Size(theme.SizeFocus) != 2 {
			t.Errorf("at %v the focus border is %v", c.asked, th.Size(theme.SizeFocus))
		}
	}
	if got := theme.New(theme.Options{HighContrast: true}).Size(theme.SizeFocus); got != 3 {
		t.Errorf("in high contrast the focus border is %v", got)
	}
}

// The text size is that of words and of what holds them; room around them
// follows only the scale.
func TestText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asked, used, body, measure, gutter float32 }{
		{0, 1, 15, 8, 48}, {0.8, 0.8, 12, 6, 38}, {2, 2, 30, 16, 96}, {0.1, 0.8, 12, 6, 38}, {9, 2, 30, 16, 96},
	} {
		th := theme.New(theme.Options{Text: c.asked})
		if got := th.Options().Text; got != c.used {
			t.Errorf("text %v is used as %v", c.asked, got)
		}
		got := [3]float32{th.Size(theme.SizeBody), th.Size(theme.SizeMeasure), th.Size(theme.SizeGutter)}
		if got != [3]float32{c.body, c.measure, c.gutter} {
			t.Errorf("at %v body, measure and gutter are %v", c.asked, got)
		}
		if th.Size(theme.SizeUnit) != 8 || th.Size(theme.SizePadding) != 16 {
			t.Errorf("at %v the room between words is %v and %v", c.asked, th.Size(theme.SizeUnit), th.Size(theme.SizePadding))
		}
	}
	both := theme.New(theme.Options{Text: 2, Scale: 1.5})
	if both.Size(theme.SizeBody) != 45 || both.Size(theme.SizeUnit) != 12 {
		t.Errorf("text 2 at scale 1.5: body %v, unit %v", both.Size(theme.SizeBody), both.Size(theme.SizeUnit))
	}
}

func TestFonts(t *testing.T) {
	t.Parallel()
	th := theme.New(theme.Options{Regular: []byte("r"), Bold: []byte("b"), Italic: []byte("i")})
	for style, want := range map[fyne.TextStyle]string{
		{}: "r", {Bold: true}: "b", {Italic: true}: "i", {Bold: true, Italic: true}: "b",
	} {
		if got := string(th.Font(style).Content()); got != want {
			t.Errorf("%+v is set in %q", style, got)
		}
	}
	stock := fynetheme.DefaultTheme()
	for _, style := range []fyne.TextStyle{{Monospace: true}, {Symbol: true}} {
		if th.Font(style) != stock.Font(style) {
			t.Errorf("%+v is not Fyne's own", style)
		}
	}
	if theme.New(theme.Options{}).Font(fyne.TextStyle{}) != stock.Font(fyne.TextStyle{}) {
		t.Error("without fonts the font is not Fyne's own")
	}
}

func TestTypefaces(t *testing.T) {
	t.Parallel()
	th := theme.New(theme.Options{Regular: []byte("r"), Bold: []byte("b"), Italic: []byte("i")})
	bold := fyne.TextStyle{Bold: true}
	for _, c := range []struct {
		words string
		style fyne.TextStyle
		want  string
	}{
		{"Harbour Oversight Board", bold, "b"},
		{"Ynys Môn – “Dŵr”, Straße 4…", bold, "b"},
		{"noted", fyne.TextStyle{Italic: true}, "i"},
		{"noted", fyne.TextStyle{}, ""},
		{"noted", fyne.TextStyle{Monospace: true}, ""},
		{"Done ✓", bold, ""},
		{"Правление", bold, ""},
		{"理事会", bold, ""},
		{"Thanks \U0001F642", bold, ""},
	} {
		got := ""
		if f := th.Typeface(c.words, c.style); f != nil {
			got = string(f.Content())
		}
		if got != c.want {
			t.Errorf("%q in %+v is set in %q, want %q", c.words, c.style, got, c.want)
		}
	}
	if theme.New(theme.Options{}).Typeface("noted", bold) != nil {
		t.Error("without fonts there is a typeface of the theme's own")
	}
}

// over paints a colour, which may let something through, on an opaque ground.
func over(c color.Color, ground color.NRGBA) color.NRGBA {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	part := func(a, b uint8) uint8 {
		return uint8((int(a)*int(n.A) + int(b)*(255-int(n.A)) + 127) / 255)
	}
	return color.NRGBA{part(n.R, ground.R), part(n.G, ground.G), part(n.B, ground.B), 0xFF}
}

// Every colour that words are written in is held to its grounds above: the
// names of the palette are those of words, or of what words stand on or beside.
func TestEveryColourOfWordsIsHeldToItsGrounds(t *testing.T) {
	t.Parallel()
	beside := []fyne.ThemeColorName{
		theme.Desk, theme.Pane, theme.Paper, theme.Line, theme.Outline, theme.AccentWeak,
		theme.Selected, theme.SelectedEdge, theme.Marked, theme.Hover, theme.Veil,
	}
	for tone := theme.NoTone; tone <= theme.Approved; tone++ {
		beside = append(beside, tone.Back(), tone.Edge())
	}
	beside = append(beside, theme.NoTone.Words()) // nothing is written in it
	held := pairs()
	for _, name := range ours(t) {
		if _, ok := held[name]; ok == slices.Contains(beside, name) {
			t.Errorf("%s is held to grounds: %v; a colour of words must be, any other is not one", name, ok)
		}
	}
}

// ours are the names of colours that the package declares, and those of its
// tones.
func ours(t *testing.T) []fyne.ThemeColorName {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "tokens.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []fyne.ThemeColorName
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.ValueSpec); ok && len(s.Values) == 1 {
			if kind, ok := s.Type.(*ast.SelectorExpr); ok && kind.Sel.Name == "ThemeColorName" {
				names = append(names, fyne.ThemeColorName(strings.Trim(s.Values[0].(*ast.BasicLit).Value, `"`)))
			}
		}
		return true
	})
	if !slices.Contains(names, theme.Ghost) || !slices.Contains(names, theme.Danger) {
		t.Fatalf("found %q alone", names)
	}
	for tone := theme.NoTone; tone <= theme.Approved; tone++ {
		names = append(names, tone.Back(), tone.Words(), tone.Edge())
	}
	return names
}
