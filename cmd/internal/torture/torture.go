// Package torture makes meetings that try whatever writes documents: with
// every kind of entry, every fact and text of every awkward kind, and as long
// as anybody's will ever be. They are invented, and the same every time.
package torture

import (
	"fmt"
	"strings"

	"minutebook/model"
)

// Hostile are texts that have broken a writer somewhere: each by its name.
var Hostile = []struct{ Name, Text string }{
	{"control characters", "bell \x07, escape \x1b[31m, null \x00, backspace \x08, delete \x7f, next line \u0085"},
	{"characters of XML", `5 < 6 & 7 > 6, "quoted" 'words', &amp; and &#0; stay as they are`},
	{"end of CDATA", "before ]]> after <![CDATA[ and <!-- a comment --> of none"},
	{"markup", `<script>alert("x")</script></w:t></w:r></w:p><w:p/> {{title}} {number} %1 %2.`},
	{"right to left", "ישיבת המועצה נפתחה בשעה 10:15 by the chair الساعة العاشرة"},
	{"direction marks", "left \u202e turned \u202c back \u200f\u200e \u2066isolated\u2069"},
	{"emoji", "👩‍👩‍👧 🇬🇧 👍🏽 🧑🏿‍🚀 agreed ✅"},
	{"combining marks", "Z\u0351\u036b\u0343a\u0329\u033b\u0333l\u034e\u0331g\u0321o\u0322 e\u0301 n\u0303"},
	{"zero width", "in\u200bvis\u200cib\u200dle \ufeffmarks\u2060 and soft\u00adhyphens"},
	{"spaces only", " \u00a0\u2003\u3000\t "},
	{"private use", "\ue000\ue001i0\ue000 \uf8ff \U000f0000 \U0010fffd"},
	{"no characters", "\ufffe \uffff \U0001fffe \ufdd0 \ufffd"},
	{"not UTF-8", "caf\xe9 \xff\xfe \xc3 end"},
	{"other scripts", "議事録 회의록 протокол πρακτικά कार्यवृत्त รายงานการประชุม"},
	{"a very long word", strings.Repeat("Unbreakable", 910)[:10000]},
	{"a very long address", "[the file](https://example.org/" + strings.Repeat("a", 3000) + "?b=c&d=%20\"e\")"},
	{"marks", "**bold *both* bold** *italic* [a link](https://example.org/?a=b&c=d) [mail](mailto:clerk@example.org) [none](javascript:alert(1)) ** * _ ` ~~"},
	{"lines", "first\nsecond\r\nthird\rfourth\u2028fifth\u2029sixth\vseventh\feighth"},
	{"tabs", "one\ttwo\t\tthree\t"},
	{"what other formats mean by it", "=SUM(A1:A9) +1 -1 @home # head\n- dash\n1. one\n> quote\n| a | b |\n--- \n==="},
	{"nothing", ""},
}

// Long is a name as long as any, of 400 letters in 40 words.
var Long = strings.TrimSpace(strings.Repeat("Committee ", 40))

// maker makes one meeting.
type maker struct {
	m    model.Meeting
	next int
}

func (k *maker) id() model.ID {
	k.next++
	return model.ID(fmt.Sprintf("01TORTURE%017d", k.next))
}

// item begins an item and gives it for its facts to be set.
func (k *maker) item(title string) *model.Item {
	k.m.Items = append(k.m.Items, model.Item{ID: k.id(), Title: title})
	return &k.m.Items[len(k.m.Items)-1]
}

// add adds an entry to the last item. An action takes the next number.
func (k *maker) add(e model.Entry) {
	e.ID = k.id()
	if e.Kind == model.Action && e.Number == 0 {
		e.Number = k.m.NextAction()
	}
	it := &k.m.Items[len(k.m.Items)-1]
	it.Entries = append(it.Entries, e)
}

// Meeting is a meeting with every kind of entry and fact, and with every
// hostile text in every place that takes words.
func Meeting() model.Meeting {
	k := maker{m: model.Meeting{
		ID: "01TORTURE", Rev: 7, Body: "Board of <Torture> & \"Trial\" 'Ltd' \x07]]>", Kind: model.Extraordinary, Date: "2026-02-28", State: model.Draft,
		Begin: "09:30", End: "23:59", Venue: "Room <4> & 5, ישיבה " + Long, PublicationType: "General \x1b & <open>", PublicationDate: "2026-03-31", Started: "09:31", Closed: "23:58",
		Public: new(int), Quorum: 3, Next: &model.Next{Date: "2026-12-31", At: "10:00", Venue: "A place & another"},
	}}
	k.people()
	k.m.Items = append(k.m.Items, model.Item{ID: k.id()}) // what came before the agenda
	k.add(model.Entry{Kind: model.Paragraph, Text: "Said before the first item."})
	k.everyKind()
	k.references()
	for _, h := range Hostile {
		k.hostile(h.Name, h.Text)
	}
	k.lists()
	k.restricted()
	return k.m
}

