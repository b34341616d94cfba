package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/minutes/recognise"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

const (
	// mostSource is how many lines of the list a line of the file takes at most,
	// and longSource how many letters of it are set at all.
	mostSource = 8
	longSource = 1600
)

// buildLines makes the list of the lines of the file with what they were taken
// for.
func (s *importScreen) buildLines() {
	s.lines = widget.NewRows(widget.Table, "", s.lineColumns()...)
	s.lines.Lines = mostSource
	s.lines.Length = func() int {
		if s.at == nil || s.at.open == nil {
			return 0
		}
		return s.at.open.pieces()
	}
	s.lines.Row = s.lineRow
	s.lines.OnSelected = func(int) { s.told() }
	s.lines.OnOpen = func(int) { s.accept() }
	s.lines.OnLetter = s.lineLetter
	s.lines.OnSecondary = func(int, fyne.Position) { s.askKind() }
	s.lines.OnKey, s.lines.OnShortcut = s.w.wired(s.listKey)
	undoable(s.lines, s.undo)
}

func (s *importScreen) lineColumns() []widget.Column {
	if s.narrow {
		return []widget.Column{{Title: tr("Line"), Width: 64}, {Title: tr("In the file")}, {Title: tr("What becomes of it"), Width: 208}, {Width: 104}}
	}
	return []widget.Column{{Title: tr("Line"), Width: 72}, {Title: tr("In the file")}, {Title: tr("Taken for"), Width: 144}, {Title: tr("What becomes of it"), Width: 288}, {Width: 112}}
}

// lineRow is the nth line of the file: what is sure is quiet, what is not wears
// chips.
func (s *importScreen) lineRow(n int) widget.Row {
	o := s.at.open
	p := &o.shown.Found.Pieces[n]
	as, unsure := o.as(n), o.unsure(n)
	kind, tone := whatWord(as)
	became := o.becomes(n)
	mark := widget.Cell{}
	row := widget.Row{}
	switch {
	case unsure:
		mark, row.Bar = widget.Cell{Words: tr("Look here"), Tone: theme.Draft}, theme.Draft
	case o.decided(n):
		mark = widget.Cell{Words: tr("You said so"), Soft: true}
	}
	number, source := widget.Cell{Words: o.number(p), Soft: true}, widget.Cell{Words: o.source(p), Soft: as == recognise.Dropped}
	if s.narrow {
		row.Cells = []widget.Cell{number, source, {Words: strings.TrimSpace(kind + "\n" + became), Soft: !unsure, Bold: unsure}, mark}
		return row
	}
	taken := widget.Cell{Words: kind, Soft: true}
	if unsure || tone != theme.Plain {
		taken = widget.Cell{Words: kind, Tone: tone}
	}
	row.Cells = []widget.Cell{number, source, taken, {Words: became, Soft: true}, mark}
	return row
}

// number is where a piece stands: its line, and in a table its cell.
func (o *openFile) number(p *recognise.Piece) string {
	line := strconv.Itoa(p.Line)
	if cells := o.cells(p); cells > 1 {
		line += "\n" + trf("cell %d", p.Cell+1)
	}
	return line
}

// cells is how many cells the row of a table has that a piece stands in; 0 for
// one that stands in none.
func (o *openFile) cells(p *recognise.Piece) int {
	if p.Block >= len(o.doc.Blocks) || o.doc.Blocks[p.Block].Kind != read.TableRow {
		return 0
	}
	return len(o.doc.Blocks[p.Block].Cells)
}

// source is a piece as it stands in the file, as far as a list shows it.
func (o *openFile) source(p *recognise.Piece) string {
	words := strings.TrimSpace(p.Source)
	if len(words) > longSource {
		words = cut(words, longSource)
	}
	return words
}

// becomes says what becomes of the nth piece.
func (o *openFile) becomes(n int) string {
	p := &o.shown.Found.Pieces[n]
	if o.as(n) != p.As {
		return "…" // it is being worked out
	}
	var parts []string
	for i, id := range p.IDs {
		if i == mostBecame && len(p.IDs) > mostBecame+1 {
			parts = append(parts, trf("and %d more", len(p.IDs)-i))
			break
		}
		if words := o.became[id]; words != "" {
			parts = append(parts, words)
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, "\n")
	}
	return o.becomesFact(p)
}

// mostBecame is how many of those that one line became are named.
const mostBecame = 4

// becomesFact says what becomes of a piece that is neither somebody nor an item
// nor an entry.
func (o *openFile) becomesFact(p *recognise.Piece) string {
	m := &o.shown.Found.Meeting
	switch as := p.As; {
	case as == recognise.Dropped:
		return tr("Not in the minutes")
	case as == recognise.Next && m.Next != nil:
		return joinNotes(m.Next.Date.Long(), string(m.Next.At), m.Next.Venue)
	case as == recognise.Closing:
		return string(m.Closed)
	case as == recognise.Signature:
		return o.shown.Found.Signed
	case as == recognise.Title, as == recognise.Facts:
		return tr("Under Meeting and people")
	case as == recognise.Introduced:
		return tr("The house style says it")
	}
	return ""
}

