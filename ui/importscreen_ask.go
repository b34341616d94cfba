package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model/minutes/read"
	"minutebook/ui/widget"
)

// importable are what the names of files end in that minutes come in.
var importable = read.Extensions()

// isImportable says whether a file of a folder is likely to be minutes. What a
// word processor leaves beside an open file is not.
func isImportable(name string) bool {
	return slices.Contains(importable, extOf(name)) && !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".")
}

// importDialog asks which files are to be brought in: a folder with its files,
// and a line to write a path in.
type importDialog struct {
	*form
	w      *Window
	folder string
	// rows are the folders and the files in it, folders first.
	folders, files []string
	marked         map[string]bool
	reading        bool
	closed         bool

	path  *widget.Field
	list  *widget.Rows
	where *widget.Para
}

// folderAbove opens the folder that a folder is in, for who has no Backspace at
// hand.
const folderAbove = ".."

// importRest is what else the dialog needs beside its list, in units before they
// are scaled.
const importRest = 330

// askImport asks for files of old minutes; where some are waiting it goes to
// them first.
func (w *Window) askImport() {
	if w.importing != nil && !onImport(w) {
		w.showImport()
		w.say(tr("These files wait still. File, Import old minutes again adds others"))
		return
	}
	if w.importFolder == "" {
		w.importFolder = w.out.Documents
	}
	d := &importDialog{w: w, folder: w.importFolder, marked: map[string]bool{}}
	d.path = widget.NewField(tr("Or type where they are: files or a folder, with ; between several"), filepath.Join(w.out.Documents, "Minutes"))
	d.path.OnChanged = func(string, int) { d.calm() }
	d.path.OnKey = d.steer
	d.where = caption("")
	d.list = widget.NewRows(widget.Table, "", widget.Column{})
	d.list.Length = func() int { return len(d.folders) + len(d.files) }
	d.list.Row = d.row
	d.list.OnOpen = func(int) {
		if d.choose() {
			d.modal.Close()
		}
	}
	d.list.OnLetter = d.letter
	d.list.Marked = func(n int) bool { return d.marked[d.pathOf(n)] }
	d.list.OnExtend = d.markRows
	d.list.OnKey = d.listKey
	d.form = newForm(d.where, newLines(w.roomFor(chooserRows, importRest), d.list), d.path,
		caption(tr("Space marks a file, Shift+Down several. Enter on a folder opens it, Backspace goes up. Files can be dropped on the window too.")))
	d.wide = true
	d.follow(d.path)
	d.show(w, tr("Import old minutes"), widget.Choice{Words: tr("Bring in"), Do: d.choose, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.modal.OnClosed = func() { d.closed = true }
	d.read(d.folder)
	d.on.Focus(d.list)
}

// read shows what is in a folder.
func (d *importDialog) read(folder string) {
	if d.reading {
		return
	}
	d.reading = true
	d.list.SetEmpty(tr("Reading the folder …"))
	var files, folders []string
	d.w.out.Keeping.Aside(func() (err error) {
		files, folders, err = d.w.out.Folder(folder)
		return err
	}, func(err error) {
		d.reading = false
		if d.closed {
			return
		}
		if err != nil {
			d.list.SetEmpty(tr("This folder cannot be read. Type a path below."))
			d.refuse(nil, sentence(capital(reason(err))))
			return
		}
		d.folder, d.w.importFolder = folder, folder
		d.folders = slices.DeleteFunc(folders, func(name string) bool { return strings.HasPrefix(name, ".") })
		if filepath.Dir(folder) != folder {
			d.folders = append([]string{folderAbove}, d.folders...)
		}
		d.files = slices.DeleteFunc(files, func(name string) bool { return !isImportable(name) })
		clear(d.marked)
		setCaption(d.where, trf("In %s: %s", d.w.short(folder), plural(len(d.files), "file that may be minutes", "files that may be minutes")))
		d.list.SetEmpty(tr("No files of minutes here: Word, ODT, RTF, PDF, web pages, Markdown or text."))
		d.list.Refresh()
		d.list.Select(0)
		if d.list.Length() > 1 && d.folders[0] == folderAbove {
			d.list.Select(1)
		}
		d.laid()
	})
}

// pathOf is the path of the nth row.
func (d *importDialog) pathOf(n int) string {
	if n < len(d.folders) {
		return filepath.Join(d.folder, d.folders[n])
	}
	return filepath.Join(d.folder, d.files[n-len(d.folders)])
}

func (d *importDialog) row(n int) widget.Row {
	if n < len(d.folders) {
		words := d.folders[n] + string(filepath.Separator)
		if d.folders[n] == folderAbove {
			words += "  " + tr("the folder above")
		}
		return widget.Row{Cells: []widget.Cell{{Words: words, Soft: true}}}
	}
	return widget.Row{Cells: []widget.Cell{{Words: d.files[n-len(d.folders)]}}}
}

func (d *importDialog) letter(r rune) bool {
	if r == ' ' {
		d.mark(d.list.Selected())
		d.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		return true
	}
	d.on.Focus(d.path)
	d.path.TypedRune(r)
	return true
}

// mark turns the mark of a file over.
func (d *importDialog) mark(n int) {
	if n < len(d.folders) || n >= d.list.Length() {
		return
	}
	if path := d.pathOf(n); d.marked[path] {
		delete(d.marked, path)
	} else {
		d.marked[path] = true
	}
	d.list.Refresh()
}

// markRows marks the files from one to another.
func (d *importDialog) markRows(from, to int) {
	if from == to {
		d.mark(from)
		return
	}
	for n := max(min(from, to), len(d.folders)); n <= max(from, to); n++ {
		d.marked[d.pathOf(n)] = true
	}
	d.list.Refresh()
}

func (d *importDialog) listKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyBackspace:
		d.read(filepath.Dir(d.folder))
	case fyne.KeyInsert:
		d.mark(d.list.Selected())
	default:
		return false
	}
	return true
}

