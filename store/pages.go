package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
)

// A book is read here page by page without being mapped into memory, so that
// whatever is wrong with the file is an error and never a crash. It is how a
// file is looked at before bbolt is let near it, and how it is checked.

const (
	metaMagic      = 0xED0CDAED
	metaVersion    = 2
	metaSize       = 64
	pageHeader     = 16
	elementSize    = 16
	bucketHeader   = 16
	noFreelist     = ^uint64(0)
	flagBranch     = 0x01
	flagLeaf       = 0x02
	flagFreelist   = 0x10
	flagBucket     = 0x01
	maxBucketDepth = 3
)

// metaPage is one of the two roots of a file; the one written last counts.
type metaPage struct {
	pageSize                      int64
	root, freelist, pages, number uint64
}

// readMeta reads the meta page at that offset.
func readMeta(r io.ReaderAt, at int64) (metaPage, bool) {
	var b [pageHeader + metaSize]byte
	if _, err := r.ReadAt(b[:], at); err != nil {
		return metaPage{}, false
	}
	m, le := b[pageHeader:], binary.LittleEndian
	h := fnv.New64a()
	h.Write(m[:56])
	if le.Uint32(m) != metaMagic || le.Uint32(m[4:]) != metaVersion || h.Sum64() != le.Uint64(m[56:]) {
		return metaPage{}, false
	}
	p := metaPage{int64(le.Uint32(m[8:])), le.Uint64(m[16:]), le.Uint64(m[32:]), le.Uint64(m[40:]), le.Uint64(m[48:])}
	return p, p.pageSize >= 1<<9 && p.pageSize <= 1<<24 && p.pageSize&(p.pageSize-1) == 0
}

// metas are the meta pages that are sound, the one that counts first.
func metas(r io.ReaderAt) []metaPage {
	var found []metaPage
	if m, ok := readMeta(r, 0); ok {
		found = append(found, m)
	}
	for size := int64(1 << 9); size <= 1<<24; size <<= 1 {
		if len(found) > 0 && size != found[0].pageSize {
			continue
		}
		if m, ok := readMeta(r, size); ok && m.pageSize == size {
			found = append(found, m)
			break
		}
	}
	slices.SortStableFunc(found, func(a, b metaPage) int { return cmp.Compare(b.number, a.number) })
	return found
}

// pages is a walk over the pages of a book.
type pages struct {
	file io.ReaderAt
	meta metaPage
	// deep reads every page; otherwise only those that say where others are
	// are read, which is enough to let bbolt open the file.
	deep bool
	// found is told every key that is read. What it is told lasts where deep.
	found func(buckets [][]byte, k, v []byte)
	// faults are what was wrong.
	faults []*pageFault
	// inside is the path of the bucket that is being walked over, depth how many
	// levels of branches of it lie above, leaves how many lie above its leaves; 0
	// where that is not known yet.
	inside        string
	depth, leaves int
	// buckets are the paths of those that were found.
	buckets map[string]bool
	// used has a bit for each page, set where something has been found in it: a
	// large book has many.
	used []uint64
	// spare is room for a page, where nobody needs what was read into it any more.
	spare []byte
}

// pageFault is what is wrong with a page.
type pageFault struct {
	// in is the path of the bucket that the page is of, as far as known.
	in  string
	id  uint64
	why string
}

func (e *pageFault) Error() string { return fmt.Sprintf("page %d: %s", e.id, e.why) }

// newPages is a walk that has not begun.
func newPages(file io.ReaderAt, m metaPage, found func(buckets [][]byte, k, v []byte)) *pages {
	return &pages{file: file, meta: m, found: found, used: make([]uint64, m.pages/64+1), buckets: map[string]bool{}}
}

// use notes that something is in a page of the file. It says false where
// something was already.
func (p *pages) use(id uint64) bool {
	if p.uses(id) {
		return false
	}
	p.used[id/64] |= 1 << (id % 64)
	return true
}

// uses says whether something has been found in a page of the file, of which the
// first two are the roots.
func (p *pages) uses(id uint64) bool { return id < 2 || p.used[id/64]&(1<<(id%64)) != 0 }

// readPages walks over a file of that size. The error says that there was
// nothing to walk over; what else is wrong is in the faults.
func readPages(file io.ReaderAt, size int64, deep bool, found func(buckets [][]byte, k, v []byte)) (*pages, error) {
	roots := metas(file)
	if len(roots) == 0 {
		return nil, errors.New("it is not a minute book, or its first pages are gone")
	}
	m := roots[0]
	if m.pages > uint64(size/m.pageSize) {
		return nil, fmt.Errorf("it was cut short: it should have %d bytes and has %d", int64(m.pages)*m.pageSize, size)
	}
	p := newPages(file, m, found)
	if p.deep = deep; deep {
		p.otherMeta()
	}
	p.tree(nil, m.root, nil, nil)
	p.freelist()
	return p, nil
}

