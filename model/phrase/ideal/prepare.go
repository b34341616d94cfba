package ideal

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
)

// Line is a line that is to be written, and what was offered on the way: the
// completion after so many of its bytes.
type Line struct {
	Text    string
	Offered []string
}

// Keys are how many keys the line takes, with Enter.
func (l Line) Keys(short []model.Abbreviation) int {
	keys := 1
	for _, s := range Strokes(l.Text, func(typed string) string { return l.Offered[len(typed)] }, short) {
		keys += s.Keys()
	}
	return keys
}

// longest is how many words an abbreviation stands for at the most, and rounds
// over how many of the most promising the choice is made.
const (
	longest = 8
	tried   = 200
)

// Prepare gives at most so many abbreviations for phrases that stand at least
// twice in what was known before: earlier minutes, the roster. Each in turn is the
// one that spares most keys in lines. Its letters are the initials of its words.
func Prepare(known []string, lines []Line, most int) []model.Abbreviation {
	taken := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.FieldsFunc(strings.ToLower(l.Text), func(r rune) bool { return !inWord(r) }) {
			taken[w] = true
		}
	}
	candidates := recurring(known, lines)
	var short []model.Abbreviation
	for range most {
		best, spared := model.Abbreviation{}, 0
		for _, long := range candidates {
			a := model.Abbreviation{Short: letters(long, taken), Long: long}
			with, n := append(slices.Clone(short), a), 0
			for _, l := range lines {
				if strings.Contains(l.Text, long) {
					n += l.Keys(short) - l.Keys(with)
				}
			}
			if n > spared {
				best, spared = a, n
			}
		}
		if spared == 0 {
			break
		}
		short = append(short, best)
		taken[best.Short] = true
	}
	return short
}

// recurring are the phrases known twice that promise most in lines.
func recurring(known []string, lines []Line) []string {
	times := map[string]int{}
	for _, text := range known {
		for _, p := range phrases(text) {
			times[p]++
		}
	}
	promise := map[string]int{}
	for _, l := range lines {
		for _, p := range phrases(l.Text) {
			if times[p] > 1 && len(p) > 4 {
				promise[p] += len(p) - 3
			}
		}
	}
	var out []string
	for p := range promise {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(promise[b], promise[a]), cmp.Compare(a, b)) })
	return out[:min(len(out), tried)]
}

// phrases are the runs of words in a text, without marks at either end.
func phrases(text string) []string {
	words := strings.Fields(text)
	var out []string
	for i := range words {
		for j := i + 1; j <= min(len(words), i+longest); j++ {
			p := strings.Join(words[i:j], " ")
			if trimmed := strings.TrimFunc(p, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); trimmed != "" && strings.HasPrefix(p, trimmed) {
				out = append(out, trimmed)
			}
		}
	}
	return out
}

// letters are the initials of a phrase, and more letters of its last word where
// they are a word or taken.
func letters(long string, taken map[string]bool) string {
	words := strings.FieldsFunc(strings.ToLower(long), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := ""
	for _, w := range words[:min(len(words), 3)] {
		out += string([]rune(w)[:1])
	}
	for _, r := range []rune(words[len(words)-1])[1:] {
		if len([]rune(out)) > 1 && !taken[out] {
			break
		}
		out += string(r)
	}
	return out
}
