// Package backup says when a copy of a book is due, what it is called, and which
// of the earlier ones may go.
package backup

import (
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// How many copies are kept: the last of each of so many days on which any was
// made, and the last of each of so many months.
const (
	Days   = 14
	Months = 12
)

// Old is how old the last copy is when the clerk is to be told.
const Old = 7 * 24 * time.Hour

const (
	layout    = "2006-01-02-150405"
	extension = ".mb"
)

// Name is what the copy of the book at path is called that is made at t:
// "book-2026-05-04-101500.mb".
func Name(path string, t time.Time) string { return stem(path) + "-" + t.Format(layout) + extension }

// Made is when the copy of the book at path was made that has this name, in t's
// place; ok says whether it is the name of one.
func Made(path, name string, in *time.Location) (t time.Time, ok bool) {
	rest, ok := strings.CutPrefix(name, stem(path)+"-")
	if !ok {
		return time.Time{}, false
	}
	rest, ok = strings.CutSuffix(rest, extension)
	if !ok {
		return time.Time{}, false
	}
	t, err := time.ParseInLocation(layout, rest, in)
	return t, err == nil && t.Format(layout) == rest
}

func stem(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// Due says whether the copy of the day is to be made now, where the last was
// made then; the zero time where none was. A clock that was put back makes none
// due before its time.
func Due(last, now time.Time) bool {
	if last.IsZero() {
		return true
	}
	y, m, d := last.In(now.Location()).Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, now.Location())
	return !now.Before(today.AddDate(0, 0, 1))
}

// LetGo are those copies, by when they were made, that need not be kept.
func LetGo(made []time.Time) []time.Time {
	newest := slices.Clone(made)
	slices.SortFunc(newest, func(a, b time.Time) int { return b.Compare(a) })
	days, months := map[string]bool{}, map[string]bool{}
	var gone []time.Time
	for _, t := range newest {
		day, month := t.Format(time.DateOnly), t.Format("2006-01")
		kept := false
		if !days[day] && len(days) < Days {
			days[day], kept = true, true
		}
		if !months[month] && len(months) < Months {
			months[month], kept = true, true
		}
		if !kept {
			gone = append(gone, t)
		}
	}
	return gone
}
