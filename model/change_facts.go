package model

import (
	"errors"
	"slices"
	"strings"
)

// Fact names one of the plain facts about a meeting, as its quick line does.
type Fact string

// The facts that SetFact sets. Dates, times and identities are written as
// [Date], [Clock] and [ID] are.
const (
	FactBody            Fact = "body"
	FactStyle           Fact = "style"
	FactTitle           Fact = "title"
	FactKind            Fact = "kind"
	FactDate            Fact = "date"
	FactBegin           Fact = "begin"
	FactEnd             Fact = "end"
	FactVenue           Fact = "venue"
	FactPublicationType Fact = "publication-type"
	FactPublicationDate Fact = "publication-date"
	FactStarted         Fact = "started"
	FactClosed          Fact = "closed"
	FactChair           Fact = "chair"
	FactClerk           Fact = "clerk"
)

// Facts are all of them.
var Facts = []Fact{FactBody, FactStyle, FactTitle, FactKind, FactDate, FactBegin, FactEnd, FactVenue,
	FactPublicationType, FactPublicationDate, FactStarted, FactClosed, FactChair, FactClerk}

// SetFact sets one plain fact of the meeting; an empty value takes it away.
type SetFact struct {
	Fact  Fact
	Value string
}

func (c SetFact) apply(m *Meeting) (Change, error) {
	if err := c.check(m); err != nil {
		return nil, &Invalid{string(c.Fact), err.Error()}
	}
	old := c.Fact.swap(m, c.Value)
	return SetFact{c.Fact, old}, nil
}

func (c SetFact) check(m *Meeting) error {
	switch c.Fact {
	case FactBody, FactDate:
		if c.Value == "" {
			return errors.New("a meeting is always of a body on a day")
		}
	case FactKind:
		if !slices.Contains([]MeetingKind{Ordinary, Extraordinary, Annual}, MeetingKind(c.Value)) {
			return errors.New("a meeting is ordinary, extraordinary or annual")
		}
	case FactStyle, FactTitle, FactBegin, FactEnd, FactVenue, FactPublicationType, FactPublicationDate, FactStarted, FactClosed, FactChair, FactClerk:
	default:
		return errors.New("there is no such fact")
	}
	return c.checkForm(m)
}

func (c SetFact) checkForm(m *Meeting) error {
	if c.Value == "" {
		return nil
	}
	switch c.Fact {
	case FactDate, FactPublicationDate:
		if !Date(c.Value).Valid() {
			return errors.New("a date is written as 2022-06-24")
		}
	case FactBegin, FactEnd, FactStarted, FactClosed:
		if !Clock(c.Value).Valid() {
			return errors.New("a time is written as 09:05")
		}
	case FactChair, FactClerk:
		if _, ok := m.Attendee(ID(c.Value)); !ok {
			return &Missing{"attendee", ID(c.Value)}
		}
	case FactBody, FactStyle, FactTitle, FactKind, FactVenue, FactPublicationType:
		if strings.ContainsAny(c.Value, "\n\r") {
			return errors.New("it is one line")
		}
	}
	return nil
}

// swap puts value in the place of f and gives what was there.
func (f Fact) swap(m *Meeting, value string) string {
	switch f {
	case FactBody:
		return exchange(&m.Body, value)
	case FactStyle:
		return exchange(&m.Style, value)
	case FactTitle:
		return exchange(&m.Title, value)
	case FactKind:
		return exchange(&m.Kind, value)
	case FactDate:
		return exchange(&m.Date, value)
	case FactBegin:
		return exchange(&m.Begin, value)
	case FactEnd:
		return exchange(&m.End, value)
	case FactVenue:
		return exchange(&m.Venue, value)
	case FactPublicationType:
		return exchange(&m.PublicationType, value)
	case FactPublicationDate:
		return exchange(&m.PublicationDate, value)
	case FactStarted:
		return exchange(&m.Started, value)
	case FactClosed:
		return exchange(&m.Closed, value)
	case FactChair:
		return exchange(&m.Chair, value)
	case FactClerk:
		return exchange(&m.Clerk, value)
	}
	return ""
}

func exchange[T ~string](place *T, value string) string {
	old := *place
	*place = T(value)
	return string(old)
}

// Of is the fact as m has it, "" where it has none.
func (f Fact) Of(m Meeting) string { return f.swap(&m, "") }
