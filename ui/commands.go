package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// command is one thing the clerk can ask for. The table below is the only
// place that says which there are: the menu, the palette, the key sheet and
// the hints at the foot of the window are made from it.
type command struct {
	id, title string
	// menu is the menu it stands in.
	menu string
	// keys do it; the first is shown.
	keys []key
	// enabled says whether it means anything now; nil for always.
	enabled func(*Window) bool
	run     func(*Window)
}

// menus are the menus in their order.
var menus = []string{"File", "Edit", "Meeting", "Minutes", "Item", "Actions", "Insert", "View", "Help"}

func commands() []command {
	var all []command
	for _, part := range [][]command{
		fileCommands, bringInCommands, outCommands, editCommands, viewCommands, gatheredCommands, compareCommands, composerCommands, spellingCommands, findCommands,
		meetingCommands, lifeCommands, followUpCommands, itemCommands, rollCommands, insertCommands, restrictedCommands, registerCommands, previewCommands, styleCommands,
		settingsCommands, projectorCommands, purgeCommands, backupCommands, archiveCommands, movingCommands, bodyCommands, searchCommands, returnedCommands, importCommands, helpCommands,
	} {
		all = append(all, part...)
	}
	return all
}

var fileCommands = []command{
	{"new", "New meeting", "File", []key{ctrl(fyne.KeyN)}, nil, (*Window).askNewMeeting},
	{"open", "Open a meeting", "File", []key{ctrl(fyne.KeyO)}, nil, (*Window).showBook},
	{"export", "Export the minutes", "File", []key{ctrlShift(fyne.KeyE)}, canExport, (*Window).askExport},
	{"save", "Save now", "File", []key{ctrl(fyne.KeyS)}, nil, (*Window).saveNow},
	{"close", "Close the meeting's page", "File", []key{ctrl(fyne.KeyW)}, onMeeting, (*Window).closeMeeting},
	{"quit", "Quit", "File", []key{ctrl(fyne.KeyQ)}, nil, (*Window).quit},
}

var editCommands = []command{
	{"undo", "Undo", "Edit", []key{ctrl(fyne.KeyZ)}, nil, (*Window).undo},
	{"redo", "Redo", "Edit", []key{ctrl(fyne.KeyY), ctrlShift(fyne.KeyZ)}, nil, (*Window).redo},
	{"select-up", "Choose the entry above", "Edit", []key{ctrl(fyne.KeyUp)}, onMeeting, inMeeting(func(s *meetingScreen) { s.selectBy(-1) })},
	{"select-down", "Choose the entry below", "Edit", []key{ctrl(fyne.KeyDown)}, onMeeting, inMeeting(func(s *meetingScreen) { s.selectBy(1) })},
	{"edit", "Edit the chosen entry", "Edit", []key{ctrl(fyne.KeyE), bare(fyne.KeyF2)}, canEdit, (*Window).edit},
	{"move-up", "Move up", "Edit", []key{ctrlShift(fyne.KeyUp)}, canEdit, (*Window).moveUp},
	{"move-down", "Move down", "Edit", []key{ctrlShift(fyne.KeyDown)}, canEdit, (*Window).moveDown},
	{"delete", "Delete the chosen entry", "Edit", []key{ctrlShift(fyne.KeyDelete)}, canEdit, (*Window).remove},
}

var meetingCommands = []command{
	{"next-item", "Next item", "Meeting", []key{ctrl(fyne.KeyPageDown)}, onMeeting, inMeeting(func(s *meetingScreen) { s.itemBy(1) })},
	{"previous-item", "Previous item", "Meeting", []key{ctrl(fyne.KeyPageUp)}, onMeeting, inMeeting(func(s *meetingScreen) { s.itemBy(-1) })},
	{"enter-next", "Add and go to the next item", "Meeting", []key{ctrl(fyne.KeyReturn)}, entersNext, (*Window).enterNext},
	{"enter-previous", "Add and go to the previous item", "Meeting", []key{ctrlShift(fyne.KeyReturn)}, onMeeting, inMeeting(func(s *meetingScreen) { s.enterAndGo(-1) })},
	{"go-to", "Go to item", "Meeting", []key{ctrl(fyne.KeyG)}, onMeeting, (*Window).askItem},
	{"back", "Back to where I was", "Meeting", []key{ctrlShift(fyne.KeyG)}, onMeeting, inMeeting((*meetingScreen).back)},
	{"start", "Start the meeting now", "Meeting", nil, onMeeting, line("/start")},
	{"end", "Close the meeting now", "Meeting", nil, onMeeting, line("/close")},
	{"cancel-meeting", "The meeting does not take place", "Meeting", nil, onMeeting, (*Window).cancelMeeting},
	{"details", "Details of the meeting", "Meeting", nil, onMeeting, (*Window).askDetails},
	{"renumber", "Renumber actions in running order", "Meeting", nil, onMeeting, (*Window).askRenumber},
}

