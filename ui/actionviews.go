package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// view is the way in which the register is shown now.
func (s *actionsScreen) view(name string) model.View {
	wanted := model.ActionFilter(s.wanted())
	wanted.Today = ""
	return model.View{Name: name, Wanted: wanted, Sort: s.sort, Down: s.down, Group: s.group}
}

// showView shows the register as a view says.
func (s *actionsScreen) showView(v model.View) {
	f := register.Filter(v.Wanted)
	s.segment = segmentAll
	switch {
	case f.Open:
		s.segment, f.Open = segmentOpen, false
	case f.Overdue:
		s.segment, f.Overdue = segmentOverdue, false
	case f.Chase:
		s.segment, f.Chase = segmentChase, false
	case slices.Equal(f.States, segmentFilters[segmentComplete].States):
		s.segment, f.States = segmentComplete, nil
	}
	if f.BodyID != "" {
		s.body = f.BodyID
	}
	s.onlyBody = f.BodyID != ""
	s.only.SetOn(s.onlyBody)
	setVisible(s.only, s.body != "")
	s.segments.Choose(s.segment)
	words := f.Words()
	s.filter.Set(words, len([]rune(words)))
	s.sort, s.down, s.group = v.Sort, v.Down, v.Group
	s.rows.SetColumns(s.columns()...)
	s.refresh()
	s.page.Refresh()
	s.focus()
	s.w.say(trf("The view “%s”", v.Name))
}

// viewWords say what a view shows.
func viewWords(v model.View, bodyName func(model.ID) string) string {
	f := register.Filter(v.Wanted)
	var parts []string
	if f.BodyID != "" {
		parts = append(parts, bodyName(f.BodyID))
	}
	if f.Open {
		parts = append(parts, tr("Open"))
	}
	parts = append(parts, f.Words(), (&actionsScreen{sort: v.Sort, down: v.Down, group: v.Group}).arranged())
	return joinNotes(parts...)
}

// viewsDialog lists the views that are kept, and keeps the one on screen under
// a name.
type viewsDialog struct {
	*form
	s     *actionsScreen
	views []model.View
	list  *widget.Rows
	name  *widget.Field
	hint  *widget.Para
}

// askViews shows the views that are kept.
func (s *actionsScreen) askViews() {
	clerk, err := s.w.book.Clerk()
	if err != nil {
		s.w.failed("read the saved views", err)
		return
	}
	d := &viewsDialog{s: s, views: clerk.Views}
	d.list = widget.NewRows(widget.Table, tr("No view is kept yet. Give the one on screen a name below."), widget.Column{Title: tr("View"), Width: 208}, widget.Column{Title: tr("What it shows")})
	d.list.Length = func() int { return len(d.views) }
	d.list.Row = func(n int) widget.Row {
		v := d.views[n]
		return widget.Row{Cells: []widget.Cell{{Words: v.Name}, {Words: viewWords(v, s.w.bodyName), Soft: true}}}
	}
	d.list.OnOpen = d.show
	d.list.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyDelete {
			d.remove()
		}
		return name == fyne.KeyDelete
	}
	d.name = widget.NewField(tr("Keep what is on screen as"), tr("Overdue, by owner"))
	d.name.OnEnter = d.keep
	d.name.OnChanged = func(string, int) { d.calm() }
	d.hint = caption("")
	d.form = newForm(newLines(s.w.roomFor(6, 360), d.list), d.hint, d.name, caption(viewWords(s.view(""), s.w.bodyName)))
	d.wide = true
	d.follow(d.name)
	d.list.Select(min(0, len(d.views)-1))
	d.form.show(s.w, tr("Saved views"), widget.Choice{Words: tr("Show it"), Do: func() bool { d.show(d.list.Selected()); return false }, Default: true},
		widget.Choice{Words: tr("Keep"), Do: func() bool { d.keep(); return false }}, widget.Choice{Words: tr("Close"), Cancel: true})
	if len(d.views) == 0 {
		d.on.Focus(d.name)
	} else {
		setCaption(d.hint, tr("Enter shows the view, Del deletes it."))
		d.laid()
	}
}

// show shows the nth view.
func (d *viewsDialog) show(n int) {
	if n < 0 || n >= len(d.views) {
		d.refuse(d.name, tr("There is no view to show yet: give the one on screen a name."))
		return
	}
	d.modal.OnClosed = func() { d.s.showView(d.views[n]) }
	d.modal.Close()
}

// keep keeps the view on screen; one of that name gives way.
func (d *viewsDialog) keep() {
	v := d.s.view(tidy(d.name.Text()))
	if v.Name == "" {
		d.refuse(d.name, tr("Give the view a name."))
		return
	}
	views := slices.Clone(d.views)
	if i := slices.IndexFunc(views, func(other model.View) bool { return strings.EqualFold(other.Name, v.Name) }); i >= 0 {
		views[i] = v
	} else {
		views = append(views, v)
	}
	if d.change(views) {
		d.modal.OnClosed = func() { d.s.w.say(trf("Kept as the view “%s”", v.Name)) }
		d.modal.Close()
	}
}

// remove deletes the chosen view and offers its name, so that it can be kept
// again at once.
func (d *viewsDialog) remove() {
	n := d.list.Selected()
	if n < 0 {
		return
	}
	v := d.views[n]
	if d.change(slices.Delete(slices.Clone(d.views), n, n+1)) {
		d.list.Refresh()
		d.list.Select(min(n, len(d.views)-1))
		d.s.w.say(trf("The view “%s” is deleted", v.Name))
	}
}

// change keeps a list of views. It says false, and why, where it cannot.
func (d *viewsDialog) change(views []model.View) bool {
	if err := d.s.w.changeClerk(func(c *model.Clerk) { c.Views = views }); err != nil {
		return d.refuse(d.name, explain("keep the views", err))
	}
	d.views = views
	return true
}

// bodyName is the name of a body, "" where it cannot be read.
func (w *Window) bodyName(id model.ID) string {
	b, err := w.book.Body(id)
	if err != nil {
		w.out.Log.Error("read a body", "body", string(id), "error", err)
	}
	return b.Name
}
