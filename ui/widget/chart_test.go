package widget

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func chartWords(c *Chart) []string {
	var all []string
	for _, o := range test.WidgetRenderer(c).Objects() {
		if t, ok := o.(*canvas.Text); ok {
			all = append(all, t.Text)
		}
	}
	return all
}

// blocks are the bars drawn, without the line they stand on.
func blocks(c *Chart) []*canvas.Rectangle {
	drawn := c.rects.all[:c.rects.used]
	if c.style != Lying && len(drawn) > 0 {
		drawn = drawn[:len(drawn)-1]
	}
	return drawn
}

func TestChartSaysEveryNumberInWords(t *testing.T) {
	bars := []Bar{{"under 1 month", 3, 0}, {"1 to 3", 12, 2}, {"over a year", 0, 7}}
	for _, style := range []ChartStyle{Standing, Lying, Paired} {
		c := NewChart(style, "Open by age")
		window(t, c, 600, 120)
		c.Set(bars)
		words := chartWords(c)
		for _, want := range []string{"Open by age", "under 1 month", "over a year", "3", "12", "0"} {
			if !slices.Contains(words, want) {
				t.Errorf("style %d: %q is not in %q", style, want, words)
			}
		}
		if style == Paired && !slices.Contains(words, "7") {
			t.Error("the second number of a pair is not said")
		}
	}
}

func TestBarsAreAsLongAsTheirNumbers(t *testing.T) {
	for _, style := range []ChartStyle{Standing, Lying} {
		c := NewChart(style, "")
		window(t, c, 400, 120)
		c.Set([]Bar{{"a", 10, 0}, {"b", 5, 0}})
		drawn := blocks(c)
		if len(drawn) != 2 {
			t.Fatalf("%d bars", len(drawn))
		}
		long, short := drawn[0].Size().Height, drawn[1].Size().Height
		if style == Lying {
			long, short = drawn[0].Size().Width, drawn[1].Size().Width
		}
		if long < 10 || short < long*0.49 || short > long*0.51 {
			t.Errorf("style %d: 10 is %v long, 5 is %v", style, long, short)
		}
	}
}

func TestSecondOfAPairIsOutlined(t *testing.T) {
	c := NewChart(Paired, "")
	window(t, c, 400, 120)
	c.Set([]Bar{{"a", 4, 4}})
	drawn := blocks(c)
	if len(drawn) != 2 || drawn[0].StrokeWidth == 0 || drawn[1].StrokeWidth != 0 {
		t.Fatalf("drawn %d", len(drawn))
	}
}

func TestChartStaysWithinItsRoom(t *testing.T) {
	c := NewChart(Standing, "A title that is a good deal longer than the room it has")
	window(t, c, 150, 100)
	var bars []Bar
	for range 12 {
		bars = append(bars, Bar{Name: "a very long name indeed", Value: 100000})
	}
	for _, style := range []ChartStyle{Standing, Paired} {
		c.style = style
		c.Set(bars)
		for _, r := range blocks(c) {
			if r.Position().X+r.Size().Width > 151 || r.Position().Y < 0 {
				t.Errorf("a bar at %v, %v", r.Position(), r.Size())
			}
		}
	}
	c.Set(nil)
	if !slices.Contains(chartWords(c), "–") {
		t.Error("nothing says that there is nothing")
	}
}

func TestChartAsATable(t *testing.T) {
	t.Parallel()
	bars := []Bar{{"18 June", 2, 5}}
	if got := TableText("Opened and closed", []string{"Meeting", "Opened", "Closed"}, bars); got != "Opened and closed\nMeeting\tOpened\tClosed\n18 June\t5\t2\n" {
		t.Errorf("%q", got)
	}
	if got := TableText("By meeting", []string{"Meeting", "Closed"}, bars); got != "By meeting\nMeeting\tClosed\n18 June\t2\n" {
		t.Errorf("%q", got)
	}
}
