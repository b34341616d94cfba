package ui

import (
	"sync"
	"time"

	"minutebook/model"
)

// mailbox holds the newest unfinished words of a meeting. Whoever writes them
// to the book, now or later, writes the newest: old words never come last.
type mailbox struct {
	mu     sync.Mutex
	newest model.Unfinished
}

func (b *mailbox) put(words model.Unfinished) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.newest = words
}

// deliver writes the newest words. It may be called from any goroutine.
func (b *mailbox) deliver(write func(model.Unfinished) error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return write(b.newest)
}

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
