package returned_test

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// editing makes an edit of a meeting.
type editing func(t *testing.T, m model.Meeting) model.Change

func entryOf(t *testing.T, m model.Meeting, text string) model.Entry {
	t.Helper()
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if e.Text == text {
				return e
			}
		}
	}
	t.Fatalf("no entry says %q", text)
	return model.Entry{}
}

func personOf(t *testing.T, m model.Meeting, name string) model.Attendee {
	t.Helper()
	i := slices.IndexFunc(m.Attendees, func(a model.Attendee) bool { return a.Name == name })
	if i < 0 {
		t.Fatalf("%s is not on the list", name)
	}
	return m.Attendees[i]
}

func rewording(was, is string) editing {
	return func(t *testing.T, m model.Meeting) model.Change {
		return model.SetEntry{Entry: quick.Reword(quick.Context{Meeting: m}, entryOf(t, m, was), is)}
	}
}

func deleting(text string) editing {
	return func(t *testing.T, m model.Meeting) model.Change { return model.DeleteEntry{ID: entryOf(t, m, text).ID} }
}

func posting(name, post string) editing {
	return func(t *testing.T, m model.Meeting) model.Change {
		a := personOf(t, m, name)
		a.Post = post
		return model.SetAttendee{Attendee: a}
	}
}

// adding makes an entry behind another.
func adding(id, after string, kind model.EntryKind, text string) editing {
	return func(t *testing.T, m model.Meeting) model.Change {
		_, it, _ := m.Entry(entryOf(t, m, after).ID)
		return model.AddEntry{Item: it.ID, After: entryOf(t, m, after).ID, Entry: model.Entry{ID: model.ID(id), Kind: kind, Text: text}}
	}
}

func setDue(text, due string) editing {
	return func(t *testing.T, m model.Meeting) model.Change {
		e := m.Clone()
		one := entryOf(t, e, text)
		one.Action.Due = quick.ParseDue(due, m.Date)
		return model.SetEntry{Entry: one}
	}
}

// Edits of which one was told wrongly at some time: accepted together, in the
// order of the file or in the other, they give the file's words.
func TestEditsReadWhole(t *testing.T) {
	t.Parallel()
	meetings := invented(t)
	meetings["quay"] = script(t, quay)
	for name, c := range map[string]struct {
		meeting, style string
		edits          []editing
	}{
		"an action without its owner, whose words may be read as one": {"motions.txtar", "board", []editing{
			rewording("Superintendent to inform Ms Penhale", "Superintendent a & b < c to **bold** words Penhale")}},
		"an action without its owner and its verb": {"restricted.txtar", "board", []editing{
			rewording("Ann Zelenka to publish the timetable", "Ann Zelenka the annual report timetable")}},
		"no owner, and the post of one is another by now": {"arts-2026-06-10.minutes", "note", []editing{
			rewording("Desmond Achebe-Scott and Culture Officer to redraft the form by 31 July.", "Desmond or the Culture Officer to redraft the form by 31 July."), posting("Frances Appleyard", "Deputy Culture Officer")}},
		"an action that is due by now": {"motions.txtar", "board", []editing{setDue("Superintendent to inform Ms Penhale", "by 3 July")}},
		"a motion that the public copy leaves out, gone from the minutes and from the table": {"motions.txtar", "board", []editing{
			deleting("To offer 118,500 dollars for the lot on Mill Lane.")}},
		"two new actions, of which the later was made first": {"quay", "board", []editing{
			adding("new1", "The dredger is late.", model.Action, "Added first"), adding("new2", "The dredger is late.", model.Action, "Added next")}},
		"a decision gone, and the one before it in its row of the table": {"motions.txtar", "board", []editing{
			rewording("To postpone the second lot to July.", "*leaning* the second lot to July."), deleting("To thank the volunteers.")}},
		"a new action in the place of one": {"quay", "board", []editing{
			deleting("Clerk to publish the tide tables by 4 May 2026"), adding("new1", "There was a discussion of the rent.", model.Action, "Added first")}},
	} {
		t.Run(name, func(t *testing.T) {
			m := meetings[c.meeting]
			e := draft{m: m, now: m, style: style(t, c.style)}
			for _, edit := range c.edits {
				e = e.with(t, edit(t, e.now))
			}
			e.file = written(t, e.now, e.style, minutes.Full)
			r := found(t, opened(t, e.file), m, m)
			if len(r.Left) > 0 || strings.Contains(listed(r), "otherwise") || len(r.Proposals) != len(c.edits) {
				t.Error(listed(r))
			}
			for range 2 {
				if lost := e.lost(t, accepted(t, m, r.Proposals), func(line string) string { return line }); len(lost) > 0 {
					t.Errorf("%q is lost after\n%s", lost, listed(r))
				}
				slices.Reverse(r.Proposals)
			}
		})
	}
}

