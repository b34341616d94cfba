package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/merge"
)

// keeping is what keeps the fake book safe.
func (w *world) keeping() Keeping {
	return Keeping{Aside: w.doLater, Purge: w.purge, Backup: w.backup, LastBackup: w.lastBackup, HandOver: w.handOver, Archive: w.archive, Other: w.openOther,
		Notify: func(_, words string) { w.notified = append(w.notified, words) }}
}

// backup copies the fake book into a folder.
func (w *world) backup(folder string) (string, error) {
	w.mustWork(folder)
	if w.fail != nil {
		return "", w.fail
	}
	w.backedUp = append(w.backedUp, w.now)
	return filepath.Join(folder, "book.mb"), nil
}

func (w *world) lastBackup(folder string) (time.Time, error) {
	w.mustWork(folder)
	if n := len(w.backedUp); n > 0 {
		return w.backedUp[n-1], w.fail
	}
	return time.Time{}, w.fail
}

// handOver marks a body of the fake book as handed over.
func (w *world) handOver(id model.ID, path string, away model.Away) ([]string, error) {
	w.mustWork(path)
	if w.fail != nil {
		return nil, w.fail
	}
	away.Path = path
	b := w.book.bodies[id]
	b.Away = &away
	b.Rev++
	w.book.bodies[id] = b
	return []string{path, strings.TrimSuffix(path, ".mb") + ".html"}, nil
}

// archive notes what was archived, and lets the test look on.
func (w *world) archive(a Archive) (Archived, error) {
	w.mustWork(a.Path)
	a.Tell("1 of 2: quay-board")
	if w.archiving != nil {
		w.archiving()
	}
	switch {
	case w.fail != nil:
		return Archived{}, w.fail
	case a.Stopped():
		return Archived{}, errors.New("stopped")
	}
	w.archived = append(w.archived, a)
	return Archived{Meetings: 2, Withheld: w.withheld}, nil
}

// openOther opens another fake book.
func (w *world) openOther(path string) (Other, error) {
	w.mustWork(path)
	other := w.others[path]
	if other == nil {
		return nil, errNoSuch
	}
	other.open++
	return other, nil
}

// fakeOther is another book, of which it is known what would come over.
type fakeOther struct {
	away   model.Body
	plan   merge.Plan
	merged []merge.Take
	last   merge.Take
	open   int
	fail   error
}

func (o *fakeOther) Away() (model.Body, error) {
	if o.away.ID == "" {
		return o.away, errNoSuch
	}
	return o.away, nil
}

func (o *fakeOther) Plan(take merge.Take) (merge.Plan, error) {
	o.last = take
	p := o.plan
	p.Parts = slices.Clone(p.Parts)
	return p, o.fail
}

func (o *fakeOther) Merge(merge.Plan) error {
	o.merged = append(o.merged, o.last)
	return o.fail
}

func (o *fakeOther) Close() error { o.open--; return nil }

// purge takes private notes and earlier revisions out of the fake book.
func (w *world) purge(meetings ...model.ID) (gone model.Purged, err error) {
	w.mustWork("the book")
	for _, id := range meetings {
		m, err := w.book.Meeting(id)
		if err != nil {
			return gone, err
		}
		next, notes, err := m.WithoutPrivate()
		if err != nil {
			gone.Left += m.PrivateNotes()
		} else {
			w.book.meetings[id] = next
		}
		gone.Notes += notes
		gone.Revisions += len(w.book.revisions[id])
		delete(w.book.revisions, id)
	}
	return gone, nil
}

// privateIn are the words of the private notes of a meeting.
func privateIn(m model.Meeting) []string {
	var words []string
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				words = append(words, e.Text)
			}
		}
	}
	return slices.Clip(words)
}
