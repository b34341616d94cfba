package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"minutebook/model"
)

// holdBook opens the book, says so, and has it until its input ends.
func holdBook(path string) error {
	o := testOptions()
	o.Program = "the other program"
	b, err := Open(path, o)
	if err != nil {
		return err
	}
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin)
	return b.Close()
}

func TestLockedBook(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Close())
	cmd, lines := child(t, "hold", b.Path())
	if !lines.Scan() || lines.Text() != "held" {
		t.Fatalf("the other program says %q", lines.Text())
	}
	for _, open := range []func() error{
		func() error { _, err := Open(b.Path(), testOptions()); return err },
		func() error { _, err := Open(b.Path(), Options{ReadOnly: true}); return err },
		func() error { _, err := Check(b.Path()); return err },
	} {
		e := wants[*Locked](t, open())
		plain(t, e, "the other program", strconv.Itoa(cmd.Process.Pid), "close it there")
		if e.PID != cmd.Process.Pid {
			t.Errorf("process %d is said to have it, and %d has", e.PID, cmd.Process.Pid)
		}
	}
	must(t, cmd.Process.Kill())
	_ = cmd.Wait()
	// The word that the killed program left behind locks nothing.
	b, err := Open(b.Path(), testOptions())
	must(t, err)
	must(t, b.Close())
}

func TestLockedByNobodyKnown(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, os.WriteFile(holderPath(b.Path()), []byte(`{"program":"gone","pid":0,"host":"`+thisProgram("").Host+`"}`), 0o600))
	_, err := Open(b.Path(), testOptions())
	plain(t, wants[*Locked](t, err), "another program")
}

// writeForEver saves the meeting of the book with one revision after the
// other, and says which is on disk.
func writeForEver(path string) error {
	b, err := Open(path, testOptions())
	if err != nil {
		return err
	}
	m, err := b.Meeting("m1")
	if err != nil {
		return err
	}
	for {
		next := m.Clone()
		next.Rev++
		i := next.Rev % len(next.Items[0].Entries)
		next.Items[0].Entries[i].Text = fmt.Sprintf("Revision %d has these words. %s", next.Rev, strings.Repeat("silt ", next.Rev%97))
		if err := b.Commit(save(next, m.Rev)); err != nil {
			return err
		}
		fmt.Println(next.Rev)
		m = next
	}
}

func TestKillLosesNothingAcknowledged(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(save(meeting("m1", "2026-05-04", 40), 0)))
	must(t, b.Close())
	rng := chance(1)
	acknowledged := 1
	for round := range 12 {
		cmd, lines := child(t, "write", b.Path())
		stop := acknowledged + 1 + rng.below(60)
		for lines.Scan() {
			rev, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Fatalf("round %d: the writer says %s", round, lines.Text())
			}
			if acknowledged = rev; rev == stop {
				must(t, cmd.Process.Kill())
			}
		}
		_ = cmd.Wait()
		report, err := Check(b.Path())
		must(t, err)
		if !report.Sound() {
			t.Fatalf("round %d: %v", round, report.Faults)
		}
		b, err = Open(b.Path(), testOptions())
		must(t, err)
		m, err := b.Meeting("m1")
		must(t, err)
		if m.Rev < acknowledged || m.Rev > acknowledged+1 {
			t.Fatalf("round %d: revision %d was acknowledged, %d is kept", round, acknowledged, m.Rev)
		}
		if text := m.Items[0].Entries[m.Rev%len(m.Items[0].Entries)].Text; !strings.HasPrefix(text, fmt.Sprintf("Revision %d has", m.Rev)) {
			t.Fatalf("round %d: revision %d has the words %q", round, m.Rev, text)
		}
		acknowledged = m.Rev
		must(t, b.Close())
	}
}

// sampleMeetings are what the books that are damaged hold.
func sampleMeetings() []model.Meeting {
	var held []model.Meeting
	for i := range 12 {
		held = append(held, meeting(fmt.Sprintf("m%d", i), model.Date("2026-05-04").AddDays(i), 10+i*4))
	}
	return held
}

func sampleBook(t testing.TB) *Book {
	t.Helper()
	b := newBook(t)
	for _, m := range sampleMeetings() {
		must(t, b.Commit(save(m, 0)))
	}
	must(t, b.Close())
	return b
}

