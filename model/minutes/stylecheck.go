package minutes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The words of the choices that a style has; "" is the first of each.
const (
	MannerLines   = "lines"
	MannerRunning = "running"
	MannerTable   = "table"

	GroupsGroups   = "groups"
	GroupsCapacity = "capacity"

	ActionsInline = "inline"
	ActionsColumn = "column"
	ActionsLog    = "log"

	VotesList  = "list"
	VotesTable = "table"
)

// Manners, Groupings, ActionWays and VoteWays are all that there is to choose
// from in [Attendance], [Style.Actions] and [Style.Votes].
var (
	Manners    = []string{MannerLines, MannerRunning, MannerTable}
	Groupings  = []string{GroupsGroups, GroupsCapacity}
	ActionWays = []string{ActionsInline, ActionsColumn, ActionsLog}
	VoteWays   = []string{VotesList, VotesTable}
)

// The names that patterns may use.
var (
	agendaNames  = []string{"body", "date", "full-date", "sort", "Sort", "kind", "begin", "end", "venue", "chair", "clerk", "issued"}
	meetingNames = []string{"body", "date", "full-date", "sort", "Sort", "state", "kind", "begin", "end", "venue", "publication-type", "publication-date", "full-publication-date"}
	runningNames = slices.Concat(meetingNames, []string{"occasion", "version", "page", "pages"})
	numberNames  = []string{"number"}
	timeNames    = []string{"time"}
	moveNames    = []string{"name", "time", "item", "during"}
	reasonNames  = []string{"reason", "paragraph"}
)

// field is a pattern of a style with its name in the file.
type field struct {
	name, pattern string
	names         []string
}

// fields are all patterns of a style.
func (s Style) fields() []field {
	w := s.Words
	all := []field{
		{"occasion", s.Occasion, meetingNames},
		{"header", s.Header, runningNames},
		{"footer", s.Footer, runningNames},
		{"dates.long", s.Dates.Long, dateNames},
		{"dates.full", s.Dates.Full, dateNames},
		{"attendance.public", s.Attendance.Public, []string{"count"}},
		{"items", s.Items, numberNames},
		{"paragraphs", s.Paragraphs, numberNames},
		{"roll.summary", s.Roll.Summary, []string{"vote"}},
		{"signature.text", s.Signature.Text, meetingNames},
		{"words.deputy", w.Deputy, []string{"name"}},
		{"words.item", w.Item, []string{"items"}},
		{"words.items", w.Items, []string{"items"}},
		{"words.started", w.Started, timeNames},
		{"words.closed", w.Closed, timeNames},
		{"words.next", w.Next, []string{"date", "full-date", "time", "venue"}},
		{"words.joined", w.Joined, moveNames},
		{"words.left", w.Left, moveNames},
		{"words.adjourned", w.Adjourned, timeNames},
		{"words.resumed", w.Resumed, timeNames},
		{"words.approved", w.Approved, approvalNames},
		{"words.subjectTo", w.SubjectTo, approvalNames},
		{"words.done", w.Done, []string{"action", "date", "note"}},
		{"words.interest", w.Interest, []string{"who", "item", "items", "nature", "left"}},
		{"words.action", w.Action, numberNames},
		{"words.owner", w.Owner, []string{"owner"}},
		{"words.due", w.Due, []string{"due"}},
		{"words.forum", w.Forum, []string{"forum"}},
		{"words.decision", w.Decision, numberNames},
		{"words.motion", w.Motion, numberNames},
		{"words.moved", w.Moved, []string{"mover", "seconder", "result"}},
		{"words.counts", w.Counts, []string{"for", "against", "abstain"}},
		{"words.withheldItem", w.WithheldItem, reasonNames},
		{"words.withheld", w.Withheld, reasonNames},
		{"words.withheldPhrase", w.WithheldPhrase, reasonNames},
		// These stand for themselves: a placeholder in them would stay one.
		{"words.draft", w.Draft, nil},
		{"words.skip", w.Skip, nil},
		{"words.chair", w.Chair, nil},
		{"words.clerk", w.Clerk, nil},
		{"words.remote", w.Remote, nil},
		{"words.and", w.And, nil},
		{"words.noInterest", w.NoInterest, nil},
		{"words.withdrawn", w.Withdrawn, nil},
		{"words.vote", w.Vote, nil},
		{"words.votedFor", w.VotedFor, nil},
		{"words.votedAgainst", w.VotedAgainst, nil},
		{"words.abstained", w.Abstained, nil},
		{"words.presenter", w.Presenter, nil},
		{"words.paper", w.Paper, nil},
		{"words.withheldTitle", w.WithheldTitle, nil},
	}
	all = append(all, s.Approval.fields()...)
	for i, pattern := range s.Title {
		all = append(all, field{fmt.Sprintf("title, line %d", i+1), pattern, meetingNames})
	}
	for i, row := range s.Facts.Rows {
		all = append(all, field{fmt.Sprintf("facts, row %d", i+1), row.Value, meetingNames})
	}
	return append(all, s.Agenda.fields()...)
}

