//go:build unix

package export

import (
	"bytes"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// tiny is the environment variable that has the test write, in a process that
// may write no file over so many bytes, to the path it names.
const tiny = "MINUTEBOOK_WRITES"

const roomFor = 4096

// A system that really stops taking bytes in the middle of a file leaves the
// old one whole.
func TestNoRoomForTheFile(t *testing.T) {
	t.Parallel()
	if path := os.Getenv(tiny); path != "" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: roomFor, Max: roomFor}); err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(path, bytes.Repeat([]byte("x"), roomFor*2)); err != nil {
			t.Fatal(err)
		}
		return
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "a.docx")
	if err := os.WriteFile(path, []byte("what was there"), 0o600); err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestNoRoomForTheFile$")
	child.Env = append(os.Environ(), tiny+"="+path)
	said, err := child.CombinedOutput()
	if err == nil || !strings.Contains(string(said), "a.docx was not written, and what was there is untouched: there is no room left for it") {
		t.Errorf("%v\n%s", err, said)
	}
	onlyFile(t, folder, "a.docx", "what was there")
}
