package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/roster"
	"minutebook/store"
)

// rostering is what was asked of a roster.
type rostering struct {
	body     string
	on, from model.Date
	all      bool
	whole    bool
	dryRun   bool
	create   bool
	doubtful bool
}

func (p *program) rosterCommand() *cobra.Command {
	var x rostering
	var on, from string
	cmd := &cobra.Command{
		Use:   "roster BODY [FILE|-]",
		Short: "List who sits on a body, or take a list of people over",
		Long: `List who sits on a body today, or take over the people of FILE: what was copied
from a spreadsheet (its first row may name the columns), from a mail program
("Name <a@b>; Name <c@d>") or from a document ("Name, Post" under headings).

Each line says what becomes of one person, and what was guessed. Somebody on
the list already keeps what the list does not say. Meetings that are in the
book stay as they are.`,
		Example: "  minutectl roster \"Harbour Board\"\n  minutectl roster harbour people.txt --dry-run\n  minutectl roster harbour people.txt --from \"1 May 2027\" --whole",
		Args:    takes(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			x.body, x.on = args[0], p.today()
			if err := datesOf([]dayFlag{{"on", on, &x.on}, {"from", from, &x.from}}); err != nil {
				return err
			}
			if len(args) == 1 {
				return p.reading(func(book *store.Book) error { return p.listRoster(book, x) })
			}
			name, text, err := p.readScript(args[1:])
			if err != nil {
				return err
			}
			work := func(book *store.Book) error { return p.pasteRoster(book, x, name, string(text)) }
			if x.dryRun {
				return p.reading(work)
			}
			return p.writing(work)
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "list who sits on that `DATE` (default today)")
	cmd.Flags().BoolVar(&x.all, "all", false, "list seats that ended or begin later, too")
	cmd.Flags().StringVar(&from, "from", "", "what FILE says holds from that `DATE` on: new seats begin and posts change then")
	cmd.Flags().BoolVar(&x.whole, "whole", false, "FILE is the whole roster: end the seats of whoever is not in it")
	cmd.Flags().BoolVar(&x.doubtful, "doubtful", false, "take over also what is hardly a name")
	cmd.Flags().BoolVar(&x.dryRun, "dry-run", false, "say what would be done, and keep nothing")
	cmd.Flags().BoolVar(&x.create, "new", false, "make the body where there is none of that name")
	return cmd
}

func (p *program) listRoster(book *store.Book, x rostering) error {
	b, people, err := bodyAndPeople(book, x.body)
	if err != nil {
		return err
	}
	mail := map[model.ID]string{}
	for _, who := range people {
		mail[who.ID] = who.Mail
	}
	t := table{columns: []column{{head: "NAME"}, {"POST", rest}, {"GROUP", 24}, {"CAPACITY", 10}, {"FROM", 10}, {"UNTIL", 10}, {"MAIL", 30}}}
	for _, s := range b.Seats {
		if x.all || s.On(x.on) {
			t.add(s.Name, postWords(s), s.Group, string(s.Capacity), string(s.From), string(s.To), mail[s.Person])
		}
	}
	if len(t.rows) == 0 {
		return p.say("Nobody sits on %s on %s.", b.Name, x.on.Long())
	}
	return t.write(p.out, width(p.out))
}

// postWords is the post of a seat in a list.
func postWords(s model.Seat) string {
	if s.Acting {
		return strings.TrimSpace(s.Post + " (acting)")
	}
	return s.Post
}

func bodyAndPeople(book *store.Book, words string) (model.Body, []model.Person, error) {
	bodies, err := book.Bodies()
	if err != nil {
		return model.Body{}, nil, err
	}
	people, err := book.People()
	if err != nil {
		return model.Body{}, nil, err
	}
	b, err := which.Body(bodies, words)
	return b, people, err
}

func (p *program) pasteRoster(book *store.Book, x rostering, name, text string) error {
	b, people, err := bodyAndPeople(book, x.body)
	if err != nil && x.create {
		b, err = model.Body{ID: p.newID(), Name: strings.Join(strings.Fields(x.body), " ")}, nil
	}
	switch {
	case err != nil:
		return err
	case b.Away != nil:
		return fmt.Errorf("%s is handed over to %s, so its roster stays as it is until it is taken back", b.Name, b.Away.To)
	}
	var lines, left []roster.Line
	for _, l := range roster.Read(text) {
		if l.Doubtful && !x.doubtful {
			left = append(left, l)
			continue
		}
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		return fmt.Errorf("%s: there is nobody in it", name)
	}
	steps := roster.Plan(b, people, lines, roster.Options{From: x.from, Whole: x.whole, Today: p.today()}, p.newID)
	if err := p.saySteps(steps, left); err != nil {
		return err
	}
	next, saves := roster.Apply(b, steps)
	sum := roster.Sum(steps)
	switch {
	case sum.Nothing():
		return p.say("The roster has all of this already; nothing was kept.")
	case x.dryRun:
		return p.say("%s. Nothing was kept.", sumWords(sum))
	}
	next.Rev = b.Rev + 1
	if err := book.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: b.Rev, Value: next}}, People: saves}); err != nil {
		return err
	}
	return p.say("%s: %s.", b.Name, sumWords(sum))
}

// sumWords are how many people something happens to.
func sumWords(s roster.Totals) string {
	var parts []string
	for _, one := range []struct {
		n    int
		what string
	}{{s.Added, "added"}, {s.Changed, "changed"}, {s.Ended, "ended"}, {s.Kept, "as they were"}} {
		if one.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", one.n, one.what))
		}
	}
	return strings.Join(parts, ", ")
}

// doingWords are what is done, in the order of roster.Doing.
var doingWords = map[roster.Doing]string{roster.Add: "add", roster.Change: "change", roster.Keep: "as it is", roster.End: "end"}

// saySteps lists what becomes of everybody, and what was passed over.
func (p *program) saySteps(steps []roster.Step, left []roster.Line) error {
	t := table{columns: []column{{head: ""}, {"NAME", 32}, {"POST, GROUP AND DATES", rest}}}
	for _, s := range steps {
		facts := []string{postWords(s.Seat), s.Seat.Group, string(s.Seat.Capacity)}
		if s.Seat.From != "" {
			facts = append(facts, "from "+string(s.Seat.From))
		}
		if s.Seat.To != "" {
			facts = append(facts, "until "+string(s.Seat.To))
		}
		if s.NewMail {
			facts = append(facts, s.Person.Mail)
		}
		if s.Was != nil && s.Do == roster.Change && postWords(*s.Was) != postWords(s.Seat) {
			facts = append(facts, "was "+strings.TrimSpace("“"+postWords(*s.Was)+"”"))
		}
		facts = append(facts, questions(s.Unsure)...)
		t.add(doingWords[s.Do], s.Seat.Name, strings.Join(said(facts), ", "))
	}
	for _, l := range left {
		t.add("left out", l.Name, strings.Join(questions(l.Unsure), ", "))
	}
	return t.write(p.out, width(p.out))
}

func said(words []string) []string {
	var some []string
	for _, w := range words {
		if w != "" {
			some = append(some, w)
		}
	}
	return some
}

// questions are guesses as a list shows them.
func questions(unsure []roster.Guess) []string {
	var all []string
	for _, u := range unsure {
		all = append(all, "? "+u.String())
	}
	return all
}
