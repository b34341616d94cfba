package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// sheetGroup is a part of the key sheet, or of what to type.
type sheetGroup struct {
	title string
	lines []hint
}

// writingKeys are the keys that are the composer's own, and no command.
var writingKeys = sheetGroup{"While writing", []hint{
	{"Enter", "Add the line"},
	{"Shift+Enter", "New line in the same entry"},
	{"Up", "Choose an entry, when empty"},
	{"Esc", "One step back; words stay"},
	{"PgUp, PgDn", "Scroll the preview"},
	{"Tab", "Take the offer; again, the next"},
	{"Right, at the end", "Take one word of it"},
	{"Backspace, at once", "The letters back, as typed"},
	{"Ctrl+K, words chosen", "Make them a link"},
}}

// registerKeys are the letters of the Actions screen.
var registerKeys = sheetGroup{"On the Actions screen", []hint{
	{"C or Space", "Complete"},
	{"P, N", "In progress; note"},
	{"R, T, S", "Reassign, transfer, supersede"},
	{"H", "Day to ask again"},
	{"O, W", "Open again, withdraw"},
	{"X or Insert", "Mark several"},
	{"A", "Mark all or none"},
	{"U, Ctrl+Z", "Put back what was recorded last"},
	{"F", "Filter"},
	{"1 to 5", "Sort"},
	{"G", "Group"},
	{"V", "Saved views"},
	{"I, E", "History; open the evidence"},
	{"M", "Write to the owners"},
	{"B", "Charts, tables or neither"},
	{"Enter", "Open the meeting at the action"},
}}

// keySheet are all keys, by where they are found in the menu.
func keySheet(all []command) []sheetGroup {
	groups := []sheetGroup{writingKeys}
	for _, menu := range menus {
		g := sheetGroup{title: menu}
		for _, c := range all {
			if c.menu == menu && len(c.keys) > 0 {
				g.lines = append(g.lines, hint{keyWords(c), c.title})
			}
		}
		if len(g.lines) > 0 {
			groups = append(groups, g)
		}
	}
	return append(groups, rollKeys, registerKeys, importKeys, returnedKeys)
}

// showKeys shows the key sheet.
func (w *Window) showKeys() { w.showSheet(tr("Keys"), keySheet(w.commands), 144) }

// typing is what can be typed, for those who never read a manual.
var typing = []sheetGroup{
	{"In an item", []hint{
		{"Words", "a paragraph"},
		{"- Words", "a bullet; two hyphens for one within it"},
		{"a: Jane Smith to write by 27 June", "an action; who and when are read from it"},
		{"d: That the report be accepted", "a decision"},
		{"m: Words", "a motion"},
		{"v: for 5 against 2 abstain 1", "the vote on it; also v: unanimous"},
		{"i: Jane Smith, item 4, a tenant", "an interest; i: none"},
		{"p: Words", "a private note, in no minutes"},
		{"# Title", "the next item of the agenda"},
		{"## Title", "a sub-heading"},
		{"**bold**  *italic*", "marks inside words"},
	}},
	{"People", []hint{
		{"@so and Tab", "a person, post or group by a few letters"},
		{"/present Group: Name, Post", "who is here; the group stays for the next"},
		{"/attending … /observing …", "others in the room"},
		{"/apologies Name, reason", "and /absent Name"},
		{"/deputy Name for Name", "who takes whose place"},
		{"/chair Name   /clerk Name", "the offices"},
		{"/in Name 10:15   /out Name", "coming and going"},
		{"/remote Name   /public 7", "by telephone; the public gallery"},
	}},
	{"The meeting", []hint{
		{"/start 10:02   /close 11:45", "without a time: now"},
		{"/adjourn   /resume 10:40", "a break"},
		{"/item 3", "go back to an item"},
		{"/outcome noted", "or agreed, approved, deferred …"},
		{"/restricted reason", "from here on; /unrestricted ends it"},
		{"/approve 21 April 2022", "the minutes of an earlier meeting"},
		{"/done 14, note", "an earlier action is complete"},
		{"/next 12 September 10:00, Venue", "the next meeting"},
		{"/state circulated", "the minutes have gone out"},
	}},
	{"At the end of a line", []hint{
		{"{due: 31 Aug 2022}", "what an action leaves out; also owner, forum"},
		{"{mover: A. Smith; seconder: B. Jones}", "of a motion or decision; also result, number"},
		{"\\ in front", "takes a line as plain words"},
	}},
}

