package docx

import (
	"strings"
	"unicode"

	"minutebook/model"
)

// advance is how wide the characters from the space to the tilde are in an
// ordinary sans serif type such as Arial, in thousandths of its size.
var advance = [...]int{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}

// breadths are types narrower or wider than that, in percent of it.
var breadths = []struct {
	font    string
	percent int
}{{"calibri", 89}, {"carlito", 89}, {"times", 89}, {"garamond", 84}, {"cambria", 96}, {"aptos", 98}, {"georgia", 106}, {"verdana", 117}}

// wide is how wide a character is, in thousandths of its size.
func wide(r rune) int {
	switch {
	case r >= ' ' && r <= '~':
		return advance[r-' ']
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || r >= 0x1f000):
		return 1000
	}
	return 556
}

// face is a type as far as it takes up room.
type face struct {
	// size in half points; percent of the width of the ordinary type.
	size, percent int
	bold          bool
}

func (w *writer) face(size int, bold bool, font string) face {
	f := face{size, 100, bold}
	for _, n := range breadths {
		if strings.Contains(strings.ToLower(font), n.font) {
			f.percent = n.percent
		}
	}
	return f
}

// width is about how wide s is in one line, in twentieths of a point.
func (f face) width(s string) int {
	sum := 0
	for _, r := range s {
		sum += wide(r)
	}
	if f.bold {
		sum += sum / 16
	}
	return sum * f.size * f.percent / 10000 // ten twentieths of a point are a half point
}

// ordinary and headingFace are the types of ordinary words and of headings of
// that size.
func (w *writer) ordinary() face { return w.face(w.sizeOf("Normal"), false, w.doc.Look.Font) }

func (w *writer) headingFace(size int) face {
	font := w.doc.Look.Headings
	if font == "" {
		font = w.doc.Look.Font
	}
	return w.face(size, true, font)
}

func plain(s string) []model.Span { return []model.Span{{Text: s}} }
