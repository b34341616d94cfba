package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/store"
)

func (p *program) checkCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Look through the whole book for damage",
		Long: `Look through the whole book for damage, and name each record that cannot be
trusted. Nothing is ever written. The exit code is 1 where something is wrong.`,
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			path, err := p.bookPath()
			if err != nil {
				return err
			}
			report, err := store.Check(path)
			if err != nil {
				return err
			}
			if asJSON {
				err = p.sayJSON(reportOf(report))
			} else {
				err = p.listFaults(report)
			}
			if err != nil || report.Sound() {
				return err
			}
			return fmt.Errorf("%s found in %s; nothing was changed: keep the file, and restore the latest backup beside it, or save what is readable with \"minutectl recover\"", count(len(report.Faults), "fault"), report.Path)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	return cmd
}

// reportJSON is a report as other programs read it.
type reportJSON struct {
	head
	Path     string      `json:"path"`
	Sound    bool        `json:"sound"`
	Bodies   int         `json:"bodies"`
	People   int         `json:"people"`
	Meetings int         `json:"meetings"`
	Events   int         `json:"events"`
	Faults   []faultJSON `json:"faults"`
}

type faultJSON struct {
	Record string     `json:"record"`
	ID     model.ID   `json:"id,omitempty"`
	Body   string     `json:"body,omitempty"`
	Date   model.Date `json:"date,omitempty"`
	Why    string     `json:"why"`
}

func reportOf(r store.Report) reportJSON {
	faults := make([]faultJSON, len(r.Faults))
	for i, f := range r.Faults {
		faults[i] = faultJSON(f)
	}
	return reportJSON{headOf("check"), r.Path, r.Sound(), r.Bodies, r.People, r.Meetings, r.Events, faults}
}

func (p *program) listFaults(r store.Report) error {
	if r.Sound() {
		return p.say("%s is sound: %s, %s, %s, %s.", r.Path,
			count(r.Bodies, "body"), count(r.People, "person"), count(r.Meetings, "meeting"), histories(r.Events))
	}
	for _, f := range r.Faults {
		if err := p.say("%s", f); err != nil {
			return err
		}
	}
	return nil
}
