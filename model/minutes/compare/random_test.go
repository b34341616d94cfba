package compare_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/quick"
)

// sample is one of the invented meetings.
func sample(t rapid.TB, name, prefix string) model.Meeting {
	t.Helper()
	data, err := os.ReadFile("../../../assets/samples/" + name + ".minutes")
	if err != nil {
		t.Fatal(err)
	}
	return read(t, string(data), prefix)
}

func read(t rapid.TB, script, prefix string) model.Meeting {
	t.Helper()
	n := 0
	m, err := quick.ReadScript("test", []byte(script), model.Meeting{ID: "m"}, quick.Options{NewID: func() model.ID {
		n++
		return model.ID(fmt.Sprintf("%s%03d", prefix, n))
	}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var awkward = []string{"the annual report", "a & b < c", "**bold** words", "*leaning*", "[a page](https://example.org/a?b=c&d)", "[another](https://example.org/z)",
	"two\nlines", "tab\there", "שלום", "by 4 July 2026", "", "1,250", "e\u0301", "The Board noted it."}

// edited is the meeting after some edits, each of which makes sense.
func edited(t *rapid.T, m model.Meeting) model.Meeting {
	for n := range rapid.IntRange(0, 8).Draw(t, "edits") {
		if next, _, err := m.With(edit(t, m, n)); err == nil {
			m = next
		}
	}
	return m
}

func edit(t *rapid.T, m model.Meeting, n int) model.Change {
	var items, entries, people []model.ID
	for _, it := range m.Items {
		items = append(items, it.ID)
		for _, e := range it.Entries {
			entries = append(entries, e.ID)
		}
	}
	for _, a := range m.Attendees {
		people = append(people, a.ID)
	}
	pick := func(ids []model.ID) model.ID {
		return rapid.SampledFrom(append(slices.Clone(ids), "none")).Draw(t, "id")
	}
	words := rapid.SampledFrom(awkward).Draw(t, "words")
	entry, _, _ := m.Entry(pick(entries))
	id := model.ID(fmt.Sprintf("new%d", n))
	switch rapid.IntRange(0, 15).Draw(t, "edit") {
	case 0, 1, 2:
		entry.Text = reworded(t, entry.Text, words)
		return model.SetEntry{Entry: entry}
	case 3:
		return model.DeleteEntry{ID: entry.ID}
	case 4, 5:
		kind := rapid.SampledFrom([]model.EntryKind{model.Paragraph, model.Bullet, model.Heading, model.Decision, model.Action, model.Interest}).Draw(t, "kind")
		return model.AddEntry{Item: pick(items), After: rapid.SampledFrom([]model.ID{model.Last, "", entry.ID}).Draw(t, "after"), Entry: model.Entry{ID: id, Kind: kind, Text: words + " added"}}
	case 6, 7:
		return model.MoveEntry{ID: entry.ID, Item: pick(items), After: pick(append(entries, ""))}
	case 8:
		return model.AddItem{Item: model.Item{ID: id, Title: "New " + words}, After: pick(append(items, ""))}
	case 9:
		return model.MoveItem{ID: pick(items), After: pick(append(items, ""))}
	case 10:
		return model.DeleteItem{ID: pick(items)}
	case 11:
		return model.SetItem{ID: pick(items), Fact: rapid.SampledFrom([]model.ItemFact{model.ItemTitle, model.ItemReference, model.ItemOutcome, model.ItemPresenter}).Draw(t, "fact"), Value: "about " + strings.ReplaceAll(words, "\n", " ")}
	case 12:
		return model.AddAttendee{Attendee: model.Attendee{ID: id, Name: "Name " + strings.ReplaceAll(words, "\n", " "), Mark: model.Present}, After: model.Last}
	case 13:
		return model.MoveAttendee{ID: pick(people), After: pick(append(people, ""))}
	case 14:
		return model.SetFact{Fact: model.FactVenue, Value: "Room " + strings.ReplaceAll(words, "\n", " ")}
	}
	return model.RemoveAttendee{ID: pick(people)}
}

// reworded is a text with words put in the place of some.
func reworded(t *rapid.T, text, words string) string {
	parts := strings.Split(text, " ")
	from := rapid.IntRange(0, len(parts)).Draw(t, "from")
	to := rapid.IntRange(from, len(parts)).Draw(t, "to")
	return strings.Join(slices.Concat(parts[:from], []string{words}, parts[to:]), " ")
}
