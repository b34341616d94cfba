package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/register"
	"minutebook/store"
)

// becoming is what may be said to become of an action.
type becoming struct {
	// word is said on the command line; state is what it leaves the action in,
	// "" where the state stays as it is.
	word  string
	state model.ActionState
}

var becomings = []becoming{{"open", model.Open}, {"progress", model.InProgress}, {"complete", model.Complete}, {"withdraw", model.Withdrawn},
	{"transfer", model.Transferred}, {"supersede", model.Superseded}, {"assign", ""}, {"chase", ""}}

// becomingWords are the words for them, with commas between them.
func becomingWords() []string {
	var list []string
	for _, b := range becomings {
		list = append(list, b.word)
	}
	return list
}

// happened is what the command line says became of an action.
type happened struct {
	becoming
	// meeting, number and body say which action it is.
	meeting, number, body            string
	on, note, by, link               string
	to, toAction, toBody, againWords string
	owners                           []string
	again                            model.Date
	facts                            register.Facts
}

func (p *program) actionCommand() *cobra.Command {
	var h happened
	words := strings.Join(becomingWords(), "|")
	cmd := &cobra.Command{
		Use:   "action MEETING NUMBER " + words,
		Short: "Say what became of an action",
		Long: `Say what became of an action after its meeting. It is entered in the register;
the minutes that agreed the action stay as they are.

An action that is transferred or superseded is done with: --to says where it went,
and --to-action which action of the book it is now. One that is assigned to
another --owner, or to be chased on a day, stays open.`,
		Example: `  minutectl action 2026-07-07 4 complete --on "2 September 2026" --note "Patrols held"
  minutectl action last 3 assign --owner "Harbour Master" --by "A. Quay"
  minutectl action last 5 chase --chase "1 October 2026"
  minutectl action 2026-07-07 2 supersede --to-action "6 October 2026 1"`,
		Args: takes(3, 3),
		ValidArgsFunction: p.completeMeeting(func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 2 {
				return becomingWords(), cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		}),
		RunE: func(_ *cobra.Command, args []string) error {
			h.meeting, h.number = args[0], args[1]
			if err := h.check(args[2], p.today()); err != nil {
				return err
			}
			h.facts.Made = p.stamp()
			return p.writing(func(book *store.Book) error { return p.enter(book, h) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&h.on, "on", "", "the `DATE` it happened (default today)")
	flags.StringVar(&h.note, "note", "", "a few `WORDS` about it")
	flags.StringVar(&h.by, "by", "", "who said or did it: a `NAME`")
	flags.StringVar(&h.link, "link", "", "where the evidence is: a `FILE` or an address")
	flags.StringVar(&h.to, "to", "", "transfer, supersede: where it went, or what took its place, in `WORDS`")
	flags.StringVar(&h.toAction, "to-action", "", "transfer, supersede: the `ACTION` it is now, as in \"24 June 2022 3\"")
	flags.StringVar(&h.toBody, "to-body", "", "the `BODY` of that action, where it is another")
	flags.StringArrayVar(&h.owners, "owner", nil, "assign: the `NAME` of who has it now; say it again for another")
	flags.StringVar(&h.againWords, "chase", "", "the `DATE` to ask for it again")
	p.bodyFlag(cmd, &h.body, "the `BODY`, where several met on the day")
	p.complete(cmd, "to-body", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return p.bodyNames(), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// check finds what is wrong with the asking before the book is opened.
func (h *happened) check(word string, today model.Date) error {
	if n, err := strconv.Atoi(h.number); (err != nil || n < 1) && !strings.ContainsRune(h.number, '/') {
		return usagef("an action has a number, and %q is none; write it as in \"minutectl action %s 4 complete\"", h.number, h.meeting)
	}
	i := slices.IndexFunc(becomings, func(b becoming) bool { return b.word == word })
	if i < 0 {
		return usagef("an action cannot be put to %q; use %s or %s", word, strings.Join(becomingWords()[:len(becomings)-1], ", "), becomings[len(becomings)-1].word)
	}
	h.becoming = becomings[i]
	if err := h.together(); err != nil {
		return err
	}
	h.facts = register.Facts{On: today, Note: h.note, By: h.by, Link: h.link}
	return datesOf([]dayFlag{{"on", h.on, &h.facts.On}, {"chase", h.againWords, &h.again}})
}

// together finds what does not go together in the asking.
func (h *happened) together() error {
	handed := h.state == model.Transferred || h.state == model.Superseded
	switch {
	case handed && h.to == "" && h.toAction == "":
		return usagef("say with --to where the action went, or with --to-action which action it is now")
	case !handed && (h.to != "" || h.toAction != "" || h.toBody != ""):
		return usagef("--to, --to-action and --to-body go with transfer and supersede")
	case (h.word == "assign") != (len(h.owners) > 0):
		return usagef("assign and --owner go together: \"minutectl action %s %s assign --owner NAME\"", h.meeting, h.number)
	case h.word == "chase" && h.againWords == "":
		return usagef("say with --chase the day to ask for it again")
	case h.againWords != "" && h.state != "" && !h.state.Outstanding():
		return usagef("--chase goes with open, progress, assign and chase: what is done with is not asked for again")
	}
	return nil
}

// enter adds to the ledger what h says.
func (p *program) enter(book *store.Book, h happened) error {
	m, err := p.wholeMeeting(book, h.meeting, h.body)
	if err != nil {
		return err
	}
	ledger, err := book.Ledger(m.ID)
	if err != nil {
		return err
	}
	actions := register.Fold(m, ledger)
	i := slices.IndexFunc(actions, func(a register.Action) bool { return strconv.Itoa(a.Number) == h.number || a.Printed == h.number })
	if i < 0 {
		return fmt.Errorf("the meeting of %s has no action %s; %s", m.Date.Long(), h.number, actionsThere(len(actions)))
	}
	target, err := h.target(book, m)
	if err != nil {
		return err
	}
	event, err := h.event(actions[i], target)
	if refused := (*register.Refused)(nil); errors.As(err, &refused) && refused.Why == register.Already {
		return p.say("Action %s of %s is %s already; nothing was entered.", h.number, m.Date.Long(), h.already(actions[i]))
	}
	if err != nil {
		return err
	}
	if err := book.Commit(model.Batch{Events: []model.Event{event}}); err != nil {
		return err
	}
	return p.say("Action %s of %s: %s.", h.number, m.Date.Long(), h.says(event))
}

// target is the action that h names to take another's place.
func (h happened) target(book *store.Book, m model.Meeting) (register.Target, error) {
	t := register.Target{Words: h.to}
	if h.toAction == "" {
		return t, nil
	}
	meetings, err := book.Meetings()
	if err != nil {
		return t, err
	}
	actions, err := book.Actions()
	if err != nil {
		return t, err
	}
	find := register.Earlier{Body: m.BodyID, Date: "9999-12-31", Meetings: meetings, Actions: actions}
	if h.toBody != "" {
		own, err := which.OfBody(meetings, h.toBody)
		if err != nil {
			return t, err
		}
		find.Body = own[0].BodyID
	}
	a, err := find.Find(h.toAction)
	t.Meeting, t.Action = a.Meeting, a.ID
	return t, err
}

// event is what is added to the ledger.
func (h happened) event(a register.Action, target register.Target) (model.Event, error) {
	var e model.Event
	var err error
	switch {
	case h.word == "assign":
		e, err = a.Reassign(h.owners, h.facts)
	case h.word == "chase":
		return a.AskAgain(h.again, h.facts)
	case h.state == model.Transferred:
		return a.Transfer(target, h.facts)
	case h.state == model.Superseded:
		return a.Supersede(target, h.facts)
	default:
		e, err = a.Become(h.state, h.facts)
	}
	e.Chase = h.again
	return e, err
}

// already says what an action is already.
func (h happened) already(a register.Action) string {
	switch h.word {
	case "assign":
		return "with " + strings.Join(a.Owners, ", ")
	case "chase":
		return "to be chased on " + a.Chase.Long()
	}
	return stateWords(a.State)
}

// says is what was entered, in a few words.
func (h happened) says(e model.Event) string {
	var words string
	switch h.word {
	case "assign":
		words = "with " + strings.Join(e.Owners, ", ") + " from " + e.On.Long()
	case "chase":
		return "to be chased on " + e.Chase.Long()
	default:
		words = stateWords(e.State) + " on " + e.On.Long()
	}
	switch {
	case h.to != "":
		words += ", " + h.to
	case h.toAction != "":
		words += ", action " + h.toAction
	}
	if e.Chase != "" {
		words += ", to be chased on " + e.Chase.Long()
	}
	return words
}

func actionsThere(n int) string {
	if n == 0 {
		return "it has none"
	}
	return fmt.Sprintf("\"minutectl actions\" lists its %d", n)
}
