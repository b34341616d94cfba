package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
)

// Input is what a calendar is made of.
type Input struct {
	// Name is what it is called.
	Name string
	// Log has the meetings whose dated actions are wanted, the style, the
	// audience and the day, before which no meeting is to come.
	Log actionlog.Input
	// Meetings are those still to come, and the last that each body held, which
	// may say when it meets next.
	Meetings []model.Meeting
	// Stamp is when it is made; Tasks writes actions as to-dos too.
	Stamp time.Time
	Tasks bool
}

// Of is the calendar of the meetings to come and of the actions still to be
// done that have a day. Private notes are in none; for the public restricted
// actions are left out. The error is a *[minutes.NeedsAudience] where a meeting
// has restricted parts and nobody said for whom the calendar is.
func Of(in Input) (Calendar, error) {
	c := Calendar{Name: in.Name, Language: in.Log.Style.Language, Stamp: in.Stamp, Tasks: in.Tasks}
	for _, m := range in.Meetings {
		if e, ok := meeting(m, in.Meetings, in.Log.Today); ok {
			c.Events = append(c.Events, e)
		}
	}
	for _, s := range in.Log.Sources {
		if err := in.Log.Audience.Check(s.Meeting); err != nil {
			return Calendar{}, err
		}
		for _, a := range s.Seen(in.Log.Style, in.Log.Audience) {
			if !a.Stub && a.State.Outstanding() && a.Due.Date.Valid() && in.Log.Wanted.Keep(a.Action) {
				c.Events = append(c.Events, action(a))
			}
		}
	}
	slices.SortStableFunc(c.Events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.ID, b.ID))
	})
	return c, nil
}

// kinds are what a meeting is called.
var kinds = map[model.MeetingKind]string{model.Ordinary: "meeting", model.Extraordinary: "extraordinary meeting", model.Annual: "annual meeting"}

// meeting is a meeting to come, or the one after m that m itself announced and
// the book does not have yet.
func meeting(m model.Meeting, all []model.Meeting, today model.Date) (Event, bool) {
	switch {
	case m.State == model.Cancelled:
		return Event{}, false
	case m.Date >= today && (m.State == model.Planned || m.State == model.Adjourned || m.State == model.Inquorate):
		return Event{ID: m.ID, Day: m.Date, Begin: m.Begin, End: m.End, Title: m.Body + ": " + kinds[m.Kind], Place: m.Venue}, true
	case m.Next == nil || m.Next.Date < today || slices.ContainsFunc(all, func(other model.Meeting) bool {
		return other.ID != m.ID && other.BodyID == m.BodyID && other.Date > m.Date
	}):
		return Event{}, false
	}
	return Event{ID: m.ID + "-next", Day: m.Next.Date, Begin: m.Next.At, Title: m.Body + ": meeting", Place: m.Next.Venue}, true
}

// widest is how many letters of an action stand in the title of its event.
const widest = 80

func action(a actionlog.Seen) Event {
	text := strings.Join(strings.Fields(minutes.Clean(a.Text)), " ")
	e := Event{ID: a.Meeting + "-" + a.ID, Day: a.Due.Date, Task: true, Title: fmt.Sprintf("Action %s: %s", a.Printed, short(text))}
	said := []string{text}
	for _, line := range []struct{ label, words string }{
		{"Owner", strings.Join(a.Owners, ", ")}, {"Due", a.Due.Words}, {"Report to", a.Forum}, {"Agreed by", a.Body + ", " + a.Date.Long()},
	} {
		if line.words != "" {
			said = append(said, line.label+": "+strings.Join(strings.Fields(minutes.Clean(line.words)), " "))
		}
	}
	e.Text = strings.Join(said, "\n")
	return e
}

// short is the beginning of a text, cut between words where it is long.
func short(text string) string {
	letters := []rune(text)
	if len(letters) <= widest {
		return text
	}
	head := string(letters[:widest])
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		head = head[:i]
	}
	return head + "…"
}
