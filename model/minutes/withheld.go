package minutes

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"minutebook/model"
)

// why are the values of a restriction, for the patterns that say it.
func why(r model.Restriction) values {
	paragraph := strings.TrimSpace(r.Paragraph)
	if first, rest, ok := strings.Cut(paragraph, " "); ok && strings.EqualFold(first, "paragraph") {
		paragraph = rest // the pattern says the word
	}
	return values{"reason": line(r.Reason), "paragraph": line(paragraph)}
}

// withheldPhrase stands for words left out. A style that has no words for them
// shows a gap all the same.
func (w Words) withheldPhrase(r model.Restriction) string {
	if said := fill(w.WithheldPhrase, why(r)); said != "" {
		return said
	}
	return "(…)"
}

// redaction takes withheld words out of one text and out of the facts beside it.
type redaction struct {
	words Words
	// text is what is left, with its marks.
	text string
	// taken are the words that the text has lost, left those that it still has.
	taken, left map[string]bool
}

// redact takes phrases out of a text. It says false where all of the text is to
// be left out instead: a phrase does not stand there any more, or cannot be
// taken out without telling of it.
func redact(text string, phrases []model.Phrase, w Words) (redaction, bool) {
	r := redaction{words: w, text: text, taken: map[string]bool{}, left: map[string]bool{}}
	read := model.Plain(text)
	type gap struct {
		from, to int
		why      model.Restriction
	}
	var gaps []gap
	for _, p := range phrases {
		places := p.In(read)
		if len(places) == 0 {
			return r, false
		}
		for _, at := range places {
			gaps = append(gaps, gap{at[0], at[1], p.Restriction})
		}
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return a.from - b.from })
	whole := gaps[:1]
	for _, g := range gaps[1:] {
		if last := &whole[len(whole)-1]; g.from <= last.to {
			last.to = max(last.to, g.to)
			continue
		}
		whole = append(whole, g)
	}
	end := 0
	for _, g := range whole {
		note(r.left, read[end:g.from])
		note(r.taken, read[g.from:g.to])
		end = g.to
	}
	note(r.left, read[end:])
	for i, g := range slices.Backward(whole) {
		stands := w.withheldPhrase(g.why)
		if slices.ContainsFunc(whole[:i], func(before gap) bool { return before.why == g.why }) {
			stands = w.withheldPhrase(model.Restriction{}) // the reason is said once
		}
		now, ok := model.ReplaceInline(r.text, g.from, g.to, stands)
		if !ok {
			now = read[:g.from] + stands + read[g.to:] // without its marks
			if ok = model.Plain(now) == now; !ok {
				return r, false
			}
		}
		r.text, read = now, read[:g.from]+stands+read[g.to:]
	}
	if slices.ContainsFunc(model.Inline(r.text), func(s model.Span) bool { return r.tellsAddress(s.Address) }) {
		r.text = read // without its links
		return r, model.Plain(read) == read
	}
	return r, true
}

// note notes the words of a text.
func note(words map[string]bool, text string) {
	for _, t := range model.Tokens(text) {
		words[t.Word] = true
	}
}

// tellsAddress says whether the address of a link says something that the text
// has lost.
func (r redaction) tellsAddress(address string) bool {
	open, err := url.PathUnescape(address)
	return address != "" && (r.tells(address) || err == nil && r.tells(open))
}

// tells says whether a fact says something that the text has lost: a word, or
// the initials of a name. What the text still says, it may say too.
func (r redaction) tells(fact string) bool {
	var initials strings.Builder
	for _, t := range model.Tokens(model.Plain(Clean(fact))) {
		first, _ := utf8.DecodeRuneInString(t.Word)
		initials.WriteRune(first)
		if r.taken[t.Word] && !r.left[t.Word] {
			return true
		}
	}
	short := initials.String()
	return len(short) > 1 && r.taken[short] && !r.left[short]
}

// gone stands in the place of a fact that is withheld.
func (r redaction) gone() string { return r.words.withheldPhrase(model.Restriction{}) }

// fact is a fact as the public may see it.
func (r redaction) fact(said string) string {
	if r.tells(said) {
		return r.gone()
	}
	return said
}

