package minutes

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"minutebook/model"
)

// styled composes a meeting in the style note with what change makes of it.
func styled(t *testing.T, m model.Meeting, a Audience, change func(*Style)) Document {
	t.Helper()
	s, err := LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	change(&s)
	if err := s.check(); err != nil {
		t.Fatal(err)
	}
	d, err := Compose(m, s, a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// blocks are those of a document that are of one kind.
func blocks[B Block](d Document) []B {
	var out []B
	for _, b := range d.Blocks {
		if b, ok := b.(B); ok {
			out = append(out, b)
		}
	}
	return out
}

// cells are the rows of a table in words, with bars between the cells.
func cells(t Table) string {
	lines := []string{strings.Join(t.Head, "|")}
	for _, r := range t.Rows {
		var words []string
		for _, c := range r.Cells {
			words = append(words, model.Words(c))
		}
		lines = append(lines, strings.Join(words, "|"))
	}
	return strings.Join(lines, "\n")
}

func TestDates(t *testing.T) {
	t.Parallel()
	welsh := Dates{Long: "{day} {month} {year}", Months: strings.Fields("Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
		Weekdays: []string{"Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul"}}
	for _, c := range []struct {
		d          Dates
		day        model.Date
		long, full string
	}{
		{Dates{}, "2026-03-03", "3 March 2026", "Tuesday 3 March 2026"},
		{Dates{}, "", "", ""},
		{Dates{}, "2026-02-30", "", ""},
		{Dates{Long: "{dayth} of {month}, {year}"}, "2026-03-03", "3rd of March, 2026", "Tuesday 3rd of March, 2026"},
		{Dates{Long: "{year}-{month2}-{day2}", Full: "{weekday}, {month} {day}"}, "2026-03-03", "2026-03-03", "Tuesday, March 3"},
		{welsh, "2026-03-01", "1 Mawrth 2026", "Dydd Sul 1 Mawrth 2026"},
		{welsh, "2026-12-28", "28 Rhagfyr 2026", "Dydd Llun 28 Rhagfyr 2026"},
	} {
		if long, full := c.d.long(c.day), c.d.full(c.day); long != c.long || full != c.full {
			t.Errorf("%s is %q and %q, want %q and %q", c.day, long, full, c.long, c.full)
		}
	}
}

// Wherever the style words a date, it does so by its pattern.
func TestDatesEverywhere(t *testing.T) {
	t.Parallel()
	m := model.Meeting{ID: "m", Body: "B", Date: "2026-03-03", PublicationDate: "2026-03-10", Next: &model.Next{Date: "2026-04-14"}, Items: []model.Item{{ID: "i", Title: "T", Entries: []model.Entry{
		{ID: "a", Kind: model.Paragraph, Approves: &model.Approval{Date: "2026-02-04"}},
		{ID: "b", Kind: model.Action, Number: 1, Text: "Write", Action: &model.ActionFacts{Due: model.Due{Date: "2026-05-01"}}}}}}}
	d := styled(t, m, Full, func(s *Style) {
		s.Dates = Dates{Long: "{year}/{month2}/{day2}", Full: "{year}/{month2}/{day2}"}
		s.Log = &LogStyle{"Log", "Actions", [4]string{"No", "What", "Who", "When"}}
		s.Signature = SignatureStyle{Text: "Of {date}", Lines: []string{"Chair"}}
	})
	said := fmt.Sprintf("%+v", d)
	for _, day := range []string{"2026/03/03", "2026/03/10", "2026/04/14", "2026/02/04", "(due: 2026/05/01)", "Of 2026/03/03"} {
		if !strings.Contains(said, day) {
			t.Errorf("the document does not say %s", day)
		}
	}
	if strings.Contains(said, " 2026 ") {
		t.Error("a date is said in another way")
	}
	if got := cells(blocks[Table](d)[0]); got != "No|What|Who|When\n1|Write||2026/05/01" {
		t.Errorf("the log is\n%s", got)
	}
}

// An attendance list in each manner; who of all members are of one group is
// not told that.
func TestMannersOfAttendance(t *testing.T) {
	t.Parallel()
	m := model.Meeting{ID: "m", Body: "Quay Council", Date: "2026-03-03", Chair: "b", Attendees: []model.Attendee{
		{ID: "a", Name: "Ann", Post: "Chair", Group: "Councillors", Mark: model.Present},
		{ID: "b", Name: "Ben", Post: "Vice Chair", Group: "Councillors", Mark: model.Present, Remote: true},
		{ID: "c", Name: "Cy Ltd.", Group: "Port", Mark: model.Present, Capacity: model.Attending},
		{ID: "d", Name: "Dee", Group: "Councillors", Mark: model.Apologies, Reason: "ill"},
	}}
	for _, c := range []struct{ manner, groups, want string }{
		{MannerLines, GroupsCapacity, "Present: Ann, Chair; Ben, Vice Chair (Chair; remote)\nIn attendance: Cy Ltd. (Port)\nApologies: Dee (ill)"},
		{MannerLines, "", "Present:\nCouncillors: Ann, Chair; Ben, Vice Chair (Chair; remote)\nIn attendance:\nPort: Cy Ltd.\nApologies: Dee (ill)"},
		{MannerRunning, GroupsCapacity, "Present: Ann (Chair), Ben (Vice Chair; Chair; remote).\nIn attendance: Cy Ltd. (Port).\nApologies: Dee (ill)."},
		{MannerRunning, GroupsGroups, "Present:\nCouncillors: Ann (Chair), Ben (Vice Chair; Chair; remote).\nIn attendance:\nPort: Cy Ltd.\nApologies: Dee (ill)."},
	} {
		d := styled(t, m, Full, func(s *Style) { s.Attendance.Manner, s.Attendance.Groups = c.manner, c.groups })
		var said strings.Builder
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case Heading:
				said.WriteString("\n" + model.Words(b.Text) + ":")
			case People:
				if b.Running {
					said.WriteString(" " + model.Words(b.Line()))
					continue
				}
				for i, n := range b.Names {
					said.WriteString([]string{" ", "; "}[min(i, 1)] + model.Words(n.Text))
				}
			}
		}
		if got := strings.TrimSpace(said.String()); got != c.want {
			t.Errorf("%s, %s:\n%s\nwant\n%s", c.manner, c.groups, got, c.want)
		}
	}
	d := styled(t, m, Full, func(s *Style) { s.Attendance.Manner = MannerTable })
	if got := cells(blocks[Table](d)[0]); got != "Name|Post and group|Attendance\nAnn|Chair|Present\nBen (Chair)|Vice Chair|Present (remote)\nCy Ltd.|Port|In attendance\nDee||Apologies (ill)" {
		t.Errorf("the table is\n%s", got)
	}
	if row := blocks[Table](d)[0].Rows[3]; row.Anchor != "person-d" {
		t.Errorf("the row of d has the anchor %q", row.Anchor)
	}
}

func agreed() model.Meeting {
	private := &model.Restriction{Reason: "price"}
	return model.Meeting{ID: "m", Rev: 7, Body: "B", Date: "2026-03-03", Items: []model.Item{{ID: "i", Title: "T", Entries: []model.Entry{
		{ID: "a1", Kind: model.Action, Number: 1, Text: "Ann to *write*", Action: &model.ActionFacts{Owners: []string{"Ann"}, Due: model.Due{Words: "by May"}, Forum: "Panel"}},
		{ID: "a2", Kind: model.Action, Number: 2, Text: "Secret", Restricted: private},
		{ID: "a3", Kind: model.Action, Number: 3, Text: "Gone", Action: &model.ActionFacts{Owners: []string{"Ann"}, Withdrawn: true}},
		{ID: "d1", Kind: model.Decision, Text: "That it be so", Resolution: &model.Resolution{Number: "26/1"}},
		{ID: "d2", Kind: model.Decision, Text: "At 4,000 pounds", Restricted: private},
		{ID: "d3", Kind: model.Decision, Text: "At 5,000 pounds", Restricted: private},
		{ID: "m1", Kind: model.Motion, Text: "That we go"},
		{ID: "v1", Kind: model.VoteTaken, Vote: &model.Vote{ForNames: []string{"Ann", "Ben"}, AgainstNames: []string{"Cy"}, Result: "carried"}},
		{ID: "m2", Kind: model.Motion, Text: "That we stay", Resolution: &model.Resolution{Result: "lost"}},
	}}}}
}

func TestWaysOfActions(t *testing.T) {
	t.Parallel()
	log := &LogStyle{"Log", "Actions", [4]string{"No", "What", "Who", "When"}}
	for way, want := range map[string]string{
		"":            "Action 1:|Ann to write (due: by May; forum: Panel)||",
		ActionsColumn: "Action 1:|Ann to write (forum: Panel)|Ann\nby May|",
		ActionsLog:    "Action 1|||row-a1",
	} {
		d := styled(t, agreed(), Public, func(s *Style) { s.Actions, s.Log = way, log })
		a := blocks[Action](d)
		if got := strings.Join([]string{a[0].Name, model.Words(a[0].Text), model.Words(a[0].Margin), a[0].Row}, "|"); got != want || a[0].Anchor != "entry-a1" {
			t.Errorf("%q prints %q (%s), want %q", way, got, a[0].Anchor, want)
		}
		if a[1].Margin != nil {
			t.Errorf("a withdrawn action has %v in its margin", a[1].Margin)
		}
		if stub := blocks[Stub](d)[0]; stub.Name != "Action 2:" || strings.Contains(model.Words(stub.Text), "Secret") {
			t.Errorf("the stub is %+v", stub)
		}
		table := blocks[Table](d)[0]
		if got := cells(table); got != "No|What|Who|When\n1|Ann to write (forum: Panel)|Ann|by May\n2|Not published: price.||\n3|withdrawn||" || table.Rows[0].Anchor != "row-a1" {
			t.Errorf("the log of %q is\n%s", way, got)
		}
	}
}

func TestTableOfDecisions(t *testing.T) {
	t.Parallel()
	decisions := &DecisionsStyle{"Decided", "What was decided", [3]string{"Item", "Number", "Decision"}}
	for _, c := range []struct {
		a          Audience
		paragraphs string
		want       string
	}{
		{Full, "{number}.", "Item|Number|Decision\n1|26/1|That it be so\n1|1.2|At 4,000 pounds\n1|1.3|At 5,000 pounds\n1|1.4|That we go"},
		{Public, "{number}.", "Item|Number|Decision\n1|26/1|That it be so\n1|1.2|Not published: price.\n1|1.3|Not published: price.\n1|1.4|That we go"},
		{Public, "", "Item|Number|Decision\n1|26/1|That it be so\n1||Not published: price.\n1||That we go"},
	} {
		d := styled(t, agreed(), c.a, func(s *Style) { s.Decisions, s.Paragraphs = decisions, c.paragraphs })
		if got := cells(blocks[Table](d)[0]); got != c.want {
			t.Errorf("the decisions are\n%s\nwant\n%s", got, c.want)
		}
	}
	none := model.Meeting{ID: "m", Body: "B", Date: "2026-03-03", Items: []model.Item{{ID: "i", Title: "T", Entries: []model.Entry{{ID: "m", Kind: model.Motion, Text: "That it be so", Resolution: &model.Resolution{Result: "lost"}}}}}}
	if d := styled(t, none, Full, func(s *Style) { s.Decisions = decisions }); len(blocks[Table](d)) > 0 {
		t.Error("there is a table of nothing decided")
	}
	opening := model.Meeting{ID: "m", Body: "B", Date: "2026-03-03", Items: []model.Item{{ID: "i", Entries: []model.Entry{{ID: "d", Kind: model.Decision, Text: "That it be so"}}}}}
	d := styled(t, opening, Full, func(s *Style) { s.Decisions = decisions })
	if table := blocks[Table](d)[0]; cells(table) != "Decision\nThat it be so" || len(table.Shares) != 1 || table.Shares[0] != 100 {
		t.Errorf("the decision before the first item is in %+v", table)
	}
}

func TestVotesInATable(t *testing.T) {
	t.Parallel()
	d := styled(t, agreed(), Full, func(s *Style) { s.Votes = VotesTable })
	votes, tables := blocks[Vote](d), blocks[Table](d)
	if len(votes) != 1 || votes[0].Names != nil || model.Words(votes[0].Text) != "Carried." {
		t.Errorf("the vote is %+v", votes)
	}
	if got := cells(tables[0]); got != "Name|Vote\nAnn|For\nBen|For\nCy|Against" || !strings.Contains(tables[0].Summary, "Vote 1") {
		t.Errorf("the names are in %q\n%s", tables[0].Summary, got)
	}
}

// The anchor of an entry is the same whatever stands around it.
func TestAnchorsAreStable(t *testing.T) {
	t.Parallel()
	c := composer{taken: map[string]bool{}}
	for _, ids := range [][2]model.ID{{"ab", "AB"}, {"a-b", "a/b"}, {"", "x"}, {model.ID(strings.Repeat("y", 40)), model.ID(strings.Repeat("y", 41))}} {
		a, b := c.anchor("entry", ids[0]), c.anchor("entry", ids[1])
		if a == b || strings.HasSuffix(b, "-2") || len(a) > 36 || len(b) > 36 {
			t.Errorf("%q and %q have the anchors %q and %q", ids[0], ids[1], a, b)
		}
		other := composer{taken: map[string]bool{}}
		if again := other.anchor("entry", ids[1]); again != b {
			t.Errorf("%q has the anchor %q once and %q then", ids[1], b, again)
		}
	}
	m := agreed()
	before := styled(t, m, Full, func(*Style) {})
	m.Rev++
	m.Items[0].Entries = m.Items[0].Entries[3:]
	after := styled(t, m, Full, func(*Style) {})
	if a, b := blocks[Resolution](before)[0].Anchor, blocks[Resolution](after)[0].Anchor; a != b || a != "entry-d1" {
		t.Errorf("the decision has the anchor %q once and %q then", a, b)
	}
	if before.Origin != (Origin{"m", 7}) || after.Origin.Version != 8 {
		t.Errorf("the documents are of %v and %v", before.Origin, after.Origin)
	}
}

// What is only for drafts goes with approval; the version is said where there
// is one.
func TestDraftsAndVersions(t *testing.T) {
	t.Parallel()
	change := func(s *Style) {
		s.Look.LinesNumbered, s.Look.Headings, s.Footer = true, "Inter", "[Version {version}]\t{page}"
		s.Contents, s.ContentsPages, s.ContentsNumbers = "Contents", true, true
	}
	m := agreed()
	d := styled(t, m, Full, change)
	if !d.LinesNumbered || d.Look.Headings != "Inter" || len(d.Footer.Left) != 1 || d.Footer.Left[0].Text != "Version 7" {
		t.Errorf("the draft has %+v", d.Footer)
	}
	if list := blocks[Contents](d)[0]; !list.Pages || list.Links[0].Text != "1. T" {
		t.Errorf("the contents are %+v", list)
	}
	m.State, m.Rev = model.Approved, 0
	if d = styled(t, m, Full, change); d.LinesNumbered || len(d.Footer.Left) != 0 {
		t.Errorf("approved minutes have numbered lines, or the version %v", d.Footer.Left)
	}
}

// Nothing recorded prints no empty heading, table or line in any style.
func TestNothingRecorded(t *testing.T) {
	t.Parallel()
	for _, name := range StyleNames() {
		s, err := LoadStyle(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Compose(model.Meeting{ID: "m", Body: "B", Date: "2026-03-03", State: model.Planned}, s, Unsaid)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case Title, Signature:
			default:
				t.Errorf("%s: an empty meeting has %+v", name, b)
			}
		}
		for _, l := range blocks[Title](d)[0].Lines {
			if strings.ContainsAny(l, "[]{}") || strings.Contains(l, "  ") {
				t.Errorf("%s: the title is %q", name, l)
			}
		}
	}
}

