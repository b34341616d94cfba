package phrase_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"minutebook/model/phrase"
)

func TestCompletionsOfWhatWasLearnt(t *testing.T) {
	t.Parallel()
	m := phrase.New()
	for _, text := range []string{
		"# Dredging of the northern channel",
		"The Harbour Users' Forum asked for the dredging programme.",
		"Zoë Achterberg, Director of Place",
		"a: Zoë Achterberg to write to the Coastal Partnership by 12 May.",
		"a: Zoë Achterberg to write to the Coastal Partnership about moorings.",
		"The Board noted the Pilotage Review and its findings.",
		"The Mayor's Quay Plan was adopted.",
	} {
		for range 3 {
			m.Learn(text)
		}
	}
	for _, c := range []struct{ typed, whole string }{
		{"a: Zoë A", "a: Zoë Achterberg to "},
		{"# Dr", "# Dredging "},
		{"The Board noted the Pilotage", "The Board noted the Pilotage Review"},
		{"The Board noted the Pilotage ", "The Board noted the Pilotage Review"},
		{"It was for the Harbour", "It was for the Harbour Users' "},
		{"As in the Mayor's Q", "As in the Mayor's Quay Plan"},
		{"As in the Mayor's", "As in the Mayor's Quay"},
		{"It was no", "It was noted that"},
		{"it was no", "it was noted that"},
		{"There was a disc", "There was a discussion"},
		{"wh", "whether "},
	} {
		completion := m.Complete(c.typed)
		if !strings.HasPrefix(c.typed+completion, c.whole) {
			t.Errorf("%q is completed to %q, want %q", c.typed, c.typed+completion, c.whole)
		}
	}
}

func TestTheMeetingNowWeighsMoreThanEarlierOnes(t *testing.T) {
	t.Parallel()
	m := phrase.New()
	for range 4 {
		m.Learn("The surveyor inspected the eastern breakwater.")
	}
	const typed = "The surveyor inspected the "
	if got := m.Complete(typed); !strings.HasPrefix(got, "eastern breakwater.") {
		t.Errorf("before: %q", got)
	}
	m.LearnNow("The surveyor inspected the western pontoon.")
	m.LearnNow("The surveyor inspected the western pontoon.")
	if got := m.Complete(typed); !strings.HasPrefix(got, "western ") {
		t.Errorf("after it was said twice in the meeting: %q", got)
	}
}

func TestAnOfferPassedGivesWay(t *testing.T) {
	t.Parallel()
	m := phrase.New()
	m.Learn("They used the winchhouse today.")
	m.Learn("They used the winchbarrows today.")
	const typed = "They used the winch"
	var offered []string
	for n := len("They used the w"); n <= len(typed); n++ {
		offered = append(offered, typed[:n]+m.Complete(typed[:n]))
	}
	for _, word := range []string{"winchhouse", "winchbarrows"} {
		if !strings.Contains(strings.Join(offered, "\n"), word) {
			t.Errorf("%s is offered nowhere in %q", word, offered)
		}
	}
}

func TestNothingIsOfferedWithoutGround(t *testing.T) {
	t.Parallel()
	m := phrase.New()
	for _, typed := range []string{"Xqz", "the \u202e\x07", "\xff\xfe", "12345678901"} {
		if got := m.Complete(typed); got != "" {
			t.Errorf("%q is completed by %q", typed, got)
		}
	}
}

func TestFirstWord(t *testing.T) {
	t.Parallel()
	for completion, want := range map[string]string{
		"":              "",
		"ty ":           "ty",
		"ty of the ":    "ty",
		" of the Board": " of",
		"'s plan":       "'s",
		" ":             " ",
	} {
		if got := phrase.FirstWord(completion); got != want {
			t.Errorf("first word of %q is %q, want %q", completion, got, want)
		}
	}
}

// Whatever was learnt and typed, a completion is whole letters of one line, three
// at least, and the same again when asked again.
func TestCompletionsAreSound(t *testing.T) {
	t.Parallel()
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"The Board noted", "a: Zoë to", "d: ", "- ", "e\u0301té", "👩‍🚀 flew", "O'Neill's", "2021-22", "\xff", "a\tb", "- - -", ". . .", "\n\n", "(the", "’s",
	}))
	rapid.Check(t, func(t *rapid.T) {
		m := phrase.New()
		for range rapid.IntRange(0, 8).Draw(t, "learnt") {
			if text := texts.Draw(t, "text"); rapid.Bool().Draw(t, "now") {
				m.LearnNow(text)
			} else {
				m.Learn(text)
			}
		}
		line := strings.Join(rapid.SliceOfN(texts, 0, 4).Draw(t, "line"), " ")
		line = line[:rapid.IntRange(0, len(line)).Draw(t, "caret")]
		got := m.Complete(line)
		if got != m.Complete(line) {
			t.Fatalf("%q is completed in two ways", line)
		}
		if got != "" && utf8.RuneCountInString(got) < 3 || strings.ContainsAny(got, "\n\x00") {
			t.Fatalf("%q is completed by %q", line, got)
		}
	})
}

func TestOnlyTheEndOfALineCounts(t *testing.T) {
	t.Parallel()
	m := phrase.New()
	long := strings.Repeat("The moorings were discussed. ", 4000)
	if got, want := m.Complete(long+"It was no"), "ted that"; !strings.HasPrefix(got, want) {
		t.Errorf("at the end of %d bytes: %q, want %q", len(long), got, want)
	}
}
