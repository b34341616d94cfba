package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// exportDialog asks where minutes go, in which format and house style, and,
// where parts are restricted, for whom.
type exportDialog struct {
	*form
	w       *Window
	meeting model.Meeting
	styles  []string
	// twice is the file that the clerk was warned about; busy says that it is
	// being written, closed that the dialog went away meanwhile.
	twice        string
	busy, closed bool

	path                    *widget.Field
	format, style, audience *widget.Segments
	private                 *widget.Button
	whole                   *widget.Para
	hint                    *widget.Para
}

// formatNames are the formats as the dialog names them, by extension.
var formatNames = map[string]string{".docx": "Word", ".html": "Web page", ".txt": "Text", ".md": "Markdown", ".json": "JSON", ".minutes": "Quick lines"}

// audiences are those that the dialog offers, in its order.
var audiences = []minutes.Audience{minutes.Public, minutes.Full}

func (w *Window) askExport() {
	m := w.meeting.work.meeting()
	d := &exportDialog{w: w, meeting: m, styles: minutes.StyleNames()}
	d.build()
	d.wide = true
	d.show(w, tr("Export the minutes"), widget.Choice{Words: tr("Export"), Do: d.export, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.modal.OnClosed = func() { d.closed = true }
	d.path.Select(0, len([]rune(d.path.Text())))
}

func (d *exportDialog) build() {
	d.path = widget.NewField(tr("File"), filepath.Join(d.w.out.Documents, "minutes.docx"))
	d.path.OnChanged = func(string, int) { d.typed() }
	var formats []widget.Segment
	for _, ext := range export.Formats() {
		formats = append(formats, widget.Segment{Words: tr(formatNames[ext])})
	}
	d.format = widget.NewSegments(d.setFormat, formats...)
	d.style = widget.NewSegments(func(int) { d.settled() }, segmentsOf(d.styles)...)
	style := d.meeting.Style
	if style == "" {
		style = minutes.DefaultStyle
	}
	d.style.Choose(slices.Index(d.styles, style))
	d.audience = widget.NewSegments(func(int) { d.settled() }, widget.Segment{Words: tr("Public, without restricted parts")}, widget.Segment{Words: tr("Full, with everything")})
	d.audience.Choose(-1)
	d.private = widget.NewButton(tr("With private notes"), "", func() { d.private.SetOn(!d.private.On()); d.settled() })
	d.whole, d.hint = caption(""), caption("")
	audience := labelled(tr("For whom"), d.audience)
	if !d.meeting.HasRestricted() {
		audience.Hide()
	}
	d.form = newForm(stacked(4, d.path, d.whole), labelled(tr("Format"), d.format), labelled(tr("House style"), d.style), audience, d.hint, d.private)
	d.follow(d.path)
	path := d.w.short(filepath.Join(d.w.out.Documents, export.FileName(d.meeting, export.Formats()[0])))
	d.path.Set(path, len([]rune(path)))
	d.settled()
}

// file is the path that will be written: in the documents folder unless the
// words say otherwise, and ending as the format chosen says.
func (d *exportDialog) file() string {
	path := strings.Trim(strings.TrimSpace(d.path.Text()), `"`)
	if path == "" {
		return ""
	}
	path = d.w.whole(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(d.w.out.Documents, path)
	}
	if !slices.Contains(export.Formats(), extOf(path)) {
		path += d.ext()
	}
	return path
}

// extOf is what the name of a file ends in, in small letters.
func extOf(path string) string { return strings.ToLower(filepath.Ext(path)) }

// ext is the extension of the format chosen.
func (d *exportDialog) ext() string {
	return export.Formats()[max(d.format.Chosen(), 0)]
}

// typed lets the end of the path choose the format.
func (d *exportDialog) typed() {
	if i := slices.Index(export.Formats(), extOf(strings.Trim(strings.TrimSpace(d.path.Text()), `"`))); i >= 0 {
		d.format.Choose(i)
	}
	d.settled()
}

// setFormat lets the format chosen change the end of the path.
func (d *exportDialog) setFormat(n int) {
	path := d.path.Text()
	if slices.Contains(export.Formats(), extOf(path)) {
		path = path[:len(path)-len(filepath.Ext(path))]
	}
	if tidy(path) != "" {
		path += export.Formats()[n]
	}
	d.path.Set(path, len([]rune(path)))
	d.settled()
}

// settled forgets what was warned of and shows what goes with the choices.
func (d *exportDialog) settled() {
	d.twice = ""
	d.calm()
	setCaption(d.whole, "")
	if path := d.file(); path != "" && path != d.w.whole(d.path.Text()) {
		setCaption(d.whole, trf("It will be written to %s", path))
	}
	d.private.Hide()
	if d.takesPrivate() && hasPrivate(d.meeting) {
		d.private.Show()
	}
	setCaption(d.hint, "")
	if d.meeting.HasRestricted() && d.audience.Chosen() < 0 {
		setCaption(d.hint, tr("Some parts are restricted: say for whom the file is."))
	}
	d.laid()
}

// takesPrivate says whether the file may have private notes in it.
func (d *exportDialog) takesPrivate() bool {
	ext := d.ext()
	return (ext == ".json" || ext == ".minutes") && d.chosenAudience() != minutes.Public
}

func hasPrivate(m model.Meeting) bool {
	for _, it := range m.Items {
		if slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Kind == model.Private }) {
			return true
		}
	}
	return false
}

