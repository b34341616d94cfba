package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/quick"
	"minutebook/store"
)

// correcting is a correction that was asked for.
type correcting struct {
	meeting, body string
	where, text   string
	words, by, on string
	// strike takes the entry out, after adds another behind it, drop takes away
	// the correction of that place in the list.
	strike, after bool
	drop          int
}

func (p *program) correctCommand() *cobra.Command {
	var x correcting
	cmd := &cobra.Command{
		Use:   "correct MEETING [ENTRY [TEXT]]",
		Short: "Record a correction to circulated minutes, or list them",
		Long: `Record how something in circulated minutes should read. ENTRY is its printed number
(3.2, "action 4"), words that only one entry has, its id, or the name of somebody on
the attendance list, whose TEXT is NAME, POST or present, apologies or absent. What
was circulated stays as it was: the meeting that approves the minutes approves them
subject to the corrections, and then they read as corrected.

Without ENTRY the corrections are listed as that meeting will have them.`,
		Example: `  minutectl correct last 3.2 "The rent was 450 pounds."
  minutectl correct last 3.2 450 --words 400 --by "Cllr Voss"
  minutectl correct last "action 4" --strike
  minutectl correct last 3.2 "It rained." --after
  minutectl correct last --drop 2`,
		Args:              takes(1, 3),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(cmd *cobra.Command, args []string) error {
			args = append(args, "", "")
			x.meeting, x.where, x.text = args[0], args[1], args[2]
			if err := x.check(cmd.Flags().Changed("drop")); err != nil {
				return err
			}
			on := p.today()
			if x.on != "" {
				var err error
				if on, err = dateFlag("on", x.on); err != nil {
					return err
				}
			}
			return p.writing(func(book *store.Book) error { return p.correct(book, x, on) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.words, "words", "", "replace these `WORDS` of the entry by TEXT, and leave the rest")
	flags.BoolVar(&x.strike, "strike", false, "the entry should not be there at all")
	flags.BoolVar(&x.after, "after", false, "TEXT should be added behind the entry")
	flags.StringVar(&x.by, "by", "", "the `NAME` of who asked for it")
	flags.StringVar(&x.on, "on", "", "the `DATE` it was asked for (default today)")
	flags.IntVar(&x.drop, "drop", 0, "take away correction `NUMBER` of the list")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	return cmd
}

func (x correcting) check(drops bool) error {
	switch {
	case drops && (x.drop < 1 || x.where != ""):
		return usagef("--drop takes the number of a correction in the list, and nothing else")
	case x.where == "" && (x.strike || x.after || x.words != ""):
		return usagef("name the entry that is to be corrected, as 3.2 or \"action 4\"")
	case x.strike && (x.text != "" || x.after || x.words != ""):
		return usagef("--strike takes the entry out, and needs no text")
	case x.after && x.words != "":
		return usagef("--after adds an entry, and --words replaces words of one; use one of them")
	case x.where != "" && x.text == "" && !x.strike && x.words == "":
		return usagef("say how %s should read, or --strike it out", x.where)
	}
	return nil
}

func (p *program) correct(book *store.Book, x correcting, on model.Date) error {
	found, err := p.meeting(book, x.meeting, x.body)
	if err != nil {
		return err
	}
	m, err := book.Meeting(found.ID)
	if err != nil {
		return err
	}
	if x.where == "" && x.drop == 0 {
		return p.listCorrections(book, m)
	}
	var change model.Change
	if x.drop > len(m.Corrections) {
		return fmt.Errorf("the minutes of %s have %s", m.Date.Long(), count(len(m.Corrections), "correction"))
	} else if x.drop > 0 {
		change = model.Uncorrect{ID: m.Corrections[x.drop-1].ID}
	} else {
		c, err := p.correction(m, x)
		if err != nil {
			return err
		}
		c.ID, c.By, c.On, c.Made = p.newID(), x.by, on, p.stamp()
		change = model.Correct{Correction: c}
	}
	next, _, err := m.With(change)
	if err != nil {
		return uncorrected(m, err)
	}
	if err := book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: next}}}); err != nil {
		return err
	}
	if x.drop > 0 {
		return p.say("Took correction %d of the minutes of %s away.", x.drop, m.Date.Long())
	}
	style, err := styleFor(book, next)
	if err != nil {
		return err
	}
	list := style.Corrections(next)
	return p.say("Correction %d to the minutes of %s: %s", len(list), m.Date.Long(), model.Plain(list[len(list)-1].Text))
}

