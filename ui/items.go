package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
)

// itemCommands are what can be done with the item the clerk is at.
var itemCommands = []command{
	{"item", "This item: title, presenter, papers", "Item", nil, onMeeting, (*Window).askThisItem},
	{"outcome", "Outcome of the item", "Item", nil, onMeeting, (*Window).askOutcome},
	{"withdraw-item", "Withdraw the item", "Item", nil, onMeeting, inMeeting((*meetingScreen).withdrawItem)},
	{"item-up", "Move the item up the agenda", "Item", nil, onMeeting, inMeeting(func(s *meetingScreen) { s.moveItem(-1) })},
	{"item-down", "Move the item down the agenda", "Item", nil, onMeeting, inMeeting(func(s *meetingScreen) { s.moveItem(1) })},
	{"delete-item", "Delete the item", "Item", nil, onMeeting, inMeeting((*meetingScreen).deleteItem)},
}

// itemHere is the item of the agenda that the clerk is at. Where there is none
// the clerk is told.
func (s *meetingScreen) itemHere() (model.Item, bool) {
	it, ok := s.work.meeting().Item(s.work.item)
	switch {
	case !ok:
		s.w.say(tr("There is no item yet: type a hash sign, a space and a title"))
	case it.Opening():
		s.w.say(tr("This is what came before the agenda, and no item of it. Ctrl+PgDn goes to the first"))
	default:
		return it, true
	}
	return it, false
}

// changeItem makes a change of the item and says what it was.
func (s *meetingScreen) changeItem(c model.Change, said string) {
	if s.change(s.work.session.Do(c)) {
		s.w.say(trf("%s. Ctrl+Z takes it back", said))
	}
}

func (s *meetingScreen) withdrawItem() {
	it, ok := s.itemHere()
	switch {
	case !ok:
	case it.Outcome == withdrawn:
		s.w.say(trf("%s is withdrawn already", shortWords(it.Title)))
	default:
		s.changeItem(model.SetItem{ID: it.ID, Fact: model.ItemOutcome, Value: withdrawn}, trf("%s is withdrawn; its place and number stay", shortWords(it.Title)))
	}
}

// withdrawn is the outcome of an item that was not taken after all.
const withdrawn = "withdrawn"

// moveItem gives the item the place n further on in the agenda.
func (s *meetingScreen) moveItem(n int) {
	it, ok := s.itemHere()
	if !ok {
		return
	}
	after, ok := placeFor(s.work.meeting(), it.ID, n)
	if !ok {
		s.w.say(trf("%s stands at that end of the agenda already", shortWords(it.Title)))
		return
	}
	if s.change(s.work.session.Do(model.MoveItem{ID: it.ID, After: after})) {
		s.w.say(trf("%s is item %s now; Ctrl+Z takes it back", shortWords(it.Title), model.Number(s.work.meeting()).Items[it.ID]))
	}
}

// placeFor is what an item follows that is to stand n places further on. It
// says false where it would stand beyond an end of the agenda.
func placeFor(m model.Meeting, item model.ID, n int) (after model.ID, ok bool) {
	agenda := m.Items
	if len(agenda) > 0 && agenda[0].Opening() {
		after, agenda = agenda[0].ID, agenda[1:]
	}
	i := slices.IndexFunc(agenda, func(it model.Item) bool { return it.ID == item })
	to := i + n
	if i < 0 || to < 0 || to >= len(agenda) {
		return "", false
	}
	rest := slices.Delete(slices.Clone(agenda), i, i+1)
	if to > 0 {
		after = rest[to-1].ID
	}
	return after, true
}

// deleteItem takes the item away with all its entries, at once, and says how
// to bring it back. Words left unfinished there go along to the item beside it.
func (s *meetingScreen) deleteItem() {
	it, ok := s.itemHere()
	if !ok {
		return
	}
	if n := s.marked(it); n > 0 {
		s.refuse(trf("Action %s of this item was marked in the register since, so the item stays. Withdraw the action, or the item.",
			model.Number(s.work.meeting()).Entries[it.Entries[n-1].ID]))
		return
	}
	next, c := s.neighbour(it.ID), s.panel.composer
	if e, _, ok := s.work.meeting().Entry(s.work.editing); ok && c.Text() == s.work.lineOf(e) {
		c.Set("", 0) // the words of the entry, and not the clerk's
	}
	words := s.words()
	if err := s.work.session.Do(model.DeleteItem{ID: it.ID}); err != nil {
		s.change(err)
		return
	}
	s.work.item = next
	s.adopt()
	s.change(nil)
	with := ""
	if n := len(it.Entries); n > 0 {
		with = trf(" with %s", plural(n, "entry", "entries"))
	}
	if words.Text != "" {
		s.carried = it.ID
		with += tr(", and what you were writing is still in the composer")
	}
	s.w.say(trf("%s deleted%s; Ctrl+Z brings it back", shortWords(it.Title), with))
	s.focus()
}

