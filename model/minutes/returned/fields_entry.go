package returned

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/quick"
)

// fields are the facts of an entry, in the order in which they are printed
// where it stands.
func (b *builder) fields(e model.Entry) []field {
	text := field{"text", b.sentence(e), ofEntry(b.putText)}
	at := field{"time", string(e.At), ofEntry(putTime)}
	if worded := wordedFields(e, at); worded != nil {
		return worded
	}
	switch {
	case e.Kind == model.Action:
		owner, due, forum := b.ownerField(e), b.dueField(e), forumField(e)
		if b.s.Actions == minutes.ActionsColumn {
			return []field{text, forum, at, owner, due}
		}
		return []field{text, owner, due, forum, at}
	case e.Kind == model.Decision || e.Kind == model.Motion:
		return append([]field{text, at}, resolutionFields(e)...)
	case e.Text == "" || e.Kind == model.Interest && e.Interest != nil:
		return nil // a sentence of the house style
	}
	return []field{text, at}
}

// wordedFields are the facts of an entry that the house style makes a sentence
// of; nil for any other.
func wordedFields(e model.Entry, at field) []field {
	switch {
	case e.Kind == model.VoteTaken && e.Vote != nil:
		return append(voteFields(e), at)
	case e.Kind == model.Interest && e.Interest != nil && e.Interest.Who != "":
		return append(interestFields(e), at)
	case e.Movement != nil && e.Text == "":
		return []field{at, {"item", e.Movement.Item, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			e.Movement.Item = oneLine(is.text)
			return true
		})}}
	case e.Done != nil && e.Text == "":
		return []field{{"note", e.Done.Note, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			e.Done.Note = oneLine(is.text)
			return true
		})}}
	}
	return nil
}

// sentence is the entry's own text as it is printed.
func (b *builder) sentence(e model.Entry) string {
	if e.Action != nil && e.Action.Withdrawn {
		return ""
	}
	return flatten(model.Inline(minutes.Clean(e.Text))).text
}

// putText gives an entry another text; what is read from its words is read
// again.
func (b *builder) putText(m model.Meeting, e *model.Entry, was, is styled) bool {
	text, ok := "", true
	if b.public && len(e.Withheld) > 0 {
		text, ok = around(e.Text, was, is)
	} else {
		text = retyped(e.Text, was, is)
	}
	if e.Kind == model.Heading {
		text = oneLine(text)
	}
	if !ok || strings.TrimSpace(text) == "" {
		return false
	}
	if e.Text == "" { // worded by the house style until now
		e.Text = text
		return true
	}
	*e = quick.Reword(quick.Context{Meeting: m}, *e, text)
	return true
}

func putTime(_ model.Meeting, e *model.Entry, _, is styled) bool {
	c, ok := clock(is.text)
	e.At = c
	return ok
}

// clock reads a time; "" is none.
func clock(words string) (model.Clock, bool) {
	if words = oneLine(words); words == "" {
		return "", true
	}
	return quick.ParseClock(words)
}

func (b *builder) ownerField(e model.Entry) field {
	var words string
	if e.Action != nil && !e.Action.Withdrawn {
		words = b.s.Owners(*e.Action)
	}
	and := " " + b.s.Words.And + " "
	return field{"owner", words, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
		said := oneLine(is.text)
		facts(e).Owners = nil
		if last := strings.LastIndex(said, and); last >= 0 {
			said = said[:last] + ", " + said[last+len(and):]
		}
		for _, name := range strings.Split(said, ", ") {
			if name != "" {
				facts(e).Owners = append(facts(e).Owners, name)
			}
		}
		return true
	})}
}

func (b *builder) dueField(e model.Entry) field {
	var words string
	if e.Action != nil && !e.Action.Withdrawn {
		words = b.s.DueWords(*e.Action)
	}
	return field{"due", words, ofEntry(func(m model.Meeting, e *model.Entry, _, is styled) bool {
		facts(e).Due = model.Due{}
		if said := oneLine(is.text); said != "" {
			facts(e).Due = quick.ParseDue(said, m.Date)
		}
		return true
	})}
}

func forumField(e model.Entry) field {
	var words string
	if e.Action != nil {
		words = e.Action.Forum
	}
	return field{"forum", words, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
		facts(e).Forum = oneLine(is.text)
		return true
	})}
}

