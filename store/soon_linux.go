//go:build amd64 || arm64

package store

import (
	"os"
	"syscall"
)

// readSoon tells the system that a part of a file will be read: it begins at once
// and nobody waits for it. Where it does not, the part is read when it is wanted.
func readSoon(file *os.File, at, size int64) {
	const willNeed = 3 // POSIX_FADV_WILLNEED
	_, _, _ = syscall.Syscall6(syscall.SYS_FADVISE64, file.Fd(), uintptr(at), uintptr(size), willNeed, 0, 0)
}
