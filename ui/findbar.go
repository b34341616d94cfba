package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// findCommands are finding and replacing.
var findCommands = []command{
	{"find", "Find in this meeting", "Edit", []key{ctrl(fyne.KeyF)}, onMeeting, inMeeting(func(s *meetingScreen) { s.find.begin(false) })},
	{"replace", "Find and replace in this meeting", "Edit", []key{ctrl(fyne.KeyH)}, onMeeting, inMeeting(func(s *meetingScreen) { s.find.begin(true) })},
	{"find-all", "Find in all minutes", "Edit", []key{ctrlShift(fyne.KeyF)}, nil, (*Window).findAll},
}

// findAll shows the search of all minutes, with the words that were looked for
// in the meeting or in the minute book.
func (w *Window) findAll() {
	if s, ok := w.screen.(*searchScreen); ok {
		s.toField()
		return
	}
	if onMeeting(w) && w.meeting.find.open && w.meeting.find.field.Text() != "" {
		w.question = w.meeting.find.field.Text()
	}
	if s, ok := w.screen.(*bookScreen); ok && strings.TrimSpace(s.filter.Text()) != "" {
		w.question = strings.TrimSpace(s.filter.Text())
	}
	w.show(newSearchScreen(w))
}

// findBar finds words in the meeting, and replaces them. It lies over the
// sheet, which shows what is found, and leaves the composer alone.
type findBar struct {
	s      *meetingScreen
	object *fyne.Container
	rows   *fyne.Container
	field  *widget.Field
	with   *widget.Field
	count  *widget.Label
	shows  *widget.Para // what replacing would change
	take   *widget.Button
	all    *widget.Button

	open, replacing bool
	hits            []found
	// at is the hit shown, -1 for none; from is where looking begins.
	at   int
	from [3]int
	// moving says that the bar itself is changing what is shown.
	moving bool
}

func newFindBar(s *meetingScreen) *findBar {
	b := &findBar{s: s, at: -1}
	b.field, b.with = widget.NewField("", tr("Find in this meeting")), widget.NewField("", tr("Put in its place"))
	b.count = widget.NewLabel("", widget.LabelStyle{Color: theme.Soft, Whole: true})
	b.shows = widget.NewPara(widget.Block{Style: widget.Message})
	up, down := widget.NewButton(tr("Previous"), tr("Up"), func() { b.step(-1) }), widget.NewButton(tr("Next"), tr("Down"), func() { b.step(1) })
	shut := widget.NewButton(tr("Close"), "Esc", b.close)
	b.take = widget.NewButton(tr("Replace"), "Enter", b.replace)
	b.all = widget.NewButton(tr("Replace all"), "", b.replaceAll)
	b.field.OnChanged = func(string, int) { b.search() }
	b.with.OnChanged = func(string, int) { b.preview() }
	b.field.OnEnter = func() { b.step(map[bool]int{false: 1, true: -1}[b.field.Shift()]) }
	b.with.OnEnter = func() {
		if b.with.Shift() {
			b.step(-1)
			return
		}
		b.replace()
	}
	for _, f := range []*widget.Field{b.field, b.with} {
		f.OnKey, f.OnShortcut = s.w.wired(b.steer)
	}
	for _, button := range []*widget.Button{up, down, shut, b.take, b.all} {
		button.OnKey, button.OnShortcut = s.w.wired(b.steer)
	}
	b.rows = container.New(&findRows{}, b.field, b.with, b.count, up, down, shut, b.take, b.all)
	b.object = stacked(8, b.rows, b.shows, rule())
	b.object.Hide()
	return b
}

// findRows lays the bar out: the field to find in and what goes with it, and
// under it, where it shows, the field to replace with. The buttons of each go
// into a line of their own where the sheet is narrow. The fields come first, so
// that Tab goes from one to the other.
type findRows struct {
	width float32 // that was laid out last; the lines follow from it
}

// fixed is a line of buttons, in which nothing grows.
const fixed = -1

// findLine is one line of the bar, and which of its objects grows.
type findLine struct {
	objects []fyne.CanvasObject
	across  *widget.Across
}

