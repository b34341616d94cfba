package main

import (
	"bytes"
	"errors"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// journal is the program's log: one file in the platform's state folder, with
// what was done and how it went, and never the words of a meeting.
type journal struct {
	log  *slog.Logger
	file io.Closer
}

// journalLimit is how long the file may be when the program starts; a longer
// one is set aside as the older one.
const journalLimit = 1 << 20

// openJournal opens the log. A log that cannot be written is no reason not to
// minute a meeting: then there is none. What Fyne logs goes there too, but for
// its complaints about the program, which go to errs.
func openJournal(env func(string) string, level slog.Level, errs io.Writer) *journal {
	out := io.Discard
	j := &journal{file: io.NopCloser(nil)}
	if f, err := journalFile(journalPath(env)); err == nil {
		out, j.file = f, f
	}
	j.log = slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: level}))
	log.SetFlags(0)
	log.SetOutput(&fyneLog{log: j.log, errs: errs})
	return j
}

func journalFile(path string) (*os.File, error) {
	if path == "" {
		return nil, errors.New("no place for a log")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && info.Size() > journalLimit {
		_ = os.Rename(path, path+".old") // one that stays too long does no harm
	}
	return os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
}

func (j *journal) close() {
	log.SetOutput(io.Discard)
	_ = j.file.Close() // nothing can be logged of it
}

// journalPath is where the log is, "" where the platform has no place for one.
func journalPath(env func(string) string) string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		if local := env("LocalAppData"); local != "" {
			return filepath.Join(local, "Minutebook", "minutebook.log")
		}
		return ""
	case "darwin":
		if home == "" {
			return ""
		}
		return filepath.Join(home, "Library", "Logs", "Minutebook", "minutebook.log")
	}
	if state := env("XDG_STATE_HOME"); filepath.IsAbs(state) {
		return filepath.Join(state, "minutebook", "minutebook.log")
	}
	if home == "" {
		return ""
	}
	return filepath.Join(home, ".local", "state", "minutebook", "minutebook.log")
}

// fyneLog takes what Fyne prints. It tells an error of the desktop, such as a
// settings file cut short, from the one that means there will be no window.
type fyneLog struct {
	log  *slog.Logger
	errs io.Writer

	mu sync.Mutex
	// fatal is set between the line that says there will be no window and the
	// one that says why.
	fatal bool
}

// noWindowWords are what Fyne says when it can make no window.
var noWindowWords = []string{"failed to initialise GLFW", "window creation error", "failed to initialise OpenGL"}

// Write takes one line. It panics with a *noWindow where there will be none,
// on the goroutine that wanted it.
func (l *fyneLog) Write(line []byte) (int, error) {
	words := string(bytes.TrimSpace(line))
	if strings.HasPrefix(words, "***") {
		_, _ = l.errs.Write(line)
	}
	l.log.Debug("fyne", "says", words)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fatal {
		panic(&noWindow{strings.TrimPrefix(words, "Cause: ")})
	}
	for _, w := range noWindowWords {
		l.fatal = l.fatal || strings.Contains(words, w)
	}
	return len(line), nil
}

// noWindow is the error of a computer that cannot show the window.
type noWindow struct{ cause string }

func (e *noWindow) Error() string {
	why := "no window can be shown here: the window needs OpenGL 2.1, which this display does not offer (it may be a remote desktop or a basic display driver)"
	if strings.Contains(e.cause, "DISPLAY") || strings.Contains(e.cause, "open display") {
		why = "there is no display to show a window on"
	}
	return why + "; nothing was changed, and minutectl does the same work in a terminal (" + e.cause + ")"
}
