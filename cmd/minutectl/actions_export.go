package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/cmd/internal/office"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/export"
	"minutebook/model/register"
	"minutebook/store"
)

// actionsFile is the file that a list of actions goes to.
type actionsFile struct {
	file, audience string
	force          bool
}

// exportActions writes the actions that are wanted to a file.
func (p *program) exportActions(ctx context.Context, x actionsFile, wanted register.Filter) error {
	ext := extension(x.file)
	if !slices.Contains(actionFormats(), ext) {
		return usagef("a list of actions cannot be %s; use one of %s", x.file, strings.Join(actionFormats(), " "))
	}
	audience, err := audienceOf(x.audience)
	if err != nil {
		return err
	}
	return p.filing(x.force, func(book *store.Book, f *filer) error {
		if err := f.mayReplace(x.file); err != nil {
			return err
		}
		in, err := actionSources(book, wanted.Body, audience)
		if err != nil {
			return err
		}
		in.Wanted, in.Today = wanted, p.today()
		data, err := logFile(ctx, ext, filepath.Base(x.file), in)
		if err != nil {
			return fmt.Errorf("%s was not written: %w", x.file, err)
		}
		if err := f.write(x.file, data); err != nil {
			return err
		}
		return p.say("%s", x.file)
	})
}

// logFile is an action log as a file.
func logFile(ctx context.Context, ext, name string, in actionlog.Input) ([]byte, error) {
	if ext != pdf {
		return export.Actions(ext, name, in)
	}
	data, err := export.Actions(".docx", name, in)
	if err != nil {
		return nil, err
	}
	return office.New().PDF(ctx, data)
}

// actionSources are the meetings of a body, or of all, that have actions, in
// the house style of the last of them.
func actionSources(book *store.Book, body string, audience minutes.Audience) (actionlog.Input, error) {
	in := actionlog.Input{About: actionlog.AllBodies, Audience: audience}
	meetings, err := chosen(book, body)
	if err != nil {
		return in, err
	}
	meetings = slices.DeleteFunc(meetings, func(m model.Summary) bool { return m.Actions == 0 })
	if err := audienceOfAll(meetings, audience); err != nil {
		return in, err
	}
	name := minutes.DefaultStyle
	for _, one := range meetings {
		m, err := book.Meeting(one.ID)
		if err != nil {
			return in, err
		}
		events, err := book.Ledger(one.ID)
		if err != nil {
			return in, err
		}
		in.Sources = append(in.Sources, actionlog.Source{Meeting: m, Events: events})
		name = m.Style
		if body != "" {
			in.About = m.Body
		}
	}
	styles, err := stylesOf(book)
	if err != nil {
		return in, err
	}
	in.Style, err = styles.Load(name)
	if errors.As(err, new(*minutes.NoStyle)) {
		in.Style, err = styles.Load("")
	}
	return in, err
}
