package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"minutebook/ui/theme"
)

// What is set in a typeface that is read alone is as wide as among all typefaces:
// it has each of the letters that it is used for.
func TestTypefacesHaveTheirLetters(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(testTheme(theme.Options{Variant: theme.Light}))
	l, tried := currentLook(), 0
	for _, style := range []fyne.TextStyle{{Bold: true}, {Italic: true}} {
		for r := ' '; r < 0x3000; r++ {
			words := string(r)
			if l.theme.Typeface(words, style) == nil {
				continue
			}
			tried++
			if alone, among := l.measure(words, 100, style), fyne.MeasureText(words, 100, style).Width; alone != among {
				t.Errorf("%q (%U) is %v wide alone and %v among all typefaces", words, r, alone, among)
			}
		}
	}
	if tried < 1000 {
		t.Errorf("only %d letters are set in typefaces that are read alone", tried)
	}
}
