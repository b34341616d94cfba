//go:build realwindow

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// programs are the two programs, built once for all tests of the real window.
var programs struct{ window, ctl string }

// The tests' window is built without Fyne's migrated_fynedo, so that Fyne says
// when it is called from the wrong goroutine. MINUTEBOOK_RACE builds it with
// the race detector.
func TestMain(m *testing.M) {
	os.Exit(func() int {
		folder, err := os.MkdirTemp("", "minutebook-programs-")
		if err == nil {
			defer func() { _ = os.RemoveAll(folder) }()
			err = buildPrograms(folder)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return m.Run()
	}())
}

func buildPrograms(folder string) error {
	programs.window, programs.ctl = filepath.Join(folder, "minutebook"), filepath.Join(folder, "minutectl")
	window := []string{"build", "-tags", "x11,no_animations", "-o", programs.window}
	if os.Getenv("MINUTEBOOK_RACE") != "" {
		window = append(window, "-race")
	}
	for _, args := range [][]string{append(window, "."), {"build", "-o", programs.ctl, "../minutectl"}} {
		if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			return fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, out)
		}
	}
	return nil
}

// patience is how long anything may take before a test gives it up.
const patience = 2 * time.Minute

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !so(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited %v for %s", patience, what)
		}
	}
}

// screen is a virtual display with a window manager. Tests that have one each
// can run at once: what takes time in them is mostly waiting.
type screen struct {
	t      *testing.T
	env    []string
	server int // process
	// full makes windows that are started meet a disk that is full: no file of
	// theirs may be longer than a few pages.
	full bool
}

// newScreen starts a display of that size, on which the given text can be
// typed. It ends with the test; where the test failed a picture of it is kept.
func newScreen(t *testing.T, width, height int, text string, more ...string) *screen {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Without auto-repeat: on a busy machine a key can be let go of late.
	args := append([]string{"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-noreset", "-r", "-nolisten", "tcp"}, more...)
	server := exec.Command("Xvfb", args...)
	server.ExtraFiles = []*os.File{write}
	begin(t, server)
	_ = write.Close() // the server has its own
	number, err := bufio.NewReader(read).ReadString('\n')
	_ = read.Close()
	if err != nil {
		t.Fatalf("the virtual display did not start: %v", err)
	}
	s := &screen{t: t, env: append(environment(t), "DISPLAY=:"+strings.TrimSpace(number)), server: server.Process.Pid}
	eventually(t, "the virtual display", func() bool { return s.command("xdpyinfo").Run() == nil })
	s.giveKeys(text)
	begin(t, s.command("openbox", "--config-file", managerFile(t)))
	eventually(t, "the window manager", func() bool {
		out, err := s.command("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").Output()
		return err == nil && strings.Contains(string(out), "window id")
	})
	s.run("xdotool", "mousemove", fmt.Sprint(width-1), fmt.Sprint(height-1)) // out of the way, once and for all
	t.Cleanup(func() {
		if t.Failed() {
			s.keepPicture()
		}
	})
	return s
}

// managerFile tells the window manager to give the window the whole display.
func managerFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "rc.xml")
	err := os.WriteFile(path, []byte(`<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application class="*" type="normal"><decor>no</decor><maximized>yes</maximized></application>
</applications></openbox_config>
`), 0o600)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// environment is the window's: a home of its own, a locale in which every
// letter can be typed, and a desktop that opens nothing.
func environment(t *testing.T) []string {
	t.Helper()
	home := t.TempDir()
	kept := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return strings.HasPrefix(name, "XDG_") || strings.HasPrefix(name, "MINUTEBOOK_") ||
			slices.Contains([]string{"HOME", "LC_ALL", "LANG", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}, name)
	})
	return append(kept, "HOME="+home, "LC_ALL=C.UTF-8", "GOCOVERDIR="+home, "PATH="+desktop(t, home)+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// begin starts a program that ends with the test at the latest.
func begin(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill() // it may have ended
		_, _ = c.Process.Wait()
	})
}

func (s *screen) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = s.env
	return c
}

