package ui

import "minutebook/model"

// composerCommands are those about what the composer does by itself.
var composerCommands = []command{
	{"owner-due", "Owner and due of the action", "Edit", nil, onMeeting, inMeeting((*meetingScreen).askOwners)},
	{"save-abbreviation", "Save selection as abbreviation", "Edit", nil, onMeeting, inMeeting((*meetingScreen).askAbbreviation)},
	{"abbreviations", "Your abbreviations", "Edit", nil, nil, (*Window).askAbbreviations},
	{"completions", "Completions from earlier minutes, on or off", "Edit", nil, nil, (*Window).toggleCompletions},
}

// toggleCompletions turns on or off what is offered from earlier minutes.
func (w *Window) toggleCompletions() {
	said := tr("Completions from earlier minutes are on")
	err := w.changeClerk(func(c *model.Clerk) {
		if c.Unprompted = !c.Unprompted; c.Unprompted {
			said = tr("Completions from earlier minutes are off")
		}
	})
	if err != nil {
		w.failed("change whether lines are completed", err)
		return
	}
	w.say(said)
}

// changeClerk changes what the clerk has set for their own writing.
func (w *Window) changeClerk(f func(*model.Clerk)) error {
	clerk, err := w.book.Clerk()
	if err != nil {
		return err
	}
	f(&clerk)
	if err := w.book.KeepClerk(clerk); err != nil {
		return err
	}
	return w.prepareMeeting()
}

// prepareMeeting has the composer of the open meeting, if any, offer what the
// book now says.
func (w *Window) prepareMeeting() error {
	if w.meeting == nil {
		return nil
	}
	return w.meeting.prepare()
}
