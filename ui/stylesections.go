package ui

import (
	"slices"

	"minutebook/model/minutes"
)

// styleSections are the parts of the editor of house styles, with everything
// that can be said of a style.
func styleSections() []styleSection {
	return []styleSection{titleSection(), factsSection(), attendanceSection(), namesSection(), itemsSection(), sentencesSection(), approvalSection(), actionsSection(),
		decisionsSection(), outcomesSection(), datesSection(), signatureSection(), agendaSection(), headerSection(), logoSection(), restrictedSection(), typeSection()}
}

func titleSection() styleSection {
	return styleSection{title: tr("Title"), about: tr("What stands at the head, and what the style is for."), fields: []styleField{
		linesField("title", tr("Title, line by line"), tr("{body} minutes of {date}"), func(s *minutes.Style) *[]string { return &s.Title }),
		switchField("capitals", tr("Its first line"), tr("As written"), tr("In capitals"), func(s *minutes.Style) *bool { return &s.Capitals }),
		wordingField("occasion", tr("Which meeting it is, for headers and lists"), func(s *minutes.Style) *string { return &s.Occasion }),
		wordingField("about", tr("What the style is for"), func(s *minutes.Style) *string { return &s.About }),
		wordingField("language", tr("Language of the minutes, as in en-GB"), func(s *minutes.Style) *string { return &s.Language }),
	}}
}

func factsSection() styleSection {
	return styleSection{title: tr("Facts and contents"), about: tr("What stands below the title, and the list of contents."), fields: []styleField{
		factRows("facts", func(s *minutes.Style) *[]minutes.FactRow { return &s.Facts.Rows }),
		wordingField("facts.heading", tr("Heading over the facts; empty for none"), func(s *minutes.Style) *string { return &s.Facts.Heading }),
		wordingField("contents", tr("Heading of the list of contents; empty for no list"), func(s *minutes.Style) *string { return &s.Contents }),
		switchField("contentsNumbers", tr("Items in the list"), tr("Titles only"), tr("With their numbers"), func(s *minutes.Style) *bool { return &s.ContentsNumbers }),
		switchField("contentsPages", tr("Pages in the list, in Word"), tr("Without"), tr("With page numbers"), func(s *minutes.Style) *bool { return &s.ContentsPages }),
		wordingField("back", tr("Link from the end back to the contents"), func(s *minutes.Style) *string { return &s.Back }),
	}, shows: func(b minutes.Block) (string, bool) { c, ok := b.(minutes.Contents); return c.Anchor, ok }}
}

func attendanceSection() styleSection {
	at := func(s *minutes.Style) *minutes.Attendance { return &s.Attendance }
	table := func(s *minutes.Style) bool { return s.Attendance.Manner == minutes.MannerTable }
	manner := chosenField("attendance.manner", tr("Names are listed"), func(s *minutes.Style) *string { return &at(s).Manner },
		styleOption{minutes.MannerLines, tr("Below one another")}, styleOption{minutes.MannerRunning, tr("In a paragraph")}, styleOption{minutes.MannerTable, tr("In a table")})
	set := manner.set
	manner.set = func(s *minutes.Style, value string) error {
		if value == minutes.MannerTable && at(s).Table == "" {
			at(s).Table, at(s).Head = tr("Who attended: name, post, and whether they were present."), [3]string{tr("Name"), tr("Post"), tr("Attendance")}
		}
		return set(s, value)
	}
	fields := []styleField{manner,
		chosenField("attendance.groups", tr("Listed under"), func(s *minutes.Style) *string { return &at(s).Groups },
			styleOption{minutes.GroupsGroups, tr("Each group's name")}, styleOption{minutes.GroupsCapacity, tr("Present and apologies only")}),
		wordingField("attendance.heading", tr("Heading over all of them; empty for none"), func(s *minutes.Style) *string { return &at(s).Heading }),
		wordingField("attendance.present", tr("Heading: members who were there"), func(s *minutes.Style) *string { return &at(s).Present }),
		wordingField("attendance.attending", tr("Heading: others who attended"), func(s *minutes.Style) *string { return &at(s).Attending }),
		wordingField("attendance.observing", tr("Heading: observers"), func(s *minutes.Style) *string { return &at(s).Observing }),
		wordingField("attendance.apologies", tr("Heading: apologies"), func(s *minutes.Style) *string { return &at(s).Apologies }),
		wordingField("attendance.absent", tr("Heading: absent"), func(s *minutes.Style) *string { return &at(s).Absent }),
		wordingField("attendance.public", tr("How many of the public came"), func(s *minutes.Style) *string { return &at(s).Public }),
	}
	fields = append(fields, only(table,
		wordingField("attendance.table", tr("What the table shows, for those who cannot see it"), func(s *minutes.Style) *string { return &at(s).Table }),
		wordingField("attendance.head, line 1", tr("Its first column: names"), func(s *minutes.Style) *string { return &at(s).Head[0] }),
		wordingField("attendance.head, line 2", tr("Its second column: posts"), func(s *minutes.Style) *string { return &at(s).Head[1] }),
		wordingField("attendance.head, line 3", tr("Its third column: what they are there as"), func(s *minutes.Style) *string { return &at(s).Head[2] }))...)
	return styleSection{title: tr("Attendance"), about: tr("How the people who were there are listed. A heading with nobody under it is never printed."), fields: fields,
		shows: func(b minutes.Block) (string, bool) {
			p, ok := b.(minutes.People)
			return peopleAnchor(p), ok
		}}
}

