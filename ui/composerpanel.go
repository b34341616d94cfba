package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// composerPanel is where the clerk writes: the kinds by button, the composer,
// and the strip that says what Enter will make of the words.
type composerPanel struct {
	s        *meetingScreen
	object   fyne.CanvasObject
	frame    *widget.Frame
	composer *widget.Composer
	strip    *widget.Para
	kinds    []kindButton
	// buttons is the row of kinds, left out in a cramped window.
	buttons fyne.CanvasObject
	// completing is what Tab and Right take.
	completing completing
	// height is what the panel had when it was last laid out.
	height float32
}

type kindButton struct {
	kind   model.EntryKind
	button *widget.Button
}

func newComposerPanel(s *meetingScreen) *composerPanel {
	p := &composerPanel{s: s, composer: widget.NewComposer(), strip: widget.NewPara(widget.Block{Style: widget.Message})}
	buttons := container.New(&flow{gap: 0.75})
	for _, id := range []string{"paragraph", "decision", "action", "motion", "interest", "private", "vote"} {
		c := s.w.command(id)
		hint := c.keys[0].String()
		if len(p.kinds) > 0 {
			hint = string(c.keys[0].name) // Ctrl is said once, on the first
		}
		k := kindButton{kindsByCommand[id], widget.NewButton(shortTitle(c.title), hint, func() { s.w.do(c); s.focus() })}
		k.button.OnKey, k.button.OnShortcut = s.w.wired(func(name fyne.KeyName) bool {
			if name == fyne.KeyEscape {
				s.focus()
			}
			return name == fyne.KeyEscape
		})
		p.kinds = append(p.kinds, k)
		buttons.Add(k.button)
	}
	p.buttons = buttons
	c := p.composer
	c.OnEnter = func() { s.enter() }
	c.OnEscape = s.escape
	p.completing.composer = c
	c.OnChanged = func(string, int) {
		s.touched()
		s.since = 0
		p.completing.changed()
		p.fill()
	}
	c.OnMoved = func() {
		s.drafts.touch() // the caret comes back too
		p.completing.changed()
		p.fill()
	}
	c.OnTyping = func(r rune) bool { return s.recordLetter(r) || p.completing.typing(r) }
	c.OnTyped = p.completing.typed
	c.OnRightAtEnd = p.completing.word
	c.OnBackspace = p.completing.back
	c.OnUpWhenEmpty = func() bool { s.selectBy(-1); return true }
	c.OnTab = func() bool {
		if p.completing.tab(); p.completing.choosing() {
			p.fill() // with what comes after the choice
		}
		return true
	}
	c.OnPaste = s.paste
	c.OnKey = func(name fyne.KeyName) bool { return s.preview.key(name) || s.w.byKey(name) }
	c.OnShortcut = s.w.byShortcut
	c.OnFocus = func(focused bool) {
		p.frame.SetActive(focused)
		if !focused {
			s.keepUnfinished()
			s.w.keepKeyboardSoon()
		}
	}
	p.frame = widget.NewFrame(container.New(&widget.Stack{Gap: 8}, buttons, c, rule(), p.strip))
	p.object = p.frame
	return p
}

var kindsByCommand = map[string]model.EntryKind{"paragraph": model.Paragraph, "decision": model.Decision, "action": model.Action,
	"motion": model.Motion, "interest": model.Interest, "private": model.Private, "vote": model.VoteTaken}

// shortTitle is a command's title as a button has it.
func shortTitle(title string) string {
	return tr(strings.TrimSuffix(title, " note"))
}

// refuse says under the words why they were not taken. They stay.
func (p *composerPanel) refuse(why string) {
	p.strip.Set(widget.Block{Style: widget.Message, Chip: tr("Not yet"), Tone: theme.Restricted, Text: literal(why)})
	p.relay()
}

// fill shows what Enter would make of the words as they are.
func (p *composerPanel) fill() {
	text := p.composer.Text()
	r, err := p.s.work.read(text)
	if strings.TrimSpace(text) == "" {
		r, err = quick.Reading{Kind: p.s.work.kind}, nil
	}
	for _, k := range p.kinds {
		on := r.Kind == k.kind && (text != "" || p.s.work.kind != "")
		if k.button.On() != on {
			k.button.SetOn(on)
		}
	}
	tone := theme.NoTone
	m := p.s.work.meeting()
	if m.Restricting != nil || r.Kind == model.Private {
		tone = theme.Restricted
	}
	p.frame.SetTone(tone)
	p.composer.SetPlaceholder(p.placeholder(m))
	p.complete(m)
	p.strip.Set(p.reading(text, r, err))
	p.strip.OnTapped = p.tapped(r)
	p.relay()
	p.s.w.project()
	p.s.preview.touch()
}

