// Package resolved is the register of resolutions: what a body decided, meeting
// by meeting.
package resolved

import (
	"cmp"

	"minutebook/model"
)

// Resolution is a decision, or a motion that was carried, as its minutes have it.
type Resolution struct {
	Meeting model.ID    `json:"meeting"`
	Body    string      `json:"body"`
	Date    model.Date  `json:"date"`
	State   model.State `json:"state"`
	// Item and Entry are where it stands; ItemNumber, Title and Number as
	// printed: Number is its own, or else that of its paragraph.
	Item       model.ID `json:"item"`
	Entry      model.ID `json:"entry"`
	ItemNumber string   `json:"itemNumber,omitempty"`
	Title      string   `json:"title,omitempty"`
	Number     string   `json:"number,omitempty"`
	Motion     bool     `json:"motion,omitempty"`
	// Text without the marks of the small Markdown.
	Text     string `json:"text"`
	Mover    string `json:"mover,omitempty"`
	Seconder string `json:"seconder,omitempty"`
	Result   string `json:"result,omitempty"`
	// Restricted says that it, or words of it, are left out of public minutes.
	Restricted bool `json:"restricted,omitempty"`
}

// Of are the resolutions of m in running order, in the words that hold: as
// corrected, once the minutes are approved. Motions count where they were
// carried, by their own result or that of the vote below them.
func Of(m model.Meeting) []Resolution {
	m = m.InForce()
	numbers := model.Number(m)
	var list []Resolution
	for _, it := range m.Items {
		for i, e := range it.Entries {
			if !resolves(it.Entries[i:]) {
				continue
			}
			r := Resolution{Meeting: m.ID, Body: m.Body, Date: m.Date, State: m.State, Item: it.ID, Entry: e.ID, Motion: e.Kind == model.Motion,
				ItemNumber: numbers.Items[it.ID], Title: model.Plain(it.Title), Number: numbers.Entries[e.ID], Text: model.Plain(e.Text),
				Result: result(it.Entries[i:]), Restricted: it.Restricted != nil || len(it.Withheld) > 0 || e.Restricted != nil || len(e.Withheld) > 0}
			if e.Resolution != nil {
				r.Mover, r.Seconder = e.Resolution.Mover, e.Resolution.Seconder
			}
			list = append(list, r)
		}
	}
	return list
}

// resolves says whether the first of entries is a resolution.
func resolves(entries []model.Entry) bool {
	switch entries[0].Kind {
	case model.Decision:
		return true
	case model.Motion:
		return model.Carried(result(entries))
	case model.Paragraph, model.Bullet, model.Heading, model.Action, model.VoteTaken, model.Interest, model.Movement, model.Private:
	}
	return false
}

// result is what came of the first of entries: as recorded with it, or with the
// vote right below it.
func result(entries []model.Entry) string {
	own := ""
	if r := entries[0].Resolution; r != nil {
		own = r.Result
	}
	if len(entries) > 1 && entries[1].Kind == model.VoteTaken && entries[1].Vote != nil {
		own = cmp.Or(own, entries[1].Vote.Result)
	}
	return own
}
