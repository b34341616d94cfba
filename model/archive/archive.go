// Package archive writes everything that a book holds into one zip file that
// can be read without this program, and reads it back into records.
//
// What may be given away stands at the top: for each meeting its public minutes.
// All else is below the folder restricted/: the book itself, record by record,
// and the full minutes. Each half has a manifest of its own that lists its parts
// with their checksums, so that the archive without that folder is whole too.
package archive

import (
	"fmt"
	"strings"
	"unicode"

	"minutebook/model"
)

// Format is the layout that this program writes, and the highest it reads.
const Format = 1

// The names of the parts that every archive has, and of the folders in it.
const (
	manifestName   = "manifest.json"
	restrictedName = "restricted/manifest.json"
	restricted     = "restricted/"
	inBook         = "restricted/book/"
)

// What a manifest lists.
const (
	holdsPublic     = "public"
	holdsRestricted = "restricted"
)

// Manifest says what is in one half of an archive.
type Manifest struct {
	// Archive is "minutebook"; Format the layout; Holds which half it is.
	Archive string `json:"archive"`
	Format  int    `json:"format"`
	Holds   string `json:"holds"`
	// Made is when, RFC 3339, By the program that made it.
	Made string `json:"made"`
	By   string `json:"by"`
	// Counts are how many there are of what it holds, by what it is called.
	Counts map[string]int `json:"counts"`
	// Public is the SHA-256 of the public manifest, in the restricted one.
	Public string `json:"public,omitempty"`
	Parts  []Part `json:"parts"`
}

// Part is one file in an archive.
type Part struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// What an archive may have, so that none fills memory or disk: bytes in a part
// and in all of them, parts, and how often smaller than its words a part is.
// Revisions of one meeting are so alike that they may be smaller than that.
const (
	maxPart  = 64 << 20
	maxTotal = 16 << 30
	maxParts = 500_000
	maxRatio = 200
)

// listSize is about how many bytes of records go into one part.
const listSize = 8 << 20

// Fault is the error of an archive that cannot be trusted. Nothing of it is
// taken.
type Fault struct {
	// Part is the part that is wrong; "" where it is the archive.
	Part string
	Why  string
}

func (e *Fault) Error() string {
	if e.Part == "" {
		return fmt.Sprintf("the archive cannot be used: %s; nothing was taken from it", e.Why)
	}
	return fmt.Sprintf("the archive cannot be used: in it, %s %s; nothing was taken from it", e.Part, e.Why)
}

// Newer is the error of an archive that only a newer program understands.
type Newer struct{ Format int }

func (e *Newer) Error() string {
	return fmt.Sprintf("the archive is from a newer version of the program: it has format %d, and this version knows formats up to %d: read it with the newer version", e.Format, Format)
}

// PublicOnly is the error of making a book from an archive without its
// restricted half.
type PublicOnly struct{}

func (*PublicOnly) Error() string {
	return "the archive holds only what is public, and a book is made from a whole one: name the archive that has the folder \"restricted\" too"
}

// goodName says whether a part may have a name. None is ever used as the name
// of a file.
func goodName(name string) bool {
	if len(name) > 1000 {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "" || part[0] == '.' {
			return false
		}
		for _, r := range part {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune("-_.", r) {
				return false
			}
		}
	}
	return true
}

// lists are the records that stand together in parts, by their name there; each
// meeting, and each file that left the office, is a part of its own.
var lists = []string{model.InBodies, model.InPeople, model.InStyles, model.InClerk, model.InWritten, model.InDrafts, model.InRevisions, model.InLedger, model.InSealed, model.InFiles}
