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

// titleOf are those of an item as its title is typed; "" where it is restricted.
func titleOf(it model.Item) string { return phrase.Title(it) }

// personOf are those of an attendee.
func personOf(a model.Attendee) string { return phrase.Person(a) }

// firstWord is what Right takes of a completion: its first word with the space
// before it.
func firstWord(completion string) string { return phrase.FirstWord(completion) }
