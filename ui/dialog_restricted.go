package ui

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/widget"
)

var restrictedCommands = []command{
	{"restrict-words", "Restrict the selected words", "Insert", nil, onMeeting, (*Window).restrictWords},
}

// toggleRestricted leaves the words that are selected in the entry being
// edited, or else the chosen entry, or everything entered from now on, out of
// public minutes, and asks why; or lets it in again.
func (w *Window) toggleRestricted() {
	work := w.meeting.work
	m := work.meeting()
	e, _, chosen := m.Entry(work.selected)
	from, to := w.meeting.panel.composer.Selected()
	switch {
	case work.editing != "" && from != to:
		w.restrictWords()
	case chosen && e.Kind == model.Private:
		w.say(tr("A private note is in no minutes at all"))
	case m.State == model.Approved:
		w.tighten(m, e, chosen)
	case chosen && e.Restricted == nil && len(e.Withheld) > 0:
		w.askWithheld(e)
	case chosen && e.Restricted != nil || !chosen && m.Restricting != nil:
		w.meeting.change(work.restrict(model.Restriction{}))
		w.say(tr("No longer restricted"))
	case chosen:
		w.askReason(tr("The chosen entry is left out of the public minutes. Its number stays, with the reason."), e, work.restrict)
	default:
		w.askReason(tr("Everything entered from now on is left out of the public minutes, until you press Ctrl+Shift+R again."), model.Entry{}, work.restrict)
	}
}

// tighten withholds the chosen entry of approved minutes, or else the item,
// from the public. Nothing is let in again.
func (w *Window) tighten(m model.Meeting, e model.Entry, chosen bool) {
	it, ok := w.meeting.itemHere()
	session := w.meeting.work.session
	oneWay := tr("These minutes are approved, and stay word for word as they are. What the public may see of them can be tightened, not loosened: this cannot be taken back.")
	switch {
	case chosen && e.Restricted != nil, !chosen && ok && it.Restricted != nil:
		w.say(tr("These minutes are approved: what the public may see can be tightened, not loosened"))
	case chosen:
		w.askReason(tr("The chosen entry is left out of the public minutes. Its number stays, with the reason.")+" "+oneWay, e, func(r model.Restriction) error {
			return session.Do(model.RestrictEntry{ID: e.ID, Restriction: &r})
		})
	case ok:
		w.askReason(trf("All of item %s is left out of the public minutes. Its number stays, with the reason.", model.Number(m).Items[it.ID])+" "+oneWay, model.Entry{}, func(r model.Restriction) error {
			return session.Do(model.RestrictItem{ID: it.ID, Restriction: &r})
		})
	default:
		w.say(tr("Choose an entry or an item first"))
	}
}

// restrictWords leaves the words that are selected in the entry being edited
// out of public minutes, or lets them in again.
func (w *Window) restrictWords() {
	s := w.meeting
	m := s.work.meeting()
	e, _, ok := m.Entry(s.work.editing)
	words := selectedWords(s.panel.composer)
	has := func(p model.Phrase) bool { return strings.EqualFold(p.Words, words) }
	i := slices.IndexFunc(e.Withheld, has)
	switch {
	case !ok || words == "":
		w.say(tr("Edit an entry with Ctrl+E and choose words in it first"))
	case e.Kind == model.Private:
		w.say(tr("A private note is in no minutes at all"))
	case e.Restricted != nil:
		w.say(tr("All of this entry is left out of the public minutes already"))
	case i >= 0:
		s.change(s.work.session.Do(model.RestrictPhrase{ID: e.ID, Words: e.Withheld[i].Words}))
		w.say(tr("No longer restricted"))
	case e.Text == "":
		w.say(tr("This entry is worded from what was recorded: press Esc, choose it, and restrict all of it"))
	case len(model.Phrase{Words: words}.In(model.Plain(e.Text))) == 0:
		w.say(tr("The entry does not say these words as it is kept. Press Enter to keep it, then edit it again"))
	default:
		w.askReason(trf("“%s” is left out of the public minutes, wherever it stands in this entry. The rest of the entry stays.", words), model.Entry{}, func(r model.Restriction) error {
			return s.work.session.Do(model.RestrictPhrase{ID: e.ID, Words: words, Restriction: &r})
		})
	}
}

// selectedWords are the words selected in the composer, whole ones, without
// marks.
func selectedWords(c *widget.Composer) string {
	from, to := c.Selected()
	text := []rune(c.Text())
	ofWord := func(i int) bool {
		return i >= 0 && i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]) || unicode.Is(unicode.Mn, text[i]))
	}
	for from < to && ofWord(from-1) && ofWord(from) {
		from--
	}
	for from < to && ofWord(to) && ofWord(to-1) {
		to++
	}
	return tidy(strings.Trim(model.Plain(string(text[from:to])), " \t\n*[]"))
}

