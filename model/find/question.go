package find

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"minutebook/model"
)

// Question is what all minutes are searched for, as a clerk typed it:
//
//	roof repairs          lines with both words, or with words that begin so
//	"roof repairs"        the words beside each other
//	body:finance          in minutes of that body: whole words of its name
//	owner:smith           actions of that owner: whole words of the name
//	after:2024            held later than that year, month or day
//	before:2024-05-04     held sooner than that year, month or day
//	in:"May 2024"         held in that year, in that month or on that day
//	kind:decision         lines of that kind
//	state:open            actions in that state, or minutes in that state
//
// What is asked of the same kind, as in kind:decision kind:motion, is answered
// by any of them; all else must be true together.
type Question struct {
	// Words each begin a word; Phrases are words beside each other.
	Words   []string
	Phrases []Phrase
	// Bodies and Owners are words of names.
	Bodies, Owners []Query
	// After, Before and In bound the day of the meeting.
	After, Before model.Date
	In            []Days
	Kinds         []Kind
	// States are of actions, Minutes of the minutes that they stand in.
	States  []model.ActionState
	Minutes []model.State
}

// Phrase is words that stand beside each other.
type Phrase struct {
	Words []string
	// Open says that it is still being typed: its last word may go on.
	Open bool
}

// Days are those from First up to Last.
type Days struct{ First, Last model.Date }

// Kind is what a line that is found is: the kind of an entry, or one of those
// below.
type Kind string

// The kinds of line that are no entries.
const (
	OfMeeting Kind = "meeting" // the title of a meeting, with what is said of it as a whole
	OfPerson  Kind = "person"  // somebody listed at it
	OfItem    Kind = "item"    // the heading of an item
)

// BadTerm is the error of a part of a question that means nothing.
type BadTerm struct {
	// Key is the word before the colon, Value what is behind it; or the whole
	// question, without a key.
	Key, Value string
	// Why says what is wrong, and what can be asked instead.
	Why string
}

func (e *BadTerm) Error() string {
	if e.Key == "" {
		return e.Why
	}
	return fmt.Sprintf("%s:%s: %s", e.Key, e.Value, e.Why)
}

// mostWords is how many different words can be searched for.
const mostWords = exactly - 1

// Ask reads a question. The error is a *[BadTerm].
func Ask(typed string) (Question, error) {
	var q Question
	for _, t := range terms(typed) {
		if err := q.add(t); err != nil {
			return Question{}, err
		}
	}
	slices.Sort(q.Words)
	q.Words = slices.Compact(q.Words)
	if len(q.Words) > mostWords {
		return Question{}, &BadTerm{Value: typed, Why: fmt.Sprintf("at most %d words can be searched for at once", mostWords)}
	}
	return q, nil
}

// Empty says whether nothing is asked.
func (q Question) Empty() bool {
	return len(q.Words)+len(q.Phrases) == 0 && !q.ofLines() && !q.ofMeetings()
}

// ofLines says whether lines of some sort are asked for, ofMeetings whether
// meetings of some sort are.
func (q Question) ofLines() bool { return len(q.Owners)+len(q.Kinds)+len(q.States) > 0 }
func (q Question) ofMeetings() bool {
	return len(q.Bodies)+len(q.In)+len(q.Minutes) > 0 || q.After != "" || q.Before != ""
}

// term is a part of what was typed.
type term struct {
	key, value   string
	quoted, open bool
}

// terms are the parts of what was typed: apart from one another by spaces, but
// for those in quotation marks.
func terms(typed string) []term {
	var all []term
	rest := typed
	for {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			return all
		}
		var t term
		if key, after, ok := keyed(rest); ok {
			t.key, rest = key, after
		}
		if r, size := firstRune(rest); isQuote(r) {
			t.quoted = true
			end := strings.IndexFunc(rest[size:], isQuote)
			if t.open = end < 0; t.open {
				t.value, rest = rest[size:], ""
			} else {
				_, closing := firstRune(rest[size+end:])
				t.value, rest = rest[size:size+end], rest[size+end+closing:]
			}
		} else {
			end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || isQuote(r) })
			if end < 0 {
				end = len(rest)
			}
			t.value, rest = rest[:end], rest[end:]
		}
		all = append(all, t)
	}
}

func firstRune(s string) (rune, int) {
	for i, r := range s {
		if i == 0 {
			return r, len(string(r))
		}
	}
	return 0, 0
}

func isQuote(r rune) bool { return r == '"' || r == '\u201c' || r == '\u201d' }

// keyed is the key that a term begins with: letters, and a colon. What has
// slashes behind it is an address.
func keyed(rest string) (key, after string, ok bool) {
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if n <= 0 || rest[n] != ':' || strings.HasPrefix(rest[n:], "://") {
		return "", rest, false
	}
	return strings.ToLower(rest[:n]), rest[n+1:], true
}

// keys are what can stand before a colon, in the order in which they are told.
const keys = "body:, owner:, after:, before:, in:, kind: and state:"

