package merge

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
)

// comparer fills a plan.
type comparer struct {
	Plan
	// wanted are the people and styles that a body taken back speaks of; nil for
	// all.
	wanted map[model.ID]bool
}

// within says whether something that is not a meeting is looked at.
func (c *comparer) within(id model.ID) bool { return c.take.Back == "" || c.wanted[id] }

// note adds a part unless nothing is to be said of it.
func (c *comparer) note(p Part) { c.Parts = append(c.Parts, p) }

// sameJSON says whether two values say the same.
func sameJSON(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// whole compares things of which no earlier revisions are kept, so that nobody
// knows which of two was made from the other.
func whole[T any](c *comparer, kind Kind, ours, theirs []T, of func(T) (id model.ID, rev int, name string), bare func(T) T, differs func(a, b T) []string) {
	have := map[model.ID]T{}
	names := map[string]string{}
	for _, v := range ours {
		id, _, name := of(v)
		have[id] = v
		names[strings.ToLower(name)] = name
	}
	for _, v := range theirs {
		id, _, name := of(v)
		if !c.within(id) {
			continue
		}
		mine, there := have[id]
		p := Part{Kind: kind, ID: id, Name: name}
		if !there {
			p.What, p.Like = New, names[strings.ToLower(name)]
			c.note(p)
			continue
		}
		if sameJSON(bare(mine), bare(v)) {
			c.Same++
			continue
		}
		_, p.base, _ = of(mine)
		p.Differs = differs(mine, v)
		p.What = c.settled(id)
		c.note(p)
	}
}

// settled is what becomes of something that was changed in both books.
func (c *comparer) settled(id model.ID) What {
	switch c.take.of(id) {
	case Theirs:
		return Taken
	case Ours:
		return Left
	case Unsaid:
	}
	return Conflict
}

func (c *comparer) bodies() error {
	ours, err := c.ours.Bodies()
	if err != nil {
		return err
	}
	theirs, err := c.theirs.Bodies()
	if err != nil {
		return err
	}
	if back := c.take.Back; back != "" {
		return c.back(ours, theirs)
	}
	// To whom this book gave a body is not said in the other.
	bare := func(b model.Body) model.Body { b.Rev, b.Away = 0, nil; return b }
	whole(c, OfBody, ours, theirs, func(b model.Body) (model.ID, int, string) { return b.ID, b.Rev, b.Name }, bare, bodyDiffers)
	for i := range c.Parts {
		p := &c.Parts[i]
		if mine := slices.IndexFunc(ours, func(b model.Body) bool { return b.ID == p.ID }); mine >= 0 && ours[mine].Away != nil {
			p.What, p.Why = Kept, "the body was handed over: take it back from the book it was handed over in"
		}
	}
	return nil
}

// NotHandedOver is the error of taking back what cannot be.
type NotHandedOver struct {
	Name string
	// Absent says that the other book has not the body.
	Absent bool
}

func (e *NotHandedOver) Error() string {
	if e.Absent {
		return fmt.Sprintf("%s is not in that book: name the file it was handed over in", e.Name)
	}
	return fmt.Sprintf("%s was not handed over: merge the other book instead", e.Name)
}

// back looks at the one body that is taken back.
func (c *comparer) back(ours, theirs []model.Body) error {
	at := func(all []model.Body) int {
		return slices.IndexFunc(all, func(b model.Body) bool { return b.ID == c.take.Back })
	}
	mine, other := at(ours), at(theirs)
	switch {
	case mine < 0 || ours[mine].Away == nil:
		name := string(c.take.Back)
		if mine >= 0 {
			name = ours[mine].Name
		}
		return &NotHandedOver{Name: name}
	case other < 0:
		return &NotHandedOver{ours[mine].Name, true}
	}
	c.wanted = map[model.ID]bool{model.StyleID(theirs[other].Style): true}
	for _, s := range theirs[other].Seats {
		c.wanted[s.Person] = true
	}
	c.note(Part{Kind: OfBody, ID: theirs[other].ID, Name: theirs[other].Name, What: Newer, base: ours[mine].Rev, Differs: bodyDiffers(ours[mine], theirs[other])})
	// What its meetings speak of comes too.
	list, err := c.theirs.Meetings()
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.BodyID != c.take.Back {
			continue
		}
		c.wanted[model.StyleID(s.Style)] = true
		m, err := c.theirs.Meeting(s.ID)
		if err != nil {
			return err
		}
		for _, a := range m.Attendees {
			c.wanted[a.Person] = true
		}
	}
	return nil
}

func (c *comparer) people() error {
	ours, err := c.ours.People()
	if err != nil {
		return err
	}
	theirs, err := c.theirs.People()
	if err != nil {
		return err
	}
	bare := func(p model.Person) model.Person { p.Rev = 0; return p }
	whole(c, OfPerson, ours, theirs, func(p model.Person) (model.ID, int, string) { return p.ID, p.Rev, p.Name }, bare,
		func(a, b model.Person) []string {
			return fields("name", a.Name, b.Name, "mail", a.Mail, b.Mail)
		})
	return nil
}

