package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

const (
	// presents are labels of who spoke to an item that need no colon, leads those
	// that do.
	presents = `(?i:(?:presented|introduced|led) by)`
	leads    = `(?i:presenters?|speakers?|lead(?: officer| member)?)`
)

var (
	// presentedBelow is a line of its own: "Presented by: Ivy Marsh", "Lead: IM",
	// "(Ivy Marsh)". The groups are the label and the names, here and below.
	presentedBelow = pattern.Of(`^(` + presents + `\s*[:–-]?|` + leads + `\s*[:–-])\s+([^:]{2,80}?)\.?$|^\(()([^():]{2,80})\)$`)
	// presentedBeside stands behind a title: "Lamps (Ivy Marsh)", "Lamps - Lead: IM".
	presentedBeside = pattern.Of(`\s*\((` + presents + `\s*:?|` + leads + `\s*:)?\s*([^():]{2,80})\)$|[\s,;–-]+(` + presents + `\s*:?|` + leads + `\s*:)\s+([^():]{2,80})$`)
	// ofPeople are titles behind which a name says whom the item is about.
	ofPeople = pattern.Of(`(?i)\b(?:elect|appoint|apolog|absen|resign|retire|co-?opt|nominat|interest|condolence|obituar|tribute|thanks|congratulat|farewell|attend|welcome)`)
	someName = pattern.Of(`^` + fullName + `$`)
)

// presented finds who spoke to an item: at the end of its heading, or on the
// line below it.
func (r *reader) presented() {
	for i, l := range r.lines {
		if l.As != Item || l.into != nil {
			continue
		}
		r.presentedBeside(l)
		if next := r.after(i); next >= 0 {
			r.presentedBelow(l, r.lines[next])
		}
	}
}

// presentedBeside takes who spoke to an item from behind its title. Without a
// label, only those who were there are meant.
func (r *reader) presentedBeside(l *line) {
	if l.item != nil && len(l.item.Entries) > 0 || l.grown {
		return
	}
	m := presentedBeside.FindStringSubmatchIndex(l.text)
	if m == nil || m[0] == 0 {
		return
	}
	said := submatches(l.text, m)
	label, names := said[1]+said[3], said[2]+said[4]
	if label == "" && ofPeople.MatchString(l.text[:m[0]]) {
		return
	}
	if who := r.presenters(names, label != ""); who != "" {
		l.about().Title, l.item.Presenter = title(l.ahead(m[0])), who
		l.Label = strings.TrimSpace(l.text[m[0]:])
	}
}

// presentedBelow takes the line below the heading of an item for who spoke to it.
func (r *reader) presentedBelow(heading, l *line) {
	if l.taken() || l.table > 0 && l.table != heading.table {
		return
	}
	m := presentedBelow.FindStringSubmatch(l.text)
	if m == nil || heading.item != nil && heading.item.Presenter != "" {
		return
	}
	who := r.presenters(m[2]+m[4], m[1] != "")
	if who == "" || ofPeople.MatchString(heading.text) && m[1] == "" {
		return
	}
	heading.about().Presenter = who
	l.labels(0.9, signLabel+"Presented by:")
	l.IDs = []model.ID{heading.id("i", 0)}
}

// presenters are names as the list of attendance has them or, behind a label, as
// worded; "" where they are none.
func (r *reader) presenters(words string, labelled bool) string {
	var names []string
	for _, part := range nameBreaks.Split(words, -1) {
		name, listed := r.person(part)
		switch {
		case listed:
		case labelled && someName.MatchString(part) && !noInitials[part] && !notFilled(part):
			name = part
		default:
			return ""
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// about is the item that a line heads.
func (l *line) about() *model.Item {
	if l.item == nil {
		l.item = &model.Item{Title: title(l.spans)}
	}
	return l.item
}

// cameOf is a line that says only what came of an item: "Noted.", "Outcome:
// referred to the works committee".
var cameOf = pattern.Of(`^(?i:outcome:\s*)?([Nn]oted|NOTED|[Aa]greed|AGREED|[Aa]pproved|APPROVED|[Rr]esolved|RESOLVED|[Dd]eferred|DEFERRED|[Ww]ithdrawn|WITHDRAWN|[Rr]eferred to [^.:;]{3,60})\.?$`)

// outcomes finds what came of an item, where its last line says that alone.
func (r *reader) outcomes() {
	var heading, last *line
	end := func() {
		if heading == nil || last == nil || !r.free(last) || last.table > 0 || last.mark != "" {
			return
		}
		m := cameOf.FindStringSubmatch(last.text)
		if m == nil {
			return
		}
		outcome := m[1]
		if word := strings.ToLower(outcome); strings.HasPrefix(word, "referred") {
			outcome = "r" + outcome[1:]
		} else {
			outcome = word
		}
		heading.about().Outcome = outcome
		last.labels(0.85, signOutcome)
		last.IDs = []model.ID{heading.id("i", 0)}
	}
	for _, l := range r.lines {
		switch {
		case l.As == Item && l.into == nil:
			end()
			heading, last = l, nil
		case l.text != "" && !l.is(Dropped, Signature, Closing, Next, Facts, Introduced):
			last = l
		}
	}
	end()
}