// facts are those of an action, made where there are none.
func facts(e *model.Entry) *model.ActionFacts {
	if e.Action == nil {
		e.Action = &model.ActionFacts{}
	}
	return e.Action
}

func resolutionFields(e model.Entry) []field {
	if e.Resolution == nil {
		return nil
	}
	one := func(name, words string, at func(*model.Resolution) *string) field {
		return field{name, words, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			if e.Resolution == nil {
				e.Resolution = &model.Resolution{}
			}
			*at(e.Resolution) = oneLine(is.text)
			return true
		})}
	}
	r := *e.Resolution
	return []field{one("mover", r.Mover, func(r *model.Resolution) *string { return &r.Mover }),
		one("seconder", r.Seconder, func(r *model.Resolution) *string { return &r.Seconder }),
		one("result", capital(r.Result), func(r *model.Resolution) *string { return &r.Result })}
}

// capital is s with a capital at its start.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

func voteFields(e model.Entry) []field {
	v := *e.Vote
	count := func(name string, n *int, at func(*model.Vote) **int) field {
		words := ""
		if n != nil {
			words = strconv.Itoa(*n)
		}
		return field{name, words, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			n, err := strconv.Atoi(oneLine(is.text))
			if err != nil || n < 0 || e.Vote == nil {
				return false
			}
			*at(e.Vote) = &n
			return true
		})}
	}
	names := func(name string, list []string, at func(*model.Vote) *[]string) field {
		return field{name, strings.Join(list, ", "), ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			if e.Vote == nil {
				return false
			}
			*at(e.Vote) = slices.DeleteFunc(strings.Split(oneLine(is.text), ", "), func(s string) bool { return s == "" })
			return true
		})}
	}
	return []field{count("for", v.For, func(v *model.Vote) **int { return &v.For }),
		count("against", v.Against, func(v *model.Vote) **int { return &v.Against }),
		count("abstain", v.Abstain, func(v *model.Vote) **int { return &v.Abstain }),
		{"result", capital(v.Result), ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			if e.Vote == nil {
				return false
			}
			e.Vote.Result = oneLine(is.text)
			return true
		})},
		names("who voted for", v.ForNames, func(v *model.Vote) *[]string { return &v.ForNames }),
		names("who voted against", v.AgainstNames, func(v *model.Vote) *[]string { return &v.AgainstNames }),
		names("who abstained", v.AbstainNames, func(v *model.Vote) *[]string { return &v.AbstainNames })}
}

func interestFields(e model.Entry) []field {
	one := func(name, words string, at func(*model.InterestFact) *string) field {
		return field{name, words, ofEntry(func(_ model.Meeting, e *model.Entry, _, is styled) bool {
			if e.Interest == nil {
				return false
			}
			*at(e.Interest) = oneLine(is.text)
			return true
		})}
	}
	f := *e.Interest
	return []field{one("who", f.Who, func(f *model.InterestFact) *string { return &f.Who }),
		one("item", f.Item, func(f *model.InterestFact) *string { return &f.Item }),
		one("nature", f.Nature, func(f *model.InterestFact) *string { return &f.Nature })}
}

// logRow finds the facts of an action in its row of the table of actions.
func (b *builder) logRow(u *unit) {
	e, _, ok := b.m.Entry(u.about.id)
	if !ok || len(u.cells) < 4 || b.stubbed(e) {
		return
	}
	u.first = b.s.Actions == minutes.ActionsLog
	u.cells[1].tile(0, field{"text", b.sentence(e), ofEntry(b.putText)}, forumField(e))
	u.cells[2].only(b.ownerField(e))
	u.cells[3].only(b.dueField(e))
}

// decidedRow finds which decision a row of the table of decisions tells of.
func (b *builder) decidedRow(u *unit) {
	last := len(u.cells) - 1
	for i, e := range b.decided {
		words := b.sentence(e)
		if words == "" || u.cells[last].text != words || b.stubbed(e) {
			continue
		}
		u.about = subject{anEntry, e.ID}
		u.cells[last].tile(0, field{"text", words, ofEntry(b.putText)})
		b.decided = b.decided[i+1:]
		return
	}
}
