package phrase

import (
	_ "embed"
	"strings"
)

// stockLines are sentences such as formal minutes are full of, one a line.
//
//go:embed stock.txt
var stockLines string

// commonWords are words of formal English, the commonest first: "v" verbs, "n"
// nouns and "w" words without other forms.
//
//go:embed words.txt
var commonWords string

func (m *Model) learnStock() {
	forms, sum := commonForms(), 0.0
	for i := range forms {
		sum += rarity(i)
	}
	for i, f := range forms {
		w := &m.words.words[m.words.number(f.text)]
		if w.prior > 0 {
			w.kind = both(w.kind, f.kind)
			continue
		}
		w.prior, w.kind = rarity(i)/sum, f.kind
	}
	for line := range strings.Lines(stockLines) {
		m.learn(m.book, line)
	}
	m.stock = len(m.book.text)
}

// rarity is how often the word at place i of a list by frequency is used, but
// for a factor that is the same for all.
func rarity(i int) float64 { return 1 / float64(i+10) }

// form is one form of a word.
type form struct {
	text string
	kind int
}

func commonForms() []form {
	var out []form
	next := own + ownMarks
	for line := range strings.Lines(commonWords) {
		class, list, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(list) {
			switch class {
			case "v":
				out = append(out, verbForms(w)...)
			case "n":
				out = append(out, form{w, noun}, form{withS(w), pluralNoun})
			default:
				kind := guessed(w)
				if next < kinds {
					kind = next
					next++
				}
				out = append(out, form{w, kind})
			}
		}
	}
	return out
}

// verbForms are the forms of a regular verb; a star after it doubles its last
// consonant.
func verbForms(w string) []form {
	stem := w
	if base, ok := strings.CutSuffix(w, "*"); ok {
		w, stem = base, base+base[len(base)-1:]
	}
	ed, ing := stem+"ed", stem+"ing"
	switch {
	case strings.HasSuffix(w, "ee"):
		ed = w + "d"
	case strings.HasSuffix(w, "e"):
		ed, ing = w+"d", strings.TrimSuffix(w, "e")+"ing"
	case endsConsonantY(w):
		ed = strings.TrimSuffix(w, "y") + "ied"
	}
	return []form{{w, verb}, {ed, pastForm}, {ing, ingForm}, {withS(w), verbWithS}}
}

// withS is the plural of a noun or the third person of a verb.
func withS(w string) string {
	if endsConsonantY(w) {
		return strings.TrimSuffix(w, "y") + "ies"
	}
	for _, hiss := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(w, hiss) {
			return w + "es"
		}
	}
	return w + "s"
}

func endsConsonantY(w string) bool {
	return len(w) > 1 && w[len(w)-1] == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2]))
}