// split gives the lines of the bar.
func (f *findRows) split(objects []fyne.CanvasObject) []findLine {
	lines := f.fold(append([]fyne.CanvasObject{objects[0]}, objects[2:6]...), 2)
	if objects[1].Visible() {
		lines = append(lines, f.fold(append([]fyne.CanvasObject{objects[1]}, objects[6:]...), 1)...)
	}
	return lines
}

// fold is a line, in two where it is too long: the first n objects, and the rest.
func (f *findRows) fold(objects []fyne.CanvasObject, n int) []findLine {
	across := &widget.Across{Gap: 8}
	if f.width == 0 || across.MinSize(objects).Width <= f.width {
		return []findLine{{objects, across}}
	}
	return []findLine{{objects[:n], across}, {objects[n:], &widget.Across{Gap: 8, Grow: fixed}}}
}

// Layout is called by Fyne.
func (f *findRows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	y := float32(0)
	for _, line := range f.split(objects) {
		height := line.across.MinSize(line.objects).Height
		line.across.Layout(line.objects, fyne.NewSize(size.Width, height))
		for _, o := range line.objects {
			o.Move(o.Position().AddXY(0, y))
		}
		y += height + unit()
	}
}

// MinSize is the height of the lines at the width that was laid out last.
func (f *findRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for i, line := range f.split(objects) {
		height += line.across.MinSize(line.objects).Height + unit()*float32(min(i, 1))
	}
	return fyne.NewSize(0, height)
}

// hints are the keys of the bar.
func (b *findBar) hints() []hint {
	if b.replacing {
		return []hint{{"Tab", "to the words to put in their place"}, {"Enter", "replace, there"}, {"Down, Up", "leave it; next, previous"}, {"Ctrl+Z", "take back"}, {"Esc", "back to the composer"}}
	}
	return []hint{{"Enter, Down", "next"}, {"Shift+Enter, Up", "previous"}, {"Ctrl+H", "replace"}, {"Ctrl+Shift+F", "in all minutes"}, {"Esc", "back to the composer"}}
}

// steer is what the bar does with the keys that its parts have no use for.
func (b *findBar) steer(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp:
		b.step(-1)
	case fyne.KeyDown:
		b.step(1)
	case fyne.KeyEscape:
		b.close()
	default:
		return false
	}
	return true
}

// begin opens the bar with the keyboard in it, for finding or for replacing.
func (b *findBar) begin(replacing bool) {
	m := b.s.work.meeting()
	if replacing && m.State == model.Approved {
		b.s.w.say(tr("These minutes are approved: nothing in them is replaced. Ctrl+F finds"))
		return
	}
	if replacing && b.editing() {
		return
	}
	b.s.leaveRoll()
	if !b.open {
		b.s.places.leave(b.s.here())
		b.from = b.orderOf(b.s.here())
		if words := b.chosenWords(); words != "" {
			b.field.Set(words, len([]rune(words)))
		}
	}
	b.open, b.replacing = true, replacing
	b.object.Show()
	for _, o := range []fyne.CanvasObject{b.with, b.take, b.all} {
		if replacing {
			o.Show()
		} else {
			o.Hide()
		}
	}
	b.s.w.window.Canvas().Focus(b.field)
	b.field.Select(0, len([]rune(b.field.Text())))
	b.search()
	b.s.sheet.Refresh()
	b.s.w.headChanged()
}

// editing says whether an entry is being edited, which must end before anything
// is replaced under it; the clerk is told.
func (b *findBar) editing() bool {
	if b.s.work.editing == "" {
		return false
	}
	b.s.w.say(tr("An entry is being edited: Enter in the composer keeps it, Esc there leaves it as it was"))
	return true
}

// chosenWords are the words chosen in the composer, if they are of one line.
func (b *findBar) chosenWords() string {
	c := b.s.panel.composer
	from, to := c.Selected()
	words := string([]rune(c.Text())[from:to])
	if strings.Contains(words, "\n") {
		return ""
	}
	return words
}

