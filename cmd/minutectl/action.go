package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/store"
)

// stateArgs are the words for the states that an action can be put in.
var stateArgs = []string{"open", "progress", "complete", "withdraw"}

// stateOfArg is the state that a word puts an action in, "" for no such word.
func stateOfArg(word string) model.ActionState {
	switch word {
	case "open":
		return model.Open
	case "progress":
		return model.InProgress
	case "complete":
		return model.Complete
	case "withdraw":
		return model.Withdrawn
	}
	return ""
}

func (p *program) actionCommand() *cobra.Command {
	var body, on, note string
	cmd := &cobra.Command{
		Use:   "action MEETING NUMBER open|progress|complete|withdraw",
		Short: "Say what became of an action",
		Long: `Say what became of an action after its meeting. It is entered in the register;
the minutes that agreed the action stay as they are.`,
		Example: "  minutectl action 2026-07-07 4 complete --on \"2 September 2026\" --note \"Patrols held\"",
		Args:    takes(3, 3),
		ValidArgsFunction: p.completeMeeting(func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 2 {
				return stateArgs, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		}),
		RunE: func(_ *cobra.Command, args []string) error {
			number, err := strconv.Atoi(args[1])
			if err != nil || number < 1 {
				return usagef("an action has a number, and %q is none; write it as in \"minutectl action %s 4 complete\"", args[1], args[0])
			}
			e := model.Event{State: stateOfArg(args[2]), On: p.today(), Note: note, Made: p.stamp()}
			if e.State == "" {
				return usagef("an action cannot be put to %q; use open, progress, complete or withdraw", args[2])
			}
			if on != "" {
				if e.On, err = dateFlag("on", on); err != nil {
					return err
				}
			}
			return p.writing(func(book *store.Book) error {
				m, err := p.meeting(book, args[0], body)
				if err != nil {
					return err
				}
				return p.enter(book, m, number, e)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `DATE` it happened (default today)")
	cmd.Flags().StringVar(&note, "note", "", "a few `WORDS` about it")
	p.bodyFlag(cmd, &body, "the `BODY`, where several met on the day")
	return cmd
}

// enter adds e to the ledger of that meeting's action.
func (p *program) enter(book *store.Book, of model.Summary, number int, e model.Event) error {
	m, err := book.Meeting(of.ID)
	if err != nil {
		return err
	}
	ledger, err := book.Ledger(m.ID)
	if err != nil {
		return err
	}
	actions := register.Fold(m, ledger)
	i := slices.IndexFunc(actions, func(a register.Action) bool { return a.Number == number })
	if i < 0 {
		return fmt.Errorf("the meeting of %s has no action %d; %s", m.Date.Long(), number, actionsThere(len(actions)))
	}
	event, err := actions[i].Become(e.State, register.Facts{On: e.On, Note: e.Note, Made: e.Made})
	if refused := (*register.Refused)(nil); errors.As(err, &refused) && refused.Why == register.Already {
		return p.say("Action %d of %s is %s already; nothing was entered.", number, m.Date.Long(), stateWords(actions[i].State))
	}
	if err != nil {
		return err
	}
	if err := book.Commit(model.Batch{Events: []model.Event{event}}); err != nil {
		return err
	}
	return p.say("Action %d of %s: %s on %s.", number, m.Date.Long(), stateWords(e.State), e.On.Long())
}

func actionsThere(n int) string {
	if n == 0 {
		return "it has none"
	}
	return fmt.Sprintf("\"minutectl actions\" lists its %d", n)
}
