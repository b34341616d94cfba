package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"minutebook/model/ziptest"
)

// unzip FILE FOLDER writes the parts of a zip file below a folder.
func unzip(ts *testscript.TestScript, _ bool, args []string) {
	for name, data := range ziptest.Parts(ts, []byte(ts.ReadFile(args[0]))) {
		path := filepath.Join(ts.MkAbs(args[1]), filepath.FromSlash(name))
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o700))
		ts.Check(os.WriteFile(path, []byte(data), 0o600))
	}
}

// cmpzip FILE OTHER compares the parts of two archives of one book, but for when
// they were made.
func cmpzip(ts *testscript.TestScript, _ bool, args []string) {
	one, other := ziptest.Parts(ts, []byte(ts.ReadFile(args[0]))), ziptest.Parts(ts, []byte(ts.ReadFile(args[1])))
	if a, b := slices.Sorted(maps.Keys(one)), slices.Sorted(maps.Keys(other)); !slices.Equal(a, b) {
		ts.Fatalf("one has %q, the other %q", a, b)
	}
	for name := range one {
		if !strings.HasSuffix(name, "manifest.json") && one[name] != other[name] {
			ts.Fatalf("%s is not the same", name)
		}
	}
}
