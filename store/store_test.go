package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"minutebook/model"
)

// children are what this test program does instead of testing when it is
// started again as another process.
var children = map[string]func(path string) error{
	"hold":  holdBook,
	"write": writeForEver,
	"read":  readAll,
}

const childVariable = "MINUTEBOOK_STORE_CHILD"

func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		if err := children[name](os.Args[1]); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child starts this program again to do what name says with path.
func child(t testing.TB, name, path string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], path)
	cmd.Env = append(os.Environ(), childVariable+"="+name)
	out, err := cmd.StdoutPipe()
	must(t, err)
	cmd.Stderr = cmd.Stdout
	_, err = cmd.StdinPipe() // open for as long as the child is to stay
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	return cmd, lines
}

// tester is what the tests' helpers need, of testing and of rapid.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Fatal(args ...any)
}

func must(t tester, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wants is the error as the type that it has to be.
func wants[E error](t tester, err error) E {
	t.Helper()
	var e E
	if !errors.As(err, &e) {
		t.Fatalf("error is %T (%v), want %T", err, err, e)
	}
	return e
}

// fails is wants where it is enough that the error is of that type.
func fails[E error](t tester, err error) {
	t.Helper()
	_ = wants[E](t, err)
}

// chance is a source of numbers that always gives the same ones.
type chance uint64

// below is a number from 0 to below n.
func (c *chance) below(n int) int {
	*c += 0x9E3779B97F4A7C15
	z := uint64(*c)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int((z ^ z>>31) % uint64(n))
}

func testOptions() Options {
	n := 0
	return Options{
		Program: "a test",
		Now:     func() time.Time { return time.Date(2026, time.May, 4, 9, 0, 0, 0, time.UTC) },
		NewID: func() model.ID {
			n++
			return model.ID(fmt.Sprintf("made-%d", n))
		},
	}
}

func newBook(t testing.TB) *Book {
	t.Helper()
	b, err := Create(filepath.Join(t.TempDir(), "office", "book.mb"), testOptions())
	must(t, err)
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func reopened(t testing.TB, b *Book) *Book {
	t.Helper()
	must(t, b.Close())
	again, err := Open(b.Path(), testOptions())
	must(t, err)
	t.Cleanup(func() { _ = again.Close() })
	return again
}

func save(m model.Meeting, base int) model.Batch {
	return model.Batch{Meetings: []model.Save[model.Meeting]{{Base: base, Value: m}}}
}

// meeting is an invented meeting of n entries at its first revision.
func meeting(id string, date model.Date, n int) model.Meeting {
	m := model.Meeting{
		ID: model.ID(id), Rev: 1, Made: "2026-05-04T09:00:00Z", Body: "Harbour Trust", Date: date, State: model.Live, Venue: "Net loft",
		Attendees: []model.Attendee{{ID: "att-1", Name: "Zo\u00eb Quay", Post: "Harbour Master", Group: "Trust", Mark: model.Present}},
		Items:     []model.Item{{ID: model.ID(id + "-i1"), Title: "Dredging"}, {ID: model.ID(id + "-i2"), Title: "Moorings"}},
	}
	for i := range n {
		e := model.Entry{ID: model.ID(fmt.Sprintf("%s-e%d", id, i)), Kind: model.Paragraph,
			Text: fmt.Sprintf("The Trust heard of the %s channel, mark %d, and of the silt in it.", []string{"north", "south", "east"}[i%3], i)}
		if i%4 == 1 {
			e.Kind, e.Number = model.Action, i
			e.Text = fmt.Sprintf("Harbour Master to **sound** berth %d by 30 June 2026.", i)
			e.Action = &model.ActionFacts{Owners: []string{"Harbour Master"}, Due: model.Due{Words: "by 30 June 2026", Date: "2026-06-30"}}
		}
		m.Items[i%2].Entries = append(m.Items[i%2].Entries, e)
	}
	return m
}

// changed is m with other words in its first entry, one revision on.
func changed(t testing.TB, m model.Meeting, text string) model.Meeting {
	t.Helper()
	e := m.Items[0].Entries[0]
	e.Text = text
	next, _, err := m.With(model.SetEntry{Entry: e})
	must(t, err)
	return next
}

// plain fails unless err is one sentence that a clerk can act on.
func plain(t tester, err error, says ...string) {
	t.Helper()
	for _, part := range append(says, ":") {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error %q does not say %q", err, part)
		}
	}
	if strings.ContainsAny(err.Error(), "\n") || strings.Contains(err.Error(), "0x") || strings.Contains(err.Error(), "panic") {
		t.Errorf("the error %q is not a plain sentence", err)
	}
}
