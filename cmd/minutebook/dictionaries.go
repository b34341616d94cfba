package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// dictionaries are the languages of the hunspell dictionaries in the folders,
// as BCP 47 tags in alphabetical order: en_GB.dic with its en_GB.aff is "en-GB".
func dictionaries(folders []string) []string {
	var tags []string
	for _, folder := range folders {
		files, err := os.ReadDir(folder)
		if err != nil {
			continue // most of the folders are not there
		}
		for _, f := range files {
			name, isWords := strings.CutSuffix(f.Name(), ".dic")
			if !isWords || strings.HasPrefix(name, "hyph_") || !isFile(filepath.Join(folder, name+".aff")) {
				continue
			}
			if tag, err := language.Parse(name); err == nil {
				tags = append(tags, tag.String())
			}
		}
	}
	slices.Sort(tags)
	return slices.Compact(tags)
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
