package read

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// refusal is the reason for which a file is not taken in, in plain words.
type refusal string

func (r refusal) Error() string { return string(r) }

// The reasons that files of several formats share.
const (
	damaged refusal = "it is damaged, or the end of it is missing; get it again from where it came, or open it in its own program and save it anew"
	bloated refusal = "it unpacks to far more than minutes ever hold, so it may be made to do harm; if you trust it, open it in its own program, copy the words into a new document and save that"
	tooDeep refusal = "its parts stand in one another more deeply than in any minutes, so it may be made to do harm; if you trust it, open it in its own program, copy the words into a new document and save that"
	tooMany refusal = "it has more paragraphs, cells and changes than any minutes; divide it and take in the parts"
	locked  refusal = "it is protected by a password; open it in its own program, take the password away, save it and take it in again"
)

// unreadable is err as the error of a file of that name.
func unreadable(name string, err error) error {
	var why refusal
	if !errors.As(err, &why) {
		why = damaged
	}
	return &Unreadable{Name: name, Reason: string(why)}
}

// packed are the parts of a packed file. Nothing is unpacked to disk, and only
// what is read is unpacked at all.
type packed struct {
	parts map[string]*zip.File
	// left is how many bytes may yet be unpacked.
	left int64
}

// unpack opens a packed file.
func unpack(data []byte) (*packed, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged
	}
	if len(z.File) > MaxParts {
		return nil, refusal(fmt.Sprintf("it is packed of %d parts, more than any document has", len(z.File)))
	}
	p := &packed{parts: map[string]*zip.File{}, left: MaxTotal}
	for _, f := range z.File {
		name := partName(f.Name)
		if p.parts[name] == nil {
			p.parts[name] = f
		}
	}
	return p, nil
}

// partName is the name by which a part is found: capitals do not count.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (p *packed) has(name string) bool { return p.parts[partName(name)] != nil }

// open gives a part to read; nil where there is none of that name. Reading it
// fails where the part or all of them become too large.
func (p *packed) open(name string) (io.ReadCloser, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	size, stored := f.UncompressedSize64, max(f.CompressedSize64, 1)
	if size > MaxPart || size > 1<<20 && size/stored > MaxRatio {
		return nil, bloated
	}
	if f.Flags&1 != 0 {
		return nil, locked
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged
	}
	return &bounded{ReadCloser: r, left: MaxPart, all: &p.left}, nil
}

// bounded stops reading where a part becomes too large.
type bounded struct {
	io.ReadCloser
	left int64
	all  *int64
}

func (b *bounded) Read(to []byte) (int, error) {
	n, err := b.ReadCloser.Read(to)
	b.left -= int64(n)
	*b.all -= int64(n)
	if b.left < 0 || *b.all < 0 {
		return n, bloated
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = damaged
	}
	return n, err
}

// markup reads XML of a part, with the limits on it. The caller closes it.
func (p *packed) markup(name string) (*cursor, io.Closer, error) {
	part, err := p.open(name)
	if err != nil || part == nil {
		return nil, nil, err
	}
	buffered := bufio.NewReaderSize(part, 1<<15)
	var from io.Reader = buffered
	if start, err := buffered.Peek(2); err == nil && (start[0] == 0xfe && start[1] == 0xff || start[0] == 0xff && start[1] == 0xfe) {
		from = transform.NewReader(buffered, unicode.BOMOverride(encoding.Nop.NewDecoder()))
	}
	return newCursor(from), part, nil
}
