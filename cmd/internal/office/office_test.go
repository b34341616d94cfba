//go:build unix

package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
	"minutebook/model/quick"
)

// pretend is an office whose program is a shell script. It runs as LibreOffice
// would: with the folder as where it is, "$@" as what it is asked.
func pretend(t *testing.T, script string) (Office, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "soffice")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	scratch := t.TempDir()
	return Office{
		find:  func() (program, bool) { return libreOffice{[]string{"sh", file}, scratch}, true },
		limit: time.Minute,
	}, scratch
}

func none() Office { return Office{find: func() (program, bool) { return nil, false }} }

func empty(t *testing.T, folder string) {
	t.Helper()
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("%v is left (%v)", left, err)
	}
}

func TestPDF(t *testing.T) {
	t.Parallel()
	o, scratch := pretend(t, `
test "$(stat -c %a .)" = 700 || { echo "others may look at the folder"; exit 1; }
test "$TMPDIR" -ef . || { echo "what it keeps for a while lies elsewhere"; exit 1; }
grep -q '"PDFUACompliance" oor:op="fuse"><value>true' profile/user/registrymodifications.xcu || { echo "no profile"; exit 1; }
{ printf %%PDF-; cat minutes.docx; printf ' %s' "$@"; } >minutes.pdf
`)
	pdf, err := o.PDF(context.Background(), []byte("words"))
	if err != nil || !strings.HasPrefix(string(pdf), "%PDF-words --headless ") || !strings.Contains(string(pdf), " -env:UserInstallation=file:///") {
		t.Errorf("it is %s (%v)", pdf, err)
	}
	empty(t, scratch)
}

func TestNoPDF(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ script, want string }{
		"fails":          {"echo; echo 'The disk is full.' >&2; exit 3", "LibreOffice made no PDF: The disk is full."},
		"fails silently": {"exit 3", "LibreOffice made no PDF: exit status 3"},
		"writes nothing": {"echo 'Error: no export filter'", "LibreOffice made no PDF: Error: no export filter"},
		"says nothing":   {"", "LibreOffice made no PDF: it did not say why"},
		"writes rubbish": {"echo hello >minutes.pdf", "LibreOffice made no PDF: what it wrote is no PDF"},
		"talks on":       {"yes | head -c 100000; echo; echo that is all; exit 1", "LibreOffice made no PDF: that is all"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o, scratch := pretend(t, c.script)
			_, err := o.PDF(context.Background(), nil)
			if !errors.As(err, new(*Failed)) || err.Error() != c.want {
				t.Errorf("the error is %v, want %s", err, c.want)
			}
			empty(t, scratch)
		})
	}
}

func TestNoProgram(t *testing.T) {
	t.Parallel()
	if _, err := none().PDF(context.Background(), nil); !errors.As(err, new(*Absent)) || !strings.Contains(err.Error(), "install LibreOffice") {
		t.Errorf("without a program it is %v", err)
	}
}

// waiting is an office whose program starts another and waits for it. The pipe
// is open for as long as that other one runs.
func waiting(t *testing.T) (Office, string, string) {
	t.Helper()
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	o, scratch := pretend(t, "sh -c 'echo started; exec sleep 100000' >"+pipe+"\nexit 0")
	return o, scratch, pipe
}

func TestSlowProgramIsStopped(t *testing.T) {
	t.Parallel()
	o, scratch, pipe := waiting(t)
	// On a busy machine the program may be stopped before it has started the other one.
	for o.limit = time.Millisecond; ; o.limit *= 2 {
		read, err := os.OpenFile(pipe, os.O_RDONLY|syscall.O_NONBLOCK, 0)
		if err != nil {
			t.Fatal(err)
		}
		_, err = o.PDF(context.Background(), nil)
		if !errors.As(err, new(*Failed)) || !strings.Contains(err.Error(), fmt.Sprintf("it was stopped after %v", o.limit)) {
			t.Errorf("the error is %v", err)
		}
		said, err := io.ReadAll(read) // ends when all that the program started has ended
		if err := errors.Join(err, read.Close()); err != nil {
			t.Fatal(err)
		}
		empty(t, scratch)
		if string(said) == "started\n" {
			return
		}
	}
}

