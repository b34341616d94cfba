package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/ui/widget"
)

// choice is one of those a chooser offers.
type choice struct {
	// before stands in a narrow column, words are the choice, after stands at
	// the end. All are found by typing.
	before, words, after string
	// also finds the choice when it is typed, and is not shown.
	also string
	// why says why it cannot be chosen now; "" where it can.
	why string
	run func()
}

// chooser is a dialog in which one of many is chosen by typing a few letters
// of it, or with Up and Down.
type chooser struct {
	w   *Window
	all []choice
	// free is offered behind the others for the words that were typed; nil
	// offers only the others.
	free   func(typed string) []choice
	shown  []choice
	form   *form
	filter *widget.Field
	rows   *widget.Rows
}

// chooserRows is how many choices show at once where there is room for them;
// chooserRest is what else a chooser needs, in units before they are scaled.
const (
	chooserRows = 10
	chooserRest = 205
)

// roomFor is how many rows of a list a dialog has room for, 3 at least, with
// so much else in it.
func (w *Window) roomFor(most, rest float32) float32 {
	high := w.window.Canvas().Size().Height - measure(rest)
	return min(max(float32(int(high/listRow())), 3), most)
}

// choose opens a chooser. What is chosen runs once the dialog is gone.
func (w *Window) choose(title, placeholder string, narrow float32, all []choice) {
	(&chooser{w: w, all: all}).open(title, placeholder, narrow)
}

// open shows the chooser; narrow is the width of the first column, 0 for none.
func (c *chooser) open(title, placeholder string, narrow float32) {
	w := c.w
	c.filter = widget.NewField("", placeholder)
	columns := []widget.Column{{Width: narrow}, {}, {Width: 208, End: true}}
	first := 0
	if narrow == 0 {
		first = 1
	}
	c.rows = widget.NewRows(widget.Table, tr("Nothing like that. Esc goes back."), columns[first:]...)
	c.rows.Length = func() int { return len(c.shown) }
	c.rows.Row = func(n int) widget.Row {
		one := c.shown[n]
		cells := []widget.Cell{{Words: one.before, Soft: true}, {Words: one.words, Soft: one.why != ""}, {Words: one.after, Soft: true}}
		return widget.Row{Cells: cells[first:]}
	}
	c.rows.OnOpen = func(int) { c.take() }
	c.rows.OnLetter = func(r rune) bool {
		w.window.Canvas().Focus(c.filter)
		c.filter.TypedRune(r)
		return true
	}
	c.filter.OnChanged = func(string, int) { c.fill() }
	c.filter.OnEnter = c.take
	c.filter.OnKey = c.steer
	c.form = newForm(c.filter, newLines(w.roomFor(chooserRows, chooserRest), c.rows))
	c.fill()
	c.form.wide = true
	c.form.show(w, title, widget.Choice{Words: tr("Choose"), Do: func() bool { c.take(); return false }, Default: true}, widget.Choice{Words: tr("Close"), Cancel: true})
}

// fill shows the choices that the filter wants, those that begin with it
// first.
func (c *chooser) fill() {
	typed := strings.ToLower(tidy(c.filter.Text()))
	q := find.Parse(typed)
	c.shown = nil
	for _, one := range c.all {
		if q.In(one.before + " " + one.words + " " + one.after + " " + one.also) {
			c.shown = append(c.shown, one)
		}
	}
	slices.SortStableFunc(c.shown, func(a, b choice) int { return a.rank(typed) - b.rank(typed) })
	if c.free != nil && typed != "" {
		c.shown = append(c.shown, c.free(tidy(c.filter.Text()))...)
	}
	c.filter.SetError("")
	c.rows.Refresh()
	c.rows.Select(min(0, len(c.shown)-1))
	c.form.laid()
}

// rank is how far down a choice belongs.
func (c choice) rank(typed string) int {
	switch {
	case typed == "":
		return 0
	case strings.ToLower(c.words) == typed:
		return -1
	case strings.ToLower(c.before) == typed:
		return 0
	case strings.HasPrefix(strings.ToLower(c.words), typed), c.also != "" && strings.HasPrefix(strings.ToLower(c.also), typed):
		return 1
	default:
		return 2
	}
}

