package returned_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// edited is the meeting after some edits such as a chair makes in Word.
func edited(t *rapid.T, m model.Meeting) model.Meeting {
	for n := range rapid.IntRange(0, 6).Draw(t, "edits") {
		if next, _, err := m.With(edit(t, m, n)); err == nil {
			m = next
		}
	}
	return m
}

var said = []string{"the annual report", "a & b < c", "**bold** words", "*leaning*", "[a page](https://example.org/a?b=c&d)", "two\nlines",
	"by 4 July 2026", "1,250 tonnes", "The Board noted it.", "(see page 3)", "* no mark", "5 * 3"}

func edit(t *rapid.T, m model.Meeting, n int) model.Change {
	var items, entries, people []model.ID
	some, posts := false, len(m.Attendees) > 3 // without any the table of those who attended has no column for them
	for _, it := range m.Items {
		items = append(items, it.ID)
		for _, e := range it.Entries {
			if e.Text != "" && e.Kind != model.Private && e.Kind != model.VoteTaken && e.Kind != model.Interest {
				entries = append(entries, e.ID)
			}
		}
	}
	for _, a := range m.Attendees {
		people = append(people, a.ID)
		some = some || a.Post != "" && a.Capacity == model.Member && a.Mark == model.Present
	}
	posts = posts && some
	pick := func(list []model.ID) model.ID { return rapid.SampledFrom(append(list, "none")).Draw(t, "which") }
	words := rapid.SampledFrom(said).Draw(t, "words")
	id := model.ID("added" + string(rune('a'+n)))
	flat := strings.ReplaceAll(model.Plain(words), "\n", " ")
	switch rapid.IntRange(0, 13).Draw(t, "edit") {
	case 0, 1, 2, 3:
		e, _, ok := m.Entry(pick(entries))
		if !ok {
			return model.Many{}
		}
		return model.SetEntry{Entry: quick.Reword(quick.Context{Meeting: m}, e, reworded(t, e.Text, words))}
	case 4:
		return model.DeleteEntry{ID: pick(entries)}
	case 5, 6:
		kind := rapid.SampledFrom([]model.EntryKind{model.Paragraph, model.Bullet, model.Action, model.Decision}).Draw(t, "kind")
		return model.AddEntry{Item: pick(items), After: pick(append(entries, "")), Entry: model.Entry{ID: id, Kind: kind, Text: "Added " + words}}
	case 7:
		return model.MoveEntry{ID: pick(entries), Item: pick(items), After: pick(append(entries, ""))}
	case 8:
		return model.AddItem{Item: model.Item{ID: id, Title: "New " + flat}, After: pick(append(items, ""))}
	case 9:
		if items[0] == m.Items[0].ID && m.Items[0].Opening() {
			items = items[1:]
		}
		return model.SetItem{ID: pick(items), Fact: model.ItemTitle, Value: "About " + flat}
	case 10:
		if len(people) == 0 || !posts {
			return model.Many{}
		}
		return model.AddAttendee{Attendee: model.Attendee{ID: id, Name: "Wren Added", Post: "Clerk of Works", Mark: model.Present}, After: model.Last}
	case 11:
		if !posts {
			return model.Many{}
		}
		a, _ := m.Attendee(pick(people))
		a.Post = rapid.SampledFrom([]string{"Vice Chair", "Deputy " + a.Post}).Draw(t, "post")
		return model.SetAttendee{Attendee: a}
	case 12:
		if m.Venue == "" {
			return model.Many{}
		}
		return model.SetFact{Fact: model.FactVenue, Value: "Room 12"}
	}
	if !posts {
		return model.Many{}
	}
	return model.RemoveAttendee{ID: pick(people)}
}

// reworded is a text with words put in the place of some.
func reworded(t *rapid.T, text, words string) string {
	parts := strings.Split(text, " ")
	from := rapid.IntRange(0, len(parts)).Draw(t, "from")
	to := rapid.IntRange(from, min(from+3, len(parts))).Draw(t, "to")
	return strings.Join(slices.Concat(parts[:from], []string{words}, parts[to:]), " ")
}

// printed are the words of a meeting's file, without numbers: a new action is
// numbered when it is accepted.
func printed(t rapid.TB, m model.Meeting, s minutes.Style, a minutes.Audience) []string {
	var lines []string
	for _, b := range opened(t, written(t, m, s, a)).Blocks {
		if b.Kind != read.Header && b.Kind != read.Footer && !strings.HasPrefix(strings.ToLower(b.Style), "toc") {
			lines = append(lines, numberless(b.Text()))
		}
	}
	return lines
}

func numberless(text string) string {
	words := strings.Fields(text)
	if len(words) > 1 && words[0] == "Action" {
		words[1] = "n:"
	}
	return strings.Join(words, " ")
}

// Whatever is edited, accepting all that is proposed gives the edited words.
func TestAcceptingAllGivesTheEditedWords(t *testing.T) {
	t.Parallel()
	meetings := invented(t)
	delete(meetings, "bare.txtar") // which has no agenda that anything could be edited in
	names := slices.Sorted(maps.Keys(meetings))
	rapid.Check(t, func(t *rapid.T) {
		m := meetings[rapid.SampledFrom(names).Draw(t, "meeting")]
		now := edited(t, m)
		s := style(t, rapid.SampledFrom(minutes.StyleNames()).Draw(t, "style"))
		d := opened(t, written(t, now, s, minutes.Full))
		if rapid.IntRange(0, 4).Draw(t, "marks") == 0 { // as after a trip through a program that drops bookmarks
			for i := range d.Blocks {
				d.Blocks[i].Bookmarks = nil
			}
		}
		r := found(t, d, m, m)
		got := accepted(t, m, r.Proposals)
		want, have := printed(t, now, s, minutes.Full), printed(t, got, s, minutes.Full)
		for i := range max(len(want), len(have)) {
			if i >= len(want) || i >= len(have) || want[i] != have[i] {
				t.Fatalf("in %s, line %d:\n%q\nwant\n%q\nafter\n%s", s.Name, i, have[min(i, len(have)):min(i+3, len(have))], want[min(i, len(want)):min(i+3, len(want))], listed(r))
			}
		}
	})
}