func (d *exportDialog) chosenAudience() minutes.Audience {
	if n := d.audience.Chosen(); n >= 0 {
		return audiences[n]
	}
	return minutes.Unsaid
}

// export writes the file and says so, or says why it did not.
func (d *exportDialog) export() bool {
	path := d.file()
	switch {
	case d.busy:
		return false
	case path == "":
		return d.refuse(d.path, tr("Say where the file goes."))
	case d.meeting.HasRestricted() && d.audience.Chosen() < 0:
		setCaption(d.hint, "")
		return d.refuse(d.audience, tr("Nothing is written yet: some parts are restricted. Say for whom the file is, with Left and Right; then press Enter."))
	case d.twice != path && d.w.out.Exists(path):
		d.twice = path
		return d.refuse(nil, tr("There is a file of that name already. Press Enter again to replace it."))
	}
	in, err := d.input()
	if err != nil {
		return d.refuse(nil, sentence(capital(reason(err))))
	}
	d.busy = true
	d.calm()
	d.modal.Button(0).SetWords(tr("Writing …"))
	d.write(path, in)
	return false
}

// input is what the file is made of.
func (d *exportDialog) input() (export.Input, error) {
	in := export.Input{Meeting: d.meeting, Audience: d.chosenAudience(), Private: d.takesPrivate() && d.private.On()}
	var err error
	if in.Ledger, err = d.w.book.Ledger(d.meeting.ID); err != nil {
		return in, err
	}
	name := ""
	if n := d.style.Chosen(); n >= 0 {
		name = d.styles[n]
	}
	in.Style, err = minutes.LoadStyle(name)
	return in, err
}

// write makes the file away from the window.
func (d *exportDialog) write(path string, in export.Input) {
	ext, size := extOf(path), 0
	in.Name = filepath.Base(path)
	d.w.out.Later(func() error {
		data, err := export.Bytes(ext, in)
		if err != nil {
			return err
		}
		size = len(data)
		return d.w.out.WriteFile(path, data)
	}, func(err error) {
		d.busy = false
		d.modal.Button(0).SetWords(tr("Export"))
		if err != nil {
			d.w.out.Log.Error("export", "meeting", string(d.meeting.ID), "format", ext, "error", err)
			d.failed(err)
			return
		}
		d.w.out.Log.Info("exported", "meeting", string(d.meeting.ID), "format", ext, "bytes", size)
		if d.closed {
			d.w.say(trf("The minutes are written: %s", path))
			return
		}
		d.modal.OnClosed = func() { d.written(path, size) }
		d.modal.Close()
	})
}

func (d *exportDialog) failed(err error) {
	if d.closed {
		d.w.warn(explain("write the minutes", err))
		return
	}
	why := sentence(capital(reason(err)))
	var leak *export.Leak
	if errors.As(err, &leak) {
		why = trf("Nothing was written: %s", why)
	}
	d.refuse(nil, why)
}

// written says what was written and offers to open it.
func (d *exportDialog) written(path string, size int) {
	body := newForm(widget.NewPara(widget.Block{Style: widget.Message, Text: literal(filepath.Base(path))}),
		caption(trf("In %s, %s.", filepath.Dir(path), sizeWords(size))))
	opened := func() bool {
		d.w.out.Later(func() error { return d.w.out.Show(path) }, func(err error) {
			if err != nil {
				d.w.failed("open "+filepath.Base(path), err)
			}
		})
		return true
	}
	body.show(d.w, tr("The minutes are written"), widget.Choice{Words: tr("Done"), Default: true}, widget.Choice{Words: tr("Open it"), Do: opened})
}

// sizeWords is how large a file is, for a reader.
func sizeWords(bytes int) string {
	if bytes < 1000 {
		return plural(bytes, "byte", "bytes")
	}
	return fmt.Sprintf("%d kB", (bytes+500)/1000)
}
