package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// dictionaryFolders are where hunspell dictionaries are installed: those that
// DICPATH names, and then the system's and the clerk's own.
func dictionaryFolders(env func(string) string) []string {
	folders := filepath.SplitList(env("DICPATH"))
	own := home()
	folders = append(folders, "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell", "/Library/Spelling",
		filepath.Join(own, ".local", "share", "hunspell"), filepath.Join(own, "Library", "Spelling"))
	for _, data := range []string{env("APPDATA"), env("LOCALAPPDATA"), env("ProgramData")} {
		if data != "" {
			folders = append(folders, filepath.Join(data, "hunspell"))
		}
	}
	return folders
}

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
