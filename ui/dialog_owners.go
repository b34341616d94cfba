package ui

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// ownersDialog puts owners, due and forum beside an action. Its words stay as
// they were typed.
type ownersDialog struct {
	*form
	s      *meetingScreen
	action model.Entry
	// inLine says that the action is the line in the composer.
	inLine             bool
	owners, due, forum *widget.Field
	says               *widget.Para
}

// askOwners asks for owners and due of the action in the composer, or else of
// the one that is chosen.
func (s *meetingScreen) askOwners() {
	action, inLine, ok := s.actionAtHand()
	if !ok {
		s.panel.refuse(tr("Type an action, or choose one with Ctrl+Up, and ask again."))
		return
	}
	d := &ownersDialog{s: s, action: action, inLine: inLine, says: widget.NewPara(widget.Block{Style: widget.Message})}
	facts := model.ActionFacts{}
	if action.Action != nil {
		facts = *action.Action
	}
	d.owners = d.field(tr("Owners, with commas between them"), "Jane Smith, Treasurer", strings.Join(facts.Owners, ", "))
	d.due = d.field(tr("Due"), "by 27 June; next meeting; before the elections", facts.Due.Words)
	d.forum = d.field(tr("To be reported to"), tr("Audit Panel"), facts.Forum)
	d.form = newForm(caption(model.Plain(action.Text)), d.owners, d.due, d.forum, d.says)
	d.follow(d.owners, d.due, d.forum)
	d.fill()
	d.show(s.w, tr("Owner and due"), widget.Choice{Words: tr("Keep"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// actionAtHand is the action in the composer, typed or edited, or else the one
// that is chosen.
func (s *meetingScreen) actionAtHand() (e model.Entry, inLine, ok bool) {
	text := s.panel.composer.Text()
	if r, err := s.work.read(text); err == nil && r.Entry != nil && r.Entry.Kind == model.Action {
		return *r.Entry, true, true
	}
	e, _, ok = s.work.meeting().Entry(s.work.selected)
	return e, false, ok && e.Kind == model.Action && s.work.editing == ""
}

func (d *ownersDialog) field(label, placeholder, was string) *widget.Field {
	f := widget.NewField(label, placeholder)
	f.Set(was, len([]rune(was)))
	f.OnChanged = func(string, int) {
		d.calm()
		d.fill()
	}
	return f
}

// facts are what the fields say.
func (d *ownersDialog) facts() model.ActionFacts {
	var facts model.ActionFacts
	if d.action.Action != nil {
		facts = *d.action.Action
	}
	facts.Owners = d.s.ownersNamed(d.owners.Text())
	if words := tidy(d.due.Text()); words != facts.Due.Words {
		facts.Due = quick.ParseDue(words, d.s.work.meeting().Date)
	}
	facts.Forum = tidy(d.forum.Text())
	return facts
}

// ownersNamed are the owners that a list of names means: somebody by full name
// where the meeting or the book knows who is meant, otherwise as said.
func (s *meetingScreen) ownersNamed(list string) []string {
	var owners []string
	for _, name := range strings.Split(list, ",") {
		if name = tidy(name); name == "" {
			continue
		}
		name = s.ownerNamed(name)
		if !slices.Contains(owners, name) {
			owners = append(owners, name)
		}
	}
	return owners
}

// ownerNamed is the owner that a name means, whatever its case; the name itself
// where nobody or several fit.
func (s *meetingScreen) ownerNamed(name string) string {
	c := s.work.context()
	c.Kind = model.Action
	for _, said := range []string{name, capital(name), strings.ToUpper(name)} {
		if r, err := quick.Read(said+" to act", c); err == nil && r.Entry != nil && len(r.Entry.Action.Owners) == 1 {
			return r.Entry.Action.Owners[0]
		}
	}
	return name
}

// fill reads back what the fields say, with weekday and full date.
func (d *ownersDialog) fill() {
	facts := d.facts()
	parts := says(tr("Owner"), strings.Join(facts.Owners, ", "))
	if len(parts) == 0 {
		parts = []string{tr("No owner")}
	}
	switch {
	case facts.Due.Date != "":
		parts = append(parts, says(tr("Due"), facts.Due.Date.Full())...)
	case facts.Due.Words != "":
		parts = append(parts, trf("Due %s, with no date in these words", bold(facts.Due.Words)))
	default:
		parts = append(parts, tr("No due date"))
	}
	parts = append(parts, says(tr("Report to"), facts.Forum)...)
	d.says.Set(widget.Block{Style: widget.Message, Text: strings.Join(parts, "   ")})
	d.laid()
}

// keep puts the facts beside the action's words.
func (d *ownersDialog) keep() bool {
	e := d.action
	facts := d.facts()
	e.Action = &facts
	s := d.s
	if d.inLine {
		line := s.work.lineOf(e)
		s.work.kind = ""
		s.panel.composer.Replace(0, len([]rune(s.panel.composer.Text())), line)
		return true
	}
	if err := s.work.session.Do(model.SetEntry{Entry: e}); err != nil {
		return d.refuse(d.owners, sentence(capital(reason(err))))
	}
	s.leaving = false
	s.fill()
	return true
}
