package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/store"
)

// approving is an approval that was asked for.
type approving struct {
	meeting, body    string
	at, signedBy, on string
	byMail, byChair  bool
	part             string
	passed           model.Passed
}

func (p *program) approveCommand() *cobra.Command {
	var x approving
	cmd := &cobra.Command{
		Use:   "approve MEETING --at MEETING",
		Short: "Record that circulated minutes are approved",
		Long: `Record that the minutes of a meeting were approved at a later one of its body, as
corrected. They are sealed when that meeting is closed: nothing in them changes any
more. Where the later meeting does not say so yet, and is not closed, its minutes get the
sentence. A meeting whose minutes say "/approve DATE" does all this by itself when it
is closed.

Minutes approved by mail or by the chair are sealed once a later meeting ratifies that:
approve them again --at that meeting, or have it say "/approve DATE {ratifies}".
--part approves the open or the restricted part alone.`,
		Example: `  minutectl approve "12 January 2026" --at "9 March 2026" --signed-by "Cllr Voss"
  minutectl approve last --by-mail --on "2 February 2026"`,
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			x.meeting = args[0]
			if err := x.check(p.today()); err != nil {
				return err
			}
			return p.writing(func(book *store.Book) error { return p.approve(book, x) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.at, "at", "", "the `MEETING` that approved them")
	flags.StringVar(&x.signedBy, "signed-by", "", "the `NAME` of who signed them (default: the chair of that meeting)")
	flags.BoolVar(&x.byMail, "by-mail", false, "they were approved by mail, without a meeting")
	flags.BoolVar(&x.byChair, "chairs-action", false, "the chair approved them, without a meeting")
	flags.StringVar(&x.on, "on", "", "the `DATE` of that (default today)")
	flags.StringVar(&x.part, "part", "", "what is approved: `open|restricted` (default all)")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	p.complete(cmd, "part", cobra.FixedCompletions([]string{"open", "restricted"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// check finds what is wrong with the asking.
func (x *approving) check(today model.Date) error {
	ways := 0
	for _, way := range []bool{x.at != "", x.byMail, x.byChair} {
		if way {
			ways++
		}
	}
	x.passed = model.Passed{Part: model.Part(x.part), On: today, SignedBy: x.signedBy}
	switch {
	case ways != 1:
		return usagef("say how they were approved: --at MEETING, --by-mail or --chairs-action")
	case x.part != "" && x.passed.Part != model.OpenPart && x.passed.Part != model.ClosedPart:
		return usagef("--part cannot be %q; it is open or restricted", x.part)
	case x.on != "" && x.at != "":
		return usagef("--on goes with --by-mail and --chairs-action; a meeting has its own day")
	case x.byMail:
		x.passed.How = model.ByMail
	case x.byChair:
		x.passed.How = model.ByChair
	}
	if x.on == "" {
		return nil
	}
	on, err := dateFlag("on", x.on)
	x.passed.On = on
	return err
}

func (p *program) approve(book *store.Book, x approving) error {
	m, err := p.wholeMeeting(book, x.meeting, x.body)
	if err != nil {
		return err
	}
	switch {
	case m.Seal != nil:
		return fmt.Errorf("the minutes of %s are approved and sealed already", m.Date.Long())
	case !m.State.Frozen():
		return fmt.Errorf("the minutes of %s are not circulated yet; \"minutectl circulate\" does that", m.Date.Long())
	case x.at == "":
		return p.pass(book, m, x.passed)
	}
	at, err := p.meeting(book, x.at, m.Body)
	if err != nil {
		return err
	}
	if at.BodyID != m.BodyID || at.ID == m.ID || at.Date < m.Date {
		return fmt.Errorf("the meeting of %s, %s, is no later meeting of %s", at.Body, at.Date.Long(), m.Body)
	}
	later, err := book.Meeting(at.ID)
	if err != nil {
		return err
	}
	return p.approveAt(book, m, later, x)
}

// approveAt records that the minutes of m were approved at a later meeting.
func (p *program) approveAt(book *store.Book, m, later model.Meeting, x approving) error {
	s, err := life.ApproveAt(book, m, later, life.Approving{Part: x.passed.Part, SignedBy: x.signedBy, Made: p.stamp(), NewID: p.newID, Corrections: correctionsOf(book)})
	if err != nil {
		return err
	}
	if s.Empty() {
		return fmt.Errorf("the minutes of %s are approved by the meeting of %s already; they are sealed when that is closed", m.Date.Long(), later.Date.Long())
	}
	if err := book.Commit(s.Batch); err != nil {
		return err
	}
	for _, o := range s.Outcomes {
		if err := p.sayApproved(o); err != nil {
			return err
		}
	}
	if s.Extraordinary {
		p.complain("minutectl: an extraordinary meeting usually may not approve minutes; it is recorded all the same")
	}
	if !life.Closed(later.State) {
		return p.say("They are sealed when the meeting of %s is closed.", later.Date.Long())
	}
	return nil
}

// pass records that minutes were approved without a meeting.
func (p *program) pass(book *store.Book, m model.Meeting, passed model.Passed) error {
	next, _, err := m.With(model.Pass{Passed: passed})
	if err != nil {
		return err
	}
	if err := book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: next}}}); err != nil {
		return err
	}
	how := map[model.How]string{model.ByMail: "by mail", model.ByChair: "by the chair"}[passed.How]
	return p.say("The minutes of %s, %s, are approved %s on %s; they are sealed once a meeting ratifies it.", m.Body, m.Date.Long(), how, passed.On.Long())
}