// close gives the keyboard back to the composer, with what was found chosen.
func (b *findBar) close() {
	if !b.open {
		return
	}
	b.open, b.hits, b.at = false, nil, -1
	b.object.Hide()
	b.s.sheet.Refresh()
	b.s.fill()
	b.s.focus()
}

// orderOf is where a place of the meeting stands in it.
func (b *findBar) orderOf(at place) [3]int {
	for i, it := range b.s.work.meeting().Items {
		if it.ID == at.item {
			return [3]int{i, slices.IndexFunc(it.Entries, func(e model.Entry) bool { return e.ID == at.entry })}
		}
	}
	return [3]int{}
}

// read finds anew.
func (b *findBar) read() {
	b.hits = nil
	switch typed := b.field.Text(); {
	case strings.TrimSpace(typed) == "":
	case b.replacing:
		b.hits = spots(b.s.work.meeting(), typed)
	default:
		b.hits = finds(b.s.style, b.s.work.meeting(), typed)
	}
}

// search shows the first place of the words from where the clerk was on.
func (b *findBar) search() {
	b.read()
	b.show(b.next(b.from))
}

// next is the first hit that does not stand before a spot of the meeting; the
// first of all where there is none, -1 where there are none at all.
func (b *findBar) next(from [3]int) int {
	i := slices.IndexFunc(b.hits, func(f found) bool { return !f.before(from) })
	return max(i, min(0, len(b.hits)-1))
}

// step shows the next place, or the one before; behind the last comes the
// first.
func (b *findBar) step(n int) {
	b.read()
	switch {
	case len(b.hits) == 0:
		b.show(-1)
	case b.at < 0 && n > 0:
		b.show(0)
	default:
		b.show((max(b.at, 0) + n + len(b.hits)) % len(b.hits))
	}
}

// show goes to a hit; the keyboard stays in the bar.
func (b *findBar) show(n int) {
	b.at = min(n, len(b.hits)-1)
	if b.at >= 0 {
		hit := b.hits[b.at]
		b.from = hit.order
		b.moving = true
		b.s.visit(hit.item)
		b.s.work.selected = hit.entry
		b.s.fill()
		b.moving = false
	}
	b.tell()
}

// fill follows a change of the meeting that came from elsewhere.
func (b *findBar) fill() {
	if !b.open || b.moving {
		return
	}
	b.read()
	if b.at >= 0 {
		b.at = b.next(b.from)
	}
	b.tell()
}

// tell says how many places there are and which is shown.
func (b *findBar) tell() {
	words := ""
	switch {
	case strings.TrimSpace(b.field.Text()) == "":
	case len(b.hits) == 0:
		words = tr("None")
	case b.at < 0:
		words = fmt.Sprint(len(b.hits))
	default:
		words = trf("%d of %d", b.at+1, len(b.hits))
	}
	height := b.rows.MinSize().Height
	b.count.Set(words)
	b.rows.Refresh() // it is wider or narrower now
	if b.open && b.rows.MinSize().Height != height {
		b.s.sheet.Refresh()
	}
	b.preview()
}

// preview shows what replacing would make of the place shown.
func (b *findBar) preview() {
	words := ""
	if e, ok := b.current(); ok {
		hit := b.hits[b.at]
		words = tr("**Now**") + " " + around(e, hit.spot.From, hit.spot.To)
		now, n := b.s.work.replaced(e, []find.Span{hit.spot}, b.with.Text())
		if n == 0 {
			words += "\n" + tr("**Then** as it is: marks run through these words, or none would be left. Edit the entry instead")
		} else {
			words += "\n" + tr("**Then**") + " " + around(now, hit.spot.From, hit.spot.From+len(model.Plain(b.with.Text())))
		}
	}
	for _, button := range []*widget.Button{b.take, b.all} {
		if words == "" {
			button.Disable()
		} else {
			button.Enable()
		}
	}
	b.shows.Set(widget.Block{Style: widget.Message, Text: words})
	shown := b.shows.Visible()
	if words == "" {
		b.shows.Hide()
	} else {
		b.shows.Show()
	}
	if b.open && shown != b.shows.Visible() {
		b.s.sheet.Refresh()
	}
}

