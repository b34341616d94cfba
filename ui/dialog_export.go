package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/widget"
)

// exportDialog asks where minutes or an action log go, in which format and
// house style, and, where parts are restricted, for whom.
type exportDialog struct {
	*form
	w      *Window
	what   subject
	styles []string
	// base is the name proposed, without an extension, folder where; proposed is
	// the path as the clerk sees it, which follows the choices as long as they
	// have not written another.
	base, folder, proposed string
	// twice is the file that the clerk was warned about; old is what was typed
	// for one that has been changed since it was written, and agreed says that
	// it may be replaced.
	twice, old string
	agreed     bool
	// busy says that files are being written, callOff ends what of it takes
	// long, nil where nothing does. closed says that the dialog went away.
	busy, closed bool
	callOff      func()
	// besideWord says that the Word file of the PDF under way is written.
	besideWord bool

	path                    *widget.Field
	format, style, audience *widget.Segments
	private, beside         *widget.Button
	replace                 *widget.Button
	also                    *fyne.Container // these three
	whole                   *widget.Para
	hint                    *widget.Para
}

// formatNames are the formats as the dialog names them, by extension.
var formatNames = map[string]string{".docx": "Word", pdf: "PDF", ".html": "Web page", ".txt": "Text", ".md": "Markdown", ".json": "JSON", ".minutes": "Quick lines",
	".xlsx": "Excel", ".csv": "CSV", mailExt: "Mail draft", calendarExt: "Calendar"}

// pdf is the format that is made of another, by the office program.
const pdf = ".pdf"

// exporter is a screen that has something of its own to export.
type exporter interface{ askExport() }

// askExport exports what the screen shows: actions, what was gathered from
// minutes, or the open meeting.
func (w *Window) askExport() {
	if _, ok := w.screen.(*actionsScreen); ok {
		w.askExportActions()
		return
	}
	if s, ok := w.screen.(exporter); ok {
		s.askExport()
		return
	}
	w.export(newMinutesSubject(w))
}

// askExportActions exports the actions shown, or those of the open meeting.
func (w *Window) askExportActions() {
	if s, ok := w.screen.(*actionsScreen); ok {
		w.export(newShownActions(s))
		return
	}
	w.export(newMeetingActions(w))
}

