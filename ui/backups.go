package ui

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/backup"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

var backupCommands = []command{
	{"backup", "Back up now", "File", nil, nil, (*Window).askBackup},
	{"backup-folder", "Folder for backups", "File", nil, nil, (*Window).askBackupFolder},
}

const (
	// backupSettles is how long after the start, and after a meeting closed, the
	// copy is made: by then everything is on disk and on screen.
	backupSettles = 30 * time.Second
	// backupLooks is how often it is looked at, at most, whether one is due.
	backupLooks = 30 * time.Minute
)

// backups are the copies of the book that are made by themselves.
type backups struct {
	running bool
	// looked is when it was looked last at whether one is due.
	looked time.Time
	// told is what the clerk was told last of a failure; "" since one succeeded.
	told string
}

// mindBackups looks at whether a copy of the book is due, now and then while
// something is done: where nothing is, nothing is new in the book.
func (w *Window) mindBackups() {
	now := w.out.Now()
	if now.Sub(w.backups.looked) < backupLooks {
		return
	}
	w.backups.looked = now
	w.out.After(backupSettles, w.backUpIfDue)
}

// backUpIfDue makes the copy of the day, but never while a meeting is live: its
// end makes one.
func (w *Window) backUpIfDue() {
	if w.meeting != nil && w.meeting.live() {
		return
	}
	clerk, err := w.book.Clerk()
	if err != nil || !clerk.Backup.On() {
		return // who reads it next tells why
	}
	if !backup.Due(stamped(clerk.Backup.Last), w.out.Now()) {
		return
	}
	// One may have been made in the terminal.
	folder, last := clerk.Backup.Folder, time.Time{}
	w.out.Keeping.Aside(func() (err error) {
		last, err = w.out.Keeping.LastBackup(folder)
		return err
	}, func(err error) {
		if err != nil || backup.Due(last, w.out.Now()) {
			w.backUp(folder, false) // which says what is wrong with the folder
			return
		}
		if err := w.keepBackup(func(b *model.Backup) { b.Last = model.Stamp(last) }); err != nil {
			w.out.Log.Error("note that there is a backup", "error", err)
		}
	})
}

// stamped is the moment of a stamp, the zero time where there is none.
func stamped(stamp string) time.Time {
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return time.Time{}
	}
	return t
}

// hasChanged hears of every change of the open meeting: when it closes, a copy
// of the book is made once all of it is kept.
func (w *Window) hasChanged(before, now model.Meeting) {
	if before.State == now.State || now.State != model.Draft || before.State.Frozen() {
		return
	}
	kept := w.out.Now().Add(backupSettles / 2) // by then all of it is
	w.out.After(backupSettles, func() {
		if w.meeting != nil && w.meeting.live() {
			return // it was opened again, or the next one is on
		}
		if clerk, err := w.book.Clerk(); err == nil && clerk.Backup.On() && stamped(clerk.Backup.Last).Before(kept) {
			w.backUp(clerk.Backup.Folder, false)
		}
	})
}

// askBackup makes a copy now; without a folder it asks for one first.
func (w *Window) askBackup() {
	clerk, err := w.book.Clerk()
	switch {
	case err != nil:
		w.failed("read where backups go", err)
	case clerk.Backup.Folder == "":
		w.askBackupFolder()
	default:
		w.say(tr("Making a backup"))
		w.backUp(clerk.Backup.Folder, true)
	}
}

// backUp makes a copy beside everything else. A failure is told once, and again
// only after one succeeded, unless the clerk asked for it.
func (w *Window) backUp(folder string, asked bool) {
	if w.backups.running {
		return
	}
	w.backups.running = true
	path := ""
	w.out.Keeping.Aside(func() (err error) {
		path, err = w.out.Keeping.Backup(folder)
		return err
	}, func(err error) {
		w.backups.running = false
		if err != nil {
			w.out.Log.Error("backup", "error", err)
			if words := explain("make a backup", err); asked || words != w.backups.told {
				w.backups.told = words
				w.warn(words + " " + tr("The book itself is safe."))
			}
			return
		}
		w.backups.told = ""
		if err := w.keepBackup(func(b *model.Backup) { b.Last = model.Stamp(w.out.Now()) }); err != nil {
			w.failed("note that there is a backup", err)
			return
		}
		if asked {
			w.say(trf("There is a backup: %s", w.short(path)))
		}
		if s, ok := w.screen.(*settingsScreen); ok {
			s.refresh()
		}
	})
}

// keepBackup changes how the book is copied.
func (w *Window) keepBackup(change func(*model.Backup)) error {
	clerk, err := w.book.Clerk()
	if err != nil {
		return err
	}
	clerk = clerk.Clone()
	change(&clerk.Backup)
	return w.book.KeepClerk(clerk)
}

