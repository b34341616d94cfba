package store

import (
	"fmt"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// TestBookOfManySmallBuckets opens a book whose buckets are all so small that
// bbolt keeps them within the root, which then takes more than one page.
func TestBookOfManySmallBuckets(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	words := strings.Repeat("w", 400)
	must(t, b.Commit(model.Batch{
		Bodies: []model.Save[model.Body]{{Value: model.Body{ID: "b1", Name: words}}},
		People: []model.Save[model.Person]{{Value: model.Person{ID: "p1", Name: words}}},
		Styles: []model.Save[model.HouseStyle]{{Value: model.HouseStyle{ID: "s", Name: "S", File: fmt.Appendf(nil, "%q", words)}}},
		Files:  []model.File{model.NewFile("a.docx", []byte(words[:300]))},
	}))
	must(t, b.KeepClerk(model.Clerk{Words: []string{words}}))
	must(t, b.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: words}))
	must(t, b.KeepWritten(model.Written{Path: "/" + words}))
	again := reopened(t, b)
	if body := must1(again.Body("b1"))(t); body.Name != words {
		t.Errorf("the body is %q", body.Name)
	}
	// The test tests nothing unless the root takes more than one page.
	must(t, again.view(func(tx *bbolt.Tx) error {
		if s := tx.Cursor().Bucket().Stats(); s.BranchPageN == 0 {
			t.Errorf("the root takes one page only: %+v", s)
		}
		return nil
	}))
}
