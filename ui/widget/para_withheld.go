package widget

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/theme"
)

// apart are the words of spans, those that are withheld apart from the rest.
// withheld are the phrases, one a line.
func apart(spans []model.Span, withheld string) []fragment {
	var gaps [][2]int
	if withheld != "" {
		read := model.Words(spans)
		for _, phrase := range strings.Split(withheld, "\n") {
			gaps = append(gaps, model.Phrase{Words: phrase}.In(read)...)
		}
	}
	var all []fragment
	at := 0
	for _, one := range spans {
		for from := 0; from < len(one.Text); {
			to := len(one.Text)
			inside := slices.ContainsFunc(gaps, func(g [2]int) bool { return g[0] <= at+from && at+from < g[1] })
			for _, g := range gaps {
				for _, edge := range g {
					if edge > at+from && edge < at+to {
						to = edge - at
					}
				}
			}
			part := one
			part.Text = one.Text[from:to]
			all = append(all, fragment{Span: part, withheld: inside})
			from = to
		}
		at += len(one.Text)
	}
	return all
}

// withheldLine underlines words that are withheld, thicker than a link and in
// the colour of what is restricted.
func (p *Para) withheldLine(l look, x, y, width float32) {
	under := p.rects.next()
	under.FillColor, under.CornerRadius, under.StrokeWidth = l.color(theme.Restricted.Words()), 0, 0
	place(under, fyne.NewPos(x, y), fyne.NewSize(width, max(l.size(theme.SizeUnit)/4, 2)))
	under.Refresh()
}
