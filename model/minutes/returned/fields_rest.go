package returned

import (
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
)

// person are the facts of somebody as one line prints them.
func (b *builder) person(id model.ID) []field {
	a, ok := b.m.Attendee(id)
	if !ok {
		return nil
	}
	return append([]field{nameField(a), postField(a), groupField(a)}, b.presence(a)...)
}

func nameField(a model.Attendee) field {
	return field{"name", oneLine(a.Name), ofPerson(func(a *model.Attendee, is string) bool {
		now := model.Attendee{Name: is}
		if a.Post == "" && strings.ContainsAny(is, ",(") && !strings.ContainsAny(a.Name, ",(") {
			personOfLine(&now, is) // a post that was not there
			if name, post, ok := strings.Cut(strings.TrimSuffix(now.Name, ")"), " ("); ok && now.Post == "" {
				now.Name, now.Post = name, post
			}
			a.Post = now.Post
		}
		a.Name = now.Name
		return a.Name != ""
	})}
}

func postField(a model.Attendee) field {
	return field{"post", oneLine(a.Post), ofPerson(func(a *model.Attendee, is string) bool { a.Post = is; return true })}
}

func groupField(a model.Attendee) field {
	return field{"group", oneLine(a.Group), ofPerson(func(a *model.Attendee, is string) bool { a.Group = is; return true })}
}

// presence are the facts of how somebody was there.
func (b *builder) presence(a model.Attendee) []field {
	items := strings.Join(a.Items, ", ")
	if last := len(a.Items) - 1; last > 0 {
		items = strings.Join(a.Items[:last], ", ") + " " + b.s.Words.And + " " + a.Items[last]
	}
	and := " " + b.s.Words.And + " "
	return []field{
		{"deputy for", oneLine(a.DeputyFor), ofPerson(func(a *model.Attendee, is string) bool { a.DeputyFor = is; return true })},
		{"items attended", items, ofPerson(func(a *model.Attendee, is string) bool {
			a.Items = nil
			for _, one := range strings.Split(strings.ReplaceAll(is, and, ", "), ", ") {
				if one != "" {
					a.Items = append(a.Items, one)
				}
			}
			return true
		})},
		{"reason", oneLine(a.Reason), ofPerson(func(a *model.Attendee, is string) bool { a.Reason = is; return true })},
	}
}

// personRow finds the facts of somebody in the columns of a table; one that
// nobody needs may be missing.
func (b *builder) personRow(u *unit) {
	a, ok := b.m.Attendee(u.about.id)
	if !ok {
		return
	}
	u.cells[0].tile(0, nameField(a))
	last := len(u.cells) - 1
	if last > 1 {
		u.cells[1].tile(0, postField(a), groupField(a))
	}
	u.cells[last].tile(0, append([]field{b.thereField(a)}, b.presence(a)...)...)
}

// thereField is what somebody is there as, in a word.
func (b *builder) thereField(a model.Attendee) field {
	all := []model.Attendee{{Mark: model.Present}, {Mark: model.Present, Capacity: model.Attending},
		{Mark: model.Present, Capacity: model.Observing}, {Mark: model.Apologies}, {Mark: model.Absent}}
	return field{"attendance", b.s.ThereAs(a), ofPerson(func(a *model.Attendee, is string) bool {
		for _, as := range all {
			if strings.EqualFold(b.s.ThereAs(as), is) {
				a.Mark = as.Mark
				if as.Mark == model.Present {
					a.Capacity = as.Capacity
				}
				return true
			}
		}
		return false
	})}
}

// itemFields are the facts in the heading of an item.
func (b *builder) itemFields(it model.Item) []field {
	public := b.public
	return []field{
		{"reference", oneLine(it.Reference), ofItem(func(it *model.Item, _, is styled) bool { it.Reference = oneLine(is.text); return true })},
		{"title", flatten(model.Inline(it.Title)).text, ofItem(func(it *model.Item, was, is styled) bool {
			switch {
			case is.text == "":
				return false
			case public && it.Restricted != nil:
				it.PublicTitle = oneLine(retyped(it.PublicTitle, was, is))
			default:
				it.Title = oneLine(retyped(it.Title, was, is))
			}
			return true
		})},
	}
}

