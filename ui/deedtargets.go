package ui

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
)

// mostSuccessors is how many actions are offered to take the place of another.
const mostSuccessors = 200

// askTarget asks what a deed is done with, and then goes on. Deeds that take
// nothing but a day and a note go on at once.
func (w *Window) askTarget(d deed, actions []register.Action, then func(target)) {
	switch d {
	case toReassign:
		w.askOwner(actions, then)
	case toAskAgain:
		w.askChase(then)
	case toTransfer:
		w.askPlace(actions, then)
	case toSupersede:
		w.askSuccessor(actions, then)
	case toComplete, toBegin, toNote, toReopen, toWithdraw:
		then(target{})
	}
}

// askOwner offers those who have actions or a seat on the body.
func (w *Window) askOwner(actions []register.Action, then func(target)) {
	one := func(words, after string) choice {
		return choice{words: words, after: after, run: func() { then(target{Target: register.Target{Words: words}, owners: splitOwners(words)}) }}
	}
	var all []choice
	for _, name := range w.ownersOf(actions[0].BodyID) {
		all = append(all, one(name, ""))
	}
	c := &chooser{w: w, all: all, free: func(typed string) []choice { return []choice{one(typed, tr("as typed"))} }}
	c.open(trf("Who has %s now?", actionsNamed(actions)), tr("A name or post; commas between several"), 8)
}

// splitOwners reads a list of owners with commas between them.
func splitOwners(list string) []string {
	var owners []string
	for _, name := range strings.Split(list, ",") {
		if name = tidy(name); name != "" && !slices.Contains(owners, name) {
			owners = append(owners, name)
		}
	}
	return owners
}

// ownersOf are the names that actions of a body may be given to: whoever has
// one, and whoever sits on it.
func (w *Window) ownersOf(body model.ID) []string {
	var names []string
	actions, err := w.book.Register(register.Filter{Open: true, Today: model.DateOf(w.out.Now())})
	if err != nil {
		w.out.Log.Error("read the owners", "error", err)
	}
	for _, a := range actions {
		if a.BodyID == body {
			names = append(names, a.Owners...)
		}
	}
	if b, err := w.book.Body(body); err == nil {
		for _, seat := range b.Seats {
			names = append(names, seat.Name, seat.Post, seat.Group)
		}
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(n string) bool { return n == "" })
}

// askChase offers days to ask again, and takes any that is typed.
func (w *Window) askChase(then func(target)) {
	today := model.DateOf(w.out.Now())
	one := func(words string, day model.Date) choice {
		return choice{words: day.Full(), after: words, also: words, run: func() { then(target{chase: day}) }}
	}
	c := &chooser{w: w, all: []choice{one(tr("in a week"), today.AddDays(7)), one(tr("in two weeks"), today.AddDays(14)), one(tr("in four weeks"), today.AddDays(28))}}
	c.free = func(typed string) []choice {
		day, ok := quick.ParseDate(typed, today)
		if !ok {
			return nil
		}
		return []choice{one(typed, day)}
	}
	c.open(tr("Ask again on which day?"), tr("A day, as in: 14 December"), 8)
}

// askPlace offers the other bodies and their actions, and takes any place that
// is typed.
func (w *Window) askPlace(actions []register.Action, then func(target)) {
	one := func(words, after string) choice {
		return choice{words: words, after: after, run: func() { then(target{Target: register.Target{Words: words}}) }}
	}
	bodies, err := w.book.Bodies()
	if err != nil {
		w.failed("read the bodies", err)
		return
	}
	var all []choice
	for _, b := range bodies {
		if b.ID != actions[0].BodyID {
			all = append(all, one(b.Name, tr("body")))
		}
	}
	all = append(all, w.successors(actions, func(a register.Action) bool { return a.BodyID != actions[0].BodyID }, then)...)
	c := &chooser{w: w, all: all, free: func(typed string) []choice { return []choice{one(typed, tr("as typed"))} }}
	c.open(trf("Where does %s go?", actionsNamed(actions)), tr("A body, a place, or the action that goes on with it"), 56)
}

// askSuccessor offers the actions of the body, of which one takes the place of
// those that are superseded.
func (w *Window) askSuccessor(actions []register.Action, then func(target)) {
	all := w.successors(actions, func(a register.Action) bool { return a.BodyID == actions[0].BodyID }, then)
	c := &chooser{w: w, all: all, free: func(typed string) []choice {
		return []choice{{words: typed, after: tr("as typed"), run: func() { then(target{Target: register.Target{Words: typed}}) }}}
	}}
	c.open(trf("What takes the place of %s?", actionsNamed(actions)), tr("Number or words of the action that does"), 56)
}

// successors are the actions still to be done that may take the place of
// others, the newest first.
func (w *Window) successors(of []register.Action, may func(register.Action) bool, then func(target)) []choice {
	open, err := w.book.Register(register.Filter{Open: true, Today: model.DateOf(w.out.Now())})
	if err != nil {
		w.failed("read the actions", err)
		return nil
	}
	var all []choice
	for _, a := range open {
		same := func(other register.Action) bool { return sameAction(a, other) }
		if len(all) == mostSuccessors {
			break
		}
		if !may(a) || slices.ContainsFunc(of, same) {
			continue
		}
		if whole, err := w.book.Action(a.Meeting, a.ID); err == nil {
			a = whole
		}
		to := target{Target: register.Target{Words: trf("action %s of %s", printedNumber(a), a.Date.Long()), Meeting: a.Meeting, Action: a.ID}}
		if a.BodyID != of[0].BodyID {
			to.Words += ", " + a.Body
		}
		all = append(all, choice{before: printedNumber(a), words: strings.ReplaceAll(a.Text, "\n", " "), after: shortDate(a.Date), also: a.Body, run: func() { then(to) }})
	}
	return all
}

// sameAction says whether two are one action.
func sameAction(a, b register.Action) bool { return a.Meeting == b.Meeting && a.ID == b.ID }
