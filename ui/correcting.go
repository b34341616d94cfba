package ui

import (
	"errors"

	"minutebook/model"
	"minutebook/model/corrections"
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
func (w *recording) correcting() bool { return corrections.Takes(w.Meeting()) }

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

// corrections are what records a change of circulated minutes.
func (w *recording) corrections(c model.Change) (model.Many, error) {
	all, err := corrections.Of(w.Meeting(), c, w.correction)
	if errors.Is(err, corrections.ErrOther) {
		err = errCirculated
	}
	return all, err
}

// correction is a new one.
func (w *recording) correction() model.Correction {
	now := w.out.Now()
	return model.Correction{ID: w.out.NewID(), By: w.asker, On: model.DateOf(now), Made: model.Stamp(now)}
}
