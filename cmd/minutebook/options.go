package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// options are what the command line asks for.
type options struct {
	// book is the file, "" for the usual one.
	book string
	// open is the meeting to open: an id, a date, or "last"; "" for none.
	open     string
	version  bool
	paths    bool
	logLevel slog.Level
}

const usageWords = `Minutebook is the window for minuting formal meetings.

  minutebook [--book FILE] [--open MEETING] [--log-level LEVEL]
  minutebook --version
  minutebook --paths

  --book FILE        the minute book (default: MINUTEBOOK_BOOK, or your data folder's)
  --open MEETING     open a meeting: its id, its date, or "last"
  --log-level LEVEL  what the log holds: debug, info, warn or error (default: info)
  --version          say which version this is
  --paths            say where the book and the log are

Without a display, minutectl does the same work in a terminal.
`

// readOptions reads the arguments after the program's name. done says that
// there is nothing more to do but to leave with that exit code.
func readOptions(args []string, out, errs io.Writer) (o options, done bool, code int) {
	flags := flag.NewFlagSet("minutebook", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.book, "book", "", "")
	flags.StringVar(&o.open, "open", "", "")
	flags.BoolVar(&o.version, "version", false, "")
	flags.BoolVar(&o.paths, "paths", false, "")
	flags.TextVar(&o.logLevel, "log-level", slog.LevelInfo, "")
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		if _, err := io.WriteString(out, usageWords); err != nil {
			return o, true, 1
		}
		return o, true, 0
	case err == nil && flags.NArg() > 0:
		err = fmt.Errorf("it takes nothing but flags, and got %q", strings.Join(flags.Args(), " "))
	}
	if err != nil {
		_, _ = fmt.Fprintf(errs, "minutebook: %v; \"minutebook --help\" lists the flags\n", err)
		return o, true, 2
	}
	return o, false, 0
}
