package minutes_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model/minutes"
)

func TestContrast(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want float64
	}{{"000000", "FFFFFF", 21}, {"ffffff", "FFFFFF", 1}, {"777777", "FFFFFF", 4.48}, {"FF0000", "ffffff", 4.0}, {"none", "000000", 1}} {
		if got := minutes.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("the contrast of %s and %s is %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestEveryLookIsLegible(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		colour := func(what string) string { return fmt.Sprintf("%06x", rapid.IntRange(0, 0xffffff).Draw(t, what)) }
		was := minutes.Look{Accent: colour("accent"), Tint: colour("tint")}
		is := was.Legible()
		if minutes.Contrast(is.Accent, "FFFFFF") < 4.5 {
			t.Errorf("the accent is %s", is.Accent)
		}
		for _, ink := range []string{"454D5C", "1C2330", "1A4F9C"} {
			if minutes.Contrast(is.Tint, ink) < 4.5 {
				t.Errorf("the tint is %s under words in %s", is.Tint, ink)
			}
		}
		if again := is.Legible(); again != is {
			t.Errorf("%v becomes %v", is, again)
		}
		if minutes.Contrast(was.Accent, "FFFFFF") >= 4.5 && is.Accent != was.Accent {
			t.Errorf("the accent %s becomes %s", was.Accent, is.Accent)
		}
	})
}

func TestStylesAreLegible(t *testing.T) {
	t.Parallel()
	for _, name := range minutes.StyleNames() {
		s, err := minutes.LoadStyle(name)
		if err != nil {
			t.Fatal(err)
		}
		if is := s.Look.Legible(); is != s.Look {
			t.Errorf("%s is %v, and has to be %v", name, s.Look, is)
		}
	}
}
