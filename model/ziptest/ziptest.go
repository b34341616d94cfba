// Package ziptest takes packed files apart for tests, and puts them together
// with other parts: Word files, archives and whatever else is a zip file.
package ziptest

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
)

// T is a test, in whichever way it is run.
type T interface {
	Fatalf(format string, args ...any)
}

// Parts are the parts of a packed file by name.
func Parts(t T, file []byte) map[string]string {
	helper(t)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatalf("it is no packed file: %v", err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(data)
	}
	return parts
}

// Pack makes a packed file of parts, in the order of their names.
func Pack(t T, parts map[string]string) []byte {
	helper(t)
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part, err := z.Create(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := io.WriteString(part, parts[name]); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatalf("the packed file cannot be closed: %v", err)
	}
	return file.Bytes()
}

// Changed is a packed file after change was made to each of its parts.
func Changed(t T, file []byte, change func(name, part string) string) []byte {
	helper(t)
	parts := Parts(t, file)
	for name, part := range parts {
		parts[name] = change(name, part)
	}
	return Pack(t, parts)
}

// helper has a failure told of the line of the test, where the test can.
func helper(t T) {
	if t, ok := t.(interface{ Helper() }); ok {
		t.Helper()
	}
}
