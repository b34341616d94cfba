// Package office makes PDFs of the Word files that this program writes, through
// the office program of the machine, and brings minutes to where a clerk prints
// them.
package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// Office is the office program of this machine, looked for anew each time that
// it is needed. It may be used by several goroutines at once.
type Office struct {
	find func() (program, bool)
	// limit is how long one document may take.
	limit time.Duration
}

// New is the office program of this machine: LibreOffice, or Word on Windows
// where there is no LibreOffice.
func New() Office {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	return Office{
		find:  func() (program, bool) { return locate(places(runtime.GOOS, home, os.Getenv), lookPath) },
		limit: 3 * time.Minute,
	}
}

// Absent is the error where no office program is installed.
type Absent struct{}

func (*Absent) Error() string {
	return "there is no program on this computer that can make a PDF: install LibreOffice, which is free, or open the web page in a browser, print it and choose to save it as a PDF"
}

// Failed is the error of an office program that made no PDF.
type Failed struct {
	// Program is what people call it: "LibreOffice".
	Program string
	// Said is the last of what it said, "" where it said nothing.
	Said  string
	Cause error
}

func (e *Failed) Error() string {
	said := e.Said
	switch {
	case said == "" && e.Cause != nil:
		said = e.Cause.Error()
	case said == "":
		said = "it did not say why"
	}
	return fmt.Sprintf("%s made no PDF: %s", e.Program, said)
}

func (e *Failed) Unwrap() error { return e.Cause }

// PDF makes a tagged PDF of a Word file, with its language, title and headings.
// It takes seconds. The same file gives the same bytes by the same LibreOffice.
// The error is an *[Absent], a *[Failed], or that of a ctx
// that was called off; nothing is left on the disk.
func (o Office) PDF(ctx context.Context, docx []byte) ([]byte, error) {
	p, ok := o.find()
	if !ok {
		return nil, &Absent{}
	}
	sweep(p.scratch())
	folder, err := os.MkdirTemp(p.scratch(), pdfFolders)
	if err != nil {
		return nil, fmt.Errorf("there is no room for making a PDF: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // what is still held is swept another day
	if err := os.WriteFile(filepath.Join(folder, wordFile), docx, 0o600); err != nil {
		return nil, fmt.Errorf("there is no room for making a PDF: %w", err)
	}
	said, err := o.run(ctx, p, folder)
	if err != nil {
		return nil, err
	}
	pdf, err := os.ReadFile(filepath.Join(folder, pdfFile))
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, &Failed{Program: p.name(), Said: said}
	case err != nil:
		return nil, &Failed{Program: p.name(), Cause: err}
	case !bytes.HasPrefix(pdf, []byte("%PDF-")):
		return nil, &Failed{Program: p.name(), Said: "what it wrote is no PDF"}
	}
	return steady(pdf, docx), nil
}

// The files in the folder that an office program works in.
const (
	wordFile = "minutes.docx"
	pdfFile  = "minutes.pdf"
)

// run runs the program in the folder and gives the last that it said.
func (o Office) run(ctx context.Context, p program, folder string) (string, error) {
	limited, cancel := context.WithTimeout(ctx, o.limit)
	defer cancel()
	args, env, err := p.command(folder)
	if err != nil {
		return "", &Failed{Program: p.name(), Cause: err}
	}
	var said tail
	cmd := exec.CommandContext(limited, args[0], args[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, &said, &said
	cmd.Env = append(os.Environ(), env...)
	cmd.WaitDelay = 5 * time.Second
	alone(cmd)
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return "", fmt.Errorf("making the PDF was called off: %w", ctx.Err())
	case limited.Err() != nil:
		return "", &Failed{p.name(), fmt.Sprintf("it was stopped after %v", o.limit), limited.Err()}
	case err != nil:
		return "", &Failed{p.name(), said.last(), err}
	}
	return said.last(), nil
}

// tail keeps the last of what is written to it.
type tail struct{ kept []byte }

func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p...)
	if over := len(t.kept) - 4096; over > 0 {
		t.kept = append(t.kept[:0], t.kept[over:]...)
	}
	return len(p), nil
}

// last is the last line of it.
func (t *tail) last() string {
	lines := strings.Split(strings.TrimSpace(strings.ToValidUTF8(string(t.kept), "")), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}
