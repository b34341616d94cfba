package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Rescue is what came over from a damaged book into a new one.
type Rescue struct {
	From, To string
	// How many records came over.
	Bodies, People, Styles, Meetings, Events, Revisions, Unfinished int
	// Lost is what did not come over, or not as it was last.
	Lost []Fault
}

// Recover makes a new book at path to from what is readable of the book at
// path from, which it never writes to. A meeting whose record is damaged
// comes over as it was at its newest sound revision. What did not come over
// is named in the Rescue. A file that is at path to is left as it is: the
// error is then an *[Exists]. Other errors are *[Absent], *[Denied], *[Locked],
// *[Newer], and *[Unreadable]; no new book is then made.
func Recover(from, to string, o Options) (Rescue, error) {
	from, errFrom := filepath.Abs(from)
	to, errTo := filepath.Abs(to)
	if err := errors.Join(errFrom, errTo, isFile(from)); err != nil {
		return Rescue{}, err
	}
	if _, err := os.Lstat(to); err == nil {
		return Rescue{}, &Exists{to}
	}
	release, err := keepStill(from)
	if err != nil {
		return Rescue{}, err
	}
	defer release()
	s, err := readSalvage(from)
	if err != nil {
		return Rescue{}, err
	}
	if newer := (*Newer)(nil); errors.As(s.said.known(from, true), &newer) {
		return Rescue{}, newer
	}
	c := choice{salvage: s, taken: records{}, rescue: Rescue{From: from, To: to}}
	c.all()
	if len(c.taken) == 0 && (s.rootless || len(c.rescue.Lost) > 0) {
		return Rescue{}, &Unreadable{from}
	}
	if err := c.taken.make(to, o); err != nil {
		return Rescue{}, fmt.Errorf("could not make the new minute book; %s was left as it was: %w", from, err)
	}
	return c.rescue, nil
}

// choice takes from a salvage what goes into the new book.
type choice struct {
	*salvage
	taken  records
	rescue Rescue
}

func (c *choice) all() {
	for _, at := range []place{atBodies, atPeople, atStyles, atClerk, atWritten, atLedger, atDrafts, atRevisions, atSealed, atFiles} {
		c.pick(at)
	}
	c.meetings()
	c.revisions()
	c.pages()
	r, t := &c.rescue, c.taken
	r.Bodies, r.People, r.Styles, r.Meetings = len(t[atBodies.path()]), len(t[atPeople.path()]), len(t[atStyles.path()]), len(t[atMeetings.path()])
	r.Events, r.Revisions, r.Unfinished = len(t[atLedger.path()]), len(t[atRevisions.path()]), len(t[atDrafts.path()])
}

// lost names a record that did not come over as it should have.
func (c *choice) lost(at place, k, why string) {
	f := Fault{Record: at.kind, ID: at.damaged([]byte(k), why).ID, Why: why}
	if at.ofMeeting() {
		f.Body, f.Date = c.whose(f.ID)
	}
	c.rescue.Lost = append(c.rescue.Lost, f)
}

// whose is the body and the date of a meeting as far as anything tells.
func (c *choice) whose(id model.ID) (body string, date model.Date) {
	for _, r := range []records{c.latest, c.earlier, c.loose, c.taken} {
		if body, date = r.whose(id); body != "" || date != "" {
			break
		}
	}
	return body, date
}

const nowhere = "its record cannot be read, and no earlier form of it was found"

// pick takes the records of a kind: those of the root that counts, and in the
// place of what is damaged or gone there the newest that is elsewhere.
func (c *choice) pick(at place) {
	path := at.path()
	latest := c.latest[path]
	if !c.spoilt(at) {
		for k, record := range latest {
			c.taken.add(path, k, record)
		}
		return
	}
	for _, k := range keys(latest, c.earlier[path], c.loose[path]) {
		if _, ok := at.sound([]byte(k), latest[k]); ok {
			c.taken.add(path, k, latest[k])
			continue
		}
		record, rev := newest(at, k, c.earlier[path][k], c.loose[path][k])
		switch {
		case record == nil:
			c.lost(at, k, nowhere)
			continue
		case at.kind == atBodies.kind, at.kind == atPeople.kind, at.kind == atStyles.kind:
			c.lost(at, k, fmt.Sprintf("its record cannot be read; it came over as it was at revision %d, and what was changed after that is lost", rev))
		}
		c.taken.add(path, k, record)
	}
}

