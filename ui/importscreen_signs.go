package ui

import (
	"strconv"
	"strings"
)

// signNames are the words for the signs by which lines, bodies and house styles
// were guessed.
var signNames = map[string]string{
	// A line: what is in it.
	"asterisk": "an asterisk", "bold line": "bold print", "bold": "bold print", "capitals": "capitals", "short line": "a short line by itself", "heading": "a heading", "rule": "a line of signs",
	"empty": "a line without words", "goes on": "the line above, which goes on", "the place goes on": "the line above, which goes on", "mark of a list": "the mark of a list", "list": "a list of names", "public": "words about the public",
	"owner at the end": "a name at the end", "words of agreement": "words of agreement", "mover and seconder": "mover and seconder", "quoted resolution": "a quoted resolution",
	"names of those voting": "the names of those voting", "count of votes": "a count of votes", "what came of the item": "what came of the item", "said above": "the same words above",
	"minutes that were approved": "words of approval", "declaration of interest": "a declaration of interest", "somebody came or went": "words of coming and going",
	// Where it stands.
	"head of the minutes": "its place at the head", "heading of the facts": "the heading of the facts", "heading of the list": "the heading of the list", "group": "the heading of a group",
	"nobody": "a list that names nobody", "column of posts": "a column of posts", "table of attendance": "a table of attendance", "posts of the people beside": "the names beside it",
	"people of the line above": "the names above it", "number of the item beside it": "the item beside it",
	"time at which the meeting closed": "the time at which the meeting closed", "day of the next meeting": "the day of the next meeting", "place to sign": "a place to sign",
	// What no minutes consist of.
	"unfilled template": "a form that was not filled in", "instruction of a template": "an instruction of a form", "draft mark": "the mark of a draft",
	"page number": "the number of a page", "page break": "a page break", "header or footer of the pages": "what every page has", "header of the pages": "what every page has", "footer of the pages": "what every page has",
	"data about the file": "data about the file", "contents": "a list of contents", "agenda": "an agenda that the minutes repeat", "address": "an address", "picture": "a picture",
	"link within the page": "a link within the page", "head of an e-mail": "the head of an e-mail",
	// A body.
	"its name": "its name", "a name near it": "a name near it", "its people": "its people", "a name that the book does not have": "a name that the book does not have",
	"you chose it": "your choice", "you named it": "the name that you gave",
	// A house style.
	"list of contents": "list of contents", "paragraphs with numbers": "numbered paragraphs", "log of actions": "log of actions", "references by year": "references by year",
	"RESOLVED": "RESOLVED", "councillors": "councillors", "motions": "motions", "votes by name": "votes by name", "nothing that tells another": "nothing speaks for another",
}

// signWords say by what something was guessed; words of the file in it stay as
// they are.
func signWords(sign string) string {
	if words, ok := signNames[sign]; ok {
		return tr(words)
	}
	kind, of, _ := strings.Cut(sign, " ")
	switch kind {
	case "label":
		return trf("the label “%s”", of)
	case "column":
		return trf("the column “%s”", of)
	case "list":
		return trf("the list “%s”", strings.TrimPrefix(of, "under "))
	case "number":
		return tr("its number")
	}
	return sign
}

// styleSigns say what speaks for a house style: each sign, and how often it was
// seen.
func styleSigns(why string) string {
	signs := strings.Split(why, ", ")
	for i, sign := range signs {
		name, count, counted := strings.Cut(sign, " (")
		signs[i] = signWords(name)
		if counted {
			signs[i] += " (" + count
		}
	}
	return strings.Join(signs, ", ")
}

// fileWords are what was said of a file, with a number that they begin with put
// into the translation.
func fileWords(words string) string {
	number, rest, _ := strings.Cut(words, " ")
	if n, err := strconv.Atoi(number); err == nil {
		return trf("%d "+rest, n)
	}
	return tr(words)
}
