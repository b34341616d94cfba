package model

import "strconv"

// Numbers are the numbers that people read out, by identity. What has no
// number is not in them.
type Numbers struct {
	// Items: the printed reference where the item has one, else its place.
	Items map[ID]string
	// Entries: "3.2" for what a style may number as a paragraph, "14" for an
	// action, the body's own number for a decision or motion that has one.
	Entries map[ID]string
	// Paragraphs: "3.2" for decisions and motions too, own number or not.
	Paragraphs map[ID]string
}

// Number works out every printed number in the meeting in one pass. Items and
// paragraphs follow the order; an item with its own reference takes up a
// place all the same, so that restricting or naming one shifts no other.
func Number(m Meeting) Numbers {
	n := Numbers{Items: map[ID]string{}, Entries: map[ID]string{}, Paragraphs: map[ID]string{}}
	place := 0
	for _, it := range m.Items {
		if !it.Opening() {
			place++
			n.Items[it.ID] = it.Reference
			if it.Reference == "" {
				n.Items[it.ID] = strconv.Itoa(place)
			}
		}
		n.entries(it, strconv.Itoa(place))
	}
	return n
}

func (n Numbers) entries(it Item, place string) {
	paragraph := 0
	for _, e := range it.Entries {
		if e.Kind == Action {
			n.Entries[e.ID] = strconv.Itoa(e.Number)
			continue
		}
		if !e.Kind.numbered() || it.Opening() {
			continue
		}
		paragraph++
		n.Paragraphs[e.ID] = place + "." + strconv.Itoa(paragraph)
		n.Entries[e.ID] = n.Paragraphs[e.ID]
		if e.Resolution != nil && e.Resolution.Number != "" {
			n.Entries[e.ID] = e.Resolution.Number
		}
	}
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
