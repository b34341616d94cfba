package recognise

import (
	"strings"

	"minutebook/model"
	house "minutebook/model/minutes"
)

// interests finds declarations of interest, and that there were none.
func (r *reader) interests() {
	about := false // the item at hand is that of declarations
	for _, l := range r.lines {
		if l.As == Item {
			about = aboutInterests(l.text)
			continue
		}
		if l.taken() && l.As != Interest || l.entries != nil || l.text == "" || len(l.text) > 400 {
			continue
		}
		facts, ok := r.interest(l, about)
		if ok || l.As == Interest {
			l.take(Interest, 0.9, "declaration of interest")
			r.declares(l, facts)
		}
	}
}

// aboutInterests says whether a title is that of the item in which interests are
// declared.
func aboutInterests(title string) bool {
	low := strings.ToLower(title)
	return strings.Contains(low, "interest") && (strings.Contains(low, "declar") || strings.Contains(low, "disclos") || len(low) < 24)
}

// declares makes the entry of a declaration. It has the facts where the house
// style prints them with the very words of the line.
func (r *reader) declares(l *line, facts model.InterestFact) {
	e := model.Entry{Kind: model.Interest, Text: typed(l.spans), Interest: &facts}
	switch {
	case l.spelt() || !r.says(e):
		e.Interest = &model.InterestFact{}
	case facts.None:
		l.Label, e.Text = strings.TrimSpace(l.Label+" "+l.text), "none"
	}
	l.entries = []model.Entry{e}
}

// says says whether the house style would print the facts of a declaration with
// its very words.
func (r *reader) says(e model.Entry) bool {
	s, err := house.LoadStyle(r.found.Style)
	if err != nil {
		return false
	}
	m := r.found.Meeting
	m.Items = []model.Item{{ID: "i", Title: "i", Entries: []model.Entry{e}}}
	d, err := house.Compose(m, s, house.Full)
	if err != nil {
		return false
	}
	for _, b := range d.Blocks {
		if p, ok := b.(house.Paragraph); ok && model.Words(p.Text) == model.Plain(e.Text) {
			return true
		}
	}
	return false
}

// interest reads a declaration; about says that the item is one of
// declarations.
func (r *reader) interest(l *line, about bool) (model.InterestFact, bool) {
	low := strings.Trim(strings.ToLower(l.text), " .")
	if nothingDeclared(low, about) {
		return model.InterestFact{None: true}, true
	}
	ts := wordsIn(l.text, 60)
	for i, t := range ts {
		if i > 8 || i == 0 && !t.capital() || t.ends() {
			break
		}
		if w := strings.ToLower(t.bare()); (w == "declared" || w == "disclosed") && i > 0 {
			behind := ts[i+1 : min(len(ts), i+8)]
			for k, b := range behind {
				if strings.HasPrefix(strings.ToLower(b.bare()), "interest") && (k < 4 || about) {
					return declared(l.text, ts, i, i+1+k), true
				}
			}
		}
	}
	return model.InterestFact{}, false
}

// nothingDeclared says whether the words say that nobody declared anything.
func nothingDeclared(low string, about bool) bool {
	switch low {
	case "none", "nil", "none declared", "nil return", "nothing was declared", "there were none", "no declarations", "none were declared", "no declarations were made",
		"there were no declarations", "nothing to declare", "nothing declared", "none received":
		return about
	}
	if len(low) > 90 || !strings.Contains(low, "interest") {
		return false
	}
	return beginsAny(low, "no interests were declared", "there were no declarations of", "no declarations of", "no declaration of", "no interest was declared",
		"no interests declared", "there were no interests", "no conflicts of interest")
}

// declared are the facts of "X declared an interest in item 4: nature.", with
// the verb and the word "interest" at those places.
func declared(text string, ts []token, verb, interest int) model.InterestFact {
	f := model.InterestFact{Who: strings.TrimSpace(text[:ts[verb].at])}
	rest := ""
	if interest+1 < len(ts) {
		rest = text[ts[interest+1].at:]
	}
	if behind, ok := strings.CutPrefix(rest, "in item "); ok {
		item, _ := firstToken(behind)
		f.Item = strings.TrimRight(item, ".:,;")
		rest = strings.TrimLeft(behind[len(f.Item):], " ")
	} else if strings.HasSuffix(ts[interest].text, ":") {
		rest = ": " + rest
	}
	if left := f.Who + " left the meeting."; strings.HasSuffix(rest, left) {
		f.Left = true
		rest = strings.TrimSpace(strings.TrimSuffix(rest, left))
	}
	f.Nature = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(rest, ":"), "."))
	return f
}
