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
	var limit int
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "Find words in the minutes of all meetings",
		Long: `Find words in the minutes of all meetings, whatever their order, capitals and
accents. A word also finds those that begin with it; words in quotation marks
stand beside each other. The best lines come first: those that have all the words
themselves rather than the item or the meeting above them, titles and decisions
before actions and those before other lines, newer before older. All that is
found is shown, restricted parts and private notes too, marked.

What is found can be narrowed down:
  body:finance          minutes of that body: whole words of its name
  owner:smith           actions of that owner: whole words of the name
  after:2024            held later than that year, month or day
  before:2024-05        held sooner than that
  in:"May 2024"         held in that year, in that month or on that day
  kind:decision         paragraph, bullet, heading, decision, action, motion, vote,
                        interest, movement, private, item, meeting or person
  state:open            actions: open, progress, complete, noted, transferred,
                        superseded, withdrawn, or outstanding (the first two);
                        minutes: planned, live, draft, circulated, approved ...
Of the same kind one is enough, as in kind:decision kind:motion; all else must be
true together. After these nothing but words need be given.`,
		Example: `  minutectl search pilot succession
  minutectl search '"night pilotage" kind:decision after:2024'
  minutectl search owner:smith state:outstanding --limit 20 --json`,
		Args: takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			words := strings.Join(args, " ")
			if q, err := find.Ask(words); err != nil {
				return usagef("%v", err)
			} else if q.Empty() {
				return usagef("there is nothing to search for in %q; give a word or a number", words)
			}
			if limit < 0 {
				return usagef("--limit is how many lines are shown at most, 0 for all of them")
			}
			return p.reading(func(book *store.Book) error {
				found, trouble := book.Search(words, limit)
				if trouble != nil && found.Total == 0 {
					return trouble
				}
				list := p.listHits
				if asJSON {
					list = p.sayHitsJSON
				}
				if err := list(words, found); err != nil {
					return err
				}
				return trouble // what could be searched is shown all the same
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	cmd.Flags().IntVar(&limit, "limit", mostHits, "show at most `N` lines, the best of them; 0 shows all")
	return cmd
}

// mostHits is how many lines are shown unless told otherwise.
const mostHits = 100

// hitJSON is something found, as other programs read it.
type hitJSON struct {
	Meeting    model.ID          `json:"meeting"`
	Body       string            `json:"body"`
	Date       model.Date        `json:"date"`
	Minutes    model.State       `json:"minutes"`
	Kind       find.Kind         `json:"kind"`
	Item       model.ID          `json:"item,omitempty"`
	Entry      model.ID          `json:"entry,omitempty"`
	Under      string            `json:"under,omitempty"`
	Text       string            `json:"text"`
	Marked     [][2]int          `json:"marked"`
	Owners     []string          `json:"owners,omitempty"`
	State      model.ActionState `json:"state,omitempty"`
	Private    bool              `json:"private,omitempty"`
	Restricted bool              `json:"restricted,omitempty"`
}

func (p *program) sayHitsJSON(words string, found find.Result) error {
	list := make([]hitJSON, len(found.Hits))
	for i, h := range found.Hits {
		marked := make([][2]int, len(h.Marked))
		for n, s := range h.Marked {
			marked[n] = [2]int{s.From, s.To}
		}
		list[i] = hitJSON{h.Meeting, h.Body, h.Date, h.Minutes, h.Kind, h.Item, h.Entry, h.Under, h.Text, marked, h.Owners, h.State, h.Private, h.Restricted}
	}
	return p.sayJSON(struct {
		head
		Words    string    `json:"words"`
		Lines    int       `json:"lines"`
		Meetings int       `json:"meetings"`
		Hits     []hitJSON `json:"hits"`
	}{headOf("search"), words, found.Total, found.Meetings, list})
}

func (p *program) listHits(words string, found find.Result) error {
	if found.Total == 0 {
		return p.say("Nothing in the book has %q.", words)
	}
	t := table{columns: []column{{}, {most: rest}}}
	var meeting model.ID
	for _, h := range found.Hits {
		if h.Meeting != meeting {
			meeting = h.Meeting
			t.section(h.Date.Long() + ", " + h.Body)
		}
		t.add("-", marked(h.Text, h.Private, h.Restricted))
	}
	if err := t.write(p.out, width(p.out)); err != nil || found.Total == len(found.Hits) {
		return err
	}
	return p.say("These are the best %d of %s in %s; --limit 0 shows all.", len(found.Hits), count(found.Total, "line"), count(found.Meetings, "meeting"))
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
