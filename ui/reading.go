package ui

import (
	"fmt"
	"strings"

	"minutebook/model"
	"minutebook/model/quick"
)

// becomes says what Enter makes of a line: every fact that was read from it, so
// that nothing is a surprise afterwards.
func (p *composerPanel) becomes(r quick.Reading) []string {
	var parts []string
	switch {
	case r.NewItem:
		parts = []string{tr("Begins a **new item**")}
	case r.Entry != nil:
		parts = p.entryBecomes(*r.Entry, r.Changes)
	case r.Command != "item" || len(r.Changes) > 0:
		parts = p.commandDoes(r)
	default:
		it, _ := p.s.work.meeting().Item(r.Item)
		parts = says(tr("Goes to the item"), model.Plain(it.Title))
	}
	for _, note := range r.Notes {
		parts = append(parts, literal(note))
	}
	return parts
}

// says is a few words with a value in bold; nothing where there is no value.
func says(words, value string) []string {
	if value == "" {
		return nil
	}
	return []string{strings.TrimSpace(words + " " + bold(value))}
}

// entryBecomes says what an entry will be. The changes that make it may put
// somebody on the attendance list.
func (p *composerPanel) entryBecomes(e model.Entry, changes model.Many) []string {
	word, _ := kindWord(e.Kind)
	if n := p.number(e); e.Kind == model.Action && n != "" {
		word += " " + n
	}
	parts := says(tr("Becomes"), word)
	switch {
	case e.Action != nil:
		owners := tr("Owner")
		if len(e.Action.Owners) > 1 {
			owners = tr("Owners")
		}
		parts = append(parts, says(owners, strings.Join(e.Action.Owners, ", "))...)
		parts = append(parts, says(tr("Due"), dueWords(e.Action.Due))...)
		parts = append(parts, says(tr("Report to"), e.Action.Forum)...)
	case e.Vote != nil:
		parts = append(parts, voteSays(*e.Vote)...)
	case e.Interest != nil:
		parts = append(parts, interestSays(*e.Interest)...)
	case e.Movement != nil:
		parts = append(says("", p.movementWords(e, changes)), says(tr("at"), string(e.At))...)
	case e.Approves != nil:
		parts = says(tr("Approves the minutes of"), e.Approves.Date.Full())
		if e.Approves.SubjectTo {
			parts = append(parts, tr("subject to corrections, as bullets below"))
		}
		if e.Approves.Completed {
			parts = append(parts, tr("the completed actions noted"))
		}
	case e.Done != nil:
		parts = append(says(tr("Notes as complete: action"), e.Done.Action), says(tr("Note"), e.Done.Note)...)
	}
	if e.Resolution != nil {
		parts = append(parts, says(tr("Moved by"), e.Resolution.Mover)...)
		parts = append(parts, says(tr("Seconded by"), e.Resolution.Seconder)...)
		parts = append(parts, says(tr("Number"), e.Resolution.Number)...)
		parts = append(parts, says(tr("Result"), e.Resolution.Result)...)
	}
	if e.At != "" && e.Movement == nil {
		parts = append(parts, says(tr("at"), string(e.At))...)
	}
	return parts
}

// voteSays says how a vote went, as recorded.
func voteSays(v model.Vote) []string {
	var parts []string
	for _, side := range []struct {
		words string
		count *int
		names []string
	}{{tr("For"), v.For, v.ForNames}, {tr("Against"), v.Against, v.AgainstNames}, {tr("Abstained"), v.Abstain, v.AbstainNames}} {
		words := strings.Join(side.names, ", ")
		if side.count != nil {
			words = strings.TrimSpace(fmt.Sprint(*side.count, " ", words))
		}
		parts = append(parts, says(side.words, words)...)
	}
	return append(parts, says(tr("Result"), v.Result)...)
}