// names are names as the public may see them: those withheld are one.
func (r redaction) names(list []string) []string {
	var out []string
	for _, name := range list {
		if name = r.fact(name); name != r.gone() || !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// count is a count of votes as the public may see it.
func (r redaction) count(n *int) *int {
	if n != nil && r.tells(strconv.Itoa(*n)) {
		return nil
	}
	return n
}

// inPart is what the public sees of an entry of which words are withheld. It
// says false where all of the entry is to be left out.
func inPart(e model.Entry, s Style) (model.Entry, bool) {
	r, ok := redact(Clean(e.Text), e.Withheld, s.Words)
	if !ok {
		return e, false
	}
	e.Text, e.Withheld = r.text, nil
	if r.tells(string(e.At)) {
		e.At = ""
	}
	if e.Movement != nil || e.Approves != nil || e.Done != nil {
		e.Kind, e.Movement, e.Approves, e.Done = model.Paragraph, nil, nil, nil // its own words are all that is shown of it
	}
	if a := e.Action; a != nil {
		a.Owners, a.Forum = r.names(a.Owners), r.fact(a.Forum)
		if r.tells(a.Due.Words) || r.tells(a.Due.Date.Long()) {
			a.Due = model.Due{Words: r.gone()}
		}
	}
	if f := e.Corrects; f != nil {
		f.Reference = r.fact(f.Reference)
	}
	if f := e.Resolution; f != nil {
		f.Mover, f.Seconder, f.Number, f.Result = r.fact(f.Mover), r.fact(f.Seconder), r.fact(f.Number), r.fact(f.Result)
	}
	if v := e.Vote; v != nil {
		v.For, v.Against, v.Abstain = r.count(v.For), r.count(v.Against), r.count(v.Abstain)
		v.ForNames, v.AgainstNames, v.AbstainNames = r.names(v.ForNames), r.names(v.AgainstNames), r.names(v.AbstainNames)
		v.Result = r.fact(v.Result)
	}
	if i := e.Interest; i != nil {
		i.Who, i.Item, i.Nature = r.fact(i.Who), r.fact(i.Item), r.fact(i.Nature)
		i.Left = i.Left && !r.tells("left")
	}
	return e, true
}

// shownItem is what the public sees of the facts of an item that is not
// restricted itself.
func shownItem(it model.Item, s Style) model.Item {
	stub := func(r *model.Restriction) string { return fill(s.Words.Withheld, why(*r)) }
	if it.OutcomeRestricted != nil {
		it.Outcome = stub(it.OutcomeRestricted)
	}
	if it.PresenterRestricted != nil {
		it.Presenter = stub(it.PresenterRestricted)
	}
	if it.PurposeRestricted != nil {
		it.Purpose = stub(it.PurposeRestricted)
	}
	for i, p := range it.Papers {
		if p.Restricted != nil {
			it.Papers[i] = model.Paper{Title: stub(p.Restricted)}
		}
	}
	if len(it.Withheld) > 0 {
		it = titledInPart(it, s)
	}
	it.PublicTitle, it.Withheld, it.OutcomeRestricted, it.PresenterRestricted, it.PurposeRestricted = "", nil, nil, nil, nil
	return it
}

// titledInPart is an item without the withheld words of its title.
func titledInPart(it model.Item, s Style) model.Item {
	r, ok := redact(Clean(it.Title), it.Withheld, s.Words)
	if !ok {
		note(r.taken, model.Plain(it.Title))
		for _, p := range it.Withheld {
			note(r.taken, p.Words)
		}
		if r.text = it.PublicTitle; r.text == "" {
			r.text = s.Words.WithheldTitle
		}
		r.left = map[string]bool{}
	}
	it.Title = r.text
	it.Reference, it.Outcome, it.Presenter, it.Purpose = r.fact(it.Reference), r.fact(it.Outcome), r.fact(it.Presenter), r.fact(it.Purpose)
	for i, p := range it.Papers {
		if r.tells(p.Title) || r.tells(p.Reference) || r.tellsAddress(p.Reference) {
			it.Papers[i] = model.Paper{Title: r.gone()}
		}
	}
	return it
}
