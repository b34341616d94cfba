package compare

import (
	"fmt"
	"strings"

	"minutebook/model"
	"minutebook/model/diff"
	"minutebook/model/minutes"
)

func (c *comparison) items() {
	was := map[model.ID]model.Item{}
	var a, b []model.ID
	for _, it := range c.a.Items {
		was[it.ID] = it
		a = append(a, it.ID)
	}
	for _, it := range c.b.Items {
		b = append(b, it.ID)
	}
	moved := outOfOrder(a, b)
	places := c.places()
	inOrder(c.a.Items, c.b.Items, func(it model.Item) model.ID { return it.ID },
		func(it model.Item) { c.goneItem(it, places) },
		func(it model.Item) {
			c.where = itemName(it, c.nb)
			before, ok := was[it.ID]
			if !ok {
				c.add("", Added, "", nil, plain(model.Plain(it.Title)))
				before.ID = it.ID
			} else {
				c.facts("", c.itemFacts(before), c.itemFacts(it))
				if moved[it.ID] {
					c.add("", Moved, "", plain(after(c.a.Items, it.ID)), plain(after(c.b.Items, it.ID)))
				}
				c.renumbered(before, it)
			}
			c.entries(before, it, places)
		})
}

// goneItem adds an item that was removed, with what went with it.
func (c *comparison) goneItem(it model.Item, places places) {
	c.where = itemName(it, c.na)
	c.add("", Removed, "", plain(model.Plain(it.Title)), nil)
	for _, e := range it.Entries {
		if places.b[e.ID] == "" {
			c.add(c.subject(e, c.na), Removed, "", plain(c.words(c.a, e)), nil)
		}
	}
}

// itemName is an item by its number and title.
func itemName(it model.Item, n model.Numbers) string {
	if it.Opening() {
		return "Before the first item"
	}
	return joined(", ", "Item "+n.Items[it.ID], model.Plain(it.Title))
}

// after says which item one follows.
func after(items []model.Item, id model.ID) string {
	for i, it := range items {
		if it.ID == id && i > 0 && !items[i-1].Opening() {
			return "after " + model.Plain(items[i-1].Title)
		}
	}
	return "first"
}

func (c *comparison) itemFacts(it model.Item) []fact {
	var papers []string
	for _, p := range it.Papers {
		papers = append(papers, joined(", ", p.Title, p.Reference, restriction(p.Restricted)))
	}
	allowed := ""
	if it.Minutes > 0 {
		allowed = fmt.Sprint(it.Minutes)
	}
	return []fact{{"title", model.Plain(it.Title)}, {"reference", it.Reference}, {"restriction", restriction(it.Restricted)}, {"public title", it.PublicTitle},
		{"purpose", it.Purpose}, {"minutes allowed", allowed}, {"presenter", it.Presenter}, {"papers", strings.Join(papers, "; ")}, {"outcome", it.Outcome}, {"words withheld", withheld(it.Withheld)},
		{"restriction of the purpose", restriction(it.PurposeRestricted)}, {"restriction of the presenter", restriction(it.PresenterRestricted)}, {"restriction of the outcome", restriction(it.OutcomeRestricted)}}
}

// withheld are the words that public minutes leave out, with why. Where those
// are compared there are none any more.
func withheld(phrases []model.Phrase) string {
	var out []string
	for _, p := range phrases {
		out = append(out, "\u201c"+p.Words+"\u201d "+restriction(&p.Restriction))
	}
	return strings.Join(out, "; ")
}

func restriction(r *model.Restriction) string {
	if r == nil {
		return ""
	}
	return joined(": ", "restricted", joined(", ", r.Reason, r.Paragraph))
}

// renumbered adds that an item, or paragraphs in it, have another number.
func (c *comparison) renumbered(was, it model.Item) {
	if a, b := c.na.Items[it.ID], c.nb.Items[it.ID]; a != b {
		if it.Reference == "" && was.Reference == "" {
			c.add("", Renumbered, "", plain("item "+a), plain("item "+b))
		}
		return // its paragraphs follow it
	}
	if c.s.Paragraphs == "" {
		return
	}
	var a, b []string
	for _, e := range it.Entries {
		before, now := c.na.Paragraphs[e.ID], c.nb.Paragraphs[e.ID]
		if before != "" && now != "" && before != now {
			a, b = append(a, before), append(b, now)
		}
	}
	if len(a) > 0 {
		c.add("Paragraphs", Renumbered, "", plain(strings.Join(a, ", ")), plain(strings.Join(b, ", ")))
	}
}

