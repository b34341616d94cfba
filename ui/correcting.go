package ui

import (
	"errors"
	"reflect"
	"slices"

	"minutebook/model"
)

// recording is the session of an open meeting. Minutes that have left the office
// are not changed any more: what is done to them here becomes corrections,
// which stand beside them until a meeting agrees to them.
type recording struct {
	*model.Session
	out *Outside
	// asker is who asks for the corrections that are being made.
	asker string
	// seen is the meeting as corrected, at its revision.
	seen model.Meeting
}

func newRecording(m model.Meeting, out *Outside, keep func(model.Meeting)) *recording {
	return &recording{Session: model.NewSession(m, keep), out: out, seen: asCorrected(m)}
}

// Corrected is the meeting as it should read.
func (w *recording) Corrected() model.Meeting {
	if m := w.Meeting(); m.Rev != w.seen.Rev {
		w.seen = asCorrected(m)
	}
	return w.seen
}

// asCorrected is m as it should read; m itself where nothing is to be corrected.
func asCorrected(m model.Meeting) model.Meeting {
	if len(m.Corrections) == 0 {
		return m
	}
	return m.Corrected()
}

// correcting says whether what is done to the minutes becomes corrections.
func (w *recording) correcting() bool { return takesCorrections(w.Meeting()) }

// takesCorrections says whether minutes have left the office and are not sealed:
// circulated, or approved otherwise than by a meeting.
func takesCorrections(m model.Meeting) bool {
	return m.State == model.Circulated || m.State == model.Approved && m.Seal == nil && len(m.Passed) > 0
}

// Do makes a change, or records the corrections that come to the same.
func (w *recording) Do(c model.Change) error {
	if !w.correcting() {
		return w.Session.Do(c)
	}
	changes, err := w.corrections(c)
	if err != nil || len(changes) == 0 {
		return err
	}
	return w.Session.Do(changes)
}

// refuses is why minutes that have left the office do not take a change; nil
// where they do, or are a draft.
func (w *recording) refuses(c model.Change) (err error) {
	switch {
	case w.correcting():
		_, err = w.corrections(c)
	case w.Meeting().State == model.Approved:
		_, _, err = w.Meeting().With(c)
	}
	return err
}

// errCirculated is why some changes of circulated minutes cannot be corrections.
var errCirculated = errors.New("these minutes are circulated: what an entry says and who was there can be corrected. For anything else reopen them as a draft: Ctrl+K, then Reopen")

// corrections are what records a change of circulated minutes: how entries and
// attendance should read. What the public sees is no part of the minutes and
// changes at once, and so do the clerk's own notes.
func (w *recording) corrections(c model.Change) (model.Many, error) {
	m, now := w.Meeting(), w.Corrected()
	now.State = model.Circulated // what is approved otherwise than by a meeting takes them too
	next, _, err := now.With(c)
	if err != nil {
		return nil, err
	}
	if !onlyCorrects(now, next) {
		return nil, errCirculated
	}
	all := append(shownMarks(m, c), w.entries(now, next)...)
	return append(all, w.attendees(now, next)...), nil
}

// entries are the corrections that make the entries of next of those of now.
func (w *recording) entries(now, next model.Meeting) (all model.Many) {
	for _, it := range next.Items {
		after := model.ID("")
		for _, e := range it.Entries {
			switch was, _, ok := now.Entry(e.ID); {
			case ok && alike(was, e): // or differs in what the public sees of it
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
func (w *recording) attendees(now, next model.Meeting) (all model.Many) {
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
func (w *recording) entry(e model.Entry, item, after model.ID) model.Many {
	m := w.Meeting()
	was, _, there := m.Entry(e.ID)
	had, ok := correctionOf(m, e.ID)
	switch {
	case e.Kind == model.Private && there && was.Kind == model.Private:
		return model.Many{model.SetEntry{Entry: e}}
	case e.Kind == model.Private && !there && !ok:
		return model.Many{model.AddEntry{Item: item, After: w.standing(item, after), Entry: e}}
	case there && alike(was, e):
		if ok {
			return withdraw(m, had)
		}
		return nil // a mark, which is made as it is
	case !ok:
		had = w.correction()
		if !there {
			had.Item, had.After = item, after
		}
	}
	had.Entry, had.Struck = &e, false
	return model.Many{model.Correct{Correction: had}}
}

// alike says whether two entries differ at most in what the public sees of them.
func alike(a, b model.Entry) bool {
	a.Restricted, a.Withheld, b.Restricted, b.Withheld = nil, nil, nil, nil
	return reflect.DeepEqual(a, b)
}

// standing is the last entry up to after that stands in the minutes themselves.
func (w *recording) standing(item, after model.ID) model.ID {
	it, _ := w.Corrected().Item(item)
	last := model.ID("")
	for _, e := range it.Entries {
		if _, in, ok := w.Meeting().Entry(e.ID); ok && in.ID == item {
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
func (w *recording) struck(e model.Entry) model.Many {
	m := w.Meeting()
	had, ok := correctionOf(m, e.ID)
	was, _, there := m.Entry(e.ID)
	var all model.Many
	switch {
	case !there:
		return withdraw(m, had)
	case was.Kind == model.Private:
		return model.Many{model.DeleteEntry{ID: e.ID}}
	case ok: // what was added behind it meanwhile needs it until then
		all = withdraw(m, had)
	}
	c := w.correction()
	c.Entry, c.Struck = &was, true
	return append(all, model.Correct{Correction: c})
}

// withdraw takes a correction away. Where it added an entry, what was to be
// added behind that stays where it stands: the one next to it takes its place
// among the corrections, since of several behind one entry the last made stands
// first, and the others follow that one.
func withdraw(m model.Meeting, c model.Correction) (all model.Many) {
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
func (w *recording) attendee(a model.Attendee, struck bool) model.Change {
	m := w.Meeting()
	was, there := m.Attendee(a.ID)
	c := w.correction()
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

// correction is a new one.
func (w *recording) correction() model.Correction {
	now := w.out.Now()
	return model.Correction{ID: w.out.NewID(), By: w.asker, On: model.DateOf(now), Made: model.Stamp(now)}
}

// correctionOf is the correction of an entry, or the one that it is.
func correctionOf(m model.Meeting, entry model.ID) (model.Correction, bool) {
	for _, c := range slices.Backward(m.Corrections) {
		if c.Entry != nil && c.Entry.ID == entry {
			return c, true
		}
	}
	return model.Correction{}, false
}
