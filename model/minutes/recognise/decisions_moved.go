package recognise

import (
	"strings"

	"minutebook/model"
	"minutebook/model/pattern"
)

// motioned is who moved and seconded something, and what came of it, as the words
// say.
type motioned struct {
	mover, seconder, result string
	// from and to are the place of the words that say only that; the same where
	// they cannot be told from the others.
	from, to int
	// tail is where the sentences begin that say only what came of it; 0 for none.
	tail int
	// votes are words with the counts of a vote, "" for none.
	votes string
	vote  model.Vote
	// prose says that running prose tells it.
	prose bool
}

const (
	aWord = `(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Prof|Rev|Revd|St)\.|[A-Z][\w'’-]*)`
	// aName is a name as short as it can be, fullName as long.
	aName    = `((?:[Tt]he\s+)?` + aWord + `(?:\s+(?:(?:of|the|de|van|von|der|la|le)\s+)*` + aWord + `){0,5}?)`
	fullName = `((?:[Tt]he\s+)?` + aWord + `(?:\s+(?:(?:of|the|de|van|von|der|la|le)\s+)*` + aWord + `){0,5})`
	results  = `(?i:carried unanimously|carried|(?:was |were )?(?:unanimously )?(?:resolved|agreed|approved|adopted|accepted|passed)(?: unanimously)?|motion (?:was )?(?:carried|passed|lost|failed|defeated)(?: unanimously)?|all (?:were )?(?:agreed|in favou?r)|unanimous(?:ly)?|nem\.? con\.?|lost|defeated|not carried|failed|rejected|withdrawn)`
)

// The ways of saying who moved something. The groups are mover and seconder, and
// in some the result.
var (
	// "Upon the proposition of A, seconded by B, it was resolved unanimously", "A
	// motion was made by A, seconded by B, that", "Moved by A, seconded by B".
	movedHead = pattern.Of(`^(?i:(?:(?:on|upon|following|after|it was|a|an|the|this was)\s+)*(?:motions?|proposition|proposal|proposed|moved|resolution)(?:\s+(?:was|were|having been|been))?(?:\s+(?:made|proposed|moved|put(?: forward)?))?\s+(?:of|by|from)):?\s+` + aName +
		`(?:,|;)?\s+(?i:(?:and\s+)?(?:(?:was\s+)?(?:duly\s+)?seconded(?:\s+by)?|second(?:\s+by)?)):?\s+` + fullName +
		`(?:\s*[,;.]\s*|\s+)(?:(?i:and\s+)?(?i:it\s+was\s+)?(` + results + `)\b\s*[,:;.]?\s*)?(?i:(and)\s+)?`)
	// "Proposed: A. Seconded: B. All agreed." behind what it was about.
	movedTail = pattern.Of(`(?:^|[.;:,)]\s+)((?i:(?:it was\s+)?(?:proposed|moved|proposer|mover)(?:\s+by)?)\s*[.:,-]?\s+` + aName +
		`\s*[,;.]?\s+(?i:(?:and\s+)?(?:seconded|seconder|second)(?:\s+by)?)\s*[.:,-]?\s+` + fullName +
		`(?:\s*[.,;–-]+\s*((?i:` + results + `)|[^.]{0,80}?\b(?i:favou?r|against|abst\w+|agreed|carried|unanimous\w*))?)?\s*[.)]*\s*)$`)
	// "A proposed, B seconded", "A motioned, B second".
	movedNames = pattern.Of(aName + `\s+(?i:proposed|moved|motioned)\s*[,;.]?\s+(?i:and\s+)?` + aName + `,?\s+(?i:seconded|seconds|second)\b(?:[\s,;.]*((?i:` + results + `))\b)?`)
	// "proposed by A ... seconded by B", with anything between them.
	movedBy = pattern.Of(`(?i:moved|proposed|proposal|proposition)\s+(?i:by|of)\s+` + aName + `(?:\s+[^A-Z\s]|[,;.]|\s*$).{0,300}?\b(?i:seconded\s+by)\s+` + fullName + `(?:[\s,;.]+|$)`)
	// "A motion from A was made to ... B seconded the motion."
	movedThen   = pattern.Of(`(?i:motion)\s+(?i:from|by|of)\s+` + aName + `\s+[a-z].{0,300}?[.;,]\s+` + aName + `\s+(?i:seconded|seconds|second)\b`)
	finalResult = pattern.Of(`\b(` + results + `)\b`)
)

