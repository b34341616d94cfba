package recognise

import "strings"

// longestTitle is how many words the title of an item may have.
const longestTitle = 30

// titleEnd is where the sentence begins that the title of an item runs into;
// 0 where the text is a title alone, or none.
func titleEnd(text string) int {
	ts := wordsIn(text, longestTitle+30)
	for i := 1; i < len(ts) && i <= longestTitle; i++ {
		if i > 1 && dash(ts[i-1].text) && fates[ts[i].bare()] {
			return ts[i].at
		}
		if saysSomething(ts[i-1]) {
			return 0
		}
		if bodyBegins(ts, i) && (!joins(ts[i-1]) || i > 1 && dash(ts[i-1].text) && clause(ts[i:])) {
			return ts[i].at
		}
	}
	return 0
}

// fates are what an agenda says beside a title of what becomes of it.
var fates = set("moved deferred withdrawn postponed adjourned brought taken noted agreed carried")

// saysSomething says whether a title cannot have the word, because only a
// sentence has.
func saysSomething(t token) bool { return t.small() && verbs[strings.ToLower(t.bare())] }

// joins says whether a title cannot end with the word.
func joins(t token) bool {
	return joining[strings.ToLower(t.text)] || strings.HasSuffix(t.text, ",")
}

// bodyBegins says whether, behind a title, something else begins with word i: a
// list, or a sentence.
func bodyBegins(ts []token, i int) bool {
	switch t := ts[i]; {
	case i+1 < len(ts) && pointMark(t.text) && !ts[i+1].small():
		return true
	case nextDay(ts, i):
		return true
	case !t.capital():
		return false
	case ts[0].shouted() && (ts[i-1].ends() || behindCapitals(ts, i)):
		return true
	}
	return clause(ts[i:])
}

// behindCapitals says whether word i ends a title in capitals, and a sentence
// follows.
func behindCapitals(ts []token, i int) bool {
	if !ts[i-1].shouted() || ts[i].shouted() || len(ts[i].bare()) < 2 || i > 1 && !ts[i-2].shouted() {
		return false
	}
	return (i > 1 || len(ts[0].bare()) > 5) && verbWithin(ts[i:], 20)
}

// dash says whether the word is a dash.
func dash(word string) bool { return word == "-" || word == "–" || word == "—" }

// nextDay says whether the title before word i is that of the next meeting, and
// the word begins its day.
func nextDay(ts []token, i int) bool {
	last := strings.ToLower(ts[i-1].bare())
	if last != "meeting" && last != "meetings" || ts[i].small() {
		return false
	}
	next := false
	for _, t := range ts[:i] {
		next = next || strings.EqualFold(t.bare(), "next")
	}
	word := strings.ToLower(ts[i].bare())
	return next && (weekdays[word] || word != "" && word[0] >= '0' && word[0] <= '9')
}

var weekdays = set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")

// pointMark says whether the word is the mark of a point in running text.
func pointMark(word string) bool {
	switch n := numeralOf(word); n.shape {
	case "a.", "a)", "(a)", "i.", "i)", "(i)", "n)", "(n)":
		return n.n() == 1
	}
	return word == "•" || word == "●" || word == "▪"
}

// clause says whether a sentence begins here, by its first words and its verb.
func clause(ts []token) bool {
	if len(ts) < 2 {
		return false
	}
	word := strings.ToLower(ts[0].bare())
	switch {
	case ts[0].shouted(), ts[0].text != ts[0].bare() && !strings.HasSuffix(ts[0].text, ","):
		return false
	case openers[word]:
		return verbWithin(ts[1:], 3) || word == "there" && strings.EqualFold(ts[1].bare(), "being")
	case withSubject[word]:
		return verbWithin(ts[1:], 16)
	case leadIns[word]:
		return verbWithin(ts[1:], 25)
	case titled[word], len(word) == 1:
		return nameAndVerb(ts)
	}
	return false
}

// nameAndVerb says whether a name of at most four words is followed by a verb.
func nameAndVerb(ts []token) bool {
	for i := 1; i < len(ts) && i <= 4; i++ {
		if ts[i].finite() {
			return true
		}
		if !ts[i].capital() {
			return false
		}
	}
	return false
}

// verbWithin says whether one of so many words is a verb of the first sentence.
func verbWithin(ts []token, most int) bool {
	for i, t := range ts {
		if t.finite() && i < most {
			return true
		}
		if i >= most || t.ends() || t.capital() && openers[strings.ToLower(t.bare())] {
			return false
		}
	}
	return false
}
