package quick_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
)

// fixtures are scripts laid out as the printer lays them out: the invented
// ones, and the real ones where they are at hand.
func fixtures(t *testing.T) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	patterns := []string{filepath.Join("testdata", "*.minutes")}
	if shared := os.Getenv("MINUTEBOOK_SHARED"); shared != "" {
		patterns = append(patterns, filepath.Join(root(t, shared), "seeds", "*.minutes"))
	}
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no scripts at %s: %v", pattern, err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.Base(name)] = text
		}
	}
	return found
}

// root is the shared folder as seen from this package; the variable is
// relative to the project's root.
func root(t *testing.T, shared string) string {
	t.Helper()
	if filepath.IsAbs(shared) {
		return shared
	}
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, shared)
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		t.Fatal("no go.mod above")
	}
}

func read(t *testing.T, name string, text []byte) model.Meeting {
	t.Helper()
	m, err := quick.ReadScript(name, text, model.Meeting{ID: "m"}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestScriptsReadAndPrintedAreIdentical(t *testing.T) {
	t.Parallel()
	for name, text := range fixtures(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := read(t, name, text)
			if got := string(quick.Print(m, true)); got != string(text) {
				t.Errorf("%s", firstDifference(got, string(text)))
			}
		})
	}
}

// firstDifference is where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			rest := "(end)"
			if i < len(w) {
				rest = w[i]
			}
			return "line " + g[i] + "\nwant " + rest
		}
	}
	return "ends too early, before " + w[min(len(g), len(w)-1)]
}

// expected is what an action's words are to give.
type expected struct {
	owners, due string
	date        model.Date
	forum       string
}

func TestActionsOfTheRealMeeting(t *testing.T) {
	t.Parallel()
	text, ok := fixtures(t)["2022-06-24.minutes"]
	if !ok {
		text = fixtures(t)["harbour.minutes"]
		if n := len(read(t, "harbour.minutes", text).Actions()); n == 0 {
			t.Error("the invented script has no actions")
		}
		return
	}
	const professionalism, frontline = "DMPC-AC Professionalism", "DMPC-AC Frontline Policing"
	want := []expected{
		{"MPS", "in autumn", "", professionalism},
		{"MPS", "at the next DMPC-Chief of Corporate Services meeting", "", "DMPC-Chief of Corporate Services"},
		{"MPS", "", "", ""},
		{"MPS", "in October 2022", "2022-10-31", frontline},
		{"MPS", "", "", ""},
		{"MPS", "in August 2022", "2022-08-31", frontline},
		{"MPS", "in July 2022", "2022-07-31", frontline},
		{"MPS", "prior to the new Commissioner taking up his post", "", ""},
		{"MPS", "at the next DMPC-AC Professionalism meeting", "", professionalism},
		{"DMPC", "at their next meeting", "", ""},
		{"MPS", "in November 2022", "2022-11-30", professionalism},
		{"MPS+MOPAC", "", "", ""},
		{"MPS", "in August 2022", "2022-08-31", frontline},
		{"MPS", "by 27 June", "2022-06-27", ""},
		{"", "", "", ""},
	}
	actions := read(t, "seed", text).Actions()
	if len(actions) != len(want) {
		t.Fatalf("%d actions, want %d", len(actions), len(want))
	}
	for i, a := range actions {
		got := expected{strings.Join(a.Action.Owners, "+"), a.Action.Due.Words, a.Action.Due.Date, a.Action.Forum}
		if got != want[i] || a.Number != i+1 {
			t.Errorf("action %d of %q: %+v, want %+v", a.Number, a.Text, got, want[i])
		}
	}
}
