// Package registers composes what is gathered from many meetings of a body: its
// attendance and its resolutions.
package registers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/model/minutes"
)

// widest is how many meetings a page is wide enough for.
const widest = 7

// Attendance is the attendance register as a document: people by meetings, the
// latest where there are more than a page is wide enough for, and below it who
// has been away for long.
func Attendance(g attended.Grid, s minutes.Style, today model.Date) minutes.Document {
	d := paper("Attendance register", g.Body, s, today)
	if len(g.Meetings) == 0 {
		d.Blocks = append(d.Blocks, says("The body has held no meeting yet."))
		return d
	}
	from := max(0, len(g.Meetings)-widest)
	if from > 0 {
		d.Blocks = append(d.Blocks, says(fmt.Sprintf("The latest %d of %d meetings; the sums are of all.", widest, len(g.Meetings))))
	}
	t := minutes.Table{Caption: "Attendance", Summary: "Each person, whether they came to each meeting, and how many they came to", Head: []string{"Name"}}
	for _, m := range g.Meetings[from:] {
		t.Head = append(t.Head, m.Date.Time().Format("2 Jan 06"))
	}
	t.Head = append(t.Head, "Came")
	each := 60 / len(t.Head)
	t.Shares = append(slices.Repeat([]int{each}, len(t.Head)-2), 11)
	rest := 100
	for _, share := range t.Shares {
		rest -= share
	}
	t.Shares = slices.Insert(t.Shares, 0, rest)
	for _, p := range g.People {
		name := p.Name
		if p.Capacity != model.Member {
			name += " (" + string(p.Capacity) + ")"
		}
		cells := [][]model.Span{words(name)}
		for _, c := range p.Cells[from:] {
			cells = append(cells, words(letter(c)))
		}
		t.Rows = append(t.Rows, minutes.Row{Cells: append(cells, words(strconv.Itoa(p.Attended)+" of "+strconv.Itoa(p.Expected)))})
	}
	d.Blocks = append(d.Blocks, t, says("P: present. A: apologies. D: apologies, and a deputy came. X: absent. Nothing: not on the list of that meeting."))
	return watched(d, g)
}

// letter is a cell as a narrow column shows it.
func letter(c attended.Cell) string {
	switch c {
	case attended.Present:
		return "P"
	case attended.Apologies:
		return "A"
	case attended.Absent:
		return "X"
	case attended.Deputised:
		return "D"
	case attended.Unlisted:
	}
	return ""
}

// watched adds who has been away for long.
func watched(d minutes.Document, g attended.Grid) minutes.Document {
	var points []minutes.Point
	for _, p := range g.People {
		if p.Until == "" {
			continue
		}
		came := "has come to none of these meetings"
		if p.Last != "" {
			came = "came last on " + p.Last.Long()
		}
		until := "will have been away for as long as allowed on " + p.Until.Long()
		if p.Away {
			until = "has been away for as long as allowed since " + p.Until.Long()
		}
		points = append(points, minutes.Point{Text: words(p.Name + " " + came + ", and " + until + ".")})
	}
	if len(points) > 0 {
		d.Blocks = append(d.Blocks, minutes.Heading{Level: 2, Text: words("Long absence"), Anchor: "absence"}, minutes.List{Points: points})
	}
	return d
}

// paper is an empty document of a body.
func paper(title, body string, s minutes.Style, today model.Date) minutes.Document {
	body = strings.Join(strings.Fields(body), " ")
	d := minutes.Document{
		Title: title + " - " + body, Body: body, Occasion: title, Date: today, Language: s.Language, Skip: s.Words.Skip, Look: s.Look.Legible(),
		Header: minutes.Running{Left: []minutes.Piece{{Text: body + ": " + strings.ToLower(title)}}},
		Footer: minutes.Running{Right: []minutes.Piece{{Text: "Page "}, {Field: minutes.PageNumber}, {Text: " of "}, {Field: minutes.PageCount}}},
		Blocks: []minutes.Block{minutes.Title{Lines: []string{title, body}}},
	}
	if today.Valid() {
		d.Blocks[0] = minutes.Title{Lines: []string{title, body, "As at " + today.Long()}}
	}
	return d
}

func words(text string) []model.Span { return []model.Span{{Text: text}} }

func says(text string) minutes.Paragraph { return minutes.Paragraph{Text: words(text)} }
