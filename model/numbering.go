package model

// Run says how far a numbering runs on before it begins again.
type Run string

// The runs. The empty one begins again with every meeting.
const (
	PerMeeting Run = ""
	PerYear    Run = "year"
	Running    Run = "running"
)

// Runs are all of them.
var Runs = []Run{PerMeeting, PerYear, Running}

// Numbering is a body's policy for numbers. Meetings take from it what they
// need when they are made: a later change never renumbers an earlier meeting.
type Numbering struct {
	// Actions are numbered 1, 2, 3 in every meeting; by year as 2022/15; or on
	// and on.
	Actions Run `json:"actions,omitempty"`
	// Items are numbered by their place; by year as 124/17; or on and on.
	Items Run `json:"items,omitempty"`
	// Decisions have no number; one by year as 2026/14; or on and on.
	Decisions Run `json:"decisions,omitempty"`
	// YearBegins is the month in which a body's year begins, 1 to 12; 0 means
	// January.
	YearBegins int `json:"yearBegins,omitempty"`
}

// Series is one numbering as a meeting has it. The zero value begins with 1
// in the meeting, and for decisions has no numbers at all.
type Series struct {
	Run Run `json:"run,omitempty"`
	// Year as printed, where the numbers have one: "2022" or "17".
	Year string `json:"year,omitempty"`
	// First is the meeting's first number; 0 means 1.
	First int `json:"first,omitempty"`
}

// Numbered are the numberings of one meeting, as at the meeting.
type Numbered struct {
	Actions   Series `json:"actions,omitzero"`
	Items     Series `json:"items,omitzero"`
	Decisions Series `json:"decisions,omitzero"`
}

// Frozen are the numbers that have left the office, by the identity of what
// has them. They stay here when an entry is deleted, so that none is given
// again.
type Frozen struct {
	// Items from when the agenda is issued. Places are the places in the
	// numbering of those that have a printed reference of their own.
	Items  map[ID]string `json:"items,omitempty"`
	Places map[ID]string `json:"places,omitempty"`
	// Paragraphs ("3.2"), Actions and Decisions from when the minutes are
	// circulated.
	Paragraphs map[ID]string `json:"paragraphs,omitempty"`
	Actions    map[ID]int    `json:"actions,omitempty"`
	Decisions  map[ID]string `json:"decisions,omitempty"`
}
