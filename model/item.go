package model

import "slices"

// Item is an agenda item with what was minuted under it.
//
// A meeting's first item may be without title: it holds what was entered
// before the agenda began, and has no number.
type Item struct {
	ID ID `json:"id"`
	// Reference is the printed one where the clerk gave it ("128/17");
	// "" where the number follows the order.
	Reference string `json:"reference,omitempty"`
	Title     string `json:"title"`
	// Outcome in words: one of Outcomes, or "referred to ...".
	Outcome   string  `json:"outcome,omitempty"`
	Presenter string  `json:"presenter,omitempty"`
	Papers    []Paper `json:"papers,omitempty"`
	// Purpose is what the item is on the agenda for ("decision"), Minutes how
	// long it is planned to take; 0 where nobody said.
	Purpose string `json:"purpose,omitempty"`
	Minutes int    `json:"minutes,omitempty"`
	// Restricted is set where the whole item is left out of public minutes.
	Restricted *Restriction `json:"restricted,omitempty"`
	// PublicTitle stands instead of Title where the item is restricted.
	PublicTitle string `json:"publicTitle,omitempty"`
	// Withheld are the words of the title that public minutes leave out.
	Withheld []Phrase `json:"withheld,omitempty"`
	// OutcomeRestricted, PresenterRestricted and PurposeRestricted are set where the fact alone is
	// left out of public minutes.
	OutcomeRestricted   *Restriction `json:"outcomeRestricted,omitempty"`
	PresenterRestricted *Restriction `json:"presenterRestricted,omitempty"`
	PurposeRestricted   *Restriction `json:"purposeRestricted,omitempty"`
	Entries             []Entry      `json:"entries,omitempty"`
}

// Opening says whether the item holds what came before the agenda.
func (it Item) Opening() bool { return it.Title == "" && it.Reference == "" }

// Purposes are what items are usually on the agenda for; other words are a
// purpose too.
var Purposes = []string{"decision", "discussion", "information", "noting", "approval"}

// Outcomes are the words for what came of an item. "referred to X" is one
// more, with a name behind it.
var Outcomes = []string{"noted", "agreed", "approved", "resolved", "deferred", "withdrawn"}

// Paper is a document that an item had before it.
type Paper struct {
	Title string `json:"title"`
	// Reference is its number or its address.
	Reference string `json:"reference,omitempty"`
	// Restricted is set where it is left out of public minutes.
	Restricted *Restriction `json:"restricted,omitempty"`
}

// Same says whether two papers are the same in all that they say.
func (p Paper) Same(other Paper) bool {
	return p.Title == other.Title && p.Reference == other.Reference && p.Restricted.same(other.Restricted)
}

// same says whether two parts are restricted alike.
func (r *Restriction) same(other *Restriction) bool {
	return r == nil && other == nil || r != nil && other != nil && *r == *other
}

func (it Item) clone() Item {
	it.Papers = clonePapers(it.Papers)
	it.Restricted = it.Restricted.clone()
	it.OutcomeRestricted, it.PresenterRestricted = it.OutcomeRestricted.clone(), it.PresenterRestricted.clone()
	it.PurposeRestricted = it.PurposeRestricted.clone()
	it.Withheld = slices.Clone(it.Withheld)
	it.Entries = slices.Clone(it.Entries)
	for i := range it.Entries {
		it.Entries[i] = it.Entries[i].clone()
	}
	return it
}

func clonePapers(papers []Paper) []Paper {
	papers = slices.Clone(papers)
	for i := range papers {
		papers[i].Restricted = papers[i].Restricted.clone()
	}
	return papers
}

// copyOf copies what p points to, where it points to anything.
func copyOf[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}