// tapped is what a click on the strip does: of an action it asks for owner and
// due, otherwise nothing.
func (p *composerPanel) tapped(r quick.Reading) func() {
	if r.Entry != nil && r.Entry.Kind == model.Action {
		return p.s.askOwners
	}
	if e, _, ok := p.s.work.meeting().Entry(p.s.work.selected); ok && r.Entry == nil && e.Kind == model.Action {
		return p.s.askOwners
	}
	return nil
}

// complete shows what Tab would take, in grey, in the strip and at the foot of
// the window.
func (p *composerPanel) complete(m model.Meeting) {
	c := &p.completing
	if c.near == nil || c.nearRev != m.Rev {
		c.near, c.nearRev = attendeesOf(m), m.Rev
		p.s.forgetHidden(m)
	}
	c.look(p.s.work.kind)
	if p.s.w.screen == screen(p.s) {
		p.s.w.foot.show(p.s.hints())
	}
}

// relay gives the panel the room it now needs, if that is not what it has.
func (p *composerPanel) relay() {
	setVisible(p.buttons, !p.s.w.cramped)
	if height := p.object.MinSize().Height; height != p.height {
		p.height = height
		p.s.sheet.Refresh()
	}
}

func (p *composerPanel) placeholder(m model.Meeting) string {
	switch {
	case p.s.work.fixed():
		return tr("These minutes are approved and stay as they are")
	case p.s.work.session.correcting():
		return tr("Type what is missing, or choose an entry and press Ctrl+E: a correction")
	case len(m.Items) == 0:
		return tr("Type # and a title to begin the first item, or /present and a name")
	case p.s.work.kind == model.Action:
		return tr("Who is to do what, by when")
	case p.s.work.kind != "":
		word, _ := kindWord(p.s.work.kind)
		return word
	default:
		return tr("Type what came of it (a: action, d: decision, # next item)")
	}
}

// reading is the strip's line: what will be made, in the words of the clerk's
// trade.
func (p *composerPanel) reading(text string, r quick.Reading, err error) widget.Block {
	b := widget.Block{Style: widget.Message}
	var bad *quick.LineError
	switch {
	case errors.As(err, &bad):
		b.Chip, b.Tone, b.Text = tr("Not yet"), theme.Restricted, literal(sentence(capital(reason(bad))))
		return b
	case err != nil:
		b.Text = literal(sentence(capital(reason(err))))
		return b
	}
	if refused := p.s.sealed(r.Changes); refused != nil {
		b.Text = literal(sentence(capital(reason(refused))))
		return b
	}
	if p.s.work.session.correcting() {
		b.Chip, b.Tone = tr("Correction"), theme.Interest
	}
	if p.s.work.meeting().Restricting != nil {
		b.Chip, b.Tone = tr("RESTRICTED"), theme.Restricted
	}
	var parts []string
	if offered := p.completing.strip(); offered != "" {
		parts = append(parts, offered)
	}
	if !p.completing.asks() {
		parts = append(p.where(), parts...)
		if strings.TrimSpace(text) != "" {
			parts = append(parts, p.becomes(r)...)
		}
	}
	parts = append(parts, p.spelling(text)...)
	switch {
	case len(parts) > 0:
	case p.s.work.session.correcting():
		parts = []string{tr("Enter records what you type as a correction")}
	case p.s.work.fixed():
		parts = []string{tr("An error is corrected by a later meeting, in its own minutes")}
	default:
		parts = []string{tr("Enter adds what you type. A line that begins with / says something about the meeting, as in /start")}
	}
	b.Text = strings.Join(parts, "   ")
	return b
}

// where says what is out of the ordinary about the place that the words go to.
func (p *composerPanel) where() []string {
	var parts []string
	w := p.s.work
	m := w.meeting()
	if m.Restricting != nil {
		parts = append(parts, trf("%s · Ctrl+Shift+R ends it", literal(m.Restricting.Reason)))
	}
	if w.session.correcting() && w.session.asker != "" {
		parts = append(parts, trf("asked for by %s", literal(w.session.asker)))
	}
	switch e, _, ok := m.Entry(w.selected); {
	case w.editing != "" && w.session.correcting():
		parts = append(parts, tr("**How it should read** · Esc leaves it as it was"))
	case w.editing != "":
		parts = append(parts, tr("**Editing** · Esc leaves it as it was"))
	case ok && !w.fixed():
		parts = append(parts, trf("Goes in after %s", p.called(m, e)))
	}
	return parts
}

// called is what an entry is called beside others: by its number, where it has
// one in print, or else by its kind.
func (p *composerPanel) called(m model.Meeting, e model.Entry) string {
	numbers := model.Number(m)
	word, _ := kindWord(e.Kind)
	switch n := p.s.paragraphNumber(e, numbers); {
	case e.Kind == model.Action:
		return bold(word + " " + numbers.Entries[e.ID])
	case n != "":
		return bold(n)
	}
	return trf("the chosen %s", bold(strings.ToLower(word)))
}
