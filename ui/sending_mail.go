package ui

import (
	"path/filepath"

	"minutebook/model/mail"
	"minutebook/model/minutes"
)

// mailExt is what the name of a mail draft ends in.
const mailExt = ".eml"

// writeMail writes a mail draft with the files beside the first of them; none
// where it goes to nobody. It is called off the window's goroutine.
func (p *sending) writeMail(files []outFile, to []string, a minutes.Audience) error {
	if len(to) == 0 {
		return nil
	}
	w, m := p.s.w, p.meeting
	letter := mail.Message{To: to, Subject: trf("Draft minutes: %s, %s", m.Body, m.Date.Long()),
		Text: trf("Attached are the draft minutes of %s of %s. Please say what should be corrected in them.", m.Body, m.Date.Long()) + "\n"}
	if p.agenda {
		letter.Subject = trf("Agenda: %s, %s", m.Body, m.Date.Long())
		letter.Text = trf("Attached is the agenda of %s for %s.", m.Body, m.Date.Full()) + "\n"
	}
	if m.HasRestricted() && a == minutes.Full {
		letter.Text += tr("It holds parts that are restricted and not for the public: please do not pass it on.") + "\n"
	}
	for _, f := range p.kept {
		letter.Attachments = append(letter.Attachments, mail.Attachment{Name: f.Name, Data: f.Data})
	}
	data, err := letter.Bytes()
	if err != nil {
		return err
	}
	path := stemOf(files[0].path) + mailExt
	if w.out.Exists(path) {
		path = w.freeName(path)
	}
	if err := w.out.WriteFile(path, data); err != nil {
		return err
	}
	p.draft = outFile{path: path, ext: mailExt, size: len(data)}
	w.out.Log.Info("wrote a mail draft", "meeting", string(m.ID), "file", filepath.Base(path), "to", len(to))
	return nil
}
