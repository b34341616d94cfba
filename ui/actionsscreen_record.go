package ui

import (
	"errors"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// recordPanel is the panel at the foot of the actions: it says what will be
// recorded of one of them and takes a note, and another day than today.
type recordPanel struct {
	s      *actionsScreen
	object fyne.CanvasObject
	frame  *widget.Frame
	says   *widget.Para
	words  *widget.Composer
	under  *widget.Para
	// record and leave do by mouse what Enter and Esc do.
	record, leave *widget.Button

	action register.Action
	state  model.ActionState
}

func newRecordPanel(s *actionsScreen) *recordPanel {
	p := &recordPanel{s: s, says: widget.NewPara(widget.Block{Style: widget.Message}), words: widget.NewComposer(),
		under: widget.NewPara(widget.Block{Style: widget.Message})}
	p.words.OnEnter = p.enter
	p.words.OnEscape = func() bool { p.close(); return true }
	p.words.OnChanged = func(string, int) { p.fill("") }
	p.words.OnKey, p.words.OnShortcut = s.w.wired(nil)
	p.words.OnFocus = func(focused bool) { p.frame.SetActive(focused) }
	p.words.SetPlaceholder(tr("A note, if there is one. For another day begin with it, as in: on 27 June, report received"))
	p.record = widget.NewPrimary(tr("Record"), "Enter", p.enter)
	p.leave = widget.NewButton("", "Esc", p.close)
	p.frame = widget.NewFrame(container.New(&widget.Stack{Gap: 8}, p.says, p.words, rule(), p.under,
		container.New(&widget.Across{Gap: 8, Grow: -1}, p.record, p.leave)))
	p.object = container.New(narrow{recordWidth}, p.frame)
	p.object.Hide()
	return p
}

// recordWidth is how wide the panel gets, in units before they are scaled.
const recordWidth = 900

func (p *recordPanel) open(a register.Action, state model.ActionState) {
	p.action, p.state = a, state
	p.words.Set("", 0)
	p.fill("")
	p.object.Show()
}

func (p *recordPanel) close() {
	p.object.Hide()
	p.s.laid()
}

// doing is what becoming a state is called, and what Esc does.
func doing(state model.ActionState) (doing, leaving string) {
	switch state {
	case model.Complete:
		return tr("Complete"), tr("leave it open")
	case model.InProgress:
		return tr("In progress:"), tr("leave it as it is")
	case model.Open:
		return tr("Open again:"), tr("leave it as it is")
	case model.Withdrawn:
		return tr("Withdraw"), tr("leave it as it is")
	case model.Noted, model.Transferred, model.Superseded:
		word, _ := actionStateWord(state)
		return word + ":", tr("leave it as it is")
	}
	return string(state), tr("leave it as it is")
}

// fill says what Enter will record, or why it did not.
func (p *recordPanel) fill(problem string) {
	today := p.s.today()
	on, note, err := readRecord(p.words.Text(), today)
	word, leaving := doing(p.state)
	text := trf("%s action **%d** on **%s**", word, p.action.Number, on.Full())
	if note != "" {
		text += ": " + literal(note)
	}
	if err != nil && problem == "" {
		text = trf("%s action **%d**", word, p.action.Number)
	}
	p.says.Set(widget.Block{Style: widget.Message, Text: text})
	p.leave.SetWords(capital(leaving))
	under := trf("The minutes of %s stay as they are.", p.action.Date.Long())
	switch {
	case err == nil && on > today:
		under += "  " + tr("That day is still to come.")
	case err == nil && on < p.action.Date:
		under += "  " + tr("That day is before the meeting.")
	}
	switch {
	case problem != "":
		under = literal(problem)
	case err != nil:
		under = literal(sentence(capital(reason(err))))
	}
	p.under.Set(widget.Block{Style: widget.Message, Text: under})
	p.s.page.Refresh()
}

// enter records the event. The minutes are left alone.
func (p *recordPanel) enter() {
	s := p.s
	now := s.w.out.Now()
	on, note, err := readRecord(p.words.Text(), s.today())
	var event model.Event
	if err == nil {
		event, err = p.action.Become(p.state, register.Facts{On: on, Note: note, Made: model.Stamp(now)})
	}
	if errors.As(err, new(*register.Refused)) {
		p.fill(sentence(refusal(err)))
		return
	}
	if err == nil {
		err = s.w.book.Commit(model.Batch{Events: []model.Event{event}})
	}
	if err != nil {
		s.w.out.Log.Error("record an event", "meeting", string(p.action.Meeting), "action", string(p.action.ID), "error", err)
		p.fill(explain("record it", err))
		return
	}
	s.w.out.Log.Info("recorded", "meeting", string(p.action.Meeting), "action", string(p.action.ID), "state", string(p.state))
	p.object.Hide()
	word, _ := actionStateWord(p.state)
	s.recorded(p.action, trf("Action %d: %s on %s", p.action.Number, strings.ToLower(word), on.Long()))
}

// registerButtons do by mouse what the letters do.
func (s *actionsScreen) registerButtons() fyne.CanvasObject {
	row := container.New(&flow{gap: 0.75})
	for _, b := range []struct {
		words, hint string
		state       model.ActionState
	}{{tr("Complete"), "C", model.Complete}, {tr("In progress"), "P", model.InProgress}, {tr("Open again"), "O", model.Open}, {tr("Withdraw"), "W", model.Withdrawn}} {
		button := widget.NewButton(b.words, b.hint, func() { s.ask(b.state) })
		button.OnKey, button.OnShortcut = s.w.wired(s.escape)
		row.Add(button)
	}
	return row
}

// menu offers by mouse what the letters do.
func (s *actionsScreen) menu(n int, at fyne.Position) {
	item := func(words string, state model.ActionState) *fyne.MenuItem {
		return fyne.NewMenuItem(words, func() { s.ask(state) })
	}
	fynewidget.ShowPopUpMenuAtPosition(fyne.NewMenu("", item(tr("Complete"), model.Complete), item(tr("In progress"), model.InProgress),
		item(tr("Open again"), model.Open), item(tr("Withdraw"), model.Withdrawn), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(tr("Open the meeting"), func() { s.rows.OnOpen(n) })), s.w.window.Canvas(), at)
}

// braced is a day in braces at the end of a note.
var braced = regexp.MustCompile(`\{\s*on\s*:([^{}]*)\}\s*$`)

// noDay is the error of a day in braces that is none.
type noDay struct{ words string }

func (e *noDay) Error() string {
	return trf("“%s” is no day: write it as {on: 27 June 2022}", e.words)
}

// readRecord reads the day and the note from what was typed. The day stands in
// front, "on 27 June, report received", or in braces at the end, "report
// received {on: 27 June}"; without one it is today. A day without year is the
// last such day up to today.
func readRecord(words string, today model.Date) (on model.Date, note string, err error) {
	words = tidy(words)
	if m := braced.FindStringSubmatchIndex(words); m != nil {
		inside := tidy(words[m[2]:m[3]])
		on, ok := readDay(inside, today)
		if !ok {
			return today, words, &noDay{inside}
		}
		return on, tidy(words[:m[0]]), nil
	}
	rest, ok := cutWord(words, "on")
	if !ok {
		return today, words, nil
	}
	fields := strings.Fields(rest)
	for n := min(len(fields), longestDay); n > 0; n-- {
		day := strings.TrimRight(strings.Join(fields[:n], " "), ",:;.")
		if on, ok := readDay(day, today); ok {
			return on, strings.Join(fields[n:], " "), nil
		}
	}
	return today, words, nil
}

// longestDay is how many words a day has at most: Friday 27 June 2022.
const longestDay = 4

// cutWord takes a word, in any case, off the front.
func cutWord(words, word string) (string, bool) {
	first, rest, _ := strings.Cut(words, " ")
	return rest, strings.EqualFold(first, word) && rest != ""
}

// readDay reads a day on which something happened: the last such day up to
// today where the words leave it open.
func readDay(words string, today model.Date) (model.Date, bool) {
	switch strings.ToLower(words) {
	case "today":
		return today, true
	case "yesterday":
		return today.AddDays(-1), true
	case "tomorrow":
		return today.AddDays(1), true
	}
	lastWeek, lastYear := today.AddDays(-8), model.DateOf(today.Time().AddDate(-1, 0, 1))
	ahead, ok := quick.ParseDate(words, today)
	for _, from := range []model.Date{lastWeek, lastYear} {
		if on, ok := quick.ParseDate(words, from); ok && on <= today {
			return on, true
		}
	}
	return ahead, ok
}
