package store

import (
	"bytes"
	"os"
	"strings"
)

// dumpOf are the records of a book, readable: by the path of their bucket and
// their key, without the book's own identity and making.
func dumpOf(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	_, err = readPages(f, info.Size(), true, func(buckets [][]byte, k, v []byte) {
		in := string(bytes.Join(buckets, []byte("/")))
		if in != string(bucketMeta) || !strings.Contains("made_by made book_id", string(k)) {
			all[in+"/"+string(k)] = string(v)
		}
	})
	return all, err
}
