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
		parts = []string{"Begins a **new item**"}
	case r.Entry != nil:
		parts = p.entryBecomes(*r.Entry, r.Changes)
	case r.Command != "item" || len(r.Changes) > 0:
		parts = p.commandDoes(r)
	default:
		it, _ := p.s.work.meeting().Item(r.Item)
		parts = says("Goes to the item", model.Plain(it.Title))
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
	parts := says("Becomes", word)
	switch {
	case e.Action != nil:
		owners := "Owner"
		if len(e.Action.Owners) > 1 {
			owners = "Owners"
		}
		parts = append(parts, says(owners, strings.Join(e.Action.Owners, ", "))...)
		parts = append(parts, says("Due", dueWords(e.Action.Due))...)
		parts = append(parts, says("Report to", e.Action.Forum)...)
	case e.Vote != nil:
		parts = append(parts, voteSays(*e.Vote)...)
	case e.Interest != nil:
		parts = append(parts, interestSays(*e.Interest)...)
	case e.Movement != nil:
		parts = append(says("", p.movementWords(e, changes)), says("at", string(e.At))...)
	case e.Approves != nil:
		parts = says("Approves the minutes of", e.Approves.Date.Full())
		if e.Approves.SubjectTo {
			parts = append(parts, "subject to corrections, as bullets below")
		}
	case e.Done != nil:
		parts = append(says("Notes as complete: action", e.Done.Action), says("Note", e.Done.Note)...)
	}
	if e.Resolution != nil {
		parts = append(parts, says("Moved by", e.Resolution.Mover)...)
		parts = append(parts, says("Seconded by", e.Resolution.Seconder)...)
		parts = append(parts, says("Number", e.Resolution.Number)...)
		parts = append(parts, says("Result", e.Resolution.Result)...)
	}
	if e.At != "" && e.Movement == nil {
		parts = append(parts, says("at", string(e.At))...)
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
	}{{"For", v.For, v.ForNames}, {"Against", v.Against, v.AgainstNames}, {"Abstained", v.Abstain, v.AbstainNames}} {
		words := strings.Join(side.names, ", ")
		if side.count != nil {
			words = strings.TrimSpace(fmt.Sprint(*side.count, " ", words))
		}
		parts = append(parts, says(side.words, words)...)
	}
	return append(parts, says("Result", v.Result)...)
}

// interestSays says what was declared, and by whom.
func interestSays(i model.InterestFact) []string {
	if i.None {
		return []string{"**Nobody** declared an interest"}
	}
	parts := append(says("Declared by", i.Who), says("Item", i.Item)...)
	parts = append(parts, says("Nature", i.Nature)...)
	if i.Left {
		parts = append(parts, "**left the meeting** for it")
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
		return who.Name + " joins" + whileItem(*e.Movement)
	case model.Out:
		return who.Name + " leaves" + whileItem(*e.Movement)
	case model.Adjourn:
		return "The meeting adjourns"
	case model.Resume:
		return "The meeting resumes"
	}
	return string(e.Movement.Way)
}

func whileItem(f model.MovementFact) string {
	switch {
	case f.Item == "":
		return ""
	case f.During:
		return " during item " + f.Item
	}
	return " for item " + f.Item
}

// commandDoes says what a command will change.
func (p *composerPanel) commandDoes(r quick.Reading) []string {
	var parts []string
	for _, c := range r.Changes {
		parts = append(parts, p.changeSays(c)...)
	}
	if len(parts) == 0 {
		return says("Command", r.Command)
	}
	return parts
}

// changeSays says in words what a change does; nothing where the command's own
// word says it.
func (p *composerPanel) changeSays(c model.Change) []string {
	m := p.s.work.meeting()
	switch c := c.(type) {
	case model.AddAttendee:
		return append(says("On the list as "+string(c.Attendee.Mark)+":", attendeeWords(c.Attendee)), says("Group", c.Attendee.Group)...)
	case model.SetAttendee:
		return says(capital(string(c.Attendee.Mark))+":", attendeeWords(c.Attendee))
	case model.SetFact:
		value := c.Value
		if a, ok := m.Attendee(model.ID(value)); ok {
			value = a.Name
		}
		if d := model.Date(value).Full(); d != "" && (c.Fact == model.FactDate || c.Fact == model.FactPublicationDate) {
			value = d
		}
		return says(capital(strings.ReplaceAll(string(c.Fact), "-", " ")), value)
	case model.SetState:
		word, _ := stateWord(c.State)
		return says("The meeting is then", word)
	case model.SetItem:
		it, _ := m.Item(c.ID)
		return append(says(capital(string(c.Fact)), c.Value), says("Item", model.Plain(it.Title))...)
	case model.SetRestricting:
		if c.Restriction == nil {
			return []string{"What follows is **public** again"}
		}
		return says("What follows is **restricted**:", c.Restriction.Reason)
	case model.SetNext:
		if c.Next == nil {
			return []string{"No next meeting"}
		}
		return says("Next meeting", joinNotes(c.Next.Date.Full(), string(c.Next.At), c.Next.Venue))
	}
	return nil
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
