package minutes

import (
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/diff"
)

// Corrections word the corrections to minutes, one bullet each, as they follow
// the sentence that approves the minutes subject to them. They have no
// identities. What public minutes leave out of what is corrected they leave out.
func (s Style) Corrections(m model.Meeting) []model.Entry {
	now := m.Clone()
	now.Corrections = nil
	var list []model.Entry
	for _, c := range m.Corrections {
		before := now
		now.Corrections = []model.Correction{c}
		now = now.Corrected()
		e := model.Entry{Kind: model.Bullet, Text: escape(s.correction(before, now, c))}
		if e.Text == "" {
			continue
		}
		if c.Entry != nil {
			e.Restricted = s.whyWithheld(before, now, c.Entry.ID)
		}
		list = append(list, e)
	}
	return list
}

// whyWithheld is why public minutes leave out an entry or words of it, or of the
// title that says where it stands, in either version; nil where they do not.
func (s Style) whyWithheld(before, now model.Meeting, id model.ID) *model.Restriction {
	for _, m := range []model.Meeting{before, now} {
		e, it, _ := m.Entry(id)
		why := e.Restricted
		if it.Restricted != nil {
			why = it.Restricted
		}
		if why == nil && len(e.Withheld) > 0 {
			why = &e.Withheld[0].Restriction
		}
		if why == nil && len(it.Withheld) > 0 && (s.Items == "" || it.Reference != "") {
			why = &it.Withheld[0].Restriction
		}
		if why != nil {
			same := *why
			return &same
		}
	}
	return nil
}

// correction words one correction, without marks: before and now are the
// minutes before and after it.
func (s Style) correction(before, now model.Meeting, c model.Correction) string {
	w := s.approvalWords()
	if c.Attendee != nil {
		return s.correctedAttendee(before, now, c.Attendee.ID)
	}
	was, _, there := before.Entry(c.Entry.ID)
	is, it, _ := now.Entry(c.Entry.ID)
	switch {
	case c.Struck:
		return fill(w.Struck, s.placed(before, c.Entry.ID, values{"old": s.said(before, was)}))
	case !there:
		v := s.placed(now, c.Entry.ID, values{"new": s.said(now, is)})
		v["place"] = s.itemPlace(now, it)
		if after := s.place(before, c.After); c.After != "" && after != "" {
			v["after"], v["place"] = after, ""
		}
		return fill(w.Inserted, v)
	}
	return s.corrected(before, s.said(before, was), s.said(now, is), c.Entry.ID)
}

// corrected words how words are replaced: the fewest that do, or all of them
// where that is most of it.
func (s Style) corrected(m model.Meeting, was, is string, id model.ID) string {
	w, n := s.approvalWords(), model.Number(m)
	replaced := 0
	edits := edits(was, is)
	for _, e := range edits {
		replaced += len(e.was)
	}
	if len(edits) == 0 || len(edits) > 2 || 5*replaced > 3*len(was) {
		pattern := w.Rewritten
		if n.Entries[id] == "" || s.place(m, id) == "" {
			pattern = w.Corrected // a whole text is found by its words alone
		}
		return fill(pattern, s.placed(m, id, values{"old": was, "new": is}))
	}
	var said []string
	for _, e := range edits {
		pattern := w.Corrected
		if e.is == "" {
			pattern = w.Struck
		}
		said = append(said, fill(pattern, s.placed(m, id, values{"old": e.was, "new": e.is})))
	}
	return strings.Join(said, " ")
}

// said are the words of an entry as a reader finds them, in one line.
func (s Style) said(m model.Meeting, e model.Entry) string {
	text := model.Plain(Clean(s.Sentence(m, e)))
	if e.Kind == model.Action {
		text += s.added(m, e, asides{true, true, true})
	}
	return strings.Join(strings.Fields(text), " ")
}

// placed adds the place of an entry to values.
func (s Style) placed(m model.Meeting, id model.ID, v values) values {
	v["place"] = s.place(m, id)
	if v["place"] == "" {
		_, it, _ := m.Entry(id)
		v["place"] = s.itemPlace(m, it)
	}
	v["Place"] = capital(v["place"])
	return v
}

// place names an entry by its printed number; "" where it has none.
func (s Style) place(m model.Meeting, id model.ID) string {
	e, _, _ := m.Entry(id)
	number := model.Number(m).Entries[id]
	switch {
	case number == "":
		return ""
	case e.Kind == model.Action:
		return fill(s.approvalWords().Action, values{"number": number})
	case s.Paragraphs == "" && (e.Resolution == nil || e.Resolution.Number == ""):
		return ""
	}
	return fill(s.approvalWords().Paragraph, values{"number": number})
}

// itemPlace names an item; "" for what stands before the first.
func (s Style) itemPlace(m model.Meeting, it model.Item) string {
	if it.ID == "" || it.Opening() {
		return ""
	}
	if s.Items == "" && it.Reference == "" {
		return line(model.Plain(it.Title))
	}
	return fill(s.approvalWords().Item, values{"number": model.Number(m).Items[it.ID]})
}

