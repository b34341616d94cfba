package bring

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// wordOf is a Word file of minutes with so many items, of which seven take five
// pages.
func wordOf(b *testing.B, items int) []byte {
	b.Helper()
	var s strings.Builder
	s.WriteString("/body Quay and Harbour Board\n/date 3 March 2022\n/present Ann Moss, Chair\n/present Ben Rook, Clerk\n/present Ida Kerr, Harbour Master\n\n")
	for p := range items {
		fmt.Fprintf(&s, "# Matter number %d\n", p+1)
		for range 9 {
			s.WriteString("The Clerk reported on the state of the quay, of the lamps and of the rents that were due from the boats, and the Board discussed what was to be done in spring.\n")
		}
		s.WriteString("The Board:\n- noted the report;\n- asked for the figures of the year before.\na: Ben Rook to write to the harbour office by 27 June.\nd: To mend the lamps.\n\n")
	}
	m, err := quick.ReadScript("long", []byte(s.String()), model.Meeting{ID: "long", State: model.Draft}, quick.Options{NewID: ids()})
	if err != nil {
		b.Fatal(err)
	}
	style, err := minutes.LoadStyle(minutes.DefaultStyle)
	if err != nil {
		b.Fatal(err)
	}
	data, err := export.Bytes(".docx", export.Input{Meeting: m, Style: style, Audience: minutes.Full})
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// BenchmarkWordFile brings in a Word file of two hundred pages: it is read,
// recognised and made into what the book keeps. Taking its XML apart, which any
// reader does, is what that is held against.
func BenchmarkWordFile(b *testing.B) {
	const pages, items = 200, 280
	data := wordOf(b, items)
	b.Run(fmt.Sprintf("%d pages", pages), func(b *testing.B) {
		for b.Loop() {
			d, err := read.File("2022-03-03.docx", data)
			if err != nil {
				b.Fatal(err)
			}
			p := Prepare(d, NewKnown(nil, nil, nil, nil))
			p.Take(0)
			if _, m, err := p.Batch(ids(), "2026-11-22T12:00:00Z"); err != nil || len(m.Items) != items || len(m.Attendees) != 3 {
				b.Fatalf("%d items, %d attendees: %v", len(m.Items), len(m.Attendees), err)
			}
		}
	})
	b.Run("against=taking the XML apart", func(b *testing.B) {
		for b.Loop() {
			takeApart(b, data)
		}
	})
}

// takeApart goes through the XML of the text of a Word file.
func takeApart(b *testing.B, data []byte) {
	b.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		b.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		b.Fatal(err)
	}
	for d := xml.NewDecoder(f); ; {
		if _, err := d.RawToken(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			b.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}