// peopleAnchor is that of the first of several names.
func peopleAnchor(p minutes.People) string {
	for _, n := range p.Names {
		if n.Anchor != "" {
			return n.Anchor
		}
	}
	return ""
}

func namesSection() styleSection {
	w := func(s *minutes.Style) *minutes.Words { return &s.Words }
	return styleSection{title: tr("After a name"), about: tr("What stands in brackets after somebody's name."), fields: []styleField{
		wordingField("words.chair", tr("Who takes the chair"), func(s *minutes.Style) *string { return &w(s).Chair }),
		wordingField("words.clerk", tr("Who takes the minutes"), func(s *minutes.Style) *string { return &w(s).Clerk }),
		wordingField("words.remote", tr("Who joins from elsewhere"), func(s *minutes.Style) *string { return &w(s).Remote }),
		wordingField("words.deputy", tr("Who deputises for somebody"), func(s *minutes.Style) *string { return &w(s).Deputy }),
		wordingField("words.item", tr("Who is there for one item"), func(s *minutes.Style) *string { return &w(s).Item }),
		wordingField("words.items", tr("Who is there for several"), func(s *minutes.Style) *string { return &w(s).Items }),
		wordingField("words.and", tr("Between the last two of a list"), func(s *minutes.Style) *string { return &w(s).And }),
	}, shows: attendanceSection().shows}
}

func itemsSection() styleSection {
	return styleSection{title: tr("Items and numbers"), about: tr("How items and their paragraphs are numbered, and what is said of an item."), fields: []styleField{
		wordingField("items", tr("Number of an item; empty for none"), func(s *minutes.Style) *string { return &s.Items }),
		wordingField("paragraphs", tr("Number of a paragraph; empty for none"), func(s *minutes.Style) *string { return &s.Paragraphs }),
		wordingField("words.presenter", tr("Before the presenter"), func(s *minutes.Style) *string { return &s.Words.Presenter }),
		wordingField("words.paper", tr("Before a paper"), func(s *minutes.Style) *string { return &s.Words.Paper }),
	}, shows: itemHeading}
}

// itemHeading is the heading of an item.
func itemHeading(b minutes.Block) (string, bool) {
	h, ok := b.(minutes.Heading)
	return h.Anchor, ok && (h.Label.Printed != "")
}

func sentencesSection() styleSection {
	w := func(s *minutes.Style) *minutes.Words { return &s.Words }
	return styleSection{title: tr("Sentences"), about: tr("What is worded from what was recorded. Each is printed only where there is something to say."), fields: []styleField{
		wordingField("words.started", tr("The start"), func(s *minutes.Style) *string { return &w(s).Started }),
		wordingField("words.closed", tr("The end"), func(s *minutes.Style) *string { return &w(s).Closed }),
		wordingField("words.next", tr("The next meeting"), func(s *minutes.Style) *string { return &w(s).Next }),
		wordingField("words.joined", tr("Somebody joins"), func(s *minutes.Style) *string { return &w(s).Joined }),
		wordingField("words.left", tr("Somebody leaves"), func(s *minutes.Style) *string { return &w(s).Left }),
		wordingField("words.adjourned", tr("An adjournment"), func(s *minutes.Style) *string { return &w(s).Adjourned }),
		wordingField("words.resumed", tr("The meeting resumes"), func(s *minutes.Style) *string { return &w(s).Resumed }),
		wordingField("words.approved", tr("Earlier minutes are agreed"), func(s *minutes.Style) *string { return &w(s).Approved }),
		wordingField("words.subjectTo", tr("Agreed with corrections"), func(s *minutes.Style) *string { return &w(s).SubjectTo }),
		wordingField("words.done", tr("An earlier action is noted as done"), func(s *minutes.Style) *string { return &w(s).Done }),
		wordingField("words.interest", tr("An interest is declared"), func(s *minutes.Style) *string { return &w(s).Interest }),
		wordingField("words.noInterest", tr("No interests"), func(s *minutes.Style) *string { return &w(s).NoInterest }),
	}, shows: func(b minutes.Block) (string, bool) {
		p, ok := b.(minutes.Paragraph)
		return p.Anchor, ok && p.Role == minutes.Aside && p.Anchor != ""
	}}
}

