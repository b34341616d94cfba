package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/moving"
	"minutebook/model"
	"minutebook/store"
)

func (p *program) archiveCommand() *cobra.Command {
	a := moving.Archiving{By: "minutectl " + version}
	cmd := &cobra.Command{
		Use:   "archive FILE.zip",
		Short: "Write everything in the book to one zip file",
		Long: `Write everything in the book to one zip file that can be read without this
program: the public minutes of each meeting, and below the folder "restricted" the
book itself, record by record, and the minutes in full. Every part is listed with its
checksum. "minutectl unarchive" makes the same book from it.

With --public the folder "restricted" is left out: what remains can be given away.
A file that is there already is left as it is.`,
		Example: "  minutectl archive minutes-2026.zip\n  minutectl archive open.zip --public --documents",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			a.Made, a.Tell = p.stamp(), progress(p.err)
			defer a.Tell("")
			return p.reading(func(book *store.Book) error {
				done, err := moving.Archive(book, args[0], a)
				if err != nil {
					return err
				}
				a.Tell("")
				return p.tellArchive(args[0], a, done)
			})
		},
	}
	cmd.Flags().BoolVar(&a.Documents, "documents", false, "add the minutes as Word files and web pages")
	cmd.Flags().BoolVar(&a.Public, "public", false, "leave out what is restricted")
	return cmd
}

// tellArchive says what is in an archive, and what public minutes are not.
func (p *program) tellArchive(file string, a moving.Archiving, done moving.Archived) error {
	what := "Everything in the book"
	if a.Public {
		what = "What is public"
	}
	if err := p.say("%s is in %s: %s.", what, file, count(done.Meetings, "meeting")); err != nil {
		return err
	}
	if len(done.Withheld) == 0 {
		return nil
	}
	return fmt.Errorf("it has no public minutes of %s:\n  %s", count(len(done.Withheld), "meeting"), strings.Join(done.Withheld, "\n  "))
}

func (p *program) unarchiveCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "unarchive FILE.zip",
		Short: "Make the book from an archive",
		Long: `Make the book from a zip file that archive wrote: a new one, or one that holds
nothing yet. The archive is looked through first; where a part of it is wrong that
part is named, and nothing is made.`,
		Example: "  minutectl --book again.mb unarchive minutes-2026.zip",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := p.bookPath()
			if err != nil {
				return err
			}
			r, err := moving.Unarchive(args[0], path, p.options(false))
			if err != nil {
				return err
			}
			n := r.Restricted.Counts
			return p.say("Made %s from %s: %s, %s, %s.", path, args[0], count(n[model.InBodies], "body"), count(n[model.InPeople], "person"), count(n[model.InMeetings], "meeting"))
		},
	}
}
