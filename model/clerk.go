package model

import (
	"maps"
	"slices"
)

// Abbreviation is a few letters that stand for words while typing.
type Abbreviation struct {
	// Short is what is typed: letters, digits and apostrophes, no space.
	Short string `json:"short"`
	// Long is what it stands for.
	Long string `json:"long"`
}

// Clerk is what the book's clerk has set for their own writing, and chose last.
// None of it is in any minutes.
type Clerk struct {
	// Abbreviations are the clerk's own, beside those of each body.
	Abbreviations []Abbreviation `json:"abbreviations,omitempty"`
	// Words are spelt right whatever a dictionary says of them.
	Words []string `json:"words,omitempty"`
	// Spelling is the language that spelling is checked in, as a BCP 47 tag:
	// "" is that of the body, "none" checks nothing.
	Spelling string `json:"spelling,omitempty"`
	// Unprompted leaves out the completions learnt from earlier minutes.
	Unprompted bool `json:"unprompted,omitempty"`
	// Exports are the last choices at an export, by body.
	Exports map[ID]Exporting `json:"exports,omitempty"`
	// Views are the ways to look at the action register that were kept.
	Views []View `json:"views,omitempty"`
	// Backup is where copies of the book go by themselves.
	Backup Backup `json:"backup,omitzero"`
	// Remind has the desktop say on starting how many actions are due.
	Remind bool `json:"remind,omitempty"`
}

// Backup is how the book is copied by itself.
type Backup struct {
	// Folder is where the copies go, "" for none.
	Folder string `json:"folder,omitempty"`
	// Off makes none though there is a folder.
	Off bool `json:"off,omitempty"`
	// Last is when the last was made, RFC 3339.
	Last string `json:"last,omitempty"`
}

// On says whether copies are made.
func (b Backup) On() bool { return b.Folder != "" && !b.Off }

// Clone is a copy that shares nothing with c.
func (c Clerk) Clone() Clerk {
	c.Abbreviations = slices.Clone(c.Abbreviations)
	c.Words = slices.Clone(c.Words)
	c.Exports = maps.Clone(c.Exports)
	for id, e := range c.Exports {
		c.Exports[id] = e.Clone()
	}
	c.Views = slices.Clone(c.Views)
	for i, v := range c.Views {
		c.Views[i] = v.clone()
	}
	return c
}
