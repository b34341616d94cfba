package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"minutebook/cmd/internal/moving"
	"minutebook/cmd/internal/sample"
	"minutebook/cmd/internal/torture"
	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/brief"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/export"
	"minutebook/model/minutes/standing"
	"minutebook/model/register"
	"minutebook/store"
)

// paper is a document beside the minutes.
type paper struct {
	name string // "" for the minutes themselves
	// write makes it as a file of a format in a house style for an audience.
	write func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error)
}

// today is the day the papers are made on; stamp is it as the book notes it.
const (
	today = model.Date("2026-11-22")
	stamp = "2026-11-22T10:00:00Z"
)

// year is the sample book after a year's work: minutes that are circulated,
// corrected, approved and sealed, and the next meeting planned.
type year struct {
	book  *store.Book
	ids   int
	body  model.Body
	own   []model.Meeting // the body's, the oldest first
	next  model.Meeting   // planned
	board standing.Input
}

// newYear makes the book in a folder. It is to be closed.
func newYear(folder string) (*year, error) {
	y := &year{}
	moment, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return nil, err
	}
	y.book, err = store.Create(filepath.Join(folder, "year.mb"), store.Options{Program: "documents", Now: func() time.Time { return moment }, NewID: y.newID})
	if err != nil {
		return nil, err
	}
	batch, err := sample.Book(y.newID, stamp)
	if err == nil {
		err = y.book.Commit(batch)
	}
	for _, step := range []func() error{y.correct, y.approve, y.circulate, y.plan, y.gather} {
		if err == nil {
			err = step()
		}
	}
	if err != nil {
		return nil, errors.Join(err, y.book.Close())
	}
	return y, nil
}

func (y *year) newID() model.ID { y.ids++; return model.ID(fmt.Sprintf("01AFTERWARD%015d", y.ids)) }

// meeting is the body's meeting of a day.
func (y *year) meeting(day model.Date) (model.Meeting, error) {
	list, err := y.book.Meetings()
	if err != nil {
		return model.Meeting{}, err
	}
	i := slices.IndexFunc(list, func(m model.Summary) bool { return m.Date == day })
	if i < 0 {
		return model.Meeting{}, fmt.Errorf("the sample has no meeting of %s", day.Long())
	}
	return y.book.Meeting(list[i].ID)
}

// keep changes the meeting of a day.
func (y *year) keep(day model.Date, change func(model.Meeting) model.Change) error {
	m, err := y.meeting(day)
	if err != nil {
		return err
	}
	next, _, err := m.With(change(m))
	if err != nil {
		return err
	}
	return y.book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Base: m.Rev, Value: next}}})
}

const (
	november = model.Date("2025-11-18")
	march    = model.Date("2026-03-17")
	july     = model.Date("2026-07-07")
)

