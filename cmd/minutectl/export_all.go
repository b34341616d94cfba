package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// exportingAll is what an export of all meetings was asked for.
type exportingAll struct {
	exporting
	folder, formats string
}

func takesNone(args []string) error {
	if len(args) > 0 {
		return usagef("--all writes every meeting; leave out %q, or --all", strings.Join(args, " "))
	}
	return nil
}

// extensions are the formats asked for.
func (x exportingAll) extensions() ([]string, error) {
	known := fileFormats()
	if x.agenda {
		return nil, usagef("--agenda is for one meeting; leave out --all")
	}
	if x.actions {
		known = actionFormats()
	}
	var all []string
	for _, word := range strings.Split(x.formats, ",") {
		ext := "." + strings.ToLower(strings.TrimLeft(strings.TrimSpace(word), "."))
		if !slices.Contains(known, ext) {
			return nil, usagef("--format cannot be %q; use some of %s", strings.TrimSpace(word), strings.Join(withoutDots(known), ","))
		}
		if !slices.Contains(all, ext) {
			all = append(all, ext)
		}
	}
	return all, nil
}

// exportAll writes the minutes of all meetings, or of all of one body. What
// cannot be written keeps nothing else from being.
func (p *program) exportAll(ctx context.Context, x exportingAll) error {
	formats, err := x.extensions()
	if err != nil {
		return err
	}
	for _, ext := range formats {
		x.files = append(x.files, "minutes"+ext)
	}
	audience, err := x.check()
	if err != nil {
		return err
	}
	return p.filing(x.force, func(book *store.Book, f *filer) error {
		f.careful = true
		meetings, err := chosen(book, x.body)
		if err != nil {
			return err
		}
		if err := audienceOfAll(meetings, audience); err != nil {
			return err
		}
		styles, err := stylesOf(book)
		if err != nil {
			return err
		}
		run := &allRun{p: p, f: f, x: x.exporting, folder: x.folder, styles: styles, audience: audience, formats: formats, files: len(meetings) * len(formats)}
		return run.do(ctx, book, meetings)
	})
}

// chosen are the meetings of a body by its name, or all.
func chosen(book *store.Book, body string) ([]model.Summary, error) {
	meetings, err := book.Meetings()
	if err == nil && body != "" {
		meetings, err = which.OfBody(meetings, body)
	}
	if err == nil && len(meetings) == 0 {
		err = which.ErrNoMeetings
	}
	return meetings, err
}

// audienceOfAll says that somebody must be named where parts of some meetings
// are restricted.
func audienceOfAll(meetings []model.Summary, a minutes.Audience) error {
	var restricted []model.Summary
	for _, m := range meetings {
		if m.Restricted {
			restricted = append(restricted, m)
		}
	}
	if len(restricted) == 0 || a != minutes.Unsaid {
		return nil
	}
	return usagef("parts of %s are restricted, the first that of %s; say who the files are for with --audience public or --audience full", count(len(restricted), "meeting"), restricted[0].Date.Long())
}

// allRun is an export of all meetings under way.
type allRun struct {
	p        *program
	f        *filer
	x        exporting
	folder   string
	styles   minutes.Styles
	audience minutes.Audience
	formats  []string
	// files is how many there will be, done how many were tried.
	files, done int
	failed      []string
}

func (r *allRun) do(ctx context.Context, book *store.Book, meetings []model.Summary) error {
	names, folders := export.Names(meetings), export.Folders(meetings)
	tell := progress(r.p.err)
	defer tell("")
	for _, m := range meetings {
		folder := filepath.Join(r.folder, folders[m.ID])
		for _, ext := range r.formats {
			if ctx.Err() != nil {
				return fmt.Errorf("it was called off after %s of %d; those are whole", count(r.done, "file"), r.files)
			}
			file := filepath.Join(folder, r.name(names[m.ID], m.Restricted, ext))
			tell(fmt.Sprintf("%d of %d: %s", r.done+1, r.files, file))
			if err := r.one(ctx, book, m, ext, file); err != nil {
				tell("")
				r.failed = append(r.failed, explain(err))
			}
			r.done++
		}
	}
	if len(r.failed) > 0 {
		tell("")
		return fmt.Errorf("%d of %d files were not written:\n  %s", len(r.failed), r.files, strings.Join(r.failed, "\n  "))
	}
	return nil
}

// name is what a file is called. Of a meeting with restricted parts the public
// file never takes the place of the full one, nor that of the public one.
func (r *allRun) name(base string, restricted bool, ext string) string {
	if r.x.actions || export.OnlyActions(ext) {
		base += "-actions"
	}
	switch {
	case restricted && r.audience == minutes.Public:
		base += "-public"
	case restricted && r.audience == minutes.Full:
		base += "-full"
	}
	return base + ext
}

// one writes one file.
func (r *allRun) one(ctx context.Context, book *store.Book, m model.Summary, ext, file string) error {
	if err := r.f.mayReplace(file); err != nil {
		return err
	}
	in, err := inputOf(book, m.ID, r.styles, r.x, r.audience)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	data, err := r.p.made(ctx, ext, in, r.x.actions)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil { // as the clerk's own programs make folders
		return fmt.Errorf("%s: its folder cannot be made: %w", file, err)
	}
	if err := r.f.write(file, data); err != nil {
		return err
	}
	return r.p.say("%s", file)
}

// progress tells on a terminal how far something is, on one line that is
// written over; "" clears it. Elsewhere it tells nothing.
func progress(w io.Writer) func(words string) {
	f, ok := w.(*os.File)
	if ok {
		info, err := f.Stat()
		ok = err == nil && info.Mode()&os.ModeCharDevice != 0
	}
	if !ok {
		return func(string) {}
	}
	return func(words string) {
		if room := width(w) - 1; len([]rune(words)) > room && room > 0 {
			words = string([]rune(words)[:room])
		}
		_, _ = io.WriteString(f, "\r\x1b[K"+words)
	}
}
