package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

// styleField is one thing that can be said of a house style. Whatever it is, it
// is shown and typed as text.
type styleField struct {
	// id is the name it has in the style's file.
	id, label string
	// options are all that there is to choose from; nil where it is typed.
	options []styleOption
	get     func(s *minutes.Style) string
	// set says why it cannot be that.
	set func(s *minutes.Style, value string) error
	// rows says that the field is the rows of a list, one under another; "n" of
	// them are there.
	rows *styleRows
	// picture says that what is typed is the path of a picture.
	picture bool
	// when says whether the field means anything in the style; nil for always.
	when func(s *minutes.Style) bool
}

// styleOption is one of a few values, and what it is called.
type styleOption struct{ value, words string }

// styleRows are the rows of a list, such as the lines of a title.
type styleRows struct {
	length func(s *minutes.Style) int
	get    func(s *minutes.Style, n int) string
	// put puts a row in the place of the nth, or at the end; "" takes it out.
	put func(s *minutes.Style, n int, value string) error
	// hint stands in the empty row at the end.
	hint string
}

// styleSection is a part of the editor.
type styleSection struct {
	title string
	// about says what the part is for.
	about  string
	fields []styleField
	// shows finds the place in a document that the part is about; nil for its
	// beginning.
	shows func(b minutes.Block) (anchor string, ok bool)
}

// wording is a field of words, or of a pattern of them.
func wordingField(id, label string, at func(s *minutes.Style) *string) styleField {
	return styleField{id: id, label: label,
		get: func(s *minutes.Style) string { return *at(s) },
		set: func(s *minutes.Style, value string) error { *at(s) = value; return nil }}
}

// chosenField is a field of which there are a few values; the first is that of
// a style that says nothing.
func chosenField(id, label string, at func(s *minutes.Style) *string, options ...styleOption) styleField {
	return styleField{id: id, label: label, options: options,
		get: func(s *minutes.Style) string {
			if *at(s) == "" {
				return options[0].value
			}
			return *at(s)
		},
		set: func(s *minutes.Style, value string) error { *at(s) = value; return nil }}
}

// switchField is a field that is on or off.
func switchField(id, label, off, on string, at func(s *minutes.Style) *bool) styleField {
	return styleField{id: id, label: label, options: []styleOption{{"", off}, {"on", on}},
		get: func(s *minutes.Style) string {
			if *at(s) {
				return "on"
			}
			return ""
		},
		set: func(s *minutes.Style, value string) error { *at(s) = value != ""; return nil }}
}

// numberField is a field of a number.
func numberField(id, label string, at func(s *minutes.Style) *float64) styleField {
	return styleField{id: id, label: label,
		get: func(s *minutes.Style) string { return strconv.FormatFloat(*at(s), 'f', -1, 64) },
		set: func(s *minutes.Style, value string) error {
			n, err := strconv.ParseFloat(strings.Replace(value, ",", ".", 1), 64)
			if err != nil {
				return errors.New(tr("write a number, as in 11 or 10.5"))
			}
			*at(s) = n
			return nil
		}}
}

// namesField is a field of several names between commas.
func namesField(id, label string, at func(s *minutes.Style) *[]string) styleField {
	return styleField{id: id, label: label,
		get: func(s *minutes.Style) string { return strings.Join(*at(s), ", ") },
		set: func(s *minutes.Style, value string) error {
			*at(s) = nil
			if value != "" {
				for _, name := range strings.Split(value, ",") {
					*at(s) = append(*at(s), tidy(name))
				}
			}
			return nil
		}}
}

// linesField is a field of lines one under another.
func linesField(id, label, hint string, at func(s *minutes.Style) *[]string) styleField {
	return styleField{id: id, label: label, rows: &styleRows{hint: hint,
		length: func(s *minutes.Style) int { return len(*at(s)) },
		get:    func(s *minutes.Style, n int) string { return (*at(s))[n] },
		put: func(s *minutes.Style, n int, value string) error {
			*at(s) = withRow(*at(s), n, value, value == "")
			return nil
		}}}
}

// withRow is a list with a row put at a place, or at the end, or taken out.
func withRow[T any](list []T, n int, row T, out bool) []T {
	list = slices.Clone(list)
	switch {
	case n >= len(list) && out:
	case n >= len(list):
		list = append(list, row)
	case out:
		list = slices.Delete(list, n, n+1)
	default:
		list[n] = row
	}
	return list
}

// keyedField is a field of one of several words by key.
func keyedField(id, label string, key string, at func(s *minutes.Style) *map[string]string) styleField {
	return styleField{id: id, label: label,
		get: func(s *minutes.Style) string { return (*at(s))[key] },
		set: func(s *minutes.Style, value string) error {
			if *at(s) == nil {
				*at(s) = map[string]string{}
			}
			(*at(s))[key] = value
			if value == "" {
				delete(*at(s), key)
			}
			return nil
		}}
}

