package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/sample"
	"minutebook/model"
	"minutebook/store"
)

func (p *program) sampleCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sample",
		Short: "Put an invented sample into the book",
		Long: `Put an invented sample into the book, to try the program with: two bodies with
three meetings each, and what became of their actions.`,
		Args: takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			return p.writing(func(book *store.Book) error {
				bodies, err := book.Bodies()
				if err != nil {
					return err
				}
				there := func(b model.Body) bool { return slices.Contains(sample.Bodies(), b.Name) }
				if slices.ContainsFunc(bodies, there) {
					return fmt.Errorf("the sample is in this book already; \"minutectl meetings\" lists its meetings")
				}
				batch, err := sample.Book(p.newID, p.stamp())
				if err != nil {
					return err
				}
				if err := book.Commit(batch); err != nil {
					return err
				}
				return p.say("Added the sample: %d bodies, %d people, %d meetings. Try \"minutectl meetings\", \"minutectl show last\", \"minutectl actions --open\".",
					len(batch.Bodies), len(batch.People), len(batch.Meetings))
			})
		},
	}
}
