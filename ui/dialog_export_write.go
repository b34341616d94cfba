package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// outFile is a file to be written; size is known once it is there.
type outFile struct {
	path, ext string
	size      int
}

// files are those that the choices ask for, the first at that path.
func (d *exportDialog) files(path string) []outFile {
	files := []outFile{{path: path, ext: extOf(path)}}
	if d.takesBeside() && d.beside.On() {
		files = append(files, outFile{path: stemOf(path) + pdf, ext: pdf})
	}
	return files
}

// export writes the files and says so, or says why it did not.
func (d *exportDialog) export() bool {
	path := d.file()
	switch {
	case d.busy:
		return false
	case path == "":
		return d.refuse(d.path, tr("Say where the file goes."))
	case d.what.restricted && d.audience.Chosen() < 0:
		setCaption(d.hint, "")
		return d.refuse(d.audience, tr("Nothing is written yet: some parts are restricted. Say who the file is for, with Left and Right; then press Enter."))
	}
	if g := d.what.gathered; g != nil && g.refuses != nil {
		if why := g.refuses(d.chosenAudience()); why != "" {
			return d.refuse(d.audience, why)
		}
	}
	name, style, err := d.chosenStyle()
	if err != nil {
		return d.refuse(nil, sentence(capital(reason(err))))
	}
	if d.what.sent != nil && !d.what.sent.ready(d) {
		return false
	}
	files := d.files(path)
	d.busy = true
	d.calm()
	d.replace.Hide()
	d.layAlso()
	d.modal.Button(0).SetWords(tr("Writing …"))
	made := madeFor{style: style, audience: d.chosenAudience(), private: d.takesPrivate() && d.private.On()}
	d.look(files, func() {
		d.write(files, 0, made, func() { d.written(files, name) })
	})
	return false
}

// look looks, away from the window, at what is there already, and writes where
// nothing of it is lost or the clerk has agreed to it; otherwise it asks.
func (d *exportDialog) look(files []outFile, write func()) {
	path, typed := files[0].path, d.path.Text()
	agreed, twice := d.agreed, d.twice == path
	free := ""
	d.w.out.Later(func() error {
		if agreed {
			return nil
		}
		err := d.w.wouldLose(files, twice)
		if changed := changedSince(err); changed != nil {
			free = d.w.freeName(path)
		}
		return err
	}, func(err error) {
		switch {
		case err == nil:
			write()
			return
		case d.closed:
			d.w.say(tr("Nothing is written"))
			return
		}
		d.ready()
		switch {
		case d.path.Text() != typed: // and is on to another file
		case free != "":
			d.askChanged(typed, changedSince(err), free)
		case errors.As(err, new(*export.Changed)):
			d.twice = path
			d.refuse(nil, takenWords())
		default:
			d.refuse(nil, sentence(capital(reason(err))))
		}
	})
}

// wouldLose is why a file should not be replaced unasked: it is not as it was
// written, or the program did not write it, unless the clerk knows of that. It
// is called off the window's goroutine.
func (w *Window) wouldLose(files []outFile, known bool) error {
	for _, f := range files {
		note, err := w.book.Written(f.path)
		if err == nil {
			err = w.out.Unchanged(f.path, note)
		}
		if asked := known && errors.As(err, new(*export.Changed)) && changedSince(err) == nil; err != nil && !asked {
			return err
		}
	}
	return nil
}

// changedSince is err where it is of a file that the program wrote and somebody
// changed; nil where it is anything else.
func changedSince(err error) *export.Changed {
	var changed *export.Changed
	if errors.As(err, &changed) && !changed.At.IsZero() {
		return changed
	}
	return nil
}

// askChanged says that somebody has changed a file since it was written. Enter
// then writes beside it; a button replaces it all the same.
func (d *exportDialog) askChanged(typed string, changed *export.Changed, free string) {
	shown := d.w.short(free)
	d.path.Set(shown, len([]rune(shown)))
	d.settled()
	d.old = typed
	d.replace.Show()
	d.layAlso()
	d.refuse(nil, trf("%s has been changed since Minutebook wrote it, on %s. Replacing it loses those changes. Enter now writes %s beside it.",
		filepath.Base(changed.Path), d.momentWords(changed.At), filepath.Base(free)))
}

// freeName is the path with a number behind it that no file has. It is called
// off the window's goroutine.
func (w *Window) freeName(path string) string {
	stem, ext := stemOf(path), filepath.Ext(path)
	for n := 2; ; n++ {
		free := fmt.Sprintf("%s-%d", stem, n)
		if !w.out.Exists(free+ext) && !w.out.Exists(free+pdf) {
			return free + ext
		}
	}
}

// momentWords is a day and a time: 3 March 10:15, with its year where that is
// another.
func (d *exportDialog) momentWords(at time.Time) string {
	now := d.w.out.Now()
	at = at.In(now.Location())
	if at.Year() == now.Year() {
		return at.Format("2 January 15:04")
	}
	return at.Format("2 January 2006 15:04")
}

// replaceChanged writes to the file that somebody has changed since.
func (d *exportDialog) replaceChanged() {
	d.path.Set(d.old, len([]rune(d.old)))
	d.settled()
	d.agreed = true
	d.export()
}

