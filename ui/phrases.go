package ui

import (
	"minutebook/model"
	"minutebook/model/phrase"
)

// newPhrases completes lines as this book's minutes have them.
func newPhrases() completer { return phrase.New() }

// textsOf are the words of a meeting that may stand in public minutes.
func textsOf(m model.Meeting) []string { return phrase.Texts(m) }

// textOf are those of an entry; "" where it may not stand there. Whether its
// item may is for the caller to ask.
func textOf(e model.Entry) string { return phrase.Entry(e) }