// interestSays says what was declared, and by whom.
func interestSays(i model.InterestFact) []string {
	if i.None {
		return []string{tr("**Nobody** declared an interest")}
	}
	parts := append(says(tr("Declared by"), i.Who), says(tr("Item"), i.Item)...)
	parts = append(parts, says(tr("Nature"), i.Nature)...)
	if i.Left {
		parts = append(parts, tr("**left the meeting** for it"))
	}
	return parts
}

// movementWords say who comes or goes.
func (p *composerPanel) movementWords(e model.Entry, changes model.Many) string {
	m := p.s.work.meeting()
	who, ok := m.Attendee(e.Movement.Who)
	for _, c := range changes {
		if add, adds := c.(model.AddAttendee); adds && !ok {
			who = add.Attendee
		}
	}
	switch e.Movement.Way {
	case model.In:
		return trf("%s joins", who.Name) + whileItem(*e.Movement)
	case model.Out:
		return trf("%s leaves", who.Name) + whileItem(*e.Movement)
	case model.Adjourn:
		return tr("The meeting adjourns")
	case model.Resume:
		return tr("The meeting resumes")
	}
	return string(e.Movement.Way)
}

func whileItem(f model.MovementFact) string {
	switch {
	case f.Item == "":
		return ""
	case f.During:
		return " " + trf("during item %s", f.Item)
	}
	return " " + trf("for item %s", f.Item)
}

// commandDoes says what a command will change.
func (p *composerPanel) commandDoes(r quick.Reading) []string {
	var parts []string
	for _, c := range r.Changes {
		parts = append(parts, p.changeSays(c)...)
	}
	if len(parts) == 0 {
		return says(tr("Command"), r.Command)
	}
	return parts
}

// changeSays says in words what a change does; nothing where the command's own
// word says it.
func (p *composerPanel) changeSays(c model.Change) []string {
	m := p.s.work.meeting()
	switch c := c.(type) {
	case model.AddAttendee:
		return append(says(onListAs(c.Attendee.Mark), attendeeWords(c.Attendee)), says(tr("Group"), c.Attendee.Group)...)
	case model.SetAttendee:
		word, _ := markWord(c.Attendee.Mark)
		return says(word+":", attendeeWords(c.Attendee))
	case model.SetFact:
		value := c.Value
		if a, ok := m.Attendee(model.ID(value)); ok {
			value = a.Name
		}
		if d := model.Date(value).Full(); d != "" && (c.Fact == model.FactDate || c.Fact == model.FactPublicationDate) {
			value = d
		}
		return says(factWord(string(c.Fact)), value)
	case model.SetState:
		word, _ := stateWord(c.State)
		return says(tr("The meeting is then"), word)
	case model.SetItem:
		it, _ := m.Item(c.ID)
		return append(says(factWord(string(c.Fact)), c.Value), says(tr("Item"), model.Plain(it.Title))...)
	case model.SetRestricting:
		if c.Restriction == nil {
			return []string{tr("What follows is **public** again")}
		}
		return says(tr("What follows is **restricted**:"), c.Restriction.Reason)
	case model.SetNext:
		if c.Next == nil {
			return []string{tr("No next meeting")}
		}
		return says(tr("Next meeting"), joinNotes(c.Next.Date.Full(), string(c.Next.At), c.Next.Venue))
	}
	return nil
}

// onListAs says how somebody comes on the list.
func onListAs(m model.Mark) string {
	word, _ := markWord(m)
	return trf("On the list as %s:", strings.ToLower(word))
}

// attendeeWords are somebody's name and post.
func attendeeWords(a model.Attendee) string {
	if a.Post == "" {
		return a.Name
	}
	return a.Name + ", " + a.Post
}

// number is that of an action about to be made, or of the one being edited.
func (p *composerPanel) number(e model.Entry) string {
	m := p.s.work.meeting()
	if old, _, ok := m.Entry(p.s.work.editing); ok && old.Kind == model.Action {
		return model.Number(m).Entries[old.ID]
	}
	if e.Number > 0 {
		return model.Number(model.Meeting{Items: []model.Item{{Entries: []model.Entry{e}}}}).Entries[e.ID]
	}
	return ""
}
