package find_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/find"
)

var (
	someWords = rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"silt", "silted", "Silt\u00e9", "north", "north-east", "nor", "roof", "roof,", "the", "O'Brien", "x\x00y", "7", "\u2026"}), 0, 6).Draw(t, "words"), " ")
	})
	someDate = rapid.SampledFrom([]model.Date{"2024-05-04", "2024-12-31", "2025-01-01", "2026-06-30", "", "soon"})
	someName = rapid.SampledFrom([]string{"Harbour Trust", "North Board", "Cllr O'Brien", "Roof panel", ""})
)

// drawMeeting is a meeting of any words, and what has become of its actions.
func drawMeeting(t *rapid.T, id model.ID) (model.Meeting, map[model.ID]find.Standing) {
	m := model.Meeting{ID: id, Body: someName.Draw(t, "body"), Date: someDate.Draw(t, "date"), State: rapid.SampledFrom([]model.State{model.Draft, model.Approved}).Draw(t, "state"),
		Title: someWords.Draw(t, "title"), Venue: someWords.Draw(t, "venue")}
	now := map[model.ID]find.Standing{}
	for n := range rapid.IntRange(0, 2).Draw(t, "people") {
		m.Attendees = append(m.Attendees, model.Attendee{ID: model.ID(fmt.Sprint("a", n)), Name: someName.Draw(t, "name"), Post: someWords.Draw(t, "post")})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "items") {
		it := model.Item{ID: model.ID(fmt.Sprint("i", i)), Title: someWords.Draw(t, "heading"), Outcome: someWords.Draw(t, "outcome")}
		for j := range rapid.IntRange(0, 3).Draw(t, "entries") {
			e := model.Entry{ID: model.ID(fmt.Sprint("e", i, j)), Kind: rapid.SampledFrom(model.EntryKinds).Draw(t, "kind"), Text: someWords.Draw(t, "text")}
			if e.Kind == model.Action {
				e.Action = &model.ActionFacts{Owners: []string{someName.Draw(t, "owner")}, Withdrawn: rapid.Bool().Draw(t, "withdrawn")}
				if rapid.Bool().Draw(t, "later") {
					now[e.ID] = find.Standing{Owners: []string{someName.Draw(t, "next"), "Pilots"}, State: rapid.SampledFrom(model.ActionStates).Draw(t, "state")}
				}
			}
			it.Entries = append(it.Entries, e)
		}
		m.Items = append(m.Items, it)
	}
	return m, now
}

var someQuestion = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"silt", "n", "nor", "north", "the", "roof", "obrien", "7", "z", `"north east"`, `"silt north"`, `"the roof" `, `"nor`,
		"body:trust", "body:north", "owner:obrien", "owner:pilots", "after:2024", "before:2025", "in:2024", "in:2026-06", "kind:action", "kind:item", "kind:decision", "kind:meeting",
		"state:open", "state:outstanding", "state:draft"}), 0, 4).Draw(t, "parts"), " ")
})

