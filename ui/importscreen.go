package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model/bring"
	"minutebook/model/minutes/recognise"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// importScreen is where a clerk confirms what old minutes were taken for: the
// file line by line, beside each line what becomes of it, and the doubtful ones
// first. Several files are gone through one after another. Nothing is in the
// book until a file is taken in; until then the window keeps what was said of
// it, also while the clerk is elsewhere.
type importScreen struct {
	w    *Window
	from screen

	files []*importFile
	// at is the file at hand; nil until one is opened.
	at *importFile
	// known is what the book knows, for the first look at each file; nil until it
	// is needed.
	known *bring.Known
	// looking says that a file is being looked at in the background, stopped that
	// the clerk wants no more of that, taking that one is being taken in.
	looking, stopped, taking bool
	// twice is what was warned of: asked for again, it is done.
	twice string
	pane  int
	// shownFacts are the rows of the facts.
	shownFacts []importFact
	narrow     bool

	page    *fyne.Container
	main    *fyne.Container
	about   *widget.Para
	trouble *widget.Para
	panes   *widget.Segments
	lines   *widget.Rows
	facts   *widget.Rows
	list    *widget.Rows
	strip   *widget.Para
	under   *fyne.Container // the strip
	buttons *fyne.Container
	take    *widget.Button
}

// The panes of the screen.
const (
	paneLines = iota
	paneFacts
	paneFiles
)

func newImportScreen(w *Window) *importScreen {
	s := &importScreen{w: w, from: w.cameFrom()}
	s.about, s.trouble, s.strip = caption(""), widget.NewPara(widget.Block{}), widget.NewPara(widget.Block{Style: widget.Message})
	s.trouble.Hide()
	s.panes = widget.NewSegments(s.showPane, widget.Segment{Words: tr("Lines")}, widget.Segment{Words: tr("Meeting and people")}, widget.Segment{Words: tr("Files")})
	s.panes.OnKey, s.panes.OnShortcut = w.wired(s.steer)
	s.take = widget.NewPrimary(tr("Take it in"), "Ctrl+Enter", s.takeIn)
	s.take.OnKey, s.take.OnShortcut = w.wired(s.steer)
	s.buildLines()
	s.buildFacts()
	s.buildFiles()
	s.main = container.NewStack(s.lines)
	s.buttons = s.lineButtons()
	s.under = container.New(stripRoom{}, s.strip)
	bar := newBar(s.about, s.panes, s.take)
	s.page = container.New(desk{s.fit}, container.New(tower{2}, bar, s.trouble, s.main, s.under, s.buttons))
	return s
}

func (s *importScreen) object() fyne.CanvasObject { return s.page }
func (s *importScreen) origin() screen            { return s.from }

func (s *importScreen) heading() heading {
	h := heading{title: tr("Old minutes")}
	if s.at == nil {
		return h
	}
	h.about = s.at.name
	if n := len(s.files); n > 1 {
		h.about += " · " + trf("file %d of %d", s.place(s.at)+1, n)
	}
	if o := s.at.open; o != nil {
		h.about += " · " + toLookAt(o.left()+s.openFacts())
	}
	if s.at.state == fileTaken || s.at.state == fileLeft {
		h.about += " · " + stateOfFile(s.at)
	}
	if looked, waiting := s.looked(); waiting > 0 {
		h.status = trf("%d of %d files looked at", looked, looked+waiting)
	}
	return h
}

// toLookAt says how many lines and facts are still to be looked at.
func toLookAt(n int) string {
	if n == 0 {
		return tr("nothing left to look at")
	}
	return trf("%d to look at", n)
}

func (s *importScreen) hints() []hint {
	switch s.pane {
	case paneFacts:
		return []hint{{"Up, Down", "choose"}, {"Enter", "change it"}, {"Space", "right; next"}, {"Left, Right", "lines, files"}, {"Ctrl+Enter", "take it in"}, {"Esc", "back; all stays as it is"}}
	case paneFiles:
		return []hint{{"Up, Down", "choose"}, {"Enter", "go to the file"}, {"X", "leave it out"}, {"Left, Right", "people, lines"}, {"Esc", "back; all stays as it is"}}
	}
	return []hint{{"Enter", "right; next"}, {"1, 2, 3", "what else it may be"}, {"K", "all kinds"}, {"L", "all like this"}, {"X", "leave out"}, {"U", "undo"},
		{"Left, Right", "people, files"}, {"Ctrl+Enter", "take it in"}, {"Esc", "back"}}
}

