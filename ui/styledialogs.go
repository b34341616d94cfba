package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/widget"
)

// styleCommands are what can be done with house styles. They are about the one
// of the body, or the one on the screen.
var styleCommands = []command{
	{"style", "House style: look at it, change it", "View", nil, atStyle, onStyle(func(w *Window, name string, body model.ID) { w.showStyle(name, body) })},
	{"style-copy", "House style: copy and change", "View", nil, atStyle, onStyle((*Window).askCopyStyle)},
	{"style-import", "House style: import from a file", "View", nil, atStyle, onStyle(func(w *Window, _ string, body model.ID) { w.askImportStyle(body) })},
	{"style-export", "House style: export to a file", "View", nil, atStyle, onStyle(func(w *Window, name string, _ model.ID) { w.askExportStyle(name) })},
	{"style-delete", "House style: delete", "View", nil, atStyle, func(w *Window) { w.askDeleteStyle() }},
}

// styleAtHand is the house style that the screen is about, and the body whose
// minutes show it.
func (w *Window) styleAtHand() (name string, body model.ID, ok bool) {
	switch s := w.screen.(type) {
	case *bodyScreen:
		return w.styles.Name(s.body.Style), s.id, true
	case *styleScreen:
		return s.style.Name, s.body, true
	}
	return "", "", false
}

func atStyle(w *Window) bool {
	_, _, ok := w.styleAtHand()
	return ok
}

func onStyle(f func(w *Window, name string, body model.ID)) func(*Window) {
	return func(w *Window) {
		if name, body, ok := w.styleAtHand(); ok {
			f(w, name, body)
		}
	}
}

