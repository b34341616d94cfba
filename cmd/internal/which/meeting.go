package which

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/quick"
)

// ErrNoMeetings is the error of looking for a meeting where there are none.
var ErrNoMeetings = errors.New("the book has no meetings yet")

// NoMeeting is the error of words that name none of the meetings.
type NoMeeting struct {
	Words string
	// Date that the words say, "" where they say none.
	Date model.Date
}

func (e *NoMeeting) Error() string {
	if e.Date == "" {
		return fmt.Sprintf("there is no meeting %q; name one by its date, its id, or \"last\"", e.Words)
	}
	return "there is no meeting on " + e.Date.Long()
}

// NoBody is the error of words that name none of the bodies, or several.
type NoBody struct{ Words string }

func (e *NoBody) Error() string { return fmt.Sprintf("no meeting in the book is of %q", e.Words) }

// Several is the error of a date that more than one meeting has.
type Several struct {
	Date     model.Date
	Meetings []model.Summary
}

func (e *Several) Error() string {
	var names []string
	for _, m := range e.Meetings {
		names = append(names, fmt.Sprintf("%s (id %s)", m.Body, m.ID))
	}
	return fmt.Sprintf("%d meetings were on %s: %s", len(names), e.Date.Long(), strings.Join(names, ", "))
}

// Meeting finds the meeting that words name: an id, a date, or "last", the
// last of those given. The error is ErrNoMeetings, a *NoMeeting or a *Several.
func Meeting(meetings []model.Summary, words string) (model.Summary, error) {
	if len(meetings) == 0 {
		return model.Summary{}, ErrNoMeetings
	}
	if i := slices.IndexFunc(meetings, func(m model.Summary) bool { return m.ID == model.ID(words) }); i >= 0 {
		return meetings[i], nil
	}
	if strings.EqualFold(words, "last") {
		return meetings[len(meetings)-1], nil
	}
	date, ok := Day(words)
	if !ok {
		return model.Summary{}, &NoMeeting{Words: words}
	}
	found := slices.DeleteFunc(slices.Clone(meetings), func(m model.Summary) bool { return m.Date != date })
	switch len(found) {
	case 0:
		return model.Summary{}, &NoMeeting{words, date}
	case 1:
		return found[0], nil
	}
	return model.Summary{}, &Several{date, found}
}

// OfBody are the meetings of the body that name names: the one called so, or
// else the only one with every word of it. The error is a *NoBody.
func OfBody(meetings []model.Summary, name string) ([]model.Summary, error) {
	full, ok := oneBody(bodiesOf(meetings), name)
	if !ok {
		return nil, &NoBody{name}
	}
	return slices.DeleteFunc(slices.Clone(meetings), func(m model.Summary) bool { return m.Body != full }), nil
}

func bodiesOf(meetings []model.Summary) []string {
	var names []string
	for _, m := range meetings {
		if !slices.Contains(names, m.Body) {
			names = append(names, m.Body)
		}
	}
	return names
}

// oneBody is which of names is meant.
func oneBody(names []string, said string) (string, bool) {
	if i := slices.IndexFunc(names, func(n string) bool { return SameName(n, said) }); i >= 0 {
		return names[i], true
	}
	var found []string
	for _, n := range names {
		if q := find.Parse(said); !q.Empty() && q.In(n) {
			found = append(found, n)
		}
	}
	if len(found) != 1 {
		return "", false
	}
	return found[0], true
}

// SameName says whether two names are the same but for case, accents and
// punctuation.
func SameName(a, b string) bool { return slices.Equal(find.Tokens(a), find.Tokens(b)) }

// Day reads a date that names its year: 2022-06-24, 24 June 2022, 24/6/2022.
func Day(words string) (model.Date, bool) {
	words = strings.TrimSpace(words)
	if d := model.Date(words); d.Valid() {
		return d, true
	}
	// Without a year a date goes forward from the day it is read on, so that
	// two such days give two dates.
	early, ok := quick.ParseDate(words, "1000-01-01")
	late, _ := quick.ParseDate(words, "3000-01-01")
	return early, ok && early == late
}