// askWithheld says which words of an entry are left out of public minutes, and
// lets them in again, or leaves all of the entry out.
func (w *Window) askWithheld(e model.Entry) {
	s := w.meeting
	f := newForm(caption(withheldNote(e.Withheld)))
	let := func() bool {
		var all model.Many
		for _, p := range e.Withheld {
			all = append(all, model.RestrictPhrase{ID: e.ID, Words: p.Words})
		}
		s.change(s.work.session.Do(all))
		w.say(tr("No longer restricted"))
		return true
	}
	whole := func() bool {
		f.modal.OnClosed = func() {
			w.askReason(tr("The chosen entry is left out of the public minutes. Its number stays, with the reason."), model.Entry{}, s.work.restrict)
		}
		return true
	}
	f.show(w, tr("Restricted"), widget.Choice{Words: tr("Keep it so"), Cancel: true, Default: true},
		widget.Choice{Words: tr("Let the words in again"), Do: let}, widget.Choice{Words: tr("Restrict all of the entry"), Do: whole})
}

// withheldNote says which words are withheld and why.
func withheldNote(phrases []model.Phrase) string {
	var parts []string
	for _, p := range phrases {
		part := "“" + p.Words + "”"
		if why := restrictionWords(p.Restriction); why != "" {
			part += " (" + why + ")"
		}
		parts = append(parts, part)
	}
	return trf("Not public: %s", strings.Join(parts, "; "))
}

// phrasesShown are withheld words as a paragraph underlines them.
func phrasesShown(phrases []model.Phrase) string {
	lines := make([]string, len(phrases))
	for i, p := range phrases {
		lines[i] = tidy(p.Words)
	}
	return strings.Join(lines, "\n")
}

// factShown is a fact of an item, with the word that it is restricted.
func factShown(fact string, why *model.Restriction) string {
	if why == nil {
		return fact
	}
	return trf("%s (restricted)", fact)
}

// restrictionWords are a restriction in a few words.
func restrictionWords(r model.Restriction) string {
	if r.Paragraph == "" {
		return r.Reason
	}
	return strings.TrimPrefix(r.Reason+", ", ", ") + trf("paragraph %s", r.Paragraph)
}

// mostOffered is how many earlier reasons are offered.
const mostOffered = 4

// askReason asks why something is left out of public minutes, offers the
// reasons given before, and then does it; of an entry, to words of it alone
// where some are given.
func (w *Window) askReason(about string, of model.Entry, restrict func(model.Restriction) error) {
	reason := widget.NewField(tr("Reason, as printed in the public minutes"), tr("Staffing matter"))
	paragraph := widget.NewField(tr("Paragraph of the law, where one is named"), tr("3 of Part 1 of Schedule 12A"))
	only := widget.NewField(tr("Only these words of it"), tr("all of it"))
	parts := []fyne.CanvasObject{caption(about), reason, paragraph}
	if of.Text != "" {
		parts = append(parts, only)
	}
	var f *form
	if before := w.reasonsBefore(); len(before) > 0 {
		buttons := stacked(4)
		for _, r := range before {
			buttons.Add(widget.NewButton(restrictionWords(r), "", func() {
				reason.Set(r.Reason, len([]rune(r.Reason)))
				paragraph.Set(r.Paragraph, len([]rune(r.Paragraph)))
				f.calm()
				w.window.Canvas().Focus(reason)
			}))
		}
		parts = append(parts, labelled(tr("As before"), buttons))
	}
	f = newForm(parts...)
	f.wide = true
	for _, field := range []*widget.Field{reason, paragraph, only} {
		field.OnChanged = func(string, int) { f.calm() }
	}
	do := func() bool {
		r := model.Restriction{Reason: tidy(reason.Text()), Paragraph: tidy(paragraph.Text())}
		if r.Reason == "" {
			return f.refuse(reason, tr("Say why, in a few words that may be public."))
		}
		words := tidy(only.Text())
		switch {
		case words == "":
			w.meeting.change(restrict(r))
		case len(model.Phrase{Words: words}.In(model.Plain(of.Text))) == 0:
			return f.refuse(only, tr("The entry does not say these words."))
		default:
			w.meeting.change(w.meeting.work.session.Do(model.RestrictPhrase{ID: of.ID, Words: words, Restriction: &r}))
		}
		return true
	}
	f.show(w, tr("Restricted"), widget.Choice{Words: tr("Restrict"), Do: do, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
}

// reasonsBefore are the restrictions given last, in this meeting and in the
// body's last few that have any.
func (w *Window) reasonsBefore() []model.Restriction {
	m := w.meeting.work.meeting()
	var all []model.Restriction
	add := func(m model.Meeting) {
		for _, r := range slices.Backward(m.Restrictions()) {
			if r.Reason != "" && !slices.Contains(all, r) && len(all) < mostOffered {
				all = append(all, r)
			}
		}
	}
	add(m)
	list, err := w.book.Meetings()
	if err != nil {
		return all // the book says elsewhere that it cannot be read
	}
	const meetings = 3
	read := 0
	for _, s := range slices.Backward(list) {
		if s.Body != m.Body || s.ID == m.ID || !s.Restricted || read == meetings || len(all) == mostOffered {
			continue
		}
		read++
		if earlier, err := w.book.Meeting(s.ID); err == nil {
			add(earlier)
		}
	}
	return all
}
