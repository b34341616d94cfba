package quick_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
)

// board is a meeting on Friday 24 June 2022 with people, two items and a
// motion under the first.
func board() model.Meeting {
	return model.Meeting{
		ID: "m", Body: "Harbour Board", Date: "2022-06-24", State: model.Live,
		Attendees: []model.Attendee{
			{ID: "jane", Name: "Cllr Jane Smith", Post: "Chair of the Board", Group: "MPS", Mark: model.Present},
			{ID: "john", Name: "John Stone", Group: "MPS", Mark: model.Present},
			{ID: "zoe", Name: "Zoë Quill OBE", Post: "Treasurer (acting)", Group: "MOPAC", Mark: model.Present},
			{ID: "idris", Name: "Sir Idris Penn", Post: "Deputy Mayor for Harbours (DMPC)", Group: "MOPAC", Mark: model.Apologies},
			{ID: "mr", Name: "Mr Alan Brown", Mark: model.Present},
			{ID: "mrs", Name: "Mrs Beth Brown", Mark: model.Present},
		},
		Items: []model.Item{
			{ID: "one", Title: "Minutes", Entries: []model.Entry{
				{ID: "e1", Kind: model.Paragraph, Text: "Agreed."},
				{ID: "e2", Kind: model.Motion, Text: "That it be done."},
				{ID: "e3", Kind: model.Action, Text: "To be done.", Number: 4, Action: &model.ActionFacts{}},
			}},
			{ID: "two", Title: "Budget", Reference: "128/17"},
		},
	}
}

func context() quick.Context {
	return quick.Context{Meeting: board(), Item: "one", After: model.Last}
}

// entered is the entry that a line makes.
func entered(t *testing.T, line string, c quick.Context) model.Entry {
	t.Helper()
	r, err := quick.Read(line, c)
	if err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	if r.Entry == nil {
		t.Fatalf("%q makes no entry", line)
	}
	if r.Kind != r.Entry.Kind {
		t.Errorf("%q: kind %s of an entry that is %s", line, r.Kind, r.Entry.Kind)
	}
	return *r.Entry
}

// after is the meeting after a line.
func after(t *testing.T, line string, c quick.Context) (model.Meeting, quick.Reading) {
	t.Helper()
	n := 0
	c.NewID = func() model.ID { n++; return model.ID(fmt.Sprintf("new%d", n)) }
	r, err := quick.Read(line, c)
	if err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	m, _, err := c.Meeting.With(r.Changes)
	if err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	return m, r
}

