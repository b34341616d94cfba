package ui

// gatheredCommands show and bring out what is gathered from minutes.
var gatheredCommands = []command{
	{"extract", "Extract the chosen entry, the item, or what is marked", "File", nil, canExtract, (*Window).askExtract},
	{"calendar", "Calendar of a body: meetings and dated actions", "File", nil, nil, (*Window).askCalendar},
	{"calendar-all", "Calendar of all bodies", "File", nil, nil, (*Window).askCalendars},
	{"brief", "Chair’s brief", "View", nil, nil, (*Window).askBrief},
	{"resolutions", "Resolutions of a body", "View", nil, nil, func(w *Window) { w.forBody(w.showResolutions) }},
	{"attendance", "Attendance of a body", "View", nil, nil, func(w *Window) { w.forBody(w.showAttendance) }},
}

// canExtract says whether there is something to be extracted: in the meeting, or
// among what was found.
func canExtract(w *Window) bool { return onMeeting(w) || onSearch(w) }
