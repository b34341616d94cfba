// Package life is what becomes of minutes after the meeting: what the next
// meeting begins with, which earlier minutes it approves, and what that does to
// them when it closes. Everything in it is worked out from what a [Book] holds
// and given back as a batch to be kept; nothing here writes.
package life

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/register"
)

// Book is what is needed of a minute book.
type Book interface {
	// Meetings are all meetings, by date and then by making.
	Meetings() ([]model.Summary, error)
	// Meeting is the meeting of that ID.
	Meeting(id model.ID) (model.Meeting, error)
	// Seals are the seals on the approved minutes of a body, in their order.
	Seals(body model.ID) ([]model.Seal, error)
	// Actions is the register of all meetings.
	Actions() ([]register.Action, error)
}

// Closed says whether a meeting is over and its minutes are being made or more
// than that: what it agreed about earlier minutes holds from then on.
func Closed(s model.State) bool { return s == model.Draft || s.Frozen() }

// Target is the meeting whose minutes an approval in m means: the one it names,
// else the one of m's body on its day, one that is circulated before one that is
// still a draft, and both before one that is approved already. It says false
// where meetings has none, or only such as were never held.
func Target(meetings []model.Summary, m model.Meeting, a model.Approval) (model.Summary, bool) {
	var found model.Summary
	best := 0
	for _, s := range meetings {
		if s.ID == m.ID || s.BodyID != m.BodyID || s.State == model.Cancelled || s.Date > m.Date {
			continue
		}
		if a.Meeting != "" && s.ID == a.Meeting {
			return s, true
		}
		if s.Date == a.Date && nearness(s.State) > best {
			found, best = s, nearness(s.State)
		}
	}
	return found, best > 0
}

// nearness says how likely minutes in a state are the ones to be approved.
func nearness(s model.State) int {
	switch s {
	case model.Circulated:
		return 4
	case model.Draft:
		return 3
	case model.Approved:
		return 2
	case model.Planned, model.Live, model.Adjourned, model.Inquorate:
		return 1
	case model.Cancelled:
	}
	return 0
}

// Approvals are the approvals of earlier minutes in m, in running order.
func Approvals(m model.Meeting) []model.Approval {
	var list []model.Approval
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Approves != nil {
				list = append(list, *e.Approves)
			}
		}
	}
	return list
}

// Later are the corrections of the minutes of m that later meetings of its body
// recorded, once those are circulated themselves: by day. The error is one of the
// book.
func Later(book Book, m model.Meeting) ([]minutes.Later, error) {
	meetings, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	var list []minutes.Later
	for _, s := range meetings {
		if s.ID == m.ID || s.BodyID != m.BodyID || s.Date < m.Date || !s.State.Frozen() ||
			!slices.ContainsFunc(s.Corrects, func(f model.CorrectsFact) bool { return means(f, m) }) {
			continue
		}
		later, err := book.Meeting(s.ID)
		if err != nil {
			return nil, err
		}
		for _, it := range later.Items {
			for _, e := range it.Entries {
				if e.Corrects != nil && means(*e.Corrects, m) {
					list = append(list, minutes.Later{Date: s.Date, Reference: e.Corrects.Reference, Restricted: withheld(it, e) != nil})
				}
			}
		}
	}
	return list, nil
}

// means says whether a correction is one of the minutes of m.
func means(f model.CorrectsFact, m model.Meeting) bool {
	return f.Meeting == m.ID || f.Meeting == "" && f.Date == m.Date
}

// Addresses are where the minutes of m go: to its attendees, and to the body's
// own addresses, each once.
func Addresses(m model.Meeting, body model.Body, people []model.Person) []string {
	at := map[model.ID]string{}
	for _, p := range people {
		at[p.ID] = strings.TrimSpace(p.Mail)
	}
	var list []string
	add := func(address string) {
		if address != "" && !slices.ContainsFunc(list, func(had string) bool { return strings.EqualFold(had, address) }) {
			list = append(list, address)
		}
	}
	for _, a := range m.Attendees {
		add(at[a.Person])
	}
	for _, address := range body.Mail {
		add(strings.TrimSpace(address))
	}
	return list
}
