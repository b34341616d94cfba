package ui

import (
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/widget"
)

// shownField is a field of a style on the screen, or one row of it.
type shownField struct {
	of styleField
	// row is which row of a list it is, -1 where it is no list.
	row       int
	id        string
	focusable fyne.Focusable
	field     *widget.Field // nil where there is nothing to type
	segments  *widget.Segments
	says      *widget.Para // what is wrong with a choice
}

// isRow says whether id is that of a row of a list.
func isRow(list, id string) bool {
	rest, ok := strings.CutPrefix(id, list+", ")
	return ok && (strings.HasPrefix(rest, "line ") || strings.HasPrefix(rest, "row "))
}

// value is what the style says of the field.
func (f *shownField) value(s *minutes.Style) string {
	switch {
	case f.row < 0:
		return f.of.get(s)
	case f.row < f.of.rows.length(s):
		return f.of.rows.get(s, f.row)
	}
	return ""
}

// put has the style say something else of the field.
func (f *shownField) put(s *minutes.Style, value string) error {
	if f.row < 0 {
		return f.of.set(s, value)
	}
	return f.of.rows.put(s, f.row, value)
}

// show is a field as it stands in the form.
func (s *styleScreen) show(f styleField) fyne.CanvasObject {
	switch {
	case f.rows != nil:
		parts := []fyne.CanvasObject{widget.NewLabel(f.label, softStyle)}
		n := f.rows.length(&s.style)
		if s.fixed == "" {
			n++
		}
		for row := range n {
			parts = append(parts, s.one(&shownField{of: f, row: row, id: rowID(f.id, row)}, "", f.rows.hint))
		}
		return stacked(4, parts...)
	case f.picture:
		return s.picture(f)
	}
	return s.one(&shownField{of: f, row: -1, id: f.id}, f.label, "")
}

// one is one field or one choice; where nothing can be changed, its words.
func (s *styleScreen) one(f *shownField, label, placeholder string) fyne.CanvasObject {
	value := f.value(&s.style)
	if typed, ok := s.wrong[f.id]; ok {
		value = typed
	}
	s.fields = append(s.fields, f)
	switch {
	case s.fixed != "":
		return fixedField(f, label, value)
	case f.of.options != nil:
		return s.choice(f, label, value)
	}
	f.field = widget.NewField(label, placeholder)
	f.field.Set(value, 0) // a long pattern shows from its beginning
	f.focusable = f.field
	s.wire(f)
	f.field.OnChanged = func(text string, _ int) { s.typed(f, text) }
	f.field.OnEnter = func() {
		s.keep()
		s.relay(f.id)
		s.w.window.Canvas().FocusNext()
	}
	s.again(f)
	return f.field
}

// fixedField is what a style says, to be read only.
func fixedField(f *shownField, label, value string) fyne.CanvasObject {
	for _, o := range f.of.options {
		if o.value == value {
			value = o.words
		}
	}
	if value == "" {
		value = tr("none")
	}
	words := widget.NewPara(widget.Block{Style: widget.Message, Text: literal(value)})
	if label == "" {
		return words
	}
	return labelled(label, words)
}

// choice is a row of segments.
func (s *styleScreen) choice(f *shownField, label, value string) fyne.CanvasObject {
	var all []widget.Segment
	for _, o := range f.of.options {
		all = append(all, widget.Segment{Words: o.words})
	}
	f.segments = widget.NewSegments(func(n int) { s.chosen(f, f.of.options[n].value) }, all...)
	f.segments.Wrap = true
	f.segments.Choose(slices.IndexFunc(f.of.options, func(o styleOption) bool { return o.value == value }))
	f.says = caption("")
	f.focusable = f.segments
	s.wire(f)
	s.again(f)
	return labelled(label, stacked(4, f.segments, f.says))
}

// wire gives a field its keys and says below the form what can stand in it.
func (s *styleScreen) wire(f *shownField) {
	onKey, onShortcut := s.w.wired(s.escape)
	steered := func(name fyne.KeyName) bool {
		if upOrDown(name) {
			step := s.w.window.Canvas().FocusNext
			if name == fyne.KeyUp {
				step = s.w.window.Canvas().FocusPrevious
			}
			step()
			return true
		}
		return onKey(name)
	}
	shortcut := func(k fyne.Shortcut) bool { return s.undoBy(k) || onShortcut(k) }
	focus := func(focused bool) {
		if focused {
			s.explain(f)
			s.relay(f.id)
			return
		}
		s.keep()
	}
	if f.field != nil {
		f.field.OnKey, f.field.OnShortcut, f.field.OnFocus = steered, shortcut, focus
		return
	}
	f.segments.OnKey, f.segments.OnShortcut, f.segments.OnFocus = steered, shortcut, focus
}

// explain says what can stand in a field.
func (s *styleScreen) explain(f *shownField) {
	words := ""
	if names := namesIn(s.style, f.id); len(names) > 0 {
		words = trf("It may use %s. A stretch in [square brackets] is left out where a name in it has no value.", strings.Join(names, " "))
	}
	s.tell(words)
}

