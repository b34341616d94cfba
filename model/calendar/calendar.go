// Package calendar writes days and meetings as a file that calendar programs
// take in (.ics, RFC 5545).
//
// A dated action is an event of a whole day that keeps nobody busy, which every
// calendar shows. Whoever works with a list of tasks may ask for to-dos (VTODO)
// beside the events.
package calendar

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"minutebook/model"
)

// Calendar is what goes into a file.
type Calendar struct {
	// Name is what programs may call it.
	Name string
	// Language is a BCP 47 tag.
	Language string
	// Stamp is when it was made.
	Stamp  time.Time
	Events []Event
	// Tasks writes what is to be done as to-dos too.
	Tasks bool
}

// Event is one entry of a calendar.
type Event struct {
	// ID is the same whenever the same thing is written again, so that a
	// program takes in a change and no second entry.
	ID model.ID
	// Day is the day; Begin and End are local times, wherever that is. Without
	// Begin it takes the whole day; without End it has no length.
	Day        model.Date
	Begin, End model.Clock
	// Title is one line; Text says more; Place is where.
	Title, Text, Place string
	// Task says that it is something to be done by that day: it keeps nobody
	// busy.
	Task bool
	// Done says that it is done.
	Done bool
}

// NoDay is the error of an event without a day.
type NoDay struct{ Event Event }

func (e *NoDay) Error() string { return fmt.Sprintf("%q has no day in the calendar", e.Event.Title) }

// Bytes is the calendar as a file. The same calendar gives the same bytes. The
// error is a *[NoDay].
func (c Calendar) Bytes() ([]byte, error) {
	w := &writer{}
	w.line("BEGIN:VCALENDAR")
	w.line("VERSION:2.0")
	w.line("PRODID:-//Minutebook//Minutebook//EN")
	w.line("CALSCALE:GREGORIAN")
	w.line("METHOD:PUBLISH")
	w.text("X-WR-CALNAME", c.Name)
	for _, e := range c.Events {
		if !e.Day.Valid() {
			return nil, &NoDay{e}
		}
		c.event(w, e)
		if c.Tasks && e.Task {
			c.task(w, e)
		}
	}
	w.line("END:VCALENDAR")
	return []byte(w.b.String()), nil
}

// domain makes identities of the book unlike those of any other program.
const domain = "@minutebook"

const stamp = "20060102T150405Z"

func (c Calendar) event(w *writer, e Event) {
	w.line("BEGIN:VEVENT")
	w.text("UID", string(e.ID)+domain)
	w.line("DTSTAMP:" + c.Stamp.UTC().Format(stamp))
	if e.Begin.Valid() {
		w.line("DTSTART:" + at(e.Day, e.Begin))
		if e.End.Valid() && e.End > e.Begin {
			w.line("DTEND:" + at(e.Day, e.End))
		}
	} else {
		w.line("DTSTART;VALUE=DATE:" + day(e.Day))
		w.line("DTEND;VALUE=DATE:" + day(e.Day.AddDays(1)))
	}
	c.words(w, e)
	if e.Task {
		w.line("TRANSP:TRANSPARENT")
	}
	w.line("END:VEVENT")
}

func (c Calendar) task(w *writer, e Event) {
	w.line("BEGIN:VTODO")
	w.text("UID", string(e.ID)+"-task"+domain)
	w.line("DTSTAMP:" + c.Stamp.UTC().Format(stamp))
	w.line("DUE;VALUE=DATE:" + day(e.Day))
	c.words(w, e)
	state := "NEEDS-ACTION"
	if e.Done {
		state = "COMPLETED"
	}
	w.line("STATUS:" + state)
	w.line("END:VTODO")
}

// words are what either says.
func (c Calendar) words(w *writer, e Event) {
	w.text("SUMMARY;LANGUAGE="+cmp.Or(param(c.Language), "en-GB"), strings.Join(strings.Fields(e.Title), " "))
	w.text("DESCRIPTION", e.Text)
	w.text("LOCATION", strings.Join(strings.Fields(e.Place), " "))
}

func day(d model.Date) string { return d.Time().Format("20060102") }

func at(d model.Date, c model.Clock) string {
	return day(d) + "T" + strings.ReplaceAll(string(c), ":", "") + "00"
}

// param is a language tag, or "" for what is none.
func param(tag string) string {
	if strings.ContainsFunc(tag, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}) {
		return ""
	}
	return tag
}

// writer writes lines that end in CR LF and are folded where they are long.
type writer struct{ b strings.Builder }

// longest is how many bytes a line has at most, without its end.
const longest = 75

// line writes a line. A longer one is folded between characters.
func (w *writer) line(s string) {
	for room := longest; len(s) > room; room = longest - 1 {
		n := room
		for !utf8.RuneStart(s[n]) {
			n--
		}
		w.b.WriteString(s[:n] + "\r\n ")
		s = s[n:]
	}
	w.b.WriteString(s + "\r\n")
}

// breaks has every end of a line in one form.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// escape is a text as a property has it.
var escape = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// text writes a property that holds text, if there is any.
func (w *writer) text(name, value string) {
	value = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, breaks.Replace(strings.ToValidUTF8(value, "\uFFFD")))
	if value = strings.TrimSpace(value); value != "" {
		w.line(name + ":" + escape.Replace(value))
	}
}