// paper are the facts in the i-th of the rows that stand below an item's heading.
func (b *builder) paper(i, rows int) []field {
	it, _ := b.m.Item(b.item)
	if it.Presenter != "" && i == 0 {
		return []field{{"presenter", oneLine(it.Presenter), ofItem(func(it *model.Item, _, is styled) bool { it.Presenter = oneLine(is.text); return true })}}
	}
	i -= rows - len(it.Papers)
	if i < 0 || i >= len(it.Papers) {
		return nil
	}
	of := func(at func(*model.Paper) *string) func(*model.Meeting, subject, styled, styled) bool {
		return ofItem(func(it *model.Item, _, is styled) bool {
			if i >= len(it.Papers) || it.Papers[i].Restricted != nil {
				return false
			}
			*at(&it.Papers[i]) = oneLine(is.text)
			return true
		})
	}
	return []field{{"paper", oneLine(it.Papers[i].Title), of(func(p *model.Paper) *string { return &p.Title })},
		{"number of the paper", oneLine(it.Papers[i].Reference), of(func(p *model.Paper) *string { return &p.Reference })}}
}

// setOutcome reads the outcome of an item as the style words it.
func (b *builder) setOutcome(m *model.Meeting, about subject, was, is styled) bool {
	outcomes := b.s.Outcomes
	return ofItem(func(it *model.Item, _, is styled) bool {
		words := oneLine(is.text)
		it.Outcome = strings.TrimSuffix(words, ".")
		for outcome, printed := range outcomes {
			if strings.EqualFold(printed, words) {
				it.Outcome = outcome
			}
		}
		return it.OutcomeRestricted == nil
	})(m, about, was, is)
}

func setTitle(m *model.Meeting, _ subject, _, is styled) bool {
	m.Title = oneLine(is.text)
	return m.Title != ""
}

// text is a fact of the meeting that is words.
func factField(name, words string, at func(*model.Meeting) *string) field {
	return field{name, oneLine(words), ofMeeting(func(m *model.Meeting, is string) bool { *at(m) = is; return true })}
}

func clockField(name string, now model.Clock, at func(*model.Meeting) *model.Clock) field {
	return field{name, string(now), ofMeeting(func(m *model.Meeting, is string) bool {
		c, ok := clock(is)
		*at(m) = c
		return ok
	})}
}

// dayFields are a day in the two ways in which the style prints it.
func (b *builder) dayFields(name string, now model.Date, at func(*model.Meeting) *model.Date) []field {
	long, full := b.s.DayWords(now)
	put := ofMeeting(func(m *model.Meeting, is string) bool {
		d, ok := quick.ParseDate(is, m.Date)
		*at(m) = d
		return ok
	})
	return []field{{name, full, put}, {name, long, put}}
}

// called are the facts that stand at the head of minutes.
func (b *builder) called() []field {
	m := b.m
	all := []field{
		factField("venue", m.Venue, func(m *model.Meeting) *string { return &m.Venue }),
		factField("publication type", m.PublicationType, func(m *model.Meeting) *string { return &m.PublicationType }),
		clockField("beginning", m.Begin, func(m *model.Meeting) *model.Clock { return &m.Begin }),
		clockField("end", m.End, func(m *model.Meeting) *model.Clock { return &m.End }),
	}
	all = append(all, b.dayFields("publication date", m.PublicationDate, func(m *model.Meeting) *model.Date { return &m.PublicationDate })...)
	return append(all, b.dayFields("date", m.Date, func(m *model.Meeting) *model.Date { return &m.Date })...)
}

// began are the facts in the sentences below the attendance list.
func (b *builder) began() []field {
	count := ""
	if b.m.Public != nil {
		count = strconv.Itoa(*b.m.Public)
	}
	return []field{clockField("time begun", b.m.Started, func(m *model.Meeting) *model.Clock { return &m.Started }),
		{"number of the public", count, ofMeeting(func(m *model.Meeting, is string) bool {
			n, err := strconv.Atoi(is)
			if err == nil && n >= 0 {
				m.Public = &n
			}
			return err == nil && n >= 0
		})}}
}

// ended are the facts in the sentences behind the last item.
func (b *builder) ended() []field {
	all := []field{clockField("time closed", b.m.Closed, func(m *model.Meeting) *model.Clock { return &m.Closed })}
	if b.m.Next == nil {
		return all
	}
	next := func(m *model.Meeting) *model.Next {
		n := model.Next{}
		if m.Next != nil {
			n = *m.Next
		}
		m.Next = &n
		return m.Next
	}
	all = append(all, b.dayFields("next meeting", b.m.Next.Date, func(m *model.Meeting) *model.Date { return &next(m).Date })...)
	return append(all, clockField("next meeting", b.m.Next.At, func(m *model.Meeting) *model.Clock { return &next(m).At }),
		factField("next meeting", b.m.Next.Venue, func(m *model.Meeting) *string { return &next(m).Venue }))
}
