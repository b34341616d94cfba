package recognise

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/pattern"
	"minutebook/model/roster"
)

// section is what a heading or a label says of the people below or behind it.
type section struct {
	kind     sectionKind
	mark     model.Mark
	capacity model.Capacity
	remote   bool
	// chair and clerk say that it names who took the chair or the minutes, post
	// is the office that a label names.
	chair, clerk bool
	post         string
	group        string
	// label are its words as printed.
	label string
}

type sectionKind int

const (
	notSection sectionKind = iota
	// strong sections begin a list of attendance wherever they stand, weak ones
	// belong to it near others.
	strong
	weak
	// office names who did something, such as taking the chair.
	office
	// public counts those who watched; distribution is no attendance.
	public
	distribution
)

// labelFillers are the words that labels have beside those that tell.
var labelFillers = set(`board council councillors councillor committee committees members member trustees trustee directors director governors governor the of for and from in at
	by with also were was received list those people who are is sent givenName all meeting nameWord other others s voting non parish town group panel partners
	representatives representative committee's our to be noted accepted tendered management executive full at association club society
	roll call quorum as following via on invited invitees in-attendance mins following record lead have has been had attend attending attended`)

// labelTellers are the words of labels that tell, and what.
var labelTellers = []struct {
	words string
	section
}{
	{"distribution distributed circulation circulated cc copied copies", section{kind: distribution}},
	{"public", section{kind: public}},
	{"apologies apology regrets excused", section{kind: strong, mark: model.Apologies}},
	{"absent absence absences absentees absentee", section{kind: weak, mark: model.Absent}},
	{"phone telephone zoom teams remote remotely online virtual virtually video videoconference dial dialled skype webex", section{kind: weak, mark: model.Present, remote: true}},
	{"observers observer observing", section{kind: weak, mark: model.Present, capacity: model.Observing}},
	{"guests guest visitors visitor invitation", section{kind: weak, mark: model.Present, capacity: model.Attending}},
	{"staff officers advisers advisors adviser advisor secretariat", section{kind: weak, mark: model.Present, capacity: model.Attending}},
	{"presiding presided chair chairman chairwoman chairperson chaired convenor convener", section{kind: office, mark: model.Present, chair: true}},
	{"scribe scribes minute minutes minute-taker minutetaker taker taken recorder notes note clerk secretary", section{kind: office, mark: model.Present, clerk: true}},
	{"present attendees attendee attendance participants participant sederunt", section{kind: strong, mark: model.Present}},
}

// labelled is the section that words head, with their rest behind a colon or a
// dash. ok is false where they head none.
func labelled(words string) (s section, rest string, ok bool) {
	words = strings.TrimSpace(strings.Trim(words, "*_# "))
	head, rest, colon := strings.Cut(words, ":")
	if colon {
		rest = strings.TrimLeft(rest, "*_ ")
		if s, ok = sectionOf(head); ok {
			s.label = strings.TrimSpace(strings.Trim(head, "*_"))
			return s, leadIn.ReplaceAllString(strings.TrimSpace(rest), ""), true
		}
	}
	if s, ok = sectionOf(words); ok {
		s.label = words
		return s, "", true
	}
	for _, mark := range []string{" - ", " – ", " — ", "\t"} {
		if head, rest, cut := strings.Cut(words, mark); cut && len(head) < 80 {
			if s, ok = sectionOf(head); ok && s.kind != notSection && namesFirst(rest) {
				s.label = strings.TrimSpace(head)
				return s, strings.TrimSpace(rest), true
			}
		}
	}
	return headed(words)
}

// leadIn is what stands between a label and the names: "received from".
var leadIn = pattern.Of(`(?i)^(?:(?:were|was|have been|had been) )?(?:received|accepted|noted|given|sent|tendered)(?: and [a-z]+)? (?:from|by|for):? +`)

// labelsWithin cuts words before each label in them: "Present: ... Apologies:
// ...".
func labelsWithin(words string) []string {
	var cut []string
	from := 0
	for i := range len(words) {
		if words[i] != ':' {
			continue
		}
		if at := labelBefore(words[from:i]); at > 0 {
			cut = append(cut, strings.TrimSpace(words[from:from+at]))
			from += at
		}
	}
	return append(cut, strings.TrimSpace(words[from:]))
}

// labelBefore is where the label begins that ends words, behind others; 0 where
// there is none. It takes no more words than it needs: those before it may be
// somebody's post.
func labelBefore(words string) int {
	found := 0
	for at, n := len(words), 0; n < 4; n++ {
		if at = strings.LastIndexAny(words[:at], " \t"); at <= 0 {
			break
		}
		label := words[at+1:]
		first, _, _ := strings.Cut(label, " ")
		if found > 0 && !wordIn("in also not members councillors trustees directors governors staff officers others", strings.ToLower(first)) {
			break
		}
		if _, ok := sectionOf(label); ok && capitalWord(label) {
			found = at + 1
		}
	}
	return found
}

// headed reads a label that no mark parts from the names behind it: "Present
// Mrs A Reed, ...", "In attendance J Hope".
func headed(words string) (section, string, bool) {
	first, _, _ := strings.Cut(words, " ")
	first = strings.ToLower(first)
	if tellerOf(first) < 0 && !labelFillers[first] || apologiesFrom.MatchString(words) {
		return section{}, words, false // or a sentence
	}
	fields := strings.Fields(words)
	for n := min(4, len(fields)-1); n > 0; n-- {
		s, ok := sectionOf(strings.Join(fields[:n], " "))
		if !ok || s.kind != strong {
			continue
		}
		rest := strings.Join(fields[n:], " ")
		if name, _, sure := nameAt(fields[n:]); sure == knownName && len(name) > 1 || nobodyNote.MatchString(rest) {
			s.label = strings.Join(fields[:n], " ")
			return s, rest, true
		}
	}
	return section{}, words, false
}

