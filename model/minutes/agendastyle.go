package minutes

import (
	"fmt"
	"reflect"
)

// AgendaStyle is how the agenda of a planned meeting is worded, with the notice
// that calls people to it. Type, paper, dates and numbers are those of the
// minutes. Patterns know the facts of the meeting, {chair}, {clerk}, and
// {issued}, the day on which the agenda was sent out.
type AgendaStyle struct {
	// Title is the lines at the head; the minutes' Capitals holds for it too.
	Title []string `json:"title,omitempty"`
	// Facts stand below the title, Notice is the sentence below them.
	Facts  []FactRow `json:"facts,omitempty"`
	Notice string    `json:"notice,omitempty"`
	// Members and Attending head the lists of who is called; "" lists nobody.
	Members   string `json:"members,omitempty"`
	Attending string `json:"attending,omitempty"`
	// Manner is how items print: "lines" (or ""), each under its own heading
	// with what is known of it; "table", all of them in one table under Heading,
	// which Table describes to those who cannot see it. Head are its columns:
	// number, item, purpose, presenter, time.
	Manner  string    `json:"manner,omitempty"`
	Heading string    `json:"heading,omitempty"`
	Table   string    `json:"table,omitempty"`
	Head    [5]string `json:"head,omitzero"`
	// Purpose is the pattern of an item's {purpose} below its heading. Timed is
	// that of its {from}, {to} and {minutes}, Allowed that of its {minutes} where
	// nobody can know when it begins.
	Purpose string `json:"purpose,omitempty"`
	Timed   string `json:"timed,omitempty"`
	Allowed string `json:"allowed,omitempty"`
	// Issued stands at the end. Footer is at the foot of every page; "" for that
	// of the minutes.
	Issued string `json:"issued,omitempty"`
	Footer string `json:"footer,omitempty"`
}

// AgendaManners are all that there is to choose from in [AgendaStyle.Manner].
var AgendaManners = []string{MannerLines, MannerTable}

func (a AgendaStyle) empty() bool { return reflect.ValueOf(a).IsZero() }

// usualAgenda is the agenda of a style that says nothing of it.
func usualAgenda() AgendaStyle {
	return AgendaStyle{
		Title:   []string{"{body}", "Agenda of the [{sort} ]meeting on {full-date}"},
		Facts:   []FactRow{{"Date", "{full-date}"}, {"Time", "{begin}[ to {end}]"}, {"Venue", "{venue}"}},
		Members: "Members",
		Heading: "Agenda",
		Table:   "What is to be done: number, item, purpose, who presents it, and when.",
		Head:    [5]string{"Item", "Subject", "Purpose", "Presented by", "Time"},
		Purpose: "For {purpose}",
		Timed:   "{from}[ ({minutes} minutes)]",
		Allowed: "{minutes} minutes",
		Issued:  "[{clerk}. ][Issued on {issued}.]",
	}
}

// fields are all patterns of the agenda.
func (a AgendaStyle) fields() []field {
	all := []field{
		{"agenda.notice", a.Notice, agendaNames},
		{"agenda.purpose", a.Purpose, []string{"purpose"}},
		{"agenda.timed", a.Timed, []string{"from", "to", "minutes"}},
		{"agenda.allowed", a.Allowed, []string{"minutes"}},
		{"agenda.issued", a.Issued, agendaNames},
		{"agenda.footer", a.Footer, runningNames},
		{"agenda.members", a.Members, nil},
		{"agenda.attending", a.Attending, nil},
		{"agenda.heading", a.Heading, nil},
		{"agenda.table", a.Table, nil},
	}
	for i, pattern := range a.Title {
		all = append(all, field{fmt.Sprintf("agenda.title, line %d", i+1), pattern, agendaNames})
	}
	for i, row := range a.Facts {
		all = append(all, field{fmt.Sprintf("agenda.facts, row %d", i+1), row.Value, agendaNames})
	}
	return all
}
