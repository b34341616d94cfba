package quick

import (
	"strconv"

	"minutebook/model"
)

// The keys that braces may have behind an entry, by class of line.
var (
	anyKeys = append([]key[model.Entry]{
		{name: "text", get: func(e *model.Entry) string { return escape(e.Text) },
			set: func(e *model.Entry, v value, _ Context) error { e.Text = v.text(); return nil }},
		{name: "at", get: func(e *model.Entry) string { return escape(string(e.At)) }, set: setAt},
		{name: "unsure", aside: true, get: func(*model.Entry) string { return "" }, set: func(e *model.Entry, v value, _ Context) (err error) { e.Unsure, err = v.yes(); return err }},
	}, restrictedKeys(func(e *model.Entry) **model.Restriction { return &e.Restricted }, func(e *model.Entry) *[]model.Phrase { return &e.Withheld })...)
	paragraphKeys = append([]key[model.Entry]{
		{name: "no", aside: true, get: func(*model.Entry) string { return "" }, set: fixNumber},
	}, anyKeys...)
	actionKeys = append([]key[model.Entry]{
		{name: "no", aside: true, get: func(*model.Entry) string { return "" }, set: setNumber},
		list("owner", func(e *model.Entry) *[]string { return &actionOf(e).Owners }),
		{name: "due", get: func(e *model.Entry) string { return escape(actionOf(e).Due.Words) },
			set: func(e *model.Entry, v value, c Context) error {
				actionOf(e).Due = ParseDue(v.text(), c.Meeting.Date)
				return nil
			}},
		{name: "date", get: func(e *model.Entry) string { return escape(longDate(actionOf(e).Due.Date)) },
			set: func(e *model.Entry, v value, c Context) error {
				return setDate(&actionOf(e).Due.Date, v, c.Meeting.Date, forward)
			}},
		words("forum", func(e *model.Entry) *string { return &actionOf(e).Forum }),
		flag("withdrawn", func(e *model.Entry) *bool { return &actionOf(e).Withdrawn }),
	}, anyKeys...)
	resolutionKeys = append([]key[model.Entry]{
		words("mover", func(e *model.Entry) *string { return &resolutionOf(e).Mover }),
		words("seconder", func(e *model.Entry) *string { return &resolutionOf(e).Seconder }),
		words("number", func(e *model.Entry) *string { return &resolutionOf(e).Number }),
		words("result", func(e *model.Entry) *string { return &resolutionOf(e).Result }),
	}, paragraphKeys...)
	voteKeys = append([]key[model.Entry]{
		count("for", func(v *model.Vote) **int { return &v.For }),
		count("against", func(v *model.Vote) **int { return &v.Against }),
		count("abstain", func(v *model.Vote) **int { return &v.Abstain }),
		list("for names", func(e *model.Entry) *[]string { return &voteOf(e).ForNames }),
		list("against names", func(e *model.Entry) *[]string { return &voteOf(e).AgainstNames }),
		list("abstain names", func(e *model.Entry) *[]string { return &voteOf(e).AbstainNames }),
		words("result", func(e *model.Entry) *string { return &voteOf(e).Result }),
	}, anyKeys...)
	interestKeys = append([]key[model.Entry]{
		flag("none", func(e *model.Entry) *bool { return &interestOf(e).None }),
		words("who", func(e *model.Entry) *string { return &interestOf(e).Who }),
		words("item", func(e *model.Entry) *string { return &interestOf(e).Item }),
		words("nature", func(e *model.Entry) *string { return &interestOf(e).Nature }),
		flag("left", func(e *model.Entry) *bool { return &interestOf(e).Left }),
	}, paragraphKeys...)
	movementKeys = append([]key[model.Entry]{
		{name: "attendee", aside: true, get: func(*model.Entry) string { return "" }, set: setWho},
		words("item", func(e *model.Entry) *string { return &e.Movement.Item }),
		flag("during", func(e *model.Entry) *bool { return &e.Movement.During }),
	}, paragraphKeys...)
	approveKeys = append([]key[model.Entry]{
		{name: "date", get: func(e *model.Entry) string { return escape(longDate(e.Approves.Date)) },
			set: func(e *model.Entry, v value, c Context) error {
				return setDate(&e.Approves.Date, v, c.Meeting.Date, backward)
			}},
		flag("subject to", func(e *model.Entry) *bool { return &e.Approves.SubjectTo }),
		flag("actions noted", func(e *model.Entry) *bool { return &e.Approves.Completed }),
		flag("ratifies", func(e *model.Entry) *bool { return &e.Approves.Ratifies }),
		{name: "part", get: func(e *model.Entry) string { return string(e.Approves.Part) }, set: setPart},
	}, paragraphKeys...)
	correctionKeys = append([]key[model.Entry]{
		{name: "date", get: func(e *model.Entry) string { return escape(longDate(e.Corrects.Date)) },
			set: func(e *model.Entry, v value, c Context) error {
				return setDate(&e.Corrects.Date, v, c.Meeting.Date, backward)
			}},
		words("reference", func(e *model.Entry) *string { return &e.Corrects.Reference }),
	}, paragraphKeys...)
	doneKeys = append([]key[model.Entry]{
		words("action", func(e *model.Entry) *string { return &e.Done.Action }),
		words("note", func(e *model.Entry) *string { return &e.Done.Note }),
	}, paragraphKeys...)
)

