package main

import (
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/store"
)

func (p *program) searchCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "Find words in the minutes of all meetings",
		Long: `Find words in the minutes of all meetings, whatever their order, capitals and
accents. A word also finds those that begin with it. All that is found is shown,
restricted parts and private notes too.`,
		Example: "  minutectl search pilot succession",
		Args:    takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			words := strings.Join(args, " ")
			if find.Parse(words).Empty() {
				return usagef("there is nothing to search for in %q; give a word or a number", words)
			}
			return p.reading(func(book *store.Book) error {
				hits, trouble := book.Search(words)
				if trouble != nil && len(hits) == 0 {
					return trouble
				}
				list := p.listHits
				if asJSON {
					list = p.sayHitsJSON
				}
				if err := list(words, hits); err != nil {
					return err
				}
				return trouble // what could be searched is shown all the same
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	return cmd
}

// hitJSON is something found, as other programs read it.
type hitJSON struct {
	Meeting    model.ID   `json:"meeting"`
	Body       string     `json:"body"`
	Date       model.Date `json:"date"`
	Item       model.ID   `json:"item,omitempty"`
	Entry      model.ID   `json:"entry,omitempty"`
	Text       string     `json:"text"`
	Private    bool       `json:"private,omitempty"`
	Restricted bool       `json:"restricted,omitempty"`
}

func (p *program) sayHitsJSON(words string, hits []find.Hit) error {
	list := make([]hitJSON, len(hits))
	for i, h := range hits {
		list[i] = hitJSON{h.Meeting, h.Body, h.Date, h.Item, h.Entry, h.Text, h.Private, h.Restricted}
	}
	return p.sayJSON(struct {
		head
		Words string    `json:"words"`
		Hits  []hitJSON `json:"hits"`
	}{headOf("search"), words, list})
}

func (p *program) listHits(words string, hits []find.Hit) error {
	if len(hits) == 0 {
		return p.say("Nothing in the book has %q.", words)
	}
	t := table{columns: []column{{}, {most: rest}}}
	var meeting model.ID
	for _, h := range hits {
		if h.Meeting != meeting {
			meeting = h.Meeting
			t.section(h.Date.Long() + ", " + h.Body)
		}
		t.add("-", marked(h.Text, h.Private, h.Restricted))
	}
	return t.write(p.out, width(p.out))
}

// marked are words of the minutes, and who may not see them.
func marked(words string, private, restricted bool) string {
	switch {
	case private:
		return "[private] " + words
	case restricted:
		return "[restricted] " + words
	}
	return words
}
