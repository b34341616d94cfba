package ui

import (
	"strings"

	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/merge"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// mergeDialog shows what would come over from another book, and lets the clerk
// choose whose version is kept of what was changed in both.
type mergeDialog struct {
	*form
	w     *Window
	title string
	// back says that a body is taken back, whose name it is.
	back  bool
	name  string
	other Other
	plan  merge.Plan
	take  merge.Take
	busy  bool

	list   *widget.Rows
	detail *widget.Para
	whose  *widget.Segments // for who has no T and O at hand
}

// open shows the dialog.
func (d *mergeDialog) open() {
	if d.take.Of == nil {
		d.take.Of = map[model.ID]merge.Choice{}
	}
	d.list = widget.NewRows(widget.Table, tr("Nothing would come over: all of it is here already."), widget.Column{Title: tr("In the other book")}, widget.Column{Title: tr("What becomes of it"), Width: 300})
	d.list.Length = func() int { return len(d.plan.Parts) }
	d.list.Row = d.row
	d.list.OnSelected = d.pick
	d.list.OnLetter = d.letter
	d.detail = caption("")
	d.whose = widget.NewSegments(func(n int) { d.letter([]rune("ot")[n]) }, widget.Segment{Words: tr("Keep ours"), Hint: "O"}, widget.Segment{Words: tr("Take theirs"), Hint: "T"})
	about := trf("%s as in this book.", plural(d.plan.Same, "thing is", "things are"))
	if len(d.plan.Conflicts()) > 0 {
		about += " " + tr("What was changed in both books stays as it is here, unless you choose it and press T for theirs; O is for ours.")
	}
	rows := d.w.roomFor(min(float32(max(len(d.plan.Parts), 2))+1.5, chooserRows), 330)
	d.form = newForm(caption(about), newLines(rows, d.list), d.detail, container.New(&inRow{}, d.whose))
	d.wide = true
	d.follow(d.whose)
	words := tr("Merge")
	if d.back {
		words = tr("Take back")
	}
	d.show(d.w, d.title, widget.Choice{Words: words, Do: d.merge, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	d.modal.OnClosed = d.gone
	d.pick(0)
	d.on.Focus(d.list)
}

// gone lets go of the other book, unless it is still being read.
func (d *mergeDialog) gone() {
	if !d.busy {
		d.letGo()
	}
}

func (d *mergeDialog) row(n int) widget.Row {
	p := d.plan.Parts[n]
	words := whatBecomes(p)
	cell := widget.Cell{Words: words, Soft: !p.What.Comes()}
	if p.What == merge.Conflict || p.What == merge.Kept {
		cell = widget.Cell{Words: words, Tone: theme.Restricted}
	}
	return widget.Row{Cells: []widget.Cell{{Words: p.Name}, cell}}
}

// whatBecomes says in a few words what becomes of a thing of the other book.
func whatBecomes(p merge.Part) string {
	switch p.What {
	case merge.New:
		return tr("new here")
	case merge.Newer:
		return tr("newer there: comes over")
	case merge.Older:
		return tr("newer here: stays")
	case merge.Conflict:
		return tr("changed in both: stays")
	case merge.Taken:
		return tr("changed in both: theirs")
	case merge.Left:
		return tr("changed in both: ours")
	case merge.Events:
		return tr("more happened to its actions")
	case merge.Kept:
	}
	return tr("stays")
}

// pick says more of the thing in a row.
func (d *mergeDialog) pick(n int) {
	if n < 0 || n >= len(d.plan.Parts) {
		setCaption(d.detail, "")
		d.whose.Hide()
		return
	}
	d.list.Select(n)
	p := d.plan.Parts[n]
	shownIf(d.whose, inBoth(p))
	d.whose.Choose(which(p.What == merge.Taken))
	var more []string
	if p.Why != "" {
		more = append(more, sentence(capital(tr(p.Why))))
	}
	if len(p.Differs) > 0 {
		more = append(more, trf("They differ in: %s.", strings.Join(p.Differs, "; ")))
	}
	if p.Events > 0 {
		more = append(more, trf("%s of its actions.", plural(p.Events, "note comes of what became", "notes come of what became")))
	}
	if p.Like != "" {
		more = append(more, trf("This may be the same as %s, who is here already.", p.Like))
	}
	setCaption(d.detail, strings.Join(more, " "))
	d.laid()
}

// letter chooses whose version is kept of the thing in the row.
func (d *mergeDialog) letter(r rune) bool {
	n := d.list.Selected()
	if n < 0 || n >= len(d.plan.Parts) {
		return false
	}
	p := &d.plan.Parts[n]
	if !inBoth(*p) {
		return false
	}
	switch r {
	case 't', 'T':
		p.What, d.take.Of[p.ID] = merge.Taken, merge.Theirs
	case 'o', 'O':
		p.What, d.take.Of[p.ID] = merge.Left, merge.Ours
	default:
		return false
	}
	d.whose.Choose(which(p.What == merge.Taken))
	d.list.Refresh()
	return true
}

// inBoth says whether a thing was changed in both books, so that somebody has to
// say whose is kept.
func inBoth(p merge.Part) bool {
	return p.What == merge.Conflict || p.What == merge.Taken || p.What == merge.Left
}

// merge lets it come over once the dialog is gone.
func (d *mergeDialog) merge() bool {
	d.busy = true
	d.modal.OnClosed = d.run
	return true
}

// run keeps the open meeting, merges, and opens the meeting again, which may
// have become another.
func (d *mergeDialog) run() {
	w, reopen := d.w, model.ID("")
	if w.meeting != nil {
		if onMeeting(w) {
			reopen = w.meeting.work.meeting().ID
		}
		if !w.leaveMeeting() {
			d.letGo()
			return
		}
	}
	if reopen != "" {
		w.showBook()
	}
	w.say(tr("Merging"))
	w.out.Keeping.Aside(func() error {
		plan, err := d.other.Plan(d.take)
		if err != nil {
			return err
		}
		d.plan = plan
		return d.other.Merge(plan)
	}, func(err error) {
		d.letGo()
		if err != nil {
			w.failed("merge the other book; merging it again goes on where this ended", err)
			w.screen.refresh()
			return
		}
		w.merged(d.plan, d.name, reopen)
	})
}
