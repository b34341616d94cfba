package export

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// What a system says of a file that it does not write, by what it means.
var (
	full    = append([]syscall.Errno{syscall.ENOSPC}, fullHere...)
	tooLong = append([]syscall.Errno{syscall.ENAMETOOLONG}, tooLongHere...)
	inUse   = append([]syscall.Errno{syscall.EBUSY, syscall.ETXTBSY}, inUseHere...)
	unfit   = unfitHere
)

// plainCause is err in words for the clerk, without the name of the temporary
// file, which says nothing to the reader.
func plainCause(err error) error {
	var code syscall.Errno
	said := errors.As(err, &code)
	is := func(codes []syscall.Errno) bool { return said && slices.Contains(codes, code) }
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case is(full):
		return &worded{"there is no room left for it; make room on the disk, or choose another place", err}
	case is(inUse):
		return &worded{"it is open in another program; close it there, or choose another name", err}
	case is(tooLong):
		return &worded{"its name is too long; choose a shorter one", err}
	case is(unfit):
		return &worded{"its name has a character that no file may have here; choose another name", err}
	case said && code == syscall.ENOTDIR:
		return &worded{"what should be its folder is a file; choose another place", err}
	case said && code == syscall.EROFS:
		return &worded{"nothing can be written there; choose another place", fs.ErrPermission}
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