// movedIn reads who moved something from the words of a decision or a motion;
// ok is false where they do not say.
func (r *reader) movedIn(text string) (motioned, bool) {
	if !mentions(text, "second") {
		return motioned{}, false
	}
	got, behind, ok := r.moversIn(text)
	if ok && got.end() == "" && got.votes == "" {
		got.settle(text, behind)
	}
	return got, ok
}

// moversIn reads who moved something, and says where the words behind their
// names begin.
func (r *reader) moversIn(text string) (got motioned, behind int, ok bool) {
	if m := movedHead.FindStringSubmatchIndex(text); m != nil {
		got = r.mover(text, m)
		if rest := text[m[1]:]; opensWords(rest) {
			if got.to = m[1]; got.result == "" {
				got.to += len(rest) - len(strings.TrimPrefix(rest, "that "))
			}
		}
		return got, len(text), true
	}
	if m := movedTail.FindStringSubmatchIndex(text); m != nil {
		got = r.mover(text, append([]int{m[0], m[1]}, m[4:]...))
		if m[2] > 0 {
			got.from, got.to = m[2], m[1]
		}
		return got, len(text), true
	}
	if m := toldFirst.FindStringSubmatchIndex(text); m != nil {
		got = r.mover(text, m)
		if got.prose, got.to = true, m[1]; strings.EqualFold(text[m[1]-len("to "):m[1]-1], "to") {
			got.to -= len("to ")
		}
		return got, len(text), true
	}
	for i, way := range movedWays {
		if m := way.FindStringSubmatchIndex(text); m != nil {
			got = r.mover(text, m)
			got.prose = i < toldWays
			return got, m[5], true
		}
	}
	return got, 0, false
}

// mentions says whether a text has words in it, in whichever case.
func mentions(text, words string) bool {
	for i := 0; i+len(words) <= len(text); i++ {
		if text[i]|0x20 == words[0]|0x20 && strings.EqualFold(text[i:i+len(words)], words) {
			return true
		}
	}
	return false
}

// opensWords says whether the words of a resolution begin here: "that", or a
// quotation.
func opensWords(text string) bool {
	return strings.HasPrefix(text, "that ") || strings.HasPrefix(text, "That ") || quoted(text)
}

func quoted(text string) bool {
	return text != "" && strings.ContainsRune("\"“‘'", firstRune(text))
}

// mover reads the names of a match, and the result where it has one.
func (r *reader) mover(text string, m []int) motioned {
	got := motioned{mover: r.nameOf(text[m[2]:m[3]]), seconder: r.nameOf(text[m[4]:m[5]])}
	if len(m) > 7 && m[6] >= 0 {
		words := text[m[6]:m[7]]
		if v, ok := countsIn(words); ok {
			got.votes, got.vote = words, v
		} else {
			got.result = resultOf(words)
		}
	}
	return got
}

// nameOf is a name as the list of attendance has it, or else as worded; "" for
// what a form has there.
func (r *reader) nameOf(words string) string {
	words = strings.Trim(words, " .,;:")
	if words == "" || notFilled(words) || formRole[strings.ToUpper(words)] && words == strings.ToUpper(words) {
		return ""
	}
	if name, ok := r.person(words); ok {
		return name
	}
	return words
}

// resultOf is the result that words say, short.
func resultOf(words string) string {
	lower := strings.ToLower(strings.Trim(words, " .,;:"))
	for _, lead := range []string{"motion was ", "motion ", "was ", "were "} {
		lower = strings.TrimPrefix(lower, lead)
	}
	return strings.TrimSuffix(lower, ".")
}

