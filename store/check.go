package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// Report is what looking through a book found.
type Report struct {
	Path   string
	Format int
	// How many records there are, sound or not.
	Bodies, People, Styles, Meetings, Events int
	// Faults are what is wrong; none where the book is sound.
	Faults []Fault
}

// Sound says whether nothing is wrong with the book.
func (r Report) Sound() bool { return len(r.Faults) == 0 }

// Fault is one thing that is wrong in a book.
type Fault struct {
	// Record says what is damaged: "meeting", "body", "page", "index", ...
	Record string
	ID     model.ID
	// Body and Date are those of the meeting concerned, as far as known.
	Body string
	Date model.Date
	Why  string
}

// String is the fault in a sentence.
func (f Fault) String() string {
	s := f.Record
	if f.ID != "" {
		s += " " + string(f.ID)
	}
	if f.Body != "" || f.Date != "" {
		of := f.Body
		if day := cmp.Or(f.Date.Long(), string(f.Date)); day != "" {
			of = strings.TrimPrefix(of+", "+day, ", ")
		}
		s += " (" + of + ")"
	}
	return s + ": " + f.Why
}

// Check looks through the whole book at path without writing to it. What is
// wrong with records and pages is in the report. The error says that there was
// nothing to look through: *[Absent], *[Denied], *[Locked], *[Newer], or
// *[Damaged].
func Check(path string) (Report, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Report{}, err
	}
	if err := isFile(path); err != nil {
		return Report{}, err
	}
	release, err := keepStill(path)
	if err != nil {
		return Report{}, err
	}
	defer release()
	return checkFile(path)
}

// keepStill keeps others from writing to the book at path until it is
// released. Nothing is read through the lock. A file that bbolt makes nothing
// of needs none: nobody else can open it either.
func keepStill(path string) (release func(), err error) {
	b := &Book{path: path, options: Options{ReadOnly: true}}
	switch err := b.mapped(b.options); {
	case err == nil:
		return func() { _ = b.shut() }, nil
	case errors.As(err, new(*Locked)), errors.As(err, new(*Denied)):
		return nil, err
	default:
		return func() {}, nil
	}
}

// checkFile is Check of a file that nobody writes to.
func checkFile(path string) (Report, error) {
	f, err := os.Open(path)
	if err != nil {
		return Report{}, fmt.Errorf("could not read the minute book %s: %w", path, err)
	}
	defer func() { _ = f.Close() }()
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return Report{}, fmt.Errorf("could not read the minute book %s: %w", path, err)
	}
	c := checker{said: about{}, records: records{}, events: map[model.ID][]model.Event{}, marks: map[model.ID]mark{}}
	walked, err := readPages(f, size, true, c.take)
	if err != nil {
		return Report{}, &Damaged{Path: path, Why: err.Error(), Err: err}
	}
	if len(walked.faults) == 0 || c.said[string(keyFormat)] != "" {
		if err := c.said.known(path, true); err != nil {
			return Report{}, err
		}
	}
	c.report.Path, c.report.Format = path, Format
	for _, fault := range walked.faults {
		c.fault(Fault{Record: "file", Why: fault.Error()})
	}
	c.check()
	return c.report, nil
}

// checker gathers what a book holds and compares it.
type checker struct {
	report  Report
	said    about
	records records
	// events are the sound ones of every meeting.
	events map[model.ID][]model.Event
	// marks are the seals that sound meetings say they have.
	marks map[model.ID]mark
	// numbers are those that the index has for words.
	numbers map[string]uint32
}

func (c *checker) take(buckets [][]byte, k, v []byte) {
	in := string(bytes.Join(buckets, []byte("/")))
	if in == string(bucketMeta) {
		c.said[string(k)] = string(v)
		return
	}
	c.records.add(in, string(k), v)
}

func (c *checker) fault(f Fault) { c.report.Faults = append(c.report.Faults, f) }

// in are the keys and records of a bucket, in order.
func (c *checker) in(bucket string) (keys []string, records map[string][]byte) {
	records = c.records[bucket]
	return slices.Sorted(maps.Keys(records)), records
}

func (c *checker) check() {
	for _, at := range []place{atBodies, atPeople, atStyles, atClerk, atWritten, atDrafts, atFiles} {
		keys, records := c.in(at.path())
		for _, k := range keys {
			if err := at.decode([]byte(k), records[k], at.holds()); err != nil {
				c.record(at, err)
			}
		}
	}
	c.report.Bodies, c.report.People = len(c.records[string(bucketBodies)]), len(c.records[string(bucketPeople)])
	c.report.Styles = len(c.records[string(bucketStyles)])
	c.ledger()
	c.revisions()
	c.meetings()
	c.seals()
}

