package recognise

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/pattern"
	"minutebook/model/quick"
	"minutebook/model/roster"
)

// context is what the words of an action are read against: the people and the
// day that the minutes themselves give.
func (r *reader) context() quick.Context {
	if r.read == nil {
		m := model.Meeting{Body: r.found.Meeting.Body, Date: r.found.Meeting.Date}
		for _, l := range r.lines {
			m.Attendees = append(m.Attendees, l.people...)
		}
		if m.Date == "" {
			m.Date = r.o.Date
		}
		r.read = &quick.Context{Meeting: m, Names: r.o.Names, Kind: model.Action, Pasted: true}
	}
	return *r.read
}

// actionEntry is an action with what its words say of it, as when they are
// typed, and what stands beside them.
func (r *reader) actionEntry(g guess) model.Entry {
	text := typed(g.spans)
	e := model.Entry{Kind: model.Action, Text: text, Action: &model.ActionFacts{}}
	if read, err := quick.Read(text, r.context()); err == nil && read.Entry != nil && read.Entry.Text == text {
		e.Action = read.Entry.Action
	}
	plain := model.Plain(text)
	switch {
	case len(g.owners) > 0:
		e.Action.Owners = g.owners
	case len(e.Action.Owners) == 0:
		e.Action.Owners = r.ownersOf(plain)
	}
	if g.due != "" {
		e.Action.Due = quick.ParseDue(g.due, r.context().Meeting.Date)
	} else if e.Action.Due == (model.Due{}) {
		if m := deadline.FindStringSubmatch(plain); m != nil {
			e.Action.Due = quick.ParseDue(m[1], r.context().Meeting.Date)
		}
	}
	if n, err := strconv.Atoi(g.number); err == nil && n > 0 {
		e.Number = n
	} else if g.number != "" {
		e.Text += " (" + g.number + ")" // a number that is none is not lost
	}
	return e
}

var deadline = pattern.Of(`(?i)\b(?:deadline|due(?: date| by)?|target(?: date)?|timescale)\s*(?::|-|–|\bis\b)?\s*([^.;()]{3,30}?)\s*[.)\]]*$`)

// longestOwners is how many bytes may stand before the verb of an action.
const longestOwners = 120

// ownersOf are those whom the words of an action name before its verb, as the
// list of attendance has them, or as worded.
func (r *reader) ownersOf(text string) []string {
	text = strings.TrimSpace(strings.TrimLeft(text, "*"))
	if rest, ok := cutLead(text); ok {
		if owners := r.subject(rest); owners != nil {
			return owners
		}
		text = rest
	}
	if m := ledBy.FindStringSubmatch(text); m != nil {
		if owners := r.named(m[1], true); owners != nil {
			return owners
		}
	}
	at := toDo.FindStringIndex(text[:min(len(text), longestOwners)] + " ")
	if at == nil || at[0] > longestOwners {
		return nil
	}
	return r.named(text[:at[0]], !toBe.MatchString(text[at[0]:]))
}

// ledBy is an owner before a colon or a dash: "JS: write to", "JS - write to".
var ledBy = pattern.Of(`^([^:–—]{1,50}?)\s*(?::|\s[-–—])\s+\S`)

// cutLead takes "That the" off what an action is worded as: "That the Clerk
// contact the county".
func cutLead(text string) (string, bool) {
	for _, lead := range []string{"That ", "For ", "that ", "for "} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			return rest, true
		}
	}
	return text, false
}

// subject is whoever is known among the first words: the Clerk, of "the Clerk
// contact the county".
func (r *reader) subject(text string) []string {
	ts := wordsIn(text, 6)
	for n := min(5, len(ts)-1); n > 0; n-- {
		if name, ok := r.known(text[:ts[n].at]); ok {
			return []string{name}
		}
	}
	return nil
}

// named are the owners that words consist of; nil where one of them is none. A
// name that nobody on the list has counts only where loose.
func (r *reader) named(words string, loose bool) []string {
	if owner, ok := r.known(words); ok {
		return []string{owner}
	}
	var owners []string
	for _, name := range nameBreaks.Split(words, -1) {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		owner, ok := r.known(name)
		if !ok && loose && looksOwner(name) {
			owner, ok = article.ReplaceAllString(name, ""), true
		}
		if !ok {
			return nil
		}
		if !slices.Contains(owners, owner) {
			owners = append(owners, owner)
		}
	}
	return owners
}

