package ui

// registerCommands are those of the action register. What its letters do is
// all here too, for the menu and the palette; and what can be recorded of an
// action can be recorded of one chosen in a meeting.
var registerCommands = []command{
	{"action-complete", "Complete the action", "Actions", nil, canRecord, recordCommand(toComplete)},
	{"action-progress", "The action is in progress", "Actions", nil, canRecord, recordCommand(toBegin)},
	{"action-note", "Note on the action", "Actions", nil, canRecord, recordCommand(toNote)},
	{"action-ask-again", "Day to ask for the action again", "Actions", nil, canRecord, recordCommand(toAskAgain)},
	{"action-reassign", "Reassign the action", "Actions", nil, canRecord, recordCommand(toReassign)},
	{"action-transfer", "Transfer the action", "Actions", nil, canRecord, recordCommand(toTransfer)},
	{"action-supersede", "Supersede the action", "Actions", nil, canRecord, recordCommand(toSupersede)},
	{"action-reopen", "Open the action again", "Actions", nil, canRecord, recordCommand(toReopen)},
	{"action-withdraw", "Withdraw the action", "Actions", nil, canRecord, recordCommand(toWithdraw)},
	{"open-actions", "Open actions of this body", "Actions", nil, onMeeting, (*Window).askOpenActions},
	{"register-jump", "Open the meeting of the action", "Actions", nil, onRegister, inRegister((*actionsScreen).jump)},
	{"register-evidence", "Open the evidence", "Actions", nil, onRegister, inRegister((*actionsScreen).evidence)},
	{"register-history", "History of the action", "Actions", nil, onRegister, inRegister((*actionsScreen).history)},
	{"register-chase", "Write to the owners of open actions", "Actions", nil, onRegister, inRegister((*actionsScreen).chase)},
	{"register-undo", "Put back what was recorded last", "Actions", nil, onRegister, inRegister((*actionsScreen).putBack)},
	{"register-filter", "Filter the actions", "Actions", nil, onRegister, inRegister((*actionsScreen).toFilter)},
	{"register-mark", "Mark the action", "Actions", nil, onRegister, inRegister((*actionsScreen).markChosen)},
	{"register-mark-all", "Mark all actions shown, or none", "Actions", nil, onRegister, inRegister((*actionsScreen).markAll)},
	{"register-sort-number", "Sort by number", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.sortBy(sortKeys[0]) })},
	{"register-sort-meeting", "Sort by meeting", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.sortBy(sortKeys[1]) })},
	{"register-sort-owner", "Sort by owner", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.sortBy(sortKeys[2]) })},
	{"register-sort-due", "Sort by due date", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.sortBy(sortKeys[3]) })},
	{"register-sort-state", "Sort by state", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.sortBy(sortKeys[4]) })},
	{"register-group", "Group by owner, by meeting, or not", "Actions", nil, onRegister, inRegister((*actionsScreen).groupNext)},
	{"register-views", "Saved views", "Actions", nil, onRegister, inRegister((*actionsScreen).askViews)},
	{"register-charts", "Figures as charts, as tables, or hidden", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.glance.next() })},
	{"register-copy", "Copy the figures as text", "Actions", nil, onRegister, inRegister(func(s *actionsScreen) { s.glance.copy(nil) })},
}

func onRegister(w *Window) bool {
	_, ok := w.screen.(*actionsScreen)
	return ok
}

func inRegister(f func(*actionsScreen)) func(*Window) {
	return func(w *Window) { f(w.screen.(*actionsScreen)) }
}

// canRecord says whether there is an action that something can be recorded
// of: in the register, or chosen in a meeting.
func canRecord(w *Window) bool {
	if onMeeting(w) {
		_, ok := w.meeting.chosenAction()
		return ok
	}
	return onRegister(w)
}

// recordCommand records something of the actions at hand.
func recordCommand(d deed) func(*Window) {
	return func(w *Window) {
		if s, ok := w.screen.(*actionsScreen); ok {
			s.do(d)
			return
		}
		w.meeting.recordChosen(d)
	}
}