func TestCallingOff(t *testing.T) {
	t.Parallel()
	o, scratch, pipe := waiting(t)
	ctx, callOff := context.WithCancel(context.Background())
	read := make(chan error)
	go func() {
		f, err := os.Open(pipe)
		if err == nil {
			_, err = f.Read(make([]byte, 1))
			callOff()
			for err == nil {
				_, err = f.Read(make([]byte, 100))
			}
		}
		read <- err
	}()
	if _, err := o.PDF(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
	if err := <-read; err.Error() != "EOF" {
		t.Error(err)
	}
	empty(t, scratch)
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	env := func(name string) string {
		return map[string]string{"ProgramFiles": `C:\Program Files`, "SystemRoot": `C:\Windows`}[name]
	}
	type found struct {
		name, scratch string
		start         string
	}
	for there, want := range map[string]found{
		"linux soffice":               {"LibreOffice", "", "/found/soffice"},
		"linux /snap/bin/libreoffice": {"LibreOffice", "/home/ann/snap/libreoffice/common", "/snap/bin/libreoffice"},
		"linux /var/lib/flatpak/app/org.libreoffice.LibreOffice":             {"LibreOffice", "/home/ann/.cache", "flatpak"},
		"darwin /Applications/LibreOffice*.app/Contents/MacOS/soffice":       {"LibreOffice", "", "/Applications/LibreOffice*.app/Contents/MacOS/soffice"},
		`windows C:\Program Files\LibreOffice*\program\soffice.com`:          {"LibreOffice", "", `C:\Program Files\LibreOffice*\program\soffice.com`},
		`windows C:\Program Files\Microsoft Office\root\Office*\WINWORD.EXE`: {"Word", "", `C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`},
	} {
		system, path, _ := strings.Cut(there, " ")
		p, ok := locate(places(system, "/home/ann", env), func(wanted string) string {
			switch {
			case wanted != path:
				return ""
			case strings.ContainsAny(wanted, `/\`):
				return wanted
			}
			return "/found/" + wanted
		})
		if !ok {
			t.Errorf("%s: nothing is found", there)
			continue
		}
		folder := t.TempDir()
		args, _, err := p.command(folder)
		if err != nil || p.name() != want.name || p.scratch() != want.scratch || args[0] != want.start {
			t.Errorf("%s: it is %s in %s by %s (%v)", there, p.name(), p.scratch(), args, err)
		}
		if strings.Contains(strings.Join(args, " "), folderHere) {
			t.Errorf("%s: the folder is not named in %s", there, args)
		}
	}
	if _, ok := locate(places("linux", "/home/ann", env), func(string) string { return "" }); ok {
		t.Error("a program is found where there is none")
	}
}

func TestLookPath(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, version := range []string{"office7", "office8"} {
		if err := os.Mkdir(filepath.Join(folder, version), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if got := lookPath(folder + "/office*"); got != folder+"/office8" {
		t.Errorf("it is %s", got)
	}
	if got := lookPath(folder + "/other*"); got != "" {
		t.Errorf("it is %s", got)
	}
	if got := lookPath("sh"); !strings.HasSuffix(got, "/sh") {
		t.Errorf("it is %s", got)
	}
	if got := lookPath("no-such-command-as-this"); got != "" {
		t.Errorf("it is %s", got)
	}
}

func TestWordIsAskedPlainly(t *testing.T) {
	t.Parallel()
	if strings.Contains(askWord, `"`) {
		t.Error("a double quote does not come through a command line")
	}
	_, env, err := word{"powershell"}.command("/folder")
	if err != nil || len(env) != 2 || env[0] != "MINUTEBOOK_WORD=/folder/minutes.docx" || env[1] != "MINUTEBOOK_PDF=/folder/minutes.pdf" {
		t.Errorf("it is told %s (%v)", env, err)
	}
}

// samples are the Word files of the samples.
func samples(t *testing.T) [][]byte {
	t.Helper()
	files, err := assets.Samples.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, f := range files {
		script, err := assets.Samples.ReadFile("samples/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		m, err := quick.ReadScript(f.Name(), script, model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatal(err)
		}
		style, err := minutes.LoadStyle(m.Style)
		if err != nil {
			t.Fatal(err)
		}
		data, err := export.Bytes(".docx", export.Input{Meeting: m, Style: style, Audience: minutes.Full})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

// TestLibreOffice asks the LibreOffice of this machine for two PDFs at once.
func TestLibreOffice(t *testing.T) {
	t.Parallel()
	o := New()
	if _, there := o.find(); !there {
		t.Skip("LibreOffice is not on this machine, so no real PDF is made")
	}
	var all sync.WaitGroup
	for _, docx := range samples(t)[:2] {
		all.Go(func() {
			pdf, err := o.PDF(context.Background(), docx)
			if err != nil {
				t.Error(err)
				return
			}
			for _, want := range []string{"/Marked true", "pdfuaid:part>1<", "/Lang(en-GB)", "/Outlines", "/DisplayDocTitle true", "<dc:title>"} {
				if !bytes.Contains(pdf, []byte(want)) {
					t.Errorf("the PDF lacks %s", want)
				}
			}
			if again, err := o.PDF(context.Background(), docx); err != nil || !bytes.Equal(again, pdf) {
				t.Errorf("made again it is another (%v)", err)
			}
		})
	}
	all.Wait()
}

func TestBrokenWordFile(t *testing.T) {
	t.Parallel()
	o := New()
	if _, there := o.find(); !there {
		t.Skip("LibreOffice is not on this machine, so none is asked")
	}
	if _, err := o.PDF(context.Background(), []byte("PK\x03\x04 this is no Word file")); !errors.As(err, new(*Failed)) {
		t.Errorf("a broken file is %v", err)
	}
}
