package register

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
)

// Filter says which actions are wanted. What is left empty is not asked.
type Filter model.ActionFilter

// Keep says whether a is wanted.
func (f Filter) Keep(a Action) bool { return f.matcher().keeps(a) }

// Select gives the actions that f wants, in their order.
func (f Filter) Select(actions []Action) []Action {
	m := f.matcher()
	var wanted []Action
	for _, a := range actions {
		if m.keeps(a) {
			wanted = append(wanted, a)
		}
	}
	return wanted
}

// matcher is a filter with its words read once.
type matcher struct {
	Filter
	owner, forum, body, text find.Query
}

func (f Filter) matcher() matcher {
	return matcher{f, find.Parse(f.Owner), find.Parse(f.Forum), find.Parse(f.Body), find.Parse(f.Text)}
}

// keeps asks first what is quick to answer.
func (m matcher) keeps(a Action) bool {
	return m.standing(a) && named(m.owner, a.Owners...) && named(m.forum, a.Forum) && named(m.body, a.Body) && (m.text.Empty() || m.text.In(a.words()))
}

// standing asks for all but words.
func (m matcher) standing(a Action) bool {
	switch {
	case m.BodyID != "" && a.BodyID != m.BodyID,
		m.Open && !a.State.Outstanding(),
		m.Overdue && !a.Overdue(m.Today),
		m.Chase && !a.ChaseDue(m.Today),
		len(m.States) > 0 && !slices.Contains(m.States, a.State),
		!m.due(a.Due.Date):
		return false
	}
	return true
}

// due says whether the day that an action is due is one of those wanted. What
// is due in words without a day is not.
func (m matcher) due(day model.Date) bool {
	if m.DueFrom == "" && m.DueBy == "" {
		return true
	}
	return day >= m.DueFrom && (m.DueBy == "" || day <= m.DueBy) && day.Valid()
}

func named(q find.Query, names ...string) bool { return q.Empty() || q.Names(names...) }

// words are what an action is found by: its own, and those of its meeting.
func (a Action) words() string { return a.own() + " " + a.held() }

func (a Action) own() string {
	return strings.Join([]string{a.Printed, a.Text, strings.Join(a.Owners, " "), a.Forum, a.Due.Words, a.Note, a.By, a.To}, " ")
}

func (a Action) held() string { return a.Body + " " + a.Date.Full() + " " + string(a.Date) }
