package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
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
	// shown minutes stay with the clerk: a house style that there is not is
	// no reason not to show them.
	shown bool
}

func (p *program) exportCommand() *cobra.Command {
	var x exporting
	cmd := &cobra.Command{
		Use:   "export MEETING FILE...",
		Short: "Write the minutes of a meeting to files",
		Long: `Write the minutes of a meeting to files, each in the format that its extension
says: .docx .html .txt .md .json .minutes. Where parts of a meeting are restricted,
--audience must say who the files are for. Private notes are written only with
--private, and only to .json and .minutes.`,
		Example: `  minutectl export last minutes.docx minutes.html
  minutectl export "17 March 2026" public.docx --audience public
  minutectl export last copy.json --audience full --private`,
		Args: takes(2, -1),
		ValidArgsFunction: p.completeMeeting(func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return withoutDots(export.Formats()), cobra.ShellCompDirectiveFilterFileExt
		}),
		RunE: func(_ *cobra.Command, args []string) error {
			x.meeting, x.files = args[0], args[1:]
			audience, err := x.check()
			if err != nil {
				return err
			}
			return p.reading(func(book *store.Book) error { return p.export(book, x, audience) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.style, "style", "", "house `STYLE` to use instead of the meeting's own")
	flags.StringVar(&x.audience, "audience", "", "who the files are for: `public|full`")
	flags.BoolVar(&x.private, "private", false, "write private notes too (.json and .minutes only)")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	p.complete(cmd, "style", cobra.FixedCompletions(minutes.StyleNames(), cobra.ShellCompDirectiveNoFileComp))
	p.complete(cmd, "audience", cobra.FixedCompletions([]string{"public", "full"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// check finds what is wrong with the asking before the book is opened, and
// gives the audience.
func (x exporting) check() (minutes.Audience, error) {
	formats := export.Formats()
	for i, file := range x.files {
		if !slices.Contains(formats, extension(file)) {
			return minutes.Unsaid, usagef("%s has no extension that says its format; use one of %s", file, strings.Join(formats, " "))
		}
		if x.private && !keepsPrivate(file) {
			return minutes.Unsaid, usagef("private notes are never written to %s; use --private only with .json and .minutes files", file)
		}
		if slices.ContainsFunc(x.files[:i], func(other string) bool { return filepath.Clean(other) == filepath.Clean(file) }) {
			return minutes.Unsaid, usagef("%s is named twice; name each file once", file)
		}
	}
	if x.private && x.audience == "public" {
		return minutes.Unsaid, usagef("private notes are never public; leave out --private, or say --audience full")
	}
	if x.style != "" && !slices.Contains(minutes.StyleNames(), x.style) {
		return minutes.Unsaid, usagef("there is no house style %q; use one of %s", x.style, strings.Join(minutes.StyleNames(), ", "))
	}
	switch x.audience {
	case "":
		return minutes.Unsaid, nil
	case "public":
		return minutes.Public, nil
	case "full":
		return minutes.Full, nil
	}
	return minutes.Unsaid, usagef("--audience cannot be %q; it is public or full", x.audience)
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

func (p *program) export(book *store.Book, x exporting, audience minutes.Audience) error {
	in, err := p.exportInput(book, x, audience)
	if err != nil {
		return err
	}
	// All are made before any is written: what cannot be made leaves no file.
	made := make([][]byte, len(x.files))
	for i, file := range x.files {
		in.Name = filepath.Base(file)
		if made[i], err = export.Bytes(extension(file), in); err != nil {
			return fmt.Errorf("%s was not written: %w", file, err)
		}
	}
	for i, file := range x.files {
		if err := export.WriteFile(file, made[i]); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := p.say("%s", file); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) exportInput(book *store.Book, x exporting, audience minutes.Audience) (export.Input, error) {
	found, err := p.meeting(book, x.meeting, x.body)
	if err != nil {
		return export.Input{}, err
	}
	if found.Restricted && audience == minutes.Unsaid {
		return export.Input{}, usagef("parts of the meeting of %s are restricted; say who the files are for with --audience public or --audience full", found.Date.Long())
	}
	m, err := book.Meeting(found.ID)
	if err != nil {
		return export.Input{}, err
	}
	ledger, err := book.Ledger(m.ID)
	if err != nil {
		return export.Input{}, err
	}
	name := x.style
	if name == "" {
		name = styleOf(book, m)
	}
	style, err := minutes.LoadStyle(name)
	if x.shown && errors.As(err, new(*minutes.NoStyle)) {
		style, err = minutes.LoadStyle(minutes.DefaultStyle)
	}
	if err != nil {
		return export.Input{}, fmt.Errorf("the house style of this meeting cannot be used (%w); choose one with --style", err)
	}
	return export.Input{Meeting: m, Ledger: ledger, Style: style, Audience: audience, Private: x.private}, nil
}

// styleOf is the house style of a meeting: its own, else its body's.
func styleOf(book *store.Book, m model.Meeting) string {
	if m.Style != "" {
		return m.Style
	}
	if body, err := book.Body(m.BodyID); err == nil && body.Style != "" {
		return body.Style
	}
	return minutes.DefaultStyle
}
