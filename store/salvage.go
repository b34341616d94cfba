package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"minutebook/model"
)

// records are those of a book, by the path of their bucket and their key.
type records map[string]map[string][]byte

func (r records) add(path, k string, record []byte) {
	if r[path] == nil {
		r[path] = map[string][]byte{}
	}
	r[path][k] = bytes.Clone(record)
}

// whose is the body and the date of a meeting as far as anything tells: its
// entry in the list, or else what is readable of the record itself.
func (r records) whose(id model.ID) (string, model.Date) {
	var s model.Summary
	if record, ok := r[atList.path()][string(id)]; ok && atList.decode(key(id), record, &s) == nil {
		return s.Body, s.Date
	}
	var m model.Meeting
	if e, ok := opened(r[atMeetings.path()][string(id)]); ok && json.Unmarshal(e.Body, &m) == nil {
		return m.Body, m.Date
	}
	return "", ""
}

// salvage is all that can be read of a damaged book.
type salvage struct {
	said about
	// latest is what the root that counts leads to, sound or not, and earlier
	// what the root before it leads to. Loose are the sound records that stand
	// anywhere in the file, whatever leads to them.
	latest, earlier, loose records
	// buckets are the paths of those in latest, and faults are what is wrong
	// with its pages.
	buckets map[string]bool
	faults  []*pageFault
	// rootless says that no root was readable.
	rootless bool
}

// readSalvage reads the file at path, which nobody writes to.
func readSalvage(path string) (*salvage, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("could not read the minute book %s: %w", path, err)
	}
	f, size := bytes.NewReader(data), int64(len(data))
	s := &salvage{said: about{}, latest: records{}, earlier: records{}, loose: records{}, buckets: map[string]bool{}}
	roots := metas(f)
	s.rootless = len(roots) == 0
	for i, m := range roots {
		m.pages = min(m.pages, uint64(size/m.pageSize)) // no more than are left
		into := s.latest
		if i > 0 {
			into = s.earlier
		}
		p := newPages(f, m, func(buckets [][]byte, k, v []byte) {
			into.add(string(bytes.Join(buckets, []byte("/"))), string(k), v)
		})
		p.deep = true
		p.tree(nil, m.root, nil, nil)
		if i == 0 {
			s.buckets, s.faults = p.buckets, p.faults
		}
	}
	for _, r := range []records{s.earlier, s.latest} {
		for k, v := range r[string(bucketMeta)] {
			s.said[k] = string(v)
		}
	}
	s.search(data)
	return s, nil
}

// search takes the sound records that stand anywhere in data. Of several under
// one key the latest is kept.
func (s *salvage) search(data []byte) {
	begin := []byte(`{"v":`)
	for {
		at := bytes.Index(data, begin)
		if at < 0 {
			return
		}
		data = data[at:]
		var record json.RawMessage
		if json.NewDecoder(bytes.NewReader(data)).Decode(&record) != nil {
			data = data[len(begin):]
			continue
		}
		s.find(record)
		data = data[len(record):]
	}
}

// find takes a record, if it is one. Its words tell under which key it should
// be kept, and its checksum whether that is so.
func (s *salvage) find(record []byte) {
	e, ok := opened(record)
	if !ok {
		return
	}
	var named struct{ ID model.ID }
	var event model.Event
	_, _ = json.Unmarshal(e.Body, &named), json.Unmarshal(e.Body, &event) // the checksum tells
	for _, c := range []struct {
		place
		key []byte
	}{
		{atMeetings, key(named.ID)},
		{atList, key(named.ID)},
		{atBodies, key(named.ID)},
		{atPeople, key(named.ID)},
		{atStyles, key(named.ID)},
		{atDrafts, key(event.Meeting)},
		{atLedger, counted(under(event.Meeting, event.Action), event.N)},
	} {
		rev, ok := c.sound(c.key, record)
		if !ok {
			continue
		}
		if had, before := c.sound(c.key, s.loose[c.path()][string(c.key)]); !before || rev > had {
			s.loose.add(c.path(), string(c.key), record)
		}
		return
	}
}

// revisionUnder is the record of a meeting that is packed under k as one of its
// revisions, and whether it is sound.
func revisionUnder(k, packed []byte) (record []byte, ok bool) {
	id, _, _ := bytes.Cut(k, []byte{0})
	if !bytes.Equal(k, counted(append(bytes.Clone(id), 0), count(k))) {
		return nil, false
	}
	record, _, err := unpack(packed)
	if err != nil {
		return nil, false
	}
	rev, ok := atMeetings.sound(id, record)
	return record, ok && rev == count(k)
}

// spoilt says whether anything is wrong with the records of a kind, so that
// some may be missing.
func (s *salvage) spoilt(at place) bool {
	path := at.path()
	if !s.buckets[path] || s.faultsIn(path) {
		return true
	}
	for k, record := range s.latest[path] {
		if _, ok := at.sound([]byte(k), record); !ok {
			return true
		}
	}
	return false
}

// faultsIn says whether a page is damaged that the bucket at path is on.
func (s *salvage) faultsIn(path string) bool {
	return slices.ContainsFunc(s.faults, func(f *pageFault) bool {
		return f.in == "" || f.in == path || strings.HasPrefix(path, f.in+"/")
	})
}

// keys are those of several maps, sorted.
func keys(of ...map[string][]byte) []string {
	all := map[string]bool{}
	for _, m := range of {
		for k := range m {
			all[k] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}
