//go:build unix

package office

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var paper = Paper{Name: "board-2026-03-03", Word: []byte("word"), Web: []byte("web")}

// shower keeps what it was asked to show.
type shower struct {
	t          *testing.T
	path, says string
}

func (s *shower) show(path string) error {
	data, err := os.ReadFile(path)
	s.path, s.says = path, string(data)
	s.t.Cleanup(func() { _ = os.RemoveAll(filepath.Dir(path)) })
	return err
}

func TestPrint(t *testing.T) {
	t.Parallel()
	o, _ := pretend(t, "printf %%PDF- >minutes.pdf; cat minutes.docx >>minutes.pdf")
	s := shower{t: t}
	why, err := o.Print(context.Background(), paper, s.show)
	if err != nil || why != "" || s.says != "%PDF-word" || filepath.Base(s.path) != "board-2026-03-03.pdf" {
		t.Errorf("%s is shown, saying %s: %s (%v)", s.path, s.says, why, err)
	}
	if info, err := os.Stat(filepath.Dir(s.path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("others may look at what is printed: %v (%v)", info.Mode(), err)
	}
}

func TestPrintWithoutOffice(t *testing.T) {
	t.Parallel()
	failing, _ := pretend(t, "echo Out of memory.; exit 1")
	for want, o := range map[string]Office{"install LibreOffice": none(), "Out of memory.": failing} {
		s := shower{t: t}
		why, err := o.Print(context.Background(), paper, s.show)
		if err != nil || s.says != "web" || filepath.Base(s.path) != "board-2026-03-03.html" || !strings.Contains(why, "in the browser") || !strings.Contains(why, want) {
			t.Errorf("%s is shown, saying %s: %s (%v)", s.path, s.says, why, err)
		}
	}
}

func TestPrintCannotShow(t *testing.T) {
	t.Parallel()
	folder := ""
	_, err := none().Print(context.Background(), paper, func(path string) error {
		folder = filepath.Dir(path)
		return errors.New("there is no browser")
	})
	if err == nil || !strings.Contains(err.Error(), "there is no browser") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what could not be shown is left (%v)", err)
	}
}

func TestPrintCalledOff(t *testing.T) {
	t.Parallel()
	ctx, callOff := context.WithCancel(context.Background())
	callOff()
	o, _ := pretend(t, "sleep 1000")
	_, err := o.Print(ctx, paper, func(string) error { t.Error("it is shown"); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"minutebook-print-old", "minutebook-pdf-old", "minutebook-print-new", "other-old"} {
		path := filepath.Join(folder, name)
		if err := os.Mkdir(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "old") {
			then := time.Now().Add(-kept - time.Hour)
			if err := os.Chtimes(path, then, then); err != nil {
				t.Fatal(err)
			}
		}
	}
	sweep(folder)
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 2 || left[0].Name() != "minutebook-print-new" || left[1].Name() != "other-old" {
		t.Errorf("%v is left (%v)", left, err)
	}
}
