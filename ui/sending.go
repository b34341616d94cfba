package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/mail"
	"minutebook/ui/widget"
)

// sending is what the export dialog does besides writing a file, where the file
// leaves the office by it: minutes that are circulated, or an agenda that is
// issued. The file is kept in the book, a mail draft is written beside it, and
// only when all of that is done the meeting says that it was sent.
type sending struct {
	s *meetingScreen
	// meeting is what is sent.
	meeting model.Meeting
	agenda  bool
	// verb is on the button, means says over the choices what will happen, done
	// is over what says that it did.
	verb, means, done string

	to      *widget.Field
	without *widget.Para // those who have no address
	kept    []model.File
	// draft is the mail draft; without a path there is none.
	draft outFile
}

// sendFormats are those that minutes may be sent in.
var sendFormats = []string{".docx", pdf}

// newSending is what sends something of the open meeting. Everything of it is
// kept first: false says that this failed, and that the clerk knows.
func newSending(w *Window) (*sending, bool) {
	s := w.meeting
	if !s.flush() {
		return nil, false
	}
	return &sending{s: s, meeting: s.work.kept()}, true
}

// parts are those of the dialog, with what is said and asked for sending.
func (p *sending) parts(d *exportDialog, usual []fyne.CanvasObject) []fyne.CanvasObject {
	p.to = widget.NewField(tr("To, with commas between them"), tr("reading the addresses …"))
	p.to.OnChanged = func(string, int) { d.settled() }
	p.without = caption("")
	p.readAddresses(d)
	usual = slices.Delete(slices.Clone(usual), 2, 3) // in the meeting's own house style
	means := widget.NewPara(widget.Block{Style: widget.Message, Text: literal(p.means)})
	return append([]fyne.CanvasObject{means, stacked(4, p.to, p.without)}, usual...)
}

// readAddresses writes the addresses of those who were there, and the body's
// own, into the field, and names those who have none.
func (p *sending) readAddresses(d *exportDialog) {
	var known addresses
	p.s.w.out.Later(func() (err error) {
		known, err = readAddresses(p.s.w.book, p.meeting)
		return err
	}, func(err error) {
		if !d.open() {
			return
		}
		p.to.SetPlaceholder(tr("Nobody: no mail draft is made"))
		if err != nil {
			p.s.w.out.Log.Error("read the addresses", "error", err)
			setCaption(p.without, explain("read the addresses", err))
		} else if len(known.without) > 0 {
			setCaption(p.without, trf("No address is known of %s. Give them one on the Body screen.", strings.Join(known.without, ", ")))
		}
		if p.to.Text() == "" {
			words := strings.Join(known.to, ", ")
			p.to.Set(words, len([]rune(words)))
		}
		d.laid()
	})
}

// addresses are where something goes, and those who have no address.
type addresses struct{ to, without []string }

// readAddresses finds the addresses of the attendees and of the body.
func readAddresses(book Book, m model.Meeting) (all addresses, err error) {
	people, err := book.People()
	if err != nil {
		return all, err
	}
	has := map[model.ID]bool{}
	for _, p := range people {
		has[p.ID] = strings.TrimSpace(p.Mail) != ""
	}
	for _, a := range m.Attendees {
		if !has[a.Person] {
			all.without = append(all.without, a.Name)
		}
	}
	var body model.Body
	if m.BodyID != "" {
		body, err = book.Body(m.BodyID)
	}
	all.to = life.Addresses(m, body, people)
	return all, err
}

// recipients are the addresses in the field.
func (p *sending) recipients() []string {
	var all []string
	for _, at := range strings.FieldsFunc(p.to.Text(), func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		if at = strings.TrimSpace(at); at != "" && !slices.Contains(all, at) {
			all = append(all, at)
		}
	}
	return all
}

