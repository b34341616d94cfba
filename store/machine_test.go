package store

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/register"
)

// machine does to a book what a clerk might, and to plain maps the same.
type machine struct {
	path     string
	book     *Book
	meetings map[model.ID]model.Meeting
	bodies   map[model.ID]model.Body
	events   map[model.ID][]model.Event
	typed    map[model.ID]model.Unfinished
	options  Options
}

// newMachine has an empty book in the folder.
func newMachine(t rapid.TB, folder string) *machine {
	x := machineAt(filepath.Join(folder, "book.mb"))
	b, err := Create(x.path, x.options)
	must(t, err)
	x.book = b
	return x
}

// machineAt has nothing, and no book yet at the path.
func machineAt(path string) *machine {
	return &machine{path: path, options: testOptions(), meetings: map[model.ID]model.Meeting{},
		bodies: map[model.ID]model.Body{}, events: map[model.ID][]model.Event{}, typed: map[model.ID]model.Unfinished{}}
}

var (
	someWords = rapid.SampledFrom([]string{"Silt", "the north channel", "Zo\u00eb to write", "**berth** 4", "*a* [b](c)", "tab\tnew\nline", "<&> \u2028 \u05e9\u05dc\u05d5\u05dd \U0001F642", "O'Brien", "bad\xffbytes"})
	someKind  = rapid.SampledFrom([]model.EntryKind{model.Paragraph, model.Action, model.Private, model.Bullet})
	someState = rapid.SampledFrom([]model.State{model.Planned, model.Live, model.Draft, model.Approved})
	someID    = rapid.SampledFrom([]model.ID{"m1", "m2", "m3"})
)

func drawMeeting(t *rapid.T, id model.ID, rev int) model.Meeting {
	m := model.Meeting{ID: id, Rev: rev, Made: "2026-01-01T00:00:00Z", Body: someWords.Draw(t, "body"), Date: model.Date("2026-01-01").AddDays(rapid.IntRange(0, 3).Draw(t, "day")), State: someState.Draw(t, "state")}
	for i := range rapid.IntRange(0, 3).Draw(t, "items") {
		m.Items = append(m.Items, model.Item{ID: model.ID(fmt.Sprintf("i%d", i)), Title: someWords.Draw(t, "title")})
		for j := range rapid.IntRange(0, 4).Draw(t, "entries") {
			e := model.Entry{ID: model.ID(fmt.Sprintf("e%d.%d", i, j)), Kind: someKind.Draw(t, "kind"), Text: someWords.Draw(t, "text")}
			if e.Kind == model.Action {
				e.Number = m.NextAction()
				e.Action = &model.ActionFacts{Owners: []string{someWords.Draw(t, "owner")}, Withdrawn: rapid.Bool().Draw(t, "withdrawn")}
			}
			m.Items[i].Entries = append(m.Items[i].Entries, e)
		}
	}
	return m
}

func (x *machine) saveMeeting(t *rapid.T) {
	id := someID.Draw(t, "meeting")
	base := x.meetings[id].Rev
	m := drawMeeting(t, id, base+rapid.IntRange(1, 3).Draw(t, "skipped"))
	must(t, x.book.Commit(save(m, base)))
	read, _, err := normal(m)
	must(t, err)
	x.meetings[id] = read
}

func (x *machine) saveStale(t *rapid.T) {
	id := someID.Draw(t, "meeting")
	base := x.meetings[id].Rev + rapid.SampledFrom([]int{-1, 1, 5}).Draw(t, "off")
	batch := save(drawMeeting(t, id, base+20), base)
	batch.Bodies = []model.Save[model.Body]{{Base: x.bodies["b"].Rev, Value: model.Body{ID: "b", Name: "never kept"}}}
	fails[*model.Stale](t, x.book.Commit(batch))
}

func (x *machine) saveBody(t *rapid.T) {
	body := model.Body{ID: "b", Name: someWords.Draw(t, "name"), Quorum: rapid.IntRange(0, 9).Draw(t, "quorum")}
	base := x.bodies["b"].Rev
	must(t, x.book.Commit(model.Batch{Bodies: []model.Save[model.Body]{{Base: base, Value: body}}}))
	body.Rev = base + 1
	body, _, err := normal(body)
	must(t, err)
	x.bodies["b"] = body
}

