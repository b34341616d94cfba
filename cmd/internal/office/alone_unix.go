//go:build unix

package office

import (
	"os/exec"
	"syscall"
)

// alone lets stopping cmd stop what it started, too: LibreOffice is started by
// a script.
func alone(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
