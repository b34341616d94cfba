// Package pdftext takes the words out of PDFs, by the program pdftotext where it
// is installed.
package pdftext

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"time"

	"minutebook/model/minutes/read"
)

// limit is how long one PDF may take.
const limit = 30 * time.Second

// Read reads a file as [read.File] does, and PDFs as well. The error is a
// *[read.Unreadable].
func Read(ctx context.Context, name string, data []byte) (read.Document, error) {
	if !read.IsPDF(data) {
		return read.File(name, data)
	}
	if len(data) > read.MaxFile {
		return read.Document{}, &read.Unreadable{Name: name, Reason: "it is larger than 64 MB, far more than minutes need"}
	}
	words, err := taken(ctx, data)
	if err != nil {
		return read.Document{}, &read.Unreadable{Name: name, Reason: reason(err)}
	}
	return read.PDFText(name, words)
}

var (
	errAbsent = errors.New("the words of a PDF are taken out by the program pdftotext, which is not on this computer; install it (it comes with poppler, on Debian and Ubuntu as poppler-utils), or open the PDF in Word, save it as a Word document and take that in")
	errLong   = errors.New("it holds far more words than minutes do; divide it and take in the parts")
)

// taken are the words of a PDF as they are laid out.
func taken(ctx context.Context, data []byte) ([]byte, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil, errAbsent
	}
	ctx, stop := context.WithTimeout(ctx, limit)
	defer stop()
	c := exec.CommandContext(ctx, program, "-layout", "-enc", "UTF-8", "-eol", "unix", "-q", "-", "-")
	c.Stdin = bytes.NewReader(data)
	out := capped{left: read.MaxPart}
	c.Stdout = &out
	err = c.Run()
	switch {
	case out.left < 0:
		return nil, errLong
	case err != nil && ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return out.Bytes(), err
}

// capped collects what a program says until that is too much.
type capped struct {
	bytes.Buffer
	left int
}

func (c *capped) Write(data []byte) (int, error) {
	if c.left -= len(data); c.left < 0 {
		return 0, errLong
	}
	return c.Buffer.Write(data)
}

// protected is what pdftotext ends with where a PDF does not let its words be
// copied.
const protected = 3

// reason says in plain words why a PDF was not read.
func reason(err error) string {
	var ended *exec.ExitError
	switch {
	case errors.Is(err, errAbsent), errors.Is(err, errLong):
		return err.Error()
	case errors.Is(err, context.DeadlineExceeded):
		return "its words could not be taken out within half a minute; open it in Word, save it as a Word document and take that in"
	case errors.Is(err, context.Canceled):
		return "it was called off"
	case errors.As(err, &ended) && ended.ExitCode() == protected:
		return "it is protected: its words may not be copied"
	}
	return "it is a PDF that is damaged or protected by a password; open it in the program that made it and save it as a Word document"
}
