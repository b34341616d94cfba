package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model/minutes/read"
)

// look is how a line looks that may head something: "h2" for a heading of that
// level, "number", "capitals", "bold" or "plain"; "" for what heads nothing.
func (r *reader) look(i int) string {
	l := r.lines[i]
	switch {
	case l.taken() || l.text == "" || l.num.bullet() || l.head:
		return ""
	case l.kind == read.Heading:
		return "h" + string(rune('0'+min(max(l.level, 1), 6)))
	case l.num.shape != "":
		if r.heads(i) {
			return "number"
		}
		return ""
	case l.labelEnd() > 0:
		return "capitals"
	case !l.heading() || l.marksEntry() || strings.Contains(l.raw(), "   "):
		return ""
	}
	return r.dress(i)
}

// dress is how a short line looks: in capitals, in bold, or with room around it.
func (r *reader) dress(i int) string {
	l := r.lines[i]
	switch {
	case r.headsVote(i):
		return ""
	case (l.upper || l.bold && l.upperStart()) && len(l.text) > 3 && mostlyLetters(l.text):
		return "capitals" // "APPROVAL OF MINUTES - 8 January"
	case l.bold:
		return "bold"
	case l.table == 0 && l.kind == read.Paragraph && r.standsAlone(i):
		return "plain"
	}
	return ""
}

// headsVote says whether line i heads the names of those voting below it: "ROLL
// CALL VOTE:".
func (r *reader) headsVote(i int) bool {
	return i+1 < len(r.lines) && mentions(strings.ToLower(r.lines[i].text), "vote") && r.votesLine(r.lines[i+1])
}

// labelEnd is where a title in bold capitals ends that has what was minuted on
// the same line: "PUBLIC COMMENT: None"; 0 for none.
func (l *line) labelEnd() int {
	end := l.boldEnd()
	if end == 0 || l.table > 0 || l.mark != "" {
		return 0
	}
	raw := l.raw()
	head := strings.TrimSpace(raw[:end])
	if len(head) < 8 || !strings.HasSuffix(head, ":") || head != strings.ToUpper(head) || listTitle(head) || len(raw)-end > 60 {
		return 0
	}
	for _, t := range wordsIn(head, 2) {
		if labels[t.bare()] {
			return 0
		}
	}
	return end
}

// marksEntry says whether the words begin with a label of what was agreed or
// done, or are such a word alone: "Action - ...", "Noted".
func (l *line) marksEntry() bool {
	ts := wordsIn(strings.ToLower(l.text), 6)
	word := ts[0].bare()
	if strings.HasPrefix(strings.ToLower(l.text), "n/a") || len(ts) == 1 && outcomes[word] {
		return true
	}
	if len(word) == 1 && strings.HasSuffix(ts[0].text, ":") {
		return true // of questions and answers
	}
	if !labelWords[word] {
		return false
	}
	for _, t := range ts {
		if strings.HasSuffix(t.text, ":") && len(l.text) > t.at+len(t.text) || dash(t.text) {
			return true
		}
	}
	return len(ts) > 4
}

var (
	outcomes   = set("none nil noted agreed approved resolved deferred withdrawn accepted rejected carried lost received adopted")
	labelWords = set("action actions decision decisions resolved resolution agreed motion vote recommendation proposed seconded moved aye ayes no noes nay nays abstain abstained absent result")
)

// mostlyLetters says whether a text has more letters than figures and signs.
func mostlyLetters(text string) bool {
	letters := 0
	for _, c := range text {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters*2 > len([]rune(text))
}

// heading says whether the words are as few and as plain as those of a heading.
func (l *line) heading() bool {
	if !l.short() {
		return false
	}
	ts := wordsIn(l.text, longestTitle)
	first := ts[0]
	return len(ts) <= 16 && (!first.small() || strings.ContainsFunc(first.text, unicode.IsUpper)) && !strings.HasSuffix(l.text, "…") && strings.ContainsFunc(l.text, letter)
}

func letter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 }

// standsAlone says whether a short line has room around it and more than a
// heading below it.
func (r *reader) standsAlone(i int) bool {
	l := r.lines[i]
	if !l.gap || len(l.text) > 80 || strings.ContainsAny(l.text, ",;=@") || strings.HasSuffix(l.text, ":") || strings.Contains(l.text, "://") {
		return false
	}
	for _, t := range wordsIn(l.text, 0) {
		if t.finite() {
			return false
		}
	}
	next := r.after(i)
	if next < 0 {
		return false
	}
	n := r.lines[next]
	return n.gap && !n.short() || len(n.text) > 80 || n.num.bullet()
}

