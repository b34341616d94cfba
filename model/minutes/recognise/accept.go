package recognise

import (
	"maps"
	"slices"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

// Doubt is a guess that is less sure than was asked for.
type Doubt struct {
	// Piece is as it was guessed.
	Piece
	// Left says that it was left a paragraph, marked for follow-up. Otherwise it
	// was taken as guessed, since it is no entry, or is one of words alone.
	Left bool
}

// Accept is what [Meeting] found of the same document and options without the
// guesses of less confidence than least: what they are about stays a paragraph,
// in its place, marked unsure. Attendees, facts and labels are taken all the
// same, since the words would be out of place between the entries; attendees are
// marked unsure. A least of 0 takes every guess. found itself stays as it is.
func Accept(d read.Document, o Options, found Found, least float64) (Found, []Doubt) {
	o.Said = maps.Clone(o.Said)
	if o.Said == nil {
		o.Said = Said{}
	}
	doubts := map[Place]Doubt{}
	for range 3 { // what is left a paragraph may make others less sure
		before := len(doubts)
		again := false
		for i, p := range found.Pieces {
			if _, had := doubts[p.Place]; had || p.Confidence >= least {
				continue
			}
			left := leaves(found.Pieces, i)
			doubts[p.Place] = Doubt{p, left}
			if left && p.As != Paragraph {
				o.Said[p.Place], again = Paragraph, true
			}
		}
		if len(doubts) == before || !again {
			break
		}
		found = Meeting(d, o)
	}
	list := found.mark(doubts)
	return found, list
}

// leaves says whether piece i is left a paragraph where it is unsure.
func leaves(pieces []Piece, i int) bool {
	switch pieces[i].As {
	case Paragraph, Item, Subheading, Action, EarlierAction, Decision, Motion, Vote, Interest, Movement, Approval, Next, Closing, Signature, Dropped:
		return true
	case Introduced: // what heads people says who was there
		return i+1 == len(pieces) || pieces[i+1].As != People
	case Bullet, People, Title, Facts:
	}
	return false
}

// mark marks what the doubts are about, and gives them in the order of the
// source.
func (f *Found) mark(doubts map[Place]Doubt) []Doubt {
	if len(doubts) == 0 {
		return nil
	}
	f.Meeting, f.Pieces = f.Meeting.Clone(), slices.Clone(f.Pieces)
	var list []Doubt
	unsure := map[model.ID]bool{}
	for i := range f.Pieces {
		p := &f.Pieces[i]
		d, ok := doubts[p.Place]
		if !ok {
			continue
		}
		list = append(list, d)
		p.Confidence, p.Why, p.Instead = d.Confidence, d.Why, d.Instead
		if d.Left && d.As != Paragraph {
			p.Instead = append([]What{d.As}, d.Instead...)
		}
		for _, id := range p.IDs {
			unsure[id] = true
		}
	}
	m := &f.Meeting
	for i := range m.Attendees {
		m.Attendees[i].Unsure = m.Attendees[i].Unsure || unsure[m.Attendees[i].ID]
	}
	for i := range m.Items {
		for j := range m.Items[i].Entries {
			e := &m.Items[i].Entries[j]
			e.Unsure = e.Unsure || unsure[e.ID]
		}
	}
	return list
}
