package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// archiveCommands write everything in the book to one file.
var archiveCommands = []command{
	{"archive", "Archive the whole book", "File", nil, nil, (*Window).askArchive},
}

// Archive is what is to be archived, and where.
type Archive struct {
	// Path is that of the zip file, which is new.
	Path string
	// Public leaves out what is restricted, and the book itself; Documents adds
	// the minutes as Word files and web pages.
	Public, Documents bool
	// Tell hears how far it is, on the window's goroutine; Stopped, called on any,
	// says that the clerk wants no more of it.
	Tell    func(words string)
	Stopped func() bool
}

// Archived is what an archive holds.
type Archived struct {
	Meetings int
	// Withheld are meetings of which no public minutes are in it, and why.
	Withheld []string
}

// archiveDialog asks for an archive and waits for it.
type archiveDialog struct {
	*form
	w     *Window
	stop  stopper
	busy  bool
	close bool

	whose *widget.Segments
	docs  *widget.Button
	file  *widget.Field
	far   *widget.Para
}

// askArchive asks what an archive is to hold, and in which file.
func (w *Window) askArchive() {
	if w.meeting != nil && !w.meeting.flush() {
		return // the clerk has been told why
	}
	d := &archiveDialog{w: w, far: caption("")}
	d.whose = widget.NewSegments(d.named, widget.Segment{Words: tr("Everything in the book")}, widget.Segment{Words: tr("Public, without restricted parts")})
	d.whose.Wrap = true
	d.docs = widget.NewSwitch(tr("With the minutes as Word files and web pages"), false, nil)
	d.file = widget.NewField(tr("Zip file"), "")
	d.file.OnChanged = func(string, int) { d.calm() }
	d.file.Set(d.proposed(0), len([]rune(d.proposed(0))))
	d.far.Hide()
	d.form = newForm(caption(tr("The minutes of every meeting go into one zip file that can be read without this program. With everything in it the book can be made from it again: minutectl unarchive.")),
		labelled(tr("What it holds"), d.whose), container.New(&inRow{}, d.docs), d.file, d.far)
	d.wide = true
	d.follow(d.whose, d.docs, d.file)
	if d.show(w, tr("Archive the whole book"), widget.Choice{Words: tr("Archive"), Do: d.write, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true}) {
		d.modal.OnClosed = d.gone
	}
}

// proposed is the name that an archive of everything, or of what is public, gets
// unless the clerk says another.
func (d *archiveDialog) proposed(whose int) string {
	stem := "minutes-" + string(model.DateOf(d.w.out.Now())) + []string{"", "-public"}[whose]
	return d.w.short(filepath.Join(d.w.out.Documents, stem+".zip"))
}

// named gives the file the name that goes with what it holds, where the clerk
// has not said another.
func (d *archiveDialog) named(whose int) {
	if d.file.Text() == d.proposed(1-whose) {
		d.file.Set(d.proposed(whose), len([]rune(d.proposed(whose))))
	}
	d.calm()
}

// write writes the archive while the dialog says how far it is.
func (d *archiveDialog) write() bool {
	path := d.w.documentNamed(d.file.Text(), []string{".zip"}, ".zip")
	switch {
	case d.busy:
		return false
	case path == "":
		return d.refuse(d.file, tr("Say where the file is to be."))
	}
	d.busy = true
	d.calm()
	d.tell(tr("Archiving …"))
	a := Archive{Path: path, Public: d.whose.Chosen() == 1, Documents: d.docs.On(), Tell: d.tell, Stopped: d.stop.stopped}
	var done Archived
	d.w.out.Keeping.Aside(func() (err error) {
		done, err = d.w.out.Keeping.Archive(a)
		return err
	}, func(err error) { d.written(a, done, err) })
	return false
}

// tell says how far the archive is.
func (d *archiveDialog) tell(words string) {
	if d.open() {
		setCaption(d.far, words+" "+tr("Esc stops it."))
		d.far.Show()
		d.laid()
	}
}

// gone hears that the dialog was closed; what is under way is stopped.
func (d *archiveDialog) gone() {
	if d.busy {
		d.close = true
		d.stop.stop()
	}
}

// written hears that the archive is there, or why not.
func (d *archiveDialog) written(a Archive, done Archived, err error) {
	d.busy = false
	d.far.Hide()
	switch {
	case err == nil && d.open():
		d.modal.OnClosed = func() { d.w.tellArchived(a, done) }
		d.modal.Close()
	case err == nil: // it was there before the stop was heard
		d.w.tellArchived(a, done)
	case d.close:
		d.w.out.Log.Info("archive", "path", a.Path, "stopped", err)
		d.w.say(tr("The archive was stopped; there is no file of it"))
	default:
		d.w.out.Log.Error("archive", "path", a.Path, "error", err)
		d.refuse(d.file, sentence(capital(reason(err))))
	}
}

// tellArchived says what is in an archive, and what is not.
func (w *Window) tellArchived(a Archive, done Archived) {
	words := trf("Everything in the book is in %s: %s.", w.short(a.Path), plural(done.Meetings, "meeting", "meetings"))
	if a.Public {
		words = trf("What is public is in %s, of %s.", w.short(a.Path), plural(done.Meetings, "meeting", "meetings"))
	}
	parts := []fyne.CanvasObject{caption(words)}
	if len(done.Withheld) > 0 {
		parts = append(parts, caption(trf("It has no public minutes of %s.", strings.Join(done.Withheld, "; "))))
	}
	if !a.Public {
		parts = append(parts, caption(tr("What is restricted is in its folder “restricted”: give it to nobody who may not read that.")))
	}
	f := newForm(parts...)
	f.wide = true
	folder := func() bool {
		if err := w.out.Show(filepath.Dir(a.Path)); err != nil {
			return f.refuse(nil, sentence(capital(reason(err))))
		}
		return false
	}
	if !f.show(w, tr("The book is archived"), widget.Choice{Words: tr("Done"), Default: true, Cancel: true}, widget.Choice{Words: tr("Show the folder"), Do: folder}) {
		w.say(words)
	}
}
