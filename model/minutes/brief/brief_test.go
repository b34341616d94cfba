package brief_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/life"
	"minutebook/model/minutes"
	"minutebook/model/minutes/brief"
	"minutebook/model/minutes/export"
	"minutebook/model/register"
)

// shelf is a book in memory.
type shelf struct {
	meetings []model.Meeting
	events   []model.Event
}

func (b shelf) Meetings() (list []model.Summary, err error) {
	for _, m := range b.meetings {
		list = append(list, m.Summary())
	}
	return list, nil
}

func (b shelf) Meeting(id model.ID) (model.Meeting, error) {
	for _, m := range b.meetings {
		if m.ID == id {
			return m, nil
		}
	}
	return model.Meeting{}, fmt.Errorf("no meeting %s", id)
}

func (b shelf) Ledger(meeting model.ID) ([]model.Event, error) {
	return slices.DeleteFunc(slices.Clone(b.events), func(e model.Event) bool { return e.Meeting != meeting }), nil
}

func (b shelf) Register(f register.Filter) ([]register.Action, error) {
	var list []register.Action
	for _, m := range b.meetings {
		for _, a := range f.Select(register.Fold(m, b.events)) {
			list = append(list, a.Brief())
		}
	}
	return list, nil
}

func action(id model.ID, n int, text string, f model.ActionFacts) model.Entry {
	return model.Entry{ID: id, Kind: model.Action, Number: n, Text: text, Action: &f}
}

func book() shelf {
	meeting := func(id model.ID, body string, day model.Date, state model.State, entries ...model.Entry) model.Meeting {
		return model.Meeting{ID: id, BodyID: model.ID(strings.ToLower(body[:4])), Body: body, Date: day, State: state, Items: []model.Item{{ID: id + "i", Title: "Weir", Entries: entries}}}
	}
	secret := action("m4", 4, "Settle the Brackley claim", model.ActionFacts{Owners: []string{"Solicitor Brackley"}})
	secret.Restricted = &model.Restriction{Reason: "legal"}
	next := meeting("july", "Weir Board", "2026-07-06", model.Planned)
	next.Begin, next.Venue, next.Kind, next.Chair, next.Attendees = "18:30", "Mill Room", model.Annual, "c", []model.Attendee{{ID: "c", Name: "Cllr Moss"}}
	return shelf{
		meetings: []model.Meeting{
			meeting("march", "Weir Board", "2026-03-02", model.Circulated,
				action("a1", 1, "Dredge the pool", model.ActionFacts{Owners: []string{"Clerk"}, Due: model.Due{Date: "2026-04-01"}}),
				action("a2", 2, "Long done", model.ActionFacts{})),
			meeting("may", "Weir Board", "2026-05-04", model.Draft,
				action("m1", 1, "Paint the gate", model.ActionFacts{Owners: []string{"Lock-keeper"}, Due: model.Due{Date: "2026-07-01"}}),
				action("m2", 2, "Count the eels", model.ActionFacts{Due: model.Due{Words: "at the next meeting"}}),
				action("m3", 3, "Buy a boat", model.ActionFacts{Owners: []string{"Treasurer"}, Due: model.Due{Date: "2026-09-01"}}), secret),
			meeting("fish", "Fish Panel", "2026-05-05", model.Draft, action("f1", 1, "Tell the Board of the trout", model.ActionFacts{Forum: "Weir Board"}), action("f2", 2, "Its own", model.ActionFacts{})),
			next,
		},
		events: []model.Event{
			{Meeting: "march", Action: "a2", N: 1, State: model.Complete, On: "2026-03-20", Made: "2026-03-20T09:00:00Z"},
			{Meeting: "may", Action: "m3", N: 1, State: model.Complete, On: "2026-05-20", Made: "2026-05-21T09:00:00Z"},
		},
	}
}

func gather(t *testing.T, meeting model.ID, audience minutes.Audience) brief.Input {
	t.Helper()
	in, err := brief.Gather(book(), model.Body{ID: "weir", Name: "Weir Board"}, meeting, "2026-06-01")
	if err != nil {
		t.Fatal(err)
	}
	if in.Log.Style, err = minutes.Builtin().Load(""); err != nil {
		t.Fatal(err)
	}
	in.Log.Audience = audience
	return in
}

func TestParts(t *testing.T) {
	t.Parallel()
	for audience, want := range map[minutes.Audience]string{
		minutes.Full:   "Overdue:a1|Due at this meeting:m1 m2 f1|Reported complete:a2 m3|Open:m4",
		minutes.Public: "Overdue:a1|Due at this meeting:m1 m2 f1|Reported complete:a2 m3|Open:",
	} {
		parts, err := brief.Parts(gather(t, "", audience))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range parts {
			var ids []string
			for _, a := range p.Actions {
				ids = append(ids, string(a.ID))
			}
			got = append(got, p.Heading+":"+strings.Join(ids, " "))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("for %d: %s, want %s", audience, s, want)
		}
	}
	if _, err := brief.Parts(gather(t, "", minutes.Unsaid)); !errors.As(err, new(*minutes.NeedsAudience)) {
		t.Errorf("nobody said for whom: %v", err)
	}
}

