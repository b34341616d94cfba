package widget

import (
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/theme"
)

// geometry is where things stand in a paragraph, in units.
type geometry struct {
	size        fyne.ThemeSizeName
	bold        bool
	color       fyne.ThemeColorName
	left, right float32 // of the words
	number      float32 // where the number starts
	pad         float32 // over and under the words, inside the selected ground
	back        float32 // where the selected ground starts
}

func (p *Para) geometry(l look) geometry {
	unit := l.size(theme.SizeUnit)
	g := geometry{
		size: theme.SizeBody, color: theme.Text, left: l.size(theme.SizeGutter), right: unit,
		pad: unit / 2, back: l.size(theme.SizeGutter) - unit,
	}
	switch p.block.Style {
	case Body:
		if p.block.Soft {
			g.color = theme.Soft
		}
	case Heading:
		g.size, g.bold = theme.SizeHeading, true
	case Subheading:
		g.bold = true
	case PaneText, Caption:
		g.size, g.left, g.right = theme.SizePane, l.size(theme.SizePadding), l.size(theme.SizePadding)
		g.back, g.number, g.pad = 0, g.left, unit/2
		if p.block.Number != "" {
			g.left += l.size(theme.SizeMeasure) * 3
		}
		g.bold = p.selected
		if p.block.Soft {
			g.color = theme.Soft
		}
		if p.block.Style == Caption {
			g.bold, g.color = true, theme.Soft
		}
	case Message:
		g.size, g.left, g.right, g.back, g.pad = theme.SizePane, 0, 0, 0, 0
		if p.block.Soft {
			g.color = theme.Soft
		}
	}
	g.left += unit * 4 * float32(p.block.Bullet)
	return g
}

// A setting is words set in lines of a width.
type setting struct {
	look      look    // they were set for
	width     float32 // the same, 0 for not yet
	fragments []fragment
	under     string  // soft words under the text
	note      []span  // the lines of them
	yielded   bool    // the trailing words are among them
	height    float32 // of all lines
	lines     int
}

// A fragment is a run of words in one style on one line.
type fragment struct {
	model.Span
	x, width float32
	line     int
	withheld bool // underlined as left out of public minutes
}

// arrange sets the words for a width of the paragraph, unless they are already.
func (p *Para) arrange(l look, width float32) {
	if width <= 0 {
		width = 1 << 20
	}
	if p.set.width == width && p.set.look == l {
		return
	}
	g := p.geometry(l)
	s := setter{bold: g.bold, rule: func(style fyne.TextStyle) ruler { return l.ruler(g.size, style) }, measures: map[fyne.TextStyle]ruler{}, width: max(width-g.left-g.right, 1)}
	under, yielded := p.block.Note, false
	if p.block.Trailing != "" {
		beside := s.width - l.trailing(p.block.Trailing) - l.size(theme.SizeUnit)
		if yielded = p.block.Yields && s.whole(p.spans) > beside; yielded {
			under = strings.TrimSpace(p.block.Trailing + "\n" + under)
		} else {
			s.width = beside
		}
	}
	s.x = p.overhang(l, g)
	if p.block.Chip != "" {
		s.x += l.chipSize(p.block.Chip).Width + l.size(theme.SizeUnit)
	}
	for _, one := range apart(p.spans, p.block.Withheld) {
		s.read(one)
	}
	s.flush()
	p.set = setting{look: l, width: width, fragments: s.done, lines: s.line + 1, under: under, yielded: yielded}
	p.set.height = float32(p.set.lines) * l.leading(g.size)
	if under != "" {
		p.set.note = wrap([]rune(under), 0, max(width-g.left-g.right, 1), l.ruler(theme.SizePane, fyne.TextStyle{}))
		p.set.height += float32(len(p.set.note)) * l.leading(theme.SizePane)
	}
}

// trailing is the width of trailing words.
func (l look) trailing(text string) float32 {
	return l.measure(text, l.size(theme.SizeChip), fyne.TextStyle{})
}

