package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/store"
)

func (p *program) reopenCommand() *cobra.Command {
	var body string
	cmd := &cobra.Command{
		Use:   "reopen MEETING",
		Short: "Make circulated minutes a draft again",
		Long: `Make circulated minutes a draft again, to change their words instead of correcting
them. Whoever has the circulated copy will not have what is changed, so circulate
them again. Numbers that are out stay as they are. Approved minutes are not reopened.`,
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.writing(func(book *store.Book) error { return p.reopen(book, args[0], body) })
		},
	}
	p.bodyFlag(cmd, &body, "the `BODY`, where several met on the day")
	return cmd
}

func (p *program) reopen(book *store.Book, words, body string) error {
	m, err := p.wholeMeeting(book, words, body)
	if err != nil {
		return err
	}
	means, change := life.Reopen(m)
	switch {
	case means.Never:
		return fmt.Errorf("the minutes of %s are approved: a later meeting corrects them, and they stay as they are", m.Date.Long())
	case change == nil:
		return p.say("The minutes of %s are not circulated; they are as open as they were.", m.Date.Long())
	}
	next, _, err := m.With(change)
	if err != nil {
		return err
	}
	if err := book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: next}}}); err != nil {
		return err
	}
	var also []string
	if means.Sent > 0 {
		also = append(also, fmt.Sprintf("copies of %s are out", means.On.Long()))
	}
	if means.Corrections > 0 {
		also = append(also, count(means.Corrections, "correction")+" to be worked in or dropped")
	}
	said := ""
	if len(also) > 0 {
		said = ": " + strings.Join(also, ", ")
	}
	return p.say("The minutes of %s are a draft again%s. Their numbers stay.", m.Date.Long(), said)
}
