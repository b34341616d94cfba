package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/register"
	"minutebook/ui/widget"
)

// recordPanel says what will be recorded of actions and takes a note, another
// day than today, who said so and where the evidence is. It is the same at the
// foot of the register and over a meeting, and all it does is add events.
type recordPanel struct {
	w *Window
	// object is the panel in a frame, for the foot of a page; parts are what is
	// in it, for a dialog that has buttons of its own.
	object fyne.CanvasObject
	parts  *fyne.Container
	frame  *widget.Frame
	says   *widget.Para
	words  *widget.Composer
	by     *widget.Field
	link   *widget.Field
	under  *widget.Para
	// record and leave do by mouse what Enter and Esc do.
	record, leave *widget.Button
	// laid is called when the panel came, went or changed its height.
	laid func()
	// recorded is called with what was recorded once it is kept and the panel
	// gone.
	recorded func(record)

	deed    deed
	actions []register.Action
	to      target
}

// record is what was recorded in one go, with the actions as they were before.
type record struct {
	words   string
	actions []register.Action
	events  []model.Event
}

// recordWidth is how wide the panel gets, in units before they are scaled.
const recordWidth = 900

func newRecordPanel(w *Window) *recordPanel {
	p := &recordPanel{w: w, says: widget.NewPara(widget.Block{Style: widget.Message}), words: widget.NewComposer(),
		under: widget.NewPara(widget.Block{Style: widget.Message}), by: widget.NewField("", tr("Said by")), link: widget.NewField("", tr("Evidence: a link or a file")),
		laid: func() {}, recorded: func(record) {}}
	escape := func() bool { p.close(); return true }
	p.words.OnEnter, p.words.OnEscape = p.enter, escape
	p.words.OnChanged = func(string, int) { p.fill("") }
	p.words.OnKey, p.words.OnShortcut = w.wired(nil)
	p.words.OnFocus = func(focused bool) { p.frame.SetActive(focused) }
	p.words.SetPlaceholder(tr("A note, if there is one. For another day begin with it, as in: on 27 June, report received"))
	for _, f := range []*widget.Field{p.by, p.link} {
		f.OnEnter, f.OnEscape = p.enter, escape
		f.OnKey, f.OnShortcut = w.wired(nil)
	}
	p.record = widget.NewPrimary(tr("Record"), "Enter", p.enter)
	p.leave = widget.NewButton("", "Esc", p.close)
	p.parts = stacked(8, p.says, p.words, rule(), container.New(beside{}, p.link, p.by), p.under)
	p.frame = widget.NewFrame(stacked(8, p.parts, container.New(&widget.Across{Gap: 8, Grow: -1}, p.record, p.leave)))
	p.object = container.New(narrow{recordWidth}, p.frame)
	p.object.Hide()
	return p
}

// visible says whether the panel asks.
func (p *recordPanel) visible() bool { return p.object.Visible() }

// focus gives the keyboard to the note.
func (p *recordPanel) focus() { p.w.window.Canvas().Focus(p.words) }

// ask records something of actions: it asks first for what the deed is done
// with, then for the day and a note. Where a rule is against it, it says so.
func (p *recordPanel) ask(d deed, actions []register.Action) {
	if len(actions) == 0 {
		p.w.say(tr("Choose an action first"))
		return
	}
	for _, a := range actions {
		if err := d.may(a); err != nil {
			p.w.say(refusal(err))
			return
		}
	}
	p.w.askTarget(d, actions, func(to target) { p.open(d, actions, to) })
}

// open shows the panel.
func (p *recordPanel) open(d deed, actions []register.Action, to target) {
	p.deed, p.actions, p.to = d, actions, to
	p.words.Set("", 0)
	p.by.Set("", 0)
	p.link.Set("", 0)
	p.object.Show()
	p.fill("")
	p.laid()
	p.focus()
}

func (p *recordPanel) close() {
	p.object.Hide()
	p.laid()
}

func (p *recordPanel) today() model.Date { return model.DateOf(p.w.out.Now()) }

