package main

import (
	"bytes"
	"errors"
	"log/slog"
	"maps"
	"math"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"minutebook/cmd/internal/identity"
	"minutebook/ui"
)

func TestWorkerDoesJobsInOrder(t *testing.T) {
	t.Parallel()
	var w worker
	var done []int
	for i := range 1000 {
		w.do(func() { done = append(done, i) })
		if i == 500 {
			w.wait()
		}
	}
	w.wait()
	if len(done) != 1000 || !slices.IsSorted(done) {
		t.Errorf("did %d jobs, in order: %v; want 1000 in order", len(done), slices.IsSorted(done))
	}
}

func TestWindowIsGivenEverything(t *testing.T) {
	o := &outside{m: &Main{Now: time.Now, NewID: identity.New, Env: os.Getenv, journal: &journal{log: slog.Default()}}, app: test.NewTempApp(t)}
	given := reflect.ValueOf(o.forWindow(func() {}))
	for i := range given.NumField() {
		if name := given.Type().Field(i).Name; name != "Look" && given.Field(i).IsZero() {
			t.Errorf("the window is given no %s", name)
		}
	}
}

func TestLookIsRemembered(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	if got := rememberedLook(p); got != (ui.Look{Ground: "light", Text: 1, Scale: 1}) {
		t.Errorf("at first the look is %+v; want the usual one", got)
	}
	if got := rememberedSize(p); got != usualSize {
		t.Errorf("at first the window is %v; want %v", got, usualSize)
	}
	look, size := ui.Look{Ground: "dark", Contrast: true, Text: 1.3, Scale: 1.5, HidePanes: true, Figures: "tables", Language: "cy"}, fyne.NewSize(1000, 600)
	keepLook(p, look)
	keepSize(p, size)
	if got := rememberedLook(p); got != look {
		t.Errorf("the look is %+v; want %+v", got, look)
	}
	if got := rememberedSize(p); got != size {
		t.Errorf("the window is %v; want %v", got, size)
	}
}

func TestMeddledPreferencesCountAsNone(t *testing.T) {
	p := test.NewTempApp(t).Preferences()
	p.SetString(prefGround, "pink")
	p.SetString(prefFigures, "cubes")
	p.SetFloat(prefScale, math.Inf(1))
	p.SetString(prefSize, "NaNx-3")
	p.SetString(prefContrast, "yes")
	if got := rememberedLook(p); got != (ui.Look{Text: 1, Scale: 1}) {
		t.Errorf("the look is %+v; want the usual one", got)
	}
	if got := rememberedSize(p); got != usualSize {
		t.Errorf("the window is %v; want %v", got, usualSize)
	}
}

func TestSettleLocale(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return // they say the language elsewhere, and the function leaves them alone
	}
	for name, c := range map[string]struct{ given, want map[string]string }{
		"nothing said":       {nil, map[string]string{"LANG": "C.UTF-8"}},
		"bare C":             {map[string]string{"LANG": "C"}, map[string]string{"LANG": "C.UTF-8"}},
		"bare C over all":    {map[string]string{"LC_ALL": "POSIX", "LANG": "cy_GB.UTF-8"}, map[string]string{"LC_ALL": "C.UTF-8", "LANG": "cy_GB.UTF-8"}},
		"a language":         {map[string]string{"LANG": "en_GB.UTF-8"}, map[string]string{"LANG": "en_GB.UTF-8"}},
		"letters only":       {map[string]string{"LC_CTYPE": "en_GB.UTF-8"}, map[string]string{"LC_CTYPE": "en_GB.UTF-8"}},
		"everything at once": {map[string]string{"LC_ALL": "C.UTF-8"}, map[string]string{"LC_ALL": "C.UTF-8"}},
	} {
		env := map[string]string{}
		maps.Copy(env, c.given)
		settleLocale(func(n string) string { return env[n] }, func(n, v string) error { env[n] = v; return nil })
		if !maps.Equal(env, c.want) {
			t.Errorf("%s: %v; want %v", name, env, c.want)
		}
	}
}

func TestFyneLogTellsWhenThereIsNoWindow(t *testing.T) {
	t.Parallel()
	var file, errs bytes.Buffer
	l := &fyneLog{log: slog.New(slog.NewTextHandler(&file, &slog.HandlerOptions{Level: slog.LevelDebug})), errs: &errs}
	write := func(line string) (cause any) {
		defer func() { cause = recover() }()
		if _, err := l.Write([]byte(line + "\n")); err != nil {
			t.Error(err)
		}
		return nil
	}
	for _, harmless := range []string{"Fyne error:  Preferences load error:", "  Cause: EOF", "  At: preferences.go:79"} {
		if cause := write(harmless); cause != nil {
			t.Fatalf("%q ended the program: %v", harmless, cause)
		}
	}
	if errs.Len() > 0 {
		t.Errorf("a settings file cut short was told on the terminal: %q", errs.String())
	}
	write("*** Error in Fyne call thread, this should have been called in fyne.Do[AndWait] ***")
	if !strings.Contains(errs.String(), "call thread") {
		t.Error("a call from the wrong goroutine was not told on the terminal")
	}
	write("Fyne error:  window creation error")
	cause := write("  Cause: VersionUnavailable: GLX: no such version")
	var none *noWindow
	if err, ok := cause.(error); !ok || !errors.As(err, &none) || !strings.Contains(err.Error(), "OpenGL 2.1") || !strings.Contains(err.Error(), "minutectl") {
		t.Errorf("without OpenGL the program goes on, or says %v", cause)
	}
	if !strings.Contains(file.String(), "VersionUnavailable") {
		t.Error("the cause is not in the log")
	}
}
