package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// rollCall is the face of the meeting screen on which the roll is called: the
// attendance list on the sheet, in the place of the running order, and under
// it what the keys do with the chosen line. It changes the meeting only by
// changes that quick lines make too.
type rollCall struct {
	s     *meetingScreen
	shown bool
	// seats are the roster of the day, to offer those who are not yet listed.
	seats []model.Seat
	lines []rollLine
	shows []widget.Row // of each line
	// narrow says that there is little room: name and post are one column.
	narrow bool
	// just is who was marked last, with the choice since moved on; "" for none.
	just model.ID
	jump rollJump
	ask  *rollAsk // nil while nothing is asked

	sheet   *widget.Sheet
	title   *widget.Label
	count   *widget.Para
	rows    *widget.Rows
	frame   *widget.Frame
	buttons *fyne.Container
	asking  *fyne.Container // what is asked, with the words written for it
	asks    *widget.Para
	words   *widget.Composer
	strip   *widget.Para
	height  float32 // of the frame when it was last laid out
}

// rollLine is one line of the list: a heading, somebody listed, somebody on
// the roster who is not, or the line that adds a person.
type rollLine struct {
	heading string
	who     model.ID
	seat    *model.Seat
	add     bool
}

// key tells lines apart while the list changes.
func (l rollLine) key() string {
	switch {
	case l.who != "":
		return "person " + string(l.who)
	case l.seat != nil:
		return "seat " + string(l.seat.ID)
	case l.add:
		return "add"
	}
	return "heading " + l.heading
}

func newRollCall(s *meetingScreen) *rollCall {
	r := &rollCall{s: s, title: widget.NewLabel(tr("Roll call"), headingStyle), count: widget.NewPara(widget.Block{Style: widget.Message}),
		asks: widget.NewPara(widget.Block{Style: widget.Message}), words: widget.NewComposer(), strip: widget.NewPara(widget.Block{Style: widget.Message})}
	r.rows = widget.NewRows(widget.Leaf, "", rollColumns(false)...)
	r.rows.Length = func() int { return len(r.lines) }
	r.rows.Row = func(n int) widget.Row { return r.shows[n] }
	r.rows.OnSelected = func(int) { r.moved() }
	r.rows.OnOpen = func(int) { r.enter() }
	r.rows.OnLetter = r.letter
	r.rows.OnSecondary = func(_ int, at fyne.Position) { r.menu(at) }
	r.rows.OnKey, r.rows.OnShortcut = s.w.wired(r.key)
	r.rows.OnFocus = r.focused
	r.words.OnEnter = r.answer
	r.words.OnEscape = func() bool { r.stopAsking(); return true }
	r.words.OnTab = r.complete
	r.words.OnChanged = func(string, int) { r.fillAsk() }
	r.words.OnKey, r.words.OnShortcut = s.w.wired(nil)
	r.words.OnFocus = r.focused
	r.layParts()
	return r
}

func (r *rollCall) layParts() {
	r.buttons = container.New(&flow{gap: 0.75})
	for _, b := range rollButtons() {
		button := widget.NewButton(b.words, b.keys, func() { b.do(r) })
		button.OnKey, button.OnShortcut = r.s.w.wired(r.key)
		r.buttons.Add(button)
	}
	r.asking = container.New(&widget.Stack{Gap: 4}, r.asks, r.words)
	r.asking.Hide()
	r.frame = widget.NewFrame(container.New(&widget.Stack{Gap: 8}, r.buttons, r.asking, rule(), r.strip))
	r.sheet = widget.NewLeaf(container.New(&widget.Stack{Gap: 4}, r.title, r.count), container.New(rollFit{r}, r.rows), r.frame)
}

// focused shows on the frame that the keyboard is here, and gives it back to
// the screen where no one takes it.
func (r *rollCall) focused(has bool) {
	r.frame.SetActive(has)
	if !has {
		r.s.w.keepKeyboardSoon()
	}
}

// rolling says whether the roll call is shown in the place of the running
// order.
func (s *meetingScreen) rolling() bool { return s.roll != nil && s.roll.shown }

// toggleRoll shows the roll call, or the running order again. The words in the
// composer wait as they are.
func (s *meetingScreen) toggleRoll() {
	if s.rolling() {
		s.leaveRoll()
		return
	}
	s.openRoll()
}

