package ui

import "time"

// drafts sees to it that unfinished words reach the disk in time: a short
// while after the last key, and at latest every so often while typing goes on.
type drafts struct {
	save  func()
	after func(time.Duration, func()) (callOff func())
	now   func() time.Time

	callOff func()
	since   time.Time // of the oldest change not saved; zero where there is none
}

// What the program promises is 300 ms after the last key and a second while
// typing without pause; the disk needs some of that.
const (
	draftPause = 200 * time.Millisecond
	draftLimit = 700 * time.Millisecond
)

// touch says that the words changed.
func (d *drafts) touch() {
	now := d.now()
	if d.since.IsZero() {
		d.since = now
	}
	if d.callOff != nil {
		d.callOff()
	}
	wait := min(draftPause, max(draftLimit-now.Sub(d.since), 0))
	d.callOff = d.after(wait, d.flush)
}

// flush saves now what is not saved.
func (d *drafts) flush() {
	if d.callOff != nil {
		d.callOff()
		d.callOff = nil
	}
	if d.since.IsZero() {
		return
	}
	d.since = time.Time{}
	d.save()
}
