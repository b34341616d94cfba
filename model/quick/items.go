package quick

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

// itemHead is what a "# Title" line says.
type itemHead struct {
	model.Item
	// No is its number, or, where it has a reference, its place among them; ""
	// where it follows from the order.
	No string
	// New says that the item is another than a planned one of that title.
	New bool
}

// itemKeys are the braces of a "# Title" line.
var itemKeys = append([]key[itemHead]{
	words("title", func(h *itemHead) *string { return &h.Title }),
	words("reference", func(h *itemHead) *string { return &h.Reference }),
	words("public", func(h *itemHead) *string { return &h.PublicTitle }),
	{name: "no", aside: true, get: func(*itemHead) string { return "" }, set: func(h *itemHead, v value, _ Context) error { h.No = v.text(); return nil }},
	flag("new", func(h *itemHead) *bool { return &h.New }),
}, restrictedKeys(func(h *itemHead) **model.Restriction { return &h.Restricted }, func(h *itemHead) *[]model.Phrase { return &h.Withheld })...)

var referencePattern = pattern.Of(`^\[([^\[\]]*\d[^\[\]]*)\](?:\s+|$)`)

// readHead reads "[128/17] Title".
func readHead(words string) itemHead {
	var h itemHead
	if m := referencePattern.FindStringSubmatch(words); m != nil {
		h.Reference, words = m[1], words[len(m[0]):]
	}
	h.Title = strings.Trim(words, blanks)
	return h
}

// heading reads the words of a "# Title" line, which begin at byte offset at.
func (r *reader) heading(words string, at int) error {
	r.out.Command = "item"
	words = trimRight(words)
	rest, pairs, ok := splitBraces(words)
	if !ok || !knows(keysOf(itemKeys), pairs) {
		rest, pairs = words, nil
	}
	h := readHead(rest)
	if err := setAll(&h, itemKeys, pairs, r.c); err != nil {
		e := asLineError(err)
		e.Col = column(words, e.Col-1) + at
		return e
	}
	if h.Opening() {
		return r.opening(h)
	}
	if it, ok := planned(r.c.Meeting.Items, h); ok {
		r.goToPlanned(it, h)
		return nil
	}
	h.ID = r.newID()
	r.do(model.AddItem{Item: h.Item, After: model.Last})
	r.fixItem(h)
	r.out.Item, r.out.NewItem = h.ID, true
	return nil
}

// opening reads the line of the item without title, which only braces can say.
func (r *reader) opening(h itemHead) error {
	items := r.c.Meeting.Items
	if len(items) > 0 && !items[0].Opening() {
		return bad("the item has no title", "# Title")
	}
	id := r.item()
	if h.PublicTitle != "" {
		r.do(model.SetItem{ID: id, Fact: model.ItemPublicTitle, Value: h.PublicTitle})
	}
	if h.Restricted != nil {
		r.do(model.RestrictItem{ID: id, Restriction: h.Restricted})
	}
	return nil
}

// fixItem gives the item the number that its line says, if it says one.
func (r *reader) fixItem(h itemHead) {
	if h.No != "" {
		r.do(model.FixNumber{ID: h.ID, Number: h.No})
	}
}

func (r *reader) goToPlanned(it model.Item, h itemHead) {
	r.out.Item, h.ID = it.ID, it.ID
	if h.Reference != "" && it.Reference == "" {
		r.do(model.SetItem{ID: it.ID, Fact: model.ItemReference, Value: h.Reference})
	}
	if h.PublicTitle != "" && h.PublicTitle != it.PublicTitle {
		r.do(model.SetItem{ID: it.ID, Fact: model.ItemPublicTitle, Value: h.PublicTitle})
	}
	if h.Restricted != nil {
		r.do(model.RestrictItem{ID: it.ID, Restriction: h.Restricted})
	}
	r.fixItem(h)
	for _, p := range h.Withheld {
		r.do(model.RestrictPhrase{ID: it.ID, Words: p.Words, Restriction: &p.Restriction})
	}
}

// planned is the item that a heading goes to: of that title, under which
// nothing is minuted yet, and of no other reference.
func planned(items []model.Item, h itemHead) (model.Item, bool) {
	if h.New {
		return model.Item{}, false
	}
	for _, it := range items {
		if !it.Opening() && len(it.Entries) == 0 && fold(it.Title) == fold(h.Title) &&
			(h.Reference == "" || it.Reference == "" || it.Reference == h.Reference) {
			return it, true
		}
	}
	return model.Item{}, false
}

