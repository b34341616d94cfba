package quick_test

import (
	"errors"
	"reflect"
	"testing"
	"unicode/utf8"

	"minutebook/model"
	"minutebook/model/quick"
)

// FuzzRead reads any line: it never fails but by a line error, and the entry
// it makes is printed as a line that makes the same.
func FuzzRead(f *testing.F) {
	for _, line := range []string{"Text", "a: MPS to write by 27 June {no: 3}", "v: for 5 against Smith", "i: Smith, item 4, left", "/in Smith during item 3 10:15",
		"/present MPS: Ann, Clerk (item 3) {new}", "# [1/2] Title {public: x}", "\\\\# x", "One\n\\\n{at: 10:15}", "/next 1 May 10:00, x", "/done 24 June 2022 14, x"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		c := context()
		r, err := quick.Read(line, c)
		if err != nil {
			var e *quick.LineError
			if !errors.As(err, &e) || e.What == "" || e.Col < 0 {
				t.Fatalf("%q: error %+v", line, err)
			}
			return
		}
		m, _, err := c.Meeting.With(r.Changes)
		if err != nil || r.Entry == nil || !utf8.ValidString(line) {
			return
		}
		e, _, ok := m.Entry(r.Entry.ID)
		if !ok {
			t.Fatalf("%q makes no entry", line)
		}
		c.Meeting = m
		text := quick.PrintEntry(quick.Context{Meeting: m}, e)
		again, err := quick.Read(text, c)
		if err != nil {
			t.Fatalf("%q is printed as %q: %v", line, text, err)
		}
		again.Entry.ID, again.Entry.Number, again.Entry.Restricted = e.ID, e.Number, e.Restricted
		got, want := *again.Entry, e
		meant(&got, nil)
		meant(&want, nil)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is printed as %q and read as %+v %s\nwant %+v %s", line, text, got, deep(got), want, deep(want))
		}
	})
}

// FuzzScript reads any script: what is read is printed so that reading and
// printing it again gives the same.
func FuzzScript(f *testing.F) {
	f.Add([]byte("/body A\n/date 1 May 2026\n\n/present MPS: Ann, Clerk\n\n# One\nText\n    more\na: Ann to write\n"))
	f.Add([]byte("/body A\n/date 1 May 2026\n/restricted x\n# {title: ; restricted: y}\np: x {restricted: z}\n/state live\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := quick.ReadScript("x", text, model.Meeting{ID: "m"}, quick.Options{Lenient: true})
		var bad quick.ScriptErrors
		if err != nil && !errors.As(err, &bad) {
			t.Fatalf("error %v", err)
		}
		if m.Body == "" || m.Date == "" {
			return
		}
		printed := quick.Print(m, true)
		back, err := quick.ReadScript("x", printed, model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatalf("%v\n%s", err, printed)
		}
		if !reflect.DeepEqual(meaning(back), meaning(m)) {
			t.Fatalf("%s\n%q", differing(meaning(back), meaning(m)), printed)
		}
		if again := quick.Print(back, true); string(again) != string(printed) {
			t.Fatalf("%s", firstDifference(string(again), string(printed)))
		}
	})
}