// namesFirst says whether words begin with a name.
func namesFirst(words string) bool {
	_, _, sure := nameAt(strings.Fields(words))
	return sure > 0 || nobodyNote.MatchString(words)
}

// sectionOf reads the words of a label.
func sectionOf(label string) (section, bool) {
	if len(label) > 100 {
		return section{}, false
	}
	label = strings.Trim(label, " *_#:.-–—|")
	words := find.Tokens(label)
	if len(words) == 0 || len(words) > 8 || len(label) > 80 {
		return section{}, false
	}
	found, post, ok := teller(words)
	folded := strings.Join(words, " ")
	switch {
	case !ok:
		return section{}, false
	case found < 0:
		return membersOnly(folded, label, post)
	case notThere.MatchString(folded):
		return section{kind: weak, mark: model.Absent}, true
	}
	s := labelTellers[found].section
	presence := strings.Contains(folded, "present") || strings.Contains(folded, "attend")
	if s.kind == office && (!presence || strings.Contains(folded, "minute")) {
		return officeOf(s, words, label)
	}
	return s.beside(folded, presence, post), true
}

// beside is a section as the other words of its label have it: "Officers
// present", "Also in attendance".
func (s section) beside(folded string, presence, post bool) section {
	switch {
	case s.kind == office:
		return section{kind: strong, mark: model.Present, capacity: model.Attending}
	case s.kind == strong && s.mark == model.Present && (post || inAttendance.MatchString(folded) && !ofMembers.MatchString(folded)):
		s.capacity = model.Attending
	case s.capacity == model.Attending && presence:
		s.kind = strong
	}
	return s
}

var (
	notThere     = pattern.Of(`\b(?:not present|not attending|did not attend|non attendance)\b`)
	inAttendance = pattern.Of(`^(?:also|others?) |\bin attendance$`)
	ofMembers    = pattern.Of(`^(?:[a-z]+ )*(?:members|councillors) in attendance$`)
)

// teller is which of labelTellers the words of a label have, the first of them,
// -1 for none, and whether a post or an organisation is among them. ok is false
// where they have others, too.
func teller(words []string) (found int, post, ok bool) {
	found = -1
	for _, w := range words {
		at := tellerOf(w)
		switch {
		case at >= 0 && (found < 0 || at < found):
			found = at
		case at >= 0 || labelFillers[w]:
		case roster.NamesPost(w) || roster.NamesGroup(w) || workWords[w]:
			post = true
		default:
			return found, post, false
		}
	}
	return found, post, true
}

// membersOnly reads a label such as "Councillors" or "Treasurer".
func membersOnly(folded, label string, post bool) (section, bool) {
	switch folded {
	case "members", "board members", "committee members", "council members", "councillors", "trustees", "directors", "governors", "parish councillors",
		"town councillors", "voting members", "full members", "the board", "the committee", "those attending", "attending", "who attended", "people":
		return section{kind: weak, mark: model.Present}, true
	case "also attending", "others attending", "invited", "invitees", "non voting", "non voting members", "management":
		return section{kind: weak, mark: model.Present, capacity: model.Attending}, true
	}
	if post && roster.NamesPost(label) && !roster.NamesGroup(label) && len(strings.Fields(folded)) <= 4 {
		return section{kind: office, mark: model.Present, post: label}, true
	}
	return section{}, false
}

// officeOf reads a label of who took the chair or the minutes. "Vice Chair" is
// a post like others.
func officeOf(s section, words []string, label string) (section, bool) {
	folded := strings.Join(words, " ")
	switch {
	case len(words) > 5:
		return section{}, false
	case slices.Contains(words, "vice") || slices.Contains(words, "deputy"):
		return section{kind: office, mark: model.Present, post: label}, true
	case aboutMinutes.MatchString(folded) || s.clerk && slices.Contains(words, "meeting"):
		return section{}, false
	}
	s.post = officeWord(words, label)
	return s, true
}

// aboutMinutes finds labels that are about minutes rather than about who took
// them.
var aboutMinutes = pattern.Of(`^(?:note|(?:minutes|notes?) of\b.*)$|\b(?:reports?|item|previous|last|approval|approved|draft|agreed|confirmed)\b`)

// officeWord is the post that a label of an office gives: "Clerk" does, "Minutes
// taken by" does not.
func officeWord(words []string, label string) string {
	if len(words) <= 2 {
		switch words[len(words)-1] {
		case "chair", "chairman", "chairwoman", "chairperson", "clerk", "secretary", "convenor", "convener", "scribe":
			return label
		}
	}
	return ""
}

// tellerWords are the words that tell, each with its place among labelTellers.
var tellerWords = func() map[string]int {
	all := map[string]int{}
	for i, t := range labelTellers {
		for _, w := range strings.Fields(t.words) {
			all[w] = i
		}
	}
	return all
}()

func tellerOf(word string) int {
	if i, ok := tellerWords[word]; ok {
		return i
	}
	return -1
}

// wordIn says whether a word is one of a list with spaces between them.
func wordIn(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if w == word {
			return true
		}
	}
	return false
}
