package widget

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"minutebook/ui/theme"
)

// A paperInk is a colour on paper, by what it is for.
type paperInk uint8

const (
	textInk paperInk = iota
	softInk
	paleInk // of what is not there yet
	accentInk
	onAccentInk
	linkInk
	hairInk
	tintInk
	decisionInk
	decisionGround
	motionInk
	motionGround
	stubInk
	stubGround
	sheetInk
	markInk // of the word across the page
	chosenInk
	paperInks
)

// inks are the colours of a document on paper. They are those of the printed
// page; the dark look dims the paper a little, and high contrast has no grounds
// and lets no colour of words come below 7:1, on black paper where the look is
// black.
func (p *Paper) inks(l look) [paperInks]color.NRGBA {
	all := [paperInks]color.NRGBA{
		textInk: hex("14181F"), softInk: hex("404A5A"), paleInk: hex("5A6270"), accentInk: hex(p.pages.doc.Look.Accent), onAccentInk: hex("FFFFFF"),
		linkInk: hex("1A4F9C"), hairInk: hex("A6ADB8"), tintInk: hex(p.pages.doc.Look.Tint),
		decisionInk: hex("14532D"), decisionGround: hex("EFF6F1"), motionInk: hex("4A2C86"), motionGround: hex("F4F1FA"),
		stubInk: hex("8B1A24"), stubGround: hex("FBF1F1"), sheetInk: hex("FFFFFF"), markInk: hex("F0F0F0"), chosenInk: hex("1F4E8C"),
	}
	dark := theme.Luminance(nrgba(l.color(theme.Paper))) < 0.5
	switch {
	case l.theme.Options().HighContrast:
		sheet, text := hex("FFFFFF"), hex("000000")
		if dark {
			sheet, text = text, sheet
		}
		for i := range all {
			all[i] = legible(all[i], sheet, 7)
		}
		for _, ground := range []paperInk{tintInk, decisionGround, motionGround, stubGround, sheetInk, onAccentInk} {
			all[ground] = sheet
		}
		all[textInk], all[hairInk], all[markInk] = text, text, between(sheet, text, 0.12)
	case dark:
		paper := hex("E9E7E2")
		for _, ground := range []paperInk{tintInk, decisionGround, motionGround, stubGround, sheetInk, markInk} {
			all[ground] = times(all[ground], paper)
		}
	}
	return all
}

// hex reads six hexadecimal digits; anything else is black.
func hex(digits string) color.NRGBA {
	value := uint32(0)
	for _, d := range digits {
		value <<= 4
		switch {
		case d >= '0' && d <= '9':
			value |= uint32(d - '0')
		case d >= 'A' && d <= 'F':
			value |= uint32(d-'A') + 10
		case d >= 'a' && d <= 'f':
			value |= uint32(d-'a') + 10
		}
	}
	return color.NRGBA{uint8(value >> 16), uint8(value >> 8), uint8(value), 0xFF}
}

func nrgba(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }

// legible is an ink moved away from the ground as far as it takes to have that
// contrast.
func legible(ink, ground color.NRGBA, least float64) color.NRGBA {
	far := hex("000000")
	if theme.Luminance(ground) < 0.5 {
		far = hex("FFFFFF")
	}
	for step := float32(0); step <= 1; step += 0.1 {
		if c := between(ink, far, step); theme.Contrast(c, ground) >= least {
			return c
		}
	}
	return far
}

// between is a colour so far on the way from one to another.
func between(from, to color.NRGBA, far float32) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*far) }
	return color.NRGBA{mix(from.R, to.R), mix(from.G, to.G), mix(from.B, to.B), 0xFF}
}

// times is a colour printed on coloured paper.
func times(a, b color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(int(a) * int(b) / 255) }
	return color.NRGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 0xFF}
}

// setting is how parts are to be set in the room that there is. Where that is
// narrow the margins give way first, and then the lines.
func (p *Paper) setting(l look) paperSetting {
	unit := l.size(theme.SizeBody) / 11.25 * p.zoom
	sheet := p.sheetWidth(l, unit)
	page := paperPages["A4"]
	if other, ok := paperPages[p.pages.doc.Look.Page]; ok {
		page = other
	}
	whole := (page.Width - paperMargin*2) * unit
	margin := max((sheet-whole)/2, paperNarrow*unit)
	return paperSetting{unit: unit, width: max(float32(math.Floor(float64(sheet-margin*2))), unit*40), page: p.pages.doc.Look.Page}
}

// sheetWidth is how wide the sheet is.
func (p *Paper) sheetWidth(l look, unit float32) float32 {
	page, ok := paperPages[p.pages.doc.Look.Page]
	if !ok {
		page = paperPages["A4"]
	}
	return min(page.Width*unit, p.Size().Width-l.size(theme.SizeUnit)*3)
}

// left is where words begin.
func (p *Paper) left() float32 {
	return float32(int((p.Size().Width - p.setFor.width) / 2))
}

type paperRenderer struct{ p *Paper }

// MinSize is small: the sheet takes the room there is.
func (r *paperRenderer) MinSize() fyne.Size {
	l := currentLook()
	return fyne.NewSize(l.size(theme.SizeGutter)*5, l.size(theme.SizeGutter)*2)
}