// Every field that can be wrong is named in the error.
func TestErrorsNameTheField(t *testing.T) {
	t.Parallel()
	for field, change := range map[string]func(*Style){
		"title, line 1":         func(s *Style) { s.Title[0] = "{bdy}" },
		"facts, row 2":          func(s *Style) { s.Facts.Rows[1].Value = "{when}" },
		"dates.long":            func(s *Style) { s.Dates.Long = "{hour}" },
		"dates.full":            func(s *Style) { s.Dates.Full = "[{day}" },
		"dates.months":          func(s *Style) { s.Dates.Months = []string{"Mis"} },
		"dates.weekdays":        func(s *Style) { s.Dates.Weekdays = make([]string, 7) },
		"attendance.manner":     func(s *Style) { s.Attendance.Manner = "circle" },
		"attendance.groups":     func(s *Style) { s.Attendance.Groups = "none" },
		"attendance, table":     func(s *Style) { s.Attendance.Manner, s.Attendance.Head[1] = MannerTable, "" },
		"actions is \"margin\"": func(s *Style) { s.Actions = "margin" },
		"no log":                func(s *Style) { s.Actions = ActionsLog },
		"words.action": func(s *Style) {
			s.Actions, s.Log, s.Words.Action = ActionsLog, &LogStyle{"L", "S", [4]string{"a", "b", "c", "d"}}, "Action:"
		},
		"votes":          func(s *Style) { s.Votes = "show" },
		"roll":           func(s *Style) { s.Votes, s.Roll.Head[0] = VotesTable, "" },
		"roll.summary":   func(s *Style) { s.Roll.Summary = "{motion}" },
		"log":            func(s *Style) { s.Log = &LogStyle{Heading: "Log"} },
		"decisions":      func(s *Style) { s.Decisions = &DecisionsStyle{Heading: "Decided"} },
		"signature.text": func(s *Style) { s.Signature.Text = "{chair}" },
		"words.vote":     func(s *Style) { s.Words.Vote = "{result}" },
		"words.joined":   func(s *Style) { s.Words.Joined = "{name} came at {hour}" },
		"header":         func(s *Style) { s.Header = "{leaf}" },
		"language":       func(s *Style) { s.Language = "<en>" },
		"look.page":      func(s *Style) { s.Look.Page = "" },
		"look.size":      func(s *Style) { s.Look.Size = 4 },
		"look.accent":    func(s *Style) { s.Look.Accent = "red" },
		"look.headings":  func(s *Style) { s.Look.Headings = "A;}" },
		"words.draft":    func(s *Style) { s.Words.Draft = "DRAFT\x07" },
		"outcomes.noted": func(s *Style) { s.Outcomes["noted"] = "Noted.\nTwice." },
	} {
		s, err := ReadStyle(file(t, "note"))
		if err != nil {
			t.Fatal(err)
		}
		change(&s)
		data, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadStyle(data); err == nil || !strings.Contains(err.Error(), field) {
			t.Errorf("%s is wrong, and the error is %v", field, err)
		}
	}
}
