package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// meetingScreen is where a meeting is minuted: agenda at the left, the running
// order of one item on a sheet with the composer under it, people and actions
// at the right.
type meetingScreen struct {
	w     *Window
	work  *minuting
	saver Saver
	style minutes.Style
	// ledger is what happened to the meeting's actions afterwards.
	ledger []model.Event
	// behind is the band that says what should have been sealed; nil where nothing
	// should.
	behind fyne.CanvasObject
	// away says in whose hands the body is, "" where it is in this book's.
	away string

	// saved is the newest revision known to be kept, at savedAt; failing says
	// that the last try failed.
	saved   int
	savedAt time.Time
	failing bool
	// entered says that words became an entry whose keeping is under way, so
	// that they stay in the unfinished words until it is kept.
	entered    bool
	drafts     drafts
	unfinished mailbox
	// before are the words that were in the composer when editing began;
	// leaving says that the last undo was inside the composer, inMinutes that it
	// was in the minutes: redo goes back the way that undo came.
	before    string
	leaving   bool
	inMinutes bool
	// since counts the changes of the minutes since the words in the composer
	// last changed: undo begins with those. shown is the revision on screen.
	since int
	shown int
	// confirmed is the line that was asked for twice though it is not understood.
	confirmed string
	// places are where the clerk was before, time how long the item has been
	// going.
	places places
	time   itemTime
	// closing is the revision with which the meeting closed, until what it agreed
	// about earlier minutes is under way; 0 for none.
	closing int
	// carried is the item that was deleted while words were in the composer:
	// they go back with it.
	carried model.ID
	follow  followUp
	// register is the way back to where the meeting was opened from; nil for
	// none.
	register *returning
	spell    spelling

	root  *fyne.Container
	sheet *widget.Sheet
	title *widget.Para
	// standing says how far the minutes are on their way to approval.
	standing *standing
	empty    *widget.Para
	paras    []*widget.Para
	panel    *composerPanel
	agenda   *agendaPane
	people   *peoplePane
	roll     *rollCall // nil until it is first asked for
	// preview is nil until it is first asked for.
	preview *preview
	find    *findBar
}

// openMeeting reads a meeting and its unfinished words from the book.
func openMeeting(w *Window, id model.ID) (*meetingScreen, error) {
	m, err := w.book.Meeting(id)
	if err != nil {
		return nil, err
	}
	ledger, err := w.book.Ledger(id)
	if err != nil {
		return nil, err
	}
	names, err := knownNames(w.book)
	if err != nil {
		return nil, err
	}
	words, err := w.book.Unfinished(id)
	if err != nil {
		return nil, err
	}
	s := &meetingScreen{w: w, ledger: ledger, saved: m.Rev, shown: m.Rev, follow: followUp{at: -1}}
	s.saver = w.out.Saver(m.Rev, s.told)
	s.work = newMinuting(m, &w.out, names, s.saver.Keep)
	s.work.goToBeginning()
	s.work.known = s.known
	s.readAway(m.BodyID)
	s.drafts = drafts{save: s.saveUnfinished, after: w.out.After, now: w.out.Now}
	s.build()
	if err := s.learnKnown(); err != nil {
		return nil, err
	}
	seen := s.work.meeting()
	s.work.session.Watch(func(model.Meeting) {
		s.work.settle()
		now := s.work.meeting() // as corrected
		s.keepNoted(seen, now)
		w.hasChanged(seen, now)
		was := seen
		seen = now
		s.closedNow(was, now)
	})
	if !s.work.alreadyEntered(words) {
		s.work.resume(words)
		s.before = words.Before
		s.panel.composer.Set(words.Text, words.Caret)
		s.adopt()
	}
	if err := s.prepare(); err != nil {
		return nil, err
	}
	s.fill()
	s.lookBehind()
	return s, nil
}

