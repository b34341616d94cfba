package minutes

import (
	"strconv"
	"strings"

	"minutebook/model"
)

func (c *composer) items() {
	for _, it := range c.m.Items {
		c.item(it)
	}
}

func (c *composer) item(it model.Item) {
	if !it.Opening() {
		title := inline(line(it.Title))
		anchor := c.anchor("item", it.ID)
		c.add(Heading{Level: 2, Label: c.itemLabel(it), Text: title, Anchor: anchor})
		text := model.Words(title)
		if number := c.itemLabel(it).Printed; c.s.ContentsNumbers && number != "" {
			text = number + " " + text
		}
		c.links = append(c.links, Link{text, anchor})
	}
	if c.public && it.Restricted != nil {
		c.add(Stub{Text: plain(line(fill(c.s.Words.WithheldItem, why(*it.Restricted)))), Anchor: c.anchor("stub", it.ID)})
	}
	c.papers(it)
	c.entries(it.Entries)
	if it.Outcome != "" {
		c.add(Paragraph{Text: plain(line(c.outcome(it.Outcome))), Role: Outcome})
	}
}

// itemLabel is the printed number of an item: its own reference, or its number
// in the year, as it is; or its place as the style prints it.
func (c *composer) itemLabel(it model.Item) Label {
	number := c.n.Items[it.ID]
	if it.Reference == "" && c.m.Numbering.Items.Year != "" {
		return Label{Printed: line(number)}
	}
	if it.Reference != "" || c.s.Items == "" || number == "" {
		return Label{Printed: line(it.Reference)}
	}
	return Label{Printed: fill(c.s.Items, values{"number": number}), Path: figures(number)}
}

// paragraphLabel is the printed number of a paragraph, where the style numbers
// paragraphs and the entry counts as one.
func (c *composer) paragraphLabel(e model.Entry) Label {
	number := c.n.Paragraphs[e.ID]
	if c.s.Paragraphs == "" || number == "" {
		return Label{}
	}
	return Label{Printed: fill(c.s.Paragraphs, values{"number": number}), Path: figures(number)}
}

// figures is a number in figures; nil where it is not of figures.
func figures(number string) []int {
	var p []int
	for _, part := range strings.Split(number, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		p = append(p, n)
	}
	return p
}

func (c *composer) papers(it model.Item) {
	var rows []Fact
	if it.Presenter != "" {
		rows = append(rows, Fact{c.s.Words.Presenter, plain(line(it.Presenter))})
	}
	for _, p := range it.Papers {
		rows = append(rows, Fact{c.s.Words.Paper, paperWords(p)})
	}
	if len(rows) > 0 {
		c.add(Facts{rows})
	}
}

// paperWords are the title of a paper, which leads to its address where it has
// one, or its number in brackets.
func paperWords(p model.Paper) []model.Span {
	title, behind := model.Span{Text: line(p.Title)}, line(p.Reference)
	linked := title
	linked.Address = behind
	if _, ok := linked.Target(); ok {
		return []model.Span{linked}
	}
	if behind != "" {
		return plain(title.Text + " (" + behind + ")")
	}
	return []model.Span{title}
}

func (c *composer) outcome(said string) string {
	if words, ok := c.s.Outcomes[said]; ok {
		return words
	}
	said = capital(said)
	if !endsSentence(said) {
		said += "."
	}
	return said
}

// entries adds the running order of an item. Bullets that follow one another
// are one list, and actions between them stand in it.
func (c *composer) entries(entries []model.Entry) {
	var list *List
	shut := func() {
		if list != nil {
			c.add(*list)
			list = nil
		}
	}
	for i, e := range entries {
		switch {
		case e.Kind == model.Bullet:
			if list == nil {
				list = &List{}
			}
			c.point(list, e)
		case e.Kind == model.Action && list != nil && bulletFollows(entries[i+1:]):
			last := &list.Points[len(list.Points)-1]
			last.Under = append(last.Under, c.action(e))
		default:
			shut()
			c.result = c.resultBelow(e, entries[i+1:])
			c.entry(e)
		}
		if c.corrected(e) {
			shut()
			c.see(e)
		}
	}
	shut()
}

// resultBelow is the result of a motion or decision, to be said with the vote
// that follows it, and for that vote the result of what it follows.
func (c *composer) resultBelow(e model.Entry, rest []model.Entry) string {
	switch {
	case e.Kind == model.VoteTaken:
		return c.result
	case e.Resolution == nil || len(rest) == 0 || c.hidden(e):
		return ""
	}
	next := rest[0]
	if next.Kind != model.VoteTaken || next.Vote == nil || next.Vote.Result != "" || c.hidden(next) {
		return ""
	}
	return e.Resolution.Result
}

// bulletFollows says whether the next entry that is no action is a bullet.
func bulletFollows(entries []model.Entry) bool {
	for _, e := range entries {
		if e.Kind != model.Action {
			return e.Kind == model.Bullet
		}
	}
	return false
}

func (c *composer) point(list *List, e model.Entry) {
	p := Point{Level: e.Level, Text: c.timed(e, inline(e.Text)), Anchor: c.anchor("entry", e.ID)}
	n := len(list.Points)
	if n == 0 {
		p.Level = 0
	} else if last := list.Points[n-1]; c.hidden(e) && len(last.Under) == 0 && last.Level == p.Level && model.Words(last.Text) == model.Words(p.Text) {
		return // one stub for bullets left out together
	}
	list.Points = append(list.Points, p)
}