func TestWhatALineMakes(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line, kind, text string
	}{
		// the table
		{"Text", "paragraph", "Text"},
		{"- Text", "bullet", "Text"},
		{"-- Text", "bullet 2", "Text"},
		{"a: Text", "action", "Text"},
		{"action: Text", "action", "Text"},
		{"d: Text", "decision", "Text"},
		{"decision: Text", "decision", "Text"},
		{"m: Text", "motion", "Text"},
		{"motion: Text", "motion", "Text"},
		{"v: carried", "vote", "carried"},
		{"vote: for 5 against 2 abstain 1", "vote", "for 5 against 2 abstain 1"},
		{"i: none", "interest", "none"},
		{"interest: Smith, item 4", "interest", "Smith, item 4"},
		{"p: Text", "private", "Text"},
		{"private: Text", "private", "Text"},
		{"## Title", "heading", "Title"},
		// a prefix counts in any case, with colon, space and text
		{"A: Text", "action", "Text"},
		{"ACTION: Text", "action", "Text"},
		{"a:   Text", "action", "Text"},
		{"  a: Text", "action", "Text"},
		{"a:Text", "paragraph", "a:Text"},
		{"a : Text", "paragraph", "a : Text"},
		{"a:", "paragraph", "a:"},
		{"a: ", "paragraph", "a:"},
		{"10:15 Moss joined", "paragraph", "10:15 Moss joined"},
		{"AOB: none", "paragraph", "AOB: none"},
		{"JS: asked", "paragraph", "JS: asked"},
		{"(i)", "paragraph", "(i)"},
		{"i.", "paragraph", "i."},
		{"i. first", "paragraph", "i. first"},
		{"Action 7: done", "paragraph", "Action 7: done"},
		{"Action - JS to write", "action", "JS to write"},
		{"action – JS to write", "action", "JS to write"},
		{"A - level results", "paragraph", "A - level results"},
		{"Motion - that it be so", "paragraph", "Motion - that it be so"},
		{"Actions: none", "paragraph", "Actions: none"},
		// bullets are signs followed by a space
		{"* Text", "bullet", "Text"},
		{"– Text", "bullet", "Text"},
		{"• Text", "bullet", "Text"},
		{"-5% on last year", "paragraph", "-5% on last year"},
		{"*Clerk* to write", "paragraph", "*Clerk* to write"},
		{"*Clerk", "paragraph", "*Clerk"},
		{"—Text", "paragraph", "—Text"},
		{"-", "paragraph", "-"},
		{"- - Text", "bullet", "- Text"},
		{"--- Text", "paragraph", "--- Text"},
		// # needs a space
		{"#3 pump", "paragraph", "#3 pump"},
		{"##Title", "paragraph", "##Title"},
		{"### Title", "paragraph", "### Title"},
		{"#", "paragraph", "#"},
		// \ takes the rest literally, and is removed only before markup
		{`\# Title`, "paragraph", "# Title"},
		{`\a: Text`, "paragraph", "a: Text"},
		{`\- Text`, "paragraph", "- Text"},
		{`\/start`, "paragraph", "/start"},
		{`\Action - JS to write`, "paragraph", "Action - JS to write"},
		{`\a: Text {owner: MPS}`, "paragraph", "a: Text {owner: MPS}"},
		{`\Text {at: 10:15}`, "paragraph", "Text {at: 10:15}"},
		{`\\server\papers`, "paragraph", `\\server\papers`},
		{`\\server\papers `, "paragraph", `\\server\papers`},
		{`\Text`, "paragraph", `\Text`},
		{`\`, "paragraph", `\`},
		{`\\# Title`, "paragraph", `\# Title`},
		{`\  Text`, "paragraph", "  Text"},
		{`a: \  Text`, "action", "  Text"},
		{`a: \Text`, "action", `\Text`},
		{`a: # Text`, "action", "# Text"},
		// the text is kept as typed
		{"**bold**, *italic*, [words](address)", "paragraph", "**bold**, *italic*, [words](address)"},
		{"A* to C", "paragraph", "A* to C"},
		{"Text  with   spaces ", "paragraph", "Text  with   spaces"},
		{"Text\nmore", "paragraph", "Text\nmore"},
		{"Text\n\nmore\n", "paragraph", "Text\n\nmore"},
		{"a: Text\n  more", "action", "Text\n  more"},
		{"Text\n\\\nmore", "paragraph", "Text\n\nmore"},
		{"\\\nmore", "paragraph", "\nmore"},
		// braces that say nothing of the kind are text
		{"Text {x: y}", "paragraph", "Text {x: y}"},
		{"Text {withdrawn}", "paragraph", "Text {withdrawn}"},
		{"Text {}", "paragraph", "Text {}"},
		{"Text{at: 10:15}", "paragraph", "Text{at: 10:15}"},
		{"Text {at: 10:15}", "paragraph", "Text"},
		{"Text {at: 10:15} more", "paragraph", "Text {at: 10:15} more"},
		{"Text\n{at: 10:15}", "paragraph", "Text"},
		{`Text {text: Word\s}`, "paragraph", "Word "},
	} {
		e := entered(t, row.line, context())
		kind := string(e.Kind)
		if e.Level > 0 {
			kind = fmt.Sprintf("%s %d", kind, e.Level+1)
		}
		if kind != row.kind || e.Text != row.text {
			t.Errorf("%q: %s %q, want %s %q", row.line, kind, e.Text, row.kind, row.text)
		}
	}
}

