package widget

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/ui/theme"
)

// A Bar of a chart: what it stands for and how many there are. Others is the
// number of the second bar beside it, in a chart that has two.
type Bar struct {
	Name          string
	Value, Others int
}

// ChartStyle says how a chart is drawn.
type ChartStyle uint8

// The styles.
const (
	Standing ChartStyle = iota // bars stand side by side, with their names under them
	Lying                      // bars lie one under another, with their names before them
	Paired                     // as Standing, each with a second, outlined bar before it
)

// A Chart shows a few numbers as bars. Every bar has its name and its number
// beside it as words, and the second of a pair is outlined, so that nothing is
// told by colour alone.
type Chart struct {
	fynewidget.BaseWidget
	style ChartStyle
	title string
	bars  []Bar

	heading *canvas.Text
	rects   pool[*canvas.Rectangle]
	texts   pool[*canvas.Text]
}

// NewChart returns a chart without bars.
func NewChart(style ChartStyle, title string) *Chart {
	c := &Chart{style: style, title: title, heading: &canvas.Text{}, rects: newRects(), texts: newTexts()}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows other bars.
func (c *Chart) Set(bars []Bar) {
	c.bars = bars
	c.Refresh()
}

// Title is what the chart is called.
func (c *Chart) Title() string { return c.title }

// TableText is a chart as a table in words: its title, the titles of its
// columns, and a line for each bar, with tabs between the columns. With three
// columns the second is that of the bars' other numbers.
func TableText(title string, columns []string, bars []Bar) string {
	var b strings.Builder
	b.WriteString(title + "\n" + strings.Join(columns, "\t") + "\n")
	for _, bar := range bars {
		b.WriteString(bar.Name + "\t")
		if len(columns) > 2 {
			b.WriteString(strconv.Itoa(bar.Others) + "\t")
		}
		b.WriteString(strconv.Itoa(bar.Value) + "\n")
	}
	return b.String()
}

// most is the largest number of the chart, 1 at least.
func (c *Chart) most() float32 {
	most := 1
	for _, b := range c.bars {
		most = max(most, b.Value, b.Others)
	}
	return float32(most)
}

// CreateRenderer is called by Fyne.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer { return &chartRenderer{c} }

type chartRenderer struct{ c *Chart }

// chartLines is how many lines of small words a chart is high, without its title.
const chartLines = 4

func (d *chartRenderer) MinSize() fyne.Size {
	l := currentLook()
	return fyne.NewSize(l.size(theme.SizeGutter)*3, l.leading(theme.SizeChip)*chartLines+l.leading(theme.SizePane)+l.size(theme.SizeUnit)/2)
}

func (d *chartRenderer) Layout(size fyne.Size) {
	c, l := d.c, currentLook()
	c.rects.rewind()
	c.texts.rewind()
	head := l.leading(theme.SizePane)
	title := shorten(c.title, size.Width, l.ruler(theme.SizeChip, fyne.TextStyle{}))
	l.draw(c.heading, words{title, theme.SizeChip, fyne.TextStyle{}, theme.Soft}, 0, 0, head)
	top := head + l.size(theme.SizeUnit)/2
	room := fyne.NewSize(size.Width, max(size.Height-top, 0))
	switch {
	case len(c.bars) == 0:
		c.write(l, "–", 0, top, l.leading(theme.SizeChip), theme.Soft, false)
	case c.style == Lying:
		c.layLying(l, top, room)
	default:
		c.layStanding(l, top, room)
	}
}

// layStanding draws bars that stand side by side: the number over each, the
// name under it. Names that have no room are cut short.
func (c *Chart) layStanding(l look, top float32, room fyne.Size) {
	line, measure := l.leading(theme.SizeChip), l.ruler(theme.SizeChip, fyne.TextStyle{})
	step := room.Width / float32(len(c.bars))
	widest := l.size(theme.SizeGutter) * 2
	step = min(step, widest)
	high := max(room.Height-line*2, 1)
	base := top + line + high
	gap := l.size(theme.SizeUnit) / 2
	for n, b := range c.bars {
		x, wide := float32(n)*step, max(step-gap*1.5, 1)
		single, at := wide, x
		if c.style == Paired {
			single = (wide - gap/2) / 2
			c.bar(l, x, base, single, high*float32(b.Others)/c.most(), true)
			c.over(l, b.Others, x, single, base-high*float32(b.Others)/c.most())
			at = x + single + gap/2
		}
		c.bar(l, at, base, single, high*float32(b.Value)/c.most(), false)
		c.over(l, b.Value, at, single, base-high*float32(b.Value)/c.most())
		name := shorten(b.Name, step-2, measure)
		c.write(l, name, x+max((wide-measure([]rune(name)))/2, 0), base, line, theme.Soft, false)
	}
	c.rule(l, base, step*float32(len(c.bars))-gap)
}

// over writes a number over a bar.
func (c *Chart) over(l look, n int, x, wide, top float32) {
	words, measure := strconv.Itoa(n), l.ruler(theme.SizeChip, fyne.TextStyle{Bold: true})
	line := l.leading(theme.SizeChip)
	c.write(l, words, x+(wide-measure([]rune(words)))/2, top-line, line, theme.Text, true)
}

// layLying draws bars that lie one under another: the name before each, the
// number behind it.
func (c *Chart) layLying(l look, top float32, room fyne.Size) {
	line, plain := l.leading(theme.SizeChip), l.ruler(theme.SizeChip, fyne.TextStyle{})
	names, number := float32(0), float32(0)
	for _, b := range c.bars {
		names = max(names, plain([]rune(b.Name)))
		number = max(number, l.ruler(theme.SizeChip, fyne.TextStyle{Bold: true})([]rune(strconv.Itoa(b.Value))))
	}
	gap := l.size(theme.SizeUnit)
	names = min(names, room.Width*0.55)
	longest := max(room.Width-names-number-gap*2, 1)
	for n, b := range c.bars {
		y := top + float32(n)*line
		c.write(l, shorten(b.Name, names, plain), 0, y, line, theme.Text, false)
		wide := max(longest*float32(b.Value)/c.most(), 1)
		thick := line * 0.6
		c.block(l, fyne.NewPos(names+gap, y+(line-thick)/2), fyne.NewSize(wide, thick), false)
		c.write(l, strconv.Itoa(b.Value), names+gap+wide+gap/2, y, line, theme.Text, true)
	}
}

// bar draws a bar that stands on a line.
func (c *Chart) bar(l look, x, base, wide, high float32, outlined bool) {
	if high > 0 {
		c.block(l, fyne.NewPos(x, base-high), fyne.NewSize(wide, high), outlined)
	}
}

func (c *Chart) block(l look, at fyne.Position, size fyne.Size, outlined bool) {
	r := c.rects.next()
	r.CornerRadius = min(2, size.Width/2, size.Height/2)
	if outlined {
		r.FillColor = l.color(theme.Paper)
		ring(r, at, size, max(l.size(theme.SizeLine)*1.5, 1.5), l.color(theme.Accent))
	} else {
		r.FillColor, r.StrokeWidth = l.color(theme.Accent), 0
		place(r, at, size)
	}
	r.Refresh()
}

// rule draws the line that bars stand on.
func (c *Chart) rule(l look, y, wide float32) {
	r := c.rects.next()
	r.FillColor, r.StrokeWidth, r.CornerRadius = l.color(theme.Outline), 0, 0
	place(r, fyne.NewPos(0, y), fyne.NewSize(wide, l.size(theme.SizeLine)))
	r.Refresh()
}

func (c *Chart) write(l look, text string, x, y, height float32, ink fyne.ThemeColorName, bold bool) {
	l.draw(c.texts.next(), words{text, theme.SizeChip, fyne.TextStyle{Bold: bold}, ink}, x, y, height)
}

func (d *chartRenderer) Refresh() {
	d.Layout(d.c.Size())
	canvas.Refresh(d.c)
}

func (d *chartRenderer) Objects() []fyne.CanvasObject {
	return d.c.texts.appendTo(d.c.rects.appendTo([]fyne.CanvasObject{d.c.heading}))
}

func (d *chartRenderer) Destroy() {}
