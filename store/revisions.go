package store

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

const (
	// tail is how many earlier revisions of a meeting are all kept. Of those
	// before them one is kept of every block of revisions, and the last before
	// every change of state: minutes as they were when they were circulated.
	tail  = 50
	block = 50
)

// keepRevision puts what m takes the place of, if anything, among the earlier
// revisions. The minutes once approved, their making is let go.
func (b *Book) keepRevision(tx *bbolt.Tx, m model.Meeting, old *envelope) error {
	if old == nil {
		return nil
	}
	revisions, prefix := tx.Bucket(bucketRevisions), under(m.ID)
	kept := keysUnder(revisions, prefix)
	if m.State == model.Approved {
		for _, k := range kept {
			if err := revisions.Delete(k); err != nil {
				return err
			}
		}
		return nil
	}
	packed, err := pack(old.bytes())
	if err != nil {
		return err
	}
	if b.options.Now != nil { // a book may be looked at without a clock
		packed = append(packed, model.Stamp(b.options.Now())...)
	}
	var was struct{ State model.State }
	if err := json.Unmarshal(old.Body, &was); err != nil {
		return err
	}
	if was.State != m.State {
		packed = append(packed, lastOfState...)
	}
	if err := revisions.Put(counted(prefix, old.Rev), packed); err != nil {
		return err
	}
	return thin(revisions, kept)
}

// lastOfState stands at the end of a revision after which the meeting had
// another state.
const lastOfState = " last"

// packers are kept between saves: a new one takes longer than its work.
var packers sync.Pool

// pack is a record, compressed.
func pack(record []byte) ([]byte, error) {
	var b bytes.Buffer
	w, ok := packers.Get().(*flate.Writer)
	if ok {
		w.Reset(&b)
	} else {
		var err error
		if w, err = flate.NewWriter(&b, flate.BestSpeed); err != nil {
			return nil, err
		}
	}
	defer packers.Put(w)
	if _, err := w.Write(record); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// thin lets go of the revision that has just left the tail, where another of
// its block stays and the state did not change after it. kept are the keys
// before one was added.
func thin(revisions *bbolt.Bucket, kept [][]byte) error {
	leaving := len(kept) - tail
	if leaving < 1 || count(kept[leaving-1])/block != count(kept[leaving])/block {
		return nil
	}
	if bytes.HasSuffix(revisions.Get(kept[leaving]), []byte(lastOfState)) {
		return nil
	}
	return revisions.Delete(kept[leaving])
}

func keysUnder(b *bbolt.Bucket, prefix []byte) [][]byte {
	var keys [][]byte
	c := b.Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		keys = append(keys, slices.Clone(k))
	}
	return keys
}

// Revisions are the earlier revisions of a meeting that are still kept, with
// when each ceased to be the newest, oldest first: the latest of them all, and
// fewer of those before.
func (b *Book) Revisions(meeting model.ID) (list []model.Revision, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		revisions, prefix := tx.Bucket(bucketRevisions), under(meeting)
		c := revisions.Cursor()
		for k, packed := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, packed = c.Next() {
			_, until, err := unpack(packed)
			if err != nil {
				until = "" // that it is damaged is told to whoever reads it
			}
			list = append(list, model.Revision{Rev: count(k), Until: until})
		}
		return nil
	})
	return list, err
}

// Revision is a meeting as it was at an earlier revision. The error is a
// *[Missing] or a *[Damaged].
func (b *Book) Revision(meeting model.ID, rev int) (m model.Meeting, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		packed := tx.Bucket(bucketRevisions).Get(counted(under(meeting), rev))
		if packed == nil {
			return &Missing{atRevisions.kind, meeting}
		}
		record, _, err := unpack(packed)
		if err != nil {
			return atRevisions.damaged(key(meeting), "it cannot be unpacked")
		}
		return atMeetings.decode(key(meeting), record, &m)
	})
	return m, err
}

// unpack is the record that was compressed, and the stamp behind it of when
// another took its place; "" where there is none.
func unpack(packed []byte) (record []byte, until string, err error) {
	r := bytes.NewReader(packed)
	record, err = io.ReadAll(io.LimitReader(flate.NewReader(r), 1<<30))
	if stamp := strings.TrimSuffix(string(packed[len(packed)-r.Len():]), lastOfState); err == nil {
		if _, wrong := time.Parse(time.RFC3339, stamp); wrong == nil {
			until = stamp
		}
	}
	return record, until, err
}
