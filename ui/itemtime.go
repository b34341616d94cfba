package ui

import (
	"fmt"
	"time"

	"minutebook/model"
)

// itemTime is how long the item that the clerk is at has been going. It is for
// the head of the window alone: what is kept of it are the stamps of the
// entries, so that a meeting opened again goes on from the first entry of the
// item. Until there is one the item has been going since the clerk came to it.
type itemTime struct {
	// came is when the clerk first came to an item in this meeting.
	came map[model.ID]time.Time
	// at is the item shown last, and since how long it has been shown.
	at    model.ID
	since time.Time
	// callOff calls off the next showing.
	callOff func()
}

// passage is how long the clerk must be at an item under which nothing is
// minuted for the item to have begun: less is passing through.
const passage = time.Minute

// visit notes where the clerk is in a live meeting.
func (t *itemTime) visit(m model.Meeting, item model.ID, now time.Time) {
	if item == t.at {
		return
	}
	if t.came == nil {
		t.came = map[model.ID]time.Time{}
	}
	if left, _ := m.Item(t.at); now.Sub(t.since) < passage && left.FirstMade(model.Stamp(sitting(m, now))) == "" && t.since.Equal(t.came[t.at]) {
		delete(t.came, t.at)
	}
	t.at, t.since = item, now
	if _, ok := t.came[item]; !ok {
		t.came[item] = now
	}
}

// began is when the item began in this sitting.
func (t *itemTime) began(m model.Meeting, now time.Time) time.Time {
	began := t.came[t.at]
	it, _ := m.Item(t.at)
	if first, err := time.Parse(time.RFC3339Nano, it.FirstMade(model.Stamp(sitting(m, now)))); err == nil && first.Before(began) {
		began = first
	}
	return began
}

// sitting is when a live meeting last sat down: the latest moment that has the
// time at which it began. What was minuted before that, on another day or in
// preparation, says nothing of how long an item takes.
func sitting(m model.Meeting, now time.Time) time.Time {
	began := clockOn(now, m.Started)
	if began.After(now) {
		return began.AddDate(0, 0, -1)
	}
	return began
}

// clockOn is a time of day on the day of another.
func clockOn(day time.Time, at model.Clock) time.Time {
	var hour, minute int
	if _, err := fmt.Sscanf(string(at), "%d:%d", &hour, &minute); err != nil {
		hour, minute = 0, 0
	}
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, day.Location())
}

// prepared is the stamp before which entries belong to the preparation of a
// meeting, "" where it is not said when it began.
func (s *meetingScreen) prepared(m model.Meeting) string {
	if m.Started == "" {
		return ""
	}
	day := m.Date.Time()
	return model.Stamp(clockOn(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, s.w.out.Now().Location()), m.Started))
}

// itemWords say which item is being taken, and for how long; "" while the
// meeting is not being held.
func (s *meetingScreen) itemWords() string {
	m := s.work.meeting()
	it, ok := m.Item(s.work.item)
	if !ok || it.Opening() || !s.live() {
		return ""
	}
	words := trf("Item %s", cut(model.Number(m).Items[it.ID], 16))
	now := s.w.out.Now()
	switch minutes := int(now.Sub(s.time.began(m, now)).Minutes()); {
	case minutes <= 0:
	case minutes < 60:
		words += trf(", %d min", minutes)
	default:
		words += trf(", %d h %d min", minutes/60, minutes%60)
	}
	return words
}

// keepTime notes where the clerk is and sees to it that the head is shown anew
// when the item has been going for another minute: not sooner, and not while
// another screen is shown or the meeting is not live.
func (s *meetingScreen) keepTime() {
	if s.time.callOff != nil {
		s.time.callOff()
		s.time.callOff = nil
	}
	if !s.live() || s.w.screen != screen(s) {
		return
	}
	m, now := s.work.meeting(), s.w.out.Now()
	s.time.visit(m, s.work.item, now)
	wait := passage - now.Sub(s.time.began(m, now))%passage
	s.time.callOff = s.w.out.After(wait, func() {
		if s.w.screen == screen(s) {
			s.w.headChanged()
			s.keepTime()
		}
	})
}
