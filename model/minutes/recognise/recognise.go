package recognise

import (
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// Sure is the confidence from which on a guess is taken without being asked
// about.
const Sure = 0.8

// Meeting reads the blocks of a document as a meeting. The same document and
// options always give the same; what o.Said says of a piece is done, and what
// o.Habits say of the sign that it was taken by.
func Meeting(d read.Document, o Options) Found {
	return withHabits(d, o, once(d, o))
}

// once goes through the document once.
func once(d read.Document, o Options) Found {
	r := &reader{doc: d, o: o}
	r.cut()
	r.split()
	r.say()
	r.furniture()
	r.head()
	r.attendance()
	r.items()
	r.nearest()
	r.closing()
	r.entries()
	return r.assemble()
}

// reader goes through the lines of a document, one thing after another: every
// stage takes the lines that it knows and leaves the others.
type reader struct {
	doc   read.Document
	o     Options
	lines []*line
	found Found
	// american says that the file prints dates with the month first.
	american bool
	// listing says that the entry put last is in a list, outermost what level the
	// file gives its first point.
	listing   bool
	outermost int
	// people are those whom the minutes list, in the order of their names.
	people []*person
	// read is what the words of actions are read against, once it is known.
	read *quick.Context
	// owners are those found in words, so that each is looked for once.
	owners map[string]owner
}

// atop are the lines up to so many that were not dropped: a long list of
// contents puts nothing out of reach.
func (r *reader) atop(many int) []*line {
	for i, l := range r.lines {
		if l.As == Dropped {
			continue
		}
		if many--; many < 0 {
			return r.lines[:i]
		}
	}
	return r.lines
}

// say takes the lines of which the clerk has said what they are. A stage that
// knows more of such a line (who is named in it, whose action it is) may fill it
// in; it may not take it for something else.
func (r *reader) say() {
	for _, l := range r.lines {
		if as, ok := r.o.Said[l.Place]; ok {
			l.take(as, 1, "you said so")
			l.said = true
		}
	}
}
