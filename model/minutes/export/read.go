package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// readable is how many bytes a file may have that is read whole: a hundred times
// what the longest minutes, or a house style with its logo, come to.
const readable = 64 << 20

// ReadFile reads a file that a clerk named. One that is larger than any of ours
// is refused before it fills the memory. The error names the file and says what
// to do.
func ReadFile(path string) ([]byte, error) { return readUpTo(path, readable) }

func readUpTo(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	var data []byte
	if err == nil {
		data, err = io.ReadAll(io.LimitReader(f, most+1))
		_ = f.Close() // nothing was written to it
	}
	var cause *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &worded{path + " cannot be read (there is no such file); check its name and its place", err}
	case errors.Is(err, fs.ErrPermission):
		return nil, &worded{path + " cannot be read (it is not open to you); ask whose it is, or choose another", err}
	case errors.As(err, &cause):
		return nil, fmt.Errorf("%s cannot be read (%w); check its name and its place", path, cause.Err)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", path, err)
	case int64(len(data)) > most:
		return nil, fmt.Errorf("%s is not read, because it is larger than %d MB; check its name", path, most>>20)
	}
	return data, nil
}
