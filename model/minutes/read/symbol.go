package read

import (
	"strconv"
	"strings"
)

// isSymbol says whether a letter is of a typeface of symbols, which has its own
// where other faces have none.
func isSymbol(r rune) bool { return r >= 0xf000 && r <= 0xf0ff }

// unknownSymbol stands for a symbol that is not known.
const unknownSymbol = '▪'

// wingdings are the symbols of that face that minutes have: ticks, boxes,
// bullets and arrows.
var wingdings = map[byte]rune{
	0x20: ' ', 0x21: '✏', 0x22: '✂', 0x28: '☎', 0x29: '✆', 0x2a: '✉', 0x46: '☞', 0x4a: '☺', 0x4c: '☹', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x71: '❑', 0x72: '❒', 0x73: '⬧', 0x74: '⧫',
	0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x9e: '·', 0x9f: '•', 0xa7: '▪', 0xa8: '◻', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xef: '⇦', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
}

// wingdings2 are those of Wingdings 2.
var wingdings2 = map[byte]rune{0x20: ' ', 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x2a: '□', 0xa3: '□', 0xa2: '■', 0x97: '●', 0x98: '○'}

// symbolFace are those of Symbol that have no letter of their own.
var symbolFace = map[byte]rune{0x20: ' ', 0xa3: '≤', 0xa5: '∞', 0xab: '↔', 0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓', 0xb0: '°', 0xb1: '±', 0xb2: '″', 0xb3: '≥', 0xb4: '×', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xba: '≡', 0xbb: '≈',
	0xbc: '…', 0xd2: '®', 0xd3: '©', 0xd4: '™', 0xd6: '√', 0xe2: '®', 0xe3: '©', 0xe4: '™', 0xde: '⇒', 0xe5: '∑'}

// greek is how Symbol writes the letters of Greek, from 0x41 on and from 0x61 on.
const (
	greekCapitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
	greekSmall    = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
)

// symbol is what a run shows by the number of a letter, in hexadecimal, of a
// typeface.
func (s *wordStory) symbol(font, char string) string {
	n, err := strconv.ParseUint(char, 16, 16)
	if err != nil || n == 0 {
		return ""
	}
	r := rune(n)
	if !isSymbol(r) && isFace(font) && n <= 0xff {
		r += 0xf000
	}
	if isSymbol(r) {
		return string(s.symbolOf(font, r))
	}
	if r < ' ' || r >= 0xd800 && r <= 0xf8ff {
		return ""
	}
	return string(r)
}

// isFace says whether a typeface is of symbols.
func isFace(font string) bool {
	return strings.HasPrefix(font, "Wingdings") || font == "Symbol" || font == "Webdings"
}

// symbolOf is a symbol of a typeface as a letter that every face has.
func (s *wordStory) symbolOf(font string, r rune) rune {
	shown := symbolIn(font, byte(r-0xf000))
	if shown == unknownSymbol && !s.run.gone {
		s.left[symbols]++
	}
	return shown
}

func symbolIn(font string, at byte) rune {
	face := wingdings
	switch {
	case font == "Wingdings 2":
		face = wingdings2
	case font == "Symbol":
		face = symbolFace
		if at >= 'A' && at <= 'Z' {
			return []rune(greekCapitals)[at-'A']
		}
		if at >= 'a' && at <= 'z' {
			return []rune(greekSmall)[at-'a']
		}
		if at >= ' ' && at < 'A' {
			return rune(at)
		}
	case !isFace(font) && at > ' ' && at < 0x7f:
		return rune(at)
	case !isFace(font) && at == 0xb7:
		return '•'
	}
	if r, ok := face[at]; ok {
		return r
	}
	return unknownSymbol
}
