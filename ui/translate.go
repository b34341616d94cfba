package ui

import (
	"encoding/json"
	"fmt"
	"sync/atomic"

	cldr "golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"minutebook/assets"
)

// The screens are written in English in the code, and those English words are
// the keys of the translation files, assets/lang/TAG.json. What a file leaves
// out is shown in English. The words of minutes do not go this way: they follow
// the body.

// languages are those that the screens can speak, as the Settings screen
// offers them, each by its own name.
var languages = []struct{ tag, name string }{{"en", "English"}, {"cy", "Cymraeg"}, {"fr", "Français"}}

// tongue is a language with the words that are known in it.
type tongue struct {
	tag   language.Tag
	words map[string]message
}

// message is what words are in a language: one text, or, for words that count
// something, a text for each form that the language has.
type message struct {
	text  string
	forms map[string]string
}

// UnmarshalJSON reads a text or an object of forms.
func (m *message) UnmarshalJSON(data []byte) error {
	if err := json.Unmarshal(data, &m.text); err == nil {
		return nil
	}
	return json.Unmarshal(data, &m.forms)
}

// spoken is the language of the screens; nil is English.
var spoken atomic.Pointer[tongue]

// speak has the screens speak the language chosen, or, where that is "", the
// desktop's. A language that there is no file for is English.
func speak(chosen, desktop string) error {
	if chosen == "" {
		chosen = desktop
	}
	base, _ := language.Make(chosen).Base()
	for _, l := range languages {
		if l.tag == base.String() && l.tag != "en" {
			t, err := readTongue(l.tag)
			spoken.Store(t)
			return err
		}
	}
	spoken.Store(nil)
	return nil
}

func readTongue(tag string) (*tongue, error) {
	data, err := assets.Lang.ReadFile("lang/" + tag + ".json")
	if err != nil {
		return nil, err
	}
	t := &tongue{tag: language.Make(tag)}
	if err := json.Unmarshal(data, &t.words); err != nil {
		return nil, fmt.Errorf("read the words of %s: %w", tag, err)
	}
	return t, nil
}

// tr is English words in the language of the screens.
func tr(words string) string {
	if t := spoken.Load(); t != nil {
		if m := t.words[words]; m.text != "" {
			return m.text
		}
	}
	return words
}

// trf is tr for words with verbs as fmt has them: the words are translated,
// what is put into them is not. A translation may number its verbs, as in
// "%[2]s", to put them in another order.
func trf(words string, in ...any) string { return fmt.Sprintf(tr(words), in...) }

// plural counts things in the language of the screens: "1 action",
// "2 actions". The key in the files is that of many, as in "%d actions", and
// has one text for each form of the language's plural.
func plural(n int, one, many string) string {
	key := "%d " + many
	if t := spoken.Load(); t != nil {
		if m, ok := t.words[key]; ok {
			if text := m.forms[pluralForm(t.tag, n)]; text != "" {
				return fmt.Sprintf(text, n)
			}
			if text := m.forms["other"]; text != "" {
				return fmt.Sprintf(text, n)
			}
		}
	}
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf(key, n)
}

// pluralForm is the form that a whole number takes: zero, one, two, few, many
// or other.
func pluralForm(tag language.Tag, n int) string {
	names := [...]string{cldr.Other: "other", cldr.Zero: "zero", cldr.One: "one", cldr.Two: "two", cldr.Few: "few", cldr.Many: "many"}
	return names[cldr.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
}
