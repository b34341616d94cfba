package ui

import (
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
)

// A name with stars or brackets in it is shown as it stands.
func TestLiteralShowsWordsAsTheyStand(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"Grades A* to C*", "Pool [north] (old)", "**", "*a*", "[a](b)", "plain", ""} {
		if got := model.Plain(literal(words)); got != words {
			t.Errorf("%q is shown as %q", words, got)
		}
	}
	if got := bold("Grades A*"); model.Plain(got) != "Grades A*" || !model.Inline(got)[0].Bold {
		t.Errorf("bold %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`[A-Za-z ]{1,20}`).Draw(t, "words")
		if got := model.Plain(literal(words)); got != words {
			t.Fatalf("%q is shown as %q", words, got)
		}
	})
}

func TestNameOfAFileKeepsItsLetters(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "the disk is full": "The disk is full", "y.txt was not written": "y.txt was not written", "no.": "No.",
	} {
		if got := capital(in); got != want {
			t.Errorf("capital(%q) = %q", in, got)
		}
	}
}

func TestQueriesAreNotAskedTwice(t *testing.T) {
	if got := problemWords(model.Problem{Kind: model.Query, Words: "?? check **figure**"}); got != "Query: check figure" {
		t.Errorf("it reads %q", got)
	}
}
