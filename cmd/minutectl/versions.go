package main

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/store"
)

func (p *program) versionsCommand() *cobra.Command {
	var asJSON bool
	var body string
	cmd := &cobra.Command{
		Use:   "versions MEETING",
		Short: "List the earlier versions that the book keeps of a meeting",
		Long: `List the earlier versions that the book keeps of a meeting: the latest fifty,
one of every fifty before, and the last before each change of state. Each stood until
the time beside it; CHANGES counts what has changed since. "minutectl compare" says
what. Once minutes are approved their earlier versions are let go.`,
		Example:           "  minutectl versions last",
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.reading(func(book *store.Book) error {
				summary, err := p.meeting(book, args[0], body)
				if err != nil {
					return err
				}
				return p.versions(book, summary, asJSON)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	p.bodyFlag(cmd, &body, "the `BODY`, where several met on the day")
	return cmd
}

// versionJSON is an earlier version as other programs read it.
type versionJSON struct {
	Revision int         `json:"revision"`
	Until    string      `json:"until,omitempty"`
	State    model.State `json:"state"`
	Changes  int         `json:"changes"`
}

func (p *program) versions(book *store.Book, summary model.Summary, asJSON bool) error {
	now, err := book.Meeting(summary.ID)
	if err != nil {
		return err
	}
	revisions, err := book.Revisions(summary.ID)
	if err != nil {
		return err
	}
	style, err := minutes.Builtin().Load("")
	if err != nil {
		return err
	}
	list := make([]versionJSON, len(revisions))
	for i, r := range revisions {
		m, err := book.Revision(summary.ID, r.Rev)
		if err != nil {
			return err
		}
		changes, err := compare.Changes(compare.Input{Earlier: m, Later: now, Style: style, Audience: minutes.Full})
		if err != nil {
			return err
		}
		list[i] = versionJSON{r.Rev, r.Until, m.State, len(changes)}
	}
	if asJSON {
		return p.sayJSON(struct {
			head
			Meeting  model.ID      `json:"meeting"`
			Versions []versionJSON `json:"versions"`
		}{headOf("versions"), summary.ID, list})
	}
	if len(list) == 0 {
		return p.say("The book keeps no earlier versions of the meeting of %s, %s.", summary.Date.Long(), summary.Body)
	}
	t := table{columns: []column{{head: "REVISION"}, {head: "STOOD UNTIL"}, {head: "STATE"}, {head: "CHANGES"}}}
	for _, v := range list {
		t.add(strconv.Itoa(v.Revision), localTime(v.Until), string(v.State), strconv.Itoa(v.Changes))
	}
	t.add(strconv.Itoa(now.Rev), "now", string(now.State), "")
	return t.write(p.out, width(p.out))
}

// localTime is a stamp in the clerk's own time, "24 June 2022, 10:15"; "" for
// none.
func localTime(stamp string) string {
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return ""
	}
	t = t.Local()
	return fmt.Sprintf("%s, %02d:%02d", model.DateOf(t).Long(), t.Hour(), t.Minute())
}