func TestKindChosenByKey(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		kind       model.EntryKind
		line, text string
	}{
		{model.Decision, "a: Text", "a: Text"},
		{model.Action, "MPS to write", "MPS to write"},
		{model.Bullet, "- Text", "- Text"},
		{model.Private, `\/start`, "/start"},
		{model.Paragraph, "d: Text", "d: Text"},
	} {
		c := context()
		c.Kind = row.kind
		if e := entered(t, row.line, c); e.Kind != row.kind || e.Text != row.text {
			t.Errorf("%q as %s: %s %q, want %q", row.line, row.kind, e.Kind, e.Text, row.text)
		}
	}
	c := context()
	c.Kind = model.Action
	if r, err := quick.Read("/start 10:00", c); err != nil || r.Command != "start" || r.Entry != nil {
		t.Errorf("a command is one whatever kind is chosen: %+v, %v", r, err)
	}
	if r, err := quick.Read("# Budget", c); err != nil || r.Item != "two" {
		t.Errorf("an item is one whatever kind is chosen: %+v, %v", r, err)
	}
	if e := entered(t, "MPS to write {due: 31 Aug 2022}", c); e.Action.Due.Date != "2022-08-31" {
		t.Errorf("braces are read whatever kind is chosen: %+v", e.Action)
	}
}

func TestPastedTextHasNoCommands(t *testing.T) {
	t.Parallel()
	c := context()
	c.Pasted = true
	if e := entered(t, "/start 10:00", c); e.Kind != model.Paragraph || e.Text != "/start 10:00" {
		t.Errorf("got %+v", e)
	}
	if e := entered(t, "- Text", c); e.Kind != model.Bullet {
		t.Errorf("a bullet stays one: %+v", e)
	}
}

func TestEmptyLineDoesNothing(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"", "  ", "\t", "\u00a0"} {
		r, err := quick.Read(line, context())
		if err != nil || len(r.Changes) > 0 || r.Item != "one" {
			t.Errorf("%q: %+v, %v", line, r, err)
		}
	}
}

func TestEntriesGoWhereTheyBelong(t *testing.T) {
	t.Parallel()
	c := context()
	c.After = "e1"
	m, r := after(t, "Behind the first.", c)
	if got := m.Items[0].Entries[1]; got.Text != "Behind the first." || got.ID != r.Entry.ID {
		t.Errorf("second entry is %+v", got)
	}
	c.After = ""
	if m, _ := after(t, "At the end.", c); m.Items[0].Entries[3].Text != "At the end." {
		t.Error("an entry without place goes to the end")
	}
	c.Item = ""
	m, r = after(t, "Before the agenda.", c)
	if !m.Items[0].Opening() || m.Items[0].Entries[0].Text != "Before the agenda." || r.Item != m.Items[0].ID {
		t.Errorf("what comes before any item opens the meeting: %+v", m.Items[0])
	}
	c.Meeting = m
	if m, _ := after(t, "More of it.", c); len(m.Items[0].Entries) != 2 {
		t.Error("there is one opening item only")
	}
}

func TestStampsAndNumbers(t *testing.T) {
	t.Parallel()
	c := context()
	c.Made = "2022-06-24T10:00:00Z"
	c.Meeting.Restricting = &model.Restriction{Reason: "staffing"}
	e := entered(t, "a: MPS to write", c)
	if e.Number != 5 || e.Made != c.Made || e.Restricted == nil || e.Restricted.Reason != "staffing" {
		t.Errorf("got %+v", e)
	}
	if e := entered(t, "p: a note", c); e.Restricted != nil {
		t.Error("a private note needs no restriction")
	}
	m, r := after(t, "a: MPS to write {no: 9}", c)
	if got, ok := m.Action(9); !ok || r.Entry.Number != 9 || got.Restricted == nil {
		t.Errorf("action 9: %+v", got)
	}
}

