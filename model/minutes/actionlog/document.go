package actionlog

import (
	"strconv"

	"minutebook/model"
	"minutebook/model/minutes"
)

// noActions is the sentence of a log that has none.
const noActions = "There are no actions."

// Document is the log as a document: a title and one table. It has fewer
// columns than a spreadsheet: a day stands with the words that it belongs to,
// and a column in which nothing stands is left out.
func (l Log) Document() minutes.Document {
	lines := []string{l.Title}
	if l.across && l.Day.Valid() {
		lines = append(lines, l.Day.Long())
	}
	d := minutes.Document{
		Title: l.Title, Body: l.Body, Occasion: "Action log", Date: l.Day, Language: l.Language, Skip: l.style.Words.Skip, Look: l.style.Look,
		Header: minutes.Running{Left: []minutes.Piece{{Text: l.Title}}},
		Footer: minutes.Running{Right: []minutes.Piece{{Text: "Page "}, {Field: minutes.PageNumber}, {Text: " of "}, {Field: minutes.PageCount}}},
		Blocks: []minutes.Block{minutes.Title{Lines: lines}},
	}
	if len(l.Rows) == 0 {
		d.Blocks = append(d.Blocks, minutes.Paragraph{Text: []model.Span{{Text: noActions}}})
	} else {
		d.Blocks = append(d.Blocks, l.table())
	}
	return d
}

// printed are the columns of a document, and how much room each asks for.
var printed = []struct{ column, room int }{
	{colNumber, 7}, {colBody, 14}, {colMeeting, 13}, {colAction, 38}, {colOwner, 16}, {colDue, 14}, {colForum, 14}, {colState, 14}, {colNote, 18},
}

// table is the table of a document.
func (l Log) table() minutes.Table {
	place := map[int]int{}
	for i, c := range l.wanted() {
		place[c] = i
	}
	t := minutes.Table{Caption: "Action log", Summary: "Each action with its number, who is to do it, when it is due and what became of it"}
	if l.style.Log != nil {
		t.Caption = oneLine(l.style.Log.Heading)
	}
	var shown []int
	var rooms, all int
	for _, p := range printed {
		if _, ok := place[p.column]; !ok || l.empty(p.column, place) {
			continue
		}
		shown, all = append(shown, p.column), all+p.room
		t.Head = append(t.Head, l.column(p.column).Head)
	}
	for _, p := range printed {
		for _, c := range shown {
			if c == p.column {
				share := p.room * 100 / all
				t.Shares, rooms = append(t.Shares, share), rooms+share
			}
		}
	}
	for i, c := range shown {
		if c == colAction {
			t.Shares[i] += 100 - rooms
		}
	}
	for _, row := range l.Rows {
		var cells [][]model.Span
		for _, c := range shown {
			cells = append(cells, []model.Span{{Text: words(row, c, place)}})
		}
		t.Rows = append(t.Rows, minutes.Row{Cells: cells})
	}
	return t
}

// empty says whether nothing stands in a column that a log can do without.
func (l Log) empty(column int, place map[int]int) bool {
	if column != colForum && column != colNote {
		return false
	}
	for _, row := range l.Rows {
		if row[place[column]].Text != "" {
			return false
		}
	}
	return true
}

// words are what a document says in a column, with the day that belongs there.
func words(row Row, column int, place map[int]int) string {
	c := row[place[column]]
	text := c.Text
	switch column {
	case colNumber:
		return strconv.Itoa(c.Number)
	case colMeeting:
		return c.Day.Long()
	case colDue:
		if day := row[place[colDueDay]].Day; day.Valid() && day.Long() != text {
			text += " (" + day.Long() + ")"
		}
	case colState:
		if day := row[place[colSince]].Day; day.Valid() {
			text += ", " + day.Long()
		}
	}
	return text
}
