package store

import (
	"fmt"
	"path/filepath"
	"testing"
)

func TestNoRoomLeft(t *testing.T) {
	t.Parallel()
	o := testOptions()
	o.MaxSize = 256 << 10
	b, err := Create(filepath.Join(t.TempDir(), "book.mb"), o)
	must(t, err)
	defer func() { must(t, b.Close()) }()
	fillsUp(t, b)
}

// fillsUp saves meetings until there is no room, and sees that what was kept
// before still is, and that the book goes on with what has room.
func fillsUp(t testing.TB, b *Book) (kept int) {
	t.Helper()
	var failed error
	for failed == nil && kept < 1000 {
		if failed = b.Commit(save(meeting(fmt.Sprintf("m%d", kept), "2026-05-04", 30), 0)); failed == nil {
			kept++
		}
	}
	e := wants[*Unsaved](t, failed)
	plain(t, e, "no room", "your words are still here")
	if !e.Full || e.Closed {
		t.Errorf("the error is %+v", e)
	}
	list, err := b.Meetings()
	must(t, err)
	if len(list) != kept || kept == 0 {
		t.Errorf("%d meetings were kept, %d are in the list", kept, len(list))
	}
	for i := range kept {
		want := meeting(fmt.Sprintf("m%d", i), "2026-05-04", 30)
		got, err := b.Meeting(want.ID)
		must(t, err)
		same(t, "meeting", got, want)
	}
	fails[*Missing](t, func() error { _, err := b.Meeting("no such"); return err }())
	return kept
}
