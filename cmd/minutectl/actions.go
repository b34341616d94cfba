package main

import (
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/store"
)

func (p *program) actionsCommand() *cobra.Command {
	var asJSON bool
	var dueBy string
	var f register.Filter
	var x actionsFile
	cmd := &cobra.Command{
		Use:   "actions",
		Short: "List the actions of all meetings",
		Long: `List the actions of all meetings with what became of them. Each flag narrows the
list. Owners and forums are compared by whole words, without regard to capitals
and accents. With --export the list is written to a file: a spreadsheet (.xlsx or
.csv), a document (.docx, .pdf) or a web page (.html).`,
		Example: `  minutectl actions --open --owner "Harbour Master"
  minutectl actions --open --due-by "30 September 2026"
  minutectl actions --forum "Marine Safety" --json
  minutectl actions --open --body "Weir Board" --export open.xlsx`,
		Args: takes(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if dueBy != "" {
				var err error
				if f.DueBy, err = dateFlag("due-by", dueBy); err != nil {
					return err
				}
			}
			f.Today = p.today()
			if x.file != "" {
				ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
				defer stop()
				return p.exportActions(ctx, x, f)
			}
			return p.reading(func(book *store.Book) error {
				all, err := book.Actions()
				if err != nil {
					return err
				}
				wanted := f.Select(all)
				slices.SortStableFunc(wanted, register.ByMeeting)
				if asJSON {
					return p.sayActionsJSON(wanted)
				}
				return p.listActions(wanted, len(all))
			})
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.Open, "open", false, "only what is still to be done: open or in progress")
	flags.StringVar(&f.Owner, "owner", "", "only what this `NAME` owns: a person, post or organisation")
	flags.StringVar(&f.Forum, "forum", "", "only what is to be reported to this `FORUM`")
	flags.StringVar(&dueBy, "due-by", "", "only what is due on a day up to this `DATE`")
	flags.StringVar(&x.file, "export", "", "write the list to this `FILE`")
	p.audienceFlag(cmd, &x.audience, "who the file is for")
	flags.BoolVar(&x.force, "force", false, "replace the file though it was changed since it was written")
	flags.BoolVar(&asJSON, "json", false, "write JSON for another program")
	p.bodyFlag(cmd, &f.Body, "only actions of this `BODY`")
	return cmd
}

// actionJSON is an action as other programs read it.
type actionJSON struct {
	register.Action
	// Owners are always there, if only as an empty list.
	Owners  []string `json:"owners"`
	Overdue bool     `json:"overdue,omitempty"`
}

func (p *program) sayActionsJSON(actions []register.Action) error {
	list := make([]actionJSON, len(actions))
	for i, a := range actions {
		list[i] = actionJSON{a, some(a.Owners), a.Overdue(p.today())}
	}
	return p.sayJSON(struct {
		head
		Actions []actionJSON `json:"actions"`
	}{headOf("actions"), list})
}

func (p *program) listActions(actions []register.Action, all int) error {
	if all == 0 {
		return p.say("The book has no actions yet.")
	}
	if len(actions) == 0 {
		return p.say("No action matches; the book has %s in all.", count(all, "action"))
	}
	t := table{columns: []column{{head: "NO"}, {"ACTION", rest}, {"OWNERS", 20}, {"DUE", 14}, {"STATE", 13}}}
	var meeting model.ID
	for _, a := range actions {
		if a.Meeting != meeting {
			meeting = a.Meeting
			t.section(a.Date.Long() + ", " + a.Body)
		}
		t.add(a.Printed, marked(a.Text, false, a.Restricted), strings.Join(a.Owners, ", "), dueWords(a.Due), p.stateOf(a))
	}
	return t.write(p.out, width(p.out))
}

// dueWords say when an action is due: the day where there is one, else as
// worded.
func dueWords(d model.Due) string {
	if d.Date != "" {
		return string(d.Date)
	}
	return d.Words
}

// stateOf is an action's state in plain words.
func (p *program) stateOf(a register.Action) string {
	if a.Overdue(p.today()) {
		return stateWords(a.State) + ", overdue"
	}
	return stateWords(a.State)
}

func stateWords(s model.ActionState) string {
	switch s {
	case model.Open:
		return "open"
	case model.InProgress:
		return "in progress"
	case model.Complete:
		return "complete"
	case model.Noted:
		return "noted complete"
	case model.Transferred:
		return "transferred"
	case model.Superseded:
		return "superseded"
	case model.Withdrawn:
		return "withdrawn"
	}
	return string(s)
}
