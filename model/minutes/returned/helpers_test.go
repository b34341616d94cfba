package returned_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/assets"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/returned"
	"minutebook/model/quick"
)

// ids gives identities that were never given before, of that prefix.
func ids(prefix string) func() model.ID {
	n := 0
	return func() model.ID {
		n++
		return model.ID(fmt.Sprintf("%s%03d", prefix, n))
	}
}

// script is a meeting read from quick lines.
func script(t rapid.TB, text string) model.Meeting {
	t.Helper()
	m, err := quick.ReadScript("test", []byte(text), model.Meeting{ID: "meeting1"}, quick.Options{NewID: ids("id")})
	if err != nil {
		t.Fatal(err)
	}
	m.Rev = 41
	return m
}

// invented are the meetings of the tests of package minutes and the samples.
func invented(t testing.TB) map[string]model.Meeting {
	t.Helper()
	all := map[string]model.Meeting{}
	files, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(data), "-- minutes --\n")
		text, _, _ := strings.Cut(rest, "\n-- ")
		all[filepath.Base(f)] = script(t, text+"\n")
	}
	samples, err := assets.Samples.ReadDir("samples")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples {
		data, err := assets.Samples.ReadFile("samples/" + s.Name())
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(s.Name(), ".minutes") {
			all[s.Name()] = script(t, string(data))
		}
	}
	return all
}

func style(t rapid.TB, name string) minutes.Style {
	t.Helper()
	s, err := minutes.LoadStyle(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func styles(t rapid.TB) (all []minutes.Style) {
	for _, name := range minutes.StyleNames() {
		all = append(all, style(t, name))
	}
	return all
}

// written is a meeting as a Word file.
func written(t rapid.TB, m model.Meeting, s minutes.Style, a minutes.Audience) []byte {
	t.Helper()
	d, err := minutes.Compose(m, s, a)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := docx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func opened(t rapid.TB, data []byte) read.Document {
	t.Helper()
	d, err := read.File("draft.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// found reads a file that came back.
func found(t rapid.TB, d read.Document, base, now model.Meeting) returned.Returned {
	t.Helper()
	r, err := returned.Read(returned.Input{Document: d, Base: base, Now: now, Styles: styles(t), NewID: ids("new")})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// listed writes proposals out, one a line.
func listed(r returned.Returned) string {
	var b strings.Builder
	for _, p := range r.Proposals {
		fmt.Fprintf(&b, "%s | %s | %s | %q -> %q", p.Kind, p.Where, strings.Join(p.Facts, ","), p.Before, p.After)
		for _, more := range []string{p.By, p.When, p.Remark, p.Hand} {
			if more != "" {
				b.WriteString(" | " + more)
			}
		}
		b.WriteString("\n")
	}
	for _, l := range r.Left {
		b.WriteString("left: " + l + "\n")
	}
	return b.String()
}

// accepted is the meeting with all proposals accepted.
func accepted(t rapid.TB, m model.Meeting, list []returned.Proposal) model.Meeting {
	t.Helper()
	for _, i := range returned.Ordered(list) {
		c, err := list[i].Change(m)
		if err != nil {
			t.Fatalf("%s, %s: %v", list[i].Kind, list[i].Where, err)
		}
		next, _, err := m.With(c)
		if err != nil {
			t.Fatalf("%s, %s: %v", list[i].Kind, list[i].Where, err)
		}
		m = next
	}
	return m
}
