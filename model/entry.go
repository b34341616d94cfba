package model

import "slices"

// EntryKind is what an entry is. The set is closed.
type EntryKind string

// The kinds of entry.
const (
	Paragraph EntryKind = "paragraph"
	Bullet    EntryKind = "bullet"
	Heading   EntryKind = "heading"
	Decision  EntryKind = "decision"
	Action    EntryKind = "action"
	Motion    EntryKind = "motion"
	VoteTaken EntryKind = "vote"
	Interest  EntryKind = "interest"
	Movement  EntryKind = "movement"
	Private   EntryKind = "private"
)

// EntryKinds are all kinds of entry.
var EntryKinds = []EntryKind{Paragraph, Bullet, Heading, Decision, Action, Motion, VoteTaken, Interest, Movement, Private}

// Entry is one block in the running order of an item.
//
// Text is what the clerk typed, with the small Markdown of the quick lines
// (bold, italic, links) and "\n" between its lines. The facets below it hold
// what was read from the words or said beside them; at most those of the
// entry's own kind are set.
type Entry struct {
	ID   ID        `json:"id"`
	Kind EntryKind `json:"kind"`
	Text string    `json:"text,omitempty"`
	// Level of a bullet: 0 for the first, 1 for the second.
	Level int `json:"level,omitempty"`
	// Number of an action, run through the meeting; 0 for other kinds.
	Number int `json:"number,omitempty"`
	// At is the time of day recorded in the minutes, if any.
	At Clock `json:"at,omitempty"`
	// Made is when the entry was entered, RFC 3339; "" in a script.
	Made       string       `json:"made,omitempty"`
	Restricted *Restriction `json:"restricted,omitempty"`
	// Unsure marks what was read from a file and may be something else than it
	// was taken for, for follow-up. Whoever retypes it, gives it another kind or
	// says that it is right takes the mark away.
	Unsure bool `json:"unsure,omitempty"`
	// Withheld are the words of it that public minutes leave out.
	Withheld   []Phrase      `json:"withheld,omitempty"`
	Action     *ActionFacts  `json:"action,omitempty"`
	Resolution *Resolution   `json:"resolution,omitempty"`
	Vote       *Vote         `json:"vote,omitempty"`
	Interest   *InterestFact `json:"interest,omitempty"`
	Movement   *MovementFact `json:"movement,omitempty"`
	// Approves is set on the paragraph that approves earlier minutes. Its
	// Text is empty where the house style words it.
	Approves *Approval `json:"approves,omitempty"`
	// Done is set on the paragraph that notes an earlier meeting's action as
	// complete. Its Text is empty where the house style words it.
	Done *DoneFact `json:"done,omitempty"`
	// Corrects is set on the paragraph that puts right an error in minutes that
	// were approved long before.
	Corrects *CorrectsFact `json:"corrects,omitempty"`
}

// ActionFacts are what an action's words say of it.
type ActionFacts struct {
	// Owners as named in the words: people, posts or organisations.
	Owners []string `json:"owners,omitempty"`
	Due    Due      `json:"due,omitzero"`
	// Forum is where it is to be reported, without "meeting".
	Forum string `json:"forum,omitempty"`
	// Withdrawn leaves a tombstone: the number stays used.
	Withdrawn bool `json:"withdrawn,omitempty"`
}

// Due is when an action is due: as worded, and the day where the words name
// one. A month stands for its last day.
type Due struct {
	Words string `json:"words,omitempty"`
	Date  Date   `json:"date,omitempty"`
}

// Resolution is what stands beside the words of a decision or a motion.
type Resolution struct {
	Mover    string `json:"mover,omitempty"`
	Seconder string `json:"seconder,omitempty"`
	// Number by the body's policy, "2026/14", as recorded.
	Number string `json:"number,omitempty"`
	// Result as recorded: "carried", "lost", ...
	Result string `json:"result,omitempty"`
}

