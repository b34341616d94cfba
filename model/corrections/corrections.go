// Package corrections says what is done to minutes that have left the office by
// corrections beside them: they are not changed themselves any more.
package corrections

import (
	"errors"
	"reflect"
	"slices"

	"minutebook/model"
)

// Takes says whether minutes have left the office and are not sealed: circulated,
// or approved otherwise than by a meeting. What is done to them becomes
// corrections.
func Takes(m model.Meeting) bool {
	return m.State == model.Circulated || m.State == model.Approved && m.Seal == nil && len(m.Passed) > 0
}

// ErrOther is why some changes of circulated minutes cannot be corrections: what
// an entry says and who was there can be corrected, and nothing else.
var ErrOther = errors.New("what an entry says and who was there can be corrected in circulated minutes, and nothing else")

// Of are what records a change of circulated minutes: how entries and attendance
// should read. What the public sees is no part of the minutes and changes at
// once, and so do the clerk's own notes. c is a change of the minutes as corrected
// so far; mint makes a new correction, which says who asks for it. The error is
// [ErrOther], or that of the change.
func Of(m model.Meeting, c model.Change, mint func() model.Correction) (model.Many, error) {
	w := recorder{m: m, now: m, mint: mint}
	if len(m.Corrections) > 0 {
		w.now = m.Corrected()
	}
	now := w.now
	now.State = model.Circulated // what is approved otherwise than by a meeting takes them too
	next, _, err := now.With(c)
	if err != nil {
		return nil, err
	}
	if !onlyCorrects(now, next) {
		return nil, ErrOther
	}
	all := append(shownMarks(m, c), w.entries(now, next)...)
	return append(all, w.attendees(now, next)...), nil
}

// recorder makes the corrections of minutes: m as they were circulated, now as
// they should read.
type recorder struct {
	m, now model.Meeting
	mint   func() model.Correction
}

// entries are the corrections that make the entries of next of those of now.
func (w *recorder) entries(now, next model.Meeting) (all model.Many) {
	for _, it := range next.Items {
		after := model.ID("")
		for _, e := range it.Entries {
			switch was, _, ok := now.Entry(e.ID); {
			case ok && Alike(was, e): // or differs in what the public sees of it
			case ok && withdrawnNow(was, e):
				all = append(all, w.struck(was)...)
			default:
				all = append(all, w.entry(e, it.ID, after)...)
			}
			if e.Kind != model.Private { // which may go at any time
				after = e.ID
			}
		}
	}
	for _, it := range now.Items {
		for _, e := range it.Entries {
			if _, _, ok := next.Entry(e.ID); !ok {
				all = append(all, w.struck(e)...)
			}
		}
	}
	return all
}

// withdrawnNow says whether an action was withdrawn.
func withdrawnNow(was, is model.Entry) bool {
	return is.Action != nil && is.Action.Withdrawn && (was.Action == nil || !was.Action.Withdrawn)
}

// attendees are the corrections that make the attendance list of next of that of
// now.
func (w *recorder) attendees(now, next model.Meeting) (all model.Many) {
	for _, a := range next.Attendees {
		if was, ok := now.Attendee(a.ID); !ok || !reflect.DeepEqual(was, a) {
			all = append(all, w.attendee(a, false))
		}
	}
	for _, a := range now.Attendees {
		if _, ok := next.Attendee(a.ID); !ok {
			all = append(all, w.attendee(a, true))
		}
	}
	return all
}

// onlyCorrects says whether two states of a meeting differ in nothing but what
// corrections can say, and what the public sees.
func onlyCorrects(before, after model.Meeting) bool {
	rest := func(m, other model.Meeting) model.Meeting {
		m = m.Clone()
		m.Rev, m.Restricting, m.Attendees = 0, nil, slices.DeleteFunc(m.Attendees, func(a model.Attendee) bool {
			_, ok := other.Attendee(a.ID)
			return !ok
		})
		for i := range m.Attendees {
			m.Attendees[i] = model.Attendee{ID: m.Attendees[i].ID}
		}
		for i := range m.Items {
			it := &m.Items[i]
			it.Restricted, it.Withheld, it.PublicTitle, it.OutcomeRestricted, it.PresenterRestricted = nil, nil, "", nil, nil
			var kept []model.Entry // those of both, in their order
			for _, e := range it.Entries {
				if _, _, ok := other.Entry(e.ID); ok {
					kept = append(kept, model.Entry{ID: e.ID})
				}
			}
			it.Entries = kept
			for j := range it.Papers {
				it.Papers[j].Restricted = nil
			}
		}
		return m
	}
	return reflect.DeepEqual(rest(before, after), rest(after, before))
}

