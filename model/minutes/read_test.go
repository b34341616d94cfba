package minutes_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/html"
	"minutebook/model/minutes/markdown"
	"minutebook/model/minutes/text"
	"minutebook/model/quick"
)

var update = flag.Bool("update", false, "write the outputs of the golden cases anew")

// read is the meeting of a script.
func read(t rapid.TB, name string, script []byte) model.Meeting {
	t.Helper()
	n := 0
	m, err := quick.ReadScript(name, script, model.Meeting{ID: "m", State: model.Planned}, quick.Options{NewID: func() model.ID {
		n++
		return model.ID(fmt.Sprintf("id%03d", n))
	}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func style(t rapid.TB, name string) minutes.Style {
	t.Helper()
	s, err := minutes.LoadStyle(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func compose(t rapid.TB, m model.Meeting, a minutes.Audience) minutes.Document {
	t.Helper()
	d, err := minutes.Compose(m, style(t, m.Style), a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestGolden composes the meeting of each archive in testdata and compares
// every text it makes with the one beside it.
func TestGolden(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := append([]txtar.File{archive.Files[0]}, everyText(t, read(t, file, archive.Files[0].Data))...)
			if *update {
				archive.Files = got
				if err := os.WriteFile(file, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(got) != len(archive.Files) {
				t.Fatalf("the archive has %d files, and there are %d", len(archive.Files), len(got))
			}
			for i, want := range archive.Files {
				if diff := firstDifference(string(want.Data), string(got[i].Data)); want.Name != got[i].Name || diff != "" {
					t.Errorf("%s: %s", want.Name, diff)
				}
			}
		})
	}
}

// everyText is the meeting in every form that is text: the full one, and the
// public one where there is something to leave out.
func everyText(t *testing.T, m model.Meeting) []txtar.File {
	t.Helper()
	audiences := map[string]minutes.Audience{"full": minutes.Full}
	names := []string{"full"}
	if m.HasRestricted() {
		audiences["public"] = minutes.Public
		names = append(names, "public")
	}
	var files []txtar.File
	for _, audience := range names {
		d := compose(t, m, audiences[audience])
		for _, w := range []struct {
			ext   string
			write func(io.Writer, minutes.Document) error
		}{{"txt", text.Write}, {"md", markdown.Write}, {"html", html.Write}} {
			var b bytes.Buffer
			if err := w.write(&b, d); err != nil {
				t.Fatal(err)
			}
			out := b.Bytes()
			if w.ext == "html" { // the head is the style sheet's
				out = out[bytes.Index(out, []byte("<main")):]
			}
			files = append(files, txtar.File{Name: audience + "." + w.ext, Data: out})
		}
	}
	return files
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; i < max(len(w), len(g)); i++ {
		a, b := "(nothing)", "(nothing)"
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return fmt.Sprintf("line %d is %q, want %q", i+1, b, a)
		}
	}
	return ""
}
