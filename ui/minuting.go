package ui

import (
	"errors"
	"slices"

	"minutebook/model"
	"minutebook/model/quick"
)

// minuting is the state of writing one meeting, apart from how it looks: the
// session, where in the running order the clerk is, and which words are
// unfinished. Every method leaves the words of the composer alone unless it
// says otherwise.
type minuting struct {
	session *recording
	out     *Outside
	// names are those that owners may be read from besides the attendees.
	names []string
	// item is where the clerk is; selected the entry chosen, if any; editing
	// the entry whose words are in the composer.
	item, selected, editing model.ID
	// kind is the one chosen by key for the words in the composer.
	kind model.EntryKind
	// known says whether an earlier action that a line names is there; nil
	// takes any.
	known func(action string) error
	// parked are words left unfinished, by item.
	parked map[model.ID]string
}

func newMinuting(m model.Meeting, out *Outside, names []string, keep func(model.Meeting)) *minuting {
	w := &minuting{session: newRecording(m, out, keep), out: out, names: names, parked: map[model.ID]string{}}
	if n := len(m.Items); n > 0 {
		w.item = m.Items[n-1].ID
	}
	return w
}

// goToBeginning goes to the first item of a meeting that has not begun.
func (w *minuting) goToBeginning() {
	if m := w.meeting(); m.State == model.Planned && len(m.Items) > 0 {
		w.item = m.Items[0].ID
	}
}

// meeting is what the clerk works on: the meeting as corrected.
func (w *minuting) meeting() model.Meeting { return w.session.Corrected() }

// kept is the meeting with its corrections beside it, as the book has it and as
// it leaves the office.
func (w *minuting) kept() model.Meeting { return w.session.Meeting() }

// fixed says whether the minutes are approved and take no corrections either.
func (w *minuting) fixed() bool {
	return w.kept().State == model.Approved && !w.session.correcting()
}

func (w *minuting) context() quick.Context {
	now := w.out.Now()
	clock, err := model.NewClock(now.Hour(), now.Minute())
	if err != nil {
		clock = ""
	}
	after := model.Last
	if w.selected != "" && w.editing == "" {
		after = w.selected
	}
	return quick.Context{Meeting: w.meeting(), Item: w.item, After: after, Names: w.names, Kind: w.kind,
		Now: clock, Made: model.Stamp(now), NewID: w.out.NewID}
}

// read says what a line would do. Its error is a *quick.LineError.
func (w *minuting) read(line string) (quick.Reading, error) { return quick.Read(line, w.context()) }

var errCommandWhileEditing = errors.New("this is a command, and an entry is being edited: press Esc to leave the entry as it was")

// enter does what the line says. While an entry is edited the line replaces
// it; with an entry selected a new one follows it and is selected in turn.
func (w *minuting) enter(line string) (quick.Reading, error) {
	r, err := w.read(line)
	if err != nil {
		return r, err
	}
	if r.Entry != nil && r.Entry.Done != nil && w.known != nil {
		if err := w.known(r.Entry.Done.Action); err != nil {
			return r, &quick.LineError{What: err.Error()}
		}
	}
	if w.editing != "" {
		return r, w.replace(r)
	}
	if len(r.Changes) > 0 {
		if err := w.session.Do(r.Changes); err != nil {
			return r, err
		}
	}
	w.item, w.kind = r.Item, ""
	if w.selected != "" {
		w.selected = ""
		if r.Entry != nil && r.Kind != "" {
			w.selected = r.Entry.ID
		}
	}
	return r, nil
}

func (w *minuting) replace(r quick.Reading) error {
	changes, err := w.replacing(r)
	if err != nil {
		return err
	}
	if err := w.session.Do(changes); err != nil {
		return err
	}
	w.selected, w.editing, w.kind = w.editing, "", ""
	return nil
}

// replacing are the changes that put what a line says in the place of the entry
// that is edited.
func (w *minuting) replacing(r quick.Reading) (model.Many, error) {
	if r.Entry == nil {
		return nil, errCommandWhileEditing
	}
	old, _, ok := w.meeting().Entry(w.editing)
	if !ok {
		return nil, &model.Missing{What: "entry", ID: w.editing}
	}
	e := *r.Entry
	e.ID, e.Made, e.Withheld = old.ID, old.Made, append(slices.Clone(old.Withheld), e.Withheld...)
	if old.Restricted != nil || w.meeting().Restricting != nil { // which restricts what is changed
		e.Restricted = old.Restricted
	}
	if e.Kind == model.Action && old.Kind == model.Action {
		e.Number = old.Number
	}
	return append(people(r.Changes), model.SetEntry{Entry: e}), nil
}

// people are those of the changes that list somebody whom a line names and
// nobody had listed.
func people(changes model.Many) (all model.Many) {
	for _, c := range changes {
		switch c.(type) {
		case model.AddAttendee, model.SetAttendee:
			all = append(all, c)
		}
	}
	return all
}

