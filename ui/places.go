package ui

import (
	"maps"
	"slices"

	"minutebook/model"
)

// place is where the clerk was in the minutes: an item, and the entry chosen
// in it, if any. Words that were being written there are parked at the item.
type place struct{ item, entry model.ID }

// places are where the clerk was before, the last at the end. Items that are
// only passed through on the way to another count as no place.
type places struct {
	been    []place
	passing bool
}

// mostPlaces is how far back there is a way.
const mostPlaces = 50

// leave remembers a place that is left.
func (p *places) leave(at place) {
	passed := p.passing && at.entry == ""
	p.passing = false
	if at.item == "" || passed || len(p.been) > 0 && p.been[len(p.been)-1] == at {
		return
	}
	p.been = append(p.been, at)
	p.been = p.been[max(len(p.been)-mostPlaces, 0):]
}

// back takes the last place that is still there and is not where the clerk is.
func (p *places) back(m model.Meeting, now place) (place, bool) {
	p.passing = false
	for len(p.been) > 0 {
		last := p.been[len(p.been)-1]
		p.been = p.been[:len(p.been)-1]
		if _, it, ok := m.Entry(last.entry); !ok || it.ID != last.item {
			last.entry = ""
		}
		if _, ok := m.Item(last.item); ok && last != now {
			return last, true
		}
	}
	return place{}, false
}

func (s *meetingScreen) here() place { return place{s.work.item, s.work.selected} }

// goTo goes to an item; words left in the composer wait for the clerk there.
func (s *meetingScreen) goTo(item model.ID) {
	s.leaveRoll()
	if item != s.work.item {
		s.places.leave(s.here())
	}
	s.visit(item)
	s.focus()
}

// visit shows an item with the words parked there in the composer, and leaves
// the keyboard where it is.
func (s *meetingScreen) visit(item model.ID) {
	if item == s.work.item {
		s.fill()
		return
	}
	left, before, editing := s.work.item, s.before, s.work.editing
	words := s.work.goTo(item, s.panel.composer.Text())
	if editing != "" && s.work.parked[left] != "" {
		s.w.say(tr("The entry is as it was; the words of your edit wait at that item"))
	}
	if before != "" { // those that an edit had taken the place of
		s.work.parked[left] = together(before, s.work.parked[left])
	}
	s.panel.composer.Set(words, len([]rune(words)))
	s.confirmed, s.leaving, s.before, s.carried = "", false, "", ""
	s.touched()
	s.keepUnfinished()
	s.fill()
}

// back goes to where the clerk was before.
func (s *meetingScreen) back() {
	if s.untouched() {
		s.toRegister()
		return
	}
	to, ok := s.places.back(s.work.meeting(), s.here())
	if !ok && s.register != nil {
		s.toRegister()
		return
	}
	if !ok {
		s.w.say(tr("This is where you began: there is nothing to go back to"))
		return
	}
	s.leaveRoll()
	s.visit(to.item)
	s.work.selected = to.entry
	s.fill()
	s.focus()
}

// together are unfinished words that meet in one composer, the older ones
// first.
func together(older, newer string) string {
	switch {
	case older == "" || older == newer:
		return newer
	case newer == "":
		return older
	}
	return older + "\n" + newer
}

// adopt sees to it that no unfinished word waits where nobody comes: those
// parked at items that are gone, or at the item the clerk is at, go into the
// composer, and so do those that an edit had taken the place of where the entry
// is gone. While an entry is edited they wait for the end of that.
func (s *meetingScreen) adopt() {
	c := s.panel.composer
	words := s.work.adopt()
	if s.work.editing != "" {
		s.before = together(words, s.before)
		return
	}
	words = together(together(words, s.before), c.Text())
	s.before = ""
	if words != c.Text() {
		c.Set(words, len([]rune(words)))
		s.touched()
	}
}

// adopt takes away and gives the words that are parked at items that are gone
// and where the clerk is.
func (w *minuting) adopt() (words string) {
	m := w.meeting()
	for _, item := range slices.Sorted(maps.Keys(w.parked)) {
		if _, ok := m.Item(item); !ok || item == w.item {
			words = together(words, w.parked[item])
			delete(w.parked, item)
		}
	}
	return words
}
