package ui

import (
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/minutes/export"
)

func (b *fakeBook) Written(path string) (model.Written, error) { return b.written[path], nil }

func (b *fakeBook) KeepWritten(files ...model.Written) error {
	if b.refuse != nil {
		return b.refuse
	}
	kept := maps.Clone(b.written)
	if kept == nil {
		kept = map[string]model.Written{}
	}
	for _, f := range files {
		kept[f.Path] = f
	}
	b.written = kept
	return nil
}

// folder is what is in one of the folders that the world's files lie in.
func (w *world) folder(path string) (files, folders []string, err error) {
	w.mustWork(path)
	for _, file := range slices.Sorted(maps.Keys(w.files)) {
		rest, ok := strings.CutPrefix(filepath.ToSlash(file), filepath.ToSlash(path)+"/")
		if !ok {
			continue
		}
		if name, _, deeper := strings.Cut(rest, "/"); !deeper {
			files = append(files, name)
		} else if !slices.Contains(folders, name) {
			folders = append(folders, name)
		}
	}
	if files == nil && folders == nil {
		return nil, nil, errNoSuch
	}
	return files, folders, nil
}

// doLater does work when the world settles.
func (w *world) doLater(work func() error, done func(error)) {
	w.later(func() {
		w.working = true
		err := work()
		w.working = false
		done(err)
	})
}

// mustWork fails a test in which the window waits for a disk, which may be far
// away and silent.
func (w *world) mustWork(path string) {
	if !w.working {
		w.t.Errorf("the window waits for the disk: %s", path)
	}
}

// unchanged is what export.Unchanged says of the world's files.
func (w *world) unchanged(path string, note model.Written) error {
	w.mustWork(path)
	data, ok := w.files[path]
	if !ok || note.Same(data) {
		return nil
	}
	at, err := time.Parse(time.RFC3339, note.At)
	if err != nil {
		at = time.Time{}
	}
	return &export.Changed{Path: path, At: at}
}

// pdfMaking is a PDF that an office program is making.
type pdfMaking struct {
	docx []byte
	done func([]byte, error)
	off  *bool
}

// pdf has a PDF made, which takes until the test says so.
func (w *world) pdf(docx []byte, done func([]byte, error)) func() {
	off := false
	w.made = append(w.made, pdfMaking{docx, done, &off})
	return func() { off = true }
}

// makePDFs ends the making of all PDFs that are under way.
func (w *world) makePDFs(why error) {
	made := w.made
	w.made = nil
	for _, m := range made {
		if *m.off {
			continue
		}
		if why != nil {
			m.done(nil, why)
		} else {
			m.done(append([]byte("%PDF of "), m.docx...), nil)
		}
	}
	w.settle()
}

// print prints at once, unless it is called off first.
func (w *world) print(p Paper, done func(string, error)) func() {
	off := false
	w.later(func() {
		switch {
		case off:
		case w.fail != nil:
			done("", w.fail)
		default:
			w.printed = append(w.printed, p)
			done(w.noPDF, nil)
		}
	})
	return func() { off = true }
}

var errNoOffice = errors.New("there is no program on this computer that can make a PDF: install LibreOffice")