// askCopyStyle asks for the name of a copy, gives it to the body and opens it.
func (w *Window) askCopyStyle(name string, body model.ID) {
	from, err := w.styles.Load(name)
	if err != nil {
		w.warn(sentence(capital(reason(err))))
		return
	}
	field := widget.NewField(tr("Name of the copy"), tr("Harbour board"))
	suggested := w.freeStyleName(capital(from.Name))
	field.Set(suggested, len([]rune(suggested)))
	f := newForm(caption(trf("A copy of %s that is your own. The body uses it from now on; meetings already in the book stay as they are.", capital(from.Name))), field)
	field.OnChanged = func(string, int) { f.calm() }
	do := func() bool {
		s := from
		s.Name = tidy(field.Text())
		h, err := s.Record()
		if err == nil && w.styles.Own(s.Name) {
			err = errors.New(tr("there is a house style of that name; give it another"))
		}
		if err == nil {
			err = w.keepNewStyle(h, s.Name, body)
		}
		if err != nil {
			return f.refuse(field, sentence(capital(reason(err))))
		}
		w.out.After(0, func() { w.reopenStyle(s.Name, body) })
		return true
	}
	f.show(w, tr("Copy the house style"), widget.Choice{Words: tr("Copy and change"), Do: do, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	field.Select(0, len([]rune(suggested)))
}

// reopenStyle shows a style in the place of one that is on the screen.
func (w *Window) reopenStyle(name string, body model.ID) {
	if s, ok := w.screen.(*styleScreen); ok {
		w.screen = s.from // where Esc goes back to
	}
	w.showStyle(name, body)
}

// freeStyleName is a name for a copy that no style has.
func (w *Window) freeStyleName(from string) string {
	name := from + " 2"
	for n := 3; slices.ContainsFunc(w.styles.Names(), func(other string) bool { return strings.EqualFold(other, name) }); n++ {
		name = strings.TrimRight(from, "0123456789 ") + " " + strconv.Itoa(n)
	}
	return name
}

// keepNewStyle keeps a style and gives it to a body, if one is named.
func (w *Window) keepNewStyle(h model.HouseStyle, name string, body model.ID) error {
	batch := model.Batch{Styles: []model.Save[model.HouseStyle]{{Value: h}}}
	if body != "" {
		b, err := w.book.Body(body)
		if err != nil {
			return err
		}
		base := b.Rev
		b.Rev, b.Style = b.Rev+1, name
		batch.Bodies = []model.Save[model.Body]{{Base: base, Value: b}}
	}
	if err := w.book.Commit(batch); err != nil {
		return err
	}
	return w.readStyles()
}

// styleFileEnd is what the files of house styles are called after their name.
const styleFileEnd = ".style.json"

// askExportStyle writes a style to a file.
func (w *Window) askExportStyle(name string) {
	s, err := w.styles.Load(name)
	if err != nil {
		w.warn(sentence(capital(reason(err))))
		return
	}
	field := widget.NewField(tr("File"), "")
	path := w.short(filepath.Join(w.out.Documents, strings.ReplaceAll(s.Name, " ", "-")+styleFileEnd))
	field.Set(path, len([]rune(path)))
	f := newForm(caption(tr("One file with the whole style, its logo included. Any minute book can import it.")), field)
	f.wide = true
	twice := ""
	field.OnChanged = func(string, int) { twice = ""; f.calm() }
	do := func() bool {
		path := w.inDocuments(field.Text())
		if path == "" {
			return f.refuse(field, tr("Say where the file goes."))
		}
		w.writeStyle(f, s, path, &twice)
		return false
	}
	f.show(w, trf("Export the house style %s", capital(s.Name)), widget.Choice{Words: tr("Export"), Do: do, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// writeStyle writes a style away from the window; twice is the file that the
// clerk was warned about.
func (w *Window) writeStyle(f *form, s minutes.Style, path string, twice *string) {
	known := *twice == path
	w.out.Later(func() error {
		file, err := s.File()
		if err != nil {
			return err
		}
		return w.writeNew(path, file, known)
	}, func(err error) {
		switch {
		case err == nil:
			f.modal.Close()
			w.say(trf("The house style is written: %s", w.short(path)))
		case errors.Is(err, errTaken) && !f.open():
			w.say(tr("Nothing is written"))
		case errors.Is(err, errTaken):
			*twice = path
			f.refuse(nil, takenWords())
		case !f.open():
			w.failed("export the house style", err)
		default:
			w.out.Log.Error("export a house style", "style", s.Name, "error", err)
			f.refuse(nil, sentence(capital(reason(err))))
		}
	})
}

// askImportStyle takes a style in from a file and gives it to the body.
func (w *Window) askImportStyle(body model.ID) {
	field := widget.NewField(tr("File"), w.short(filepath.Join(w.out.Documents, "council"+styleFileEnd)))
	name := widget.NewField(tr("Name, if not the one in the file"), "")
	f := newForm(field, name, caption(tr("The body uses the style from now on; meetings already in the book stay as they are.")))
	f.wide = true
	f.follow(field, name)
	again := ""
	calm := func(string, int) { again = ""; f.calm() }
	field.OnChanged, name.OnChanged = calm, calm
	do := func() bool {
		path := w.inDocuments(field.Text())
		if path == "" {
			return f.refuse(field, tr("Say which file it is."))
		}
		var data []byte
		w.out.Later(func() (err error) { data, err = w.out.ReadFile(path); return err }, func(err error) {
			if !f.open() {
				return // it was called off
			}
			if err != nil {
				f.refuse(field, sentence(capital(reason(err))))
				return
			}
			s, err := minutes.ReadStyleFile("", data)
			if err != nil {
				f.refuse(field, sentence(filepath.Base(path)+": "+reason(err)))
				return
			}
			if typed := tidy(name.Text()); typed != "" {
				s.Name = typed
			}
			w.takeStyle(f, name, s, body, &again)
		})
		return false
	}
	f.show(w, tr("Import a house style"), widget.Choice{Words: tr("Import"), Do: do, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// takeStyle keeps a style that was read. Where there is one of its name the
// clerk is asked first; again is the name that was asked about.
func (w *Window) takeStyle(f *form, name *widget.Field, s minutes.Style, body model.ID, again *string) {
	h, err := s.Record()
	if err != nil {
		f.refuse(name, sentence(capital(reason(err))))
		return
	}
	base := 0
	if w.styles.Own(s.Name) {
		if *again != s.Name {
			*again = s.Name
			f.refuse(nil, trf("There is a house style %s already. Press Enter again to put the file in its place, or give it another name.", w.styles.Name(s.Name)))
			return
		}
		kept, err := w.ownStyle(s.Name)
		if err != nil {
			f.refuse(nil, sentence(capital(reason(err))))
			return
		}
		base, h.Rev, h.Name = kept.Rev, kept.Rev+1, kept.Name
	}
	if base > 0 {
		err = w.book.Commit(model.Batch{Styles: []model.Save[model.HouseStyle]{{Base: base, Value: h}}})
		if err == nil {
			err = w.readStyles()
		}
	} else {
		err = w.keepNewStyle(h, h.Name, body)
	}
	if err != nil {
		f.refuse(name, sentence(capital(reason(err))))
		return
	}
	f.modal.Close()
	w.reopenStyle(h.Name, body)
	w.say(trf("The house style %s is in the book", h.Name))
}

// askDeleteStyle deletes a style of the office's that nobody has.
func (w *Window) askDeleteStyle() {
	var own []string
	for _, name := range w.styles.Names() {
		if w.styles.Own(name) {
			own = append(own, name)
		}
	}
	if len(own) == 0 {
		w.say(tr("All house styles come with the program; there is none to delete"))
		return
	}
	bodies, err := w.book.Bodies()
	if err != nil {
		w.failed("read the bodies", err)
		return
	}
	meetings, err := w.book.Meetings()
	if err != nil {
		w.failed("read the meetings", err)
		return
	}
	uses := caption("")
	var f *form
	say := func(n int) {
		who := model.StyleUses(own[n], bodies, meetings)
		words := tr("It is not in use.")
		if len(who) > 0 {
			words = trf("%s uses it: give it another style first.", who[0])
			if more := len(who) - 1; more > 0 {
				words = trf("%s and %d more use it: give them another style first.", who[0], more)
			}
		}
		setCaption(uses, words)
		if f != nil {
			f.calm()
			f.laid()
		}
	}
	which := widget.NewSegments(say, segmentsOf(own)...)
	which.Wrap = true
	say(0)
	f = newForm(labelled(tr("House style"), which), uses)
	do := func() bool {
		if err := w.deleteStyle(own[which.Chosen()]); err != nil {
			return f.refuse(which, sentence(capital(reason(err))))
		}
		return true
	}
	f.show(w, tr("Delete a house style"), widget.Choice{Words: tr("Delete"), Do: do, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// deleteStyle deletes a style; on the screen of a body it can be brought back.
func (w *Window) deleteStyle(name string) error {
	kept, err := w.ownStyle(name)
	if err != nil {
		return err
	}
	gone := model.HouseStyle{ID: kept.ID, Name: kept.Name}
	if err := w.book.Commit(model.Batch{Styles: []model.Save[model.HouseStyle]{{Base: kept.Rev, Value: gone}}}); err != nil {
		return err
	}
	if err := w.readStyles(); err != nil {
		return err
	}
	switch s := w.screen.(type) {
	case *bodyScreen:
		s.styleGone(kept)
	case *styleScreen:
		if s.record.ID == kept.ID {
			s.fixed = tr("It is deleted.")
			w.backTo(s.from)
		}
	}
	w.say(trf("The house style %s is deleted", name))
	return nil
}