// correct enters three corrections to the minutes of March.
func (y *year) correct() error {
	wants := []func(model.Meeting) model.Correction{
		func(m model.Meeting) model.Correction {
			e := m.Items[1].Entries[0]
			e.Text = strings.Replace(e.Text, "six", "five", 1)
			return model.Correction{Entry: &e, By: "Captain Ngozi Okonjo-Bright"}
		},
		func(m model.Meeting) model.Correction {
			return model.Correction{Item: m.Items[2].ID, After: model.Last, By: "Màiri MacAskill",
				Entry: &model.Entry{ID: y.newID(), Kind: model.Paragraph, Text: "The Board thanked the crews of the fishing boats."}}
		},
		func(m model.Meeting) model.Correction {
			e := m.Items[5].Entries[0]
			return model.Correction{Entry: &model.Entry{ID: e.ID}, Struck: true, By: "Rear Admiral Hugh Penhallow"}
		},
	}
	for _, want := range wants {
		err := y.keep(march, func(m model.Meeting) model.Change {
			c := want(m)
			c.ID, c.On, c.Made = y.newID(), "2026-04-02", stamp
			return model.Correct{Correction: c}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// approve has March approve and seal the minutes of November, and July those of
// March.
func (y *year) approve() error {
	for _, days := range [][2]model.Date{{november, march}, {march, july}} {
		m, err := y.meeting(days[0])
		if err != nil {
			return err
		}
		later, err := y.meeting(days[1])
		if err != nil {
			return err
		}
		s, err := life.ApproveAt(y.book, m, later, life.Approving{Made: stamp, NewID: y.newID})
		if err == nil {
			err = y.book.Commit(s.Batch)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// circulate sends the minutes of July out.
func (y *year) circulate() error {
	return y.keep(july, func(m model.Meeting) model.Change {
		return model.Circulate{Circulation: model.Circulation{On: "2026-07-21", Name: export.FileName(m, ".docx"), Audience: "full", Made: stamp}}
	})
}

// plan plans the next meeting, with items of its own.
func (y *year) plan() error {
	m, err := y.meeting(july)
	if err != nil {
		return err
	}
	if y.body, err = y.book.Body(m.BodyID); err != nil {
		return err
	}
	asked := life.Asked{Body: y.body, Date: "2026-11-24", Made: stamp, NewID: y.newID}
	next, err := life.Next(y.book, asked)
	if err != nil {
		return err
	}
	y.next = next.Meeting
	y.next.Begin, y.next.End, y.next.Venue = "10:00", "13:00", "The Customs House, Saltmere"
	y.next.Items = append(y.next.Items,
		model.Item{ID: y.newID(), Title: "Fish quay: award of the contract", Presenter: "Søren Kjærgaard", Purpose: "for decision", Minutes: 40,
			Papers: []model.Paper{{Title: "Evaluation of tenders", Reference: "HOB/26/22"}}},
		model.Item{ID: y.newID(), Title: "Staffing of the pilot station", Presenter: "Rear Admiral Hugh Penhallow", Purpose: "for discussion", Minutes: 20,
			Restricted: &model.Restriction{Reason: "A staffing matter"}},
		model.Item{ID: y.newID(), Title: "Any other business", Minutes: 10})
	return y.book.Commit(model.Batch{Meetings: []model.Save[model.Meeting]{{Value: y.next}}})
}

// gather reads what the papers are made of.
func (y *year) gather() error {
	list, err := y.book.Meetings()
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.BodyID != y.body.ID || s.ID == y.next.ID {
			continue
		}
		m, err := y.book.Meeting(s.ID)
		if err != nil {
			return err
		}
		y.own = append(y.own, m)
	}
	y.board, err = moving.StandingInput(y.book, y.body.ID, "harbour.mb", model.Away{To: "Ann Zelenka, Clerk to the Council", On: today})
	return err
}

// papers are those of the year.
func (y *year) papers() []paper {
	return append(papersOf(y.own[1], y.next),
		paper{"brief", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			in, err := brief.Gather(y.book, y.body, y.next.ID, today)
			if err != nil {
				return nil, err
			}
			in.Log.Style, in.Log.Audience = s, a
			return export.Brief(ext, "", in)
		}},
		paper{"resolutions", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			return export.Resolutions(ext, "", y.body.Name, y.own, s, a, today)
		}},
		paper{"attendance", func(ext string, s minutes.Style, _ minutes.Audience) ([]byte, error) {
			return export.Attendance(ext, attended.Of(y.body, y.own, today), s, today)
		}},
		paper{"standing", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			in := y.board
			in.Style, in.Audience = s, a
			return export.Standing(ext, "", in)
		}},
		paper{"sealed", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			return export.Bytes(ext, export.Input{Meeting: y.own[1], Style: s, Audience: a})
		}})
}

// papersOf are those of one meeting that is over and of one that is planned.
func papersOf(m, planned model.Meeting) []paper {
	return []paper{
		{"agenda", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			return export.Bytes(ext, export.Input{Meeting: planned, Style: s, Audience: a, Agenda: true})
		}},
		{"extract", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			last := m.Items[len(m.Items)-1]
			chosen := []model.ID{m.Items[2].ID, m.Items[4].ID, last.Entries[len(last.Entries)-1].ID}
			return export.Extract(ext, export.Input{Meeting: m, Style: s, Audience: a}, chosen)
		}},
		{"changes", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			return export.Compare(ext, comparison(m, s, a, true))
		}},
		{"tracked", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			return export.Compare(ext, comparison(m, s, a, false))
		}},
		{"actions", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
			return export.Actions(ext, "", actionlog.Input{Sources: []actionlog.Source{{Meeting: m}}, About: m.Body, Wanted: register.Filter{Open: true}, Style: s, Audience: a, Today: today})
		}},
	}
}

