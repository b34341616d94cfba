package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/store"
)

func (p *program) bodiesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "bodies",
		Short: "List the bodies in the book",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.reading(func(book *store.Book) error {
				bodies, err := book.Bodies()
				if err != nil {
					return err
				}
				if asJSON {
					return p.sayJSON(struct {
						head
						Bodies []model.Body `json:"bodies"`
					}{headOf("bodies"), some(bodies)})
				}
				return p.listBodies(book, bodies)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	return cmd
}

func (p *program) listBodies(book *store.Book, bodies []model.Body) error {
	if len(bodies) == 0 {
		return p.say("The book has no bodies yet; \"minutectl minute FILE\" makes the one its script names.")
	}
	meetings, err := book.Meetings()
	if err != nil {
		return err
	}
	held := map[model.ID]int{}
	for _, m := range meetings {
		held[m.BodyID]++
	}
	t := table{columns: []column{{"BODY", rest}, {head: "STYLE"}, {head: "SEATS"}, {head: "MEETINGS"}, {head: "ID"}}}
	for _, b := range bodies {
		t.add(b.Name, b.Style, strconv.Itoa(len(b.Seats)), strconv.Itoa(held[b.ID]), string(b.ID))
	}
	return t.write(p.out, width(p.out))
}

func (p *program) meetingsCommand() *cobra.Command {
	var asJSON bool
	var body string
	cmd := &cobra.Command{
		Use:   "meetings",
		Short: "List the meetings in the book, by date",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.reading(func(book *store.Book) error {
				meetings, err := book.Meetings()
				if err == nil && body != "" {
					meetings, err = which.OfBody(meetings, body)
				}
				if err != nil {
					return err
				}
				if asJSON {
					return p.sayJSON(struct {
						head
						Meetings []model.Summary `json:"meetings"`
					}{headOf("meetings"), some(meetings)})
				}
				return p.listMeetings(meetings)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	p.bodyFlag(cmd, &body, "only meetings of this `BODY`")
	return cmd
}

func (p *program) listMeetings(meetings []model.Summary) error {
	if len(meetings) == 0 {
		return p.say("The book has no meetings yet; \"minutectl minute FILE\" adds one.")
	}
	t := table{columns: []column{{head: "DATE"}, {"BODY", rest}, {"STATE", 16}, {head: "ACTIONS"}, {head: "ID"}}}
	for _, m := range meetings {
		state := string(m.State)
		if m.Restricted {
			state += ", part restricted"
		}
		t.add(string(m.Date), m.Body, state, strconv.Itoa(m.Actions), string(m.ID))
	}
	return t.write(p.out, width(p.out))
}
