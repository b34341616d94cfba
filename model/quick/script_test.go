package quick_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
)

func script(lines ...string) []byte { return []byte(strings.Join(lines, "\n") + "\n") }

// opening is the start of a script that is read without complaint.
var opening = []string{"/body Harbour Board", "/date 24 June 2022"}

func readLines(t *testing.T, lines ...string) model.Meeting {
	t.Helper()
	return read(t, "x.minutes", script(append(opening[:2:2], lines...)...))
}

func TestScriptLines(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		lines []string
		want  []string
	}{
		{[]string{"One.", "    two", "      three"}, []string{"One.\ntwo\n  three"}},
		{[]string{"One.", "", "    two"}, []string{"One.\ntwo"}},
		{[]string{"One.", "    ", "  ", "Two."}, []string{"One.", "Two."}},
		{[]string{"One.", "    \\", "    two"}, []string{"One.\n\ntwo"}},
		{[]string{"One.", "    \\\\", "    two"}, []string{"One.\n\\\ntwo"}},
		{[]string{"One.\r", "    two\r"}, []string{"One.\ntwo"}},
		{[]string{"   One."}, []string{"One."}},
		{[]string{"One.", "    - two"}, []string{"One.\n- two"}},
		{[]string{"One.", "    two {at: 10:15}"}, []string{"One.\ntwo"}},
		{[]string{"\\# One.", "    {at: 10:15}"}, []string{"# One."}},
		{[]string{"One.", "    \\two {at: 10:15}"}, []string{"One.\ntwo {at: 10:15}"}},
		{[]string{"One\u2028still\x0bone."}, []string{"One\u2028still\x0bone."}},
		{[]string{"/in Ann", "    She was late."}, []string{"She was late."}},
		{[]string{"/approve 3 June 2022", "    As read."}, []string{"As read."}},
	} {
		m := readLines(t, append([]string{"/present Ann"}, row.lines...)...)
		var got []string
		for _, it := range m.Items {
			for _, e := range it.Entries {
				got = append(got, e.Text)
			}
		}
		if !reflect.DeepEqual(got, row.want) {
			t.Errorf("%q: %q, want %q", row.lines, got, row.want)
		}
	}
}

func TestByteOrderMarkAndMissingEnd(t *testing.T) {
	t.Parallel()
	m := read(t, "x", []byte("\uFEFF/body A\r\n/date 1 May 2026\r\nText"))
	if m.Body != "A" || m.Items[0].Entries[0].Text != "Text" {
		t.Errorf("%+v", m)
	}
}

func TestEverythingWrongIsTold(t *testing.T) {
	t.Parallel()
	text := script("/body Test Board", "/date 31 February 2026", "# One", "/flurb x", "/in Nobody Atall 10:15", "bad \xff text", "Fine.", "    and", "    more {at: 99}", "/start", "    now")
	base := model.Meeting{ID: "m"}
	m, err := quick.ReadScript("bad.minutes", text, base, quick.Options{})
	var all quick.ScriptErrors
	if !errors.As(err, &all) {
		t.Fatalf("error %v", err)
	}
	var at []string
	for _, e := range all {
		at = append(at, fmt.Sprintf("%s:%d:%d", e.File, e.Line, e.Col))
	}
	want := []string{"bad.minutes:2:7", "bad.minutes:4:1", "bad.minutes:5:5", "bad.minutes:6:5", "bad.minutes:9:11", "bad.minutes:10:0"}
	if !reflect.DeepEqual(at, want) {
		t.Errorf("errors at %v, want %v\n%v", at, want, err)
	}
	if line, _, _ := strings.Cut(err.Error(), "\n"); line != "bad.minutes:2: “31 February 2026” is no date; expected a date such as 24 June 2022 or 24/6/22" {
		t.Errorf("said as %q", line)
	}
	if len(m.Items) > 0 || m.Body != "" {
		t.Errorf("a bad script gives the meeting as it was, not %+v", m)
	}
	var one *quick.LineError
	if !errors.As(err, &one) || one.Line != 2 {
		t.Errorf("the first error is %v", one)
	}
}