// export opens the dialog for something, or says why that cannot be.
func (w *Window) export(what subject, err error) {
	if err != nil {
		w.failed("read the book", err)
		return
	}
	d := &exportDialog{w: w, what: what, styles: w.styles.Names(), base: what.name}
	d.build()
	d.wide = true
	d.show(w, what.title, widget.Choice{Words: d.verb(), Do: d.export, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.modal.OnClosed = d.gone
	if what.sent == nil {
		d.selectPath()
	}
	d.lookFor(d.folder)
}

// verb is what the dialog does.
func (d *exportDialog) verb() string {
	if d.what.sent != nil {
		return d.what.sent.verb
	}
	return tr("Export")
}

// selectPath has what is typed next take the place of the path.
func (d *exportDialog) selectPath() { d.path.Select(0, len([]rune(d.path.Text()))) }

func (d *exportDialog) build() {
	last := d.last()
	d.path = widget.NewField(tr("File"), filepath.Join(d.w.out.Documents, d.what.name))
	d.path.OnChanged = func(string, int) { d.typed() }
	var formats []widget.Segment
	for _, ext := range d.what.formats {
		formats = append(formats, widget.Segment{Words: tr(formatNames[ext])})
	}
	d.format = widget.NewSegments(d.setFormat, formats...)
	d.format.Choose(max(slices.Index(d.what.formats, last.format), 0))
	d.beside = widget.NewSwitch(tr("With a PDF beside it"), last.beside, d.settled)
	d.style = widget.NewSegments(func(int) { d.settled() }, segmentsOf(d.styles)...)
	d.style.Choose(slices.Index(d.styles, d.w.styles.Name(last.style)))
	d.audience = newAudiences(d.setAudience)
	d.audience.Choose(d.what.audience())
	d.private = widget.NewSwitch(tr("With private notes"), false, d.settled)
	d.replace = widget.NewButton(tr("Replace the changed file"), "", d.replaceChanged)
	d.replace.Hide()
	d.whole, d.hint = caption(""), caption("")
	for _, s := range []*widget.Segments{d.format, d.style, d.audience} {
		s.Wrap = true
	}
	d.also = container.New(&inRow{}, d.private, d.beside, d.replace)
	audience := labelled(tr("For whom"), d.audience)
	if !d.what.restricted {
		audience.Hide()
	}
	format, style := labelled(tr("Format"), d.format), labelled(tr("House style"), d.style)
	if g := d.what.gathered; g != nil && g.bare {
		format.Hide()
		style.Hide()
	}
	parts := []fyne.CanvasObject{stacked(4, d.path, d.whole), format, style, audience, d.hint, d.also}
	if d.what.sent != nil {
		parts = d.what.sent.parts(d, parts)
	}
	d.form = newForm(parts...)
	d.follow(d.path, d.format, d.style, d.audience)
	if d.what.sent != nil {
		d.follow(d.what.sent.to)
	}
	d.propose(last.folder)
	d.settled()
}

// propose writes a path in a folder into the field, as the choices have it.
func (d *exportDialog) propose(folder string) {
	path := d.w.short(filepath.Join(folder, d.base+d.suffix()+d.ext()))
	d.path.Set(path, len([]rune(path)))
	d.proposed, d.folder = path, folder
}

// suffix tells the files of two audiences apart by their names.
func (d *exportDialog) suffix() string { return audienceEnd(d.chosenAudience()) }

// audienceEnd is what the name of a file for an audience ends in.
func audienceEnd(a minutes.Audience) string {
	switch a {
	case minutes.Public:
		return "-public"
	case minutes.Full:
		return "-full"
	case minutes.Unsaid:
	}
	return ""
}

// file is the path that will be written: in the documents folder unless the
// words say otherwise, and ending as the format chosen says.
func (d *exportDialog) file() string {
	return d.w.documentNamed(d.path.Text(), d.what.formats, d.ext())
}

// ext is the extension of the format chosen.
func (d *exportDialog) ext() string { return d.what.formats[max(d.format.Chosen(), 0)] }

// typed lets the end of the path choose the format.
func (d *exportDialog) typed() {
	if i := slices.Index(d.what.formats, extOf(unquoted(d.path.Text()))); i >= 0 {
		d.format.Choose(i)
	}
	d.settled()
}

// setFormat lets the format chosen change the end of the path.
func (d *exportDialog) setFormat(n int) {
	path := d.path.Text()
	if path == d.proposed {
		d.propose(d.folder)
	} else {
		if slices.Contains(d.what.formats, extOf(path)) {
			path = stemOf(path)
		}
		if tidy(path) != "" {
			path += d.what.formats[n]
		}
		d.path.Set(path, len([]rune(path)))
	}
	d.settled()
}

// setAudience lets for whom the file is change its name, where it is the one
// proposed: the public file never takes the place of the full one.
func (d *exportDialog) setAudience() {
	if d.path.Text() == d.proposed {
		d.propose(d.folder)
	}
	d.settled()
}

// settled forgets what was warned of and shows what goes with the choices.
func (d *exportDialog) settled() {
	d.twice, d.agreed = "", false
	d.replace.Hide()
	d.calm()
	setCaption(d.whole, "")
	if path := d.file(); path != "" && path != d.w.whole(d.path.Text()) {
		setCaption(d.whole, trf("It will be written to %s", path))
	}
	shownIf(d.private, d.takesPrivate() && d.what.private)
	shownIf(d.beside, d.takesBeside())
	d.layAlso()
	setCaption(d.hint, "")
	switch g := d.what.gathered; {
	case d.what.restricted && d.audience.Chosen() < 0:
		setCaption(d.hint, tr("Some parts are restricted: say who the file is for."))
	case g != nil && g.note != nil:
		setCaption(d.hint, g.note(d.chosenAudience()))
	}
	d.laid()
}

// shownIf shows a part of a dialog only where that makes sense.
func shownIf(o fyne.CanvasObject, sense bool) {
	if sense {
		o.Show()
	} else {
		o.Hide()
	}
}

// layAlso shows the row of buttons only where there is one in it.
func (d *exportDialog) layAlso() {
	shownIf(d.also, d.private.Visible() || d.beside.Visible() || d.replace.Visible())
	d.also.Refresh()
	d.laid()
}

// takesPrivate says whether the file may have private notes in it.
func (d *exportDialog) takesPrivate() bool {
	ext := d.ext()
	return (ext == ".json" || ext == ".minutes") && d.chosenAudience() != minutes.Public
}

// takesBeside says whether a PDF can be written beside the file.
func (d *exportDialog) takesBeside() bool {
	return d.ext() == ".docx" && slices.Contains(d.what.formats, pdf)
}

func (d *exportDialog) chosenAudience() minutes.Audience {
	if n := d.audience.Chosen(); n >= 0 {
		return audiences[n]
	}
	return minutes.Unsaid
}

// chosenStyle is the house style chosen, by name and as it is.
func (d *exportDialog) chosenStyle() (string, minutes.Style, error) {
	name := ""
	if n := d.style.Chosen(); n >= 0 {
		name = d.styles[n]
	}
	s, err := d.w.styles.Load(name)
	return name, s, err
}

// lastChoices are the choices of the last export of the same body.
type lastChoices struct {
	format, style, folder string
	beside                bool
}

// last are what the dialog begins with. For whom the last file was is not among
// it: that is said each time.
func (d *exportDialog) last() lastChoices {
	last := lastChoices{style: d.what.style, folder: d.w.out.Documents}
	clerk, err := d.w.book.Clerk()
	if err != nil {
		d.w.out.Log.Error("read the last choices at an export", "error", err)
		return last
	}
	kept := clerk.Exports[d.what.body]
	if d.what.log {
		last.format = kept.Log
	} else if len(kept.Formats) > 0 && d.what.gathered == nil {
		last.format, last.beside = kept.Formats[0], slices.Contains(kept.Formats[1:], pdf)
	}
	if slices.Contains(d.styles, kept.Style) {
		last.style = kept.Style
	}
	if kept.Folder != "" {
		last.folder = kept.Folder
	}
	return last
}

// lookFor passes over the folder of the last time where it has gone. It looks away
// from the window, which would wait as long as a disk elsewhere is silent.
func (d *exportDialog) lookFor(folder string) {
	if folder == d.w.out.Documents {
		return
	}
	gone := false
	d.w.out.Later(func() error {
		gone = !d.w.out.Exists(folder)
		return nil
	}, func(error) {
		if gone && d.path.Text() == d.proposed {
			d.propose(d.w.out.Documents)
			d.selectPath()
			d.settled()
		}
	})
}

// remember keeps the choices for the next time.
func (d *exportDialog) remember(files []outFile, style string) {
	if style == d.what.style {
		style = ""
	}
	folder := filepath.Dir(files[0].path)
	if folder == filepath.Clean(d.w.out.Documents) {
		folder = ""
	}
	clerk, err := d.w.book.Clerk()
	if err == nil {
		kept := clerk.Exports[d.what.body]
		kept.Style, kept.Folder = style, folder
		switch {
		case d.what.gathered != nil: // the minutes keep their own
		case d.what.log:
			kept.Log = files[0].ext
		default:
			kept.Formats = nil
			for _, f := range files {
				kept.Formats = append(kept.Formats, f.ext)
			}
		}
		if clerk.Exports == nil {
			clerk.Exports = map[model.ID]model.Exporting{}
		}
		clerk.Exports[d.what.body] = kept
		err = d.w.book.KeepClerk(clerk)
	}
	if err != nil { // the files are there all the same
		d.w.out.Log.Error("remember the choices at an export", "error", err)
	}
}
