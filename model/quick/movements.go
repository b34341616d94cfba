package quick

import (
	"errors"
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

// pause reads /adjourn and /resume.
func pause(way model.Way) func(*reader, args) error {
	return func(r *reader, a args) error {
		e := model.Entry{Kind: model.Movement, Text: a.text, Movement: &model.MovementFact{Way: way}}
		at, err := r.clockOrNow(a.words)
		if err != nil {
			return err
		}
		e.At = at
		if err := setAll(&e, movementKeys, a.pairs, r.c); err != nil {
			return err
		}
		r.enter(e)
		if to, ok := stateAfter(way, r.c.Meeting.State); ok {
			r.do(model.SetState{State: to})
		}
		return nil
	}
}

// stateAfter is the state that an adjournment or resumption leads to, where it
// leads to another. Minutes that are tidied up afterwards keep theirs.
func stateAfter(way model.Way, s model.State) (model.State, bool) {
	switch {
	case way == model.Adjourn && (s == model.Planned || s == model.Live):
		return model.Adjourned, true
	case way == model.Resume && s == model.Adjourned:
		return model.Live, true
	}
	return s, false
}

var itemAtEnd = pattern.Of(`(?i)^(.*?)\s*\b(during )?item (\S+)$`)

// move reads /in and /out.
func move(way model.Way) func(*reader, args) error {
	return func(r *reader, a args) error {
		e := model.Entry{Kind: model.Movement, Text: a.text, Movement: &model.MovementFact{Way: way}}
		name := readMove(&e, a.words)
		if name != "" || len(a.pairs) == 0 {
			who, err := r.mover(way, name)
			if err != nil {
				return err
			}
			e.Movement.Who = who
		}
		if err := setAll(&e, movementKeys, a.pairs, r.c); err != nil {
			return err
		}
		if e.At == "" && !knows([]string{"at"}, a.pairs) {
			e.At = r.c.Now
		}
		r.enter(e)
		return nil
	}
}

// readMove reads time and item off the end of the words, with what leads up to
// them, and gives the name.
func readMove(e *model.Entry, words string) (name string) {
	for range 2 {
		if e.At == "" && e.Movement.Item == "" {
			if rest, at := clockAtEnd(words); at != "" && rest != "" && !itemBefore(rest) {
				words, e.At = withoutLead(rest), at
				continue
			}
		}
		if m := itemAtEnd.FindStringSubmatch(words); m != nil && e.Movement.Item == "" && m[1] != "" {
			words, e.Movement.During, e.Movement.Item = withoutLead(m[1]), m[2] != "", m[3]
			continue
		}
		if rest, at := clockAtEnd(words); e.At == "" && at != "" && rest != "" {
			words, e.At = withoutLead(rest), at
		}
	}
	return strings.Trim(words, blanks)
}

var leadAtEnd = pattern.Of(`(?i)(?:\s*,|\s+(?:at|for))+\s*$`)

// withoutLead is words without a comma, "at" or "for" that leads up to a time
// or an item.
func withoutLead(words string) string { return leadAtEnd.ReplaceAllString(words, "") }

// itemBefore says whether "item" is the last word: what follows is its number.
func itemBefore(words string) bool {
	_, last := lastWords(words, 1)
	return strings.EqualFold(last, "item")
}

// mover is the attendee who comes or goes.
func (r *reader) mover(way model.Way, name string) (model.ID, error) {
	if way == model.In {
		return r.here(name)
	}
	who, err := attendeeNamed(name, r.c.Meeting.Attendees)
	return who.ID, err
}

// here is the attendee of that name, who is there. While a clerk is typing,
// somebody unknown is listed and marked unsure.
func (r *reader) here(name string) (model.ID, error) {
	who, err := attendeeNamed(name, r.c.Meeting.Attendees)
	var nobody *unknown
	if r.c.Now != "" && errors.As(err, &nobody) {
		r.note("“" + name + "” is not on the attendance list and is added, for follow-up")
		return r.add(model.Attendee{Name: name, Mark: model.Present, Unsure: true}), nil
	}
	return who.ID, err
}

var subjectTo = pattern.Of(`(?i)\s+subject to(?: the)?(?: following)?(?: corrections?| amendments?)?(?: below)?[:.]?$`)

var actionsNoted = pattern.Of(`(?i),?\s+(?:and )?(?:the )?(?:completed )?actions noted\b,?`)

// approve reads "/approve 21 April 2022 and actions noted subject to".
func approve(r *reader, a args) error {
	e := model.Entry{Kind: model.Paragraph, Text: a.text, Approves: &model.Approval{}}
	when := a.words
	if at := actionsNoted.FindStringIndex(when); at != nil {
		when, e.Approves.Completed = when[:at[0]]+when[at[1]:], true
	}
	if at := subjectTo.FindStringIndex(when); at != nil {
		when, e.Approves.SubjectTo = when[:at[0]], true
	}
	day, err := asDate(when, r.c.Meeting.Date, backward)
	if err != nil && !knows([]string{"date"}, a.pairs) {
		return err
	}
	e.Approves.Date = day
	if err := setAll(&e, approveKeys, a.pairs, r.c); err != nil {
		return err
	}
	r.enter(e)
	return nil
}

// done reads "/done ACTION, NOTE".
func done(r *reader, a args) error {
	e := model.Entry{Kind: model.Paragraph, Text: a.text, Done: &model.DoneFact{}}
	ref, note, _ := strings.Cut(a.words, ",")
	e.Done.Action, e.Done.Note = strings.Trim(ref, blanks), strings.Trim(note, blanks)
	if err := setAll(&e, doneKeys, a.pairs, r.c); err != nil {
		return err
	}
	if !knows([]string{"action"}, a.pairs) {
		action, err := asReference(e.Done.Action, r.c.Meeting.Date)
		if err != nil {
			return err
		}
		e.Done.Action = action
	}
	r.enter(e)
	return nil
}

// yearNumber is the number of an action where they run through the year.
var yearNumber = pattern.Of(`^\d{4}(?:-\d+)?/\d+$`)

// asReference is the reference to an earlier action: its number, after the day
// of its meeting in full where that is not the last one; a number in a year is
// enough by itself.
func asReference(ref string, from model.Date) (string, error) {
	day, n := lastWords(ref, 1)
	_, dated := parseDate(ref, from, backward)
	switch {
	case ref == "":
		return "", errMissing("the action")
	case yearNumber.MatchString(ref):
		return ref, nil
	case dated || !wholeNumber(n) || digits(n) == 0:
	case day == "":
		return n, nil
	default:
		if d, ok := parseDate(day, from, backward); ok {
			return longDate(d) + " " + n, nil
		}
	}
	return "", bad("“"+ref+"” is no action", "a number such as 14, 2022/15 or 24 June 2022 14")
}
