package read

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	encoding "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"minutebook/model/pattern"
)

// MaxText is how large a text may be, in bytes: a thousand pages of minutes.
// MaxPage is how large a page of the web may be, which has much beside its
// words.
const (
	MaxText = 3 << 20
	MaxPage = 16 << 20
)

// mostLines is how many lines a text may have.
const mostLines = 100_000

// decode is a text in the characters that it means, with lines that end in a
// newline: it is UTF-8, UTF-16 that says so, what it declares, or else what
// Windows wrote before.
func decode(name string, data []byte, declared string) (string, error) {
	words, err := characters(data, declared)
	if err != nil {
		return "", unreadable(name, err)
	}
	pages := strings.Split(words, "\f")
	for i := range pages {
		pages[i] = clean(pages[i])
	}
	if words = strings.Join(pages, "\f"); strings.Count(words, "\n") > mostLines {
		return "", unreadable(name, tooLong)
	}
	if strings.TrimSpace(words) == "" {
		return "", unreadable(name, wordless)
	}
	return norm.NFC.String(words), nil
}

// Why a text is not taken in.
const (
	notText  refusal = "it is not text; open it in the program that made it and save it as a Word document or as text"
	tooLong  refusal = "it is longer than any minutes; divide it and take in the parts"
	wordless refusal = "there are no words in it"
)

func characters(data []byte, declared string) (string, error) {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		words, err := encoding.UTF16(encoding.LittleEndian, encoding.UseBOM).NewDecoder().Bytes(data)
		if err != nil || !printable(words) {
			return "", notText
		}
		return string(words), nil
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !printable(data) {
		return "", notText
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	page := charmap.Windows1252
	if declared != "" && !strings.HasPrefix(declared, "utf") {
		if page = named(declared); page == nil {
			return "", refusal(fmt.Sprintf("its letters are written in a way that is not known here (%s); save it as UTF-8", declared))
		}
	}
	words, err := page.NewDecoder().Bytes(data)
	if err != nil {
		return "", notText
	}
	return string(words), nil
}

// named is the way of writing letters of that name; nil for one not known.
func named(name string) *charmap.Charmap {
	if name == "iso88591" || name == "latin1" || name == "usascii" || name == "ascii" {
		return charmap.Windows1252 // as browsers have it
	}
	for _, page := range charmap.All {
		if page, ok := page.(*charmap.Charmap); ok && squeezed(page.String()) == name {
			return page
		}
	}
	return nil
}

var charset = pattern.Of(`(?i)charset\s*=\s*["']?([\w.:-]+)`)

// declared is what a page says its letters are written in, squeezed; "" where
// it does not say.
func declared(data []byte) string {
	m := charset.FindSubmatch(data[:min(len(data), 4096)])
	if m == nil {
		return ""
	}
	return squeezed(string(m[1]))
}

// squeezed is a name in small letters and figures alone.
func squeezed(name string) string {
	return strings.Map(func(c rune) rune {
		if c = unicode.ToLower(c); unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, name)
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
		case c == '\n', c == '\t':
			return c
		case c == '\u00A0', c == '\u202F', c == '\u2007', c == '\u3000':
			return ' '
		case unicode.IsControl(c), c == '\u00AD', c == '\u200B', c == '\uFEFF', c == '\u2060':
			return -1
		}
		return c
	}, lineEnds.Replace(words))
}