func (k *maker) people() {
	for _, capacity := range model.Capacities {
		for _, mark := range model.Marks {
			for i, group := range []string{"", "Group & <one>", Long} {
				k.m.Attendees = append(k.m.Attendees, model.Attendee{ID: k.id(), Name: fmt.Sprintf("Dr A%d O'Nobody-%s", i, capacity), Post: "Head of <R&D>", Group: group, Capacity: capacity, Mark: mark,
					Reason: []string{"", "unwell & away"}[i%2], Remote: i == 1, DeputyFor: []string{"", "", "Ann <Other>"}[i], Items: [][]string{nil, {"1"}, {"1", "128/17", "1.2.3.4.5"}}[i], Unsure: i == 2})
			}
		}
	}
	for _, h := range Hostile {
		k.m.Attendees = append(k.m.Attendees, model.Attendee{ID: k.id(), Name: "N " + h.Text, Post: h.Text, Group: "Hostile", Mark: model.Present})
	}
	k.m.Attendees = append(k.m.Attendees, model.Attendee{ID: k.id(), Name: Long, Post: Long, Mark: model.Present})
	k.m.Chair, k.m.Clerk = k.m.Attendees[0].ID, k.m.Attendees[1].ID
}

// everyKind is an item with entries of every kind and every fact of each.
func (k *maker) everyKind() {
	it := k.item("Everything that can be minuted")
	it.Presenter, it.Outcome = "Ann <Other>", "referred to the <Finance> & Audit Committee"
	it.Papers = []model.Paper{{Title: "Report & <figures>", Reference: "GBP/2223/001"}, {Title: "On the web", Reference: "https://example.org/?a=b&c=<d>"}, {Title: "Without reference"}}
	who := k.m.Attendees[0].ID
	two, none := 2, 0
	for _, e := range []model.Entry{
		{Kind: model.Heading, Text: "A heading within the item"},
		{Kind: model.Paragraph, Text: "A paragraph with **bold**, *italic* and [a link](https://example.org).", At: "10:15"},
		{Kind: model.Paragraph, Approves: &model.Approval{Date: "2026-01-31"}},
		{Kind: model.Paragraph, Approves: &model.Approval{Date: "2025-12-31", SubjectTo: true}},
		{Kind: model.Bullet, Text: "The first correction"},
		{Kind: model.Bullet, Level: 1, Text: "with a point below it"},
		{Kind: model.Paragraph, Done: &model.DoneFact{Action: "3", Note: "Sent & received"}},
		{Kind: model.Paragraph, Done: &model.DoneFact{Action: "24 June 2025 14"}},
		{Kind: model.Paragraph, Text: "The Board discussed:"},
		{Kind: model.Bullet, Text: "the first point"},
		{Kind: model.Action, Text: "Between two points, the officers to report.", Action: &model.ActionFacts{Owners: []string{"A. Nobody", "the <Harbour> Master"}, Due: model.Due{Words: "by 27 June", Date: "2026-06-27"}, Forum: "Audit & Risk"}},
		{Kind: model.Bullet, Level: 1, Text: "a point below"},
		{Kind: model.Bullet, Text: "the last point"},
		{Kind: model.Action, Text: "After the points, somebody to see to it."},
		{Kind: model.Action, Text: "Taken back.", Action: &model.ActionFacts{Withdrawn: true}},
		{Kind: model.Action, Text: "Due on a day.", Number: 900, Action: &model.ActionFacts{Due: model.Due{Date: "2027-01-01"}}},
		{Kind: model.Decision, Text: "To do it\nand to report on it.", Resolution: &model.Resolution{Mover: "A. Mover", Seconder: "B. Seconder", Number: "2026/14", Result: "carried"}},
		{Kind: model.Decision, Text: "Without more."},
		{Kind: model.Motion, Text: "That it be done.", Resolution: &model.Resolution{Mover: "A. Mover", Seconder: "B. Seconder", Result: "carried"}},
		{Kind: model.VoteTaken, Vote: &model.Vote{For: &two, Against: &none, Abstain: &none, ForNames: []string{"A. Mover", "B. <Seconder>"}, AgainstNames: []string{"C. & Sons"}, AbstainNames: []string{Long}}},
		{Kind: model.Motion, Text: "That it be not done.", Resolution: &model.Resolution{Result: "lost"}},
		{Kind: model.VoteTaken, Vote: &model.Vote{Result: "unanimous"}},
		{Kind: model.VoteTaken, Text: "on a show of hands"},
		{Kind: model.Interest, Interest: &model.InterestFact{None: true}},
		{Kind: model.Interest, Interest: &model.InterestFact{Who: "A. Nobody", Item: "1", Nature: "owns a <boat> & a mooring", Left: true}},
		{Kind: model.Movement, At: "10:20", Movement: &model.MovementFact{Way: model.In, Who: who, Item: "1", During: true}},
		{Kind: model.Movement, At: "10:40", Movement: &model.MovementFact{Way: model.Out, Who: who}},
		{Kind: model.Movement, At: "12:00", Movement: &model.MovementFact{Way: model.Adjourn}},
		{Kind: model.Movement, At: "13:00", Movement: &model.MovementFact{Way: model.Resume}},
		{Kind: model.Private, Text: "This note is private and leaves in no document."},
	} {
		k.add(e)
	}
}

