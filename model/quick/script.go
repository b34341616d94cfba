package quick

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"minutebook/model"
)

// Options say how a script is read.
type Options struct {
	// Names are further known names for owners, as in [Context].
	Names []string
	// NewID makes identities; nil numbers them.
	NewID func() model.ID
	// Lenient keeps a bad line as a private note for follow-up.
	Lenient bool
	// Continue passes over an opening that is identical to what the meeting
	// has, and adds what follows.
	Continue bool
	// Earlier checks the action that a /done names; nil checks nothing.
	Earlier func(action string) error
}

// indent is what a line begins with that continues the one above.
const indent = "    "

// scriptLine is a line with those that continue it.
type scriptLine struct {
	text string
	// at are the numbers of its lines in the file.
	at []int
	// err is what is wrong with the line before it is read.
	err *LineError
}

// ReadScript reads a whole script onto base: a planned meeting or, with
// Continue, the kept one. The error is a [ScriptErrors] that holds all that is
// wrong, and base is given back then; with Lenient the meeting is given with
// the bad lines in it as private notes, and the errors beside it.
func ReadScript(file string, text []byte, base model.Meeting, o Options) (model.Meeting, error) {
	if base.State == "" {
		base.State = model.Planned
	}
	s := &script{file: file, o: o, m: base}
	if o.NewID == nil {
		s.o.NewID = counter(base)
	}
	lines := splitLines(text, o.Lenient)
	if o.Continue {
		lines = s.pass(lines)
	}
	for _, l := range lines {
		s.read(l)
	}
	s.complete()
	switch {
	case len(s.errs) == 0:
		return s.m, nil
	case o.Lenient && !s.stopped:
		return s.m, s.errs
	}
	return base, s.errs
}

// script is a script that is being read.
type script struct {
	file string
	o    Options
	m    model.Meeting
	item model.ID
	errs ScriptErrors
	// command is that of the last line, as in [Reading].
	command string
	// kept is the meeting as it was, where what it says of itself must not
	// change.
	kept *model.Meeting
	// stopped says that the script is not the meeting's: nothing is read.
	stopped bool
}

// counter makes identities that the meeting has not.
func counter(m model.Meeting) func() model.ID {
	n := 0
	return func() model.ID {
		n++
		return model.ID(fmt.Sprintf("%s-%d-%d", m.ID, m.Rev, n))
	}
}

// splitLines splits a script into lines with those that continue them.
func splitLines(text []byte, lenient bool) []scriptLine {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	var lines []scriptLine
	var parts [][]string
	for i, raw := range bytes.Split(text, []byte("\n")) {
		line, err := decoded(bytes.TrimSuffix(raw, []byte("\r")), lenient)
		more, continues := strings.CutPrefix(line, indent)
		switch {
		case err == nil && blank(line):
		case continues && len(lines) > 0:
			last := len(lines) - 1
			parts[last] = append(parts[last], more)
			lines[last].at = append(lines[last].at, i+1)
			if lines[last].err == nil && err != nil {
				err.Line = len(parts[last]) - 1
				lines[last].err = err
			}
		default:
			if continues && err == nil {
				err = bad("there is nothing above that this line could continue", "a line that does not begin with four spaces")
			}
			lines = append(lines, scriptLine{at: []int{i + 1}, err: err})
			parts = append(parts, []string{line})
		}
	}
	for i := range lines {
		lines[i].text = strings.Join(parts[i], "\n")
	}
	return lines
}

// decoded is a line as text.
func decoded(raw []byte, lenient bool) (string, *LineError) {
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	line := strings.ToValidUTF8(string(raw), "\uFFFD")
	if lenient {
		return line, nil
	}
	e := bad("the line is not UTF-8 text", "the file saved as UTF-8")
	for i, c := range string(raw) {
		if c == utf8.RuneError {
			e.Col = column(string(raw), i)
			break
		}
	}
	return line, e
}

// read reads one line and does what it says.
func (s *script) read(l scriptLine) {
	if l.err != nil {
		s.bad(l, l.err)
		return
	}
	if err := s.do(l.text); err != nil {
		e := asLineError(err)
		if e.Line > 0 && e.Col > 0 {
			e.Col += len(indent)
		}
		s.bad(l, e)
	}
}

func (s *script) context() Context {
	return Context{Meeting: s.m, Item: s.item, After: model.Last, Names: s.o.Names, NewID: s.o.NewID}
}

func (s *script) do(line string) error {
	r, err := Read(line, s.context())
	s.command = r.Command
	if err != nil {
		return err
	}
	if r.Entry != nil && r.Entry.Done != nil && s.o.Earlier != nil {
		if err := s.o.Earlier(r.Entry.Done.Action); err != nil {
			return err
		}
	}
	if err := s.conflict(r.Changes); err != nil {
		return err
	}
	return s.apply(r)
}

func (s *script) apply(r Reading) error {
	if len(r.Changes) > 0 {
		next, _, err := s.m.With(r.Changes)
		if err != nil {
			return err
		}
		s.m = next
	}
	s.item = r.Item
	return nil
}

// bad notes what is wrong with a line, and keeps the line where that is asked.
func (s *script) bad(l scriptLine, err *LineError) {
	e := asLineError(err)
	e.File, e.Line = s.file, l.at[min(e.Line, len(l.at)-1)]
	s.errs = append(s.errs, e)
	if !s.o.Lenient {
		return
	}
	c := s.context()
	r := newReader(c)
	r.enter(model.Entry{Kind: model.Private, Text: l.text})
	if s.apply(r.out) != nil {
		s.stopped = true // a meeting that takes no note takes no script
	}
}

// complete sees to it that the script says of which body on which day it is.
func (s *script) complete() {
	if len(s.errs) > 0 {
		return
	}
	if err := missingHeader(s.m.Body, s.m.Date); err != nil {
		err.File, err.Line = s.file, 1
		s.errs = append(s.errs, err)
		s.stopped = true
	}
}

func missingHeader(body string, date model.Date) *LineError {
	switch {
	case body == "":
		return bad("the script does not say of which body the meeting is", "a line such as /body Finance Committee")
	case date == "":
		return bad("the script does not say on which day the meeting is", "a line such as /date 24 June 2022")
	}
	return nil
}

// ReadHeader is what a script says of itself before its first entry: which
// body, which day. The error is a [ScriptErrors] without file name; reading
// the whole script tells all else that is wrong.
func ReadHeader(text []byte) (body string, date model.Date, err error) {
	s := &script{m: model.Meeting{State: model.Planned}, o: Options{NewID: counter(model.Meeting{})}}
	for _, l := range splitLines(text, true) {
		if !commandLine(trimLeft(l.text)) {
			break
		}
		if headerLine(l.text) {
			s.read(l)
		}
	}
	if len(s.errs) == 0 {
		if e := missingHeader(s.m.Body, s.m.Date); e != nil {
			e.Line = 1
			s.errs = append(s.errs, e)
		}
	}
	if len(s.errs) > 0 {
		return s.m.Body, s.m.Date, s.errs
	}
	return s.m.Body, s.m.Date, nil
}

func headerLine(line string) bool {
	word, _, _ := strings.Cut(trimLeft(line), " ")
	return strings.EqualFold(word, "/body") || strings.EqualFold(word, "/date")
}
