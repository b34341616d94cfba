package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/bring"
	"minutebook/model/minutes/read"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// importState is how far a file is.
type importState uint8

// The states. A file that waits has not been looked at yet.
const (
	fileWaits importState = iota
	fileLooked
	fileUnread
	fileTaken
	fileLeft
)

// importFile is one of the files that are brought in.
type importFile struct {
	path, name string
	state      importState
	// why says why it cannot be read, told the same with its name.
	why, told string
	// saw is what the first look at it found, open the file itself; nil while
	// nobody has come to it.
	saw  firstLook
	open *openFile
	// meeting is the one that it became, called so.
	meeting model.ID
	called  string
	// unlooked is how many lines came in that nobody had looked at.
	unlooked int
}

// firstLook is what a file is likely to be.
type firstLook struct {
	body   string
	day    model.Date
	unsure int
	there  bool
}

// undecided says that it is still to be taken in or left out.
func (f *importFile) undecided() bool { return f.state == fileWaits || f.state == fileLooked }

// begun says that the clerk said something of it that is in no book yet.
func (f *importFile) begun() bool {
	return f.undecided() && f.open != nil && (len(f.open.before) > 0 || f.open.chose)
}

// importAll brings files in, after those that are brought in already. What is
// there twice is brought in once.
func (w *Window) importAll(paths []string) {
	if w.importing == nil {
		w.importing = newImportScreen(w)
	}
	s := w.importing
	for _, path := range paths {
		if !slices.ContainsFunc(s.files, func(f *importFile) bool { return f.path == path && f.state != fileUnread }) {
			s.files = append(s.files, &importFile{path: path, name: filepath.Base(path)})
		}
	}
	s.stopped = false
	w.showImport()
	if s.at == nil || !s.at.undecided() {
		s.toNext()
	}
	s.lookOn()
}

// showImport shows the files that are being brought in.
func (w *Window) showImport() {
	s := w.importing
	if w.screen != screen(s) {
		s.from = w.cameFrom()
	}
	w.show(s)
	if s.at == nil {
		s.toNext()
	}
}

// readFile reads a file off the window's goroutine.
func (w *Window) readFile(path string) (read.Document, error) {
	name := filepath.Base(path)
	data, err := w.out.ReadFile(path)
	if err != nil {
		return read.Document{}, err
	}
	return w.out.ReadMinutes(name, data)
}

// bookKnown is what the book knows at present. It is asked off the window's
// goroutine.
func (w *Window) bookKnown(styles []string) (*bring.Known, error) {
	bodies, errB := w.book.Bodies()
	people, errP := w.book.People()
	meetings, errM := w.book.Meetings()
	if err := errors.Join(errB, errP, errM); err != nil {
		return nil, err
	}
	return bring.NewKnown(bodies, people, meetings, styles), nil
}

// lookOn looks at the next file that waits, beside what the clerk does, so that
// they see soon what cannot be read. Nothing of it is held but what it is likely
// to be: there may be a thousand.
func (s *importScreen) lookOn() {
	if s.looking || s.stopped {
		return
	}
	i := slices.IndexFunc(s.files, func(f *importFile) bool { return f.state == fileWaits && f.open == nil && f != s.at })
	if i < 0 {
		s.known = nil
		return
	}
	f, styles := s.files[i], s.w.styles.Names()
	known := s.known
	s.looking = true
	var saw firstLook
	s.w.out.Keeping.Aside(func() error {
		doc, err := s.w.readFile(f.path)
		if err != nil {
			return err
		}
		if known == nil {
			if known, err = s.w.bookKnown(styles); err != nil {
				return err
			}
		}
		saw = lookAt(bring.Prepare(doc, known))
		return nil
	}, func(err error) {
		s.looking, s.known = false, known
		if f.state == fileWaits {
			f.state, f.saw = fileLooked, saw
			if err != nil {
				s.unread(f, err)
			}
		}
		s.list.Refresh()
		s.told()
		s.lookOn()
	})
}

// lookAt is what a plan says of its file.
func lookAt(p *bring.Plan) firstLook {
	saw := firstLook{body: p.Body.Name, day: p.Found.Meeting.Date, unsure: unsureFacts(p), there: p.Clash != nil || p.Ours != nil}
	for i := range p.Found.Pieces {
		if p.Found.Pieces[i].Confidence < sureEnough {
			saw.unsure++
		}
	}
	return saw
}

// unread notes that a file cannot be read, and why.
func (s *importScreen) unread(f *importFile, err error) {
	s.w.out.Log.Error("read old minutes", "error", err)
	f.state, f.why, f.told = fileUnread, err.Error(), err.Error()
	var bad *read.Unreadable
	if errors.As(err, &bad) {
		f.why, f.told = tr(bad.Reason), trf("%s cannot be read: %s", f.name, tr(bad.Reason))
	}
}

// stop ends looking at the files that wait; they are looked at when the clerk
// comes to them.
func (s *importScreen) stop() {
	s.stopped = true
	s.w.say(tr("No further file is looked at until you come to it"))
	s.told()
}

// looked is how many files were looked at, and how many wait.
func (s *importScreen) looked() (looked, waiting int) {
	for _, f := range s.files {
		if f.state == fileWaits && f.open == nil {
			waiting++
		} else {
			looked++
		}
	}
	if s.stopped {
		waiting = 0
	}
	return looked, waiting
}

// place is where a file stands among the others.
func (s *importScreen) place(f *importFile) int { return slices.Index(s.files, f) }

// toNext goes to the next file that is undecided, or ends.
func (s *importScreen) toNext() {
	from := 0
	if s.at != nil {
		from = s.place(s.at) + 1
	}
	for i := range s.files {
		if f := s.files[(from+i)%len(s.files)]; f.undecided() {
			s.openFile(f)
			return
		}
	}
	s.finish()
}

