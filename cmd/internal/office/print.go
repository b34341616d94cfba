package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Paper is what is to be printed.
type Paper struct {
	// Name is a name for its file, without an extension.
	Name string
	// Word is the minutes as a Word file, Web as a web page.
	Word, Web []byte
}

// Print opens the minutes in the program that this machine has for PDFs, where
// the clerk prints them; show opens a file. Where no PDF can be made it opens
// them in the browser, and gives a sentence that says so and why; the sentence
// is else "". It takes seconds. The file is kept for a day, out of the sight
// of others.
func (o Office) Print(ctx context.Context, p Paper, show func(path string) error) (string, error) {
	why := ""
	data, ext := p.Web, ".html"
	pdf, err := o.PDF(ctx, p.Word)
	switch {
	case ctx.Err() != nil:
		return "", err
	case err != nil:
		why = fmt.Sprintf("The minutes were opened in the browser, to be printed from there, because no PDF could be made: %v.", err)
	default:
		data, ext = pdf, ".pdf"
	}
	sweep("")
	folder, err := os.MkdirTemp("", printFolders)
	if err != nil {
		return "", fmt.Errorf("there is no room for what is to be printed: %w", err)
	}
	file := filepath.Join(folder, filepath.Base(p.Name)+ext)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return "", errors.Join(fmt.Errorf("there is no room for what is to be printed: %w", err), os.RemoveAll(folder))
	}
	if err := show(file); err != nil {
		return "", errors.Join(fmt.Errorf("what is to be printed could not be opened: %w", err), os.RemoveAll(folder))
	}
	return why, nil
}

// The names of the folders that are made for a while.
const (
	pdfFolders   = "minutebook-pdf-*"
	printFolders = "minutebook-print-*"
)

// kept is how long what is printed stays for the program that shows it.
const kept = 24 * time.Hour

// sweep clears away what was printed a day ago, and what a run that was cut
// short left, from that folder; "" is the system's temporary one.
func sweep(folder string) {
	if folder == "" {
		folder = os.TempDir()
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() || !strings.HasPrefix(name, strings.TrimSuffix(pdfFolders, "*")) && !strings.HasPrefix(name, strings.TrimSuffix(printFolders, "*")) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > kept {
			_ = os.RemoveAll(filepath.Join(folder, name)) // another's, or still held
		}
	}
}