// keepPrivate keeps a line that could not be read as a private note, word for
// word, to be followed up.
func (w *minuting) keepPrivate(line string) error {
	c := w.context()
	note := model.Entry{ID: c.NewID(), Kind: model.Private, Text: line, Made: c.Made}
	w.kind, w.editing = "", ""
	item := w.item
	if item != "" {
		return w.session.Do(model.AddEntry{Item: item, After: c.After, Entry: note})
	}
	opening := model.Item{ID: c.NewID()}
	w.item = opening.ID
	return w.session.Do(model.Many{model.AddItem{Item: opening, After: ""}, model.AddEntry{Item: opening.ID, After: model.Last, Entry: note}})
}

// entries are those of the item the clerk is at.
func (w *minuting) entries() []model.Entry {
	it, _ := w.meeting().Item(w.item)
	return it.Entries
}

// selectBy moves the selection n entries down, or up where n is negative. Past
// the last entry nothing is selected; nothing selected counts as past the end.
func (w *minuting) selectBy(n int) {
	entries := w.entries()
	at := len(entries)
	for i, e := range entries {
		if e.ID == w.selected {
			at = i
		}
	}
	at = max(at+n, 0)
	w.selected = ""
	if at < len(entries) {
		w.selected = entries[at].ID
	}
}

// edit begins to edit the selected entry, or else the item's last, and gives
// its quick line for the composer.
func (w *minuting) edit() (line string, ok bool) {
	if w.selected == "" {
		w.selectBy(-1)
	}
	e, _, ok := w.meeting().Entry(w.selected)
	if !ok {
		return "", false
	}
	w.editing, w.kind = e.ID, ""
	return w.lineOf(e), true
}

// lineOf is an entry as its quick line, for editing it.
func (w *minuting) lineOf(e model.Entry) string { return quick.PrintEntry(w.context(), e) }

// stopEditing leaves the entry as it was.
func (w *minuting) stopEditing() { w.editing, w.kind = "", "" }

// setKind makes the selected entry that kind with the same words. With none
// selected it is the kind of the words in the composer; asked for twice the
// words say it again.
func (w *minuting) setKind(kind model.EntryKind) error {
	e, _, ok := w.meeting().Entry(w.selected)
	if !ok || w.editing != "" {
		if w.kind == kind {
			kind = ""
		}
		w.kind = kind
		return nil
	}
	if e.Text == "" {
		return errWordedByStyle
	}
	if e.Kind == kind {
		return nil
	}
	return w.session.Do(model.SetEntry{Entry: w.asKind(e, kind)})
}

