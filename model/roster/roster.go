// Package roster reads the people of a body from what a clerk pastes out of a
// spreadsheet, a mail program or a document, and says what that makes of the
// roster that there is.
package roster

import (
	"regexp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
)

// Line is one person of a pasted list.
type Line struct {
	// Name as it is to be printed, with honorific or rank.
	Name     string         `json:"name"`
	Post     string         `json:"post,omitempty"`
	Acting   bool           `json:"acting,omitempty"`
	Group    string         `json:"group,omitempty"`
	Capacity model.Capacity `json:"capacity,omitempty"`
	Mail     string         `json:"mail,omitempty"`
	From     model.Date     `json:"from,omitempty"`
	To       model.Date     `json:"to,omitempty"`
	// Unsure are what the reader had to guess.
	Unsure []Guess `json:"unsure,omitempty"`
	// Doubtful says that it is hardly a person: a heading with nobody under it.
	// It is taken over only where the clerk says so.
	Doubtful bool `json:"doubtful,omitempty"`
	// capacitySaid says that the list itself gives the capacity.
	capacitySaid bool
}

// Read finds the people in a text: a table with tabs between its columns, or
// with commas or semicolons where its first row names them; addresses of a mail
// program; or lines such as "Name, Post", under headings for groups. It refuses
// nothing: what may be a name is one, with a word on why that is unsure.
func Read(text string) []Line {
	text = clean(text)
	var lines []Line
	switch rows, ok := tableOf(text); {
	case ok:
		var named bool
		if lines, named = readTable(rows); named {
			return once(lines) // the columns that are no part of a roster stay out
		}
	case isMail(text):
		lines = readMail(text)
	default:
		lines = readLines(text)
	}
	return once(append(lines, leftOver(text, lines)...))
}

// leftOver are the parts of a text that none of its lines has: nothing that may
// be a name goes missing.
func leftOver(text string, lines []Line) []Line {
	read := map[string]bool{"acting": true, "and": true, "mailto": true}
	for _, l := range lines {
		for _, w := range find.Tokens(strings.Join([]string{l.Name, l.Post, l.Group, l.Mail, about(l.Unsure)}, " ")) {
			read[w] = true
		}
	}
	divides := func(r rune) bool { return strings.ContainsRune("\n\t,;:()<>\"|", r) }
	var left []Line
	for _, part := range strings.FieldsFunc(text, divides) {
		part = unbulleted(part)
		words := find.Tokens(part)
		known := isOne(part, capacityWords) || away[fold(part)] || heads[fold(part)] != unknown || slices.Contains(mailHeads, fold(part)+":")
		missing := func(w string) bool { return !read[w] && strings.Trim(w, "0123456789") != "" }
		if !known && slices.ContainsFunc(words, missing) {
			left = append(left, Line{Name: part, Doubtful: true, Unsure: []Guess{{Why: NoPlace}}})
		}
	}
	return left
}

// marked is the mark or number of a list with the tab that a word processor puts
// behind it.
var marked = regexp.MustCompile(`(?m)^(\s*(?:[-*o\x{2022}\x{25aa}\x{25cf}\x{25e6}\x{00b7}\x{f0b7}\x{2013}]|\(?(?:\d{1,3}|[a-z])[.)]))\t`)

// clean is a text with one kind of line end, of space and of quotation mark.
func clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u00a0", " ", "\u202f", " ", "\ufeff", "", "\u200b", "",
		"\u201c", `"`, "\u201d", `"`).Replace(text)
	return marked.ReplaceAllString(text, "$1 ")
}

// once joins the lines that say the same of the same person.
func once(lines []Line) []Line {
	var out []Line
	for _, l := range lines {
		i := slices.IndexFunc(out, func(o Line) bool {
			return o.Capacity == l.Capacity && sameWords(o.Name, l.Name) && (o.Mail == "" || l.Mail == "" || strings.EqualFold(o.Mail, l.Mail)) &&
				(sameWords(o.Post, l.Post) || o.Post == "" || l.Post == "") && (sameWords(o.Group, l.Group) || o.Group == "" || l.Group == "")
		})
		if i < 0 {
			out = append(out, l)
			continue
		}
		o := &out[i]
		o.Post, o.Group, o.Mail = first(o.Post, l.Post), first(o.Group, l.Group), first(o.Mail, l.Mail)
		o.Acting = o.Acting || l.Acting
		o.unsure(Twice, "")
	}
	return out
}

// about are the words that guesses are about.
func about(guesses []Guess) string {
	var words []string
	for _, g := range guesses {
		words = append(words, g.About)
	}
	return strings.Join(words, " ")
}

// bare is a heading that nobody stands under: a person after all, perhaps.
func bare(heading string) Line {
	l := Line{Name: tidy(heading), Doubtful: isGroup(heading)}
	l.unsure(NoPerson, "")
	return l
}

func (l *Line) unsure(why Why, about string) {
	if g := (Guess{why, about}); !slices.Contains(l.Unsure, g) {
		l.Unsure = append(l.Unsure, g)
	}
}

// tidy is words with single spaces between them, and nothing around them.
func tidy(words string) string { return strings.Join(strings.Fields(words), " ") }