// places are the items that entries stand in, in both versions.
type places struct{ a, b map[model.ID]model.ID }

func (c *comparison) places() places {
	in := func(m model.Meeting) map[model.ID]model.ID {
		out := map[model.ID]model.ID{}
		for _, it := range m.Items {
			for _, e := range it.Entries {
				out[e.ID] = it.ID
			}
		}
		return out
	}
	return places{in(c.a), in(c.b)}
}

// entries adds what changed among the entries of an item.
func (c *comparison) entries(was, it model.Item, places places) {
	ids := func(list []model.Entry) (ids []model.ID) {
		for _, e := range list {
			ids = append(ids, e.ID)
		}
		return ids
	}
	moved := outOfOrder(ids(was.Entries), ids(it.Entries))
	inOrder(was.Entries, it.Entries, func(e model.Entry) model.ID { return e.ID },
		func(e model.Entry) {
			if places.b[e.ID] == "" { // else it is told of where it went
				c.add(c.subject(e, c.na), Removed, "", plain(c.words(c.a, e)), nil)
			}
		},
		func(e model.Entry) {
			before, item, ok := c.a.Entry(e.ID)
			if !ok {
				c.add(c.subject(e, c.nb), Added, "", nil, plain(c.words(c.b, e)))
				return
			}
			if item.ID != it.ID {
				c.add(c.subject(e, c.nb), Moved, "", plain(c.place(item, c.na)), plain(c.place(it, c.nb)))
			} else if moved[e.ID] {
				c.moved(c.subject(e, c.nb), c.follows(c.a, was.Entries, e.ID), c.follows(c.b, it.Entries, e.ID), nth(ids(was.Entries), e.ID), nth(ids(it.Entries), e.ID))
			}
			c.entry(before, e)
		})
}

func (c *comparison) place(it model.Item, n model.Numbers) string {
	return "in " + strings.Replace(strings.Replace(itemName(it, n), "Item", "item", 1), "Before", "what stands before", 1)
}

// follows says what an entry stands after, by its first words.
func (c *comparison) follows(m model.Meeting, list []model.Entry, id model.ID) string {
	for i, e := range list {
		if e.ID == id && i > 0 {
			return "after \u201c" + begun(c.words(m, list[i-1])) + "\u201d"
		}
	}
	return "first"
}

// begun is the first words of a text.
func begun(text string) string {
	words := strings.Fields(text)
	if len(words) <= 8 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:8], " ") + " \u2026"
}

// kinds are the entries as a reader calls them.
var kinds = map[model.EntryKind]string{model.Paragraph: "Paragraph", model.Bullet: "Bullet", model.Heading: "Heading", model.Decision: "Decision",
	model.Action: "Action", model.Motion: "Motion", model.VoteTaken: "Vote", model.Interest: "Interest", model.Movement: "Arrival or departure", model.Private: "Private note"}

// subject is an entry by its kind and its printed number.
func (c *comparison) subject(e model.Entry, n model.Numbers) string {
	number := ""
	switch {
	case e.Kind == model.Action:
		number = n.Entries[e.ID]
	case c.s.Paragraphs != "":
		number = n.Paragraphs[e.ID]
	}
	if number == "" && e.Resolution != nil {
		number = e.Resolution.Number
	}
	return joined(" ", kinds[e.Kind], number)
}

// words are what an entry says, without marks.
func (c *comparison) words(m model.Meeting, e model.Entry) string {
	return model.Plain(minutes.Clean(c.s.Sentence(m, e)))
}

