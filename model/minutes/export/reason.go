package export

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// codes are what a system says of a file that it does not write, and what that
// means to the clerk. Those that only some systems have stand beside this file.
var codes = []struct {
	all   []syscall.Errno
	words string
}{
	{append([]syscall.Errno{syscall.ENOSPC}, fullHere...), "there is no room left for it; make room on the disk, or choose another place"},
	{append([]syscall.Errno{syscall.EBUSY, syscall.ETXTBSY}, inUseHere...), "it is open in another program; close it there, or choose another name"},
	{append([]syscall.Errno{syscall.ENAMETOOLONG}, tooLongHere...), "its name is too long; choose a shorter one"},
	{unfitHere, "its name has a character that no file may have here; choose another name"},
	{[]syscall.Errno{syscall.ENOTDIR}, "what should be its folder is a file; choose another place"},
	{[]syscall.Errno{syscall.EROFS}, "nothing can be written there; choose another place"},
}

// plainCause is err in words for the clerk, without the name of the temporary
// file, which says nothing to the reader.
func plainCause(err error) error {
	var code syscall.Errno
	if errors.As(err, &code) {
		for _, c := range codes {
			if slices.Contains(c.all, code) {
				return &worded{c.words, err}
			}
		}
	}
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &worded{"the folder is not there; make it, or choose another", fs.ErrNotExist}
	case errors.Is(err, fs.ErrPermission) && errors.As(err, &l):
		return &worded{"it may not be replaced; where it is open in another program, close it there, or choose another name", fs.ErrPermission}
	case errors.Is(err, fs.ErrPermission):
		return &worded{"the folder or the file may not be written to; choose another place", fs.ErrPermission}
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// worded is an error in words for the clerk that a program can still tell.
type worded struct {
	words string
	cause error
}

func (e *worded) Error() string { return e.words }
func (e *worded) Unwrap() error { return e.cause }
