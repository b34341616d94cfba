//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"github.com/gomutex/godocx"
	godocxdocx "github.com/gomutex/godocx/docx"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
)

// write writes the content of a JSON file as a Word file, with our own writer
// or with plain godocx.
func write(writer, from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var c content
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	var out bytes.Buffer
	switch writer {
	case "minutebook":
		err = ours(&out, c)
	case "godocx":
		err = plainGodocx(&out, c)
	default:
		return fmt.Errorf("there is no writer %q", writer)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(to, out.Bytes(), 0o600)
}

func ours(out *bytes.Buffer, c content) error {
	style, err := minutes.LoadStyle(minutes.DefaultStyle)
	if err != nil {
		return err
	}
	d := minutes.Document{Title: c.Title, Body: "Quay Board", Occasion: "Meeting of 3 March 2026", Date: "2026-03-03", Language: "en-GB", Mark: "DRAFT", Look: style.Look,
		Blocks: []minutes.Block{minutes.Title{Lines: []string{c.Title}}}}
	for _, p := range c.Paragraphs {
		var text []model.Span
		if p.Label != "" {
			text = append(text, model.Span{Text: p.Label + " ", Bold: true})
		}
		d.Blocks = append(d.Blocks, minutes.Paragraph{Text: append(text, model.Span{Text: p.Text})})
	}
	if len(c.Rows) > 0 {
		t := minutes.Table{Caption: "Actions", Summary: "The actions", Head: c.Head, Shares: []int{10, 54, 18, 18}}
		for _, r := range c.Rows {
			row := minutes.Row{}
			for _, cell := range r {
				row.Cells = append(row.Cells, []model.Span{{Text: cell}})
			}
			t.Rows = append(t.Rows, row)
		}
		d.Blocks = append(d.Blocks, t)
	}
	return docx.Write(out, d)
}

func plainGodocx(out *bytes.Buffer, c content) error {
	d, err := godocx.NewDocument()
	if err != nil {
		return err
	}
	if _, err := d.AddHeading(c.Title, 0); err != nil {
		return err
	}
	for _, p := range c.Paragraphs {
		to := d.AddEmptyParagraph()
		if p.Label != "" {
			to.AddText(p.Label + " ").Bold(true)
		}
		to.AddText(p.Text)
	}
	if len(c.Rows) > 0 {
		t := d.AddTable()
		addRow(t, c.Head)
		for _, r := range c.Rows {
			addRow(t, r)
		}
	}
	return d.Write(out)
}

func addRow(t *godocxdocx.Table, cells []string) {
	row := t.AddRow()
	for _, cell := range cells {
		row.AddCell().AddParagraph(cell)
	}
}
