package docx

import (
	"slices"
	"strings"

	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"
	"github.com/gomutex/godocx/wml/stypes"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Widths and heights in twentieths of a point: the room for the rule of a box,
// the room between two boxes, that between a motion and the vote in its box.
const (
	boxStep = 200
	boxGap  = 150
	joinGap = 60
)

// box is a paragraph with a rule at its side: an action, a decision, a motion
// and the vote on it.
type box struct {
	style string
	*docx.Paragraph
	// left and hanging are how far it is set in, in twentieths of a point.
	left, hanging int
	// odd says that it is ruled and tinted unlike its style, by what nobody sees.
	odd bool
}

// resolved says whether a vote below is on what stands in this box.
func (b *box) resolved() bool {
	return b != nil && slices.Contains([]string{"MinuteMotion", "MinuteVote", "MinuteDecision", "MinuteDecisionVote"}, b.style)
}

// action is an action in its box: its words, with its owner and due at the
// right below them where the style wants that; or only its name, leading to its
// row, where its words stand in the table of actions.
func (w *writer) action(b minutes.Action, indent int) {
	if b.Row != "" {
		w.box("MinuteAction", indent, b.Anchor, minutes.Label{}, plain(b.Name), func(made *box) {
			w.innerLink(made.Paragraph, minutes.Link{Text: b.Name, Target: b.Row}, labelLook, "")
		})
		return
	}
	w.box("MinuteAction", indent, b.Anchor, minutes.Label{}, b.Text, func(made *box) {
		w.named(made.Paragraph, b.Name, b.Text)
		w.margin(made, b.Margin)
	})
}

// margin is who owns an action and when it is due, in a line of its own at the
// right of the action's box. It is no column: a table would lay out what is
// none, and a frame is read out before the words that it stands beside.
func (w *writer) margin(made *box, text []model.Span) {
	if len(text) == 0 {
		return
	}
	said, right := strings.ReplaceAll(model.Words(text), "\n", "; "), w.text()-boxStep/2
	between := "\n"
	if w.headingFace(w.sizeOf("Normal")).width(said) < right-made.left {
		between += "\t"
		made.GetCT().Property.Tabs = ctypes.Tabs{Tab: []ctypes.Tab{{Val: stypes.CustTabStopRight, Position: right}}}
	}
	w.run(made.Paragraph, between+said).Style("ActionOwner")
}

// resolution is a decision or a motion.
func (w *writer) resolution(b minutes.Resolution, indent int) {
	style := map[bool]string{false: "MinuteDecision", true: "MinuteMotion"}[b.Motion]
	w.boxed(style, indent, b.Anchor, b.Label, b.Name, below(b.Text, b.Detail))
}

// vote is a vote, in the box of what it is on and never on another page.
func (w *writer) vote(b minutes.Vote, indent int) {
	above, style := w.above, "MinuteVote"
	if !above.resolved() {
		w.boxed(style, indent, b.Anchor, minutes.Label{}, b.Name, voters(b))
		return
	}
	if strings.HasPrefix(above.style, "MinuteDecision") {
		style = "MinuteDecisionVote"
	}
	above.GetCT().Property.KeepNext = &ctypes.OnOff{}
	made := &box{style, w.paragraph(style, b.Text), above.left, above.hanging, above.odd}
	w.follow(above, made, joinGap)
	if made.hanging > 0 {
		w.run(made.Paragraph, "\t") // the number of what it is on stands there
	}
	w.bookmarked(made.Paragraph, b.Anchor, func() { w.named(made.Paragraph, b.Name, voters(b)) })
}

// boxed is a paragraph with a rule at its side, behind its literal name: an
// action, a decision. Its number stands within the box.
func (w *writer) boxed(style string, indent int, anchor string, l minutes.Label, name string, text []model.Span) {
	w.box(style, indent, anchor, l, text, func(made *box) { w.named(made.Paragraph, name, text) })
}

// box is a paragraph with a rule at its side, with what fill puts in it. Word
// draws one box around paragraphs that are ruled alike, and LibreOffice fills the
// room between those tinted alike; so every other of them is a hair unlike.
func (w *writer) box(style string, indent int, anchor string, l minutes.Label, text []model.Span, fill func(*box)) {
	above, number := w.above, w.count.paragraph(l)
	made := &box{style, w.paragraph(style, text), w.base() + boxStep, 0, above != nil && !above.odd}
	switch {
	case l.Printed != "":
		made.hanging = w.base()
	case indent > 0:
		made.left = indent
	}
	w.follow(above, made, boxGap)
	w.number(made.Paragraph, number, l)
	w.bookmarked(made.Paragraph, anchor, func() { fill(made) })
}

// follow sets a box in, and that far below the one above it, where there is one.
func (w *writer) follow(above, made *box, gap uint64) {
	hanging := uint64(made.hanging)
	made.GetCT().Property.Indent = &ctypes.Indent{Left: &made.left, Hanging: &hanging}
	if made.odd {
		w.unlike(made)
	}
	if above != nil {
		spacing(above.Paragraph).After, spacing(made.Paragraph).Before = &gap, &gap
	}
	w.above = made
}

// grounds are the tints of boxes, by their styles.
func (w *writer) grounds() map[string]string {
	const green, violet, red = "EFF6F1", "F4F1FA", "FBF1F1"
	return map[string]string{"MinuteAction": w.doc.Look.Tint, "MinuteDecision": green, "MinuteDecisionVote": green,
		"MinuteMotion": violet, "MinuteVote": violet, "MinuteStub": red}
}

// unlike gives a box a white rule at the right, and the least other tint.
func (w *writer) unlike(made *box) {
	const figures = "0123456789ABCDEF"
	size, white, fill := 2, "FFFFFF", strings.ToUpper(w.grounds()[made.style])
	if last := len(fill) - 1; last >= 0 {
		if at := strings.IndexByte(figures, fill[last]); at >= 0 {
			fill = fill[:last] + figures[at^1:at^1+1]
		}
	}
	made.GetCT().Property.Border = &ctypes.ParaBorder{Right: &ctypes.Border{Val: stypes.BorderStyleSingle, Size: &size, Color: &white}}
	made.GetCT().Property.Shading = &ctypes.Shading{Val: stypes.ShdClear, Fill: &fill}
}

// named adds words behind their literal name.
func (w *writer) named(p *docx.Paragraph, name string, text []model.Span) {
	if name != "" {
		w.run(p, name).Style("ActionLabel")
	}
	if name != "" && len(text) > 0 {
		w.run(p, " ")
	}
	w.words(p, text)
}

// below is text with more in the next line of its paragraph.
func below(text, more []model.Span) []model.Span {
	if len(more) == 0 {
		return text
	}
	return slices.Concat(text, plain("\n"), more)
}

// voters is what a vote says, with the names in lines below.
func voters(b minutes.Vote) []model.Span {
	text := b.Text
	for _, side := range b.Names {
		text = below(text, append([]model.Span{{Text: side.Label + ": ", Bold: true}}, side.Text...))
	}
	return text
}
