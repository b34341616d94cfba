package main

import (
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"minutebook/assets"
	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/ui"
)

// newApp starts Fyne. It changes nothing on screen yet.
func newApp() fyne.App {
	app.SetMetadata(fyne.AppMetadata{
		ID: "uk.minutebook.Minutebook", Name: "Minutebook", Version: version, Build: 1, Release: true,
		Icon: fyne.NewStaticResource("icon.png", assets.WindowIconPNG),
	})
	return app.New()
}

// shown is the program while its window is on screen.
type shown struct {
	m       *Main
	app     fyne.App
	window  fyne.Window
	outside *outside
	// book is nil until there is a book to show.
	book *ui.Window
}

// show opens the book in a window and stays until it is closed. It gives the
// exit code.
func (m *Main) show() int {
	a := m.App()
	restAfter(a)
	// Before anything is measured: until the program runs Fyne remembers the
	// typeface of what was measured first.
	look := rememberedLook(a.Preferences()).Theme()
	a.Settings().SetTheme(look)
	read := m.beginReading(look)
	defer func() { _ = read() }()
	m.outside = newOutside(m, a)
	s := &shown{m: m, app: a, outside: m.outside}
	s.window = a.NewWindow("Minutebook")
	s.window.SetPadded(false)
	onceMade(s.window, rememberedSize(a.Preferences()), func() {
		if trouble := read(); trouble != nil {
			s.showTrouble(trouble)
		} else {
			s.showBook()
		}
	})
	hangUp := make(chan os.Signal, 1)
	signal.Notify(hangUp, syscall.SIGHUP) // Fyne itself ends in order when asked by any other
	go func() {
		<-hangUp
		fyne.Do(a.Quit)
	}()
	s.window.CenterOnScreen()
	s.window.ShowAndRun()
	signal.Stop(hangUp)
	return s.leave()
}

// showBook fills the window with the book.
func (s *shown) showBook() {
	found, err := s.asked()
	if err != nil {
		s.m.complain(err)
		s.m.options.open = ""
		s.showTrouble(err)
		return
	}
	s.book = ui.New(s.window, s.m.book, s.outside.forWindow(s.quit), found)
}

// quit ends the program in order; everything is kept by then.
func (s *shown) quit() {
	keepSize(s.app.Preferences(), s.window.Canvas().Size())
	s.app.Quit()
}

// leave keeps what is not kept yet and lets go of the book. The window has
// gone, or goes with the desktop.
func (s *shown) leave() int {
	if s.book == nil {
		s.m.closeBook()
		return 1
	}
	s.outside.end()
	s.book.Flush()
	if !s.m.closeBook() {
		return 1
	}
	s.m.journal.log.Info("closed the book")
	return 0
}

// asked is the meeting that --open names, "" where it names none.
func (s *shown) asked() (model.ID, error) {
	if s.m.options.open == "" {
		return "", nil
	}
	meetings, err := s.m.book.Meetings()
	if err != nil {
		return "", err
	}
	found, err := which.Meeting(meetings, s.m.options.open)
	return found.ID, err
}
