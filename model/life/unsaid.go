package life

import (
	"slices"

	"minutebook/model"
)

// Unsaid are corrections to earlier minutes that the sentence approving them
// does not say, as where they were made after it was put in.
type Unsaid struct {
	// Sentence is the entry that approves the minutes; it is to be subject to
	// the corrections.
	Sentence model.Entry
	// After is the last entry that stands with it: the sentence, or a correction
	// under it.
	After model.ID
	// Meeting are the earlier minutes.
	Meeting model.Meeting
	// Corrections are the bullets that it lacks, without identities.
	Corrections []model.Entry
}

// UnsaidCorrections are what m, by the words of its approvals, does not say of
// corrections that it approves all the same. words are those for the corrections
// of earlier minutes, as for [Asked]. Bullets under a sentence that is subject to
// as many corrections as there are may be worded otherwise. The error is one of
// the book.
func UnsaidCorrections(book Book, m model.Meeting, words func(earlier model.Meeting) []model.Entry) ([]Unsaid, error) {
	if len(Approvals(m)) == 0 {
		return nil, nil
	}
	meetings, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	var list []Unsaid
	for _, it := range m.Items {
		for n, e := range it.Entries {
			if e.Approves == nil {
				continue
			}
			target, ok := Target(meetings, m, *e.Approves)
			if !ok || target.Corrections == 0 || target.Sealed {
				continue
			}
			earlier, err := book.Meeting(target.ID)
			if err != nil {
				return nil, err
			}
			if u, ok := unsaid(e, under(it.Entries[n+1:]), words(earlier)); ok {
				u.Meeting = earlier
				list = append(list, u)
			}
		}
	}
	return list, nil
}

// under are the bullets that entries begin with.
func under(entries []model.Entry) []model.Entry {
	n := slices.IndexFunc(entries, func(e model.Entry) bool { return e.Kind != model.Bullet })
	if n < 0 {
		return entries
	}
	return entries[:n]
}

// unsaid is what a sentence with bullets under it does not say of corrections;
// false where it says all of them.
func unsaid(sentence model.Entry, bullets, corrections []model.Entry) (Unsaid, bool) {
	u := Unsaid{Sentence: sentence, After: sentence.ID}
	if sentence.Approves.SubjectTo {
		if len(bullets) >= len(corrections) {
			return u, false
		}
		for _, b := range bullets {
			u.After = b.ID
		}
	} else {
		bullets = nil
	}
	for _, c := range corrections {
		if !slices.ContainsFunc(bullets, func(b model.Entry) bool { return b.Text == c.Text }) {
			u.Corrections = append(u.Corrections, c)
		}
	}
	a := *sentence.Approves
	a.SubjectTo = true
	u.Sentence.Approves = &a
	return u, len(u.Corrections) > 0
}
