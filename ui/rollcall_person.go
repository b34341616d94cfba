package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/ui/widget"
)

// personDialog is everything about one attendee. All of it is one change.
type personDialog struct {
	*form
	r                    *rollCall
	was                  model.Attendee
	name, post, group    *widget.Field
	reason, items, stead *widget.Field
	mark, capacity       *widget.Segments
	remote, chair, clerk *widget.Button
}

// askEverything opens the dialog about the one chosen.
func (r *rollCall) askEverything() {
	a, ok := r.listed()
	if !ok {
		return
	}
	d := newPersonDialog(r, a)
	d.show(r.s.w, a.Name, widget.Choice{Words: tr("Keep"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true},
		widget.Choice{Words: tr("Take off the list"), Do: d.remove})
}

func newPersonDialog(r *rollCall, a model.Attendee) *personDialog {
	m := r.s.work.meeting()
	d := &personDialog{r: r, was: a}
	add := func(label, placeholder, was string) *widget.Field {
		f := widget.NewField(label, placeholder)
		f.Set(was, len([]rune(was)))
		f.OnChanged = func(string, int) { d.calm() }
		return f
	}
	d.name, d.post = add(tr("Name, with honorific or rank"), "", a.Name), add(tr("Post"), "", a.Post)
	d.group, d.items = add(tr("Group"), tr("none"), a.Group), add(tr("Only items"), tr("3, 5; nothing for the whole meeting"), strings.Join(a.Items, ", "))
	d.reason, d.stead = add(tr("Reason"), "", a.Reason), add(tr("Deputy for"), tr("nobody"), a.DeputyFor)
	var marks, capacities []widget.Segment
	for _, mark := range model.Marks {
		word, _ := markWord(mark)
		marks = append(marks, widget.Segment{Words: word})
	}
	for _, c := range model.Capacities {
		capacities = append(capacities, widget.Segment{Words: capacityWord(c)})
	}
	d.mark, d.capacity = widget.NewSegments(nil, marks...), widget.NewSegments(nil, capacities...)
	d.mark.Choose(slices.Index(model.Marks, a.Mark))
	d.capacity.Choose(slices.Index(model.Capacities, a.Capacity))
	d.remote, d.chair, d.clerk = widget.NewSwitch(tr("Remote"), a.Remote, nil), widget.NewSwitch(tr("In the chair"), m.Chair == a.ID, nil), widget.NewSwitch(tr("Clerk"), m.Clerk == a.ID, nil)
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return container.New(beside{}, a, b) }
	d.form = newForm(pair(d.name, d.post), pair(d.group, labelled(tr("There as"), d.capacity)), labelled(tr("Roll call"), d.mark),
		pair(d.reason, d.items), d.stead, container.New(row{gap: 1}, d.remote, d.chair, d.clerk))
	d.wide = true
	d.follow(d.name, d.post, d.group, d.reason, d.items, d.stead)
	return d
}

// keep makes all changes as one, or says what cannot be.
func (d *personDialog) keep() bool {
	a := d.was
	a.Name, a.Post, a.Group = tidy(d.name.Text()), tidy(d.post.Text()), tidy(d.group.Text())
	a.Reason, a.DeputyFor, a.Remote, a.Unsure = tidy(d.reason.Text()), tidy(d.stead.Text()), d.remote.On(), false
	a.Mark, a.Capacity = model.Marks[max(d.mark.Chosen(), 0)], model.Capacities[max(d.capacity.Chosen(), 0)]
	items, err := readItems(d.items.Text())
	if err != nil {
		return d.refuse(d.items, sentence(capital(reason(err))))
	}
	a.Items = items
	changes := append(model.Many{model.SetAttendee{Attendee: a}}, d.renamed(a)...)
	for _, office := range []struct {
		fact model.Fact
		held model.ID
		on   bool
	}{{model.FactChair, d.meeting().Chair, d.chair.On()}, {model.FactClerk, d.meeting().Clerk, d.clerk.On()}} {
		switch {
		case office.on && office.held != a.ID:
			changes = append(changes, model.SetFact{Fact: office.fact, Value: string(a.ID)})
		case !office.on && office.held == a.ID:
			changes = append(changes, model.SetFact{Fact: office.fact})
		}
	}
	if err := d.r.s.work.session.Do(changes); err != nil {
		return d.refuse(d.name, sentence(capital(reason(err))))
	}
	d.r.s.leaving = false
	d.r.s.fill()
	return true
}

func (d *personDialog) meeting() model.Meeting { return d.r.s.work.meeting() }

// renamed has the deputies of somebody stand in for them under their new name.
func (d *personDialog) renamed(a model.Attendee) model.Many {
	var changes model.Many
	for _, other := range d.meeting().Attendees {
		if a.Name != d.was.Name && other.DeputyFor == d.was.Name && other.ID != a.ID {
			other.DeputyFor = a.Name
			changes = append(changes, model.SetAttendee{Attendee: other})
		}
	}
	return changes
}

// remove takes the person off the list.
func (d *personDialog) remove() bool {
	if err := d.r.s.work.session.Do(model.RemoveAttendee{ID: d.was.ID}); err != nil {
		return d.refuse(nil, sentence(capital(reason(err)))+" "+tr("Mark them absent instead, or take that out first."))
	}
	d.r.just = ""
	d.r.s.fill()
	d.r.say(trf("%s is off the list   Ctrl+Z brings them back", bold(d.was.Name)))
	return true
}
