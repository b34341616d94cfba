package quick

import (
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
)

// PrintEntry is one entry as its quick line, for editing it: its lines have
// "\n" between them. What its words say to whoever reads them against the
// meeting and the names of c needs no braces. Number and restrictions stay with
// the entry and are not in it; nor is that it is unsure, which is over once
// somebody has edited it.
func PrintEntry(c Context, e model.Entry) string {
	c = Context{Meeting: c.Meeting, Names: c.Names}
	if r := e.Resolution; e.Kind == model.Decision && r != nil && c.Meeting.Numbering.Decisions.Run != model.PerMeeting {
		kept := *r
		kept.Number = ""
		e.Resolution = &kept
		tidy(&e)
	}
	lines := strings.Split(entryLine(c, e, nil), "\n")
	for i := 1; i < len(lines)-1; i++ {
		if lines[i] == `\` {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

// entryLine is an entry as its line, with "\n" before each that continues it.
// The further braces are added to those that its facts need.
func entryLine(c Context, e model.Entry, further []string) string {
	e = cleared(e)
	line, ok := "", false
	switch {
	case e.Movement != nil || e.Approves != nil || e.Done != nil || e.Corrects != nil:
		line = commandEntry(c, e, further)
	default:
		if line, ok = proseEntry(c, e, further); !ok {
			line = textInBraces(c, e, further)
		}
	}
	return line
}

// cleared is the entry without what its line does not say.
func cleared(e model.Entry) model.Entry {
	e.Restricted, e.Withheld, e.Number, e.Unsure = nil, nil, 0, false
	return e
}

// proseEntry is an entry with its words as they are; ok says that they can be
// read back so.
func proseEntry(c Context, e model.Entry, further []string) (line string, ok bool) {
	if strings.Contains(e.Text, "\r") {
		return "", false
	}
	kind := classOf(e.Kind, e.Level)
	words, literal := kind.protect(e.Text)
	read, err := Read(words, c)
	if err != nil || read.Entry == nil {
		return "", false
	}
	have := cleared(*read.Entry)
	if have.Kind != e.Kind || have.Level != e.Level || have.Text != e.Text {
		return "", false
	}
	pairs := slices.Concat(further, differences(&have, &e, kind.keys, c))
	line = words
	switch braces := inBraces(pairs); {
	case braces == "":
	case literal:
		line += "\n" + braces
	default:
		line += " " + braces
	}
	return line, readsBack(c, line, e)
}

// textInBraces is an entry whose words only braces can hold.
func textInBraces(c Context, e model.Entry, further []string) string {
	kind := classOf(e.Kind, e.Level)
	have := model.Entry{Kind: e.Kind, Level: e.Level}
	if kind.read != nil {
		kind.read(newReader(c), &have)
	}
	pairs := slices.Concat(further, differences(&have, &e, kind.keys, c))
	return kind.head + inBraces(pairs)
}

// readsBack says whether the line is read as that entry.
func readsBack(c Context, line string, e model.Entry) bool {
	read, err := Read(line, c)
	return err == nil && read.Entry != nil && sameEntry(c.Meeting, cleared(*read.Entry), c.Meeting, e)
}

// protect is text as it is typed in that class, and whether its last line is
// literal.
func (kind *class) protect(text string) (words string, literal bool) {
	lines := strings.Split(text, "\n")
	keys := keysOf(kind.keys)
	first := place{start: kind.head == "", first: true, more: len(lines) > 1, keys: keys}
	lines[0], literal = first.protected(lines[0])
	lines[0] = kind.head + lines[0]
	for i := range lines[1:] {
		lines[i+1], literal = place{keys: keys}.protected(lines[i+1])
	}
	return strings.Join(lines, "\n"), literal
}

// commandEntry is an entry that a command makes.
func commandEntry(c Context, e model.Entry, further []string) string {
	head, words, keys := commandWords(c, e)
	have, ok := readCommand(c, head, words)
	if !ok || hasBraces(words, keysOf(keys)) {
		words, have = "", blankCommand(e)
	}
	text := e.Text
	inText := strings.Contains(text, "\r") || text != "" && !plainBelow(text)
	if !inText {
		have.Text = text
	}
	pairs := differences(&have, &e, keys, c)
	if m := have.Movement; m != nil && (m.Who != e.Movement.Who || m.Who == "" && (m.Way == model.In || m.Way == model.Out)) {
		pairs = append(pairs, "attendee: "+orNought(placeOf(c.Meeting, e.Movement.Who)))
	}
	line := strings.TrimRight(head+words, " ")
	if braces := inBraces(slices.Concat(further, pairs)); braces != "" {
		line += " " + braces
	}
	if text == "" || inText {
		return line
	}
	for _, t := range strings.Split(text, "\n") {
		t, _ = place{}.protected(t)
		line += "\n" + t
	}
	return line
}

// plainBelow says whether text can stand on the lines below a command.
func plainBelow(text string) bool {
	lines := strings.Split(text, "\n")
	last := lines[len(lines)-1]
	return last == trimRight(last)
}

func orNought(place model.ID) string {
	if place == "" {
		return "0"
	}
	return string(place)
}

// commandWords are the command of an entry, its words and its braces' keys.
func commandWords(c Context, e model.Entry) (head, words string, keys []key[model.Entry]) {
	switch {
	case e.Approves != nil:
		words = longDate(e.Approves.Date)
		if e.Approves.Completed {
			words += " and actions noted"
		}
		if e.Approves.SubjectTo {
			words += " subject to"
		}
		return "/approve ", words, approveKeys
	case e.Done != nil:
		words = e.Done.Action
		if e.Done.Note != "" {
			words += ", " + e.Done.Note
		}
		return "/done ", words, doneKeys
	case e.Corrects != nil:
		return "/correction ", strings.TrimSpace(longDate(e.Corrects.Date) + " " + e.Corrects.Reference), correctionKeys
	}
	return "/" + string(e.Movement.Way) + " ", movementWords(c, e), movementKeys
}

func movementWords(c Context, e model.Entry) string {
	var words []string
	if who, ok := c.Meeting.Attendee(e.Movement.Who); ok {
		words = append(words, who.Name)
	}
	if e.Movement.Item != "" {
		if e.Movement.During {
			words = append(words, "during")
		}
		words = append(words, "item "+e.Movement.Item)
	}
	if e.At != "" {
		words = append(words, string(e.At))
	}
	return strings.Join(words, " ")
}

// readCommand is the entry that a command's words give.
func readCommand(c Context, head, words string) (model.Entry, bool) {
	if strings.ContainsAny(words, "\r\n") {
		return model.Entry{}, false
	}
	read, err := Read(head+words, c)
	if err != nil || read.Entry == nil {
		return model.Entry{}, false
	}
	return cleared(*read.Entry), true
}

// blankCommand is what the entry's command gives without words.
func blankCommand(e model.Entry) model.Entry {
	have := model.Entry{Kind: e.Kind}
	switch {
	case e.Approves != nil:
		have.Approves = &model.Approval{}
	case e.Done != nil:
		have.Done = &model.DoneFact{}
	case e.Corrects != nil:
		have.Corrects = &model.CorrectsFact{}
	default:
		have.Movement = &model.MovementFact{Way: e.Movement.Way}
	}
	return have
}

// numbered is the brace of an action's number, where it is not the next.
func numbered(e model.Entry, next int) []string {
	if e.Kind != model.Action || e.Number == next {
		return nil
	}
	return []string{"no: " + strconv.Itoa(e.Number)}
}
