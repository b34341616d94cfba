package model

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// Written is a file that the program wrote: what it wrote there last, so that
// a file which somebody has changed since is not replaced unasked.
type Written struct {
	// Path is the whole path of the file.
	Path string `json:"path"`
	// SHA256 is the sum of what was written, in hexadecimal digits.
	SHA256 string `json:"sha256"`
	// At is when, RFC 3339.
	At string `json:"at"`
}

// WroteFile is the note of a file written there with these words at that time.
func WroteFile(path string, data []byte, at string) Written {
	return Written{Path: path, SHA256: sum(data), At: at}
}

// Same says whether data is what was written.
func (w Written) Same(data []byte) bool { return w.SHA256 == sum(data) }

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// Exporting is what the clerk chose when they exported minutes of a body last.
// For whom the file was is not among it: that is asked each time.
type Exporting struct {
	// Formats are the extensions chosen, the first with the file's name.
	Formats []string `json:"formats,omitempty"`
	// Log is the extension of the action log, "" where none was exported.
	Log string `json:"log,omitempty"`
	// Style is the house style, "" for each meeting's own.
	Style string `json:"style,omitempty"`
	// Folder is where the files went, "" for the documents folder.
	Folder string `json:"folder,omitempty"`
}

// Clone is a copy that shares nothing with e.
func (e Exporting) Clone() Exporting {
	e.Formats = slices.Clone(e.Formats)
	return e
}