// entry adds what changed of an entry that both versions have.
func (c *comparison) entry(was, e model.Entry) {
	subject := c.subject(e, c.nb)
	if was.Kind == model.Action && e.Kind == model.Action && was.Number != e.Number {
		c.add(subject, Renumbered, "", plain(c.subject(was, c.na)), plain(subject))
	}
	facts, now := entryFacts(c.a, was), entryFacts(c.b, e)
	switch before, after := c.words(c.a, was), c.words(c.b, e); {
	case before != after:
		a, b := differing(before, after)
		c.add(subject, Changed, "", a, b)
		for i := range facts {
			if said(before, facts[i].words) && said(after, now[i].words) {
				facts[i].words = now[i].words // the words tell it
			}
		}
	case was.Text != e.Text:
		c.add(subject, Changed, "emphasis or links", plain(was.Text), plain(e.Text))
	}
	c.facts(subject, facts, now)
}

// said says whether a text has all those words.
func said(text, words string) bool {
	has := map[string]bool{}
	for _, t := range diff.Tokens(strings.ToLower(text)) {
		has[t] = true
	}
	for _, t := range diff.Tokens(strings.ToLower(words)) {
		if diff.Weight(t) > 0 && !has[t] {
			return false
		}
	}
	return true
}

// entryFacts are the facts about an entry that its words need not say.
func entryFacts(m model.Meeting, e model.Entry) []fact {
	level := ""
	if e.Kind == model.Bullet {
		level = fmt.Sprint(e.Level + 1)
	}
	facts := []fact{{"kind", strings.ToLower(kinds[e.Kind])}, {"restriction", restriction(e.Restricted)}, {"words withheld", withheld(e.Withheld)}, {"time", string(e.At)}, {"level", level}}
	facts = append(facts, actionFacts(e.Action)...)
	facts = append(facts, resolutionFacts(e.Resolution)...)
	facts = append(facts, voteFacts(e.Vote)...)
	facts = append(facts, interestFacts(e.Interest)...)
	return append(facts, movementFacts(m, e)...)
}

func actionFacts(a *model.ActionFacts) []fact {
	if a == nil {
		a = &model.ActionFacts{}
	}
	return []fact{{"owner", strings.Join(a.Owners, ", ")}, {"due", due(a.Due)}, {"forum", a.Forum}, {"withdrawn", yes(a.Withdrawn)}}
}

// due is when an action is due, as worded; the day where there are no words.
func due(d model.Due) string {
	if d.Words != "" {
		return d.Words
	}
	return d.Date.Long()
}

func resolutionFacts(r *model.Resolution) []fact {
	if r == nil {
		r = &model.Resolution{}
	}
	return []fact{{"number", r.Number}, {"mover", r.Mover}, {"seconder", r.Seconder}, {"result", r.Result}}
}

func voteFacts(v *model.Vote) []fact {
	if v == nil {
		v = &model.Vote{}
	}
	count := func(n *int) string {
		if n == nil {
			return ""
		}
		return fmt.Sprint(*n)
	}
	return []fact{{"votes for", joined(": ", count(v.For), strings.Join(v.ForNames, ", "))}, {"votes against", joined(": ", count(v.Against), strings.Join(v.AgainstNames, ", "))},
		{"abstentions", joined(": ", count(v.Abstain), strings.Join(v.AbstainNames, ", "))}, {"result of the vote", v.Result}}
}

func interestFacts(i *model.InterestFact) []fact {
	if i == nil {
		i = &model.InterestFact{}
	}
	return []fact{{"nil return", yes(i.None)}, {"who", i.Who}, {"item concerned", i.Item}, {"nature", i.Nature}, {"left the room", yes(i.Left)}}
}

func movementFacts(m model.Meeting, e model.Entry) []fact {
	move, approval, done := model.MovementFact{}, model.Approval{}, model.DoneFact{}
	if e.Movement != nil {
		move = *e.Movement
	}
	if e.Approves != nil {
		approval = *e.Approves
	}
	if e.Done != nil {
		done = *e.Done
	}
	who, _ := m.Attendee(move.Who)
	during := ""
	if move.During {
		during = "during item " + move.Item
	} else if move.Item != "" {
		during = "item " + move.Item
	}
	return []fact{{"movement", string(move.Way)}, {"who moved", who.Name}, {"when", during}, {"minutes approved", joined(", ", approval.Date.Long(), map[bool]string{true: "subject to corrections"}[approval.SubjectTo], map[bool]string{true: "completed actions noted"}[approval.Completed])},
		{"action done", joined(": ", done.Action, done.Note)}}
}
