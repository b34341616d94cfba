package ui

import (
	"slices"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
)

// gathered is what an export dialog does otherwise for something that is
// gathered from minutes, and is not the minutes of a meeting themselves.
type gathered struct {
	// public says that it is for the public unless something else is chosen.
	public bool
	// note says what goes with an audience, "" for nothing; refuses why it
	// cannot be for it. Both may be nil.
	note, refuses func(minutes.Audience) string
	// bare says that there are neither formats nor house styles to choose from,
	// opens that it is opened as soon as it is written.
	bare, opens bool
}

// calendarExt is what the name of a calendar ends in.
const calendarExt = ".ics"

// audience is the choice that the dialog begins with, -1 for none.
func (s subject) audience() int {
	if s.gathered != nil && s.gathered.public && s.restricted {
		return slices.Index(audiences, minutes.Public)
	}
	return -1
}

// openWritten opens a file as soon as it is written.
func (w *Window) openWritten(path, done string) {
	w.say(trf("%s: %s", done, w.short(path)))
	w.out.Later(func() error { return w.out.Show(path) }, func(err error) {
		if err != nil {
			w.failed("open the calendar", err)
		}
	})
}

// newExtract are chosen items and entries of a meeting.
func newExtract(w *Window, m model.Meeting, chosen []model.ID) (subject, error) {
	name, err := w.fileName(m)
	s := subject{title: tr("Extract from the minutes"), done: tr("The extract is written"), formats: append(export.ExtractFormats(), pdf), name: name + "-extract",
		body: m.BodyID, style: w.styles.Name(m.Style), restricted: m.HasRestricted()}
	all, out := len(chosen), restrictedOf(m, chosen)
	s.gathered = &gathered{public: true,
		note: func(a minutes.Audience) string {
			if a != minutes.Public || out == 0 {
				return trf("Of the minutes of %s: %s.", m.Date.Long(), plural(all, "chosen part", "chosen parts"))
			}
			return trf("%s, of which %d restricted: left out of the public version.", plural(all, "chosen part", "chosen parts"), out)
		},
		refuses: func(a minutes.Audience) string {
			if a == minutes.Public && out == all {
				return tr("Nothing is written: all that is chosen is restricted, and a public extract leaves it out. Choose the full version with Right, for those who may read it.")
			}
			return ""
		}}
	s.make = func(ext string, c madeFor) ([]byte, error) {
		return export.Extract(ext, export.Input{Meeting: m, Style: c.style, Audience: c.audience, Name: c.name}, chosen)
	}
	return s, err
}

// restrictedOf counts what of the chosen items and entries is restricted as a
// whole.
func restrictedOf(m model.Meeting, chosen []model.ID) int {
	n := 0
	for _, it := range m.Items {
		whole := it.Restricted != nil
		if slices.Contains(chosen, it.ID) && whole {
			n++
		}
		for _, e := range it.Entries {
			if slices.Contains(chosen, e.ID) && (whole || e.Restricted != nil) {
				n++
			}
		}
	}
	return n
}

// extractHits extracts what was found of one meeting.
func (w *Window) extractHits(hits []find.Hit) {
	var chosen []model.ID
	private := false
	for _, h := range hits {
		switch {
		case h.Private:
			private = true
		case h.Entry != "":
			chosen = append(chosen, h.Entry)
		case h.Item != "":
			chosen = append(chosen, h.Item)
		}
	}
	switch {
	case len(chosen) == 0 && private:
		w.say(tr("A private note never leaves the book: there is nothing to extract"))
		return
	case len(chosen) == 0:
		w.say(tr("An extract is of items and entries: choose one of those"))
		return
	}
	m, err := w.book.Meeting(hits[0].Meeting)
	if err != nil {
		w.failed("read the meeting", err)
		return
	}
	w.export(newExtract(w, m, chosen))
}

// askExtract extracts what was found and is marked, or, of the open meeting, the
// chosen entry or else the item.
func (w *Window) askExtract() {
	if s, ok := w.screen.(*searchScreen); ok {
		s.askExport()
		return
	}
	s := w.meeting
	m, chosen := s.work.kept(), s.work.selected
	if chosen == "" {
		chosen = s.work.item
	}
	if e, _, ok := m.Entry(chosen); ok && e.Kind == model.Private {
		w.say(tr("A private note never leaves the book: there is nothing to extract"))
		return
	}
	if chosen == "" {
		w.say(tr("There is no item yet: type a hash sign, a space and a title"))
		return
	}
	w.export(newExtract(w, m, []model.ID{chosen}))
}
