package ui

import (
	"path/filepath"
	"strings"
)

// short is a path as the screens name it: the clerk's own folder is ~.
func (w *Window) short(path string) string {
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