// current is the entry in which something would be replaced.
func (b *findBar) current() (model.Entry, bool) {
	if !b.replacing || b.at < 0 || b.at >= len(b.hits) {
		return model.Entry{}, false
	}
	e, _, ok := b.s.work.meeting().Entry(b.hits[b.at].entry)
	return e, ok
}

// around are the words of an entry between two bytes of them in bold, and some
// words before and behind.
func around(e model.Entry, from, to int) string {
	const near = 40
	plain := strings.ReplaceAll(model.Plain(e.Text), "\n", " ")
	from = min(from, len(plain))
	to = min(max(to, from), len(plain))
	before, behind := plain[:from], plain[to:]
	if cut := len(before) - near; cut > 0 {
		_, rest, _ := strings.Cut(before[strings.LastIndexByte(before[:cut], ' ')+1:], " ")
		before = "…" + rest
	}
	if len(behind) > near {
		if end := strings.IndexByte(behind[near:], ' '); end >= 0 {
			behind = behind[:near+end] + " …"
		}
	}
	words := literal(before)
	if from < to {
		words += bold(plain[from:to])
	}
	return words + literal(behind)
}

// replace replaces the place shown and shows the next.
func (b *findBar) replace() {
	e, ok := b.current()
	switch {
	case b.editing():
		return
	case !ok:
		b.step(1)
		return
	}
	hit, with := b.hits[b.at], b.with.Text()
	now, n := b.s.work.replaced(e, []find.Span{hit.spot}, with)
	if n == 0 {
		b.step(1)
		return
	}
	b.moving = true
	did := b.s.change(b.s.work.session.Do(model.SetEntry{Entry: now}))
	b.moving = false
	if !did {
		return
	}
	b.settled()
	b.from = hit.order
	b.from[2] += max(len(model.Plain(with)), 1) // what was put there is not looked at again
	b.read()
	last := len(b.hits) > 0 && !slices.ContainsFunc(b.hits, func(f found) bool { return !f.before(b.from) })
	b.show(b.next(b.from))
	if last {
		b.s.w.say(tr("That was the last; now from the top. Ctrl+Z takes it back"))
	}
}

// replaceAll replaces every place, as one step to undo.
func (b *findBar) replaceAll() {
	if b.editing() {
		return
	}
	b.read()
	n, entries, left, err := b.s.work.replaceAll(b.hits, b.with.Text())
	if !b.s.change(err) {
		return
	}
	words := trf("%d replaced in %s; Ctrl+Z takes all back", n, plural(entries, "entry", "entries"))
	if n == 0 {
		words = tr("Nothing was replaced")
	}
	if left > 0 {
		words += trf(". %d left as they are: marks run through the words, or none would be left", left)
	}
	b.settled()
	b.read()
	b.show(b.next([3]int{}))
	b.s.w.say(words)
	b.s.w.window.Canvas().Focus(b.field)
}

// writing is the field of the bar that has the keyboard; nil for none.
func (b *findBar) writing() *widget.Field {
	for _, f := range []*widget.Field{b.field, b.with} {
		if f.Focused() {
			return f
		}
	}
	return nil
}

// undo takes back what was written in the bar, and then in the minutes. It says
// false where the keyboard is elsewhere.
func (b *findBar) undo() bool {
	f := b.writing()
	if f != nil && !f.Undo() {
		b.s.step(tr("Taken back"), b.s.work.session.Undo)
		b.s.w.window.Canvas().Focus(f)
	}
	return f != nil
}

// redo goes the way of undo back.
func (b *findBar) redo() bool {
	f := b.writing()
	if f != nil && !f.Redo() {
		b.s.step(tr("Made again"), b.s.work.session.Redo)
		b.s.w.window.Canvas().Focus(f)
	}
	return f != nil
}

// settled forgets the steps of writing in the bar: what Ctrl+Z takes back next
// is what was replaced.
func (b *findBar) settled() {
	for _, f := range []*widget.Field{b.field, b.with} {
		f.Set(f.Text(), f.Caret())
	}
}
