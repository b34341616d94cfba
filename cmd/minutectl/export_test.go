package main

import (
	"path/filepath"
	"testing"
	"time"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/store"
)

// A meeting keeps the house style it has: what its body has chosen since is for
// the meetings to come.
func TestMeetingsKeepTheirStyle(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "b.mb")
	book, err := store.Create(path, store.Options{Program: "minutectl", Now: time.Now, NewID: func() model.ID { return "book" }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	meetings := []model.Save[model.Meeting]{
		{Value: model.Meeting{ID: "old", Rev: 1, BodyID: "weir", Body: "Weir Board", Date: "2026-03-03"}},
		{Value: model.Meeting{ID: "new", Rev: 1, BodyID: "weir", Body: "Weir Board", Date: "2026-06-02", Style: "note"}},
	}
	bodies := []model.Save[model.Body]{{Value: model.Body{ID: "weir", Rev: 1, Name: "Weir Board", Style: "council"}}}
	if err := book.Commit(model.Batch{Bodies: bodies, Meetings: meetings}); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[model.ID]string{"old": minutes.DefaultStyle, "new": "note"} {
		in, err := inputOf(book, id, minutes.Builtin(), exporting{}, minutes.Full)
		if err != nil || in.Style.Name != want {
			t.Errorf("the style of the %s meeting is %q (%v), want %q", id, in.Style.Name, err, want)
		}
	}
}