// only is a field that means something in some styles only.
func only(when func(s *minutes.Style) bool, fields ...styleField) []styleField {
	for i := range fields {
		fields[i].when = when
	}
	return fields
}

// sides is a line at the head or the foot of a page as its two fields.
func sides(id, left, right string, at func(s *minutes.Style) *string) []styleField {
	part := func(n int) func(*minutes.Style) string {
		return func(s *minutes.Style) string {
			l, r, _ := strings.Cut(*at(s), "\t")
			return [2]string{l, r}[n]
		}
	}
	put := func(n int) func(*minutes.Style, string) error {
		return func(s *minutes.Style, value string) error {
			both := [2]string{part(0)(s), part(1)(s)}
			both[n] = value
			*at(s) = strings.TrimSuffix(both[0]+"\t"+both[1], "\t")
			return nil
		}
	}
	return []styleField{
		{id: id, label: left, get: part(0), set: put(0)},
		{id: id + ", right", label: right, get: part(1), set: put(1)},
	}
}

// factRows are the rows of the facts below a title.
func factRows(id string, at func(s *minutes.Style) *[]minutes.FactRow) styleField {
	return styleField{id: id, label: tr("Facts, each left out where nothing is known of it"), rows: &styleRows{hint: tr("Venue: {venue}"),
		length: func(s *minutes.Style) int { return len(*at(s)) },
		get: func(s *minutes.Style, n int) string {
			return (*at(s))[n].Label + ": " + (*at(s))[n].Value
		},
		put: func(s *minutes.Style, n int, value string) error {
			label, pattern, ok := strings.Cut(value, ":")
			label, pattern = tidy(label), tidy(pattern)
			if value != "" && (!ok || label == "" || pattern == "") {
				return errors.New(tr("write what it is, a colon and its value, as in Venue: {venue}"))
			}
			*at(s) = withRow(*at(s), n, minutes.FactRow{Label: label, Value: pattern}, value == "")
			return nil
		}}}
}

// fields of the part are those that mean something in the style.
func (p styleSection) in(s *minutes.Style) []styleField {
	return slices.DeleteFunc(slices.Clone(p.fields), func(f styleField) bool { return f.when != nil && !f.when(s) })
}

// rowID is the name that the nth row of a list has.
func rowID(id string, n int) string {
	if id == "facts" || id == "agenda.facts" {
		return id + ", row " + strconv.Itoa(n+1)
	}
	return id + ", line " + strconv.Itoa(n+1)
}

// namesIn are the names that the pattern of a field may use, as they are typed.
func namesIn(s minutes.Style, id string) []string {
	id = strings.TrimSuffix(id, ", right")
	if s.Names(id) == nil {
		list, _, _ := strings.Cut(id, ",")
		id = rowID(list, 0)
	}
	var names []string
	for _, n := range s.Names(id) {
		names = append(names, "{"+n+"}")
	}
	return names
}

// whyNot is what is wrong with a style, without the name that its file has for
// the place: the clerk sees the place.
func whyNot(err error) string {
	if inner := errors.Unwrap(err); inner != nil {
		err = inner
	}
	return sentence(capital(reason(err)))
}

// checkStyle is [minutes.Style.Check], without looking again at a logo that is
// kept already.
func checkStyle(s minutes.Style, kept *minutes.Logo) error {
	if s.Logo != nil && kept != nil && len(s.Logo.Data) == len(kept.Data) && s.Logo.About == kept.About && s.Logo.Height == kept.Height {
		s.Logo = nil
	}
	return s.Check()
}

// outcomeFields are the words for what came of an item.
func outcomeFields() []styleField {
	labels := map[string]string{"noted": tr("Where an item was noted"), "agreed": tr("Agreed"), "approved": tr("Approved"), "resolved": tr("Resolved"),
		"deferred": tr("Deferred"), "withdrawn": tr("Withdrawn")}
	var all []styleField
	for _, key := range model.Outcomes {
		all = append(all, keyedField("outcomes."+key, labels[key], key, func(s *minutes.Style) *map[string]string { return &s.Outcomes }))
	}
	kinds := []styleOption{{"extraordinary", tr("An extraordinary meeting")}, {"annual", tr("An annual meeting")}, {"cancelled", tr("A cancelled meeting")}, {"inquorate", tr("A meeting without a quorum")}}
	for _, k := range kinds {
		all = append(all, keyedField("words.kinds."+k.value, k.words, k.value, func(s *minutes.Style) *map[string]string { return &s.Words.Kinds }))
	}
	return all
}
