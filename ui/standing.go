package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// standing is what the sheet says over the running order of minutes that have
// left the office, or whose agenda has: where they are and what that means. A
// line that leads somewhere does so when it is clicked.
type standing struct {
	object *fyne.Container
	s      *meetingScreen
	lines  []*widget.Para
	// later are the meetings that put something right in these minutes, as far as
	// they have been read.
	later []model.Summary
	// printed is what the documents of the minutes say of that.
	printed []minutes.Later
}

func newStanding(s *meetingScreen) *standing { return &standing{s: s, object: stacked(4)} }

func (p *standing) fill() {
	m := p.s.work.kept()
	var all []fyne.CanvasObject
	add := func(b widget.Block, tapped func()) {
		if len(all) == len(p.lines) {
			p.lines = append(p.lines, widget.NewPara(widget.Block{}))
		}
		line := p.lines[len(all)]
		b.Style = widget.Message
		line.Set(b)
		line.OnTapped = tapped
		all = append(all, line)
	}
	if words, tapped := p.words(m); words != "" && !p.s.w.cramped {
		add(widget.Block{Text: literal(words), Soft: true}, tapped)
	}
	if n := len(m.Corrections); n > 0 {
		add(widget.Block{Chip: plural(n, "correction", "corrections"), Tone: theme.Interest, Text: literal(p.correctionWords(m)), Soft: true}, p.s.w.askCorrections)
	}
	for _, l := range p.later {
		add(widget.Block{Chip: tr("Corrected later"), Tone: theme.Interest, Text: trf("by the meeting of %s: %s. Click to go there", l.Date.Long(), referencesTo(l, m)), Soft: true},
			func() { p.s.w.goToCorrection(l, m) })
	}
	p.object.Objects = all
	shownIf(p.object, len(all) > 0)
	p.object.Refresh()
}

// words say where the minutes are, and what a click on that shows.
func (p *standing) words(m model.Meeting) (words string, tapped func()) {
	last, sent := lastSent(m, false)
	agenda, issued := lastSent(m, true)
	versions := p.s.w.askVersions
	switch {
	case m.Seal != nil:
		return joinSentences(passedWords(m), trf("Sealed: number %s of this body, %s. Nothing in them changes any more", strconv.Itoa(m.Seal.N), m.Seal.Short())), versions
	case m.State == model.Approved && len(m.Passed) > 0:
		return joinSentences(passedWords(m), ratifyWords(m)), versions
	case m.State == model.Circulated && len(m.Passed) > 0:
		return joinSentences(passedWords(m), tr("The rest waits for its own approval")), versions
	case m.State == model.Circulated && sent:
		return joinSentences(sentWords(last), tr("What you change from now on is recorded as a correction, for the meeting that approves them")), versions
	case m.State == model.Circulated:
		return tr("Circulated. What you change from now on is recorded as a correction, for the meeting that approves them."), nil
	case m.State == model.Approved:
		return "", nil
	case sent:
		return joinSentences(trf("Reopened as a draft: those who have the copy of %s have other words. The numbers stay as they were sent", last.On.Long()), tr("Circulate them again when they are ready")), versions
	case issued:
		return joinSentences(trf("The agenda was issued on %s: the numbers of its items stay", agenda.On.Long())), versions
	}
	return "", nil
}

// correctionWords say what becomes of the corrections.
func (p *standing) correctionWords(m model.Meeting) string {
	if m.State == model.Approved {
		return tr("agreed with the minutes. Click to see them")
	}
	return tr("kept for the meeting that approves the minutes. Click to see them")
}

// lastSent is the last time that the minutes, or the agenda, were sent out.
func lastSent(m model.Meeting, agenda bool) (model.Circulation, bool) {
	for _, c := range slices.Backward(m.Circulated) {
		if c.Agenda == agenda {
			return c, true
		}
	}
	return model.Circulation{}, false
}

func sentWords(c model.Circulation) string {
	words := trf("Circulated on %s", c.On.Long())
	if n := len(c.To); n > 0 {
		words = trf("Circulated on %s to %s", c.On.Long(), plural(n, "address", "addresses"))
	}
	if c.Audience == "public" {
		words += ", " + tr("without restricted parts")
	}
	return words
}

// passedWords say how the minutes, or their parts, were approved.
func passedWords(m model.Meeting) string {
	var all []string
	for _, p := range m.Passed {
		all = append(all, sentence(passed(p)))
	}
	return strings.Join(all, " ")
}

func passed(p model.Passed) string {
	what := tr("Approved")
	switch p.Part {
	case model.OpenPart:
		what = tr("The open part approved")
	case model.ClosedPart:
		what = tr("The restricted part approved")
	case model.Whole:
	}
	words := ""
	switch p.How {
	case model.ByMail:
		words = trf("%s by mail on %s", what, p.On.Long())
	case model.ByChair:
		words = trf("%s by the chair on %s", what, p.On.Long())
	case model.AtMeeting:
		words = trf("%s by the meeting of %s", what, p.On.Long())
	}
	if p.SignedBy != "" {
		words = trf("%s, signed by %s", words, p.SignedBy)
	}
	if p.RatifiedOn != "" {
		words = trf("%s, ratified by the meeting of %s", words, p.RatifiedOn.Long())
	}
	return words
}

// ratifyWords say what approved minutes without a seal wait for.
func ratifyWords(m model.Meeting) string {
	if m.Summary().ToRatify {
		return tr("They are sealed once a meeting has ratified that")
	}
	return tr("They are sealed once the meeting that approved them is closed")
}

func joinSentences(all ...string) string {
	for i := range all {
		all[i] = sentence(all[i])
	}
	return strings.Join(all, " ")
}

// standingWord is the state of a meeting as a chip wears it, sealed or not.
func standingWord(m model.Meeting) (string, theme.Tone) { return summaryWord(m.Summary()) }

func summaryWord(m model.Summary) (string, theme.Tone) {
	if m.Sealed {
		return tr("SEALED"), theme.Approved
	}
	return stateWord(m.State)
}
