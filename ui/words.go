package ui

import (
	"strings"

	"minutebook/model"
	"minutebook/ui/theme"
)

// kindWord is a kind of entry as the screens name it, with its tone.
func kindWord(k model.EntryKind) (string, theme.Tone) {
	switch k {
	case model.Paragraph:
		return tr("Paragraph"), theme.Plain
	case model.Bullet:
		return tr("Bullet"), theme.Plain
	case model.Heading:
		return tr("Sub-heading"), theme.Plain
	case model.Decision:
		return tr("Decision"), theme.Decision
	case model.Action:
		return tr("Action"), theme.Action
	case model.Motion:
		return tr("Motion"), theme.Motion
	case model.VoteTaken:
		return tr("Vote"), theme.Motion
	case model.Interest:
		return tr("Interest"), theme.Interest
	case model.Movement:
		return tr("Attendance"), theme.Plain
	case model.Private:
		return tr("Private note"), theme.Restricted
	}
	return string(k), theme.Plain
}

// meetingKindWord is what sort of meeting it is, in words.
func meetingKindWord(k model.MeetingKind) string {
	switch k {
	case model.Ordinary:
		return tr("Ordinary meeting")
	case model.Extraordinary:
		return tr("Extraordinary meeting")
	case model.Annual:
		return tr("Annual meeting")
	}
	return capital(string(k))
}

// stateWord is the state of a meeting as a chip wears it.
func stateWord(s model.State) (string, theme.Tone) {
	switch s {
	case model.Planned:
		return tr("PLANNED"), theme.Plain
	case model.Live:
		return tr("LIVE"), theme.Live
	case model.Adjourned:
		return tr("ADJOURNED"), theme.Live
	case model.Inquorate:
		return tr("INQUORATE"), theme.Restricted
	case model.Cancelled:
		return tr("CANCELLED"), theme.Restricted
	case model.Draft:
		return tr("DRAFT"), theme.Draft
	case model.Circulated:
		return tr("CIRCULATED"), theme.Draft
	case model.Approved:
		return tr("APPROVED"), theme.Approved
	}
	return strings.ToUpper(string(s)), theme.Plain
}

// actionStateWord is the state of an action as a chip wears it.
func actionStateWord(s model.ActionState) (string, theme.Tone) {
	switch s {
	case model.Open:
		return tr("Open"), theme.Action
	case model.InProgress:
		return tr("In progress"), theme.Interest
	case model.Complete:
		return tr("Complete"), theme.Decision
	case model.Noted:
		return tr("Noted"), theme.Decision
	case model.Transferred:
		return tr("Transferred"), theme.Plain
	case model.Superseded:
		return tr("Superseded"), theme.Plain
	case model.Withdrawn:
		return tr("Withdrawn"), theme.Plain
	}
	return string(s), theme.Plain
}

// factNames are the facts of a meeting and of an item, by their quick line's
// word for them.
var factNames = map[string]string{"body": "Body", "style": "House style", "title": "Title", "kind": "Kind", "date": "Date",
	"begin": "Begin", "end": "End", "venue": "Venue", "publication-type": "Publication type", "publication-date": "Publication date",
	"started": "Started", "closed": "Closed", "chair": "Chair", "clerk": "Clerk",
	"reference": "Reference", "outcome": "Outcome", "presenter": "Presenter", "public title": "Public title"}

// factWord is such a fact as the screens name it.
func factWord(fact string) string {
	if name, ok := factNames[fact]; ok {
		return tr(name)
	}
	return capital(fact)
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
		parts = append(parts, trf("due %s", due))
	}
	if a.Forum != "" {
		parts = append(parts, trf("report to %s", a.Forum))
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
