package recognise

import (
	"strconv"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/pattern"
)

// numberWords are the counts that minutes spell out.
var numberWords = map[string]int{"no": 0, "none": 0, "nil": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20}

const (
	aCount   = `(\d{1,4}|(?i:no|none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty))`
	sideFor  = `(?:in favou?r|for|ayes?|yes|yeas?|pro)`
	sideNot  = `(?:against|opposed|noes|no|nays?|con|dissenting)`
	sideAbs  = `(?:abstained|abstaining|abstentions?|abstain)`
	sideGone = `(?:absent|not present|not voting|excused|recused|vacant)`
)

var (
	// "four in favour, two against", "5 for".
	countBefore = pattern.Of(`(?:^|[\s(;,.:])` + aCount + `\s+(?i:votes?\s+)?(?i:councillors?\s+|members?\s+|directors?\s+|trustees?\s+)?(?i:was\s+|were\s+|voted\s+|voting\s+)?(?i:(` + sideFor + `)|(` + sideNot + `)|(` + sideAbs + `))\b`)
	// "For: 5", "Against 2".
	countBehind = pattern.Of(`(?i:\b(?:(in favou?r|for|ayes?|yes|yeas?)|(against|opposed|noes|no|nays?)|(abstained|abstentions?|abstain))\s*[:=–-]?\s*)(\d{1,4})\b`)
	// "Passed: 6-0", "Motion carried; 7:0", "carried 5-2-1", "lost by 2 votes to 5".
	scoreBeside = pattern.Of(`(?i:\b(carried|passed|approved|adopted|lost|failed|defeated|rejected|vote[ds]?|voting)\b)[^\d.]{0,24}(\d{1,3})(?:\s*[-–:]\s*|\s+votes?\s+to\s+)(\d{1,3})(?:\s*[-–:]\s*(\d{1,3}))?(?:[^\d]|$)`)
	// "Aye: Marsh, Dow; No: None".
	sideNames = pattern.Of(`(?i)(?:^|[(;.,\n]\s*|\s)(?:(` + sideFor + `)|(` + sideNot + `)|(` + sideAbs + `)|(` + sideGone + `))(?:\s+(?:votes?|voting))?\s*(?::|\s[-–])\s*`)
	sideHead  = pattern.Of(`^(?i:` + sideFor + `|` + sideNot + `|` + sideAbs + `|` + sideGone + `)(?i:\s+(?:votes?|voting))?\s*(?::|\s[-–])\s*`)
	// "Marsh - Yes".
	nameVote = pattern.Of(`(?i)^(\S[^:–]{1,50}?)\s*(?::|\s[-–]|\s–)\s*(?:(yes|aye|yea|for|in favou?r)|(no|nay|against|opposed)|(abstain(?:ed|s|ing)?|abstention)|(absent|excused|recused|not voting))\.?$`)

	voteResult = pattern.Of(`(?i)\b(carried unanimously|passed unanimously|unanimously|unanimous|nem\.? con\.?|carried|passed|lost|defeated|failed|rejected)\b`)
)

// countsIn reads the counts of a vote from words: "four in favour, two
// against". ok is false where there are none.
func countsIn(text string) (v model.Vote, ok bool) {
	for _, m := range countBefore.FindAllStringSubmatch(text, -1) {
		ok = setCount(&v, m[2], m[3], m[4], m[1]) || ok
	}
	if !ok {
		for _, m := range countBehind.FindAllStringSubmatch(text, -1) {
			ok = setCount(&v, m[1], m[2], m[3], m[4]) || ok
		}
	}
	if m := scoreBeside.FindStringSubmatch(text); m != nil && !ok {
		setCount(&v, "x", "", "", m[2])
		setCount(&v, "", "x", "", m[3])
		if m[4] != "" {
			setCount(&v, "", "", "x", m[4])
		}
		ok = true
	}
	if ok {
		if m := voteResult.FindString(text); m != "" {
			v.Result = strings.ToLower(m)
		}
	}
	return v, ok
}

