package main

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// partsOf are the parts of a zip file by name.
func partsOf(ts *testscript.TestScript, file string) map[string][]byte {
	z, err := zip.OpenReader(ts.MkAbs(file))
	ts.Check(err)
	defer func() { _ = z.Close() }()
	parts := map[string][]byte{}
	for _, f := range z.File {
		in, err := f.Open()
		ts.Check(err)
		parts[f.Name], err = io.ReadAll(in)
		ts.Check(err)
		ts.Check(in.Close())
	}
	return parts
}

// unzip FILE FOLDER writes the parts of a zip file below a folder.
func unzip(ts *testscript.TestScript, _ bool, args []string) {
	for name, data := range partsOf(ts, args[0]) {
		path := filepath.Join(ts.MkAbs(args[1]), filepath.FromSlash(name))
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o700))
		ts.Check(os.WriteFile(path, data, 0o600))
	}
}

// cmpzip FILE OTHER compares the parts of two archives of one book, but for when
// they were made.
func cmpzip(ts *testscript.TestScript, _ bool, args []string) {
	one, other := partsOf(ts, args[0]), partsOf(ts, args[1])
	if a, b := slices.Sorted(maps.Keys(one)), slices.Sorted(maps.Keys(other)); !slices.Equal(a, b) {
		ts.Fatalf("one has %q, the other %q", a, b)
	}
	for name := range one {
		if !strings.HasSuffix(name, "manifest.json") && !bytes.Equal(one[name], other[name]) {
			ts.Fatalf("%s is not the same", name)
		}
	}
}
