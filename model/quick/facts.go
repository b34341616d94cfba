package quick

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// errMissing is the error of a command with nothing behind it.
func errMissing(what string) error { return bad(what+" is missing", "") }

// fact sets a plain fact to the words.
func fact(f model.Fact) func(*reader, args) error {
	return func(r *reader, a args) error {
		if a.words == "" {
			return errMissing("the " + strings.ReplaceAll(string(f), "-", " "))
		}
		r.do(model.SetFact{Fact: f, Value: a.words})
		return nil
	}
}

// identity sets the body or the day, which never change once there are entries.
func identity(f model.Fact) func(*reader, args) error {
	return func(r *reader, a args) error {
		m := r.c.Meeting
		was, value := m.Body, a.words
		if f == model.FactDate {
			day, err := asDate(a.words, m.Date, forward)
			if err != nil {
				return err
			}
			was, value = string(m.Date), string(day)
		}
		if value == "" {
			return errMissing("the body's name")
		}
		if value == was {
			return nil
		}
		if hasEntries(m) {
			return bad("the meeting has entries already and stays that of "+m.Body+" on "+m.Date.Long(), "another meeting for another "+string(f))
		}
		r.do(model.SetFact{Fact: f, Value: value})
		return nil
	}
}

func hasEntries(m model.Meeting) bool {
	return slices.ContainsFunc(m.Items, func(it model.Item) bool { return len(it.Entries) > 0 })
}

// called reads the times for which the meeting is called.
func called(r *reader, a args) error {
	begin, end := a.words, ""
	for _, dash := range []string{"-", "–", " to "} {
		if b, e, ok := strings.Cut(a.words, dash); ok {
			begin, end = strings.Trim(b, blanks), strings.Trim(e, blanks)
			break
		}
	}
	if begin == "" && end == "" {
		return errMissing("the time")
	}
	for _, one := range []struct {
		fact  model.Fact
		words string
	}{{model.FactBegin, begin}, {model.FactEnd, end}} {
		if one.words == "" {
			continue
		}
		c, ok := ParseClock(one.words)
		if !ok {
			return bad("“"+one.words+"” is no time", "times such as 10:00-11:30")
		}
		r.do(model.SetFact{Fact: one.fact, Value: string(c)})
	}
	return nil
}

func meetingKind(r *reader, a args) error {
	kind := strings.ToLower(a.words)
	switch kind {
	case "":
		return errMissing("the kind of meeting")
	case "ordinary":
		kind = string(model.Ordinary)
	case string(model.Extraordinary), string(model.Annual):
	default:
		return bad("there is no kind of meeting “"+a.words+"”", "ordinary, extraordinary or annual")
	}
	r.do(model.SetFact{Fact: model.FactKind, Value: kind})
	return nil
}

func publicationDate(r *reader, a args) error {
	day, err := asDate(a.words, r.c.Meeting.Date, forward)
	if err != nil {
		return err
	}
	r.do(model.SetFact{Fact: model.FactPublicationDate, Value: string(day)})
	return nil
}

func public(r *reader, a args) error {
	if strings.EqualFold(a.words, "none") {
		r.do(model.SetPublic{})
		return nil
	}
	if a.words == "" {
		return errMissing("the head count")
	}
	n, err := strconv.Atoi(a.words)
	if err != nil || n < 0 {
		return bad("“"+a.words+"” is no head count", "/public 7")
	}
	r.do(model.SetPublic{Count: &n})
	return nil
}

func quorum(r *reader, a args) error {
	if strings.EqualFold(a.words, "none") {
		r.do(model.SetQuorum{})
		return nil
	}
	if a.words == "" {
		return errMissing("how many members must be there")
	}
	n, err := strconv.Atoi(a.words)
	if err != nil || n < 1 {
		return bad("“"+a.words+"” is no quorum", "/quorum 5, or /quorum none")
	}
	r.do(model.SetQuorum{Members: n})
	return nil
}

// clockOrNow is the time that a command says, or the time it is typed at.
func (r *reader) clockOrNow(words string) (model.Clock, error) {
	if words == "" {
		return r.c.Now, nil
	}
	c, ok := ParseClock(words)
	if !ok {
		return "", bad("“"+words+"” is no time", expectedClock)
	}
	return c, nil
}

func start(r *reader, a args) error {
	at, err := r.clockOrNow(a.words)
	if err != nil {
		return err
	}
	switch s := r.c.Meeting.State; s {
	case model.Draft, model.Circulated, model.Approved:
		return bad("the meeting is closed: its minutes are "+string(s), "/state live to open it again")
	case model.Planned, model.Live, model.Adjourned, model.Inquorate, model.Cancelled:
	}
	if at != "" {
		r.do(model.SetFact{Fact: model.FactStarted, Value: string(at)})
	}
	r.do(model.SetState{State: model.Live})
	return nil
}

func closing(r *reader, a args) error {
	at, err := r.clockOrNow(a.words)
	if err != nil {
		return err
	}
	if s := r.c.Meeting.State; s.Frozen() {
		return bad("the minutes are "+string(s)+" already", "/close while the meeting runs")
	}
	if at != "" {
		r.do(model.SetFact{Fact: model.FactClosed, Value: string(at)})
	}
	r.do(model.SetState{State: model.Draft})
	return nil
}

func state(r *reader, a args) error {
	if a.words == "" {
		return errMissing("the state")
	}
	s := model.State(strings.ToLower(a.words))
	if !slices.Contains(model.States, s) {
		return bad("there is no state “"+a.words+"”", "planned, live, adjourned, inquorate, cancelled, draft, circulated or approved")
	}
	r.do(model.SetState{State: s})
	return nil
}

// nextKeys are the braces of /next.
var nextKeys = []key[model.Next]{
	{name: "date", get: func(n *model.Next) string { return escape(longDate(n.Date)) },
		set: func(n *model.Next, v value, c Context) error { return setDate(&n.Date, v, c.Meeting.Date, forward) }},
	{name: "time", get: func(n *model.Next) string { return escape(string(n.At)) },
		set: func(n *model.Next, v value, _ Context) error {
			at, ok := ParseClock(v.text())
			if !ok && v != "" {
				return bad("“"+v.text()+"” is no time", expectedClock)
			}
			n.At = at
			return nil
		}},
	words("venue", func(n *model.Next) *string { return &n.Venue }),
}

func next(r *reader, a args) error {
	if strings.EqualFold(a.words, "none") && len(a.pairs) == 0 {
		r.do(model.SetNext{})
		return nil
	}
	n, err := readNext(a, r.c)
	if err != nil {
		return err
	}
	r.do(model.SetNext{Next: &n})
	return nil
}

func readNext(a args, c Context) (model.Next, error) {
	var n model.Next
	when, venue, _ := strings.Cut(a.words, ",")
	when = strings.Trim(when, blanks)
	n.Venue = strings.Trim(venue, blanks)
	day, ok := ParseDate(when, c.Meeting.Date)
	if !ok {
		rest, at := clockAtEnd(when)
		n.At = at
		day, ok = ParseDate(withoutLead(rest), c.Meeting.Date)
	}
	if at, rest, _ := strings.Cut(n.Venue, ","); n.At == "" {
		if clock, ok := ParseClock(strings.Trim(at, blanks)); ok {
			n.At, n.Venue = clock, strings.Trim(rest, blanks)
		}
	}
	n.Date = day
	if err := setAll(&n, nextKeys, a.pairs, c); err != nil {
		return n, err
	}
	if n.Date == "" && !ok {
		_, err := asDate(when, c.Meeting.Date, forward)
		return n, err
	}
	return n, nil
}
