package ui

import (
	"strings"

	"minutebook/model"
	"minutebook/model/register"
)

// deed is something that can be recorded of actions.
type deed string

// The deeds.
const (
	toComplete  deed = "complete"
	toBegin     deed = "progress"
	toNote      deed = "note"
	toReopen    deed = "reopen"
	toWithdraw  deed = "withdraw"
	toReassign  deed = "reassign"
	toTransfer  deed = "transfer"
	toSupersede deed = "supersede"
	toAskAgain  deed = "chase-on"
)

// deeds are all of them in the order in which they are offered, with the
// letter that does each in a list of actions.
var deeds = []struct {
	deed   deed
	letter rune
}{{toComplete, 'c'}, {toBegin, 'p'}, {toNote, 'n'}, {toAskAgain, 'h'}, {toReassign, 'r'}, {toTransfer, 't'}, {toSupersede, 's'}, {toReopen, 'o'}, {toWithdraw, 'w'}}

// button is the deed as its button names it.
func (d deed) button() string {
	switch d {
	case toComplete:
		return tr("Complete")
	case toBegin:
		return tr("In progress")
	case toNote:
		return tr("Note")
	case toAskAgain:
		return tr("Chase date")
	case toReassign:
		return tr("Reassign")
	case toTransfer:
		return tr("Transfer")
	case toSupersede:
		return tr("Supersede")
	case toReopen:
		return tr("Open again")
	case toWithdraw:
		return tr("Withdraw")
	}
	return string(d)
}

// deedOf is the deed that a letter stands for.
func deedOf(letter rune) (deed, bool) {
	small := []rune(strings.ToLower(string(letter)))[0]
	if small == ' ' {
		return toComplete, true
	}
	for _, d := range deeds {
		if d.letter == small {
			return d.deed, true
		}
	}
	return "", false
}

// state is the one that a deed leaves an action in, which was in another.
func (d deed) state(was model.ActionState) model.ActionState {
	switch d {
	case toComplete:
		return model.Complete
	case toBegin:
		return model.InProgress
	case toReopen:
		return model.Open
	case toWithdraw:
		return model.Withdrawn
	case toTransfer:
		return model.Transferred
	case toSupersede:
		return model.Superseded
	case toNote, toReassign, toAskAgain:
	}
	return was
}

// target is what a deed is done with, where it takes more than a day and a
// note: who has the action now, when to ask again, or where it went.
type target struct {
	register.Target
	owners []string
	chase  model.Date
}

// may says why a deed cannot be done to an action, before anything else is
// said; nil where it can. The error is a *[register.Refused].
func (d deed) may(a register.Action) error {
	switch d {
	case toNote, toReassign, toAskAgain:
		if !a.Tombstone && !a.State.Outstanding() {
			return &register.Refused{Action: a, Why: register.Ended}
		}
	case toComplete, toBegin, toReopen, toWithdraw, toTransfer, toSupersede:
	}
	return a.May(d.state(model.InProgress))
}

// event is what is recorded of an action. The error is a *[register.Refused].
func (d deed) event(a register.Action, to target, f register.Facts) (model.Event, error) {
	switch d {
	case toReassign:
		return a.Reassign(to.owners, f)
	case toAskAgain:
		return a.AskAgain(to.chase, f)
	case toTransfer:
		return a.Transfer(to.Target, f)
	case toSupersede:
		return a.Supersede(to.Target, f)
	case toComplete, toBegin, toNote, toReopen, toWithdraw:
	}
	return a.Become(d.state(a.State), f)
}

// says is what the panel says will be recorded, of actions named so and on a
// day; either may be "".
func (d deed) says(actions string, to target, on string) string {
	said := ""
	switch d {
	case toComplete:
		said = trf("Complete %s", actions)
	case toBegin:
		said = trf("In progress: %s", actions)
	case toNote:
		said = trf("A note on %s", actions)
	case toReopen:
		said = trf("Open again: %s", actions)
	case toWithdraw:
		said = trf("Withdraw %s", actions)
	case toReassign:
		said = trf("Reassign %s to %s", actions, bold(to.Words))
	case toTransfer:
		said = trf("Transfer %s to %s", actions, bold(to.Words))
	case toSupersede:
		said = trf("Supersede %s by %s", actions, bold(to.Words))
	case toAskAgain:
		said = trf("Ask again for %s on %s", actions, bold(to.chase.Full()))
	}
	if on == "" || d == toAskAgain {
		return said
	}
	return trf("%s on %s", said, bold(on))
}

// done is how the window tells that it is recorded, of actions named so.
func (d deed) done(actions string, to target, on model.Date) string {
	switch d {
	case toNote:
		return trf("%s: the note is recorded", actions)
	case toReassign:
		return trf("%s: now with %s", actions, to.Words)
	case toAskAgain:
		return trf("%s: ask again on %s", actions, to.chase.Full())
	case toTransfer:
		return trf("%s: transferred to %s", actions, to.Words)
	case toSupersede:
		return trf("%s: superseded by %s", actions, to.Words)
	case toComplete, toBegin, toReopen, toWithdraw:
	}
	word, _ := actionStateWord(d.state(""))
	return trf("%s: %s on %s", actions, strings.ToLower(word), on.Long())
}

// leaving is what Esc does.
func (d deed) leaving() string {
	if d == toComplete {
		return tr("Leave it open")
	}
	return tr("Leave it as it is")
}