func (s *meetingScreen) openRoll() {
	s.find.close()
	if s.roll == nil {
		s.roll = newRollCall(s)
	}
	r := s.roll
	r.readRoster()
	r.shown, r.just = true, ""
	s.showMiddle(r.sheet)
	s.fill()
	if r.rows.Selected() < 0 {
		r.rows.Select(r.nextPerson(-1, 1))
	}
	r.fillStrip()
	s.focus()
}

// leaveRoll shows the running order again, if the roll call is shown.
func (s *meetingScreen) leaveRoll() {
	if !s.rolling() {
		return
	}
	s.roll.endJump()
	s.roll.shown = false // what is asked, and its words, wait as they are
	s.showMiddle(s.sheet)
	s.fill()
	s.focus()
}

// refuse says why something was not done, under whatever face is shown.
func (s *meetingScreen) refuse(why string) {
	if s.rolling() {
		s.roll.refuse(why)
		return
	}
	s.panel.refuse(why)
}

// showMiddle puts a face between the side panes.
func (s *meetingScreen) showMiddle(face fyne.CanvasObject) {
	s.root.Objects[1] = s.preview.around(face)
	s.root.Refresh()
}

// readRoster reads who had a seat on the day of the meeting.
func (r *rollCall) readRoster() {
	m := r.s.work.meeting()
	r.seats = nil
	if m.BodyID == "" {
		return
	}
	body, err := r.s.w.book.Body(m.BodyID)
	if err != nil {
		r.s.w.failed("read the roster", err)
		return
	}
	r.seats = body.SeatsOn(m.Date)
}

// fill shows the attendance list as it stands, with the same line chosen.
func (r *rollCall) fill(m model.Meeting) {
	chosen := r.chosen().key()
	r.lines = rollLines(m, r.seats)
	r.showLines(m)
	r.count.Set(roomBlock(m, r.s.work.item))
	r.rows.Refresh()
	r.choose(chosen)
	r.fillStrip()
	if r.count.MinSize().Height != r.count.Size().Height {
		r.sheet.Refresh() // the count takes more lines now, or fewer
	}
}

// showLines works out what each line shows.
func (r *rollCall) showLines(m model.Meeting) {
	r.shows = nil
	passages := passageWords(m)
	m = m.AsListed()
	for _, l := range r.lines {
		row := rollRow(m, l, passages)
		if r.narrow && len(row.Cells) > 2 {
			row.Cells[1].Words = strings.TrimSpace(row.Cells[0].Words + "\n" + row.Cells[1].Words)
			row.Cells[1].Soft = row.Cells[0].Soft
			row.Cells = row.Cells[1:]
		}
		r.shows = append(r.shows, row)
	}
}

// rollColumns are name, post, mark and notes.
func rollColumns(narrow bool) []widget.Column {
	if narrow {
		return []widget.Column{{}, {Width: markWidth()}, {Width: 144}}
	}
	return []widget.Column{{Width: 192}, {}, {Width: markWidth()}, {Width: 168}}
}

// markWidth is the width of the column of marks, in units before they are
// scaled: what the longest of the words needs in the language of the screens.
func markWidth() float32 {
	most := 0
	for _, m := range []model.Mark{model.Present, model.Apologies, model.Absent} {
		word, _ := markWord(m)
		most = max(most, utf8.RuneCountInString(word))
	}
	return float32(max(96, most*8+16))
}

// rollLeast is the width under which name and post are one column, in units
// before the text scale.
const rollLeast = 560

// rollFit gives the list all room, in the columns that it has room for.
type rollFit struct{ r *rollCall }

// Layout is called by Fyne.
func (f rollFit) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
	if narrow := size.Width < rollLeast*unit()/8; narrow != f.r.narrow {
		f.r.narrow = narrow
		f.r.showLines(f.r.s.work.meeting())
		f.r.rows.SetColumns(rollColumns(narrow)...)
	}
}

