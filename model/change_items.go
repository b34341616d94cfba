package model

import (
	"slices"
	"strconv"
	"strings"
)

func itemID(it Item) ID { return it.ID }

func (m *Meeting) itemAt(id ID) (int, error) {
	i := slices.IndexFunc(m.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return 0, &Missing{"item", id}
	}
	return i, nil
}

// AddItem puts an item on the agenda. Entered while restricting, it is
// restricted. Only an item at the start may be without title. Between two
// whose numbers are out it is 5A, and behind the last it has the next number.
type AddItem struct {
	Item Item
	// After is the item it follows: "" for the first place, Last for the end.
	After ID
}

func (c AddItem) apply(m *Meeting) (Change, error) {
	it := c.Item.clone()
	if it.Restricted == nil && !it.Opening() {
		it.Restricted = m.Restricting.clone()
	}
	return restoreItem{it, c.After}.apply(m)
}

// restoreItem is AddItem with the item's restriction as it stands.
type restoreItem struct {
	item  Item
	after ID
}

func (c restoreItem) apply(m *Meeting) (Change, error) {
	if c.item.ID == "" {
		return nil, &Invalid{"item", "has no identity"}
	}
	if strings.ContainsAny(c.item.Title+c.item.Reference, "\n\r") {
		return nil, &Invalid{"title", "is one line"}
	}
	if _, ok := m.Item(c.item.ID); ok {
		return nil, &Invalid{"item", "is there already"}
	}
	if err := checkPhrases(c.item.Withheld); err != nil {
		return nil, err
	}
	i, err := placeAfter(m.Items, c.after, itemID, "item")
	if err != nil {
		return nil, err
	}
	if c.item.Opening() && (i > 0 || len(m.Items) > 0 && m.Items[0].Opening()) {
		return nil, &Invalid{"title", "is empty"}
	}
	if i == 0 && len(m.Items) > 0 && m.Items[0].Opening() {
		i = 1 // what came before the agenda stays before it
	}
	m.Items = slices.Insert(m.Items, i, c.item.clone())
	return removeItem{c.item.ID}, nil
}

// ItemFact names one of the plain facts about an item.
type ItemFact string

// The facts that SetItem sets.
const (
	ItemTitle       ItemFact = "title"
	ItemReference   ItemFact = "reference"
	ItemOutcome     ItemFact = "outcome"
	ItemPresenter   ItemFact = "presenter"
	ItemPublicTitle ItemFact = "public title"
	ItemPurpose     ItemFact = "purpose"
	// ItemMinutes is a whole number of minutes, in figures.
	ItemMinutes ItemFact = "minutes"
)

// SetItem sets one plain fact of an item; an empty value takes it away. Set
// while restricting, a title, a purpose, an outcome or a presenter is restricted, and
// otherwise it no longer is.
type SetItem struct {
	ID    ID
	Fact  ItemFact
	Value string
}

func (c SetItem) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.ID)
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(c.Value, "\n\r") {
		return nil, &Invalid{string(c.Fact), "is one line"}
	}
	it := m.Items[i].clone()
	var mark *Restriction
	if c.Value != "" {
		mark = m.Restricting.clone()
	}
	if err := c.set(&it, mark, m.itemOut(c.ID)); err != nil {
		return nil, err
	}
	if it.Opening() && i > 0 {
		return nil, &Invalid{"title", "is empty"}
	}
	return setFact{c.Fact, it}.apply(m)
}

// set puts the value in its place, restricted as mark says. out says that the
// item's number has left the office.
func (c SetItem) set(it *Item, mark *Restriction, out bool) (err error) {
	switch c.Fact {
	case ItemTitle:
		c.setTitle(it, mark)
	case ItemReference:
		if out && c.Value != it.Reference {
			return &Invalid{string(c.Fact), "stays as it is: the item's number is out and does not change"}
		}
		it.Reference = c.Value
	case ItemOutcome:
		it.Outcome, it.OutcomeRestricted = c.Value, mark
	case ItemPresenter:
		it.Presenter, it.PresenterRestricted = c.Value, mark
	case ItemPublicTitle:
		it.PublicTitle = c.Value
	case ItemPurpose:
		it.Purpose, it.PurposeRestricted = c.Value, mark
	case ItemMinutes:
		it.Minutes, err = minutesOf(c.Value)
	default:
		return &Invalid{string(c.Fact), "is no fact of an item"}
	}
	return err
}

func (c SetItem) setTitle(it *Item, mark *Restriction) {
	old := it.Title
	it.Title = c.Value
	if c.Value == "" {
		it.Withheld = nil
	}
	if mark != nil && it.Restricted == nil && old != c.Value {
		it.Withheld = append(it.Withheld, Phrase{c.Value, *mark})
	}
}

// setFact gives an item one plain fact of another, with what is restricted of
// it.
type setFact struct {
	fact ItemFact
	from Item
}

