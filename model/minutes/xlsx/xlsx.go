// Package xlsx writes an action log as a spreadsheet. It is the only package
// that knows the library for that.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"minutebook/model"
	"minutebook/model/minutes/actionlog"
)

const sheet = "Actions"

// The numbers of paper sizes and of the cell format "text".
const (
	paperLetter = 1
	paperA4     = 9
	formatText  = 49
)

// Options are what a spreadsheet has beyond its words.
type Options struct {
	// Letter prints on US Letter and not on A4.
	Letter bool
	// Font of all cells, "" for the usual one.
	Font string
	// Accent is the ground of the heads, as six hexadecimal digits.
	Accent string
}

// Write writes the log. Text is text, whatever it begins with: there is no
// formula in the file. The same log gives the same bytes. The error is w's or
// the library's.
func Write(w io.Writer, l actionlog.Log, o Options) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	b := book{f: f, l: l, o: o}
	for _, step := range []func() error{b.properties, b.styles, b.page, b.heads, b.rows, b.table} {
		if err := step(); err != nil {
			return fmt.Errorf("make the spreadsheet: %w", err)
		}
	}
	var raw bytes.Buffer
	if _, err := f.WriteTo(&raw); err != nil {
		return err
	}
	return tidy(w, raw.Bytes())
}

// book is a spreadsheet in the making.
type book struct {
	f *excelize.File
	l actionlog.Log
	o Options
	// formats are the formats of cells by what they hold.
	formats map[actionlog.Kind]int
	// head is the format of the heads.
	head int
}

// properties says whose the file is and what it is. Nothing in it comes from
// the computer it was made on, or from the hour.
func (b *book) properties() error {
	day := b.l.Day
	if !day.Valid() {
		day = "2000-01-01"
	}
	at := string(day) + "T00:00:00Z"
	if err := b.f.SetDocProps(&excelize.DocProperties{Title: b.l.Title, Creator: b.l.Body, LastModifiedBy: b.l.Body, Language: b.l.Language, Created: at, Modified: at}); err != nil {
		return err
	}
	if err := b.f.SetAppProps(&excelize.AppProperties{Application: "Minutebook"}); err != nil {
		return err
	}
	return b.f.SetSheetName("Sheet1", sheet)
}

// styles makes the formats of cells: words wrap and stand at the top, and days
// are days that can be sorted and reckoned with.
func (b *book) styles() error {
	font := &excelize.Font{Family: b.o.Font, Size: 11}
	days := "d mmm yyyy"
	b.formats = map[actionlog.Kind]int{}
	for _, one := range []struct {
		kind  actionlog.Kind
		style excelize.Style
	}{
		{actionlog.Words, excelize.Style{NumFmt: formatText}},
		{actionlog.Count, excelize.Style{NumFmt: 1}},
		{actionlog.Day, excelize.Style{CustomNumFmt: &days}},
	} {
		one.style.Font = font
		one.style.Alignment = &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: one.kind == actionlog.Words}
		n, err := b.f.NewStyle(&one.style)
		if err != nil {
			return err
		}
		b.formats[one.kind] = n
	}
	b.formats[actionlog.Label] = b.formats[actionlog.Words]
	head := excelize.Style{NumFmt: formatText, Font: &excelize.Font{Family: b.o.Font, Size: 11, Bold: true, Color: "FFFFFF"},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{b.o.Accent}},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "left", WrapText: true}}
	var err error
	b.head, err = b.f.NewStyle(&head)
	return err
}

// page sets how the sheet is shown and printed: the heads stay in sight and
// stand on every page, which is as wide as the table.
func (b *book) page() error {
	paper, landscape, wide, high, fit := paperA4, "landscape", 1, 0, true
	if b.o.Letter {
		paper = paperLetter
	}
	if err := b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&L" + headerWords(b.l.Title), OddFooter: "&RPage &P of &N"}); err != nil {
		return err
	}
	if err := b.f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}}); err != nil {
		return err
	}
	return b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$1:$1", Scope: sheet})
}

