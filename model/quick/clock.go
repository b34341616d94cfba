package quick

import (
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

var (
	clockPattern = pattern.Of(`(?i)^(\d{1,2})(?:[.:](\d{2}))?\s?([ap])\.?m\.?$|^(\d{1,2})[.:](\d{2})$|^(\d{2})(\d{2})$`)
	// expectedClock is what is said where a time cannot be read.
	expectedClock = "a time such as 10:15, 7.30pm or 1930"
)

// ParseClock reads a time of day: 19:30, 7.30, 1930, 7.30pm, 7pm, at 7pm.
func ParseClock(words string) (model.Clock, bool) {
	if len(words) > 16 {
		return "", false
	}
	if len(words) > 3 && strings.EqualFold(words[:3], "at ") {
		words = words[3:]
	}
	m := clockPattern.FindStringSubmatch(strings.Trim(words, blanks))
	if m == nil {
		return "", false
	}
	hour := digits(m[1] + m[4] + m[6])
	minute := digits(m[2] + m[5] + m[7])
	if half := strings.ToLower(m[3]); half != "" {
		if hour < 1 || hour > 12 {
			return "", false
		}
		hour %= 12
		if half == "p" {
			hour += 12
		}
	}
	c, err := model.NewClock(hour, minute)
	return c, err == nil
}

// digits is a run of digits as a number; nought where there are none.
func digits(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// clockAtEnd takes a time off the end of words.
func clockAtEnd(words string) (rest string, c model.Clock) {
	for _, n := range []int{2, 1} {
		head, tail := lastWords(words, n)
		if c, ok := ParseClock(tail); ok && (n == 1 || strings.HasSuffix(strings.ToLower(strings.Trim(tail, ".")), "m")) {
			return head, c
		}
	}
	return words, ""
}

// lastWords splits the last n words off.
func lastWords(words string, n int) (head, tail string) {
	at := len(words)
	for range n {
		at = strings.LastIndexAny(strings.TrimRight(words[:at], blanks), blanks)
		if at < 0 {
			return "", words
		}
	}
	return strings.TrimRight(words[:at], blanks), words[at+1:]
}
