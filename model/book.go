package model

import "fmt"

// Summary is a meeting as a list shows it.
type Summary struct {
	ID     ID          `json:"id"`
	BodyID ID          `json:"bodyId,omitempty"`
	Body   string      `json:"body"`
	Date   Date        `json:"date"`
	Kind   MeetingKind `json:"kind,omitempty"`
	State  State       `json:"state"`
	Title  string      `json:"title,omitempty"`
	// Style names its house style, if it names one.
	Style string `json:"style,omitempty"`
	Made  string `json:"made,omitempty"`
	// Items and Actions are how many it has.
	Items   int `json:"items"`
	Actions int `json:"actions"`
	// Open is how many of its actions are still to be done. The minutes do not
	// say it; the book does.
	Open int `json:"open,omitempty"`
	// Restricted says that an export must say its audience.
	Restricted bool `json:"restricted,omitempty"`
	// Numbers are those that it has used of the series that run on beyond it.
	Numbers UsedNumbers `json:"numbers,omitzero"`
	// Sealed says that the minutes are sealed; ToRatify that they were approved
	// by mail or by the chair and no meeting has ratified that yet.
	Sealed   bool `json:"sealed,omitempty"`
	ToRatify bool `json:"toRatify,omitempty"`
	// Corrections are how many are recorded.
	Corrections int `json:"corrections,omitempty"`
	// Corrects are the earlier minutes in which this meeting puts something
	// right.
	Corrects []CorrectsFact `json:"corrects,omitempty"`
}

// Summary is m as a list shows it.
func (m Meeting) Summary() Summary {
	s := Summary{ID: m.ID, BodyID: m.BodyID, Body: m.Body, Date: m.Date, Kind: m.Kind, State: m.State, Title: m.Title, Style: m.Style, Made: m.Made,
		Actions: len(m.InForce().Actions()), Restricted: m.HasRestricted(), Numbers: m.UsedNumbers(), Sealed: m.Seal != nil,
		ToRatify: m.Seal == nil && m.Unratified(Whole), Corrections: len(m.Corrections)}
	for _, it := range m.Items {
		if !it.Opening() {
			s.Items++
		}
		for _, e := range it.Entries {
			if e.Corrects != nil {
				s.Corrects = append(s.Corrects, *e.Corrects)
			}
		}
	}
	return s
}

// Unfinished are the words in the composer that have not been entered yet.
// They are kept beside the meeting, outside its undo and its revisions.
type Unfinished struct {
	Meeting ID `json:"meeting"`
	// Item they were typed at; After is the entry they would follow, if one
	// was chosen; Editing is the entry they would replace.
	Item    ID `json:"item,omitempty"`
	After   ID `json:"after,omitempty"`
	Editing ID `json:"editing,omitempty"`
	// Kind is the one chosen by key, "" where the words say it.
	Kind EntryKind `json:"kind,omitempty"`
	Text string    `json:"text,omitempty"`
	// Caret counts characters (runes) before it.
	Caret int `json:"caret,omitempty"`
	// Before are the words that were in the composer when editing began; they
	// come back when it ends.
	Before string `json:"before,omitempty"`
	// Parked are words left unfinished at other items.
	Parked map[ID]string `json:"parked,omitempty"`
}

// Empty says whether nothing is unfinished.
func (u Unfinished) Empty() bool { return u.Text == "" && u.Before == "" && len(u.Parked) == 0 }

// Save is a record to be kept, with the revision that the book is known to
// hold of it: 0 where it is new.
type Save[T any] struct {
	Base  int
	Value T
}

// Batch is what is kept in one transaction: all of it or none.
type Batch struct {
	Meetings []Save[Meeting]
	Bodies   []Save[Body]
	People   []Save[Person]
	Styles   []Save[HouseStyle]
	// Events are added to the ledger; the book counts them.
	Events []Event
	// Seals are added to the chains of their bodies. One that does not follow
	// the last seal of its body is a *[Stale].
	Seals []Seal
	// Files are kept as they are.
	Files []File
}

// Stale is the error of a save whose base is not what the book holds: it was
// changed meanwhile by another.
type Stale struct {
	// Record says what it is in a word or two: "meeting", "body", "person",
	// "house style".
	Record string
	ID     ID
	Base   int
	// Kept is the revision that the book holds; 0 where it holds none.
	Kept int
}

func (e *Stale) Error() string {
	return fmt.Sprintf("the %s %s was changed by another: revision %d is kept, the change was made on %d", e.Record, e.ID, e.Kept, e.Base)
}
