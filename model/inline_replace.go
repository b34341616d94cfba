package model

import (
	"slices"
	"strings"
)

// ReplaceInline puts words in the place of the bytes from..to of what
// Plain(text) gives, and leaves the marks of all other words as they are. Words
// that were marked in part look as their beginning did. It says false, with
// text as it was, where no text reads so.
func ReplaceInline(text string, from, to int, words string) (string, bool) {
	r := inlineReader{origin: []int{}}
	r.read(text, 0, Span{}, 0)
	plain := Words(r.spans)
	if from < 0 || to <= from || to > len(plain) {
		return text, false
	}
	wanted := plain[:from] + Plain(words) + plain[to:]
	before := lookOf(r.spans)
	for _, try := range replacements(text, r.origin[from:to], words) {
		spans := Inline(try)
		after := lookOf(spans)
		if Words(spans) == wanted && slices.Equal(after[:from], before[:from]) && slices.Equal(after[len(after)-len(before)+to:], before[to:]) {
			return try, true
		}
	}
	return text, false
}

// replacements are the texts that may come of putting words where the bytes at
// those places stand: over all between, over them alone, and with the marks
// beside them.
func replacements(text string, at []int, words string) []string {
	first, end := at[0], at[len(at)-1]+1
	var alone strings.Builder
	alone.WriteString(text[:first] + words)
	for i := first; i < end; i++ {
		if !slices.Contains(at, i) {
			alone.WriteByte(text[i])
		}
	}
	alone.WriteString(text[end:])
	all := []string{text[:first] + words + text[end:], alone.String()}
	for from := first; from >= 0 && first-from <= 3; from-- {
		if from < first && !strings.ContainsRune(`*\`, rune(text[from])) {
			break
		}
		for to := end; to <= len(text) && to-end <= 3 && (to == end || text[to-1] == '*'); to++ {
			all = append(all, text[:from]+words+text[to:])
		}
	}
	return all
}

// lookOf is how each byte of the words of spans looks.
func lookOf(spans []Span) []Span {
	var all []Span
	for _, s := range spans {
		look := s
		look.Text = ""
		for range len(s.Text) {
			all = append(all, look)
		}
	}
	return all
}
