package ui

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/corrections"
)

// sentQuay are circulated minutes of two items.
func sentQuay() model.Meeting {
	m := quayMeeting()[1].(model.Meeting)
	m.Items[1].Entries = []model.Entry{
		{ID: "p1", Kind: model.Paragraph, Text: "Three quotations were received."},
		{ID: "p2", Kind: model.Paragraph, Text: "The Board noted them."},
		{ID: "a1", Kind: model.Action, Number: 1, Text: "Ann Zelenka to write.", Action: &model.ActionFacts{Owners: []string{"Ann Zelenka"}}},
		{ID: "n1", Kind: model.Private, Text: "ask Ann about the second one"}}
	m.Attendees = append(m.Attendees, model.Attendee{ID: "b", Name: "Bo Orr", Mark: model.Present})
	m.Chair, m.State = "a", model.Draft
	sent, _, err := m.With(model.Circulate{Circulation: model.Circulation{On: "2026-03-05", Rev: 1, To: []string{"ann@quay.example"}}})
	if err != nil {
		panic(err)
	}
	return sent
}

func newQuayRecording(t testing.TB) *recording {
	out := newWorld(t, newFakeBook()).outside()
	return newRecording(sentQuay(), &out, nil)
}

func TestWhatIsDoneToCirculatedMinutesIsACorrection(t *testing.T) {
	for name, tt := range correctedSo {
		w := newQuayRecording(t)
		for _, c := range tt.do {
			if err := w.Do(c); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if m := w.Meeting(); !tt.want(m) || m.State != model.Circulated {
			t.Errorf("%s: corrections %+v, entries %+v", name, m.Corrections, m.Items[1].Entries)
		}
	}
}

var (
	asSentP1  = sentQuay().Items[1].Entries[0]
	changedP1 = model.Entry{ID: "p1", Kind: model.Paragraph, Text: "Two quotations were received."}
	boAway    = model.Attendee{ID: "b", Name: "Bo Orr", Mark: model.Apologies}
)

// correctedSo are changes of circulated minutes and what is to come of them.
var correctedSo = map[string]struct {
	do   []model.Change
	want func(m model.Meeting) bool
}{
	"edit": {[]model.Change{model.SetEntry{Entry: changedP1}}, func(m model.Meeting) bool {
		c := m.Corrections
		return len(c) == 1 && c[0].Entry.Text == changedP1.Text && c[0].Entry.ID == "p1" && c[0].On == "2026-11-21" && !c[0].Struck
	}},
	"edit twice": {[]model.Change{model.SetEntry{Entry: changedP1}, model.SetEntry{Entry: model.Entry{ID: "p1", Kind: model.Paragraph, Text: "Four."}}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && m.Corrections[0].Entry.Text == "Four."
	}},
	"edit and back": {[]model.Change{model.SetEntry{Entry: changedP1}, model.SetEntry{Entry: asSentP1}}, func(m model.Meeting) bool { return len(m.Corrections) == 0 }},
	"strike": {[]model.Change{model.DeleteEntry{ID: "p2"}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && m.Corrections[0].Struck && m.Corrections[0].Entry.ID == "p2"
	}},
	"strike what was edited": {[]model.Change{model.SetEntry{Entry: changedP1}, model.DeleteEntry{ID: "p1"}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && m.Corrections[0].Struck && m.Corrections[0].Entry.Text == asSentP1.Text
	}},
	"strike an action": {[]model.Change{model.DeleteEntry{ID: "a1"}}, func(m model.Meeting) bool {
		e, _, _ := m.Corrected().Entry("a1")
		return len(m.Corrections) == 1 && m.Corrections[0].Struck && e.Action.Withdrawn && e.Number == 1
	}},
	"add": {[]model.Change{model.AddEntry{Item: "i2", After: "p1", Entry: model.Entry{ID: "x", Kind: model.Paragraph, Text: "One was late."}}}, func(m model.Meeting) bool {
		c := m.Corrections
		return len(c) == 1 && c[0].Item == "i2" && c[0].After == "p1" && m.Corrected().Items[1].Entries[1].ID == "x"
	}},
	"add at the end, and behind that": {[]model.Change{
		model.AddEntry{Item: "i2", After: model.Last, Entry: model.Entry{ID: "x", Kind: model.Action, Text: "Bo to ask."}},
		model.AddEntry{Item: "i2", After: "x", Entry: model.Entry{ID: "y", Kind: model.Action, Text: "Bo to ask again."}}}, func(m model.Meeting) bool {
		e := m.Corrected().Items[1].Entries
		return len(e) == 6 && e[3].Number == 2 && e[4].Number == 3
	}},
	"add and delete": {[]model.Change{
		model.AddEntry{Item: "i2", After: model.Last, Entry: model.Entry{ID: "x", Kind: model.Action, Text: "Bo to ask."}}, model.DeleteEntry{ID: "x"}},
		func(m model.Meeting) bool { return len(m.Corrections) == 0 }},
	"attendance": {[]model.Change{model.SetAttendee{Attendee: boAway}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && m.Corrections[0].Attendee.Mark == model.Apologies && m.Attendees[1].Mark == model.Present
	}},
	"attendance and back": {[]model.Change{model.SetAttendee{Attendee: boAway}, model.SetAttendee{Attendee: sentQuay().Attendees[1]}},
		func(m model.Meeting) bool { return len(m.Corrections) == 0 }},
	"somebody who was not there": {[]model.Change{model.RemoveAttendee{ID: "b"}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && m.Corrections[0].Struck && len(m.Attendees) == 2 && len(m.Corrected().Attendees) == 1
	}},
	"somebody who was left out": {[]model.Change{model.AddAttendee{Attendee: model.Attendee{ID: "c", Name: "Cy Dahl", Mark: model.Present}, After: "a"}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && len(m.Attendees) == 2 && len(m.Corrected().Attendees) == 3
	}},
	"a private note": {[]model.Change{model.AddEntry{Item: "i2", After: "p1", Entry: model.Entry{ID: "x", Kind: model.Private, Text: "not for them"}}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 0 && m.Items[1].Entries[1].ID == "x"
	}},
	"a private note behind what was added": {[]model.Change{
		model.AddEntry{Item: "i2", After: "p1", Entry: model.Entry{ID: "x", Kind: model.Paragraph, Text: "One was late."}},
		model.AddEntry{Item: "i2", After: "x", Entry: model.Entry{ID: "y", Kind: model.Private, Text: "very late"}}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 1 && m.Items[1].Entries[1].ID == "y"
	}},
	"restriction": {[]model.Change{model.RestrictEntry{ID: "p1", Restriction: &model.Restriction{Reason: "price"}}}, func(m model.Meeting) bool {
		return len(m.Corrections) == 0 && m.Items[1].Entries[0].Restricted != nil
	}},
	"restriction of what was added": {[]model.Change{
		model.AddEntry{Item: "i2", After: "p1", Entry: model.Entry{ID: "x", Kind: model.Paragraph, Text: "One was late."}},
		model.RestrictEntry{ID: "x", Restriction: &model.Restriction{Reason: "price"}}}, func(m model.Meeting) bool {
		e, _, _ := m.Corrected().Entry("x")
		return e.Restricted != nil
	}},
}

func TestWhatIsNoCorrectionIsRefused(t *testing.T) {
	for name, c := range map[string]model.Change{
		"a title":       model.SetItem{ID: "i2", Fact: model.ItemTitle, Value: "Rivers"},
		"a new item":    model.AddItem{Item: model.Item{ID: "i3", Title: "Rivers"}, After: model.Last},
		"another place": model.MoveEntry{ID: "p1", Item: "i2", After: "p2"},
		"another item":  model.MoveEntry{ID: "p1", Item: "i1", After: ""},
		"a fact":        model.SetFact{Fact: model.FactVenue, Value: "Elsewhere"},
		"a state":       model.SetState{State: model.Draft},
	} {
		w := newQuayRecording(t)
		before := w.Meeting()
		if err := w.Do(c); !errors.Is(err, errCirculated) {
			t.Errorf("%s: %v", name, err)
		}
		if err := w.refuses(c); !errors.Is(err, errCirculated) {
			t.Errorf("%s is not refused in advance: %v", name, err)
		}
		if !reflect.DeepEqual(w.Meeting(), before) {
			t.Errorf("%s changed something", name)
		}
	}
}

// What was circulated stays as it was whatever is done, and what the clerk sees
// afterwards is what they did.
func TestCirculatedMinutesStayWhileTheyAreCorrected(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newQuayRecording(t)
		sent := w.Meeting()
		for n := range rapid.IntRange(1, 12).Draw(r, "steps") {
			c := drawChange(r, w.Corrected(), n)
			wanted, _, bad := w.Corrected().With(c)
			if err := w.Do(c); (err != nil) != (bad != nil) {
				r.Fatalf("%#v: %v, and as a plain change %v", c, err, bad)
			} else if err != nil {
				continue
			}
			if got := w.Corrected(); !reflect.DeepEqual(said(got), said(wanted)) {
				r.Fatalf("%#v: reads\n%v\nand should read\n%v", c, said(got), said(wanted))
			}
		}
		staysAsSent(r, sent, w.Meeting())
		for { // all of it can be taken back
			if ok, err := w.Undo(); err != nil {
				r.Fatal(err)
			} else if !ok {
				break
			}
		}
		if len(w.Meeting().Corrections) != 0 || !reflect.DeepEqual(said(w.Corrected()), said(sent)) {
			r.Fatalf("taken back it reads %v", said(w.Corrected()))
		}
	})
}

