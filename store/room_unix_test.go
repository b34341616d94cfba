//go:build linux || darwin

package store

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"minutebook/model"
)

func init() { children["fill"] = fillDisk }

// fillDisk saves into a book on a disk that takes only so much more, until
// it takes nothing; then there is room again.
func fillDisk(path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	b, err := Open(path, testOptions())
	if err != nil {
		return err
	}
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		return err
	}
	little := before
	little.Cur = 300 << 10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &little); err != nil {
		return err
	}
	kept := 0
	var failed *Unsaved
	for failed == nil {
		err := b.Commit(save(meeting(fmt.Sprintf("m%d", kept), "2026-05-04", 30), 0))
		if err != nil && !errors.As(err, &failed) {
			return err
		}
		kept++
	}
	fmt.Println(failed)
	if !failed.Full || failed.Closed {
		return fmt.Errorf("full %t, closed %t: %w", failed.Full, failed.Closed, failed)
	}
	if list, err := b.Meetings(); err != nil || len(list) != kept-1 {
		return fmt.Errorf("%d meetings are left of %d, %w", len(list), kept-1, err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		return err
	}
	if err := b.Commit(save(meeting(fmt.Sprintf("m%d", kept-1), "2026-05-04", 30), 0)); err != nil {
		return err
	}
	fmt.Println("kept", kept)
	return b.Close()
}

func TestDiskFillsUp(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Close())
	cmd, lines := child(t, "fill", b.Path())
	said := ""
	for lines.Scan() {
		said += lines.Text() + "\n"
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	var kept int
	if _, err := fmt.Sscanf(said[len(said)-len(fmt.Sprintln("kept", 10)):], "kept %d", &kept); err != nil {
		t.Fatalf("the child says %q", said)
	}
	report, err := Check(b.Path())
	must(t, err)
	if !report.Sound() || report.Meetings != kept {
		t.Errorf("%d were kept, the report is %+v", kept, report)
	}
}

func TestReplacedFile(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	m := meeting("m1", "2026-05-04", 4)
	must(t, b.Commit(save(m, 0)))
	other := filepath.Join(filepath.Dir(b.Path()), "theirs.mb")
	must(t, os.WriteFile(other, []byte("from the cloud"), 0o600))
	must(t, os.Rename(other, b.Path()))
	plain(t, wants[*Replaced](t, b.Commit(save(changed(t, m, "Mine."), 1))), b.Path(), "words are still here")
	fails[*Replaced](t, b.KeepUnfinished(model.Unfinished{Meeting: "m1", Text: "half"}))
	must(t, os.Remove(b.Path()))
	fails[*Replaced](t, b.Commit(save(changed(t, m, "Mine."), 1)))
	if _, err := b.Meeting("m1"); err != nil {
		t.Errorf("what is open cannot be read any more: %v", err)
	}
}

func TestDamagedBookBehindALink(t *testing.T) {
	t.Parallel()
	b := newBook(t)
	must(t, b.Commit(save(meeting("m1", "2026-05-04", 4), 0)))
	must(t, b.Close())
	must(t, os.Truncate(b.Path(), 9000))
	link := filepath.Join(t.TempDir(), "link.mb")
	must(t, os.Symlink(b.Path(), link))
	_, err := Open(link, testOptions())
	fails[*Damaged](t, err)
}
