package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
)

// Speller knows how the words of one language are spelt.
type Speller interface {
	// Right says whether a word is spelt right. It is quick.
	Right(word string) bool
	// Suggest gives words that a wrong one may stand for, the likeliest first,
	// at most five. It takes a while, and may be asked off the window's
	// goroutine.
	Suggest(word string) []string
}

var spellingCommands = []command{
	{"next-spelling", "Next spelling", "Edit", []key{bare(fyne.KeyF7), ctrlShift(fyne.KeyS)}, onMeeting, inMeeting((*meetingScreen).nextSpelling)},
}

// spelling checks the words of one meeting: those of the book and the clerk
// are right, all others are the dictionary's to judge.
type spelling struct {
	// language is that of the speller, or of the one that is on its way; ""
	// where none is wanted.
	language string
	speller  Speller // nil until it is there
	// missing says in a sentence why there is none.
	missing string
	own     model.Vocabulary
	// judged remembers what the dictionary said, suggested what it proposed for
	// a wrong word; waiting want to hear what it is going to propose.
	judged    map[string]bool
	suggested map[string][]string
	waiting   map[string][]func()
	// left are the words that the clerk has passed over with F7.
	left map[string]bool
}

// right says whether a word is spelt right; every word is while there is no
// dictionary.
func (s *spelling) right(word string) bool {
	if s.speller == nil || s.own.Has(word) {
		return true
	}
	is, known := s.judged[word]
	if !known {
		is = s.speller.Right(word)
		s.judged[word] = is
	}
	return is
}

// wrong are the misspelt words of a line as it is typed; commands and names to
// be completed are not checked.
func (s *spelling) wrong(line string) []model.Misspelled {
	if s.speller == nil || strings.HasPrefix(line, "/") {
		return nil
	}
	return model.Misspelt(line, s.right)
}

// learnSpelling takes the words of the book, and sends for the dictionary that
// is wanted, if it is not that already.
func (s *meetingScreen) learnSpelling(bodies []model.Body, people []model.Person, clerk model.Clerk) {
	m := s.work.meeting()
	sp := &s.spell
	sp.own = model.VocabularyOf(m, bodies, people, clerk)
	language := model.SpellingLanguage(clerk, bodies, m.BodyID)
	if sp.judged != nil && sp.language == language {
		return
	}
	*sp = spelling{own: sp.own, language: language, judged: map[string]bool{}, suggested: map[string][]string{}, waiting: map[string][]func(){}, left: map[string]bool{}}
	if language == "" {
		sp.missing = tr("Spelling is switched off")
		return
	}
	sp.missing = tr("The dictionary is still being read")
	s.w.out.Speller(language, func(speller Speller, err error) {
		if s.spell.language != language {
			return // another is wanted by now
		}
		if err != nil {
			s.spell.missing = sentence(capital(err.Error()))
			s.w.out.Log.Info("no spelling", "language", language, "error", err)
			s.w.tellOnce(s.spell.missing)
			return
		}
		s.spell.speller, s.spell.missing = speller, ""
		s.fill()
	})
}

// tellOnce says something in the head once while the window is open.
func (w *Window) tellOnce(words string) {
	if !slices.Contains(w.told, words) {
		w.told = append(w.told, words)
		w.say(words)
	}
}

// spelling is what the strip says of the first misspelt word of a line. The
// word that the caret is in is still being typed.
func (p *composerPanel) spelling(line string) []string {
	caret := p.composer.Caret()
	for _, w := range p.s.spell.wrong(line) {
		if w.From <= caret && caret <= w.To {
			continue
		}
		words := trf("Spelling: %s", bold(w.Word))
		if list := p.suggested(w.Word); len(list) > 0 {
			words += " - " + literal(strings.Join(list, ", "))
		}
		return []string{words + " · F7"}
	}
	return nil
}

// suggested is what is proposed for a wrong word, as far as that is known; the
// strip shows it once it is.
func (p *composerPanel) suggested(word string) []string {
	if len(p.s.spell.waiting[word]) > 0 {
		return nil // every key asks
	}
	list, _ := p.s.suggest(word, p.fill)
	return list
}

// suggest gives what is proposed for a wrong word, if that is known already;
// if not, it is worked out, and then is told.
func (s *meetingScreen) suggest(word string, then func()) (list []string, known bool) {
	sp := &s.spell
	if list, known = sp.suggested[word]; known {
		return list, true
	}
	sp.waiting[word] = append(sp.waiting[word], then)
	if len(sp.waiting[word]) > 1 {
		return nil, false
	}
	speller, own, language := sp.speller, sp.own, sp.language
	s.w.out.Later(func() error {
		list = suggestions(speller, own, word)
		return nil
	}, func(error) {
		if s.spell.language != language {
			return
		}
		waiting := s.spell.waiting[word]
		s.spell.suggested[word] = list
		delete(s.spell.waiting, word)
		for _, then := range waiting {
			then()
		}
	})
	return nil, false
}

// suggestions are those of the book's own words and then of the dictionary, at
// most five.
func suggestions(speller Speller, own model.Vocabulary, word string) []string {
	list := own.Near(word)
	for _, one := range speller.Suggest(word) {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list[:min(len(list), 5)]
}
