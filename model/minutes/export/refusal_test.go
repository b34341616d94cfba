package export

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
)

// ordinary are meetings as offices have them: the samples, and real ones where
// they are at hand.
func ordinary(t *testing.T) map[string]model.Meeting {
	t.Helper()
	all := map[string]model.Meeting{}
	names, err := fs.Glob(assets.Samples, "samples/*.minutes")
	if err != nil || len(names) == 0 {
		t.Fatal("no samples", err)
	}
	for _, name := range names {
		data, err := assets.Samples.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = meeting(t, string(data))
	}
	if shared := os.Getenv("MINUTEBOOK_SHARED"); shared != "" {
		names, err := filepath.Glob(filepath.Join(shared, "seeds", "*.minutes"))
		if err != nil || len(names) == 0 {
			t.Fatal("no real meetings", err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all[name] = meeting(t, string(data))
		}
	}
	return all
}

// TestOrdinaryMeetingsAreNotRefused withholds one part after another of
// ordinary meetings. Nothing leaks, so nothing may be refused: a gate that cries
// wolf is one that somebody takes away.
func TestOrdinaryMeetingsAreNotRefused(t *testing.T) {
	t.Parallel()
	why := model.Restriction{Reason: "commercially sensitive", Paragraph: "3"}
	made, random := 0, rand.New(rand.NewPCG(1, 1))
	all := ordinary(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		m := all[name]
		var changes []model.Change
		for _, it := range m.Items {
			changes = append(changes, model.RestrictItem{ID: it.ID, Restriction: &why})
			for _, e := range it.Entries {
				changes = append(changes, model.RestrictEntry{ID: e.ID, Restriction: &why})
				if words := strings.Fields(model.Plain(e.Text)); len(words) > 0 {
					from := random.IntN(len(words))
					changes = append(changes, model.RestrictPhrase{ID: e.ID, Words: strings.Join(words[from:min(len(words), from+1+random.IntN(6))], " "), Restriction: &why})
				}
			}
		}
		for i, c := range changes {
			next, _, err := m.With(c)
			if err != nil {
				continue // a phrase without words
			}
			styles := minutes.StyleNames()
			ext := Formats()[i%len(Formats())]
			in := input(t, next, minutes.Public)
			if in.Style, err = minutes.LoadStyle(styles[i%len(styles)]); err != nil {
				t.Fatal(err)
			}
			if _, err := Bytes(ext, in); err != nil {
				t.Errorf("%s %s %s: %v", name, ext, fmt.Sprintf("%T", c), err)
			}
			made++
		}
	}
	t.Logf("%d files, none of which may be refused", made)
}
