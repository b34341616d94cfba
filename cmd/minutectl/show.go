package main

import (
	"github.com/spf13/cobra"

	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	x := exporting{shown: true}
	cmd := &cobra.Command{
		Use:   "show MEETING",
		Short: "Show the minutes of a meeting",
		Long: `Show the minutes of a meeting in full, restricted parts too: for the eyes of the
clerk. To give minutes to somebody else, use export.`,
		Example:           "  minutectl show last\n  minutectl show 2026-03-17 --json",
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			x.meeting = args[0]
			return p.reading(func(book *store.Book) error {
				in, err := p.exportInput(book, x, minutes.Full)
				if err != nil {
					return err
				}
				format := ".txt"
				if asJSON {
					format = ".json"
				}
				data, err := export.Bytes(format, in)
				if err != nil {
					return err
				}
				_, err = p.out.Write(data)
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	return cmd
}
