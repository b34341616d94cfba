//go:build !windows

package export

import "syscall"

// Beside a full disk there are the share of it that one user may take, and the
// largest file that there may be.
var (
	fullHere    = []syscall.Errno{syscall.EDQUOT, syscall.EFBIG}
	inUseHere   []syscall.Errno
	tooLongHere []syscall.Errno
	unfitHere   []syscall.Errno
)
