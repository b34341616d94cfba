package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
)

// HouseStyle is a house style that an office made, as the book keeps it. Bodies
// and meetings name it. What its file says is known to package minutes.
type HouseStyle struct {
	// ID is what [StyleID] makes of the name, so that no two styles have names
	// that differ in capitals only.
	ID   ID     `json:"id"`
	Rev  int    `json:"rev,omitempty"`
	Name string `json:"name"`
	// File is the style file. A save without one takes the style away.
	File json.RawMessage `json:"file,omitempty"`
	// Unfinished is what was typed into fields of the style and is not right
	// yet, by field.
	Unfinished map[string]string `json:"unfinished,omitempty"`
}

// StyleID is the identity of the house style of that name.
func StyleID(name string) ID { return ID(strings.ToLower(name)) }

// Gone says whether a save takes the style away.
func (h HouseStyle) Gone() bool { return len(h.File) == 0 }

// Same says whether the files of two styles say the same.
func (h HouseStyle) Same(other HouseStyle) bool {
	return bytes.Equal(compacted(h.File), compacted(other.File))
}

// Clone is a copy that shares nothing with h.
func (h HouseStyle) Clone() HouseStyle {
	h.File = append(json.RawMessage(nil), h.File...)
	h.Unfinished = maps.Clone(h.Unfinished)
	return h
}

// StyleUse is who has a house style: a body, or, with a date, a meeting of it.
type StyleUse struct {
	Body  string
	Date  Date
	State State
}

// String is the user in words: "Trust", "Trust, 24 June 2022".
func (u StyleUse) String() string {
	if u.Date == "" {
		return u.Body
	}
	return strings.TrimPrefix(u.Body+", "+u.Date.Long(), ", ")
}

// Out says whether the use is that of minutes that went out: those that were
// circulated or approved.
func (u StyleUse) Out() bool { return u.State == Circulated || u.State == Approved }

// StyleUses are the bodies, then the meetings, that name the house style of
// that name.
func StyleUses(name string, bodies []Body, meetings []Summary) []StyleUse {
	var uses []StyleUse
	id := StyleID(name)
	for _, b := range bodies {
		if StyleID(b.Style) == id {
			uses = append(uses, StyleUse{Body: b.Name})
		}
	}
	for _, m := range meetings {
		if StyleID(m.Style) == id {
			uses = append(uses, StyleUse{m.Body, m.Date, m.State})
		}
	}
	return uses
}

// StyleInUse is the error of taking a house style away that somebody has, or,
// where Changed is set, of changing one in which minutes went out.
type StyleInUse struct {
	Name    string
	Changed bool
	By      []StyleUse
}

func (e *StyleInUse) Error() string {
	who := e.By[0].String()
	if more := len(e.By) - 1; more > 0 {
		who = fmt.Sprintf("%s and %d more", who, more)
	}
	if e.Changed {
		return fmt.Sprintf("the house style %q stays as it is, because minutes went out in it (%s); copy it and change the copy", e.Name, who)
	}
	return fmt.Sprintf("the house style %q is in use (%s); give them another first", e.Name, who)
}

// CheckStyle says whether the book may keep a house style in the place of
// kept, the one it has of that name (nil for none). The error is a
// *[StyleInUse] where somebody needs it as it was.
func CheckStyle(kept *HouseStyle, now HouseStyle, bodies []Body, meetings []Summary) error {
	if kept == nil || kept.Same(now) {
		return nil
	}
	e := &StyleInUse{Name: kept.Name, Changed: !now.Gone()}
	for _, u := range StyleUses(kept.Name, bodies, meetings) {
		if !e.Changed || u.Out() {
			e.By = append(e.By, u)
		}
	}
	if len(e.By) == 0 {
		return nil
	}
	return e
}

// compacted is JSON without the room in it that says nothing.
func compacted(file json.RawMessage) []byte {
	var b bytes.Buffer
	if json.Compact(&b, file) != nil {
		return file
	}
	return b.Bytes()
}
