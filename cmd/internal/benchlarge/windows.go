//go:build unix

package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"minutebook/cmd/internal/large"
)

// display is a virtual display whose picture can be read as it is painted.
type display struct {
	server *exec.Cmd
	name   string
	screen *os.File
	// first is where the picture begins in the file, row how long one of its
	// rows is.
	first, row int64
}

const (
	wide, high = 1366, 768
	// starts is how often every window is started, settled how long it has then
	// before its memory is looked at.
	starts  = 21
	settled = 3 * time.Second
	// pointer is how far from the middle of the display nothing is looked at,
	// because the pointer stands there, and stays when a window has gone.
	pointer = 64
	// patience is how long a window may take to come.
	patience = time.Minute
)

// windows measures how long windows take from the start of their program until
// they show what they show, and what they take in memory once they have come to
// rest. The empty one is the toolkit's, of the same size with nothing in it: it
// has started when its ground is painted. The program's own has when the words
// in its list of meetings are. One of the toolkit's with as many words, and
// nothing behind them, tells what of that is their painting.
func windows(folder, years string) error {
	for _, program := range []string{"Xvfb", "go"} {
		if _, err := exec.LookPath(program); err != nil {
			fmt.Fprintf(os.Stderr, "%s is not here, so the start of the window is not measured\n", program)
			return nil
		}
	}
	years, err := filepath.Abs(years)
	if err != nil {
		return err
	}
	empty, words, own := filepath.Join(folder, "empty"), filepath.Join(folder, "words"), filepath.Join(folder, "minutebook")
	for path, source := range map[string]string{empty: "./cmd/minutebook/testdata/empty", words: "./cmd/minutebook/testdata/words", own: "./cmd/minutebook"} {
		build := exec.Command("go", "build", "-tags", "x11,no_animations,migrated_fynedo", "-o", path, source)
		build.Env = append(os.Environ(), "CGO_ENABLED=1") // whatever this program was built with
		if out, err := build.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "the window cannot be built here, so its start is not measured: %v\n%s\n", err, out)
			return nil
		}
	}
	few := filepath.Join(folder, "few.mb")
	if err := makeBook(few, large.Few); err != nil {
		return err
	}
	d, err := show(folder)
	if err != nil {
		return err
	}
	defer d.close()
	all := []*started{
		{name: "an empty window", path: empty},
		{name: "a window of words", path: words, words: true},
		{name: "window on a small book", path: own, on: few, words: true},
		{name: "window on the book", path: own, on: years, words: true},
	}
	for range starts {
		for _, s := range all {
			if err := s.start(d, folder); err != nil {
				return err
			}
		}
	}
	yardstick := all[0]
	for _, s := range all {
		line("start until "+s.shows()+", "+s.name, s.took.middle()*1000, "ms", yardstick.took.middle()*1000, yardstick.name)
		line("least start until "+s.shows()+", "+s.name, s.took.least()*1000, "ms", yardstick.took.least()*1000, yardstick.name)
		line("processor until "+s.shows()+", "+s.name, s.used.middle()*1000, "cpu-ms", yardstick.used.middle()*1000, yardstick.name)
		line("memory but for the book's file, "+s.name, s.all.middle(), "MB", yardstick.all.middle(), yardstick.name)
		line("of that its own, "+s.name, s.own.middle(), "MB", yardstick.own.middle(), yardstick.name)
		line("of the book's file, "+s.name, s.book.middle(), "MB", 0, "")
	}
	return nil
}

// started is a window, and what its starts took until what it shows was on the
// display: seconds, and seconds of a processor.
type started struct {
	name, path string
	// on is the file that it is started on; "" for none.
	on string
	// words says that it shows words.
	words      bool
	took, used times
	footprint
}

// footprint is what windows have in memory once they rest, in megabytes: all
// of it but for the pages of the book's file, those of it that no file stands
// behind, and those pages, which the system takes back where it has need of
// them.
type footprint struct{ all, own, book times }

// shows is what says that the window has started.
func (s *started) shows() string {
	if s.words {
		return "its words"
	}
	return "its ground"
}

// there says whether the display has what the window shows.
func (s *started) there(d *display) bool {
	const least = 12 // ground, paper, and letters in their shades
	return d.painted() && (!s.words || d.colours() >= least)
}