// tables are a style with every table, for one that had none. What stands in
// minutes is in their language, and never follows that of the screens.
func tables() minutes.Style {
	s := minutes.Style{Log: &minutes.LogStyle{}, Decisions: &minutes.DecisionsStyle{}}
	if board, err := minutes.LoadStyle("board"); err == nil {
		s.Log, s.Decisions = board.Log, board.Decisions
	}
	if motions, err := minutes.LoadStyle("motions"); err == nil {
		s.Roll = motions.Roll
	}
	return s.Clone()
}

func actionsSection() styleSection {
	w := func(s *minutes.Style) *minutes.Words { return &s.Words }
	has := func(s *minutes.Style) bool { return s.Log != nil }
	print := chosenField("actions", tr("An action prints"), func(s *minutes.Style) *string { return &s.Actions },
		styleOption{minutes.ActionsInline, tr("Where it was agreed")}, styleOption{minutes.ActionsColumn, tr("With its owner at the right")}, styleOption{minutes.ActionsLog, tr("In the log only")})
	set := print.set
	print.set = func(s *minutes.Style, value string) error {
		if value == minutes.ActionsLog && s.Log == nil {
			s.Log = tables().Log
		}
		return set(s, value)
	}
	log := styleField{id: "log", label: tr("A table of all actions at the end"), options: []styleOption{{"", tr("None")}, {"on", tr("Action log")}},
		get: func(s *minutes.Style) string {
			if s.Log == nil {
				return ""
			}
			return "on"
		},
		set: func(s *minutes.Style, value string) error {
			s.Log = nil
			if value != "" {
				s.Log = tables().Log
			}
			return nil
		}}
	fields := []styleField{print,
		wordingField("words.action", tr("What an action is called"), func(s *minutes.Style) *string { return &w(s).Action }),
		wordingField("words.withdrawn", tr("One that was withdrawn"), func(s *minutes.Style) *string { return &w(s).Withdrawn }),
		wordingField("words.owner", tr("Its owner, where its words do not say"), func(s *minutes.Style) *string { return &w(s).Owner }),
		wordingField("words.due", tr("When it is due"), func(s *minutes.Style) *string { return &w(s).Due }),
		wordingField("words.forum", tr("Where it reports to"), func(s *minutes.Style) *string { return &w(s).Forum }),
		log}
	fields = append(fields, only(has,
		wordingField("log.heading", tr("Heading of the log"), func(s *minutes.Style) *string { return &s.Log.Heading }),
		wordingField("log.summary", tr("What it shows, for those who cannot see it"), func(s *minutes.Style) *string { return &s.Log.Summary }),
		wordingField("log.head, line 1", tr("Its first column: number"), func(s *minutes.Style) *string { return &s.Log.Head[0] }),
		wordingField("log.head, line 2", tr("Its second column: action"), func(s *minutes.Style) *string { return &s.Log.Head[1] }),
		wordingField("log.head, line 3", tr("Its third column: owner"), func(s *minutes.Style) *string { return &s.Log.Head[2] }),
		wordingField("log.head, line 4", tr("Its fourth column: due"), func(s *minutes.Style) *string { return &s.Log.Head[3] }))...)
	return styleSection{title: tr("Actions"), about: tr("How actions print, and the log of them at the end."), fields: fields,
		shows: func(b minutes.Block) (string, bool) { return findAction([]minutes.Block{b}) }}
}

// findAction is the first action among blocks, and what stands under a bullet
// of theirs.
func findAction(blocks []minutes.Block) (string, bool) {
	for _, b := range blocks {
		switch b := b.(type) {
		case minutes.Action:
			return b.Anchor, true
		case minutes.List:
			for _, p := range b.Points {
				if anchor, ok := findAction(p.Under); ok {
					return anchor, true
				}
			}
		}
	}
	return "", false
}

