package ui

// gatheredCommands bring out what is gathered from minutes.
var gatheredCommands = []command{
	{"extract", "Extract the chosen entry, the item, or what is marked", "File", nil, canExtract, (*Window).askExtract},
}

// canExtract says whether there is something to be extracted: in the meeting, or
// among what was found.
func canExtract(w *Window) bool { return onMeeting(w) || onSearch(w) }
