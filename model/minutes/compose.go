package minutes

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// Compose makes the document of a meeting in a house style for an audience.
// The error is a *[NeedsAudience] where the meeting has restricted parts and
// nobody said for whom the document is. Approved minutes read as corrected; later
// are the corrections of them that later meetings recorded.
func Compose(m model.Meeting, s Style, a Audience, later ...Later) (Document, error) {
	if err := a.Check(m); err != nil {
		return Document{}, err
	}
	c := newComposer(m, s, a)
	c.told(later)
	v := c.facts()
	c.title(v)
	c.keyFacts(v)
	contents := c.contents()
	c.attendance()
	c.decisions()
	c.items()
	c.end(v)
	switch {
	case contents < 0:
	case len(c.links) == 0:
		c.out = slices.Delete(c.out, contents, contents+1)
	default:
		list := c.out[contents].(Contents)
		list.Links = c.links
		c.out[contents] = list
	}
	mark := s.Words.Draft
	if c.approved {
		mark = ""
	}
	return Document{
		Title:    line(strings.Join(c.titleLines(v), " - ")),
		Body:     line(m.Body),
		Occasion: line(fill(s.Occasion, v)),
		Date:     m.Date, Language: s.Language, Mark: mark, Skip: s.Words.Skip, Header: c.running(s.Header, v), Footer: c.running(s.Footer, v),
		Logo: s.Logo.picture(), LinesNumbered: s.Look.LinesNumbered && !c.approved, Origin: Origin{m.ID, m.Rev},
		Numbering: [2]string{fill(s.Items, values{"number": "%1"}), fill(s.Paragraphs, values{"number": "%1.%2"})},
		Look:      s.Look.Legible(),
		Blocks:    c.out,
	}, nil
}

// composer makes the blocks of one document, in their order.
type composer struct {
	// m is the meeting as its audience may see it; n are the numbers of the
	// whole meeting, so that leaving something out shifts none.
	m      model.Meeting
	s      Style
	public bool
	// approved says that the minutes, or all of them that the audience may see,
	// are; later are the corrections of them still to be told of.
	approved bool
	later    []Later
	n        model.Numbers
	out      []Block
	links    []Link
	taken    map[string]bool
	// result of a motion or decision that the vote below it is to say.
	result string
	// rolls counts the tables of votes; rows are the anchors of actions in the
	// log.
	rolls int
	rows  map[model.ID]string
}

func newComposer(m model.Meeting, s Style, a Audience) *composer {
	m, approved := Printed(m, a)
	return &composer{m: Seen(m.AsListed(), s, a), s: s, public: a == Public, approved: approved, n: model.Number(m), taken: map[string]bool{}, rows: map[model.ID]string{}}
}

func (c *composer) add(b Block) { c.out = append(c.out, b) }

// facts are the values of the meeting's own facts, for the patterns.
func (c *composer) facts() values {
	m := c.m
	kinds := []string{}
	for _, k := range []string{string(m.Kind), string(m.State)} {
		if word := c.s.Words.Kinds[k]; word != "" {
			kinds = append(kinds, word)
		}
	}
	sort := c.s.Words.Kinds[string(m.Kind)]
	return values{
		"body": m.Body, "date": c.s.Dates.long(m.Date), "full-date": c.s.Dates.full(m.Date),
		"sort": strings.ToLower(sort), "Sort": sort, "state": c.s.Words.Kinds[string(m.State)], "kind": strings.Join(kinds, ", "),
		"begin": string(m.Begin), "end": string(m.End), "venue": m.Venue,
		"publication-type": m.PublicationType, "publication-date": c.s.Dates.long(m.PublicationDate), "full-publication-date": c.s.Dates.full(m.PublicationDate),
	}
}

func (c *composer) titleLines(v values) []string {
	lines := make([]string, 0, len(c.s.Title))
	for i, pattern := range c.s.Title {
		text := fill(pattern, v)
		if c.m.Title != "" && i == len(c.s.Title)-1 {
			text = c.m.Title
		}
		text = line(text)
		if i == 0 && c.s.Capitals {
			text = strings.ToUpper(text)
		}
		if text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

// running is the line at the head or the foot of every page that a pattern
// words.
func (c *composer) running(pattern string, v values) Running {
	v = maps.Clone(v)
	v["occasion"] = fill(c.s.Occasion, v)
	if c.m.Rev > 0 {
		v["version"] = strconv.Itoa(c.m.Rev)
	}
	fields := []Piece{{Field: PageNumber}, {Field: PageCount}}
	for name, text := range v {
		v[name] = line(text) // without control characters
	}
	v["page"], v["pages"] = "\x00", "\x01"
	pieces := func(pattern string) []Piece {
		var out []Piece
		text := fill(pattern, v)
		for text != "" {
			i := strings.IndexAny(text, "\x00\x01")
			if i < 0 {
				return append(out, Piece{Text: text})
			}
			if i > 0 {
				out = append(out, Piece{Text: text[:i]})
			}
			out = append(out, fields[text[i]])
			text = text[i+1:]
		}
		return out
	}
	left, right, _ := strings.Cut(pattern, "\t")
	return Running{pieces(left), pieces(right)}
}

func (c *composer) title(v values) { c.add(Title{c.titleLines(v)}) }

func (c *composer) keyFacts(v values) {
	var rows []Fact
	for _, row := range c.s.Facts.Rows {
		if text := line(fill(row.Value, v)); text != "" {
			rows = append(rows, Fact{row.Label, plain(text)})
		}
	}
	if len(rows) == 0 {
		return
	}
	if c.s.Facts.Heading != "" {
		c.add(Heading{Level: 2, Text: plain(c.s.Facts.Heading), Anchor: c.part("facts")})
	}
	c.add(Facts{rows})
}

// contents adds the list of contents, to be filled when all headings are
// known, and gives its place; -1 where there is none.
func (c *composer) contents() int {
	if c.s.Contents == "" {
		return -1
	}
	c.taken[contentsAnchor] = true
	c.add(Contents{Heading: c.s.Contents, Anchor: contentsAnchor, Pages: c.s.ContentsPages})
	return len(c.out) - 1
}

// end adds what follows the last item.
func (c *composer) end(v values) {
	m := c.m
	if m.Closed != "" {
		c.add(Paragraph{Text: plain(fill(c.s.Words.Closed, values{"time": string(m.Closed)})), Role: Aside})
	}
	if m.Next != nil {
		c.add(Paragraph{Role: Aside, Text: plain(line(fill(c.s.Words.Next, values{
			"date": c.s.Dates.long(m.Next.Date), "full-date": c.s.Dates.full(m.Next.Date), "time": string(m.Next.At), "venue": m.Next.Venue})))})
	}
	c.log()
	c.approval(v)
	if c.s.Contents != "" && c.s.Back != "" && len(c.links) > 0 {
		c.add(BackLink{Link{c.s.Back, contentsAnchor}})
	}
}
