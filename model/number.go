package model

import (
	"slices"
	"strconv"
	"strings"
)

// Numbers are the numbers that people read out, by identity. What has no
// number is not in them.
type Numbers struct {
	// Items: the printed reference where the item has one, else its place, or
	// "124/17" where items are numbered by year.
	Items map[ID]string
	// Entries: "3.2" for what a style may number as a paragraph, "14" or
	// "2022/14" for an action, the body's own number for a decision or motion
	// that has one.
	Entries map[ID]string
	// Paragraphs: "3.2" for decisions and motions too, own number or not.
	Paragraphs map[ID]string
	// Places of items in the numbering, also of those with a reference: "5A".
	Places map[ID]string
}

// Number works out every printed number in the meeting in one pass. A number
// that has left the office stays what it was. Otherwise items and paragraphs
// follow the order; an item with its own reference takes up a place all the
// same, so that restricting or naming one shifts no other. What is added
// between two that are out is 3.2A; behind the last it has the next number.
func Number(m Meeting) Numbers {
	n := Numbers{Items: map[ID]string{}, Entries: map[ID]string{}, Paragraphs: map[ID]string{}, Places: map[ID]string{}}
	places := m.places()
	taken := map[string]bool{}
	if m.Frozen != nil {
		for _, number := range m.Frozen.Paragraphs {
			taken[number] = true
		}
	}
	first := m.lowest(places)
	for i, it := range m.Items {
		if !it.Opening() {
			n.Items[it.ID], n.Places[it.ID] = m.printedItem(it, places[i]), places[i]
		}
		n.entries(m, it, m.chapter(places[i], first), taken)
	}
	return n
}

// places are the places of the items in the numbering, by their place in the
// list: "3", or "5A" for a late one; "" for what came before the agenda.
func (m Meeting) places() []string {
	places := make([]string, len(m.Items))
	first := m.Numbering.Items.Begins()
	if m.Frozen == nil || len(m.Frozen.Items) == 0 {
		for i, it := range m.Items {
			if !it.Opening() {
				places[i] = strconv.Itoa(first)
				first++
			}
		}
		return places
	}
	taken := map[string]bool{}
	for id := range m.Frozen.Items {
		taken[m.frozenPlace(id)] = true
	}
	var at []int
	var fixed []string
	for i, it := range m.Items {
		if !it.Opening() {
			at, fixed = append(at, i), append(fixed, m.frozenPlace(it.ID))
		}
	}
	for i, place := range count(fixed, first, taken, "") {
		places[at[i]] = place
	}
	return places
}

// frozenPlace is the place of an item whose number is out; "" for any other.
func (m Meeting) frozenPlace(id ID) string {
	if m.Frozen == nil {
		return ""
	}
	if place := m.Frozen.Places[id]; place != "" {
		return place
	}
	number := m.Frozen.Items[id]
	if year := m.Numbering.Items.Year; year != "" {
		number = strings.TrimSuffix(number, "/"+year)
	}
	return number
}

// printedItem is the number of an item that has that place.
func (m Meeting) printedItem(it Item, place string) string {
	switch {
	case m.Frozen != nil && m.Frozen.Items[it.ID] != "":
		return m.Frozen.Items[it.ID]
	case it.Reference != "":
		return it.Reference
	}
	return m.Numbering.Items.yearLast(place)
}

// lowest is the first number of the meeting's items: that which the series
// begins with, or one before it that an item has outside.
func (m Meeting) lowest(places []string) int {
	first := m.Numbering.Items.Begins()
	for i, it := range m.Items {
		if !it.Opening() {
			_, number, _ := label(places[i])
			first = min(first, number)
		}
	}
	return first
}

// chapter is what the numbers of an item's paragraphs begin with: the place of
// the item, counted from 1 in the meeting where items are numbered by year.
func (m Meeting) chapter(place string, first int) string {
	if m.Numbering.Items.Year == "" {
		return place
	}
	before, number, behind := label(place)
	return before + strconv.Itoa(number-first+1) + behind
}

