package ui

import (
	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/ui/widget"
)

// passDialog records that circulated minutes were approved by mail or by the
// chair, for a meeting to ratify.
type passDialog struct {
	*form
	s          *meetingScreen
	how, part  *widget.Segments
	on, signed *widget.Field
	hasParts   bool
}

// ways are how minutes are approved without a meeting, in the order of the
// dialog.
var ways = []model.How{model.ByMail, model.ByChair}

func (w *Window) askPass() {
	s := w.meeting
	m := s.work.kept()
	switch {
	case m.State == model.Approved:
		w.say(tr("These minutes are approved already"))
		return
	case m.State != model.Circulated:
		w.say(tr("Only minutes that were circulated can be approved: circulate them first"))
		return
	}
	d := &passDialog{s: s, hasParts: m.HasRestricted()}
	d.how = widget.NewSegments(nil, widget.Segment{Words: tr("By mail")}, widget.Segment{Words: tr("By the chair")})
	d.part = widget.NewSegments(nil, widget.Segment{Words: tr("All of them")}, widget.Segment{Words: tr("The open part")}, widget.Segment{Words: tr("The restricted part")})
	d.part.Wrap = true
	d.on, d.signed = widget.NewField(tr("On which day"), "24 June 2022"), widget.NewField(tr("Signed by"), tr("as printed, or nothing"))
	today := model.DateOf(w.out.Now()).Long()
	d.on.Set(today, len([]rune(today)))
	chair, _ := m.Attendee(m.Chair)
	d.signed.Set(chair.Name, len([]rune(chair.Name)))
	for _, f := range []*widget.Field{d.on, d.signed} {
		f.OnChanged = func(string, int) { d.calm() }
	}
	parts := labelled(tr("What is approved"), d.part)
	shownIf(parts, d.hasParts)
	d.form = newForm(caption(tr("The minutes are approved from then on, and sealed when a later meeting has ratified that. The approval itself cannot be taken back.")),
		labelled(tr("How"), d.how), parts, d.on, d.signed)
	d.follow(d.how, d.part, d.on, d.signed)
	d.show(w, tr("Approve by mail or by the chair"), widget.Choice{Words: tr("Approve"), Do: d.pass, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

func (d *passDialog) pass() bool {
	m := d.s.work.kept()
	on, ok := quick.ParseDate(tidy(d.on.Text()), m.Date)
	today := model.DateOf(d.s.w.out.Now())
	switch {
	case !ok:
		return d.refuse(d.on, tr("This is no date. Write it like 24 June 2022."))
	case on < m.Date:
		return d.refuse(d.on, trf("That is before the meeting, which was on %s.", m.Date.Long()))
	case on > today:
		return d.refuse(d.on, tr("That day is still to come."))
	}
	p := model.Passed{How: ways[max(d.how.Chosen(), 0)], On: on, SignedBy: tidy(d.signed.Text())}
	if d.hasParts {
		p.Part = partsOf[max(d.part.Chosen(), 0)]
	}
	if err := d.s.work.session.Session.Do(model.Pass{Passed: p}); err != nil {
		return d.refuse(nil, sentence(capital(reason(err))))
	}
	d.s.fill()
	d.s.w.say(passed(p))
	return true
}
