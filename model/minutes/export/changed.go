package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"minutebook/model"
)

// Changed is the error of a file that is not as it was last written.
type Changed struct {
	Path string
	// At is when it was written; zero where nobody knows of its having been.
	At time.Time
}

func (e *Changed) Error() string {
	if e.At.IsZero() {
		return fmt.Sprintf("there is a file %s already", filepath.Base(e.Path))
	}
	return fmt.Sprintf("%s has been changed since it was written", filepath.Base(e.Path))
}

// Unchanged says whether nothing is lost by replacing the file at path, of
// which note is what was noted when it was written: nil where it is as it was
// written, or there is none; else a *[Changed], or why it cannot be read.
func Unchanged(path string, note model.Written) error {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s cannot be looked at, so it was left as it is: %w", filepath.Base(path), plainCause(err))
	}
	at, err := time.Parse(time.RFC3339, note.At)
	if err != nil {
		return &Changed{Path: path}
	}
	if note.Same(data) {
		return nil
	}
	return &Changed{Path: path, At: at}
}
