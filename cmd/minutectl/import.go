package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/minutes/export"
	minutesjson "minutebook/model/minutes/json"
	"minutebook/model/quick"
	"minutebook/store"
)

func (p *program) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: "Take in a whole meeting from .json or .minutes",
		Long: `Take in a whole meeting that export wrote, with its actions' history where the
file is .json. A body that the book does not know is made. A meeting that is in
the book already is left as it is, and the command fails: "minutectl minute"
continues one.`,
		Example: "  minutectl import harbour-2026-03-17.json",
		Args:    takes(1, 1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"json", "minutes"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(_ *cobra.Command, args []string) error {
			file := args[0]
			take, ok := map[string]func(*store.Book, string, []byte) error{".json": p.importJSON, ".minutes": p.importScript}[strings.ToLower(filepath.Ext(file))]
			if !ok {
				return usagef("%s cannot be imported; name a .json or a .minutes file", file)
			}
			data, err := export.ReadFile(file)
			if err != nil {
				return err
			}
			return p.writing(func(book *store.Book) error { return take(book, file, data) })
		},
	}
}

// importScript takes in a meeting as quick lines, read against its own people
// only, as it was printed. What it notes as done is
// entered in the ledger where the book has the action.
func (p *program) importScript(book *store.Book, file string, text []byte) error {
	s, err := p.prepare(book, file, text)
	if err != nil {
		return err
	}
	if s.kept.ID != "" {
		return there(s.kept.Summary())
	}
	m, err := quick.ReadScript(s.name, s.text, s.base, quick.Options{NewID: p.newID})
	if err != nil {
		return err
	}
	if err := book.Commit(p.batch(s, m)); err != nil {
		return err
	}
	p.warn(book, m, nil)
	if err := p.sayMinuted(s.kept, m); err != nil {
		return err
	}
	return p.settle(book, m)
}

// importJSON takes in a meeting as data, with the ledger of its actions.
func (p *program) importJSON(book *store.Book, file string, data []byte) error {
	m, ledger, err := minutesjson.Read(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("%s cannot be imported, and the book is as it was: %w", file, err)
	}
	if m.Seal != nil {
		m.Seal = nil // it is a link in the chain of another book
		p.complain("minutectl: the minutes were sealed in another book; here they are approved, without a seal")
	}
	meetings, err := book.Meetings()
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(meetings, func(old model.Summary) bool { return same(old, m) }); i >= 0 {
		return there(meetings[i])
	}
	batch := model.Batch{Meetings: []model.Save[model.Meeting]{{Value: m}}, Events: ledger}
	bodies, err := book.Bodies()
	if err != nil {
		return err
	}
	if body, known := bodyOf(m, bodies); known {
		batch.Meetings[0].Value.BodyID = body.ID
	} else {
		if m.BodyID == "" {
			m.BodyID = p.newID()
			batch.Meetings[0].Value.BodyID = m.BodyID
		}
		batch.Bodies = []model.Save[model.Body]{{Value: model.Body{ID: m.BodyID, Name: m.Body, Style: m.Style}}}
	}
	if err := book.Commit(batch); err != nil {
		return err
	}
	if err := p.sayMinuted(model.Meeting{}, m); err != nil {
		return err
	}
	return p.settle(book, batch.Meetings[0].Value)
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