// otherMeta sees that the root which does not count is sound as well. A power
// cut can spoil it, which the next save puts right: but then it may have been
// the one that counted.
func (p *pages) otherMeta() {
	for id := range uint64(2) {
		if m, ok := readMeta(p.file, int64(id)*p.meta.pageSize); !ok || m.pageSize != p.meta.pageSize {
			p.fault(id, "is spoilt; the book opens without it, but the last save may be missing")
		}
	}
}

func (p *pages) fault(id uint64, why string) {
	p.faults = append(p.faults, &pageFault{p.inside, id, why})
}

// page reads a page with what overflows it, and sees that it is what it
// should be.
func (p *pages) page(id uint64) (data []byte, flags int, ok bool) {
	if id < 2 || id >= p.meta.pages {
		p.fault(id, "is not in the file")
		return nil, 0, false
	}
	data, at := p.room(), int64(id)*p.meta.pageSize
	if _, err := p.file.ReadAt(data, at); err != nil {
		p.fault(id, "cannot be read")
		return nil, 0, false
	}
	le := binary.LittleEndian
	flags, over := int(le.Uint16(data[8:])), uint64(le.Uint32(data[12:]))
	if le.Uint64(data) != id || over >= p.meta.pages-id {
		p.fault(id, "is not the page it should be")
		return nil, 0, false
	}
	for i := id; i <= id+over; i++ {
		if !p.use(i) {
			p.fault(i, "is used twice")
			return nil, 0, false
		}
	}
	if over > 0 {
		data = append(data, make([]byte, int64(over)*p.meta.pageSize)...)
		if _, err := p.file.ReadAt(data[p.meta.pageSize:], at+p.meta.pageSize); err != nil {
			p.fault(id, "cannot be read")
			return nil, 0, false
		}
	}
	return data, flags, true
}

// room is room for a page.
func (p *pages) room() []byte {
	if room := p.spare; room != nil {
		p.spare = nil
		return room
	}
	return make([]byte, p.meta.pageSize)
}

// tree walks over the pages of a bucket below page id, whose keys are at
// least low and below high, where those are given.
func (p *pages) tree(buckets [][]byte, id uint64, low, high []byte) {
	data, flags, ok := p.page(id)
	if !ok {
		return
	}
	if !p.deep {
		defer func() { p.spare = data[:p.meta.pageSize] }()
	}
	switch flags {
	case flagLeaf:
		p.leaf(buckets, id, data, low, high)
	case flagBranch:
		p.branch(buckets, id, data, low, high)
	default:
		p.fault(id, "is of no known kind")
	}
}

func (p *pages) branch(buckets [][]byte, id uint64, data, low, high []byte) {
	n := int(binary.LittleEndian.Uint16(data[10:]))
	if pageHeader+n*elementSize > len(data) || n == 0 {
		p.fault(id, "has no room for what it should hold")
		return
	}
	p.holds(id, data, n, pageHeader)
	keys, children := make([][]byte, n), make([]uint64, n)
	for i := range n {
		at := pageHeader + i*elementSize
		var ok bool
		pos, size := binary.LittleEndian.Uint32(data[at:]), binary.LittleEndian.Uint32(data[at+4:])
		if keys[i], ok = part(data, at, pos, 0, size); !ok {
			p.fault(id, "holds a key that is not in it")
			return
		}
		children[i] = binary.LittleEndian.Uint64(data[at+8:])
	}
	p.ordered(id, keys, low, high)
	p.depth++
	defer func() { p.depth-- }()
	// The leaves at the top hold the buckets, and small ones whole: what the
	// book says of itself among them. All leaves of a bucket lie equally deep.
	if !p.deep && len(buckets) > 0 {
		if p.leaves == 0 && p.isLeaf(children[0]) {
			p.leaves = p.depth
		}
		if p.leaves == p.depth {
			p.leavesOnly(children)
			return
		}
		p.fetch(children)
	}
	for i, child := range children {
		next := high
		if i+1 < n {
			next = keys[i+1]
		}
		p.tree(buckets, child, keys[i], next)
	}
}

// leavesOnly notes leaves without reading them: none of them may be a page
// that was walked over, so that bbolt cannot be led in a circle.
func (p *pages) leavesOnly(children []uint64) {
	for _, id := range children {
		if id < 2 || id >= p.meta.pages {
			p.fault(id, "is not in the file")
		} else if !p.use(id) {
			p.fault(id, "is used twice")
		}
	}
	if p.inside == facetBrief.path() { // which is read first once bbolt has the file
		p.fetch(children)
	}
}

// fetch has the system read pages meanwhile, where it can: one after another
// they take their time on a disk.
func (p *pages) fetch(ids []uint64) {
	file, ok := p.file.(*os.File)
	if !ok {
		return
	}
	for i, n := 0, 0; i < len(ids); i += n {
		for n = 1; i+n < len(ids) && ids[i+n] == ids[i]+uint64(n); n++ {
		}
		if ids[i] < p.meta.pages {
			readSoon(file, int64(ids[i])*p.meta.pageSize, int64(n)*p.meta.pageSize)
		}
	}
}

