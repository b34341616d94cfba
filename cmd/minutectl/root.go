package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"minutebook/model/quick"
)

const about = `Minutectl keeps a minute book from the terminal: bodies, their meetings, the
minutes as quick lines, and the actions that live on afterwards.

MEETING is an id, a date ("24 June 2022" or 2022-06-24), or "last": the latest
by date. The book is the one that --book names, or else the environment variable
MINUTEBOOK_BOOK, or else the one in your data folder.

Exit codes: 0 done, 1 failed, 2 wrongly asked for.`

// root is the tree of commands.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "minutectl",
		Short:         "Keep a minute book from the terminal",
		Long:          about,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          p.noCommand,

		SuggestionsMinimumDistance: 2,
	}
	root.SetVersionTemplate("minutectl {{.Version}}\n")
	root.PersistentFlags().StringVar(&p.path, "book", "", "the minute book `FILE` (default: your data folder's)")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return p.wrongFlag(cmd, err) })
	for _, group := range []struct {
		id, title string
		commands  []*cobra.Command
	}{
		{"meetings", "Meetings:", []*cobra.Command{p.bodiesCommand(), p.rosterCommand(), p.meetingsCommand(), p.newCommand(), p.minuteCommand(), p.showCommand(), p.followUpCommand(), p.restrictCommand(), p.exportCommand(), p.importCommand(), p.versionsCommand(), p.compareCommand(), p.searchCommand(), p.extractCommand(), p.resolutionsCommand(), p.attendanceCommand()}},
		{"life", "Minutes after the meeting:", []*cobra.Command{p.circulateCommand(), p.correctCommand(), p.approveCommand(), p.returnedCommand(), p.reopenCommand()}},
		{"actions", "Actions:", []*cobra.Command{p.actionsCommand(), p.actionCommand(), p.registerCommand(), p.chaseCommand(), p.briefCommand(), p.calendarCommand()}},
		{"book", "The book:", []*cobra.Command{p.initCommand(), p.sampleCommand(), p.styleCommand(), p.checkCommand(), p.backupCommand(), p.restoreCommand(), p.recoverCommand(), p.archiveCommand(), p.unarchiveCommand(), p.mergeCommand(), p.handOverCommand(), p.takeBackCommand(), p.purgeCommand()}},
	} {
		root.AddGroup(&cobra.Group{ID: group.id, Title: group.title})
		for _, cmd := range group.commands {
			cmd.GroupID = group.id
			root.AddCommand(cmd)
		}
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(p.helpCommand())
	root.AddCommand(p.completionCommand(), p.versionCommand())
	for _, cmd := range root.Commands() {
		p.understood(cmd)
	}
	return root
}

// understood has a command note that its flags and arguments made sense: an
// error before that is one of asking.
func (p *program) understood(cmd *cobra.Command) {
	work := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		p.asked = true
		return work(cmd, args)
	}
}

// noCommand answers a command line that names no command, or none there is.
func (p *program) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usagef("there is no command %q; did you mean %s?", args[0], strings.Join(near, " or "))
	}
	return usagef("there is no command %q; \"minutectl help\" lists them", args[0])
}

// wrongFlag puts what the flag parser says in words that say where to look.
func (p *program) wrongFlag(cmd *cobra.Command, err error) error {
	where := fmt.Sprintf("%q lists the flags", cmd.CommandPath()+" --help")
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return usagef("there is no flag -%s; %s", unknown.GetSpecifiedName(), where)
	case errors.As(err, &unknown):
		return usagef("there is no flag --%s; %s", unknown.GetSpecifiedName(), where)
	case errors.As(err, &lacking):
		return usagef("--%s needs a value; %s", lacking.GetSpecifiedName(), where)
	case errors.As(err, &invalid):
		return usagef("--%s cannot be %q; %s", invalid.GetFlag().Name, invalid.GetValue(), where)
	}
	return usagef("%v; %s", err, where)
}

// usage is an error in what was asked for: exit code 2.
type usage struct{ words string }

func (e *usage) Error() string { return e.words }

func usagef(format string, a ...any) error { return &usage{fmt.Sprintf(format, a...)} }

// takes checks that there are from min to max arguments (max < 0: any number)
// and says otherwise what the command takes.
func takes(min, max int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= min && (max < 0 || len(args) <= max) {
			return nil
		}
		_, names, _ := strings.Cut(cmd.Use, " ")
		if names == "" {
			return usagef("%q takes nothing after it, but got %q", cmd.CommandPath(), strings.Join(args, " "))
		}
		return usagef("%q takes %s; %q says more", cmd.CommandPath(), names, cmd.CommandPath()+" --help")
	}
}

// finish tells of an error and gives the exit code.
func (p *program) finish(err error) int {
	if err == nil {
		return 0
	}
	p.tellOf(err)
	var wrong *usage
	if errors.As(err, &wrong) || !p.asked {
		return 2
	}
	return 1
}

// tellOf tells of an error.
func (p *program) tellOf(err error) {
	var lines quick.ScriptErrors
	var line *quick.LineError
	switch {
	case errors.As(err, &lines):
		for _, l := range lines {
			p.complain(l.Error())
		}
	case errors.As(err, &line):
		p.complain(line.Error())
	default:
		p.complain("minutectl: " + explain(err))
	}
}

// complain writes a line to stderr. Where that fails too, nobody is left to be
// told.
func (p *program) complain(words string) { _, _ = io.WriteString(p.err, words+"\n") }

// say writes a line to stdout.
func (p *program) say(format string, a ...any) error {
	_, err := fmt.Fprintf(p.out, format+"\n", a...)
	return err
}