// asKind is an entry as one of another kind: its words are as they were, its
// facts those that the words say of that kind.
func (w *minuting) asKind(e model.Entry, kind model.EntryKind) model.Entry {
	now := model.Entry{Kind: kind, Text: e.Text}
	c := w.context()
	c.Kind, c.Pasted = kind, true
	for _, line := range []string{e.Text, `\` + e.Text} {
		if r, err := quick.Read(line, c); err == nil && r.Entry != nil && r.Entry.Kind == kind && r.Entry.Text == e.Text {
			now = *r.Entry
			break
		}
	}
	if e.Resolution != nil && (kind == model.Decision || kind == model.Motion) {
		now.Resolution = e.Resolution
	}
	now.ID, now.Made, now.Restricted, now.Withheld, now.At, now.Number = e.ID, e.Made, e.Restricted, e.Withheld, e.At, 0
	return now
}

// move gives the selected entry the place n up or down. Past the first of its
// item it becomes the last of the item before, and past the last the first of
// the next: the clerk goes along. It says at which item it then is.
func (w *minuting) move(n int) (model.ID, error) {
	entries := w.entries()
	at := slices.IndexFunc(entries, func(e model.Entry) bool { return e.ID == w.selected })
	if at < 0 {
		return w.item, nil
	}
	e := entries[at]
	switch to := at + n; {
	case to < 0 || to >= len(entries):
		return w.moveOut(e, n)
	case to == 0:
		return w.item, w.session.Do(model.MoveEntry{ID: e.ID, Item: w.item, After: ""})
	case n > 0:
		return w.item, w.session.Do(model.MoveEntry{ID: e.ID, Item: w.item, After: entries[to].ID})
	default:
		return w.item, w.session.Do(model.MoveEntry{ID: e.ID, Item: w.item, After: entries[to-1].ID})
	}
}

// moveOut moves an entry into the item before or after its own. What was left
// out of public minutes with its item stays out of them.
func (w *minuting) moveOut(e model.Entry, n int) (model.ID, error) {
	to, ok := w.beside(n)
	if !ok || w.editing != "" { // its words in the composer would be left behind
		return w.item, nil
	}
	after := model.ID("")
	if n < 0 {
		after = model.Last
	}
	var all model.Many
	from, _ := w.meeting().Item(w.item)
	if target, _ := w.meeting().Item(to); from.Restricted != nil && target.Restricted == nil && e.Restricted == nil && e.Kind != model.Private {
		all = append(all, model.RestrictEntry{ID: e.ID, Restriction: from.Restricted})
	}
	if err := w.session.Do(append(all, model.MoveEntry{ID: e.ID, Item: to, After: after})); err != nil {
		return w.item, err
	}
	return to, nil
}

// remove deletes the selected entry; keep leaves an action's number as a
// tombstone. The entry below it is selected.
func (w *minuting) remove(keep func(model.Entry) bool) (model.Entry, error) {
	e, _, ok := w.meeting().Entry(w.selected)
	if !ok {
		return e, errNothingSelected
	}
	entries := w.entries()
	next := model.ID("")
	for i := range entries[:max(len(entries)-1, 0)] {
		if entries[i].ID == e.ID {
			next = entries[i+1].ID
		}
	}
	if err := w.session.Do(model.DeleteEntry{ID: e.ID, Keep: keep(e)}); err != nil {
		return e, err
	}
	if w.editing == e.ID {
		w.editing = ""
	}
	w.selected = next
	return e, nil
}

var errWordedByStyle = errors.New("this entry is worded from what was recorded; delete it and type it anew")

var errNothingSelected = errors.New("choose an entry first with Ctrl+Up")

// restrict turns the selected entry's restriction on or off, or, with none
// selected, that of everything entered from now on.
func (w *minuting) restrict(why model.Restriction) error {
	e, _, ok := w.meeting().Entry(w.selected)
	switch {
	case ok && e.Restricted != nil:
		return w.session.Do(model.RestrictEntry{ID: e.ID})
	case ok:
		return w.session.Do(model.RestrictEntry{ID: e.ID, Restriction: &why})
	case w.meeting().Restricting != nil:
		return w.session.Do(model.SetRestricting{})
	}
	return w.session.Do(model.SetRestricting{Restriction: &why})
}

// goTo goes to an item, parks the words in the composer where the clerk was,
// and gives the words parked there.
func (w *minuting) goTo(item model.ID, words string) (parked string) {
	if item == w.item {
		return words
	}
	w.park(words)
	w.item, w.selected, w.editing = item, "", ""
	words = w.parked[item]
	delete(w.parked, item)
	return words
}

// park remembers the words in the composer at the item the clerk is at. An
// entry that is being edited but still reads as it did leaves none.
func (w *minuting) park(words string) {
	delete(w.parked, w.item)
	if e, _, ok := w.meeting().Entry(w.editing); ok && words == w.lineOf(e) {
		return
	}
	if words != "" {
		w.parked[w.item] = words
	}
}

// beside is the item n places on from where the clerk is, if there is one.
func (w *minuting) beside(n int) (model.ID, bool) {
	items := w.meeting().Items
	for i, it := range items {
		if it.ID == w.item && i+n >= 0 && i+n < len(items) {
			return items[i+n].ID, true
		}
	}
	return "", false
}

// settle puts right where the clerk is after an undo or a change from
// elsewhere: at an item and an entry that are there.
func (w *minuting) settle() {
	m := w.meeting()
	if _, ok := m.Item(w.item); !ok {
		w.item = ""
		if n := len(m.Items); n > 0 {
			w.item = m.Items[n-1].ID
		}
	}
	if _, it, ok := m.Entry(w.selected); !ok || it.ID != w.item {
		w.selected = ""
	}
	if _, _, ok := m.Entry(w.editing); !ok {
		w.editing = ""
	}
}

// unfinished are the words in the composer with all that is needed to come
// back to them.
func (w *minuting) unfinished(text string, caret int) model.Unfinished {
	u := model.Unfinished{Meeting: w.meeting().ID, Item: w.item, Editing: w.editing, Kind: w.kind, Text: text, Caret: caret}
	if w.editing == "" {
		u.After = w.selected
	}
	for item, words := range w.parked {
		if u.Parked == nil {
			u.Parked = map[model.ID]string{}
		}
		u.Parked[item] = words
	}
	return u
}

// resume goes back to where the unfinished words were typed.
func (w *minuting) resume(u model.Unfinished) {
	if u.Empty() {
		return
	}
	w.item, w.selected, w.editing, w.kind = u.Item, u.After, u.Editing, u.Kind
	for item, words := range u.Parked {
		w.parked[item] = words
	}
	w.settle()
}

// enterLines enters several lines of words as one step to undo. Commands among
// them are words too.
func (w *minuting) enterLines(lines []string) error {
	c := w.context()
	c.Kind, c.Pasted = "", true
	var all model.Many
	for _, line := range lines {
		r, err := quick.Read(line, c)
		if err != nil {
			return err
		}
		next, _, err := c.Meeting.With(r.Changes)
		if err != nil {
			return err
		}
		all = append(all, r.Changes...)
		c.Meeting, c.Item = next, r.Item
		if c.After != model.Last && r.Entry != nil {
			c.After = r.Entry.ID
		}
	}
	if err := w.session.Do(all); err != nil {
		return err
	}
	w.item = c.Item
	return nil
}

// alreadyEntered says whether unfinished words are in the meeting after all:
// the program ended between keeping the entry and letting go of the words.
func (w *minuting) alreadyEntered(u model.Unfinished) bool {
	if u.Text == "" || u.Editing != "" || len(u.Parked) > 0 {
		return false
	}
	it, _ := w.meeting().Item(u.Item)
	for _, e := range it.Entries {
		if w.lineOf(e) == u.Text || u.Kind == e.Kind && e.Text == u.Text {
			return true
		}
	}
	return false
}