// correctedAttendee words how somebody should be listed.
func (s Style) correctedAttendee(before, now model.Meeting, id model.ID) string {
	w := s.approvalWords()
	v := values{"place": w.Attendance, "Place": capital(w.Attendance)}
	was, there := before.Attendee(id)
	is, still := now.Attendee(id)
	v["old"], v["new"] = s.listed(was, is), s.listed(is, was)
	switch {
	case !there:
		return fill(w.Inserted, v)
	case !still:
		v["old"] = line(was.Name)
		return fill(w.Struck, v)
	}
	return fill(w.Corrected, v)
}

// listed is somebody as the attendance list has them, in all that is not so in
// the other listing.
func (s Style) listed(a, other model.Attendee) string {
	words := line(a.Name)
	for _, part := range [][2]string{{a.Post, other.Post}, {a.Group, other.Group}, {a.Reason, other.Reason}} {
		if part[0] != "" && part[0] != part[1] {
			words += ", " + line(part[0])
		}
	}
	if a.Mark == other.Mark && a.Capacity == other.Capacity {
		return words
	}
	heading := map[model.Mark]string{model.Apologies: s.Attendance.Apologies, model.Absent: s.Attendance.Absent}[a.Mark]
	if heading == "" {
		heading = map[model.Capacity]string{model.Member: s.Attendance.Present, model.Attending: s.Attendance.Attending, model.Observing: s.Attendance.Observing}[a.Capacity]
	}
	if heading == "" {
		return words
	}
	return words + " (" + strings.ToLower(heading) + ")"
}

// edit is a stretch of words that others take the place of.
type edit struct{ was, is string }

// edits are the places at which is differs from was, each with enough of the
// words before it to be found, and to say where something is added.
func edits(was, is string) []edit {
	var spans []span
	at := span{}
	open := false
	for _, run := range diff.Words(was, is) {
		switch {
		case run.Mark == diff.Same && open && len(strings.Fields(run.Text)) > 2:
			spans, open = append(spans, at), false
			at.from, at.newFrom = at.to+len(run.Text), at.newTo+len(run.Text)
			at.to, at.newTo = at.from, at.newFrom
		case run.Mark == diff.Same && open:
			at.gap += run.Text // words that stayed, should another change follow
		case run.Mark == diff.Same:
			at.from += len(run.Text)
			at.newFrom += len(run.Text)
			at.to, at.newTo = at.from, at.newFrom
		default:
			open = true
			at.to, at.newTo, at.gap = at.to+len(at.gap), at.newTo+len(at.gap), ""
			if run.Mark == diff.Deleted {
				at.to += len(run.Text)
			} else {
				at.newTo += len(run.Text)
			}
		}
	}
	if open {
		spans = append(spans, at)
	}
	var list []edit
	for _, s := range spans {
		list = append(list, s.found(was, is))
	}
	return list
}

// span is a stretch of words in both versions, as byte offsets. gap are words
// behind it that are the same in both.
type span struct {
	from, to, newFrom, newTo int
	gap                      string
}

// found takes in words before the span, and without any those behind it, until
// what was is found at one place only.
func (s span) found(was, is string) edit {
	wholeWords := func(text string, from, to int) string { return strings.TrimSpace(text[from:to]) }
	for {
		old := wholeWords(was, s.from, s.to)
		if old != "" && strings.Count(was, old) == 1 || s.from == 0 && s.to == len(was) {
			break
		}
		if s.from == 0 || s.newFrom == 0 {
			n := wordBehind(was[s.to:])
			if n == 0 || s.newTo+n > len(is) || was[s.to:s.to+n] != is[s.newTo:s.newTo+n] {
				break
			}
			s.to, s.newTo = s.to+n, s.newTo+n
			continue
		}
		n := wordBefore(was[:s.from])
		if n > s.newFrom || was[s.from-n:s.from] != is[s.newFrom-n:s.newFrom] {
			break
		}
		s.from, s.newFrom = s.from-n, s.newFrom-n
	}
	return edit{wholeWords(was, s.from, s.to), wholeWords(is, s.newFrom, s.newTo)}
}

// wordBefore is how many bytes the last word of a text has, with what stands
// behind it; wordBehind the same of the first word.
func wordBefore(text string) int {
	trimmed := strings.TrimRightFunc(text, unicode.IsSpace)
	i := strings.LastIndexFunc(trimmed, unicode.IsSpace)
	return len(text) - i - 1
}

func wordBehind(text string) int {
	trimmed := strings.TrimLeftFunc(text, unicode.IsSpace)
	i := strings.IndexFunc(trimmed, unicode.IsSpace)
	if i < 0 {
		i = len(trimmed)
	}
	return len(text) - len(trimmed) + i
}

// escape is a text with its marks taken literally, where that can be said.
func escape(text string) string {
	if model.Plain(text) == text {
		return text
	}
	escaped := strings.NewReplacer(`\`, `\\`, `*`, `\*`, `[`, `\[`).Replace(text)
	if model.Plain(escaped) == text {
		return escaped
	}
	return text
}