func (c *chooser) steer(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		c.rows.TypedKey(&fyne.KeyEvent{Name: name})
		c.filter.SetError("")
		return true
	}
	return false
}

func (c *chooser) take() {
	n := c.rows.Selected()
	if n < 0 {
		return
	}
	one := c.shown[n]
	if one.why != "" {
		c.filter.SetError(one.why)
		c.form.laid()
		return
	}
	c.form.modal.OnClosed = one.run
	c.form.modal.Close()
}

// showPalette offers every command by name.
func (w *Window) showPalette() {
	var all []choice
	for _, c := range w.commands {
		if c.id == "palette" {
			continue
		}
		one := choice{before: tr(c.menu), words: tr(c.title), after: keyWords(c), also: c.title + " " + c.id, run: func() { w.do(c) }}
		if c.enabled != nil && !c.enabled(w) {
			one.why = tr("Not here: this is for an open meeting.")
			if strings.HasPrefix(c.id, "style") {
				one.why = tr("Not here: this is for the Body screen.")
			}
			if strings.HasPrefix(c.id, "search") {
				one.why = tr("Not here: this is for what was found in all minutes.")
			}
			if strings.HasPrefix(c.id, "import-") {
				one.why = tr("Not here: this is for old minutes that are brought in.")
			}
		}
		all = append(all, one)
	}
	slices.SortStableFunc(all, func(a, b choice) int { return min(len(a.why), 1) - min(len(b.why), 1) })
	w.choose(tr("All commands"), tr("Type a few letters of what you want to do"), 96, all)
}

// keyWords are the keys of a command: "F1, Ctrl+Shift+H".
func keyWords(c command) string {
	var names []string
	for _, k := range c.keys {
		names = append(names, k.String())
	}
	return strings.Join(names, ", ")
}

// askItem offers the items of the open meeting by number and words.
func (w *Window) askItem() {
	m := w.meeting.work.meeting()
	numbers := model.Number(m)
	var all []choice
	for _, it := range m.Items {
		one := choice{before: numbers.Items[it.ID], words: model.Plain(it.Title), after: itemAbout(it), run: func() { w.meeting.goTo(it.ID) }}
		if it.Opening() {
			one.words = tr("Before the agenda")
		}
		all = append(all, one)
	}
	if len(all) == 0 {
		w.say(tr("There is no item yet: type a hash sign, a space and a title"))
		return
	}
	w.choose(tr("Go to item"), tr("Number or words of the item"), 96, all)
}

// itemAbout says how far an item is.
func itemAbout(it model.Item) string {
	about := it.Outcome
	if n := len(it.Entries); n > 0 {
		about = joinNotes(plural(n, "entry", "entries"), about)
	}
	return about
}

// bodyAtHand is the body that the screen shown is about, "" for none.
func (w *Window) bodyAtHand() model.ID {
	if s, ok := w.screen.(interface{ bodyShown() model.ID }); ok {
		return s.bodyShown()
	}
	return w.bodyInView()
}

// askBody shows the body at hand, or asks which.
func (w *Window) askBody() { w.forBody(w.showBody) }

// forBody does something with the body at hand, or asks with which.
func (w *Window) forBody(do func(model.ID)) {
	bodies, err := w.book.Bodies()
	if err != nil {
		w.failed("read the bodies", err)
		return
	}
	at := w.bodyAtHand()
	if i := slices.IndexFunc(bodies, func(b model.Body) bool { return b.ID == at }); i >= 0 {
		do(bodies[i].ID)
		return
	}
	switch len(bodies) {
	case 0:
		w.say(tr("There is no body yet. Its first meeting makes it: press Ctrl+N"))
		return
	case 1:
		do(bodies[0].ID)
		return
	}
	var all []choice
	for _, b := range bodies {
		all = append(all, choice{words: b.Name, after: plural(len(b.Seats), "person", "people"), run: func() { do(b.ID) }})
	}
	w.choose(tr("Which body?"), tr("Type a few letters of its name"), 8, all)
}
