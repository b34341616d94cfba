package docx

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/gomutex/godocx"

	"minutebook/model"
	"minutebook/model/minutes"
)

// long is a document of so many paragraphs and rows.
func long(paragraphs, rows int) minutes.Document {
	d := document("DRAFT")
	for i := range paragraphs {
		item, para := i/20+1, i%20+1
		if para == 1 {
			d.Blocks = append(d.Blocks, minutes.Heading{Level: 2, Label: minutes.Label{Printed: fmt.Sprint(item, "."), Path: []int{item}}, Text: plain("Business"), Anchor: fmt.Sprint("item-", item)})
		}
		d.Blocks = append(d.Blocks, minutes.Paragraph{Label: minutes.Label{Printed: fmt.Sprintf("%d.%d.", item, para), Path: []int{item, para}}, Anchor: fmt.Sprint("entry-", i), Text: []model.Span{
			{Text: fmt.Sprintf("Paragraph %d: the Board considered the report before it, asked about the ", i)}, {Text: "figures", Bold: true}, {Text: " of the quarter and noted that officers would come back to the point."}}})
	}
	t := minutes.Table{Caption: "Log", Summary: "All actions.", Head: []string{"No", "Action", "Owner", "Due"}, Shares: []int{10, 54, 18, 18}}
	for i := range rows {
		t.Rows = append(t.Rows, minutes.Row{Cells: [][]model.Span{plain(fmt.Sprint(i + 1)), plain("The officers to report on the point."), plain("Officers"), plain("27 June 2026")}})
	}
	d.Blocks = append(d.Blocks, t)
	return d
}

func BenchmarkWrite(b *testing.B) {
	d := long(2000, 500)
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(&bytes.Buffer{}, d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGrowth is the time for a paragraph in ever longer documents.
func BenchmarkGrowth(b *testing.B) {
	for _, n := range []int{2000, 8000, 32000} {
		d := long(n, n/4)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if err := Write(&bytes.Buffer{}, d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/paragraph")
		})
	}
}

// BenchmarkPlainGodocx writes the words of the same document with godocx
// alone: no styles of ours, bookmarks, numbers or parts.
func BenchmarkPlainGodocx(b *testing.B) {
	d := long(2000, 500)
	b.ReportAllocs()
	for b.Loop() {
		root, err := godocx.NewDocument()
		if err != nil {
			b.Fatal(err)
		}
		for _, block := range d.Blocks {
			switch block := block.(type) {
			case minutes.Heading:
				if _, err := root.AddHeading(model.Words(block.Text), 1); err != nil {
					b.Fatal(err)
				}
			case minutes.Paragraph:
				p := root.AddEmptyParagraph()
				for _, s := range block.Text {
					p.AddText(s.Text).Bold(s.Bold)
				}
			case minutes.Table:
				t := root.AddTable()
				for _, r := range block.Rows {
					row := t.AddRow()
					for _, c := range r.Cells {
						row.AddCell().AddParagraph(model.Words(c))
					}
				}
			}
		}
		if err := root.Write(&bytes.Buffer{}); err != nil {
			b.Fatal(err)
		}
	}
}