// references are items with references of their own, to five levels, between
// items that follow the order.
func (k *maker) references() {
	for _, r := range []string{"1.2.3.4.5", "1.2.3.4.5.", "128/17", "GBP/2223/001", "", "7", "3.", "", "%1", "(a)", "9999999999999999999999.1", ""} {
		it := k.item("An item whose reference is " + r)
		it.Reference = r
		k.add(model.Entry{Kind: model.Paragraph, Text: "A first paragraph."})
		k.add(model.Entry{Kind: model.Decision, Text: "A decision that is numbered with the paragraphs."})
		k.add(model.Entry{Kind: model.Paragraph, Text: "A last paragraph."})
	}
	k.item("") // with neither title nor entries
	k.item(Long).Reference = Long
}

// hostile is an item with one text in every place that takes words.
func (k *maker) hostile(name, text string) {
	it := k.item("Hostile: " + name + " " + text)
	it.Presenter, it.Outcome, it.Papers = text, text, []model.Paper{{Title: text, Reference: text}}
	for _, kind := range model.EntryKinds {
		if kind == model.Movement {
			continue // it has no words of its own
		}
		e := model.Entry{Kind: kind, Text: text}
		switch kind {
		case model.Action:
			e.Action = &model.ActionFacts{Owners: []string{text, text}, Due: model.Due{Words: text}, Forum: text}
		case model.Decision, model.Motion:
			e.Resolution = &model.Resolution{Mover: text, Seconder: text, Number: text, Result: text}
		case model.VoteTaken:
			e.Vote = &model.Vote{ForNames: []string{text, text}, AgainstNames: []string{text}, Result: text}
		case model.Interest:
			e.Interest = &model.InterestFact{Who: text, Item: text, Nature: text}
		case model.Paragraph, model.Bullet, model.Heading, model.Movement, model.Private:
		}
		k.add(e)
	}
}

// lists are lists in every order of levels, with much standing between points.
func (k *maker) lists() {
	k.item("Lists")
	k.add(model.Entry{Kind: model.Bullet, Level: 1, Text: "a list that begins on the second level"})
	for i := range 12 {
		k.add(model.Entry{Kind: model.Bullet, Level: i % 3 / 2, Text: fmt.Sprintf("point %d", i)})
		if i%4 == 3 {
			k.add(model.Entry{Kind: model.Action, Text: "between points"})
			k.add(model.Entry{Kind: model.Action, Text: "and another"})
		}
	}
}

// restricted has something of every kind that the public may not read. Its
// secret words are those that stand in capitals.
func (k *maker) restricted() {
	why := &model.Restriction{Reason: "commercial & <confidential>"}
	k.item("Some of it restricted")
	for _, kind := range model.EntryKinds {
		k.add(model.Entry{Kind: kind, Text: "SECRET words of a " + string(kind), Restricted: why, Movement: map[model.EntryKind]*model.MovementFact{model.Movement: {Way: model.Adjourn}}[kind]})
	}
	it := k.item("SECRET TITLE")
	it.Restricted, it.PublicTitle = why, "An item of business"
	k.add(model.Entry{Kind: model.Paragraph, Text: "SECRET words under it"})
	k.add(model.Entry{Kind: model.Action, Text: "SECRET action"})
	it = k.item("SECRET without public title")
	it.Restricted, it.Reference = &model.Restriction{}, "99/9"
	k.add(model.Entry{Kind: model.Decision, Text: "SECRET decision"})
}

// Large is a meeting of so many paragraphs and actions, spread over items of
// twenty paragraphs.
func Large(paragraphs, actions int) model.Meeting {
	k := maker{m: model.Meeting{ID: "01LARGE", Rev: 1, Body: "Long Sitting Board", Date: "2026-02-28", State: model.Draft, Started: "09:30", Closed: "23:58"}}
	for i := range 20 {
		k.m.Attendees = append(k.m.Attendees, model.Attendee{ID: k.id(), Name: fmt.Sprintf("Member %d", i+1), Post: "Trustee", Group: []string{"Trustees", "Officers"}[i/10], Mark: model.Present})
	}
	const each = 20
	given := 0
	for i := range max(paragraphs, 1) {
		if i%each == 0 {
			k.item(fmt.Sprintf("Business number %d", i/each+1))
		}
		if i < paragraphs {
			k.add(model.Entry{Kind: model.Paragraph, Text: fmt.Sprintf("Paragraph %d: the Board considered the report before it, asked about the **figures** of the quarter and noted that the officers would come back to the point.", i+1)})
		}
		for ; given < actions && given*max(paragraphs, 1) <= i*actions; given++ {
			k.add(model.Entry{Kind: model.Action, Number: given + 1, Text: fmt.Sprintf("The officers to report on point %d.", given+1),
				Action: &model.ActionFacts{Owners: []string{fmt.Sprintf("Member %d", given%20+1)}, Due: model.Due{Words: "by 27 June", Date: "2026-06-27"}}})
		}
	}
	for ; given < actions; given++ {
		k.add(model.Entry{Kind: model.Action, Number: given + 1, Text: "The officers to report."})
	}
	return k.m
}
