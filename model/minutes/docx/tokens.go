package docx

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"minutebook/model/minutes"
)

// tokens stand in the body for XML that godocx cannot write. A token is a
// character for private use that no word of the document holds, a letter for
// the place it may stand in, a number, and the character again.
type tokens struct {
	mark string
	xml  []string
}

// The places of tokens, by their letters: in a paragraph, where it stands for
// a whole run, and in the properties of a table.
const (
	inlineToken = 'i'
	lookToken   = 'l'
)

// around is what godocx writes around a token, which goes with it.
var around = map[byte][2]string{
	inlineToken: {`<w:r><w:t>`, `</w:t></w:r>`},
	lookToken:   {`<w:tblLook w:val="`, `"></w:tblLook>`},
}

// newTokens finds the character for the document's tokens.
func newTokens(d minutes.Document) (tokens, error) {
	words := fmt.Sprintf("%+v", d)
	for _, area := range [][2]rune{{0xe000, 0xf8ff}, {0xf0000, 0xffffd}} {
		for r := area[0]; r <= area[1]; r++ {
			if !strings.ContainsRune(words, r) {
				return tokens{mark: string(r)}, nil
			}
		}
	}
	return tokens{}, errors.New("the document holds every character for private use that there is")
}

// add keeps XML and gives the token that stands for it.
func (t *tokens) add(place byte, xml string) string {
	t.xml = append(t.xml, xml)
	return t.mark + string(place) + strconv.Itoa(len(t.xml)-1) + t.mark
}

// swap puts the XML in the place of the tokens of body. Each must stand once,
// in its own place and in order.
func (t *tokens) swap(body []byte) ([]byte, error) {
	var out bytes.Buffer
	mark := []byte(t.mark)
	for n, xml := range t.xml {
		i := bytes.Index(body, mark)
		if i < 0 {
			return nil, fmt.Errorf("token %d of %d is not in the body", n, len(t.xml))
		}
		rest := body[i+len(mark):]
		end := bytes.Index(rest, mark)
		if end < 2 || string(rest[1:end]) != strconv.Itoa(n) {
			return nil, fmt.Errorf("token %d of %d is out of place", n, len(t.xml))
		}
		frame, ok := around[rest[0]]
		rest = rest[end+len(mark):]
		if !ok || !bytes.HasSuffix(body[:i], []byte(frame[0])) || !bytes.HasPrefix(rest, []byte(frame[1])) {
			return nil, fmt.Errorf("token %d of %d stands where it cannot be replaced", n, len(t.xml))
		}
		out.Write(body[:i-len(frame[0])])
		out.WriteString(xml)
		body = rest[len(frame[1]):]
	}
	if bytes.Contains(body, mark) {
		return nil, errors.New("there is a token too many in the body")
	}
	out.Write(body)
	if !utf8.Valid(out.Bytes()) {
		return nil, errors.New("the body is not UTF-8")
	}
	return out.Bytes(), nil
}