func TestLenientKeepsBadLinesAsPrivateNotes(t *testing.T) {
	t.Parallel()
	text := script("/body Test Board", "/date 1 May 2026", "# One", "/restrcted staffing", "bad \xff text", "Fine.", "/in Nobody", "    She was late.")
	m, err := quick.ReadScript("x", text, model.Meeting{ID: "m"}, quick.Options{Lenient: true})
	var all quick.ScriptErrors
	if !errors.As(err, &all) || len(all) != 2 {
		t.Fatalf("errors %v", err)
	}
	var got []string
	for _, e := range m.Items[0].Entries {
		got = append(got, string(e.Kind)+" "+e.Text)
	}
	want := []string{"private /restrcted staffing", "paragraph bad \uFFFD text", "paragraph Fine.", "private /in Nobody\nShe was late."}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("entries %q", got)
	}
}

func TestScriptsSayOfWhichMeetingTheyAre(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		text, body string
		date       model.Date
		wrong      string
	}{
		{"/body A\n/date 1 May 2026\nText\n", "A", "2026-05-01", ""},
		{"\n/date 1/5/26\n/BODY A\n", "A", "2026-05-01", ""},
		{"/date 1 May 2026\n", "", "2026-05-01", "of which body"},
		{"/body A\nText\n", "A", "", "on which day"},
		{"/body A\n/date soon\n", "A", "", "“soon” is no date"},
		{"/body A\n/date 1 May\n", "A", "", "“1 May” is no date"},
		{"/body A\n/date 1 May 2026\n/present Ann\n# One\n", "A", "2026-05-01", ""},
	} {
		body, date, err := quick.ReadHeader([]byte(row.text))
		if body != row.body || date != row.date || (err != nil) != (row.wrong != "") || err != nil && !strings.Contains(err.Error(), row.wrong) {
			t.Errorf("%q: %q %q %v", row.text, body, date, err)
		}
		_, err = quick.ReadScript("x", []byte(row.text), model.Meeting{}, quick.Options{})
		if (err != nil) != (row.wrong != "") || err != nil && !strings.Contains(err.Error(), row.wrong) {
			t.Errorf("%q as a script: %v", row.text, err)
		}
	}
}

func TestTheMeetingNeverBecomesAnother(t *testing.T) {
	t.Parallel()
	_, err := quick.ReadScript("x", script(append(opening[:2:2], "Text", "/date 25 June 2022")...), model.Meeting{}, quick.Options{})
	if err == nil || !strings.HasPrefix(err.Error(), "x:4: ") {
		t.Errorf("%v", err)
	}
}

func TestEarlierActionsAreChecked(t *testing.T) {
	t.Parallel()
	o := quick.Options{Earlier: func(action string) error {
		if action == "14" {
			return nil
		}
		return errors.New("the last meeting has no action " + action)
	}}
	_, err := quick.ReadScript("x", script(append(opening[:2:2], "/done 14, received", "/done 99")...), model.Meeting{}, o)
	if err == nil || err.Error() != "x:4: the last meeting has no action 99" {
		t.Errorf("%v", err)
	}
}

func TestRestrictedPartsReadAndPrint(t *testing.T) {
	t.Parallel()
	m := readLines(t, "# A", "One.", "/restricted staffing", "Two.", "# B", "Three.", "/unrestricted", "Four.", "# C", "/item 1", "Five.")
	if r := m.Items[1].Restricted; r == nil || r.Reason != "staffing" || m.Items[0].Restricted != nil || m.Items[2].Restricted != nil {
		t.Errorf("items: %+v", m.Items)
	}
	for i, want := range []bool{false, true, false} {
		if got := m.Items[0].Entries[i].Restricted != nil; got != want {
			t.Errorf("entry %d of the first item: restricted %v", i, got)
		}
	}
	want := "/body Harbour Board\n/date 24 June 2022\n\n# A\nOne.\n/restricted staffing\nTwo.\n/unrestricted\nFive.\n\n" +
		"/restricted staffing\n# B\nThree.\n/unrestricted\nFour.\n\n# C\n"
	if got := string(quick.Print(m, false)); got != want {
		t.Errorf("%s", firstDifference(got, want))
	}
}

