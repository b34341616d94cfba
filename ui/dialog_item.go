package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// itemDialog changes all facts of an item as one change.
type itemDialog struct {
	*form
	s  *meetingScreen
	it model.Item
	// place is where the item stands, from 1, of so many.
	place, of int

	title, reference, at, presenter, outcome, public *widget.Field
	purpose, minutes                                 *widget.Field
	reason, paragraph, withheld                      *widget.Field
	restricted                                       *widget.Segments
	papers                                           []paperFields
	list                                             *fyne.Container
}

// paperFields are a paper's title, and its number or address, and whether it is
// restricted.
type paperFields struct {
	title, reference *widget.Field
	restricted       *model.Restriction
}

func (w *Window) askThisItem() {
	it, ok := w.meeting.itemHere()
	if !ok {
		return
	}
	d := &itemDialog{s: w.meeting, it: it}
	d.build()
	d.show(w, tr("This item"), widget.Choice{Words: tr("Keep"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.title.Select(0, len([]rune(it.Title)))
}

func (d *itemDialog) build() {
	for _, it := range d.s.work.meeting().Items {
		if it.Opening() {
			continue
		}
		d.of++
		if it.ID == d.it.ID {
			d.place = d.of
		}
	}
	d.title = d.field(tr("Title"), "", d.it.Title)
	d.reference = d.field(tr("Reference, where it is not the number"), "128/17", d.it.Reference)
	d.at = d.field(trf("Place on the agenda, of %d", d.of), "", strconv.Itoa(d.place))
	d.purpose = d.field(tr("On the agenda for"), tr("decision, discussion, information …"), d.it.Purpose)
	allowed := ""
	if d.it.Minutes > 0 {
		allowed = strconv.Itoa(d.it.Minutes)
	}
	d.minutes = d.field(tr("Minutes it may take"), "10", allowed)
	d.presenter = d.field(tr("Presented by"), "", d.it.Presenter)
	d.outcome = d.field(tr("Outcome"), tr("noted, agreed, referred to Finance …"), d.it.Outcome)
	was := model.Restriction{}
	for _, p := range d.it.Withheld {
		was = p.Restriction
	}
	if d.it.Restricted != nil {
		was = *d.it.Restricted
	}
	d.restricted = widget.NewSegments(func(int) { d.calm() }, widget.Segment{Words: tr("Public")}, widget.Segment{Words: tr("Restricted")})
	d.reason = d.field(tr("Reason, where it is restricted"), tr("Staffing matter"), was.Reason)
	d.paragraph = d.field(tr("Paragraph of the law, where one is named"), tr("3 of Part 1 of Schedule 12A"), was.Paragraph)
	d.withheld = d.field(tr("Words of the title left out in public; a semicolon between"), tr("none"), strings.ReplaceAll(phrasesShown(d.it.Withheld), "\n", "; "))
	d.reason.OnChanged = func(words string, _ int) {
		d.calm()
		if strings.TrimSpace(words) != "" && tidy(d.withheld.Text()) == "" {
			d.restricted.Choose(1)
		}
	}
	if d.it.Restricted != nil {
		d.restricted.Choose(1)
	}
	d.public = d.field(tr("Title in the public minutes"), tr("as it is"), d.it.PublicTitle)
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return container.New(beside{}, a, b) }
	d.list = stacked(8)
	d.form = newForm(d.title, pair(d.reference, d.at), pair(d.purpose, d.minutes), pair(d.presenter, d.outcome), labelled(tr("Papers: title, and number or address"), d.list),
		pair(labelled(tr("In the public minutes"), d.restricted), d.reason), pair(d.public, d.paragraph), d.withheld)
	d.wide = true
	d.follow(d.title, d.reference, d.at, d.purpose, d.minutes, d.presenter, d.outcome, d.reason, d.public, d.paragraph, d.withheld)
	for _, p := range d.it.Papers {
		d.addPaper(p)
	}
	d.addPaper(model.Paper{})
}

func (d *itemDialog) field(label, placeholder, was string) *widget.Field {
	f := widget.NewField(label, placeholder)
	f.Set(was, len([]rune(was)))
	f.OnChanged = func(string, int) { d.calm() }
	return f
}

// addPaper adds the fields of a paper. There are always empty ones behind the
// last that is written in.
func (d *itemDialog) addPaper(p model.Paper) {
	one := paperFields{d.field("", tr("Title of a paper"), p.Title), d.field("", tr("Number or address"), p.Reference), p.Restricted}
	n := len(d.papers)
	for _, f := range []*widget.Field{one.title, one.reference} {
		f.OnChanged = func(words string, _ int) {
			d.calm()
			if words != "" && n == len(d.papers)-1 {
				d.addPaper(model.Paper{})
				d.laid()
			}
		}
	}
	d.papers = append(d.papers, one)
	d.list.Add(container.New(beside{}, one.title, one.reference))
	d.follow(one.title, one.reference)
}

// keep makes all changes as one, or says which of them cannot be made.
func (d *itemDialog) keep() bool {
	changes, wrong, why := d.changes()
	if why != "" {
		return d.refuse(wrong, why)
	}
	if len(changes) == 0 {
		return true
	}
	if err := d.s.work.session.Do(changes); err != nil {
		return d.refuse(d.title, sentence(capital(reason(err))))
	}
	d.s.change(nil)
	it, _ := d.s.work.meeting().Item(d.it.ID)
	d.s.w.say(trf("%s is changed; Ctrl+Z takes it back", shortWords(it.Title)))
	return true
}

// changes are what the fields change. Where something is wrong with one of them
// why says what.
func (d *itemDialog) changes() (all model.Many, wrong *widget.Field, why string) {
	all = d.facts()
	if tidy(d.title.Text()) == "" {
		return nil, d.title, tr("An item has a title. To be rid of the item, delete it: Ctrl+K, Delete the item.")
	}
	allowed, ok := d.allowed()
	switch {
	case !ok:
		return nil, d.minutes, tr("How long it may take is a number of minutes, at most a day.")
	case d.refersToNobody():
		return nil, d.outcome, tr("Say to whom it is referred, as in: referred to Finance.")
	}
	all = append(all, allowed...)
	papers, wrong, why := d.papersNow()
	if why != "" {
		return nil, wrong, why
	}
	if !slices.EqualFunc(papers, d.it.Papers, model.Paper.Same) {
		all = append(all, model.SetPapers{ID: d.it.ID, Papers: papers})
	}
	if (d.restricted.Chosen() == 1 || tidy(d.withheld.Text()) != "") && tidy(d.reason.Text()) == "" {
		return nil, d.reason, tr("Say why, in a few words that may be public.")
	}
	all = append(all, d.restriction()...)
	moved, ok := d.moved()
	if !ok {
		return nil, d.at, trf("The place is a number from 1 to %d.", d.of)
	}
	return append(all, moved...), nil, ""
}

// facts are the changes of what is said of the item in words.
func (d *itemDialog) facts() (all model.Many) {
	for _, f := range []struct {
		fact     model.ItemFact
		was, now string
	}{
		{model.ItemTitle, d.it.Title, tidy(d.title.Text())}, {model.ItemReference, d.it.Reference, tidy(d.reference.Text())},
		{model.ItemPurpose, d.it.Purpose, tidy(d.purpose.Text())},
		{model.ItemPresenter, d.it.Presenter, tidy(d.presenter.Text())}, {model.ItemPublicTitle, d.it.PublicTitle, tidy(d.public.Text())},
		{model.ItemOutcome, d.it.Outcome, outcomeOf(d.outcome.Text())},
	} {
		if f.now != f.was {
			all = append(all, model.SetItem{ID: d.it.ID, Fact: f.fact, Value: f.now})
		}
	}
	return all
}

// moved is the change of the item's place, if any. It says false where that is
// no place on the agenda.
func (d *itemDialog) moved() (model.Many, bool) {
	to, err := strconv.Atoi(tidy(d.at.Text()))
	if err != nil || to < 1 || to > d.of {
		return nil, false
	}
	if after, ok := placeFor(d.s.work.meeting(), d.it.ID, to-d.place); ok && to != d.place {
		return model.Many{model.MoveItem{ID: d.it.ID, After: after}}, true
	}
	return nil, true
}

// allowed is the change of how long the item may take, if any. It says false
// where that is no time.
func (d *itemDialog) allowed() (model.Many, bool) {
	typed := tidy(d.minutes.Text())
	n, err := strconv.Atoi(typed)
	switch {
	case typed == "":
		n = 0
	case err != nil || n < 1 || n > 24*60:
		return nil, false
	}
	if n == d.it.Minutes {
		return nil, true
	}
	return model.Many{model.SetItem{ID: d.it.ID, Fact: model.ItemMinutes, Value: typed}}, true
}

// refersToNobody says whether the outcome is a referral that names nobody.
func (d *itemDialog) refersToNobody() bool {
	words := tidy(d.outcome.Text())
	return words != "" && !strings.EqualFold(words, "none") && outcomeOf(words) == ""
}

// restriction are the changes of what is restricted of the item, if any.
func (d *itemDialog) restriction() model.Many {
	why := model.Restriction{Reason: tidy(d.reason.Text()), Paragraph: tidy(d.paragraph.Text())}
	var all model.Many
	switch on := d.restricted.Chosen() == 1; {
	case on && (d.it.Restricted == nil || *d.it.Restricted != why):
		all = append(all, model.RestrictItem{ID: d.it.ID, Restriction: &why})
	case !on && d.it.Restricted != nil:
		all = append(all, model.RestrictItem{ID: d.it.ID})
	}
	return append(all, d.phrases(why)...)
}

// phrases are the changes of the words of the title that are withheld.
func (d *itemDialog) phrases(why model.Restriction) model.Many {
	var now []string
	for _, words := range strings.Split(d.withheld.Text(), ";") {
		if words = tidy(words); words != "" {
			now = append(now, words)
		}
	}
	var all model.Many
	for _, p := range d.it.Withheld {
		if !slices.Contains(now, tidy(p.Words)) {
			all = append(all, model.RestrictPhrase{ID: d.it.ID, Words: p.Words})
		}
	}
	for _, words := range now {
		if !slices.ContainsFunc(d.it.Withheld, func(p model.Phrase) bool { return tidy(p.Words) == words }) {
			all = append(all, model.RestrictPhrase{ID: d.it.ID, Words: words, Restriction: &why})
		}
	}
	return all
}

func (d *itemDialog) papersNow() (papers []model.Paper, wrong *widget.Field, why string) {
	for _, p := range d.papers {
		one := model.Paper{Title: tidy(p.title.Text()), Reference: tidy(p.reference.Text())}
		switch {
		case one.Title == "" && one.Reference == "":
			continue
		case one.Title == "":
			return nil, p.title, tr("Give the paper a title as well.")
		}
		one.Restricted = p.restricted
		papers = append(papers, one)
	}
	return papers, nil, ""
}
