package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/moving"
	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/merge"
	"minutebook/store"
)

// bodyNamed is the body that words name.
func bodyNamed(book *store.Book, words string) (model.Body, error) {
	bodies, err := book.Bodies()
	if err != nil {
		return model.Body{}, err
	}
	return which.Body(bodies, words)
}

// completeBody completes a first argument that is a BODY; the next is a file.
func (p *program) completeBody(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return p.bodyNames(), cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveDefault
}

func (p *program) handOverCommand() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "handover BODY FILE.mb",
		Short: "Hand a body over to somebody else, in a book of its own",
		Long: `Write a body into a book of its own, with its people, meetings, actions, seals and
files, and beside it a Word file and a web page that say where things stand. From
then on nothing of the body changes in this book, until "minutectl takeback" brings
it back.`,
		Example:           `  minutectl handover "Weir Board" weir.mb --to "Ann Zelenka"`,
		Args:              takes(2, 2),
		ValidArgsFunction: p.completeBody,
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(book *store.Book) error {
				body, err := bodyNamed(book, args[0])
				if err != nil {
					return err
				}
				wrote, err := moving.HandOver(book, body.ID, args[1], model.Away{To: to, On: p.today()})
				for _, file := range wrote {
					err = errors.Join(err, p.say("%s", file))
				}
				if len(wrote) == 0 || err != nil {
					return err
				}
				return p.say("Nothing of %s changes in this book until it is taken back.", body.Name)
			})
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "`WHO` takes it over")
	return cmd
}

func (p *program) takeBackCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "takeback FILE.mb",
		Short: "Take back a body that was handed over",
		Long: `Take back a body from the book it was handed over in: what was done there comes
into this book, where the body can be changed again. Then put that other book away.`,
		Example: "  minutectl takeback weir.mb",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(book *store.Book) error {
				return p.withOther(book, args[0], func(other *moving.Other) error {
					body, err := other.Away()
					if err != nil {
						return err
					}
					plan, err := other.Plan(merge.Take{Back: body.ID})
					if err != nil {
						return err
					}
					if err := other.Merge(plan); err != nil {
						return err
					}
					if err := p.listPlan(plan, false); err != nil {
						return err
					}
					return p.say("%s is back.", body.Name)
				})
			})
		},
	}
}

func (p *program) purgeCommand() *cobra.Command {
	var body string
	cmd := &cobra.Command{
		Use:   "purge MEETING...",
		Short: "Remove private notes and earlier versions for good",
		Long: `Remove for good what the making of minutes left behind: private notes, earlier
versions, and, once the minutes went out, words left in the composer. The book is then
written afresh, so that nothing of them is left in its file. Nobody can bring them
back; copies of the book that were made before keep what was in them.

A seal covers private notes too: purge before the minutes are sealed. Those of sealed
minutes stay.`,
		Example:           "  minutectl purge last",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(book *store.Book) error {
				var ids []model.ID
				for _, words := range args {
					m, err := p.meeting(book, words, body)
					if err != nil {
						return err
					}
					if !slices.Contains(ids, m.ID) {
						ids = append(ids, m.ID)
					}
				}
				gone, err := book.Purge(ids...)
				if err != nil {
					return err
				}
				return p.tellPurged(gone)
			})
		},
	}
	p.bodyFlag(cmd, &body, "the `BODY`, where several met on the day")
	return cmd
}

func (p *program) tellPurged(gone model.Purged) error {
	words := "There was nothing to remove."
	if !gone.Nothing() {
		words = "Removed for good: " + count(gone.Notes, "private note") + ", " + count(gone.Revisions, "earlier version") + "."
	}
	if gone.Left > 0 {
		words += " " + count(gone.Left, "private note") + " of sealed minutes stay."
	}
	return p.say("%s", words)
}