// write makes and writes the files from the nth on, away from the window, and
// then does done. A PDF is made of the Word file by another program.
func (d *exportDialog) write(files []outFile, n int, c madeFor, done func()) {
	if n == len(files) {
		done()
		return
	}
	f := &files[n]
	c.name = filepath.Base(f.path)
	var data []byte
	next := func(err error) {
		if err != nil {
			d.failed(files[:n], *f, err)
			return
		}
		f.size = len(data)
		d.w.out.Log.Info("exported", "body", string(d.what.body), "format", f.ext, "bytes", f.size)
		d.write(files, n+1, c, done)
	}
	if f.ext != pdf {
		d.w.out.Later(func() (err error) {
			if data, err = d.what.make(f.ext, c); err == nil {
				err = d.keepFile(f.path, data)
			}
			return err
		}, next)
		return
	}
	d.w.out.Later(func() (err error) {
		data, err = d.what.make(".docx", c)
		return err
	}, func(err error) {
		if err != nil {
			next(err)
			return
		}
		if d.closed {
			d.w.say(calledOff(n > 0))
			return
		}
		setCaption(d.hint, tr("Making the PDF, which takes a few seconds. Esc calls it off."))
		d.laid()
		d.besideWord = n > 0
		d.callOff = d.w.out.PDF(data, func(made []byte, err error) {
			d.callOff = nil
			if err != nil {
				next(err)
				return
			}
			data = made
			d.w.out.Later(func() error { return d.keepFile(f.path, data) }, next)
		})
	})
}

// keepFile writes a file, which the book keeps too where it leaves the office by
// it. It is called off the window's goroutine.
func (d *exportDialog) keepFile(path string, data []byte) error {
	if d.what.sent != nil {
		if err := d.what.sent.keep(path, data); err != nil {
			return err
		}
	}
	return d.w.keepFile(path, data)
}

// keepFile writes a file and notes in the book that it did. It is called off
// the window's goroutine.
func (w *Window) keepFile(path string, data []byte) error {
	if err := w.out.WriteFile(path, data); err != nil {
		return err
	}
	note := model.WroteFile(path, data, w.out.Now().UTC().Format(time.RFC3339))
	if err := w.book.KeepWritten(note); err != nil { // the file is there all the same
		w.out.Log.Error("note what was written", "error", err)
	}
	return nil
}

// gone is told that the dialog was closed.
func (d *exportDialog) gone() {
	d.closed = true
	if d.callOff != nil {
		d.callOff()
		d.callOff = nil
		d.w.say(calledOff(d.besideWord))
	}
}

// calledOff says that no PDF was made, and whether the Word file beside it was.
func calledOff(word bool) string {
	if word {
		return tr("Making the PDF was called off; the Word file is written")
	}
	return tr("Making the PDF was called off")
}

// ready lets the clerk export again.
func (d *exportDialog) ready() {
	d.busy = false
	d.modal.Button(0).SetWords(d.verb())
	setCaption(d.hint, "")
}

// failed says why a file was not written, and which were before it.
func (d *exportDialog) failed(before []outFile, f outFile, err error) {
	d.w.out.Log.Error("export", "body", string(d.what.body), "format", f.ext, "error", err)
	d.ready()
	if d.closed {
		d.w.warn(explain("write the minutes", err))
		return
	}
	why := sentence(capital(reason(err)))
	var leak *export.Leak
	switch {
	case len(before) > 0:
		why = trf("%s is written. %s", filepath.Base(before[0].path), why)
	case errors.As(err, &leak):
		why = trf("Nothing was written: %s", why)
	}
	d.twice = f.path // and the ones before it, which are as they were just written
	d.refuse(nil, why)
}

// written says what was written and offers to open it.
func (d *exportDialog) written(files []outFile, style string) {
	if d.what.sent != nil {
		d.what.sent.written(d, files)
		return
	}
	d.ready()
	d.remember(files, style)
	if d.closed {
		d.w.say(d.what.doneAt(files[0].path))
		return
	}
	d.modal.OnClosed = func() {
		if g := d.what.gathered; g != nil && g.opens {
			d.w.openWritten(files[0].path, d.what.done)
			return
		}
		d.w.tellWritten(d.what.done, files)
	}
	d.modal.Close()
}

// tellWritten names the files and where they are; title says what they are.
func (w *Window) tellWritten(title string, files []outFile) {
	var parts []fyne.CanvasObject
	for _, f := range files {
		parts = append(parts, caption(trf("%s, %s", filepath.Base(f.path), sizeWords(f.size))))
	}
	folder := filepath.Dir(files[0].path)
	body := newForm(append(parts, caption(trf("In %s.", w.short(folder))))...)
	open := func(path string) func() bool {
		return func() bool {
			w.out.Later(func() error { return w.out.Show(path) }, func(err error) {
				if err != nil {
					w.failed("open "+filepath.Base(path), err)
				}
			})
			return true
		}
	}
	choices := []widget.Choice{{Words: tr("Done"), Default: true}}
	for _, f := range files {
		words := tr("Open it")
		if len(files) > 1 {
			words = trf("Open the file: %s", tr(formatNames[f.ext]))
		}
		choices = append(choices, widget.Choice{Words: words, Do: open(f.path)})
	}
	body.show(w, title, append(choices, widget.Choice{Words: tr("Show the folder"), Do: open(folder)})...)
}

// sizeWords is how large a file is, for a reader.
func sizeWords(bytes int) string {
	if bytes < 1000 {
		return plural(bytes, "byte", "bytes")
	}
	return fmt.Sprintf("%d kB", (bytes+500)/1000)
}
