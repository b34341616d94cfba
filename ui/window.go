package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// Window is the one window: a head that says what is on screen, the screen,
// and a foot with the keys that matter there.
type Window struct {
	window   fyne.Window
	book     Book
	out      Outside
	commands []command

	screen  screen
	meeting *meetingScreen // nil while no meeting is open
	look    Look
	// styles are the house styles that there are, as they were read last.
	styles minutes.Styles
	// restyled counts how often those became others.
	restyled int
	// newCompleter makes what completes the lines of a meeting.
	newCompleter func() completer
	// asked is the command that wants a second press, "" for none.
	asked string
	// question is what all minutes were searched for last.
	question string
	// cramped says that the window is low for its text.
	cramped bool
	// importing are the files of old minutes that are brought in; nil while there
	// are none. importFolder is where the last of them were.
	importing    *importScreen
	importFolder string
	// link is the dialog for a link; nil while it is closed.
	link *widget.Modal
	// openActions is the list of open actions over a meeting; nil while it is
	// closed.
	openActions *openActions
	// projector is nil while its window is closed.
	projector *projector
	// told is what the head has told once and need not tell again.
	told []string
	// said is what the head tells the clerk at present, "" for nothing; hush
	// calls off its going.
	said string
	hush func()
	// backups are the copies of the book that are made by themselves.
	backups backups

	head   *head
	foot   *foot
	alert  *fyne.Container // what went wrong, hidden while nothing did
	middle *fyne.Container
	bands  *fyne.Container // head and warning, screen, foot
}

// screen is one of the window's screens.
type screen interface {
	object() fyne.CanvasObject
	// heading says what stands in the window's head.
	heading() heading
	// hints are the keys that matter here, as pairs of key and words.
	hints() []hint
	// focus puts the keyboard where it belongs.
	focus()
	// refresh reads anew what the screen shows.
	refresh()
}

// editor is a screen with entries that can be changed by the keys for it.
type editor interface {
	edit()
	moveBy(n int)
	remove()
}

// New fills the window with the minute book and shows the meeting that open
// names, or, where that is "" or cannot be read, the list of meetings. What
// happens from then on comes from the clerk. The program has set the theme of
// out.Look by then: setting it costs more than all the rest of the start.
func New(window fyne.Window, book Book, out Outside, open model.ID) *Window {
	w := &Window{window: window, book: book, out: out, commands: commands(), look: out.Look, newCompleter: newPhrases}
	w.speak()
	w.styles = minutes.Builtin()
	w.head, w.foot = newHead(), newFoot()
	w.alert = container.NewStack()
	w.alert.Hide()
	w.middle = container.NewStack()
	top := container.New(&widget.Stack{}, w.head.object, w.alert)
	w.bands = widget.NewDock(widget.Dock{Top: top, Middle: w.middle, Bottom: w.foot.object})
	window.SetContent(container.New(frame{w.fit}, w.bands))
	window.SetMainMenu(w.mainMenu())
	window.SetPadded(false)
	window.SetCloseIntercept(w.closeRequested)
	window.SetOnDropped(w.dropped)
	window.Canvas().SetOnTypedKey(w.strayKey)
	window.Canvas().SetOnTypedRune(w.strayRune)
	for _, c := range w.commands {
		for _, k := range c.keys {
			if s, ok := k.shortcut().(*desktop.CustomShortcut); ok {
				window.Canvas().AddShortcut(s, func(s fyne.Shortcut) { w.byShortcut(s) })
			}
		}
	}
	unread := w.readStyles()
	if open == "" || !w.Open(open) {
		w.showBook()
	}
	if unread != nil {
		w.failed("read the house styles", unread)
	}
	w.remind()
	return w
}

// frame lays its objects over one another at full size, without padding. fit
// is told the size first.
type frame struct{ fit func(fyne.Size) }

// Layout is called by Fyne.
func (f frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.fit(size)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is small on purpose: a window on a small screen is better cramped
// than cut off.
func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }

// show puts a screen into the window and gives it the keyboard.
func (w *Window) show(s screen) {
	if w.screen != nil && w.screen != s {
		w.unsay()
		if m, ok := w.screen.(*meetingScreen); ok {
			m.keepUnfinished()
		}
	}
	w.screen = s
	w.middle.Objects = []fyne.CanvasObject{s.object()}
	w.middle.Refresh()
	s.refresh()
	w.project()
	w.headChanged()
	s.focus()
	w.mindBackups()
}

// headChanged shows anew what the head and the foot say of the screen.
func (w *Window) headChanged() {
	if w.screen == nil {
		return
	}
	h := w.screen.heading()
	if w.said != "" {
		h.status = w.said
	}
	w.head.show(h)
	w.foot.show(w.screen.hints())
	title := "Minutebook"
	if h.title != "" {
		title = h.title + " - Minutebook"
	}
	w.window.SetTitle(title)
}

// warn tells the clerk that something went wrong, until it is put right or
// waved away.
func (w *Window) warn(words string, offers ...offer) { w.band(theme.Restricted, words, offers...) }

// band says something over the screen, until something is done about it or it is
// waved away.
func (w *Window) band(tone theme.Tone, words string, offers ...offer) {
	var buttons []*widget.Button
	for _, o := range append(offers, offer{tr("Dismiss"), w.calm}) {
		buttons = append(buttons, widget.NewButton(o.words, "", o.do))
	}
	w.alert.Objects = []fyne.CanvasObject{widget.NewBanner(tone, w.shortened(words), buttons...)}
	w.alert.Show()
	w.bands.Refresh()
}

// offer is something the clerk may do about what went wrong.
type offer struct {
	words string
	do    func()
}

