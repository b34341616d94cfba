package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/office"
	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/brief"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// briefing is what a brief was asked for.
type briefing struct {
	about, file, audience, style, day string
	force                             bool
}

func (p *program) briefCommand() *cobra.Command {
	var x briefing
	cmd := &cobra.Command{
		Use:   "brief BODY|MEETING [FILE]",
		Short: "Write the chair's brief for a body's next meeting",
		Long: `Write the chair's brief: on one page, what a meeting has to deal with of what
earlier ones left. It has the minutes to approve, each with the sentence that the
minutes may say; the actions that are overdue, due at this meeting, reported
complete, and open; and the open actions in figures. BODY means its next meeting.

Without FILE it is shown here, restricted parts too. A file is .docx, .html, .txt,
.md or .pdf, and says with --audience who it is for where parts are restricted.`,
		Example: `  minutectl brief "Weir Board"
  minutectl brief "Weir Board" brief.docx --audience full
  minutectl brief 2026-07-06 brief.pdf`,
		Args: takes(1, 2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return append(p.bodyNames(), p.meetingNames()...), cobra.ShellCompDirectiveNoFileComp
			}
			return withoutDots(briefFormats()), cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			x.about = args[0]
			if len(args) == 1 {
				return p.reading(func(book *store.Book) error { return p.showBrief(book, x) })
			}
			x.file = args[1]
			if !slices.Contains(briefFormats(), extension(x.file)) {
				return usagef("a brief cannot be %s; use one of %s", x.file, strings.Join(briefFormats(), " "))
			}
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return p.filing(x.force, func(book *store.Book, f *filer) error { return p.brief(ctx, book, f, x) })
		},
	}
	flags := cmd.Flags()
	p.audienceFlag(cmd, &x.audience, "who the file is for")
	flags.StringVar(&x.style, "style", "", "house `STYLE` to use instead of the body's own")
	flags.StringVar(&x.day, "on", "", "the `DATE` it is made on (default today)")
	flags.BoolVar(&x.force, "force", false, "replace the file though it was changed since it was written")
	p.complete(cmd, "style", p.completeStyle(false))
	return cmd
}

func briefFormats() []string { return append(export.BriefFormats(), pdf) }

// showBrief writes the brief to the terminal.
func (p *program) showBrief(book *store.Book, x briefing) error {
	in, err := p.briefInput(book, x)
	if err != nil {
		return err
	}
	if in.Log.Audience == minutes.Unsaid {
		in.Log.Audience = minutes.Full // for the eyes of the clerk
	}
	data, err := export.Brief(".txt", "", in)
	if err != nil {
		return err
	}
	_, err = p.out.Write(data)
	return err
}

func (p *program) brief(ctx context.Context, book *store.Book, f *filer, x briefing) error {
	if err := f.mayReplace(x.file); err != nil {
		return err
	}
	in, err := p.briefInput(book, x)
	if err != nil {
		return err
	}
	ext := extension(x.file)
	if ext == pdf {
		ext = ".docx"
	}
	data, err := export.Brief(ext, filepath.Base(x.file), in)
	if err == nil && extension(x.file) == pdf {
		data, err = office.New().PDF(ctx, data)
	}
	if err != nil {
		return fmt.Errorf("%s was not written: %w", x.file, err)
	}
	if err := f.write(x.file, data); err != nil {
		return err
	}
	return p.say("%s", x.file)
}

// briefInput is what the brief is made of.
func (p *program) briefInput(book *store.Book, x briefing) (brief.Input, error) {
	audience, err := audienceOf(x.audience)
	if err != nil {
		return brief.Input{}, err
	}
	today := p.today()
	if x.day != "" {
		if today, err = dateFlag("on", x.day); err != nil {
			return brief.Input{}, err
		}
	}
	body, meeting, err := p.bodyOrMeeting(book, x.about)
	if err != nil {
		return brief.Input{}, err
	}
	in, err := brief.Gather(book, body, meeting, today)
	if err != nil {
		return in, err
	}
	styles, err := stylesOf(book)
	if err != nil {
		return in, err
	}
	name := x.style
	if name == "" {
		name = body.Style
	}
	in.Log.Audience = audience
	in.Log.Style, err = styles.Load(name)
	if none := (*minutes.NoStyle)(nil); errors.As(err, &none) {
		if x.style != "" {
			return in, usagef("there is no house style %q; use one of %s", x.style, strings.Join(none.Known, ", "))
		}
		in.Log.Style, err = styles.Load("")
	}
	return in, err
}

// bodyOrMeeting is the body that words name, or else the meeting, with its body.
func (p *program) bodyOrMeeting(book *store.Book, words string) (model.Body, model.ID, error) {
	bodies, err := book.Bodies()
	if err != nil {
		return model.Body{}, "", err
	}
	b, none := which.Body(bodies, words)
	if none == nil {
		return b, "", nil
	}
	m, err := p.meeting(book, words, "")
	if nothing := (*which.NoMeeting)(nil); errors.As(err, &nothing) && nothing.Date == "" {
		return model.Body{}, "", none // the words are no day
	}
	if err != nil {
		return model.Body{}, "", err
	}
	b, err = book.Body(m.BodyID)
	return b, m.ID, err
}
