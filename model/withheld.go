package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Restriction is why a part is left out of public minutes.
type Restriction struct {
	Reason string `json:"reason"`
	// Paragraph of the law that allows it, where it is named: "3", or "3 of
	// Part 1 of Schedule 12A".
	Paragraph string `json:"paragraph,omitempty"`
}

// Phrase is a run of the words of an entry, or of an item's title, that is left
// out of public minutes. It stands beside the words and not in them, so that
// withholding something changes nothing of what was minuted. It means every
// place where the words stand. Where they no longer do, because the text was
// changed since, all of the text is left out: see [Entry.Lost].
type Phrase struct {
	// Words as they read; marks in them mean nothing.
	Words string `json:"words"`
	Restriction
}

func (r *Restriction) clone() *Restriction { return copyOf(r) }

// In is where the phrase stands in words without marks, as byte offsets from
// and to, in order. Capitals do not matter, nor what stands between words.
func (p Phrase) In(words string) [][2]int {
	phrase := Plain(p.Words)
	wanted, there := Tokens(phrase), Tokens(words)
	if len(wanted) == 0 {
		return nil
	}
	lead, trail := phrase[:wanted[0].From], phrase[wanted[len(wanted)-1].To:]
	var found [][2]int
	for i := 0; i+len(wanted) <= len(there); i++ {
		if !slices.EqualFunc(wanted, there[i:i+len(wanted)], func(a, b Token) bool { return a.Word == b.Word }) {
			continue
		}
		at := [2]int{there[i].From, there[i+len(wanted)-1].To}
		if strings.HasSuffix(words[:at[0]], lead) {
			at[0] -= len(lead)
		}
		if strings.HasPrefix(words[at[1]:], trail) {
			at[1] += len(trail)
		}
		found = append(found, at)
		i += len(wanted) - 1
	}
	return found
}

// Lost are the phrases that the entry's words no longer have, or never had:
// because of them public minutes leave out all of the entry.
func (e Entry) Lost() []Phrase { return lost(e.Withheld, e.Text) }

// Lost are the phrases that the item's title no longer has, or never had:
// because of them public minutes leave out all of the title.
func (it Item) Lost() []Phrase { return lost(it.Withheld, it.Title) }

func lost(phrases []Phrase, text string) []Phrase {
	var gone []Phrase
	for _, p := range phrases {
		if len(p.In(Plain(text))) == 0 {
			gone = append(gone, p)
		}
	}
	return gone
}

func checkPhrases(phrases []Phrase) error {
	if slices.ContainsFunc(phrases, func(p Phrase) bool { return strings.TrimSpace(p.Words) == "" }) {
		return &Invalid{"withheld", "has no words"}
	}
	return nil
}

// Token is a word or a figure of a text, in small letters, and where it stands
// as byte offsets. The thousands of a figure are one: "4,917" is 4917.
type Token struct {
	Word     string
	From, To int
}

// Tokens are the words and figures of a text, in their order. Marks that join
// letters, and those that do not show at all, part no word.
func Tokens(s string) []Token {
	var all []Token
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsDigit(r):
			all = append(all, figureAt(s, i))
			i = all[len(all)-1].To
		case ofWord(r):
			all = append(all, lettersAt(s, i))
			i = all[len(all)-1].To
		default:
			i += n
		}
	}
	return all
}