// goTo reads /item 3: by the printed number, or else by the title.
func goTo(r *reader, a args) error {
	if a.words == "" {
		return errMissing("the item's number")
	}
	m := r.c.Meeting
	numbers := model.Number(m).Items
	var found []model.Item
	for _, it := range m.Items {
		if n, ok := numbers[it.ID]; ok && fold(n) == fold(a.words) {
			found = append(found, it)
		}
	}
	if len(found) == 0 {
		for _, it := range m.Items {
			if !it.Opening() && fold(it.Title) == fold(a.words) {
				found = append(found, it)
			}
		}
	}
	switch len(found) {
	case 0:
		return bad("there is no item “"+a.words+"”", "an item's number or title")
	case 1:
		r.out.Item = found[0].ID
		return nil
	}
	return bad("several items are “"+a.words+"”", "an item's number")
}

const expectedOutcome = "noted, agreed, approved, resolved, deferred, withdrawn, referred to X or none"

// otherKeys are the braces of /outcome: an outcome in words of its own.
var otherKeys = []string{"other"}

func outcome(r *reader, a args) error {
	word := strings.ToLower(a.words)
	if len(a.pairs) > 0 {
		r.do(model.SetItem{ID: r.item(), Fact: model.ItemOutcome, Value: a.pairs[0].value.text()})
		return nil
	}
	const referred = "referred to "
	switch {
	case word == "none":
		word = ""
	case slices.Contains(model.Outcomes, word):
	case strings.HasPrefix(word, referred) && !blank(word[len(referred):]):
		word = referred + trimLeft(a.words[len(referred):])
	case word == "":
		return errMissing("the outcome")
	default:
		return bad("there is no outcome “"+a.words+"”", expectedOutcome)
	}
	r.do(model.SetItem{ID: r.item(), Fact: model.ItemOutcome, Value: word})
	return nil
}

// purpose reads /purpose: "for decision" and "decision" are the same.
func purpose(r *reader, a args) error {
	words := a.words
	rest, leads := cutFold(words, "for ")
	switch {
	case words == "":
		return errMissing("what the item is there for")
	case strings.EqualFold(words, "none"):
		words = ""
	case leads && !blank(rest):
		words = trimLeft(rest)
	}
	r.do(model.SetItem{ID: r.item(), Fact: model.ItemPurpose, Value: words})
	return nil
}

// cutFold is s without what it begins with, whatever its capitals.
func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// allow reads /allow: how long an item is planned to take.
func allow(r *reader, a args) error {
	if strings.EqualFold(a.words, "none") {
		r.do(model.SetItem{ID: r.item(), Fact: model.ItemMinutes})
		return nil
	}
	number, unit, _ := strings.Cut(a.words, " ")
	n, err := strconv.Atoi(number)
	switch unit = strings.ToLower(strings.Trim(unit, blanks)); {
	case a.words == "":
		return errMissing("how many minutes")
	case err != nil || n < 1 || !slices.Contains([]string{"", "minute", "minutes", "min", "mins"}, unit):
		return bad("“"+a.words+"” is no time to allow", "")
	}
	r.do(model.SetItem{ID: r.item(), Fact: model.ItemMinutes, Value: strconv.Itoa(n)})
	return nil
}

func presenter(r *reader, a args) error {
	if a.words == "" {
		return errMissing("the presenter's name")
	}
	r.do(model.SetItem{ID: r.item(), Fact: model.ItemPresenter, Value: a.words})
	return nil
}

// paperKeys are the braces of /paper.
var paperKeys = []key[model.Paper]{
	words("title", func(p *model.Paper) *string { return &p.Title }),
	words("reference", func(p *model.Paper) *string { return &p.Reference }),
}

func paper(r *reader, a args) error {
	p := readPaper(a.words)
	if err := setAll(&p, paperKeys, a.pairs, r.c); err != nil {
		return err
	}
	if blank(p.Title) {
		return errMissing("the paper's title")
	}
	id := r.item()
	it, _ := r.c.Meeting.Item(id)
	r.do(model.SetPapers{ID: id, Papers: append(slices.Clone(it.Papers), p)})
	return nil
}

// readPaper reads "TITLE, REFERENCE": the reference is behind the last comma
// with a space, or else the last comma, which an address may have in it.
func readPaper(words string) model.Paper {
	i := strings.LastIndex(words, ", ")
	if i < 0 && !strings.Contains(words, "://") {
		i = strings.LastIndexByte(words, ',')
	}
	if i < 0 {
		return model.Paper{Title: words}
	}
	return model.Paper{Title: strings.Trim(words[:i], blanks), Reference: strings.Trim(words[i+1:], blanks)}
}
