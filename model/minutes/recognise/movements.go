package recognise

import (
	"strings"

	"minutebook/model"
)

// movements finds that somebody came or went, and that the meeting was
// adjourned for a while.
func (r *reader) movements() {
	for _, l := range r.lines {
		if l.taken() && l.As != Movement || l.entries != nil || l.text == "" || len(l.text) > 200 {
			continue
		}
		e, ok, perhaps := movement(l.text, r.attendee)
		switch {
		case ok:
			l.take(Movement, 0.9, "somebody came or went")
		case l.said && l.As == Movement:
		case perhaps:
			l.take(Paragraph, 0.7, "words")
			l.Instead = append(l.Instead, Movement)
			continue
		default:
			continue
		}
		e.Text = typed(l.spans)
		if e.Movement != nil {
			r.worded(l, &e)
		}
		l.entries = []model.Entry{e}
	}
}

var passages = map[string]model.Way{"left": model.Out, "withdrew": model.Out, "departed": model.Out, "joined": model.In, "arrived": model.In, "entered": model.In,
	"returned": model.In, "rejoined": model.In, "re-joined": model.In}

// movement reads a sentence as that of a movement. perhaps says that it reads
// like one whose person is not known.
func movement(text string, attendee func(name string) model.ID) (e model.Entry, ok, perhaps bool) {
	e.Kind = model.Movement
	ts := wordsIn(text, 30)
	if len(ts) < 2 || len(ts) == 30 {
		return e, false, false
	}
	at, _ := clockIn(text)
	if strings.Contains(text, string(at)) {
		e.At = at // else it would be printed twice
	}
	low := strings.ToLower(text)
	for start, way := range map[string]model.Way{"the meeting was adjourned": model.Adjourn, "the meeting adjourned": model.Adjourn, "the meeting resumed": model.Resume, "the meeting was resumed": model.Resume, "the meeting reconvened": model.Resume} {
		if strings.HasPrefix(low, start) && len(ts) < 12 {
			e.Movement = &model.MovementFact{Way: way}
			return e, true, false
		}
	}
	for i := 1; i < len(ts) && i <= 6; i++ {
		way := passages[strings.ToLower(ts[i].bare())]
		if way == "" {
			if !ts[i-1].capital() || ts[i-1].ends() {
				return e, false, false
			}
			continue
		}
		if !ts[i-1].capital() || !ofMeeting(ts[i+1:]) {
			return e, false, false
		}
		e.Movement = &model.MovementFact{Way: way, Item: itemIn(ts[i+1:]), During: strings.Contains(low, " during item ")}
		if e.Movement.Who = attendee(text[:ts[i].at]); e.Movement.Who == "" {
			e.Movement = nil
			return e, false, true
		}
		return e, true, false
	}
	return e, false, false
}

// ofMeeting says whether what follows "left" or "joined" is the meeting, a time
// or an item.
func ofMeeting(ts []token) bool {
	if len(ts) == 0 {
		return true
	}
	switch strings.ToLower(ts[0].bare()) {
	case "at", "during", "for":
		return true
	case "the":
		return len(ts) > 1 && (strings.EqualFold(ts[1].bare(), "meeting") || strings.EqualFold(ts[1].bare(), "room") || strings.EqualFold(ts[1].bare(), "chamber"))
	}
	return false
}

// itemIn is the reference that words have behind "item"; "" for none.
func itemIn(ts []token) string {
	for i := 0; i+1 < len(ts); i++ {
		if strings.EqualFold(ts[i].bare(), "item") {
			return strings.TrimRight(ts[i+1].text, ".,;:)")
		}
	}
	return ""
}

// attendee is the one attendee whom words mean; "" for nobody.
func (r *reader) attendee(words string) model.ID {
	name, ok := r.person(words)
	if !ok {
		return ""
	}
	for _, a := range r.attendees() {
		if a.Name == name {
			return a.ID
		}
	}
	return ""
}
