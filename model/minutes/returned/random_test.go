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
	"minutebook/model/minutes/returned"
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

// editor draws edits of a meeting.
type editor struct {
	*rapid.T
	m                      model.Meeting
	items, entries, people []model.ID
	// posts says that the list of those who attended has a column for posts.
	posts bool
	// words are what is put in, id is for what is new.
	words string
	id    model.ID
}

func edit(t *rapid.T, m model.Meeting, n int) model.Change {
	e := editor{T: t, m: m, words: rapid.SampledFrom(said).Draw(t, "words"), id: model.ID("added" + string(rune('a'+n)))}
	for _, it := range m.Items {
		e.items = append(e.items, it.ID)
		for _, one := range it.Entries {
			if one.Text != "" && one.Kind != model.Private && one.Kind != model.VoteTaken && one.Kind != model.Interest {
				e.entries = append(e.entries, one.ID)
			}
		}
	}
	for _, a := range m.Attendees {
		e.people = append(e.people, a.ID)
		e.posts = e.posts || a.Post != "" && a.Capacity == model.Member && a.Mark == model.Present
	}
	e.posts = e.posts && len(e.people) > 3
	edits := []func() model.Change{e.reword, e.reword, e.reword, e.reword, e.delete, e.add, e.add, e.move, e.addItem, e.retitle}
	if e.posts {
		edits = append(edits, e.addPerson, e.setPost, e.removePerson)
	}
	if m.Venue != "" {
		edits = append(edits, func() model.Change { return model.SetFact{Fact: model.FactVenue, Value: "Room 12"} })
	}
	return rapid.SampledFrom(edits).Draw(t, "edit")()
}

func (e editor) pick(list []model.ID) model.ID {
	return rapid.SampledFrom(append(list, "none")).Draw(e.T, "which")
}

func (e editor) flat() string { return strings.ReplaceAll(model.Plain(e.words), "\n", " ") }

func (e editor) reword() model.Change {
	was, _, ok := e.m.Entry(e.pick(e.entries))
	if !ok {
		return model.Many{}
	}
	return model.SetEntry{Entry: quick.Reword(quick.Context{Meeting: e.m}, was, reworded(e.T, was.Text, e.words))}
}

func (e editor) delete() model.Change { return model.DeleteEntry{ID: e.pick(e.entries)} }

func (e editor) add() model.Change {
	kind := rapid.SampledFrom([]model.EntryKind{model.Paragraph, model.Bullet, model.Action, model.Decision}).Draw(e.T, "kind")
	made := model.Entry{Kind: kind, Text: "Added " + e.words}
	if got, err := quick.Read(made.Text, quick.Context{Meeting: e.m, Item: "i", Kind: kind, Pasted: true}); err == nil {
		made = *got.Entry
		made.Number, made.Restricted = 0, nil
	}
	made.ID = e.id
	return model.AddEntry{Item: e.pick(e.items), After: e.pick(append(e.entries, "")), Entry: made}
}

func (e editor) move() model.Change {
	return model.MoveEntry{ID: e.pick(e.entries), Item: e.pick(e.items), After: e.pick(append(e.entries, ""))}
}

func (e editor) addItem() model.Change {
	return model.AddItem{Item: model.Item{ID: e.id, Title: "New " + e.flat()}, After: e.pick(append(e.items, ""))}
}

func (e editor) retitle() model.Change {
	items := e.items
	if e.m.Items[0].Opening() {
		items = items[1:]
	}
	return model.SetItem{ID: e.pick(items), Fact: model.ItemTitle, Value: "About " + e.flat()}
}

func (e editor) addPerson() model.Change {
	return model.AddAttendee{Attendee: model.Attendee{ID: e.id, Name: "Wren Added", Post: "Clerk of Works", Mark: model.Present}, After: model.Last}
}

func (e editor) setPost() model.Change {
	a, _ := e.m.Attendee(e.pick(e.people))
	a.Post = rapid.SampledFrom([]string{"Vice Chair", strings.TrimSpace("Deputy " + a.Post)}).Draw(e.T, "post")
	return model.SetAttendee{Attendee: a}
}

func (e editor) removePerson() model.Change { return model.RemoveAttendee{ID: e.pick(e.people)} }

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
	rapid.Check(t, func(t *rapid.T) {
		e := edits(t, meetings)
		r := found(t, opened(t, e.file), e.m, e.m)
		got := accepted(t, e.m, r.Proposals)
		for i, line := range e.lost(t, got, func(line string) string { return line }) {
			t.Fatalf("in %s, line %d: %q\nafter\n%s", e.style.Name, i, line, listed(r))
		}
		if len(r.Left) > 0 {
			t.Fatalf("told and in the minutes:\n%s", listed(r))
		}
	})
}

// Where the bookmarks went on the way, what cannot be told apart is said: of each
// line of the file that would not be in the minutes with everything accepted.
func TestWithoutBookmarksNothingIsUnsaid(t *testing.T) {
	t.Parallel()
	meetings := invented(t)
	rapid.Check(t, func(t *rapid.T) {
		e := edits(t, meetings)
		d := opened(t, e.file)
		for i := range d.Blocks {
			d.Blocks[i].Bookmarks = nil
		}
		r := found(t, d, e.m, e.m)
		got := e.m
		hands := ""
		for _, i := range returned.Ordered(r.Proposals) {
			p := r.Proposals[i]
			c, err := p.Change(got)
			if err != nil {
				hands += p.Before + p.After
				continue
			}
			hands += p.Remark
			if next, _, err := got.With(c); err == nil {
				got = next
			}
		}
		if lost := e.lost(t, got, func(line string) string { return strings.TrimLeft(line, "0123456789.ABC ") }); len(lost) > 0 && len(r.Left) == 0 && hands == "" {
			t.Fatalf("in %s: %q\nafter\n%s", e.style.Name, lost, listed(r))
		}
	})
}

// draft is a meeting, and a file of it that was edited.
type draft struct {
	m, now model.Meeting
	style  minutes.Style
	file   []byte
}

// with is the draft edited once more.
func (e draft) with(t rapid.TB, c model.Change) draft {
	t.Helper()
	next, _, err := e.now.With(c)
	if err != nil {
		t.Fatal(err)
	}
	e.now = next
	return e
}

func edits(t *rapid.T, meetings map[string]model.Meeting) draft {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(meetings)), func(name string) bool {
		return name == "bare.txtar" // which has no agenda that anything could be edited in
	})
	e := draft{m: meetings[rapid.SampledFrom(names).Draw(t, "meeting")]}
	e.now = edited(t, e.m)
	e.style = style(t, rapid.SampledFrom(minutes.StyleNames()).Draw(t, "style"))
	e.file = written(t, e.now, e.style, minutes.Full)
	return e
}

// lost are the lines of the file that a meeting does not print in its place, by
// their number, as far as they say anything.
func (e draft) lost(t rapid.TB, got model.Meeting, says func(line string) string) map[int]string {
	want, have := printed(t, e.now, e.style, minutes.Full), printed(t, got, e.style, minutes.Full)
	lost := map[int]string{}
	for i := range max(len(want), len(have)) {
		switch {
		case i >= len(want):
			lost[i] = "and more: " + have[i]
		case i >= len(have) || says(want[i]) != says(have[i]):
			lost[i] = want[i]
		}
	}
	return lost
}
