//go:build unix

package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
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
	starts  = 9
	settled = 3 * time.Second
	// patience is how long a window may take to come.
	patience = time.Minute
)

// windows measures how long windows take to show what they show, and what they
// take in memory once they have come to rest.
func windows(folder, years, few string) error {
	for _, program := range []string{"Xvfb", "go"} {
		if _, err := exec.LookPath(program); err != nil {
			fmt.Fprintf(os.Stderr, "%s is not here, so the start of the window is not measured\n", program)
			return nil
		}
	}
	empty, own := filepath.Join(folder, "empty"), filepath.Join(folder, "minutebook")
	for path, source := range map[string]string{empty: "./cmd/minutebook/testdata/empty", own: "./cmd/minutebook"} {
		if out, err := exec.Command("go", "build", "-tags", "x11,no_animations,migrated_fynedo", "-o", path, source).CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "the window cannot be built here, so its start is not measured: %v\n%s\n", err, out)
			return nil
		}
	}
	d, err := show(folder)
	if err != nil {
		return err
	}
	defer d.close()
	all := []*started{
		{name: "an empty window", command: []string{empty}},
		{name: "window on a small book", command: []string{own, "--book", few}, words: true},
		{name: "window on the book", command: []string{own, "--book", years}, words: true},
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
		line("start, "+s.name, s.took.middle()*1000, "ms", yardstick.took.middle()*1000, yardstick.name)
		line("least start, "+s.name, s.took.least()*1000, "ms", yardstick.took.least()*1000, yardstick.name)
		line("memory, "+s.name, s.memory.middle(), "MB", yardstick.memory.middle(), yardstick.name)
		line("own memory, "+s.name, s.own.middle(), "MB", yardstick.own.middle(), yardstick.name)
	}
	return nil
}

// started is a window, and what its starts took: seconds until it is painted,
// with words where it has any, megabytes in memory, and those of them that no
// file stands behind.
type started struct {
	name              string
	command           []string
	words             bool
	took, memory, own times
}

func (s *started) start(d *display, home string) error {
	command := exec.Command(s.command[0], s.command[1:]...)
	command.Env = append(os.Environ(), "DISPLAY="+d.name, "HOME="+home, "LC_ALL=C.UTF-8", "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "WAYLAND_DISPLAY=")
	begun := time.Now()
	if err := command.Start(); err != nil {
		return err
	}
	defer func() {
		_ = command.Process.Signal(os.Interrupt)
		_ = command.Wait()
		_ = d.until(func() bool { return d.colours() == 1 })
	}()
	const least = 12 // ground, paper, and letters in their shades
	if err := d.until(func() bool { return d.painted() && (!s.words || d.colours() >= least) }); err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	s.took = append(s.took, time.Since(begun).Seconds())
	time.Sleep(settled)
	all, own, err := memory(command.Process.Pid)
	s.memory, s.own = append(s.memory, all), append(s.own, own)
	return err
}

// memory is what a process has in memory, in megabytes: all of it, with the
// files that it reads as memory, as far as they are there; and its own.
func memory(pid int) (all, own float64, err error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	for line := range strings.Lines(string(data)) {
		var kilobytes float64
		for _, kind := range []string{"RssAnon", "RssFile", "RssShmem"} {
			if _, none := fmt.Sscanf(line, kind+": %f kB", &kilobytes); none == nil {
				all += kilobytes / 1000
				if kind == "RssAnon" {
					own += kilobytes / 1000
				}
			}
		}
	}
	return all, own, err
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

// colours is how many different colours the middle of the display has, as far
// as is looked, which is some of its rows.
func (d *display) colours() int {
	seen := map[[4]byte]bool{}
	row := make([]byte, 4*wide)
	var last [4]byte
	for y := int64(high / 4); y < high*3/4; y += 12 {
		if _, err := d.screen.ReadAt(row, d.first+y*d.row); err != nil {
			return 0
		}
		for x := 4 * (wide / 4); x < 4*(wide*3/4); x += 4 {
			if pixel := [4]byte(row[x:]); len(seen) == 0 || pixel != last {
				seen[pixel], last = true, pixel
			}
		}
	}
	return len(seen)
}

// painted says whether the middle of the display is not black.
func (d *display) painted() bool {
	pixel := make([]byte, 4)
	_, err := d.screen.ReadAt(pixel, d.first+high/2*d.row+4*wide/2)
	return err == nil && (pixel[0] != 0 || pixel[1] != 0 || pixel[2] != 0)
}

// until waits for something on the display.
func (d *display) until(so func() bool) error {
	for end := time.Now().Add(patience); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			return fmt.Errorf("nothing was painted within %v", patience)
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
