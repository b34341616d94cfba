package quick

import (
	"strings"
	"unicode/utf8"

	"minutebook/model"
)

// class is what sort of line an entry is typed as: which words begin it and
// which braces may end it.
type class struct {
	kind  model.EntryKind
	level int
	// head begins the printed line.
	head string
	// prefix words that begin it with a colon behind, in any case.
	prefixes []string
	keys     []key[model.Entry]
	// read takes the facts from the words; nil where there are none.
	read func(r *reader, e *model.Entry)
}

var (
	paragraph = &class{kind: model.Paragraph, keys: paragraphKeys}
	bullet    = &class{kind: model.Bullet, head: "- ", keys: anyKeys}
	subBullet = &class{kind: model.Bullet, level: 1, head: "-- ", keys: anyKeys}
	heading   = &class{kind: model.Heading, head: "## ", keys: anyKeys}
	action    = &class{kind: model.Action, head: "a: ", prefixes: []string{"a", "action"}, keys: actionKeys, read: readAction}
	decision  = &class{kind: model.Decision, head: "d: ", prefixes: []string{"d", "decision"}, keys: resolutionKeys}
	motion    = &class{kind: model.Motion, head: "m: ", prefixes: []string{"m", "motion"}, keys: resolutionKeys}
	vote      = &class{kind: model.VoteTaken, head: "v: ", prefixes: []string{"v", "vote"}, keys: voteKeys, read: readVote}
	interest  = &class{kind: model.Interest, head: "i: ", prefixes: []string{"i", "interest"}, keys: interestKeys, read: readInterest}
	private   = &class{kind: model.Private, head: "p: ", prefixes: []string{"p", "private"}, keys: anyKeys}
)

var classes = []*class{paragraph, bullet, subBullet, heading, action, decision, motion, vote, interest, private}

// classOf is the class that an entry of that kind and level is typed as; a
// paragraph for those that commands make.
func classOf(kind model.EntryKind, level int) *class {
	for _, c := range classes {
		if c.kind == kind && c.level == level {
			return c
		}
	}
	return paragraph
}

// classify says what a line begins as, and the text behind its beginning. The
// line has no space at its start.
func classify(line string) (*class, string) {
	if rest, ok := strings.CutPrefix(line, "## "); ok && !blank(rest) {
		return heading, trimLeft(rest)
	}
	if rest, ok := strings.CutPrefix(line, "-- "); ok && !blank(rest) {
		return subBullet, trimLeft(rest)
	}
	for _, sign := range []string{"- ", "* ", "– ", "• "} {
		if rest, ok := strings.CutPrefix(line, sign); ok && !blank(rest) {
			return bullet, trimLeft(rest)
		}
	}
	return classifyPrefix(line)
}

// longestPrefix is the length of the longest prefix word.
const longestPrefix = len("decision")

func classifyPrefix(line string) (*class, string) {
	end := strings.IndexAny(line[:min(len(line), longestPrefix+1)], ": ")
	if end < 1 {
		return paragraph, line
	}
	word, rest := strings.ToLower(line[:end]), line[end:]
	if word == "action" {
		for _, dash := range []string{" - ", " – "} {
			if text, ok := strings.CutPrefix(rest, dash); ok && !blank(text) {
				return action, trimLeft(text)
			}
		}
	}
	text, ok := strings.CutPrefix(rest, ": ")
	if !ok || blank(text) {
		return paragraph, line
	}
	for _, c := range classes {
		for _, p := range c.prefixes {
			if p == word {
				return c, trimLeft(text)
			}
		}
	}
	return paragraph, line
}

// itemLine says whether the line is "# Title", and gives what is behind "#".
func itemLine(line string) (string, bool) {
	rest, ok := strings.CutPrefix(line, "# ")
	return trimLeft(rest), ok && !blank(rest)
}

// commandLine says whether the line is a command.
func commandLine(line string) bool { return strings.HasPrefix(line, "/") }

func trimLeft(s string) string { return strings.TrimLeft(s, blanks) }

func trimRight(s string) string { return strings.TrimRight(s, blanks) }

// blank says whether a line has nothing on it but white space.
func blank(s string) bool { return strings.TrimSpace(s) == "" }

// column is the place of byte offset at in line, in characters from 1.
func column(line string, at int) int {
	return utf8.RuneCountInString(line[:min(at, len(line))]) + 1
}
