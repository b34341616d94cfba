package ui

import (
	"slices"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/export"
)

// subject is what an export dialog writes: the minutes of a meeting, or a log
// of actions.
type subject struct {
	// title is over the dialog, done over what says that it is written.
	title, done string
	// log says that it is a log of actions, agenda that it is an agenda.
	log, agenda bool
	// formats are the extensions that there are, the usual one first; name is
	// a name for the file without one.
	formats []string
	name    string
	// body is whose it is, whose last choices the dialog begins with; style is
	// the house style it has unless another is chosen.
	body  model.ID
	style string
	// restricted says that it must be said for whom it is, private that there
	// are private notes.
	restricted, private bool
	// make makes a file of one of the formats but PDF, off the window's
	// goroutine.
	make func(ext string, c madeFor) ([]byte, error)
	// sent is set where the file leaves the office by it.
	sent *sending
	// gathered is set on what is gathered from minutes.
	gathered *gathered
}

// doneAt says that it is written, and where.
func (s subject) doneAt(path string) string {
	if s.gathered != nil {
		return trf("%s: %s", s.done, path)
	}
	if s.agenda {
		return trf("The agenda is written: %s", path)
	}
	if s.log {
		return trf("The action log is written: %s", path)
	}
	return trf("The minutes are written: %s", path)
}

// madeFor are the choices that a file is made by.
type madeFor struct {
	style    minutes.Style
	audience minutes.Audience
	private  bool
	// name is that of the file.
	name string
}

// newMinutesSubject are the minutes of the open meeting.
func newMinutesSubject(w *Window) (subject, error) { return newSubjectOf(w, w.meeting.work.kept()) }

// newSubjectOf are the minutes of the open meeting as they stand, or as they
// should read.
func newSubjectOf(w *Window, m model.Meeting) (subject, error) {
	name, err := w.fileName(m)
	s := subject{title: tr("Export the minutes"), done: tr("The minutes are written"), formats: slices.Insert(export.Formats(), 1, pdf), name: name, body: m.BodyID,
		style: w.styles.Name(m.Style), restricted: m.HasRestricted(), private: hasPrivate(m)}
	s.make = func(ext string, c madeFor) ([]byte, error) {
		in := export.Input{Meeting: m, Style: c.style, Audience: c.audience, Private: c.private, Name: c.name}
		var err error
		if in.Ledger, err = w.book.Ledger(m.ID); err != nil {
			return nil, err
		}
		if in.Later, err = life.Later(w.book, m); err != nil {
			return nil, err
		}
		return export.Bytes(ext, in)
	}
	return s, err
}

// newAgendaSubject is the agenda of the open meeting.
func newAgendaSubject(w *Window) (subject, error) {
	s, err := newMinutesSubject(w)
	m := w.meeting.work.kept()
	s.name, s.formats, s.private = s.name+"-agenda", append(export.AgendaFormats(), pdf), false
	s.agenda = true
	s.make = func(ext string, c madeFor) ([]byte, error) {
		return export.Bytes(ext, export.Input{Meeting: m, Style: c.style, Audience: c.audience, Name: c.name, Agenda: true})
	}
	return s, err
}

// newMeetingActions are the actions of the open meeting.
func newMeetingActions(w *Window) (subject, error) {
	m := w.meeting.work.kept()
	name, err := w.fileName(m)
	s := logSubject(name + "-actions")
	s.body, s.style, s.restricted = m.BodyID, w.styles.Name(m.Style), m.HasRestricted()
	s.make = func(ext string, c madeFor) ([]byte, error) {
		events, err := w.book.Ledger(m.ID)
		if err != nil {
			return nil, err
		}
		return export.Actions(ext, c.name, actionlog.Input{Sources: []actionlog.Source{{Meeting: m, Events: events}}, Style: c.style, Audience: c.audience,
			Today: model.DateOf(w.out.Now())})
	}
	return s, err
}

func logSubject(name string) subject {
	return subject{title: tr("Export the action log"), done: tr("The action log is written"), log: true, formats: append(export.ActionFormats(), pdf), name: name}
}

// newShownActions are the actions that the register shows, of all meetings that
// they are from.
func newShownActions(a *actionsScreen) (subject, error) {
	a.catchUp()
	about, today := actionlog.AllBodies, a.today()
	s := logSubject("actions-" + string(today))
	if a.onlyBody {
		about, s.body = a.bodyName, a.body
		s.name = export.FileName(model.Meeting{Body: about, Date: today}, "-actions")
	}
	meetings, err := a.w.book.Meetings()
	if err != nil {
		return s, err
	}
	shown := slices.Clone(a.shown)
	agreed := map[model.ID]bool{}
	for _, one := range shown {
		agreed[one.Meeting] = true
	}
	meetings = slices.DeleteFunc(meetings, func(m model.Summary) bool { return !agreed[m.ID] })
	for _, m := range meetings {
		s.restricted = s.restricted || m.Restricted
	}
	s.style = a.w.styleOfLast(meetings)
	narrowed := tidy(a.filter.Text()) != ""
	s.make = func(ext string, c madeFor) ([]byte, error) {
		in := actionlog.Input{About: about, Style: c.style, Audience: c.audience, Today: today, Only: map[model.ID]bool{}}
		for _, one := range shown {
			// What was found by its words, its owner or its forum would tell them.
			if !one.Restricted || !narrowed || c.audience != minutes.Public {
				in.Only[one.ID] = true
			}
		}
		for _, one := range meetings {
			m, err := a.w.book.Meeting(one.ID)
			if err != nil {
				return nil, err
			}
			events, err := a.w.book.Ledger(one.ID)
			if err != nil {
				return nil, err
			}
			in.Sources = append(in.Sources, actionlog.Source{Meeting: m, Events: events})
		}
		return export.Actions(ext, c.name, in)
	}
	return s, nil
}

// styleOfLast is the house style of the last of some meetings.
func (w *Window) styleOfLast(meetings []model.Summary) string {
	if len(meetings) == 0 {
		return minutes.DefaultStyle
	}
	m, err := w.book.Meeting(meetings[len(meetings)-1].ID)
	if err != nil {
		w.out.Log.Error("read the house style of the actions", "error", err)
	}
	return w.styles.Name(m.Style)
}

func hasPrivate(m model.Meeting) bool {
	for _, it := range m.Items {
		if slices.ContainsFunc(it.Entries, func(e model.Entry) bool { return e.Kind == model.Private }) {
			return true
		}
	}
	return false
}

// fileName is a name for the files of a meeting, which no other meeting has.
func (w *Window) fileName(m model.Meeting) (string, error) {
	meetings, err := w.book.Meetings()
	if err != nil {
		return "", err
	}
	if i := slices.IndexFunc(meetings, func(s model.Summary) bool { return s.ID == m.ID }); i >= 0 {
		meetings[i] = m.Summary() // the name of its body and its day may have changed just now
	}
	if name, ok := export.Names(meetings)[m.ID]; ok {
		return name, nil
	}
	return export.FileName(m, ""), nil
}