// readAll opens every file in a folder as a book and compares what it says
// with the sample. What differs must be found by Check.
func readAll(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.mb"))
	if err != nil {
		return err
	}
	for _, path := range files {
		fmt.Println(filepath.Base(path))
		before, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		asKept := readLike(path)
		report, err := Check(path)
		if asKept != nil && err == nil && report.Sound() {
			return fmt.Errorf("%s: %w, and the check finds nothing", path, asKept)
		}
		if err == nil {
			fmt.Println("faults", len(report.Faults), report.Faults)
		} else {
			fmt.Println("refused", err)
		}
		after, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if string(after) != string(before) {
			return fmt.Errorf("%s: was changed", path)
		}
	}
	return nil
}

// readLike opens a book and says where it is not like the sample. A meeting
// with other words than were kept ends the program: nothing excuses it.
func readLike(path string) (differs error) {
	b, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = b.Close() }()
	for _, want := range sampleMeetings() {
		got, err := b.Meeting(want.ID)
		if err == nil && !reflect.DeepEqual(got, want) {
			fmt.Println("wrong words:", path, want.ID)
			os.Exit(3)
		}
		differs = errors.Join(differs, err)
	}
	list, err := b.Meetings()
	if err == nil && len(list) != len(sampleMeetings()) {
		err = errors.New("the list has another length")
	}
	_, err2 := b.Actions()
	_, err3 := b.Search("silt channel", 0)
	return errors.Join(differs, err, err2, err3)
}

// readInChild has another process read the books in a folder, which it must
// survive, and gives how many it found something wrong with.
func readInChild(t *testing.T, folder string) (found int) {
	t.Helper()
	cmd, lines := child(t, "read", folder)
	last := ""
	for lines.Scan() {
		last += lines.Text() + "\n"
		if strings.HasPrefix(lines.Text(), "refused") || strings.HasPrefix(lines.Text(), "faults") && !strings.HasPrefix(lines.Text(), "faults 0") {
			found++
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("reading damaged books: %v: ...%s", err, last[max(0, len(last)-2000):])
	}
	return found
}

func TestFlippedBitsAreFound(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(sampleBook(t).Path())
	must(t, err)
	folder := t.TempDir()
	rng := chance(3)
	flip := func(name string, at int) {
		flipped := []byte(string(data))
		flipped[at] ^= 1 << rng.below(8)
		must(t, os.WriteFile(filepath.Join(folder, name+".mb"), flipped, 0o600))
	}
	for i := range 150 {
		flip(fmt.Sprintf("any-%d", i), rng.below(len(data)))
	}
	for i := range 150 { // where the pages say what they hold
		flip(fmt.Sprintf("head-%d", i), rng.below(len(data)/os.Getpagesize())*os.Getpagesize()+rng.below(96))
	}
	found := readInChild(t, folder)
	t.Logf("%d of 300 flipped bits were in what the book still uses, and found", found)
	if found < 60 {
		t.Errorf("only %d of 300 flipped bits were found", found)
	}
}

func TestCutBooksAreRefused(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(sampleBook(t).Path())
	must(t, err)
	folder := t.TempDir()
	rng := chance(5)
	sizes := []int{0, 1, 79, 80, 512, 4095, 4096, 4176, 8191, 8192, 9000, 16384}
	for range 100 {
		sizes = append(sizes, rng.below(len(data)))
	}
	for i, n := range sizes {
		must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("cut-%d.mb", i)), data[:n], 0o600))
	}
	for i := range 20 {
		junk := make([]byte, 100_000)
		for j := range junk {
			junk[j] = byte(rng.below(256))
		}
		must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("junk-%d.mb", i)), junk, 0o600))
	}
	for i := range 60 { // a page of nothing
		emptied := []byte(string(data))
		at := rng.below(len(data)/4096) * 4096
		clear(emptied[at : at+4096])
		must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("hole-%d.mb", i)), emptied, 0o600))
	}
	t.Logf("%d of %d were found", readInChild(t, folder), len(sizes)+80)
	for _, n := range []int{9000, 100} {
		path := filepath.Join(t.TempDir(), "cut.mb")
		must(t, os.WriteFile(path, data[:n], 0o600))
		_, err := Open(path, testOptions())
		plain(t, wants[*Damaged](t, err), path, "restore")
		_, err = Check(path)
		plain(t, wants[*Damaged](t, err), path)
		left, err := os.ReadFile(path)
		must(t, err)
		if string(left) != string(data[:n]) {
			t.Error("a damaged book was changed")
		}
	}
}
