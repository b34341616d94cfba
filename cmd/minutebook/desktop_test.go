//go:build realwindow

package main

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// desktopPrograms are what the window finds in the place of the programs that
// it hands files to: an office program whose PDF holds the Word file that it
// was made of, and one that notes what it was to open.
var desktopPrograms = map[string]string{
	"soffice":  `{ printf '%%PDF-1.7\n'; cat minutes.docx; } > minutes.pdf`,
	"xdg-open": `printf '%s\n' "$1" >> "$HOME/opened"`,
}

// desktop puts those programs into a folder of a home, and gives the folder.
func desktop(t *testing.T, home string) string {
	t.Helper()
	folder := filepath.Join(home, ".desktop")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, does := range desktopPrograms {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+does+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// opened are the paths of the files that the window has had opened.
func (s *screen) opened() []string {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.home(), "opened"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		s.t.Fatal(err)
	}
	var paths []string
	for line := range strings.Lines(string(data)) {
		address, err := url.Parse(strings.TrimSpace(line))
		if err != nil || address.Scheme != "file" {
			s.t.Fatalf("what was opened is %q: %v", line, err)
		}
		paths = append(paths, address.Path)
	}
	return paths
}
