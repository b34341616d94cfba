package recognise

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model/minutes/read"
)

// long is the text of minutes of about so many pages of forty lines.
func long(pages int) string {
	var b strings.Builder
	b.WriteString("Quay and Harbour Board\n\nMinutes of the meeting held on 3 March 2022\n\nPresent\n\nAnn Moss, Chair\n\nBen Rook, Clerk\n\n")
	for p := range pages {
		fmt.Fprintf(&b, "%d. Matter number %d\n\n", p+1, p+1)
		for n := range 9 {
			fmt.Fprintf(&b, "%d.%d. The Clerk reported on the state of the quay, of the lamps and of the rents that were due from the boats, and the Board discussed what was to be done in spring.\n\n", p+1, n+1)
		}
		b.WriteString("The Board:\n\n- noted the report;\n- asked for the figures of the year before.\n\nAction: Clerk to write to the harbour office by 27 June.\n\n")
		fmt.Fprintf(&b, "Quay and Harbour Board\n\nPage %d of %d\n\n", p+1, pages)
	}
	return b.String()
}

// BenchmarkMeeting reads minutes of 20 and of 200 pages.
func BenchmarkMeeting(b *testing.B) {
	for _, pages := range []int{20, 200} {
		d, err := read.File("long.txt", []byte(long(pages)))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%d pages", pages), func(b *testing.B) {
			for b.Loop() {
				if f := Meeting(d, Options{}); len(f.Meeting.Items) != pages {
					b.Fatalf("%d items", len(f.Meeting.Items))
				}
			}
		})
	}
}
