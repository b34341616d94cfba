package recognise

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minutebook/model/minutes/read"
)

var (
	onlyFile   = flag.String("corpus", "", "read only the file of the corpus whose name begins so, 06")
	showPieces = flag.Bool("show", false, "show what every piece of it was taken for, and what was missed (with -v)")
)

// What the reading of the corpus is held to.
const (
	// The shares of what is there that is found, and of what is found that is
	// there, over all files, by kind.
	leastAttendees, leastItems, leastActions, leastDecisions = 0.98, 0.96, 0.95, 0.80
	// mostLost is how many words may be in none of the meetings and records.
	mostLost = 0
	// mostLabels and mostDropped are the shares of the words of a file that may
	// stand in labels and be page furniture; mostLabel is how many words a label
	// has at most.
	mostLabels, mostDropped, mostLabel = 0.16, 0.06, 25
)

// golden is what a careful reader found in a file.
type golden struct {
	Attendees []struct{ Name, Mark string }
	Items     []struct{ Title string }
	Actions   []goldenAction
	Earlier   []goldenAction `json:"earlier_actions"`
	Decisions []struct{ Starts string }
}

type goldenAction struct {
	Owners []string
	Starts string
}

// minutes are a file of the corpus: its text, and what is in it.
type minutes struct {
	number, name, text string
	golden             golden
}

// TestCorpus reads real minutes. No word of them may be lost, and what they
// consist of is held against what a careful reader found.
func TestCorpus(t *testing.T) {
	pooled := map[string]score{}
	lost := 0
	for _, f := range corpus(t) {
		d, err := read.File(f.name, []byte(f.text))
		if err != nil {
			t.Fatal(err)
		}
		found := Meeting(d, Options{})
		if *showPieces {
			show(found, f)
		}
		lost += holdWords(t, f, d, found)
		holdShares(t, f, d, found)
		for _, kind := range kindsScored {
			s := kind.score(found, f.golden)
			if *showPieces {
				s.tell(kind.name)
			}
			table(f.number, kind.name, s)
			all := pooled[kind.name]
			all.add(s)
			pooled[kind.name] = all
		}
		if n := len(foundActions(found)); len(f.golden.Actions) == 0 && n > 0 {
			t.Errorf("%s: %d actions where there are none", f.number, n)
		}
	}
	for _, kind := range kindsScored {
		table("pooled", kind.name, pooled[kind.name])
	}
	if *onlyFile == "" {
		holdFloors(t, lost, pooled)
	}
}

// holdFloors holds the reading of all files to what it has reached.
func holdFloors(t *testing.T, lost int, pooled map[string]score) {
	t.Helper()
	if lost > mostLost {
		t.Errorf("%d words are lost", lost)
	}
	for name, least := range map[string]float64{"attendees": leastAttendees, "items": leastItems, "actions": leastActions, "decisions": leastDecisions} {
		if s := pooled[name]; s.precision() < least || s.recall() < least {
			t.Errorf("%s: precision %.3f and recall %.3f, at least %.2f is asked for", name, s.precision(), s.recall(), least)
		}
	}
}

// corpus are the files of the corpus, or the one that was asked for.
func corpus(t *testing.T) []minutes {
	t.Helper()
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("the real minutes are not at hand: MINUTEBOOK_SHARED is not set")
	}
	paths, err := filepath.Glob(filepath.Join(shared, "corpus", *onlyFile+"*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no minutes in %s: %v", shared, err)
	}
	var files []minutes
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := minutes{name: filepath.Base(path)}
		f.number, _, _ = strings.Cut(f.name, "-")
		f.text = strings.SplitN(string(text), "\n", sourceLines+1)[sourceLines]
		annotations, err := os.ReadFile(filepath.Join(filepath.Dir(path), f.number+".golden.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(annotations, &f.golden); err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

// sourceLines are how many lines before the minutes say where they are from.
const sourceLines = 3

// score compares what was found with what is there.
type score struct {
	found, right, golden int
	missed, extra        []string
}

func (s *score) add(o score) {
	s.found += o.found
	s.right += o.right
	s.golden += o.golden
}

func (s score) precision() float64 { return share(s.right, s.found) }
func (s score) recall() float64    { return share(s.right, s.golden) }

// share is how many of all; 1 where there is nothing to be wrong about.
func share(n, all int) float64 {
	if all == 0 {
		return 1
	}
	return float64(n) / float64(all)
}

// compared pairs each of what is there with one thing found.
func compared(found, there []string, same func(found, there string) bool) score {
	s := score{found: len(found), golden: len(there)}
	rest := slices.Clone(found)
	for _, g := range there {
		at := slices.IndexFunc(rest, func(f string) bool { return same(f, g) })
		if at < 0 {
			s.missed = append(s.missed, g)
			continue
		}
		s.right++
		rest = slices.Delete(rest, at, at+1)
	}
	s.extra = rest
	return s
}

func (s score) tell(kind string) {
	for _, m := range s.missed {
		fmt.Printf("missed %s: %s\n", kind, m)
	}
	for _, e := range s.extra {
		fmt.Printf("extra %s: %s\n", kind, e)
	}
}

// table prints a line of the table of figures, whose head stands in the
// Makefile.
func table(file, kind string, s score) {
	if !testing.Verbose() {
		return
	}
	fmt.Printf("%s\t%s\t%d\t%d\t%d\t%.3f\t%.3f\n", file, kind, s.found, s.right, s.golden, s.precision(), s.recall())
}

// show prints what became of every piece.
func show(f Found, of minutes) {
	m := f.Meeting
	fmt.Printf("%s: body %q, title %q, %s %s-%s, started %s, closed %s, venue %q, public %v, style %s (%s), signed %q, next %+v\n", of.number,
		m.Body, m.Title, m.Date, m.Begin, m.End, m.Started, m.Closed, m.Venue, m.Public, f.Style, f.StyleWhy, f.Signed, m.Next)
	for _, p := range f.Pieces {
		source := strings.Join(strings.Fields(p.Source), " ")
		if n := []rune(source); len(n) > 110 {
			source = string(n[:80]) + " ... " + string(n[len(n)-25:])
		}
		fmt.Printf("%4d.%d.%d %-14s %.2f %-22s %s", p.Line, p.Cell, p.Part, p.As, p.Confidence, p.Why, source)
		if p.Label != "" {
			fmt.Printf("  {%s}", p.Label)
		}
		fmt.Println()
	}
}
