package roster

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/find"
)

// honorifics are what stands before a name and belongs to it, folded.
var honorifics = set(`mr mrs ms miss mx dr prof professor cllr councillor rev revd reverend canon father fr sister imam rabbi sir dame lord lady
	baron baroness viscount earl hon honourable right rt judge hhj justice alderman ald cdr cdre commander commodore capt captain lt lieutenant
	col colonel maj major gen general brig brigadier adm admiral sgt sergeant insp inspector supt superintendent const constable rear pc dc ds di dci ac acc dac cpt`)

// postWords tell that words are a post rather than a name.
var postWords = set(`chair chairman chairwoman chairperson vice-chair vicechair president vice treasurer secretary clerk director manager officer
	chief executive head deputy assistant member trustee governor councillor adviser advisor lead leader auditor accountant engineer surveyor
	solicitor counsel commissioner commander administrator coordinator co-ordinator registrar bursar warden steward master representative rep
	observer minutes minute-taker convenor convener principal dean professor lecturer consultant analyst planner inspector controller ceo cfo coo
	partner associate fellow student editor architect archivist curator harbourmaster mayor minister vicar rector nurse doctor teacher acting interim`)

// groupWords tell that words are an organisation rather than a name.
var groupWords = set(`authority council board committee panel trust ltd limited plc llp association society federation union office department
	dept ministry agency service services university college school institute commission company group partnership foundation charity club
	constabulary coastguard navy police hospital nhs port ports harbour church parish diocese bank centre forum network team division unit
	borough county district government assembly parliament organisations organisation directorate secretariat members officers observers
	councillors governors trustees directors residents tenants delegates`)

// capacityWords are what lists call the capacities, folded.
var capacityWords = map[string]model.Capacity{
	"member": model.Member, "members": model.Member, "present": model.Member, "voting": model.Member, "voting member": model.Member, "voting members": model.Member,
	"board members": model.Member, "committee members": model.Member, "membership": model.Member, "attendees": model.Member, "trustees": model.Member,
	"attending": model.Attending, "in attendance": model.Attending, "attendance": model.Attending, "also present": model.Attending, "also attending": model.Attending,
	"attendee": model.Attending, "officers": model.Attending, "officers in attendance": model.Attending, "non voting": model.Attending, "by invitation": model.Attending, "guests": model.Attending,
	"observing": model.Observing, "observer": model.Observing, "observers": model.Observing,
}

// away are headings over people of a roster who did not come.
var away = set("apologies absent apologies for absence")

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

func fold(words string) string   { return strings.Join(find.Tokens(words), " ") }
func sameWords(a, b string) bool { return fold(a) == fold(b) }
func anyOf(words string, in map[string]bool) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool {
		return in[strings.Trim(w, ".,;:()'’")]
	})
}

// isPost and isGroup say whether words have one in them that names hardly have.
func isPost(words string) bool  { return anyOf(words, postWords) }
func isGroup(words string) bool { return anyOf(words, groupWords) }

// honoured says whether a name begins with an honorific.
func honoured(name string) bool {
	return len(strings.Fields(name)) > 1 && len(plainName(name)) < len(find.Tokens(name))
}

// plainName are the words of a name without honorifics, folded.
func plainName(name string) []string {
	words := find.Tokens(name)
	for len(words) > 1 && honorifics[words[0]] {
		words = words[1:]
	}
	return words
}

// isName says whether words look like those of one person: two to six of them
// with capitals, or one after an honorific, and neither post nor organisation.
func isName(words string) bool {
	if strings.ContainsAny(words, "@0123456789:;<>") || isGroup(words) && !honoured(words) {
		return false
	}
	rest := strings.Fields(words)
	if len(rest) < 2 || len(rest) > 7 {
		return false
	}
	if isPost(strings.Join(rest[1:], " ")) || isPost(words) && !honoured(words) {
		return false
	}
	capitals := 0
	for _, w := range rest {
		if r := []rune(strings.TrimLeft(w, "('’\"")); len(r) > 0 && (unicode.IsUpper(r[0]) || !unicode.IsLower(r[0]) && unicode.IsLetter(r[0])) {
			capitals++
		}
	}
	return capitals >= 2
}

var (
	bullet  = regexp.MustCompile(`^\s*(?:[-*\x{2022}\x{2023}\x{25aa}\x{25cf}\x{25e6}\x{00b7}\x{f0b7}o\x{2013}\x{2014}]\s+|[-*\x{2022}\x{25cf}\x{00b7}]|\(?\d{1,3}[.)]\s*|\(?[a-z][.)]\s+)`)
	address = regexp.MustCompile(`[^\s<>;,"'()\[\]:|]+@[^\s<>;,"'()\[\]|]+\.[^\s<>;,"'()\[\]|.]+|[^\s<>;,"'()\[\]:|]+@[^\s<>;,"'()\[\]|]+`)
)

// unbulleted is a line without the mark or number of a list at its front.
func unbulleted(line string) string {
	rest := line
	if at := bullet.FindStringIndex(line); at != nil {
		rest = line[at[1]:]
	}
	if tidy(rest) == "" {
		return tidy(line)
	}
	return tidy(rest)
}

// cutBrackets takes brackets off the end of words.
func cutBrackets(words string) (rest, inside string) {
	words = strings.TrimRight(words, " .;,")
	if !strings.HasSuffix(words, ")") {
		return words, ""
	}
	i := strings.LastIndexByte(words, '(')
	if i <= 0 {
		return words, ""
	}
	return tidy(words[:i]), tidy(words[i+1 : len(words)-1])
}
