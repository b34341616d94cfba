package model

import "slices"

// Change is one thing a clerk did to a meeting. The set is closed: the
// unexported method keeps it so. Everything is addressed by ID, and whatever
// is not the meeting's own (identities, times) is data in the change.
//
// apply makes the change and gives the change that takes it back, which holds
// the old value of only what was touched.
type Change interface {
	apply(m *Meeting) (undo Change, err error)
}

// With is the meeting after c, one revision on, and the change that takes c
// back. m stays as it was. The error is a *[Missing], *[Invalid] or *[Sealed].
func (m Meeting) With(c Change) (Meeting, Change, error) {
	if (m.State == Approved || m.Seal != nil) && !m.allowedWhenApproved(c) {
		return m, nil, &Sealed{m.ID}
	}
	next := m.Clone()
	if m.State == Circulated && m.Frozen == nil { // as a book of an older program has it
		next.freeze(false)
	}
	undo, err := c.apply(&next)
	if err != nil {
		return m, nil, err
	}
	next.Rev++
	return next, undo, nil
}

// allowedWhenApproved says what may still happen to approved minutes: more of
// them may be withheld from the public, never less; and until they are sealed,
// corrections and how they were approved may be put right.
func (m Meeting) allowedWhenApproved(c Change) bool {
	switch c := c.(type) {
	case Correct, Uncorrect, setCorrections, Pass, Ratify, unpass:
		return m.Seal == nil
	case RestrictItem:
		return c.Restriction != nil
	case RestrictEntry:
		return c.Restriction != nil
	case RestrictPhrase:
		return c.Restriction != nil
	case Many:
		return len(c) > 0 && !slices.ContainsFunc(c, func(one Change) bool { return !m.allowedWhenApproved(one) })
	default:
		return false
	}
}

// Many makes several changes as one, in their order: all or none.
type Many []Change

func (c Many) apply(m *Meeting) (Change, error) {
	undo := make(Many, len(c))
	for i, one := range c {
		u, err := one.apply(m)
		if err != nil {
			return nil, err
		}
		undo[len(c)-1-i] = u
	}
	return undo, nil
}

// SetState moves the meeting on in its life, or back. Once the minutes are
// circulated every number in them is frozen, and stays so wherever it goes;
// minutes of which a part is approved are no draft again.
type SetState struct{ State State }

func (c SetState) apply(m *Meeting) (Change, error) {
	if !slices.Contains(States, c.State) {
		return nil, &Invalid{"state", "there is no state " + string(c.State)}
	}
	if len(m.Passed) > 0 && !c.State.Frozen() {
		return nil, &Invalid{"state", "a part of the minutes is approved, so they stay circulated"}
	}
	undo := restoreState{m.State, m.Frozen}
	m.State = c.State
	if c.State.Frozen() {
		m.freeze(false)
	}
	return undo, nil
}

// restoreState is SetState with the numbers that are out as they stand.
type restoreState struct {
	state  State
	frozen *Frozen
}

func (c restoreState) apply(m *Meeting) (Change, error) {
	undo := restoreState{m.State, m.Frozen}
	m.State, m.Frozen = c.state, c.frozen.clone()
	return undo, nil
}

// SetRestricting says that everything entered from now on is restricted, or,
// with nil, that it no longer is.
type SetRestricting struct{ Restriction *Restriction }

func (c SetRestricting) apply(m *Meeting) (Change, error) {
	undo := SetRestricting{m.Restricting}
	m.Restricting = c.Restriction.clone()
	return undo, nil
}

// SetNext says when and where the body meets again; nil takes it away.
type SetNext struct{ Next *Next }

func (c SetNext) apply(m *Meeting) (Change, error) {
	if c.Next != nil && !c.Next.Date.Valid() {
		return nil, &Invalid{"next", "the next meeting needs a date"}
	}
	undo := SetNext{m.Next}
	m.Next = copyOf(c.Next)
	return undo, nil
}

// SetPublic records the head count of the public; nil takes it away.
type SetPublic struct{ Count *int }

func (c SetPublic) apply(m *Meeting) (Change, error) {
	if c.Count != nil && *c.Count < 0 {
		return nil, &Invalid{"public", "a head count is not below nought"}
	}
	undo := SetPublic{m.Public}
	m.Public = copyOf(c.Count)
	return undo, nil
}

// SetQuorum records how many members must be there; 0 takes the rule away.
type SetQuorum struct{ Members int }

func (c SetQuorum) apply(m *Meeting) (Change, error) {
	if c.Members < 0 {
		return nil, &Invalid{"quorum", "a quorum is not below nought"}
	}
	undo := SetQuorum{m.Quorum}
	m.Quorum = c.Members
	return undo, nil
}

// placeAfter is where something that follows after goes in a list: behind it,
// at the start where after is "", at the end where after is Last.
func placeAfter[T any](list []T, after ID, id func(T) ID, what string) (int, error) {
	switch after {
	case "":
		return 0, nil
	case Last:
		return len(list), nil
	}
	i := slices.IndexFunc(list, func(v T) bool { return id(v) == after })
	if i < 0 {
		return 0, &Missing{what, after}
	}
	return i + 1, nil
}

// Last stands in After for "at the end".
const Last ID = "\x00last"

// before is the ID of what stands before place i: "" at the start.
func before[T any](list []T, i int, id func(T) ID) ID {
	if i == 0 {
		return ""
	}
	return id(list[i-1])
}
