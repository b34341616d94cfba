package model

import "slices"

// Purged is what was removed for good from what is kept of a meeting.
type Purged struct {
	// Notes and Revisions are how many private notes and how many earlier
	// revisions went; Words says that words left in the composer did.
	Notes, Revisions int
	Words            bool
	// Left are the private notes that stay because the minutes are sealed.
	Left int
}

// Nothing says whether there was nothing to remove.
func (p Purged) Nothing() bool { return p.Notes == 0 && p.Revisions == 0 && !p.Words }

// PrivateNotes are how many private notes the meeting has.
func (m Meeting) PrivateNotes() int {
	n := 0
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == Private {
				n++
			}
		}
	}
	return n
}

// WithoutPrivate is the meeting one revision on without its private notes, and
// how many there were; with none it is m. A seal covers private notes too, so
// that they go before it is set: sealed minutes are a *[Sealed].
func (m Meeting) WithoutPrivate() (Meeting, int, error) {
	n := m.PrivateNotes()
	if n == 0 {
		return m, 0, nil
	}
	if m.Seal != nil {
		return m, 0, &Sealed{m.ID}
	}
	m = m.Clone()
	m.Rev++
	for i := range m.Items {
		m.Items[i].Entries = slices.DeleteFunc(m.Items[i].Entries, func(e Entry) bool { return e.Kind == Private })
	}
	return m, n, nil
}
