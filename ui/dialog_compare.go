package ui

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

var compareCommands = []command{
	{"compare", "Compare with an earlier version", "File", nil, hasMeeting, (*Window).askCompare},
}

// compareDialog asks with which earlier version the minutes are to be compared:
// one that the book keeps, or a file. What changed is found away from the
// window.
type compareDialog struct {
	*form
	w       *Window
	meeting model.Meeting
	style   minutes.Style
	// versions are those that differ, the newest first.
	versions []earlierVersion
	busy     bool

	list *widget.Rows
	path *widget.Field
}

// earlierVersion is a version to compare with, which has a name or is of a
// file; changes are those since.
type earlierVersion struct {
	meeting    model.Meeting
	name, file string
	changes    []compare.Change
}

func (w *Window) askCompare() {
	m := w.meeting.work.kept()
	d := &compareDialog{w: w, meeting: m, style: w.styles.Of(m), busy: true}
	d.list = widget.NewRows(widget.Table, tr("Reading the versions …"),
		widget.Column{Title: tr("As it stood until")}, widget.Column{Title: tr("State"), Width: 110}, widget.Column{Title: tr("Changes since"), Width: 120, End: true})
	d.list.Length = func() int { return len(d.versions) }
	d.list.Row = func(n int) widget.Row {
		v := d.versions[n]
		state, _ := stateWord(v.meeting.State)
		return widget.Row{Cells: []widget.Cell{{Words: v.name}, {Words: capital(strings.ToLower(state)), Soft: true}, {Words: strconv.Itoa(len(v.changes))}}}
	}
	d.path = widget.NewField(tr("Or a file that was exported, .json or .minutes"), "")
	d.path.OnChanged = func(string, int) { d.calm() }
	d.form = newForm(newLines(chooserRows, d.list), d.path)
	d.wide = true
	d.follow(d.path)
	d.show(w, tr("Compare with an earlier version"), widget.Choice{Words: tr("Show the changes"), Do: d.choose, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.read()
}

// read reads the versions away from the window.
func (d *compareDialog) read() {
	var kept []model.Revision
	d.w.out.Later(func() (err error) {
		kept, err = d.w.book.Revisions(d.meeting.ID)
		return err
	}, func(err error) { d.readLast(kept, err) })
}

// readLast reads the last of some versions and then those before it, one at a
// time: words that are to be kept wait for one at the most. A dialog that is
// closed reads no more.
func (d *compareDialog) readLast(kept []model.Revision, err error) {
	n := len(kept) - 1
	switch {
	case !d.open():
		return
	case err != nil || n < 0:
		d.haveRead(err)
		return
	}
	v := earlierVersion{name: stoodUntil(kept[n], d.w.out.Now().Location())}
	d.w.out.Later(func() (err error) {
		if v.meeting, err = d.w.book.Revision(d.meeting.ID, kept[n].Rev); err == nil {
			v.changes, err = compare.Changes(d.input(v.meeting))
		}
		return err
	}, func(err error) {
		if err == nil && len(v.changes) > 0 {
			d.versions = append(d.versions, v)
		}
		d.readLast(kept[:n], err)
	})
}

// haveRead offers the versions that could be read, beside the error.
func (d *compareDialog) haveRead(err error) {
	d.busy = false
	d.list.SetEmpty(tr("No earlier version that differs is kept. Name a file below."))
	if len(d.versions) > 0 {
		d.list.Select(0)
	}
	if err != nil {
		d.w.out.Log.Error("read the earlier versions", "meeting", string(d.meeting.ID), "error", err)
		d.refuse(nil, explain("read all earlier versions", err))
	}
	d.laid()
}

// stoodUntil names a version by when another took its place.
func stoodUntil(r model.Revision, zone *time.Location) string {
	t, err := time.Parse(time.RFC3339, r.Until)
	if err != nil {
		return trf("Revision %s", strconv.Itoa(r.Rev))
	}
	t = t.In(zone)
	return model.DateOf(t).Full() + ", " + t.Format("15:04:05")
}

func (d *compareDialog) input(earlier model.Meeting) compare.Input {
	return compare.Input{Earlier: earlier, Later: d.meeting, Style: d.style, Audience: minutes.Full}
}

// choose shows what changed since the version chosen.
func (d *compareDialog) choose() bool {
	path := d.w.inDocuments(d.path.Text())
	n := d.list.Selected()
	switch {
	case d.busy:
		return d.refuse(nil, tr("The versions are still being read."))
	case path != "":
		d.chooseFile(path)
		return false
	case n < 0:
		return d.refuse(d.path, tr("Name a file, or press Esc."))
	}
	v := d.versions[n]
	v.name = trf("as it stood until %s", v.name)
	d.done(v)
	return true
}

// chooseFile reads a version from a file away from the window.
func (d *compareDialog) chooseFile(path string) {
	d.busy = true
	d.calm()
	v := earlierVersion{file: filepath.Base(path)}
	d.w.out.Later(func() error {
		data, err := d.w.out.ReadFile(path)
		if err == nil {
			v.meeting, err = export.ReadVersion(path, data, "file")
		}
		if err == nil {
			v.changes, err = compare.Changes(d.input(v.meeting))
		}
		return err
	}, func(err error) {
		d.busy = false
		if !d.open() {
			return // it was called off
		}
		if err != nil {
			d.refuse(d.path, sentence(capital(reason(err))))
			d.path.Select(0, len([]rune(d.path.Text())))
			return
		}
		d.done(v)
		d.modal.Close()
	})
}

// done shows the changes once this dialog is away.
func (d *compareDialog) done(v earlierVersion) {
	in := export.Comparison{Input: d.input(v.meeting), Names: [2]string{v.name, tr("now")}, Files: [2]string{v.file}}
	d.modal.OnClosed = func() { d.w.showChanges(in, v.changes) }
}
