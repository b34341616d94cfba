package returned

import (
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

// builder makes the units of a document.
type builder struct {
	// m is the meeting as its audience saw it, d the document that it made.
	m      model.Meeting
	s      minutes.Style
	public bool
	at     map[string]subject
	// heads are what the headings of the attendance list stand for.
	heads  map[string]listing
	region region
	item   model.ID
	listed listing
	// decided are the entries of the rows of the table of decisions that are
	// still to come.
	decided []model.Entry
	out     []unit
}

// unitsOf are the units that a meeting prints as: its minutes, or an extract with
// all of them. The error is that of composing it.
func unitsOf(m model.Meeting, s minutes.Style, a minutes.Audience, later []minutes.Later, extract bool) ([]unit, error) {
	d, err := minutes.Compose(m, s, a, later...)
	if extract {
		s.Actions = ""
		var all []model.ID
		for _, it := range m.Items {
			all = append(all, it.ID)
		}
		d, err = minutes.ComposeExtract(m, s, a, all, later...)
	}
	if err != nil {
		return nil, err
	}
	return unitsIn(d, m, s, a), nil
}

// unitsIn are the units of a document that was made of a meeting.
func unitsIn(d minutes.Document, m model.Meeting, s minutes.Style, a minutes.Audience) []unit {
	b := builder{m: minutes.Seen(m.AsListed(), s, a), s: s, public: a == minutes.Public, at: map[string]subject{}, heads: map[string]listing{}}
	b.name()
	for _, block := range d.Blocks {
		b.block(block)
	}
	return b.out
}

// name notes what the anchors of the document are of.
func (b *builder) name() {
	for _, a := range b.m.Attendees {
		b.at[minutes.PersonAnchor(a.ID)] = subject{aPerson, a.ID}
	}
	for _, it := range b.m.Items {
		b.at[minutes.ItemAnchor(it.ID)] = subject{anItem, it.ID}
		for _, e := range it.Entries {
			b.at[minutes.EntryAnchor(e.ID)] = subject{anEntry, e.ID}
			b.at[minutes.RowAnchor(e.ID)] = subject{anEntry, e.ID}
			if e.Kind == model.Decision || e.Kind == model.Motion {
				b.decided = append(b.decided, e)
			}
		}
	}
	for part, l := range map[string]listing{
		"present":               {mark: model.Present},
		"attending":             {mark: model.Present, capacity: model.Attending},
		"observing":             {mark: model.Present, capacity: model.Observing},
		string(model.Apologies): {mark: model.Apologies},
		string(model.Absent):    {mark: model.Absent},
	} {
		b.heads[minutes.PartAnchor(part)] = l
	}
}

// add adds a unit of one paragraph.
func (b *builder) add(anchor string, label minutes.Label, spans []model.Span) *unit {
	return b.row(anchor, label, false, spans)
}

func (b *builder) row(anchor string, label minutes.Label, row bool, cells ...[]model.Span) *unit {
	u := unit{region: b.region, label: label, row: row, about: b.at[anchor], under: b.item, listed: b.listed}
	if anchor != "" {
		u.anchors = []string{anchor}
	}
	for _, spans := range cells {
		u.cells = append(u.cells, cell{styled: flatten(spans)})
	}
	b.out = append(b.out, u)
	return &b.out[len(b.out)-1]
}

// plain is words that are not marked.
func plain(text string) []model.Span { return []model.Span{{Text: text}} }

// named is words behind the literal name that the style gives them.
func named(name string, text []model.Span) []model.Span {
	if name == "" {
		return text
	}
	return append(plain(name+" "), text...)
}

// below is words with more in the next line.
func below(text, more []model.Span) []model.Span {
	if len(more) == 0 {
		return text
	}
	return append(append(append([]model.Span{}, text...), model.Span{Text: "\n"}), more...)
}

// block adds the units of a block of the document.
func (b *builder) block(one minutes.Block) {
	switch one := one.(type) {
	case minutes.Title:
		for n, l := range one.Lines {
			u := b.add("", minutes.Label{}, plain(l))
			u.about = subject{sort: aMeeting}
			if n == len(one.Lines)-1 {
				u.cells[0].tile(0, field{name: "title", words: u.cells[0].text, put: setTitle})
			}
		}
	case minutes.Facts:
		b.facts(one)
	case minutes.Contents:
		b.region = inContents
		b.add(one.Anchor, minutes.Label{}, plain(one.Heading))
		for _, l := range one.Links {
			b.add("", minutes.Label{}, plain(l.Text))
		}
		b.region = inHead
	case minutes.Heading:
		b.heading(one)
	case minutes.People:
		for _, n := range one.Names {
			u := b.add(n.Anchor, minutes.Label{}, n.Text)
			u.first = true
			u.cells[0].tile(0, b.person(u.about.id)...)
		}
	case minutes.Table:
		b.table(one)
	case minutes.Signature:
		b.region = inEnd
		if len(one.Text) > 0 {
			b.add("", minutes.Label{}, one.Text)
		}
		for _, l := range one.Lines {
			b.add("", minutes.Label{}, plain(l))
		}
	case minutes.BackLink:
		b.region = inEnd
		b.add("", minutes.Label{}, plain(one.Link.Text))
	default:
		b.minute(one)
	}
}

// minute adds what stands in the running order.
func (b *builder) minute(one minutes.Block) {
	switch one := one.(type) {
	case minutes.Paragraph:
		b.paragraph(one)
	case minutes.List:
		for _, p := range one.Points {
			b.entry(p.Anchor, minutes.Label{}, "", p.Text)
			for _, under := range p.Under {
				b.minute(under)
			}
		}
	case minutes.Action:
		if one.Row != "" {
			b.entry(one.Anchor, minutes.Label{}, one.Name, nil)
			return
		}
		margin := strings.ReplaceAll(model.Words(one.Margin), "\n", "; ")
		text := named(one.Name, one.Text)
		if margin != "" {
			text = below(text, plain(margin))
		}
		b.entry(one.Anchor, minutes.Label{}, one.Name, text)
	case minutes.Resolution:
		b.entry(one.Anchor, one.Label, one.Name, below(named(one.Name, one.Text), one.Detail))
	case minutes.Vote:
		text := named(one.Name, one.Text)
		for _, side := range one.Names {
			text = below(text, append(plain(side.Label+": "), side.Text...))
		}
		b.entry(one.Anchor, minutes.Label{}, one.Name, text)
	case minutes.Stub:
		u := b.add(one.Anchor, one.Label, named(one.Name, one.Text))
		u.first = u.about.sort == anEntry
	}
}

// entry adds an entry: its words stand behind its name.
func (b *builder) entry(anchor string, label minutes.Label, name string, text []model.Span) *unit {
	b.region = inBody
	if text == nil {
		text = plain(name)
	}
	u := b.add(anchor, label, text)
	u.first = true
	if e, _, ok := b.m.Entry(u.about.id); ok && !b.stubbed(e) {
		from := 0
		if name != "" && len(u.cells[0].text) > len(oneLine(name)) {
			from = len(oneLine(name)) + 1
		} else if name != "" {
			from = len(u.cells[0].text)
		}
		u.cells[0].tile(from, b.fields(e)...)
	}
	return u
}

// stubbed says whether the words of an entry are those that stand for words left
// out.
func (b *builder) stubbed(e model.Entry) bool { return b.public && e.Restricted != nil }

func (b *builder) paragraph(p minutes.Paragraph) {
	switch {
	case p.Anchor != "":
		b.entry(p.Anchor, p.Label, "", p.Text)
	case p.Role == minutes.Outcome:
		u := b.add("", p.Label, p.Text)
		u.about = subject{anItem, b.item}
		u.cells[0].tile(0, field{name: "outcome", words: u.cells[0].text, put: b.setOutcome})
	case b.region == inPeople || b.region == inHead:
		b.aside(p, b.began())
	default:
		b.region = inEnd
		b.aside(p, b.ended())
	}
}

// aside adds a sentence that the style worded from facts of the meeting.
func (b *builder) aside(p minutes.Paragraph, facts []field) {
	u := b.add("", p.Label, p.Text)
	u.about = subject{sort: aMeeting}
	u.cells[0].strew(facts)
}

func (b *builder) facts(f minutes.Facts) {
	for i, row := range f.Rows {
		text := row.Label + ":"
		u := b.add("", minutes.Label{}, append(plain(text+" "), row.Text...))
		from := min(len(oneLine(text))+1, len(u.cells[0].text))
		if b.region == inBody {
			u.about = subject{anItem, b.item}
			u.cells[0].tile(from, b.paper(i, len(f.Rows))...)
			continue
		}
		u.about = subject{sort: aMeeting}
		u.cells[0].strewFrom(from, b.called())
	}
}

func (b *builder) heading(h minutes.Heading) {
	about := b.at[h.Anchor]
	switch about.sort {
	case anItem:
		b.region, b.item = inBody, about.id
		spans := h.Text
		if h.Label.Printed != "" && h.Label.Path == nil {
			spans = append(plain(h.Label.Printed+"\t"), spans...)
		}
		u := b.add(h.Anchor, h.Label, spans)
		u.first = true
		it, _ := b.m.Item(about.id)
		u.cells[0].tile(0, b.itemFields(it)...)
	case anEntry:
		b.entry(h.Anchor, h.Label, "", h.Text)
	case noSubject, aMeeting, aPerson:
		b.part(h)
	}
}

// part adds the heading of a part that the style makes.
func (b *builder) part(h minutes.Heading) {
	l, lists := b.heads[h.Anchor]
	switch {
	case lists:
		b.region, b.listed = inPeople, l
	case h.Anchor == minutes.PartAnchor("people"):
		b.region = inPeople
	case h.Anchor == minutes.PartAnchor("decisions"):
		b.region = inTables
	case h.Anchor == minutes.PartAnchor("log"):
		b.region = inEnd
	case h.Anchor == "" && b.region == inPeople:
		b.listed.group = model.Words(h.Text)
	}
	b.add(h.Anchor, h.Label, h.Text)
}

func (b *builder) table(t minutes.Table) {
	heads := make([][]model.Span, len(t.Head))
	for i, h := range t.Head {
		heads[i] = plain(h)
	}
	b.row("", minutes.Label{}, true, heads...)
	for _, r := range t.Rows {
		u := b.row(r.Anchor, minutes.Label{}, true, r.Cells...)
		switch {
		case u.about.sort == aPerson:
			u.first, u.region = true, inPeople
			b.region = inPeople
			b.personRow(u)
		case u.about.sort == anEntry:
			b.logRow(u)
		case b.region == inTables:
			b.decidedRow(u)
		}
	}
}
