package store

import (
	"errors"
	"testing"

	"minutebook/model/register"
)

// What the register gives in brief, each read whole, is what a filter selects
// from all.
func sameRegister(t tester, b *Book, f register.Filter) {
	t.Helper()
	all, err := b.Actions()
	must(t, err)
	f.Today = "2026-07-15"
	want := f.Select(all)
	got, err := b.Register(f)
	must(t, err)
	byID := map[[2]string]register.Action{}
	for _, a := range want {
		byID[[2]string{string(a.Meeting), string(a.ID)}] = a
	}
	if len(got) != len(want) {
		t.Fatalf("%+v: %d actions, not %d", f, len(got), len(want))
	}
	for i, a := range got {
		if i > 0 && register.Newest(got[i-1], a) > 0 {
			t.Fatalf("%s stands before %s", got[i-1].ID, a.ID)
		}
		whole, err := b.Action(a.Meeting, a.ID)
		must(t, err)
		same(t, "action", whole, byID[[2]string{string(a.Meeting), string(a.ID)}])
		same(t, "action in brief", a, whole.Brief())
	}
}

func TestRegisterHasNoOtherAction(t *testing.T) {
	b := newBook(t)
	must(t, b.Commit(save(meeting("m1", "2026-05-04", 20), 0)))
	sameRegister(t, b, register.Filter{})
	_, err := b.Action("m1", "none")
	if none := new(Missing); !errors.As(err, &none) || none.ID != "none" {
		t.Errorf("the error is %v", err)
	}
}