// openFile shows a file, which is read first unless the clerk has been there and
// said something of it.
func (s *importScreen) openFile(f *importFile) {
	if s.at != nil && s.at != f && !s.at.begun() {
		s.at.open = nil // it is read again when it is come to
	}
	s.at, s.twice = f, ""
	s.panes.Choose(paneLines)
	s.showPane(paneLines)
	if f.open != nil || !f.undecided() {
		s.toFirst()
		return
	}
	styles := s.w.styles.Names()
	var o *openFile
	s.w.out.Keeping.Aside(func() error {
		doc, err := s.w.readFile(f.path)
		if err != nil {
			return err
		}
		known, err := s.w.bookKnown(styles)
		if err != nil {
			return err
		}
		people, err := s.w.book.People()
		if err != nil {
			return err
		}
		o = newOpenFile(doc, bring.Prepare(doc, known), people)
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			s.unread(f, err)
			if s.at == f {
				s.skipUnread(f)
			}
		case f.open == nil && f.undecided():
			f.open, f.state = o, fileLooked
			f.saw = lookAt(o.plan)
			if s.at == f {
				s.toFirst()
			}
		}
		s.lookOn()
	})
}

// skipUnread goes on after a file that cannot be read, and says so.
func (s *importScreen) skipUnread(f *importFile) {
	s.fill()
	s.toNext()
	if s.w.importing != s {
		return
	}
	unread := 0
	for _, other := range s.files {
		if other.state == fileUnread {
			unread++
		}
	}
	if unread > 1 {
		s.w.say(trf("%d files cannot be read; Files says why", unread))
		return
	}
	s.w.say(f.told)
}

// toFirst shows the file at hand at the first line to look at.
func (s *importScreen) toFirst() {
	s.lines.Select(-1)
	s.lines.Refresh()
	if s.ready() {
		s.toLine(max(s.at.open.nextUnsure(-1), 0))
	}
	s.fill()
	if s.ready() {
		s.toLine(max(s.lines.Selected(), 0)) // the list is as high as it stays now
	}
}

// buildFiles makes the list of the files.
func (s *importScreen) buildFiles() {
	s.list = widget.NewRows(widget.Table, "", s.fileColumns()...)
	s.list.Length = func() int { return len(s.files) }
	s.list.Row = s.fileRow
	s.list.OnSelected = func(int) { s.told() }
	s.list.OnOpen = func(n int) { s.goToFile(s.files[n]) }
	s.list.OnLetter = func(r rune) bool {
		if r == 'x' || r == 'X' {
			s.leave(s.files[s.list.Selected()])
		}
		return true
	}
	s.list.OnKey, s.list.OnShortcut = s.w.wired(s.listKey)
}

func (s *importScreen) fileColumns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("File")}, {Title: tr("Meeting")}, {Title: tr("How far"), Width: 144}}
	}
	return []widget.Column{{Title: tr("File"), Width: 320}, {Title: tr("Meeting")}, {Title: tr("To look at"), Width: 112, End: true}, {Width: 20}, {Title: tr("How far"), Width: 144}}
}

func (s *importScreen) fileRow(n int) widget.Row {
	f := s.files[n]
	words, tone := fileWord(f)
	meeting, left := f.called, ""
	switch {
	case f.state == fileUnread:
		meeting = sentence(capital(f.why))
	case f.open != nil:
		m := &f.open.shown
		meeting, left = foundWords(m.Body.Name, m.Found.Meeting.Date), fmt.Sprint(f.open.left()+unsureFacts(m))
	case f.state == fileLooked || f.state == fileLeft:
		meeting, left = foundWords(f.saw.body, f.saw.day), fmt.Sprint(f.saw.unsure)
	}
	row := widget.Row{Cells: []widget.Cell{{Words: f.name, Bold: f == s.at}, {Words: meeting, Soft: true}, {Words: left, Soft: true}, {}, {Words: words, Tone: tone}}}
	if s.narrow {
		row.Cells = slices.Delete(row.Cells, 2, 4)
	}
	return row
}

// foundWords say which meeting a file is of, as far as it says so.
func foundWords(body string, day model.Date) string {
	switch {
	case body == "" && !day.Valid():
		return tr("No body and no day found")
	case body == "":
		return joinComma(tr("No body found"), day.Long())
	case !day.Valid():
		return joinComma(body, tr("no day found"))
	}
	return joinComma(body, day.Long())
}

// fileWord is how far a file is, as a chip wears it.
func fileWord(f *importFile) (string, theme.Tone) {
	switch f.state {
	case fileLooked:
		switch {
		case f.begun():
			return tr("Begun"), theme.Interest
		case f.saw.there:
			return tr("There already"), theme.Restricted
		}
		return tr("To confirm"), theme.Draft
	case fileUnread:
		return tr("Not read"), theme.Restricted
	case fileTaken:
		return tr("In the book"), theme.Decision
	case fileLeft:
		return tr("Left out"), theme.Plain
	case fileWaits:
	}
	return tr("Waits"), theme.Plain
}

func stateOfFile(f *importFile) string {
	word, _ := fileWord(f)
	return strings.ToLower(word)
}

// goToFile goes to a file; one that was left out is considered again, and one
// that is in the book is shown there.
func (s *importScreen) goToFile(f *importFile) {
	switch f.state {
	case fileTaken:
		s.w.Open(f.meeting)
		return
	case fileLeft:
		f.state = fileLooked
	case fileUnread: // it may have been put right since
		f.state = fileWaits
	case fileWaits, fileLooked:
	}
	s.openFile(f)
}
