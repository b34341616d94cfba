package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestDictionariesAreFound(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	for _, name := range []string{"en_GB.dic", "en_GB.aff", "cy.dic", "cy.aff", "hyph_en_GB.dic", "hyph_en_GB.aff", "fr.dic", "notes.txt", "not a tag.dic", "not a tag.aff"} {
		if err := os.WriteFile(filepath.Join(one, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"en_GB.dic", "en_GB.aff"} {
		if err := os.WriteFile(filepath.Join(two, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := dictionaries([]string{one, filepath.Join(one, "nowhere"), two})
	if want := []string{"cy", "en-GB"}; !slices.Equal(got, want) {
		t.Errorf("found %q; want %q", got, want)
	}
}
