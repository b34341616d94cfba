package ui

import (
	"cmp"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/corrections"
	"minutebook/model/diff"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/returned"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// returnedScreen shows what was edited in a draft that came back: each edit a
// proposal beside what the minutes say. Nothing is done to the minutes but what
// is accepted here.
type returnedScreen struct {
	w    *Window
	from screen
	name string // of the file
	// source is the meeting it is of, found what was edited in it.
	source returned.Source
	found  returned.Returned
	// answers are what the clerk said to each proposal, and steps those answers
	// in their order, to be taken back.
	answers []answer
	steps   []step

	page  *fyne.Container
	says  *widget.Para
	rows  *widget.Rows
	ours  *widget.Para
	file  *widget.Para
	aside *widget.Para
	tools *fyne.Container
}

// answer is what the clerk said to a proposal.
type answer int

// The answers.
const (
	unanswered answer = iota
	isAccepted
	isRejected
)

// step is answers that were given at once: the proposals, and the revisions of the
// meeting before the first of them and after the last.
type step struct {
	of            []int
	changes       int
	before, after int
}

func newReturnedScreen(w *Window, name string, source returned.Source, found returned.Returned) *returnedScreen {
	s := &returnedScreen{w: w, from: w.meeting, name: name, source: source, found: found, answers: make([]answer, len(found.Proposals))}
	s.says, s.aside = caption(""), caption("")
	s.ours, s.file = caption(""), caption("")
	s.rows = widget.NewRows(widget.Table, s.nothing(), widget.Column{Title: tr("Place"), Width: 290}, widget.Column{Title: tr("Edit"), Width: 150},
		widget.Column{Title: tr("Words")}, widget.Column{Title: tr("By"), Width: 190}, widget.Column{Title: tr("Answer"), Width: 110})
	s.rows.Length = func() int { return len(s.found.Proposals) }
	s.rows.Row = s.row
	s.rows.OnSelected = func(int) { s.told() }
	s.rows.OnOpen = func(int) { s.accept() }
	s.rows.OnLetter = s.letter
	onKey, onShortcut := w.wired(s.key)
	s.rows.OnKey = onKey
	s.rows.OnShortcut = func(c fyne.Shortcut) bool {
		if _, ok := c.(*fyne.ShortcutUndo); ok {
			s.undo()
			return true
		}
		return onShortcut(c)
	}
	s.tools = container.New(&flow{gap: 0.75})
	for _, b := range []*widget.Button{widget.NewButton(tr("Accept"), "A", s.accept), widget.NewButton(tr("Reject"), "R", s.reject), widget.NewButton(tr("Accept all"), "", s.askAll),
		widget.NewButton(tr("Take back"), "Ctrl+Z", s.undo), widget.NewButton(tr("Go there"), "G", s.goThere)} {
		b.OnKey, b.OnShortcut = onKey, s.rows.OnShortcut
		s.tools.Add(b)
	}
	both := container.New(&pair{}, s.ours, s.file)
	s.page = newDeskPage(nil, s.says, s.rows, both, s.aside, s.tools)
	setCaption(s.says, s.about())
	s.rows.Select(0)
	s.told()
	return s
}

func (s *returnedScreen) object() fyne.CanvasObject { return s.page }
func (s *returnedScreen) origin() screen            { return s.from }
func (s *returnedScreen) focus()                    { s.w.window.Canvas().Focus(s.rows) }
func (s *returnedScreen) refresh()                  { s.rows.Refresh(); s.told() }

func (s *returnedScreen) heading() heading {
	waiting, accepted, rejected := 0, 0, 0
	for _, a := range s.answers {
		switch a {
		case unanswered:
			waiting++
		case isAccepted:
			accepted++
		case isRejected:
			rejected++
		}
	}
	return heading{title: tr("Edited draft"), about: s.name + " · " + trf("%d to answer, %d accepted, %d rejected", waiting, accepted, rejected)}
}

func (s *returnedScreen) hints() []hint {
	return []hint{{"Up, Down", "choose"}, {"A, Enter", "accept"}, {"R", "reject"}, {"Ctrl+Z", "take back"}, {"G", "go there"}, {"Esc", "to the minutes"}}
}

// nothing is what the list says where it is empty.
func (s *returnedScreen) nothing() string {
	return tr("Nothing in this file differs from the minutes it was made of.")
}

// about says what the file is compared with, and what becomes of what is accepted.
func (s *returnedScreen) about() string {
	m := s.source.Now
	words := trf("%s, %s.", m.Body, m.Date.Long()) + " "
	switch s.source.Basis {
	case returned.Same:
		words += tr("The file is of the minutes as they stand.")
	case returned.Revision, returned.Sent:
		words += tr("The file is of an earlier version, and is compared with that: what the book has changed since is kept.")
	case returned.Today:
		words += tr("The book no longer has the version that the file is of. It is compared with the minutes as they stand, so what the book has changed since shows too, the other way round.")
	}
	switch {
	case m.Seal != nil:
		words += " " + tr("These minutes are approved and sealed: nothing in them changes any more. Correct them at a later meeting.")
	case corrections.Takes(m):
		words += " " + tr("These minutes are circulated: what you accept becomes corrections.")
	}
	if n := s.found.Already; n > 0 {
		words += " " + trf("The minutes have %s of it already.", plural(n, "change", "changes"))
	}
	if len(s.found.Left) > 0 {
		words += " " + trf("Left as it is, since it is no word of the meeting's own: %s.", strings.Join(s.found.Left, "; "))
	}
	return words
}

func (s *returnedScreen) row(n int) widget.Row {
	p := s.found.Proposals[n]
	return widget.Row{Cells: []widget.Cell{{Words: p.Where}, s.editCell(p), {Words: s.edited(p), Soft: true}, {Words: s.whose(p), Soft: true}, s.answerCell(n)}}
}

// editCell says what a proposal would do; one that clashes says so first.
func (s *returnedScreen) editCell(p returned.Proposal) widget.Cell {
	switch {
	case p.Hand != "":
		return widget.Cell{Words: tr("By hand"), Tone: theme.Draft}
	case p.Conflict:
		return widget.Cell{Words: tr("Changed in both"), Tone: theme.Restricted}
	}
	return widget.Cell{Words: map[returned.Kind]string{returned.Reword: tr("Changed"), returned.Insert: tr("Added"), returned.Delete: tr("Deleted"),
		returned.Move: tr("Moved"), returned.Note: tr("Comment")}[p.Kind]}
}

func (s *returnedScreen) answerCell(n int) widget.Cell {
	switch s.answers[n] {
	case isAccepted:
		return widget.Cell{Words: tr("Accepted"), Tone: theme.Decision}
	case isRejected:
		return widget.Cell{Words: tr("Rejected"), Tone: theme.Plain}
	case unanswered:
	}
	return widget.Cell{}
}

// edited are the words of a proposal as a row shows them: around what differs, or
// what is moved.
func (s *returnedScreen) edited(p returned.Proposal) string {
	words := p.After
	switch p.Kind {
	case returned.Delete:
		words = p.Before
	case returned.Reword:
		var spans []model.Span
		for _, r := range diff.Words(model.Plain(p.Before), model.Plain(p.After)) {
			if r.Mark != diff.Deleted {
				spans = append(spans, model.Span{Text: r.Text, Bold: r.Mark != diff.Same})
			}
		}
		return model.Words(compare.Short(spans))
	case returned.Move:
		words = cmp.Or(s.source.Moved(p), p.After)
	case returned.Insert, returned.Note:
	}
	const most = 100
	text := []rune(strings.Join(strings.Fields(model.Plain(words)), " "))
	if len(text) > most {
		return strings.TrimSpace(string(text[:most])) + " …"
	}
	return string(text)
}

// whose says who made an edit, and when.
func (s *returnedScreen) whose(p returned.Proposal) string {
	if !p.Tracked() {
		return tr("Not tracked")
	}
	when := ""
	if t, err := time.Parse(time.RFC3339, p.When); err == nil {
		t = t.In(s.w.out.Now().Location())
		when = model.DateOf(t).Long() + ", " + t.Format("15:04")
	}
	return joinNotes(p.By, when)
}

// told shows the proposal that is chosen.
func (s *returnedScreen) told() {
	p, n, ok := s.chosen()
	ours, file, aside := "", "", ""
	if ok {
		ours, file = s.sides(p, s.answers[n] == isAccepted)
		aside = s.beside(p)
	}
	for _, side := range []struct {
		para  *widget.Para
		words string
	}{{s.ours, ours}, {s.file, file}} {
		side.para.Set(widget.Block{Style: widget.Message, Text: side.words})
		setVisible(side.para, side.words != "")
	}
	setCaption(s.aside, aside)
	setVisible(s.tools, len(s.found.Proposals) > 0)
	s.page.Refresh()
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// sides are what the minutes say, or said until the edit was accepted, and what
// the file says, with what differs in bold.
func (s *returnedScreen) sides(p returned.Proposal, done bool) (ours, file string) {
	ourLabel, fileLabel := bold(tr("The minutes say"))+"\n", bold(tr("The file says"))+"\n"
	if done {
		ourLabel = bold(tr("The minutes said")) + "\n"
	}
	switch p.Kind {
	case returned.Insert:
		return ourLabel + literal(tr("nothing there")), fileLabel + p.After
	case returned.Delete:
		return ourLabel + p.Before, fileLabel + literal(tr("nothing there any more"))
	case returned.Move:
		return ourLabel + literal(p.Before), fileLabel + literal(p.After)
	case returned.Note:
		words := tr("Accepted, it becomes a private note here, which no document has.")
		if p.Before != "" {
			words = trf("Put on “%s”.", p.Before) + " " + words
		}
		return bold(tr("Comment")) + "\n" + literal(words), bold(s.whose(p)) + "\n" + literal(p.After)
	case returned.Reword:
	}
	now := p.Before
	if p.Conflict {
		now = p.Now
	}
	was, is := model.Plain(now), model.Plain(p.After)
	if was == is { // only the look of words differs
		return ourLabel + now, fileLabel + p.After
	}
	ours, file = differingWords(was, is)
	if p.Conflict && p.Now == "" {
		ours = literal(tr("nothing there any more"))
	}
	return ourLabel + ours, fileLabel + file
}

// differingWords are two texts as blocks have them, with what differs in bold.
func differingWords(was, is string) (a, b string) {
	var before, after []model.Span
	for _, r := range diff.Words(was, is) {
		span := model.Span{Text: r.Text, Bold: r.Mark != diff.Same}
		if r.Mark != diff.Inserted {
			before = append(before, span)
		}
		if r.Mark != diff.Deleted {
			after = append(after, span)
		}
	}
	return emphasised(before), emphasised(after)
}

// beside is what is worth knowing before a proposal is accepted.
func (s *returnedScreen) beside(p returned.Proposal) string {
	var words []string
	if moved := s.source.Moved(p); moved != "" {
		words = append(words, trf("What was moved: %s", model.Plain(moved)))
	}
	if p.Conflict && p.Kind == returned.Reword {
		words = append(words, trf("When the file was made the minutes said: %s", model.Plain(p.Before)))
	}
	if p.Conflict {
		words = append(words, tr("The minutes changed there meanwhile: accepting takes the words of the file."))
	}
	for _, more := range []string{p.Remark, p.Hand} {
		if more != "" {
			words = append(words, sentence(capital(more)))
		}
	}
	return strings.Join(words, " ")
}

// chosen is the proposal that is selected.
func (s *returnedScreen) chosen() (returned.Proposal, int, bool) {
	n := s.rows.Selected()
	if n < 0 || n >= len(s.found.Proposals) {
		return returned.Proposal{}, n, false
	}
	return s.found.Proposals[n], n, true
}

// pair lays two objects out beside one another, each in half of the width.
type pair struct{ width float32 }

// sidesGap is the room between the two, in steps of the grid.
const sidesGap = 3

func (h *pair) half() float32 { return max(0, (h.width-sidesGap*unit())/2) }

// Layout is called by Fyne.
func (h *pair) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(h.half()+sidesGap*unit()), 0))
		o.Resize(fyne.NewSize(h.half(), size.Height))
	}
}

// MinSize is the height of the higher, in the width that was laid out last.
func (h *pair) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := float32(0)
	for _, o := range objects {
		if h.width > 0 {
			o.Resize(fyne.NewSize(h.half(), o.Size().Height))
		}
		if o.Visible() {
			high = max(high, o.MinSize().Height)
		}
	}
	return fyne.NewSize(0, high)
}
