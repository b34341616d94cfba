package main

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"minutebook/cmd/internal/spelling"
	"minutebook/ui"
)

func TestSpellerReadsADictionaryOnce(t *testing.T) {
	env := func(name string) string {
		if name == "DICPATH" {
			return "../internal/spelling/testdata"
		}
		return ""
	}
	o := &outside{m: &Main{Now: time.Now, Env: env, journal: &journal{log: slog.Default()}}, app: test.NewTempApp(t)}
	ask := func(language string) (ui.Speller, error) {
		type answer struct {
			speller ui.Speller
			err     error
		}
		told := make(chan answer, 1)
		o.speller(language, func(s ui.Speller, err error) { told <- answer{s, err} })
		a := <-told
		return a.speller, a.err
	}
	first, err := ask("en-QQ")
	if err != nil || !first.Right("harbour") || first.Right("harbor") {
		t.Fatalf("the dictionary: %v", err)
	}
	if again, err := ask("en-QQ"); err != nil || again != first {
		t.Errorf("asked again it is another, or none: %v", err)
	}
	if s, err := ask("xx-QQ"); s != nil || !isMissing(err) {
		t.Errorf("a language that is not there: %v, %v", s, err)
	}
}

func isMissing(err error) bool {
	var missing *spelling.Missing
	return errors.As(err, &missing)
}
