package ui

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/widget"
)

// bodyFacts are the name of a body, the language of its minutes, its quorum,
// and how long an absence is long.
type bodyFacts struct {
	s                               *bodyScreen
	object                          fyne.CanvasObject
	name, quorum, absence, language *widget.Field
	names                           *widget.Para
}

func newBodyFacts(s *bodyScreen) *bodyFacts {
	f := &bodyFacts{s: s,
		name:     widget.NewField(tr("Name"), ""),
		quorum:   widget.NewField(tr("Quorum: how many members must be present"), tr("none")),
		absence:  widget.NewField(tr("Point out whoever attended nothing for so many months"), tr("6, or never")),
		language: widget.NewField(tr("Language of its minutes"), tr("English")),
		names:    caption(tr("English, Welsh, French, or a tag such as de or en-GB. Spelling follows it, and so does what the program puts on a new agenda.")),
	}
	s.keepOnLeaving(f.name, f.setName)
	s.keepOnLeaving(f.quorum, f.setQuorum)
	s.keepOnLeaving(f.absence, f.setAbsence)
	s.keepOnLeaving(f.language, f.setLanguage)
	form := newForm(f.name, f.quorum, f.absence, stacked(4, f.language, f.names))
	form.follow(f.name, f.quorum, f.absence, f.language)
	f.object = form.object
	return f
}

func (f *bodyFacts) fill() {
	b := f.s.body
	for _, one := range []struct {
		field *widget.Field
		words string
	}{{f.name, b.Name}, {f.quorum, numberOr(b.Quorum, "")}, {f.absence, absenceWords(b.Absence)}, {f.language, languageWords(b.Language)}} {
		if !one.field.Focused() && one.field.Text() != one.words && one.field.Error() == "" {
			one.field.Set(one.words, 0)
		}
	}
}

// numberOr is a number, or words for none.
func numberOr(n int, none string) string {
	if n == 0 {
		return none
	}
	return strconv.Itoa(n)
}

var (
	errNameless  = errors.New("a body has a name")
	errNameTaken = errors.New("another body has that name")
	errQuorum    = errors.New("the quorum is a whole number, or nothing")
	errAbsence   = errors.New("write a number of months, or never")
	errLanguage  = errors.New("write a language such as Welsh, or its tag such as cy")
)

// say says under a field what is wrong with it, nil for nothing.
func (f *bodyFacts) say(field *widget.Field, err error) bool {
	words := ""
	if err != nil {
		words = sentence(capital(reason(err)))
	}
	if field.Error() != words {
		field.SetError(words)
		f.s.root.Refresh()
	}
	return err == nil
}

func (f *bodyFacts) setName() {
	s, name := f.s, tidy(f.name.Text())
	if f.say(f.name, s.w.checkBodyName(s.id, name)) && name != s.body.Name {
		s.change(trf("The name was %q.", s.body.Name), nil, func(b *model.Body) { b.Name = name })
	}
}

// checkBodyName says why a body cannot have a name.
func (w *Window) checkBodyName(id model.ID, name string) error {
	if name == "" {
		return errNameless
	}
	bodies, err := w.book.Bodies()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(bodies, func(b model.Body) bool { return b.ID != id && same(b.Name, name) }) {
		return errNameTaken
	}
	return nil
}

// isNone and isNever say whether what was typed is that word, in English or as
// it is shown.
func isNone(typed string) bool {
	return strings.EqualFold(typed, "none") || strings.EqualFold(typed, tr("none"))
}
func isNever(typed string) bool {
	return strings.EqualFold(typed, "never") || strings.EqualFold(typed, tr("never"))
}

// mostPresent is more than any body has members.
const mostPresent = 9999

func (f *bodyFacts) setQuorum() {
	s, typed, n := f.s, tidy(f.quorum.Text()), 0
	var err error
	if typed != "" && !isNone(typed) {
		if n, err = strconv.Atoi(typed); err != nil || n < 0 || n > mostPresent {
			err = errQuorum
		}
	}
	if f.say(f.quorum, err) && n != s.body.Quorum {
		s.change(trf("The quorum was %s.", some(s.body.Quorum)), nil, func(b *model.Body) { b.Quorum = n })
	}
}

// usualAbsence is after how many months without attending somebody is pointed
// out where the body does not say.
const usualAbsence = 6

func absenceWords(months int) string {
	if months < 0 {
		return tr("never")
	}
	return numberOr(months, strconv.Itoa(usualAbsence))
}

func (f *bodyFacts) setAbsence() {
	s, typed, n := f.s, tidy(f.absence.Text()), 0
	var err error
	switch {
	case typed == "":
	case isNever(typed):
		n = -1
	default:
		number, _, _ := strings.Cut(typed, " ") // months, in whatever language
		if n, err = strconv.Atoi(number); err != nil || n < 0 || n > mostPresent {
			err = errAbsence
		}
	}
	if n == usualAbsence && s.body.Absence == 0 {
		n = 0 // as it is
	}
	if f.say(f.absence, err) && n != s.body.Absence {
		s.change(trf("Absences were pointed out after: %s.", absenceWords(s.body.Absence)), nil, func(b *model.Body) { b.Absence = n })
		f.fill()
	}
}

// namedLanguage is a language that the field knows by name.
type namedLanguage struct{ tag, english, name string }

// usualLanguage is that of minutes whose body says none.
const usualLanguage = "en-GB"

func namedLanguages() []namedLanguage {
	return []namedLanguage{{usualLanguage, "English", tr("English")}, {"cy", "Welsh", tr("Welsh")}, {"fr", "French", tr("French")}, {"ga", "Irish", tr("Irish")},
		{"gd", "Gaelic", tr("Gaelic")}, {"de", "German", tr("German")}, {"es", "Spanish", tr("Spanish")}, {"it", "Italian", tr("Italian")},
		{"nl", "Dutch", tr("Dutch")}, {"pl", "Polish", tr("Polish")}, {"pt", "Portuguese", tr("Portuguese")}}
}

// languageWords is a language by its name, or else by its tag.
func languageWords(tag string) string {
	for _, l := range namedLanguages() {
		if l.tag == tag || tag == "" {
			return l.name
		}
	}
	return tag
}

// languageTag is the tag of a language by name or tag; "" for the usual one.
func languageTag(typed string) (string, error) {
	known := namedLanguages()
	for _, l := range languages { // by their own names
		known = append(known, namedLanguage{l.tag, l.name, l.name})
	}
	for _, l := range known {
		if !strings.EqualFold(typed, l.english) && !strings.EqualFold(typed, l.name) && !strings.EqualFold(typed, l.tag) {
			continue
		}
		if l.tag == usualLanguage || l.tag == "en" {
			return "", nil
		}
		return l.tag, nil
	}
	first, _, _ := strings.Cut(typed, "-")
	if n := len(first); n < 2 || n > 3 || strings.Trim(strings.ToLower(typed), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return "", errLanguage
	}
	return typed, nil
}

func (f *bodyFacts) setLanguage() {
	s, typed, tag := f.s, tidy(f.language.Text()), ""
	var err error
	if typed != "" {
		tag, err = languageTag(typed)
	}
	if f.say(f.language, err) && tag != s.body.Language {
		s.change(trf("The language of its minutes was %s.", languageWords(s.body.Language)), nil, func(b *model.Body) { b.Language = tag })
		f.fill()
	}
}