// check says what is wrong with a style, naming the field.
func (s Style) check() error {
	for _, f := range s.fields() {
		if err := checkPattern(f.pattern, f.names); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
	}
	for _, check := range []func() error{s.checkChoices, s.checkTables, s.Dates.check, s.Logo.check, s.checkLook} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// checkChoices checks that each choice is one of those there are.
func (s Style) checkChoices() error {
	for _, c := range []struct {
		name, chosen string
		known        []string
	}{
		{"attendance.manner", s.Attendance.Manner, Manners}, {"attendance.groups", s.Attendance.Groups, Groupings},
		{"agenda.manner", s.Agenda.Manner, AgendaManners}, {"actions", s.Actions, ActionWays}, {"votes", s.Votes, VoteWays}, {"look.page", s.Look.Page, []string{"A4", "Letter"}},
	} {
		if c.chosen == "" && c.name != "look.page" || slices.Contains(c.known, c.chosen) {
			continue
		}
		return fmt.Errorf("%s is %q; it is %s", c.name, c.chosen, strings.Join(c.known, " or "))
	}
	if s.Actions == ActionsLog && s.Log == nil {
		return errors.New("actions is \"log\", and there is no log for their words to stand in")
	}
	if s.Actions == ActionsLog && !strings.Contains(s.Words.Action, "{number}") {
		return errors.New("words.action needs {number}, by which the action is found in the log")
	}
	return nil
}

// checkTables checks that each table that the style makes can be read by those
// who only hear it: it has a description, and every column a heading.
func (s Style) checkTables() error {
	type table struct {
		name, summary string
		words         []string
	}
	var tables []table
	if s.Attendance.Manner == MannerTable {
		tables = append(tables, table{"attendance, table and head", s.Attendance.Table, s.Attendance.Head[:]})
	}
	if s.Votes == VotesTable {
		tables = append(tables, table{"roll", s.Roll.Summary, s.Roll.Head[:]})
	}
	if a := s.Agenda; a.Manner == MannerTable {
		tables = append(tables, table{"agenda, table and head", a.Table, append(a.Head[:], a.Heading)})
	}
	if l := s.Log; l != nil {
		tables = append(tables, table{"log", l.Summary, append(l.Head[:], l.Heading)})
	}
	if d := s.Decisions; d != nil {
		tables = append(tables, table{"decisions", d.Summary, append(d.Head[:], d.Heading)})
	}
	for _, t := range tables {
		if slices.Contains(append(t.words, t.summary), "") {
			return fmt.Errorf("%s: the table needs its heading, its summary and a heading for every column", t.name)
		}
	}
	return nil
}

func (d Dates) check() error {
	for _, l := range []struct {
		name  string
		names []string
		want  int
	}{{"dates.months", d.Months, 12}, {"dates.weekdays", d.Weekdays, 7}} {
		if len(l.names) > 0 && (len(l.names) != l.want || slices.Contains(l.names, "")) {
			return fmt.Errorf("%s has %d names; it has %d, none empty, or is left out", l.name, len(l.names), l.want)
		}
	}
	return nil
}

func (s Style) checkLook() error {
	l := s.Look
	switch {
	case s.Name == "" || len(s.Title) == 0:
		return errors.New("it needs a name and a title")
	case s.Language == "" || strings.Trim(strings.ToLower(s.Language), "abcdefghijklmnopqrstuvwxyz0123456789-") != "":
		return fmt.Errorf("language is %q; it is a tag such as en-GB", s.Language)
	case l.Size < 6 || l.Size > 30:
		return fmt.Errorf("look.size is %g points; it is from 6 to 30", l.Size)
	case !isColour(l.Accent) || !isColour(l.Tint):
		return errors.New("look.accent and look.tint are colours of six hexadecimal digits")
	case l.Font == "" || strings.ContainsAny(l.Font+l.Fallback+l.Headings, "{};<>\\"):
		return errors.New("look.font, look.headings and look.fallback name fonts")
	}
	return nil
}

func isColour(s string) bool {
	return len(s) == 6 && strings.Trim(s, "0123456789ABCDEFabcdef") == ""
}

// checkStrings checks that no words of a style's file hold control characters
// or more than a line: they go into every kind of document as they are.
func checkStrings(data []byte) error {
	var file any
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&file); err != nil {
		return err
	}
	return checkValue("", file)
}

func checkValue(name string, v any) error {
	switch v := v.(type) {
	case string:
		if Clean(v) != v || strings.Contains(v, "\n") {
			return fmt.Errorf("%s holds more than a line, or characters that no document can show", name)
		}
	case []any:
		for i, of := range v {
			if err := checkValue(fmt.Sprintf("%s, line %d", name, i+1), of); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if err := checkValue(strings.TrimPrefix(name+"."+key, "."), v[key]); err != nil {
				return err
			}
		}
	}
	return nil
}
