package recognise

import (
	"fmt"
	"strings"
	"testing"

	"minutebook/model/minutes/read"
)

// TestLongContents holds that what stands behind a list of contents, however
// long, is the head of the minutes all the same.
func TestLongContents(t *testing.T) {
	var s strings.Builder
	s.WriteString("# Quay Board minutes - 3 May 2022\n\n## Contents\n\n")
	const items = 250
	for i := range items {
		fmt.Fprintf(&s, "- [Matter %d](#i%[1]d)\n", i+1)
	}
	s.WriteString("\nVenue: The Old Mill\n\nOpened: 6 pm\n\n## Present\n\nAnn Moss, Chair\n\nBen Rook, Clerk\n\n")
	for i := range items {
		fmt.Fprintf(&s, "## %d. Matter %[1]d\n\nThe Clerk reported.\n\n", i+1)
	}
	d, err := read.File("minutes.md", []byte(s.String()))
	if err != nil {
		t.Fatal(err)
	}
	m := Meeting(d, Options{}).Meeting
	if len(m.Items) != items || len(m.Attendees) != 2 || m.Venue != "The Old Mill" || m.Started != "18:00" {
		t.Errorf("%d items, %d attendees, at %q, begun at %q", len(m.Items), len(m.Attendees), m.Venue, m.Started)
	}
}
