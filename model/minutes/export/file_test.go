package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"minutebook/model"
)

// failing is the real disk, but for one step that fails.
type failing struct {
	disk
	step string
	why  error
}

// steps are all of writing a file, in their order.
var steps = []string{"create", "write", "half", "chmod", "sync", "close", "rename"}

func failAt(step string, why error) *failing {
	f := &failing{theDisk, step, why}
	f.create = func(folder, pattern string) (temporary, error) {
		if step == "create" {
			return nil, &fs.PathError{Op: "open", Path: folder, Err: why}
		}
		t, err := theDisk.create(folder, pattern)
		if err != nil {
			return nil, err
		}
		return failingFile{t, f}, nil
	}
	f.rename = func(from, to string) error {
		if step == "rename" {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: why}
		}
		return theDisk.rename(from, to)
	}
	return f
}

func (f *failing) at(step string) error {
	if f.step != step {
		return nil
	}
	return &fs.PathError{Op: step, Path: "/x/.minutes-1.tmp", Err: f.why}
}

type failingFile struct {
	temporary
	f *failing
}

func (t failingFile) Write(p []byte) (int, error) {
	if err := t.f.at("write"); err != nil {
		return 0, err
	}
	if err := t.f.at("half"); err != nil {
		n, e := t.temporary.Write(p[:len(p)/2])
		return n, errors.Join(err, e)
	}
	return t.temporary.Write(p)
}

func (t failingFile) Chmod(m fs.FileMode) error {
	return errors.Join(t.f.at("chmod"), t.temporary.Chmod(m))
}
func (t failingFile) Sync() error  { return errors.Join(t.f.at("sync"), t.temporary.Sync()) }
func (t failingFile) Close() error { return errors.Join(t.temporary.Close(), t.f.at("close")) }

// Whichever step fails, and for whatever reason, the file that was there is
// whole, nothing else is left in the folder, and the clerk reads why.
func TestEveryStepThatFailsLeavesTheOldFile(t *testing.T) {
	t.Parallel()
	for _, step := range steps {
		for code, words := range map[error]string{
			syscall.ENOSPC: "no room left", syscall.EACCES: "may not be", syscall.EROFS: "nothing can be written there",
			syscall.EBUSY: "open in another program", syscall.EIO: "input/output error", syscall.ENAMETOOLONG: "its name is too long",
		} {
			for _, old := range []string{"", "what was there"} {
				folder := t.TempDir()
				path := filepath.Join(folder, "a.docx")
				if old != "" {
					if err := os.WriteFile(path, []byte(old), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				err := failAt(step, code).replace(path, []byte("the new minutes"))
				if err == nil {
					t.Fatalf("%s failed with %v, and nobody was told", step, code)
				}
				if got := plainCause(err).Error(); !strings.Contains(got, words) || strings.Contains(got, ".tmp") {
					t.Errorf("%s, %v: the clerk reads %q, and not %q", step, code, got, words)
				}
				onlyFile(t, folder, "a.docx", old)
			}
		}
	}
	folder := t.TempDir()
	if err := failAt("none", nil).replace(filepath.Join(folder, "a.docx"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	onlyFile(t, folder, "a.docx", "new")
}

// onlyFile sees that a folder holds one file with these words, or, where they are
// "", nothing.
func onlyFile(t *testing.T, folder, name, words string) {
	t.Helper()
	found, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		data, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f.Name()+"="+string(data))
	}
	want := ""
	if words != "" {
		want = name + "=" + words
	}
	if strings.Join(got, "\n") != want {
		t.Errorf("the folder holds %q; want %q", got, want)
	}
}

// What a real system says of real places that take no file.
func TestPlacesThatTakeNoFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, made := range []string{"folder.docx", "full"} {
		if err := os.MkdirAll(filepath.Join(folder, made), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ path, says string }{
		"a folder of that name": {"folder.docx", "it is the name of a folder"},
		"no folder":             {"nowhere/a.docx", "the folder is not there; make it, or choose another"},
		"a file for a folder":   {"file/a.docx", "what should be its folder is a file"},
		"a name too long":       {strings.Repeat("x", 300) + ".docx", "its name is too long; choose a shorter one"},
	} {
		err := WriteFile(filepath.Join(folder, filepath.FromSlash(c.path)), []byte("x"))
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "what was there is untouched") {
			t.Errorf("%s: %v", name, err)
		}
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 3 {
		t.Errorf("there are %v (%v): a temporary file was left", left, err)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	all := []model.Summary{
		{ID: "1", BodyID: "b", Body: "Weir Board", Date: "2026-03-03"},
		{ID: "2", BodyID: "b", Body: "Weir Board", Date: "2026-03-03"},
		{ID: "3", BodyID: "c", Body: "Weir  board!", Date: "2026-03-03"},
		{ID: "4", BodyID: "d", Body: "Con", Date: "2026-03-04"},
		{ID: "5", BodyID: "e", Body: "...", Date: "2026-03-04"},
		{ID: "6", BodyID: "b", Body: "Weir and Lock Board", Date: "2027-03-03"},
		{ID: "7", Body: "COM1"},
	}
	names, folders := Names(all), Folders(all)
	for id, want := range map[model.ID]string{
		"1": "weir-and-lock-board/weir-board-2026-03-03", "2": "weir-and-lock-board/weir-board-2026-03-03-2", "3": "weir-board/weir-board-2026-03-03-3",
		"4": "con-minutes/con-2026-03-04", "5": "minutes/2026-03-04", "6": "weir-and-lock-board/weir-and-lock-board-2027-03-03", "7": "com1-minutes/com1-minutes",
	} {
		if got := folders[id] + "/" + names[id]; got != want {
			t.Errorf("%s is %q; want %q", id, got, want)
		}
	}
	long := FileName(model.Meeting{Body: strings.Repeat("\U00020000", 300), Date: "2026-03-03"}, ".minutes")
	if len(long) > 255 {
		t.Errorf("a name has %d bytes", len(long))
	}
	if err := WriteFile(filepath.Join(t.TempDir(), long), []byte(fmt.Sprint(1))); err != nil {
		t.Error(err)
	}
}