func decisionsSection() styleSection {
	w := func(s *minutes.Style) *minutes.Words { return &s.Words }
	voters := func(s *minutes.Style) bool { return s.Votes == minutes.VotesTable }
	has := func(s *minutes.Style) bool { return s.Decisions != nil }
	votes := chosenField("votes", tr("Who voted how"), func(s *minutes.Style) *string { return &s.Votes },
		styleOption{minutes.VotesList, tr("A line for each side")}, styleOption{minutes.VotesTable, tr("A table of names")})
	set := votes.set
	votes.set = func(s *minutes.Style, value string) error {
		if value == minutes.VotesTable && s.Roll.Summary == "" {
			s.Roll = tables().Roll
		}
		return set(s, value)
	}
	table := styleField{id: "decisions", label: tr("A table of decisions before the first item"), options: []styleOption{{"", tr("None")}, {"on", tr("Table of decisions")}},
		get: func(s *minutes.Style) string {
			if s.Decisions == nil {
				return ""
			}
			return "on"
		},
		set: func(s *minutes.Style, value string) error {
			s.Decisions = nil
			if value != "" {
				s.Decisions = tables().Decisions
			}
			return nil
		}}
	fields := []styleField{
		wordingField("words.decision", tr("What a decision is called"), func(s *minutes.Style) *string { return &w(s).Decision }),
		wordingField("words.motion", tr("What a motion is called"), func(s *minutes.Style) *string { return &w(s).Motion }),
		wordingField("words.moved", tr("Who moved it, and what came of it"), func(s *minutes.Style) *string { return &w(s).Moved }),
		table}
	fields = append(fields, only(has,
		wordingField("decisions.heading", tr("Heading of the table"), func(s *minutes.Style) *string { return &s.Decisions.Heading }),
		wordingField("decisions.summary", tr("What it shows, for those who cannot see it"), func(s *minutes.Style) *string { return &s.Decisions.Summary }),
		wordingField("decisions.head, line 1", tr("Its first column: item"), func(s *minutes.Style) *string { return &s.Decisions.Head[0] }),
		wordingField("decisions.head, line 2", tr("Its second column: number"), func(s *minutes.Style) *string { return &s.Decisions.Head[1] }),
		wordingField("decisions.head, line 3", tr("Its third column: decision"), func(s *minutes.Style) *string { return &s.Decisions.Head[2] }))...)
	fields = append(fields,
		wordingField("words.vote", tr("What a vote is called"), func(s *minutes.Style) *string { return &w(s).Vote }),
		wordingField("words.counts", tr("How it went"), func(s *minutes.Style) *string { return &w(s).Counts }),
		votes,
		wordingField("words.votedFor", tr("Those in favour"), func(s *minutes.Style) *string { return &w(s).VotedFor }),
		wordingField("words.votedAgainst", tr("Those against"), func(s *minutes.Style) *string { return &w(s).VotedAgainst }),
		wordingField("words.abstained", tr("Those who abstained"), func(s *minutes.Style) *string { return &w(s).Abstained }))
	fields = append(fields, only(voters,
		wordingField("roll.summary", tr("What the table of names shows, for those who cannot see it"), func(s *minutes.Style) *string { return &s.Roll.Summary }),
		wordingField("roll.head, line 1", tr("Its first column: name"), func(s *minutes.Style) *string { return &s.Roll.Head[0] }),
		wordingField("roll.head, line 2", tr("Its second column: vote"), func(s *minutes.Style) *string { return &s.Roll.Head[1] }))...)
	return styleSection{title: tr("Decisions and votes"), about: tr("What decisions, motions and votes are called, and how they print."), fields: fields,
		shows: func(b minutes.Block) (string, bool) { r, ok := b.(minutes.Resolution); return r.Anchor, ok }}
}

func outcomesSection() styleSection {
	return styleSection{title: tr("Outcomes"), about: tr("What is said of an item where all that is recorded is what came of it, and the kinds of meeting."), fields: outcomeFields(),
		shows: func(b minutes.Block) (string, bool) {
			p, ok := b.(minutes.Paragraph)
			return p.Anchor, ok && p.Role == minutes.Outcome
		}}
}

func datesSection() styleSection {
	return styleSection{title: tr("Dates"), about: tr("How days are written. Empty is 24 June 2022, and Friday 24 June 2022 where the day of the week is told."), fields: []styleField{
		wordingField("dates.long", tr("A day"), func(s *minutes.Style) *string { return &s.Dates.Long }),
		wordingField("dates.full", tr("A day with its day of the week"), func(s *minutes.Style) *string { return &s.Dates.Full }),
		namesField("dates.months", tr("Months, if not in English, with commas"), func(s *minutes.Style) *[]string { return &s.Dates.Months }),
		namesField("dates.weekdays", tr("Days of the week from Monday, if not in English, with commas"), func(s *minutes.Style) *[]string { return &s.Dates.Weekdays }),
	}}
}

