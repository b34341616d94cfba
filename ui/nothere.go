package ui

import (
	"slices"
	"strings"
)

// fromMenu does a command that was asked for in the menu. One that means nothing
// now says where it does: no entry of a menu does nothing.
func (w *Window) fromMenu(c command) {
	if !w.dialogOpen() && c.enabled != nil && !c.enabled(w) {
		w.say(w.notHere(c))
		return
	}
	w.do(c)
}

// notHere says where a command that means nothing now would mean something.
func (w *Window) notHere(c command) string {
	title := tr(c.title)
	switch {
	case isOfBody(c):
		return trf("%s: that is for the Body screen", title)
	case strings.HasPrefix(c.id, "register-"):
		return trf("%s: that is for the Actions screen, Ctrl+Shift+A", title)
	case strings.HasPrefix(c.id, "import-"):
		return trf("%s: that is for old minutes that are brought in; File, Import old minutes begins", title)
	case strings.HasPrefix(c.id, "action-"):
		return trf("%s: that is for an action in the Actions screen, or chosen in minutes", title)
	case !onMeeting(w) && slices.Contains([]string{"Meeting", "Minutes", "Item", "Insert", "Edit"}, c.menu):
		return trf("%s: that is for the page of a meeting; open one first", title)
	}
	return trf("%s: there is nothing for it on this page", title)
}

// isOfBody says whether a command is about the body on its own screen.
func isOfBody(c command) bool {
	return slices.ContainsFunc([]string{"seat-", "group-", "roster-"}, func(begins string) bool { return strings.HasPrefix(c.id, begins) })
}
