package read

import (
	"fmt"
	"slices"
	"strings"
)

// The limits on a file, so that none stops the program: see docs/formats.md.
const (
	// MaxFile is how large a file may be, in bytes.
	MaxFile = 64 << 20
	// MaxPart and MaxTotal are how large one part of a packed file and all of
	// them may be once unpacked, in bytes; MaxRatio how many times that is of what
	// was packed; MaxParts how many there may be; MaxDepth how deep XML or HTML
	// may be nested.
	MaxPart  = 32 << 20
	MaxTotal = 64 << 20
	MaxRatio = 200
	MaxParts = 2000
	MaxDepth = 256
)

// Unreadable is the error of a file that cannot be taken in: its name and, in
// plain words, the reason. Nothing of it was taken.
type Unreadable struct{ Name, Reason string }

func (e *Unreadable) Error() string { return fmt.Sprintf("%s cannot be read: %s", e.Name, e.Reason) }

// File reads a file by what is in it; its name says what to call it, and what
// it is where that shows in no other way. The error is an *[Unreadable].
func File(name string, data []byte) (Document, error) {
	if len(data) <= MaxFile {
		if read := officeReader(data); read != nil {
			d, err := read(name, data)
			if err == nil && len(d.Blocks) == 0 {
				return Document{}, unreadable(name, wordless)
			}
			return d, err
		}
	}
	if why := refused(name, data); why != "" {
		return Document{}, unreadable(name, why)
	}
	format, why := sorted(name, data)
	if why != "" {
		return Document{}, unreadable(name, why)
	}
	read, most := text, MaxText
	switch format {
	case HTML:
		read, most = page, MaxPage
	case Markdown:
		read = markdown
	case PlainText, Word, ODT, RTF, PDF:
	}
	if len(data) > most {
		return Document{}, unreadable(name, tooLong)
	}
	d, err := read(name, data)
	if err != nil {
		return Document{}, err
	}
	if !slices.ContainsFunc(d.Blocks, Block.says) {
		return Document{}, unreadable(name, wordless)
	}
	d.Blocks[0].Gap = false
	return d, nil
}

// says says whether a block has words of minutes.
func (b Block) says() bool {
	return b.Kind != Matter && strings.TrimSpace(b.Label+b.Text()) != ""
}
