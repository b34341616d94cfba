package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/who"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// rollAsk is something asked for under the list: Enter keeps it, Esc leaves
// everything as it was.
type rollAsk struct {
	// title is what is asked, placeholder what an answer looks like.
	title, placeholder string
	// read says what the words would change, and that in words for the clerk.
	read func(words string) (changes []model.Change, says string, err error)
	// names says that an answer begins with a name, which Tab completes.
	names bool
	// empty says that no words are an answer too.
	empty bool
	// back says that the roll call was opened for this alone, so that the
	// composer comes back with the answer: what is typed next is minutes.
	back  bool
	known []string // the names
}

// open asks. The words are those to begin with.
func (r *rollCall) open(a rollAsk, words string) {
	r.endJump()
	if a.names {
		a.known = r.knownPeople()
	}
	r.ask = &a
	r.asks.Set(widget.Block{Style: widget.Message, Text: a.title})
	r.words.SetPlaceholder(a.placeholder)
	r.words.Set(words, len([]rune(words)))
	r.asking.Show()
	r.fillAsk()
	r.s.w.headChanged()
	r.focus()
}

// stopAsking leaves everything as it was.
func (r *rollCall) stopAsking() {
	if r.ask == nil {
		return
	}
	back := r.ask.back
	r.ask = nil
	r.words.Set("", 0)
	r.asking.Hide()
	r.fillStrip()
	switch {
	case r.shown && back:
		r.s.leaveRoll()
	case r.shown:
		r.s.w.headChanged()
		r.focus()
	}
}

// answer keeps what was written, or says why it cannot; the words stay then.
func (r *rollCall) answer() {
	a, words := r.ask, tidy(r.words.Text())
	if a == nil || words == "" && !a.empty {
		return
	}
	changes, says, err := a.read(words)
	if err == nil && len(changes) > 0 {
		err = r.s.work.session.Do(model.Many(changes))
	}
	if err != nil {
		r.refuse(sentence(capital(reason(err))))
		return
	}
	before := len(r.lines)
	r.stopAsking()
	r.s.leaving = false
	r.s.fill()
	if who := lastAdded(changes); who != "" && len(r.lines) >= before {
		r.choose("person " + string(who))
	}
	r.say(says)
	if a.back {
		r.s.w.say(model.Plain(says))
	}
}

// lastAdded is whom changes put on the list; "" for nobody.
func lastAdded(changes []model.Change) (who model.ID) {
	for _, c := range changes {
		if added, ok := c.(model.AddAttendee); ok {
			who = added.Attendee.ID
		}
	}
	return who
}

// fillAsk says what Enter would keep of the words as they are.
func (r *rollCall) fillAsk() {
	a, words := r.ask, tidy(r.words.Text())
	if a == nil {
		return
	}
	full, from := r.completion()
	if ghost, ok := strings.CutPrefix(full, string([]rune(r.words.Text())[from:])); ok {
		r.words.SetGhost(ghost)
	}
	b := widget.Block{Style: widget.Message}
	_, says, err := a.read(words)
	switch {
	case words == "" && !a.empty:
		b.Text = tr("Enter keeps it, Esc leaves it as it was")
	case err != nil:
		b.Chip, b.Tone, b.Text = tr("Not yet"), theme.Restricted, literal(sentence(capital(reason(err))))
	default:
		b.Text = says
	}
	if full != "" {
		b.Text = trf("Tab writes %s", bold(full)) + "   " + b.Text
	}
	r.show(b)
}

// completion is the name that the words begin, in full, and where in the words
// it begins: behind a group, if there is one. "" is none.
func (r *rollCall) completion() (full string, from int) {
	typed := r.words.Text()
	if r.ask == nil || !r.ask.names || strings.ContainsAny(typed, ",/") {
		return "", 0
	}
	name := strings.TrimLeft(typed[strings.LastIndexByte(typed, ':')+1:], " ")
	if len([]rune(name)) < 2 {
		return "", 0
	}
	var people []who.Person
	for _, known := range r.ask.known {
		if known != name {
			people = append(people, who.Person{Name: known})
		}
	}
	if best := who.Best(name, people); best >= 0 {
		full = people[best].Name
	}
	return full, len([]rune(typed)) - len([]rune(name))
}

// complete writes that name. Without one the keyboard stays all the same.
func (r *rollCall) complete() bool {
	if full, from := r.completion(); full != "" {
		r.words.Replace(from, len([]rune(r.words.Text())), full)
	}
	return true
}

