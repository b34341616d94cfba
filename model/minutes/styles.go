package minutes

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"minutebook/model"
)

// Styles are the house styles that there are to choose from: those that come
// with the program and those that an office made. They never change.
type Styles struct {
	all   map[model.ID]styleOrWhy
	names []string
}

// styleOrWhy is a style, or why it cannot be read.
type styleOrWhy struct {
	Style
	why error
	own bool
}

// Builtin are the house styles that come with the program.
func Builtin() Styles {
	files, err := loadAll()
	s := Styles{all: map[model.ID]styleOrWhy{}, names: slices.Sorted(maps.Keys(files))}
	for name, style := range files {
		s.all[model.StyleID(name)] = styleOrWhy{Style: style}
	}
	if err != nil {
		s.all[DefaultStyle] = styleOrWhy{why: err}
	}
	return s
}

// With are these styles and those that the office made, which stand behind
// them. One that cannot be read says why when it is loaded.
func (s Styles) With(own []model.HouseStyle) Styles {
	all, names := maps.Clone(s.all), []string{}
	for _, h := range own {
		one := styleOrWhy{own: true}
		if one.Style, one.why = decodeStyle(h.File); one.why == nil {
			one.why = one.Check()
		}
		one.Name = h.Name
		if one.why != nil {
			one.why = fmt.Errorf("the house style %q cannot be read: %w", h.Name, one.why)
		}
		all[model.StyleID(h.Name)] = one
		names = append(names, h.Name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return Styles{all, slices.Concat(s.names, names)}
}

// Including are these styles and one of the office's, which has been checked, in
// the place of one of its name if there is one.
func (s Styles) Including(own Style) Styles {
	all, names := maps.Clone(s.all), s.names
	if _, there := all[model.StyleID(own.Name)]; !there {
		names = append(slices.Clone(names), own.Name)
	}
	all[model.StyleID(own.Name)] = styleOrWhy{Style: own.Clone(), own: true}
	return Styles{all, names}
}

// Names are those of all styles: of the program's first, then of the office's.
func (s Styles) Names() []string { return slices.Clone(s.names) }

// Own says whether the office made the style of that name.
func (s Styles) Own(name string) bool { return s.all[model.StyleID(name)].own }

// Name is how a name is written, whatever capitals it is asked for with, and
// that of [DefaultStyle] for "". A name that there is not stays as it is.
func (s Styles) Name(name string) string {
	if one, ok := s.all[model.StyleID(cmp.Or(name, DefaultStyle))]; ok {
		return one.Name
	}
	return name
}

// Load is the house style of that name, DefaultStyle for "". The error is a
// *[NoStyle] where there is none, or else says why it cannot be read.
func (s Styles) Load(name string) (Style, error) {
	one, ok := s.all[model.StyleID(cmp.Or(name, DefaultStyle))]
	switch {
	case !ok:
		return Style{}, &NoStyle{name, s.Names()}
	case one.why != nil:
		return Style{}, one.why
	}
	return one.Clone(), nil
}

// Of is the house style of a meeting, for whoever must show something: the
// default one where the meeting's cannot be used.
func (s Styles) Of(m model.Meeting) Style {
	one, ok := s.all[model.StyleID(m.Style)]
	if !ok || one.why != nil {
		one = s.all[DefaultStyle]
	}
	return one.Style
}

// Clone is a copy that shares nothing with s but the bytes of its logo, which
// nobody writes to.
func (s Style) Clone() Style {
	s.Title = slices.Clone(s.Title)
	s.Facts.Rows = slices.Clone(s.Facts.Rows)
	s.Dates.Months, s.Dates.Weekdays = slices.Clone(s.Dates.Months), slices.Clone(s.Dates.Weekdays)
	s.Outcomes, s.Words.Kinds = maps.Clone(s.Outcomes), maps.Clone(s.Words.Kinds)
	s.Signature.Lines = slices.Clone(s.Signature.Lines)
	s.Agenda.Title, s.Agenda.Facts = slices.Clone(s.Agenda.Title), slices.Clone(s.Agenda.Facts)
	s.Logo, s.Log, s.Decisions = copied(s.Logo), copied(s.Log), copied(s.Decisions)
	return s
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

const longestStyleName = 40

// CheckStyleName says what is wrong with a name for a house style of one's
// own. Such a name can be part of the name of a file on any system.
func CheckStyleName(name string) error {
	sign := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != ' ' && r != '-'
	}
	switch i := strings.IndexFunc(name, sign); {
	case strings.TrimSpace(name) == "":
		return errors.New("a house style has a name")
	case i >= 0:
		r := []rune(name[i:])[0]
		return fmt.Errorf("the name of a house style is made of letters, digits, spaces and hyphens; %q is none", string(r))
	case len([]rune(name)) > longestStyleName:
		return fmt.Errorf("the name of a house style has at most %d characters", longestStyleName)
	case name != strings.Join(strings.Fields(name), " ") || strings.HasPrefix(name, "-") || strings.HasSuffix(name, "-"):
		return errors.New("the name of a house style begins and ends with a letter or a digit, and has single spaces")
	case !norm.NFC.IsNormalString(name):
		return errors.New("the name of a house style has its accents in one character each")
	case isDevice(name):
		return fmt.Errorf("a house style cannot have the name %q: it is a device's on Windows", name)
	}
	if one, ok := Builtin().all[model.StyleID(name)]; ok {
		return fmt.Errorf("the name %q is that of a house style that comes with the program", one.Name)
	}
	return nil
}

// isDevice says whether Windows takes a name for a device's.
func isDevice(name string) bool {
	name = strings.ToUpper(name)
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL"}, name) {
		return true
	}
	return len(name) == 4 && (name[:3] == "COM" || name[:3] == "LPT") && name[3] >= '0' && name[3] <= '9'
}

// Record is the style as a book keeps it. The error is about its name or about
// the rest of it.
func (s Style) Record() (model.HouseStyle, error) {
	if err := CheckStyleName(s.Name); err != nil {
		return model.HouseStyle{}, err
	}
	if err := s.Check(); err != nil {
		return model.HouseStyle{}, err
	}
	file, err := s.File()
	return model.HouseStyle{ID: model.StyleID(s.Name), Name: s.Name, File: file}, err
}

// Names are the names that the pattern of a field may use, by the field's name
// in the file: "words.closed", "title, line 1". It is nil for words that stand
// for themselves, and for what is no field.
func (s Style) Names(field string) []string {
	for _, f := range s.fields() {
		if f.name == field {
			return slices.Clone(f.names)
		}
	}
	return nil
}