// Vote is the vote on the motion above it, or else on the decision above it.
// Counts are kept as recorded and never recomputed from the names; nil where
// none was recorded, which is not nought.
type Vote struct {
	For          *int     `json:"for,omitempty"`
	Against      *int     `json:"against,omitempty"`
	Abstain      *int     `json:"abstain,omitempty"`
	ForNames     []string `json:"forNames,omitempty"`
	AgainstNames []string `json:"againstNames,omitempty"`
	AbstainNames []string `json:"abstainNames,omitempty"`
	// Result in a word where one was said: carried, lost, unanimous, nem con.
	Result string `json:"result,omitempty"`
}

// InterestFact is a declaration of interest.
type InterestFact struct {
	// None is a nil return: nobody declared anything.
	None bool   `json:"none,omitempty"`
	Who  string `json:"who,omitempty"`
	// Item is the reference of the item concerned, as said.
	Item   string `json:"item,omitempty"`
	Nature string `json:"nature,omitempty"`
	// Left says that the person left the room for it; attendance knows.
	Left bool `json:"left,omitempty"`
}

// Way is which way a movement went.
type Way string

// The ways of a movement.
const (
	In      Way = "in"
	Out     Way = "out"
	Adjourn Way = "adjourn"
	Resume  Way = "resume"
)

// Ways are all of them.
var Ways = []Way{In, Out, Adjourn, Resume}

// MovementFact is an arrival or departure, or the meeting's own adjournment
// and resumption. Its time is the entry's At; the item it stands in is the
// item during which it happened, unless Item names another.
type MovementFact struct {
	Way Way `json:"way"`
	// Who came or went: an attendee; "" for Adjourn and Resume.
	Who ID `json:"who,omitempty"`
	// Item is the reference of the item said, if one was.
	Item string `json:"item,omitempty"`
	// During says that it happened in the middle of Item.
	During bool `json:"during,omitempty"`
}

// Approval names the earlier minutes that an entry approves.
type Approval struct {
	Date Date `json:"date"`
	// SubjectTo says that corrections follow as bullets below.
	SubjectTo bool `json:"subjectTo,omitempty"`
	// Completed says that the completed actions were noted with them.
	Completed bool `json:"completed,omitempty"`
	// Part is what of the minutes was approved; Ratifies says that they had been
	// approved by mail or by the chair before.
	Part     Part `json:"part,omitempty"`
	Ratifies bool `json:"ratifies,omitempty"`
	// Meeting is the one whose minutes they are; "" where only the day is known.
	Meeting ID `json:"meeting,omitempty"`
}

// CorrectsFact names what is corrected in earlier minutes.
type CorrectsFact struct {
	Date Date `json:"date"`
	// Reference is the paragraph, item or action as printed there.
	Reference string `json:"reference,omitempty"`
	Meeting   ID     `json:"meeting,omitempty"`
}

// DoneFact notes an action of an earlier meeting as complete.
type DoneFact struct {
	// Action as said: "14" for the last meeting's, "24 June 2022 14" for
	// that of a named day.
	Action string `json:"action"`
	Note   string `json:"note,omitempty"`
}

func (e Entry) clone() Entry {
	e.Restricted = e.Restricted.clone()
	e.Withheld = slices.Clone(e.Withheld)
	if e.Action != nil {
		a := *e.Action
		a.Owners = slices.Clone(a.Owners)
		e.Action = &a
	}
	e.Resolution = copyOf(e.Resolution)
	if e.Vote != nil {
		v := *e.Vote
		v.For, v.Against, v.Abstain = copyOf(v.For), copyOf(v.Against), copyOf(v.Abstain)
		v.ForNames, v.AgainstNames, v.AbstainNames = slices.Clone(v.ForNames), slices.Clone(v.AgainstNames), slices.Clone(v.AbstainNames)
		e.Vote = &v
	}
	e.Interest = copyOf(e.Interest)
	e.Movement = copyOf(e.Movement)
	e.Approves = copyOf(e.Approves)
	e.Done = copyOf(e.Done)
	e.Corrects = copyOf(e.Corrects)
	return e
}
