package register

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"minutebook/model"
)

// Typed reads a filter as it is typed: words, and among them owner:, forum:,
// body:, state: and due:, as in a search, with quotation marks around a value of
// several words. due: takes a day, up to which it is due, a month or year in
// figures, in which it is due, or "overdue"; state: takes a state or the
// beginning of one, "outstanding", or "chase" for what is to be asked for again
// by now. A key that nobody knows, and a value that is none, are words like
// others. day reads a day.
func Typed(typed string, day func(words string) (model.Date, bool)) Filter {
	var f Filter
	var words []string
	for _, w := range inWords(typed) {
		key, value, ok := strings.Cut(w, ":")
		if !ok || !f.set(strings.ToLower(key), strings.Trim(value, `"“”`), day) {
			words = append(words, w)
		}
	}
	f.Text = strings.Join(words, " ")
	return f
}

// set takes one key and its value into the filter. It says false where it is
// none.
func (f *Filter) set(key, value string, day func(string) (model.Date, bool)) bool {
	if value == "" {
		return slices.Contains([]string{"owner", "forum", "body", "state", "due"}, key) // more is being typed
	}
	switch key {
	case "owner":
		f.Owner = strings.TrimSpace(f.Owner + " " + value)
	case "forum":
		f.Forum = strings.TrimSpace(f.Forum + " " + value)
	case "body":
		f.Body = strings.TrimSpace(f.Body + " " + value)
	case "state":
		return f.setState(value)
	case "due":
		return f.setDue(value, day)
	default:
		return false
	}
	return true
}

// stateWords are the states by the words that are typed for them, beside their
// own names.
var stateWords = map[string][]model.ActionState{
	"in": {model.InProgress}, "inprogress": {model.InProgress}, "in progress": {model.InProgress}, "outstanding": {model.Open, model.InProgress},
	"completed": {model.Complete, model.Noted}, "done": {model.Complete, model.Noted},
}

func (f *Filter) setState(value string) bool {
	value = strings.ToLower(value)
	if value == "chase" {
		f.Chase = true
		return true
	}
	if value == "overdue" {
		f.Overdue = true
		return true
	}
	states := stateWords[value]
	for _, s := range model.ActionStates {
		if strings.HasPrefix(string(s), value) {
			states = append(states, s)
		}
	}
	f.States = append(f.States, states...)
	return len(states) > 0
}

func (f *Filter) setDue(value string, day func(string) (model.Date, bool)) bool {
	if strings.EqualFold(value, "overdue") {
		f.Overdue = true
		return true
	}
	for layout, last := range map[string]func(time.Time) time.Time{
		"2006-01": func(t time.Time) time.Time { return t.AddDate(0, 1, -1) },
		"2006":    func(t time.Time) time.Time { return t.AddDate(1, 0, -1) },
	} {
		if first, err := time.Parse(layout, value); err == nil {
			f.DueFrom, f.DueBy = model.DateOf(first), model.DateOf(last(first))
			return true
		}
	}
	on, ok := day(value)
	if ok {
		f.DueBy = on
	}
	return ok
}

// And is a filter that wants what both want.
func (f Filter) And(other Filter) Filter {
	f.Open, f.Overdue, f.Chase = f.Open || other.Open, f.Overdue || other.Overdue, f.Chase || other.Chase
	f.Owner, f.Forum = both(f.Owner, other.Owner), both(f.Forum, other.Forum)
	f.Body, f.Text = both(f.Body, other.Body), both(f.Text, other.Text)
	f.BodyID, f.Today = cmp.Or(other.BodyID, f.BodyID), cmp.Or(other.Today, f.Today)
	f.DueFrom = max(f.DueFrom, other.DueFrom)
	if f.DueBy == "" || other.DueBy != "" && other.DueBy < f.DueBy {
		f.DueBy = other.DueBy
	}
	f.States = bothStates(f.States, other.States)
	return f
}

func both(a, b string) string { return strings.TrimSpace(a + " " + b) }

func bothStates(a, b []model.ActionState) []model.ActionState {
	if len(a) == 0 || len(b) == 0 {
		return slices.Concat(a, b)
	}
	kept := slices.DeleteFunc(slices.Clone(a), func(s model.ActionState) bool { return !slices.Contains(b, s) })
	if len(kept) == 0 {
		return []model.ActionState{""} // nothing is in both
	}
	return kept
}

// inWords splits at spaces outside quotation marks.
func inWords(typed string) []string {
	quoted := false
	return strings.FieldsFunc(typed, func(r rune) bool {
		if r == '"' || r == '“' || r == '”' {
			quoted = !quoted
		}
		return !quoted && unicode.IsSpace(r)
	})
}

// Words are f as it would be typed: Typed reads the same from them, but for
// the body, the day it is asked on, and what is chosen elsewhere than by
// words: open alone.
func (f Filter) Words() string {
	var words []string
	add := func(key, value string) {
		if strings.ContainsFunc(value, unicode.IsSpace) {
			value = `"` + value + `"`
		}
		if value != "" {
			words = append(words, key+":"+value)
		}
	}
	add("owner", f.Owner)
	add("forum", f.Forum)
	add("body", f.Body)
	for _, s := range f.States {
		add("state", string(s))
	}
	if f.Overdue {
		add("state", "overdue")
	}
	if f.Chase {
		add("state", "chase")
	}
	switch from, by := f.DueFrom.Time(), f.DueBy; {
	case f.DueFrom == "":
		add("due", string(by))
	case by == model.DateOf(from.AddDate(1, 0, -1)):
		add("due", from.Format("2006"))
	default:
		add("due", from.Format("2006-01"))
	}
	if f.Text != "" {
		words = append(words, f.Text)
	}
	return strings.Join(words, " ")
}
