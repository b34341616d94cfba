package ui

import (
	"reflect"
	"slices"

	"minutebook/model"
	"minutebook/model/corrections"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// A sheetLine is an entry as the sheet shows it: as it is, or, where it was
// corrected, as it was or as it should read.
type sheetLine struct {
	entry model.Entry
	role  lineRole
	// correction is that of an entry as it should read.
	correction model.Correction
}

// lineRole is which side of a correction a line is.
type lineRole uint8

// The roles. Only an entry as it is, or as it should read, can be chosen.
const (
	asIs lineRole = iota
	asWas
	asStruck
	shouldRead
	isNew
)

func (l sheetLine) writable() bool { return l.role != asWas && l.role != asStruck }

// lines are the lines of an item: m is the meeting as corrected. What an entry
// was stands over what it should read.
func (s *meetingScreen) lines(m model.Meeting, it model.Item) []sheetLine {
	kept := s.work.kept()
	if len(kept.Corrections) == 0 {
		all := make([]sheetLine, len(it.Entries))
		for i, e := range it.Entries {
			all[i].entry = e
		}
		return all
	}
	was, _ := kept.Item(it.ID)
	return correctedLines(m, kept, it, was)
}

func correctedLines(m, kept model.Meeting, it, was model.Item) []sheetLine {
	var all []sheetLine
	struck := func(from int) { // those that are gone and stood behind the one before from
		for _, e := range was.Entries[from:] {
			if _, _, ok := m.Entry(e.ID); ok {
				return
			}
			c, _ := corrections.OfEntry(kept, e.ID)
			all = append(all, sheetLine{e, asStruck, c})
		}
	}
	struck(0)
	for _, e := range it.Entries {
		c, corrected := corrections.OfEntry(kept, e.ID)
		at := slices.IndexFunc(was.Entries, func(o model.Entry) bool { return o.ID == e.ID })
		switch {
		case at < 0 && corrected:
			all = append(all, sheetLine{e, isNew, c})
		case corrected && !reflect.DeepEqual(was.Entries[at], e):
			all = append(all, sheetLine{was.Entries[at], asWas, c}, sheetLine{e, shouldRead, c})
		default:
			all = append(all, sheetLine{entry: e})
		}
		if at >= 0 {
			struck(at + 1)
		}
	}
	return all
}

// lineBlock is a line as the sheet shows it.
func (s *meetingScreen) lineBlock(m model.Meeting, it model.Item, l sheetLine, numbers model.Numbers) widget.Block {
	if l.role == asWas || l.role == asStruck {
		m = s.work.kept()
		numbers = model.Number(m)
	}
	b := s.block(m, it, l.entry, numbers)
	chips := roleChips(s.work.kept().State == model.Approved)
	switch l.role {
	case asIs:
		return b
	case asWas:
		b.Soft, b.Note, b.Tone = true, "", theme.Plain
	case asStruck:
		b.Soft, b.Note, b.Tone = true, byWords(l.correction), theme.Restricted
	case shouldRead, isNew:
		b.Note, b.Tone = joinNotes(byWords(l.correction), b.Note), theme.Interest
		b.Bar = barOr(b.Bar)
	}
	b.Chip = chips[l.role]
	if word := partWord(l.entry); word != "" {
		b.Chip += " · " + word
	}
	return b
}

// roleChips are the words of the chip of each side of a correction: what is
// asked for, or what was agreed.
func roleChips(agreed bool) map[lineRole]string {
	if agreed {
		return map[lineRole]string{asWas: tr("Was"), asStruck: tr("Struck"), shouldRead: tr("Corrected"), isNew: tr("Added")}
	}
	return map[lineRole]string{asWas: tr("Was"), asStruck: tr("To be struck"), shouldRead: tr("Should read"), isNew: tr("To be added")}
}

// barOr is the bar of a correction, unless the line has one that says more.
func barOr(bar theme.Tone) theme.Tone {
	if bar == theme.NoTone {
		return theme.Interest
	}
	return bar
}

// partWord says what an entry is, where its chip would say so.
func partWord(e model.Entry) string {
	switch e.Kind {
	case model.Paragraph, model.Bullet, model.Heading, model.Movement:
		return ""
	case model.Action:
		return trf("Action %d", e.Number)
	case model.Decision, model.Motion, model.VoteTaken, model.Interest, model.Private:
	}
	word, _ := kindWord(e.Kind)
	return word
}

// byWords says who asked for a correction, and when.
func byWords(c model.Correction) string {
	switch on := c.On.Long(); {
	case c.By != "" && on != "":
		return trf("asked for by %s, %s", c.By, on)
	case c.By != "":
		return trf("asked for by %s", c.By)
	}
	if c.On == "" {
		return ""
	}
	return trf("recorded on %s", c.On.Long())
}
