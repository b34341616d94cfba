package packed_test

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model/packed"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number, flag, text := rapid.IntRange(0, 1<<40).Draw(t, "number"), rapid.Bool().Draw(t, "flag"), rapid.String().Draw(t, "text")
		list := rapid.OneOf(rapid.Just([]string(nil)), rapid.SliceOf(rapid.String())).Draw(t, "list")
		var part, w packed.Writer
		part.Text(text)
		w.Number(number)
		w.Flag(flag)
		w.Texts(list)
		w.Part(part.Record())
		w.Number(-1)
		r := packed.Read(string(w.Record()))
		n, f, l := r.Number(), r.Flag(), r.Texts()
		inner := packed.Read(r.Text())
		if words := inner.Text(); n != number || f != flag || !reflect.DeepEqual(l, list) || words != text || r.Number() != 0 || r.Err() != nil || r.Rest() != "" {
			t.Fatalf("read %d, %v, %q, %q, %v", n, f, l, words, r.Err())
		}
	})
}

// Whatever a reader is given, it comes to an end and says where something was
// missing.
func TestWhatIsNoRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := packed.Read(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		for range 40 {
			r.Number()
			r.Texts()
			r.Text()
		}
		if !errors.Is(r.Err(), packed.ErrSpoilt) || len(r.Rest()) > 0 {
			t.Fatalf("%v, with %d bytes left", r.Err(), len(r.Rest()))
		}
	})
	w := packed.Writer{}
	w.Text("words")
	r := packed.Read(w.Record()[:4])
	if got := r.Text(); len(got) > 0 || r.Err() == nil {
		t.Errorf("a text cut short is %q", got)
	}
}

// Lists that have their room together are those that were written, each for
// itself.
func TestListsWithRoomTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.OneOf(rapid.Just([]string(nil)), rapid.SliceOfN(rapid.String(), 0, 300))
		lists := rapid.SliceOfN(list, 0, 20).Draw(t, "lists")
		var w packed.Writer
		for _, l := range lists {
			w.Texts(l)
		}
		r, alone := packed.Read(string(w.Record())), packed.Read(string(w.Record()))
		var room []string
		var read, apart [][]string
		for range lists {
			read, apart = append(read, r.TextsIn(&room)), append(apart, alone.TextsIn(nil))
		}
		for i := range read {
			_ = append(read[i], "more") // which goes into none of the others
		}
		if len(lists) > 0 && (!reflect.DeepEqual(read, lists) || !reflect.DeepEqual(apart, lists)) || r.Rest() != "" || r.Err() != nil {
			t.Fatalf("read %q, and apart %q", read, apart)
		}
	})
}