// fill says what Enter will record, or why it did not.
func (p *recordPanel) fill(problem string) {
	today := p.today()
	on, note, err := readRecord(p.words.Text(), today)
	day := on.Full()
	if err != nil {
		day = ""
	}
	text := p.deed.says(bold(actionsNamed(p.actions)), p.to, day)
	if note != "" && err == nil {
		text += ": " + literal(note)
	}
	p.says.Set(widget.Block{Style: widget.Message, Text: text})
	p.leave.SetWords(p.deed.leaving())
	under := p.stay()
	switch {
	case problem != "":
		under = literal(problem)
	case err != nil:
		under = literal(sentence(capital(reason(err))))
	case on > today:
		under += "  " + tr("That day is still to come.")
	case slices.ContainsFunc(p.actions, func(a register.Action) bool { return on < a.Date }):
		under += "  " + tr("That day is before the meeting.")
	}
	p.under.Set(widget.Block{Style: widget.Message, Text: under})
	p.object.Refresh()
}

// stay says that no minutes are touched.
func (p *recordPanel) stay() string {
	if len(p.actions) == 1 {
		return trf("The minutes of %s stay as they are.", p.actions[0].Date.Long())
	}
	return tr("The minutes of their meetings stay as they are.")
}

// enter records the events, all or none. The minutes are left alone.
func (p *recordPanel) enter() {
	made, on, err := p.events()
	if err == nil {
		err = p.w.book.Commit(model.Batch{Events: made.events})
	}
	switch {
	case errors.As(err, new(*register.Refused)):
		p.refuse(sentence(refusal(err)))
		return
	case err != nil:
		p.w.out.Log.Error("record events", "deed", string(p.deed), "actions", len(p.actions), "error", err)
		p.refuse(explain("record it", err))
		return
	}
	p.w.out.Log.Info("recorded", "deed", string(p.deed), "actions", len(p.actions))
	made.words = p.deed.done(capital(actionsNamed(p.actions)), p.to, on)
	p.object.Hide()
	p.recorded(made)
}

// refuse says why nothing was recorded; what was typed stays.
func (p *recordPanel) refuse(why string) {
	p.fill(why)
	p.laid()
	p.focus()
}

// events are those that Enter records, and the day they are of.
func (p *recordPanel) events() (made record, on model.Date, err error) {
	on, note, err := readRecord(p.words.Text(), p.today())
	made.actions = p.actions
	facts := register.Facts{On: on, Note: note, By: tidy(p.by.Text()), Link: unquoted(p.link.Text()), Made: model.Stamp(p.w.out.Now())}
	for _, a := range p.actions {
		if err != nil {
			break
		}
		var e model.Event
		e, err = p.deed.event(a, p.to, facts)
		made.events = append(made.events, e)
	}
	return made, on, err
}

// mostNamed is how many actions are named by number; more are counted.
const mostNamed = 6

// actionsNamed names actions by their numbers: "action 4", "actions 2, 3 and 5";
// where they are of several meetings or too many, how many they are.
func actionsNamed(actions []register.Action) string {
	if len(actions) == 1 {
		return trf("action %s", printedNumber(actions[0]))
	}
	var numbers []string
	for _, a := range actions {
		if a.Meeting != actions[0].Meeting || len(actions) > mostNamed {
			return plural(len(actions), "action", "actions")
		}
		numbers = append(numbers, printedNumber(a))
	}
	last := len(numbers) - 1
	return trf("actions %s and %s", strings.Join(numbers[:last], ", "), numbers[last])
}

// printedNumber is the number of an action as it is printed.
func printedNumber(a register.Action) string {
	if a.Printed != "" {
		return a.Printed
	}
	return fmt.Sprint(a.Number)
}

// back are the events that put the actions back as they were, said to be so.
// Nothing that was recorded is taken away. The error is a *[register.Refused].
func (r record) back(today model.Date, made string) ([]model.Event, error) {
	var events []model.Event
	for i, a := range r.actions {
		e, err := a.PutBack(r.events[i], today, tr("Put back: recorded by mistake"), made)
		if err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	return events, nil
}
