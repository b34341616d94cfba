package recognise

import (
	"strings"

	"minutebook/model/pattern"
)

// sentenceStarts are the places at which the sentences of a text begin.
func sentenceStarts(text string) []int {
	starts := []int{0}
	ts := wordsIn(text, 0)
	for i := 1; i < len(ts); i++ {
		if (ts[i-1].ends() || figureEnds(ts[i-1])) && !ts[i].small() {
			starts = append(starts, ts[i].at)
		}
	}
	return starts
}

// figureEnds says whether a sentence ends with a sum: "£39.96."
func figureEnds(t token) bool {
	word := t.bare()
	return strings.HasSuffix(t.text, ".") && strings.Contains(word, ".") && strings.Trim(word, "0123456789.,") == ""
}

// sentenceEnd is where the first sentence of a text ends, with what goes on
// about the same thing: "He will report back."
func sentenceEnd(text string) int {
	starts := sentenceStarts(text)
	for _, at := range starts[1:] {
		if !samePoint.MatchString(text[at:]) {
			return at
		}
	}
	return len(text)
}

var samePoint = pattern.Of(`^(?:He|She|They|This is to|These|It is to|If (?:not|so|necessary)|For (?:discussion|report|decision)|To (?:be )?(?:report|discuss|put|go)\w*|By|Due|Deadline|Target|Owner|Lead)\b`)

// lastSentence is where the last sentence of a text begins.
func lastSentence(text string) int {
	starts := sentenceStarts(text)
	return starts[len(starts)-1]
}

// sentences are the sentences of a text, without space around them.
func sentences(text string) []string {
	starts := sentenceStarts(text)
	all := make([]string, len(starts))
	for i, at := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		all[i] = strings.TrimSpace(text[at:end])
	}
	return all
}