// giveKeys puts each letter of the text that no key has on a key of its own.
// It is done before the window starts: the window learns the keys only then.
func (s *screen) giveKeys(text string) {
	s.t.Helper()
	var given []rune
	for _, r := range text {
		if r > '~' && !slices.Contains(given, r) {
			given = append(given, r)
		}
	}
	const first, last = 248, 195
	if len(given) > first-last {
		s.t.Fatalf("the text has %d letters that are on no key; there is room for %d", len(given), first-last)
	}
	for i, r := range given {
		s.run("xmodmap", "-e", fmt.Sprintf("keycode %d = U%04X", first-i, r))
	}
}

// run runs a command on the display, which must succeed, and gives its output.
func (s *screen) run(name string, args ...string) string {
	s.t.Helper()
	var errs strings.Builder
	c := s.command(name, args...)
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		s.t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out, errs.String())
	}
	return string(out)
}

// keepPicture keeps a picture of a display on which a test failed.
func (s *screen) keepPicture() {
	path, err := filepath.Abs(filepath.Join("..", "..", "build", "failed", strings.ReplaceAll(s.t.Name(), "/", "-")+".png"))
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = s.command("import", "-window", "root", path).Run()
	}
	s.t.Logf("the display as it was: %s %v", path, err)
}

// window is the program in its window.
type window struct {
	s     *screen
	c     *exec.Cmd
	errs  string // file
	ended chan error
	// expects are words that its standard error may hold.
	expects []string
}

// start starts the program and waits until its window has the keyboard.
func (s *screen) start(args ...string) *window {
	s.t.Helper()
	w := s.launch(args...)
	w.takesKeyboard()
	return w
}

// takesKeyboard waits until the program's window is there, gives it the
// keyboard, and waits until it has done with coming up.
func (w *window) takesKeyboard() {
	w.s.t.Helper()
	pid := fmt.Sprint(w.c.Process.Pid)
	var id string
	eventually(w.s.t, "the window", func() bool {
		select {
		case err := <-w.ended:
			w.s.t.Fatalf("the program ended before its window came: %v\n%s", err, w.said())
		default:
		}
		out, err := w.s.command("xdotool", "search", "--onlyvisible", "--pid", pid).Output()
		ids := strings.Fields(string(out))
		if err != nil || len(ids) == 0 {
			return false
		}
		id = ids[len(ids)-1]
		return true
	})
	eventually(w.s.t, "the keyboard", func() bool {
		w.s.run("xdotool", "windowactivate", id)
		out, err := w.s.command("xdotool", "getwindowfocus", "getwindowpid").Output()
		return err == nil && strings.TrimSpace(string(out)) == pid
	})
	w.settle()
}

// launch starts the program without waiting for a window.
func (s *screen) launch(args ...string) *window {
	s.t.Helper()
	errs, err := os.CreateTemp(s.t.TempDir(), "errs")
	if err != nil {
		s.t.Fatal(err)
	}
	w := &window{s: s, c: s.program(args...), errs: errs.Name(), ended: make(chan error, 1)}
	w.c.Stderr = errs
	if err := w.c.Start(); err != nil {
		s.t.Fatal(err)
	}
	go func() { w.ended <- w.c.Wait() }()
	s.t.Cleanup(func() {
		_ = w.c.Process.Kill() // it may have ended
		_ = errs.Close()
		w.examine()
	})
	return w
}

// program is the program as it is started.
func (s *screen) program(args ...string) *exec.Cmd {
	if !s.full {
		return s.command(programs.window, args...)
	}
	return s.command("bash", append([]string{"-c", `ulimit -f 16 && exec "$0" "$@"`, programs.window}, args...)...)
}

// said is what the program wrote to its standard error.
func (w *window) said() string {
	data, err := os.ReadFile(w.errs)
	if err != nil {
		w.s.t.Error(err)
	}
	return string(data)
}

// examine fails the test where the program complained of anything that the
// test did not expect: a fault, a race, or Fyne called from the wrong
// goroutine.
func (w *window) examine() {
	w.s.t.Helper()
	for line := range strings.Lines(w.said()) {
		if !slices.ContainsFunc(w.expects, func(words string) bool { return strings.Contains(line, words) }) {
			w.s.t.Errorf("the program complained:\n%s", w.said())
			return
		}
	}
}

