package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"minutebook/cmd/internal/office"
	"minutebook/model"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// pdf is the format that this program has from another.
const pdf = ".pdf"

// fileFormats are the extensions of all files that can be written.
func fileFormats() []string {
	formats := slices.Insert(export.Formats(), 1, pdf)
	for _, ext := range export.ActionFormats() {
		if export.OnlyActions(ext) {
			formats = append(formats, ext)
		}
	}
	return formats
}

// actionFormats are those of an action log.
func actionFormats() []string { return append(export.ActionFormats(), pdf) }

// made is a file of the format that ext names: the minutes, or the action log.
func (p *program) made(ctx context.Context, ext string, in export.Input, actions bool) ([]byte, error) {
	if ext == pdf {
		data, err := p.made(ctx, ".docx", in, actions)
		if err != nil {
			return nil, err
		}
		return office.New().PDF(ctx, data)
	}
	if actions || export.OnlyActions(ext) {
		return export.Actions(ext, in.Name, actionlog.Input{Sources: []actionlog.Source{{Meeting: in.Meeting, Events: in.Ledger}},
			Style: in.Style, Audience: in.Audience, Today: p.today()})
	}
	return export.Bytes(ext, in)
}

// filer writes files and notes in the book what it wrote.
type filer struct {
	p *program
	// book is where what was written is noted; nil where there is none.
	book *store.Book
	// force replaces whatever is there; careful replaces only what this book
	// wrote itself.
	force, careful bool
	notes          []model.Written
}

// filing opens the book, lets work write files, and then notes in the book what
// was written. A book that takes no note is no reason to fail: the files are
// there.
func (p *program) filing(force bool, work func(*store.Book, *filer) error) error {
	f := &filer{p: p, force: force}
	err := p.reading(func(book *store.Book) error {
		f.book = book
		return work(book, f)
	})
	if len(f.notes) > 0 {
		if e := p.writing(func(book *store.Book) error { return book.KeepWritten(f.notes...) }); e != nil {
			p.complain("minutectl: the files are written, but the book could not note it, and will not know when somebody changes them: " + explain(e))
		}
	}
	return err
}

// mayReplace says why a file that is there is not to be replaced; nil where it
// may be, or there is none.
func (f *filer) mayReplace(file string) error {
	path, err := filepath.Abs(file)
	if err != nil || f.force {
		return err
	}
	var note model.Written
	if f.book != nil {
		if note, err = f.book.Written(path); err != nil {
			return err
		}
	}
	var changed *export.Changed
	switch err := export.Unchanged(path, note); {
	case errors.As(err, &changed) && !changed.At.IsZero():
		return fmt.Errorf("%s has been changed since it was written on %s, so it was left as it is; --force replaces it", file, changed.At.In(f.p.now().Location()).Format(moment))
	case errors.As(err, &changed) && f.careful:
		return fmt.Errorf("%s was there already, and was not written from this book, so it was left as it is; --force replaces it", file)
	case errors.As(err, &changed):
		return nil
	default:
		return err
	}
}

// moment is how a day and time are written.
const moment = "2 January 2006 15:04"

// write writes a file and notes it.
func (f *filer) write(file string, data []byte) error {
	if err := export.WriteFile(file, data); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	path, err := filepath.Abs(file)
	if err == nil {
		f.notes = append(f.notes, model.WroteFile(path, data, f.p.now().UTC().Format(time.RFC3339)))
	}
	return err
}