func TestBraces(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line string
		want any
		get  func(model.Entry) any
	}{
		{"a: To write {owner: MPS; due: 31 Aug 2022; forum: Audit Panel}", model.ActionFacts{Owners: []string{"MPS"}, Due: model.Due{Words: "31 Aug 2022", Date: "2022-08-31"}, Forum: "Audit Panel"},
			func(e model.Entry) any { return *e.Action }},
		{"a: MPS to write by 3 July {owner: A, B}", model.ActionFacts{Owners: []string{"A", "B"}, Due: model.Due{Words: "by 3 July", Date: "2022-07-03"}},
			func(e model.Entry) any { return *e.Action }},
		{"a: MPS to write by 3 July {owner: ; due: }", model.ActionFacts{}, func(e model.Entry) any { return *e.Action }},
		{"a: To write {due: in October}", model.Due{Words: "in October", Date: "2022-10-31"}, func(e model.Entry) any { return e.Action.Due }},
		{"a: To write {due: October 2023}", model.Due{Words: "October 2023", Date: "2023-10-31"}, func(e model.Entry) any { return e.Action.Due }},
		{"a: To write {due: soon}", model.Due{Words: "soon"}, func(e model.Entry) any { return e.Action.Due }},
		{"a: To write {due: soon; date: 1 Jul 2022}", model.Due{Words: "soon", Date: "2022-07-01"}, func(e model.Entry) any { return e.Action.Due }},
		{"a: To write {withdrawn}", true, func(e model.Entry) any { return e.Action.Withdrawn }},
		{"a: To write {no: 7}", 7, func(e model.Entry) any { return e.Number }},
		{"a: To write {OWNER: MPS}", []string{"MPS"}, func(e model.Entry) any { return e.Action.Owners }},
		{`a: To write {owner: A\, B; forum: x\;y\{\}}`, model.ActionFacts{Owners: []string{"A, B"}, Forum: "x;y{}"}, func(e model.Entry) any { return *e.Action }},
		{"d: That it be so {number: 2026/14; result: carried}", model.Resolution{Number: "2026/14", Result: "carried"}, func(e model.Entry) any { return *e.Resolution }},
		{"m: That it be so {mover: A. Smith; seconder: B. Jones}", model.Resolution{Mover: "A. Smith", Seconder: "B. Jones"}, func(e model.Entry) any { return *e.Resolution }},
		{"Text {at: 10:15}", model.Clock("10:15"), func(e model.Entry) any { return e.At }},
		{"Text {at: 7.30pm}", model.Clock("19:30"), func(e model.Entry) any { return e.At }},
		{"Text {restricted: staffing}", "staffing", func(e model.Entry) any { return e.Restricted.Reason }},
		{"v: 5 for {against: 2}", counted(5, 2), func(e model.Entry) any { return *e.Vote }},
		{"v: as shown {for names: Smith, Jones}", model.Vote{ForNames: []string{"Smith", "Jones"}}, func(e model.Entry) any { return *e.Vote }},
		{"i: As shown {who: Smith; left}", model.InterestFact{Who: "Smith", Left: true}, func(e model.Entry) any { return *e.Interest }},
	} {
		if got := row.get(entered(t, row.line, context())); !reflect.DeepEqual(got, row.want) {
			t.Errorf("%q: %+v, want %+v", row.line, got, row.want)
		}
	}
}

// counted is a vote with those counts: for, against and abstaining, as far as
// there are any.
func counted(counts ...int) model.Vote {
	var v model.Vote
	for i, field := range []**int{&v.For, &v.Against, &v.Abstain}[:len(counts)] {
		*field = &counts[i]
	}
	return v
}

// voted is v with what else was said of the vote.
func voted(v model.Vote, more func(*model.Vote)) model.Vote {
	more(&v)
	return v
}

