package ui

import "minutebook/model/minutes"

// agendaSection is how agendas are worded.
func agendaSection() styleSection {
	a := func(s *minutes.Style) *minutes.AgendaStyle { return &s.Agenda }
	table := func(s *minutes.Style) bool { return s.Agenda.Manner == minutes.MannerTable }
	manner := chosenField("agenda.manner", tr("Items print"), func(s *minutes.Style) *string { return &a(s).Manner },
		styleOption{minutes.MannerLines, tr("Each under its own heading")}, styleOption{minutes.MannerTable, tr("In a table")})
	set := manner.set
	manner.set = func(s *minutes.Style, value string) error {
		if board, err := minutes.LoadStyle("board"); err == nil && value == minutes.MannerTable && a(s).Table == "" {
			a(s).Heading, a(s).Table, a(s).Head = board.Agenda.Heading, board.Agenda.Table, board.Agenda.Head
		}
		return set(s, value)
	}
	fields := []styleField{
		linesField("agenda.title", tr("Title of an agenda, line by line"), tr("{body} agenda of {date}"), func(s *minutes.Style) *[]string { return &a(s).Title }),
		factRows("agenda.facts", func(s *minutes.Style) *[]minutes.FactRow { return &a(s).Facts }),
		wordingField("agenda.notice", tr("Sentence that calls the meeting; empty for none"), func(s *minutes.Style) *string { return &a(s).Notice }),
		wordingField("agenda.members", tr("Heading: members who are called; empty to leave them out"), func(s *minutes.Style) *string { return &a(s).Members }),
		wordingField("agenda.attending", tr("Heading: others who are called; empty to leave them out"), func(s *minutes.Style) *string { return &a(s).Attending }),
		manner,
	}
	fields = append(fields, only(table,
		wordingField("agenda.heading", tr("Heading of the table"), func(s *minutes.Style) *string { return &a(s).Heading }),
		wordingField("agenda.table", tr("What it shows, for those who cannot see it"), func(s *minutes.Style) *string { return &a(s).Table }),
		wordingField("agenda.head, line 1", tr("Its first column: number"), func(s *minutes.Style) *string { return &a(s).Head[0] }),
		wordingField("agenda.head, line 2", tr("Its second column: item"), func(s *minutes.Style) *string { return &a(s).Head[1] }),
		wordingField("agenda.head, line 3", tr("Its third column: purpose"), func(s *minutes.Style) *string { return &a(s).Head[2] }),
		wordingField("agenda.head, line 4", tr("Its fourth column: presenter"), func(s *minutes.Style) *string { return &a(s).Head[3] }),
		wordingField("agenda.head, line 5", tr("Its fifth column: time"), func(s *minutes.Style) *string { return &a(s).Head[4] }))...)
	fields = append(fields,
		wordingField("agenda.purpose", tr("What an item is there for"), func(s *minutes.Style) *string { return &a(s).Purpose }),
		wordingField("agenda.timed", tr("When, and how long it may take"), func(s *minutes.Style) *string { return &a(s).Timed }),
		wordingField("agenda.allowed", tr("How long, where nobody can know when"), func(s *minutes.Style) *string { return &a(s).Allowed }),
		wordingField("agenda.issued", tr("The last line"), func(s *minutes.Style) *string { return &a(s).Issued }))
	fields = append(fields, sides("agenda.footer", tr("Footer, at the left; empty for that of the minutes"), tr("Footer, at the right"), func(s *minutes.Style) *string { return &a(s).Footer })...)
	return styleSection{title: tr("Agenda"), about: tr("The agenda that is sent out before a meeting. The preview shows the minutes, so these words are not in it."), fields: fields}
}
