package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// exporting is what an export was asked for.
type exporting struct {
	meeting, body   string
	files           []string
	style, audience string
	private         bool
	// actions wants the action log and not the minutes, agenda the agenda; force replaces files
	// that somebody has changed since.
	actions, agenda, force bool
	// shown minutes stay with the clerk: a house style that there is not is
	// no reason not to show them.
	shown bool
}

func (p *program) exportCommand() *cobra.Command {
	var x exporting
	var all exportingAll
	cmd := &cobra.Command{
		Use:   "export MEETING FILE...",
		Short: "Write the minutes of a meeting, or of all, to files",
		Long: `Write the minutes of a meeting to files, each in the format that its extension
says: .docx .pdf .html .txt .md .json .minutes. A PDF is made by LibreOffice, or on
Windows by Word. A file called .xlsx or .csv is the meeting's action log; with
--actions so are .docx, .pdf and .html.

With --agenda it is the agenda of the meeting, as .docx .pdf .html .txt or .md.

Where parts of a meeting are restricted, --audience must say who the files are for.
Private notes are written only with --private, and only to .json and .minutes.

With --all the minutes of every meeting, or of every meeting of one --body, are
written below a folder, in each --format: a folder for each body, a file for each
meeting. What cannot be written is named at the end, and the exit code is 1.

A file that somebody has changed since it was written is not replaced, and --all
replaces none that it did not write itself; --force replaces them.`,
		Example: `  minutectl export last minutes.docx minutes.pdf
  minutectl export "17 March 2026" public.docx --audience public
  minutectl export last actions.xlsx
  minutectl export "14 April 2026" agenda.docx --agenda
  minutectl export last copy.json --audience full --private
  minutectl export --all minutes --body "Weir Board" --format docx,html`,
		Args: func(cmd *cobra.Command, args []string) error {
			if all.folder != "" {
				return takesNone(args)
			}
			return takes(2, -1)(cmd, args)
		},
		ValidArgsFunction: p.completeMeeting(func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return withoutDots(fileFormats()), cobra.ShellCompDirectiveFilterFileExt
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			if all.folder != "" {
				all.exporting = x
				return p.exportAll(ctx, all)
			}
			if cmd.Flags().Changed("format") {
				return usagef("--format goes with --all; without it the extension of each file says its format")
			}
			x.meeting, x.files = args[0], args[1:]
			audience, err := x.check()
			if err != nil {
				return err
			}
			return p.filing(x.force, func(book *store.Book, f *filer) error { return p.export(ctx, book, f, x, audience) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.style, "style", "", "house `STYLE` to use instead of the meeting's own")
	p.audienceFlag(cmd, &x.audience, "who the files are for")
	flags.BoolVar(&x.private, "private", false, "write private notes too (.json and .minutes only)")
	flags.BoolVar(&x.actions, "actions", false, "write the action log instead of the minutes")
	flags.BoolVar(&x.agenda, "agenda", false, "write the agenda instead of the minutes")
	flags.BoolVar(&x.force, "force", false, "replace files that were changed since they were written, too")
	flags.StringVar(&all.folder, "all", "", "write the minutes of every meeting below this `FOLDER`")
	flags.StringVar(&all.formats, "format", "docx", "the `FORMATS` to write them in, with commas between them")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day, or of which all are meant")
	p.complete(cmd, "style", p.completeStyle(false))
	return cmd
}

// check finds what is wrong with the asking before the book is opened, and
// gives the audience.
func (x exporting) check() (minutes.Audience, error) {
	if err := x.checkFiles(); err != nil {
		return minutes.Unsaid, err
	}
	if x.agenda && x.actions {
		return minutes.Unsaid, usagef("a file is the agenda or the action log; say either --agenda or --actions")
	}
	if x.private && x.audience == "public" {
		return minutes.Unsaid, usagef("private notes are never public; leave out --private, or say --audience full")
	}
	return audienceOf(x.audience)
}

// checkFiles finds what is wrong with the files that were named.
func (x exporting) checkFiles() error {
	formats := fileFormats()
	for i, file := range x.files {
		if !slices.Contains(formats, extension(file)) {
			return usagef("%s has no extension that says its format; use one of %s", file, strings.Join(formats, " "))
		}
		if x.actions && !slices.Contains(actionFormats(), extension(file)) {
			return usagef("an action log cannot be %s; use one of %s", file, strings.Join(actionFormats(), " "))
		}
		if formats := append(export.AgendaFormats(), pdf); x.agenda && !slices.Contains(formats, extension(file)) {
			return usagef("an agenda cannot be %s; use one of %s", file, strings.Join(formats, " "))
		}
		if x.private && !keepsPrivate(file) {
			return usagef("private notes are never written to %s; use --private only with .json and .minutes files", file)
		}
		if slices.ContainsFunc(x.files[:i], func(other string) bool { return filepath.Clean(other) == filepath.Clean(file) }) {
			return usagef("%s is named twice; name each file once", file)
		}
	}
	return nil
}

// audienceOf reads who the files are for, minutes.Unsaid for "".
func audienceOf(words string) (minutes.Audience, error) {
	switch words {
	case "":
		return minutes.Unsaid, nil
	case "public":
		return minutes.Public, nil
	case "full":
		return minutes.Full, nil
	}
	return minutes.Unsaid, usagef("--audience cannot be %q; it is public or full", words)
}

// extension is a file's, with its dot, in small letters.
func extension(file string) string { return strings.ToLower(filepath.Ext(file)) }

// withoutDots are extensions as shells complete them.
func withoutDots(extensions []string) []string {
	var bare []string
	for _, e := range extensions {
		bare = append(bare, strings.TrimPrefix(e, "."))
	}
	return bare
}

func keepsPrivate(file string) bool {
	return slices.Contains([]string{".json", ".minutes"}, extension(file))
}

func (p *program) export(ctx context.Context, book *store.Book, f *filer, x exporting, audience minutes.Audience) error {
	in, err := p.exportInput(book, x, audience)
	if err != nil {
		return err
	}
	// All are made before any is written: what cannot be made leaves no file.
	made := make([][]byte, len(x.files))
	for i, file := range x.files {
		in.Name = filepath.Base(file)
		if err := f.mayReplace(file); err != nil {
			return err
		}
		if made[i], err = p.made(ctx, extension(file), in, x.actions); err != nil {
			return fmt.Errorf("%s was not written: %w", file, err)
		}
	}
	for i, file := range x.files {
		if err := f.write(file, made[i]); err != nil {
			return err
		}
		if err := p.say("%s", file); err != nil {
			return err
		}
	}
	return nil
}

// exportInput is what the files of the meeting that x names are made of.
func (p *program) exportInput(book *store.Book, x exporting, audience minutes.Audience) (export.Input, error) {
	found, err := p.meeting(book, x.meeting, x.body)
	if err != nil {
		return export.Input{}, err
	}
	if found.Restricted && audience == minutes.Unsaid {
		return export.Input{}, usagef("parts of the meeting of %s are restricted; say who the files are for with --audience public or --audience full", found.Date.Long())
	}
	styles, err := stylesOf(book)
	if err != nil {
		return export.Input{}, err
	}
	return inputOf(book, found.ID, styles, x, audience)
}

// inputOf is what the files of a meeting are made of.
func inputOf(book *store.Book, id model.ID, styles minutes.Styles, x exporting, audience minutes.Audience) (export.Input, error) {
	m, err := book.Meeting(id)
	if err != nil {
		return export.Input{}, err
	}
	ledger, err := book.Ledger(m.ID)
	if err != nil {
		return export.Input{}, err
	}
	style, err := styles.Load(cmp.Or(x.style, m.Style))
	if none := (*minutes.NoStyle)(nil); errors.As(err, &none) && x.style != "" {
		return export.Input{}, usagef("there is no house style %q; use one of %s", x.style, strings.Join(none.Known, ", "))
	}
	if err != nil && x.shown {
		style, err = styles.Load("")
	}
	if err != nil {
		return export.Input{}, fmt.Errorf("the house style of this meeting cannot be used (%w); choose one with --style", err)
	}
	later, err := life.Later(book, m)
	return export.Input{Meeting: m, Ledger: ledger, Style: style, Audience: audience, Later: later, Private: x.private, Agenda: x.agenda}, err
}
