package ui

import (
	"fmt"
	"strings"

	"minutebook/model"
	"minutebook/ui/theme"
)

// kindWord is a kind of entry as the screens name it, with its tone.
func kindWord(k model.EntryKind) (string, theme.Tone) {
	switch k {
	case model.Paragraph:
		return "Paragraph", theme.Plain
	case model.Bullet:
		return "Bullet", theme.Plain
	case model.Heading:
		return "Sub-heading", theme.Plain
	case model.Decision:
		return "Decision", theme.Decision
	case model.Action:
		return "Action", theme.Action
	case model.Motion:
		return "Motion", theme.Motion
	case model.VoteTaken:
		return "Vote", theme.Motion
	case model.Interest:
		return "Interest", theme.Interest
	case model.Movement:
		return "Attendance", theme.Plain
	case model.Private:
		return "Private note", theme.Restricted
	}
	return string(k), theme.Plain
}

// stateWord is the state of a meeting as a chip wears it.
func stateWord(s model.State) (string, theme.Tone) {
	switch s {
	case model.Planned:
		return "PLANNED", theme.Plain
	case model.Live:
		return "LIVE", theme.Live
	case model.Adjourned:
		return "ADJOURNED", theme.Live
	case model.Inquorate:
		return "INQUORATE", theme.Restricted
	case model.Cancelled:
		return "CANCELLED", theme.Restricted
	case model.Draft:
		return "DRAFT", theme.Draft
	case model.Circulated:
		return "CIRCULATED", theme.Draft
	case model.Approved:
		return "APPROVED", theme.Approved
	}
	return strings.ToUpper(string(s)), theme.Plain
}

// actionStateWord is the state of an action as a chip wears it.
func actionStateWord(s model.ActionState) (string, theme.Tone) {
	switch s {
	case model.Open:
		return "Open", theme.Action
	case model.InProgress:
		return "In progress", theme.Interest
	case model.Complete:
		return "Complete", theme.Decision
	case model.Noted:
		return "Noted", theme.Decision
	case model.Transferred:
		return "Transferred", theme.Plain
	case model.Superseded:
		return "Superseded", theme.Plain
	case model.Withdrawn:
		return "Withdrawn", theme.Plain
	}
	return string(s), theme.Plain
}

// problemWords says what there is to follow up.
func problemWords(p model.Problem) string {
	switch p.Kind {
	case model.NoOwner:
		return fmt.Sprintf("Action %d has no owner", p.Number)
	case model.NoDue:
		return fmt.Sprintf("Action %d has no due words", p.Number)
	case model.Query:
		return "Query: " + strings.Join(strings.Fields(strings.ReplaceAll(model.Plain(p.Words), "??", "")), " ")
	case model.RelativeDate:
		return fmt.Sprintf("“%s” will not be clear later", p.Words)
	case model.EmptyItem:
		return "Nothing minuted: " + p.Words
	case model.UnsurePerson:
		return p.Words + " is not known"
	case model.PrivateNote:
		return "Private note: " + p.Words
	case model.StillOn:
		return "Still restricting: " + p.Words
	}
	return string(p.Kind)
}

// ownersAndDue are what was read from an action's words, as a line under it.
func ownersAndDue(a *model.ActionFacts) string {
	if a == nil {
		return ""
	}
	var parts []string
	if len(a.Owners) > 0 {
		parts = append(parts, strings.Join(a.Owners, ", "))
	}
	if due := dueWords(a.Due); due != "" {
		parts = append(parts, "due "+due)
	}
	if a.Forum != "" {
		parts = append(parts, "report to "+a.Forum)
	}
	return strings.Join(parts, " · ")
}

// dueWords is when something is due: the full date where there is one, with
// its weekday, else as worded.
func dueWords(d model.Due) string {
	if d.Date != "" {
		return d.Date.Full()
	}
	return d.Words
}

// plural is "1 action", "2 actions".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// literal is words as a paragraph on screen must be given them so that it shows
// them as they stand: no star or bracket in a name is taken for emphasis or for
// a link.
func literal(words string) string { return shownAs(words, "", "") }

// bold is words in bold, and otherwise as they stand.
func bold(words string) string { return shownAs(words, "**", "**") }

// shownAs puts words between marks, with as many backslashes in them as it
// takes to show just them; where none help the marks in them are left out.
func shownAs(words, open, end string) string {
	for _, inner := range []string{words, strings.NewReplacer("*", `\*`, "[", `\[`).Replace(words)} {
		if spans := model.Inline(open + inner + end); len(spans) == 1 && spans[0] == (model.Span{Text: words, Bold: open != ""}) {
			return open + inner + end
		}
	}
	return open + strings.NewReplacer("*", "", "[", "(", "]", ")", `\`, "").Replace(words) + end
}
