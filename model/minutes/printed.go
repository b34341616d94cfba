package minutes

import "minutebook/model"

// Owners are the owners of an action as the style prints them: "A, B and C".
func (s Style) Owners(a model.ActionFacts) string { return line(s.Words.list(a.Owners)) }

// DueWords are when an action is due as the style prints it.
func (s Style) DueWords(a model.ActionFacts) string { return line(s.due(a)) }

// DayWords are the two ways in which the style prints a day, without and with
// its weekday.
func (s Style) DayWords(d model.Date) (long, full string) { return s.Dates.long(d), s.Dates.full(d) }

// ThereAs is what the style says that somebody on the attendance list is there
// as, or that they are not.
func (s Style) ThereAs(a model.Attendee) string { return s.Attendance.thereAs(a) }
