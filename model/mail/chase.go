package mail

import (
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// Letter is a message to an owner about what they still have to do.
type Letter struct {
	// Owner is who it is to, as the actions name them; "" for actions that
	// nobody owns.
	Owner   string
	Message Message
	Actions []register.Action
}

// Chase writes to every owner of actions that are still to be done. address
// gives the mail addresses of an owner; a letter to somebody without any is
// written all the same, to nobody. What became of actions since, and what is
// overdue on today, is said. What may be told is for the caller to choose.
func Chase(actions []register.Action, address func(owner string) []string, today model.Date) []Letter {
	open := register.Filter{Open: true}.Select(actions)
	var letters []Letter
	for _, g := range register.Grouped(open, model.GroupOwner) {
		l := Letter{Owner: g.Owner, Actions: g.Actions, Message: Message{Subject: subject(g.Actions), Text: letter(g, today)}}
		if g.Owner != "" {
			l.Message.To = address(g.Owner)
		}
		letters = append(letters, l)
	}
	return letters
}

// subject says whose actions they are, and how many.
func subject(actions []register.Action) string {
	body := actions[0].Body
	if slices.ContainsFunc(actions, func(a register.Action) bool { return a.Body != body }) {
		body = "Your actions"
	}
	if len(actions) == 1 {
		return fmt.Sprintf("%s: action %s of %s", body, actions[0].Printed, actions[0].Date.Long())
	}
	return fmt.Sprintf("%s: %d actions", body, len(actions))
}

func letter(g register.Group, today model.Date) string {
	var b strings.Builder
	if g.Owner != "" {
		fmt.Fprintf(&b, "Dear %s\n\n", g.Owner)
	}
	if len(g.Actions) == 1 {
		b.WriteString("This action is still open. How does it stand?\n")
	} else {
		fmt.Fprintf(&b, "These %d actions are still open. How do they stand?\n", len(g.Actions))
	}
	for _, m := range register.Grouped(g.Actions, model.GroupMeeting) {
		fmt.Fprintf(&b, "\n%s, %s\n", m.Body, m.Date.Long())
		for _, a := range m.Actions {
			fmt.Fprintf(&b, "\nAction %s: %s\n", a.Printed, strings.Join(strings.Fields(a.Text), " "))
			for _, line := range []string{dueLine(a, today), noteLine(a)} {
				if line != "" {
					b.WriteString(line + "\n")
				}
			}
		}
	}
	return b.String()
}

func dueLine(a register.Action, today model.Date) string {
	when := a.Due.Words
	if day := a.Due.Date; day.Valid() && !strings.Contains(when, day.Long()) {
		if when != "" {
			when += ", "
		}
		when += day.Long()
	}
	if when != "" {
		when = "Due: " + when
	}
	if a.Overdue(today) {
		when += " (overdue)"
	}
	if a.Forum != "" && !strings.Contains(when, a.Forum) {
		if when != "" {
			when += ". "
		}
		when += "Report to: " + a.Forum
	}
	return when
}

func noteLine(a register.Action) string {
	if a.Note == "" {
		return ""
	}
	return "Last heard: " + strings.Join(strings.Fields(a.Note), " ")
}

// Addresses gives the mail addresses of those that actions are named to have:
// of a person by their name, or as they are printed in a seat that they hold on
// the day, or of whoever holds a post of that name.
func Addresses(people []model.Person, bodies []model.Body, on model.Date) func(owner string) []string {
	addresses := map[string][]string{}
	put := func(name, mail string) {
		key := strings.TrimPrefix(strings.Join(find.Tokens(name), " "), "the ")
		if key != "" && mail != "" && !slices.Contains(addresses[key], mail) {
			addresses[key] = append(addresses[key], mail)
		}
	}
	mails := map[model.ID]string{}
	for _, p := range people {
		mails[p.ID] = p.Mail
		put(p.Name, p.Mail)
	}
	for _, b := range bodies {
		for _, s := range b.SeatsOn(on) {
			put(s.Name, mails[s.Person])
			put(s.Post, mails[s.Person])
		}
	}
	return func(owner string) []string {
		return addresses[strings.TrimPrefix(strings.Join(find.Tokens(owner), " "), "the ")]
	}
}