// newest is the sound record with the highest revision, nil where none is.
func newest(at place, k string, of ...[]byte) (record []byte, rev int) {
	for _, r := range of {
		if n, ok := at.sound([]byte(k), r); ok && (record == nil || n > rev) {
			record, rev = r, n
		}
	}
	return record, rev
}

// meetings takes the meetings, those that are damaged as they were at their
// newest sound revision.
func (c *choice) meetings() {
	path := atMeetings.path()
	packed := c.unpacked()
	named := keys(c.latest[path], c.latest[atList.path()])
	if c.spoilt(atMeetings) {
		list := atList.path()
		named = keys(c.latest[path], c.earlier[path], c.loose[path], packed, c.latest[list], c.earlier[list], c.loose[list])
	}
	for _, k := range named {
		if _, ok := atMeetings.sound([]byte(k), c.latest[path][k]); ok {
			c.taken.add(path, k, c.latest[path][k])
			continue
		}
		record, rev := newest(atMeetings, k, c.earlier[path][k], c.loose[path][k], packed[k])
		if record == nil {
			c.lost(atMeetings, k, nowhere)
			continue
		}
		c.taken.add(path, k, record)
		if listed, ok := atList.sound([]byte(k), c.latest[atList.path()][k]); !ok || listed > rev {
			c.lost(atMeetings, k, fmt.Sprintf("its record cannot be read; it came over as it was at revision %d, and what was written after that is lost", rev))
		}
	}
}

// unpacked is the newest of the revisions that were taken, of every meeting.
func (c *choice) unpacked() map[string][]byte {
	newest, revs := map[string][]byte{}, map[string]int{}
	for k, packed := range c.taken[atRevisions.path()] {
		id, _, _ := bytes.Cut([]byte(k), []byte{0})
		record, ok := revisionUnder([]byte(k), packed)
		if rev := count([]byte(k)); ok && rev > revs[string(id)] {
			newest[string(id)], revs[string(id)] = record, rev
		}
	}
	return newest
}

// revisions lets go of the revisions that are no earlier than their meeting,
// and of those of approved minutes.
func (c *choice) revisions() {
	path := atRevisions.path()
	for k := range c.taken[path] {
		id, _, _ := bytes.Cut([]byte(k), []byte{0})
		var m model.Meeting
		e, ok := opened(c.taken[atMeetings.path()][string(id)])
		if ok && json.Unmarshal(e.Body, &m) == nil && (m.State == model.Approved || m.Rev <= count([]byte(k))) {
			delete(c.taken[path], k)
		}
	}
}

// pages names the damaged pages that may have held what nothing else names.
func (c *choice) pages() {
	inIndex := string(bucketIndex)
	for _, f := range c.faults {
		switch {
		case f.in == inIndex, strings.HasPrefix(f.in, inIndex+"/"), f.in == string(bucketMeta):
			continue // made afresh
		case f.in == atMeetings.path() && c.buckets[atList.path()] && !c.faultsIn(atList.path()):
			continue // the list names them all
		}
		in := f.in
		if in == "" {
			in = "all of the book"
		}
		c.rescue.Lost = append(c.rescue.Lost, Fault{Record: "file", Why: fmt.Sprintf("%v (%s); what it held came over as far as it stands elsewhere in the file", f, in)})
	}
	if c.rootless {
		c.rescue.Lost = append(c.rescue.Lost, Fault{Record: "file", Why: "its first pages cannot be read; the rest came over as far as it could be found"})
	}
}

// make makes a book at path that holds these records.
func (r records) make(path string, o Options) error {
	if err := makeFolder(path); err != nil {
		return err
	}
	temp, err := temporary(path)
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(temp) }()
	if err := makeEmpty(temp, o); err != nil {
		return err
	}
	o.ReadOnly = false
	db, err := bbolt.Open(temp, 0o600, o.bolt(nil))
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		for _, at := range []place{atMeetings, atBodies, atPeople, atStyles, atClerk, atWritten, atDrafts, atRevisions, atLedger, atSealed, atFiles} {
			for _, k := range keys(r[at.path()]) {
				if err := at.in(tx).Put([]byte(k), r[at.path()][k]); err != nil {
					return err
				}
			}
		}
		_, err := fillIndex(tx, nil, math.MaxInt)
		return err
	})
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if err := sound(temp); err != nil {
		return err
	}
	return settle(temp, path, false)
}
