package bring

import (
	"maps"
	"slices"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/recognise"
)

// Plan is what a file would bring into the book. It says nothing to the book
// itself: [Plan.Batch] is what is to be kept. Every choice may be made at any
// time and in any order, and stays when what was found is read again.
type Plan struct {
	// Found is what was found in the file, with what the clerk said of it.
	Found recognise.Found
	// Body is the one whose minutes they are: of the book, or, where NewBody is
	// set, one that is made. Guess says how it was found.
	Body    model.Body
	NewBody bool
	Guess   BodyGuess
	// People are who the attendees are, in their order.
	People []Who
	// Style is the house style that the meeting gets, StyleWhy what speaks for it;
	// "" where the clerk chose it or the body has it.
	Style, StyleWhy string
	// Clash is the meeting of that body, day and kind that the book has already;
	// nil where it has none.
	Clash *model.Summary
	// Ours is the meeting of the book that this program made the file of; nil for
	// any other file.
	Ours *model.Summary
	// Rough is what should be looked at before it is kept.
	Rough []Rough
	// Doubts are the guesses of less confidence than [Plan.Take] asks for, in the
	// order of the source.
	Doubts []recognise.Doubt

	known  *Known
	doc    read.Document
	said   recognise.Said
	always []model.Habit
	// least is the confidence that guesses need to be taken.
	least float64
	// bare is what was found without habits and before the clerk said anything,
	// for the day read; first is that with the habits of the body.
	bare   *recognise.Found
	read   model.Date
	first  recognise.Found
	chosen choices
}

// choices are what the clerk chose; zero values where nothing was.
type choices struct {
	body     model.ID
	newBody  bool
	bodyName string
	style    string
	date     model.Date
	kind     *model.MeetingKind
	approved bool
	people   map[model.ID]choice
}

// choice is who an attendee was said to be: somebody of the book, somebody new,
// or, with neither, nobody in particular.
type choice struct {
	person model.ID
	add    bool
}

// Rough is something to look at before the meeting is kept.
type Rough string

// What may be rough.
const (
	// NoBody and NoDay: the file does not say it, and without it nothing can be
	// kept.
	NoBody Rough = "no body"
	NoDay  Rough = "no day"
	// NothingMinuted: there is no entry in it.
	NothingMinuted Rough = "nothing minuted"
)

// Prepare reads a document as minutes and plans what to bring in of it. The body
// is guessed first, and then it is read again with what was learnt of that body.
func Prepare(d read.Document, known *Known) *Plan {
	p := &Plan{known: known, doc: d, said: recognise.Said{}, chosen: choices{people: map[model.ID]choice{}}}
	p.work()
	return p
}

// Say says what a piece of the source is.
func (p *Plan) Say(at recognise.Place, as recognise.What) {
	p.said[at] = as
	p.work()
}

// Take leaves as paragraphs, marked for follow-up, what was guessed with less
// confidence than least, and leaves open who people are of whom that holds. A
// plan begins with 0: every guess is taken.
func (p *Plan) Take(least float64) {
	p.least = least
	p.work()
}

// Unsay leaves a piece to the recogniser again.
func (p *Plan) Unsay(at recognise.Place) {
	delete(p.said, at)
	p.work()
}

// Said is what was said of pieces.
func (p *Plan) Said() recognise.Said { return maps.Clone(p.said) }

// Always says what a sign (a [recognise.Piece] has it as Why) means in the
// minutes of this body, in this file and those to come.
func (p *Plan) Always(sign string, as recognise.What) {
	p.always = append(slices.DeleteFunc(p.always, func(h model.Habit) bool { return h.Sign == sign }), model.Habit{Sign: sign, Means: string(as)})
	p.work()
}

// ChooseBody makes them minutes of a body of the book.
func (p *Plan) ChooseBody(id model.ID) {
	p.chosen.body, p.chosen.newBody = id, false
	p.work()
}

// NewBodyCalled makes them minutes of a body that is made, of that name.
func (p *Plan) NewBodyCalled(name string) {
	p.chosen.body, p.chosen.newBody, p.chosen.bodyName = "", true, name
	p.work()
}

// ChoosePerson says that an attendee is somebody the book knows.
func (p *Plan) ChoosePerson(attendee, person model.ID) {
	p.choosePerson(attendee, choice{person: person})
}

// NewPerson says that an attendee is somebody the book does not know yet and
// shall.
func (p *Plan) NewPerson(attendee model.ID) { p.choosePerson(attendee, choice{add: true}) }

// Nobody leaves open who an attendee is: the meeting has the name alone.
func (p *Plan) Nobody(attendee model.ID) { p.choosePerson(attendee, choice{}) }

func (p *Plan) choosePerson(attendee model.ID, c choice) {
	p.chosen.people[attendee] = c
	p.match()
}

// ChooseStyle gives the meeting a house style by its name.
func (p *Plan) ChooseStyle(name string) {
	p.chosen.style = name
	p.match()
}

// ChooseDay says on which day the meeting was.
func (p *Plan) ChooseDay(d model.Date) {
	p.chosen.date = d
	p.work()
}

// ChooseKind says what kind of meeting it was.
func (p *Plan) ChooseKind(kind model.MeetingKind) {
	p.chosen.kind = &kind
	p.match()
}

// Approved says that the minutes were approved before they came into this book:
// the meeting is kept as approved, without a seal, and nothing in it changes any
// more. Otherwise it is a draft.
func (p *Plan) Approved(yes bool) { p.chosen.approved = yes }

// IsApproved says whether the meeting is kept as approved: where that was said,
// and nothing in it is marked to be looked at, since it could not be put right.
func (p *Plan) IsApproved() bool { return p.chosen.approved && !unsure(p.Found.Meeting) }

func unsure(m model.Meeting) bool {
	return slices.ContainsFunc(m.Attendees, func(a model.Attendee) bool { return a.Unsure }) ||
		slices.ContainsFunc(m.Items, func(it model.Item) bool {
			return slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Unsure })
		})
}
