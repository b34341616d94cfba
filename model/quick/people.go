package quick

import (
	"errors"
	"slices"
	"strings"

	"minutebook/model"
)

// personLine is what a line about a person says.
type personLine struct {
	model.Attendee
	// New says that it is somebody else than a person of that name listed
	// before.
	New bool
	// grouped says that the line names the group.
	grouped bool
}

// personKeys are the braces of a line about a person.
var personKeys = []key[personLine]{
	words("name", func(p *personLine) *string { return &p.Name }),
	words("post", func(p *personLine) *string { return &p.Post }),
	{name: "group", get: func(p *personLine) string { return escape(p.Group) },
		set: func(p *personLine, v value, _ Context) error {
			p.Group, p.grouped = v.text(), true
			return nil
		}},
	{name: "capacity", get: func(p *personLine) string { return string(p.Capacity) }, set: setCapacity},
	{name: "mark", get: func(p *personLine) string { return string(p.Mark) }, set: setMark},
	words("reason", func(p *personLine) *string { return &p.Reason }),
	list("items", func(p *personLine) *[]string { return &p.Items }),
	flag("remote", func(p *personLine) *bool { return &p.Remote }),
	words("deputy", func(p *personLine) *string { return &p.DeputyFor }),
	flag("unsure", func(p *personLine) *bool { return &p.Unsure }),
	flag("new", func(p *personLine) *bool { return &p.New }),
}

var personKeyNames = keysOf(personKeys)

func setCapacity(p *personLine, v value, _ Context) error {
	c := model.Capacity(v)
	if v == "member" {
		c = model.Member
	}
	if !slices.Contains(model.Capacities, c) {
		return bad("there is no capacity “"+string(v)+"”", "member, attending or observing")
	}
	p.Capacity = c
	return nil
}

func setMark(p *personLine, v value, _ Context) error {
	m := model.Mark(v)
	if !slices.Contains(model.Marks, m) {
		return bad("there is no mark “"+string(v)+"”", "present, apologies or absent")
	}
	p.Mark = m
	return nil
}

// lastGroup is the group that a person goes to whose line names none.
func lastGroup(m model.Meeting) string {
	for i := len(m.Attendees) - 1; i >= 0; i-- {
		if g := m.Attendees[i].Group; g != "" {
			return g
		}
	}
	return ""
}

// readPerson reads "GROUP: NAME, POST (item 3)".
func readPerson(words string, capacity model.Capacity, c Context) personLine {
	p := personLine{Attendee: model.Attendee{Capacity: capacity, Mark: model.Present, Group: lastGroup(c.Meeting)}}
	if group, rest, ok := cutGroup(words); ok {
		p.Group, p.grouped, words = group, true, rest
	}
	words = p.brackets(words)
	name, post, _ := strings.Cut(words, ",")
	p.Name, p.Post = strings.Trim(name, blanks), strings.Trim(post, blanks)
	return p
}

// cutGroup takes the group off the front, where a colon comes before any comma.
func cutGroup(words string) (group, rest string, ok bool) {
	i := strings.IndexAny(words, ":,")
	if i < 0 || words[i] == ',' {
		return "", words, false
	}
	return strings.Trim(words[:i], blanks), strings.Trim(words[i+1:], blanks), true
}

// brackets takes brackets that say facts off the end.
func (p *personLine) brackets(words string) string {
	for {
		rest, inside := cutBrackets(words)
		if inside == "" || rest == "" || !p.bracket(inside) {
			return words
		}
		words = rest
	}
}

// bracket reads brackets that say items, remote or deputy; false where they
// say anything else.
func (p *personLine) bracket(inside string) bool {
	lower := strings.ToLower(inside)
	switch {
	case lower == "remote":
		p.Remote = true
	case strings.HasPrefix(lower, "deputy for ") && !blank(inside[len("deputy for "):]):
		p.DeputyFor = strings.Trim(inside[len("deputy for "):], blanks)
	case strings.HasPrefix(lower, "item ") || strings.HasPrefix(lower, "items "):
		_, refs, _ := strings.Cut(inside, " ")
		items := splitNames(refs)
		if len(items) == 0 || slices.ContainsFunc(items, func(ref string) bool { return !strings.ContainsAny(ref, "0123456789") }) {
			return false
		}
		p.Items = append(items, p.Items...)
	default:
		return false
	}
	return true
}

// person reads /present, /attending and /observing. Somebody listed under that
// very name, with no other post or group, is marked rather than listed again.
func person(capacity model.Capacity) func(*reader, args) error {
	return func(r *reader, a args) error {
		p := readPerson(a.words, capacity, r.c)
		if err := setAll(&p, personKeys, a.pairs, r.c); err != nil {
			return err
		}
		if blank(p.Name) {
			return errMissing("the name")
		}
		i, listed := r.listed(p)
		if !listed {
			r.add(p.Attendee)
			return nil
		}
		old := r.c.Meeting.Attendees[i]
		was := old
		if p.grouped {
			old.Group = p.Group
		}
		if p.Post != "" {
			old.Post = p.Post
		}
		old.Capacity, old.Mark, old.Reason = p.Capacity, p.Mark, p.Reason
		old.Remote, old.Unsure = old.Remote || p.Remote, p.Unsure
		if p.DeputyFor != "" {
			old.DeputyFor = p.DeputyFor
		}
		if len(p.Items) > 0 {
			old.Items = p.Items
		}
		if !samePerson(was, old) {
			r.do(model.SetAttendee{Attendee: old})
		}
		return nil
	}
}