func lettersAt(s string, from int) Token {
	var b strings.Builder
	to := from
	for i, r := range s[from:] {
		if !ofWord(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Cf, r) || unicode.IsDigit(r) {
			break
		}
		to = from + i + utf8.RuneLen(r)
		if !unicode.Is(unicode.Cf, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return Token{b.String(), from, to}
}

func figureAt(s string, from int) Token {
	var b strings.Builder
	to := from
	for i := from; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsDigit(r) && !partsThousands(r, s[i+n:]) && !unicode.Is(unicode.Cf, r) {
			break
		}
		i += n
		if unicode.IsDigit(r) {
			b.WriteRune(r)
			to = i
		}
	}
	return Token{b.String(), from, to}
}

// partsThousands says whether a character, between figures, parts thousands:
// three figures and no more follow it.
func partsThousands(r rune, rest string) bool {
	if !strings.ContainsRune(",.'’\u00a0\u2009\u202f", r) {
		return false
	}
	figures := 0
	for _, r := range rest {
		if !unicode.IsDigit(r) {
			break
		}
		figures++
	}
	return figures == 3
}

// RestrictPhrase leaves words of an entry, or of an item's title, out of public
// minutes, or, with nil, lets them in again.
type RestrictPhrase struct {
	// ID of the entry or the item.
	ID          ID
	Words       string
	Restriction *Restriction
}

func (c RestrictPhrase) apply(m *Meeting) (Change, error) {
	phrases, text, err := m.withheldOf(c.ID)
	if err != nil {
		return nil, err
	}
	undo := setWithheld{c.ID, slices.Clone(*phrases)}
	i := slices.IndexFunc(*phrases, func(p Phrase) bool { return p.Words == c.Words })
	switch {
	case c.Restriction == nil && i < 0:
		return nil, &Invalid{"words", "are not restricted"}
	case c.Restriction == nil:
		*phrases = slices.Delete(slices.Clone(*phrases), i, i+1)
	case text == "":
		return nil, &Invalid{"entry", "is worded from what was recorded: restrict all of it"}
	case len(Phrase{Words: c.Words}.In(Plain(text))) == 0:
		return nil, &Invalid{"words", "do not stand there as whole words"}
	case i < 0:
		*phrases = append(slices.Clone(*phrases), Phrase{c.Words, *c.Restriction})
	default:
		*phrases = slices.Clone(*phrases)
		(*phrases)[i].Restriction = *c.Restriction
	}
	return undo, nil
}

// withheldOf are the withheld phrases of an entry or an item, and the text that
// they are of.
func (m *Meeting) withheldOf(id ID) (phrases *[]Phrase, text string, err error) {
	if i, err := m.itemAt(id); err == nil {
		return &m.Items[i].Withheld, m.Items[i].Title, nil
	}
	e, err := m.entryOrCorrection(id)
	if err != nil {
		return nil, "", err
	}
	return &e.Withheld, e.Text, nil
}

// setWithheld is RestrictPhrase for all phrases at once: only an undo does so.
type setWithheld struct {
	id      ID
	phrases []Phrase
}

func (c setWithheld) apply(m *Meeting) (Change, error) {
	phrases, _, err := m.withheldOf(c.id)
	if err != nil {
		return nil, err
	}
	undo := setWithheld{c.id, *phrases}
	*phrases = c.phrases
	return undo, nil
}

// Restrictions are all that the meeting has, in running order: what a clerk
// gave as reasons before can be offered again.
func (m Meeting) Restrictions() []Restriction {
	var all []Restriction
	add := func(r *Restriction) {
		if r != nil {
			all = append(all, *r)
		}
	}
	for _, it := range m.Items {
		add(it.Restricted)
		add(it.OutcomeRestricted)
		add(it.PresenterRestricted)
		add(it.PurposeRestricted)
		for _, p := range it.Papers {
			add(p.Restricted)
		}
		for _, p := range it.Withheld {
			add(&p.Restriction)
		}
		for _, e := range it.Entries {
			if e.Kind == Private {
				continue // it leaves out of all minutes
			}
			add(e.Restricted)
			for _, p := range e.Withheld {
				add(&p.Restriction)
			}
		}
	}
	for _, c := range m.Corrections {
		if c.Entry == nil {
			continue
		}
		add(c.Entry.Restricted)
		for _, p := range c.Entry.Withheld {
			add(&p.Restriction)
		}
	}
	return all
}

// HasRestricted says whether anything in the meeting is left out of its
// public minutes. Private notes do not count: they are in no minutes.
func (m Meeting) HasRestricted() bool { return len(m.Restrictions()) > 0 }
