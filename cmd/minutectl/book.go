package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/moving"
	"minutebook/cmd/internal/which"
	"minutebook/store"
)

// bookPath is where the book is.
func (p *program) bookPath() (string, error) { return which.Book(p.path, p.env) }

func (p *program) options(readOnly bool) store.Options {
	return store.Options{Program: "minutectl", Now: p.now, NewID: p.newID, ReadOnly: readOnly}
}

// reading opens the book, lets work look at it, and closes it.
func (p *program) reading(work func(*store.Book) error) error { return p.with(true, work) }

// writing opens the book, lets work change it, and closes it.
func (p *program) writing(work func(*store.Book) error) error { return p.with(false, work) }

func (p *program) with(readOnly bool, work func(*store.Book) error) error {
	path, err := p.bookPath()
	if err != nil {
		return err
	}
	book, err := store.Open(path, p.options(readOnly))
	if err != nil {
		return err
	}
	return errors.Join(work(book), book.Close())
}

func (p *program) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Make an empty minute book",
		Long:  "Make an empty minute book. A book that is there already is left as it is, and the command fails.",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			path, err := p.bookPath()
			if err != nil {
				return err
			}
			book, err := store.Create(path, p.options(false))
			if err != nil {
				return err
			}
			if err := book.Close(); err != nil {
				return err
			}
			return p.say("Made an empty minute book: %s", path)
		},
	}
}

func (p *program) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup [FILE|FOLDER]",
		Short: "Write a copy of the book",
		Long: `Write a copy of the book to FILE. The copy is a minute book itself, without the
remains of what was deleted. An earlier backup of the same book is replaced; any
other file that is there is left as it is, and the command fails.

In a FOLDER the copy is named after the book and the time, as the window names its
own: the last of each of fourteen days and of twelve months are kept, older ones go.
Without either it goes to the folder that was chosen in the window.`,
		Example: "  minutectl backup minutes-2026-07.mb\n  minutectl backup /mnt/stick",
		Args:    takes(0, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.reading(func(book *store.Book) error {
				to, err := backupPlace(book, args)
				if err != nil {
					return err
				}
				if info, e := os.Stat(to); e == nil && info.IsDir() || len(args) == 0 {
					to, err = moving.Backup(book, to, p.now())
				} else {
					err = book.Backup(to)
				}
				if err != nil {
					return err
				}
				return p.say("Copied the book to %s", to)
			})
		},
	}
}

// backupPlace is where a copy goes: to what was named, or to the folder that was
// chosen for copies.
func backupPlace(book *store.Book, args []string) (string, error) {
	if len(args) > 0 {
		return args[0], nil
	}
	clerk, err := book.Clerk()
	if err == nil && clerk.Backup.Folder == "" {
		err = usagef("no folder is chosen for backups; name a file or a folder")
	}
	return clerk.Backup.Folder, err
}

func (p *program) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Make the book from a copy",
		Long: `Make the book from a copy that backup wrote. A book that is there already is
left as it is, and the command fails: move it away first, or name another place
with --book.`,
		Example: "  minutectl --book restored.mb restore minutes-2026-07.mb",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := p.bookPath()
			if err != nil {
				return err
			}
			err = store.Restore(args[0], path)
			if errors.As(err, new(*store.Absent)) {
				return fmt.Errorf("there is no file %s to restore from; check its name", args[0])
			}
			if err != nil {
				return err
			}
			return p.say("Restored the book to %s", path)
		},
	}
}

// bodyNames are the names of the book's bodies, for completion: a book that
// cannot be read offers none.
func (p *program) bodyNames() []string {
	var names []string
	_ = p.reading(func(book *store.Book) error {
		bodies, err := book.Bodies()
		for _, b := range bodies {
			names = append(names, b.Name)
		}
		return err
	})
	return names
}

// meetingNames are words for the book's meetings, for completion.
func (p *program) meetingNames() []string {
	names := []string{"last"}
	_ = p.reading(func(book *store.Book) error {
		meetings, err := book.Meetings()
		for _, m := range meetings {
			names = append(names, string(m.Date)+"\t"+m.Body)
		}
		return err
	})
	return names
}

// completeMeeting completes a first argument that is a MEETING, and then
// leaves the rest to next; nil completes no more.
func (p *program) completeMeeting(next cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 {
			return p.meetingNames(), cobra.ShellCompDirectiveNoFileComp
		}
		if next == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return next(cmd, args, typed)
	}
}

// bodyFlag adds --body, completed with the names in the book.
func (p *program) bodyFlag(cmd *cobra.Command, into *string, about string) {
	cmd.Flags().StringVar(into, "body", "", about)
	p.complete(cmd, "body", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return p.bodyNames(), cobra.ShellCompDirectiveNoFileComp
	})
}

// audienceFlag adds --audience, which audienceOf reads.
func (p *program) audienceFlag(cmd *cobra.Command, into *string, about string) {
	cmd.Flags().StringVar(into, "audience", "", about+": `public|full`")
	p.complete(cmd, "audience", cobra.FixedCompletions([]string{"public", "full"}, cobra.ShellCompDirectiveNoFileComp))
}

// complete says how the value of a flag is completed. It panics where cmd has
// no such flag: that is a slip in the program.
func (p *program) complete(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}