func TestStateIsPrintedOnlyWhereItDoesNotFollow(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		lines []string
		state string
	}{
		{[]string{}, ""},
		{[]string{"Text"}, ""},
		{[]string{"/start 10:00"}, ""},
		{[]string{"/start"}, "/state live"},
		{[]string{"Text", "/close 11:00"}, ""},
		{[]string{"Text", "/close"}, "/state draft"},
		{[]string{"Text", "/adjourn 10:30"}, ""},
		{[]string{"Text", "/adjourn 10:30", "/resume"}, ""},
		{[]string{"Text", "/close 11:00", "/state approved"}, "/state approved"},
		{[]string{"/state cancelled"}, "/state cancelled"},
	} {
		m := readLines(t, row.lines...)
		text := strings.TrimSpace(string(quick.Print(m, false)))
		last := text[strings.LastIndexByte(text, '\n')+1:]
		if got := strings.HasPrefix(last, "/state"); got != (row.state != "") || got && last != row.state {
			t.Errorf("%q: ends in %q, want %q", row.lines, last, row.state)
		}
		if back := read(t, "x", []byte(text)); back.State != m.State {
			t.Errorf("%q: read back as %s", row.lines, back.State)
		}
	}
}

func TestActionNumbersAreKept(t *testing.T) {
	t.Parallel()
	m := readLines(t, "a: One", "a: Nine {no: 9}", "a: Ten", "a: Two {no: 2}", "a: Eleven")
	for i, want := range []int{1, 9, 10, 2, 11} {
		if got := m.Items[0].Entries[i].Number; got != want {
			t.Errorf("action %d has number %d, want %d", i, got, want)
		}
	}
	if text := string(quick.Print(m, false)); !strings.Contains(text, "a: Ten\na: Two {no: 2}\na: Eleven\n") {
		t.Errorf("printed as %s", text)
	}
	if _, err := quick.ReadScript("x", script(append(opening[:2:2], "a: One", "a: Again {no: 1}")...), model.Meeting{}, quick.Options{}); err == nil {
		t.Error("two actions have one number")
	}
}

func TestPrivateNotesArePrintedOnlyWhereAsked(t *testing.T) {
	t.Parallel()
	m := readLines(t, "p: Ask about the chain")
	if got := string(quick.Print(m, false)); strings.Contains(got, "chain") {
		t.Errorf("printed: %s", got)
	}
	if got := string(quick.Print(m, true)); !strings.Contains(got, "\np: Ask about the chain\n") {
		t.Errorf("printed: %s", got)
	}
}

func TestOneEntryForTheComposer(t *testing.T) {
	t.Parallel()
	m := board()
	for _, line := range []string{"Text", "a: MPS to write {due: soon}", "\\# x", "\\\nmore", "One.\n\n  two", "-- Sub", "/in Cllr Jane Smith 10:15", "v: for 5 against 2", "d: So be it {mover: A}"} {
		e := entered(t, line, context())
		if got := quick.PrintEntry(quick.Context{Meeting: m}, e); got != line {
			t.Errorf("%q is edited as %q", line, got)
		}
	}
	e, _, _ := m.Entry("e3")
	if got := quick.PrintEntry(quick.Context{Meeting: m}, e); got != "a: To be done." {
		t.Errorf("number and restriction stay with the entry: %q", got)
	}
}