// steer lets Up and Down go from the path into the list.
func (d *importDialog) steer(name fyne.KeyName) bool {
	if !upOrDown(name) {
		return false
	}
	d.on.Focus(d.list)
	return true
}

// choose brings in what is typed, or else what is marked, or else the file that
// is chosen. A folder that is chosen is opened.
func (d *importDialog) choose() bool {
	var paths []string
	n := d.list.Selected()
	switch {
	case tidy(d.path.Text()) != "":
		for one := range strings.SplitSeq(d.path.Text(), ";") {
			if path := d.w.inDocuments(one); path != "" {
				paths = append(paths, path)
			}
		}
	case len(d.marked) > 0:
		for i := range d.files {
			if path := d.pathOf(len(d.folders) + i); d.marked[path] {
				paths = append(paths, path)
			}
		}
	case n >= 0 && n < len(d.folders):
		d.read(d.pathOf(n))
		return false
	case n >= 0:
		paths = []string{d.pathOf(n)}
	}
	if len(paths) == 0 {
		return d.refuse(d.path, tr("Choose a file, or type where it is."))
	}
	d.modal.OnClosed = func() {
		d.closed = true
		d.w.bringIn(paths)
	}
	return true
}

// dropped brings in files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, dropped []fyne.URI) {
	var paths []string
	for _, u := range dropped {
		if u.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(u.Path()))
		}
	}
	switch {
	case w.dialogOpen():
		w.say(tr("Close the dialog first, and drop the files again"))
	case len(paths) == 0:
		w.say(tr("Only files of this computer can be dropped here"))
	default:
		w.bringIn(paths)
	}
}

// bringIn brings in files, and of folders the files in them and in the folders
// in those; what is deeper, or no file of minutes, is passed over and told.
func (w *Window) bringIn(paths []string) {
	w.say(tr("Looking for the files"))
	var files []string
	passed := passedOver{}
	w.out.Keeping.Aside(func() error {
		for _, path := range paths {
			in, folders, err := w.out.Folder(path)
			if err != nil { // it is a file, or else the screen says that it cannot be read
				files = append(files, path)
				continue
			}
			files = append(files, passed.those(path, in)...)
			for _, name := range folders {
				under := filepath.Join(path, name)
				in, deeper, err := w.out.Folder(under)
				if err != nil {
					passed.folders++
					continue
				}
				files = append(files, passed.those(under, in)...)
				passed.folders += len(deeper)
			}
		}
		if len(files) == 0 {
			return errNothingToImport
		}
		return nil
	}, func(err error) {
		if err != nil {
			w.failed("import old minutes", err)
			return
		}
		w.importAll(files)
		if words := passed.words(); words != "" {
			w.say(words)
		}
	})
}

var errNothingToImport = errors.New("there is no file of minutes there: Word, ODT, RTF, PDF, web pages, Markdown and text can be read")

// passedOver counts what of folders is not brought in.
type passedOver struct{ files, folders int }

// those are the files of a folder that may be minutes.
func (p *passedOver) those(folder string, names []string) []string {
	var files []string
	for _, name := range names {
		if isImportable(name) {
			files = append(files, filepath.Join(folder, name))
		} else {
			p.files++
		}
	}
	return files
}

func (p *passedOver) words() string {
	var parts []string
	if p.files > 0 {
		parts = append(parts, plural(p.files, "file that is no minutes", "files that are no minutes"))
	}
	if p.folders > 0 {
		parts = append(parts, plural(p.folders, "folder too deep", "folders too deep"))
	}
	if len(parts) == 0 {
		return ""
	}
	return trf("Passed over: %s", strings.Join(parts, ", "))
}
