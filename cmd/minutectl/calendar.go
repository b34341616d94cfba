package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/calendar"
	"minutebook/model/minutes/export"
	"minutebook/model/register"
	"minutebook/store"
)

// dating is what a calendar was asked for.
type dating struct {
	file, body, owner, audience, day string
	tasks, force                     bool
}

func (p *program) calendarCommand() *cobra.Command {
	var x dating
	cmd := &cobra.Command{
		Use:   "calendar FILE.ics",
		Short: "Write meetings to come and dated actions as a calendar",
		Long: `Write the meetings to come, and the open actions that are due on a day, to a file
that calendar programs take in. Taking it in again brings changes and no second
entries. Actions are entries of a whole day; with --tasks they are tasks too. Where
actions are restricted, --audience says who the file is for: a public one leaves
them out.`,
		Example: "  minutectl calendar weir.ics --body \"Weir Board\" --audience public\n  minutectl calendar mine.ics --owner \"Harbour Master\"",
		Args:    takes(1, 1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"ics"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if x.file = args[0]; extension(x.file) != ".ics" {
				return usagef("a calendar cannot be %s; its name ends in .ics", x.file)
			}
			return p.filing(x.force, func(book *store.Book, f *filer) error { return p.calendar(book, f, x) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.owner, "owner", "", "only the actions that this `NAME` owns")
	p.audienceFlag(cmd, &x.audience, "who the file is for")
	flags.StringVar(&x.day, "on", "", "the `DATE` it is made on (default today)")
	flags.BoolVar(&x.tasks, "tasks", false, "write the actions as tasks too")
	flags.BoolVar(&x.force, "force", false, "replace the file though it was changed since it was written")
	p.bodyFlag(cmd, &x.body, "only meetings and actions of this `BODY`")
	return cmd
}

func (p *program) calendar(book *store.Book, f *filer, x dating) error {
	if err := f.mayReplace(x.file); err != nil {
		return err
	}
	in, err := p.calendarInput(book, x)
	if err != nil {
		return err
	}
	data, err := export.Calendar(filepath.Base(x.file), in)
	if err != nil {
		return fmt.Errorf("%s was not written: %w", x.file, err)
	}
	if err := f.write(x.file, data); err != nil {
		return err
	}
	return p.say("%s", x.file)
}

func (p *program) calendarInput(book *store.Book, x dating) (calendar.Input, error) {
	audience, err := audienceOf(x.audience)
	if err != nil {
		return calendar.Input{}, err
	}
	today, stamp := p.today(), p.now()
	if x.day != "" {
		if today, err = dateFlag("on", x.day); err != nil {
			return calendar.Input{}, err
		}
		stamp = today.Time()
	}
	in, err := gatherCalendar(book, x.body, today, stamp)
	in.Tasks, in.Log.Audience, in.Log.Wanted.Owner = x.tasks, audience, x.owner
	return in, err
}

func gatherCalendar(book *store.Book, body string, today model.Date, stamp time.Time) (calendar.Input, error) {
	meetings, err := chosen(book, body)
	if err != nil {
		return calendar.Input{}, err
	}
	wanted := register.Filter{Open: true, Today: today}
	name := "Minute book"
	if body != "" {
		wanted.BodyID, name = meetings[0].BodyID, meetings[0].Body
	}
	in, err := calendar.Gather(book, meetings, wanted)
	in.Name, in.Stamp, in.Log.Today = name, stamp, today
	if err != nil {
		return in, err
	}
	styles, err := stylesOf(book)
	if err != nil {
		return in, err
	}
	in.Log.Style, err = styles.Load(cmp.Or(meetings[len(meetings)-1].Style, ""))
	if err != nil {
		in.Log.Style, err = styles.Load("")
	}
	return in, err
}