// overhang is how far the first line gives way to a number that the gutter is
// too narrow for, as a reference often is.
func (p *Para) overhang(l look, g geometry) float32 {
	if p.block.Number == "" {
		return 0
	}
	end := g.number + l.ruler(g.size, p.numberStyle(g))([]rune(p.block.Number)) + l.size(theme.SizeUnit)*0.75
	if end <= g.left {
		return 0
	}
	return end - g.left + l.size(theme.SizeUnit)*0.25
}

func (p *Para) numberStyle(g geometry) fyne.TextStyle {
	return fyne.TextStyle{Bold: p.selected && g.bold && p.block.Style == PaneText}
}

// A setter fills lines with words.
type setter struct {
	bold, italic bool // all of them are
	// rule gives what measures words of a style, and measures are those that it
	// gave.
	rule     func(fyne.TextStyle) ruler
	measures map[fyne.TextStyle]ruler
	width    float32
	x        float32
	line     int
	word     []fragment // the parts of the word being read
	done     []fragment
}

func (s *setter) style(one model.Span) fyne.TextStyle {
	return fyne.TextStyle{Bold: one.Bold || s.bold, Italic: one.Italic || s.italic}
}

func (s *setter) measure(one model.Span) ruler {
	style := s.style(one)
	if _, ok := s.measures[style]; !ok {
		s.measures[style] = s.rule(style)
	}
	return s.measures[style]
}

// whole is the width of all the words on one line.
func (s *setter) whole(spans []model.Span) (width float32) {
	for _, one := range spans {
		width += s.measure(one)([]rune(one.Text))
	}
	return width
}

// read reads the words of one style.
func (s *setter) read(one fragment) {
	runes, measure := []rune(one.Text), s.measure(one.Span)
	for at := 0; at < len(runes); {
		end := at + 1
		space := isBreakSpace(runes[at])
		if runes[at] == '\n' {
			s.flush()
			s.line, s.x = s.line+1, 0
			at = end
			continue
		}
		for end < len(runes) && runes[end] != '\n' && isBreakSpace(runes[end]) == space {
			end++
		}
		part := one
		part.Text = string(runes[at:end])
		part.width = measure(runes[at:end])
		if space {
			s.flush()
			s.put(part)
		} else {
			s.word = append(s.word, part)
		}
		at = end
	}
}

// flush puts the word that was read, on the next line where it does not fit.
func (s *setter) flush() {
	var width float32
	for _, f := range s.word {
		width += f.width
	}
	if s.x > 0 && s.x+width > s.width {
		s.line, s.x = s.line+1, 0
	}
	for _, f := range s.word {
		if width > s.width && s.x > 0 && s.x+f.width > s.width { // of a word wider than a line
			s.line, s.x = s.line+1, 0
		}
		for f.width > s.width && s.x == 0 { // a word wider than a line
			runes, measure := []rune(f.Text), s.measure(f.Span)
			n := fit(runes, s.width, measure)
			if n >= len(runes) {
				break
			}
			head := f
			head.Text, head.width = string(runes[:n]), measure(runes[:n])
			s.put(head)
			s.line, s.x = s.line+1, 0
			f.Text, f.width = string(runes[n:]), measure(runes[n:])
		}
		s.put(f)
	}
	s.word = s.word[:0]
}

// put places a run of words, joined to the one before where it can be.
func (s *setter) put(f fragment) {
	f.x, f.line = s.x, s.line
	s.x += f.width
	if n := len(s.done); n > 0 {
		last := &s.done[n-1]
		same := last.Span
		same.Text = f.Text
		if last.line == f.line && same == f.Span && last.withheld == f.withheld {
			last.Text += f.Text
			last.width += f.width
			return
		}
	}
	s.done = append(s.done, f)
}

