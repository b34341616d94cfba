package ui

import (
	"strings"
	"time"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// Documents are made away from the keys: a moment after something changed, off
// the window's goroutine, never two at once. While typing goes on the preview
// follows a few times a second.

// previewPause is how long the preview waits for more to change.
const previewPause = 120 * time.Millisecond

// previewMaking is what is under way, and what was made last.
type previewMaking struct {
	waiting   bool // a timer will look whether anything is to be made
	busy      bool
	made      previewOf
	unwritten bool // made shows what is being typed
}

// previewOf is everything that a shown document was made from.
type previewOf struct {
	rev           int
	typed         string
	item          model.ID
	after, edited model.ID
	kind          model.EntryKind
	style         string
	restyled      int // how often the house styles became others
	audience      minutes.Audience
	approved      bool
	agenda        bool
}

// previewJob is a document to be made.
type previewJob struct {
	meeting  model.Meeting
	style    minutes.Style
	audience minutes.Audience
	approved bool
	// agenda wants the agenda of the meeting and not its minutes.
	agenda bool
	// later are the corrections that later meetings recorded.
	later []minutes.Later
	// typed are the changes that would enter what is being typed, and entry
	// what it would be; "" for nothing.
	typed model.Many
	entry model.ID
}

// pages makes it. The entry that is being typed is at the anchor pale, ""
// where there is none.
func (j previewJob) pages() (pages *widget.Pages, pale string, err error) {
	m := j.meeting
	if j.entry != "" {
		if with, _, err := m.With(j.typed); err == nil {
			m, pale = with, minutes.EntryAnchor(j.entry)
		}
	}
	var d minutes.Document
	if j.agenda {
		d, err = minutes.ComposeAgenda(m, j.style, j.audience)
	} else {
		d, err = minutes.Compose(m, j.style, j.audience, j.later...)
	}
	if err != nil {
		return nil, "", err
	}
	if j.approved {
		d.Mark, d.LinesNumbered = "", false
	}
	return widget.NewPages(d), pale, nil
}

// state is what a document would be made from now.
func (v *preview) state() previewOf {
	w := v.s.work
	return previewOf{rev: w.meeting().Rev, typed: v.s.panel.composer.Text(), item: w.item, after: w.selected, edited: w.editing, kind: w.kind,
		style: v.styleName(), restyled: v.s.w.restyled, audience: v.audience, approved: v.approved, agenda: v.agenda}
}

func (v *preview) styleName() string {
	if v.style != "" {
		return v.style
	}
	return v.s.style.Name
}

// job is the document to be made now.
func (v *preview) job() (previewJob, error) {
	w := v.s.work
	j := previewJob{meeting: w.kept(), style: v.s.style, audience: v.audience, approved: v.approved, agenda: v.agenda, later: v.s.standing.printed}
	if v.approved {
		j.meeting = w.meeting() // as corrected
	}
	if v.style != "" && v.style != v.s.style.Name {
		var err error
		if j.style, err = v.s.w.styles.Load(v.style); err != nil {
			return j, err
		}
	}
	typed := v.s.panel.composer.Text()
	if strings.TrimSpace(typed) == "" {
		return j, nil
	}
	r, err := w.read(typed)
	if err != nil || r.Entry == nil || r.Entry.Kind == model.Private {
		return j, nil // nothing that would be printed yet
	}
	j.typed, j.entry = r.Changes, r.Entry.ID
	if w.editing != "" {
		j.entry = w.editing
		j.typed, err = w.replacing(r)
		if err != nil {
			j.entry = ""
		}
	}
	return j, nil
}

// touch says that something changed, if only where the clerk is. It costs next
// to nothing.
func (v *preview) touch() {
	if v == nil || !v.shown {
		return
	}
	v.follow()
	v.soon()
}

// soon looks in a moment whether another document is to be made.
func (v *preview) soon() {
	if v.making.waiting {
		return
	}
	v.making.waiting = true
	v.s.w.out.After(previewPause, func() {
		v.making.waiting = false
		v.make()
	})
}

// make begins to make the document, unless it is what is shown.
func (v *preview) make() {
	now := v.state()
	if !v.shown || v.making.busy || now == v.making.made {
		return
	}
	j, err := v.job()
	if err != nil {
		v.refuse(err)
		return
	}
	v.making.busy = true
	var pages *widget.Pages
	var pale string
	v.s.w.out.Later(func() (err error) {
		pages, pale, err = j.pages()
		return err
	}, func(err error) {
		v.making.busy = false
		v.took(now, pages, pale, err)
		if v.shown && v.state() != now {
			v.soon()
		}
	})
}

// now makes the document at once, for the clerk who asked to see it.
func (v *preview) now() {
	now := v.state()
	j, err := v.job()
	if err != nil {
		v.refuse(err)
		return
	}
	pages, pale, err := j.pages()
	v.took(now, pages, pale, err)
}

// took shows a document that was made, unless what is asked for is another by
// now.
func (v *preview) took(of previewOf, pages *widget.Pages, pale string, err error) {
	if err != nil {
		v.refuse(err)
		return
	}
	if of.audience != v.audience || of.style != v.styleName() || of.approved != v.approved {
		return // another version was asked for meanwhile
	}
	v.making.made, v.making.unwritten = of, pale != ""
	v.paper.SetPale(pale)
	v.paper.SetPages(pages)
	v.fillBar()
	v.follow()
}

// refuse says why there is no document. What was shown goes: it may be more
// than those may see whom it is asked for now.
func (v *preview) refuse(err error) {
	v.making.made, v.making.unwritten = previewOf{}, false
	v.paper.Set(minutes.Document{})
	v.wrong.Set(widget.Block{Style: widget.Message, Chip: tr("Not yet"), Tone: theme.Restricted, Text: literal(sentence(capital(reason(err))))})
	v.wrong.Show()
	v.object.Refresh()
}

// unwritten stands for the entry that is being typed, whose identity is another
// at every reading.
const unwritten model.ID = "unwritten"

// follow scrolls to where the clerk is, when that is another place than before,
// and marks the chosen entry.
func (v *preview) follow() {
	w := v.s.work
	chosen := w.selected
	if w.editing != "" {
		chosen = w.editing
	}
	mark := ""
	if chosen != "" {
		mark = minutes.EntryAnchor(chosen)
	}
	v.paper.SetChosen(mark)
	to, anchor := place{w.item, chosen}, mark
	switch entries := w.entries(); {
	case chosen != "":
	case v.making.unwritten && v.making.made.typed != "":
		to.entry, anchor = unwritten, v.paper.Pale()
	case len(entries) > 0:
		to.entry = entries[len(entries)-1].ID
		anchor = minutes.EntryAnchor(to.entry)
	}
	if to == v.at {
		return
	}
	if to.item != v.at.item {
		head := minutes.ItemAnchor(to.item)
		if !v.paper.Has(head) {
			head = anchor // before the agenda there is no heading
		}
		if !v.paper.Has(head) {
			return // not made yet
		}
		v.paper.ScrollTo(head)
		v.at = to
		if chosen == "" && to.entry != unwritten {
			return // the item is shown from its beginning
		}
	}
	if v.paper.Has(anchor) {
		v.paper.Reveal(anchor)
		v.at = to
		return
	}
	v.at = place{item: to.item}
}
