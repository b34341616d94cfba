package store

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"minutebook/model"
)

// mark is the seal that a meeting says it has.
type mark struct {
	body model.ID
	seal model.SealMark
}

// marked notes the seal that a sound meeting says it has.
func (c *checker) marked(m model.Meeting) {
	if m.Seal != nil {
		c.marks[m.ID] = mark{m.BodyID, *m.Seal}
	}
}

// seals checks the chain of every body, and that sealed meetings are as they
// were sealed. Every fault names a meeting.
func (c *checker) seals() {
	sealed := map[model.ID]bool{}
	last := model.Seal{}
	keys, records := c.in(atSealed.path())
	for _, k := range keys {
		body, _, _ := bytes.Cut([]byte(k), []byte{0})
		if string(body) != string(last.Body) {
			last = model.Seal{Body: model.ID(body)} // the chain of another body begins
		}
		var s model.Seal
		if err := atSealed.decode([]byte(k), records[k], &s); err != nil {
			id := c.sealOf(last.Body, k, records[k])
			sealed[id] = true
			c.unsealed(id, "its seal is damaged: its checksum does not fit its words")
			last.N, last.Sum = count([]byte(k)), c.marks[id].seal.Sum
			continue
		}
		if sealed[s.Meeting] {
			c.unsealed(s.Meeting, "it is sealed twice")
		}
		sealed[s.Meeting] = true
		if why := c.wrong(s, last, count([]byte(k))); why != "" {
			c.unsealed(s.Meeting, why)
		}
		last = s
		last.Body = model.ID(body)
	}
	for _, id := range slices.Sorted(maps.Keys(c.marks)) {
		if !sealed[id] {
			c.unsealed(id, "it is sealed, but its seal is gone from the book")
		}
	}
}

// sealOf is the meeting that a damaged seal is of: the one that says it has it,
// or else the one that it names itself.
func (c *checker) sealOf(body model.ID, k string, record []byte) model.ID {
	n := count([]byte(k))
	for id, m := range c.marks {
		if m.body == body && m.seal.N == n {
			return id
		}
	}
	e, _ := opened(record)
	var s model.Seal
	_ = json.Unmarshal(e.Body, &s) // it is damaged: what can be read of it is enough
	return s.Meeting
}

// wrong is what is wrong with a sound record of a seal that stands at place n
// behind last; "" where nothing is.
func (c *checker) wrong(s, last model.Seal, n int) string {
	m, marked := c.marks[s.Meeting]
	record, kept := c.records[atMeetings.path()][string(s.Meeting)]
	switch {
	case s.Body != last.Body || s.N != n:
		return "its seal stands in the place of another"
	case s.N != last.N+1:
		return "a seal before its own is gone from the book"
	case s.Before != last.Sum:
		return "its seal does not follow the one before it"
	case !s.Sound():
		return "its seal does not fit what it covers"
	case !kept:
		return "it is sealed, but its minutes are gone from the book"
	}
	var now model.Meeting
	if err := atMeetings.decode(key(s.Meeting), record, &now); err != nil {
		return "" // that its record is damaged is said already
	}
	switch {
	case !marked || m.seal.N != s.N || m.seal.Sum != s.Sum:
		return "its minutes do not have the seal that the book has of them"
	case !s.Covers(now):
		return "its minutes are not as they were sealed"
	}
	return ""
}

// unsealed notes what is wrong with the seal of a meeting.
func (c *checker) unsealed(id model.ID, why string) {
	f := Fault{Record: "sealed minutes of meeting", ID: id, Why: why}
	f.Body, f.Date = c.records.whose(id)
	c.fault(f)
}
