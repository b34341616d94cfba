package minutes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minutebook/model"
)

// Sentence is the words of an entry as plain text with the small Markdown. A
// movement, an approval or a done entry is worded from its facts by the
// house style; any other says its own text.
func (s Style) Sentence(m model.Meeting, e model.Entry) string {
	w := s.Words
	switch {
	case e.Corrects != nil:
		return fill(s.approvalWords().Later, values{"date": s.Dates.long(e.Corrects.Date), "reference": e.Corrects.Reference, "words": e.Text})
	case e.Text != "":
		return e.Text
	case e.Movement != nil:
		return w.movement(m, e)
	case e.Approves != nil:
		return s.approves(*e.Approves)
	case e.Done != nil:
		date, action := splitAction(e.Done.Action)
		return fill(w.Done, values{"action": action, "date": date, "note": e.Done.Note})
	}
	return e.Text
}

// splitAction reads "24 June 2022 14" as the day and the number of an action,
// and "14" as the number alone.
func splitAction(said string) (date, action string) {
	said = strings.TrimSpace(said)
	i := strings.LastIndexByte(said, ' ')
	if i < 0 {
		return "", said
	}
	return strings.TrimSpace(said[:i]), said[i+1:]
}

func (w Words) movement(m model.Meeting, e model.Entry) string {
	v := values{"time": string(e.At)}
	if a, ok := m.Attendee(e.Movement.Who); ok {
		v["name"] = a.Name
	}
	if e.Movement.During {
		v["during"] = e.Movement.Item
	} else {
		v["item"] = e.Movement.Item
	}
	switch e.Movement.Way {
	case model.In:
		return fill(w.Joined, v)
	case model.Out:
		return fill(w.Left, v)
	case model.Adjourn:
		return fill(w.Adjourned, v)
	case model.Resume:
		return fill(w.Resumed, v)
	}
	return ""
}

// interest words a declaration of interest; what was not understood is said
// as it was typed.
func (w Words) interest(e model.Entry) string {
	f := e.Interest
	switch {
	case f != nil && f.None:
		return w.NoInterest
	case f == nil || f.Who == "":
		return e.Text
	}
	v := values{"who": f.Who, "item": f.Item, "nature": f.Nature}
	if strings.ContainsAny(f.Item, ",&") || strings.Contains(f.Item, " and ") {
		v["item"], v["items"] = "", f.Item
	}
	if f.Left {
		v["left"] = f.Who
	}
	return fill(w.Interest, v)
}

// asides are what was recorded of an action, to be said behind its words.
type asides struct{ owner, due, forum bool }

// added is what was recorded of an action beyond its words, of what is asked
// for: " (owner: MPS)".
func (s Style) added(m model.Meeting, e model.Entry, want asides) string {
	a, w := e.Action, s.Words
	if a == nil {
		return ""
	}
	said := wordSet(model.Plain(Clean(e.Text)))
	var owners, parts []string
	for _, o := range a.Owners {
		if !said.hasAll(o) && !said.names(m, o) {
			owners = append(owners, o)
		}
	}
	for _, p := range []struct {
		want          bool
		pattern, text string
	}{{want.owner, w.Owner, w.list(owners)}, {want.due, w.Due, s.due(*a)}, {want.forum, w.Forum, a.Forum}} {
		if p.want && p.text != "" && !said.hasAll(p.text) {
			parts = append(parts, fill(p.pattern, values{"owner": p.text, "due": p.text, "forum": p.text}))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// due is when an action is due, as worded where it was.
func (s Style) due(a model.ActionFacts) string {
	if a.Due.Words != "" {
		return a.Due.Words
	}
	return s.Dates.long(a.Due.Date)
}

// list is "A, B and C".
func (w Words) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " " + w.And + " " + names[last]
}

// capital is s with a capital at its start.
func capital(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

type words map[string]bool

func wordSet(s string) words {
	w := words{}
	for _, f := range splitWords(s) {
		w[f] = true
	}
	return w
}

// hasAll says whether every word of s is among w.
func (w words) hasAll(s string) bool {
	for _, f := range splitWords(s) {
		if !w[f] {
			return false
		}
	}
	return true
}

// names says whether an attendee of that name is among w by surname or by
// initials, which the words of an action may call them by.
func (w words) names(m model.Meeting, name string) bool {
	attends := slices.ContainsFunc(m.Attendees, func(a model.Attendee) bool { return a.Name == name })
	parts := splitWords(name)
	if !attends || len(parts) == 0 {
		return false
	}
	var initials strings.Builder
	for _, p := range parts {
		first, _ := utf8.DecodeRuneInString(p)
		initials.WriteRune(first)
	}
	return w[parts[len(parts)-1]] || w[initials.String()]
}

func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
