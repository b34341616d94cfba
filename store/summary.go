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
	return w.Record()
}

// readSummary is what packSummary wrote of a meeting.
func readSummary(id, record []byte) (model.Summary, error) {
	r := packed.Read(string(record))
	s := model.Summary{ID: model.ID(id), BodyID: model.ID(r.Text()), Body: r.Text(), Date: model.Date(r.Text()), Kind: model.MeetingKind(r.Text()), State: model.State(r.Text()),
		Title: r.Text(), Style: r.Text(), Made: r.Text(), Items: r.Number(), Actions: r.Number(), Open: r.Number(), Restricted: r.Flag()}
	return s, r.Err()
}
