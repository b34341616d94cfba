package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/store"
)

// calling is the new meeting that was asked for.
type calling struct {
	body, date, kind   string
	time, venue, title string
}

func (p *program) newCommand() *cobra.Command {
	var x calling
	cmd := &cobra.Command{
		Use:   "new BODY --date DATE",
		Short: "Plan a body's next meeting, made from its last",
		Long: `Plan a meeting: with the roster of that day, or those of the last meeting, and the
standing items; under Minutes the sentence that approves the minutes still to be
approved, with their corrections; under Matters arising the open actions by owner.
An extraordinary meeting has people only. BODY is the name of a body, or words that
only one name has; one that the book does not know is made.`,
		Example: "  minutectl new \"Harbour Board\" --date \"9 March 2026\" --time 14:00-16:00",
		Args:    takes(1, 1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return p.bodyNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			x.body = strings.Join(strings.Fields(args[0]), " ")
			day, err := dateFlag("date", x.date)
			if err != nil {
				return err
			}
			kind := model.MeetingKind(strings.TrimPrefix(x.kind, "ordinary"))
			if !slices.Contains([]model.MeetingKind{model.Ordinary, model.Extraordinary, model.Annual}, kind) {
				return usagef("--kind cannot be %q; it is ordinary, extraordinary or annual", x.kind)
			}
			if x.body == "" {
				return usagef("say which body meets, as in minutectl new \"Harbour Board\" --date %s", x.date)
			}
			return p.writing(func(book *store.Book) error { return p.plan(book, x, day, kind) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.date, "date", "", "the `DATE` on which it meets")
	flags.StringVar(&x.kind, "kind", "", "`ordinary|extraordinary|annual` (default ordinary)")
	flags.StringVar(&x.time, "time", "", "the `TIME`, as 10:00 or 10:00-11:30")
	flags.StringVar(&x.venue, "venue", "", "the `PLACE`")
	flags.StringVar(&x.title, "title", "", "a title of its own, in `WORDS`")
	p.complete(cmd, "kind", cobra.FixedCompletions([]string{"ordinary", "extraordinary", "annual"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// plan makes the meeting and says what it was made from.
func (p *program) plan(book *store.Book, x calling, day model.Date, kind model.MeetingKind) error {
	body, isNew, err := p.bodyCalled(book, x.body)
	if err != nil {
		return err
	}
	meetings, err := book.Meetings()
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(meetings, func(m model.Summary) bool { return m.BodyID == body.ID && m.Date == day && m.Kind == kind }); i >= 0 {
		return fmt.Errorf("%s has a meeting on %s already (id %s), and it was left as it is", body.Name, day.Long(), meetings[i].ID)
	}
	asked := life.Asked{Body: body, Date: day, Kind: kind, Made: p.stamp(), NewID: p.newID}
	asked.Corrections = correctionsOf(book)
	next, err := life.Next(book, asked)
	if err != nil {
		return err
	}
	m, err := p.called(next.Meeting, x)
	if err != nil {
		return err
	}
	batch := model.Batch{Meetings: []model.Save[model.Meeting]{{Value: m}}}
	if isNew {
		batch.Bodies = []model.Save[model.Body]{{Value: body}}
	}
	if err := book.Commit(batch); err != nil {
		return err
	}
	if isNew && len(meetings) > 0 {
		p.complain("minutectl: " + body.Name + " is new: the book had no body of that name")
	}
	return p.sayPlanned(m, next)
}

// bodyCalled is the body of that name, or the only one whose name has these
// words; where there is none it is new.
func (p *program) bodyCalled(book *store.Book, name string) (body model.Body, isNew bool, err error) {
	bodies, err := book.Bodies()
	if err != nil {
		return body, false, err
	}
	if i := slices.IndexFunc(bodies, func(b model.Body) bool { return which.SameName(b.Name, name) }); i >= 0 {
		return bodies[i], false, nil
	}
	if body, err := which.Body(bodies, name); err == nil {
		return body, false, nil
	}
	return model.Body{ID: p.newID(), Name: name}, true, nil
}

// called is a planned meeting with what was said of it.
func (p *program) called(m model.Meeting, x calling) (model.Meeting, error) {
	for _, f := range []struct{ flag, words string }{{"time", x.time}, {"venue", x.venue}, {"title", x.title}} {
		if f.words == "" {
			continue
		}
		r, err := quick.Read("/"+f.flag+" "+f.words, quick.Context{Meeting: m, NewID: p.newID})
		var wrong *quick.LineError
		if errors.As(err, &wrong) {
			return m, usagef("--%s: %s; write %s", f.flag, wrong.What, wrong.Expected)
		}
		if err != nil {
			return m, err
		}
		next, _, err := m.With(r.Changes)
		if err != nil {
			return m, err
		}
		next.Rev = m.Rev
		m = next
	}
	return m, nil
}

// sayPlanned says what the meeting begins with.
func (p *program) sayPlanned(m model.Meeting, next life.Proposal) error {
	if err := p.say("Planned the meeting of %s, %s: %s, %s.", m.Body, m.Date.Long(), count(m.Summary().Items, "item"), count(len(m.Attendees), "person")); err != nil {
		return err
	}
	for _, s := range next.Approves {
		state := string(s.State)
		if s.Corrections > 0 {
			state += " with " + count(s.Corrections, "correction")
		}
		if s.ToRatify {
			state = "approved without a meeting, to be ratified"
		}
		if err := p.say("Minutes to approve: %s, %s.", s.Date.Long(), state); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		words string
		list  []register.Action
	}{{"Completed since, to be noted", next.Completed}, {"Open", next.Open}} {
		if len(part.list) == 0 {
			continue
		}
		if err := p.say("%s: %s.", part.words, count(len(part.list), "action")); err != nil {
			return err
		}
		for _, a := range part.list {
			if err := p.say("  %s, action %s: %s", a.Date.Long(), a.Printed, strings.ReplaceAll(a.Text, "\n", " ")); err != nil {
				return err
			}
		}
	}
	return nil
}
