package recognise

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	house "minutebook/model/minutes"
	"minutebook/model/minutes/read"
	writer "minutebook/model/minutes/text"
)

// What random minutes are made of.
var (
	titlesOf = []string{"Welcome and apologies", "Minutes of the last meeting", "Moorings", "State of the quay wall", "Lamps along the quay", "Rents and dues", "Dredging in spring",
		"Report of the lamp keeper", "Any other business"}
	saidOf = []string{"The Trust noted the report on the lamps and thanked the keeper for it.", "The rents were talked over, which had not been raised for six years.",
		"The quay wall was inspected in the autumn and found to be sound.", "It was noted that the office would write to the tenants in spring.",
		"Visitors had asked for more benches; the cost of them was looked at.", "Boats that lay in the basin over winter were counted twice."}
	pointsOf = []string{"the lamps at the end of the pier;", "the dues for boats under six metres;", "the benches, of which two were broken.", "How the tenants are told of the works."}
)

// anyMinutes are minutes of some items with paragraphs, parts and points.
func anyMinutes() *rapid.Generator[model.Meeting] {
	return rapid.Custom(func(t *rapid.T) model.Meeting {
		m := model.Meeting{ID: "m", Body: "Harbour Trust", Date: "2022-03-03", State: model.Draft, Attendees: []model.Attendee{
			{ID: "a1", Name: "Ann Moss", Post: "Chair of the Trust", Group: "Trust", Mark: model.Present}, {ID: "a2", Name: "Ben Rook", Post: "Clerk", Group: "Trust", Mark: model.Present}}}
		titles := rapid.Permutation(titlesOf).Draw(t, "titles")
		for i := range rapid.IntRange(2, 6).Draw(t, "items") {
			it := model.Item{ID: model.ID(fmt.Sprint("i", i)), Title: titles[i]}
			add := func(kind model.EntryKind, text string) {
				it.Entries = append(it.Entries, model.Entry{ID: model.ID(fmt.Sprint("e", i, "-", len(it.Entries))), Kind: kind, Text: text})
			}
			said := rapid.Permutation(saidOf).Draw(t, "said")
			for n := range rapid.IntRange(1, 4).Draw(t, "paragraphs") {
				add(model.Paragraph, said[n])
			}
			if rapid.Bool().Draw(t, "list") {
				add(model.Paragraph, "The Trust discussed:")
				for _, p := range rapid.Permutation(pointsOf).Draw(t, "points")[:rapid.IntRange(1, 4).Draw(t, "how many")] {
					add(model.Bullet, p)
				}
			}
			m.Items = append(m.Items, it)
		}
		return m
	})
}

// TestStylesReadBack prints random minutes in every style that comes with the
// program, wrapped or not, and reads them: the same items with the same
// paragraphs and points in order, and nothing lost.
func TestStylesReadBack(t *testing.T) {
	for _, name := range house.Builtin().Names() {
		style, err := house.LoadStyle(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				want := anyMinutes().Draw(t, "minutes")
				d, err := house.Compose(want, style, house.Full)
				if err != nil {
					t.Fatal(err)
				}
				var b strings.Builder
				write := writer.WriteUnwrapped
				if rapid.Bool().Draw(t, "wrapped") {
					write = writer.Write
				}
				if err := write(&b, d); err != nil {
					t.Fatal(err)
				}
				file, err := read.File("back.txt", []byte(b.String()))
				if err != nil {
					t.Fatal(err)
				}
				f := Meeting(file, Options{})
				if words := lost(file, f); len(words) > 0 {
					t.Fatalf("lost %v of\n%s", words, b.String())
				}
				if got, want := contentsOf(f.Meeting), contentsOf(want); !slices.Equal(got, want) {
					t.Fatalf("read\n%s\nwant\n%s\nof\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"), b.String())
				}
			})
		})
	}
}

// contentsOf are the titles, paragraphs and points of minutes, in order.
func contentsOf(m model.Meeting) []string {
	var lines []string
	for _, it := range m.Items {
		if it.Opening() {
			continue
		}
		lines = append(lines, "# "+it.Title)
		for _, e := range it.Entries {
			lines = append(lines, string(e.Kind)+" "+e.Text)
		}
	}
	return lines
}
