//go:build unix

package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// The two writers in Go write the same words, so that their times compare.
func TestWritersWriteTheSame(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	name := filepath.Join(folder, "c.json")
	if err := put("7", "3", name); err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for _, writer := range []string{"minutebook", "godocx"} {
		file := filepath.Join(folder, writer+".docx")
		if err := write(writer, name, file); err != nil {
			t.Fatal(err)
		}
		said[writer] = words(t, file)
	}
	if said["minutebook"] != said["godocx"] || !strings.Contains(said["godocx"], "report 7 of") || !strings.Contains(said["godocx"], "berth 3") {
		t.Errorf("minutebook says\n%s\ngodocx says\n%s", said["minutebook"], said["godocx"])
	}
	if write("another", name, filepath.Join(folder, "x")) == nil {
		t.Error("a writer that there is not writes")
	}
}

func words(t *testing.T, file string) string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = z.Close() }()
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(strings.Fields(b.String()), " ")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			b.Write(token)
		case xml.EndElement:
			if token.Name.Local == "p" {
				b.WriteByte('\n')
			}
		}
	}
}