// showLanguage shows what can be typed.
func (w *Window) showLanguage() { w.showSheet(tr("What to type"), typing, 264) }

// showSheet shows groups of lines in columns. Up and Down scroll it where the
// window is too small for all.
func (w *Window) showSheet(title string, groups []sheetGroup, keysWide float32) {
	sheet := container.New(sheetLayout{groups: groups, keys: keysWide}, sheetParts(groups)...)
	scroll := container.NewVScroll(sheet)
	modal := widget.NewModal(title, container.New(sheetRoom{sheet: sheet, on: w.window.Canvas()}, scroll),
		widget.Choice{Words: tr("Close"), Default: true, Cancel: true})
	modal.SetWide(true)
	modal.Button(0).OnKey = func(name fyne.KeyName) bool {
		step, ok := map[fyne.KeyName]float32{fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -8, fyne.KeyPageDown: 8}[name]
		if ok {
			scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -step*unit()*4)})
		}
		return ok
	}
	modal.Open(w.window.Canvas())
}

func sheetParts(groups []sheetGroup) []fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, g := range groups {
		parts = append(parts, widget.NewLabel(tr(g.title), widget.LabelStyle{Bold: true, Color: theme.Accent}))
		for _, l := range g.lines {
			parts = append(parts, widget.NewLabel(l.keys, widget.LabelStyle{Bold: true}), widget.NewLabel(tr(l.does), softStyle))
		}
	}
	return parts
}

// sheetLayout lays groups out in columns of about one height, as many as the
// width takes. keys is the width of what stands first in a line, in units
// before they are scaled.
type sheetLayout struct {
	groups []sheetGroup
	keys   float32
}

// sheetWords is the least width of what a key does, in the same units.
const sheetWords = 232

func (s sheetLayout) columnWidth() float32 { return measure(s.keys + sheetWords) }

// columnsAt is how many columns a width takes: one at least, three at most.
func (s sheetLayout) columnsAt(width float32) int {
	return min(max(int((width+unit()*3)/(s.columnWidth()+unit()*3)), 1), 3)
}

// lineHeight is closer than elsewhere, so that a small screen shows all keys.
func (s sheetLayout) lineHeight() float32 { return themed(theme.SizePane) * 1.4 }

// place calls put with the column and the line of every group's heading, and
// gives how many lines the highest column has.
func (s sheetLayout) place(columns int, put func(group, column, line int)) (most int) {
	all := 0
	for _, g := range s.groups {
		all += len(g.lines) + 2
	}
	column, line := 0, 0
	for i, g := range s.groups {
		n := len(g.lines) + 2
		if line > 0 && column < columns-1 && line+n/2 > all/columns {
			column, line = column+1, 0
		}
		put(i, column, line)
		line += n
		most = max(most, line-1)
	}
	return most
}

// Layout is called by Fyne.
func (s sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	columns := s.columnsAt(size.Width)
	width, gap, height := size.Width, unit()*3, s.lineHeight()
	width = (width - gap*float32(columns-1)) / float32(columns)
	keys := min(measure(s.keys), width*0.6)
	next := 0
	s.place(columns, func(group, column, line int) {
		x, y := float32(column)*(width+gap), float32(line)*height
		put := func(at, wide float32) {
			objects[next].Move(fyne.NewPos(x+at, y))
			objects[next].Resize(fyne.NewSize(wide, height))
			next++
		}
		put(0, width)
		for range s.groups[group].lines {
			y += height
			put(0, keys)
			put(keys+unit(), width-keys-unit())
		}
	})
}

// MinSize is called by Fyne.
func (s sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(measure(160), 0)
}

// height is how high the sheet is at a width.
func (s sheetLayout) height(width float32) float32 {
	return float32(s.place(s.columnsAt(width), func(int, int, int) {})) * s.lineHeight()
}

// sheetRoom gives a sheet the room it wants, as far as the window has it.
type sheetRoom struct {
	sheet *fyne.Container
	on    fyne.Canvas
}

// Layout is called by Fyne.
func (r sheetRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
	layout := r.sheet.Layout.(sheetLayout)
	r.sheet.Resize(fyne.NewSize(size.Width, layout.height(size.Width)))
}

// MinSize is called by Fyne.
func (r sheetRoom) MinSize([]fyne.CanvasObject) fyne.Size {
	layout := r.sheet.Layout.(sheetLayout)
	room := r.on.Size().Width - unit()*12
	width := min(layout.columnWidth()*3+unit()*6, room)
	return fyne.NewSize(width, layout.height(width))
}
