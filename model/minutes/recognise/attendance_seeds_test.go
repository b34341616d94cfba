package recognise

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// TestSeedAttendance reads the lists of two real minutes as careful readers
// wrote them down: who, in which order, group, post, capacity and for which
// items.
func TestSeedAttendance(t *testing.T) {
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("the real minutes are not at hand: MINUTEBOOK_SHARED is not set")
	}
	for _, day := range []string{"2021-06-25", "2022-06-24"} {
		text, err := os.ReadFile(filepath.Join(shared, "seeds", day+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		script, err := os.ReadFile(filepath.Join(shared, "seeds", day+".minutes"))
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.File(day+".txt", text)
		if err != nil {
			t.Fatal(err)
		}
		got := Meeting(d, Options{}).Meeting
		want, err := quick.ReadScript(day, script, model.Meeting{}, quick.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got.Body != want.Body || got.Date != want.Date || got.Title != want.Title || got.PublicationType != want.PublicationType || got.PublicationDate != want.PublicationDate {
			t.Errorf("%s: body %q, title %q, date %s, published %q %s", day, got.Body, got.Title, got.Date, got.PublicationType, got.PublicationDate)
		}
		holdAttendees(t, day, got.Attendees, want.Attendees)
	}
}

// holdAttendees holds attendees against others, but for their identities.
func holdAttendees(t *testing.T, day string, got, want []model.Attendee) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d attendees, want %d", day, len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		g, w := got[i], want[i]
		if g.ID = w.ID; !reflect.DeepEqual(g, w) {
			t.Errorf("%s: attendee %d: got %+v, want %+v", day, i+1, g, w)
		}
	}
}