// setCount sets the count of whichever side is not empty.
func setCount(v *model.Vote, inFavour, against, abstained, words string) bool {
	n, spelt := numberWords[strings.ToLower(words)]
	if !spelt {
		var err error
		if n, err = strconv.Atoi(words); err != nil {
			return false
		}
	}
	var at **int
	switch {
	case inFavour != "":
		at = &v.For
	case against != "":
		at = &v.Against
	case abstained != "":
		at = &v.Abstain
	}
	if at == nil || *at != nil {
		return false
	}
	*at = &n
	return true
}

// namesIn reads the names of those voting from words: "Aye: Marsh, Dow; No:
// None". ok is false where there are none.
func (r *reader) namesIn(text string, v *model.Vote) (ok bool) {
	marks := sideNames.FindAllStringSubmatchIndex(text, -1)
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		words := strings.Trim(text[m[1]:end], " .;,()\n")
		if m[8] >= 0 || strings.Trim(words, "0123456789") == "" {
			continue
		}
		names := r.voters(words)
		if names == nil && !nothing.MatchString(words) {
			continue
		}
		ok = true
		addVoters(v, names, submatches(text, m)[1:])
	}
	return ok
}

// submatches are the words of a match and of its groups.
func submatches(text string, m []int) []string {
	all := make([]string, len(m)/2)
	for i := range all {
		if m[2*i] >= 0 {
			all[i] = text[m[2*i]:m[2*i+1]]
		}
	}
	return all
}

var voterBreaks = pattern.Of(`\s*[,;\n]\s*(?:and\s+)?|\s+(?:and|&)\s+`)

// voters are the names of which words consist, as the list of attendance has
// them or as worded; nil where they are none.
func (r *reader) voters(words string) []string {
	if nothing.MatchString(words) {
		return nil
	}
	var names []string
	for _, part := range voterBreaks.Split(words, -1) {
		part = strings.Trim(part, " .")
		if part == "" {
			continue
		}
		if ts := wordsIn(part, 6); len(ts) > 5 || !ts[0].capital() || sentence(part) || strings.ContainsAny(part, ":()[]") {
			return nil
		}
		if name, ok := r.person(part); ok {
			part = name
		}
		names = append(names, part)
	}
	return names
}

// voteIn is the vote that words tell: counts, names and the result.
func (r *reader) voteIn(text string) (model.Vote, bool) {
	v, ok := countsIn(text)
	if r.namesIn(text, &v) {
		ok = true
		if m := voteResult.FindString(text); m != "" {
			v.Result = strings.ToLower(m)
		}
	}
	if !ok && len(strings.Fields(text)) < 8 {
		if m := voteResult.FindString(text); m != "" {
			v.Result, ok = strings.ToLower(m), true
		}
	}
	return v, ok
}

// voteEntry is a vote in words, with what they say.
func (r *reader) voteEntry(text string) model.Entry {
	e := model.Entry{Kind: model.VoteTaken, Text: text, Vote: &model.Vote{}}
	if v, ok := r.voteIn(model.Plain(text)); ok {
		e.Vote = &v
	}
	return e
}

// votes finds votes that stand on lines of their own.
func (r *reader) votes() {
	for i := 0; i < len(r.lines); i++ {
		if n := r.rollCall(i); n > 0 {
			i += n - 1
		}
	}
}

// rollCall takes the lines of one vote, and says how many they are.
func (r *reader) rollCall(i int) int {
	l := r.lines[i]
	lab, ok := labelOf(l)
	if !ok || lab.what != Vote {
		lab = label{}
	}
	behind := strings.TrimSpace(l.text[lab.end:])
	switch {
	case l.said && l.As != Vote, !l.said && !r.free(l):
		return 0
	case l.said, lab.what == Vote && behind != "":
		return r.voteLine(l, lab)
	}
	first := i
	if lab.what == Vote {
		first++
	}
	var lines []*line
	for k := first; k < len(r.lines) && k < first+60 && r.free(r.lines[k]) && r.votesLine(r.lines[k]); k++ {
		lines = append(lines, r.lines[k])
	}
	if !r.roll(lines, first > i) {
		return 0
	}
	if first > i {
		l.labels(0.9, signLabel+lab.name+":")
	}
	return len(lines) + first - i
}