// knownNames are the people, posts and organisations of the book.
func knownNames(book Book) ([]string, error) {
	bodies, err := book.Bodies()
	if err != nil {
		return nil, err
	}
	var names []string
	for _, b := range bodies {
		for _, seat := range b.Seats {
			names = append(names, seat.Name, seat.Post, seat.Group)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	return slices.DeleteFunc(names, func(n string) bool { return n == "" }), nil
}

func (s *meetingScreen) build() {
	s.title = widget.NewPara(widget.Block{Style: widget.Heading})
	s.empty = widget.NewPara(widget.Block{})
	s.panel = newComposerPanel(s)
	s.find = newFindBar(s)
	s.title.OnSecondary = func(at fyne.Position) { s.itemMenu(s.work.item, at) }
	s.standing = newStanding(s)
	s.sheet = widget.NewSheet(stacked(12, s.find.object, s.standing.object, s.title), s.panel.object)
	s.agenda = newAgendaPane(s)
	s.people = newPeoplePane(s)
	s.root = container.New(deskLayout{s.leastMiddle}, s.agenda.object, s.sheet, s.people.object)
	s.layPanes()
}

func (s *meetingScreen) object() fyne.CanvasObject { return s.root }

func (s *meetingScreen) focus() {
	if s.rolling() {
		s.roll.focus()
		return
	}
	s.w.window.Canvas().Focus(s.panel.composer)
}

// layPanes shows or hides the side panes.
func (s *meetingScreen) layPanes() {
	for _, pane := range []fyne.CanvasObject{s.agenda.object, s.people.object} {
		if s.w.look.HidePanes {
			pane.Hide()
		} else {
			pane.Show()
		}
	}
	s.root.Refresh()
	s.preview.refit()
}

func (s *meetingScreen) refresh() {
	ledger, err := s.w.book.Ledger(s.work.meeting().ID)
	if err != nil {
		s.w.failed("read what happened to the actions", err)
	} else {
		s.ledger = ledger
	}
	if err := s.learnKnown(); err != nil {
		s.w.failed("read the people and words of the book", err)
	}
	s.fill()
}

// live says whether the meeting is being held.
func (s *meetingScreen) live() bool {
	m := s.work.meeting()
	return m.State == model.Live && m.Started != ""
}

func (s *meetingScreen) heading() heading {
	m := s.work.meeting()
	h := heading{title: m.Body, about: m.Date.Full()}
	if m.Venue != "" {
		h.about += " · " + m.Venue
	}
	h.state, h.tone = standingWord(m)
	if s.live() {
		h.state += " " + string(m.Started)
	}
	var status []string
	present, alarm := presence(m, s.work.item)
	if present != "" {
		status = append(status, present)
	}
	h.alarm = alarm
	if s.away != "" {
		h.alarm = tr("Handed over")
		status = append(status, s.away)
	}
	if words := s.itemWords(); words != "" {
		status = append(status, words)
	}
	h.status = strings.Join(append(status, s.savedWords()), " · ")
	return h
}

// savedWords says how far what is on screen is on disk.
func (s *meetingScreen) savedWords() string {
	switch {
	case s.failing:
		return tr("NOT SAVED")
	case s.saved < s.work.meeting().Rev:
		return tr("Saving")
	case s.savedAt.IsZero():
		return tr("Saved")
	default:
		return trf("Saved %s", s.savedAt.Format("15:04"))
	}
}

func (s *meetingScreen) hints() []hint {
	if s.rolling() {
		return s.roll.hints()
	}
	if s.find.open {
		return s.find.hints()
	}
	if s.preview.instead() && s.work.editing == "" && s.work.selected == "" {
		return append(s.preview.hints(), s.panel.completing.hints()...)
	}
	return append(s.writingHints(), s.panel.completing.hints()...) // at the end, so that nothing else moves
}

func (s *meetingScreen) writingHints() []hint {
	if s.work.fixed() {
		return []hint{{"Ctrl+PgUp, PgDn", "previous, next item"}, {"Ctrl+Shift+P", "preview"}, {"Ctrl+Shift+E", "export"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
	}
	if s.work.editing != "" {
		return []hint{{"Enter", "keep the change"}, {"Esc", "leave it as it was"}, {"Shift+Enter", "new line"}, {"F1", "keys"}}
	}
	if s.work.selected != "" {
		return []hint{{"Ctrl+E", "edit"}, {"Ctrl+1 to 7", "change its kind"}, {"Ctrl+Shift+Up, Down", "move"}, {"Ctrl+Shift+Del", "delete"}, {"Esc", "back to the end"}}
	}
	return []hint{{"Enter", "add"}, {"Ctrl+Enter", "add, next item"}, {"Ctrl+Up, Down", "choose an entry"}, {"Ctrl+Z", "undo"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
}

// fill shows the meeting as it stands, wherever the change came from.
func (s *meetingScreen) fill() {
	m := s.work.meeting()
	s.style = s.w.styles.Of(m)
	if m.Rev != s.shown {
		s.shown = m.Rev
		s.since++
	}
	numbers := model.Number(m)
	s.follow.list = model.Problems(m, s.follow.known)
	s.standing.fill()
	if s.rolling() {
		s.roll.fill(m)
	} else {
		s.fillSheet(m, numbers)
	}
	s.agenda.fill(m, numbers)
	s.people.fill(m)
	s.panel.fill()
	s.find.fill()
	s.keepTime()
	if s.w.screen == screen(s) {
		s.w.headChanged()
	}
}

func (s *meetingScreen) fillSheet(m model.Meeting, numbers model.Numbers) {
	it, ok := m.Item(s.work.item)
	s.title.Set(s.titleBlock(it, ok, numbers))
	var all []fyne.CanvasObject
	shown := s.lines(m, it)
	for i, l := range shown {
		if i == len(s.paras) {
			s.paras = append(s.paras, widget.NewPara(widget.Block{}))
		}
		p, e := s.paras[i], l.entry
		p.Set(s.lineBlock(m, it, l, numbers))
		p.SetSelected(l.writable() && (e.ID == s.work.selected || e.ID == s.work.editing))
		p.OnTapped = func() { s.choose(e.ID) }
		p.OnSecondary = func(at fyne.Position) { s.entryMenu(e, at) }
		if !l.writable() {
			p.OnTapped, p.OnSecondary = s.w.askCorrections, nil
		}
		all = append(all, p)
	}
	if len(shown) == 0 {
		s.empty.Set(widget.Block{Text: emptyWords(ok), Style: widget.Body})
		all = append(all, s.empty)
	}
	s.sheet.SetEntries(all...)
	s.reveal(shown)
}

// reveal scrolls to the entry that is chosen, or else to the last.
func (s *meetingScreen) reveal(shown []sheetLine) {
	for i, l := range shown {
		if l.writable() && (l.entry.ID == s.work.selected || l.entry.ID == s.work.editing) {
			s.sheet.Reveal(s.paras[i])
			return
		}
	}
	s.sheet.RevealEnd()
}

func emptyWords(inItem bool) string {
	if !inItem {
		return tr("The meeting has no items yet. Type a hash sign, a space and a title to begin the first, as in: # Minutes of the last meeting")
	}
	return tr("Nothing is minuted here yet. Type what came of this item and press Enter.")
}

func (s *meetingScreen) titleBlock(it model.Item, ok bool, numbers model.Numbers) widget.Block {
	b := widget.Block{Style: widget.Heading, Text: literal(it.Title)}
	switch {
	case !ok:
		b.Text = tr("A new meeting")
		return b
	case it.Opening():
		b.Text = tr("Before the agenda")
	default:
		b.Number = numbers.Items[it.ID]
		if it.Reference == "" {
			b.Number += "."
		}
	}
	var about []string
	if it.Presenter != "" {
		about = append(about, factShown(trf("Presented by %s", it.Presenter), it.PresenterRestricted))
	}
	for _, p := range it.Papers {
		about = append(about, factShown(strings.TrimSpace(p.Title+" "+p.Reference), p.Restricted))
	}
	if it.Outcome != "" {
		about = append(about, factShown(capital(it.Outcome), it.OutcomeRestricted))
	}
	if it.Restricted != nil {
		about = append(about, trf("Restricted: %s", restrictionWords(*it.Restricted)))
		b.Bar = theme.Restricted
	}
	if len(it.Withheld) > 0 {
		b.Withheld, about = phrasesShown(it.Withheld), append(about, withheldNote(it.Withheld))
		b.Bar = theme.Restricted
	}
	b.Note = strings.Join(about, " · ")
	return b
}

// block is an entry as the sheet shows it.
func (s *meetingScreen) block(m model.Meeting, it model.Item, e model.Entry, numbers model.Numbers) widget.Block {
	b := widget.Block{Text: s.style.Sentence(m, e)}
	switch e.Kind {
	case model.Paragraph, model.Movement:
		b.Number = s.paragraphNumber(e, numbers)
	case model.Bullet:
		b.Bullet = e.Level + 1
	case model.Heading:
		b.Style = widget.Subheading
	case model.Action:
		b.Chip, b.Tone = s.actionChip(e)
		b.Note = s.actionNote(e)
	case model.Decision, model.Motion, model.VoteTaken, model.Interest, model.Private:
		b.Chip, b.Tone = kindWord(e.Kind)
		b.Number = s.paragraphNumber(e, numbers)
		b.Note = resolutionNote(e.Resolution)
	}
	if e.At != "" && e.Kind != model.Movement {
		b.Note = joinNotes(trf("at %s", e.At), b.Note)
	}
	if hidden(e) || it.Restricted != nil {
		b.Bar = theme.Restricted
	}
	if e.Restricted != nil {
		b.Note = joinNotes(trf("Restricted: %s", restrictionWords(*e.Restricted)), b.Note)
	}
	if len(e.Withheld) > 0 && e.Kind != model.Private {
		b.Withheld, b.Note = phrasesShown(e.Withheld), joinNotes(withheldNote(e.Withheld), b.Note)
		if b.Chip == "" {
			b.Chip, b.Tone = tr("Part restricted"), theme.Restricted
		}
	}
	return b
}

func (s *meetingScreen) paragraphNumber(e model.Entry, numbers model.Numbers) string {
	if s.style.Paragraphs == "" {
		return ""
	}
	return numbers.Paragraphs[e.ID]
}

func (s *meetingScreen) actionChip(e model.Entry) (string, theme.Tone) {
	number := s.work.meeting().Numbering.Actions.YearFirst(e.Number)
	if e.Action != nil && e.Action.Withdrawn {
		return trf("Action %s withdrawn", number), theme.Plain
	}
	return trf("Action %s", number), theme.Action
}

// actionNote is what was read from an action's words, and what became of it.
func (s *meetingScreen) actionNote(e model.Entry) string {
	note := ownersAndDue(e.Action)
	for _, event := range slices.Backward(s.ledger) {
		if event.Action != e.ID {
			continue
		}
		word, _ := actionStateWord(event.State)
		if on := event.On.Long(); on != "" {
			word = trf("%s on %s", word, on)
		}
		if event.Note != "" {
			word += ": " + event.Note
		}
		return joinNotes(note, word)
	}
	return note
}

func resolutionNote(r *model.Resolution) string {
	if r == nil {
		return ""
	}
	var parts []string
	for _, p := range []struct{ words, value string }{{tr("Number %s"), r.Number}, {tr("Moved by %s"), r.Mover}, {tr("seconded by %s"), r.Seconder}, {"%s", r.Result}} {
		if p.value != "" {
			parts = append(parts, fmt.Sprintf(p.words, p.value))
		}
	}
	return strings.Join(parts, " · ")
}

func joinNotes(notes ...string) string {
	return strings.Join(slices.DeleteFunc(notes, func(n string) bool { return n == "" }), " · ")
}

// deskLayout lays the side panes out at their width, where there is room, and
// the sheet between them.
type deskLayout struct {
	// least is how wide the middle must be before a pane gives way, in units
	// before they are scaled.
	least func() float32
}

const (
	agendaWidth = 248
	peopleWidth = 280
	sheetLeast  = 480
)

// Layout is called by Fyne.
func (d deskLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, sheet, right := objects[0], objects[1], objects[2]
	scale := measure(1)
	widths := [2]float32{}
	for i, pane := range []fyne.CanvasObject{left, right} {
		if pane.Visible() {
			widths[i] = []float32{agendaWidth, peopleWidth}[i] * scale
		}
	}
	if room := size.Width - widths[0] - widths[1]; room < d.least()*scale {
		widths[1] = 0
	}
	if size.Width-widths[0]-widths[1] < d.least()*scale {
		widths[0] = 0
	}
	place := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	place(left, 0, widths[0])
	place(sheet, widths[0], size.Width-widths[0]-widths[1])
	place(right, size.Width-widths[1], widths[1])
}

// MinSize lets the window be as small as it likes.
func (deskLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }
