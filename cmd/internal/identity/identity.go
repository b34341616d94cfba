// Package identity makes identities for whatever is entered in a minute book.
package identity

import (
	"crypto/rand"
	"encoding/base32"
	"strings"

	"minutebook/model"
)

// New is an identity that was never made before: 60 random bits in twelve
// letters and digits.
func New() model.ID {
	var b [8]byte
	rand.Read(b[:]) // never fails: it ends the program rather than give less than was asked for
	return model.ID(strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))[:12])
}