// uncorrected says why minutes take no correction.
func uncorrected(m model.Meeting, err error) error {
	if !m.State.Frozen() {
		return fmt.Errorf("the minutes of %s are not circulated yet: change the words themselves", m.Date.Long())
	}
	return err
}

// styleFor is the house style of a meeting, or the usual one.
func styleFor(book *store.Book, m model.Meeting) (minutes.Style, error) {
	styles, err := stylesOf(book)
	if err != nil {
		return minutes.Style{}, err
	}
	style, err := styles.Load(m.Style)
	if err != nil {
		style, err = styles.Load("")
	}
	return style, err
}

func (p *program) listCorrections(book *store.Book, m model.Meeting) error {
	style, err := styleFor(book, m)
	if err != nil {
		return err
	}
	list := style.Corrections(m)
	if len(list) == 0 {
		return p.say("The minutes of %s have no corrections.", m.Date.Long())
	}
	for i, e := range list {
		by := ""
		if c := m.Corrections[i]; c.By != "" {
			by = " (" + c.By + ")"
		}
		if err := p.say("%d. %s%s", i+1, model.Plain(e.Text), by); err != nil {
			return err
		}
	}
	return nil
}

// correction is what was asked for, of the minutes as corrected so far.
func (p *program) correction(m model.Meeting, x correcting) (model.Correction, error) {
	now := m.Corrected()
	if c, ok := ofAttendee(now, x); ok {
		return c, nil
	}
	id := model.ID(x.where)
	if _, _, known := now.Entry(id); !known {
		at, err := placeIn(now, x.where)
		if err != nil {
			return model.Correction{}, err
		}
		if !at.entry && !x.after {
			return model.Correction{}, fmt.Errorf("%s is an item, and what can be corrected are the entries in it; name one as 3.2 or \"action 4\"", at.name)
		}
		id = at.id
	}
	e, it, ok := now.Entry(id)
	switch {
	case x.after && !ok: // first in the item
		return p.added(now, x.text, id, "")
	case x.after:
		return p.added(now, x.text, it.ID, id)
	case x.strike:
		return model.Correction{Entry: &model.Entry{ID: id}, Struck: true}, nil
	}
	text := x.text
	if x.words != "" {
		if strings.Count(e.Text, x.words) != 1 {
			return model.Correction{}, fmt.Errorf("the words %q stand %d times in %s; name more of them, or write the whole text", x.words, strings.Count(e.Text, x.words), x.where)
		}
		text = strings.Replace(e.Text, x.words, x.text, 1)
	}
	if e.Text == "" {
		return model.Correction{}, fmt.Errorf("%s is worded by the house style; strike it out, and add another with --after", x.where)
	}
	now.State = model.Circulated
	e = quick.Reword(quick.Context{Meeting: now, NewID: p.newID}, e, text)
	return model.Correction{Entry: &e}, nil
}

// added is an entry to be added, read from a quick line.
func (p *program) added(m model.Meeting, line string, item, after model.ID) (model.Correction, error) {
	m.State = model.Circulated
	r, err := quick.Read(line, quick.Context{Meeting: m, Item: item, After: after, NewID: p.newID})
	if err != nil {
		return model.Correction{}, err
	}
	if r.Entry == nil || r.Item != item {
		return model.Correction{}, usagef("%q is no entry that could be added to the minutes", line)
	}
	return model.Correction{Entry: r.Entry, Item: item, After: after}, nil
}

// ofAttendee is a correction of somebody's listing. It says false where nobody
// is called so.
func ofAttendee(m model.Meeting, x correcting) (model.Correction, bool) {
	i := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return strings.EqualFold(a.Name, x.where) })
	if i < 0 || x.after {
		return model.Correction{}, false
	}
	a := m.Attendees[i]
	switch mark := model.Mark(strings.ToLower(x.text)); {
	case x.strike:
	case slices.Contains(model.Marks, mark):
		a.Mark = mark
	case x.words != "":
		a.Name, a.Post = strings.Replace(a.Name, x.words, x.text, 1), strings.Replace(a.Post, x.words, x.text, 1)
	default:
		name, post, said := strings.Cut(x.text, ",")
		a.Name = strings.TrimSpace(name)
		if said {
			a.Post = strings.TrimSpace(post)
		}
	}
	return model.Correction{Attendee: &a, Struck: x.strike}, true
}
