package ui

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// askVersions lists what was sent out of the meeting, each with the exact file
// that the book keeps.
func (w *Window) askVersions() {
	m := w.meeting.work.kept()
	if len(m.Circulated) == 0 {
		w.say(tr("Nothing of this meeting was sent out yet"))
		return
	}
	sent := m.Circulated
	list := widget.NewRows(widget.Table, tr("Nothing was sent out."), widget.Column{Title: tr("Sent out"), Width: 150}, widget.Column{Title: tr("What"), Width: 110},
		widget.Column{Title: tr("File")}, widget.Column{Title: tr("To"), Width: 130})
	list.Length = func() int { return len(sent) }
	list.Row = func(n int) widget.Row {
		c := sent[len(sent)-1-n]
		what := tr("Minutes")
		if c.Agenda {
			what = tr("Agenda")
		}
		if c.Audience != "" {
			what += ", " + tr(c.Audience)
		}
		return widget.Row{Cells: []widget.Cell{{Words: c.On.Long()}, {Words: what, Soft: true}, {Words: c.Name}, {Words: toWords(c), Soft: true}}}
	}
	to := caption("")
	f := newForm(newLines(min(float32(len(sent))*1.5+1, chooserRows), list), to)
	f.wide = true
	pick := func(n int) {
		setCaption(to, "")
		if n >= 0 && len(sent[len(sent)-1-n].To) > 0 {
			setCaption(to, trf("To %s", strings.Join(sent[len(sent)-1-n].To, ", ")))
		}
		f.laid()
	}
	list.OnSelected = pick
	open := func() bool {
		n := list.Selected()
		switch {
		case n < 0:
			return f.refuse(list, tr("Choose one first."))
		case sent[len(sent)-1-n].SHA256 == "":
			return f.refuse(list, tr("No file was kept of this one."))
		}
		c := sent[len(sent)-1-n]
		f.modal.OnClosed = func() { w.openKept(c) }
		return true
	}
	list.OnOpen = func(int) {
		if open() {
			f.modal.Close()
		}
	}
	f.show(w, tr("What was sent out"), widget.Choice{Words: tr("Open the exact file"), Do: open, Default: true}, widget.Choice{Words: tr("Close"), Cancel: true})
	w.window.Canvas().Focus(list)
	list.Select(0)
	pick(0)
}

func toWords(c model.Circulation) string {
	if len(c.To) == 0 {
		return "–"
	}
	return plural(len(c.To), "address", "addresses")
}

// openKept opens a file that the book keeps as it was sent. It is put into the
// documents folder first, beside any other file of its name.
func (w *Window) openKept(c model.Circulation) {
	path := ""
	w.out.Later(func() error {
		f, err := w.book.File(c.SHA256)
		if err != nil {
			return err
		}
		if path, err = w.placeFor(f); err != nil {
			return err
		}
		return w.out.Show(path)
	}, func(err error) {
		switch {
		case err == nil:
			w.say(trf("Opened: %s", w.short(path)))
		case path != "":
			w.failed("open the file that was sent; it lies in the documents folder", err)
		default:
			w.failed("open the file that was sent", err)
		}
	})
}

// keptFormats are those that a kept file is opened in.
var keptFormats = append(export.AgendaFormats(), pdf)

// placeFor is where a kept file lies outside the book, put there if need be. It
// is called off the window's goroutine.
func (w *Window) placeFor(f model.File) (string, error) {
	name := filepath.Base(strings.ReplaceAll(f.Name, `\`, "/"))
	if !slices.Contains(keptFormats, extOf(name)) { // which no program is to run
		return "", &model.Invalid{Field: "file", Why: tr("its name is not that of a document")}
	}
	path := filepath.Join(w.out.Documents, name)
	if w.out.Exists(path) {
		if there, err := w.out.ReadFile(path); err == nil && bytes.Equal(there, f.Data) {
			return path, nil
		}
		path = w.freeName(path)
	}
	return path, w.out.WriteFile(path, f.Data)
}