// hidden says whether only a stub of the entry may be printed.
func (c *composer) hidden(e model.Entry) bool { return c.public && e.Restricted != nil }

func (c *composer) entry(e model.Entry) {
	if c.hidden(e) {
		c.stub(e)
		return
	}
	switch e.Kind {
	case model.Paragraph, model.Movement:
		role := Plain
		text := c.s.Sentence(c.m, e)
		if e.Movement != nil {
			role = Aside
		}
		c.add(Paragraph{Label: c.paragraphLabel(e), Text: c.timed(e, inline(text)), Anchor: c.anchor("entry", e.ID), Role: role})
	case model.Interest:
		c.add(Paragraph{Label: c.paragraphLabel(e), Text: c.timed(e, inline(c.s.Words.interest(e))), Anchor: c.anchor("entry", e.ID)})
	case model.Heading:
		c.add(Heading{Level: 3, Text: inline(line(e.Text)), Anchor: c.anchor("entry", e.ID)})
	case model.Action:
		c.add(c.action(e))
	case model.Decision, model.Motion:
		c.add(Resolution{e.Kind == model.Motion, c.paragraphLabel(e), c.resolutionName(e), c.timed(e, inline(e.Text)), c.moved(e), c.anchor("entry", e.ID)})
	case model.VoteTaken:
		c.vote(e)
	case model.Bullet, model.Private: // a bullet is in its list; a private note in no document
	}
}

// timed adds the time recorded with an entry, where its words do not say it.
func (c *composer) timed(e model.Entry, text []model.Span) []model.Span {
	if e.At == "" || e.Kind == model.Movement && e.Text == "" || strings.Contains(model.Words(text), string(e.At)) {
		return text
	}
	return append(text, model.Span{Text: " (" + string(e.At) + ")"})
}

// stub stands for an entry left out. Entries without numbers that are left out
// together for one reason have one stub: how many they are is not told.
func (c *composer) stub(e model.Entry) {
	if e.Kind == model.Action {
		c.add(c.action(e))
		return
	}
	s := Stub{Label: c.paragraphLabel(e), Text: plain(line(e.Text))}
	if e.Resolution != nil {
		s.Name = c.resolutionName(e)
	}
	if last, ok := c.out[len(c.out)-1].(Stub); ok && s.Name == "" && s.Label.Printed == "" && model.Words(last.Text) == model.Words(s.Text) {
		return
	}
	s.Anchor = c.anchor("entry", e.ID)
	c.add(s)
}

// resolutionName is the literal label of a decision or a motion.
func (c *composer) resolutionName(e model.Entry) string {
	pattern, v := c.s.Words.Decision, values{}
	if e.Kind == model.Motion {
		pattern = c.s.Words.Motion
	}
	if e.Resolution != nil {
		v["number"] = line(e.Resolution.Number)
	}
	return fill(pattern, v)
}

// moved is who moved and seconded something, and the result.
func (c *composer) moved(e model.Entry) []model.Span {
	if e.Resolution == nil {
		return nil
	}
	r := *e.Resolution
	if c.result != "" {
		r.Result = "" // the vote below says it
	}
	r = unsaid(c.m, e.Text, r)
	return plain(line(fill(c.s.Words.Moved, values{"mover": r.Mover, "seconder": r.Seconder, "result": capital(r.Result)})))
}

// vote is the vote on what stands above it, with the result.
func (c *composer) vote(e model.Entry) {
	b := Vote{Name: c.s.Words.Vote, Text: inline(capital(e.Text)), Anchor: c.anchor("entry", e.ID)}
	var roll Table
	if v := e.Vote; v != nil {
		said := c.counted(*v)
		for _, side := range []struct {
			label string
			names []string
		}{{c.s.Words.VotedFor, v.ForNames}, {c.s.Words.VotedAgainst, v.AgainstNames}, {c.s.Words.Abstained, v.AbstainNames}} {
			if len(side.names) > 0 {
				b.Names = append(b.Names, Fact{side.label, plain(line(strings.Join(side.names, ", ")))})
				roll.Rows = append(roll.Rows, votedRows(side.names, side.label)...)
			}
		}
		if said != "" || len(b.Names) > 0 {
			b.Text = plain(line(said))
		}
	}
	b.Text = c.timed(e, b.Text)
	if c.s.Votes != VotesTable || len(roll.Rows) == 0 {
		c.add(b)
		return
	}
	b.Names = nil
	c.add(b)
	c.rolls++
	c.add(Table{Caption: strings.TrimRight(c.s.Words.Vote, ": "), Summary: fill(c.s.Roll.Summary, values{"vote": strconv.Itoa(c.rolls)}),
		Head: c.s.Roll.Head[:], Shares: []int{45, 55}, Rows: roll.Rows})
}

// figure is a count in figures; "" where none was recorded.
func figure(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// counted is the counts of a vote as recorded, and its result or that of what
// was voted on.
func (c *composer) counted(v model.Vote) string {
	var said []string
	if counts := fill(c.s.Words.Counts, values{"for": figure(v.For), "against": figure(v.Against), "abstain": figure(v.Abstain)}); counts != "" {
		said = append(said, capital(strings.TrimSuffix(counts, ",")))
	}
	result := v.Result
	if result == "" {
		result = c.result
	}
	if result != "" {
		said = append(said, capital(result))
	}
	if len(said) == 0 {
		return ""
	}
	return strings.Join(said, ". ") + "."
}
