package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// gathered is what is common to files that are gathered from minutes.
type gathered struct {
	file, audience string
	force          bool
}

// flags adds those of such a file; without a word it is for the public.
func (g *gathered) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&g.audience, "audience", "public", "who the file is for: `public|full`")
	cmd.Flags().BoolVar(&g.force, "force", false, "replace the file though it was changed since it was written")
}

// check sees that such a file can be made, and gives for whom.
func (g gathered) check() (minutes.Audience, error) {
	if !slices.Contains(export.ExtractFormats(), extension(g.file)) {
		return minutes.Unsaid, usagef("%s cannot be written; its name ends in one of %s", g.file, strings.Join(export.ExtractFormats(), " "))
	}
	return audienceOf(g.audience)
}

// write writes the file that make makes, for that audience.
func (p *program) gather(g gathered, make func(*store.Book, minutes.Audience) ([]byte, error)) error {
	audience, err := g.check()
	if err != nil {
		return err
	}
	return p.filing(g.force, func(book *store.Book, f *filer) error {
		if err := f.mayReplace(g.file); err != nil {
			return err
		}
		data, err := make(book, audience)
		if err != nil {
			return fmt.Errorf("%s was not written: %w", g.file, err)
		}
		if err := f.write(g.file, data); err != nil {
			return err
		}
		return p.say("%s", g.file)
	})
}

func (p *program) extractCommand() *cobra.Command {
	var g gathered
	var body string
	cmd := &cobra.Command{
		Use:   "extract MEETING WHERE... FILE",
		Short: "Write chosen items or paragraphs of a meeting to a file",
		Long: `Write chosen parts of the minutes of a meeting to a file of their own, with the
body, the day, whether the minutes are approved, and their seal. WHERE is an
item's number ("3" or "128/17"), a paragraph's ("3.2"), "action 4", or words that
only one entry has. FILE ends in .docx, .html, .txt or .md. It is for the public
unless --audience full says otherwise.`,
		Example:           `  minutectl extract 2026-03-17 3 5.2 "action 4" roof.docx`,
		Args:              takes(3, -1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			g.file = args[len(args)-1]
			return p.gather(g, func(book *store.Book, a minutes.Audience) ([]byte, error) {
				found, err := p.meeting(book, args[0], body)
				if err != nil {
					return nil, err
				}
				styles, err := stylesOf(book)
				if err != nil {
					return nil, err
				}
				in, err := inputOf(book, found.ID, styles, exporting{}, a)
				if err != nil {
					return nil, err
				}
				var chosen []model.ID
				for _, where := range args[1 : len(args)-1] {
					at, err := placeIn(in.Meeting.InForce(), where)
					if err != nil {
						return nil, err
					}
					chosen = append(chosen, at.id)
				}
				in.Name = filepath.Base(g.file)
				return export.Extract(extension(g.file), in, chosen)
			})
		},
	}
	g.flags(cmd)
	p.bodyFlag(cmd, &body, "the `BODY`, where several met on the day")
	return cmd
}

// styleOf is the house style of that name.
func styleOf(book *store.Book, name string) (minutes.Style, error) {
	styles, err := stylesOf(book)
	if err != nil {
		return minutes.Style{}, err
	}
	return styles.Load(name)
}
