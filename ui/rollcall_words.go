package ui

import (
	"reflect"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// markWord is what the roll call found, as a chip wears it.
func markWord(m model.Mark) (string, theme.Tone) {
	switch m {
	case model.Present:
		return tr("Present"), theme.Decision
	case model.Apologies:
		return tr("Apologies"), theme.Action
	case model.Absent:
		return tr("Absent"), theme.Restricted
	}
	return string(m), theme.Plain
}

// capacityWord is in what role somebody is there.
func capacityWord(c model.Capacity) string {
	switch c {
	case model.Member:
		return tr("Member")
	case model.Attending:
		return tr("In attendance")
	case model.Observing:
		return tr("Observing")
	}
	return string(c)
}

// groupHeading names a group of the list.
func groupHeading(group string, capacity model.Capacity) string {
	switch {
	case group == "" && capacity == model.Member:
		return tr("Members")
	case group == "":
		return capacityWord(capacity)
	case capacity == model.Member:
		return group
	}
	return group + " · " + strings.ToLower(capacityWord(capacity))
}

// underWay says whether the meeting is still to be held or being held, so that
// who is in the room matters.
func underWay(s model.State) bool {
	switch s {
	case model.Planned, model.Live, model.Adjourned, model.Inquorate:
		return true
	case model.Cancelled, model.Draft, model.Circulated, model.Approved:
		return false
	}
	return false
}

// roomNow is the room with the meeting at an item; of a meeting that is over
// it is who was present at all.
func roomNow(m model.Meeting, item model.ID) model.Room {
	if underWay(m.State) {
		return m.RoomNow(item)
	}
	all := m.Clone()
	for i := range all.Attendees {
		all.Attendees[i].Items = nil
	}
	for i := range all.Items {
		all.Items[i].Entries = nil
	}
	return all.RoomNow("")
}

// presence is what the window's head says of who is there: words, or an alarm
// where there are too few members.
func presence(m model.Meeting, item model.ID) (words, alarm string) {
	if len(m.Attendees) == 0 {
		return "", ""
	}
	r := roomNow(m, item)
	switch {
	case m.Quorum > 0 && !underWay(m.State), m.Quorum == 0 && len(r.Here) > 0:
		return trf("%d present", len(r.Here)), ""
	case m.Quorum == 0:
		return "", ""
	case r.Quorate():
		return trf("Quorum %d/%d", r.Members, m.Quorum), ""
	}
	return "", trf("Inquorate: %d of %d", r.Members, m.Quorum)
}

// roomCount is how many members are there, with the quorum where the meeting
// has one.
func roomCount(m model.Meeting, item model.ID) widget.Block {
	r, over := roomNow(m, item), !underWay(m.State)
	b := widget.Block{Style: widget.Message, Text: plural(r.Members, "member present", "members present")}
	if m.Quorum == 0 {
		return b
	}
	if over {
		b.Text = trf("%s; quorum was %d", b.Text, m.Quorum)
	} else {
		b.Text = trf("%s; quorum is %d", b.Text, m.Quorum)
	}
	if !r.Quorate() && !over {
		b.Chip, b.Tone = tr("Inquorate"), theme.Restricted
	}
	return b
}

// roomBlock is who is there in full.
func roomBlock(m model.Meeting, item model.ID) widget.Block {
	if len(m.Attendees) == 0 {
		return widget.Block{Style: widget.Message, Text: tr("Nobody is listed yet. Press Insert to add a person.")}
	}
	b, r := roomCount(m, item), roomNow(m, item)
	var others []string
	add := func(n int, words string) {
		if n > 0 {
			others = append(others, trf(words, n))
		}
	}
	add(r.Attending, tr("%d in attendance"))
	add(r.Observing, tr("%d observing"))
	if m.Public != nil {
		others = append(others, trf("%d of the public", *m.Public))
	}
	counts := map[model.Mark]int{}
	for _, a := range m.AsListed().Attendees {
		counts[a.Mark]++
	}
	add(counts[model.Apologies], tr("%d sent apologies"))
	add(counts[model.Absent], tr("%d absent"))
	if len(others) > 0 {
		b.Text = bold(b.Text) + "   " + strings.Join(others, " · ")
	}
	return b
}

// rollRow is a line as the list shows it; passages are as passageWords gives
// them.
func rollRow(m model.Meeting, l rollLine, passages map[model.ID][]string) widget.Row {
	switch {
	case l.heading != "":
		return widget.Row{Heading: true, Cells: []widget.Cell{{Words: l.heading}}}
	case l.seat != nil:
		return widget.Row{Cells: []widget.Cell{{Words: l.seat.Name, Soft: true}, {Words: l.seat.Post, Soft: true}, {}, {Words: l.seat.Group, Soft: true}}}
	case l.add:
		return widget.Row{Cells: []widget.Cell{{Words: tr("Add a person"), Soft: true}, {Words: "Insert", Soft: true}}}
	}
	a, _ := m.Attendee(l.who)
	mark, tone := markWord(a.Mark)
	return widget.Row{Cells: []widget.Cell{{Words: a.Name}, {Words: a.Post, Soft: true}, {Words: mark, Tone: tone},
		{Words: attendanceNotes(m, a, passages[a.ID]), Soft: true}}}
}

// attendanceNotes is all that is recorded of somebody's attendance beyond the
// mark, the most telling first.
func attendanceNotes(m model.Meeting, a model.Attendee, passages []string) string {
	var notes []string
	add := func(is bool, words string) {
		if is {
			notes = append(notes, words)
		}
	}
	add(a.Unsure, tr("not known"))
	notes = append(notes, passages...)
	add(m.Chair == a.ID, tr("in the chair"))
	add(m.Clerk == a.ID, tr("clerk"))
	add(a.DeputyFor != "", trf("for %s", a.DeputyFor))
	for _, other := range m.Attendees {
		add(other.DeputyFor != "" && same(other.DeputyFor, a.Name), trf("deputy: %s", other.Name))
	}
	add(len(a.Items) > 0, itemsWords(a.Items))
	add(a.Remote, tr("remote"))
	add(a.Reason != "", a.Reason)
	return strings.Join(notes, " · ")
}

// itemsWords are the only items that somebody attends.
func itemsWords(items []string) string {
	if len(items) == 1 {
		return trf("item %s", items[0])
	}
	return trf("items %s", strings.Join(items, ", "))
}

// passageWords are how everybody came and went: "joined 10:15, item 3".
func passageWords(m model.Meeting) map[model.ID][]string {
	all, numbers := map[model.ID][]string{}, model.Number(m)
	for _, p := range m.Passages() {
		words := passageWord(p)
		if n := numbers.Items[p.Item]; n != "" {
			if p.At != "" {
				words += ","
			}
			words += " " + trf("item %s", n)
		}
		all[p.Who] = append(all[p.Who], words)
	}
	return all
}

// passageWord is one arrival or departure: "left 11:00".
func passageWord(p model.Passage) string {
	words := tr("joined")
	if p.Way == model.Out {
		words = tr("left")
	}
	if p.At != "" {
		words += " " + string(p.At)
	}
	return words
}

// rollDifference is whom an undo or redo was about, and what it did, in words.
func rollDifference(style minutes.Style, before, after model.Meeting) (who model.ID, words string) {
	for _, a := range after.Attendees {
		old, ok := before.Attendee(a.ID)
		if !ok {
			return a.ID, ": " + trf("%s is on the list", a.Name)
		}
		if !reflect.DeepEqual(old, a) {
			mark, _ := markWord(a.Mark)
			return a.ID, ": " + a.Name + ", " + strings.ToLower(mark)
		}
	}
	for _, a := range before.Attendees {
		if _, ok := after.Attendee(a.ID); !ok {
			return "", ": " + trf("%s is off the list", a.Name)
		}
	}
	was, now := before.Passages(), after.Passages()
	if len(was) != len(now) {
		return passageMissing(before, was, now), ""
	}
	_, words = difference(style, before, after)
	return "", words
}

// passageMissing is whose arrival or departure is in one of the two only.
func passageMissing(m model.Meeting, was, now []model.Passage) model.ID {
	has := map[model.ID]bool{}
	fewer, more := was, now
	if len(was) > len(now) {
		fewer, more = now, was
	}
	for _, p := range fewer {
		has[p.Entry] = true
	}
	for _, p := range more {
		if _, ok := m.Attendee(p.Who); ok && !has[p.Entry] {
			return p.Who
		}
	}
	return ""
}
