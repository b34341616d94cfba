package main

import (
	"io"
	"os"

	"golang.org/x/sys/windows"
)

// width is how many columns the terminal behind w has, plainWidth where there
// is none.
func width(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok {
		return plainWidth
	}
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(f.Fd()), &info); err != nil {
		return plainWidth
	}
	return int(info.Window.Right-info.Window.Left) + 1
}
