package register

import (
	"cmp"

	"minutebook/model"
)

// Brief is a without its words, which are read when it is shown: what actions
// are filtered, sorted, grouped, counted and drawn by. A register of a hundred
// thousand actions is held so, and never whole.
func (a Action) Brief() Action {
	return Action{Meeting: a.Meeting, ID: a.ID, BodyID: a.BodyID, Body: a.Body, Date: a.Date, Number: a.Number, Owners: a.Owners,
		Due: model.Due{Date: a.Due.Date}, State: a.State, On: a.On, Restricted: a.Restricted, Chase: a.Chase}
}

// Newest orders actions by the day of their meeting, the newest first, then
// as [ByMeeting] does. It is a comparison for [slices.SortFunc].
func Newest(a, b Action) int { return cmp.Or(cmp.Compare(b.Date, a.Date), ByMeeting(a, b)) }