// calm takes the warning away.
func (w *Window) calm() {
	w.alert.Hide()
	w.bands.Refresh()
	if w.screen != nil {
		w.screen.focus()
	}
}

// failed tells of an error in plain words and logs that there was one.
func (w *Window) failed(doing string, err error) {
	w.out.Log.Error(doing, "error", err)
	w.warn(explain(doing, err))
}

func (w *Window) showBook() {
	w.show(newBookScreen(w))
}

func (w *Window) showActions() {
	w.show(newActionsScreen(w, w.bodyInView()))
}

// bodyInView is the body of the meeting that is open; "" where none is.
func (w *Window) bodyInView() model.ID {
	if w.meeting == nil {
		return ""
	}
	return w.meeting.work.meeting().BodyID
}

func (w *Window) showMeeting() {
	if w.meeting != nil {
		w.show(w.meeting)
	}
}

// Open opens a meeting with the keyboard in its composer. It says false where
// the meeting could not be opened; the clerk has been told why.
func (w *Window) Open(id model.ID) bool {
	if w.meeting != nil {
		if w.meeting.work.meeting().ID == id {
			w.show(w.meeting)
			return true
		}
		if !w.leaveMeeting() {
			return false
		}
	}
	s, err := openMeeting(w, id)
	if err != nil {
		w.failed("open the meeting", err)
		return false
	}
	w.meeting = s
	w.show(s)
	return true
}

// leaveMeeting keeps everything of the open meeting and lets go of it. It says
// false, and the meeting stays, where something could not be kept.
func (w *Window) leaveMeeting() bool {
	if w.meeting == nil {
		return true
	}
	if !w.meeting.flush() {
		return false
	}
	if band := w.meeting.behind; band != nil && slices.Contains(w.alert.Objects, band) {
		w.alert.Hide() // it is about that meeting
		w.bands.Refresh()
	}
	w.meeting = nil
	w.project()
	return true
}

func (w *Window) closeMeeting() {
	if w.wantsSecondPress("close", tr("The meeting is live. Press Ctrl+W again to close its page; it stays live.")) {
		return
	}
	if w.leaveMeeting() {
		w.showBook()
	}
}

// wantsSecondPress says whether a command must be asked for once more, because
// a meeting is live; it says so to the clerk. Where words cannot be kept there
// is more to say than that.
func (w *Window) wantsSecondPress(command, words string) bool {
	if w.meeting == nil || !w.meeting.live() || w.meeting.failing || w.asked == command {
		w.asked = ""
		return false
	}
	w.asked = command
	w.say(words)
	return true
}

func (w *Window) quit() {
	again := w.asked == "quit"
	if w.wantsSecondPress("quit", tr("The meeting is live. Press Ctrl+Q again to quit; everything is kept.")) {
		return
	}
	w.end(again)
}

// closeRequested is the window's own close button.
func (w *Window) closeRequested() { w.end(w.asked == "quit") }

// end ends the program. Where words could not be kept the window stays, with
// the words in it; asked again, it goes.
func (w *Window) end(again bool) {
	w.keepTyped()
	if !again && w.unfinishedImport() {
		w.asked = "quit"
		return
	}
	if w.leaveMeeting() || again && w.meeting.failing {
		w.closeProjector()
		w.out.Quit()
		return
	}
	w.asked = "quit"
	w.say(tr("Not everything is saved. Asked to quit once more, the window goes without it"))
}

// Flush keeps everything that is not kept yet and waits for it. The program
// calls it before it ends, for whatever reason.
func (w *Window) Flush() {
	w.keepTyped()
	if w.meeting != nil {
		w.meeting.flush()
	}
}

// keepTyped has the field that is typed in keep its words, as it does when the
// keyboard leaves it.
func (w *Window) keepTyped() {
	if w.meeting != nil && w.screen == screen(w.meeting) || w.dialogOpen() {
		return // the page keeps its own; a dialog asks
	}
	on := w.window.Canvas()
	had := on.Focused()
	on.Unfocus()
	if had != nil {
		on.Focus(had)
	}
}

func (w *Window) saveNow() {
	w.keepTyped()
	if w.meeting == nil {
		w.say(tr("Everything is saved."))
		return
	}
	w.meeting.saveNow()
}

func (w *Window) undo() {
	if onMeeting(w) {
		w.meeting.undo()
		return
	}
	w.toFocused(&fyne.ShortcutUndo{})
}

func (w *Window) redo() {
	if onMeeting(w) {
		w.meeting.redo()
		return
	}
	w.toFocused(&fyne.ShortcutRedo{})
}

// toFocused hands a shortcut that the menu caught on to whoever has the
// keyboard.
func (w *Window) toFocused(s fyne.Shortcut) {
	if f, ok := w.window.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
	}
}

func (w *Window) edit()     { w.screen.(editor).edit() }
func (w *Window) moveUp()   { w.screen.(editor).moveBy(-1) }
func (w *Window) moveDown() { w.screen.(editor).moveBy(1) }
func (w *Window) remove()   { w.screen.(editor).remove() }

func (w *Window) focusNext() { w.window.Canvas().FocusNext() }

func (w *Window) togglePanes() { w.hidePanes(!w.look.HidePanes) }

// hidePanes leaves the side panes of the meeting screen out, or shows them.
func (w *Window) hidePanes(hide bool) {
	w.look.HidePanes = hide
	w.out.KeepLook(w.look)
	if w.meeting != nil {
		w.meeting.layPanes()
	}
}

// dialogOpen says whether a dialog has the keyboard.
func (w *Window) dialogOpen() bool { return widget.Open(w.window.Canvas()) }
