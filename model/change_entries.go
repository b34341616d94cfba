package model

import (
	"reflect"
	"slices"
	"strings"
)

func entryID(e Entry) ID { return e.ID }

func (m *Meeting) entryAt(id ID) (item, entry int, err error) {
	for i, it := range m.Items {
		for j, e := range it.Entries {
			if e.ID == id {
				return i, j, nil
			}
		}
	}
	return 0, 0, &Missing{"entry", id}
}

// AddEntry enters something in the running order of an item. An action without
// number takes the next one, and so does a decision where the meeting numbers
// its decisions, unless its number is [Unnumbered]; entered while restricting, an entry is
// restricted; the first entry of a planned meeting makes it live.
type AddEntry struct {
	Item ID
	// After is the entry it follows: "" for the first place, Last for the end.
	After ID
	Entry Entry
}

func (c AddEntry) apply(m *Meeting) (Change, error) {
	e := c.Entry.clone()
	if e.Restricted == nil && e.Kind != Private {
		e.Restricted = m.Restricting.clone()
	}
	if e.Kind == Action && e.Number == 0 {
		e.Number = m.NextAction()
	}
	e.numberDecision("", m.NextDecision)
	undo, err := restoreEntry{c.Item, c.After, e}.apply(m)
	if err != nil || m.State != Planned {
		return undo, err
	}
	m.State = Live
	return Many{undo, SetState{Planned}}, nil
}

// restoreEntry is AddEntry with number and restriction as they stand.
type restoreEntry struct {
	item, after ID
	entry       Entry
}

func (c restoreEntry) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.item)
	if err != nil {
		return nil, err
	}
	if err := checkEntry(c.entry); err != nil {
		return nil, err
	}
	if _, _, ok := m.Entry(c.entry.ID); ok {
		return nil, &Invalid{"entry", "is there already"}
	}
	if err := m.checkNumber(c.entry); err != nil {
		return nil, err
	}
	j, err := placeAfter(m.Items[i].Entries, c.after, entryID, "entry")
	if err != nil {
		return nil, err
	}
	m.Items[i].Entries = slices.Insert(m.Items[i].Entries, j, c.entry.clone())
	return removeEntry{c.entry.ID}, nil
}

// checkNumber sees to it that no two actions have one number, and that none is
// given that is out and was another's.
func (m *Meeting) checkNumber(e Entry) error {
	if m.Frozen != nil && m.Frozen.anothers(e) {
		return &Invalid{"number", "is out, and was another's"}
	}
	if e.Kind != Action {
		return nil
	}
	for _, other := range m.Actions() {
		if other.Number == e.Number && other.ID != e.ID {
			return &Invalid{"number", "two actions cannot have one number"}
		}
	}
	return nil
}

func checkEntry(e Entry) error {
	switch {
	case e.ID == "":
		return &Invalid{"entry", "has no identity"}
	case !slices.Contains(EntryKinds, e.Kind):
		return &Invalid{"kind", "there is no kind " + string(e.Kind)}
	case strings.TrimSpace(e.Text) == "" && !e.worded():
		return &Invalid{"text", "is empty"}
	case e.Level < 0 || e.Level > 1 || e.Level > 0 && e.Kind != Bullet:
		return &Invalid{"level", "a bullet is of the first or the second level"}
	case e.Number < 0 || (e.Number > 0) != (e.Kind == Action):
		return &Invalid{"number", "an action has one, and nothing else"}
	case e.Kind == Movement && e.Movement == nil:
		return &Invalid{"movement", "says neither who nor which way"}
	}
	return checkPhrases(e.Withheld)
}

// worded says whether the house style words the entry from its facts.
func (e Entry) worded() bool {
	return e.Movement != nil || e.Approves != nil || e.Done != nil
}

// SetEntry replaces what an entry says: its kind, words and facts. Its number
// stays; what becomes an action takes the next number, and what no longer is
// one gives its number up, which is refused once the number is out. So it is
// with decisions that are numbered. Changed while restricting, an entry is
// restricted.
type SetEntry struct{ Entry Entry }

func (c SetEntry) apply(m *Meeting) (Change, error) {
	i, j, err := m.entryAt(c.Entry.ID)
	if err != nil {
		return nil, err
	}
	old, e := m.Items[i].Entries[j], c.Entry.clone()
	if err := m.renumberDecision(old, &e); err != nil {
		return nil, err
	}
	switch {
	case e.Kind != Action && m.actionOut(old.ID):
		return nil, &Invalid{"kind", "it stays an action, because its number has gone out; begin with a: or withdraw it"}
	case e.Kind != Action:
		e.Number = 0
	case e.Number == 0 && old.Kind == Action:
		e.Number = old.Number
	case e.Number == 0:
		e.Number = m.NextAction()
	}
	if m.actionOut(old.ID) && e.Number != old.Number {
		return nil, &Invalid{"number", "is out and does not change"}
	}
	if e.Restricted == nil && e.Kind != Private && !reflect.DeepEqual(e, old) {
		e.Restricted = m.Restricting.clone()
	}
	return replaceEntry{e}.apply(m)
}

