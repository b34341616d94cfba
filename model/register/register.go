// Package register is the action register: what became of every action after
// the meeting that agreed it.
package register

import (
	"cmp"
	"slices"

	"minutebook/model"
	"minutebook/model/find"
)

// Action is an action as the register shows it: what its meeting agreed, and
// the state that the ledger's events left it in.
type Action struct {
	// Meeting and ID are where it was agreed: the entry.
	Meeting model.ID   `json:"meeting"`
	ID      model.ID   `json:"id"`
	Body    string     `json:"body"`
	Date    model.Date `json:"date"`
	Number  int        `json:"number"`
	// Text without the marks of the small Markdown.
	Text   string            `json:"text"`
	Owners []string          `json:"owners,omitempty"`
	Due    model.Due         `json:"due,omitzero"`
	Forum  string            `json:"forum,omitempty"`
	State  model.ActionState `json:"state"`
	// On and Note are of the event that gave the state; NotedBy is the
	// meeting that noted it.
	On      model.Date `json:"on,omitempty"`
	Note    string     `json:"note,omitempty"`
	NotedBy model.ID   `json:"notedBy,omitempty"`
	// Restricted says that it, or words of it, are left out of public minutes.
	Restricted bool `json:"restricted,omitempty"`
	// BodyID is the body whose meeting agreed it, Item the item it stands in.
	BodyID model.ID `json:"bodyId,omitempty"`
	Item   model.ID `json:"item,omitempty"`
	// Printed is the number as it is printed: "15" or "2022/15".
	Printed string `json:"printed,omitempty"`
	// Agreed are the owners that the minutes name, where others have it now.
	Agreed []string `json:"agreed,omitempty"`
	// By, Link, To, ToMeeting and ToAction are of the event that gave the
	// state; Chase is the latest day to ask again, while it is outstanding.
	By        string     `json:"by,omitempty"`
	Link      string     `json:"link,omitempty"`
	Chase     model.Date `json:"chase,omitempty"`
	To        string     `json:"to,omitempty"`
	ToMeeting model.ID   `json:"toMeeting,omitempty"`
	ToAction  model.ID   `json:"toAction,omitempty"`
}

// Fold gives the actions of m in running order, each in the state that its
// latest event left it in. Events of other meetings are passed over. What the
// minutes themselves say to be withdrawn is withdrawn whatever happened.
func Fold(m model.Meeting, events []model.Event) []Action {
	latest := map[model.ID]model.Event{}
	for _, e := range events {
		if e.Meeting == m.ID && e.N >= latest[e.Action].N {
			latest[e.Action] = e
		}
	}
	var actions []Action
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Action {
				actions = append(actions, fold(m, it, e, latest[e.ID]))
			}
		}
	}
	return actions
}

func fold(m model.Meeting, it model.Item, e model.Entry, last model.Event) Action {
	a := Action{Meeting: m.ID, ID: e.ID, Body: m.Body, Date: m.Date, Number: e.Number, Text: model.Plain(e.Text),
		State: model.Open, Restricted: it.Restricted != nil || e.Restricted != nil || len(e.Withheld) > 0}
	if last.State != "" {
		a.State, a.On, a.Note, a.NotedBy = last.State, last.On, last.Note, last.NotedBy
	}
	if f := e.Action; f != nil {
		a.Owners, a.Due, a.Forum = slices.Clone(f.Owners), f.Due, f.Forum
		if f.Withdrawn {
			a.State = model.Withdrawn
		}
	}
	return a
}

// Overdue says whether a is still to be done on today though the day it was
// due has gone by. What is due in words without a day never is.
func (a Action) Overdue(today model.Date) bool {
	return a.State.Outstanding() && a.Due.Date.Valid() && a.Due.Date < today
}

// Filter says which actions are wanted. What is left empty is not asked.
type Filter struct {
	// Open wants what is still to be done: open or in progress.
	Open bool
	// Owner and Forum are whole words of one owner and of the forum: "Smith"
	// finds "Cllr Smith". Body is the same of the body's name.
	Owner, Forum, Body string
	// Text are words, or beginnings of words, of the action or its note.
	Text string
	// DueBy wants what is due on a day up to this one.
	DueBy model.Date
	// States wants one of these.
	States []model.ActionState
}

// Keep says whether a is wanted.
func (f Filter) Keep(a Action) bool {
	switch {
	case f.Open && !a.State.Outstanding(),
		len(f.States) > 0 && !slices.Contains(f.States, a.State),
		f.DueBy != "" && (!a.Due.Date.Valid() || a.Due.Date > f.DueBy):
		return false
	}
	return named(f.Owner, a.Owners...) && named(f.Forum, a.Forum) && named(f.Body, a.Body) && find.Parse(f.Text).In(a.Text+" "+a.Note)
}

func named(wanted string, names ...string) bool {
	q := find.Parse(wanted)
	return q.Empty() || q.Names(names...)
}

// Select gives the actions that f wants, in their order.
func (f Filter) Select(actions []Action) []Action {
	var wanted []Action
	for _, a := range actions {
		if f.Keep(a) {
			wanted = append(wanted, a)
		}
	}
	return wanted
}

// ByMeeting orders actions by the day of their meeting, then the meeting,
// then their number. It is a comparison for [slices.SortFunc].
func ByMeeting(a, b Action) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Meeting, b.Meeting), cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
}
