package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"
)

// What is printed is gone when the program ends, and so is the work of the
// office program.
func TestPapersAreClearedAway(t *testing.T) {
	o := newOutside(&Main{}, test.NewTempApp(t))
	file := filepath.Join(t.TempDir(), "minutebook-print-1", "minutes.pdf")
	if err := os.Mkdir(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.papers.keep(file)
	ended := make(chan error, 1)
	o.papers.do(func(ctx context.Context) {
		<-ctx.Done()
		ended <- ctx.Err()
	})
	o.end()
	if len(ended) != 1 {
		t.Error("the program ends before its work")
	}
	if _, err := os.Stat(filepath.Dir(file)); !os.IsNotExist(err) {
		t.Errorf("what was printed lingers: %v", err)
	}
	o.papers.do(func(context.Context) { t.Error("work begins after the end") })
}

// Work that is called off ends by itself.
func TestPapersCalledOff(t *testing.T) {
	o := newOutside(&Main{}, test.NewTempApp(t))
	ended := make(chan error, 1)
	off := o.papers.do(func(ctx context.Context) {
		<-ctx.Done()
		ended <- ctx.Err()
	})
	off()
	if err := <-ended; err == nil {
		t.Error("it was not called off")
	}
	o.end()
}
