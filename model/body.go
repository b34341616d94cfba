package model

import "slices"

// Body is a board, committee, council or panel that meets.
type Body struct {
	ID   ID     `json:"id"`
	Rev  int    `json:"rev,omitempty"`
	Name string `json:"name"`
	// Style names the house style of its minutes.
	Style string `json:"style,omitempty"`
	// Language of its minutes as a BCP 47 tag; "" means en-GB.
	Language string `json:"language,omitempty"`
	// Quorum is how many members must be present; 0 where it has no rule.
	Quorum int `json:"quorum,omitempty"`
	// Seats are the roster in the order in which it is printed.
	Seats []Seat `json:"seats,omitempty"`
	// Standing are the titles of the items that every agenda has.
	Standing []string `json:"standing,omitempty"`
	// Abbreviations stand for words while its minutes are typed.
	Abbreviations []Abbreviation `json:"abbreviations,omitempty"`
	// Numbering is its policy for the numbers of meetings to come.
	Numbering Numbering `json:"numbering,omitzero"`
	// Absence is after how many months without attending a member is pointed
	// out; 0 means six, and below 0 nobody is.
	Absence int `json:"absence,omitempty"`
	// Mail are addresses that its minutes go to beside those of its people.
	Mail []string `json:"mail,omitempty"`
	// Habits are what was learnt of how its old minutes were written.
	Habits []Habit `json:"habits,omitempty"`
	// Away is set while the body is in somebody else's hands.
	Away *Away `json:"away,omitempty"`
}

// Away says to whom a body was handed over: until it is taken back nothing of
// it changes in this book.
type Away struct {
	To   string `json:"to,omitempty"`
	On   Date   `json:"on"`
	Path string `json:"path,omitempty"`
}

// Seat is a person's place on a body from a day to a day.
type Seat struct {
	ID     ID `json:"id"`
	Person ID `json:"person"`
	// Name as printed while in this seat, with honorific or rank.
	Name string `json:"name"`
	Post string `json:"post,omitempty"`
	// Acting says that the post is held for the time being.
	Acting   bool     `json:"acting,omitempty"`
	Group    string   `json:"group,omitempty"`
	Capacity Capacity `json:"capacity,omitempty"`
	From     Date     `json:"from,omitempty"`
	To       Date     `json:"to,omitempty"`
}

// On says whether the seat is held on day d. A seat without dates always is.
func (s Seat) On(d Date) bool {
	return (s.From == "" || s.From <= d) && (s.To == "" || d <= s.To)
}

// SeatsOn are the seats held on day d, in roster order.
func (b Body) SeatsOn(d Date) []Seat {
	var on []Seat
	for _, s := range b.Seats {
		if s.On(d) {
			on = append(on, s)
		}
	}
	return on
}

// Clone is a copy that shares nothing with b.
func (b Body) Clone() Body {
	b.Seats = slices.Clone(b.Seats)
	b.Standing = slices.Clone(b.Standing)
	b.Abbreviations = slices.Clone(b.Abbreviations)
	b.Mail = slices.Clone(b.Mail)
	b.Habits = slices.Clone(b.Habits)
	b.Away = copyOf(b.Away)
	return b
}

// Person is somebody the book knows, whatever seats they hold.
type Person struct {
	ID   ID     `json:"id"`
	Rev  int    `json:"rev,omitempty"`
	Name string `json:"name"`
	Mail string `json:"mail,omitempty"`
}