func (n Numbers) entries(m Meeting, it Item, chapter string, taken map[string]bool) {
	var paragraphs []ID
	for _, e := range it.Entries {
		if e.Kind == Action {
			n.Entries[e.ID] = m.Numbering.Actions.YearFirst(e.Number)
			continue
		}
		if e.Kind.numbered() && !it.Opening() {
			paragraphs = append(paragraphs, e.ID)
		}
	}
	n.paragraphs(m.Frozen, paragraphs, chapter+".", taken)
	for _, e := range it.Entries {
		if e.Kind == Action || n.Paragraphs[e.ID] == "" {
			continue
		}
		n.Entries[e.ID] = n.Paragraphs[e.ID]
		if e.Resolution != nil && e.Resolution.Number != "" {
			n.Entries[e.ID] = e.Resolution.Number
		}
	}
}

// paragraphs numbers those of one item. One that is out and came from another
// item keeps its number and does not count.
func (n Numbers) paragraphs(frozen *Frozen, ids []ID, chapter string, taken map[string]bool) {
	if len(taken) == 0 {
		for i, id := range ids {
			n.Paragraphs[id] = chapter + strconv.Itoa(i+1)
		}
		return
	}
	var own []ID
	var fixed []string
	for _, id := range ids {
		number := frozen.Paragraphs[id]
		rest, here := strings.CutPrefix(number, chapter)
		if number != "" {
			n.Paragraphs[id] = number
		}
		if number == "" || here {
			own, fixed = append(own, id), append(fixed, rest)
		}
	}
	for i, number := range count(fixed, 1, taken, chapter) {
		n.Paragraphs[own[i]] = chapter + number
	}
}

// count numbers things in their order from first on: with the next number where
// there is room before the next that is fixed, and else with a letter behind
// the number before ("5A"), or, before all others, in front of the number
// behind ("A1"). fixed has "" for what has no number yet. What is taken, with
// chapter before it, is not given.
func count(fixed []string, first int, taken map[string]bool, chapter string) []string {
	out, given := slices.Clone(fixed), map[string]bool{}
	limits, limit := make([]int, len(fixed)), 0
	for i, one := range slices.Backward(fixed) {
		if limits[i] = limit; one != "" {
			_, limit, _ = label(one)
			given[one] = true
		}
	}
	free := func(number string) bool { return !given[number] && !taken[chapter+number] }
	last := first - 1
	for i := range out {
		if out[i] == "" {
			out[i] = between(last, limits[i], first, free)
			given[out[i]] = true
		}
		_, last, _ = label(out[i])
	}
	return out
}

// between is a free number behind last and before limit; 0 is no limit.
func between(last, limit, first int, free func(string) bool) string {
	for n := last + 1; limit == 0 || n < limit; n++ {
		if number := strconv.Itoa(n); free(number) {
			return number
		}
	}
	for n := 1; ; n++ {
		number := strconv.Itoa(last) + lettered(n)
		if last < first {
			number = lettered(n) + strconv.Itoa(limit)
		}
		if free(number) {
			return number
		}
	}
}

// lettered is A to Z for 1 to 26, then AA, AB and so on.
func lettered(n int) string {
	var out []byte
	for ; n > 0; n = (n - 1) / 26 {
		out = append(out, byte('A'+(n-1)%26))
	}
	slices.Reverse(out)
	return string(out)
}

// label takes a number apart: the letters before it and behind it, as in "A1"
// and "5A".
func label(number string) (before string, n int, behind string) {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' }
	i := strings.IndexFunc(number, isDigit)
	if i < 0 {
		return number, 0, ""
	}
	end := i + len(number[i:]) - len(strings.TrimLeftFunc(number[i:], isDigit))
	n, _ = strconv.Atoi(number[i:end])
	return number[:i], n, number[end:]
}

// numbered says whether entries of the kind are counted as paragraphs.
func (k EntryKind) numbered() bool {
	switch k {
	case Paragraph, Decision, Motion, Interest, Movement:
		return true
	case Bullet, Heading, Action, VoteTaken, Private:
		return false
	}
	return false
}

// Ordinal is a number as English says which it is: 1st, 22nd, 111th.
func Ordinal(n int) string {
	end := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}
