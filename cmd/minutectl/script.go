package main

import (
	"errors"
	"fmt"
	"slices"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/store"
)

// script is a script about to be read into a book.
type script struct {
	name string
	text []byte
	// body is the one it names; new says that the book does not know it.
	body model.Body
	new  bool
	// kept is the meeting that it continues; base is what it is read onto:
	// kept, or an empty meeting.
	kept, base model.Meeting
	earlier    register.Earlier
	names      []string
}

// prepare finds what a script is about: its body and its meeting.
func (p *program) prepare(book *store.Book, name string, text []byte) (script, error) {
	s := script{name: name, text: text}
	said, date, err := quick.ReadHeader(text)
	if err != nil {
		return s, p.headless(s, err)
	}
	bodies, err := book.Bodies()
	if err != nil {
		return s, err
	}
	s.body = model.Body{ID: p.newID(), Name: said}
	s.new = true
	if i := slices.IndexFunc(bodies, func(b model.Body) bool { return which.SameName(b.Name, said) }); i >= 0 {
		s.body, s.new = bodies[i], false
	}
	meetings, err := book.Meetings()
	if err != nil {
		return s, err
	}
	if err := s.find(book, meetings, date); err != nil {
		return s, err
	}
	if s.kept.ID == "" {
		s.base = model.Meeting{ID: p.newID(), Made: p.stamp(), BodyID: s.body.ID, Style: s.body.Style, Quorum: s.body.Quorum, State: model.Planned}
	}
	actions, err := book.Actions()
	if err != nil {
		return s, err
	}
	s.earlier = register.Earlier{Body: s.body.ID, Date: date, Meetings: meetings, Actions: actions}
	s.names, err = names(book, s.body)
	return s, err
}

// headless reports a script that does not say whose meeting it is, with all
// else that is wrong in it.
func (p *program) headless(s script, header error) error {
	_, err := quick.ReadScript(s.name, s.text, model.Meeting{ID: p.newID(), State: model.Planned}, quick.Options{NewID: p.newID})
	if err != nil {
		return err
	}
	var lines quick.ScriptErrors
	if errors.As(header, &lines) {
		for _, l := range lines {
			l.File = s.name
		}
	}
	return header
}

// find takes the kept meeting of the script's body on that day, if there is
// one.
func (s *script) find(book *store.Book, meetings []model.Summary, date model.Date) error {
	found := slices.DeleteFunc(slices.Clone(meetings), func(m model.Summary) bool { return m.BodyID != s.body.ID || m.Date != date })
	switch len(found) {
	case 0:
		return nil
	case 1:
		m, err := book.Meeting(found[0].ID)
		s.kept, s.base = m, m
		return err
	}
	return fmt.Errorf("%s has %d meetings on %s, and a script can continue only one that is alone on its day", s.body.Name, len(found), date.Long())
}

// names are those that may own an action beside the meeting's own attendees.
func names(book *store.Book, body model.Body) ([]string, error) {
	people, err := book.People()
	if err != nil {
		return nil, err
	}
	var list []string
	for _, person := range people {
		list = append(list, person.Name)
	}
	for _, s := range body.Seats {
		list = append(list, s.Name, s.Post, s.Group)
	}
	return slices.DeleteFunc(list, func(n string) bool { return n == "" }), nil
}

// batch is what is kept of a script: the meeting, its body where it is new,
// and what it notes as done of earlier meetings' actions.
func (p *program) batch(s script, m model.Meeting) model.Batch {
	batch := model.Batch{
		Meetings: []model.Save[model.Meeting]{{Base: s.kept.Rev, Value: m}},
		Events:   s.earlier.Noted(s.kept, m),
	}
	for i := range batch.Events {
		batch.Events[i].Made = p.stamp()
	}
	if s.new {
		s.body.Style = m.Style
		batch.Bodies = []model.Save[model.Body]{{Value: s.body}}
	}
	return batch
}
