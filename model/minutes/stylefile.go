package minutes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// StyleVersion is the version of the style files that this program writes, and
// the highest that it reads.
const StyleVersion = 1

// styleFile is a house style as a file has it.
type styleFile struct {
	// Version is StyleVersion of the program that wrote the file; 0 means 1.
	Version int `json:"version,omitempty"`
	Style
}

// StyleError says what is wrong with a style file, and where.
type StyleError struct {
	// File is its name, "" where it has none; Line and Column count from 1 and
	// are 0 where the fault has no one place.
	File         string
	Line, Column int
	Why          string
}

func (e *StyleError) Error() string {
	switch {
	case e.Line > 0 && e.File != "":
		return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Why)
	case e.Line > 0:
		return fmt.Sprintf("line %d: %s", e.Line, e.Why)
	case e.File != "":
		return e.File + ": " + e.Why
	}
	return e.Why
}

// ReadStyleFile reads a house style from a file of that name and checks all of
// it but its name. The error is a *[StyleError].
func ReadStyleFile(file string, data []byte) (Style, error) {
	s, err := decodeStyle(data)
	if err == nil {
		err = s.Check()
	}
	if err == nil {
		return s, nil
	}
	var wrong *StyleError
	if !errors.As(err, &wrong) {
		wrong = wordingAt(data, s, err)
	}
	wrong.File = file
	return Style{}, wrong
}

// File is the style as a file that [ReadStyleFile] reads, the same bytes every
// time.
func (s Style) File() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(styleFile{StyleVersion, s})
	return b.Bytes(), err
}

// wordingAt is a fault of a style that was read, with the place of the wording
// that it is about, if it is about one.
func wordingAt(data []byte, s Style, err error) *StyleError {
	for _, words := range wordings(reflect.ValueOf(s), nil) {
		written, _ := json.Marshal(words) // a text always can be
		if i := bytes.Index(data, written); i >= 0 && strings.Contains(err.Error(), ": "+strconv.Quote(words)+" ") {
			return placed(data, int64(i+1), err.Error())
		}
	}
	return &StyleError{Why: err.Error()}
}

// Check says what is wrong with a style, naming the field; nil where every
// document can be made in it. [Style.Record] checks the name too.
func (s Style) Check() error {
	if err := s.check(); err != nil {
		return err
	}
	for _, words := range wordings(reflect.ValueOf(s), nil) {
		if len(words) > longestWording {
			return fmt.Errorf("%.40q... is too long; a wording has at most %d characters", words, longestWording)
		}
	}
	if len(s.Title) > mostRows || len(s.Facts.Rows) > mostRows || len(s.Signature.Lines) > mostRows {
		return fmt.Errorf("a list in it is too long; it has at most %d lines", mostRows)
	}
	file, err := s.File()
	if err != nil {
		return err
	}
	return checkStrings(file)
}

const (
	longestWording = 2000
	mostRows       = 50
)

// wordings are all texts in a value.
func wordings(v reflect.Value, to []string) []string {
	switch v.Kind() {
	case reflect.String:
		return append(to, v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			to = wordings(v.Elem(), to)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			to = wordings(v.Field(i), to)
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return to
		}
		for i := range v.Len() {
			to = wordings(v.Index(i), to)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			to = wordings(v.MapIndex(k), to)
		}
	}
	return to
}

const largestStyle = 8 << 20

// decodeStyle reads a style file without checking what it says. Errors are
// *[StyleError].
func decodeStyle(data []byte) (Style, error) {
	if len(data) > largestStyle {
		return Style{}, &StyleError{Why: fmt.Sprintf("it is too large for a house style, which has at most %d MB", largestStyle>>20)}
	}
	var later struct {
		Version int `json:"version"`
	}
	if json.Unmarshal(data, &later) == nil && later.Version > StyleVersion {
		return Style{}, &StyleError{Why: fmt.Sprintf("it is a house style of version %d, and this program knows version %d: open it with a newer Minutebook", later.Version, StyleVersion)}
	}
	var f styleFile
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return Style{}, unreadable(data, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Style{}, placed(data, d.InputOffset(), "there is more after the end of the house style")
	}
	if f.Agenda.empty() {
		f.Agenda = usualAgenda()
	}
	return f.Style, nil
}

// unreadable says where and why a style file cannot be read.
func unreadable(data []byte, err error) *StyleError {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return placed(data, int64(len(data)), "the file breaks off")
	case errors.As(err, &syntax):
		return placed(data, syntax.Offset, "this is no JSON: "+syntax.Error())
	case errors.As(err, &kind) && kind.Field == "":
		return placed(data, kind.Offset, "a house style is an object, in braces")
	case errors.As(err, &kind):
		return placed(data, kind.Offset, fmt.Sprintf("%q cannot be a %s", strings.TrimPrefix(kind.Field, "Style."), kind.Value))
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if at, ok := unknown(d, reflect.TypeFor[styleFile](), ""); ok {
		return placed(data, d.InputOffset(), fmt.Sprintf("a house style has no %q; leave it out, or see how it is spelt", at))
	}
	return &StyleError{Why: err.Error()}
}

// placed is a fault at a place that counts bytes.
func placed(data []byte, offset int64, why string) *StyleError {
	before := data[:max(min(int(offset), len(data)), 0)]
	line := bytes.Count(before, []byte("\n")) + 1
	return &StyleError{Line: line, Column: max(len(before)-bytes.LastIndexByte(before, '\n')-1, 1), Why: why}
}

// unknown reads a value that is to be of a type, up to the first field that the
// type has not, and gives the names that lead to it.
func unknown(d *json.Decoder, t reflect.Type, path string) (string, bool) {
	token, err := d.Token()
	open, ok := token.(json.Delim)
	if err != nil || !ok {
		return "", false
	}
	for d.More() {
		inner, at := elementOf(t), path
		if open == '{' {
			name, _ := d.Token()
			at = strings.TrimPrefix(fmt.Sprintf("%s.%v", path, name), ".")
			if t != nil && t.Kind() == reflect.Struct {
				if inner, ok = fieldOf(t, fmt.Sprint(name)); !ok {
					return at, true
				}
			}
		}
		if at, found := unknown(d, inner, at); found {
			return at, true
		}
	}
	_, _ = d.Token()
	return "", false
}

// elementOf is the type of what is in a list, a map or behind a pointer; nil
// where t is none of these.
func elementOf(t reflect.Type) reflect.Type {
	if t == nil {
		return nil
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map:
		return behind(t.Elem())
	}
	return nil
}

// behind is the type that a pointer points to.
func behind(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// fieldOf is the type of the field that has a name in JSON.
func fieldOf(t reflect.Type, name string) (reflect.Type, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			if inner, ok := fieldOf(f.Type, name); ok {
				return inner, true
			}
			continue
		}
		if its, _, _ := strings.Cut(f.Tag.Get("json"), ","); strings.EqualFold(its, name) {
			return behind(f.Type), true
		}
	}
	return nil, false
}