var article = pattern.Of(`^(?i:the|both|our)\s+`)

// owner is whom words mean; ok says that it is somebody.
type owner struct {
	name string
	ok   bool
}

// known is the owner that words mean: somebody on the list, an office, or a
// group of people.
func (r *reader) known(words string) (string, bool) {
	o, had := r.owners[words]
	if !had {
		if r.owners == nil {
			r.owners = map[string]owner{}
		}
		o.name, o.ok = r.owner(words)
		r.owners[words] = o
	}
	return o.name, o.ok
}

func (r *reader) owner(words string) (string, bool) {
	name := strings.Trim(article.ReplaceAllString(strings.TrimSpace(words), ""), " .,:;()[]")
	if name == "" || len(name) > 60 || !unicode.IsUpper(firstRune(name)) && !strings.HasPrefix(name, "all ") {
		return "", false
	}
	ts := wordsIn(name, 7)
	last := strings.ToLower(ts[len(ts)-1].bare())
	post := offices[last] || groups[last]
	if len(ts) == 1 && post {
		return name, true // as when it is typed
	}
	if person, ok := r.person(name); ok {
		return person, true
	}
	if len(ts) > 5 || len(ts) < 2 || !officeFor(ts) && (!post || !precedes(ts[:len(ts)-1])) {
		return "", false
	}
	return name, true
}

// officeFor says whether words are an office and what it is for: "Head of Works".
func officeFor(ts []token) bool {
	return len(ts) > 2 && offices[strings.ToLower(ts[0].bare())] && (ts[1].text == "of" || ts[1].text == "for")
}

// precedes says whether words may stand before an office or a group: capitals, or
// what tells which one.
func precedes(ts []token) bool {
	for i, t := range ts {
		if !t.capital() && !joining[t.text] && i > 1 || imperatives[strings.ToLower(t.bare())] && i == 0 {
			return false
		}
	}
	return true
}

var (
	// offices are held by one person, groups consist of several.
	offices = set(`clerk chair chairman chairwoman chairperson convenor convener secretary treasurer president chancellor registrar
		director head manager officer administrator coordinator co-ordinator lead leader warden bursar headteacher principal editor webmaster
		captain mayor caretaker solicitor auditor surveyor accountant engineer handyman contractor trustee ceo cfo coo cto`)
	groups = set(`all everyone everybody staff team teams group committee subcommittee sub-committee board council members councillors directors
		trustees governors officers office secretariat panel executive department directorate management service services partnership association
		trust party chairs leads managers delegates partners representatives volunteers union forum authority agency`)
)

// looksOwner says whether words are made like a name that a list would have:
// initials, a name with its honorific, or names with capitals.
func looksOwner(name string) bool {
	name = article.ReplaceAllString(name, "")
	if initials(name) {
		return true
	}
	ts := wordsIn(name, 5)
	if len(ts) < 2 || len(ts) > 4 {
		return false
	}
	for _, t := range ts {
		if !t.capital() || noInitials[t.bare()] || strings.ContainsAny(t.text, ":;!?") {
			return false
		}
	}
	first := strings.ToLower(ts[0].bare())
	if roster.Honorific(first) {
		return true
	}
	return !imperatives[first] && !things[strings.ToLower(ts[len(ts)-1].bare())] && !openers[first] && !withSubject[first] && !leadIns[first]
}

// things are what is made or shown rather than somebody.
var things = set(`report paper minutes policy plan letter email note notes draft agenda update review item items list budget accounts website strategy
	document form survey register statement meeting day week month year date action actions fund grant project programme contract invoice road street lane
	hall lights fence bin bins sign signs risk risks data proposal presentation summary version amendment order orders standards scheme framework`)

// onlyOwner are the owners of which words consist and nothing else; nil where
// they say more.
func (r *reader) onlyOwner(words string) []string {
	words = strings.Trim(words, " .,;:()[]*–—-")
	if words == "" || len(words) > 80 || len(strings.Fields(words)) > 8 || toDo.MatchString(" "+words+" ") || notFilled(words) || result.MatchString(words) {
		return nil
	}
	return r.named(words, true)
}