func (r *paperRenderer) Layout(size fyne.Size) {
	p := r.p
	if !p.hasRoom() {
		return
	}
	p.prepare()
	if p.wanted != "" {
		anchor := p.wanted
		p.wanted = ""
		if n, ok := p.pages.at[anchor]; ok {
			p.top, p.offset = n, 0
		}
	}
	p.settle()
	p.draw(currentLook(), size)
}

func (r *paperRenderer) Refresh() {
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}

func (r *paperRenderer) Objects() []fyne.CanvasObject {
	p := r.p
	all := append(make([]fyne.CanvasObject, 0, len(p.rects.all)+len(p.texts.all)+4), p.sheet, p.mark)
	all = p.rects.appendTo(all)
	if p.logoIn {
		all = append(all, p.logo)
	}
	return append(p.texts.appendTo(all), p.thumb)
}

func (r *paperRenderer) Destroy() {}

// draw puts what is in view into its place.
func (p *Paper) draw(l look, size fyne.Size) {
	inks := p.inks(l)
	p.rects.rewind()
	p.texts.rewind()
	p.logoIn = false
	wide := p.sheetWidth(l, p.setFor.unit)
	left := p.left()
	y, n := -p.offset, p.top
	for ; n < len(p.pages.parts) && y < size.Height; n++ {
		set := p.setOf(n)
		p.drawPart(l, n, set, inks, left, y)
		y += set.height
	}
	bottom := size.Height + 2
	if n == len(p.pages.parts) {
		bottom = min(bottom, y-l.size(theme.SizePadding))
	}
	over := float32(-2)
	if p.top == 0 {
		over = max(l.size(theme.SizePadding)-p.offset, over)
	}
	p.sheet.FillColor = inks[sheetInk]
	ring(p.sheet, fyne.NewPos((size.Width-wide)/2, over), fyne.NewSize(wide, bottom-over), l.size(theme.SizeLine), l.color(theme.Line))
	p.drawMark(l, inks, size.Width, max(over, 0), min(bottom, size.Height))
	start, length := p.share()
	thick := l.size(theme.SizeUnit) * 0.75
	p.thumb.FillColor, p.thumb.CornerRadius, p.thumb.Hidden = l.color(theme.Ghost), thick/2, length >= 1
	high := max(size.Height*length, thick*4)
	place(p.thumb, fyne.NewPos(size.Width-thick-4, min(start*size.Height, size.Height-high)), fyne.NewSize(thick, high))
	for _, r := range []*canvas.Rectangle{p.sheet, p.thumb} {
		r.Refresh()
	}
}

func (p *Paper) drawPart(l look, n int, set *paperSet, inks [paperInks]color.NRGBA, left, y float32) {
	for _, s := range set.shapes {
		p.rect(inks[s.ink], left+s.x, y+s.y, s.width, s.height)
	}
	if p.chosen != "" && p.pages.parts[n].anchor == p.chosen {
		p.rect(inks[chosenInk], left-p.setFor.unit*10, y, 3, set.height)
	}
	if s := set.logo; s != nil && p.logo.Resource != nil {
		p.logoIn = true
		place(p.logo, fyne.NewPos(left+s.x, y+s.y), fyne.NewSize(s.width, s.height))
	}
	for _, r := range set.runs {
		t := p.texts.next()
		changed := t.Text != r.text || t.TextSize != r.size || t.TextStyle != r.style || t.Color != inks[r.ink]
		t.Text, t.TextSize, t.TextStyle, t.Color, t.FontSource = r.text, r.size, r.style, inks[r.ink], l.theme.Typeface(r.text, r.style)
		least := t.MinSize()
		t.Resize(least)
		t.Move(fyne.NewPos(left+r.x, y+r.y+(r.height-least.Height)/2))
		if changed {
			t.Refresh()
		}
	}
}

func (p *Paper) rect(ink color.NRGBA, x, y, width, height float32) {
	r := p.rects.next()
	changed := r.FillColor != color.Color(ink)
	r.FillColor = ink
	place(r, fyne.NewPos(x, y), fyne.NewSize(width, height))
	if changed {
		r.Refresh()
	}
}

// drawMark writes what stands on every page of a draft across what the view
// has of the sheet, from one height to another, behind the words and paler than
// anything.
func (p *Paper) drawMark(l look, inks [paperInks]color.NRGBA, width, top, bottom float32) {
	p.mark.Hidden = p.pages.doc.Mark == ""
	p.mark.Text, p.mark.TextStyle, p.mark.Color = p.pages.doc.Mark, fyne.TextStyle{Bold: true}, inks[markInk]
	p.mark.FontSource, p.mark.TextSize = l.theme.Typeface(p.mark.Text, p.mark.TextStyle), 100
	if wide := p.mark.MinSize().Width; wide > 0 {
		p.mark.TextSize = max(min(100*p.setFor.width*0.8/wide, (bottom-top)*0.6), 1)
	}
	least := p.mark.MinSize()
	place(p.mark, fyne.NewPos((width-least.Width)/2, (top+bottom-least.Height)/2), least)
	p.mark.Refresh()
}