func TestBrief(t *testing.T) {
	t.Parallel()
	in := gather(t, "", minutes.Full)
	data, err := export.Brief(".txt", "brief.txt", in)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(data)), " ")
	for _, words := range []string{"Chair’s brief", "Weir Board, 6 July 2026", "Annual, Monday 6 July 2026, 18:30, Mill Room", "Chair: Cllr Moss", "1 overdue, 3 due at this meeting, 2 reported complete, 1 open",
		"held on 2 March 2026 were agreed.” (circulated)", "held on 4 May 2026", "(not circulated yet)", "2 March 2026: action 2", "4 May 2026: action 3", "Overdue (1) | 2 Mar 2026, 1 | Dredge the pool | Clerk | 1 Apr 2026",
		"Fish Panel, 5 May 2026, 1", "Brackley", "Lock-keeper | 1 | 0 | 0 | 0 | 0 | 0 | 1"} {
		if !strings.Contains(text, words) {
			t.Errorf("it lacks %q:\n%s", words, data)
		}
	}
	for _, words := range []string{"Its own"} {
		if strings.Contains(text, words) {
			t.Errorf("it has %q:\n%s", words, data)
		}
	}
	if !slices.ContainsFunc(in.Approve, func(w life.Awaiting) bool { return w.Meeting.ID == "may" }) || in.Last.ID != "may" {
		t.Errorf("%+v", in)
	}
	// For a meeting of the past, what was before it.
	past := gather(t, "may", minutes.Full)
	if past.Last.ID != "march" || len(past.Approve) != 1 || past.When.Date != "2026-05-04" {
		t.Errorf("%+v", past)
	}
}

func TestBriefForThePublic(t *testing.T) {
	t.Parallel()
	for _, ext := range export.BriefFormats() {
		in := gather(t, "", minutes.Public)
		data, err := export.Brief(ext, "brief"+ext, in)
		if err != nil {
			t.Fatalf("%s: %v", ext, err)
		}
		if again, _ := export.Brief(ext, "brief"+ext, in); string(again) != string(data) {
			t.Errorf("%s: the same brief gives other bytes", ext)
		}
		if strings.Contains(string(data), "Brackley") {
			t.Errorf("%s tells of what is restricted", ext)
		}
		if _, err := export.Brief(ext, "Brackley"+ext, in); !errors.As(err, new(*export.Leak)) {
			t.Errorf("%s: a name that tells: %v", ext, err)
		}
	}
	if _, err := export.Brief(".xyz", "brief.xyz", gather(t, "", minutes.Full)); !errors.As(err, new(*export.NoFormat)) {
		t.Errorf("a format there is not: %v", err)
	}
}

// Whatever there is, the page has room for it.
func TestBriefIsOnePage(t *testing.T) {
	t.Parallel()
	b := book()
	for i := range 60 {
		id := model.ID(fmt.Sprintf("x%d", i))
		b.meetings[1].Items[0].Entries = append(b.meetings[1].Items[0].Entries, action(id, i+10, strings.Repeat("do much ", 40), model.ActionFacts{Owners: []string{strings.Repeat("Somebody Long ", 9)}, Due: model.Due{Date: "2026-05-10"}}))
	}
	in, err := brief.Gather(b, model.Body{ID: "weir", Name: "Weir Board"}, "", "2026-06-01")
	if err != nil {
		t.Fatal(err)
	}
	in.Log.Audience = minutes.Full
	if in.Log.Style, err = minutes.Builtin().Load(""); err != nil {
		t.Fatal(err)
	}
	d, err := brief.Compose(in)
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, block := range d.Blocks {
		if table, ok := block.(minutes.Table); ok {
			rows += len(table.Rows)
		}
	}
	if rows < 8 || rows > 22 {
		t.Errorf("%d rows", rows)
	}
}

// Minutes approved without a meeting wait for one as much as those that are not
// approved at all.
func TestBriefHasWhatIsToBeRatified(t *testing.T) {
	t.Parallel()
	b := book()
	march, _, err := b.meetings[0].With(model.Pass{Passed: model.Passed{How: model.ByMail, On: "2026-03-20"}})
	if err != nil {
		t.Fatal(err)
	}
	b.meetings[0] = march
	in, err := brief.Gather(b, model.Body{ID: "weir", Name: "Weir Board"}, "", "2026-06-01")
	if err != nil {
		t.Fatal(err)
	}
	if in.Log.Style, err = minutes.Builtin().Load(""); err != nil {
		t.Fatal(err)
	}
	in.Log.Audience = minutes.Full
	data, err := export.Brief(".txt", "brief.txt", in)
	if text := strings.Join(strings.Fields(string(data)), " "); err != nil || !strings.Contains(text, "held on 2 March 2026 was ratified.” (to be ratified)") {
		t.Errorf("%v:\n%s", err, text)
	}
}
