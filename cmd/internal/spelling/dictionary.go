// Package spelling checks words against the hunspell dictionaries that the
// system has.
package spelling

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/client9/gospell"
)

// Missing is the error of a language that the system has no dictionary for.
// Its words are for the clerk.
type Missing struct{ Language string }

func (e *Missing) Error() string {
	return fmt.Sprintf("No %s dictionary is installed; spelling is not checked", languageWord(e.Language))
}

// languageWord is a language as a clerk names it.
func languageWord(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	names := map[string]string{"en": "English", "cy": "Welsh", "fr": "French", "ga": "Irish", "gd": "Gaelic", "de": "German", "es": "Spanish", "it": "Italian"}
	if name, ok := names[strings.ToLower(base)]; ok {
		return name
	}
	return tag
}

// Dictionary knows the words of one language. It may be asked by several at
// once.
type Dictionary struct {
	// mu is held for one word at a time: gospell notes what it worked out of
	// each, and whoever writes must not wait for all suggestions.
	mu    sync.Mutex
	words *gospell.GoSpell
	index index
}

// Open reads the dictionary of a language, a BCP 47 tag, from the first of the
// folders that has it. It takes about half a second. The error is a *[Missing]
// where none has it.
func Open(language string, folders []string) (d *Dictionary, err error) {
	aff, dic, ok := find(language, folders)
	if !ok {
		return nil, &Missing{language}
	}
	// A dictionary is a file from elsewhere: whatever is in it must not end the
	// program.
	defer func() {
		if trouble := recover(); trouble != nil {
			d, err = nil, fmt.Errorf("the dictionary %s cannot be read, so spelling is not checked: %v", dic, trouble)
		}
	}()
	words, err := gospell.NewGoSpell(aff, dic)
	if err != nil {
		return nil, fmt.Errorf("the dictionary %s cannot be read, so spelling is not checked: %w", dic, err)
	}
	if words.WordCount() == 0 {
		return nil, fmt.Errorf("the dictionary %s is empty, so spelling is not checked", dic)
	}
	return &Dictionary{words: words, index: newIndex(words)}, nil
}

// find looks for the two files of a language: of its country where the tag
// names one, else of the language alone or of any country.
func find(language string, folders []string) (aff, dic string, ok bool) {
	base, country, _ := strings.Cut(strings.ReplaceAll(language, "_", "-"), "-")
	base, country = strings.ToLower(base), strings.ToUpper(country)
	if base == "" || strings.ContainsAny(base+country, `*?[\/`) {
		return "", "", false
	}
	patterns := []string{base + "_" + country, base + "-" + country, base}
	if country == "" {
		patterns = []string{base, base + "_" + strings.ToUpper(base), base + "_*", base + "-*"}
	}
	if base == "cy" || base == "ga" || base == "gd" {
		patterns = append(patterns, base+"_*") // one country's, whichever it is filed under
	}
	for _, pattern := range patterns {
		for _, folder := range folders {
			names, err := filepath.Glob(filepath.Join(escape(folder), pattern+".dic"))
			if err != nil {
				continue
			}
			for _, name := range names {
				rules := strings.TrimSuffix(name, ".dic") + ".aff"
				if exists(name) && exists(rules) {
					return rules, name, true
				}
			}
		}
	}
	return "", "", false
}

func exists(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// escape is a folder's name as a pattern that matches only it.
func escape(folder string) string {
	if runtime.GOOS == "windows" {
		return folder // has no way to, and allows neither * nor ?
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(folder)
}

// Folders are those in which a system of its kind keeps dictionaries. env
// looks up a variable of the environment; DICPATH names more folders, first.
func Folders(env func(string) string) []string {
	folders := filepath.SplitList(env("DICPATH"))
	home, err := os.UserHomeDir()
	own := func(path ...string) {
		if err == nil {
			folders = append(folders, filepath.Join(append([]string{home}, path...)...))
		}
	}
	var office []string
	switch runtime.GOOS {
	case "windows":
		for _, data := range []string{env("APPDATA"), env("LOCALAPPDATA"), env("ProgramData")} {
			if data != "" {
				folders = append(folders, filepath.Join(data, "hunspell"))
			}
		}
		for _, programs := range []string{env("ProgramFiles"), env("ProgramFiles(x86)")} {
			if programs != "" {
				office = append(office, filepath.Join(programs, "LibreOffice", "share", "extensions", "dict-*"))
			}
		}
	case "darwin":
		own("Library", "Spelling")
		folders = append(folders, "/Library/Spelling", "/opt/homebrew/share/hunspell", "/usr/local/share/hunspell")
		office = append(office, "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-*")
	default:
		own(".local", "share", "hunspell")
		folders = append(folders, "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell", "/usr/local/share/hunspell")
		office = append(office, "/usr/lib/libreoffice/share/extensions/dict-*", "/usr/lib64/libreoffice/share/extensions/dict-*")
	}
	for _, pattern := range office {
		if found, err := filepath.Glob(pattern); err == nil {
			folders = append(folders, found...)
		}
	}
	return slices.DeleteFunc(folders, func(f string) bool { return f == "" })
}

// Right says whether a word is in the dictionary, with capitals as it stands
// or as at the start of a sentence.
func (d *Dictionary) Right(word string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.words.Spell(word)
}
