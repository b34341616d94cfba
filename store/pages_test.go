package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

// smallBook is the file of a book with a little of everything.
func smallBook(t testing.TB) []byte {
	t.Helper()
	b := newBook(t)
	for i, id := range []string{"m1", "m2", "m3"} {
		must(t, b.Commit(save(meeting(id, "2026-05-04", 10+20*i), 0)))
	}
	must(t, b.Close())
	data, err := os.ReadFile(b.Path())
	must(t, err)
	return data
}

func TestPagesReadWhatBoltReads(t *testing.T) {
	t.Parallel()
	b := sampleBook(t)
	want := map[string]string{}
	b = reopened(t, b)
	var gather func(path string, bucket *bbolt.Bucket) error
	gather = func(path string, bucket *bbolt.Bucket) error {
		return bucket.ForEach(func(k, v []byte) error {
			if v == nil {
				return gather(path+string(k)+"/", bucket.Bucket(k))
			}
			want[path+string(k)] = string(v)
			return nil
		})
	}
	must(t, b.view(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("bbolt finds %v", err)
		}
		return tx.ForEach(func(name []byte, bucket *bbolt.Bucket) error { return gather(string(name)+"/", bucket) })
	}))
	data, err := os.ReadFile(b.Path())
	must(t, err)
	got := map[string]string{}
	walked, err := readPages(bytes.NewReader(data), int64(len(data)), true, func(buckets [][]byte, k, v []byte) {
		got[string(bytes.Join(append(buckets, k), []byte("/")))] = string(v)
	})
	must(t, err)
	if len(walked.faults) > 0 {
		t.Errorf("a sound book has faults: %v", walked.faults)
	}
	same(t, "what the pages hold", got, want)
}

// counting counts how often it is read from.
type counting struct {
	io.ReaderAt
	reads int
}

func (c *counting) ReadAt(p []byte, at int64) (int, error) {
	c.reads++
	return c.ReaderAt.ReadAt(p, at)
}

// To open a book no leaf below the top is read, and all are known all the same.
func TestPagesAreFoundWithoutTheirLeaves(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "deep")
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, err)
	must(t, db.Update(func(tx *bbolt.Tx) error {
		index, err := tx.CreateBucket(bucketIndex)
		must(t, err)
		for name, n := range map[string]int{string(bucketBrief): 20_000, string(bucketSaid): 3, string(bucketRegister): 500} {
			b, err := index.CreateBucket([]byte(name))
			must(t, err)
			for i := range n {
				must(t, b.Put(fmt.Appendf(nil, "%08d", i), make([]byte, 40)))
			}
		}
		return nil
	}))
	kinds := map[string][]uint64{}
	must(t, db.View(func(tx *bbolt.Tx) error {
		for id := 2; ; id++ {
			page, err := tx.Page(id)
			if must(t, err); page == nil {
				return nil
			}
			kinds[page.Type] = append(kinds[page.Type], uint64(id))
		}
	}))
	must(t, db.Close())
	file, err := os.Open(path)
	must(t, err)
	defer func() { must(t, file.Close()) }()
	size, err := file.Seek(0, io.SeekEnd)
	must(t, err)
	read := &counting{ReaderAt: file}
	for _, from := range []io.ReaderAt{read, file} {
		walked, err := readPages(from, size, false, func([][]byte, []byte, []byte) {})
		must(t, err)
		if len(walked.faults) > 0 {
			t.Errorf("a sound file has faults: %v", walked.faults)
		}
		for _, id := range append(kinds["branch"], kinds["leaf"]...) {
			if !walked.uses(id) {
				t.Errorf("page %d was not found", id)
			}
		}
	}
	// The roots, the leaf at the top, the list of what is free, and the first of
	// the leaves of each bucket that has branches.
	if most := len(kinds["branch"]) + 10; len(kinds["branch"]) < 4 || len(kinds["leaf"]) < 200 || read.reads > most {
		t.Errorf("%d branches and %d leaves took %d reads, at most %d are wanted", len(kinds["branch"]), len(kinds["leaf"]), read.reads, most)
	}
}

// A page that says that it holds fewer or more than it does is found out: what
// it hides would be missing without a sign.
func TestPagesThatMiscountAreFaulty(t *testing.T) {
	t.Parallel()
	path, _ := officeBook(t)
	data, err := os.ReadFile(path)
	must(t, err)
	walk := func(data []byte) *pages {
		p, err := readPages(bytes.NewReader(data), int64(len(data)), true, func([][]byte, []byte, []byte) {})
		must(t, err)
		return p
	}
	sound, tried := walk(data), 0
	for id := range sound.meta.pages {
		at := int(id) * int(sound.meta.pageSize)
		if flags := data[at+8]; id < 2 || !sound.uses(id) || flags != flagLeaf && flags != flagBranch || binary.LittleEndian.Uint64(data[at:]) != id {
			continue
		}
		for bit := range 16 {
			spoilt := bytes.Clone(data)
			spoilt[at+10+bit/8] ^= 1 << (bit % 8)
			tried++
			if len(walk(spoilt).faults) == 0 {
				t.Errorf("page %d: bit %d of how many it holds is flipped, and nothing is found", id, bit)
			}
		}
	}
	if tried < 16*10 {
		t.Errorf("only %d pages were tried", tried/16)
	}
}

func FuzzPages(f *testing.F) {
	data := smallBook(f)
	f.Add(uint32(0), []byte{}, uint32(0), []byte{})
	for at := 0; at+16 < len(data); at += os.Getpagesize() {
		f.Add(uint32(at), []byte{0xff}, uint32(at+10), []byte{0xff, 0xff})
		f.Add(uint32(at+16), data[16:80], uint32(at+24), []byte{2, 0, 0, 0})
	}
	f.Fuzz(func(t *testing.T, at uint32, put []byte, at2 uint32, put2 []byte) {
		spoilt := bytes.Clone(data)
		copy(spoilt[int(at)%len(spoilt):], put)
		copy(spoilt[int(at2)%len(spoilt):], put2)
		walked, err := readPages(bytes.NewReader(spoilt), int64(len(spoilt)), true, func(_ [][]byte, k, v []byte) {
			if len(k)+len(v) > len(spoilt) {
				t.Errorf("a key of %d and a value of %d bytes", len(k), len(v))
			}
		})
		if err == nil && walked.meta.pages > uint64(len(spoilt)/int(walked.meta.pageSize)) {
			t.Error("more pages than the file has")
		}
	})
}
