package main

import (
	"errors"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/store"
)

// meeting finds the meeting that words name: an id, a date, or "last". With
// body, only meetings of that body count.
func (p *program) meeting(book *store.Book, words, body string) (model.Summary, error) {
	meetings, err := book.Meetings()
	if err == nil && body != "" {
		meetings, err = which.OfBody(meetings, body)
	}
	if err != nil {
		return model.Summary{}, err
	}
	m, err := which.Meeting(meetings, words)
	var several *which.Several
	if errors.As(err, &several) {
		return m, usagef("%v; say which with --body or by its id", several)
	}
	return m, err
}

// wholeMeeting reads the meeting that words name, found as by meeting.
func (p *program) wholeMeeting(book *store.Book, words, body string) (model.Meeting, error) {
	found, err := p.meeting(book, words, body)
	if err != nil {
		return model.Meeting{}, err
	}
	return book.Meeting(found.ID)
}

// dateFlag reads the date that a flag was given.
func dateFlag(flag, words string) (model.Date, error) {
	d, ok := which.Day(words)
	if !ok {
		return "", usagef("--%s cannot be %q; write a day as 27 June 2022 or 2022-06-27", flag, words)
	}
	return d, nil
}

// dayFlag is a flag that is a day, and where that goes.
type dayFlag struct {
	flag, words string
	into        *model.Date
}

// datesOf reads the days that flags were given; one without words stays as it is.
func datesOf(flags []dayFlag) error {
	for _, f := range flags {
		if f.words == "" {
			continue
		}
		var err error
		if *f.into, err = dateFlag(f.flag, f.words); err != nil {
			return err
		}
	}
	return nil
}
