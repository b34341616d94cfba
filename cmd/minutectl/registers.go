package main

import (
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/resolved"
	"minutebook/store"
)

// ofBody is the body of that name and the meetings it held, by date.
func ofBody(book *store.Book, name string) (model.Body, []model.Meeting, error) {
	summaries, err := chosen(book, name)
	if err != nil {
		return model.Body{}, nil, err
	}
	body, err := book.Body(summaries[0].BodyID)
	if err != nil {
		return body, nil, err
	}
	var meetings []model.Meeting
	for _, s := range summaries {
		m, err := book.Meeting(s.ID)
		if err != nil {
			return body, nil, err
		}
		meetings = append(meetings, m)
	}
	return body, meetings, nil
}

func (p *program) resolutionsCommand() *cobra.Command {
	var g gathered
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "resolutions BODY [FILE]",
		Short: "List what a body has resolved",
		Long: `List the decisions of a body, and the motions that were carried, the latest
first. With FILE (.docx, .html, .txt or .md) the register is written there, for the
public unless --audience full says otherwise.`,
		Example: "  minutectl resolutions \"Weir Board\" resolutions.docx",
		Args:    takes(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 2 {
				g.file = args[1]
				return p.gather(g, func(book *store.Book, a minutes.Audience) ([]byte, error) {
					body, meetings, err := ofBody(book, args[0])
					if err != nil {
						return nil, err
					}
					style, err := styleOf(book, body.Style)
					if err != nil {
						return nil, err
					}
					return export.Resolutions(extension(g.file), filepath.Base(g.file), body.Name, meetings, style, a, p.today())
				})
			}
			return p.reading(func(book *store.Book) error {
				_, meetings, err := ofBody(book, args[0])
				if err != nil {
					return err
				}
				list := []resolved.Resolution{}
				for i := len(meetings) - 1; i >= 0; i-- {
					list = append(list, resolved.Of(meetings[i])...)
				}
				if asJSON {
					return p.sayJSON(struct {
						head
						Resolutions []resolved.Resolution `json:"resolutions"`
					}{headOf("resolutions"), list})
				}
				return p.listResolutions(list)
			})
		},
	}
	g.flags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	return cmd
}

func (p *program) listResolutions(list []resolved.Resolution) error {
	if len(list) == 0 {
		return p.say("The body has resolved nothing yet.")
	}
	t := table{columns: []column{{head: "NO"}, {"RESOLUTION", rest}, {"RESULT", 20}}}
	var meeting model.ID
	for _, r := range list {
		if r.Meeting != meeting {
			meeting = r.Meeting
			t.section(r.Date.Long())
		}
		t.add(r.Number, marked(r.Text, false, r.Restricted), r.Result)
	}
	return t.write(p.out, width(p.out))
}

func (p *program) attendanceCommand() *cobra.Command {
	g := gathered{audience: "public"}
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "attendance BODY [FILE]",
		Short: "List who came to the meetings of a body",
		Long: `List who came to the meetings of a body, and which members have not come for as
long as the body allows: six months, unless it says otherwise. With FILE (.docx,
.html, .txt or .md) the register is written there.`,
		Example: "  minutectl attendance \"Weir Board\" attendance.docx",
		Args:    takes(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			grid := func(book *store.Book) (attended.Grid, model.Body, error) {
				body, meetings, err := ofBody(book, args[0])
				return attended.Of(body, meetings, p.today()), body, err
			}
			if len(args) == 2 {
				g.file = args[1]
				return p.gather(g, func(book *store.Book, _ minutes.Audience) ([]byte, error) {
					register, body, err := grid(book)
					if err != nil {
						return nil, err
					}
					style, err := styleOf(book, body.Style)
					if err != nil {
						return nil, err
					}
					return export.Attendance(extension(g.file), register, style, p.today())
				})
			}
			return p.reading(func(book *store.Book) error {
				register, _, err := grid(book)
				switch {
				case err != nil:
					return err
				case asJSON:
					return p.sayJSON(struct {
						head
						attended.Grid
					}{headOf("attendance"), register})
				}
				return p.listAttendance(register)
			})
		},
	}
	cmd.Flags().BoolVar(&g.force, "force", false, "replace the file though it was changed since it was written")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	return cmd
}

func (p *program) listAttendance(g attended.Grid) error {
	if len(g.Meetings) == 0 {
		return p.say("The body has held no meeting yet.")
	}
	t := table{columns: []column{{"NAME", rest}, {"CAME", 10}, {"LAST", 12}, {"ABSENCE", 30}}}
	for _, person := range g.People {
		absence := ""
		switch {
		case person.Away:
			absence = "away too long since " + string(person.Until)
		case person.Until != "":
			absence = "away too long on " + string(person.Until)
		}
		t.add(person.Name, strconv.Itoa(person.Attended)+" of "+strconv.Itoa(person.Expected), string(person.Last), absence)
	}
	return t.write(p.out, width(p.out))
}
