package docx

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// tokens stand in the body for XML that godocx cannot write. A token is a mark
// that no word of a document holds, a letter for the place it may stand in, a
// number, and the mark again.
type tokens struct{ xml []string }

// mark begins and ends a token. It is one of the code points that are no
// characters for ever: XML takes it, [minutes.Clean] leaves it out of words.
const mark = "\uFDD0"

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

// add keeps XML and gives the token that stands for it.
func (t *tokens) add(place byte, xml string) string {
	t.xml = append(t.xml, xml)
	return mark + string(place) + strconv.Itoa(len(t.xml)-1) + mark
}

// swap puts the XML in the place of the tokens of body. Each must stand once,
// in its own place and in order.
func (t *tokens) swap(body []byte) ([]byte, error) {
	size := len(body)
	for _, xml := range t.xml {
		size += len(xml)
	}
	out := make([]byte, 0, size)
	for n, xml := range t.xml {
		i := bytes.Index(body, []byte(mark))
		if i < 0 {
			return nil, fmt.Errorf("token %d of %d is not in the body", n, len(t.xml))
		}
		rest := body[i+len(mark):]
		end := bytes.Index(rest, []byte(mark))
		if end < 2 || string(rest[1:end]) != strconv.Itoa(n) {
			return nil, fmt.Errorf("token %d of %d is out of place", n, len(t.xml))
		}
		frame, ok := around[rest[0]]
		rest = rest[end+len(mark):]
		if !ok || !bytes.HasSuffix(body[:i], []byte(frame[0])) || !bytes.HasPrefix(rest, []byte(frame[1])) {
			return nil, fmt.Errorf("token %d of %d stands where it cannot be replaced", n, len(t.xml))
		}
		out = append(out, body[:i-len(frame[0])]...)
		out = append(out, xml...)
		body = rest[len(frame[1]):]
	}
	if bytes.Contains(body, []byte(mark)) {
		return nil, errors.New("there is a token too many in the body")
	}
	return append(out, body...), nil
}
