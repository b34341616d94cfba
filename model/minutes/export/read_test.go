package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := filepath.Join(folder, "copy.json")
	if err := os.WriteFile(path, []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	if data, err := ReadFile(path); err != nil || string(data) != "words" {
		t.Errorf("it is %q (%v)", data, err)
	}
	if data, err := readUpTo(path, 5); err != nil || string(data) != "words" {
		t.Errorf("a file just as large as may be is %q (%v)", data, err)
	}
	if data, err := readUpTo(path, 4); err == nil || data != nil || !strings.Contains(err.Error(), path+" is not read, because it is larger") {
		t.Errorf("a file that is too large is %q (%v)", data, err)
	}
	gone := filepath.Join(folder, "gone.json")
	if _, err := ReadFile(gone); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), gone+" cannot be read (") {
		t.Errorf("the error of no file is %v", err)
	}
	if _, err := ReadFile(folder); err == nil || !strings.HasPrefix(err.Error(), folder+" cannot be read (") {
		t.Errorf("the error of a folder is %v", err)
	}
}
