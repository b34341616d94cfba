package minutes

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"reflect"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
)

// own is a style of an office's.
func own(t *testing.T, name string, change func(*Style)) Style {
	t.Helper()
	s, err := Builtin().Load("note")
	if err != nil {
		t.Fatal(err)
	}
	s.Name = name
	if change != nil {
		change(&s)
	}
	return s
}

func record(t *testing.T, s Style) model.HouseStyle {
	t.Helper()
	h, err := s.Record()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// logo is the bytes of a small picture.
func logo(t *testing.T, side int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, side, side))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// officeStyles are the program's, one of the office's and one that is spoilt.
func officeStyles(t *testing.T) Styles {
	t.Helper()
	quay := record(t, own(t, "Quay board", func(s *Style) { s.Words.Closed = "The Board rose at {time}." }))
	spoilt := model.HouseStyle{ID: "abbey", Name: "Abbey", File: []byte(`{"name":"Abbey","mood":1}`)}
	return Builtin().With([]model.HouseStyle{quay, spoilt})
}

func TestStylesOfAnOffice(t *testing.T) {
	t.Parallel()
	styles := officeStyles(t)
	if names := styles.Names(); !slices.Equal(names[len(names)-2:], []string{"Abbey", "Quay board"}) || !slices.Contains(names, "note") {
		t.Errorf("the styles are %v", names)
	}
	s, err := styles.Load("QUAY board")
	if err != nil || s.Name != "Quay board" || s.Words.Closed != "The Board rose at {time}." {
		t.Errorf("loaded %q, %v", s.Words.Closed, err)
	}
	if !styles.Own("quay BOARD") || styles.Own("note") || styles.Own("nothing") {
		t.Error("it is not told whose styles are")
	}
	if styles.Name("quay BOARD") != "Quay board" || styles.Name("") != DefaultStyle || styles.Name("nothing") != "nothing" {
		t.Error("names are written otherwise")
	}
	for name, want := range map[string]string{"Quay board": "Quay board", "note": "note", "": DefaultStyle, "Abbey": DefaultStyle, "nothing": DefaultStyle} {
		if got := styles.Of(model.Meeting{Style: name}); got.Name != want {
			t.Errorf("a meeting in %q is worded by %q", name, got.Name)
		}
	}
}

func TestStylesThatCannotBeLoaded(t *testing.T) {
	t.Parallel()
	styles := officeStyles(t)
	if _, err := styles.Load("Abbey"); err == nil || !strings.Contains(err.Error(), `"Abbey" cannot be read`) || !strings.Contains(err.Error(), `no "mood"`) {
		t.Errorf("a spoilt style gives %v", err)
	}
	var none *NoStyle
	if _, err := styles.Load("nothing"); !errors.As(err, &none) || !slices.Contains(none.Known, "Quay board") {
		t.Errorf("a style that there is not gives %v", err)
	}
	if _, err := Builtin().Load("Quay board"); err == nil {
		t.Error("the program's own styles were changed")
	}
}

func TestStyleNamesThatCanBeFiles(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"Quay board", "Bwrdd y Cei", "Zoë-2", "2026", "a", strings.Repeat("ä", longestStyleName)} {
		if err := CheckStyleName(name); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"", " ", "note", "NOTE", "Publication", "a/b", `a\b`, "a.json", "..", "a:b", "a  b", " a", "a ", "-", "-a", "a-", "con", "LPT1", "com0", "a\tb", "a\x00", "Zoe\u0308", "½", strings.Repeat("a", longestStyleName+1)} {
		if CheckStyleName(name) == nil {
			t.Errorf("%q is taken for a name", name)
		}
	}
}