var insertCommands = []command{
	{"paragraph", "Paragraph", "Insert", []key{ctrl(fyne.Key1)}, onMeeting, kind(model.Paragraph)},
	{"decision", "Decision", "Insert", []key{ctrl(fyne.Key2)}, onMeeting, kind(model.Decision)},
	{"action", "Action", "Insert", []key{ctrl(fyne.Key3)}, onMeeting, kind(model.Action)},
	{"motion", "Motion", "Insert", []key{ctrl(fyne.Key4)}, onMeeting, kind(model.Motion)},
	{"interest", "Interest", "Insert", []key{ctrl(fyne.Key5)}, onMeeting, kind(model.Interest)},
	{"private", "Private note", "Insert", []key{ctrl(fyne.Key6)}, onMeeting, kind(model.Private)},
	{"vote", "Vote", "Insert", []key{ctrl(fyne.Key7)}, onMeeting, kind(model.VoteTaken)},
	{"bullet", "Bullet", "Insert", []key{ctrlShift(fyne.KeyL)}, onMeeting, kind(model.Bullet)},
	{"new-item", "New item", "Insert", []key{ctrlShift(fyne.KeyN)}, onMeeting, (*Window).askNewItem},
	{"restricted", "Restricted, on or off", "Insert", []key{ctrlShift(fyne.KeyR)}, onMeeting, (*Window).toggleRestricted},
	{"time", "The time", "Insert", []key{ctrl(fyne.KeyT)}, onMeeting, inMeeting((*meetingScreen).insertTime)},
	{"link", "Link", "Insert", nil, onMeeting, (*Window).askLink},
	{"bold", "Bold", "Insert", []key{ctrl(fyne.KeyB)}, onMeeting, inMeeting(func(s *meetingScreen) { s.mark("**") })},
	{"italic", "Italic", "Insert", []key{ctrl(fyne.KeyI)}, onMeeting, inMeeting(func(s *meetingScreen) { s.mark("*") })},
}

var viewCommands = []command{
	{"book", "Minute book", "View", []key{ctrl(fyne.KeyL)}, nil, (*Window).showBook},
	{"meeting", "The open meeting", "View", nil, hasMeeting, (*Window).showMeeting},
	{"actions", "Actions", "View", []key{ctrlShift(fyne.KeyA)}, nil, (*Window).actionsAtHand},
	{"body", "Body: roster and house style", "View", nil, nil, (*Window).askBody},
	{"palette", "All commands", "View", []key{ctrl(fyne.KeyK)}, nil, (*Window).linkOrPalette},
	{"panes", "Side panes, on or off", "View", []key{ctrlShift(fyne.KeyB), bare(fyne.KeyF9)}, onMeeting, (*Window).togglePanes},
	{"next-pane", "Next part of the page", "View", []key{ctrlShift(fyne.KeyJ), bare(fyne.KeyF6)}, nil, (*Window).focusNext},
	{"larger", "Larger text", "View", []key{ctrl(fyne.KeyEqual)}, nil, func(w *Window) { w.textBy(1) }},
	{"smaller", "Smaller text", "View", []key{ctrl(fyne.KeyMinus)}, nil, func(w *Window) { w.textBy(-1) }},
	{"normal", "Normal text size", "View", []key{ctrl(fyne.Key0)}, nil, func(w *Window) { w.textBy(0) }},
	{"light", "Light", "View", nil, nil, func(w *Window) { w.setLook("light", false) }},
	{"dark", "Dark", "View", nil, nil, func(w *Window) { w.setLook("dark", false) }},
	{"contrast-light", "High contrast on white", "View", nil, nil, func(w *Window) { w.setLook("light", true) }},
	{"contrast-dark", "High contrast on black", "View", nil, nil, func(w *Window) { w.setLook("dark", true) }},
	{"desktop-look", "As the desktop says", "View", nil, nil, func(w *Window) { w.setLook("", false) }},
}

