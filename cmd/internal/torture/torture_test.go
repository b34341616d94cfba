package torture

import (
	"bytes"
	"reflect"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/docx/lint"
	"minutebook/model/minutes/html"
	"minutebook/model/minutes/markdown"
	"minutebook/model/minutes/text"
)

func TestEveryKindIsThere(t *testing.T) {
	t.Parallel()
	m := Meeting()
	kinds, ids := map[model.EntryKind]bool{}, map[model.ID]bool{}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			kinds[e.Kind] = true
			if ids[e.ID] {
				t.Errorf("%s stands for two entries", e.ID)
			}
			ids[e.ID] = true
		}
	}
	if len(kinds) != len(model.EntryKinds) || !m.HasRestricted() {
		t.Errorf("the kinds are %v", kinds)
	}
	if !reflect.DeepEqual(m, Meeting()) {
		t.Error("two meetings differ")
	}
}

func TestLargeIsAsLargeAsAsked(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{2000, 500}, {10, 0}, {3, 10}, {0, 5}, {0, 0}} {
		m := Large(size[0], size[1])
		paragraphs := 0
		for _, it := range m.Items {
			for _, e := range it.Entries {
				if e.Kind == model.Paragraph {
					paragraphs++
				}
			}
		}
		if n := len(m.Actions()); paragraphs != size[0] || n != size[1] {
			t.Errorf("%d paragraphs and %d actions, want %v", paragraphs, n, size)
		}
		if n := m.NextAction(); n != size[1]+1 {
			t.Errorf("the next action is %d", n)
		}
	}
}

// TestEveryStyleWritesIt composes the meeting in every style for every
// audience and writes it in every format.
func TestEveryStyleWritesIt(t *testing.T) {
	t.Parallel()
	m := Meeting()
	for _, name := range minutes.StyleNames() {
		s, err := minutes.LoadStyle(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, audience := range []minutes.Audience{minutes.Public, minutes.Full} {
			d, err := minutes.Compose(m, s, audience)
			if err != nil {
				t.Fatal(err)
			}
			var b, file, words bytes.Buffer
			for _, err := range []error{docx.Write(&file, d), html.Write(&b, d), text.Write(&words, d), markdown.Write(&words, d)} {
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			for _, wrong := range lint.Check(file.Bytes()) {
				t.Errorf("%s: %s", name, wrong)
			}
			if secret := bytes.Contains(words.Bytes(), []byte("SECRET")); secret != (audience == minutes.Full) {
				t.Errorf("%s, audience %v: a secret is told: %v", name, audience, secret)
			}
		}
	}
}
