package ui

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/export"
)

// everyField is each field of the editor, a list as its first row.
func everyField() (all []*shownField) {
	for _, part := range styleSections() {
		for _, f := range part.fields {
			if f.rows != nil {
				all = append(all, &shownField{of: f, row: 0, id: rowID(f.id, 0)})
			} else if !f.picture {
				all = append(all, &shownField{of: f, row: -1, id: f.id})
			}
		}
	}
	return all
}

// mark puts something into every field of a value.
func mark(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("mark")
	case reflect.Float64:
		v.SetFloat(12)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		mark(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			mark(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() != reflect.Uint8 {
			mark(v.Index(0))
		}
	case reflect.Array:
		for i := range v.Len() {
			mark(v.Index(i))
		}
	}
}

// Everything that can be said of a style can be said in the editor, but for its
// name.
func TestEditorReachesEveryField(t *testing.T) {
	t.Parallel()
	var full minutes.Style
	mark(reflect.ValueOf(&full).Elem())
	// Emptied by every field in turn, nothing is left but the name and the logo.
	s := full.Clone()
	for _, f := range everyField() {
		if f.of.when != nil && !f.of.when(&s) {
			continue
		}
		value := ""
		if strings.HasSuffix(f.id, ".size") || strings.HasSuffix(f.id, ".height") {
			value = "0"
		}
		if err := f.put(&s, value); err != nil {
			t.Errorf("%s: %v", f.id, err)
		}
	}
	left := bareOf(s)
	if !reflect.DeepEqual(left, minutes.Style{}) {
		t.Errorf("the editor does not reach all of %+v", left)
	}
}

// bareOf is a style without what no field empties: its name, its tables and
// logo once their fields are empty, and lists of none.
func bareOf(s minutes.Style) minutes.Style {
	s.Name, s.Logo, s.Log, s.Decisions, s.Outcomes, s.Words.Kinds = "", nil, nil, nil, nil, nil
	// Heads of tables are fields only where there is the table.
	s.Agenda.Heading, s.Agenda.Table, s.Agenda.Head = "", "", [5]string{}
	s.Attendance.Table, s.Attendance.Head, s.Roll = "", [3]string{}, minutes.RollStyle{}
	for _, list := range []*[]string{&s.Title, &s.Agenda.Title, &s.Dates.Months, &s.Dates.Weekdays, &s.Signature.Lines} {
		if len(*list) == 0 {
			*list = nil
		}
	}
	if len(s.Facts.Rows) == 0 {
		s.Facts.Rows = nil
	}
	if len(s.Agenda.Facts) == 0 {
		s.Agenda.Facts = nil
	}
	return s
}

// What a field is said to take is what it takes, and nothing else.
func TestNamesThatAFieldMayUse(t *testing.T) {
	t.Parallel()
	s, err := minutes.Builtin().Load("publication")
	if err != nil {
		t.Fatal(err)
	}
	patterns := 0
	for _, f := range everyField() {
		names := namesIn(s, f.id)
		if len(names) == 0 || f.of.options != nil {
			continue
		}
		patterns++
		label := ""
		if strings.HasSuffix(f.of.id, "facts") {
			label = "Label: "
		}
		for _, name := range append(names, "{nobody}") {
			next := s.Clone()
			err := f.put(&next, label+name)
			if err == nil {
				err = next.Check()
			}
			if unknown := name == "{nobody}"; (err != nil) != unknown || unknown && !strings.Contains(err.Error(), strings.Join(names, ", ")) {
				t.Errorf("%s with %s: %v", f.id, name, err)
			}
		}
	}
	if patterns < 30 {
		t.Errorf("%d fields take names", patterns)
	}
}

// Whatever is typed into the editor is refused with words or makes a style in
// which any minutes can be composed and written, and which comes back from its
// file as it is.
func TestAnyStyleOfTheEditorIsRefusedOrWorks(t *testing.T) {
	t.Parallel()
	fields := everyField()
	rapid.Check(t, func(t *rapid.T) {
		styles := minutes.Builtin()
		s, err := styles.Load(rapid.SampledFrom(styles.Names()).Draw(t, "style"))
		if err != nil {
			t.Fatal(err)
		}
		s.Name = "Random"
		for range rapid.IntRange(1, 12).Draw(t, "fields") {
			f := rapid.SampledFrom(fields).Draw(t, "field")
			if f.of.when != nil && !f.of.when(&s) {
				continue
			}
			next := s.Clone()
			err := f.put(&next, randomValue(t, s, f))
			if err == nil {
				err = checkStyle(next, s.Logo)
			}
			if err == nil {
				s = next
			} else if len(whyNot(err)) < 10 {
				t.Errorf("%s is refused with %q", f.id, whyNot(err))
			}
		}
		h, err := s.Record()
		if err != nil {
			t.Fatalf("what was right in parts is wrong: %v", err)
		}
		if back, err := minutes.Builtin().With([]model.HouseStyle{h}).Load("random"); err != nil || !same(back.Words.Closed, s.Words.Closed) {
			t.Fatalf("it came back as %q, %v", back.Words.Closed, err)
		}
		m := rapid.SampledFrom([]model.Meeting{juneMeeting(), fullBook().meetings["april"], fullBook().meetings["arts"]}).Draw(t, "meeting")
		for _, ext := range export.Formats() {
			if _, err := export.Bytes(ext, export.Input{Meeting: m, Style: s, Audience: minutes.Full}); err != nil {
				t.Errorf("%s: %v", ext, err)
			}
		}
	})
}

// randomValue is something to type into a field: sense, nonsense and patterns.
func randomValue(t *rapid.T, s minutes.Style, f *shownField) string {
	if f.of.options != nil {
		return rapid.SampledFrom(f.of.options).Draw(t, "option").value
	}
	names := append(namesIn(s, f.id), "{nobody}", "{", "}", "[", "]", "[{", "}]")
	piece := rapid.OneOf(rapid.SampledFrom(names), rapid.SampledFrom([]string{"", " ", "&<>\"'", "Ärger", "**", "#", "\t", "12", "A4", "C0FFEE", "en-GB", ": ", ", ", "\x00", "\u2028", "=1+1"}), rapid.String())
	return strings.TrimSpace(strings.Join(rapid.SliceOfN(piece, 0, 4).Draw(t, "value"), ""))
}
