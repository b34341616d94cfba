package model

import (
	"bytes"
	"encoding/json"
)

// Seal is the seal on approved minutes: one link in the chain of a body's
// approved minutes.
type Seal struct {
	Body    ID `json:"body"`
	Meeting ID `json:"meeting"`
	// N counts the seals of the body from 1.
	N int `json:"n"`
	// Before is the sum of the seal before it, "" for the first.
	Before string `json:"before,omitempty"`
	// Sum is the SHA-256, in hexadecimal digits, of Before, a line end, and
	// Canonical.
	Sum string `json:"sum"`
	// Canonical is the meeting as it is sealed.
	Canonical []byte `json:"canonical"`
	// Made is when, RFC 3339. It is not covered by the sum.
	Made string `json:"made,omitempty"`
}

// SealMark is the seal as the sealed meeting carries it, so that its documents
// can print it. It is not covered by the seal.
type SealMark struct {
	N   int    `json:"n"`
	Sum string `json:"sum"`
}

// Short is the beginning of the sum, as it is printed: "9f3a 12cd 88e0".
func (s SealMark) Short() string {
	if len(s.Sum) < 12 {
		return s.Sum
	}
	return s.Sum[:4] + " " + s.Sum[4:8] + " " + s.Sum[8:12]
}

// File is a file that the book keeps as it left the office.
type File struct {
	// SHA256 of Data, in hexadecimal digits, names it.
	SHA256 string `json:"sha256"`
	Name   string `json:"name"`
	Data   []byte `json:"data"`
}

// NewFile is a file to be kept.
func NewFile(name string, data []byte) File {
	return File{SHA256: sum(data), Name: name, Data: data}
}

// SealMeeting is m sealed behind the last seal of its body (nil where there is
// none), and the seal. The error is an *[Invalid] where m is not approved or is
// sealed already.
func SealMeeting(m Meeting, last *Seal, made string) (Meeting, Seal, error) {
	switch {
	case m.State != Approved:
		return m, Seal{}, &Invalid{"seal", "the minutes are not approved"}
	case m.Seal != nil:
		return m, Seal{}, &Invalid{"seal", "the minutes are sealed already"}
	}
	s := Seal{Body: m.BodyID, Meeting: m.ID, N: 1, Made: made}
	if last != nil {
		s.N, s.Before = last.N+1, last.Sum
	}
	var err error
	if s.Canonical, err = Canonical(m); err != nil {
		return m, Seal{}, err
	}
	s.Sum = s.sum()
	m = m.Clone()
	m.Rev++
	m.Seal = &SealMark{s.N, s.Sum}
	return m, s, nil
}

// sum is what the sum of the seal should be.
func (s Seal) sum() string { return sum([]byte(s.Before + "\n" + string(s.Canonical))) }

// Sound says whether the seal fits what it covers.
func (s Seal) Sound() bool { return s.Sum == s.sum() }

// Covers says whether m is what was sealed. What is withheld from the public
// may be more than when it was.
func (s Seal) Covers(m Meeting) bool {
	canonical, err := Canonical(m)
	return err == nil && s.Meeting == m.ID && s.Body == m.BodyID && bytes.Equal(canonical, s.Canonical)
}

// Canonical is a meeting as a seal covers it: JSON without white space, with the
// names of every object in order, and without what may still change once the
// minutes are sealed, which is the revision, the seal itself, and the marks that
// withhold something from the public.
func Canonical(m Meeting) ([]byte, error) {
	m = m.unmarked()
	m.Rev, m.Seal = 0, nil
	plain, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(plain))
	d.UseNumber()
	var any any
	if err := d.Decode(&any); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(any); err != nil { // which sorts the names
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// unmarked is m without the marks that withhold something from the public.
func (m Meeting) unmarked() Meeting {
	m = m.Clone()
	m.Restricting = nil
	for i := range m.Items {
		it := &m.Items[i]
		it.Restricted, it.Withheld, it.PublicTitle, it.OutcomeRestricted, it.PresenterRestricted, it.PurposeRestricted = nil, nil, "", nil, nil, nil
		for j := range it.Papers {
			it.Papers[j].Restricted = nil
		}
		for j := range it.Entries {
			it.Entries[j].Restricted, it.Entries[j].Withheld = nil, nil
		}
	}
	for i := range m.Corrections {
		if e := m.Corrections[i].Entry; e != nil {
			e.Restricted, e.Withheld = nil, nil
		}
	}
	return m
}