func (q *Question) add(t term) error {
	bad := func(why string, args ...any) error { return &BadTerm{t.key, t.value, fmt.Sprintf(why, args...)} }
	switch t.key {
	case "":
		words := Tokens(t.value)
		if t.quoted && len(words) > 0 {
			q.Phrases = append(q.Phrases, Phrase{words, t.open})
		} else {
			q.Words = append(q.Words, words...)
		}
	case "body", "owner":
		name := Parse(t.value)
		switch {
		case name.Empty():
			return bad("a name, or words of it, follows; in quotation marks where they are several, as in %s:\"finance committee\"", t.key)
		case t.key == "body":
			q.Bodies = append(q.Bodies, name)
		default:
			q.Owners = append(q.Owners, name)
		}
	case "after", "before", "in":
		days, ok := daysOf(t.value)
		if !ok {
			return bad("a year, a month or a day follows, as in 2024, 2024-05, 2024-05-04 or \"4 May 2024\"")
		}
		q.held(t.key, days)
	case "kind":
		kind, ok := kindOf(t.value)
		if !ok {
			return bad("the kinds are meeting, item, person, %s", listed(model.EntryKinds))
		}
		q.Kinds = append(q.Kinds, kind)
	case "state":
		if !q.state(strings.ToLower(t.value)) {
			return bad("actions are %s, or outstanding, which is open or in progress; minutes are %s", listed(model.ActionStates), listed(minutesStates))
		}
	default:
		return bad("there is no such thing to search by, but %s; in quotation marks it is searched for as words", keys)
	}
	return nil
}

// held narrows down the day of the meeting.
func (q *Question) held(key string, days Days) {
	switch key {
	case "after":
		q.After = max(q.After, days.Last)
	case "before":
		if q.Before == "" || days.First < q.Before {
			q.Before = days.First
		}
	default:
		q.In = append(q.In, days)
	}
}

func (q *Question) state(word string) bool {
	if word == "outstanding" {
		q.States = append(q.States, model.Open, model.InProgress)
		return true
	}
	if slices.Contains(model.ActionStates, model.ActionState(word)) {
		q.States = append(q.States, model.ActionState(word))
		return true
	}
	if slices.Contains(minutesStates, model.State(word)) {
		q.Minutes = append(q.Minutes, model.State(word))
		return true
	}
	return false
}

var minutesStates = []model.State{model.Planned, model.Live, model.Adjourned, model.Inquorate, model.Cancelled, model.Draft, model.Circulated, model.Approved}

func listed[T ~string](words []T) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = string(w)
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// kindOf is the kind that a word names, in the singular or the plural.
func kindOf(word string) (Kind, bool) {
	word = strings.ToLower(word)
	for _, w := range []string{word, strings.TrimSuffix(word, "s")} {
		switch w {
		case "people":
			return OfPerson, true
		case "title":
			return OfItem, true
		case "resolution":
			return Kind(model.Decision), true
		case "note":
			return Kind(model.Private), true
		}
		if k := Kind(w); k == OfMeeting || k == OfPerson || k == OfItem || slices.Contains(model.EntryKinds, model.EntryKind(w)) {
			return k, true
		}
	}
	return "", false
}

// daysOf are the days that a year, a month or a day is, written in figures or
// in words.
func daysOf(said string) (Days, bool) {
	said = strings.Join(strings.Fields(said), " ")
	for _, layout := range []string{time.DateOnly, "2 January 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, said); err == nil {
			return Days{model.DateOf(t), model.DateOf(t)}, true
		}
	}
	for _, layout := range []string{"2006-01", "January 2006", "Jan 2006"} {
		if t, err := time.Parse(layout, said); err == nil {
			return Days{model.DateOf(t), model.DateOf(t.AddDate(0, 1, -1))}, true
		}
	}
	if t, err := time.Parse("2006", said); err == nil {
		return Days{model.DateOf(t), model.DateOf(t.AddDate(1, 0, -1))}, true
	}
	return Days{}, false
}

// Of says whether minutes of a meeting can answer the question: its body, its
// day and the state of its minutes.
func (q Question) Of(body string, day model.Date, state model.State) bool {
	named := len(q.Bodies) == 0 || slices.ContainsFunc(q.Bodies, func(name Query) bool { return name.Names(body) })
	return named && q.on(day) && (len(q.Minutes) == 0 || slices.Contains(q.Minutes, state))
}

func (q Question) on(day model.Date) bool {
	if q.After == "" && q.Before == "" && len(q.In) == 0 {
		return true
	}
	in := len(q.In) == 0 || slices.ContainsFunc(q.In, func(d Days) bool { return d.First <= day && day <= d.Last })
	return day.Valid() && in && day > q.After && (q.Before == "" || day < q.Before)
}

// wants says whether a line is of the sort that is asked for. Where neither
// words nor a sort of line are asked for, the meetings themselves are.
func (q Question) wants(l Line) bool {
	if len(q.Words)+len(q.Phrases) == 0 && !q.ofLines() {
		return l.Kind == OfMeeting
	}
	owned := func(name Query) bool { return name.Names(l.Owners...) }
	return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, l.Kind)) &&
		(len(q.States) == 0 || slices.Contains(q.States, l.State)) &&
		(len(q.Owners) == 0 || slices.ContainsFunc(q.Owners, owned))
}