func signatureSection() styleSection {
	return styleSection{title: tr("Signature"), about: tr("What is signed by hand at the end."), fields: []styleField{
		linesField("signature.lines", tr("Lines to be filled in by hand; none for no signature"), tr("Signed (Chair)"), func(s *minutes.Style) *[]string { return &s.Signature.Lines }),
		wordingField("signature.text", tr("Sentence above them"), func(s *minutes.Style) *string { return &s.Signature.Text }),
		switchField("signature.apart", tr("It stands"), tr("After the last item"), tr("On a page of its own"), func(s *minutes.Style) *bool { return &s.Signature.Apart }),
	}, shows: func(b minutes.Block) (string, bool) { _, ok := b.(minutes.Signature); return atEnd, ok }}
}

// atEnd stands for the end of a document, which has no anchor.
const atEnd = "\x00end"

func headerSection() styleSection {
	fields := sides("header", tr("Header, at the left"), tr("Header, at the right"), func(s *minutes.Style) *string { return &s.Header })
	fields = append(fields, sides("footer", tr("Footer, at the left"), tr("Footer, at the right"), func(s *minutes.Style) *string { return &s.Footer })...)
	fields = append(fields, wordingField("words.draft", tr("What stands on every page until the minutes are approved"), func(s *minutes.Style) *string { return &s.Words.Draft }),
		wordingField("words.skip", tr("Link past the head of a web page"), func(s *minutes.Style) *string { return &s.Words.Skip }))
	return styleSection{title: tr("Header and footer"), about: tr("What stands on every printed page."), fields: fields}
}

func logoSection() styleSection {
	has := func(s *minutes.Style) bool { return s.Logo != nil }
	about := wordingField("logo.about", tr("What it shows, in words"), func(s *minutes.Style) *string { return &s.Logo.About })
	height := numberField("logo.height", tr("Its height in millimetres"), func(s *minutes.Style) *float64 { return &s.Logo.Height })
	file := styleField{id: "logo", label: tr("File of a picture, PNG or JPEG, then Enter"), picture: true, get: func(*minutes.Style) string { return "" }}
	return styleSection{title: tr("Logo"), about: tr("A picture above the title. It is kept within the style."), fields: slices.Concat([]styleField{file}, only(has, about, height))}
}

func restrictedSection() styleSection {
	w := func(s *minutes.Style) *minutes.Words { return &s.Words }
	return styleSection{title: tr("Restricted parts"), about: tr("What stands in public minutes in the place of what is left out."), fields: []styleField{
		wordingField("words.withheldTitle", tr("For the title of an item"), func(s *minutes.Style) *string { return &w(s).WithheldTitle }),
		wordingField("words.withheldItem", tr("For an item"), func(s *minutes.Style) *string { return &w(s).WithheldItem }),
		wordingField("words.withheld", tr("For an entry"), func(s *minutes.Style) *string { return &w(s).Withheld }),
		wordingField("words.withheldPhrase", tr("For words within one"), func(s *minutes.Style) *string { return &w(s).WithheldPhrase }),
	}}
}

func typeSection() styleSection {
	l := func(s *minutes.Style) *minutes.Look { return &s.Look }
	return styleSection{title: tr("Type and paper"), about: tr("Typefaces, colours and the page. The preview has the window's own typeface."), fields: []styleField{
		chosenField("look.page", tr("Paper"), func(s *minutes.Style) *string { return &l(s).Page }, styleOption{"A4", "A4"}, styleOption{"Letter", tr("US Letter")}),
		wordingField("look.font", tr("Typeface of the words"), func(s *minutes.Style) *string { return &l(s).Font }),
		wordingField("look.headings", tr("Typeface of headings; empty for the same"), func(s *minutes.Style) *string { return &l(s).Headings }),
		wordingField("look.fallback", tr("Typefaces for web pages where those are missing"), func(s *minutes.Style) *string { return &l(s).Fallback }),
		numberField("look.size", tr("Size of the words in points"), func(s *minutes.Style) *float64 { return &l(s).Size }),
		wordingField("look.accent", tr("Colour of headings and rules, six hexadecimal digits"), func(s *minutes.Style) *string { return &l(s).Accent }),
		wordingField("look.tint", tr("Background of an action, six hexadecimal digits"), func(s *minutes.Style) *string { return &l(s).Tint }),
		switchField("look.linesNumbered", tr("Lines of a draft, in Word"), tr("Without numbers"), tr("Numbered in the margin"), func(s *minutes.Style) *bool { return &l(s).LinesNumbered }),
	}}
}
