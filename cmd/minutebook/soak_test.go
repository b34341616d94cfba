//go:build realwindow && soak

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	// soakMinutes is how much minuting is done, as fast as the keys arrive.
	soakMinutes = 60
	// mostMemory is how much more the program may take in the end than after
	// the first minute's worth.
	mostMemory = 1.2
	// mostIdle is what it may use of a processor while nobody types, in percent;
	// where an empty window of the toolkit alone uses that, mostOver times as
	// much.
	mostIdle, mostOver = 1.0, 1.2
	idleFor            = 30 * time.Second
)

// A long meeting neither fills the memory nor keeps the processor busy while
// the caret waits for the next word.
func TestSoak(t *testing.T) {
	book, w := quayBook(t)
	w.soakMinute(0)
	first := w.memory()
	t.Logf("after the first minute's worth: %d kB", first)
	for minute := 1; minute < soakMinutes; minute++ {
		w.soakMinute(minute)
		if minute%10 == 9 {
			t.Logf("after %d: %d kB", minute+1, w.memory())
		}
	}
	last := w.memory()
	growth := float64(last) / float64(first)
	fmt.Printf("soak\tmemory\t%.1f\tMB\t%.2f\tthe first minute\n", float64(last)/1000, growth)
	if growth > mostMemory {
		t.Errorf("the program has %d kB in the end, %.2f times what it had after the first minute; want %.2f at most", last, growth, mostMemory)
	}

	w.types("The Clerk reported that")
	w.settle()
	idle, empty := w.idle()
	fmt.Printf("soak\tidle processor\t%.2f\t%%\t%.2f\tan empty window\n", idle, idle/empty)
	if idle >= mostIdle && idle > mostOver*empty {
		t.Errorf("the program uses %.2f %% of a processor while it only waits, and an empty window %.2f %%", idle, empty)
	}
	w.quit()
	if got := len(keptLines(t, book)); got < soakMinutes*3 {
		t.Errorf("the book has %d lines; want %d at least", got, soakMinutes*3)
	}
}

// idle is what the program uses of a processor while nobody types, in percent,
// and what an empty window uses in the same time.
func (w *window) idle() (program, empty float64) {
	w.s.t.Helper()
	path := filepath.Join(w.s.t.TempDir(), "empty")
	if out, err := exec.Command("go", "build", "-tags", "x11,no_animations", "-o", path, "./testdata/empty").CombinedOutput(); err != nil {
		w.s.t.Fatalf("%v\n%s", err, out)
	}
	other := w.s.command(path)
	begin(w.s.t, other)
	eventually(w.s.t, "the empty window", func() bool {
		return w.s.command("xdotool", "search", "--onlyvisible", "--pid", fmt.Sprint(other.Process.Pid)).Run() == nil
	})
	w.takesKeyboard()
	var used [2]float64
	for i, pid := range []int{w.c.Process.Pid, other.Process.Pid} {
		before, _ := effort(w.s.t, []int{pid})
		used[i] = -float64(before)
	}
	time.Sleep(idleFor) // what is measured
	for i, pid := range []int{w.c.Process.Pid, other.Process.Pid} {
		after, _ := effort(w.s.t, []int{pid})
		const ticks = 100 // a second, on every Linux there is
		used[i] = 100 * (used[i] + float64(after)) / ticks / idleFor.Seconds()
	}
	return used[0], used[1]
}

// soakMinute does what a clerk does in a minute of a busy meeting.
func (w *window) soakMinute(n int) {
	w.s.t.Helper()
	if n == 0 { // as they sit down; the toolkit reads all typefaces anew
		w.press("ctrl+equal", "ctrl+minus")
	}
	if n%10 == 9 {
		w.line(fmt.Sprintf("# Paper %d of the harbour master", n))
	}
	w.line(fmt.Sprintf("The Board noted paper %d on the loss of two pilot launches over the winter.", n))
	w.line(fmt.Sprintf("a: Ann Zelenka to write to the Coastguard about %d night arrivals by 14 August", n))
	w.press("ctrl+Up", "ctrl+Up", "ctrl+e")
	w.line(" This was agreed.")
	w.press("Escape")
	w.line(fmt.Sprintf("d: That quotation %d be accepted.", n))
	w.press("ctrl+z", "ctrl+y", "ctrl+Up", "ctrl+shift+Up", "Escape", "ctrl+Prior", "ctrl+Next")
	switch n % 6 {
	case 0:
		w.press("ctrl+k", "Escape")
	case 1:
		w.press("F1", "Escape")
	case 2:
		w.press("ctrl+shift+a", "Down", "ctrl+k")
		w.line("The open meeting")
	case 3:
		w.press("ctrl+shift+e", "Escape")
	case 4:
		w.press("F9", "F9", "ctrl+j", "Escape")
	default:
		w.press("ctrl+g", "Escape", "F6", "Escape", "ctrl+s")
	}
	w.settle()
}

// memory is what the program takes once it has come to rest, in kilobytes.
func (w *window) memory() int {
	w.s.t.Helper()
	w.settle()
	data, err := os.ReadFile(filepath.Join("/proc", fmt.Sprint(w.c.Process.Pid), "status"))
	if err != nil {
		w.s.t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var kilobytes int
		if _, err := fmt.Sscanf(line, "VmRSS: %d kB", &kilobytes); err == nil {
			return kilobytes
		}
	}
	w.s.t.Fatal("the system does not say how much memory the program takes")
	return 0
}