// resolutionNumber is the number that words give a resolution: "Resolution No.
// 2020-022".
var resolutionNumber = pattern.Of(`\b[Rr](?:esolution|ESOLUTION)\s+(?:(?:[Nn]o\.?|[Nn]umber|#)\s*)?([A-Z]{0,4}-?\d[\w/-]*(?:\.\d+)*)`)

// decided are the entries of a decision, a motion or a vote, and the words that
// its facts say.
func (r *reader) decided(what What, g guess) (entries []model.Entry, label string) {
	if what == Vote {
		return []model.Entry{r.voteEntry(typed(g.spans))}, ""
	}
	raw := model.Words(g.spans)
	res := model.Resolution{Number: g.number, Mover: g.mover, Seconder: g.seconder, Result: g.result}
	got, ok := r.movedIn(raw)
	if ok {
		res.Mover, res.Seconder = got.mover, got.seconder
		if res.Result == "" {
			res.Result = got.result
		}
		label = got.leave(&g, raw)
	}
	votes, v := r.cutVote(&g)
	if m := resolutionNumber.FindStringSubmatch(raw); m != nil && res.Number == "" {
		res.Number = strings.TrimRight(m[1], "-/.")
	}
	e := model.Entry{Kind: kinds[what], Text: typed(unquoted(g.spans))}
	if res != (model.Resolution{}) {
		e.Resolution = &res
	}
	entries = []model.Entry{e}
	if got.votes != "" && (got.from < got.to || got.tail > 0) {
		votes, v = got.votes, got.vote
	}
	if votes != "" {
		entries = append(entries, model.Entry{Kind: model.VoteTaken, Text: votes, Vote: &v})
	}
	return entries, label
}

// leave takes the words out of a decision that only say who moved it and what
// came of it, and gives those that its vote does not have.
func (got motioned) leave(g *guess, raw string) (label string) {
	if got.from < got.to {
		label = strings.TrimSpace(raw[got.from:got.to])
	}
	if got.tail > 0 && (label != "" || got.votes != "") {
		if got.votes == "" {
			label += " " + strings.TrimSpace(raw[got.tail:])
		}
		g.spans, _ = cutSpans(g.spans, got.tail)
		g.spans = trimSpans(g.spans)
	}
	g.spans = leaving(g.spans, got.from, got.to)
	return label
}

// bracketVote is a vote by names in brackets: "(Aye: Marsh, Dow; No: Reed)".
var bracketVote = pattern.Of(`\((?i:ayes?|yes|for|in favou?r)\s*:\s*[^()]+\)`)

// cutVote takes the names of a vote in brackets out of the words of a decision.
// Who was absent stays there, since a vote does not say it.
func (r *reader) cutVote(g *guess) (words string, v model.Vote) {
	raw := model.Words(g.spans)
	at := bracketVote.FindStringIndex(raw)
	if at == nil {
		return "", v
	}
	from, to := at[0], at[1]
	inner := raw[from+1 : to-1]
	if !r.namesIn(inner, &v) {
		return "", v
	}
	for _, m := range sideNames.FindAllStringSubmatchIndex(inner, -1) {
		if m[8] >= 0 {
			from, to = from+1, from+1+m[8]
			break
		}
	}
	words = strings.Trim(raw[from:to], "() ;,")
	g.spans = leaving(g.spans, from, to)
	return words, v
}

// leaving are spans without the words from one place to another; a result may
// be left out with them.
func leaving(spans []model.Span, from, to int) []model.Span {
	if from >= to {
		return spans
	}
	head, _ := cutSpans(spans, from)
	_, tail := cutSpans(spans, to)
	return trimSpans(append(append([]model.Span{}, head...), tail...))
}

// unquoted are the words of a resolution without the quotation marks around
// all of them.
func unquoted(spans []model.Span) []model.Span {
	raw := model.Words(spans)
	inner := strings.TrimLeft(raw, "\"“‘' ")
	if inner == raw || !strings.HasPrefix(inner, "That ") {
		return spans
	}
	_, spans = cutSpans(spans, len(raw)-len(inner))
	if shut := strings.TrimRight(inner, "\"”’' "); shut != inner {
		spans, _ = cutSpans(spans, len(shut))
	}
	return spans
}