// listed is the place of the one person who is on the list under that very
// name and whose group and post are not others.
func (r *reader) listed(p personLine) (int, bool) {
	if p.New {
		return 0, false
	}
	found, n := 0, 0
	for i, a := range r.c.Meeting.Attendees {
		if fold(a.Name) != fold(p.Name) || p.Post != "" && a.Post != "" && fold(a.Post) != fold(p.Post) {
			continue
		}
		if p.grouped && a.Group != "" && fold(a.Group) != fold(p.Group) {
			continue
		}
		found, n = i, n+1
	}
	return found, n == 1
}

func (r *reader) add(a model.Attendee) model.ID {
	a.ID = r.newID()
	r.do(model.AddAttendee{Attendee: a, After: model.Last})
	return a.ID
}

// away reads /apologies and /absent: somebody listed is marked, anybody else
// is listed, without group.
func away(mark model.Mark) func(*reader, args) error {
	return func(r *reader, a args) error {
		p := personLine{Attendee: model.Attendee{Mark: mark}}
		words := a.words
		if group, rest, ok := cutGroup(words); ok {
			p.Group, p.grouped, words = group, true, rest
		}
		name, reason, _ := strings.Cut(words, ",")
		p.Name, p.Reason = strings.Trim(name, blanks), strings.Trim(reason, blanks)
		if err := setAll(&p, personKeys, a.pairs, r.c); err != nil {
			return err
		}
		if blank(p.Name) {
			return errMissing("the name")
		}
		who, err := attendeeNamed(p.Name, r.c.Meeting.Attendees)
		var nobody *unknown
		switch {
		case p.New || errors.As(err, &nobody):
			r.add(p.Attendee)
			return nil
		case err != nil:
			return err
		}
		who.Mark, who.Reason = p.Mark, p.Reason
		r.do(model.SetAttendee{Attendee: who})
		return nil
	}
}

// deputy reads "/deputy NAME, POST for NAME". A deputy who is not listed is, in the
// place of the one deputised for.
func deputy(r *reader, a args) error {
	name, principal, ok := strings.Cut(a.words, " for ")
	name, principal = strings.Trim(name, blanks), strings.Trim(principal, blanks)
	if !ok || name == "" || principal == "" {
		return errMissing("the deputy or the person deputised for")
	}
	name, post, _ := strings.Cut(name, ",")
	name, post = strings.Trim(name, blanks), strings.Trim(post, blanks)
	list := r.c.Meeting.Attendees
	var nobody *unknown
	instead, err := replaced(r, principal, a.pairs)
	switch {
	case errors.As(err, &nobody):
		instead = model.Attendee{Name: principal}
	case err != nil:
		return err
	}
	who, err := attendeeNamed(name, list)
	switch {
	case errors.As(err, &nobody):
		r.add(model.Attendee{Name: name, Post: post, Group: instead.Group, Capacity: instead.Capacity, Mark: model.Present, DeputyFor: instead.Name})
		return nil
	case err != nil:
		return err
	}
	who.DeputyFor = instead.Name
	if post != "" {
		who.Post = post
	}
	r.do(model.SetAttendee{Attendee: who})
	return nil
}

// replaced is the one deputised for: by place in the list, where braces say it,
// or else by name.
func replaced(r *reader, name string, pairs []pair) (model.Attendee, error) {
	if len(pairs) == 0 {
		return attendeeNamed(name, r.c.Meeting.Attendees)
	}
	id, err := attendeeAt(pairs[0].value, r.c)
	if err != nil {
		return model.Attendee{}, placed(err, pairs[0].at)
	}
	who, ok := r.c.Meeting.Attendee(id)
	if !ok {
		return attendeeNamed(name, r.c.Meeting.Attendees)
	}
	return who, nil
}

func remote(r *reader, a args) error {
	who, err := attendeeNamed(a.words, r.c.Meeting.Attendees)
	if err != nil {
		return err
	}
	who.Remote = true
	r.do(model.SetAttendee{Attendee: who})
	return nil
}

// attendeeKeyNames are the braces of a command that names an attendee: the
// place in the list, where the name alone would not do.
var attendeeKeyNames = []string{"attendee"}

// office reads /chair and /clerk; "none" takes the fact away.
func office(f model.Fact) func(*reader, args) error {
	return func(r *reader, a args) error {
		id := model.ID("")
		switch {
		case len(a.pairs) > 0:
			at, err := attendeeAt(a.pairs[0].value, r.c)
			if err != nil {
				return placed(err, a.pairs[0].at)
			}
			id = at
		case !strings.EqualFold(a.words, "none"):
			who, err := r.here(a.words)
			if err != nil {
				return err
			}
			id = who
		}
		r.do(model.SetFact{Fact: f, Value: string(id)})
		return nil
	}
}
