package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"minutebook/model"
	"minutebook/model/minutes"
)

// everything is a document with every block and every fact of each.
func everything() minutes.Document {
	report := "The Board considered the report of the Harbour Master on the north quay, asked about the figures of the last quarter, and noted that officers would come back with a plan for its repair."
	d := document("DRAFT",
		minutes.Title{Lines: []string{"Harbour Oversight Board", "Minutes of the meeting of 3 March 2026"}},
		minutes.Facts{Rows: []minutes.Fact{{Label: "Venue", Text: plain("Room 4")}, {Label: "Time", Text: plain("10:00 to 12:00")}}},
		minutes.Contents{Heading: "Contents", Anchor: "contents", Pages: true, Links: []minutes.Link{{Text: "The quay", Target: "item-1"}, {Text: "The boats", Target: "item-2"}, {Text: "Action log", Target: "part-log"}}},
		minutes.Heading{Level: 2, Text: plain("Attendance"), Anchor: "part-people"},
		minutes.Heading{Level: 3, Text: plain("Present")},
		minutes.Heading{Level: 4, Text: plain("Trustees")},
		minutes.People{Names: []minutes.Name{{Text: plain("Ann Zelenka (Chair)"), Anchor: "person-a"}, {Text: plain("Bo Little"), Anchor: "person-b"}}},
		minutes.People{Running: true, Names: []minutes.Name{{Text: plain("Cy Young"), Anchor: "person-c"}, {Text: plain("Di Old"), Anchor: "person-d"}}},
		minutes.Table{Caption: "Attendance", Summary: "Who was there.", Head: []string{"Name", "Post"}, Shares: []int{60, 40}, Rows: []minutes.Row{{Cells: [][]model.Span{plain("Ed Green"), nil}, Anchor: "person-e"}}},
		minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1.", Path: []int{1}}, Text: plain("The quay"), Anchor: "item-1"},
		minutes.Paragraph{Label: minutes.Label{Printed: "1.1.", Path: []int{1, 1}}, Text: []model.Span{{Text: "See "}, {Text: "the report", Address: "https://example.org/report?a=1&b=2"}, {Text: ", "}, {Text: "at length", Bold: true, Italic: true}, {Text: "."}}, Anchor: "entry-11"},
		minutes.Paragraph{Label: minutes.Label{Printed: "1.2.", Path: []int{1, 2}}, Text: plain("The Board:"), Anchor: "entry-12"},
		minutes.List{Points: []minutes.Point{
			{Text: plain("noted the report"), Anchor: "entry-13", Under: []minutes.Block{minutes.Action{Name: "Action 1:", Text: plain("to write"), Margin: plain("Clerk"), Anchor: "entry-14"}}},
			{Text: plain("and its annex"), Level: 1, Anchor: "entry-15"}}},
		minutes.Action{Name: "Action 2:", Text: plain(report), Margin: plain("Harbour Master\nby 27 June 2026"), Anchor: "entry-16"},
		minutes.Action{Name: "Action 3", Row: "row-3", Anchor: "entry-17"},
		minutes.Paragraph{Role: minutes.Outcome, Text: plain("Agreed.")},
		minutes.Heading{Level: 2, Label: minutes.Label{Printed: "5.", Path: []int{5}}, Text: plain("The boats"), Anchor: "item-2"},
		minutes.Resolution{Motion: true, Label: minutes.Label{Printed: "5.1.", Path: []int{5, 1}}, Name: "Motion:", Text: plain("That the boats be counted."), Detail: plain("Moved by A. Smith."), Anchor: "entry-21"},
		minutes.Vote{Name: "Vote:", Text: plain("For 2, against 1."), Names: []minutes.Fact{{Label: "For", Text: plain("A, B")}, {Label: "Against", Text: plain("C")}}, Anchor: "entry-22"},
		minutes.Resolution{Name: "RESOLVED", Text: plain("to count the boats."), Anchor: "entry-23"},
		minutes.Stub{Label: minutes.Label{Printed: "5.2.", Path: []int{5, 2}}, Text: plain("Not published."), Anchor: "entry-24"},
		minutes.Heading{Level: 2, Label: minutes.Label{Printed: "1.2.3.4.5"}, Text: plain("A deep reference"), Anchor: "item-3"},
		minutes.Paragraph{Label: minutes.Label{Printed: "1.2.3.4.5.1"}, Text: plain("שלום"), Anchor: "entry-31"},
	)
	for i := range 8 {
		d.Blocks = append(d.Blocks, minutes.Paragraph{Text: plain(report), Anchor: fmt.Sprint("entry-4", i)})
	}
	log := minutes.Table{Caption: "Action log", Summary: "Every action: number, words, owner, due.", Head: []string{"No", "Action", "Owner", "Due"}, Shares: []int{10, 54, 18, 18}}
	for i := range 30 {
		log.Rows = append(log.Rows, minutes.Row{Cells: [][]model.Span{plain(itoa(i + 1)), plain("To write about the quay."), plain("Clerk"), plain("27 June 2026")}, Anchor: fmt.Sprint("row-", i+1)})
	}
	d.Blocks = append(d.Blocks, minutes.Heading{Level: 2, Text: plain("Action log"), Anchor: "part-log"}, log,
		minutes.Signature{Text: plain("Approved as a true record."), Lines: []string{"Signed (Chair)", "Date"}, Apart: true},
		minutes.BackLink{Link: minutes.Link{Text: "Back to contents", Target: "contents"}})
	d.LinesNumbered, d.Origin = true, minutes.Origin{Meeting: "k3x9abcdefgh", Version: 41}
	d.Logo = &minutes.Picture{Data: arms(), Type: "image/png", About: "The arms of the harbour", Width: 40, Height: 15}
	return d
}

// arms is a small picture.
func arms() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 80, 30))
	for x := range 80 {
		for y := range 30 {
			m.Set(x, y, color.RGBA{R: 0x1f, G: uint8(x), B: 0x64, A: 0xff})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}