func (x *machine) addEvent(t *rapid.T) {
	m, ok := x.meetings[someID.Draw(t, "meeting")]
	if !ok || len(m.Actions()) == 0 {
		t.Skip("no action yet")
	}
	a := rapid.SampledFrom(m.Actions()).Draw(t, "action")
	e := model.Event{Meeting: m.ID, Action: a.ID, State: rapid.SampledFrom(model.ActionStates).Draw(t, "state"), Note: someWords.Draw(t, "note"),
		On: rapid.SampledFrom([]model.Date{"", "2026-05-05", "2026-06-01"}).Draw(t, "on"), Chase: rapid.SampledFrom([]model.Date{"", "2026-07-01"}).Draw(t, "chase"),
		Owners: rapid.SampledFrom([][]string{nil, {"Clerk"}, {"Clerk", "Pilots"}}).Draw(t, "owners"), NotedBy: rapid.SampledFrom([]model.ID{"", "m2"}).Draw(t, "noted by"),
		By: someWords.Draw(t, "by"), Link: someWords.Draw(t, "link"), To: someWords.Draw(t, "to"), ToMeeting: rapid.SampledFrom([]model.ID{"", "m3"}).Draw(t, "to meeting")}
	must(t, x.book.Commit(model.Batch{Events: []model.Event{e}}))
	e, _, err := normal(e)
	must(t, err)
	for _, before := range x.events[m.ID] {
		if before.Action == a.ID {
			e.N = max(e.N, before.N)
		}
	}
	e.N++
	x.events[m.ID] = append(x.events[m.ID], e)
	slices.SortFunc(x.events[m.ID], func(a, b model.Event) int { return cmp.Or(cmp.Compare(a.Action, b.Action), cmp.Compare(a.N, b.N)) })
}

func (x *machine) keepTyped(t *rapid.T) {
	u := model.Unfinished{Meeting: someID.Draw(t, "meeting"), Text: rapid.SampledFrom([]string{"", "half", "a sente"}).Draw(t, "typed")}
	must(t, x.book.KeepUnfinished(u))
	x.typed[u.Meeting] = u
}

func (x *machine) reopen(t *rapid.T) {
	must(t, x.book.Close())
	b, err := Open(x.path, x.options)
	must(t, err)
	x.book = b
}

// check compares the book with the maps.
func (x *machine) check(t *rapid.T) {
	body, err := x.book.Body("b")
	if want, kept := x.bodies["b"]; kept {
		must(t, err)
		same(t, "body", body, want)
	} else {
		fails[*Missing](t, err)
	}
	list, err := x.book.Meetings()
	must(t, err)
	actions, err := x.book.Actions()
	must(t, err)
	var summaries []model.Summary
	var folded []register.Action
	for _, id := range []model.ID{"m1", "m2", "m3"} {
		want, kept := x.meetings[id]
		got, err := x.book.Meeting(id)
		if !kept {
			fails[*Missing](t, err)
			continue
		}
		must(t, err)
		same(t, "meeting", got, want)
		events, err := x.book.Ledger(id)
		must(t, err)
		same(t, "ledger", events, x.events[id])
		of := register.Fold(want, x.events[id])
		folded = append(folded, of...)
		summary := want.Summary()
		summary.Open = len(register.Filter{Open: true}.Select(of))
		summaries = append(summaries, summary)
		typed, err := x.book.Unfinished(id)
		must(t, err)
		same(t, "unfinished", typed.Text, x.typed[id].Text)
	}
	slices.SortFunc(summaries, func(a, b model.Summary) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(folded, register.ByMeeting)
	same(t, "list", list, summaries)
	same(t, "register", actions, folded)
	x.checkSearch(t)
}

// checkSearch holds what is found in the book to what is found by going over
// every meeting.
func (x *machine) checkSearch(t *rapid.T) {
	for _, typed := range []string{"silt", "zoe wri", `"north silt"`, "berth kind:action state:outstanding", "owner:master", "obrien 2026", "body:trust in:2026", "s"} {
		q, err := find.Ask(typed)
		must(t, err)
		var hits []find.Hit
		for _, id := range []model.ID{"m1", "m2", "m3"} {
			m := x.meetings[id]
			hits = append(hits, q.Hits(m, register.Standings(register.Fold(m, x.events[id])))...)
		}
		for _, limit := range []int{0, 3} {
			found, err := x.book.Search(typed, limit)
			must(t, err)
			want := find.Best(hits, limit)
			same(t, "number of lines for "+typed, [2]int{found.Total, found.Meetings}, [2]int{want.Total, want.Meetings})
			same(t, "hits of "+typed, found.Hits, want.Hits)
		}
	}
	for _, f := range []register.Filter{{}, {Open: true, Text: "sou"}, {Owner: "master", Body: "trust"}, {States: []model.ActionState{model.Complete}}} {
		sameRegister(t, x.book, f)
	}
}

func TestBookAgainstMaps(t *testing.T) {
	t.Parallel()
	folder, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		x := newMachine(t, filepath.Join(folder, fmt.Sprint(n)))
		t.Repeat(map[string]func(*rapid.T){
			"save": x.saveMeeting, "stale": x.saveStale, "body": x.saveBody, "event": x.addEvent, "type": x.keepTyped, "reopen": x.reopen, "": x.check,
		})
		if err := x.book.Close(); err != nil {
			t.Fatal(err)
		}
		report, err := Check(x.path)
		if err != nil || !report.Sound() {
			t.Fatalf("the check says %v, %v", report.Faults, err)
		}
		if report.Meetings != len(x.meetings) {
			t.Fatalf("the check counts %d meetings, and %d are kept", report.Meetings, len(x.meetings))
		}
		_ = os.RemoveAll(filepath.Dir(x.path))
	})
}
