package quick

import (
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

var scorePattern = pattern.Of(`^(\d{1,6})[-–](\d{1,6})(?:[-–](\d{1,6}))?$`)

// readVote reads counts, names and result from the words of a vote. Words that
// are not all understood give no facts.
func readVote(r *reader, e *model.Entry) {
	v := voteReader{words: wordsOf(e.Text, maxVoteWords+1), text: e.Text}
	if len(v.words) <= maxVoteWords && v.read() {
		e.Vote = &v.vote
	} else {
		e.Vote = &model.Vote{}
		r.note("no count, name or result is read from these words")
	}
	if !r.votable() {
		r.note("there is no motion or decision above to vote on")
	}
}

// maxVoteWords is more than the largest council votes with.
const maxVoteWords = 4000

// votable says whether a motion or decision stands above in the item.
func (r *reader) votable() bool {
	it, _ := r.c.Meeting.Item(r.c.Item)
	found := false
	for _, e := range it.Entries {
		found = found || e.Kind == model.Motion || e.Kind == model.Decision
		if e.ID == r.c.After {
			break
		}
	}
	return found
}

type voteReader struct {
	text  string
	words []word
	vote  model.Vote
	// side is the one spoken of; names of it begin at the word from.
	side side
	from int
}

type side int

const (
	noSide side = iota
	inFavour
	opposed
	abstaining
)

// sides are the words for them.
var sides = map[string]side{
	"for": inFavour, "favour": inFavour, "against": opposed,
	"abstain": abstaining, "abstained": abstaining, "abstaining": abstaining, "abstention": abstaining, "abstentions": abstaining,
}

func (v *voteReader) sideAt(i int) side {
	if i >= len(v.words) {
		return noSide
	}
	return sides[strings.ToLower(v.words[i].text)]
}

func (v *voteReader) read() bool {
	for i := 0; i < len(v.words); {
		n := v.at(i)
		if n == 0 {
			return false
		}
		i += n
	}
	v.endNames(len(v.words))
	return true
}

// at reads what begins at word i and says how many words it was; none where
// it is not understood.
func (v *voteReader) at(i int) int {
	w := v.words[i].text
	if m := scorePattern.FindStringSubmatch(w); m != nil {
		v.endNames(i)
		v.set(inFavour, digits(m[1]))
		v.set(opposed, digits(m[2]))
		if m[3] != "" {
			v.set(abstaining, digits(m[3]))
		}
		return 1
	}
	if n := v.result(i); n > 0 {
		v.endNames(i)
		v.side = noSide // the word for the result is nobody's name
		return n
	}
	if wholeNumber(w) {
		return v.count(i)
	}
	if strings.EqualFold(w, "in") && v.sideAt(i+1) == inFavour {
		v.begin(inFavour, i, i+2)
		return 2
	}
	if s := v.sideAt(i); s != noSide {
		v.begin(s, i, i+1)
		return 1
	}
	return v.between(i)
}

// between reads what may stand between counts and names at word i: a word that
// only joins them, nobody, or a name.
func (v *voteReader) between(i int) int {
	w := v.words[i].text
	switch lower := strings.ToLower(w); {
	case lower == "and" || lower == "&" || lower == "votes" || lower == "vote":
		return 1
	case v.side != noSide && v.from == i && (lower == "none" || lower == "nobody"):
		if v.counts() { // among names, nobody is none of them
			v.set(v.side, 0)
		}
		v.side = noSide
		return 1
	case v.side != noSide && startsUpper(w):
		return 1
	}
	return 0
}

func wholeNumber(w string) bool {
	return w != "" && len(w) < 7 && strings.Trim(w, "0123456789") == ""
}

// count reads a number at i: of the side that follows it, or else of the one
// before it.
func (v *voteReader) count(i int) int {
	next := i + 1
	for next < len(v.words) && (v.words[next].text == "in" || strings.HasPrefix(strings.ToLower(v.words[next].text), "vote")) {
		next++
	}
	if s := v.sideAt(next); s != noSide && !v.words[i].stop && (v.side == noSide || v.from != i) {
		v.endNames(i)
		v.side = noSide
		v.set(s, digits(v.words[i].text))
		return next + 1 - i
	}
	if v.side == noSide || v.from != i {
		return 0
	}
	v.set(v.side, digits(v.words[i].text))
	v.from = i + 1
	return 1
}

// counts says whether a count has been read.
func (v *voteReader) counts() bool {
	return v.vote.For != nil || v.vote.Against != nil || v.vote.Abstain != nil
}

func (v *voteReader) set(s side, n int) {
	switch s {
	case inFavour:
		v.vote.For = &n
	case opposed:
		v.vote.Against = &n
	case abstaining:
		v.vote.Abstain = &n
	case noSide:
	}
}

func (v *voteReader) begin(s side, i, from int) {
	v.endNames(i)
	v.side, v.from = s, from
}

// endNames keeps the names of the side spoken of, which end before word i.
func (v *voteReader) endNames(i int) {
	if v.side == noSide || v.from >= i {
		return
	}
	names := splitNames(v.text[v.words[v.from].start:v.words[i-1].end])
	switch v.side {
	case inFavour:
		v.vote.ForNames = append(v.vote.ForNames, names...)
	case opposed:
		v.vote.AgainstNames = append(v.vote.AgainstNames, names...)
	case abstaining:
		v.vote.AbstainNames = append(v.vote.AbstainNames, names...)
	case noSide:
	}
	v.side = noSide
}

var nameBreak = pattern.Of(`\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+|\s*\n\s*`)

// splitNames splits names at commas and "and".
func splitNames(s string) []string {
	var names []string
	for _, n := range nameBreak.Split(s, -1) {
		n = strings.TrimSpace(strings.TrimPrefix(n, "and "))
		if n != "" && n != "and" {
			names = append(names, n)
		}
	}
	return names
}

// result reads a result word at i and says how many words it has.
func (v *voteReader) result(i int) int {
	switch w := strings.ToLower(v.words[i].text); w {
	case "carried", "lost":
		if v.vote.Result == "" {
			v.vote.Result = w
		}
		return 1
	case "unanimous", "unanimously":
		v.vote.Result = "unanimous"
		return 1
	case "nem":
		if i+1 < len(v.words) && strings.EqualFold(v.words[i+1].text, "con") {
			v.vote.Result = "nem con"
			return 2
		}
	}
	return 0
}