// count is a key for one count of a vote, empty where none was recorded.
func count(name string, field func(*model.Vote) **int) key[model.Entry] {
	return key[model.Entry]{
		name: name,
		get: func(e *model.Entry) string {
			if n := *field(voteOf(e)); n != nil {
				return strconv.Itoa(*n)
			}
			return ""
		},
		set: func(e *model.Entry, v value, _ Context) error {
			if v == "" {
				*field(voteOf(e)) = nil
				return nil
			}
			n, err := v.number()
			if err == nil && n < 0 {
				err = bad("a count is not below nought", "a number such as 7")
			}
			*field(voteOf(e)) = &n
			return err
		},
	}
}

func setAt(e *model.Entry, v value, _ Context) error {
	if v == "" {
		e.At = ""
		return nil
	}
	at, ok := ParseClock(v.text())
	if !ok {
		return bad("“"+v.text()+"” is no time", expectedClock)
	}
	e.At = at
	return nil
}

func setPart(e *model.Entry, v value, _ Context) error {
	part := model.Part(v.text())
	switch part {
	case model.Whole, model.OpenPart, model.ClosedPart:
		e.Approves.Part = part
		return nil
	}
	return bad("minutes have no part “"+v.text()+"”", "open or restricted")
}

func setNumber(e *model.Entry, v value, _ Context) error {
	n, err := v.number()
	if err == nil && n < 1 {
		err = bad("an action's number is 1 or more", "a number such as 7")
	}
	e.Number = n
	return err
}

// fixNumber notes the number that a line gives its paragraph.
func fixNumber(_ *model.Entry, v value, c Context) error {
	if v == "" {
		return bad("the number is missing", "a number such as 3.2A")
	}
	*c.fixed = v.text()
	return nil
}

func setDate(d *model.Date, v value, from model.Date, way direction) error {
	if v == "" {
		*d = ""
		return nil
	}
	day, err := asDate(v.text(), from, way)
	*d = day
	return err
}

func setWho(e *model.Entry, v value, c Context) error {
	id, err := attendeeAt(v, c)
	e.Movement.Who = id
	return err
}

// longDate is a date as it is printed: its day in words, read back whatever
// the year.
func longDate(d model.Date) string {
	if yearPattern.MatchString(string(d)[:min(4, len(d))]) {
		return d.Long()
	}
	return string(d)
}

func actionOf(e *model.Entry) *model.ActionFacts { return made(&e.Action) }

func resolutionOf(e *model.Entry) *model.Resolution { return made(&e.Resolution) }

func voteOf(e *model.Entry) *model.Vote { return made(&e.Vote) }

func interestOf(e *model.Entry) *model.InterestFact { return made(&e.Interest) }

// made is what p points to, made where it points to nothing.
func made[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

// tidy gives an entry the facts of its kind, empty where there are none, and
// takes an empty resolution away.
func tidy(e *model.Entry) {
	switch e.Kind {
	case model.Action:
		actionOf(e)
	case model.VoteTaken:
		voteOf(e)
	case model.Interest:
		interestOf(e)
	case model.Decision, model.Motion:
		if e.Resolution != nil && *e.Resolution == (model.Resolution{}) {
			e.Resolution = nil
		}
	case model.Paragraph, model.Bullet, model.Heading, model.Movement, model.Private:
	}
}
