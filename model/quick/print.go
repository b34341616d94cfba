package quick

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// Print writes a meeting as quick lines: read back, they give an equal one.
// Private notes are written only where private says so.
func Print(m model.Meeting, private bool) []byte {
	p := printer{m: m, c: Context{Meeting: m}, private: private, fixed: fixed(m), highest: m.Numbering.Actions.Begins() - 1, decided: m.Numbering.Decisions.Begins() - 1}
	p.block(p.header()...)
	p.block(p.people()...)
	if m.Started != "" {
		p.block("/start " + string(m.Started))
	}
	for i := range m.Items {
		p.item(m.Items[i])
	}
	p.end()
	var b bytes.Buffer
	for i, block := range p.blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, line := range block {
			b.WriteString(strings.ReplaceAll(line, "\n", "\n"+indent))
			b.WriteByte('\n')
		}
	}
	return bytes.ToValidUTF8(b.Bytes(), []byte("\uFFFD"))
}

type printer struct {
	m       model.Meeting
	c       Context
	private bool
	blocks  [][]string
	// items are those printed so far, as they are read back.
	items []model.Item
	// restricting is what a reader would be restricting by now.
	restricting *model.Restriction
	// highest is the highest number of an action so far, decided that of a
	// decision in the meeting's series.
	highest, decided int
	// fixed are the numbers that {no} says.
	fixed map[model.ID]string
}

// block begins a block of lines, if there are any.
func (p *printer) block(lines ...string) {
	if len(lines) > 0 {
		p.blocks = append(p.blocks, lines)
	}
}

// add puts lines at the end of the last block.
func (p *printer) add(lines ...string) {
	if len(p.blocks) == 0 {
		p.block(lines...)
		return
	}
	last := &p.blocks[len(p.blocks)-1]
	*last = append(*last, lines...)
}

// plainLine is a command with plain words.
func plainLine(name, words string) string {
	line := "/" + name + " " + words
	if isPlain(words, plainKeys) {
		return strings.TrimRight(line, " ")
	}
	return "/" + name + " {words: " + escape(words) + "}"
}

// isPlain says whether words can stand behind a command as they are.
func isPlain(words string, keys []string) bool {
	return !strings.ContainsAny(words, "\r\n") && words == strings.Trim(words, blanks) && !hasBraces(words, keys)
}

