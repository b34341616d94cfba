//go:build unix

// Benchimport measures how old minutes come into a book: a thousand files of ten
// pages, Word and text in turn, through minutectl as it is built. It prints the
// time, the most memory that the program had of its own for a hundred files and
// for a thousand, and how long it took to stop once it was told to. Pages of the
// book's file are left out, since the system takes them back. Figures are
// tab-separated lines: name, value, unit, ratio, against what.
//
//	benchimport         makes the files and measures
//	benchimport FOLDER  makes the files there and leaves them
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"minutebook/cmd/internal/large"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
)

// archive is what is brought in: each meeting makes about ten pages.
var archive = large.Size{Bodies: 10, Meetings: 1000, Items: 10, Paragraphs: 130, Actions: 20}

// few is how many files the memory of all is held against.
const few = 100

func main() {
	var err error
	if len(os.Args) == 2 {
		_, err = makeFiles(os.Args[1])
	} else {
		err = bench()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchimport:", err)
		os.Exit(1)
	}
}

func bench() (err error) {
	folder, err := os.MkdirTemp("", "benchimport")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	program := filepath.Join(folder, "minutectl")
	build := exec.Command("go", "build", "-o", program, "./cmd/minutectl")
	build.Env, build.Stderr = append(os.Environ(), "CGO_ENABLED=0"), os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	files, err := makeFiles(folder)
	if err != nil {
		return err
	}
	some, err := run(program, filepath.Join(folder, "few.mb"), files[:few], 0)
	if err != nil {
		return err
	}
	all, err := run(program, filepath.Join(folder, "all.mb"), files, 0)
	if err != nil {
		return err
	}
	stopped, err := run(program, filepath.Join(folder, "stopped.mb"), files, all.took/2)
	if err != nil {
		return err
	}
	fmt.Printf("import/1000-files\t%.1f\ts\t-\t-\n", all.took.Seconds())
	fmt.Printf("import/file\t%.1f\tms\t-\t-\n", float64(all.took.Milliseconds())/float64(len(files)))
	fmt.Printf("import/memory-%d\t%.1f\tMB\t-\t-\n", few, some.memory)
	fmt.Printf("import/memory-%d\t%.1f\tMB\t%.2f\t%d files\n", len(files), all.memory, all.memory/some.memory, few)
	fmt.Printf("import/stops\t%d\tms\t-\t-\n", stopped.stopping.Milliseconds())
	return nil
}

// figures are what one run took: memory in MB, stopping from the interrupt on.
type figures struct {
	took, stopping time.Duration
	memory         float64
}

// run imports files into a new book, and interrupts it after a while where that
// is not 0.
func run(program, book string, files []string, until time.Duration) (figures, error) {
	if err := exec.Command(program, "--book", book, "init").Run(); err != nil {
		return figures{}, err
	}
	cmd := exec.Command(program, append([]string{"--book", book, "import"}, files...)...)
	var said strings.Builder
	cmd.Stderr = &said
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return figures{}, err
	}
	var told time.Time
	if until > 0 {
		time.Sleep(until)
		told = time.Now()
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return figures{}, err
		}
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	memory, err := watched(cmd.Process.Pid, ended)
	f := figures{took: time.Since(began), memory: memory}
	switch {
	case until > 0 && !strings.Contains(said.String(), "called off"):
		return f, fmt.Errorf("it did not stop: %s", said.String())
	case until > 0:
		f.stopping = time.Since(told)
	case err != nil:
		return f, fmt.Errorf("%w: %s", err, said.String())
	}
	return f, nil
}

// own is the line of a process's status that says its memory but for files.
var own = regexp.MustCompile(`RssAnon:\s*(\d+) kB`)

// watched waits until a process has ended, and gives the most memory, in MB, that
// it had of its own; 0 where the system does not say.
func watched(pid int, ended <-chan error) (most float64, err error) {
	status := fmt.Sprintf("/proc/%d/status", pid)
	for {
		select {
		case err := <-ended:
			return most, err
		case <-time.After(20 * time.Millisecond):
			data, _ := os.ReadFile(status) // which is gone once the process is
			if found := own.FindSubmatch(data); found != nil {
				kB, _ := strconv.Atoi(string(found[1]))
				most = max(most, float64(kB)/1024)
			}
		}
	}
}

// makeFiles writes the minutes of the archive, Word and text in turn, the oldest
// first.
func makeFiles(folder string) ([]string, error) {
	style, err := minutes.LoadStyle(minutes.DefaultStyle)
	if err != nil {
		return nil, err
	}
	var files []string
	for batch := range large.Batches(archive) {
		for _, save := range batch.Meetings {
			file := filepath.Join(folder, fmt.Sprintf("%s-%04d%s", save.Value.Date, len(files), []string{".docx", ".txt"}[len(files)%2]))
			if err := write(file, save.Value, style); err != nil {
				return nil, err
			}
			files = append(files, file)
		}
	}
	return files, nil
}

func write(file string, m model.Meeting, style minutes.Style) error {
	data, err := export.Bytes(filepath.Ext(file), export.Input{Meeting: m, Style: style, Audience: minutes.Full})
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o600)
}