// unmarked is the file of a draft that lost its bookmarks.
func (e draft) unmarked(t *testing.T) read.Document {
	d := opened(t, written(t, e.now, e.style, minutes.Full))
	for i := range d.Blocks {
		d.Blocks[i].Bookmarks = nil
	}
	return d
}

// What is new in front of all that an item had does not hide that its heading is
// the same, under another title.
func TestANewTitleAndMoreBelowIt(t *testing.T) {
	t.Parallel()
	m := invented(t)["board.txtar"]
	e := draft{m: m, now: m, style: style(t, "board")}
	e = e.with(t, model.SetItem{ID: m.Items[0].ID, Fact: model.ItemTitle, Value: "About it"})
	e = e.with(t, model.AddEntry{Item: m.Items[0].ID, Entry: model.Entry{ID: "new1", Kind: model.Decision, Text: "To thank all."}})
	r := found(t, e.unmarked(t), m, m)
	if len(r.Proposals) != 2 || r.Proposals[0].After != "About it" || len(r.Left) > 0 {
		t.Error(listed(r))
	}
}

// The heading of a table that the house style makes of what is new is not taken
// for that of an item, though it stands where that stood.
func TestANewTableIsNoItem(t *testing.T) {
	t.Parallel()
	m := script(t, quay)
	e := draft{m: m, now: m, style: style(t, "board")}
	e = e.with(t, model.SetItem{ID: m.Items[0].ID, Fact: model.ItemTitle, Value: "What went before"})
	e = e.with(t, adding("new1", "The minutes of the last meeting were agreed.", model.Decision, "To thank all.")(t, e.now))
	e = e.with(t, deleting("The minutes of the last meeting were agreed.")(t, e.now))
	r := found(t, e.unmarked(t), m, m)
	if strings.Contains(listed(r), "Summary of decisions") {
		t.Error(listed(r))
	}
	if lost := e.lost(t, accepted(t, m, r.Proposals), func(line string) string { return line }); len(lost) > 0 {
		t.Errorf("%q is lost after\n%s", lost, listed(r))
	}
}

// Names below a vote stay behind where its motion is taken to have moved, and
// then it is said that they would.
func TestWhatOnlyFollowsIsSaidToo(t *testing.T) {
	t.Parallel()
	m := invented(t)["motions.txtar"]
	e := draft{m: m, now: m, style: style(t, "motions")}
	e = e.with(t, model.AddItem{Item: model.Item{ID: "added", Title: "New a"}, After: m.Items[len(m.Items)-1].ID})
	e = e.with(t, model.MoveEntry{ID: entryOf(t, m, "To award the contract in two lots.").ID, Item: "added"})
	r := found(t, e.unmarked(t), m, m)
	if lost := e.lost(t, accepted(t, m, r.Proposals), func(line string) string { return line }); len(lost) > 0 && len(r.Left) == 0 {
		t.Errorf("%q is lost after\n%s", lost, listed(r))
	}
}