// MinSize is called by Fyne.
func (f rollFit) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// rollLines are the lines of the list.
func rollLines(m model.Meeting, seats []model.Seat) []rollLine {
	var lines []rollLine
	grouped := slices.ContainsFunc(m.Attendees, func(a model.Attendee) bool { return a.Group != "" || a.Capacity != model.Member })
	for _, capacity := range model.Capacities {
		is := func(a model.Attendee) bool { return a.Capacity == capacity }
		for _, group := range m.Groups(is) {
			if grouped {
				lines = append(lines, rollLine{heading: groupHeading(group, capacity)})
			}
			for _, a := range m.Attendees {
				if is(a) && a.Group == group {
					lines = append(lines, rollLine{who: a.ID})
				}
			}
		}
	}
	missing := unlisted(m, seats)
	if len(missing) > 0 {
		lines = append(lines, rollLine{heading: tr("On the roster, not yet listed")})
	}
	for _, seat := range missing {
		lines = append(lines, rollLine{seat: &seat})
	}
	if m.State != model.Approved {
		lines = append(lines, rollLine{add: true})
	}
	return lines
}

// unlisted are the seats whose holders are not on the attendance list.
func unlisted(m model.Meeting, seats []model.Seat) []model.Seat {
	var missing []model.Seat
	for _, seat := range seats {
		if !slices.ContainsFunc(m.Attendees, func(a model.Attendee) bool {
			return a.Person != "" && a.Person == seat.Person || same(a.Name, seat.Name)
		}) {
			missing = append(missing, seat)
		}
	}
	return missing
}

// chosen is the line chosen; an empty one where none is.
func (r *rollCall) chosen() rollLine {
	if n := r.rows.Selected(); n >= 0 && n < len(r.lines) {
		return r.lines[n]
	}
	return rollLine{}
}

// choose chooses the line of that key; where it is gone, the one that took its
// place or the one before.
func (r *rollCall) choose(key string) {
	at := slices.IndexFunc(r.lines, func(l rollLine) bool { return l.key() == key })
	if at < 0 {
		at = r.nextPerson(min(max(r.rows.Selected(), 0), len(r.lines))-1, 1)
	}
	r.rows.Select(at)
}

// nextPerson is the line of the next person after line n in a direction: of
// somebody listed or on the roster. Where there is none it is the line that
// adds one, or -1.
func (r *rollCall) nextPerson(n, by int) int {
	for at := n + by; at >= 0 && at < len(r.lines); at += by {
		if l := r.lines[at]; l.who != "" || l.seat != nil {
			return at
		}
	}
	if n < 0 && len(r.lines) > 0 && r.lines[len(r.lines)-1].add {
		return len(r.lines) - 1
	}
	return n
}

// attendee is who is listed on the chosen line.
func (r *rollCall) attendee() (model.Attendee, bool) {
	return r.s.work.meeting().Attendee(r.chosen().who)
}

func (r *rollCall) focus() {
	if r.ask != nil {
		r.s.w.window.Canvas().Focus(r.words)
		return
	}
	r.s.w.window.Canvas().Focus(r.rows)
}

// do makes a change and shows what came of it, or says under the list why
// not. words say what was done.
func (r *rollCall) do(words string, changes ...model.Change) bool {
	work := r.s.work
	if len(changes) > 0 {
		if err := work.session.Do(model.Many(changes)); err != nil {
			r.refuse(sentence(capital(reason(err))))
			return false
		}
	}
	r.s.leaving = false
	r.s.fill()
	r.say(words)
	return true
}

// undo takes back in the field first, then in the minutes; redo makes again.
func (r *rollCall) undo() {
	if r.ask != nil && r.words.CanUndo() {
		r.words.Undo()
		return
	}
	r.step(tr("Taken back"), r.s.work.session.Undo)
}

func (r *rollCall) redo() {
	if r.ask != nil && r.words.CanRedo() {
		r.words.Redo()
		return
	}
	r.step(tr("Made again"), r.s.work.session.Redo)
}

// step undoes or redoes and goes to the line that it changed.
func (r *rollCall) step(did string, step func() (bool, error)) {
	before := r.s.work.meeting()
	ok, err := step()
	switch {
	case err != nil:
		r.refuse(sentence(capital(reason(err))))
		return
	case !ok:
		r.say(tr("There is nothing to take back or make again."))
		return
	}
	r.just = ""
	r.s.fill()
	who, words := rollDifference(r.s.style, before, r.s.work.meeting())
	if who != "" {
		r.choose("person " + string(who))
	}
	r.say(did + words)
}