// record notes a damaged record.
func (c *checker) record(at place, err error) {
	f := Fault{Record: at.kind, Why: err.Error()}
	var damaged *Damaged
	if errors.As(err, &damaged) {
		f.ID, f.Why = damaged.ID, damaged.Why
	}
	if at.ofMeeting() {
		f.Body, f.Date = c.records.whose(f.ID)
	}
	c.fault(f)
}

func (c *checker) revisions() {
	keys, packed := c.in(string(bucketRevisions))
	for _, k := range keys {
		id, _, _ := strings.Cut(k, "\x00")
		record, _, err := unpack(packed[k])
		if err == nil {
			err = atMeetings.decode([]byte(id), record, &model.Meeting{})
		}
		if err != nil {
			c.record(atRevisions, atRevisions.damaged([]byte(k), "its checksum does not fit its words"))
		}
	}
}

// meetings checks the records of the meetings, and the index against them.
func (c *checker) meetings() {
	var should [len(facetBuckets)]map[string][]byte
	for f := range should {
		should[f] = map[string][]byte{}
	}
	current := c.said[string(keyIndex)] == strconv.Itoa(indexFormat)
	if current {
		c.words()
	}
	spoilt := map[string]bool{}
	keys, records := c.in(string(bucketMeetings))
	c.report.Meetings = len(keys)
	for _, k := range keys {
		var m model.Meeting
		e := entries{}
		err := atMeetings.decode([]byte(k), records[k], &m)
		if err == nil {
			e, err = indexEntries(m, c.events[m.ID], c.number)
		}
		if err != nil {
			spoilt[k] = true
			c.record(atMeetings, err)
			continue
		}
		c.marked(m)
		for f, record := range e {
			if record != nil {
				should[f][k] = record
			}
		}
	}
	c.lost(spoilt, records)
	if !current {
		return // it is made afresh when the book is opened for writing
	}
	for f, records := range should {
		c.compare(facet(f), records, spoilt)
	}
}

// words checks that no two words have the same number.
func (c *checker) words() {
	words := c.records[string(bucketIndex)+"/"+string(bucketWords)]
	c.numbers = make(map[string]uint32, len(words))
	taken := map[uint32]bool{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		n := uint32(0)
		if len(words[w]) == 4 {
			n = binary.BigEndian.Uint32(words[w])
		}
		if n == 0 || taken[n] {
			c.fault(Fault{Record: "index of words", Why: fmt.Sprintf("%q has no number of its own", w)})
		}
		taken[n] = true
		c.numbers[w] = n
	}
}

// number is the number that the index has for a word, 0 where it has none.
func (c *checker) number(word string) uint32 { return c.numbers[word] }

// lost notes the meetings that the list has and the book has not.
func (c *checker) lost(spoilt map[string]bool, records map[string][]byte) {
	listed, _ := c.in(atList.path())
	for _, k := range listed {
		if _, kept := records[k]; !kept {
			spoilt[k] = true
			c.record(atMeetings, atMeetings.damaged([]byte(k), "it is in the list, but its record is gone"))
		}
	}
}

// ledger checks the events and gathers them by meeting.
func (c *checker) ledger() {
	keys, records := c.in(string(bucketLedger))
	c.report.Events = len(keys)
	for _, k := range keys {
		var e model.Event
		if err := atLedger.decode([]byte(k), records[k], &e); err != nil {
			c.record(atLedger, err)
			continue
		}
		c.events[e.Meeting] = append(c.events[e.Meeting], e)
	}
}

// compare notes where a facet of the index is not what it should be, but for
// meetings that are spoilt themselves.
func (c *checker) compare(in facet, should map[string][]byte, spoilt map[string]bool) {
	is := c.records[in.path()]
	for _, k := range keys(should, is) {
		if spoilt[k] || should[k] != nil && bytes.Equal(is[k], should[k]) {
			continue
		}
		f := Fault{Record: "index of " + string(facetBuckets[in]) + " for meeting", ID: model.ID(k), Why: "it does not fit the meeting, whose own record is sound; saving that meeting puts it right"}
		f.Body, f.Date = c.records.whose(f.ID)
		c.fault(f)
	}
}
