//go:build unix

// Benchlarge measures a book of ten thousand meetings and a hundred thousand
// actions: its register and its search, beside grep over the same minutes as
// text files, and the window's start and memory, beside an empty window of the
// toolkit. What is compared takes turns. Figures are tab-separated lines: name,
// value, unit, ratio, against what. What cannot be measured here is named on
// stderr.
//
//	benchlarge            makes the book and measures all of that
//	benchlarge make FILE  makes the book and leaves it there
//	benchlarge FILE       measures that book
//	benchlarge start FILE measures the window on that book alone
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"minutebook/cmd/internal/identity"
	"minutebook/cmd/internal/large"
	"minutebook/store"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 3 && os.Args[1] == "make":
		err = makeBook(os.Args[2], large.Years)
	case len(os.Args) == 3 && os.Args[1] == "start":
		err = inFolder(func(folder string) error { return windows(folder, os.Args[2]) })
	case len(os.Args) == 2:
		err = bench(os.Args[1])
	case len(os.Args) == 1:
		err = bench("")
	default:
		err = fmt.Errorf("usage: benchlarge [make | start] [FILE]")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchlarge:", err)
		os.Exit(1)
	}
}

// inFolder does work with a folder that is there as long as it takes.
func inFolder(work func(folder string) error) error {
	folder, err := os.MkdirTemp("", "benchlarge")
	if err != nil {
		return err
	}
	return errors.Join(work(folder), os.RemoveAll(folder))
}

// bench measures everything, on the book of that path or one that it makes.
func bench(years string) error {
	return inFolder(func(folder string) error {
		if years == "" {
			years = filepath.Join(folder, "years.mb")
			if err := makeBook(years, large.Years); err != nil {
				return err
			}
		}
		if err := asked(years, filepath.Join(folder, "text")); err != nil {
			return err
		}
		return windows(folder, years)
	})
}

func options() store.Options {
	return store.Options{Program: "benchlarge", Now: time.Now, NewID: identity.New}
}

// makeBook makes a book of that size.
func makeBook(path string, size large.Size) error {
	book, err := store.Create(path, options())
	if err != nil {
		return err
	}
	for batch := range large.Batches(size) {
		if err := book.Commit(batch); err != nil {
			return err
		}
	}
	return book.Close()
}

// times are those of some turns, in seconds.
type times []float64

func (t times) least() float64 { return slices.Min(t) }

// most is what nineteen turns of twenty stayed under.
func (t times) most() float64 {
	sorted := slices.Sorted(slices.Values(t))
	return sorted[(len(sorted)*95+99)/100-1]
}

// middle is what half of the turns stayed under.
func (t times) middle() float64 {
	return slices.Sorted(slices.Values(t))[len(t)/2]
}

// line prints a figure, beside another where there is one.
func line(name string, value float64, unit string, other float64, against string) {
	ratio := "-"
	if other > 0 {
		ratio = fmt.Sprintf("%.2f", value/other)
	} else {
		against = "-"
	}
	fmt.Printf("large/%s\t%.1f\t%s\t%s\t%s\n", name, value, unit, ratio, against)
}