// voteLine takes a vote that is said on one line, and says how many lines it is.
func (r *reader) voteLine(l *line, lab label) int {
	if _, ok := r.voteIn(l.text[lab.end:]); !ok && !l.said {
		return 0
	}
	r.become(l, guess{what: Vote, confidence: 0.9, sign: signLabel + lab.name + ":", spans: l.behind(lab.end), label: strings.TrimSpace(l.mark + " " + l.text[:lab.end])})
	return 1
}

// free says whether a stage for entries may take a line.
func (r *reader) free(l *line) bool {
	return l.is("", Paragraph, Bullet, Subheading) && l.text != "" && !l.said && l.kind != read.Matter && l.kind != read.Heading
}

// votesLine says whether a line is one of a roll call: a side with names, a name
// with a vote, or the result with a score.
func (r *reader) votesLine(l *line) bool {
	if len(l.text) > 600 || !strings.ContainsAny(l.text, ":-–") {
		return false
	}
	if at := sideHead.FindStringIndex(l.text); at != nil {
		rest := strings.TrimSpace(l.text[at[1]:])
		return nothing.MatchString(rest) || strings.Trim(rest, "0123456789") == "" || r.voters(sideNames.Split(rest, 2)[0]) != nil
	}
	if m := nameVote.FindStringSubmatch(l.text); m != nil {
		return besideVote(m[1]) || r.voters(m[1]) != nil
	}
	return scoreBeside.MatchString(l.text) && len(strings.Fields(l.text)) < 10
}

// roll makes one vote of the lines of a roll call. What it does not say again
// stays words.
func (r *reader) roll(lines []*line, labelled bool) bool {
	v := model.Vote{}
	var used []*line
	var text []string
	for _, l := range lines {
		if r.reads(l, &v) {
			used = append(used, l)
			text = append(text, strings.TrimRight(l.text, " ;"))
		}
	}
	if len(used) == 0 || !labelled && len(used) < 2 && v.ForNames == nil {
		return false
	}
	for i, l := range used {
		l.labels(0.9, signVotes)
		if i == 0 {
			l.take(Vote, 0.9, signVotes)
			l.Label = l.mark
			l.entries = []model.Entry{{Kind: model.VoteTaken, Text: strings.Join(text, "; "), Vote: &v}}
		}
	}
	return true
}

// reads reads one line of a roll call into a vote; false where the vote does
// not say it.
func (r *reader) reads(l *line, v *model.Vote) bool {
	if m := nameVote.FindStringSubmatch(l.text); m != nil && besideVote(m[1]) {
		return false
	} else if m != nil && !sideNames.MatchString(strings.TrimSpace(m[1])+":") {
		return addVoters(v, r.voters(m[1]), m[2:])
	}
	if counted, ok := countsIn(l.text); ok {
		addCounts(v, counted)
		return true
	}
	if absent := sideNames.FindStringSubmatchIndex(l.text); absent != nil && absent[8] >= 0 {
		return false
	}
	return r.namesIn(l.text, v)
}

// addVoters adds names to the first of the sides, for, against and abstaining,
// that is not empty; false where none of them is.
func addVoters(v *model.Vote, names []string, sides []string) bool {
	switch {
	case sides[0] != "":
		v.ForNames = append(v.ForNames, names...)
	case sides[1] != "":
		v.AgainstNames = append(v.AgainstNames, names...)
	case sides[2] != "":
		v.AbstainNames = append(v.AbstainNames, names...)
	default:
		return false
	}
	return true
}

// addCounts adds counts to a vote that does not have them, and the result.
func addCounts(v *model.Vote, counted model.Vote) {
	for _, side := range []struct{ to, from **int }{{&v.For, &counted.For}, {&v.Against, &counted.Against}, {&v.Abstain, &counted.Abstain}} {
		if *side.to == nil {
			*side.to = *side.from
		}
	}
	if counted.Result != "" {
		v.Result = counted.Result
	}
}

// besideVote says whether words before a side are those of another vote, which
// counts for nothing here: "Student advisory vote".
func besideVote(words string) bool { return mentions(words, "vote") || mentions(words, "advisory") }