// What is found in the records of meetings is what is found by going over
// every line of them.
func TestScanFindsWhatIsThere(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		typed, limit := someQuestion.Draw(t, "question"), rapid.IntRange(0, 4).Draw(t, "limit")
		q, err := find.Ask(typed)
		if err != nil {
			t.Fatal(err)
		}
		words := vocabulary{}
		meetings, standings := map[model.ID]model.Meeting{}, map[model.ID]map[model.ID]find.Standing{}
		var hits []find.Hit
		for n := range rapid.IntRange(0, 4).Draw(t, "meetings") {
			id := model.ID(fmt.Sprint("m", n))
			m, now := drawMeeting(t, id)
			meetings[id], standings[id] = m, now
			hits = append(hits, q.Hits(m, now)...)
			find.Pack(m, now, words.number) // so that all words have numbers before any is asked for
		}
		scan, other := q.Scan(limit, words.each), q.Scan(limit, words.each)
		for id, m := range meetings {
			scan := scan
			if rapid.Bool().Draw(t, "found by another") {
				scan = other
			}
			record, signature := find.Pack(m, standings[id], words.number)
			if !scan.Wants([]byte(m.Body), []byte(m.Date), []byte(m.State), signature) {
				continue
			}
			if rapid.Bool().Draw(t, "without a record") {
				scan.Whole(m, standings[id])
			} else if err := scan.Meeting([]byte(id), []byte(m.Date), record); err != nil {
				t.Fatal(err)
			}
		}
		if q.Empty() {
			return
		}
		scan.Join(other)
		want := find.Best(hits, limit)
		best, total, in := scan.Best()
		if total != want.Total || in != want.Meetings || len(best) != len(want.Hits) {
			t.Fatalf("%q: %d lines (%d shown) in %d meetings, not %d (%d) in %d", typed, total, len(best), in, want.Total, len(want.Hits), want.Meetings)
		}
		for i, p := range best {
			h, ok := q.Hit(meetings[p.Meeting], find.Lines(meetings[p.Meeting], standings[p.Meeting]), p)
			if !ok || !reflect.DeepEqual(h, want.Hits[i]) {
				t.Fatalf("%q: place %d is %+v, not %+v", typed, i, h, want.Hits[i])
			}
		}
	})
}

// vocabulary numbers words as they come, the first a thousand above what two
// bytes hold where it is so said.
type vocabulary map[string]uint32

func (v vocabulary) number(word string) uint32 {
	if v[word] == 0 {
		v[word] = uint32(len(v) + 1)
	}
	return v[word]
}

func (v vocabulary) each(begins string, each func(string, uint32)) {
	for word, n := range v {
		if strings.HasPrefix(word, begins) {
			each(word, n)
		}
	}
}

// In a book of more words than two bytes count everything is found all the
// same.
func TestScanOfVeryManyWords(t *testing.T) {
	t.Parallel()
	words := vocabulary{}
	for n := range 70000 {
		words.number(fmt.Sprint("w", n))
	}
	m := trust()
	m.Items[0].Entries = append(m.Items[0].Entries, model.Entry{ID: "long", Kind: model.Paragraph, Text: "w3 w5 w69998 w69999"})
	record, signature := find.Pack(m, nil, words.number)
	for _, typed := range []string{"w69999", `"w69998 w69999"`, "silting channel", `"w3 w5"`, "w", "w4"} {
		q := asked(t, typed)
		scan := q.Scan(0, words.each)
		if scan.Wants([]byte(m.Body), []byte(m.Date), []byte(m.State), signature) {
			if err := scan.Meeting([]byte(m.ID), []byte(m.Date), record); err != nil {
				t.Fatal(err)
			}
		}
		if _, total, _ := scan.Best(); total != len(q.Hits(m, nil)) {
			t.Errorf("%q finds %d lines, not %d", typed, total, len(q.Hits(m, nil)))
		}
	}
}

// A record that is not as it was written is an error or finds something else,
// but no more lines than it is long.
func TestScanOfSpoiltRecords(t *testing.T) {
	t.Parallel()
	words := vocabulary{}
	record, _ := find.Pack(trust(), nil, words.number)
	rapid.Check(t, func(t *rapid.T) {
		spoilt := append([]byte(nil), record[:rapid.IntRange(0, len(record)).Draw(t, "cut")]...)
		for range rapid.IntRange(0, 3).Draw(t, "flips") {
			if len(spoilt) > 0 {
				spoilt[rapid.IntRange(0, len(spoilt)-1).Draw(t, "at")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
			}
		}
		q, err := find.Ask(someQuestion.Draw(t, "question"))
		if err != nil {
			t.Fatal(err)
		}
		scan := q.Scan(0, words.each)
		err = scan.Meeting([]byte("m"), []byte("2026-05-04"), spoilt)
		if _, total, _ := scan.Best(); err == nil && total > len(spoilt) {
			t.Fatalf("%d lines in %d bytes", total, len(spoilt))
		}
	})
}
