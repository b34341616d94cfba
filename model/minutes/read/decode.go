package read

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	encoding "golang.org/x/text/encoding/unicode"
)

// decode is a text in the characters that it means, with lines that end in a
// newline: it is UTF-8, UTF-16 that says so, or else what Windows wrote before.
func decode(name string, data []byte) (string, error) {
	words, ok := characters(data)
	if !ok {
		return "", &Unreadable{name, "it is not text. Open it in the program that made it and save it as a Word document or as text"}
	}
	return clean(words), nil
}

func characters(data []byte) (string, bool) {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		words, err := encoding.UTF16(encoding.LittleEndian, encoding.UseBOM).NewDecoder().Bytes(data)
		return string(words), err == nil && printable(words)
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !printable(data) {
		return "", false
	}
	if utf8.Valid(data) {
		return string(data), true
	}
	words, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(words), err == nil
}

// printable says whether data may be text: few characters in it control
// anything.
func printable(data []byte) bool {
	control := 0
	for _, c := range data {
		if c == 0 || c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)) {
			control++
		}
	}
	return control*200 <= len(data)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// clean is words without characters that cannot be seen, and with spaces that
// break.
func clean(words string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\n', c == '\t', c == '\f':
			return c
		case c == '\u00A0', c == '\u202F', c == '\u2007', c == '\u3000':
			return ' '
		case unicode.IsControl(c), c == '\u00AD', c == '\u200B', c == '\uFEFF', c == '\u2060':
			return -1
		}
		return c
	}, lineEnds.Replace(words))
}