func (p *printer) header() []string {
	m := p.m
	var lines []string
	for _, l := range []struct{ name, words string }{
		{"body", m.Body}, {"style", m.Style}, {"title", m.Title}, {"date", longDate(m.Date)}, {"time", calledWords(m)}, {"venue", m.Venue},
		{"kind", string(m.Kind)}, {"publication-type", m.PublicationType}, {"publication-date", longDate(m.PublicationDate)},
	} {
		if l.words != "" {
			lines = append(lines, plainLine(l.name, l.words))
		}
	}
	if line := numberingLine(m.Numbering); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// calledWords are the times for which the meeting is called.
func calledWords(m model.Meeting) string {
	if m.End == "" {
		return string(m.Begin)
	}
	return string(m.Begin) + "-" + string(m.End)
}

func (p *printer) people() []string {
	var lines []string
	for i := range p.m.Attendees {
		lines = append(lines, personLines(p.m, i)...)
	}
	for _, office := range []struct {
		name string
		who  model.ID
	}{{"chair", p.m.Chair}, {"clerk", p.m.Clerk}} {
		if office.who != "" {
			lines = append(lines, namedLine(p.m, office.name, office.who))
		}
	}
	if p.m.Public != nil {
		lines = append(lines, "/public "+strconv.Itoa(*p.m.Public))
	}
	if p.m.Quorum > 0 {
		lines = append(lines, "/quorum "+strconv.Itoa(p.m.Quorum))
	}
	return lines
}

// item prints an item with what is minuted under it.
func (p *printer) item(it model.Item) {
	it.Entries = p.printed(it)
	head := p.head(it)
	if it.Opening() {
		p.block(head...)
	} else {
		lines := p.restrict(it.Restricted)
		p.block(append(lines, head...)...)
	}
	fresh := len(head) == 0
	for _, f := range itemFacts(it) {
		var lines []string
		if !f.open {
			lines = p.restrict(f.restricted)
		}
		lines = append(lines, f.line)
		if fresh {
			p.block(lines...)
			fresh = false
			continue
		}
		p.add(lines...)
	}
	for _, e := range it.Entries {
		lines := p.entry(e)
		if fresh {
			p.block(lines...)
			fresh = false
			continue
		}
		p.add(lines...)
	}
	p.items = append(p.items, it)
}

// printed are the entries of an item that are written.
func (p *printer) printed(it model.Item) []model.Entry {
	if p.private {
		return it.Entries
	}
	var entries []model.Entry
	for _, e := range it.Entries {
		if e.Kind != model.Private {
			entries = append(entries, e)
		}
	}
	return entries
}

// head is the line of the item's title. What came before the agenda needs one
// only where nothing else tells of it.
func (p *printer) head(it model.Item) []string {
	if !it.Opening() {
		return []string{p.titleLine(it)}
	}
	if it.PublicTitle == "" && it.Restricted == nil && len(it.Entries)+len(itemFacts(it)) > 0 {
		return nil
	}
	if !p.private && it.PublicTitle == "" && it.Restricted == nil && p.onlyPrivate(it) {
		return nil
	}
	pairs := []string{"title: "}
	if it.PublicTitle != "" {
		pairs = append(pairs, "public: "+escape(it.PublicTitle))
	}
	pairs = append(pairs, restrictedPairs(it.Restricted)...)
	return []string{"# " + inBraces(pairs)}
}

// onlyPrivate says whether private notes are all that the opening item holds.
func (p *printer) onlyPrivate(it model.Item) bool {
	whole, ok := p.m.Item(it.ID)
	return ok && len(whole.Entries) > 0 && len(itemFacts(it)) == 0
}

// titleLine is "# [128/17] Title", with braces where needed.
func (p *printer) titleLine(it model.Item) string {
	want := itemHead{Item: it}
	_, want.New = planned(p.items, want)
	words := it.Title
	if it.Reference != "" {
		words = "[" + it.Reference + "] " + words
	}
	for _, words := range []string{strings.TrimRight(words, " "), ""} {
		have := readHead(words)
		if words != "" && (have.Title != it.Title || have.Reference != it.Reference) {
			continue
		}
		line := "# " + words
		if braces := inBraces(slices.Concat(differences(&have, &want, itemKeys, p.c), p.fixedPair(it.ID), withheldPairs(it.Withheld))); braces != "" {
			line = strings.TrimRight(line, " ") + " " + braces
		}
		if words == "" || p.headsAs(line, want) {
			return line
		}
	}
	return ""
}

// headsAs says whether the line is read as that item.
func (p *printer) headsAs(line string, want itemHead) bool {
	read, err := Read(line, Context{})
	if err != nil || len(read.Changes) == 0 || strings.ContainsAny(line, "\r\n") {
		return false
	}
	added, ok := read.Changes[0].(model.AddItem)
	return ok && added.Item.Title == want.Title && added.Item.Reference == want.Reference && added.Item.PublicTitle == want.PublicTitle
}

// itemFact is a command that stands under an item's heading, and why what it
// says is left out of public minutes, if it is.
type itemFact struct {
	line       string
	restricted *model.Restriction
	// open is a fact that is never restricted, wherever it stands.
	open bool
}

func itemFacts(it model.Item) []itemFact {
	var facts []itemFact
	if it.Outcome != "" {
		facts = append(facts, itemFact{line: outcomeLine(it.Outcome), restricted: it.OutcomeRestricted})
	}
	if it.Purpose != "" {
		facts = append(facts, itemFact{line: purposeLine(it.Purpose), restricted: it.PurposeRestricted})
	}
	if it.Minutes > 0 {
		facts = append(facts, itemFact{line: "/allow " + plural(it.Minutes, "minute"), open: true})
	}
	if it.Presenter != "" {
		facts = append(facts, itemFact{line: plainLine("presenter", it.Presenter), restricted: it.PresenterRestricted})
	}
	for _, p := range it.Papers {
		facts = append(facts, itemFact{line: paperLine(p), restricted: p.Restricted})
	}
	return facts
}

// purposeLine is /purpose, in words that are read as they are.
func purposeLine(words string) string {
	_, leads := cutFold(words, "for ")
	if leads || strings.EqualFold(words, "none") {
		words = "for " + words
	}
	return plainLine("purpose", words)
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

func outcomeLine(words string) string {
	line := "/outcome " + words
	if !strings.ContainsAny(line, "\r\n") {
		read, err := Read(line, Context{})
		if err == nil {
			if set, ok := read.Changes[len(read.Changes)-1].(model.SetItem); ok && set.Value == words {
				return line
			}
		}
	}
	return "/outcome {other: " + escape(words) + "}"
}

func paperLine(want model.Paper) string {
	want.Restricted = nil
	words := want.Title
	if want.Reference != "" {
		words += ", " + want.Reference
	}
	if readPaper(words) == want && isPlain(words, keysOf(paperKeys)) {
		return "/paper " + words
	}
	have := model.Paper{}
	return "/paper " + inBraces(differences(&have, &want, paperKeys, Context{}))
}

// restrict brings the reader's restriction to want: what must stand before
// the next lines is given back, an end of restriction goes behind the last.
func (p *printer) restrict(want *model.Restriction) []string {
	was := p.restricting
	p.restricting = want
	switch {
	case want == nil && was == nil || want != nil && was != nil && *want == *was:
		return nil
	case want == nil:
		p.add("/unrestricted")
		return nil
	}
	return []string{restrictedLine(*want)}
}

// entry is an entry with what must stand before it.
func (p *printer) entry(e model.Entry) []string {
	var lines, further []string
	switch {
	case e.Kind != model.Private:
		lines = p.restrict(e.Restricted)
	case e.Restricted != nil:
		further = restrictedPairs(e.Restricted)
	}
	further = append(further, withheldPairs(e.Withheld)...)
	further = append(further, numbered(e, p.highest+1)...)
	further = append(further, p.fixedPair(e.ID)...)
	if e.Unsure {
		further = append(further, "unsure")
	}
	p.highest = max(p.highest, e.Number)
	return append(lines, entryLine(p.c, p.decision(e), further))
}

// fixedPair is the brace of the number of an item or a paragraph, where it says
// one.
func (p *printer) fixedPair(id model.ID) []string {
	if p.fixed[id] == "" {
		return nil
	}
	return []string{"no: " + p.fixed[id]}
}

// decision is an entry without the number that a reader gives it.
func (p *printer) decision(e model.Entry) model.Entry {
	s, next := p.m.Numbering.Decisions, p.decided+1
	if s.Run == model.PerMeeting {
		return e
	}
	number := ""
	if e.Resolution != nil {
		number = e.Resolution.Number
	}
	p.decided = max(p.decided, s.Number(number))
	if e.Kind != model.Decision {
		return e
	}
	r := model.Resolution{}
	if e.Resolution != nil {
		r = *e.Resolution
	}
	switch number {
	case s.YearFirst(next):
		r.Number = ""
	case "":
		r.Number = model.Unnumbered
	}
	e.Resolution = &r
	tidy(&e)
	return e
}

// end prints what stands behind the last item.
func (p *printer) end() {
	m := p.m
	lines := p.restrict(m.Restricting)
	if m.Closed != "" {
		lines = append(lines, "/close "+string(m.Closed))
	}
	if m.Next != nil {
		lines = append(lines, p.nextLine())
	}
	if line := p.issuedLine(); line != "" {
		lines = append(lines, line)
	}
	if m.State != "" && m.State != p.follows() {
		lines = append(lines, "/state "+string(m.State))
	}
	p.block(lines...)
}

func (p *printer) nextLine() string {
	n := *p.m.Next
	words := longDate(n.Date)
	if n.At != "" {
		words += " " + string(n.At)
	}
	if n.Venue != "" {
		words += ", " + n.Venue
	}
	have, err := readNext(args{words: words}, p.c)
	if err == nil && have == n && isPlain(words, keysOf(nextKeys)) {
		return "/next " + words
	}
	have = model.Next{}
	return "/next " + inBraces(differences(&have, &n, nextKeys, p.c))
}

// follows is the state that follows from all that is printed.
func (p *printer) follows() model.State {
	s := model.Planned
	if p.m.Started != "" {
		s = model.Live
	}
	for _, it := range p.items {
		for _, e := range it.Entries {
			s = stateWith(s, e)
		}
	}
	if p.m.Closed != "" {
		s = model.Draft
	}
	return s
}

// stateWith is the state after e is entered.
func stateWith(s model.State, e model.Entry) model.State {
	if s == model.Planned {
		s = model.Live
	}
	if e.Movement != nil && slices.Contains([]model.Way{model.Adjourn, model.Resume}, e.Movement.Way) {
		s, _ = stateAfter(e.Movement.Way, s)
	}
	return s
}
