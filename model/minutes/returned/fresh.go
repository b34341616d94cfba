package returned

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// The literal names that entries begin with, whatever the house style calls them.
var (
	actionName   = regexp.MustCompile(`(?i)^action(\s+[\w/]*\d[\w/]*)?\s*[:–—-]\s+`)
	decisionName = regexp.MustCompile(`(?i)^(decision|resolved)(\s+[\w/]*\d[\w/]*)?\s*[:–—-]\s+`)
	motionName   = regexp.MustCompile(`(?i)^motion(\s+[\w/]*\d[\w/]*)?\s*[:–—-]\s+`)
)

// newEntry is the entry that a paragraph which is new becomes.
func (r *reader) newEntry(b block, heads map[string]bool) model.Entry {
	words := b.cells[0].unlike(styled{})
	if number, rest, ok := strings.Cut(words.text, " "); ok && r.style.Paragraphs != "" && isNumber(number) {
		words = words.slice(len(words.text)-len(rest), len(words.text)) // it is numbered by its place
	}
	name := words.text
	kind, words := r.byName(words)
	name = strings.TrimSuffix(name, words.text)
	level := 0
	if kind == model.Paragraph {
		kind, level = byLook(b, heads)
	}
	e := r.typed(kind, level, words)
	if last := strings.LastIndexByte(words.text, '\n'); last > 0 && kind == model.Action {
		// who has it and when it is due, as the house style prints it below the words
		if above := r.typed(kind, level, words.slice(0, last)); r.margin(above) == oneLine(words.text[last:]) {
			e = above
		}
	}
	e.ID = r.in.NewID()
	if number := lastNumber.FindStringSubmatch(name); kind == model.Action && number != nil {
		e.Number, _ = strconv.Atoi(number[1])
	}
	return e
}

var lastNumber = regexp.MustCompile(`([0-9]{1,4})[^0-9]*$`)

// numbers leaves new actions the numbers that the file gives them, where those
// are free; any other is numbered when it is accepted.
func (r *reader) numbers() {
	var gone []model.ID
	for _, p := range r.at {
		if p.Kind == Delete {
			gone = append(gone, p.Entry)
		}
	}
	as := r.in.Base.Clone()
	for i := range as.Items {
		it := &as.Items[i]
		it.Entries = slices.DeleteFunc(it.Entries, func(e model.Entry) bool { return slices.Contains(gone, e.ID) })
	}
	taken := map[int]bool{}
	for _, p := range r.at {
		if e := p.entry; p.Kind == Insert && e != nil {
			if taken[e.Number] || !free(as, e.Number) {
				e.Number = 0
			}
			taken[e.Number] = true
		}
	}
}

// free says whether an action that is new in a meeting may have a number: no
// other has it, nor had it when the minutes went out.
func free(m model.Meeting, number int) bool {
	if _, taken := m.Action(number); taken || number < m.Numbering.Actions.Begins() {
		return false
	}
	return m.Frozen == nil || !slices.Contains(slices.Collect(maps.Values(m.Frozen.Actions)), number)
}

// typed is an entry of those words, with what is read from them as when they are
// typed.
func (r *reader) typed(kind model.EntryKind, level int, words styled) model.Entry {
	e := model.Entry{Kind: kind, Level: level, Text: words.markdown()}
	got, err := quick.Read(e.Text, quick.Context{Meeting: r.in.Now, Item: "i", Kind: kind, Pasted: true})
	if err == nil && got.Entry != nil && got.Entry.Kind == kind && got.Entry.Text == e.Text {
		e = *got.Entry
		e.Level, e.Number, e.Restricted = level, 0, nil
	}
	return e
}

// margin is what the house style prints beside the words of an action.
func (r *reader) margin(e model.Entry) string {
	if e.Action == nil {
		return ""
	}
	said := []string{r.style.Owners(*e.Action), r.style.DueWords(*e.Action)}
	return oneLine(strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), "; "))
}

// byName is the kind of entry that begins with its name, and the words behind
// that; a paragraph where none does.
func (r *reader) byName(words styled) (model.EntryKind, styled) {
	w := r.style.Words
	for _, one := range []struct {
		kind    model.EntryKind
		name    *regexp.Regexp
		pattern string
	}{{model.Action, actionName, w.Action}, {model.Decision, decisionName, w.Decision}, {model.Motion, motionName, w.Motion}} {
		for _, name := range []*regexp.Regexp{one.name, literalName(one.pattern)} {
			if name == nil {
				continue
			}
			if at := name.FindStringIndex(words.text); at != nil && at[1] < len(words.text) {
				return one.kind, words.slice(at[1], len(words.text))
			}
		}
	}
	return model.Paragraph, words
}

// byLook is the kind of entry that a paragraph looks like, and its level.
func byLook(b block, heads map[string]bool) (model.EntryKind, int) {
	style := strings.ToLower(b.style)
	bullet := strings.Contains(style, "bullet")
	switch {
	case heads[b.style] || b.kind == read.Heading:
		return model.Heading, 0
	case !bullet && (b.kind != read.ListItem || strings.ContainsFunc(b.label, isWord)):
		return model.Paragraph, 0
	case strings.HasSuffix(style, "2") || b.level > 0 && !bullet:
		return model.Bullet, 1
	}
	return model.Bullet, 0
}

func isWord(c rune) bool { return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

var placeholders = regexp.MustCompile(`\\\[.*?\\\]|\\\{[a-z-]+\\\}`)

// literalName finds the name that a pattern of the house style gives an entry;
// nil where it gives none.
func literalName(pattern string) *regexp.Regexp {
	if strings.TrimSpace(placeholders.ReplaceAllString(regexp.QuoteMeta(pattern), "")) == "" {
		return nil
	}
	said := placeholders.ReplaceAllString(regexp.QuoteMeta(pattern), `\s*[\w/.-]*\s*`)
	return regexp.MustCompile(`^` + strings.ReplaceAll(said, " ", `\s*`) + `\s+`)
}
