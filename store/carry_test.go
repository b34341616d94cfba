package store

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// newer is a record as a newer program of the same format would write it.
const newer = `{"id":"m1","rev":1,"body":"Trust","date":"2026-05-04","state":"live","mood":{"of":["the","room"]},` +
	`"attendees":[{"id":"a1","name":"Ann","mark":"present","pronoun":"she"},{"id":"a2","name":"Bo","mark":"absent","pronoun":"he"}],` +
	`"items":[{"id":"i1","title":"One","colour":"red","entries":[{"id":"e1","kind":"action","text":"Old","number":1,"action":{"owners":["Ann"],"effort":3,"due":{"words":"soon","sure":false}}}]}],` +
	`"next":{"date":"2026-06-01","link":"https://example.org/?a=1&b=2"}}`

func TestUnknownFieldsSurviveASave(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(save(model.Meeting{ID: "m1", Rev: 1, Body: "Trust", Date: "2026-05-04", State: model.Live}, 0)))
	must(t, b.Close())
	altered(t, b.Path(), func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeetings).Put(key("m1"), atMeetings.seal(key("m1"), 1, []byte(newer)))
	})
	b = reopened(t, b)
	m, err := b.Meeting("m1")
	must(t, err)
	next, _, err := m.With(model.Many{
		model.SetEntry{Entry: model.Entry{ID: "e1", Kind: model.Action, Text: "New & other", Action: &model.ActionFacts{Owners: []string{"Bo"}, Due: model.Due{Words: "later"}}}},
		model.AddEntry{Item: "i1", After: model.Last, Entry: model.Entry{ID: "e2", Kind: model.Paragraph, Text: "More"}},
	})
	must(t, err)
	next.Attendees[0], next.Attendees[1] = next.Attendees[1], next.Attendees[0]
	next.Rev = 2
	must(t, b.Commit(save(next, 1)))
	got, err := b.Meeting("m1")
	must(t, err)
	same(t, "meeting", got, next)
	carried := func(when string) {
		t.Helper()
		must(t, b.view(func(tx *bbolt.Tx) error {
			e, err := atMeetings.unseal(key("m1"), tx.Bucket(bucketMeetings).Get(key("m1")))
			must(t, err)
			for _, part := range []string{
				`"mood":{"of":["the","room"]}`, `{"id":"a2","name":"Bo","mark":"absent","pronoun":"he"},{"id":"a1","name":"Ann","mark":"present","pronoun":"she"}`,
				`"colour":"red"`, `"action":{"owners":["Bo"],"due":{"words":"later","sure":false},"effort":3}`, `"link":"https://example.org/?a=1&b=2"`, `"text":"New & other"`,
			} {
				if !strings.Contains(string(e.Body), part) {
					t.Errorf("%s: %s is not in %s", when, part, e.Body)
				}
			}
			return nil
		}))
	}
	carried("after a save")
	again := next.Clone()
	again.Rev, again.Venue = 3, "Net loft"
	must(t, b.Commit(save(again, 2)))
	carried("after another, from what is remembered of the first")
}

func TestCarryAddsNothingWhereAllIsKnown(t *testing.T) {
	t.Parallel()
	old, err := encode(meeting("m1", "2026-05-04", 6))
	must(t, err)
	body, err := encode(meeting("m1", "2026-05-05", 3))
	must(t, err)
	carried, err := carry[model.Meeting](old, body)
	must(t, err)
	if string(carried) != string(body) {
		t.Errorf("carried %s", carried)
	}
	// The long way round comes to the same.
	carried, err = carryValue(reflect.TypeFor[model.Meeting](), old, body)
	must(t, err)
	var got, want model.Meeting
	must(t, json.Unmarshal(carried, &got))
	must(t, json.Unmarshal(body, &want))
	same(t, "carried", got, want)
}
