package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/spelling"
	"minutebook/model"
	"minutebook/store"
)

func (p *program) followUpCommand() *cobra.Command {
	var asJSON, spelt bool
	var body string
	cmd := &cobra.Command{
		Use:   "followup MEETING",
		Short: "List what is to be followed up in a meeting",
		Long: `List what is to be followed up in the minutes of a meeting: actions without owner
or due words, queries (??), dates that will not be clear later, items without
outcome, abbreviations nobody explains, people cited who were not there, words
that decide outside a decision, private notes left. Nothing is changed.`,
		Example:           "  minutectl followup last\n  minutectl followup 2026-03-17 --spelling\n  minutectl followup last --json",
		Args:              takes(1, 1),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.reading(func(book *store.Book) error {
				m, err := p.wholeMeeting(book, args[0], body)
				if err != nil {
					return err
				}
				known, err := p.known(book, m, spelt)
				if err != nil {
					return err
				}
				problems := model.Problems(m, known)
				if asJSON {
					return p.sayProblemsJSON(m, problems)
				}
				return p.listProblems(m, problems)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON for another program")
	cmd.Flags().BoolVar(&spelt, "spelling", false, "check spelling too, against the system's dictionary")
	p.bodyFlag(cmd, &body, "the `BODY`, where several met on the day")
	return cmd
}

// known is what the book knows besides a meeting, with its spelling if wanted.
func (p *program) known(book *store.Book, m model.Meeting, spelt bool) (*model.Known, error) {
	bodies, err := book.Bodies()
	if err != nil {
		return nil, err
	}
	people, err := book.People()
	if err != nil {
		return nil, err
	}
	clerk, err := book.Clerk()
	if err != nil {
		return nil, err
	}
	var right func(string) bool
	if spelt {
		language := model.SpellingLanguage(clerk, bodies, m.BodyID)
		if language == "" {
			return nil, fmt.Errorf("spelling is switched off in the book's settings; leave out --spelling, or switch it on")
		}
		dictionary, err := spelling.Open(language, spelling.Folders(p.env))
		if err != nil {
			return nil, err
		}
		vocabulary := model.VocabularyOf(m, bodies, people, clerk)
		right = func(word string) bool { return vocabulary.Has(word) || dictionary.Right(word) }
	}
	known := model.KnownOf(bodies, people, m.BodyID, clerk, right)
	meetings, err := book.Meetings()
	known.Beside(meetings)
	return known, err
}

// problemJSON is something to follow up, as other programs read it.
type problemJSON struct {
	Kind     model.ProblemKind `json:"kind"`
	Item     model.ID          `json:"item,omitempty"`
	Entry    model.ID          `json:"entry,omitempty"`
	Attendee model.ID          `json:"attendee,omitempty"`
	Number   int               `json:"number,omitempty"`
	Words    string            `json:"words"`
	Says     string            `json:"says"`
}

func (p *program) sayProblemsJSON(m model.Meeting, problems []model.Problem) error {
	list := make([]problemJSON, len(problems))
	for i, one := range problems {
		list[i] = problemJSON{one.Kind, one.Item, one.Entry, one.Attendee, one.Number, one.Words, problemWords(one)}
	}
	return p.sayJSON(struct {
		head
		Meeting  model.ID      `json:"meeting"`
		Body     string        `json:"body"`
		Date     model.Date    `json:"date"`
		Problems []problemJSON `json:"problems"`
	}{headOf("followup"), m.ID, m.Body, m.Date, list})
}

func (p *program) listProblems(m model.Meeting, problems []model.Problem) error {
	if len(problems) == 0 {
		return p.say("Nothing to follow up in the meeting of %s, %s.", m.Date.Long(), m.Body)
	}
	numbers := model.Number(m)
	t := table{columns: []column{{head: "ITEM"}, {"WHAT", rest}}}
	for _, one := range problems {
		t.add(numbers.Items[one.Item], problemWords(one))
	}
	if err := p.say("%s to follow up in the meeting of %s, %s.\n", count(len(problems), "thing"), m.Date.Long(), m.Body); err != nil {
		return err
	}
	return t.write(p.out, width(p.out))
}

// problemWords say what there is to follow up.
func problemWords(one model.Problem) string {
	words := strings.Join(strings.Fields(strings.ReplaceAll(model.Plain(one.Words), "??", "")), " ")
	format, ok := map[model.ProblemKind]string{
		model.NoOwner:       "action %[2]s has no owner: %[1]s",
		model.NoDue:         "action %[2]s has no due words: %[1]s",
		model.Query:         "query: %[1]s",
		model.RelativeDate:  "\"%[1]s\" will not be clear later",
		model.EmptyItem:     "nothing minuted: %[1]s",
		model.NoOutcome:     "no outcome: %[1]s",
		model.Undefined:     "%[1]s is not explained",
		model.TwiceDefined:  "%[1]s is explained in two ways",
		model.NotThere:      "%[1]s is cited but not present",
		model.AlreadyGone:   "%[1]s is cited after leaving",
		model.DecisionWords: "\"%[1]s\", but no decision",
		model.Misspelling:   "spelling: %[1]s",
		model.UnsurePerson:  "%[1]s is not known",
		model.UnsureEntry:   "read from a file, and perhaps more than a paragraph: %[1]s",
		model.PrivateNote:   "private note: %[1]s",
		model.StillOn:       "still restricting: %[1]s",
		model.NoReason:      "restricted without a reason: %[1]s",
		model.LostPhrase:    "\"%[1]s\" is to be left out but is not there, so all of it is",
		model.UsedTwice:     "numbers used twice: %[1]s",
	}[one.Kind]
	if !ok {
		return string(one.Kind)
	}
	if !strings.Contains(format, "%[2]s") {
		return fmt.Sprintf(format, words)
	}
	return fmt.Sprintf(format, words, one.Printed)
}