// askBackupFolder asks where copies of the book are to go.
func (w *Window) askBackupFolder() {
	clerk, err := w.book.Clerk()
	if err != nil {
		w.failed("read where backups go", err)
		return
	}
	folder := widget.NewField(tr("Folder"), filepath.Join(w.out.Documents, "Backups"))
	was := w.short(clerk.Backup.Folder)
	folder.Set(was, len([]rune(was)))
	f := newForm(folder, caption(tr("A copy of the book goes there once a day and when a meeting closes. The last of each of fourteen days and of twelve months are kept. Choose a disk that is not this computer's, or a folder that is copied elsewhere. Leave it empty for no backups.")))
	f.wide = true
	folder.OnChanged = func(string, int) { f.calm() }
	keep := func() bool {
		path := w.whole(unquoted(folder.Text()))
		if path != "" && !filepath.IsAbs(path) {
			return f.refuse(folder, tr("Name the whole folder, from its beginning."))
		}
		if path != "" && filepath.Clean(path) == filepath.Dir(w.book.Path()) {
			return f.refuse(folder, tr("The book itself is in that folder: what happens to it happens to its copies. Choose another."))
		}
		err := w.keepBackup(func(b *model.Backup) {
			if b.Folder != path {
				*b = model.Backup{Folder: path}
			}
			b.Off = false
		})
		if err != nil {
			return f.refuse(folder, explain("keep the folder", err))
		}
		f.modal.OnClosed = func() { w.hasFolder(path) }
		return true
	}
	f.show(w, tr("Folder for backups"), widget.Choice{Words: tr("Keep"), Do: keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// hasFolder makes the first copy in a new folder, which shows that it can be.
func (w *Window) hasFolder(folder string) {
	if s, ok := w.screen.(*settingsScreen); ok {
		s.refresh()
	}
	if folder == "" {
		w.say(tr("No backups are made by themselves"))
		return
	}
	w.say(tr("Making a backup"))
	w.backUp(folder, true)
}

// backupWords say where copies go and how old the last is; old says that it is
// older than it should be.
func (w *Window) backupWords(b model.Backup) (words string, old bool) {
	if b.Folder == "" {
		return tr("No folder is chosen, so no backups are made by themselves."), false
	}
	if b.Off {
		return trf("None are made by themselves. The folder is %s.", w.short(b.Folder)), false
	}
	last, now := stamped(b.Last), w.out.Now()
	if last.IsZero() {
		return trf("To %s. There is no backup yet.", w.short(b.Folder)), true
	}
	words = trf("To %s. Last backup: %s.", w.short(b.Folder), ago(last.In(now.Location()), now))
	if old = now.Sub(last) > backup.Old; old {
		words += " " + tr("That is more than a week ago: see that the folder is there, then back up now.")
	}
	return words, old
}

// ago is when something was, in words that need no reckoning.
func ago(then, now time.Time) string {
	day := func(t time.Time) time.Time {
		y, m, d := t.Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	switch days := int(day(now).Sub(day(then)).Hours() / 24); days {
	case 0:
		return trf("today %s", then.Format("15:04"))
	case 1:
		return trf("yesterday %s", then.Format("15:04"))
	default:
		return trf("%s (%s)", model.DateOf(then).Long(), plural(days, "day ago", "days ago"))
	}
}

// backupRow says whether, and where, copies of the book are made by themselves.
func (s *settingsScreen) backupRow() *settingRow {
	r := s.row(tr("Backups"), " ", func() int { return which(s.clerk.Backup.On()) }, s.setBackup, tr("Off"), tr("Once a day, and when a meeting closes"))
	n := len(s.rows) - 1
	var buttons []fyne.CanvasObject
	for _, c := range []command{s.w.command("backup"), s.w.command("backup-folder")} {
		b := widget.NewButton(tr(c.title), "", func() { s.w.do(c) })
		b.OnKey, b.OnShortcut = s.w.wired(s.steer)
		b.OnFocus = func(focused bool) {
			if focused {
				s.at = n
				s.reveal(r)
			}
		}
		buttons = append(buttons, b)
	}
	r.object.(*fyne.Container).Add(container.New(&inRow{}, buttons...))
	s.backup = r
	s.tellBackup()
	return r
}

// setBackup turns copies off, or on, for which there must be a folder.
func (s *settingsScreen) setBackup(n int) {
	if n == 1 && s.clerk.Backup.Folder == "" {
		s.w.askBackupFolder()
		s.refresh()
		return
	}
	s.changeClerk(func(c *model.Clerk) { c.Backup.Off = n == 0 && c.Backup.Folder != "" })
	s.tellBackup()
}

// tellBackup says where copies go and how old the last is.
func (s *settingsScreen) tellBackup() {
	if s.backup == nil {
		return
	}
	words, old := s.w.backupWords(s.clerk.Backup)
	block := widget.Block{Style: widget.Message, Text: literal(words), Soft: !old}
	if old {
		block.Chip, block.Tone = tr("Old"), theme.Restricted
	}
	s.backup.about.Set(block)
}

// remindRow says whether the desktop tells on starting what is due.
func (s *settingsScreen) remindRow() *settingRow {
	return s.row(tr("Reminder"), tr("When the program starts, the desktop says how many actions are due. It names none of them."),
		func() int { return which(s.clerk.Remind) },
		func(n int) { s.changeClerk(func(c *model.Clerk) { c.Remind = n == 1 }) }, tr("Off"), tr("On"))
}
