// Package register is the action register: what became of every action after
// the meeting that agreed it.
package register

import (
	"cmp"
	"slices"

	"minutebook/model"
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
	// On, Note, By and Link are of the event that gave the state; while the
	// action is outstanding, Note is the last thing that was said of it. Of a
	// noted action they are those of its completion. Made is when that was
	// recorded, RFC 3339.
	On   model.Date `json:"on,omitempty"`
	Note string     `json:"note,omitempty"`
	By   string     `json:"by,omitempty"`
	Link string     `json:"link,omitempty"`
	Made string     `json:"made,omitempty"`
	// NotedBy is the meeting that noted it.
	NotedBy model.ID `json:"notedBy,omitempty"`
	// Restricted says that it, or words of it, are left out of public minutes.
	Restricted bool `json:"restricted,omitempty"`
	// BodyID is the body whose meeting agreed it, Item the item it stands in.
	BodyID model.ID `json:"bodyId,omitempty"`
	Item   model.ID `json:"item,omitempty"`
	// Printed is the number as it is printed: "15" or "2022/15".
	Printed string `json:"printed,omitempty"`
	// Agreed are the owners that the minutes name, where others have it now; nil
	// where these have it still.
	Agreed []string `json:"agreed,omitzero"`
	// Tombstone says that the minutes themselves withdrew it.
	Tombstone bool `json:"tombstone,omitempty"`
	// Chase is the latest day to ask again, while it is outstanding.
	Chase model.Date `json:"chase,omitempty"`
	// To, ToMeeting and ToAction say where a transferred action went, or what
	// superseded it.
	To        string   `json:"to,omitempty"`
	ToMeeting model.ID `json:"toMeeting,omitempty"`
	ToAction  model.ID `json:"toAction,omitempty"`
}

// Fold gives the actions of m in running order, each as its events left it.
// Events of other meetings are passed over. What the minutes themselves say to
// be withdrawn is withdrawn whatever happened. Approved minutes read as
// corrected.
func Fold(m model.Meeting, events []model.Event) []Action {
	m = m.InForce()
	happened := map[model.ID][]model.Event{}
	for _, e := range events {
		if e.Meeting == m.ID {
			happened[e.Action] = append(happened[e.Action], e)
		}
	}
	var numbers model.Numbers
	var actions []Action
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind != model.Action {
				continue
			}
			if numbers.Entries == nil {
				numbers = model.Number(m)
			}
			a := agreed(m, it, e, numbers.Entries[e.ID])
			for _, event := range inOrder(happened[e.ID]) {
				a.happen(event)
			}
			a.bury()
			actions = append(actions, a)
		}
	}
	return actions
}

// agreed is an action as its meeting left it.
func agreed(m model.Meeting, it model.Item, e model.Entry, printed string) Action {
	a := Action{Meeting: m.ID, ID: e.ID, BodyID: m.BodyID, Body: m.Body, Date: m.Date, Item: it.ID, Number: e.Number, Printed: printed,
		Text: model.Plain(e.Text), State: model.Open, Restricted: it.Restricted != nil || e.Restricted != nil || len(e.Withheld) > 0}
	if f := e.Action; f != nil {
		a.Owners, a.Due, a.Forum, a.Tombstone = slices.Clone(f.Owners), f.Due, f.Forum, f.Withdrawn
	}
	return a
}

// inOrder are events in the order in which they happened.
func inOrder(events []model.Event) []model.Event {
	return slices.SortedStableFunc(slices.Values(events), func(a, b model.Event) int { return cmp.Compare(a.N, b.N) })
}

// bury gives an action that the minutes withdrew the state it has for ever.
func (a *Action) bury() {
	if a.Tombstone {
		a.State, a.Chase = model.Withdrawn, ""
	}
}

// Overdue says whether a is still to be done on today though the day it was
// due has gone by. What is due in words without a day never is.
func (a Action) Overdue(today model.Date) bool {
	return a.State.Outstanding() && a.Due.Date.Valid() && a.Due.Date < today
}

// ChaseDue says whether a is to be asked for again by today.
func (a Action) ChaseDue(today model.Date) bool {
	return a.State.Outstanding() && a.Chase.Valid() && a.Chase <= today
}

// ByMeeting orders actions by the day of their meeting, then the meeting,
// then their number. It is a comparison for [slices.SortFunc].
func ByMeeting(a, b Action) int { return byMeeting(&a, &b) }

// byMeeting is [ByMeeting] for many actions, which are not copied. Most have a
// day of their own.
func byMeeting(a, b *Action) int {
	if order := cmp.Compare(a.Date, b.Date); order != 0 {
		return order
	}
	if order := cmp.Compare(a.Meeting, b.Meeting); order != 0 {
		return order
	}
	return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.ID, b.ID))
}
