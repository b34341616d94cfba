package read

import (
	"strconv"
	"strings"

	"minutebook/model"
)

// numerals write numbers in the formats that are more than figures.
var numerals = map[string]func(n int) string{
	"none":                    func(int) string { return "" },
	"bullet":                  func(int) string { return "" },
	"upperRoman":              func(n int) string { return strings.ToUpper(roman(n)) },
	"lowerRoman":              roman,
	"upperLetter":             func(n int) string { return strings.ToUpper(letters(n)) },
	"lowerLetter":             letters,
	"decimalZero":             func(n int) string { return padded(n, 2) },
	"ordinal":                 model.Ordinal,
	"cardinalText":            func(n int) string { return sentence(cardinal(n)) },
	"ordinalText":             func(n int) string { return sentence(ordinalWords(n)) },
	"hex":                     func(n int) string { return strings.ToUpper(strconv.FormatInt(int64(n), 16)) },
	"chicago":                 chicago,
	"numberInDash":            func(n int) string { return "- " + strconv.Itoa(n) + " -" },
	"decimalEnclosedParen":    func(n int) string { return "(" + strconv.Itoa(n) + ")" },
	"decimalEnclosedFullstop": func(n int) string { return strconv.Itoa(n) + "." },
	"decimalEnclosedCircle":   circled,
}

// numeral is a number in the format of a level; decimal says that it is to be
// in figures whatever the format.
func numeral(n int, l *numberLevel, decimal bool) string {
	if write := numerals[l.format]; write != nil && !decimal {
		return write(n)
	}
	if l.format == "custom" && !decimal {
		first, _, _ := strings.Cut(l.custom, ",")
		return padded(n, min(len(strings.TrimSpace(first)), 9))
	}
	return strconv.Itoa(n)
}

func circled(n int) string {
	if n < 1 || n > 20 {
		return strconv.Itoa(n)
	}
	return string(rune('①' + n - 1))
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// mostRepeated is how often a letter is repeated at most in a number.
const mostRepeated = 30

// letters is a number as Word letters it: a to z, then aa, bb.
func letters(n int) string {
	if n < 1 || n > 26*mostRepeated {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range []struct {
		value  int
		digits string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= step.value; n -= step.value {
			b.WriteString(step.digits)
		}
	}
	return b.String()
}

// chicago are the marks of notes, repeated from the fifth on.
func chicago(n int) string {
	marks := []string{"*", "†", "‡", "§"}
	if n < 1 || n > len(marks)*mostRepeated {
		return strconv.Itoa(n)
	}
	return strings.Repeat(marks[(n-1)%len(marks)], (n-1)/len(marks)+1)
}

var (
	units = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens  = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
	nth   = map[string]string{"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
)

// cardinal is a number below a thousand in words.
func cardinal(n int) string {
	switch {
	case n < 0 || n > 999:
		return strconv.Itoa(n)
	case n < 20:
		return units[n]
	case n < 100 && n%10 == 0:
		return tens[n/10]
	case n < 100:
		return tens[n/10] + "-" + units[n%10]
	case n%100 == 0:
		return units[n/100] + " hundred"
	}
	return units[n/100] + " hundred " + cardinal(n%100)
}

func ordinalWords(n int) string {
	words := cardinal(n)
	cut := strings.LastIndexAny(words, " -") + 1
	last := words[cut:]
	switch {
	case n < 0 || n > 999:
		return model.Ordinal(n)
	case nth[last] != "":
		last = nth[last]
	case strings.HasSuffix(last, "y"):
		last = strings.TrimSuffix(last, "y") + "ieth"
	default:
		last += "th"
	}
	return words[:cut] + last
}

func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