var helpCommands = []command{
	{"keys", "Keys", "Help", []key{bare(fyne.KeyF1), ctrlShift(fyne.KeyH)}, nil, (*Window).showKeys},
	{"language", "What to type", "Help", nil, nil, (*Window).showLanguage},
	{"about", "About Minutebook", "Help", nil, nil, (*Window).showAbout},
}

func hasMeeting(w *Window) bool { return w.meeting != nil }
func onMeeting(w *Window) bool  { return w.meeting != nil && w.screen == screen(w.meeting) }

// canEdit says whether the screen shown has entries that can be changed.
func canEdit(w *Window) bool {
	_, ok := w.screen.(editor)
	return ok
}

func inMeeting(f func(*meetingScreen)) func(*Window) {
	return func(w *Window) { f(w.meeting) }
}

func line(words string) func(*Window) {
	return inMeeting(func(s *meetingScreen) { s.do(words) })
}

func kind(k model.EntryKind) func(*Window) {
	return inMeeting(func(s *meetingScreen) { s.setKind(k) })
}

// press does the command that the key stands for, if it means anything now
// and no dialog is open. It says whether the key was a command's at all.
func (w *Window) press(k key) bool {
	for _, c := range w.commands {
		for _, its := range c.keys {
			if its == k {
				w.do(c)
				return true
			}
		}
	}
	return false
}

// do does a command, if it means anything now and no dialog is open. Fyne's
// menus ask neither.
func (w *Window) do(c command) {
	if w.dialogOpen() {
		w.inDialog(c)
		return
	}
	if c.enabled != nil && !c.enabled(w) {
		return
	}
	if c.id != w.asked {
		w.asked = ""
	}
	if w.meeting != nil && leavesRoll(c) {
		w.meeting.leaveRoll()
	}
	if w.meeting != nil {
		w.meeting.preview.makeWay(c)
	}
	w.keepKeyboard() // the menu it came from took it
	w.out.Log.Debug("command", "title", c.title)
	c.run(w)
}

// inDialog is all that commands do while a dialog is open: undo and redo in
// what is written there, because the menu takes their keys first, and all
// commands instead of a link.
func (w *Window) inDialog(c command) {
	switch c.id {
	case "undo":
		w.toFocused(&fyne.ShortcutUndo{})
	case "redo":
		w.toFocused(&fyne.ShortcutRedo{})
	case "palette":
		w.pastLink()
	case "actions":
		w.pastOpenActions()
	}
}

// byShortcut does the command that a shortcut stands for.
func (w *Window) byShortcut(s fyne.Shortcut) bool {
	for _, c := range w.commands {
		for _, k := range c.keys {
			if its := k.shortcut(); its != nil && its.ShortcutName() == s.ShortcutName() {
				w.do(c)
				return true
			}
		}
	}
	return false
}

// byKey does the command that a bare key stands for.
func (w *Window) byKey(name fyne.KeyName) bool { return w.press(bare(name)) }

// mainMenu is the menu made from the table.
func (w *Window) mainMenu() *fyne.MainMenu {
	var bar []*fyne.Menu
	for _, name := range menus {
		m := fyne.NewMenu(tr(name))
		for _, c := range w.commands {
			if c.menu != name {
				continue
			}
			if beginsGroup[c.id] {
				m.Items = append(m.Items, fyne.NewMenuItemSeparator())
			}
			entry := fyne.NewMenuItem(tr(c.title), func() { w.fromMenu(c) })
			entry.IsQuit = c.id == "quit"
			for _, k := range c.keys {
				if s := k.shortcut(); s != nil {
					entry.Shortcut = s
					break
				}
			}
			m.Items = append(m.Items, entry)
		}
		lastQuit(m)
		bar = append(bar, m)
	}
	return fyne.NewMainMenu(bar...)
}

// lastQuit puts what quits at the end of its menu. Fyne looks for it there, and
// otherwise adds one of its own that asks for no second press.
func lastQuit(m *fyne.Menu) {
	i := slices.IndexFunc(m.Items, func(entry *fyne.MenuItem) bool { return entry.IsQuit })
	if i < 0 {
		return
	}
	quit := m.Items[i]
	m.Items = append(slices.Delete(m.Items, i, i+1), fyne.NewMenuItemSeparator(), quit)
}

// command is the command of that ID, which there must be.
func (w *Window) command(id string) command {
	for _, c := range w.commands {
		if c.id == id {
			return c
		}
	}
	panic("no command " + id)
}
