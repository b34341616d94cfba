package recognise

import (
	"slices"
	"strings"

	"minutebook/model/pattern"
)

const (
	moves   = `\s+(?i:moved|proposed|motioned|(?:made|put forward) a (?:motion|proposal))`
	seconds = `(?i:(?:was |were |being )?(?:duly )?seconded by)\s+`
)

var (
	// toldFirst is running prose that says who moved and who seconded before what:
	// "A moved, seconded by B, that the lamps be bought".
	toldFirst = pattern.Of(`^` + aName + moves + `\s*[,;]?\s+(?:(?i:and)\s+)?` + seconds + fullName + `\s*[,;:]?\s+(?:(?i:that\s)|(?i:to\s))`)
	// movedWays are the ways in which the names stand among other words; the first
	// of them are those of running prose.
	movedWays = []*pattern.Pattern{
		// "A moved that the lamps be bought, seconded by B", "A proposed it. This was
		// seconded by B".
		pattern.Of(`^` + aName + moves + `\s+[a-z].{2,400}?[\s,;.]+(?:(?i:and|it|this|that|which|the (?:motion|proposal|amendment))\s+)*` + seconds + fullName + `(?:[\s,;.]+|$)`),
		// "A moved to buy the lamps. B seconded."
		pattern.Of(`^` + aName + moves + `\s+[a-z].{2,400}?[,;.]\s+(?:and\s+)?` + aName + `\s+(?i:seconded|seconds)\b`),
		// "A motion to buy the lamps was made by A and seconded by B".
		pattern.Of(`^(?i:(?:an?|the)\s+)?(?i:motion|proposal|resolution|amendment)\s+(?i:to|that|for|on)\s.{2,400}?\s(?i:was|were)\s+(?i:made|moved|proposed|put(?: forward)?|brought)\s+(?i:by)\s+` + aName + `[,;.]?\s+(?:(?i:and|it)\s+)*` + seconds + fullName + `(?:[\s,;.]+|$)`),
		movedNames, movedBy, movedThen,
	}
)

// toldWays is how many of them are of running prose.
const toldWays = 3

// settle reads what came of a motion from the sentences at its end that say
// nothing else, "Carried.", "All in favour. The motion passed 5-2.", or from the
// words behind the names.
func (got *motioned) settle(text string, behind int) {
	end := len(text)
	for _, at := range slices.Backward(sentenceStarts(text)) {
		if at < got.to || !settles(text[at:end]) {
			break
		}
		end = at
	}
	words := strings.TrimSpace(text[end:])
	v, counted := countsIn(words)
	results := finalResult.FindAllString(words, -1)
	switch {
	case counted:
		got.tail, got.votes, got.vote = end, words, v
	case results != nil:
		got.tail, got.result = end, resultOf(results[len(results)-1])
	case len(text)-behind < 120:
		if results = finalResult.FindAllString(text[behind:], -1); results != nil {
			got.result = resultOf(results[len(results)-1])
		}
	}
}

// settling are the words, beside counts and results, of which a sentence
// consists that says no more than what came of a motion.
var settling = set(`a abstained abstaining abstention abstentions against agreed all amendment an approved adopted accepted and aye ayes being by carried
	con councillors declared defeated duly failed favor favour for hand hands in it lost majority members motion nay nays nem no noes of on one opposed
	passed proposal put rejected resolution show taken the then there this to unanimous unanimously unopposed vote voted votes voting was were with withdrawn`)

// settles says whether a sentence says what came of a motion, and no more.
func settles(sentence string) bool {
	ts := wordsIn(sentence, 24)
	for _, t := range ts {
		word := strings.ToLower(t.bare())
		if _, counts := numberWords[word]; !counts && !settling[word] && strings.Trim(word, "0123456789-–:") != "" {
			return false
		}
	}
	return len(ts) < 24 && finalResult.MatchString(sentence)
}

var (
	// movesOnly is told of a motion without a seconder, fared of what came of one.
	movesOnly = pattern.Of(`^` + aName + `\s+moved\s+(?:that|the (?:motion|adoption|approval)|an amendment|to (?:accept|adjourn|adopt|amend|appoint|approve|close|elect|table))\b`)
	fared     = pattern.Of(`^(?i:the|a|this)\s+(?i:motion|amendment|resolution)\b[^.]{0,60}\b(?:carried|passed|lost|defeated|failed|rejected|withdrawn)\b`)
)

// mayMove is what a paragraph may be that tells of a motion, behind other words
// perhaps.
func (t *tasks) mayMove(i int, l *line) []What {
	if !hasAny(l.text, "moved", "otion", "second", "Second", "mendment", "esolution") || t.governed(i) || t.quotedBelow(i) || earlierTold.MatchString(l.text) {
		return nil
	}
	for _, at := range sentenceStarts(l.text) {
		words := l.text[at:]
		got, ok := t.movedIn(words)
		switch {
		case ok && got.kind(words) == Decision:
			return []What{Decision, Motion}
		case ok, movesOnly.MatchString(words):
			return []What{Motion, Decision}
		case fared.MatchString(words):
			return []What{Vote, Decision, Motion}
		}
	}
	return nil
}

// end is what came of a motion.
func (got motioned) end() string {
	if got.result != "" {
		return got.result
	}
	return got.vote.Result
}
