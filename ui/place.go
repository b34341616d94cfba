package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
)

// short is a path as the screens name it: the clerk's own folder is ~.
func (w *Window) short(path string) string {
	if path == w.out.Home && path != "" {
		return "~"
	}
	rest, ok := strings.CutPrefix(path, w.out.Home+string(filepath.Separator))
	if w.out.Home == "" || !ok {
		return path
	}
	return "~" + string(filepath.Separator) + rest
}

// shortened is words in which every path is as the screens name it.
func (w *Window) shortened(words string) string {
	if w.out.Home == "" {
		return words
	}
	return strings.ReplaceAll(words, w.out.Home+string(filepath.Separator), "~"+string(filepath.Separator))
}

// whole is the path that a clerk means who may write ~ for their own folder.
func (w *Window) whole(path string) string {
	if rest, ok := strings.CutPrefix(filepath.ToSlash(path), "~/"); ok && w.out.Home != "" {
		return filepath.Join(w.out.Home, filepath.FromSlash(rest))
	}
	return path
}

// unquoted is a path that was typed, or pasted from where paths are quoted.
func unquoted(typed string) string { return strings.Trim(strings.TrimSpace(typed), `"`) }

// inDocuments is the path that was typed, in the documents folder unless it says
// otherwise; "" for none.
func (w *Window) inDocuments(typed string) string {
	path := unquoted(typed)
	if path == "" {
		return ""
	}
	if path = w.whole(path); !filepath.IsAbs(path) {
		path = filepath.Join(w.out.Documents, path)
	}
	return path
}

// documentNamed is [Window.inDocuments] for a document in one of some formats,
// with ext at its end where it ends in none of them.
func (w *Window) documentNamed(typed string, formats []string, ext string) string {
	path := w.inDocuments(typed)
	if path != "" && !slices.Contains(formats, extOf(path)) {
		path += ext
	}
	return path
}

// extOf is what the name of a file ends in, in small letters.
func extOf(path string) string { return strings.ToLower(filepath.Ext(path)) }

// stemOf is a path without what its name ends in.
func stemOf(path string) string { return path[:len(path)-len(filepath.Ext(path))] }

// errTaken says that there is a file already that nobody agreed to replace.
var errTaken = errors.New("there is a file of that name already")

// takenWords are what the clerk is asked then.
func takenWords() string {
	return tr("There is a file of that name already. Press Enter again to replace it.")
}

// writeNew writes a file; where there is one already that the clerk does not
// know of it is errTaken. It is called off the window's goroutine.
func (w *Window) writeNew(path string, data []byte, known bool) error {
	if !known && w.out.Exists(path) {
		return errTaken
	}
	return w.out.WriteFile(path, data)
}
