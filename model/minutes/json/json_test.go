package json

import (
	"bytes"
	stdjson "encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"minutebook/model"
	"minutebook/model/quick"
	"minutebook/model/register"
)

// meetings are the invented meetings beside the composer, by name.
func meetings(t *testing.T) map[string]model.Meeting {
	t.Helper()
	files, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no meetings", err)
	}
	out := map[string]model.Meeting{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		m, err := quick.ReadScript(file, archive.Files[0].Data, model.Meeting{ID: "m"}, quick.Options{NewID: func() model.ID {
			n++
			return model.ID(fmt.Sprintf("id%03d", n))
		}})
		if err != nil {
			t.Fatal(err)
		}
		out[file] = m
	}
	out["sealed"] = sealed(t)
	return out
}

// sealed are minutes with all that becomes of them after the meeting.
func sealed(t *testing.T) model.Meeting {
	t.Helper()
	m := model.Meeting{ID: "m", BodyID: "b", Body: "Quay Board", Date: "2026-01-12", State: model.Draft, Attendees: []model.Attendee{{ID: "ann", Name: "Ann Voss", Mark: model.Present}},
		Items: []model.Item{{ID: "i", Title: "Minutes", Entries: []model.Entry{
			{ID: "p", Kind: model.Paragraph, Approves: &model.Approval{Date: "2025-11-10", Meeting: "before", Part: model.OpenPart, Completed: true, Ratifies: true, SubjectTo: true}},
			{ID: "c", Kind: model.Paragraph, Text: "For 400 read 450.", Corrects: &model.CorrectsFact{Date: "2025-01-13", Reference: "3.2", Meeting: "long"}},
			{ID: "n", Kind: model.Private, Text: "ask the chair"}, {ID: "a", Kind: model.Action, Number: 1, Text: "Ann to write."}}}}}
	for _, c := range []model.Change{
		model.Circulate{Circulation: model.Circulation{On: "2026-01-20", Rev: 3, Audience: "full", To: []string{"ann@example.org"}, Name: "draft.docx", SHA256: strings.Repeat("0f", 32), Made: "2026-01-20T09:00:00Z"}},
		model.Correct{Correction: model.Correction{ID: "k1", Entry: &model.Entry{ID: "new", Kind: model.Paragraph, Text: "It rained."}, Item: "i", After: "n", By: "Ann Voss", On: "2026-01-22"}},
		model.Correct{Correction: model.Correction{ID: "k2", Entry: &model.Entry{ID: "a"}, Struck: true}},
		model.Correct{Correction: model.Correction{ID: "k3", Attendee: &model.Attendee{ID: "ann", Name: "Ann Voss", Mark: model.Apologies}}},
		model.Pass{Passed: model.Passed{How: model.ByMail, On: "2026-02-01", SignedBy: "Ann Voss"}}, model.Ratify{Meeting: "next", On: "2026-03-09"},
	} {
		next, _, err := m.With(c)
		if err != nil {
			t.Fatal(err)
		}
		m = next
	}
	m, _, err := model.SealMeeting(m, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestWhatBecameOfMinutesIsChecked(t *testing.T) {
	t.Parallel()
	data := write(t, sealed(t), true)
	for what, broken := range map[string][2]string{
		"meeting.circulated[0].on": {`"on": "2026-01-20"`, `"on": "soon"`},
		"meeting.passed[0].on":     {`"on": "2026-02-01"`, `"on": "soon"`},
		"meeting.corrections[0]":   {`"after": "n"`, `"after": "gone"`},
		"corrects.date":            {`"date": "2025-01-13"`, `"date": "then"`},
		"meeting.corrections[2]":   {`"mark": "apologies"`, `"mark": "asleep"`},
	} {
		spoilt := bytes.Replace(data, []byte(broken[0]), []byte(broken[1]), 1)
		var wrong *Malformed
		if _, _, err := Read(bytes.NewReader(spoilt)); bytes.Equal(spoilt, data) || !errors.As(err, &wrong) || !strings.HasSuffix(wrong.Place, what) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func ledger(m model.Meeting) []model.Event {
	var out []model.Event
	for _, a := range m.Actions() {
		out = append(out, model.Event{Meeting: m.ID, Action: a.ID, N: 1, State: model.Complete, On: "2026-04-01", Note: "done <&>", Made: "2026-04-01T09:00:00Z"})
	}
	return out
}

func write(t *testing.T, m model.Meeting, private bool) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, m, ledger(m), private); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	for name, m := range meetings(t) {
		for _, private := range []bool{true, false} {
			one := write(t, m, private)
			back, events, err := Read(bytes.NewReader(one))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			var two bytes.Buffer
			if err := Write(&two, back, events, true); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(one, two.Bytes()) {
				t.Errorf("%s: read and written again, the file differs", name)
			}
			if has := strings.Contains(string(one), "quarrel"); has != (private && strings.Contains(name, "restricted")) {
				t.Errorf("%s: written with private notes %t, it has them: %t", name, private, has)
			}
		}
	}
}

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("..", "..", "..", "docs", "schema", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestMeetingSchema(t *testing.T) {
	t.Parallel()
	s := schema(t, "meeting.schema.json")
	for name, m := range meetings(t) {
		data := write(t, m, true)
		if err := valid(t, s, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, broken := range [][2]string{{`"kind": "paragraph"`, `"kind": "verse"`}, {`"date": "20`, `"day": "20`}, {`"version": 1`, `"version": 2`}} {
			if valid(t, s, bytes.Replace(data, []byte(broken[0]), []byte(broken[1]), 1)) == nil {
				t.Errorf("%s: with %s the schema says it is valid", name, broken[1])
			}
		}
	}
}

func TestActionsSchema(t *testing.T) {
	t.Parallel()
	s := schema(t, "actions.schema.json")
	for name, m := range meetings(t) {
		data, err := stdjson.Marshal(map[string]any{"format": "minutebook/actions", "version": 1, "actions": append([]register.Action{}, register.Fold(m, ledger(m))...)})
		if err != nil {
			t.Fatal(err)
		}
		if err := valid(t, s, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if valid(t, s, []byte(`{"format":"minutebook/actions","version":1,"actions":[{"number":0}]}`)) == nil {
		t.Error("an action without anything passes")
	}
}

func TestReadSaysWhatIsWrongAndWhere(t *testing.T) {
	t.Parallel()
	const whole = `{"format":"minutebook/meeting","version":1,"meeting":{"id":"m","body":"B","date":"2026-03-03","state":"draft","items":[{"id":"i","title":"T","entries":[{"id":"e","kind":"action","text":"x","number":1}]}]}}`
	if _, _, err := Read(strings.NewReader(whole)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, with, place string }{
		{"minutebook/meeting", "minutebook/actions", "format"},
		{`"version":1`, `"version":0`, "version"},
		{`"id":"m"`, `"id":""`, "meeting.id"},
		{`"body":"B"`, `"body":""`, "meeting.body"},
		{"2026-03-03", "2026-02-30", "meeting.date"},
		{`"draft"`, `"drafty"`, "meeting.state"},
		{`"kind":"action"`, `"kind":"verse"`, "meeting.items[0].entries[0].kind"},
		{`"number":1`, `"number":0`, "meeting.items[0].entries[0].number"},
		{`"id":"e"`, `"id":"i"`, "meeting.items[0].id"},
		{`"draft"`, `"draft","chair":"nobody"`, "meeting.chair"},
		{`"draft"`, `"draft","kind":"special"`, "meeting.kind"},
		{`"draft"`, `"draft","begin":"99:99"`, "meeting.begin"},
		{`"draft"`, `"draft","publicationDate":"2026-02-30"`, "meeting.publicationDate"},
		{`"draft"`, `"draft","title":"A\nB"`, "meeting.title"},
		{`"draft"`, `"draft","public":-1`, "meeting.public"},
		{`"draft"`, `"draft","next":{"date":"soon"}`, "meeting.next.date"},
		{`"draft"`, `"draft","next":{"date":"2026-03-04","at":"10"}`, "meeting.next.at"},
		{`"text":"x"`, `"text":"x","at":"10"`, "meeting.items[0].entries[0].at"},
		{`"text":"x"`, `"text":"x","action":{"due":{"date":"soon"}}`, "meeting.items[0].entries[0].action.due.date"},
		{`"text":"x"`, `"text":"x","approves":{"date":"soon"}`, "meeting.items[0].entries[0].approves.date"},
		{`"text":"x"`, `"text":"x","vote":{"against":-1}`, "meeting.items[0].entries[0].vote"},
		{`"kind":"action","text":"x","number":1`, `"kind":"movement","movement":{"way":"up"}`, "meeting.items[0].entries[0].movement.way"},
		{`"kind":"action","text":"x","number":1`, `"kind":"movement","movement":{"way":"in","who":"q"}`, "meeting.items[0].entries[0].movement.who"},
		{`"text":"x"`, `"text":"x","withheld":[{"words":" ","reason":"r"}]`, "meeting.items[0].entries[0].withheld[0].words"},
		{`"title":"T"`, `"title":"T","withheld":[{"words":"","reason":"r"}]`, "meeting.items[0].withheld[0].words"},
		{`"text":"x"`, `"tex":"x"`, "line 1"},
		{`"text":"x"`, `"text":7`, "line 1, column 1"},
		{`"text":"x"`, `"text":"x`, "line 1"},
		{`]}}`, `]}} {}`, "line 1, column 207"},
		{`]}]}}`, "]}]", "line 1"},
	} {
		data := strings.Replace(whole, c.old, c.with, 1)
		_, _, err := Read(strings.NewReader(data))
		var m *Malformed
		if !errors.As(err, &m) || !strings.HasPrefix(m.Place, c.place) {
			t.Errorf("%s for %s: %v, want the place %s", c.with, c.old, err, c.place)
		}
	}
	var newer *Newer
	if _, _, err := Read(strings.NewReader(strings.Replace(whole, `"version":1`, `"version":2,"more":1`, 1))); !errors.As(err, &newer) || newer.Version != 2 {
		t.Errorf("a newer file is %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{`{}`, `{"format":"minutebook/meeting","version":1,"meeting":{"id":"m","body":"B","date":"2026-03-03","state":"draft"}}`, "[", "\xff"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, events, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		var one, two bytes.Buffer
		if err := Write(&one, m, events, true); err != nil {
			t.Fatal(err)
		}
		m, events, err = Read(bytes.NewReader(one.Bytes()))
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if err := Write(&two, m, events, true); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Fatalf("the second round differs (%v)", err)
		}
	})
}

// The numbers that run on and those that are out are in the file, and a file in
// which they cannot be so is refused.
func TestNumbersAreCarried(t *testing.T) {
	t.Parallel()
	m := model.Meeting{ID: "m", Body: "Weir Board", Date: "2026-03-17", State: model.Planned}
	for _, c := range []model.Change{
		model.SetNumbering{Numbering: model.Numbered{Actions: model.Series{Run: model.PerYear, Year: "2026", First: 15}, Items: model.Series{Run: model.PerYear, Year: "26", First: 124},
			Decisions: model.Series{Run: model.Running, First: 9}}},
		model.AddItem{Item: model.Item{ID: "i", Title: "Dredging", Purpose: "decision", Minutes: 10, PurposeRestricted: &model.Restriction{Reason: "price"}}},
		model.AddItem{Item: model.Item{ID: "j", Title: "Locks", Reference: "L/7"}, After: model.Last},
		model.AddEntry{Item: "i", After: model.Last, Entry: model.Entry{ID: "a", Kind: model.Action, Text: "Clerk to write"}},
		model.AddEntry{Item: "i", After: model.Last, Entry: model.Entry{ID: "d", Kind: model.Decision, Text: "Agreed"}},
		model.SetState{State: model.Circulated},
	} {
		next, _, err := m.With(c)
		if err != nil {
			t.Fatal(err)
		}
		m = next
	}
	data := write(t, m, false)
	if err := valid(t, schema(t, "meeting.schema.json"), data); err != nil {
		t.Error(err)
	}
	back, _, err := Read(bytes.NewReader(data))
	if err != nil || !reflect.DeepEqual(back, m) {
		t.Errorf("read back it is %+v (%v), not %+v", back, err, m)
	}
	for _, broken := range [][2]string{{`"run": "year"`, `"run": "moon"`}, {`"year": "26"`, `"year": "x"`}, {`"a": 15`, `"a": 0`}, {`"d": "9"`, `"d": ""`}, {`"minutes": 10`, `"minutes": -1`}} {
		bad := bytes.Replace(data, []byte(broken[0]), []byte(broken[1]), 1)
		if bytes.Equal(bad, data) {
			t.Fatalf("there is no %s in\n%s", broken[0], data)
		}
		if _, _, err := Read(bytes.NewReader(bad)); err == nil {
			t.Errorf("with %s the file is taken", broken[1])
		}
		if valid(t, schema(t, "meeting.schema.json"), bad) == nil {
			t.Errorf("with %s the schema says it is valid", broken[1])
		}
	}
}