// ready says whether it can be sent; where it cannot, the dialog says why.
func (p *sending) ready(d *exportDialog) bool {
	for _, at := range p.recipients() {
		if _, err := mail.Address(at); err != nil {
			return d.refuse(p.to, trf("“%s” is no mail address. Nothing is sent yet.", at))
		}
	}
	p.kept, p.draft = nil, outFile{}
	return true
}

// keep keeps the exact file in the book, unless the meeting was changed by
// another since. It is called off the window's goroutine.
func (p *sending) keep(path string, data []byte) error {
	now, err := p.s.w.book.Meeting(p.meeting.ID)
	if err != nil {
		return err
	}
	if now.Rev != p.meeting.Rev {
		return &model.Stale{Record: "meeting", ID: now.ID, Base: p.meeting.Rev, Kept: now.Rev}
	}
	f := model.NewFile(filepath.Base(path), data)
	if err := p.s.w.book.Commit(model.Batch{Files: []model.File{f}}); err != nil {
		return err
	}
	p.kept = append(p.kept, f)
	return nil
}

// written is told that the files are there: it writes the mail draft, and then
// the meeting says that they were sent.
func (p *sending) written(d *exportDialog, files []outFile) {
	w, to := p.s.w, p.recipients()
	if d.closed {
		d.ready()
		w.say(p.notSent())
		return
	}
	w.out.Later(func() error { return p.writeMail(files, to, d.chosenAudience()) }, func(err error) {
		d.ready()
		switch {
		case d.closed:
			w.say(p.notSent())
		case err != nil:
			w.out.Log.Error("write a mail draft", "meeting", string(p.meeting.ID), "error", err)
			d.refuse(nil, trf("The mail draft could not be written: %s %s.", sentence(reason(err)), p.notSent()))
		default:
			p.record(d, files, to)
		}
	})
}

// notSent says how the meeting is where something was called off or failed.
func (p *sending) notSent() string {
	if p.agenda {
		return tr("The file is written, but the agenda is not issued")
	}
	return tr("The file is written, but the minutes are not circulated")
}

// record has the meeting say that it was sent, and opens the mail draft.
func (p *sending) record(d *exportDialog, files []outFile, to []string) {
	w := p.s.w
	now := w.out.Now()
	first := p.kept[0]
	c := model.Circulation{On: model.DateOf(now), Made: model.Stamp(now), Rev: p.meeting.Rev, Agenda: p.agenda, Audience: audienceOf(d), To: to,
		Name: first.Name, SHA256: first.SHA256}
	if err := p.sent(c); err != nil {
		d.refuse(nil, trf("%s %s.", sentence(capital(reason(err))), p.notSent()))
		return
	}
	p.s.fill()
	d.modal.OnClosed = func() { p.tell(files) }
	d.modal.Close()
}

// sent has the meeting say so, unless it was changed meanwhile. It is no step to
// undo.
func (p *sending) sent(c model.Circulation) error {
	if now := p.s.work.kept(); now.Rev != p.meeting.Rev {
		return &model.Stale{Record: "meeting", ID: now.ID, Base: p.meeting.Rev, Kept: now.Rev}
	}
	return p.s.work.session.Session.Do(model.Circulate{Circulation: c})
}

// audienceOf is for whom the file is, as a circulation says it.
func audienceOf(d *exportDialog) string {
	if !d.what.restricted {
		return ""
	}
	return strings.TrimPrefix(audienceEnd(d.chosenAudience()), "-")
}

// tell says what was done, and opens the mail draft in the mail program.
func (p *sending) tell(files []outFile) {
	w := p.s.w
	if p.draft.path == "" {
		w.tellWritten(p.done, files)
		return
	}
	w.tellWritten(p.done, append(files, p.draft))
	w.out.Later(func() error { return w.out.Show(p.draft.path) }, func(err error) {
		if err != nil {
			w.out.Log.Error("open a mail draft", "error", err)
			w.warn(trf("The mail program did not open: %s The draft lies at %s: open it there, or write a mail by hand.", sentence(reason(err)), w.short(p.draft.path)))
		}
	})
}
