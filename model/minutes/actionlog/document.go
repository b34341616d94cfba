package actionlog

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

// noActions is the sentence of a log that has none.
const noActions = "There are no actions."

// Document is the log as a document: a title and one table. It has fewer
// columns than a spreadsheet: what belongs together stands together.
func (l Log) Document() minutes.Document {
	lines := []string{l.Title}
	if l.across && l.Day.Valid() {
		lines = append(lines, l.Day.Long())
	}
	d := minutes.Document{
		Title: l.Title, Body: l.Body, Occasion: "Action log", Date: l.Day, Language: l.Language, Skip: l.style.Words.Skip, Look: l.style.Look.Legible(),
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

// printed are the columns of a document, which has less room than a
// spreadsheet, and how much each asks for.
var printed = []struct{ column, room int }{{colNumber, 9}, {colMeeting, 15}, {colAction, 35}, {colOwner, 21}, {colDue, 17}, {colState, 18}}

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
	all, rest := 0, 100
	for _, p := range printed {
		if _, ok := place[p.column]; ok {
			all += p.room
		}
	}
	action := 0
	for _, p := range printed {
		if _, ok := place[p.column]; !ok {
			continue
		}
		if p.column == colAction {
			action = len(t.Shares)
		}
		share := p.room * 100 / all
		rest -= share
		t.Head, t.Shares = append(t.Head, l.column(p.column).Head), append(t.Shares, share)
	}
	t.Shares[action] += rest
	for _, row := range l.Rows {
		r := printedRow{row, place}
		var cells [][]model.Span
		for _, p := range printed {
			if _, ok := place[p.column]; ok {
				cells = append(cells, []model.Span{{Text: r.words(p.column)}})
			}
		}
		t.Rows = append(t.Rows, minutes.Row{Cells: cells})
	}
	return t
}

// printedRow is a row with the places of its columns.
type printedRow struct {
	row   Row
	place map[int]int
}

func (r printedRow) at(column int) Cell {
	if i, ok := r.place[column]; ok {
		return r.row[i]
	}
	return Cell{}
}

// words are what a document says in a column, with what belongs there of the
// columns that it has not.
func (r printedRow) words(column int) string {
	switch column {
	case colNumber:
		return r.at(colNumber).Count()
	case colMeeting:
		return joined(", ", r.at(colBody).Text, r.at(colMeeting).Day.Long())
	case colDue:
		words := dated(r.at(colDue).Text, r.at(colDueDay).Day)
		if forum := r.at(colForum).Text; forum != "" && !strings.Contains(words, forum) {
			words = joined("; ", words, "report to "+forum)
		}
		return words
	case colState:
		return joined(": ", joined(", ", r.at(colState).Text, r.at(colSince).Day.Long()), strings.TrimRight(r.at(colNote).Text, ". "))
	}
	return r.at(column).Text
}

// joined are the parts that there are, with between between them.
func joined(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), between)
}

// dated is when something is due as it was worded, with the year or the day
// where the words leave it out.
func dated(words string, day model.Date) string {
	if !day.Valid() {
		return words
	}
	full := day.Long()
	short := full[:strings.LastIndexByte(full, ' ')]
	_, month, _ := strings.Cut(short, " ")
	switch {
	case strings.Contains(words, full):
		return words
	case strings.Contains(words, short):
		return strings.Replace(words, short, full, 1)
	case strings.Contains(words, month) && strings.Contains(words, full[len(short)+1:]):
		return words // in October 2022
	}
	return joined(" ", words, "("+full+")")
}
