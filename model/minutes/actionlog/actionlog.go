// Package actionlog makes the log of actions: those of a meeting or of several,
// with what became of each since. A log is a table, to be written as a
// spreadsheet or, through the block tree, as a document.
package actionlog

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/register"
)

// Source is a meeting and what happened to its actions afterwards.
type Source struct {
	Meeting model.Meeting
	Events  []model.Event
}

// Input is what a log is made of.
type Input struct {
	// Sources are the meetings in their order.
	Sources []Source
	// About names the log where it is not that of one meeting: a body, or
	// whatever the meetings have in common; "" for one meeting's.
	About string
	// Wanted says which actions are in it; the zero filter wants all.
	Wanted register.Filter
	// Only are the actions that may be in it, by the ID of their entry; nil for
	// any.
	Only map[model.ID]bool
	// Style gives words, language and looks.
	Style    minutes.Style
	Audience minutes.Audience
	// Today is the day the log is made on: an action due before it is overdue.
	Today model.Date
}

// Log is the table.
type Log struct {
	// Title says what it is, Body whose, Language in which language: a BCP 47
	// tag.
	Title, Body, Language string
	// Day is that of the meeting, or of the making where there are several.
	Day model.Date
	// Columns are those of a spreadsheet.
	Columns []Column
	Rows    []Row
	// across says that the actions are of several meetings, bodies that these
	// are of several bodies.
	across, bodies bool
	style          minutes.Style
}

// AllBodies names the log of more than one body.
const AllBodies = "All bodies"

// Row is one action; the cells are in the order of the columns.
type Row []Cell

// Kind is what a column holds.
type Kind int

// The kinds.
const (
	// Words are text, to be wrapped; Label is a short text.
	Words Kind = iota
	Label
	// Count is a whole number, Day a date.
	Count
	Day
)

// Column is one column of a spreadsheet.
type Column struct {
	Head string
	Kind Kind
	// Wide is how many characters it has room for.
	Wide int
}

// Cell is one cell: what it has depends on its column. A Number of 0 and a Day
// of "" leave it empty. A Number that prints in another way, as "2022/15", has
// that in Text.
type Cell struct {
	Text   string
	Number int
	Day    model.Date
}

// Count is a number as it is printed.
func (c Cell) Count() string {
	if c.Text != "" {
		return c.Text
	}
	return strconv.Itoa(c.Number)
}

// The columns that a log may have.
const (
	colNumber = iota
	colBody
	colMeeting
	colAction
	colOwner
	colDue
	colDueDay
	colForum
	colState
	colSince
	colNote
)

// columns are all of them, with the words where the house style has none.
var columns = []Column{
	colNumber: {"No.", Count, 6}, colBody: {"Body", Label, 22}, colMeeting: {"Meeting", Day, 13},
	colAction: {"Action", Words, 52}, colOwner: {"Owner", Label, 20}, colDue: {"Due", Label, 18}, colDueDay: {"Due date", Day, 13},
	colForum: {"Report to", Label, 18}, colState: {"State", Label, 14}, colSince: {"Since", Day, 13}, colNote: {"Last note", Words, 32},
}

// Compose makes the log. Private notes are in none; for the public a restricted
// action is its number and a stub. The error is a *[minutes.NeedsAudience]
// where a meeting has restricted parts and nobody said for whom the log is.
func Compose(in Input) (Log, error) {
	l := Log{Language: in.Style.Language, Day: in.Today, Body: in.About, Title: "Action log", style: in.Style, across: in.About != "" || len(in.Sources) != 1}
	for i, s := range in.Sources {
		if err := in.Audience.Check(s.Meeting); err != nil {
			return Log{}, err
		}
		l.bodies = l.bodies || i > 0 && s.Meeting.Body != in.Sources[0].Meeting.Body
	}
	if !l.across {
		m := in.Sources[0].Meeting
		l.Body, l.Day = m.Body, m.Date
		l.Title += ", " + m.Date.Long()
	}
	l.Body = oneLine(l.Body)
	if l.Body != "" {
		l.Title = l.Body + ": " + strings.ToLower(l.Title[:1]) + l.Title[1:]
	}
	l.Title = oneLine(strings.TrimSuffix(l.Title, ", "))
	in.Wanted.Today = in.Today
	wanted := l.wanted()
	for _, c := range wanted {
		l.Columns = append(l.Columns, l.column(c))
	}
	for _, s := range in.Sources {
		for _, a := range in.actions(s) {
			row := make(Row, len(wanted))
			for i, c := range wanted {
				row[i] = cell(a, c, in.Today)
			}
			l.Rows = append(l.Rows, row)
		}
	}
	return l, nil
}

// wanted are the columns that the log has.
func (l Log) wanted() []int {
	var wanted []int
	for c := range columns {
		if c == colBody && !l.bodies || c == colMeeting && !l.across {
			continue
		}
		wanted = append(wanted, c)
	}
	return wanted
}

// column is a column with its head as the house style words it.
func (l Log) column(c int) Column {
	col := columns[c]
	if log := l.style.Log; log != nil {
		for i, own := range []int{colNumber, colAction, colOwner, colDue} {
			if own == c && log.Head[i] != "" {
				col.Head = oneLine(log.Head[i])
			}
		}
	}
	return col
}

// actions are those of a meeting that are wanted, by their numbers. What is left
// out for the public is gone before the filter looks: a list of what somebody
// owns does not tell that they own something restricted.
func (in Input) actions(s Source) []Seen {
	out := slices.DeleteFunc(s.Seen(in.Style, in.Audience), func(a Seen) bool {
		return !in.Wanted.Keep(a.Action) || in.Only != nil && !in.Only[a.ID]
	})
	slices.SortStableFunc(out, func(a, b Seen) int { return a.Number - b.Number })
	return out
}

// cell is what stands in a column for an action.
func cell(a Seen, column int, today model.Date) Cell {
	switch column {
	case colNumber:
		if printed := strconv.Itoa(a.Number); a.Printed != printed {
			return Cell{Number: a.Number, Text: a.Printed}
		}
		return Cell{Number: a.Number}
	case colBody:
		return Cell{Text: oneLine(a.Body)}
	case colMeeting:
		return Cell{Day: a.Date}
	case colAction:
		return Cell{Text: minutes.Clean(a.Text)}
	case colOwner:
		return Cell{Text: oneLine(strings.Join(a.Owners, ", "))}
	case colDue:
		return Cell{Text: oneLine(dueWords(a.Due))}
	case colDueDay:
		return Cell{Day: a.Due.Date}
	case colForum:
		return Cell{Text: oneLine(a.Forum)}
	case colState:
		if a.Stub {
			return Cell{}
		}
		return Cell{Text: stateWords(a.Action, today)}
	case colSince:
		return Cell{Day: a.On}
	case colNote:
		return Cell{Text: minutes.Clean(a.Note)}
	}
	return Cell{}
}

// dueWords say when an action is due as it was worded, or, where it was not,
// the day.
func dueWords(d model.Due) string {
	if d.Words == "" {
		return d.Date.Long()
	}
	return d.Words
}

var states = map[model.ActionState]string{model.Open: "Open", model.InProgress: "In progress", model.Complete: "Complete",
	model.Noted: "Noted complete", model.Transferred: "Transferred", model.Superseded: "Superseded", model.Withdrawn: "Withdrawn"}

func stateWords(a register.Action, today model.Date) string {
	if a.Overdue(today) {
		return states[a.State] + ", overdue"
	}
	return states[a.State]
}

// oneLine is words without line breaks and control characters.
func oneLine(s string) string { return strings.Join(strings.Fields(minutes.Clean(s)), " ") }
