package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/merge"
	"minutebook/ui/widget"
)

// movingCommands bring what is in another book into this one, and hand a body
// over and back.
var movingCommands = []command{
	{"merge", "Merge another book", "File", nil, nil, (*Window).askMerge},
	{"hand-over", "Hand over a body", "File", nil, nil, (*Window).askHandOver},
	{"take-back", "Take back a body", "File", nil, nil, (*Window).askTakeBack},
}

// askMerge asks which book is to be merged.
func (w *Window) askMerge() {
	w.askOther(tr("Merge another book"), "", tr("What is only in the other book comes over, and what was changed there alone. What was changed in both is shown first. The other book is only read."), false)
}

// askTakeBack asks for the book that a body was handed over in.
func (w *Window) askTakeBack() {
	bodies, err := w.book.Bodies()
	if err != nil {
		w.failed("read the minute book", err)
		return
	}
	path, away := "", false
	for _, b := range bodies {
		if b.Away != nil {
			path, away = b.Away.Path, true
		}
	}
	if !away {
		w.say(tr("No body of this book is handed over. To bring in other work: File, Merge another book"))
		return
	}
	w.askOther(tr("Take back a body"), path, tr("What was done in the book that the body was handed over in comes into this one, where the body can be changed again."), true)
}

// askOther asks for another book, and shows what would come over.
func (w *Window) askOther(title, path, about string, back bool) {
	file := widget.NewField(tr("Minute book"), filepath.Join(w.out.Documents, "other.mb"))
	file.Set(w.short(path), len([]rune(w.short(path))))
	f := newForm(file, caption(about))
	f.wide = true
	file.OnChanged = func(string, int) { f.calm() }
	busy, closed := false, false
	look := func() bool {
		path := w.inDocuments(file.Text())
		switch {
		case busy:
			return false
		case path == "":
			return f.refuse(file, tr("Say where the other book is."))
		}
		busy = true
		f.calm()
		d := &mergeDialog{w: w, title: title, back: back}
		w.out.Keeping.Aside(func() error { return d.look(path) }, func(err error) {
			busy = false
			switch {
			case closed:
				d.letGo()
			case err != nil:
				w.out.Log.Error("open another book", "error", err)
				f.refuse(file, sentence(capital(reason(err))))
			default:
				f.modal.OnClosed = d.open
				f.modal.Close()
			}
		})
		return false
	}
	f.show(w, title, widget.Choice{Words: tr("Show what would come"), Do: look, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	f.modal.OnClosed = func() { closed = true }
}

// look opens the other book and reads what would come over.
func (d *mergeDialog) look(path string) (err error) {
	if d.other, err = d.w.out.Keeping.Other(path); err != nil {
		return err
	}
	if d.back {
		body, err := d.other.Away()
		if err != nil {
			d.letGo()
			return err
		}
		d.take.Back, d.name = body.ID, body.Name
	}
	if d.plan, err = d.other.Plan(d.take); err != nil {
		d.letGo()
	}
	return err
}

// letGo closes the other book.
func (d *mergeDialog) letGo() {
	if d.other == nil {
		return
	}
	if err := d.other.Close(); err != nil {
		d.w.out.Log.Error("close another book", "error", err)
	}
	d.other = nil
}

// merged tells what came over, and shows the book as it is now. reopen is the
// meeting that was open.
func (w *Window) merged(plan merge.Plan, name string, reopen model.ID) {
	came := 0
	for _, p := range plan.Parts {
		if p.What.Comes() || p.Events > 0 {
			came++
		}
	}
	if err := w.readStyles(); err != nil {
		w.failed("read the house styles", err)
	}
	if reopen != "" && w.Open(reopen) {
		w.headChanged()
	} else {
		w.screen.refresh()
		w.headChanged()
	}
	switch {
	case name != "":
		w.say(trf("%s is back", name))
	case came == 0:
		w.say(tr("Nothing came over"))
	default:
		w.say(trf("Came over from the other book: %s", plural(came, "thing", "things")))
	}
}

// askHandOver asks which body is to be handed over.
func (w *Window) askHandOver() {
	bodies, err := w.book.Bodies()
	if err != nil {
		w.failed("read the minute book", err)
		return
	}
	var all []choice
	for _, b := range bodies {
		c := choice{words: b.Name, run: func() { w.handOver(b) }}
		if b.Away != nil {
			c.after, c.why = tr("handed over"), sentence(awayWords(b))
		}
		all = append(all, c)
	}
	if at := slices.IndexFunc(bodies, func(b model.Body) bool { return b.ID == w.bodyAtHand() }); at > 0 { // the one in view comes first
		all = slices.Concat(all[at:at+1], all[:at], all[at+1:])
	}
	if len(all) == 0 {
		w.say(tr("The book has no body yet"))
		return
	}
	w.choose(tr("Hand over a body"), tr("Type letters of its name"), 0, all)
}

// awayWords say in whose hands a body is.
func awayWords(b model.Body) string {
	if b.Away.To == "" {
		return trf("handed over on %s", b.Away.On.Long())
	}
	return trf("handed over to %s on %s", b.Away.To, b.Away.On.Long())
}

// readAway has a meeting of a body that was handed over changed by nobody. What
// is typed stays in the composer.
func (s *meetingScreen) readAway(id model.ID) {
	b, err := s.w.book.Body(id)
	if err != nil || b.Away == nil {
		return // a meeting may be of no body that the book has
	}
	s.away = awayWords(b)
	s.work.session.Refuse(&model.HandedOver{Body: b.ID, Name: b.Name, Away: *b.Away})
}

// handOver asks to whom a body goes, and in which file.
func (w *Window) handOver(b model.Body) {
	if w.bodyInView() == b.ID {
		if !w.leaveMeeting() {
			return
		}
		w.showBook() // its meeting changes no more
	}
	to, file := widget.NewField(tr("To whom"), tr("Ann Zelenka")), widget.NewField(tr("Minute book"), "")
	proposed := w.short(filepath.Join(w.out.Documents, bodyFile(b.Name)))
	file.Set(proposed, len([]rune(proposed)))
	f := newForm(caption(trf("%s goes into a book of its own, with its people, meetings, actions, seals and files. A Word file and a web page beside it say where things stand. Until it is taken back, nothing of it changes here.", b.Name)), to, file)
	f.wide = true
	for _, field := range []*widget.Field{to, file} {
		field.OnChanged = func(string, int) { f.calm() }
	}
	busy, closed := false, false
	hand := func() bool {
		path := w.documentNamed(file.Text(), []string{".mb"}, ".mb")
		switch {
		case busy:
			return false
		case path == "":
			return f.refuse(file, tr("Say where the book is to be."))
		}
		busy = true
		f.calm()
		away := model.Away{To: strings.TrimSpace(to.Text()), On: model.DateOf(w.out.Now())}
		var wrote []string
		w.out.Keeping.Aside(func() (err error) {
			wrote, err = w.out.Keeping.HandOver(b.ID, path, away)
			return err
		}, func(err error) {
			busy = false
			w.handedOver(f, closed, b, wrote, err)
		})
		return false
	}
	f.show(w, tr("Hand over a body"), widget.Choice{Words: tr("Hand over"), Do: hand, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	f.modal.OnClosed = func() { closed = true }
}

// handedOver tells that a body is handed over, or why not.
func (w *Window) handedOver(f *form, closed bool, b model.Body, wrote []string, err error) {
	if err != nil {
		w.out.Log.Error("hand over", "body", string(b.ID), "error", err)
	}
	tell := func() {
		w.showBook()
		if err != nil {
			w.warn(explain("hand over everything", err))
			return
		}
		w.tellHandedOver(b, wrote)
	}
	switch {
	case closed:
		tell()
	case err != nil && len(wrote) == 0:
		f.refuse(nil, sentence(capital(reason(err))))
	default:
		f.modal.OnClosed = tell
		f.modal.Close()
	}
}

// tellHandedOver says which files a body was handed over in.
func (w *Window) tellHandedOver(b model.Body, wrote []string) {
	var parts []fyne.CanvasObject
	page := ""
	for _, path := range wrote {
		parts = append(parts, caption(filepath.Base(path)))
		if extOf(path) == ".html" {
			page = path
		}
	}
	folder := filepath.Dir(wrote[0])
	parts = append(parts, caption(trf("They are in %s. Give all of them to whoever takes it over.", w.short(folder))))
	f := newForm(parts...)
	show := func(path string) func() bool {
		return func() bool {
			if err := w.out.Show(path); err != nil {
				return f.refuse(nil, sentence(capital(reason(err))))
			}
			return false
		}
	}
	choices := []widget.Choice{{Words: tr("Done"), Default: true, Cancel: true}}
	if page != "" {
		choices = append(choices, widget.Choice{Words: tr("Read where things stand"), Do: show(page)})
	}
	choices = append(choices, widget.Choice{Words: tr("Show the folder"), Do: show(folder)})
	f.show(w, trf("%s is handed over", b.Name), choices...)
}

// bodyFile is the name of the book that a body is handed over in.
func bodyFile(name string) string {
	stem := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, strings.TrimSpace(name))
	return strings.Trim(stem, ". ") + ".mb"
}