// longestHeader is how many characters of the title stand at the head of a
// printed page; there is room for 255 with the marks among them.
const longestHeader = 100

// headerWords are words for the head of a page, where an ampersand is a mark.
func headerWords(s string) string {
	if r := []rune(s); len(r) > longestHeader {
		s = string(r[:longestHeader])
	}
	return strings.ReplaceAll(s, "&", "&&")
}

// heads writes the row of heads and gives the columns their widths.
func (b *book) heads() error {
	for i, c := range b.l.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.f.SetColWidth(sheet, name, name, float64(c.Wide)); err != nil {
			return err
		}
		if err := b.f.SetCellStr(sheet, name+"1", c.Head); err != nil {
			return err
		}
		if err := b.f.SetCellStyle(sheet, name+"1", name+"1", b.head); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) rows() error {
	for i, row := range b.l.Rows {
		for j, c := range row {
			at, err := excelize.CoordinatesToCellName(j+1, i+2)
			if err != nil {
				return err
			}
			kind := b.l.Columns[j].Kind
			if err := b.cell(at, kind, c); err != nil {
				return err
			}
			if err := b.f.SetCellStyle(sheet, at, at, b.formats[kind]); err != nil {
				return err
			}
		}
		if err := b.f.SetRowHeight(sheet, i+2, b.height(row)); err != nil {
			return err
		}
	}
	return nil
}

const (
	// lineHeight is the height of one line in points, mostLines how many a row
	// may show: a spreadsheet takes rows up to 409 points high.
	lineHeight = 15
	mostLines  = 27
	// roomy is how much more room words take than their characters, because
	// lines end with whole words.
	roomy = 1.15
)

// height is that of a row in which every word can be read. Not every program
// works it out by itself.
func (b *book) height(row actionlog.Row) float64 {
	lines := 1
	for i, c := range row {
		n := 0
		for _, line := range strings.Split(c.Text, "\n") {
			n += max(1, int(math.Ceil(float64(utf8.RuneCountInString(line))*roomy/float64(b.l.Columns[i].Wide))))
		}
		lines = max(lines, n)
	}
	return float64(lineHeight * min(lines, mostLines))
}

// escaped is what a spreadsheet reads as one character: _x000D_ as the end of a
// line. An escaped underscore before it keeps it as it is.
var escaped = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// cell writes one cell; one with nothing in it stays empty.
func (b *book) cell(at string, kind actionlog.Kind, c actionlog.Cell) error {
	switch kind {
	case actionlog.Words, actionlog.Label:
		if c.Text != "" {
			return b.f.SetCellStr(sheet, at, escaped.ReplaceAllString(c.Text, "_x005F_$1"))
		}
	case actionlog.Count:
		if c.Text != "" {
			return b.f.SetCellStr(sheet, at, c.Text)
		}
		if c.Number != 0 {
			return b.f.SetCellInt(sheet, at, int64(c.Number))
		}
	case actionlog.Day:
		if c.Day.Valid() {
			return b.day(at, c.Day)
		}
	}
	return nil
}

// firstDay is the first that a spreadsheet can reckon with.
const firstDay = "1900-03-01"

func (b *book) day(at string, d model.Date) error {
	if d < firstDay {
		return b.f.SetCellStr(sheet, at, d.Long())
	}
	return b.f.SetCellValue(sheet, at, d.Time())
}

// table makes a table of it, so that it can be filtered and sorted by its
// heads. It has one empty row where there are no actions.
func (b *book) table() error {
	last, err := excelize.CoordinatesToCellName(len(b.l.Columns), max(len(b.l.Rows), 1)+1)
	if err != nil {
		return err
	}
	if err := b.f.SetSheetDimension(sheet, "A1:"+last); err != nil {
		return err
	}
	striped := true
	return b.f.AddTable(sheet, &excelize.Table{Range: "A1:" + last, Name: sheet, StyleName: "TableStyleLight1", ShowRowStripes: &striped})
}
