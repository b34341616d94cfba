package store

import (
	"minutebook/model"
	"minutebook/model/packed"
)

// packSummary is a meeting as a list shows it, in brief.
func packSummary(s model.Summary) []byte {
	var w packed.Writer
	for _, text := range []string{string(s.BodyID), s.Body, string(s.Date), string(s.Kind), string(s.State), s.Title, s.Style, s.Made} {
		w.Text(text)
	}
	w.Number(s.Items)
	w.Number(s.Actions)
	w.Number(s.Open)
	w.Flag(s.Restricted)
	w.Flag(s.Sealed)
	w.Flag(s.ToRatify)
	w.Number(s.Corrections)
	for _, u := range []model.Used{s.Numbers.Actions, s.Numbers.Items, s.Numbers.Decisions} {
		w.Text(string(u.Run))
		w.Text(u.Year)
		w.Number(u.First)
		w.Number(u.Last)
	}
	w.Number(len(s.Corrects))
	for _, c := range s.Corrects {
		w.Text(string(c.Date))
		w.Text(c.Reference)
		w.Text(string(c.Meeting))
	}
	return w.Record()
}

// readSummary is what packSummary wrote of a meeting.
func readSummary(id, record []byte) (model.Summary, error) {
	r := packed.Read(string(record))
	s := model.Summary{ID: model.ID(id), BodyID: model.ID(r.Text()), Body: r.Text(), Date: model.Date(r.Text()), Kind: model.MeetingKind(r.Text()), State: model.State(r.Text()),
		Title: r.Text(), Style: r.Text(), Made: r.Text(), Items: r.Number(), Actions: r.Number(), Open: r.Number(), Restricted: r.Flag(),
		Sealed: r.Flag(), ToRatify: r.Flag(), Corrections: r.Number()}
	for _, u := range []*model.Used{&s.Numbers.Actions, &s.Numbers.Items, &s.Numbers.Decisions} {
		*u = model.Used{Run: model.Run(r.Text()), Year: r.Text(), First: r.Number(), Last: r.Number()}
	}
	for range r.Number() {
		if r.Err() != nil {
			break
		}
		s.Corrects = append(s.Corrects, model.CorrectsFact{Date: model.Date(r.Text()), Reference: r.Text(), Meeting: model.ID(r.Text())})
	}
	return s, r.Err()
}