func (s *started) start(d *display, home string) (err error) {
	command := exec.Command(s.path)
	if s.on != "" {
		command.Args = append(command.Args, "--book", s.on)
	}
	command.Env = append(os.Environ(), "DISPLAY="+d.name, "HOME="+home, "LC_ALL=C.UTF-8", "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "WAYLAND_DISPLAY=")
	begun := time.Now()
	if err := command.Start(); err != nil {
		return err
	}
	defer func() {
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
		err = cmp.Or(err, d.until(func() bool { return d.colours() == 1 }))
	}()
	if err := d.until(func() bool { return s.there(d) }); err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	s.took = append(s.took, time.Since(begun).Seconds())
	used, err := processorOf(command.Process.Pid)
	s.used = append(s.used, used)
	time.Sleep(settled)
	return errors.Join(err, s.weigh(command.Process.Pid, s.on))
}

// processorOf is how much of a processor a process has used, in seconds.
func processorOf(pid int) (used float64, err error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	const ticks = 100 // in a second, on every Linux
	_, fields, _ := strings.Cut(string(stat), ") ")
	for _, field := range strings.Fields(fields)[11:13] {
		n, err := strconv.Atoi(field)
		if err != nil {
			return 0, err
		}
		used += float64(n) / ticks
	}
	return used, nil
}

// weigh adds what a process has in memory, which has a book open.
func (f *footprint) weigh(pid int, path string) error {
	smaps, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps", pid))
	if err != nil {
		return err
	}
	var all, own, book float64
	ofBook := false
	for line := range strings.Lines(string(smaps)) {
		var kilobytes float64
		switch words := strings.Fields(line); {
		case !strings.HasSuffix(words[0], ":"): // a mapping begins
			ofBook = path != "" && words[len(words)-1] == path
		case words[0] == "Rss:" || words[0] == "Anonymous:":
			if kilobytes, err = strconv.ParseFloat(words[1], 64); err != nil {
				return err
			}
			switch {
			case words[0] == "Anonymous:":
				own += kilobytes / 1000
			case ofBook:
				book += kilobytes / 1000
			default:
				all += kilobytes / 1000
			}
		}
	}
	f.all, f.own, f.book = append(f.all, all), append(f.own, own), append(f.book, book)
	return nil
}

// show starts a virtual display.
func show(folder string) (*display, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	d := &display{server: exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", wide, high), "-fbdir", folder, "-noreset", "-nolisten", "tcp")}
	d.server.ExtraFiles = []*os.File{write}
	err = d.server.Start()
	_ = write.Close()
	if err != nil {
		return nil, err
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err == nil {
		d.name = ":" + strings.TrimSpace(number)
		d.screen, err = os.Open(filepath.Join(folder, "Xvfb_screen0"))
	}
	if err == nil {
		err = d.measure()
	}
	if err != nil {
		d.close()
	}
	return d, err
}

// measure reads where the picture stands in the file, which is an XWD dump.
func (d *display) measure() error {
	header := make([]byte, 100)
	if _, err := d.screen.ReadAt(header, 0); err != nil {
		return err
	}
	number := func(n int) int64 { return int64(binary.BigEndian.Uint32(header[4*n:])) }
	d.first, d.row = number(0)+12*number(19), number(12)
	if number(4) != wide || number(5) != high {
		return errors.New("the display does not say what it shows")
	}
	return nil
}

// colours is how many different colours there are left of the middle of the
// display, as far as is looked, which is some of its rows.
func (d *display) colours() int {
	seen := map[[3]byte]bool{} // the fourth byte of a pixel says nothing
	row := make([]byte, 4*wide)
	for y := int64(high / 4); y < high*3/4; y += 12 {
		if _, err := d.screen.ReadAt(row, d.first+y*d.row); err != nil {
			return 0
		}
		for x := 4 * (wide / 6); x < 4*(wide/2-pointer); x += 4 {
			seen[[3]byte(row[x:])] = true
		}
	}
	return len(seen)
}

// painted says whether the display is not black where a window stands.
func (d *display) painted() bool {
	pixel := make([]byte, 4)
	_, err := d.screen.ReadAt(pixel, d.first+high/2*d.row+4*wide/4)
	return err == nil && [3]byte(pixel) != [3]byte{}
}

// until waits for something on the display.
func (d *display) until(so func() bool) error {
	for end := time.Now().Add(patience); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			return fmt.Errorf("it did not come, or did not go, within %v", patience)
		}
	}
	return nil
}

func (d *display) close() {
	_ = d.server.Process.Signal(os.Interrupt)
	_ = d.server.Wait()
	if d.screen != nil {
		_ = d.screen.Close()
	}
}