// knownPeople are the names that may be written, whoever is most likely first:
// those on any roster, all people of the book, and those listed. Members who
// are present take no other place.
func (r *rollCall) knownPeople() []string {
	var names []string
	listed := r.s.work.meeting().Attendees
	add := func(name string) {
		there := slices.ContainsFunc(listed, func(a model.Attendee) bool {
			return a.Name == name && a.Mark == model.Present && a.Capacity == model.Member
		})
		if name != "" && !there && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, seat := range r.seats {
		add(seat.Name)
	}
	bodies, err := r.s.w.book.Bodies()
	if err != nil {
		r.s.w.out.Log.Error("read the rosters", "error", err)
	}
	for _, b := range bodies {
		for _, seat := range b.Seats {
			add(seat.Name)
		}
	}
	people, err := r.s.w.book.People()
	if err != nil {
		r.s.w.out.Log.Error("read the people", "error", err)
	}
	for _, p := range people {
		add(p.Name)
	}
	for _, a := range listed {
		add(a.Name)
	}
	return names
}

// askDeputy asks who takes the place of the one chosen. Somebody marked
// present sends apologies with it: one of the two is there.
func (r *rollCall) askDeputy() {
	a, ok := r.listed()
	if !ok {
		return
	}
	r.open(rollAsk{title: trf("Deputy for %s", bold(a.Name)), placeholder: tr("Name, post"), names: true,
		read: func(words string) ([]model.Change, string, error) {
			a, err := r.still(a.ID)
			if err != nil {
				return nil, "", err
			}
			changes, err := r.read("/deputy " + words + " for " + a.Name + placeOf(r.s.work.meeting(), a.ID))
			if err != nil {
				return nil, "", err
			}
			if a.Mark == model.Present {
				a.Mark, a.Reason = model.Apologies, ""
				changes = append([]model.Change{model.SetAttendee{Attendee: a}}, changes...)
			}
			return changes, trf("%s takes the place of %s, who sent apologies", bold(standingIn(changes)), bold(a.Name)), nil
		}}, "")
}

// still is an attendee as they are now: while something is asked the meeting
// may change.
func (r *rollCall) still(who model.ID) (model.Attendee, error) {
	a, ok := r.s.work.meeting().Attendee(who)
	if !ok {
		return a, errOffTheList
	}
	return a, nil
}

var errOffTheList = errors.New("nobody of that name is on the list any more: press Esc")

// standingIn is whom changes make a deputy, by name.
func standingIn(changes []model.Change) (name string) {
	for _, c := range changes {
		switch c := c.(type) {
		case model.AddAttendee:
			name = c.Attendee.Name
		case model.SetAttendee:
			name = c.Attendee.Name
		}
	}
	return name
}

// askReason asks why somebody is not there: the one just marked, or else the
// one chosen.
func (r *rollCall) askReason() {
	a, ok := r.s.work.meeting().Attendee(r.just)
	if !ok {
		if a, ok = r.listed(); !ok {
			return
		}
	}
	if a.Mark == model.Present {
		r.refuse(tr("A reason goes with apologies or absence: press A or X first."))
		return
	}
	word, _ := markWord(a.Mark)
	r.open(rollAsk{title: trf("%s, %s: the reason", bold(a.Name), strings.ToLower(word)), placeholder: tr("As it is to stand in the minutes, or nothing"), empty: true,
		read: func(words string) ([]model.Change, string, error) {
			a, err := r.still(a.ID)
			if err != nil {
				return nil, "", err
			}
			a.Reason = words
			if words == "" {
				return []model.Change{model.SetAttendee{Attendee: a}}, bold(a.Name) + ": " + tr("no reason"), nil
			}
			return []model.Change{model.SetAttendee{Attendee: a}}, bold(a.Name) + ": " + literal(words), nil
		}}, a.Reason)
}

// askItems asks for which items somebody is there.
func (r *rollCall) askItems(words string) {
	a, ok := r.listed()
	if !ok {
		return
	}
	if words == "" {
		words = strings.Join(a.Items, ", ")
	}
	r.open(rollAsk{title: trf("%s: the only items attended", bold(a.Name)), placeholder: tr("3, or 3, 5; nothing for the whole meeting"), empty: true,
		read: func(words string) ([]model.Change, string, error) {
			items, err := readItems(words)
			if err != nil {
				return nil, "", err
			}
			a, err := r.still(a.ID)
			if err != nil {
				return nil, "", err
			}
			a.Items = items
			says := bold(a.Name) + ": " + tr("the whole meeting")
			if len(items) > 0 {
				says = bold(a.Name) + ": " + trf("%s only", literal(itemsWords(items))) + r.unknownItems(items)
			}
			return []model.Change{model.SetAttendee{Attendee: a}}, says, nil
		}}, words)
}

// unknownItems says which of the items are not on the agenda yet.
func (r *rollCall) unknownItems(items []string) string {
	var none []string
	numbers := model.Number(r.s.work.meeting()).Items
	for _, said := range items {
		known := false
		for _, n := range numbers {
			known = known || strings.EqualFold(n, said)
		}
		if !known {
			none = append(none, said)
		}
	}
	if len(none) == 0 {
		return ""
	}
	return "   " + trf("Not on the agenda yet: %s", literal(strings.Join(none, ", ")))
}

// readItems reads the numbers of items: "3", "3, 5 and 6".
func readItems(words string) ([]string, error) {
	var items []string
	for _, one := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(",; &", r) }) {
		one = strings.TrimSuffix(one, ".")
		switch {
		case strings.EqualFold(one, "and") || strings.EqualFold(one, "item") || strings.EqualFold(one, "items"):
		case !strings.ContainsAny(one, "0123456789"):
			return nil, &quick.LineError{What: trf("“%s” is no item", one), Expected: tr("numbers of items, as in 3, 5")}
		case !slices.Contains(items, one):
			items = append(items, one)
		}
	}
	return items, nil
}

