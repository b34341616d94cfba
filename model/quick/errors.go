package quick

import (
	"errors"
	"fmt"
	"strings"
)

// LineError says what is wrong with a line and what was expected instead.
type LineError struct {
	// File and Line say where, lines from 1. For a line that stands alone File
	// is empty, and Line counts the lines of its entry from 0.
	File string
	Line int
	// Col is the column of what is wrong, in characters from 1; 0 where it is
	// the line as a whole.
	Col int
	// What is wrong and what was Expected, each a phrase without full stop.
	What, Expected string
}

func (e *LineError) Error() string {
	var b strings.Builder
	if e.File != "" {
		fmt.Fprintf(&b, "%s:%d: ", e.File, e.Line)
	}
	b.WriteString(e.What)
	if e.Expected != "" {
		b.WriteString("; expected " + e.Expected)
	}
	return b.String()
}

// bad is a line error whose place is not known yet.
func bad(what, expected string) *LineError { return &LineError{What: what, Expected: expected} }

// asLineError is err as a line error of its own.
func asLineError(err error) *LineError {
	var e *LineError
	if errors.As(err, &e) {
		placed := *e
		return &placed
	}
	return bad(err.Error(), "")
}

// placed is err at byte offset at of its line, counted in bytes from 1 until
// the line is known.
func placed(err error, at int) error {
	e := asLineError(err)
	if e.Col == 0 {
		e.Col = at + 1
	}
	return e
}

// ScriptErrors are all that is wrong with a script, in the order of its lines.
type ScriptErrors []*LineError

func (e ScriptErrors) Error() string {
	lines := make([]string, len(e))
	for i, one := range e {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single errors to errors.As.
func (e ScriptErrors) Unwrap() []error {
	all := make([]error, len(e))
	for i, one := range e {
		all[i] = one
	}
	return all
}
