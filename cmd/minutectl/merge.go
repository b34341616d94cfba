package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/moving"
	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/merge"
	"minutebook/store"
)

func (p *program) mergeCommand() *cobra.Command {
	var dry, asJSON bool
	var take string
	cmd := &cobra.Command{
		Use:   "merge OTHER.mb [MEETING...]",
		Short: "Merge a book that was worked on elsewhere into this one",
		Long: `Merge a book that was worked on elsewhere into this one, meeting by meeting.
What is only in the other book comes over; of two versions of one thing the one made
from the other counts. What was changed in both is a conflict: it is listed with what
differs, and stays as it is here. "--take theirs" takes the other book's instead, of
the meetings named by their ids or dates, or of everything; "--take ours" says that
this book's stays. Sealed minutes never change. What happened to actions is joined.

Merging again changes nothing, and merging a copy changes nothing. The other book is
only read. While conflicts remain the exit code is 1.`,
		Example: "  minutectl merge laptop.mb --dry-run\n  minutectl merge laptop.mb --take theirs 2026-05-04",
		Args:    takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			choice := merge.Choice(take)
			if choice != merge.Unsaid && choice != merge.Ours && choice != merge.Theirs {
				return usagef("--take cannot be %q; it is ours or theirs", take)
			}
			if choice == merge.Unsaid && len(args) > 1 {
				return usagef("say with --take whose version is taken of %s: ours or theirs", strings.Join(args[1:], ", "))
			}
			work := p.writing
			if dry {
				work = p.reading
			}
			return work(func(book *store.Book) error {
				return p.withOther(book, args[0], func(other *moving.Other) error {
					wanted, err := p.taking(other, choice, args[1:])
					if err != nil {
						return err
					}
					return p.merge(other, wanted, dry, asJSON)
				})
			})
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only say what would come over")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	cmd.Flags().StringVar(&take, "take", "", "whose version is taken where both were changed: `ours|theirs`")
	p.complete(cmd, "take", cobra.FixedCompletions([]string{"ours", "theirs"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// withOther opens another book, lets work look at it, and closes it.
func (p *program) withOther(book *store.Book, path string, work func(*moving.Other) error) error {
	other, err := moving.Open(book, path, p.options(true))
	var absent *store.Absent
	if errors.As(err, &absent) {
		return fmt.Errorf("there is no minute book at %s; check its name", path)
	}
	if err != nil {
		return err
	}
	return errors.Join(work(other), other.Close())
}

// taking is whose version is taken of what: of everything, or of what the words
// name among the conflicts.
func (p *program) taking(other *moving.Other, choice merge.Choice, words []string) (merge.Take, error) {
	if len(words) == 0 {
		return merge.Take{All: choice}, nil
	}
	plan, err := other.Plan(merge.Take{})
	if err != nil {
		return merge.Take{}, err
	}
	take := merge.Take{Of: map[model.ID]merge.Choice{}}
	for _, w := range words {
		id, err := conflictNamed(plan, w)
		if err != nil {
			return take, err
		}
		take.Of[id] = choice
	}
	return take, nil
}

// conflictNamed is what words name among the conflicts: by its id, the date of
// the meeting, or its name.
func conflictNamed(plan merge.Plan, words string) (model.ID, error) {
	day, isDay := which.Day(words)
	var found []merge.Part
	for _, part := range plan.Conflicts() {
		if string(part.ID) == words || part.Name == words || isDay && part.Kind == merge.OfMeeting && part.Date == day {
			found = append(found, part)
		}
	}
	switch len(found) {
	case 0:
		return "", usagef("%q was not changed in both books; \"minutectl merge --dry-run\" lists what was", words)
	case 1:
		return found[0].ID, nil
	}
	return "", usagef("several things that were changed in both books are %q; name one by its id", words)
}

// merge says what comes over, and lets it unless the run is dry.
func (p *program) merge(other *moving.Other, take merge.Take, dry, asJSON bool) error {
	plan, err := other.Plan(take)
	if err != nil {
		return err
	}
	if !dry {
		if err := other.Merge(plan); err != nil {
			return err
		}
	}
	if asJSON {
		err = p.sayJSON(planOf(plan, dry))
	} else {
		err = p.listPlan(plan, dry)
	}
	if open := plan.Conflicts(); err == nil && len(open) > 0 {
		err = fmt.Errorf("%s changed in both books and stay as they are here; \"--take theirs\" or \"--take ours\", with ids or dates of meetings, says whose is kept", count(len(open), "thing"))
	}
	return err
}

// whatWords say what becomes of something of the other book.
var whatWords = map[merge.What]string{
	merge.New: "new", merge.Newer: "newer there", merge.Older: "newer here, stays", merge.Conflict: "changed in both, stays", merge.Taken: "changed in both, taken",
	merge.Left: "changed in both, stays as you said", merge.Events: "more happened to its actions", merge.Kept: "stays",
}

func (p *program) listPlan(plan merge.Plan, dry bool) error {
	if len(plan.Parts) == 0 {
		return p.say("Nothing comes over: all that is in the other book is here already.")
	}
	for _, part := range plan.Parts {
		if err := p.say("%s %s: %s%s", part.Kind, part.Name, whatWords[part.What], detail(part)); err != nil {
			return err
		}
	}
	if dry {
		return p.say("Nothing was changed.")
	}
	return nil
}

// detail says more of a part where there is more to say.
func detail(part merge.Part) string {
	var more []string
	if part.Why != "" {
		more = append(more, part.Why)
	}
	if part.Events > 0 {
		more = append(more, histories(part.Events))
	}
	if part.Like != "" {
		more = append(more, "may be the same as "+part.Like+" here")
	}
	if len(part.Differs) > 0 {
		more = append(more, "differs in "+strings.Join(part.Differs, "; "))
	}
	if len(more) == 0 {
		return ""
	}
	return " (" + strings.Join(more, "; ") + ")"
}

// planJSON is a plan as other programs read it.
type planJSON struct {
	head
	DryRun bool       `json:"dryRun"`
	Same   int        `json:"same"`
	Parts  []partJSON `json:"parts"`
}

type partJSON struct {
	Kind    merge.Kind `json:"kind"`
	ID      model.ID   `json:"id"`
	Date    model.Date `json:"date,omitempty"`
	Name    string     `json:"name"`
	What    merge.What `json:"what"`
	Why     string     `json:"why,omitempty"`
	Differs []string   `json:"differs,omitempty"`
	Events  int        `json:"events,omitempty"`
	Like    string     `json:"like,omitempty"`
}

func planOf(plan merge.Plan, dry bool) planJSON {
	j := planJSON{head: headOf("merge"), DryRun: dry, Same: plan.Same, Parts: []partJSON{}}
	for _, part := range plan.Parts {
		j.Parts = append(j.Parts, partJSON{part.Kind, part.ID, part.Date, part.Name, part.What, part.Why, part.Differs, part.Events, part.Like})
	}
	return j
}