// comparison is of minutes as they were circulated and as they were corrected.
func comparison(m model.Meeting, s minutes.Style, a minutes.Audience, list bool) export.Comparison {
	c := export.Comparison{Names: [2]string{"As circulated", "As corrected"}, List: list}
	c.Style, c.Audience = s, a
	c.Earlier, c.Later = compare.Corrected(m)
	return c
}

// crowded are papers of hostile texts.
func crowded() []paper {
	m := torture.Meeting()
	papers := slices.DeleteFunc(papersOf(m, m), func(p paper) bool { return p.name == "tracked" }) // nothing in it is corrected
	return append(papers, paper{"standing", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
		return export.Standing(ext, "", standing.Input{Body: model.Body{Name: torture.Long}, To: torture.Long, On: today, Book: "a.mb",
			Open: []actionlog.Source{{Meeting: m}}, Meetings: []model.Summary{m.Summary()}, Style: s, Audience: a})
	}}, paper{"brief", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
		in := brief.Input{Name: torture.Long, When: model.Next{Date: today, Venue: torture.Long}, Approve: []life.Awaiting{{Approval: model.Approval{Date: m.Date}, Meeting: m}},
			Log: actionlog.Input{Sources: []actionlog.Source{{Meeting: m}}, Style: s, Audience: a, Today: today}}
		return export.Brief(ext, "", in)
	}}, paper{"attendance", func(ext string, s minutes.Style, _ minutes.Audience) ([]byte, error) {
		return export.Attendance(ext, attended.Of(model.Body{Name: torture.Long}, []model.Meeting{m}, today), s, today)
	}}, paper{"resolutions", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
		return export.Resolutions(ext, "", torture.Long, []model.Meeting{m}, s, a, today)
	}})
}

// afterwards writes the papers that an office makes beside the minutes: of the
// sample's year in three of the program's house styles, and of hostile texts in
// the trial style. It says how many there are.
func (w *writer) afterwards(styles []minutes.Style, own minutes.Style) (int, error) {
	folder, err := os.MkdirTemp("", "minutebook-documents-")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	y, err := newYear(folder)
	if err != nil {
		return 0, err
	}
	defer func() { _ = y.book.Close() }()
	before := w.count
	for _, s := range styles {
		if !slices.Contains([]string{"board", "council", "publication"}, s.Name) {
			continue
		}
		audiences := []minutes.Audience{minutes.Full, minutes.Public}
		if s.Name != "council" { // what is left out is the same in all
			audiences = audiences[:1]
		}
		if err := w.papers("year", y.papers(), s, audiences...); err != nil {
			return 0, err
		}
	}
	if err := w.papers("torture", crowded(), own, minutes.Full); err != nil {
		return 0, err
	}
	return w.count - before, nil
}

var audienceNames = map[minutes.Audience]string{minutes.Full: "full", minutes.Public: "public"}

// papers writes papers in a style for audiences, where they differ.
func (w *writer) papers(of string, papers []paper, s minutes.Style, audiences ...minutes.Audience) error {
	for _, p := range papers {
		before := map[string][]byte{}
		for _, a := range audiences {
			files := map[string][]byte{}
			for _, ext := range []string{".docx", ".html"} {
				data, err := p.write(ext, s, a)
				if err != nil {
					return fmt.Errorf("the %s of %s in the style %s: %w", p.name, of, s.Name, err)
				}
				files[ext] = data
			}
			if maps.EqualFunc(files, before, bytes.Equal) {
				continue
			}
			before = files
			if err := w.keep(strings.Join(slices.DeleteFunc([]string{of, p.name, s.Name, audienceNames[a]}, func(part string) bool { return part == "" }), "-"), files); err != nil {
				return err
			}
		}
	}
	return nil
}
