package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"minutebook/store"
)

func (p *program) recoverCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "recover NEWFILE",
		Short: "Make a new book from what is readable of a damaged one",
		Long: `Make a new book, NEWFILE, from what is readable of a damaged one, which is never
written to. A meeting that cannot be read comes over as it was at its newest
sound revision. What did not come over is named, and the exit code is then 1.

Where there is a backup, compare it with the new book: either may have what the
other has not.`,
		Example: "  minutectl --book damaged.mb recover rescued.mb",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := p.bookPath()
			if err != nil {
				return err
			}
			rescue, err := store.Recover(path, args[0], p.options(false))
			if err != nil {
				return err
			}
			return p.tellRescue(rescue)
		},
	}
}

// tellRescue says what came over, and names what did not. That is an error.
func (p *program) tellRescue(r store.Rescue) error {
	if err := p.say("Made %s: %s, %s, %s, %s, %s, %s, %s.", r.To, count(r.Bodies, "body"), count(r.People, "person"), count(r.Styles, "house style"), count(r.Meetings, "meeting"),
		count(r.Revisions, "earlier revision"), count(r.Unfinished, "unfinished line"), histories(r.Events)); err != nil {
		return err
	}
	for _, f := range r.Lost {
		if err := p.say("%s", f); err != nil {
			return err
		}
	}
	if len(r.Lost) == 0 {
		return p.say("Everything that %s holds came over.", r.From)
	}
	return fmt.Errorf("%s of %s did not come over as it was last, and is named above; that file was left as it is: keep it, and look for the rest in the latest backup", count(len(r.Lost), "part"), r.From)
}

// histories is how many events of actions there are, in words.
func histories(n int) string { return count(n, "note") + " of what became of actions" }
