package spelling

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// opened is the invented dictionary.
func opened(t testing.TB) *Dictionary {
	t.Helper()
	d, err := Open("en-QQ", []string{"testdata"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRight(t *testing.T) {
	d := opened(t)
	for _, word := range []string{"harbour", "Harbour", "HARBOUR", "harbours", "harbour's", "noted", "treasuries", "Board", "café", "naïve", "The"} {
		if !d.Right(word) {
			t.Errorf("%q is taken for wrong", word)
		}
	}
	for _, word := range []string{"harbor", "pilotege", "board", "cafe", "noteed", "tolll", "", "-", "’s"} {
		if d.Right(word) {
			t.Errorf("%q is taken for right", word)
		}
	}
}

func TestSuggest(t *testing.T) {
	d := opened(t)
	for _, c := range []struct{ word, want string }{
		{"pilotege", "pilotage"},
		{"Pilotege", "Pilotage"},
		{"recieve", "receive relieve"},
		{"recieved", "received relieved receive relieve"},
		{"teh", "the"},
		{"comittee", "committee"},
		{"commitees", "committees committee"},
		{"acommodated", "accommodated accommodate"},
		{"cafe", "café"},
		{"nor", ""},
		{"xylophone", ""},
		{"q", ""},
		{"", ""},
		{strings.Repeat("a", 500), ""},
	} {
		if got := strings.Join(d.Suggest(c.word), " "); got != c.want {
			t.Errorf("%q: %q, not %q", c.word, got, c.want)
		}
	}
}

// Whatever is asked, suggestions are right, few, and none is the word itself.
func TestSuggestionsAreRight(t *testing.T) {
	d := opened(t)
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("pilotageréhbu’'-. İß")), 0, 12, -1).Draw(t, "word")
		list := d.Suggest(word)
		if len(list) > most {
			t.Fatalf("%d suggestions for %q", len(list), word)
		}
		for _, s := range list {
			if !d.Right(s) && !d.Right(strings.ToLower(s)) {
				t.Fatalf("%q is suggested for %q, but is wrong", s, word)
			}
		}
	})
}

// The window asks while suggestions are worked out elsewhere.
func TestSeveralMayAskAtOnce(t *testing.T) {
	d := opened(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				if got := d.Suggest("pilotege"); len(got) != 1 || !d.Right("harbours") || d.Right("harbor") {
					t.Errorf("asked at once, it suggests %q", got)
				}
			}
		})
	}
	all.Wait()
}

func TestOpenFindsTheLanguage(t *testing.T) {
	folder := t.TempDir()
	put := func(names ...string) {
		for _, name := range names {
			for _, end := range []string{".aff", ".dic"} {
				data, err := os.ReadFile("testdata/en_QQ" + end)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(folder, name+end), data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	put("en_GB", "cy_GB", "fr")
	if err := os.WriteFile(filepath.Join(folder, "de_DE.dic"), []byte("0\n"), 0o600); err != nil { // without its rules
		t.Fatal(err)
	}
	folders := []string{filepath.Join(folder, "not there"), folder}
	for tag, want := range map[string]string{"en-GB": "en_GB", "en": "en_GB", "en_gb": "en_GB", "cy": "cy_GB", "fr-FR": "fr", "en-US": "", "de": "", "": "", "*": "", "../x": ""} {
		_, dic, ok := find(tag, folders)
		if got := strings.TrimSuffix(filepath.Base(dic), ".dic"); ok != (want != "") || ok && got != want {
			t.Errorf("%q finds %q, not %q", tag, got, want)
		}
	}
	_, err := Open("en-US", folders)
	if want := "No English dictionary is installed; spelling is not checked"; !isMissing(err) || err.Error() != want {
		t.Errorf("a missing dictionary: %v", err)
	}
	if _, err := Open("de", folders); err.Error() != "No German dictionary is installed; spelling is not checked" {
		t.Errorf("a missing dictionary: %v", err)
	}
}

func TestDamagedDictionariesAreRefused(t *testing.T) {
	for _, c := range []struct{ aff, dic string }{
		{"SET UTF-8\n", ""},
		{"SFX A Y 99999\nSFX A 0", "2\nx/A\n"},
		{"\x00\xff\xfe", "\x00\xff"},
	} {
		folder := t.TempDir()
		for name, data := range map[string]string{"en_GB.aff": c.aff, "en_GB.dic": c.dic} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		d, err := Open("en-GB", []string{folder})
		if err == nil {
			d.Right("harbour") // whatever it holds, asking is safe
			continue
		}
		if isMissing(err) || !strings.Contains(err.Error(), "spelling is not checked") {
			t.Errorf("%q: %v", c, err)
		}
	}
}

func TestFoldersBeginWithThoseAskedFor(t *testing.T) {
	env := func(name string) string {
		if name == "DICPATH" {
			return "/one" + string(filepath.ListSeparator) + "/two"
		}
		return ""
	}
	if got := Folders(env); len(got) < 3 || !slices.Equal(got[:2], []string{"/one", "/two"}) {
		t.Errorf("folders %q", got)
	}
	if slices.Contains(Folders(func(string) string { return "" }), "") {
		t.Error("an empty name is a folder")
	}
}

// system is the dictionary that the system has, where it has one.
func system(t testing.TB) *Dictionary {
	t.Helper()
	d, err := Open("en-GB", Folders(os.Getenv))
	var missing *Missing
	if errors.As(err, &missing) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTheSystemsDictionary(t *testing.T) {
	d := system(t)
	if d == nil {
		return // nothing to hold against it: the invented one is tested above
	}
	for _, word := range []string{"colour", "harbour's", "organise", "minutes", "anti-social", "didn't", "re-elected", "café"} {
		if !d.Right(word) {
			t.Errorf("%q is taken for wrong", word)
		}
	}
	for word, want := range map[string]string{"recieved": "received", "comittee": "committee", "seperately": "separately", "adress": "address",
		"goverance": "governance", "accomodation": "accommodation", "pilotege": "pilotage", "teh": "the"} {
		begun := time.Now()
		got := d.Suggest(word)
		t.Logf("%s: %q in %v", word, got, time.Since(begun))
		if !slices.Contains(got, want) {
			t.Errorf("%s: %q, without %q", word, got, want)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if system(b) == nil {
			opened(b)
		}
	}
}

func BenchmarkSuggest(b *testing.B) {
	d := system(b)
	if d == nil {
		d = opened(b)
	}
	for b.Loop() {
		d.Suggest("accomodattion")
	}
}

func isMissing(err error) bool {
	var missing *Missing
	return errors.As(err, &missing)
}
