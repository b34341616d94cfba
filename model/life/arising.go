package life

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/register"
)

// place is an item that the next meeting knows what to put into.
type place int

const (
	minutesItem place = iota
	arisingItem
)

// title is what a place is called where the body has no item for it, by the
// language of its minutes.
func (p place) title(language string) string {
	titles, ok := map[string][2]string{
		"cy": {"Cofnodion", "Materion yn codi"},
		"fr": {"Procès-verbal", "Suites à donner"},
	}[before(language, "-")]
	if !ok {
		titles = [2]string{"Minutes", "Matters arising"}
	}
	return titles[p]
}

func before(s, sep string) string {
	first, _, _ := strings.Cut(s, sep)
	return first
}

// called says whether an item of that title is the place.
func (p place) called(title string) bool {
	title = strings.ToLower(title)
	names := [][]string{
		{"minutes", "cofnodion", "procès-verbal"},
		{"matters arising", "actions arising", "action log", "action points", "outstanding actions", "actions", "materion yn codi", "suites à donner"},
	}[p]
	return slices.ContainsFunc(names, func(name string) bool {
		return title == name || strings.HasPrefix(title, name+" ") || p == arisingItem && strings.HasSuffix(title, " "+name)
	})
}

// before the minutes come these.
var opening = []string{"welcome", "apologies", "introduction", "declaration", "attendance", "quorum", "chair", "public"}

// item is the meeting's item for a place, one without entries unless begun ones
// will do; where it has none it is added: the minutes behind what opens a
// meeting, matters arising behind the minutes.
func (n *next) item(p place, begun bool) *model.Item {
	items := n.Meeting.Items
	at := slices.IndexFunc(items, func(it model.Item) bool { return p.called(it.Title) && (begun || len(it.Entries) == 0) })
	if at < 0 {
		at = n.where(p)
		items = slices.Insert(items, at, model.Item{ID: n.NewID(), Title: p.title(n.Body.Language)})
		n.Meeting.Items = items
	}
	return &items[at]
}

func (n *next) where(p place) int {
	items := n.Meeting.Items
	if p == arisingItem {
		return 1 + slices.IndexFunc(items, func(it model.Item) bool { return minutesItem.called(it.Title) })
	}
	at := 0
	for at < len(items) && slices.ContainsFunc(opening, func(word string) bool { return strings.HasPrefix(strings.ToLower(items[at].Title), word) }) {
		at++
	}
	return at
}

// arising puts the open actions under Matters arising: a heading for each owner,
// and below it what they have to do, in the order in which it was agreed.
// Actions that are noted there one by one, since no minutes are approved that
// would note them together, come first.
func (n *next) arising() error {
	n.held = map[model.ID]model.Meeting{}
	var entries []model.Entry
	if len(n.Approves) == 0 {
		for _, a := range n.Completed {
			_, why, err := n.agreed(a)
			if err != nil {
				return err
			}
			entries = append(entries, model.Entry{ID: n.NewID(), Kind: model.Paragraph, Restricted: why,
				Done: &model.DoneFact{Action: DoneName(a), Note: a.Note}})
		}
	}
	for _, group := range ByOwner(n.Open) {
		listed, err := n.bullets(group)
		if err != nil {
			return err
		}
		entries = append(entries, listed...)
	}
	if len(entries) > 0 {
		n.item(arisingItem, false).Entries = entries
	}
	return nil
}

// Owned are the actions of one owner, or of several together.
type Owned struct {
	// Owner as printed: "MPS", "MPS and MOPAC"; "" for what nobody owns.
	Owner   string
	Actions []register.Action
}

// ByOwner are actions by who has them: the owners in the order of the first
// action of each, what nobody owns at the end.
func ByOwner(actions []register.Action) []Owned {
	var groups []Owned
	for _, a := range actions {
		owner := joined(a.Owners)
		i := slices.IndexFunc(groups, func(g Owned) bool { return strings.EqualFold(g.Owner, owner) })
		if i < 0 {
			i = len(groups)
			groups = append(groups, Owned{Owner: owner})
		}
		groups[i].Actions = append(groups[i].Actions, a)
	}
	slices.SortStableFunc(groups, func(a, b Owned) int {
		return cmp.Compare(min(1, len(b.Owner)), min(1, len(a.Owner)))
	})
	return groups
}

func joined(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// bullets are an owner's actions below the owner's name. What is left out of
// the public minutes that agreed it is left out of these too.
func (n *next) bullets(group Owned) ([]model.Entry, error) {
	var listed []model.Entry
	open := false
	for _, a := range group.Actions {
		e, why, err := n.agreed(a)
		if err != nil {
			return nil, err
		}
		text := ListedAs(a) + strings.ReplaceAll(e.Text, "\n", " ")
		open = open || why == nil
		listed = append(listed, model.Entry{ID: n.NewID(), Kind: model.Bullet, Text: text, Restricted: why})
	}
	heading := model.Entry{ID: n.NewID(), Kind: model.Heading, Text: cmp.Or(group.Owner, "No owner named")}
	if !open {
		heading.Restricted = listed[0].Restricted
	}
	return append([]model.Entry{heading}, listed...), nil
}

// agreed is an action as the minutes that agreed it read now, and why public
// ones leave it out; nil where they do not.
func (n *next) agreed(a register.Action) (model.Entry, *model.Restriction, error) {
	m, ok := n.held[a.Meeting]
	if !ok {
		var err error
		if m, err = n.book.Meeting(a.Meeting); err != nil {
			return model.Entry{}, nil, err
		}
		m = m.InForce()
		n.held[a.Meeting] = m
	}
	e, it, _ := m.Entry(a.ID)
	return e, withheld(it, e), nil
}

// withheld is why public minutes leave out an entry or words of it; nil where
// they do not.
func withheld(it model.Item, e model.Entry) *model.Restriction {
	var why *model.Restriction
	switch {
	case e.Restricted != nil:
		why = e.Restricted
	case it.Restricted != nil:
		why = it.Restricted
	case len(e.Withheld) > 0:
		why = &e.Withheld[0].Restriction
	default:
		return nil
	}
	same := *why
	return &same
}

// ArisingTitle is what an item for what earlier meetings left is called, in the
// language of a body's minutes, a BCP 47 tag.
func ArisingTitle(language string) string { return arisingItem.title(language) }