// becameOf says in a few words what everything in a meeting is, by identity.
func becameOf(found recognise.Found) map[model.ID]string {
	m := found.Meeting
	numbers := model.Number(m)
	all := make(map[model.ID]string, len(found.Pieces))
	for _, a := range m.Attendees {
		all[a.ID] = attendedWords(a)
	}
	for _, it := range m.Items {
		if number := numbers.Items[it.ID]; number != "" {
			all[it.ID] = trf("Item %s", number)
		}
		for i := range it.Entries {
			all[it.Entries[i].ID] = minutedWords(&it.Entries[i], numbers)
		}
	}
	return all
}

// attendedWords say who somebody is and what the roll call found.
func attendedWords(a model.Attendee) string {
	mark, _ := markWord(a.Mark)
	words := strings.ToLower(mark)
	if len(a.Items) > 0 {
		words += " (" + trf("item %s", strings.Join(a.Items, ", ")) + ")"
	}
	return joinComma(a.Name, a.Post) + ": " + words
}

// joinComma joins what there is with commas.
func joinComma(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// minutedWords say what was read from the words of an entry.
func minutedWords(e *model.Entry, numbers model.Numbers) string {
	number := numbers.Entries[e.ID]
	switch {
	case e.Kind == model.Action:
		words := tr("Action")
		if e.Number > 0 {
			words = trf("Action %s", number)
		}
		return joinNotes(words, ownersAndDue(e.Action))
	case e.Vote != nil:
		return model.Plain(strings.Join(voteSays(*e.Vote), ", "))
	case e.Interest != nil:
		return model.Plain(strings.Join(interestSays(*e.Interest), ", "))
	case e.Movement != nil:
		return string(e.At)
	case e.Approves != nil:
		return trf("The minutes of %s", e.Approves.Date.Long())
	case e.Kind == model.Paragraph && number != "":
		return number
	}
	return resolutionNote(e.Resolution)
}

// stripBlock is what stands under the list of the row that is chosen.
func (s *importScreen) stripBlock() widget.Block {
	n := s.chosen()
	if s.pane != paneLines || n < 0 {
		return widget.Block{Style: widget.Message}
	}
	o := s.at.open
	p := &o.shown.Found.Pieces[n]
	word, tone := whatWord(o.as(n))
	var parts []string
	switch sign := o.sign(n); {
	case o.unsure(n) && sign != "":
		parts = append(parts, trf("guessed by %s. Is that right? **Enter**", literal(signWords(sign))))
	case o.unsure(n):
		parts = append(parts, tr("guessed. Is that right? **Enter**"))
	case sign != "" && !o.decided(n):
		parts = append(parts, trf("by %s", literal(signWords(sign))))
	}
	for i, as := range o.instead(n) {
		other, _ := whatWord(as)
		parts = append(parts, fmt.Sprintf("**%d** %s", i+1, other))
	}
	parts = append(parts, tr("**K** all kinds"))
	if like := o.like(n); len(like) > 0 && (o.decided(n) || o.unsure(n)) {
		parts = append(parts, trf("**L** all %d with this sign, here and in the next file", len(like)+1))
	}
	if p.Label != "" {
		parts = append(parts, trf("said otherwise: “%s”", literal(p.Label)))
	}
	return widget.Block{Style: widget.Message, Chip: word, Tone: tone, Text: strings.Join(parts, " · ")}
}

// lineButtons do by mouse what the keys do in the list.
func (s *importScreen) lineButtons() *fyne.Container {
	row := container.New(&flow{gap: 0.75})
	for _, one := range []struct {
		words, key string
		do         func()
	}{
		{tr("Right"), "Enter", s.accept}, {tr("Something else"), "K", s.askKind}, {tr("All like this"), "L", s.sayLike},
		{tr("Leave out"), "X", func() { s.say(recognise.Dropped) }}, {tr("Take back"), "U", s.undo}, {tr("Leave out this file"), "", s.leaveOut},
	} {
		b := widget.NewButton(one.words, one.key, one.do)
		b.OnKey, b.OnShortcut = s.w.wired(s.steer)
		row.Add(b)
	}
	return row
}

// askKind offers all kinds that the chosen line may be of.
func (s *importScreen) askKind() {
	n := s.chosen()
	if n < 0 {
		s.w.say(tr("Choose a line first"))
		return
	}
	o := s.at.open
	var all []choice
	add := func(as recognise.What) {
		word, _ := whatWord(as)
		letter := ""
		if r := whatLetters[as]; r != 0 {
			letter = strings.ToUpper(string(r))
		}
		all = append(all, choice{before: letter, words: word, after: tr(whatAbout[as]), run: func() { s.say(as) }})
	}
	first := o.instead(n)
	for _, as := range first {
		add(as)
	}
	for _, as := range recognise.Whats {
		if !slices.Contains(first, as) {
			add(as)
		}
	}
	s.w.choose(tr("What is this line?"), tr("Type a few letters of it"), 40, all)
}

// whatAbout says of the less usual kinds what they are.
var whatAbout = map[recognise.What]string{
	recognise.EarlierAction: "of an earlier meeting; stays words", recognise.Introduced: "such as Present, or a table's head",
	recognise.Dropped: "page numbers, headers", recognise.Movement: "somebody joins or leaves", recognise.Closing: "when the meeting ended",
}