func (c *comparer) styles() error {
	ours, err := c.ours.Styles()
	if err != nil {
		return err
	}
	theirs, err := c.theirs.Styles()
	if err != nil {
		return err
	}
	bare := func(h model.HouseStyle) model.HouseStyle { h.Rev = 0; return h }
	whole(c, OfStyle, ours, theirs, func(h model.HouseStyle) (model.ID, int, string) { return h.ID, h.Rev, h.Name }, bare,
		func(a, b model.HouseStyle) []string { return []string{"what its file says"} })
	return c.stylesInUse(ours, theirs)
}

// stylesInUse leaves as they are the styles in which minutes went out here.
func (c *comparer) stylesInUse(ours, theirs []model.HouseStyle) error {
	bodies, err := c.ours.Bodies()
	if err != nil {
		return err
	}
	meetings, err := c.ours.Meetings()
	if err != nil {
		return err
	}
	of := func(all []model.HouseStyle, id model.ID) *model.HouseStyle {
		for i := range all {
			if all[i].ID == id {
				return &all[i]
			}
		}
		return nil
	}
	for i := range c.Parts {
		p := &c.Parts[i]
		if p.Kind != OfStyle || p.What == New {
			continue
		}
		if err := model.CheckStyle(of(ours, p.ID), *of(theirs, p.ID), bodies, meetings); err != nil {
			p.What, p.Why = Kept, err.Error()
		}
	}
	return nil
}

// fields says which of some facts differ: name, ours, theirs and so on.
func fields(facts ...string) []string {
	var all []string
	for i := 0; i+2 < len(facts); i += 3 {
		if facts[i+1] != facts[i+2] {
			all = append(all, fmt.Sprintf("%s: %q here, %q there", facts[i], facts[i+1], facts[i+2]))
		}
	}
	return all
}

// bodyDiffers says how two versions of a body differ.
func bodyDiffers(a, b model.Body) []string {
	all := fields("name", a.Name, b.Name, "house style", a.Style, b.Style, "language", a.Language, b.Language)
	for _, f := range []struct {
		name string
		a, b any
	}{
		{"quorum", a.Quorum, b.Quorum}, {"roster", a.Seats, b.Seats}, {"standing items", a.Standing, b.Standing}, {"abbreviations", a.Abbreviations, b.Abbreviations},
		{"numbering", a.Numbering, b.Numbering}, {"watch on absence", a.Absence, b.Absence}, {"mail addresses", a.Mail, b.Mail},
	} {
		if !sameJSON(f.a, f.b) {
			all = append(all, f.name)
		}
	}
	return all
}

// meetingDiffers says how two versions of a meeting differ, for the clerk, who
// may see everything.
func meetingDiffers(a, b model.Meeting) []string {
	var all []string
	if a.State != b.State {
		all = append(all, fmt.Sprintf("%s here, %s there", a.State, b.State))
	}
	style, err := minutes.Builtin().Load("")
	if err == nil {
		var changes []compare.Change
		changes, err = compare.Changes(compare.Input{Earlier: a, Later: b, Style: style, Audience: minutes.Full})
		for i, c := range changes {
			if i == mostNamed {
				all = append(all, fmt.Sprintf("and %d more", len(changes)-i))
				break
			}
			all = append(all, lineOf(c))
		}
	}
	if len(all) == 0 || err != nil {
		all = append(all, "facts that its minutes do not print")
	}
	return all
}

// mostNamed is how many differences are named.
const mostNamed = 4

// lineOf says what differs, where, if that does not say so itself, and how it
// reads in either book.
func lineOf(c compare.Change) string {
	line := c.Line()
	if c.Subject == "" {
		line = c.Where + ": " + strings.ToLower(line)
	}
	if ours, theirs := reads(c.Before), reads(c.After); ours != "" || theirs != "" {
		line += fmt.Sprintf(": %s here, %s there", cmp.Or(ours, "nothing"), cmp.Or(theirs, "nothing"))
	}
	return line
}

// reads are the beginning of words in quotation marks, from shortly before what
// differs in them; "" of none.
func reads(spans []model.Span) string {
	const most = 110
	first := slices.IndexFunc(spans, func(s model.Span) bool { return s.Bold })
	if first > 0 {
		spans = compare.Short(spans[first-1:])
	}
	text := []rune(strings.Join(strings.Fields(model.Words(spans)), " "))
	if len(text) > most {
		text = append([]rune(strings.TrimSpace(string(text[:most]))), '…')
	}
	if len(text) == 0 {
		return ""
	}
	return "“" + string(text) + "”"
}