// focus puts the keyboard into the list that is shown.
func (s *importScreen) focus() { s.w.window.Canvas().Focus(s.rows()) }

// rows is the list that is shown.
func (s *importScreen) rows() *widget.Rows { return []*widget.Rows{s.lines, s.facts, s.list}[s.pane] }

func (s *importScreen) refresh() { s.fill() }

// showPane shows one of the lists.
func (s *importScreen) showPane(n int) {
	s.pane = n
	s.panes.Choose(n)
	s.main.Objects = []fyne.CanvasObject{s.rows()}
	s.main.Refresh()
	if n == paneFiles && s.at != nil {
		s.list.Select(s.place(s.at))
	}
	s.fill()
	if s.w.screen == screen(s) {
		s.focus()
	}
}

// fit shows fewer columns where there is little room.
func (s *importScreen) fit(cramped bool) {
	if s.narrow != cramped {
		s.narrow = cramped
		s.lines.SetColumns(s.lineColumns()...)
		s.facts.SetColumns(s.factColumns()...)
		s.list.SetColumns(s.fileColumns()...)
	}
}

// fill shows everything anew, with the same rows chosen.
func (s *importScreen) fill() {
	if s.w.screen != screen(s) {
		return
	}
	setCaption(s.about, s.aboutWords())
	s.sayTrouble()
	s.shownFacts = s.factRows()
	s.lines.SetEmpty(s.emptyWords())
	for _, rows := range []*widget.Rows{s.lines, s.facts, s.list} {
		rows.Refresh()
	}
	s.rows().Select(max(s.rows().Selected(), 0))
	setVisible(s.buttons, s.pane == paneLines && !s.w.cramped && s.ready())
	s.told()
	s.page.Refresh()
	s.rows().Select(s.rows().Selected()) // in view, where the list is lower now
}

// told shows anew what depends on the row that is chosen.
func (s *importScreen) told() {
	words := s.stripBlock()
	s.strip.Set(words)
	if shown := words.Text != ""; s.under.Visible() != shown || s.under.Size().Height != s.under.MinSize().Height {
		setVisible(s.under, shown)
		s.page.Refresh() // it has more lines now, or fewer
	}
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

// ready says whether a file is at hand that something can be said of.
func (s *importScreen) ready() bool {
	return s.at != nil && s.at.open != nil && s.at.state != fileTaken
}

func (s *importScreen) emptyWords() string {
	switch {
	case s.at == nil:
		return tr("Reading …")
	case s.at.state == fileUnread:
		return tr("This file cannot be read.")
	case s.at.open == nil:
		return trf("Reading %s …", s.at.name)
	}
	return tr("There are no words in this file.")
}

// aboutWords say which meeting the file at hand is of.
func (s *importScreen) aboutWords() string {
	if s.at == nil || s.at.open == nil {
		return tr("Files of minutes that were written elsewhere")
	}
	p := &s.at.open.shown
	body, day := tr("No body found"), tr("No day found")
	if p.Body.Name != "" {
		body = p.Body.Name
		if p.NewBody {
			body = trf("%s, a new body", body)
		}
	}
	if d := p.Found.Meeting.Date; d.Valid() {
		day = d.Full()
	}
	style := ""
	if p.Style != "" {
		style = trf("style %s", s.w.styles.Name(p.Style))
	}
	return joinNotes(body, day, p.Found.Meeting.Venue, style)
}

// sayTrouble says what stands in the way of taking the file in, or should be
// known before.
func (s *importScreen) sayTrouble() {
	chip, words, tone := s.troubleWords()
	s.trouble.Set(widget.Block{Style: widget.Message, Chip: chip, Tone: tone, Text: literal(words)})
	setVisible(s.trouble, words != "")
}

func (s *importScreen) troubleWords() (chip, words string, tone theme.Tone) {
	f := s.at
	switch {
	case f == nil:
		return "", "", theme.NoTone
	case f.state == fileUnread:
		return tr("Not read"), sentence(capital(f.why)), theme.Restricted
	case f.open == nil:
		return "", "", theme.NoTone
	case f.state == fileTaken:
		return tr("In the book"), tr("These minutes are in the book already; nothing changes here any more."), theme.Decision
	}
	p := &f.open.shown
	switch {
	case p.Ours != nil:
		return tr("Known"), trf("This program made the file, of the minutes of %s, %s, which the book has. Ctrl+Enter asks whether to read the edits back.", p.Ours.Body, p.Ours.Date.Long()), theme.Draft
	case p.Clash != nil:
		return tr("There already"), trf("The book has the meeting of %s on %s. Leave this file out, or choose another body, day or kind under Meeting and people.", p.Clash.Body, p.Clash.Date.Long()), theme.Restricted
	case lacks(p, bring.NoBody) && lacks(p, bring.NoDay):
		return tr("Not yet"), tr("The file does not say which body met, nor on which day. Ctrl+Enter asks for both."), theme.Restricted
	case lacks(p, bring.NoBody):
		return tr("Not yet"), tr("The file does not say which body met. Ctrl+Enter asks for it."), theme.Restricted
	case lacks(p, bring.NoDay):
		return tr("Not yet"), tr("The file does not say on which day the meeting was. Ctrl+Enter asks for it."), theme.Restricted
	case len(f.open.doc.Warnings) > 0:
		return tr("Not all of it"), sentence(capital(fileWords(f.open.doc.Warnings[0]))), theme.Draft
	}
	return "", "", theme.NoTone
}

// stripRoom gives the strip under the list room for two lines, so that the list
// stays as it is while the choice goes through it.
type stripRoom struct{}

// Layout is called by Fyne.
func (stripRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
}

// MinSize is called by Fyne.
func (stripRoom) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	size.Height = max(size.Height, themed(theme.SizePane)*theme.Leading*2)
	return size
}

