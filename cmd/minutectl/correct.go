package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
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
	// out is the file for the table of changes, audience who it is for.
	out, audience string
	force         bool
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

Without ENTRY the corrections are listed as that meeting will have them; with -o the
table of changes is written to a file: .docx, .html, .txt or .md.`,
		Example: `  minutectl correct last 3.2 "The rent was 450 pounds."
  minutectl correct last 3.2 450 --words 400 --by "Cllr Voss"
  minutectl correct last "action 4" --strike
  minutectl correct last 3.2 "It rained." --after
  minutectl correct last --drop 2
  minutectl correct last -o changes.docx --audience public`,
		Args:              takes(1, 3),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(cmd *cobra.Command, args []string) error {
			args = append(args, "", "")
			x.meeting, x.where, x.text = args[0], args[1], args[2]
			if err := x.check(cmd.Flags().Changed("drop")); err != nil {
				return err
			}
			if x.out != "" {
				return p.changes(x)
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
	flags.StringVarP(&x.out, "output", "o", "", "write the table of changes to this `FILE`")
	p.audienceFlag(cmd, &x.audience, "who that file is for")
	flags.BoolVar(&x.force, "force", false, "replace the file though it was changed since it was written")
	flags.IntVar(&x.drop, "drop", 0, "take away correction `NUMBER` of the list")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	return cmd
}

// changes writes the table of what the corrections change.
func (p *program) changes(x correcting) error {
	audience, err := audienceOf(x.audience)
	if err != nil {
		return err
	}
	return p.filing(x.force, func(book *store.Book, f *filer) error {
		in, err := p.exportInput(book, exporting{meeting: x.meeting, body: x.body}, audience)
		if err != nil {
			return err
		}
		if len(in.Meeting.Corrections) == 0 {
			return fmt.Errorf("the minutes of %s have no corrections", in.Meeting.Date.Long())
		}
		if err := f.mayReplace(x.out); err != nil {
			return err
		}
		what := export.Comparison{Names: [2]string{"As circulated", "As corrected"}, Name: filepath.Base(x.out), List: true}
		what.Style, what.Audience = in.Style, in.Audience
		what.Earlier, what.Later = compare.Corrected(in.Meeting)
		data, err := export.Compare(extension(x.out), what)
		if err != nil {
			return fmt.Errorf("%s was not written: %w", x.out, err)
		}
		if err := f.write(x.out, data); err != nil {
			return err
		}
		return p.say("%s", x.out)
	})
}

// check finds what is wrong with the asking.
func (x correcting) check(drops bool) error {
	switch {
	case x.out != "" && (x.where != "" || drops):
		return usagef("-o writes the table of all corrections, and records none")
	case x.out != "" && !slices.Contains(export.ComparisonFormats(), extension(x.out)):
		return usagef("%s: %v", x.out, &export.NoComparison{Ext: extension(x.out)})
	case drops && (x.drop < 1 || x.where != ""):
		return usagef("--drop takes the number of a correction in the list, and nothing else")
	case x.where == "" && (x.strike || x.after || x.words != ""):
		return usagef("name the entry that is to be corrected, as 3.2 or \"action 4\"")
	case x.where == "":
		return nil
	}
	return x.checkText()
}

// checkText finds what is wrong with how the entry is to read.
func (x correcting) checkText() error {
	switch {
	case x.strike && (x.text != "" || x.after || x.words != ""):
		return usagef("--strike takes the entry out, and needs no text")
	case x.after && x.words != "":
		return usagef("--after adds an entry, and --words replaces words of one; use one of them")
	case x.text == "" && !x.strike && x.words == "":
		return usagef("say how %s should read, or --strike it out", x.where)
	}
	return nil
}

func (p *program) correct(book *store.Book, x correcting, on model.Date) error {
	m, err := p.wholeMeeting(book, x.meeting, x.body)
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

// correctionsOf words the corrections to minutes as their own house style does,
// since they name places by the numbers printed there.
func correctionsOf(book *store.Book) func(model.Meeting) []model.Entry {
	return func(m model.Meeting) []model.Entry {
		style, err := styleFor(book, m)
		if err != nil {
			return nil // they can be written by hand, where the book is read again
		}
		return style.Corrections(m)
	}
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