// A style comes back from its file as it was, and the file is the same again.
func TestStyleFileGivesTheStyleBack(t *testing.T) {
	t.Parallel()
	for _, name := range Builtin().Names() {
		s, err := Builtin().Load(name)
		if err != nil {
			t.Fatal(err)
		}
		s.Logo = &Logo{logo(t, 12), "A quay & a <crane>", 15}
		s.Footer = "{occasion} <&>\tPage {page}"
		file, err := s.File()
		if err != nil {
			t.Fatal(err)
		}
		back, err := ReadStyleFile("x.json", file)
		if err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%s came back otherwise: %v\n%+v\n%+v", name, err, back, s)
		}
		if again, _ := back.File(); !bytes.Equal(again, file) || !bytes.Contains(file, []byte("<&>")) {
			t.Errorf("%s is another file: %s", name, again)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, file); err != nil {
			t.Fatal(err)
		}
		if back, err = ReadStyleFile("", compact.Bytes()); err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%s in one line: %v", name, err)
		}
	}
}

func TestStyleFilesThatAreWrongSayWhere(t *testing.T) {
	t.Parallel()
	good, err := own(t, "Quay", nil).File()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`"capitals": true`, `"capitals": "yes"`, `q.json:10:19: "capitals" cannot be a string`},
		{`"attendance"`, `"atendance"`, `a house style has no "atendance"`},
		{`"absent"`, `"absentees"`, `a house style has no "attendance.absentees"`},
		{`"size": 11`, `"size": "11"`, `"look.size" cannot be a string`},
		{`"size": 11`, `"size": 99`, `q.json: look.size is 99 points`},
		{`closed at {time}`, `closed at {tide}`, `: words.closed: "The meeting closed at {tide}." uses {tide}; it may use {time}`},
		{`closed at {time}`, `closed at {time`, `leaves a brace open`},
		{`closed at`, `closed \u0001 at`, `words.closed holds more than a line, or characters that no document can show`},
		{`"version": 1`, `"version": 2`, `q.json: it is a house style of version 2, and this program knows version 1`},
		{`"name": "Quay"`, `name: "Quay"`, `this is no JSON`},
		{`"language": "en-GB"`, `"language": "English!"`, `language is "English!"`},
	} {
		data := bytes.Replace(good, []byte(c.old), []byte(c.new), 1)
		if bytes.Equal(data, good) {
			t.Errorf("the file has no %s", c.old)
		}
		_, err := ReadStyleFile("q.json", data)
		var wrong *StyleError
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "q.json:") {
			t.Errorf("%s gives %v", c.new, err)
		}
	}
	for _, data := range []string{"", "[]", "null x", `"x"`, "{", string(good) + "{}", string(good[:len(good)/2])} {
		var wrong *StyleError
		if _, err := ReadStyleFile("q.json", []byte(data)); !errors.As(err, &wrong) || wrong.Line == 0 {
			t.Errorf("%.20q gives %v", data, err)
		}
	}
}

// A copy of a style shares nothing with it, whatever fields it has.
func TestCloneSharesNothing(t *testing.T) {
	t.Parallel()
	var s Style
	fill := func(v reflect.Value) {}
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		case reflect.Map:
			v.Set(reflect.MakeMap(v.Type()))
			v.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf("v"))
		}
	}
	fill(reflect.ValueOf(&s).Elem())
	var shared func(path string, a, b reflect.Value)
	shared = func(path string, a, b reflect.Value) {
		switch a.Kind() {
		case reflect.Struct:
			for i := range a.NumField() {
				shared(path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i))
			}
		case reflect.Pointer, reflect.Slice, reflect.Map:
			if a.Pointer() == b.Pointer() && path != "Style.Logo.Data" {
				t.Errorf("%s is shared", path)
			}
			if a.Kind() == reflect.Pointer {
				shared(path, a.Elem(), b.Elem())
			}
		}
	}
	copy := s.Clone()
	shared("Style", reflect.ValueOf(s), reflect.ValueOf(copy))
	if !reflect.DeepEqual(s, copy) {
		t.Errorf("the copy is %+v", copy)
	}
}
