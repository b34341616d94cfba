package read

import (
	"strings"

	"minutebook/model"
)

// stretches collects the words of a paragraph piece by piece, joining those
// that look alike.
type stretches struct {
	text  strings.Builder
	looks []stretch
	// worded says that there is more than spaces.
	worded bool
}

// stretch is the look of the words from a place on.
type stretch struct {
	from int
	look model.Span
}

// add adds words that look like that; it says whether they look unlike those
// before them.
func (s *stretches) add(text string, look model.Span) bool {
	look.Text = ""
	s.worded = s.worded || strings.ContainsFunc(text, func(r rune) bool { return !isSpace(r) })
	n := len(s.looks)
	unlike := n == 0 || s.looks[n-1].look != look
	if unlike {
		s.looks = append(s.looks, stretch{s.text.Len(), look})
	}
	s.text.WriteString(text)
	return unlike
}

// append adds the words of another, as they are.
func (s *stretches) append(other *stretches) {
	all := other.text.String()
	for i, l := range other.looks {
		s.add(all[l.from:other.end(i)], l.look)
	}
}

// end is where the words of a look end.
func (s *stretches) end(i int) int {
	if i+1 < len(s.looks) {
		return s.looks[i+1].from
	}
	return s.text.Len()
}

// spans are the words, without the spaces around them, and how many tabs stood
// before them.
func (s *stretches) spans() (spans []model.Span, tabs int) {
	all := s.text.String()
	begin := len(all) - len(strings.TrimLeftFunc(all, isSpace))
	end := len(strings.TrimRightFunc(all, isSpace))
	for i, l := range s.looks {
		if from, to := max(l.from, begin), min(s.end(i), end); from < to {
			l.look.Text = all[from:to]
			spans = append(spans, l.look)
		}
	}
	return spans, strings.Count(all[:min(begin, len(all))], "\t")
}

// isSpace says whether a letter is a space, as fixed ones are.
func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\u00a0' }