// shownMarks are those of the changes that say what the public sees of m, as far as
// they are about something in it.
func shownMarks(m model.Meeting, c model.Change) (all model.Many) {
	switch c := c.(type) {
	case model.Many:
		for _, one := range c {
			all = append(all, shownMarks(m, one)...)
		}
	case model.RestrictEntry, model.RestrictItem, model.RestrictPhrase, model.SetRestricting:
		if _, _, err := m.With(c); err == nil {
			all = append(all, c)
		}
	}
	return all
}

// entry says that an entry should read so. One that is new follows after.
func (w *recorder) entry(e model.Entry, item, after model.ID) model.Many {
	m := w.m
	was, _, there := m.Entry(e.ID)
	had, ok := OfEntry(m, e.ID)
	switch {
	case e.Kind == model.Private && there && was.Kind == model.Private:
		return model.Many{model.SetEntry{Entry: e}}
	case e.Kind == model.Private && !there && !ok:
		return model.Many{model.AddEntry{Item: item, After: w.standing(item, after), Entry: e}}
	case there && Alike(was, e):
		if ok {
			return Withdraw(m, had)
		}
		return nil // a mark, which is made as it is
	case !ok:
		had = w.mint()
		if !there {
			had.Item, had.After = item, after
		}
	}
	had.Entry, had.Struck = &e, false
	return model.Many{model.Correct{Correction: had}}
}

// Alike says whether two entries differ at most in what the public sees of them.
func Alike(a, b model.Entry) bool {
	a.Restricted, a.Withheld, b.Restricted, b.Withheld = nil, nil, nil, nil
	return reflect.DeepEqual(a, b)
}

// standing is the last entry up to after that stands in the minutes themselves.
func (w *recorder) standing(item, after model.ID) model.ID {
	it, _ := w.now.Item(item)
	last := model.ID("")
	for _, e := range it.Entries {
		if _, in, ok := w.m.Entry(e.ID); ok && in.ID == item {
			last = e.ID
		}
		if e.ID == after {
			break
		}
	}
	if after == "" {
		return ""
	}
	return last
}

// struck says that an entry should not be there.
func (w *recorder) struck(e model.Entry) model.Many {
	m := w.m
	had, ok := OfEntry(m, e.ID)
	was, _, there := m.Entry(e.ID)
	var all model.Many
	switch {
	case !there:
		return Withdraw(m, had)
	case was.Kind == model.Private:
		return model.Many{model.DeleteEntry{ID: e.ID}}
	case ok: // what was added behind it meanwhile needs it until then
		all = Withdraw(m, had)
	}
	c := w.mint()
	c.Entry, c.Struck = &was, true
	return append(all, model.Correct{Correction: c})
}

// Withdraw takes a correction away. Where it added an entry, what was to be
// added behind that stays where it stands: the one next to it takes its place
// among the corrections, since of several behind one entry the last made stands
// first, and the others follow that one.
func Withdraw(m model.Meeting, c model.Correction) (all model.Many) {
	var behind []model.Correction
	if c.Entry != nil {
		if _, _, there := m.Entry(c.Entry.ID); !there {
			for _, other := range m.Corrections {
				if other.Entry != nil && other.ID != c.ID && other.After == c.Entry.ID {
					behind = append(behind, other)
				}
			}
		}
	}
	if len(behind) == 0 {
		return model.Many{model.Uncorrect{ID: c.ID}}
	}
	next, others := behind[len(behind)-1], behind[:len(behind)-1]
	follow := func(after model.ID) {
		for _, other := range others {
			other.After = after
			all = append(all, model.Correct{Correction: other})
		}
	}
	follow(c.After)
	heir := next
	heir.ID, heir.Item, heir.After = c.ID, c.Item, c.After
	all = append(all, model.Correct{Correction: heir}, model.Uncorrect{ID: next.ID})
	follow(next.Entry.ID)
	return all
}

// attendee says that somebody should be listed so, or struck not at all.
func (w *recorder) attendee(a model.Attendee, struck bool) model.Change {
	m := w.m
	was, there := m.Attendee(a.ID)
	c := w.mint()
	if i := slices.IndexFunc(m.Corrections, func(c model.Correction) bool { return c.Attendee != nil && c.Attendee.ID == a.ID }); i >= 0 {
		c = m.Corrections[i]
		if struck && !there || !struck && there && reflect.DeepEqual(was, a) {
			return model.Uncorrect{ID: c.ID}
		}
	}
	if struck {
		a = was
	}
	c.Attendee, c.Struck = &a, struck
	return model.Correct{Correction: c}
}

// OfEntry is the correction of an entry, or the one that it is.
func OfEntry(m model.Meeting, entry model.ID) (model.Correction, bool) {
	for _, c := range slices.Backward(m.Corrections) {
		if c.Entry != nil && c.Entry.ID == entry {
			return c, true
		}
	}
	return model.Correction{}, false
}