// say shows at the field what is wrong with it; nil for nothing.
func (f *shownField) say(err error) {
	words := ""
	if err != nil {
		words = whyNot(err)
	}
	if f.field != nil {
		f.field.SetError(words)
		return
	}
	if f.says != nil {
		setCaption(f.says, words)
	}
}

// trial is what is wrong with a value of a field; where nothing is, the style
// has it from then on.
func (s *styleScreen) trial(f *shownField, value string) error {
	next := s.style.Clone()
	err := f.put(&next, strings.TrimSpace(value))
	if err == nil {
		err = checkStyle(next, s.style.Logo)
	}
	if err == nil {
		s.style = next
	}
	return err
}

// typed takes what a field says now.
func (s *styleScreen) typed(f *shownField, value string) {
	if s.typing != f.id {
		s.step(f)
	}
	err := s.take(f, value)
	if had := f.problem(); (err == nil) != (had == "") || err != nil {
		f.say(err)
		s.form.laid()
		s.root.Refresh()
	}
	if s.soon != nil {
		s.soon()
	}
	s.soon = s.w.out.After(stylePause, func() {
		s.soon = nil
		s.commit()
		s.showLater()
	})
}

// problem is what is said to be wrong with a field.
func (f *shownField) problem() string {
	if f.field == nil {
		return ""
	}
	return f.field.Error()
}

// take has the style of the last step say something else, or notes that it is
// not right yet: so what is half typed is never in the style, and a row that was
// emptied does not stand for the next one. What was wrong elsewhere may be right
// by it.
func (s *styleScreen) take(f *shownField, value string) error {
	step := s.before[len(s.before)-1]
	s.style, s.wrong = step.style.Clone(), maps.Clone(step.wrong)
	delete(s.wrong, f.id)
	err := s.trial(f, value)
	for _, other := range s.fields {
		if other != f {
			s.again(other)
		}
	}
	if err != nil {
		s.wrong[f.id] = value
	}
	return err
}

// again tries what was not right yet in a field.
func (s *styleScreen) again(f *shownField) {
	typed, ok := s.wrong[f.id]
	if !ok {
		return
	}
	err := s.trial(f, typed)
	if err == nil {
		delete(s.wrong, f.id)
	}
	f.say(err)
}

// chosen takes a choice.
func (s *styleScreen) chosen(f *shownField, value string) {
	s.step(f)
	err := s.take(f, value)
	f.say(err)
	s.keep()
	s.relay(f.id)
	s.showPaper()
	switch {
	case f.id == "decisions" && s.style.Decisions != nil:
		s.scrollToHeading(s.style.Decisions.Heading)
	case f.id == "log" && s.style.Log != nil:
		s.scrollToHeading(s.style.Log.Heading)
	}
}

// step notes the state before a field is changed.
func (s *styleScreen) step(f *shownField) {
	s.typing = f.id
	s.before = append(s.before, styleStep{s.style.Clone(), maps.Clone(s.wrong), trf("Changed: %s", s.labelOf(f))})
}

func (s *styleScreen) labelOf(f *shownField) string {
	return joinNotes(s.sections[s.at].title, f.of.label)
}

// keep keeps what was typed, without waiting for a pause.
func (s *styleScreen) keep() {
	if s.soon != nil {
		s.soon()
		s.soon = nil
		s.showPaper()
	}
	s.settle()
	s.commit()
}

// settle ends the typing in a field. What changed nothing is no step, and where
// a row went, what was not right in those after it goes along with them.
func (s *styleScreen) settle() {
	id := s.typing
	s.typing = ""
	n := len(s.before) - 1
	if id == "" || n < 0 {
		return
	}
	if step := s.before[n]; reflect.DeepEqual(step.style, s.style) && maps.Equal(step.wrong, s.wrong) {
		s.before = s.before[:n]
		return
	}
	i := slices.IndexFunc(s.fields, func(f *shownField) bool { return f.id == id && f.row >= 0 })
	if i < 0 {
		return
	}
	f := s.fields[i]
	if f.of.rows.length(&s.style) >= f.of.rows.length(&s.before[n].style) {
		return
	}
	for row := f.row + 1; row <= f.of.rows.length(&s.style)+1; row++ {
		if typed, ok := s.wrong[rowID(f.of.id, row)]; ok {
			delete(s.wrong, rowID(f.of.id, row))
			s.wrong[rowID(f.of.id, row-1)] = typed
		}
	}
}

