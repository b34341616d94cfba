package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/bring"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/recognise"
)

// fileReport is what became of a file, as other programs read it.
type fileReport struct {
	File string `json:"file"`
	// Error says why nothing of it was taken in.
	Error   string      `json:"error,omitempty"`
	Format  read.Format `json:"format,omitempty"`
	Meeting model.ID    `json:"meeting,omitempty"`
	Body    string      `json:"body,omitempty"`
	Date    model.Date  `json:"date,omitempty"`
	State   model.State `json:"state,omitempty"`
	Style   string      `json:"style,omitempty"`
	// StyleWhy and BodyWhy say what speaks for them.
	StyleWhy       string  `json:"styleWhy,omitempty"`
	NewBody        bool    `json:"newBody,omitempty"`
	BodyConfidence float64 `json:"bodyConfidence,omitempty"`
	BodyWhy        string  `json:"bodyWhy,omitempty"`
	// BodyInstead are names of other bodies that it may be.
	BodyInstead []string `json:"bodyInstead,omitempty"`
	Attendees   int      `json:"attendees"`
	NewPeople   int      `json:"newPeople"`
	Items       int      `json:"items"`
	Entries     int      `json:"entries"`
	Actions     int      `json:"actions"`
	Decisions   int      `json:"decisions"`
	Signed      string   `json:"signed,omitempty"`
	// Unsure are the guesses to look at, People who is unsure, Dropped the lines
	// that are not in the meeting, Warnings what of the file was left out.
	Unsure   []unsureGuess  `json:"unsure,omitempty"`
	People   []unsurePerson `json:"people,omitempty"`
	Dropped  []droppedLine  `json:"dropped,omitempty"`
	Warnings []string       `json:"warnings,omitempty"`
}

// unsureGuess is a guess of little confidence: what it was, what it was taken for
// (a paragraph, where the guess was left), and what else it may be.
type unsureGuess struct {
	Line       int              `json:"line"`
	Text       string           `json:"text"`
	Guess      recognise.What   `json:"guess"`
	Taken      recognise.What   `json:"taken"`
	Perhaps    []recognise.What `json:"perhaps,omitempty"`
	Confidence float64          `json:"confidence"`
	Why        string           `json:"why,omitempty"`
}

func guessOf(p recognise.Piece, taken recognise.What) unsureGuess {
	perhaps := slices.DeleteFunc(slices.Clone(p.Instead), func(w recognise.What) bool { return w == taken || w == p.As })
	return unsureGuess{p.Line, p.Source, p.As, taken, perhaps, p.Confidence, p.Why}
}

// unsurePerson is an attendee of whom it is unsure who that is. Person is whom
// they were taken for; "" where that was left open or somebody new was made.
type unsurePerson struct {
	Name       string   `json:"name"`
	Person     model.ID `json:"person,omitempty"`
	New        bool     `json:"new,omitempty"`
	Confidence float64  `json:"confidence"`
	Perhaps    []string `json:"perhaps,omitempty"`
}

type droppedLine struct {
	Line int    `json:"line"`
	Text string `json:"text"`
	Why  string `json:"why,omitempty"`
}

// broughtIn is what a meeting that came from a file has.
func broughtIn(file string, m model.Meeting) fileReport {
	r := fileReport{File: file, Meeting: m.ID, Body: m.Body, Date: m.Date, State: m.State, Style: m.Style,
		Attendees: len(m.Attendees), Items: m.Summary().Items, Entries: entries(m), Actions: len(m.Actions())}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Decision {
				r.Decisions++
			}
		}
	}
	return r
}

// of adds what was guessed of minutes that were written elsewhere.
func (r *fileReport) of(d read.Document, plan *bring.Plan, batch model.Batch) {
	r.Format, r.Warnings, r.Signed = d.Format, d.Warnings, plan.Found.Signed
	r.StyleWhy, r.NewBody, r.NewPeople = plan.StyleWhy, plan.NewBody, len(batch.People)
	r.BodyConfidence, r.BodyWhy = plan.Guess.Confidence, plan.Guess.Why
	for _, b := range plan.Guess.Instead {
		r.BodyInstead = append(r.BodyInstead, b.Name)
	}
	doubted := map[recognise.Place]bool{}
	for _, doubt := range plan.Doubts {
		doubted[doubt.Place] = true
		taken := doubt.As
		if doubt.Left {
			taken = recognise.Paragraph
		}
		r.Unsure = append(r.Unsure, guessOf(doubt.Piece, taken))
	}
	for _, piece := range plan.Found.Pieces {
		switch {
		case piece.As == recognise.Dropped:
			r.Dropped = append(r.Dropped, droppedLine{piece.Line, piece.Source, piece.Why})
		case piece.Confidence < recognise.Sure && !doubted[piece.Place]:
			r.Unsure = append(r.Unsure, guessOf(piece, piece.As))
		}
	}
	slices.SortStableFunc(r.Unsure, func(a, b unsureGuess) int { return a.Line - b.Line })
	for _, w := range plan.People {
		if w.Confidence >= recognise.Sure {
			continue
		}
		u := unsurePerson{Name: w.Name, Person: w.Person, New: w.New, Confidence: w.Confidence}
		for _, other := range w.Instead {
			u.Perhaps = append(u.Perhaps, other.Name)
		}
		r.People = append(r.People, u)
	}
}