func TestVotes(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]model.Vote{
		"for 5 against 2 abstain 1":          counted(5, 2, 1),
		"for: 5, against: 2, abstain: 1":     counted(5, 2, 1),
		"5-2-1":                              counted(5, 2, 1),
		"5–2":                                counted(5, 2),
		"5 for":                              counted(5),
		"5 for, 2 against, 1 abstention":     counted(5, 2, 1),
		"5 votes for and 2 against":          counted(5, 2),
		"5 in favour, 2 against":             counted(5, 2),
		"For 5":                              counted(5),
		"for 5 against 0 abstain 0":          counted(5, 0, 0),
		"5-0-0":                              counted(5, 0, 0),
		"for 5 against 2 abstain 1 carried":  voted(counted(5, 2, 1), func(v *model.Vote) { v.Result = "carried" }),
		"5 for, against none":                counted(5, 0),
		"for Smith and Jones, against none":  {ForNames: []string{"Smith", "Jones"}},
		"unanimous":                          {Result: "unanimous"},
		"carried unanimously":                {Result: "unanimous"},
		"nem con":                            {Result: "nem con"},
		"nem. con.":                          {Result: "nem con"},
		"carried":                            {Result: "carried"},
		"Lost":                               {Result: "lost"},
		"carried 5-2":                        voted(counted(5, 2), func(v *model.Vote) { v.Result = "carried" }),
		"for Smith, Jones against Brown":     {ForNames: []string{"Smith", "Jones"}, AgainstNames: []string{"Brown"}},
		"for Cllr Smith and A. Jones; lost":  {ForNames: []string{"Cllr Smith", "A. Jones"}, Result: "lost"},
		"against Brown abstain Green, White": {AgainstNames: []string{"Brown"}, AbstainNames: []string{"Green", "White"}},
		"for 2 Smith, Jones against 1 Brown": voted(counted(2, 1), func(v *model.Vote) {
			v.ForNames, v.AgainstNames = []string{"Smith", "Jones"}, []string{"Brown"}
		}),
		"the motion fell after a long debate": {},
		"for the time being":                  {},
		"12":                                  {},
	} {
		e := entered(t, "v: "+words, context())
		if e.Text != words || !reflect.DeepEqual(*e.Vote, want) {
			t.Errorf("%q: %+v, want %+v", words, *e.Vote, want)
		}
	}
}

func TestVoteNeedsAMotion(t *testing.T) {
	t.Parallel()
	c := context()
	if r, err := quick.Read("v: carried", c); err != nil || len(r.Notes) > 0 {
		t.Errorf("below a motion: %v %v", r.Notes, err)
	}
	c.After = "e1"
	if r, err := quick.Read("v: carried", c); err != nil || len(r.Notes) != 1 {
		t.Errorf("above the motion it is told: %v %v", r.Notes, err)
	}
	if r, err := quick.Read("v: we shall see", context()); err != nil || len(r.Notes) != 1 {
		t.Errorf("what is not understood is told: %v %v", r.Notes, err)
	}
}

func TestInterests(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]model.InterestFact{
		"none":                      {None: true},
		"None.":                     {None: true},
		"nil return":                {None: true},
		"Moss, item 4, owns a boat": {Who: "Moss", Item: "4", Nature: "owns a boat"},
		"Moss, item 4, owns a boat, left the meeting":                           {Who: "Moss", Item: "4", Nature: "owns a boat", Left: true},
		"Cllr Smith, item 128/17, owns, with others, a boat, and left the room": {Who: "Cllr Jane Smith", Item: "128/17", Nature: "owns, with others, a boat", Left: true},
		"Moss":              {Who: "Moss"},
		"Moss, a left wing": {Who: "Moss", Nature: "a left wing"},
		"Moss declared an interest in item 4, as owner": {},
		"Cllr Smith, items 4 and 5, owns a boat":        {Who: "Cllr Jane Smith", Item: "4 and 5", Nature: "owns a boat"},
		"Brown, item 2":                                 {Who: "Brown", Item: "2"},
	} {
		e := entered(t, "i: "+words, context())
		if e.Text != words || *e.Interest != want {
			t.Errorf("%q: %+v, want %+v", words, *e.Interest, want)
		}
	}
	r, err := quick.Read("i: Brown, item 2", context())
	if err != nil || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "Mr Alan Brown or Mrs Beth Brown") {
		t.Errorf("two Browns are told: %q, %v", r.Notes, err)
	}
}

