package minutes

import (
	"fmt"
	"slices"
	"strings"
)

// values are what the placeholders of a pattern stand for.
type values map[string]string

// fill words a pattern of a house style: {name} is replaced by its value, and
// a stretch in square brackets is left out where any value in it is empty.
// Where a value ends in a full stop, the pattern's own is not set after it.
func fill(pattern string, v values) string {
	out, _ := fillPart(pattern, v)
	return strings.TrimSpace(out)
}

// fillPart is fill, saying also whether every value was there.
func fillPart(pattern string, v values) (string, bool) {
	var b strings.Builder
	whole := true
	put := func(s string) {
		if strings.HasPrefix(s, ".") && endsSentence(b.String()) {
			s = s[1:]
		}
		b.WriteString(s)
	}
	for pattern != "" {
		i := strings.IndexAny(pattern, "{[")
		if i < 0 {
			put(pattern)
			break
		}
		put(pattern[:i])
		end := closing(pattern, i)
		inner := pattern[i+1 : end]
		if pattern[i] == '{' {
			put(v[inner])
			whole = whole && v[inner] != ""
		} else if s, ok := fillPart(inner, v); ok {
			put(s)
		}
		pattern = pattern[end+1:]
	}
	return b.String(), whole
}

// endsSentence says whether s needs no full stop behind it.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "*)")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// closing is the place of the bracket that closes the one at place i; checked
// patterns have one.
func closing(pattern string, i int) int {
	if pattern[i] == '{' {
		return i + strings.IndexByte(pattern[i:], '}')
	}
	depth := 0
	for j := i; j < len(pattern); j++ {
		switch pattern[j] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return len(pattern) - 1
}

// checkPattern says what is wrong with a pattern that may use the given names.
func checkPattern(pattern string, names []string) error {
	depth := 0
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '}':
			return fmt.Errorf("%q closes a brace that is not open", pattern)
		case '{':
			n := strings.IndexByte(pattern[i:], '}')
			if n < 0 {
				return fmt.Errorf("%q leaves a brace open", pattern)
			}
			name := pattern[i+1 : i+n]
			switch {
			case slices.Contains(names, name):
			case len(names) == 0:
				return fmt.Errorf("%q uses {%s}; these words have no placeholders", pattern, name)
			default:
				return fmt.Errorf("%q uses {%s}; it may use {%s}", pattern, name, strings.Join(names, "}, {"))
			}
			i += n
		}
		if depth < 0 {
			return fmt.Errorf("%q closes a bracket that is not open", pattern)
		}
	}
	if depth != 0 {
		return fmt.Errorf("%q leaves a bracket open", pattern)
	}
	return nil
}
