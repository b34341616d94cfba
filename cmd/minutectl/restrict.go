package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"minutebook/model"
	"minutebook/store"
)

// restricting is what was asked of the restrict command.
type restricting struct {
	meeting, body, where string
	phrase               string
	why                  model.Restriction
	lift                 bool
}

func (p *program) restrictCommand() *cobra.Command {
	var x restricting
	cmd := &cobra.Command{
		Use:   "restrict MEETING WHERE",
		Short: "Leave a part of the minutes out of their public version",
		Long: `Leave an item, an entry, or words of one, out of the public minutes. WHERE is an
item's number ("3" or "128/17"), a paragraph's ("3.2"), "action 4", or words that
only one entry has. With --phrase only those words are left out, wherever they
stand in it. Approved minutes can be tightened so as well, and stay word for word
as they are; --lift is for minutes that are not approved yet.`,
		Example: `  minutectl restrict last 3 --reason "Staffing matter" --paragraph 1
  minutectl restrict 2026-03-17 3.2 --phrase "4,917,233" --reason "Commercially sensitive"
  minutectl restrict last "action 4" --lift`,
		Args:              takes(2, 2),
		ValidArgsFunction: p.completeMeeting(nil),
		RunE: func(_ *cobra.Command, args []string) error {
			x.meeting, x.where = args[0], args[1]
			x.why.Reason = strings.Join(strings.Fields(x.why.Reason), " ")
			switch {
			case x.lift && x.why != (model.Restriction{}):
				return usagef("--lift takes no reason; leave out --reason and --paragraph")
			case !x.lift && x.why.Reason == "":
				return usagef("say why with --reason, in a few words that may be public")
			}
			return p.writing(func(book *store.Book) error { return p.restrict(book, x) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&x.why.Reason, "reason", "", "why, in a few `WORDS` that the public minutes print")
	flags.StringVar(&x.why.Paragraph, "paragraph", "", "the `PARAGRAPH` of the law that allows it, as in 3")
	flags.StringVar(&x.phrase, "phrase", "", "only these `WORDS` of it")
	flags.BoolVar(&x.lift, "lift", false, "let it in again")
	p.bodyFlag(cmd, &x.body, "the `BODY`, where several met on the day")
	return cmd
}

func (p *program) restrict(book *store.Book, x restricting) error {
	m, err := p.wholeMeeting(book, x.meeting, x.body)
	if err != nil {
		return err
	}
	at, err := placeIn(m, x.where)
	if err != nil {
		return err
	}
	change := x.change(at)
	next, _, err := m.With(change)
	var invalid *model.Invalid
	switch {
	case errors.As(err, new(*model.Sealed)):
		return fmt.Errorf("the minutes of %s are approved: what the public may see of them can be tightened, not loosened", m.Date.Long())
	case errors.As(err, &invalid) && x.lift:
		return fmt.Errorf("%s has no such words that are restricted", at.name)
	case errors.As(err, &invalid):
		return fmt.Errorf("%s cannot be restricted so: the %s %s", at.name, invalid.Field, invalid.Why)
	case err != nil:
		return err
	}
	if err := book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: next}}}); err != nil {
		return err
	}
	return p.say("%s", x.said(at, m))
}

// change is what was asked for, of that part of the meeting.
func (x restricting) change(at partOf) model.Change {
	var why *model.Restriction
	if !x.lift {
		why = &x.why
	}
	switch {
	case x.phrase != "":
		return model.RestrictPhrase{ID: at.id, Words: x.phrase, Restriction: why}
	case at.entry:
		return model.RestrictEntry{ID: at.id, Restriction: why}
	}
	return model.RestrictItem{ID: at.id, Restriction: why}
}

// said says what was done.
func (x restricting) said(at partOf, m model.Meeting) string {
	what := at.name
	if x.phrase != "" {
		what = fmt.Sprintf("%q in %s", x.phrase, at.name)
	}
	if x.lift {
		return fmt.Sprintf("%s is in the public minutes of %s again.", capitalised(what), m.Date.Long())
	}
	return fmt.Sprintf("%s is left out of the public minutes of %s: %s.", capitalised(what), m.Date.Long(), x.why.Reason)
}

func capitalised(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// partOf is an item or an entry, with what it is called.
type partOf struct {
	id    model.ID
	entry bool
	name  string
}

// placeIn finds the part of a meeting that words name.
func placeIn(m model.Meeting, where string) (partOf, error) {
	where = strings.Join(strings.Fields(where), " ")
	all := numbered(m, where)
	if len(all) == 0 && strings.ContainsFunc(where, unicode.IsLetter) {
		all = saying(m, where)
	}
	switch len(all) {
	case 0:
		return partOf{}, fmt.Errorf("the meeting of %s has no part %q; name one as 3, 3.2, \"action 4\", or by words that only one entry has", m.Date.Long(), where)
	case 1:
		return all[0], nil
	}
	return partOf{}, usagef("%d parts of the meeting of %s are %q; name one by more of its words", len(all), m.Date.Long(), where)
}

// numbered are the parts that have that printed number.
func numbered(m model.Meeting, number string) []partOf {
	n := model.Number(m)
	var all []partOf
	for _, it := range m.Items {
		if !it.Opening() && strings.EqualFold(n.Items[it.ID], number) {
			all = append(all, partOf{it.ID, false, "item " + n.Items[it.ID]})
		}
		for _, e := range it.Entries {
			switch {
			case e.Kind == model.Action && (strings.EqualFold(fmt.Sprint("action ", e.Number), number) || strings.EqualFold("action "+n.Entries[e.ID], number)):
				all = append(all, partOf{e.ID, true, "action " + n.Entries[e.ID]})
			case e.Kind != model.Action && (n.Paragraphs[e.ID] == number || n.Entries[e.ID] == number) && number != "":
				all = append(all, partOf{e.ID, true, string(e.Kind) + " " + number})
			}
		}
	}
	return all
}

// saying are the entries that have the words, one after another.
func saying(m model.Meeting, typed string) []partOf {
	phrase := model.Phrase{Words: typed}
	var all []partOf
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind != model.Private && len(phrase.In(model.Plain(e.Text))) > 0 {
				all = append(all, partOf{e.ID, true, "the " + string(e.Kind) + " of item " + model.Number(m).Items[it.ID]})
			}
		}
	}
	return all
}
