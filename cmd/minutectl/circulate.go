package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/mail"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// circulating is how minutes are to be sent.
type circulating struct {
	meeting, body         string
	format, audience, out string
	on, eml               string
	to                    []string
	force                 bool
}

func (p *program) circulateCommand() *cobra.Command {
	var x circulating
	cmd := &cobra.Command{
		Use:   "circulate MEETING",
		Short: "Circulate draft minutes: their numbers do not change any more",
		Long: `Write the minutes to a file that is sent to those who were there. The book keeps
the exact file, and every number in the minutes stays as it is from then on. What is
wrong in them is put right by "minutectl correct", or by "minutectl reopen".

With --eml a message is written too, which mail programs open as a draft: to the
addresses that the book has of those attending and of the body, or those of --to, with
the file attached. Nothing is sent by itself.`,
		Example:           "  minutectl circulate last --output draft.docx --eml draft.eml",
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			x.meeting = args[0]
			return p.circulate(ctx, x)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.format, "format", "docx", "the `FORMAT` of the file, where --output does not say it")
	flags.StringVarP(&x.out, "output", "o", "", "the `FILE` to write (default: named after the meeting)")
	p.audienceFlag(cmd, &x.audience, "who the file is for")
	flags.StringVar(&x.on, "on", "", "the `DATE` it is sent (default today)")
	flags.StringVar(&x.eml, "eml", "", "write a message with the file to this `FILE` too")
	flags.StringArrayVar(&x.to, "to", nil, "an `ADDRESS` to send it to; may be given several times")
	flags.BoolVar(&x.force, "force", false, "replace files that were changed since they were written, too")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	return cmd
}

// circulate writes the file, keeps it in the book, and has the meeting say that
// it was sent.
func (p *program) circulate(ctx context.Context, x circulating) error {
	sent, audience, err := p.sending(x)
	if err != nil {
		return err
	}
	f := &filer{p: p, force: x.force}
	return p.writing(func(book *store.Book) error {
		f.book = book
		in, err := p.exportInput(book, exporting{meeting: x.meeting, body: x.body}, audience)
		if err != nil {
			return err
		}
		m := in.Meeting
		if m.State != model.Draft && m.State != model.Circulated {
			return fmt.Errorf("the minutes of %s cannot be circulated: %s", m.Date.Long(), whyNotSent(m.State))
		}
		if x.out == "" {
			x.out = export.FileName(m, "."+strings.TrimPrefix(x.format, "."))
		}
		in.Name = filepath.Base(x.out)
		sent.Name, sent.Rev, sent.Audience = in.Name, m.Rev, audienceWord(in)
		if len(sent.To) == 0 {
			if sent.To, err = addresses(book, m); err != nil {
				return err
			}
		}
		data, err := p.made(ctx, extension(x.out), in, false)
		if err != nil {
			return fmt.Errorf("%s was not written: %w", x.out, err)
		}
		file := model.NewFile(in.Name, data)
		sent.SHA256 = file.SHA256
		next, _, err := m.With(model.Circulate{Circulation: sent})
		if err != nil {
			return err
		}
		if err := p.writeSent(f, x, file, next, sent); err != nil {
			return err
		}
		batch := model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: next}}, Files: []model.File{file}}
		if err := book.Commit(batch); err != nil {
			return err
		}
		if err := book.KeepWritten(f.notes...); err != nil {
			p.complain("minutectl: the files are written, but the book could not note it: " + explain(err))
		}
		return p.say("Circulated the minutes of %s, %s, on %s: %s.", m.Body, m.Date.Long(), sent.On.Long(), x.out)
	})
}

// sending finds what is wrong with the asking, and gives what is known of the
// circulation.
func (p *program) sending(x circulating) (model.Circulation, minutes.Audience, error) {
	sent := model.Circulation{On: p.today(), Made: p.stamp(), To: x.to}
	name := cmp.Or(x.out, "x."+strings.TrimPrefix(x.format, "."))
	if !slices.Contains(append(export.Formats(), pdf), extension(name)) {
		return sent, minutes.Unsaid, usagef("minutes cannot be circulated as %s; use one of %s", extension(name), strings.Join(append(export.Formats(), pdf), " "))
	}
	audience, err := audienceOf(x.audience)
	if err == nil && x.on != "" {
		sent.On, err = dateFlag("on", x.on)
	}
	for _, at := range x.to {
		if _, wrong := mail.Address(at); wrong != nil && err == nil {
			err = usagef("--to: %v", wrong)
		}
	}
	if err == nil && x.eml != "" && extension(x.eml) != ".eml" {
		err = usagef("--eml cannot be %s; the name of a message ends in .eml", x.eml)
	}
	return sent, audience, err
}

// whyNotSent says why minutes in that state are not circulated.
func whyNotSent(s model.State) string {
	if s == model.Approved {
		return "they are approved"
	}
	return "the meeting is not closed yet"
}

// audienceWord is for whom a file is, as the circulation has it.
func audienceWord(in export.Input) string {
	if in.Audience == minutes.Public {
		return "public"
	}
	return "full"
}

// addresses are where the minutes of m go.
func addresses(book *store.Book, m model.Meeting) ([]string, error) {
	people, err := book.People()
	if err != nil {
		return nil, err
	}
	body, err := book.Body(m.BodyID)
	if err != nil {
		return nil, err
	}
	return life.Addresses(m, body, people), nil
}

// writeSent writes the file and, where it was asked for, the message.
func (p *program) writeSent(f *filer, x circulating, file model.File, m model.Meeting, sent model.Circulation) error {
	files := []struct {
		name string
		data []byte
	}{{x.out, file.Data}}
	if x.eml != "" {
		data, err := letter(m, sent, file).Bytes()
		if err != nil {
			return fmt.Errorf("%s was not written: %w", x.eml, err)
		}
		files = append(files, struct {
			name string
			data []byte
		}{x.eml, data})
	}
	for _, one := range files {
		if err := f.mayReplace(one.name); err != nil {
			return err
		}
	}
	for _, one := range files {
		if err := f.write(one.name, one.data); err != nil {
			return err
		}
	}
	return nil
}

// letter is the message that minutes are sent with.
func letter(m model.Meeting, sent model.Circulation, file model.File) mail.Message {
	text := fmt.Sprintf("Attached are the draft minutes of %s of %s. Please say what should be corrected in them.\n", m.Body, m.Date.Long())
	if m.HasRestricted() && sent.Audience == "full" {
		text += "They hold parts that are restricted and not for the public: please do not pass them on.\n"
	}
	return mail.Message{To: sent.To, Subject: fmt.Sprintf("Draft minutes: %s, %s", m.Body, m.Date.Long()), Text: text,
		Attachments: []mail.Attachment{{Name: file.Name, Data: file.Data}}}
}
