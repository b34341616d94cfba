package registers

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/resolved"
)

// Resolutions is the register of resolutions of a body as a document: what the
// meetings decided, as the audience may see them, the latest first. The error
// is a *[minutes.NeedsAudience].
func Resolutions(body string, meetings []model.Meeting, s minutes.Style, a minutes.Audience, today model.Date) (minutes.Document, error) {
	d := paper("Register of resolutions", body, s, today)
	t := minutes.Table{Caption: "Resolutions", Summary: "Each resolution with its number, the meeting that made it and who moved it",
		Head: []string{"Number", "Meeting", "Resolution", "Moved and result"}, Shares: []int{14, 17, 46, 23}}
	for i := len(meetings) - 1; i >= 0; i-- {
		m := meetings[i]
		if err := a.Check(m); err != nil {
			return d, err
		}
		for _, r := range resolved.Of(minutes.Seen(m, s, a)) {
			t.Rows = append(t.Rows, minutes.Row{Cells: [][]model.Span{words(r.Number), words(held(r)), words(oneLine(r.Text)), words(moved(r))}})
		}
	}
	if len(t.Rows) == 0 {
		d.Blocks = append(d.Blocks, says("There are no resolutions yet."))
	} else {
		d.Blocks = append(d.Blocks, t)
	}
	return d, nil
}

// held says which meeting made a resolution, and that it is not approved yet.
func held(r resolved.Resolution) string {
	if r.State != model.Approved {
		return r.Date.Long() + " (not approved yet)"
	}
	return r.Date.Long()
}

// moved says who moved and seconded a resolution, and what came of it.
func moved(r resolved.Resolution) string {
	var parts []string
	if r.Mover != "" {
		parts = append(parts, "Moved: "+r.Mover)
	}
	if r.Seconder != "" {
		parts = append(parts, "seconded: "+r.Seconder)
	}
	if r.Result != "" {
		parts = append(parts, r.Result)
	}
	return strings.Join(parts, "; ")
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
