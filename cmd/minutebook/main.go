// Minutebook is the window for clerks who minute formal meetings: it opens a
// minute book and shows it. What is asked of it on the command line is in
// options.go, what the window needs of the world around it in outside.go.
package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/cmd/internal/identity"
	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/store"
)

// version is the program's; FyneApp.toml says the same, and a test holds it.
const version = "0.1.0"

func main() {
	settleLocale(os.Getenv, os.Setenv)
	m := &Main{Out: os.Stdout, Err: os.Stderr, Env: os.Getenv, Now: time.Now, NewID: identity.New, App: newApp}
	os.Exit(m.Run(os.Args[1:]))
}

// Main is one run of the program.
type Main struct {
	// Out and Err are where it writes what was asked for, and what went wrong.
	Out, Err io.Writer
	// Env looks up an environment variable.
	Env func(string) string
	// Now is the time.
	Now func() time.Time
	// NewID makes an identity that was never made before.
	NewID func() model.ID
	// App starts what windows are made with.
	App func() fyne.App

	options options
	path    string // of the book
	journal *journal
	book    *store.Book
	// outside is nil until there is a window.
	outside *outside
}

// Run runs the program on the arguments after its name until its window is
// closed. It gives the exit code: 0 done, 1 failed, 2 wrongly asked for.
func (m *Main) Run(args []string) (code int) {
	var done bool
	if m.options, done, code = readOptions(args, m.Out, m.Err); done {
		return code
	}
	var err error
	if m.path, err = which.Book(m.options.book, m.Env); err != nil {
		m.complain(err)
		return 1
	}
	if m.options.version || m.options.paths {
		return m.tell()
	}
	m.journal = openJournal(m.Env, m.options.logLevel, m.Err)
	defer m.journal.close()
	defer func() {
		if cause := recover(); cause != nil {
			code = m.failed(cause)
		}
	}()
	return m.show()
}

// tell answers what can be answered without a window.
func (m *Main) tell() int {
	words := "minutebook " + version + "\n"
	if m.options.paths {
		words = fmt.Sprintf("book       %s\nlog        %s\ndocuments  %s\n", m.path, journalPath(m.Env), documents(m.Env))
	}
	if _, err := io.WriteString(m.Out, words); err != nil {
		return 1
	}
	return 0
}

// complain says on the terminal what went wrong. Where that fails too, nobody
// is left to be told.
func (m *Main) complain(err error) { _, _ = fmt.Fprintf(m.Err, "minutebook: %v\n", err) }

// failed is the end of a run that could go no further. What was on disk is
// safe; a window that never came says what to use instead.
func (m *Main) failed(cause any) int {
	if none, ok := cause.(*noWindow); ok {
		m.journal.log.Error("no window", "cause", none.cause)
		m.complain(none)
		m.closeBook()
		return 1
	}
	stack := debug.Stack()
	if m.outside != nil {
		m.outside.rescue()
	}
	m.journal.log.Error("the program failed", "cause", fmt.Sprint(cause), "stack", string(stack))
	_, _ = fmt.Fprintf(m.Err, "minutebook: the program met a fault of its own and ended; the book is safe, and the words typed last are kept in it\npanic: %v\n%s", cause, stack)
	m.closeBook()
	return 1
}

func (m *Main) closeBook() bool {
	if m.book == nil {
		return true
	}
	if err := m.book.Close(); err != nil {
		m.journal.log.Error("close the book", "error", err)
		m.complain(err)
		return false
	}
	return true
}