// replaceEntry is SetEntry with the number as it stands.
type replaceEntry struct{ entry Entry }

func (c replaceEntry) apply(m *Meeting) (Change, error) {
	i, j, err := m.entryAt(c.entry.ID)
	if err != nil {
		return nil, err
	}
	if err := checkEntry(c.entry); err != nil {
		return nil, err
	}
	if err := m.checkNumber(c.entry); err != nil {
		return nil, err
	}
	undo := replaceEntry{m.Items[i].Entries[j]}
	m.Items[i].Entries[j] = c.entry.clone()
	return undo, nil
}

// RestrictEntry leaves an entry out of public minutes, or, with nil, lets it
// in again.
type RestrictEntry struct {
	ID          ID
	Restriction *Restriction
}

func (c RestrictEntry) apply(m *Meeting) (Change, error) {
	e, err := m.entryOrCorrection(c.ID)
	if err != nil {
		return nil, err
	}
	undo := RestrictEntry{c.ID, e.Restricted}
	e.Restricted = c.Restriction.clone()
	return undo, nil
}

// MoveEntry gives an entry another place, in its own item or in another.
// An action keeps its number.
type MoveEntry struct{ ID, Item, After ID }

func (c MoveEntry) apply(m *Meeting) (Change, error) {
	i, j, err := m.entryAt(c.ID)
	if err != nil {
		return nil, err
	}
	to, err := m.itemAt(c.Item)
	if err != nil {
		return nil, err
	}
	if c.After == c.ID {
		return nil, &Invalid{"entry", "cannot follow itself"}
	}
	e := m.Items[i].Entries[j]
	undo := MoveEntry{c.ID, m.Items[i].ID, before(m.Items[i].Entries, j, entryID)}
	m.Items[i].Entries = slices.Delete(m.Items[i].Entries, j, j+1)
	k, err := placeAfter(m.Items[to].Entries, c.After, entryID, "entry")
	if err != nil {
		return nil, err
	}
	m.Items[to].Entries = slices.Insert(m.Items[to].Entries, k, e)
	return undo, nil
}

// DeleteEntry takes an entry away. An action whose number is out, because the
// minutes left the office or because its ledger says something (Keep), stays
// as a tombstone: withdrawn.
type DeleteEntry struct {
	ID   ID
	Keep bool
}

func (c DeleteEntry) apply(m *Meeting) (Change, error) {
	i, j, err := m.entryAt(c.ID)
	if err != nil {
		return nil, err
	}
	e := m.Items[i].Entries[j]
	if e.Kind != Action || !c.Keep && !m.actionOut(c.ID) {
		return removeEntry{c.ID}.apply(m)
	}
	e = e.clone()
	if e.Action == nil {
		e.Action = &ActionFacts{}
	}
	e.Action.Withdrawn = true
	return replaceEntry{e}.apply(m)
}

// removeEntry takes an entry away, whatever it is: only an undo does so.
type removeEntry struct{ id ID }

func (c removeEntry) apply(m *Meeting) (Change, error) {
	i, j, err := m.entryAt(c.id)
	if err != nil {
		return nil, err
	}
	entries := m.Items[i].Entries
	undo := restoreEntry{m.Items[i].ID, before(entries, j, entryID), entries[j]}
	m.Items[i].Entries = slices.Delete(entries, j, j+1)
	return undo, nil
}

// Renumber numbers the actions in running order. It is refused once the number
// of one is out.
type Renumber struct{}

func (c Renumber) apply(m *Meeting) (Change, error) {
	if m.Frozen != nil && len(m.Frozen.Actions) > 0 {
		return nil, &Invalid{"number", "the numbers are out and do not change"}
	}
	to, first := map[ID]int{}, m.Numbering.Actions.Begins()
	for n, e := range m.Actions() {
		to[e.ID] = first + n
	}
	return setNumbers{to}.apply(m)
}

// setNumbers gives actions the numbers named, all at once.
type setNumbers struct{ to map[ID]int }

func (c setNumbers) apply(m *Meeting) (Change, error) {
	old := map[ID]int{}
	for i := range m.Items {
		for j := range m.Items[i].Entries {
			e := &m.Items[i].Entries[j]
			if n, ok := c.to[e.ID]; ok {
				old[e.ID], e.Number = e.Number, n
			}
		}
	}
	return setNumbers{old}, nil
}
