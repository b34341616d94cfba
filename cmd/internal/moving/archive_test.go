package moving

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"minutebook/model"
)

// An archive that is stopped leaves nothing behind, and one that is asked for
// again is whole.
func TestAStoppedArchiveIsNotThere(t *testing.T) {
	t.Parallel()
	book, folder := newBook(t), t.TempDir()
	for _, date := range []model.Date{"2026-03-03", "2026-04-07"} {
		m := model.Meeting{ID: model.ID("m" + date), BodyID: "b", Body: "Quay Board", Date: date, State: model.Draft}
		if err := book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Value: m}}}); err != nil {
			t.Fatal(err)
		}
	}
	path, told := filepath.Join(folder, "minutes.zip"), 0
	a := Archiving{Made: "2026-05-04T10:00:00Z", By: "a test", Tell: func(string) { told++ }}
	a.Stopped = func() bool { return told == 1 }
	if _, err := Archive(book, path, a); !errors.Is(err, errStopped) || told != 1 {
		t.Errorf("after %d meetings it says %v", told, err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	a.Stopped = nil
	if done, err := Archive(book, path, a); err != nil || done.Meetings != 2 {
		t.Errorf("archived %+v, %v", done, err)
	}
}
