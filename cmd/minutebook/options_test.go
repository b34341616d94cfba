package main

import (
	"log/slog"
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestReadOptions(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		want options
		done bool
		code int
		out  string // part of it
		errs string // part of it
	}{
		"none":           {},
		"all":            {args: []string{"--book", "a.mb", "--open=last", "--log-level", "debug"}, want: options{book: "a.mb", open: "last", logLevel: slog.LevelDebug}},
		"one dash":       {args: []string{"-book", "a.mb"}, want: options{book: "a.mb"}},
		"version":        {args: []string{"--version"}, want: options{version: true}},
		"paths":          {args: []string{"--paths"}, want: options{paths: true}},
		"help":           {args: []string{"--help"}, done: true, out: "--open MEETING"},
		"unknown flag":   {args: []string{"--colour"}, done: true, code: 2, errs: "-colour"},
		"missing value":  {args: []string{"--book"}, done: true, code: 2, errs: "-book"},
		"wrong level":    {args: []string{"--log-level", "loud"}, done: true, code: 2, errs: "loud"},
		"a stray word":   {args: []string{"book.mb"}, done: true, code: 2, errs: `"book.mb"`},
		"after the flag": {args: []string{"--book", "a.mb", "last"}, want: options{book: "a.mb"}, done: true, code: 2, errs: `"last"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out, errs strings.Builder
			got, done, code := readOptions(c.args, &out, &errs)
			if done != c.done || code != c.code {
				t.Errorf("done %v with code %d; want %v with %d", done, code, c.done, c.code)
			}
			if (c.code == 0) && got != c.want {
				t.Errorf("options %+v; want %+v", got, c.want)
			}
			if !strings.Contains(out.String(), c.out) || !strings.Contains(errs.String(), c.errs) {
				t.Errorf("said %q and complained %q; want %q and %q in them", out.String(), errs.String(), c.out, c.errs)
			}
			if (errs.Len() > 0) != (c.code == 2) {
				t.Errorf("complained %q with code %d", errs.String(), code)
			}
		})
	}
}

func TestVersionAndPaths(t *testing.T) {
	t.Parallel()
	env := func(name string) string {
		return map[string]string{"MINUTEBOOK_BOOK": "/books/a.mb", "XDG_STATE_HOME": "/state"}[name]
	}
	for flag, want := range map[string]string{"--version": "minutebook " + version + "\n", "--paths": "/books/a.mb"} {
		var out, errs strings.Builder
		m := &Main{Out: &out, Err: &errs, Env: env}
		if code := m.Run([]string{flag}); code != 0 || !strings.Contains(out.String(), want) || errs.Len() > 0 {
			t.Errorf("%s: code %d, said %q, complained %q; want %q", flag, code, out.String(), errs.String(), want)
		}
	}
}

func TestVersionIsThePackages(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\s*Version = "(.*)"$`).FindSubmatch(data)
	if found == nil || string(found[1]) != version {
		t.Errorf("FyneApp.toml says %q; the program says %q", found, version)
	}
}