// commit has the book keep the style as it stands, if that is anything new.
func (s *styleScreen) commit() bool {
	if s.fixed != "" {
		return true
	}
	next := model.HouseStyle{ID: s.record.ID, Rev: s.record.Rev + 1, Name: s.record.Name, Unfinished: maps.Clone(s.wrong)}
	var err error
	if next.File, err = s.style.File(); err != nil {
		s.w.failed("keep the house style", err)
		return false
	}
	if next.Same(s.record) && maps.Equal(next.Unfinished, s.record.Unfinished) {
		s.fillDid()
		return true
	}
	if err := s.w.book.Commit(model.Batch{Styles: []model.Save[model.HouseStyle]{{Base: s.record.Rev, Value: next}}}); err != nil {
		s.w.out.Log.Error("change a house style", "style", string(next.ID), "error", err)
		s.w.warn(explain("keep the change", err))
		return false
	}
	s.record = next
	s.w.setStyles(s.w.styles.Including(s.style))
	s.fillDid()
	s.list.Refresh()
	return true
}

// relay makes the fields anew where others mean something now or a list has
// another number of rows, with the keyboard in the one of that name.
func (s *styleScreen) relay(id string) {
	var want []string
	for _, field := range s.sections[s.at].in(&s.style) {
		want = append(want, s.idsOf(field)...)
	}
	var have []string
	for _, shown := range s.fields {
		have = append(have, shown.id)
	}
	if slices.Equal(want, have) {
		return
	}
	s.lay()
	for _, shown := range s.fields {
		if shown.id == id && shown.focusable != nil {
			s.w.window.Canvas().Focus(shown.focusable)
			return
		}
	}
	s.focusFields()
}

// idsOf are the fields that a field shows as.
func (s *styleScreen) idsOf(f styleField) []string {
	if f.rows == nil {
		return []string{f.id}
	}
	n := f.rows.length(&s.style)
	if s.fixed == "" {
		n++
	}
	var ids []string
	for row := range n {
		ids = append(ids, rowID(f.id, row))
	}
	return ids
}

// undo takes the last change back.
func (s *styleScreen) undo() {
	s.keep()
	n := len(s.before) - 1
	if n < 0 {
		s.w.say(tr("There is nothing to take back"))
		return
	}
	step := s.before[n]
	style, wrong := s.style, s.wrong
	s.style, s.wrong = step.style, step.wrong
	if !s.commit() {
		s.style, s.wrong = style, wrong
		return
	}
	s.before = s.before[:n]
	s.fillDid()
	focused := slices.IndexFunc(s.fields, func(f *shownField) bool { return f.focusable != nil && f.focusable == s.w.window.Canvas().Focused() })
	s.lay()
	s.showPaper()
	if focused >= 0 && focused < len(s.fields) && s.fields[focused].focusable != nil {
		s.w.window.Canvas().Focus(s.fields[focused].focusable)
	}
	if !reflect.DeepEqual(style, s.style) || !maps.Equal(wrong, s.wrong) {
		s.w.say(tr("Taken back"))
	}
}

// picture asks for the file of a logo, and lets it be taken away.
func (s *styleScreen) picture(f styleField) fyne.CanvasObject {
	shown := &shownField{of: f, row: -1, id: f.id}
	s.fields = append(s.fields, shown)
	about := caption(tr("There is no logo."))
	if l := s.style.Logo; l != nil {
		setCaption(about, trf("There is a logo of %s.", sizeWords(len(l.Data))))
	}
	if s.fixed != "" {
		return about
	}
	shown.field = widget.NewField(f.label, filepath.Join(s.w.short(s.w.out.Documents), "logo.png"))
	shown.focusable = shown.field
	s.wire(shown)
	shown.field.OnFocus = nil // a path is nothing to be kept
	shown.field.OnChanged = func(string, int) { shown.say(nil) }
	shown.field.OnEnter = func() { s.takePicture(shown) }
	away := widget.NewButton(tr("Take the logo away"), "", func() { s.setLogo(shown, nil) })
	away.OnKey, away.OnShortcut = s.w.wired(s.escape)
	setVisible(away, s.style.Logo != nil)
	return stacked(8, about, shown.field, away)
}

// takePicture reads a picture away from the window.
func (s *styleScreen) takePicture(f *shownField) {
	path := s.w.inDocuments(f.field.Text())
	if path == "" {
		f.field.SetError(tr("Say which file it is."))
		s.form.laid()
		return
	}
	logo := &minutes.Logo{About: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), Height: 18}
	if had := s.style.Logo; had != nil {
		logo.About, logo.Height = had.About, had.Height
	}
	s.w.out.Later(func() (err error) {
		logo.Data, err = s.w.out.ReadFile(path)
		return err
	}, func(err error) {
		if err == nil {
			trial := s.style.Clone()
			trial.Logo = logo
			err = trial.Check()
		}
		if err != nil {
			f.say(err)
			s.form.laid()
			s.root.Refresh()
			return
		}
		s.setLogo(f, logo)
	})
}

// setLogo gives the style a logo that has been checked, or takes its own away.
func (s *styleScreen) setLogo(f *shownField, logo *minutes.Logo) {
	s.step(f)
	s.style = s.style.Clone()
	s.style.Logo = logo
	delete(s.wrong, "logo.about")
	delete(s.wrong, "logo.height")
	s.keep()
	s.lay()
	s.showPaper()
	if s.w.screen == screen(s) { // a picture is read away from the window
		s.focusFields()
	}
}