// marked is the place, from 1, of an action of the item of which the ledger
// says something; 0 for none.
func (s *meetingScreen) marked(it model.Item) int {
	return 1 + slices.IndexFunc(it.Entries, func(e model.Entry) bool {
		return slices.ContainsFunc(s.ledger, func(event model.Event) bool { return event.Action == e.ID })
	})
}

// neighbour is the item that follows another, or else stands before it; "" for
// none.
func (s *meetingScreen) neighbour(id model.ID) model.ID { return neighbour(s.work.meeting(), id) }

func neighbour(m model.Meeting, id model.ID) model.ID {
	i := slices.IndexFunc(m.Items, func(it model.Item) bool { return it.ID == id })
	switch {
	case i >= 0 && i+1 < len(m.Items):
		return m.Items[i+1].ID
	case i > 0:
		return m.Items[i-1].ID
	}
	return ""
}

// itemMenu is what can be done with an item by mouse, which is gone to first;
// each line is a command.
func (s *meetingScreen) itemMenu(id model.ID, at fyne.Position) {
	it, ok := s.work.meeting().Item(id)
	if !ok || it.Opening() {
		return
	}
	s.goTo(id)
	menu := fyne.NewMenu("")
	for _, id := range []string{"item", "outcome", "withdraw-item", "item-up", "item-down", "extract", "delete-item"} {
		c := s.w.command(id)
		menu.Items = append(menu.Items, fyne.NewMenuItem(tr(c.title), func() { s.w.do(c) }))
	}
	fynewidget.ShowPopUpMenuAtPosition(menu, s.w.window.Canvas(), at)
}

// askOutcome offers the outcomes; other words are an outcome too.
func (w *Window) askOutcome() {
	s := w.meeting
	it, ok := s.itemHere()
	if !ok {
		return
	}
	set := func(outcome string) func() {
		return func() { s.setOutcome(it.ID, outcome) }
	}
	c := &chooser{w: w}
	for _, o := range model.Outcomes {
		one := choice{words: capital(o), run: set(o)}
		if o == it.Outcome {
			one.after = tr("as it is")
		}
		c.all = append(c.all, one)
	}
	c.all = append(c.all, choice{words: tr("Referred to …"), why: tr("Type to whom as well, as in: referred to Finance")}, choice{words: tr("None"), run: set("")})
	c.free = func(typed string) []choice {
		outcome := outcomeOf(typed)
		if outcome == "" || slices.Contains(model.Outcomes, outcome) {
			return nil
		}
		return []choice{{words: capital(outcome), after: tr("in these words"), run: set(outcome)}}
	}
	about := tr("Noted, agreed, referred to Finance …")
	if it.Outcome != "" {
		about = trf("Now: %s", it.Outcome)
	}
	c.open(trf("Outcome of %s", shortWords(it.Title)), about, 8)
}

func (s *meetingScreen) setOutcome(item model.ID, outcome string) {
	it, _ := s.work.meeting().Item(item)
	if it.Outcome == outcome {
		return
	}
	said := trf("%s is %s", shortWords(it.Title), outcome)
	if outcome == "" {
		said = trf("%s has no outcome", shortWords(it.Title))
	}
	s.changeItem(model.SetItem{ID: item, Fact: model.ItemOutcome, Value: outcome}, said)
}

const referredTo = "referred to "

// outcomeOf is the outcome that a clerk means by some words: one of the usual
// ones in small letters, a referral, which may be shortened, or the words as
// they are.
func outcomeOf(typed string) string {
	typed = tidy(typed)
	low := strings.ToLower(typed)
	if low == "none" {
		return ""
	}
	if slices.Contains(model.Outcomes, low) {
		return low
	}
	first, rest, _ := strings.Cut(typed, " ")
	if first = strings.ToLower(first); len(first) >= 3 && strings.HasPrefix("referred", first) {
		if strings.HasPrefix(strings.ToLower(rest), "to ") {
			rest = rest[len("to "):]
		}
		if rest = tidy(rest); rest != "" && !strings.EqualFold(rest, "to") {
			return referredTo + rest
		}
		return ""
	}
	return typed
}