func (p *pages) isLeaf(id uint64) bool {
	var head [pageHeader]byte
	_, err := p.file.ReadAt(head[:], int64(min(id, p.meta.pages))*p.meta.pageSize)
	return err == nil && binary.LittleEndian.Uint16(head[8:]) == flagLeaf
}

func (p *pages) leaf(buckets [][]byte, id uint64, data, low, high []byte) {
	n := int(binary.LittleEndian.Uint16(data[10:]))
	if pageHeader+n*elementSize > len(data) {
		p.fault(id, "has no room for what it should hold")
		return
	}
	p.holds(id, data, n, pageHeader+4)
	keys, lost := make([][]byte, 0, n), false
	for i := range n {
		at, le := pageHeader+i*elementSize, binary.LittleEndian
		flags, pos, ksize, vsize := le.Uint32(data[at:]), le.Uint32(data[at+4:]), le.Uint32(data[at+8:]), le.Uint32(data[at+12:])
		k, okKey := part(data, at, pos, 0, ksize)
		v, okValue := part(data, at, pos, ksize, vsize)
		if !okKey || !okValue {
			lost = true
			continue
		}
		keys = append(keys, k)
		if flags&flagBucket == 0 {
			p.found(buckets, k, v)
		} else {
			p.bucket(append(slices.Clip(buckets), k), id, v)
		}
	}
	if lost {
		p.fault(id, "holds a record that is not in it")
		return
	}
	p.ordered(id, keys, low, high)
}

// holds sees that a page holds as many elements as it says: what the first of
// them points to, from where it stands at place at, begins behind the last. A
// page of fewer would hide the rest without a sign.
func (p *pages) holds(id uint64, data []byte, n, at int) {
	first := pageHeader + elementSize
	switch {
	case n == 0 && len(data) >= first && slices.ContainsFunc(data[pageHeader:first], func(b byte) bool { return b != 0 }),
		n > 0 && int64(binary.LittleEndian.Uint32(data[at:])) != int64(n*elementSize):
		p.fault(id, "holds more or less than it says")
	}
}

// bucket walks over a bucket: its own pages, or what is kept within v.
func (p *pages) bucket(buckets [][]byte, id uint64, v []byte) {
	around, depth, leaves := p.inside, p.depth, p.leaves
	p.inside, p.depth, p.leaves = string(bytes.Join(buckets, []byte("/"))), 0, 0
	p.buckets[p.inside] = true
	defer func() { p.inside, p.depth, p.leaves = around, depth, leaves }()
	if len(v) < bucketHeader || len(buckets) > maxBucketDepth {
		p.fault(id, "holds a bucket that is none")
		return
	}
	if root := binary.LittleEndian.Uint64(v); root != 0 {
		p.tree(buckets, root, nil, nil)
		return
	}
	inline := v[bucketHeader:]
	if len(inline) < pageHeader || binary.LittleEndian.Uint16(inline[8:]) != flagLeaf {
		p.fault(id, "holds a bucket that is none")
		return
	}
	p.leaf(buckets, id, inline, nil, nil)
}

// ordered sees that keys rise, from low and to below high.
func (p *pages) ordered(id uint64, keys [][]byte, low, high []byte) {
	for i, k := range keys {
		if i > 0 && bytes.Compare(keys[i-1], k) >= 0 || i == 0 && low != nil && bytes.Compare(k, low) < 0 || high != nil && bytes.Compare(k, high) >= 0 {
			p.fault(id, "is out of order")
			return
		}
	}
}

// part is what an element at that place in a page points to.
func part(data []byte, at int, pos, skip, size uint32) ([]byte, bool) {
	from := int64(at) + int64(pos) + int64(skip)
	if from+int64(size) > int64(len(data)) {
		return nil, false
	}
	return data[from : from+int64(size) : from+int64(size)], true
}

// freelist sees that no page is both free and used: it would be written over.
func (p *pages) freelist() {
	if p.meta.freelist == noFreelist {
		p.fault(0, "says nothing of the pages that are free")
		return
	}
	data, flags, ok := p.page(p.meta.freelist)
	if !ok {
		return
	}
	n, at := uint64(binary.LittleEndian.Uint16(data[10:])), pageHeader
	if n == 0xFFFF {
		n, at = binary.LittleEndian.Uint64(data[at:]), at+8
	}
	if flags != flagFreelist || n > uint64(len(data)-at)/8 {
		p.fault(p.meta.freelist, "is not the list of pages that are free")
		return
	}
	last := uint64(1)
	for i := range n {
		id := binary.LittleEndian.Uint64(data[at+int(i)*8:])
		if id <= last || id >= p.meta.pages || p.uses(id) {
			p.fault(p.meta.freelist, fmt.Sprintf("frees page %d, which is in use or not in the file", id))
			return
		}
		last = id
	}
}
