package export

import "syscall"

// The codes are those of Windows: a handle that the disk is full for, a file
// that another program shares with nobody or has locked a part of, a name that
// is too long, and one with a colon or a question mark in it.
var (
	fullHere    = []syscall.Errno{39, 112}
	inUseHere   = []syscall.Errno{32, 33}
	tooLongHere = []syscall.Errno{206}
	unfitHere   = []syscall.Errno{123}
)