func TestVeryLongLines(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"words":       strings.Repeat("word ", 20_000) + "end",
		"letters":     strings.Repeat("x", 100_000),
		"action":      "a: MPS to write " + strings.Repeat("by 27 June ", 10_000) + "end",
		"next":        "a: " + strings.Repeat("at the next ", 10_000) + "end",
		"slashes":     "a: " + strings.Repeat("a/", 50_000) + " to write",
		"backslashes": strings.Repeat(`\`, 100_000) + "x",
		"braces":      strings.Repeat("{", 100_000) + strings.Repeat("}", 100_000),
		"pairs":       "Text {" + strings.Repeat("a: b; ", 20_000) + "at: 10:15}",
		"votes":       "v: for " + strings.Repeat("Smith, ", 20_000) + "end",
		"interest":    "i: Smith" + strings.Repeat(", x", 30_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := quick.Read(line, context())
			var wrong *quick.LineError
			if name == "pairs" {
				if !errors.As(err, &wrong) {
					t.Fatalf("no such keys: %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if r.Entry == nil || len(r.Entry.Text) < 90_000 {
				t.Fatalf("the text is %d long", len(r.Entry.Text))
			}
			text := quick.PrintEntry(quick.Context{Meeting: board()}, *r.Entry)
			if again := entered(t, text, context()); again.Text != r.Entry.Text {
				t.Error("printed and read again it differs")
			}
		})
	}
}

// changeTypes are the kinds of change that the model has.
func changeTypes(t *testing.T) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	files, err := filepath.Glob(filepath.Join("..", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Name.Name != "apply" || f.Recv == nil {
				continue
			}
			if of, ok := f.Recv.List[0].Type.(*ast.Ident); ok && of.IsExported() {
				found[of.Name] = true
			}
		}
	}
	return found
}

func TestEveryKindOfChangeIsWrittenAndReadBack(t *testing.T) {
	t.Parallel()
	seven := 7
	ann := model.Attendee{ID: "ann", Name: "Ann Zed", Mark: model.Present}
	bo := model.Attendee{ID: "bo", Name: "Bo Lee", Group: "Board", Post: "Clerk", Mark: model.Present}
	changes := []model.Change{
		model.AddAttendee{Attendee: ann, After: model.Last},
		model.AddAttendee{Attendee: bo, After: model.Last},
		model.AddAttendee{Attendee: model.Attendee{ID: "cy", Name: "Cy Moe", Mark: model.Absent}, After: model.Last},
		model.SetAttendee{Attendee: model.Attendee{ID: "bo", Name: "Bo Lee", Group: "Board", Post: "Clerk", Mark: model.Apologies, Reason: "ill"}},
		model.RemoveAttendee{ID: "cy"},
		model.MoveAttendee{ID: "bo"},
		model.SetFact{Fact: model.FactChair, Value: "ann"},
		model.SetNumbering{Numbering: model.Numbered{Actions: model.Series{Run: model.PerYear, Year: "2022", First: 15}, Items: model.Series{Run: model.PerYear, Year: "22", First: 124},
			Decisions: model.Series{Run: model.Running, First: 9}}},
		model.AddItem{Item: model.Item{ID: "opening"}},
		model.AddItem{Item: model.Item{ID: "one", Title: "One"}, After: model.Last},
		model.AddItem{Item: model.Item{ID: "two", Title: "Two"}, After: model.Last},
		model.AddItem{Item: model.Item{ID: "three", Title: "Three"}, After: model.Last},
		model.SetItem{ID: "one", Fact: model.ItemOutcome, Value: "agreed"},
		model.SetItem{ID: "two", Fact: model.ItemPublicTitle, Value: "Something"},
		model.SetPapers{ID: "one", Papers: []model.Paper{{Title: "Report", Reference: "1/26"}}},
		model.RestrictItem{ID: "two", Restriction: &model.Restriction{Reason: "staffing"}},
		model.MoveItem{ID: "two", After: "opening"},
		model.DeleteItem{ID: "three"},
		model.SetItem{ID: "one", Fact: model.ItemPurpose, Value: "decision"},
		model.SetItem{ID: "one", Fact: model.ItemMinutes, Value: "10"},
		model.AddEntry{Item: "one", After: model.Last, Entry: model.Entry{ID: "a1", Kind: model.Action, Text: "Ann Zed to write by 27 June"}},
		model.AddEntry{Item: "one", After: model.Last, Entry: model.Entry{ID: "a2", Kind: model.Action, Text: "To pay"}},
		model.AddEntry{Item: "opening", After: model.Last, Entry: model.Entry{ID: "in", Kind: model.Movement, At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "bo"}}},
		model.AddEntry{Item: "two", After: model.Last, Entry: model.Entry{ID: "p", Kind: model.Paragraph, Text: "Said."}},
		model.SetEntry{Entry: model.Entry{ID: "p", Kind: model.Decision, Text: "Agreed.", Resolution: &model.Resolution{Mover: "Ann"}}},
		model.RestrictEntry{ID: "a1", Restriction: &model.Restriction{Reason: "money"}},
		model.RestrictPhrase{ID: "p", Words: "Agreed", Restriction: &model.Restriction{Reason: "pay = personal", Paragraph: "2"}},
		model.RestrictPhrase{ID: "one", Words: "One", Restriction: &model.Restriction{Reason: "price"}},
		model.MoveEntry{ID: "a2", Item: "one"},
		model.DeleteEntry{ID: "a2", Keep: true},
		model.Renumber{},
		model.SetRestricting{Restriction: &model.Restriction{Reason: "staffing"}},
		model.SetNext{Next: &model.Next{Date: "2022-09-12", At: "10:00", Venue: "Custom House"}},
		model.SetPublic{Count: &seven},
		model.SetQuorum{Members: 5},
		model.SetState{State: model.Inquorate},
		model.FixNumber{ID: "two", Number: "124A"},
		model.FixNumber{ID: "p", Number: "1A.2"},
		model.NumbersOut{Paragraphs: []string{"1A.3"}, Actions: []int{15, 40}},
		model.Many{model.SetFact{Fact: model.FactClosed, Value: "11:45"}, model.SetState{State: model.Draft}},
		model.Circulate{Circulation: model.Circulation{On: "2022-07-01", Rev: 1}},
		model.Correct{Correction: model.Correction{ID: "c", Entry: &model.Entry{ID: "p", Kind: model.Paragraph, Text: "Put right."}}},
		model.Uncorrect{ID: "c"},
		model.Pass{Passed: model.Passed{On: "2022-09-12", How: model.ByMail}},
		model.Ratify{Meeting: "later", On: "2022-12-01"},
	}
	all := changeTypes(t)
	m := model.Meeting{ID: "m", Body: "Harbour Board", Date: "2022-06-24", State: model.Planned}
	for _, c := range changes {
		next, _, err := m.With(c)
		if err != nil {
			t.Fatalf("%T: %v", c, err)
		}
		m = next
		delete(all, reflect.TypeOf(c).Name())
		text := quick.Print(m, true)
		if back := read(t, "m", text); !reflect.DeepEqual(meaning(back), meaning(m)) {
			t.Fatalf("after %T: %s\n%s", c, differing(meaning(back), meaning(m)), text)
		}
	}
	if len(all) > 0 {
		t.Errorf("no such change was made: %v", all)
	}
}

// Whose name the book knows is read from the words; somebody else as owner, or
// none, needs braces.
func TestPrintedEntryIsReadAgainstTheSameNames(t *testing.T) {
	c := quick.Context{Meeting: board(), Names: []string{"Dredging Trust"}}
	r, err := quick.Read("a: Dredging Trust to report by 27 June", c)
	if err != nil {
		t.Fatal(err)
	}
	e := *r.Entry
	for _, one := range []struct {
		owners []string
		want   string
	}{
		{[]string{"Dredging Trust"}, "a: Dredging Trust to report by 27 June"},
		{nil, "a: Dredging Trust to report by 27 June {owner: }"},
		{[]string{"Clerk"}, "a: Dredging Trust to report by 27 June {owner: Clerk}"},
	} {
		e.Action.Owners = one.owners
		if got := quick.PrintEntry(c, e); got != one.want {
			t.Errorf("owners %q: %q, want %q", one.owners, got, one.want)
		}
	}
}
