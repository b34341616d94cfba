package ui

import (
	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/ui/widget"
)

// outCommands bring minutes out of the program, beside the export.
var outCommands = []command{
	{"export-actions", "Export the action log", "File", nil, canExport, (*Window).askExportActions},
	{"print", "Print the minutes", "File", []key{ctrl(fyne.KeyP)}, hasMeeting, (*Window).askPrint},
	{"copy-minutes", "Copy the minutes as text", "File", nil, hasMeeting, (*Window).askCopy},
	{"copy-item", "Copy this item as text", "File", nil, onMeeting, (*Window).askCopyItem},
}

// canExport says whether there is something to export: minutes, or the actions
// on screen.
func canExport(w *Window) bool {
	_, actions := w.screen.(*actionsScreen)
	_, own := w.screen.(exporter)
	return actions || own || hasMeeting(w)
}

// audiences are those that a clerk is asked to choose from, in their order.
var audiences = []minutes.Audience{minutes.Public, minutes.Full}

// newAudiences asks for whom something is.
func newAudiences(chosen func()) *widget.Segments {
	return widget.NewSegments(func(int) { chosen() }, widget.Segment{Words: tr("Public, without restricted parts")}, widget.Segment{Words: tr("Full, with everything")})
}

// askFor asks, where some of it is restricted, for whom something is, and does
// it; the public version is what Enter alone gives.
func (w *Window) askFor(title, words string, restricted bool, do func(minutes.Audience)) {
	if !restricted {
		do(minutes.Public)
		return
	}
	audience := newAudiences(func() {})
	audience.Wrap = true
	f := newForm(caption(tr("Some parts are restricted: say who it is for, with Left and Right.")), labelled(tr("For whom"), audience))
	f.wide = true
	chosen := func() bool {
		f.modal.OnClosed = func() { do(audiences[audience.Chosen()]) }
		return true
	}
	f.show(w, title, widget.Choice{Words: words, Do: chosen, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// exported is the open meeting with its house style, for an audience.
func (w *Window) exported(a minutes.Audience) (export.Input, error) {
	m := w.meeting.work.kept()
	style, err := w.styles.Load(m.Style)
	return export.Input{Meeting: m, Style: style, Audience: a}, err
}

// askCopy puts the minutes on the clipboard.
func (w *Window) askCopy() {
	w.askFor(tr("Copy the minutes as text"), tr("Copy"), w.meeting.work.kept().HasRestricted(), func(a minutes.Audience) {
		w.copyText(a, "", tr("The minutes are on the clipboard"))
	})
}

// askCopyItem puts the item that the clerk is at on the clipboard.
func (w *Window) askCopyItem() {
	it, ok := w.meeting.work.kept().Item(w.meeting.work.item)
	if !ok {
		w.say(tr("There is no item yet: type a hash sign, a space and a title"))
		return
	}
	w.askFor(tr("Copy this item as text"), tr("Copy"), restrictedIn(it), func(a minutes.Audience) {
		w.copyText(a, it.ID, tr("The item is on the clipboard"))
	})
}

// restrictedIn says whether any of an item is restricted.
func restrictedIn(it model.Item) bool {
	return model.Meeting{Items: []model.Item{it}}.HasRestricted()
}

// copyText puts the minutes, or one item of them, on the clipboard and says so.
func (w *Window) copyText(a minutes.Audience, item model.ID, done string) {
	in, err := w.exported(a)
	if err != nil {
		w.failed("copy the minutes", err)
		return
	}
	text := ""
	w.out.Later(func() (err error) {
		if in.Later, err = life.Later(w.book, in.Meeting); err == nil {
			text, err = export.Text(in, item)
		}
		return err
	}, func(err error) {
		if err != nil {
			w.failed("copy the minutes", err)
			return
		}
		fyne.CurrentApp().Clipboard().SetContent(text)
		if in.Meeting.HasRestricted() {
			done += ", " + audienceWord(a)
		}
		w.say(done)
	})
}

// audienceWord says in a word or two for whom something was made.
func audienceWord(a minutes.Audience) string {
	if a == minutes.Full {
		return tr("in full")
	}
	return tr("without restricted parts")
}

// askPrint opens the minutes where the clerk prints them.
func (w *Window) askPrint() {
	w.askFor(tr("Print the minutes"), tr("Print"), w.meeting.work.kept().HasRestricted(), w.print)
}

// printing is a dialog that waits for the minutes to be ready.
type printing struct {
	*form
	w       *Window
	closed  bool
	callOff func() // nil while there is nothing to call off
}

func (w *Window) print(a minutes.Audience) {
	in, err := w.exported(a)
	if err != nil {
		w.failed("print the minutes", err)
		return
	}
	p := &printing{w: w, form: newForm(widget.NewPara(widget.Block{Style: widget.Message, Text: literal(tr("Making the pages, which takes a few seconds. They open in the program that shows PDFs; print them there."))}))}
	p.show(w, tr("Print the minutes"), widget.Choice{Words: tr("Cancel"), Cancel: true})
	p.modal.OnClosed = p.gone
	paper := Paper{Name: export.FileName(in.Meeting, "")}
	w.out.Later(func() (err error) {
		if in.Later, err = life.Later(w.book, in.Meeting); err != nil {
			return err
		}
		if paper.Word, err = export.Bytes(".docx", in); err == nil {
			paper.Web, err = export.Bytes(".html", in)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.finish()
			w.failed("print the minutes", err)
		case !p.closed:
			p.callOff = w.out.Print(paper, p.printed)
		}
	})
}

// printed is told that the pages are open, and why in the browser if there.
func (p *printing) printed(why string, err error) {
	p.callOff = nil
	p.finish()
	switch {
	case err != nil:
		p.w.failed("print the minutes", err)
	case why != "":
		p.w.warn(why)
	default:
		p.w.say(tr("The pages are open: print them there"))
	}
}

// finish takes the dialog away.
func (p *printing) finish() {
	p.closed = true
	p.modal.Close()
}

// gone is told that the dialog went, by the clerk or because it was done.
func (p *printing) gone() {
	if p.closed {
		return
	}
	p.closed = true
	if p.callOff != nil {
		p.callOff()
	}
	p.w.say(tr("Nothing is printed"))
}
