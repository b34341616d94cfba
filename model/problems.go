package model

import (
	"regexp"
	"strings"
)

// ProblemKind is a sort of thing to follow up. The set is closed.
type ProblemKind string

// The kinds of problem. None of them ever stops a clerk.
const (
	NoOwner      ProblemKind = "no owner"
	NoDue        ProblemKind = "no due"
	Query        ProblemKind = "query"
	RelativeDate ProblemKind = "relative date"
	EmptyItem    ProblemKind = "empty item"
	UnsurePerson ProblemKind = "unsure person"
	PrivateNote  ProblemKind = "private note"
	StillOn      ProblemKind = "still restricting"
)

// ProblemKinds are all of them.
var ProblemKinds = []ProblemKind{NoOwner, NoDue, Query, RelativeDate, EmptyItem, UnsurePerson, PrivateNote, StillOn}

// Problem is one thing to follow up, and where it is.
type Problem struct {
	Kind ProblemKind
	// Item and Entry are where it is; "" where it is in neither.
	Item, Entry ID
	// Attendee it is about; "" where it is about none.
	Attendee ID
	// Words are those concerned: a name, a phrase, an item's title.
	Words string
	// Number of the action concerned, 0 for none.
	Number int
}

var relativeDate = regexp.MustCompile(`(?i)\b(tomorrow|yesterday|(?:next|last|this) (?:week|month|year|quarter|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b`)

// Problems are the things to follow up, in running order. They are worked out
// anew each time: what is put right is gone from the next list.
func Problems(m Meeting) []Problem {
	var list []Problem
	for _, a := range m.Attendees {
		if a.Unsure {
			list = append(list, Problem{Kind: UnsurePerson, Attendee: a.ID, Words: a.Name})
		}
	}
	for _, it := range m.Items {
		if !it.Opening() && it.Outcome == "" && len(it.Entries) == 0 && m.State != Planned {
			list = append(list, Problem{Kind: EmptyItem, Item: it.ID, Words: it.Title})
		}
		for _, e := range it.Entries {
			list = append(list, problemsOf(it.ID, e)...)
		}
	}
	if m.Restricting != nil {
		list = append(list, Problem{Kind: StillOn, Words: m.Restricting.Reason})
	}
	return list
}

func problemsOf(item ID, e Entry) []Problem {
	var list []Problem
	add := func(kind ProblemKind, words string) {
		list = append(list, Problem{Kind: kind, Item: item, Entry: e.ID, Words: words, Number: e.Number})
	}
	if e.Kind == Action && (e.Action == nil || !e.Action.Withdrawn) {
		if e.Action == nil || len(e.Action.Owners) == 0 {
			add(NoOwner, e.Text)
		}
		if e.Action == nil || e.Action.Due == (Due{}) && e.Action.Forum == "" {
			add(NoDue, e.Text)
		}
	}
	if strings.Contains(e.Text, "??") {
		add(Query, e.Text)
	}
	if words := relativeDate.FindString(e.Text); words != "" {
		add(RelativeDate, words)
	}
	if e.Kind == Private {
		add(PrivateNote, e.Text)
	}
	return list
}
