package recognise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a text as it stands there, with its signs, and where it
// begins.
type token struct {
	at   int
	text string
}

// wordsIn are the first words of a text, at most so many; all where most is 0.
func wordsIn(text string, most int) []token {
	var all []token
	from := -1
	for i, r := range text {
		switch space := unicode.IsSpace(r); {
		case !space && from < 0:
			from = i
		case space && from >= 0:
			all, from = append(all, token{from, text[from:i]}), -1
			if len(all) == most {
				return all
			}
		}
	}
	if from >= 0 {
		all = append(all, token{from, text[from:]})
	}
	return all
}

// bare is the word without the signs around it.
func (t token) bare() string {
	return strings.TrimFunc(t.text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// capital says whether the word begins with a capital, behind quotes and
// brackets.
func (t token) capital() bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.text, `"'“‘([`))
	return unicode.IsUpper(r)
}

// small says whether the word begins with a small letter.
func (t token) small() bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(t.text, `"'“‘([`))
	return unicode.IsLower(r)
}

// shouted says whether the word has two letters or more, all capitals.
func (t token) shouted() bool {
	letters := 0
	for _, r := range t.text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// ends says whether a sentence ends with the word: initials and short forms
// have a full stop of their own.
func (t token) ends() bool {
	text := strings.TrimRight(t.text, `"'”’)]`)
	switch {
	case strings.HasSuffix(text, "!"), strings.HasSuffix(text, "?"):
		return true
	case !strings.HasSuffix(text, "."):
		return false
	}
	word := strings.ToLower(t.bare())
	return utf8.RuneCountInString(word) > 1 && !shortened[word] && !strings.Contains(word, ".")
}

// firstRune is the first character of a text, utf8.RuneError for none.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// hasAny says whether a text has one of some parts.
func hasAny(text string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
}

// beginsAny says whether a text begins with one of some words.
func beginsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

// set is a vocabulary: words with space between them.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// shortened are short forms that are written with a full stop.
	shortened = set("mr mrs ms mx messrs dr rev revd hon prof cllr cllrs capt cdr lt col sgt st no nos nr ref para paras ch vol ltd co inc dept approx vs etc al jr sr jan feb mar apr jun jul aug sep sept oct nov dec tel ext fig min mins")
	// openers begin a sentence whose verb follows soon after; withSubject one
	// that has its verb behind the subject; leadIns one that has more before it.
	openers     = set("there it this these those nothing none nobody he she they we everyone everybody i")
	withSubject = set("the a an all no both members councillors residents trustees directors governors officers some several one two three four five six seven eight nine ten various apologies")
	leadIns     = set("upon on in at after as following during since although while when if due with by for from having before under")
	// titled are words that stand before a name or for a person.
	titled = set("cllr cllrs councillor mr mrs ms miss dr sir dame lord lady rev revd prof professor clerk chair chairman chairwoman chairperson treasurer secretary president director trustee officer commander chief captain ald alderman mayor deputy vice")
	// joining are words that join what follows them to what precedes them.
	joining = set("of and or to for the a an in on at by from with & - – — / re per via as under between into its their our his her")
	// verbs are those that say of somebody what was the case; past those of
	// telling that do not end in "ed".
	verbs = set("was were is are has had have will would could should did does do can cannot may might must wasn't weren't isn't aren't hasn't hadn't won't wouldn't")
	past  = set("gave said told made took went came felt thought spoke brought sent sought held met saw put read left kept began knew paid set led stood found wrote drew")
)

// finite says whether the word is a verb that a sentence has.
func (t token) finite() bool {
	if !t.small() {
		return false
	}
	word := strings.ReplaceAll(strings.ToLower(t.bare()), "’", "'")
	return verbs[word] || past[word] || len(word) > 4 && strings.HasSuffix(word, "ed") && word != "need"
}
