package ui

import (
	"errors"
	"slices"

	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/model/calendar"
	"minutebook/model/minutes"
	"minutebook/model/minutes/brief"
	"minutebook/model/minutes/export"
	"minutebook/model/register"
)

// newResolutionsSubject is the register of resolutions of a body.
func newResolutionsSubject(w *Window, b model.Body) subject {
	today := model.DateOf(w.out.Now())
	s := subject{title: tr("Export the register of resolutions"), done: tr("The register of resolutions is written"), formats: append(export.ExtractFormats(), pdf),
		name: export.FileName(model.Meeting{Body: b.Name, Date: today}, "-resolutions"), body: b.ID, style: w.styles.Name(b.Style)}
	s.gathered = &gathered{public: true, note: func(a minutes.Audience) string {
		if a == minutes.Public {
			return tr("Restricted resolutions, and restricted words, are left out of the public version.")
		}
		return ""
	}}
	s.restricted = w.anyRestricted(b.ID)
	s.make = func(ext string, c madeFor) ([]byte, error) {
		_, held, err := heldBy(w.book, b.ID)
		if err != nil {
			return nil, err
		}
		return export.Resolutions(ext, c.name, b.Name, held, c.style, c.audience, today)
	}
	return s
}

// anyRestricted says whether any meeting of a body has restricted parts.
func (w *Window) anyRestricted(body model.ID) bool {
	meetings, err := w.book.Meetings()
	if err != nil {
		w.out.Log.Error("read what is restricted", "error", err)
		return true
	}
	return slices.ContainsFunc(meetings, func(m model.Summary) bool { return m.BodyID == body && m.Restricted })
}

// newAttendanceSubject is the attendance register of a body.
func newAttendanceSubject(w *Window, b model.Body) subject {
	today := model.DateOf(w.out.Now())
	s := subject{title: tr("Export the attendance register"), done: tr("The attendance register is written"), formats: append(export.ExtractFormats(), pdf),
		name: export.FileName(model.Meeting{Body: b.Name, Date: today}, "-attendance"), body: b.ID, style: w.styles.Name(b.Style), gathered: &gathered{}}
	s.make = func(ext string, c madeFor) ([]byte, error) {
		body, held, err := heldBy(w.book, b.ID)
		if err != nil {
			return nil, err
		}
		return export.Attendance(ext, attended.Of(body, held, today), c.style, today)
	}
	return s
}

// newBriefSubject is the chair's brief.
func newBriefSubject(w *Window, in brief.Input, b model.Body, restricted bool) subject {
	day := in.When.Date
	if !day.Valid() {
		day = in.Log.Today
	}
	s := subject{title: tr("Export the chair’s brief"), done: tr("The chair’s brief is written"), formats: append(export.BriefFormats(), pdf),
		name: export.FileName(model.Meeting{Body: b.Name, Date: day}, "-brief"), body: b.ID, style: w.styles.Name(b.Style), restricted: restricted, gathered: &gathered{}}
	s.make = func(ext string, c madeFor) ([]byte, error) {
		in.Log.Style, in.Log.Audience = c.style, c.audience
		return export.Brief(ext, c.name, in)
	}
	return s
}

// errNoDates says that there is nothing for a calendar.
var errNoDates = errors.New("no meeting is to come, and no open action has a day")

// askCalendar writes the meetings to come and the dated actions of the body at
// hand as a calendar, askCalendars those of all bodies.
func (w *Window) askCalendar()  { w.forBody(w.calendarOf) }
func (w *Window) askCalendars() { w.calendarOf("") }

// calendarOf writes a calendar of a body, or with "" of all.
func (w *Window) calendarOf(body model.ID) {
	var in calendar.Input
	now := w.out.Now()
	today := model.DateOf(now)
	w.out.Later(func() error {
		meetings, err := w.book.Meetings()
		if err != nil {
			return err
		}
		in, err = calendar.Gather(w.book, slices.DeleteFunc(meetings, func(m model.Summary) bool { return body != "" && m.BodyID != body }),
			register.Filter{Open: true, BodyID: body, Today: today})
		in.Name, in.Stamp, in.Log.Today, in.Log.Audience = tr("Minute book"), now, today, minutes.Full
		if err != nil {
			return err
		}
		if body != "" {
			b, err := w.book.Body(body)
			if err != nil {
				return err
			}
			in.Name = b.Name
		}
		c, err := calendar.Of(in)
		if err == nil && len(c.Events) == 0 {
			return errNoDates
		}
		return err
	}, func(err error) {
		if errors.Is(err, errNoDates) {
			w.say(tr("There is nothing for a calendar: no meeting is to come, and no open action has a day"))
			return
		}
		if err != nil {
			w.failed("read the book", err)
			return
		}
		w.export(newCalendarSubject(w, in, body), nil)
	})
}

func newCalendarSubject(w *Window, in calendar.Input, body model.ID) subject {
	s := subject{title: trf("Calendar: %s", in.Name), done: tr("The calendar is written, and is being opened"), formats: []string{calendarExt},
		name: export.FileName(model.Meeting{Body: in.Name, Date: in.Log.Today}, "-calendar"), body: body, style: minutes.DefaultStyle}
	for _, source := range in.Log.Sources {
		s.restricted = s.restricted || source.Meeting.HasRestricted()
	}
	s.gathered = &gathered{bare: true, opens: true, note: func(minutes.Audience) string {
		return tr("Meetings to come and open actions with a day. It opens in your calendar program; taking it in again later brings changes and no second entries.")
	}}
	s.make = func(_ string, c madeFor) ([]byte, error) {
		in.Log.Style, in.Log.Audience = c.style, c.audience
		return export.Calendar(c.name, in)
	}
	return s
}
