package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/bring"
	"minutebook/model/find"
	"minutebook/model/minutes/export"
	"minutebook/model/minutes/recognise"
	"minutebook/store"
)

// importing is what an import was asked for.
type importing struct {
	body, style             string
	trial, asJSON, approved bool
	// accept is the confidence from which on guesses are taken.
	accept float64
}

func (p *program) importCommand() *cobra.Command {
	var x importing
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Take in meetings: from .json or .minutes, or old minutes from Word, web pages, text and more",
		Long: `Take in whole meetings. A .json or .minutes file that export wrote comes in as it
is, with its actions' history where it is .json. Minutes that were written
elsewhere (.docx, .odt, .rtf, .html, .md, .txt, and .pdf where pdftotext is
installed) are read into people, items, decisions and actions. What was found is
said file by file, then each guess that is unsure, as file:line.

Guesses of less confidence than --accept stay paragraphs, marked for "minutectl
followup"; --accept 0 takes every guess. A body that the book does not know is
made, with the members found as its roster. A meeting that is in the book already
is left as it is. Nothing is kept of a file that cannot be read; the others go on,
and the command fails at its end. Ctrl+C stops between two files.`,
		Example:           "  minutectl import harbour-2026-03-17.json\n  minutectl import old/*.docx --body \"Harbour Oversight Board\" --dry-run\n  minutectl import 2019.txt --accept 0.6 --json",
		Args:              takes(1, -1),
		ValidArgsFunction: completeImports,
		RunE: func(cmd *cobra.Command, args []string) error {
			if x.accept < 0 || x.accept > 1 {
				return usagef("--accept is from 0 to 1, not %v", x.accept)
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			open := p.writing
			if x.trial {
				open = p.reading
			}
			return open(func(book *store.Book) error {
				if err := x.check(book); err != nil {
					return err
				}
				return p.newIntake(book, x).all(ctx, args)
			})
		},
	}
	flags := cmd.Flags()
	p.bodyFlag(cmd, &x.body, "the `BODY` whose minutes they are; one that the book does not know is made")
	flags.StringVar(&x.style, "style", "", "house `STYLE` instead of the one nearest to the file")
	p.complete(cmd, "style", p.completeStyle(false))
	flags.Float64Var(&x.accept, "accept", recognise.Sure, "take guesses from this `CONFIDENCE` on, 0 to 1")
	flags.BoolVar(&x.approved, "approved", false, "they were approved long ago: keep what has no unsure guess as approved, for good")
	flags.BoolVar(&x.trial, "dry-run", false, "say what would be taken in, and keep nothing")
	flags.BoolVar(&x.asJSON, "json", false, "write JSON for another program")
	return cmd
}

func completeImports(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"json", "minutes", "docx", "odt", "rtf", "html", "htm", "md", "txt", "pdf"}, cobra.ShellCompDirectiveFilterFileExt
}

// check says what the flags name that the book does not have, or has several of.
func (x importing) check(book *store.Book) error {
	if x.style != "" {
		styles, err := stylesOf(book)
		if err != nil {
			return err
		}
		if _, err := styles.Load(x.style); err != nil {
			return err
		}
	}
	if x.body == "" {
		return nil
	}
	bodies, err := book.Bodies()
	if err != nil {
		return err
	}
	if _, err := which.Body(bodies, x.body); err == nil {
		return nil
	}
	var called []string
	for _, b := range bodies {
		if find.Parse(x.body).In(b.Name) {
			called = append(called, b.Name)
		}
	}
	if len(called) > 0 || len(find.Tokens(x.body)) == 0 {
		return usagef("--body cannot be %q, which may be %s; say more of its name", x.body, strings.Join(called, " or "))
	}
	return nil
}

// intake is an import under way. Of a file nothing stays in memory but what the
// book knows by it.
type intake struct {
	p    *program
	book *store.Book
	x    importing
	// known is what the book knows; nil until a file of old minutes asks.
	known *bring.Known
	list  *jsonList
}

func (p *program) newIntake(book *store.Book, x importing) *intake {
	in := &intake{p: p, book: book, x: x}
	if x.asJSON {
		in.list = &jsonList{out: p.out, head: headOf("import"), name: "files"}
	}
	return in
}

// all takes in one file after another. What fails keeps no other from coming in.
func (in *intake) all(ctx context.Context, files []string) (err error) {
	defer func() {
		if end := in.list.end(); err == nil {
			err = end
		}
	}()
	tell := progress(in.p.err)
	defer tell("")
	failed, last := 0, error(nil)
	for n, file := range files {
		if ctx.Err() != nil {
			return in.calledOff(files, n, failed)
		}
		tell(fmt.Sprintf("%d of %d: %s", n+1, len(files), file))
		report, err := in.one(ctx, file)
		tell("")
		if err != nil {
			failed, last = failed+1, err
			report.File, report.Error = file, explain(err)
			if len(files) > 1 {
				in.p.tellOf(err)
			}
		}
		if err := in.say(report); err != nil {
			return err
		}
	}
	switch {
	case failed == 0:
		return nil
	case len(files) == 1:
		return last
	}
	return fmt.Errorf("%d of %d files were not taken in", failed, len(files))
}

// calledOff says what is in the book and what is not once the clerk stopped it.
func (in *intake) calledOff(files []string, done, failed int) error {
	kept := "are in the book"
	if in.x.trial {
		kept = "would be"
	}
	left := files[done]
	if more := len(files) - done - 1; more > 0 {
		left += fmt.Sprintf(" and %d more", more)
	}
	return fmt.Errorf("it was called off: %d of %d files %s, %d could not be taken in, and not tried were %s", done-failed, len(files), kept, failed, left)
}

// one takes in one file, by its ending: what this program wrote out, or minutes
// that were written elsewhere.
func (in *intake) one(ctx context.Context, file string) (fileReport, error) {
	data, err := export.ReadFile(file)
	if err != nil {
		return fileReport{}, err
	}
	read, ours := dataReaders[strings.ToLower(filepath.Ext(file))]
	if !ours {
		return in.written(ctx, file, data)
	}
	p := in.p
	if in.list != nil {
		quiet := *p
		quiet.out = io.Discard
		p = &quiet
	}
	in.known = nil // it may bring another body
	m, err := read(p, in.book, source{file, data, in.x.trial})
	return broughtIn(file, m), err
}

// say says what became of a file.
func (in *intake) say(r fileReport) error {
	switch {
	case in.list != nil:
		return in.list.add(r)
	case r.Error != "":
		return nil // it was said
	}
	for _, line := range r.lines(in.x.trial) {
		if err := in.p.say("%s", line); err != nil {
			return err
		}
	}
	return nil
}

// knows is what the book knows.
func (in *intake) knows() (*bring.Known, error) {
	if in.known != nil {
		return in.known, nil
	}
	bodies, err := in.book.Bodies()
	if err != nil {
		return nil, err
	}
	people, err := in.book.People()
	if err != nil {
		return nil, err
	}
	meetings, err := in.book.Meetings()
	if err != nil {
		return nil, err
	}
	styles, err := stylesOf(in.book)
	if err != nil {
		return nil, err
	}
	in.known = bring.NewKnown(bodies, people, meetings, styles.Names())
	return in.known, nil
}

// keep keeps what a file brings, unless on trial, and knows it from then on.
func (in *intake) keep(batch model.Batch) error {
	if !in.x.trial {
		if err := in.book.Commit(batch); err != nil {
			in.known = nil
			return err
		}
	}
	in.known.Keep(batch)
	return nil
}
