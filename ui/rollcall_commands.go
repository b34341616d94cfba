package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// rollCommands are those of attendance.
var rollCommands = []command{
	{"roll-call", "Roll call", "Meeting", []key{ctrl(fyne.KeyR)}, onMeeting, inMeeting((*meetingScreen).toggleRoll)},
	{"public", "Head count of the public", "Meeting", nil, onMeeting, inMeeting((*meetingScreen).askPublic)},
	{"quorum", "Quorum of this meeting", "Meeting", nil, onMeeting, inMeeting((*meetingScreen).askQuorum)},
}

// staysInRoll are the commands of writing that mean something in the roll call
// too; any other shows the running order first.
var staysInRoll = []string{"undo", "redo", "select-up", "select-down", "edit", "move-up", "move-down", "delete",
	"roll-call", "public", "quorum", "start", "end", "details", "renumber"}

// leavesRoll says whether a command is about the running order.
func leavesRoll(c command) bool {
	return slices.Contains([]string{"Edit", "Meeting", "Insert"}, c.menu) && !slices.Contains(staysInRoll, c.id)
}
