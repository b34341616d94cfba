package bring

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes/json"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// TestRealMinutesMakeSoundMeetings holds that whatever real minutes become is a
// meeting that can be written and read back, as data and as quick lines.
func TestRealMinutesMakeSoundMeetings(t *testing.T) {
	shared := os.Getenv("MINUTEBOOK_SHARED")
	if shared == "" {
		t.Skip("MINUTEBOOK_SHARED names no folder with real minutes, so none are read")
	}
	if !filepath.IsAbs(shared) {
		shared = filepath.Join("..", "..", shared)
	}
	files, err := filepath.Glob(filepath.Join(shared, "*", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no minutes in %s: %v", shared, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { sound(t, file) })
	}
}

func sound(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := read.File(filepath.Base(file), data)
	if err != nil {
		t.Fatal(err)
	}
	for _, least := range []float64{0, 0.8} {
		p := Prepare(d, NewKnown(nil, nil, nil, nil))
		if p.Body.Name == "" {
			p.NewBodyCalled("Quay Board")
		}
		p.Take(least)
		_, m, err := p.Batch(ids(), "2026-11-22T12:00:00Z")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := json.Write(&out, m, nil, true); err != nil {
			t.Fatal(err)
		}
		if _, _, err := json.Read(&out); err != nil {
			t.Errorf("as data at %v: %v", least, err)
		}
		printed := quick.Print(m, true)
		back, err := quick.ReadScript("printed", printed, model.Meeting{ID: "back", State: model.Planned}, quick.Options{NewID: ids()})
		if err != nil {
			t.Errorf("as quick lines at %v: %v", least, err)
			continue
		}
		if again := quick.Print(back, true); !bytes.Equal(printed, again) {
			t.Errorf("as quick lines at %v it reads back otherwise", least)
		}
	}
}