func TestErrorsSayWhatAndWhere(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line, what, expected string
		col                  int
	}{
		{"/flurb x", "no command /flurb", "a command such as", 1},
		{"/", "no command /", "a command such as", 1},
		{"/strat 10:00", "no command /strat", "/start 10:02", 1},
		{"/start never", "“never” is no time", "10:15", 8},
		{"  /start never", "“never” is no time", "10:15", 10},
		{"/date 31 February 2026", "“31 February 2026” is no date", "24 June 2022", 7},
		{"/in Nobody Atall 10:15", "“Nobody Atall”", "a name", 5},
		{"/in Brown", "may be Mr Alan Brown or Mrs Beth Brown", "in full", 5},
		{"/out", "the name is missing", "", 5},
		{"/state done", "no state “done”", "circulated", 8},
		{"/kind big", "no kind", "extraordinary", 7},
		{"/outcome", "the outcome is missing", "referred to X", 9},
		{"/state", "the state is missing", "/state circulated", 7},
		{"/kind", "the kind of meeting is missing", "extraordinary", 6},
		{"/public", "the head count is missing", "/public 7", 8},
		{"/done", "the action is missing", "/done ACTION", 6},
		{"/done 24 June 2022, action 14", "“24 June 2022” is no action", "24 June 2022 14", 7},
		{"/next Tuesday 14 September 2026", "is no date: 14 September 2026 is a Monday", "24 June 2022", 7},
		{"v: 5 for {against: -2}", "not below nought", "7", 11},
		{"/outcome maybe", "no outcome", "referred to X", 10},
		{"/item 9", "no item “9”", "number", 7},
		{"/public many", "no head count", "/public 7", 9},
		{"/approve soon", "“soon” is no date", "24 June 2022", 10},
		{"/done soon, x", "“soon” is no action", "14", 7},
		{"/done soon 14", "“soon 14” is no action", "14", 7},
		{"/next soon", "“soon” is no date", "24 June 2022", 7},
		{"/unrestricted now", "too much", "alone", 15},
		{"/venue", "the venue is missing", "/venue TEXT", 7},
		{"/body Other Board", "has entries already", "another meeting", 7},
		{"/date 1 July 2022", "has entries already", "another meeting", 7},
		{"a: To write {due: soon; date: 31 Feb 2022}", "“31 Feb 2022” is no date", "24 June 2022", 25},
		{"a: To write {no: x}", "“x” is no number", "7", 14},
		{"a: To write {no: 0}", "1 or more", "7", 14},
		{"a: To write {owner: A; ownr: B}", "“ownr”", "forum", 24},
		{"Text {at: 25:00}", "“25:00” is no time", "10:15", 7},
		{"é {at: 25:00}", "“25:00” is no time", "10:15", 4},
		{"# A {new: perhaps}", "neither yes nor no", "yes or no", 6},
		{"# A\nB", "one line", "# Title", 0},
		{"/start\n10:00", "one line", "/start", 0},
		{"{at: 10:15}", "no words", "some text", 0},
		{"/chair {attendee: 9}", "no place 9", "a place", 9},
		{"/deputy Moss", "missing", "/deputy NAME for NAME", 9},
	} {
		_, err := quick.Read(row.line, context())
		var e *quick.LineError
		if !errors.As(err, &e) {
			t.Errorf("%q: error %v", row.line, err)
			continue
		}
		if !strings.Contains(e.What, row.what) || !strings.Contains(e.Expected, row.expected) || e.Col != row.col {
			t.Errorf("%q: column %d: %q, %q", row.line, e.Col, e.What, e.Expected)
		}
	}
}
