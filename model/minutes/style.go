package minutes

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"minutebook/assets"
)

// Style is a house style: how a body's minutes look and are worded. It is
// data; see assets/styles. Wordings are patterns: {name} stands for a value,
// and a stretch in square brackets is left out where a value in it is empty.
type Style struct {
	Name string `json:"name"`
	// About says in a few words what it is for.
	About string `json:"about"`
	// Language of the minutes as a BCP 47 tag.
	Language string `json:"language"`
	// Title is the lines at the head; Capitals sets the first in capitals.
	Title    []string `json:"title"`
	Capitals bool     `json:"capitals,omitempty"`
	// Occasion says which meeting it is.
	Occasion string `json:"occasion"`
	// Header and Footer stand on every printed page, what follows a tab in
	// them at the right. Beside the names of the meeting's facts they know
	// {occasion}, {version}, {page} and {pages}.
	Header string `json:"header"`
	Footer string `json:"footer"`
	// Logo stands above the title; nil for none.
	Logo  *Logo      `json:"logo,omitempty"`
	Dates Dates      `json:"dates,omitzero"`
	Facts FactsStyle `json:"facts"`
	// Contents heads the list of contents; "" for none. ContentsNumbers adds
	// the numbers of items in it, ContentsPages those of pages in Word. Back is
	// the link to it at the end.
	Contents        string     `json:"contents,omitempty"`
	ContentsNumbers bool       `json:"contentsNumbers,omitempty"`
	ContentsPages   bool       `json:"contentsPages,omitempty"`
	Back            string     `json:"back,omitempty"`
	Attendance      Attendance `json:"attendance"`
	// Items and Paragraphs are patterns of their numbers: "{number}.". Empty
	// where they are not numbered.
	Items      string `json:"items,omitempty"`
	Paragraphs string `json:"paragraphs,omitempty"`
	Words      Words  `json:"words"`
	// Approval words how minutes are approved and corrected.
	Approval ApprovalStyle `json:"approval,omitzero"`
	// Outcomes word the outcomes of items: "noted" as "Noted."
	Outcomes map[string]string `json:"outcomes,omitempty"`
	// Actions is how an action prints: "inline" (or ""), its words where it was
	// given; "column", the same with owner and due at the right;
	// "log", only its number there and its words in the log at the end.
	Actions string `json:"actions,omitempty"`
	// Log is the table of actions at the end; nil for none.
	Log *LogStyle `json:"log,omitempty"`
	// Decisions is the table of what was decided, before the first item; nil
	// for none.
	Decisions *DecisionsStyle `json:"decisions,omitempty"`
	// Votes is how the names of voters print: "list" (or ""), a line for each
	// side; "table", a table of names and what each voted.
	Votes string `json:"votes,omitempty"`
	// Roll is the table of names of a vote.
	Roll RollStyle `json:"roll,omitzero"`
	// Signature is to be filled in by hand at the end.
	Signature SignatureStyle `json:"signature,omitzero"`
	// Agenda is how the agenda of a planned meeting is worded. A file that does
	// not say has the usual wording.
	Agenda AgendaStyle `json:"agenda,omitzero"`
	Look   Look        `json:"look"`
}

// RollStyle is the table of who voted how. Summary describes it to those who
// cannot see it, {vote} is the how manieth of the meeting it is; Head are its
// two columns: name and vote.
type RollStyle struct {
	Summary string    `json:"summary"`
	Head    [2]string `json:"head"`
}

// SignatureStyle is what is signed: a sentence and lines to be filled in by
// hand, on a page of their own where Apart is set. Text is a pattern that knows
// the names of the meeting's facts.
type SignatureStyle struct {
	Text  string   `json:"text,omitempty"`
	Lines []string `json:"lines,omitempty"`
	Apart bool     `json:"apart,omitempty"`
}

// Logo is a picture above the title.
type Logo struct {
	// Data is a PNG or a JPEG; About says in words what it shows.
	Data  []byte `json:"data"`
	About string `json:"about"`
	// Height on paper in millimetres.
	Height float64 `json:"height"`
}

// Dates is how days are written. Long and Full are patterns of {weekday},
// {day}, {day2} (two figures), {dayth} (1st), {month}, {month2}, {year}; ""
// is "{day} {month} {year}", with "{weekday} " before it in Full. Months and
// Weekdays (from Monday) name them in another language; nil in English.
type Dates struct {
	Long     string   `json:"long,omitempty"`
	Full     string   `json:"full,omitempty"`
	Months   []string `json:"months,omitempty"`
	Weekdays []string `json:"weekdays,omitempty"`
}

// DecisionsStyle is the table of what was decided: the decisions, and the
// motions recorded as carried.
type DecisionsStyle struct {
	Heading string `json:"heading"`
	Summary string `json:"summary"`
	// Head are its three columns: item, number, decision.
	Head [3]string `json:"head"`
}

// FactsStyle is the block of facts below the title.
type FactsStyle struct {
	Heading string    `json:"heading,omitempty"`
	Rows    []FactRow `json:"rows"`
}