// lines are the report for people; none of a file that says what became of it
// itself.
func (r fileReport) lines(trial bool) []string {
	if r.Format == "" {
		return nil
	}
	lines := []string{r.first(trial)}
	add := func(format string, a ...any) { lines = append(lines, "  "+fmt.Sprintf(format, a...)) }
	switch {
	case r.BodyConfidence >= recognise.Sure:
	case r.NewBody:
		add("The book has no body of that name, so it was made%s; --body says another.", or(r.BodyInstead))
	default:
		add("The body was chosen by %s%s; --body says another.", r.BodyWhy, or(r.BodyInstead))
	}
	if r.StyleWhy != "" {
		add("House style %s: %s.", r.Style, r.StyleWhy)
	}
	if r.Signed != "" && r.State != model.Approved {
		add("It says that it was signed: %s. --approved keeps such minutes as approved.", r.Signed)
	}
	if n := len(r.Dropped); n > 0 {
		add("%s of page furniture left out; --json lists them.", count(n, "line"))
	}
	for _, w := range r.Warnings {
		add("%s", w)
	}
	for _, p := range r.People {
		what := "left open who that is"
		switch {
		case p.Person != "":
			what = "taken for somebody the book knows"
		case p.New:
			what = "taken for somebody new"
		}
		add("%s: %s%s.", p.Name, what, or(p.Perhaps))
	}
	if n := len(r.Unsure); n > 0 {
		add("%s to look at:", count(n, "unsure guess"))
	}
	for _, g := range r.Unsure {
		lines = append(lines, r.File+":"+g.says())
	}
	return lines
}

// first says what came in.
func (r fileReport) first(trial bool) string {
	what := "added"
	if trial {
		what = "would add"
	}
	said := fmt.Sprintf("%s: %s the meeting of %s, %s, as %s: %s, %s, %s, %s, %s.", r.File, what, r.Body, r.Date.Long(), draftWords(r.State),
		count(r.Attendees, "person"), count(r.Items, "item"), count(r.Entries, "entry"), count(r.Actions, "action"), count(r.Decisions, "decision"))
	switch {
	case r.NewBody && r.NewPeople > 0:
		said += fmt.Sprintf(" New in the book: the body and %s.", count(r.NewPeople, "person"))
	case r.NewBody:
		said += " New in the book: the body."
	case r.NewPeople > 0:
		said += fmt.Sprintf(" New in the book: %s.", count(r.NewPeople, "person"))
	}
	return said
}

func draftWords(s model.State) string {
	if s == model.Approved {
		return "approved minutes"
	}
	return "a draft"
}

// or is what else it may be.
func or(names []string) string {
	if len(names) == 0 {
		return ""
	}
	const most = 3
	if len(names) > most {
		names = names[:most]
	}
	return "; perhaps " + strings.Join(names, " or ")
}

// says is a guess behind the name of its file: its line, what it was taken for,
// what it may be, and how it begins.
func (g unsureGuess) says() string {
	sure := fmt.Sprintf("%.0f %%", 100*g.Confidence)
	if g.Why != "" {
		sure += ", " + g.Why
	}
	said := fmt.Sprintf("taken for %s (%s)", g.Guess, sure)
	if g.Taken != g.Guess {
		said = fmt.Sprintf("left a paragraph; perhaps %s (%s)", g.Guess, sure)
	}
	var names []string
	for _, w := range g.Perhaps {
		names = append(names, string(w))
	}
	return fmt.Sprintf("%d: %s%s: %s", g.Line, said, or(names), begins(g.Text))
}

// begins is how a text begins, on one line.
func begins(text string) string {
	const most = 90
	words := strings.Join(strings.Fields(text), " ")
	if letters := []rune(words); len(letters) > most {
		return strings.TrimSpace(string(letters[:most])) + " …"
	}
	return words
}

// jsonList is one JSON object with a list that is written as it grows; nil writes
// nothing.
type jsonList struct {
	out   io.Writer
	head  head
	name  string
	begun bool
}

// add writes one more element.
func (l *jsonList) add(v any) error {
	data, err := json.MarshalIndent(v, "    ", "  ")
	if err != nil {
		return err
	}
	before := ",\n    "
	if !l.begun {
		before = l.begin() + "\n    "
	}
	l.begun = true
	_, err = io.WriteString(l.out, before+string(data))
	return err
}

func (l *jsonList) begin() string {
	return fmt.Sprintf("{\n  \"format\": %q,\n  \"version\": %d,\n  %q: [", l.head.Format, l.head.Version, l.name)
}

// end writes the end of the object.
func (l *jsonList) end() error {
	if l == nil {
		return nil
	}
	end := "\n  ]\n}\n"
	if !l.begun {
		end = l.begin() + "]\n}\n"
	}
	_, err := io.WriteString(l.out, end)
	return err
}
