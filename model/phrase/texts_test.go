package phrase_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/phrase"
)

// told makes meetings out of words that each stand in one place only, and keeps
// which of them may be learnt and which may not.
type told struct {
	t            *rapid.T
	open, closed []string
}

// words are fresh words; secret says that they may not be learnt.
func (w *told) words(secret bool) string {
	n := len(w.open) + len(w.closed)
	word := "quor" + strings.Map(func(r rune) rune { return r - '0' + 'b' }, fmt.Sprintf("%03d", n)) + "mint"
	if secret {
		w.closed = append(w.closed, word)
	} else {
		w.open = append(w.open, word)
	}
	return "The " + word + " report"
}

func (w *told) restriction(name string) *model.Restriction {
	if rapid.IntRange(0, 2).Draw(w.t, name) > 0 {
		return nil
	}
	return &model.Restriction{Reason: w.words(true)}
}

func (w *told) entry(secret bool) model.Entry {
	e := model.Entry{Kind: rapid.SampledFrom(model.EntryKinds).Draw(w.t, "kind"), Restricted: w.restriction("entry")}
	secret = secret || e.Restricted != nil
	switch e.Kind {
	case model.Private, model.VoteTaken, model.Movement:
		secret = true
	case model.Action:
		e.Action = &model.ActionFacts{Withdrawn: rapid.Bool().Draw(w.t, "withdrawn"), Owners: []string{"Clerk"}}
		secret = secret || e.Action.Withdrawn
	case model.Paragraph, model.Bullet, model.Heading, model.Decision, model.Motion, model.Interest:
	}
	e.Text = "**" + w.words(secret) + "**"
	return e
}

func (w *told) meeting() model.Meeting {
	m := model.Meeting{Body: w.words(false), Venue: w.words(false), Restricting: w.restriction("now")}
	m.Attendees = []model.Attendee{{Name: w.words(false), Post: w.words(false), Group: w.words(false), Reason: w.words(true)}}
	for range rapid.IntRange(1, 4).Draw(w.t, "items") {
		it := model.Item{Restricted: w.restriction("item")}
		secret := it.Restricted != nil
		it.Title, it.Outcome, it.Presenter = w.words(secret), w.words(secret), w.words(secret)
		it.Papers = []model.Paper{{Title: w.words(secret), Reference: w.words(true)}}
		for range rapid.IntRange(0, 5).Draw(w.t, "entries") {
			it.Entries = append(it.Entries, w.entry(secret))
		}
		m.Items = append(m.Items, it)
	}
	return m
}

// What is private or restricted is neither learnt nor ever offered; all else is.
func TestSecretsAreNeverLearnt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w := &told{t: t}
		texts := phrase.Texts(w.meeting())
		m := phrase.New()
		for _, text := range texts {
			m.Learn(text)
		}
		all := strings.Join(texts, "\n")
		if strings.Contains(all, "*") {
			t.Fatalf("inline marks are learnt: %s", all)
		}
		for _, word := range w.open {
			if !strings.Contains(all, word) {
				t.Fatalf("%s is not learnt", word)
			}
		}
		for _, word := range w.closed {
			if strings.Contains(all, word) {
				t.Fatalf("%s is learnt", word)
			}
			for _, typed := range []string{"The ", "The " + word[:4], "a: The " + word[:6], word[:len(word)-4]} {
				if whole := typed + m.Complete(typed); strings.Contains(whole, word) {
					t.Fatalf("%q is completed to %q", typed, whole)
				}
			}
		}
	})
}
