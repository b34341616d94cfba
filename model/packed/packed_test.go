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
