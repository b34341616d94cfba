package ui

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// changesDialog shows what changed between two versions, and writes it to a
// file.
type changesDialog struct {
	*form
	w       *Window
	in      export.Comparison
	changes []compare.Change
	// rows are the changes with headings between them; -1 stands for a heading,
	// which is that of the change below it.
	rows []int
	// proposed is the path that the field was given.
	proposed string
	// twice is the file that the clerk was warned about; busy says that it is
	// being written, closed that the dialog went away meanwhile.
	twice        string
	busy, closed bool

	list     *widget.Rows
	was, now *widget.Para
	path     *widget.Field
	audience *widget.Segments
	hint     *widget.Para
}

// showChanges shows what changed between two versions.
func (w *Window) showChanges(in export.Comparison, changes []compare.Change) {
	d := &changesDialog{w: w, changes: changes, in: in}
	d.build(cmp.Or(in.Files[0], in.Names[0]))
	d.show(w, tr("What changed"), widget.Choice{Words: tr("Save to a file"), Do: d.save, Default: true}, widget.Choice{Words: tr("Close"), Cancel: true})
	d.modal.OnClosed = func() { d.closed = true }
	d.pick(0)
}

func (d *changesDialog) build(name string) {
	where := ""
	for i, c := range d.changes {
		if c.Where != where {
			where = c.Where
			d.rows = append(d.rows, -1)
		}
		d.rows = append(d.rows, i)
	}
	d.list = widget.NewRows(widget.Table, tr("Nothing changed."), widget.Column{Title: tr("What changed"), Width: 230}, widget.Column{Title: tr("Was")}, widget.Column{Title: tr("Now")})
	d.list.Length = func() int { return len(d.rows) }
	d.list.Row = d.row
	d.list.OnSelected = d.pick
	d.was, d.now = caption(""), caption("")
	d.path = widget.NewField(tr("File: .docx for tracked changes; .html, .txt or .md for a list"), "")
	d.path.OnChanged = func(string, int) { d.settled() }
	d.audience = newAudiences(func() { d.propose(); d.settled() })
	d.audience.Choose(-1)
	d.audience.Wrap = true
	audience := labelled(tr("For whom"), d.audience)
	if !d.restricted() {
		audience.Hide()
	}
	d.hint = caption("")
	d.form = newForm(caption(trf("%s, and now. %s.", capital(name), plural(len(d.changes), "change", "changes"))), newLines(d.room(), d.list), d.was, d.now, d.path, audience, d.hint)
	d.wide = true
	d.follow(d.path, d.audience)
	d.propose()
}

// changesRest is how high the rest of the dialog is, without what says for whom
// the file is.
const changesRest = 390

// room is how many rows of the list show: as many as there are, where the rest
// of the dialog leaves room for them.
func (d *changesDialog) room() float32 {
	rest := float32(changesRest)
	if d.restricted() {
		rest += 56
	}
	return d.w.roomFor(min(float32(len(d.rows))*1.5+1, chooserRows), rest)
}

// propose writes a path into the field, unless the clerk wrote another there.
// The file for the public never takes the place of the full one.
func (d *changesDialog) propose() {
	if d.path.Text() != d.proposed {
		return
	}
	end := "-changes"
	if n := d.audience.Chosen(); n >= 0 {
		end += audienceEnd(audiences[n])
	}
	file := export.FileName(d.in.Later, end+export.ComparisonFormats()[0])
	d.proposed = d.w.short(filepath.Join(d.w.out.Documents, file))
	d.path.Set(d.proposed, len([]rune(d.proposed)))
}

// restricted says whether a file must say its audience.
func (d *changesDialog) restricted() bool {
	return d.in.Earlier.HasRestricted() || d.in.Later.HasRestricted()
}

func (d *changesDialog) row(n int) widget.Row {
	i := d.rows[n]
	if i < 0 {
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: d.changes[d.rows[n+1]].Where}, {}, {}}}
	}
	c := d.changes[i]
	return widget.Row{Cells: []widget.Cell{{Words: c.Line()}, {Words: model.Words(compare.Short(c.Before)), Soft: true}, {Words: model.Words(compare.Short(c.After))}}}
}

// pick shows the words of the change in a row, with what differs in bold.
func (d *changesDialog) pick(n int) {
	for n < len(d.rows) && d.rows[n] < 0 {
		n++
	}
	if n >= len(d.rows) {
		return
	}
	d.list.Select(n)
	c := d.changes[d.rows[n]]
	for _, side := range []struct {
		para  *widget.Para
		label string
		words []model.Span
	}{{d.was, tr("Was"), c.Before}, {d.now, tr("Now"), c.After}} {
		side.para.Hide()
		if len(side.words) > 0 {
			side.para.Set(widget.Block{Style: widget.Message, Text: side.label + ": " + emphasised(compare.Short(side.words))})
			side.para.Show()
		}
	}
	d.laid()
}

// emphasised is spans as the small Markdown of a block: in bold what is bold.
func emphasised(spans []model.Span) string {
	var b strings.Builder
	for _, s := range spans {
		words := strings.TrimSpace(s.Text)
		if !s.Bold || words == "" {
			b.WriteString(literal(s.Text))
			continue
		}
		before, after, _ := strings.Cut(s.Text, words)
		b.WriteString(before + bold(words) + after)
	}
	return b.String()
}

func (d *changesDialog) settled() {
	d.twice = ""
	d.calm()
	setCaption(d.hint, "")
	d.laid()
}

// file is the path that will be written.
func (d *changesDialog) file() string {
	return d.w.documentNamed(d.path.Text(), export.ComparisonFormats(), export.ComparisonFormats()[0])
}

// save writes the changes and says so, or says why it did not.
func (d *changesDialog) save() bool {
	path := d.file()
	switch {
	case d.busy:
		return false
	case path == "":
		return d.refuse(d.path, tr("Say where the file goes."))
	case d.restricted() && d.audience.Chosen() < 0:
		return d.refuse(d.audience, tr("Nothing is written yet: some parts are restricted. Say who the file is for, with Left and Right; then press Enter."))
	}
	in := d.in
	in.Audience, in.Name = minutes.Full, filepath.Base(path)
	if n := d.audience.Chosen(); n >= 0 {
		in.Audience = audiences[n]
	}
	d.busy = true
	d.calm()
	known := d.twice == path
	file := outFile{path: path, ext: extOf(path)}
	d.w.out.Later(func() error {
		data, err := export.Compare(file.ext, in)
		if err != nil {
			return err
		}
		file.size = len(data)
		return d.w.writeNew(path, data, known)
	}, func(err error) { d.written(file, err) })
	return false
}

func (d *changesDialog) written(file outFile, err error) {
	d.busy = false
	switch {
	case errors.Is(err, errTaken) && d.closed:
		d.w.say(tr("Nothing is written"))
	case errors.Is(err, errTaken):
		d.twice = file.path
		d.refuse(nil, takenWords())
	case err != nil && d.closed:
		d.w.warn(explain("write the changes", err))
	case err != nil:
		d.w.out.Log.Error("compare", "meeting", string(d.in.Later.ID), "error", err)
		d.refuse(nil, sentence(capital(reason(err))))
	case d.closed:
		d.w.say(trf("The changes are written: %s", file.path))
	default:
		d.modal.OnClosed = func() { d.w.tellWritten(tr("The changes are written"), []outFile{file}) }
		d.modal.Close()
	}
}