// settle waits until the program has done with everything it was sent: neither
// it nor the display has anything to run or to write for a while, and the
// processor time of both stands still, but for what a window uses that only
// waits. On a busy machine a program that waits for its turn is not done.
func (w *window) settle() {
	w.s.t.Helper()
	w.pause(8)
}

// pause waits until there was nothing to do for so many looks in turn.
func (w *window) pause(quiet int) {
	w.s.t.Helper()
	const idle = 2
	pids := []int{w.s.server, w.c.Process.Pid}
	last, count := -idle-1, 0
	eventually(w.s.t, "the window to settle", func() bool {
		time.Sleep(30 * time.Millisecond)
		now, busy := effort(w.s.t, pids)
		count++
		if busy || now > last+idle {
			last, count = now, 0
		}
		return count > quiet
	})
}

// effort is the processor time that programs have used, in the system's ticks,
// and whether any thread of theirs has work now, be it on the processor, in
// the queue for it or on the disk.
func effort(t *testing.T, pids []int) (ticks int, busy bool) {
	t.Helper()
	for _, pid := range pids {
		threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
		if err != nil {
			t.Fatal(err)
		}
		for _, thread := range threads {
			data, err := os.ReadFile(thread)
			if err != nil {
				continue // it has ended
			}
			_, rest, _ := strings.Cut(string(data), ") ")
			f := strings.Fields(rest)
			if len(f) < 13 {
				continue
			}
			var inProgram, inSystem int
			if _, err := fmt.Sscan(f[11]+" "+f[12], &inProgram, &inSystem); err != nil {
				t.Fatal(err)
			}
			ticks += inProgram + inSystem
			busy = busy || f[0] == "R" || f[0] == "D"
		}
	}
	return ticks, busy
}

// types types words with real keys.
func (w *window) types(words string) {
	w.s.t.Helper()
	w.s.run("xdotool", "type", "--delay", "2", "--", words)
}

// line types a line and presses Enter.
func (w *window) line(words string) {
	w.s.t.Helper()
	w.types(words)
	w.press("Return")
}

// press presses keys one after another, as xdotool names them.
func (w *window) press(keys ...string) {
	w.s.t.Helper()
	w.s.run("xdotool", append([]string{"key", "--delay", "20"}, keys...)...)
}

// kill ends the program at once, without a chance to do anything.
func (w *window) kill() {
	w.s.t.Helper()
	if err := w.c.Process.Kill(); err != nil {
		w.s.t.Fatal(err)
	}
	<-w.ended
}

// quit leaves the program with Ctrl+Q, which may want a second press, and
// which does nothing while a dialog is open.
func (w *window) quit() {
	w.s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		w.settle()
		w.press("Escape", "ctrl+q")
		select {
		case err := <-w.ended:
			w.leftWell(err)
			return
		case <-time.After(2 * time.Second):
		}
	}
	w.leaves(0)
}

// leaves waits for the program's end with that exit code.
func (w *window) leaves(code int) {
	w.s.t.Helper()
	select {
	case <-w.ended:
		if got := w.c.ProcessState.ExitCode(); got != code {
			w.s.t.Errorf("the program left with %d; want %d\n%s", got, code, w.said())
		}
	case <-time.After(patience):
		w.s.keepPicture()
		_ = w.c.Process.Signal(syscall.SIGQUIT) // it says what it was doing
		<-w.ended
		w.s.t.Fatalf("the program is still there after %v\n%s", patience, w.said())
	}
}

func (w *window) leftWell(err error) {
	w.s.t.Helper()
	if err != nil {
		w.s.t.Errorf("the program left with %v\n%s", err, w.said())
	}
}

// ctl runs minutectl on a book, which must succeed, and gives its output.
func ctl(t *testing.T, book, stdin string, args ...string) string {
	t.Helper()
	out, err := tryCtl(book, stdin, args...)
	if err != nil {
		t.Fatalf("minutectl %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return out
}

func tryCtl(book, stdin string, args ...string) (string, error) {
	c := exec.Command(programs.ctl, append([]string{"--book", book}, args...)...)
	c.Stdin = strings.NewReader(stdin)
	out, err := c.CombinedOutput()
	return string(out), err
}

// read is a file's text.
func read(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
