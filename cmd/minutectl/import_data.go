package main

import (
	"bytes"
	"fmt"
	"slices"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	minutesjson "minutebook/model/minutes/json"
	"minutebook/model/quick"
	"minutebook/store"
)

// dataReaders take in meetings that this program wrote out, by the ending of the
// file: nothing in them is guessed.
var dataReaders = map[string]func(*program, *store.Book, source) (model.Meeting, error){
	".json": (*program).importJSON, ".minutes": (*program).importScript,
}

// source is a file to take in. trial says that nothing is to be kept.
type source struct {
	file  string
	data  []byte
	trial bool
}

// importScript takes in a meeting as quick lines, read against its own people
// only, as it was printed. What it notes as done is
// entered in the ledger where the book has the action.
func (p *program) importScript(book *store.Book, from source) (model.Meeting, error) {
	s, err := p.prepare(book, from.file, from.data)
	if err != nil {
		return model.Meeting{}, err
	}
	if s.kept.ID != "" {
		return model.Meeting{}, there(s.kept.Summary())
	}
	m, err := quick.ReadScript(s.name, s.text, s.base, quick.Options{NewID: p.newID})
	if err != nil {
		return model.Meeting{}, err
	}
	return m, p.keepRead(book, from, p.batch(s, m))
}

// keepRead keeps a meeting that was read, says so, and does what it does to
// earlier ones. On trial it says what would be.
func (p *program) keepRead(book *store.Book, from source, batch model.Batch) error {
	m := batch.Meetings[0].Value
	if from.trial {
		return p.say("Would add the meeting of %s, %s: %s.", m.Body, m.Date.Long(), counted(m))
	}
	if err := book.Commit(batch); err != nil {
		return err
	}
	p.warn(book, m, nil)
	if err := p.sayMinuted(model.Meeting{}, m); err != nil {
		return err
	}
	return p.settle(book, m)
}

// counted is what a meeting has of what.
func counted(m model.Meeting) string {
	return fmt.Sprintf("%s, %s, %s", count(m.Summary().Items, "item"), count(entries(m), "entry"), count(len(m.Actions()), "action"))
}

// importJSON takes in a meeting as data, with the ledger of its actions.
func (p *program) importJSON(book *store.Book, from source) (model.Meeting, error) {
	m, ledger, err := minutesjson.Read(bytes.NewReader(from.data))
	if err != nil {
		return model.Meeting{}, fmt.Errorf("%s cannot be imported, and the book is as it was: %w", from.file, err)
	}
	if m.Seal != nil {
		m.Seal = nil // it is a link in the chain of another book
		p.complain("minutectl: the minutes were sealed in another book; here they are approved, without a seal")
	}
	meetings, err := book.Meetings()
	if err != nil {
		return model.Meeting{}, err
	}
	if i := slices.IndexFunc(meetings, func(old model.Summary) bool { return same(old, m) }); i >= 0 {
		return model.Meeting{}, there(meetings[i])
	}
	bodies, err := book.Bodies()
	if err != nil {
		return model.Meeting{}, err
	}
	batch := model.Batch{Events: ledger}
	if body, known := bodyOf(m, bodies); known {
		m.BodyID = body.ID
	} else {
		if m.BodyID == "" {
			m.BodyID = p.newID()
		}
		batch.Bodies = []model.Save[model.Body]{{Value: model.Body{ID: m.BodyID, Name: m.Body, Style: m.Style}}}
	}
	batch.Meetings = []model.Save[model.Meeting]{{Value: m}}
	return m, p.keepRead(book, from, batch)
}

// same says whether the book's meeting old is m: by identity, or because no
// body meets twice on a day for the same kind of meeting.
func same(old model.Summary, m model.Meeting) bool {
	return old.ID == m.ID || which.SameName(old.Body, m.Body) && old.Date == m.Date && old.Kind == m.Kind
}

func there(m model.Summary) error {
	return fmt.Errorf("the book has the meeting of %s, %s, already (id %s) and it was left as it is; \"minutectl minute\" continues a meeting from a .minutes file", m.Body, m.Date.Long(), m.ID)
}

// bodyOf is the body in the book that m is of: by identity, else by name.
func bodyOf(m model.Meeting, bodies []model.Body) (model.Body, bool) {
	for _, is := range []func(model.Body) bool{
		func(b model.Body) bool { return b.ID == m.BodyID },
		func(b model.Body) bool { return which.SameName(b.Name, m.Body) },
	} {
		if i := slices.IndexFunc(bodies, is); i >= 0 {
			return bodies[i], true
		}
	}
	return model.Body{}, false
}
