package register

import (
	"cmp"
)

// Brief is a without its words, which are read when it is shown: what actions
// are sorted, grouped, counted, offered and drawn by. A register of a hundred
// thousand actions is held so, and never whole.
func (a Action) Brief() Action {
	a.Item, a.Printed, a.Text, a.Due.Words, a.Forum, a.Note, a.By, a.Link, a.To, a.ToMeeting, a.ToAction, a.Agreed = "", "", "", "", "", "", "", "", "", "", "", nil
	return a
}

// Newest orders actions by the day of their meeting, the newest first, then
// as [ByMeeting] does. It is a comparison for [slices.SortFunc].
func Newest(a, b Action) int { return cmp.Or(cmp.Compare(b.Date, a.Date), ByMeeting(a, b)) }