// after is the place of the next line that is not dropped; -1 for none.
func (r *reader) after(i int) int {
	for k := i + 1; k < len(r.lines); k++ {
		if r.lines[k].As != Dropped && r.lines[k].text != "" {
			return k
		}
	}
	return -1
}

// heads says whether a numbered line heads something: its words are those of a
// title, or what it says was cut from it.
func (r *reader) heads(i int) bool {
	l := r.lines[i]
	if l.bold || l.upper && len(l.text) > 3 || l.kind == read.Heading {
		return len(l.text) < 250
	}
	if i+1 < len(r.lines) && r.lines[i+1].Block == l.Block && r.lines[i+1].Cell == l.Cell && cutTitle(l) {
		return true
	}
	return !sentence(l.text) && (l.heading() || l.upperStart() && len(l.text) < 250 || l.longTitle() || r.between(i))
}

// between says whether the number of few words stands between the one before
// it and the one behind it: the title of an item that somebody typed in small
// letters.
func (r *reader) between(i int) bool {
	l := r.lines[i]
	if l.num.shape == "" || l.num.deep() || !strings.Contains(l.num.shape, "n") || l.table > 0 || len(strings.Fields(l.text)) > 5 || strings.ContainsAny(l.text[len(l.text)-1:], ".,;:") {
		return false
	}
	beside := func(step int) bool {
		for k := i + step; k >= 0 && k < len(r.lines); k += step {
			if o := r.lines[k]; o.num.shape == l.num.shape {
				return o.num.n() == l.num.n()+step && o.heading()
			}
		}
		return false
	}
	return beside(-1) && beside(1)
}

// longTitle says whether the words behind a number are those of a long title.
func (l *line) longTitle() bool {
	ts := wordsIn(l.text, longestTitle+6)
	if len(l.text) > 250 || len(ts) > longestTitle+5 || !ts[0].capital() || l.num.deep() || l.num.n() == 0 {
		return false
	}
	last := ts[len(ts)-1]
	return !last.ends() && !strings.ContainsAny(last.text[len(last.text)-1:], ",;:") && !openers[strings.ToLower(ts[0].bare())]
}

// upperStart says whether the first two words are in capitals.
func (l *line) upperStart() bool {
	ts := wordsIn(l.text, 2)
	return len(ts) > 1 && ts[0].shouted() && ts[1].shouted()
}

// cutTitle says whether the words, behind which others were cut off, are a
// title.
func cutTitle(l *line) bool { return len(l.text) < 250 && !sentence(l.text) }

// sentence says whether the words have a verb that no title has.
func sentence(text string) bool {
	return slices.ContainsFunc(wordsIn(text, 40), saysSomething)
}

// usual are words of which the titles of items that most agendas have are made.
var usual = []string{
	"apolog", "absence", "welcome", "introduction", "minutes", "matters arising", "actions arising", "action log", "declaration", "interest",
	"any other business", "aob", "other business", "new business", "old business", "unfinished business", "correspondence", "finance", "financial",
	"treasurer", "secretary", "chair", "president", "clerk", "report", "reports", "planning", "highways", "public participation", "public forum",
	"public comment", "oral communication", "next meeting", "call to order", "adjournment", "closure", "close of meeting", "consent", "agenda", "approval",
	"membership", "election", "update", "risk", "budget", "accounts", "payments", "policy", "policies", "review", "strategy", "governance", "items",
	"announcement", "closed session", "open session", "roll call", "quorum", "training", "website", "police", "maintenance", "item",
}

// usualTitle says whether a title is one that most agendas have.
func usualTitle(title string) bool {
	title = strings.ToLower(title)
	return hasAny(title, usual...)
}

// lastly are titles of items that often stand last, without number.
var lastly = []string{"any other business", "aob", "a.o.b", "any urgent business", "other business", "next meeting", "next meetings", "date of next", "dates of next",
	"close of meeting", "closure", "closing", "adjournment", "adjourn", "public participation", "public question", "confidential", "exclusion of"}

// lastTitle says whether a title is one of those.
func lastTitle(title string) bool {
	title = strings.ToLower(title)
	return len(title) < 60 && beginsAny(title, lastly...)
}

// listed are headings of lists that repeat what was minuted above.
var listed = set("actions action decisions decision resolutions resolution motions")

// listTitle says whether a title is that of a list of actions or decisions, as
// it stands at the end of minutes.
func listTitle(title string) bool {
	ts := wordsIn(strings.ToLower(title), 6)
	if len(ts) == 0 || len(ts) > 4 {
		return false
	}
	about := false
	for _, t := range ts {
		switch w := t.bare(); {
		case listed[w]:
			about = true
		case w == "" || extras[w]:
		default:
			return false
		}
	}
	return about
}

// extras are words beside them in such headings.
var extras = set("of the summary list log table items points item agreed and to taken register new open outstanding main key")
