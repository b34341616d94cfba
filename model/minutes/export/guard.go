package export

import (
	stdjson "encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/minutes"
)

// Leak is the error of a file that would have shown what its audience may not
// see. No such file leaves the program.
type Leak struct {
	// Part of the file the words stand in; "" where it has only one.
	Part string
	// Place in the meeting that they come from: "item 3".
	Place string
}

func (e *Leak) Error() string {
	part := "the file"
	if e.Part != "" {
		part = e.Part
	}
	return fmt.Sprintf("the file was not made: %s would have shown words of %s that its readers may not see", part, e.Place)
}

// run is how many words in a row give a phrase away.
const run = 5

// guard reads the words of the finished file and refuses it where it holds a
// phrase, or a word or figure, of a hidden part that stands nowhere else.
//
// What may be there is found without the projection that the file was made
// through: by writing the meeting from which every hidden part is cut.
func guard(ext string, in Input, data []byte) error {
	rest, hidden := cut(in)
	if len(hidden) == 0 {
		return nil
	}
	open := in
	open.Meeting, open.Audience = rest, minutes.Full
	allowedFile, err := write(ext, open)
	if err != nil {
		return fmt.Errorf("the file cannot be checked for restricted words: %w", err)
	}
	allowed := newIndex()
	for _, p := range parts(ext, allowedFile) {
		allowed.add(tokens(p.words))
	}
	for _, s := range stubWords(in) {
		allowed.add(tokens(s))
	}
	shown := parts(ext, data)
	for _, h := range hidden {
		secret := newIndex()
		for _, s := range h.words {
			secret.add(tokens(s))
		}
		for _, p := range shown {
			if secret.in(tokens(p.words), allowed) {
				return &Leak{p.name, h.place}
			}
		}
	}
	return nil
}

// secret is a part of the meeting that the audience may not see.
type secret struct {
	place string
	words []string
}

// cut is the meeting without what the audience may not see, and what that is.
func cut(in Input) (model.Meeting, []secret) {
	m := in.Meeting.Clone()
	m.Restricting = nil
	var hidden []secret
	numbers := model.Number(in.Meeting)
	items := m.Items[:0:0]
	for _, it := range m.Items {
		place := "item " + numbers.Items[it.ID]
		if it.Opening() {
			place = "what stands before the first item"
		}
		if in.Audience == minutes.Public && it.Restricted != nil {
			it.Restricted, it.PublicTitle, it.Reference = nil, "", ""
			hidden = append(hidden, secret{place, stringsIn(it)})
			continue
		}
		entries := it.Entries[:0:0]
		for _, e := range it.Entries {
			if e.Kind == model.Private && !in.Private || in.Audience == minutes.Public && e.Restricted != nil {
				e.Restricted = nil
				hidden = append(hidden, secret{place, stringsIn(e)})
				continue
			}
			entries = append(entries, e)
		}
		it.Entries = entries
		items = append(items, it)
	}
	m.Items = items
	return m, hidden
}

// marks are the field names and commands around a stub in .json and .minutes.
const marks = "items entries title text number level reference restricted reason resolution public publicTitle unrestricted"

// stubWords are the words that stubs may show.
func stubWords(in Input) []string {
	w := in.Style.Words
	out := []string{w.Withheld, w.WithheldItem, w.WithheldTitle, w.Action, w.Decision, w.Motion, marks}
	entry := func(e model.Entry) {
		if e.Restricted != nil {
			out = append(out, e.Restricted.Reason, string(e.Kind))
		}
		if e.Resolution != nil {
			out = append(out, e.Resolution.Number)
		}
	}
	for _, it := range in.Meeting.Items {
		out = append(out, it.PublicTitle, it.Reference)
		if it.Restricted != nil {
			out = append(out, it.Restricted.Reason, "restricted")
		}
		for _, e := range it.Entries {
			entry(e)
		}
	}
	return out
}

// notWords are fields that hold no words of the minutes.
var notWords = []string{"id", "kind", "made", "way"}

// stringsIn are all words kept in v, whatever field they stand in.
func stringsIn(v any) []string {
	data, err := stdjson.Marshal(v)
	if err != nil {
		return nil
	}
	var tree any
	if err := stdjson.Unmarshal(data, &tree); err != nil {
		return nil
	}
	var out []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			out = append(out, model.Plain(minutes.Clean(v)))
		case []any:
			for _, one := range v {
				walk(one)
			}
		case map[string]any:
			for name, one := range v {
				if !slices.Contains(notWords, name) {
					walk(one)
				}
			}
		}
	}
	walk(tree)
	slices.Sort(out)
	return out
}

// tokens are the words of s in small letters. A figure is one word, without
// what parts its thousands.
func tokens(s string) []string {
	var out []string
	runes := []rune(strings.ToLower(s))
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case unicode.IsDigit(r):
			var b strings.Builder
			for i < len(runes) && (unicode.IsDigit(runes[i]) || parting(runes, i)) {
				if unicode.IsDigit(runes[i]) {
					b.WriteRune(runes[i])
				}
				i++
			}
			out = append(out, b.String())
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			from := i
			for i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.Is(unicode.Mn, runes[i])) {
				i++
			}
			out = append(out, string(runes[from:i]))
		default:
			i++
		}
	}
	return out
}

// parting says whether the character at place i, between figures, parts
// thousands: "4,917,233".
func parting(runes []rune, i int) bool {
	if !slices.Contains([]rune{',', '.', '\'', '\u00a0', '\u202f'}, runes[i]) || i+3 >= len(runes) {
		return false
	}
	for _, r := range runes[i+1 : i+4] {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return i+4 == len(runes) || !unicode.IsDigit(runes[i+4])
}

// index is the words and the runs of words of a text.
type index struct{ words, runs map[string]bool }

func newIndex() index { return index{map[string]bool{}, map[string]bool{}} }

func (x index) add(words []string) {
	for i, w := range words {
		x.words[w] = true
		if i+run <= len(words) {
			x.runs[strings.Join(words[i:i+run], " ")] = true
		}
	}
}

// in says whether words hold something of x that is not allowed.
func (x index) in(words []string, allowed index) bool {
	for i, w := range words {
		if telling(w) && x.words[w] && !allowed.words[w] {
			return true
		}
		if i+run <= len(words) {
			if phrase := strings.Join(words[i:i+run], " "); x.runs[phrase] && !allowed.runs[phrase] {
				return true
			}
		}
	}
	return false
}

// telling says whether a single word tells something: a word of three letters
// or a figure of four.
func telling(w string) bool {
	if w[0] >= '0' && w[0] <= '9' {
		return len(w) >= 4
	}
	return len([]rune(w)) >= 3
}