func (c setFact) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.from.ID)
	if err != nil {
		return nil, err
	}
	it, from := &m.Items[i], c.from.clone()
	undo := setFact{c.fact, it.clone()}
	switch c.fact {
	case ItemTitle:
		it.Title, it.Withheld = from.Title, from.Withheld
	case ItemReference:
		it.Reference = from.Reference
	case ItemOutcome:
		it.Outcome, it.OutcomeRestricted = from.Outcome, from.OutcomeRestricted
	case ItemPresenter:
		it.Presenter, it.PresenterRestricted = from.Presenter, from.PresenterRestricted
	case ItemPublicTitle:
		it.PublicTitle = from.PublicTitle
	case ItemPurpose:
		it.Purpose, it.PurposeRestricted = from.Purpose, from.PurposeRestricted
	case ItemMinutes:
		it.Minutes = from.Minutes
	}
	return undo, nil
}

// mostMinutes is how long an item may be planned to take: a day.
const mostMinutes = 24 * 60

// minutesOf is a number of minutes in figures; 0 for "".
func minutesOf(figures string) (int, error) {
	if figures == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(figures)
	if err != nil || n < 1 || n > mostMinutes {
		return 0, &Invalid{string(ItemMinutes), "is a whole number of minutes, at most a day"}
	}
	return n, nil
}

// SetPapers says which documents an item had before it. One that is new while
// restricting is restricted.
type SetPapers struct {
	ID     ID
	Papers []Paper
}

func (c SetPapers) apply(m *Meeting) (Change, error) {
	papers := clonePapers(c.Papers)
	it, _ := m.Item(c.ID)
	there := slices.Clone(it.Papers)
	for i, p := range papers {
		was := slices.IndexFunc(there, func(old Paper) bool { return old.Title == p.Title && old.Reference == p.Reference })
		switch {
		case was >= 0:
			there = slices.Delete(there, was, was+1)
		case p.Restricted == nil:
			papers[i].Restricted = m.Restricting.clone()
		}
	}
	return restorePapers{c.ID, papers}.apply(m)
}

// restorePapers is SetPapers with their restrictions as they stand.
type restorePapers struct {
	id     ID
	papers []Paper
}

func (c restorePapers) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.id)
	if err != nil {
		return nil, err
	}
	for _, p := range c.papers {
		if strings.TrimSpace(p.Title) == "" {
			return nil, &Invalid{"paper", "has no title"}
		}
	}
	undo := restorePapers{c.id, m.Items[i].Papers}
	m.Items[i].Papers = clonePapers(c.papers)
	return undo, nil
}

// RestrictItem leaves a whole item out of public minutes, or, with nil, lets
// it in again.
type RestrictItem struct {
	ID          ID
	Restriction *Restriction
}

func (c RestrictItem) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.ID)
	if err != nil {
		return nil, err
	}
	undo := RestrictItem{c.ID, m.Items[i].Restricted}
	m.Items[i].Restricted = c.Restriction.clone()
	return undo, nil
}

// MoveItem gives an item another place on the agenda. It is refused once its
// number is out.
type MoveItem struct{ ID, After ID }

func (c MoveItem) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.ID)
	if err != nil {
		return nil, err
	}
	switch {
	case c.After == c.ID:
		return nil, &Invalid{"item", "cannot follow itself"}
	case m.itemOut(c.ID):
		return nil, &Invalid{"item", "stays where it is: its number is out and does not change"}
	}
	undo := MoveItem{c.ID, before(m.Items, i, itemID)}
	it := m.Items[i]
	rest := slices.Delete(slices.Clone(m.Items), i, i+1)
	j, err := placeAfter(rest, c.After, itemID, "item")
	if err != nil {
		return nil, err
	}
	if it.Opening() || j == 0 && len(rest) > 0 && rest[0].Opening() {
		return nil, &Invalid{"item", "what came before the agenda stays before it"}
	}
	m.Items = slices.Insert(rest, j, it)
	return undo, nil
}

// DeleteItem takes an item and all its entries away. Once its number is out,
// or that of an action in it, an item stays, because the number does.
type DeleteItem struct{ ID ID }

func (c DeleteItem) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.ID)
	switch {
	case err != nil:
		return nil, err
	case m.itemOut(c.ID):
		return nil, &Invalid{"item", "stays, because its number is out; record that it was withdrawn instead"}
	case slices.ContainsFunc(m.Items[i].Entries, func(e Entry) bool { return m.actionOut(e.ID) }):
		return nil, &Invalid{"item", "stays, because the number of an action in it is out; withdraw the action instead"}
	}
	return removeItem{c.ID}.apply(m)
}

// removeItem takes an item away, whatever the state: only an undo does so.
type removeItem struct{ id ID }

func (c removeItem) apply(m *Meeting) (Change, error) {
	i, err := m.itemAt(c.id)
	if err != nil {
		return nil, err
	}
	undo := restoreItem{m.Items[i], before(m.Items, i, itemID)}
	m.Items = slices.Delete(m.Items, i, i+1)
	return undo, nil
}
