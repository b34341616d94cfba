package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/register"
	"minutebook/store"
)

// registering is what of the register was asked for.
type registering struct {
	wanted                register.Filter
	dueFrom, dueBy        string
	states                []string
	sort, group           string
	down, history, asJSON bool
}

func (p *program) registerCommand() *cobra.Command {
	var x registering
	cmd := &cobra.Command{
		Use:   "register [WORDS]",
		Short: "List the action register, with what happened to each action",
		Long: `List the actions of all meetings: with WORDS those that have all of them, with each
flag those that it says. --history adds what happened to each since it was agreed.`,
		Example: `  minutectl register --open --group owner --sort due
  minutectl register sluice --history
  minutectl register --body "Weir Board" --state complete --state noted --json`,
		Args: takes(0, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			x.wanted.Text, x.wanted.Today = strings.Join(args, " "), p.today()
			if err := x.check(); err != nil {
				return err
			}
			return p.reading(func(book *store.Book) error { return p.register(book, x) })
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&x.wanted.Open, "open", false, "only what is still to be done: open or in progress")
	flags.BoolVar(&x.wanted.Overdue, "overdue", false, "only what is overdue")
	flags.BoolVar(&x.wanted.Chase, "chase", false, "only what is to be chased by today")
	flags.StringVar(&x.wanted.Owner, "owner", "", "only what this `NAME` owns: a person, post or organisation")
	flags.StringVar(&x.wanted.Forum, "forum", "", "only what is to be reported to this `FORUM`")
	flags.StringArrayVar(&x.states, "state", nil, "only what is in this `STATE`; say it again for another")
	flags.StringVar(&x.dueFrom, "due-from", "", "only what is due on a day from this `DATE`")
	flags.StringVar(&x.dueBy, "due-by", "", "only what is due on a day up to this `DATE`")
	flags.StringVar(&x.sort, "sort", "meeting", "sort by `meeting|due|owner|state|number`")
	flags.BoolVar(&x.down, "down", false, "sort from the last to the first")
	flags.StringVar(&x.group, "group", "meeting", "put together by `meeting|owner|none`")
	flags.BoolVar(&x.history, "history", false, "add what happened to each action")
	flags.BoolVar(&x.asJSON, "json", false, "write JSON for another program")
	p.bodyFlag(cmd, &x.wanted.Body, "only actions of this `BODY`")
	p.complete(cmd, "sort", cobra.FixedCompletions([]string{"meeting", "due", "owner", "state", "number"}, cobra.ShellCompDirectiveNoFileComp))
	p.complete(cmd, "group", cobra.FixedCompletions([]string{"meeting", "owner", "none"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

var (
	sorts  = map[string]model.ActionSort{"meeting": model.SortMeeting, "due": model.SortDue, "owner": model.SortOwner, "state": model.SortState, "number": model.SortNumber}
	groups = map[string]model.ActionGroup{"meeting": model.GroupMeeting, "owner": model.GroupOwner, "none": model.GroupNone}
)

// check reads what the flags say.
func (x *registering) check() error {
	if _, ok := sorts[x.sort]; !ok {
		return usagef("--sort cannot be %q; it is meeting, due, owner, state or number", x.sort)
	}
	if _, ok := groups[x.group]; !ok {
		return usagef("--group cannot be %q; it is meeting, owner or none", x.group)
	}
	for _, said := range x.states {
		state, ok := stateSaid(said)
		if !ok {
			return usagef("--state cannot be %q; it is open, progress, complete, noted, transferred, superseded or withdrawn", said)
		}
		x.wanted.States = append(x.wanted.States, state)
	}
	return datesOf([]dayFlag{{"due-from", x.dueFrom, &x.wanted.DueFrom}, {"due-by", x.dueBy, &x.wanted.DueBy}})
}

// stateSaid is the state that a word says.
func stateSaid(word string) (model.ActionState, bool) {
	for _, s := range model.ActionStates {
		if word == string(s) || which.SameName(word, stateWords(s)) {
			return s, true
		}
	}
	return "", false
}

// register lists the register.
func (p *program) register(book *store.Book, x registering) error {
	all, err := book.Actions()
	if err != nil {
		return err
	}
	wanted := x.wanted.Select(all)
	register.Sort(wanted, sorts[x.sort], x.down)
	h := chronicles{book: book, ledgers: map[model.ID][]model.Event{}, days: map[model.ID]model.Date{}, printed: map[model.ID]string{}}
	if x.history {
		meetings, err := book.Meetings()
		if err != nil {
			return err
		}
		for _, m := range meetings {
			h.days[m.ID] = m.Date
		}
		for _, a := range all {
			h.printed[a.ID] = a.Printed
		}
	}
	if x.asJSON {
		return p.sayRegisterJSON(wanted, x.history, h)
	}
	switch {
	case len(all) == 0:
		return p.say("The book has no actions yet.")
	case len(wanted) == 0:
		return p.say("No action matches; the book has %s in all.", count(len(all), "action"))
	}
	t := table{columns: []column{{head: "NO"}, {"ACTION", rest}, {"OWNERS", 20}, {"DUE", 14}, {"STATE", 13}}}
	for _, g := range register.Grouped(wanted, groups[x.group]) {
		t.section(groupTitle(g, groups[x.group]))
		for _, a := range g.Actions {
			number := a.Printed
			if groups[x.group] != model.GroupMeeting {
				number = string(a.Date) + " " + number
			}
			t.add(number, marked(a.Text, false, a.Restricted), strings.Join(a.Owners, ", "), dueWords(a.Due), p.stateOf(a))
			if !x.history {
				continue
			}
			lines, err := h.of(a)
			if err != nil {
				return err
			}
			for _, l := range lines {
				t.add("", "- "+l, "", "", "")
			}
		}
	}
	return t.write(p.out, width(p.out))
}

// groupTitle stands over a group.
func groupTitle(g register.Group, by model.ActionGroup) string {
	switch by {
	case model.GroupMeeting:
		return g.Date.Long() + ", " + g.Body
	case model.GroupOwner:
		if g.Owner == "" {
			return fmt.Sprintf("Nobody (%d)", len(g.Actions))
		}
		return fmt.Sprintf("%s (%d)", g.Owner, len(g.Actions))
	case model.GroupNone:
	}
	return count(len(g.Actions), "action")
}

// chronicles read what happened to actions, each meeting's ledger once.
type chronicles struct {
	book    *store.Book
	ledgers map[model.ID][]model.Event
	days    map[model.ID]model.Date
	// printed are the numbers of the actions.
	printed map[model.ID]string
}

func (h chronicles) happenings(a register.Action) ([]register.Happening, error) {
	events, ok := h.ledgers[a.Meeting]
	if !ok {
		var err error
		if events, err = h.book.Ledger(a.Meeting); err != nil {
			return nil, err
		}
		h.ledgers[a.Meeting] = events
	}
	return register.History(a, events), nil
}

// of is the history of an action, a line for each thing that happened.
func (h chronicles) of(a register.Action) ([]string, error) {
	list, err := h.happenings(a)
	var lines []string
	for _, one := range list {
		lines = append(lines, h.line(one))
	}
	return lines, err
}

func (h chronicles) line(one register.Happening) string {
	words := one.On.Long() + ": " + h.what(one)
	for _, said := range []struct{ before, words string }{{", by ", one.By}, {": ", one.Note}, {" <", one.Link}} {
		if said.words != "" {
			words += said.before + strings.Join(strings.Fields(said.words), " ")
		}
	}
	if one.Link != "" {
		words += ">"
	}
	return words
}

// what is what happened, in a few words.
func (h chronicles) what(one register.Happening) string {
	owners := strings.Join(one.Owners, ", ")
	switch one.What {
	case register.Agreed:
		if owners == "" {
			return "agreed"
		}
		return "agreed, " + owners
	case register.Reassigned:
		return "given to " + owners
	case register.Chasing:
		return "to be chased on " + one.Chase.Long()
	case register.Noted:
		if day := h.days[one.NotedBy]; day != "" {
			return "noted complete at the meeting of " + day.Long()
		}
		return "noted complete"
	case register.Moved, register.Superseded:
		return h.handed(one)
	case register.Said:
		return "said"
	case register.Begun:
		return "in progress"
	case register.Reopened:
		return "open again"
	case register.Unnoted:
		return "complete, no longer noted"
	case register.Completed, register.Withdrawn:
	}
	return string(one.What)
}

// handed says where an action went.
func (h chronicles) handed(one register.Happening) string {
	words := string(one.What)
	if one.What == register.Superseded {
		words += " by"
	} else {
		words += " to"
	}
	where := ""
	if day := h.days[one.ToMeeting]; day != "" {
		where = "action " + h.printed[one.ToAction] + " of " + day.Long()
	}
	switch {
	case one.To == "":
		return words + " " + where
	case where == "" || strings.HasPrefix(one.To, where): // the window says in words what it leads to
		return words + " " + one.To
	}
	return words + " " + one.To + " (" + where + ")"
}

// registeredJSON is an action with its history, as other programs read it.
type registeredJSON struct {
	actionJSON
	History []register.Happening `json:"history,omitempty"`
}

func (p *program) sayRegisterJSON(actions []register.Action, history bool, h chronicles) error {
	list := make([]registeredJSON, len(actions))
	for i, a := range actions {
		list[i].actionJSON = actionJSON{a, some(a.Owners), a.Overdue(p.today())}
		if history {
			var err error
			if list[i].History, err = h.happenings(a); err != nil {
				return err
			}
		}
	}
	return p.sayJSON(struct {
		head
		Actions []registeredJSON `json:"actions"`
	}{headOf("register"), list})
}
