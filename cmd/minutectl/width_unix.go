//go:build unix

package main

import (
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// width is how many columns the terminal behind w has, plainWidth where there
// is none.
func width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return plainWidth
	}
	size, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 {
		return plainWidth
	}
	return int(size.Col)
}
