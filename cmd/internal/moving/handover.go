package moving

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/merge"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/export"
	"minutebook/model/minutes/standing"
	"minutebook/model/register"
	"minutebook/store"
)

// HandOver writes a body into a book of its own at path, and the pages that say
// where things stand beside it. It gives the files it wrote, the book first.
// Pages that cannot be written are an error beside the book, which is there.
func HandOver(book *store.Book, body model.ID, path string, away model.Away) ([]string, error) {
	base := strings.TrimSuffix(path, filepath.Ext(path))
	pages := map[string][]byte{}
	in, err := StandingInput(book, body, filepath.Base(path), away)
	if err != nil {
		return nil, err
	}
	for _, ext := range export.StandingFormats() {
		name := base + "-where-things-stand" + ext
		if _, err := os.Lstat(name); err == nil {
			return nil, fmt.Errorf("there is a file %s already, and it was left as it is: choose another name", name)
		}
		if pages[name], err = export.Standing(ext, filepath.Base(name), in); err != nil {
			return nil, err
		}
	}
	if err := book.HandOver(body, path, away); err != nil {
		return nil, err
	}
	wrote := []string{path}
	for _, ext := range export.StandingFormats() {
		name := base + "-where-things-stand" + ext
		if e := export.WriteFile(name, pages[name]); e != nil {
			err = errors.Join(err, fmt.Errorf("the body is handed over, but %s was not written: %w", name, e))
			continue
		}
		wrote = append(wrote, name)
	}
	return wrote, err
}

// StandingInput gathers what the page that says where things stand says of a
// body, for the full audience and in the body's house style; file is the name of
// the book that it is handed over in. The error is one of the book, or of the
// house style.
func StandingInput(book *store.Book, id model.ID, file string, away model.Away) (standing.Input, error) {
	in := standing.Input{To: away.To, On: away.On, Book: file, Sent: map[model.ID][]string{}, Audience: minutes.Full}
	var err error
	if in.Body, err = book.Body(id); err != nil {
		return in, err
	}
	own, err := book.Styles()
	if err != nil {
		return in, err
	}
	styles := minutes.Builtin().With(own)
	if in.Style, err = styles.Load(in.Body.Style); err != nil {
		if in.Style, err = styles.Load(""); err != nil {
			return in, err
		}
	}
	list, err := book.Meetings()
	if err != nil {
		return in, err
	}
	actions, err := book.Actions()
	if err != nil {
		return in, err
	}
	open := map[model.ID]bool{}
	for _, a := range (register.Filter{Open: true, BodyID: id}).Select(actions) {
		open[a.Meeting] = true
	}
	for _, s := range list {
		if s.BodyID != id {
			continue
		}
		in.Meetings = append(in.Meetings, s)
		if err := addMeeting(book, &in, s, open[s.ID]); err != nil {
			return in, err
		}
	}
	return in, nil
}

// addMeeting adds to the page what a meeting says of it; open says that actions
// of it are.
func addMeeting(book *store.Book, in *standing.Input, s model.Summary, open bool) error {
	m, err := book.Meeting(s.ID)
	if err != nil {
		return err
	}
	if m.Next != nil {
		in.Next = m.Next
	}
	for _, c := range m.Circulated {
		if c.Name != "" {
			in.Sent[s.ID] = append(in.Sent[s.ID], c.Name)
		}
	}
	if !open {
		return nil
	}
	events, err := book.Ledger(s.ID)
	in.Open = append(in.Open, actionlog.Source{Meeting: m, Events: events})
	return err
}

// Other is another book, open to be merged into this one.
type Other struct {
	ours, theirs *store.Book
}

// Open opens another book for reading.
func Open(ours *store.Book, path string, o store.Options) (*Other, error) {
	o.ReadOnly = true
	if one, err := os.Stat(path); err == nil {
		if other, err := os.Stat(ours.Path()); err == nil && os.SameFile(one, other) {
			return nil, errors.New("that is this very book: name the other one")
		}
	}
	theirs, err := store.Open(path, o)
	if err != nil {
		return nil, err
	}
	return &Other{ours, theirs}, nil
}

// Away is the body that was handed over in the other book. The error is a
// *[merge.NotHandedOver] where none was, or a sentence where several were.
func (o *Other) Away() (model.Body, error) {
	ours, err := o.ours.Bodies()
	if err != nil {
		return model.Body{}, err
	}
	theirs, err := o.theirs.Bodies()
	if err != nil {
		return model.Body{}, err
	}
	var away []model.Body
	for _, b := range ours {
		if b.Away != nil && slices.ContainsFunc(theirs, func(t model.Body) bool { return t.ID == b.ID }) {
			away = append(away, b)
		}
	}
	switch {
	case len(away) == 1:
		return away[0], nil
	case len(away) > 1:
		return model.Body{}, fmt.Errorf("%s and %s were both handed over and are both in that book: name the file that one of them was handed over in", away[0].Name, away[1].Name)
	case len(theirs) > 0:
		return model.Body{}, &merge.NotHandedOver{Name: theirs[0].Name}
	}
	return model.Body{}, errors.New("that book holds no body: name the file that the body was handed over in")
}

// Plan says what would come over.
func (o *Other) Plan(take merge.Take) (merge.Plan, error) {
	return merge.Compare(o.ours, o.theirs, take)
}

// Merge lets it come over.
func (o *Other) Merge(plan merge.Plan) error { return plan.Each(o.ours.Merge) }

// Close lets go of the other book.
func (o *Other) Close() error { return o.theirs.Close() }