// staysAsSent fails where minutes are not what was sent, but for private notes.
func staysAsSent(r *rapid.T, sent, now model.Meeting) {
	for _, e := range sent.Items[1].Entries {
		if got, _, ok := now.Entry(e.ID); e.Kind != model.Private && (!ok || !corrections.Alike(got, e)) {
			r.Fatalf("%s was %+v when it was sent and is %+v", e.ID, e, got)
		}
	}
	if !reflect.DeepEqual(now.Attendees, sent.Attendees) || now.State != model.Circulated {
		r.Fatalf("the list of people changed, or the state: %+v", now)
	}
}

// said is what minutes say, apart from private notes and the order of who was
// there.
func said(m model.Meeting) (all []string) {
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				continue // it may stand a place before or behind
			}
			withdrawn := e.Action != nil && e.Action.Withdrawn
			if withdrawn { // which reads as it was sent
				e.Text = ""
			}
			all = append(all, fmt.Sprintf("%s %s %s %d %q %v", it.ID, e.ID, e.Kind, e.Number, e.Text, withdrawn))
		}
	}
	var people []string
	for _, a := range m.Attendees {
		people = append(people, fmt.Sprint(a))
	}
	slices.Sort(people)
	return append(all, people...)
}

// drawChange draws one of the changes that a clerk makes by key.
func drawChange(r *rapid.T, m model.Meeting, n int) model.Change {
	it := m.Items[rapid.IntRange(0, 1).Draw(r, "item")]
	words := rapid.SampledFrom([]string{"x", "Three quotations were received.", "words"}).Draw(r, "words")
	kind := rapid.SampledFrom([]model.EntryKind{model.Paragraph, model.Action, model.Private}).Draw(r, "kind")
	e := model.Entry{ID: model.ID(fmt.Sprint("new", n)), Kind: kind, Text: words}
	switch what := rapid.IntRange(0, 5).Draw(r, "what"); {
	case what == 0 || len(it.Entries) == 0:
		after := model.Last
		if len(it.Entries) > 0 && rapid.Bool().Draw(r, "between") {
			after = rapid.SampledFrom(it.Entries).Draw(r, "after").ID
		}
		return model.AddEntry{Item: it.ID, After: after, Entry: e}
	case what < 3:
		old := rapid.SampledFrom(it.Entries).Draw(r, "entry")
		old.Text = words
		return model.SetEntry{Entry: old}
	case what == 3:
		return model.DeleteEntry{ID: rapid.SampledFrom(it.Entries).Draw(r, "entry").ID}
	case what == 4 && len(m.Attendees) > 0:
		a := rapid.SampledFrom(m.Attendees).Draw(r, "person")
		a.Mark = rapid.SampledFrom(model.Marks).Draw(r, "mark")
		return model.SetAttendee{Attendee: a}
	}
	return model.AddAttendee{Attendee: model.Attendee{ID: model.ID(fmt.Sprint("who", n)), Name: "Cy Dahl", Mark: model.Present}, After: model.Last}
}