// whatWord is what a piece may be as the screen names it, with its tone.
func whatWord(as recognise.What) (string, theme.Tone) {
	tone, ok := whatTones[as]
	if !ok {
		tone = theme.Plain
	}
	return tr(whatNames[as]), tone
}

// whatNames name the kinds that a line may be of.
var whatNames = map[recognise.What]string{
	recognise.Paragraph: "Paragraph", recognise.Bullet: "Bullet", recognise.Item: "Agenda item", recognise.Subheading: "Sub-heading",
	recognise.Action: "Action", recognise.EarlierAction: "Earlier action", recognise.Decision: "Decision", recognise.Motion: "Motion", recognise.Vote: "Vote",
	recognise.Interest: "Interest", recognise.Movement: "Coming or going", recognise.Approval: "Approval", recognise.People: "People",
	recognise.Title: "Title", recognise.Facts: "Day, time, place", recognise.Introduced: "Label", recognise.Next: "Next meeting",
	recognise.Closing: "Close", recognise.Signature: "Signature", recognise.Dropped: "Left out",
}

// whatTones are the colours of those that stand out.
var whatTones = map[recognise.What]theme.Tone{
	recognise.Action: theme.Action, recognise.EarlierAction: theme.Action, recognise.Decision: theme.Decision, recognise.Approval: theme.Decision,
	recognise.Motion: theme.Motion, recognise.Vote: theme.Motion, recognise.Interest: theme.Interest, recognise.Dropped: theme.Restricted,
}

// whatLetters are the keys that say that a line is of a kind; the kinds without
// one are among all kinds.
var whatLetters = map[recognise.What]rune{
	recognise.Paragraph: 'p', recognise.Bullet: 'b', recognise.Item: 'i', recognise.Subheading: 'h', recognise.Action: 'a', recognise.EarlierAction: 'e',
	recognise.Decision: 'd', recognise.Motion: 'm', recognise.Vote: 'v', recognise.Movement: 'g', recognise.Approval: 'o', recognise.People: 'w',
	recognise.Title: 't', recognise.Facts: 'f', recognise.Next: 'r', recognise.Closing: 'c', recognise.Signature: 's', recognise.Dropped: 'x',
}
