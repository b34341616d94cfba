package store

import (
	"io"
	"os"
	"strconv"
)

// about is what a book says of itself.
type about map[string]string

// look reads a file as a book without mapping it and without writing to it.
// Unless deep, only as much is read as must be right for opening it. The
// error is a *[Damaged] or one of reading the file.
func look(path string, deep bool) (about, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	said := about{}
	read, err := readPages(f, size, deep, func(buckets [][]byte, k, v []byte) {
		if len(buckets) == 1 && string(buckets[0]) == string(bucketMeta) {
			said[string(k)] = string(v)
		}
	})
	if err == nil && len(read.faults) > 0 {
		err = read.faults[0]
	}
	if err != nil {
		return nil, &Damaged{Path: path, Why: err.Error(), Err: err}
	}
	return said, nil
}

// known says whether this program may open the book: to read it, or to write
// to it as well.
func (a about) known(path string, readOnly bool) error {
	least := string(keyMinWriter)
	if readOnly {
		least = string(keyMinReader)
	}
	for _, name := range []string{string(keyFormat), least} {
		n, err := strconv.Atoi(a[name])
		switch {
		case err != nil || n < 1:
			return &Damaged{Path: path, Why: "it does not say what format it has"}
		case n > Format:
			return &Newer{Path: path, Format: n, Known: Format}
		}
	}
	return nil
}