// draw puts everything into its place.
func (p *Para) draw(l look, size fyne.Size) {
	p.rects.rewind()
	p.texts.rewind()
	g := p.geometry(l)
	unit, height := l.size(theme.SizeUnit), l.leading(g.size)
	p.drawGround(l, g, size)
	p.drawMargin(l, g, size, height)
	p.chip.draw(l, p.block.Chip, p.block.Tone, fyne.NewPos(g.left+p.overhang(l, g), g.pad+(height-l.chipSize("").Height)/2))
	for _, f := range p.set.fragments {
		ink := g.color
		x, y := g.left+f.x, g.pad+float32(f.line)*height
		if f.Address != "" {
			ink = theme.Accent
			p.line(l, x, y+height*0.82, f.width)
		}
		if f.withheld {
			p.withheldLine(l, x, y+height*0.86, f.width)
		}
		style := fyne.TextStyle{Bold: f.Bold || g.bold, Italic: f.Italic}
		l.draw(p.texts.next(), words{f.Text, g.size, style, ink}, x, y, height)
	}
	note := []rune(p.set.under)
	y := g.pad + float32(p.set.lines)*height
	for _, s := range p.set.note {
		l.draw(p.texts.next(), words{text: string(note[s.from:s.to]), size: theme.SizePane, color: theme.Soft}, g.left, y, l.leading(theme.SizePane))
		y += l.leading(theme.SizePane)
	}
	if p.block.Trailing != "" && !p.set.yielded {
		l.draw(p.texts.next(), words{text: p.block.Trailing, size: theme.SizeChip, color: theme.Soft}, size.Width-g.right-l.trailing(p.block.Trailing), g.pad, height)
	}
	if p.block.Bullet > 0 {
		sign := fyne.NewSize(unit/2, unit/2)
		if p.block.Bullet > 1 {
			sign = fyne.NewSize(unit, max(unit/6, 1))
		}
		dot := p.rects.next()
		dot.FillColor, dot.CornerRadius, dot.StrokeWidth = l.color(theme.Text), sign.Height/2, 0
		place(dot, fyne.NewPos(g.left-unit*1.5-sign.Width/2, g.pad+(height-sign.Height)/2), sign)
		dot.Refresh()
	}
}

// drawGround paints what lies behind the words.
func (p *Para) drawGround(l look, g geometry, size fyne.Size) {
	ground, corner := theme.Selected, l.size(theme.SizeCorner)
	if p.block.Style == PaneText || p.block.Style == Caption {
		ground, corner = theme.AccentWeak, 0
	}
	if !p.selected && !p.hovered {
		return
	}
	if !p.selected {
		ground = theme.Hover
	}
	back := p.rects.next()
	back.FillColor, back.CornerRadius = l.color(ground), corner
	stroke := float32(0)
	if p.selected {
		stroke = l.size(theme.SizeLine)
	}
	ring(back, fyne.NewPos(g.back, 0), fyne.NewSize(size.Width-g.back, size.Height), stroke, l.color(theme.SelectedEdge))
	back.Refresh()
	if p.selected {
		p.bar(l, theme.Accent, g.back, size.Height)
	}
}

// drawMargin draws the number and the bar in the margin.
func (p *Para) drawMargin(l look, g geometry, size fyne.Size, height float32) {
	if p.block.Number != "" {
		l.draw(p.texts.next(), words{p.block.Number, g.size, p.numberStyle(g), theme.Soft}, g.number, g.pad, height)
	}
	if p.block.Bar != theme.NoTone {
		x := max(g.back-l.size(theme.SizeUnit), 0)
		if p.overhang(l, g) > 0 && x > 0 {
			x = -l.size(theme.SizeUnit) // clear of the number
		}
		p.bar(l, p.block.Bar.Words(), x, size.Height)
	}
}

func (p *Para) bar(l look, ink fyne.ThemeColorName, x, height float32) {
	bar := p.rects.next()
	bar.FillColor, bar.CornerRadius, bar.StrokeWidth = l.color(ink), 0, 0
	place(bar, fyne.NewPos(x, 0), fyne.NewSize(3, height))
	bar.Refresh()
}

func (p *Para) line(l look, x, y, width float32) {
	under := p.rects.next()
	under.FillColor, under.CornerRadius, under.StrokeWidth = l.color(theme.Accent), 0, 0
	place(under, fyne.NewPos(x, y), fyne.NewSize(width, 1))
	under.Refresh()
}
