package quick

import (
	"strings"

	"minutebook/model"
)

// args are the words behind a command.
type args struct {
	words string
	pairs []pair
	// text are the lines below, where the command makes an entry.
	text string
}

// command is one "/word".
type command struct {
	name string
	// expects says in words what stands behind it.
	expects string
	// keys are those that its braces may have; nil where it takes plain words
	// only, which "words" may hold.
	keys []string
	// entry says that it makes an entry, which lines below may word.
	entry bool
	run   func(*reader, args) error
}

// plainKeys are the braces of a command that takes plain words.
var plainKeys = []string{"words"}

// commands are all of them, in the order in which a script has them.
var commands = []command{
	{name: "body", expects: "/body NAME", run: identity(model.FactBody)},
	{name: "style", expects: "/style NAME", run: fact(model.FactStyle)},
	{name: "title", expects: "/title TEXT", run: fact(model.FactTitle)},
	{name: "date", expects: "/date 24 June 2022", run: identity(model.FactDate)},
	{name: "time", expects: "/time 10:00-11:30", run: called},
	{name: "venue", expects: "/venue TEXT", run: fact(model.FactVenue)},
	{name: "kind", expects: "/kind ordinary, extraordinary or annual", run: meetingKind},
	{name: "publication-type", expects: "/publication-type TEXT", run: fact(model.FactPublicationType)},
	{name: "publication-date", expects: "/publication-date 24 June 2022", run: publicationDate},
	{name: "numbering", expects: expectedNumbering, run: numbering},
	{name: "present", expects: "/present GROUP: NAME, POST", keys: personKeyNames, run: person(model.Member)},
	{name: "attending", expects: "/attending GROUP: NAME, POST", keys: personKeyNames, run: person(model.Attending)},
	{name: "observing", expects: "/observing GROUP: NAME, POST", keys: personKeyNames, run: person(model.Observing)},
	{name: "apologies", expects: "/apologies NAME, REASON", keys: personKeyNames, run: away(model.Apologies)},
	{name: "absent", expects: "/absent NAME", keys: personKeyNames, run: away(model.Absent)},
	{name: "deputy", expects: "/deputy NAME for NAME", keys: attendeeKeyNames, run: deputy},
	{name: "remote", expects: "/remote NAME", run: remote},
	{name: "chair", expects: "/chair NAME", keys: attendeeKeyNames, run: office(model.FactChair)},
	{name: "clerk", expects: "/clerk NAME", keys: attendeeKeyNames, run: office(model.FactClerk)},
	{name: "public", expects: "/public 7", run: public},
	{name: "quorum", expects: "/quorum 5", run: quorum},
	{name: "start", expects: "/start 10:02", run: start},
	{name: "adjourn", expects: "/adjourn 10:30", keys: keysOf(movementKeys), entry: true, run: pause(model.Adjourn)},
	{name: "resume", expects: "/resume 10:40", keys: keysOf(movementKeys), entry: true, run: pause(model.Resume)},
	{name: "in", expects: "/in NAME 10:15", keys: keysOf(movementKeys), entry: true, run: move(model.In)},
	{name: "out", expects: "/out NAME 11:00", keys: keysOf(movementKeys), entry: true, run: move(model.Out)},
	{name: "close", expects: "/close 11:45", run: closing},
	{name: "item", expects: "/item 3", run: goTo},
	{name: "outcome", expects: "/outcome " + expectedOutcome, keys: otherKeys, run: outcome},
	{name: "purpose", expects: "/purpose for decision", run: purpose},
	{name: "allow", expects: "/allow 10 minutes, or /allow none", run: allow},
	{name: "presenter", expects: "/presenter NAME", run: presenter},
	{name: "paper", expects: "/paper TITLE, REFERENCE", keys: keysOf(paperKeys), run: paper},
	{name: "restricted", expects: "/restricted REASON", keys: keysOf(restrictionKeys), run: restricted},
	{name: "unrestricted", expects: "/unrestricted", run: unrestricted},
	{name: "correction", expects: "/correction 21 April 2022 3.2, WORDS", keys: keysOf(correctionKeys), entry: true, run: correction},
	{name: "approve", expects: "/approve 21 April 2022", keys: keysOf(approveKeys), entry: true, run: approve},
	{name: "done", expects: "/done ACTION, NOTE", keys: keysOf(doneKeys), entry: true, run: done},
	{name: "next", expects: "/next 12 September 2022 10:00, VENUE", keys: keysOf(nextKeys), run: next},
	{name: "issued", expects: expectedIssued, run: issued},
	{name: "state", expects: "/state circulated", run: state},
}

func (r *reader) command(lines []string) error {
	line := trimRight(lines[0])
	end := strings.IndexAny(line, blanks)
	if end < 0 {
		end = len(line)
	}
	name := strings.ToLower(line[1:end])
	c, ok := commandNamed(name)
	if !ok {
		e := bad("there is no command "+line[:min(end, 40)], nearest(name))
		e.Col = 1
		return e
	}
	if len(lines) > 1 && !c.entry {
		return bad("/"+c.name+" is one line", c.expects)
	}
	r.out.Command = c.name
	a := r.args(c, line[end:], lines[1:])
	if err := c.run(r, a); err != nil {
		return c.explain(err, line, end)
	}
	return nil
}

func (r *reader) args(c command, rest string, below []string) args {
	a := args{words: strings.Trim(rest, blanks)}
	keys := c.keys
	if keys == nil {
		keys = plainKeys
	}
	if words, pairs, ok := splitBraces(rest); ok && knows(keys, pairs) {
		a.words, a.pairs = trimLeft(words), pairs
	}
	if c.keys == nil && len(a.pairs) == 1 && a.words == "" {
		a.words, a.pairs = a.pairs[0].value.text(), nil
	}
	if len(below) > 0 {
		text, _ := continued(below, nil)
		a.text = strings.Join(trimEnd(text), "\n")
	}
	return a
}

// explain completes what is wrong with what the command expects, and where.
func (c command) explain(err error, line string, end int) error {
	e := asLineError(err)
	if e.Expected == "" {
		e.Expected = c.expects
	}
	if e.Col == 0 {
		rest := line[end:]
		e.Col = column(line, end+len(rest)-len(trimLeft(rest)))
	} else {
		e.Col = column(line, end+e.Col-1)
	}
	return e
}

func commandNamed(name string) (command, bool) {
	for _, c := range commands {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

// nearest is what may have been meant by a command that is none.
func nearest(name string) string {
	best, least := "", min(3, len(name))
	for _, c := range commands {
		if d := distance(name, c.name); d < least {
			best, least = c.expects, d
		}
	}
	if best == "" {
		return "a command such as /present, /start or /outcome"
	}
	return best
}

// distance is how many letters are wrong, missing or too many in word; 9 where
// it is far off in any case.
func distance(word, right string) int {
	if len(word) > len(right)+2 || len(right) > len(word)+2 {
		return 9
	}
	row := make([]int, len(right)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(word) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(right) {
			swap := corner
			if word[i] != right[j] {
				swap++
			}
			corner = row[j+1]
			row[j+1] = min(swap, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(right)]
}
