package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// detailsDialog changes the facts of the meeting. Each field does what its
// quick line does, and all of them are one change.
type detailsDialog struct {
	*form
	w      *Window
	fields []detail
	styles []string
	kind   *widget.Segments
	style  *widget.Segments
}

// detail is a field, the quick line it stands for, and what takes its fact
// away.
type detail struct {
	field   *widget.Field
	command string
	was     string
	clear   model.Many
}

// kinds are the kinds of meeting in the order of the dialog.
var kinds = []model.MeetingKind{model.Ordinary, model.Extraordinary, model.Annual}

func (w *Window) askDetails() {
	d := &detailsDialog{w: w, styles: w.styles.Names()}
	d.build(w.meeting.work.meeting())
	d.show(w, tr("Details of the meeting"), widget.Choice{Words: tr("Keep"), Do: d.keep, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

func (d *detailsDialog) build(m model.Meeting) {
	taken := func(facts ...model.Fact) model.Many {
		var all model.Many
		for _, f := range facts {
			all = append(all, model.SetFact{Fact: f})
		}
		return all
	}
	title := d.add(tr("Title, where it differs from the house style's"), "", "/title ", m.Title, taken(model.FactTitle))
	date := d.add(tr("Date"), "", "/date ", m.Date.Long(), nil)
	time := d.add(tr("Time"), "10:00-11:30", "/time ", calledFor(m), taken(model.FactBegin, model.FactEnd))
	venue := d.add(tr("Venue"), "", "/venue ", m.Venue, taken(model.FactVenue))
	kind := d.add(tr("Publication type"), tr("General"), "/publication-type ", m.PublicationType, taken(model.FactPublicationType))
	day := d.add(tr("Publication date"), "24 June 2022", "/publication-date ", m.PublicationDate.Long(), taken(model.FactPublicationDate))
	next := d.add(tr("Next meeting"), "12 September 2022 10:00, Town Hall", "/next ", nextWords(m.Next), model.Many{model.SetNext{}})

	d.kind = widget.NewSegments(nil, widget.Segment{Words: tr("Ordinary")}, widget.Segment{Words: tr("Extraordinary")}, widget.Segment{Words: tr("Annual")})
	d.kind.Choose(slices.Index(kinds, m.Kind))
	d.style = widget.NewSegments(nil, segmentsOf(d.styles)...)
	d.style.Wrap = true
	d.style.Choose(slices.Index(d.styles, d.w.styles.Name(m.Style)))
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return container.New(beside{}, a, b) }
	d.form = newForm(pair(date, time), venue, title, labelled(tr("Kind"), d.kind), labelled(tr("House style"), d.style), pair(kind, day), next)
	d.follow(date, time, venue, title, kind, day, next)
}

func (d *detailsDialog) add(label, placeholder, command, was string, clear model.Many) *widget.Field {
	f := widget.NewField(label, placeholder)
	f.Set(was, len([]rune(was)))
	f.OnChanged = func(string, int) { d.calm() }
	d.fields = append(d.fields, detail{f, command, was, clear})
	return f
}

// calledFor are the times that a meeting is called for, as "/time" takes them.
func calledFor(m model.Meeting) string {
	if m.End == "" {
		return string(m.Begin)
	}
	return string(m.Begin) + "-" + string(m.End)
}

// nextWords are the next meeting as "/next" takes it.
func nextWords(n *model.Next) string {
	if n == nil {
		return ""
	}
	words := n.Date.Long()
	if n.At != "" {
		words += " " + string(n.At)
	}
	if n.Venue != "" {
		words += ", " + n.Venue
	}
	return words
}

// keep makes all changes as one, or says which of them cannot be made.
func (d *detailsDialog) keep() bool {
	work := d.w.meeting.work
	m := work.meeting()
	all, wrong, err := d.changes(m)
	if err == nil && len(all) > 0 {
		err = work.session.Do(all)
	}
	if err != nil {
		return d.refuse(wrong, sentence(capital(reason(err))))
	}
	d.w.meeting.fill()
	return true
}

// changes are what the fields change. The error is about the field given with
// it.
func (d *detailsDialog) changes(m model.Meeting) (model.Many, *widget.Field, error) {
	var all model.Many
	for _, f := range d.fields {
		words := tidy(f.field.Text())
		if words == f.was {
			continue
		}
		all = append(all, f.clear...)
		if words == "" && f.clear != nil {
			continue
		}
		r, err := quick.Read(f.command+words, quick.Context{Meeting: m, NewID: d.w.out.NewID})
		if err != nil {
			return nil, f.field, err
		}
		all = append(all, r.Changes...)
	}
	if kind := kinds[max(d.kind.Chosen(), 0)]; kind != m.Kind {
		all = append(all, model.SetFact{Fact: model.FactKind, Value: string(kind)})
	}
	if n := d.style.Chosen(); n >= 0 && d.styles[n] != d.w.styles.Name(m.Style) {
		all = append(all, model.SetFact{Fact: model.FactStyle, Value: d.styles[n]})
	}
	return all, d.fields[0].field, nil
}