// FactRow is a fact; it is left out where Value comes out empty.
type FactRow struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// Attendance are the headings of the attendance list.
type Attendance struct {
	// Heading stands above all of it; "" for none.
	Heading string `json:"heading,omitempty"`
	// Manner is "lines" (or ""), names below one another; "running", in a
	// paragraph; "table", everybody on the list in one table with post and
	// what they are there as. Groups says what names stand under: "groups" (or
	// ""), capacity and group; "capacity", with the group in brackets.
	Manner string `json:"manner,omitempty"`
	Groups string `json:"groups,omitempty"`
	// Table describes the table, Head are its three columns: name, post, and
	// what they are there as.
	Table     string    `json:"table,omitempty"`
	Head      [3]string `json:"head,omitzero"`
	Present   string    `json:"present"`
	Attending string    `json:"attending"`
	Observing string    `json:"observing"`
	Apologies string    `json:"apologies"`
	Absent    string    `json:"absent"`
	// Public is the sentence with the head count of the public.
	Public string `json:"public"`
}

// Words are the patterns of everything that is worded from recorded facts.
type Words struct {
	// Draft stands on every page until approval, Skip links past the head of
	// a page on the web.
	Draft string `json:"draft"`
	Skip  string `json:"skip"`

	// What stands in brackets behind a name.
	Chair  string `json:"chair"`
	Clerk  string `json:"clerk"`
	Remote string `json:"remote"`
	Deputy string `json:"deputy"`
	Item   string `json:"item"`
	Items  string `json:"items"`
	And    string `json:"and"`

	Started   string `json:"started"`
	Closed    string `json:"closed"`
	Next      string `json:"next"`
	Joined    string `json:"joined"`
	Left      string `json:"left"`
	Adjourned string `json:"adjourned"`
	Resumed   string `json:"resumed"`

	Approved  string `json:"approved"`
	SubjectTo string `json:"subjectTo"`
	Done      string `json:"done"`

	Interest   string `json:"interest"`
	NoInterest string `json:"noInterest"`

	Presenter string `json:"presenter"`
	Paper     string `json:"paper"`

	Action    string `json:"action"`
	Withdrawn string `json:"withdrawn"`
	// What was recorded of an action beyond its words.
	Owner string `json:"owner"`
	Due   string `json:"due"`
	Forum string `json:"forum"`

	Decision string `json:"decision"`
	Motion   string `json:"motion"`
	// Moved is who moved and seconded, and the result.
	Moved        string `json:"moved"`
	Vote         string `json:"vote"`
	Counts       string `json:"counts"`
	VotedFor     string `json:"votedFor"`
	VotedAgainst string `json:"votedAgainst"`
	Abstained    string `json:"abstained"`

	// Kinds word what is out of the ordinary: an "extraordinary" or "annual"
	// meeting, one "cancelled" or "inquorate".
	Kinds map[string]string `json:"kinds"`

	// Withheld stands for what the public version leaves out: an item's title,
	// an item, an entry or a fact, words of one.
	WithheldTitle  string `json:"withheldTitle"`
	WithheldItem   string `json:"withheldItem"`
	Withheld       string `json:"withheld"`
	WithheldPhrase string `json:"withheldPhrase"`
}

// LogStyle is the table of actions at the end.
type LogStyle struct {
	Heading string `json:"heading"`
	Summary string `json:"summary"`
	// Head are its four columns: number, action, owner, due.
	Head [4]string `json:"head"`
}

// Look is type and paper.
type Look struct {
	// Page is "A4" or "Letter".
	Page string `json:"page"`
	// Font of the words, for Word and the web, with Fallback where it is not
	// installed: a CSS list.
	Font     string `json:"font"`
	Fallback string `json:"fallback"`
	// Size of ordinary words in points.
	Size float64 `json:"size"`
	// Headings is the font of headings; "" for that of the words.
	Headings string `json:"headings,omitempty"`
	// LinesNumbered numbers the lines of drafts in the margin.
	LinesNumbered bool `json:"linesNumbered,omitempty"`
	// Accent is the colour of headings and rules, Tint the ground of an
	// action, both as six hexadecimal digits.
	Accent string `json:"accent"`
	Tint   string `json:"tint"`
}

var loadAll = sync.OnceValues(func() (map[string]Style, error) {
	files, err := fs.Glob(assets.Styles, "styles/*.json")
	if err != nil {
		return nil, err
	}
	all := map[string]Style{}
	for _, name := range files {
		data, err := assets.Styles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		s, err := ReadStyle(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if s.Name != strings.TrimSuffix(path.Base(name), ".json") {
			return nil, fmt.Errorf("%s: its name is %q", name, s.Name)
		}
		all[s.Name] = s
	}
	return all, nil
})

// DefaultStyle is the style of a body that has chosen none.
const DefaultStyle = "publication"

// StyleNames are the house styles that come with the program, by name.
func StyleNames() []string { return Builtin().Names() }

// NoStyle is the error of asking for a house style that there is not.
type NoStyle struct {
	Name  string
	Known []string
}

func (e *NoStyle) Error() string {
	return fmt.Sprintf("there is no house style %q: there are %s", e.Name, strings.Join(e.Known, ", "))
}

// LoadStyle is the house style of that name, DefaultStyle for "". The error is
// a *[NoStyle] where there is none.
func LoadStyle(name string) (Style, error) {
	return Builtin().Load(name)
}

// ReadStyle reads a house style from its file and checks it.
func ReadStyle(data []byte) (Style, error) {
	s, err := decodeStyle(data)
	if err != nil {
		return Style{}, fmt.Errorf("the house style cannot be read: %w", err)
	}
	if err := s.Check(); err != nil {
		return Style{}, fmt.Errorf("the house style %q: %w", s.Name, err)
	}
	return s, nil
}