// askPerson asks whom to put on the list, in the words of /present.
func (r *rollCall) askPerson() {
	group := ""
	if a, ok := r.attendee(); ok {
		group = a.Group
	}
	title := tr("Add a person")
	if group != "" {
		title = trf("Add a person to %s", bold(group))
	}
	r.open(rollAsk{title: title, placeholder: tr("Name, Post; another group in front, as in Town Council: Jane Smith, Treasurer"), names: true,
		read: func(words string) ([]model.Change, string, error) {
			line := words
			if !strings.HasPrefix(words, "/") {
				if colon := strings.IndexAny(words, ":,"); group != "" && (colon < 0 || words[colon] == ',') {
					words = group + ": " + words
				}
				line = "/present " + words
			}
			changes, err := r.read(line)
			if err != nil {
				return nil, "", err
			}
			return changes, personRead(changes), nil
		}}, "")
}

// personRead says whom a line puts on the list.
func personRead(changes []model.Change) string {
	for _, c := range changes {
		var a model.Attendee
		word := tr("Adds")
		switch c := c.(type) {
		case model.AddAttendee:
			a = c.Attendee
		case model.SetAttendee:
			a, word = c.Attendee, tr("Is on the list:")
		default:
			continue
		}
		says := word + " " + bold(a.Name)
		if a.Post != "" {
			says += ", " + literal(a.Post)
		}
		if a.Group != "" {
			says += "   " + trf("Group %s", bold(a.Group))
		}
		return says
	}
	return tr("Changes nothing on the list")
}

// askPublic asks for the head count of the public, askQuorum for the quorum of
// this meeting.
func (s *meetingScreen) askPublic() {
	was := ""
	if n := s.work.meeting().Public; n != nil {
		was = strconv.Itoa(*n)
	}
	s.askCount(tr("How many of the public are there"), tr("7, or nothing where nobody counts"), "/public ", was, tr("Of the public:"))
}

func (s *meetingScreen) askQuorum() {
	was := ""
	if n := s.work.meeting().Quorum; n > 0 {
		was = strconv.Itoa(n)
	}
	s.askCount(tr("How many members must be there at this meeting"), tr("5, or nothing for no rule; the Body screen says it for new meetings"), "/quorum ", was, tr("Quorum:"))
}

// askCount asks for a number that a quick line takes; nothing is none.
func (s *meetingScreen) askCount(title, placeholder, command, was, says string) {
	back := !s.rolling()
	if back {
		s.openRoll()
	}
	r := s.roll
	r.open(rollAsk{title: title, placeholder: placeholder, empty: true, back: back,
		read: func(words string) ([]model.Change, string, error) {
			if words == "" {
				words = "none"
			}
			changes, err := r.read(command + words)
			return changes, says + " " + bold(words), err
		}}, was)
	r.words.Select(0, len([]rune(was)))
}
