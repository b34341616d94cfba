package recognise

import (
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/pattern"
)

// about is what the words about one person say of them, and how sure that is.
type about struct {
	person
	sure float64
}

var (
	itemNote   = pattern.Of(`(?i)^(?:for |part(?:ly)?,? |present for |attended |only )*(?:agenda )?(?:items?|minutes?|paras?|nos?\.?) ((?:\d+[\w./]*|[ivx]+)(?:(?:\s*(?:,|&|and|to|-|–)\s*)+\d+[\w./]*)*)(?: only)?$`)
	remoteNote = pattern.Of(`(?i)^(?:(?:joined|joining|attended|attending|present|participated|participating|dialled in|dialed in|dialling in)?,? ?(?:via|by|on|over|through|using)? ?(?:the |an? |ms |microsoft |google )?(?:tele)?(?:phone|phone call|zoom|teams|skype|webex|meet|video|video ?conf\.?|video ?conferenc(?:e|ing)|video ?link|video call|conference call|conference|link|dial[- ]?in|tele ?conf\.?|teleconference|telecon|call)|remote|remotely|remote attendance|online|on-line|virtual|virtually|dial(?:l)?ed in)(?: only)?$`)
	deputyNote = pattern.Of(`(?i)^(?:(?:as |acting as )?(?:a )?(?:deputy|deputising|deputizing|substitute|substituting|sub|alternate|alternative|proxy|standing in|stand-in|covering|attending|present)(?: on behalf)?(?: for| of| to)|on behalf of|in place of|instead of|vice|pp) (.+)$`)
	timeNote   = pattern.Of(`(?i)^(?:from|until|till|to|left|leaving|departed|arrived|arriving|arrival|joined|joining|in at|out at|part|partial|late)\b`)
	chairNote  = pattern.Of(`(?i)^(?:(?:in|as|taking) the )?(?:acting |meeting )?(?:chair|chairman|chairwoman|chairperson|chairing|presiding|convenor|convener)(?: of the (?:board|committee|council|meeting|group|panel))?$`)
	clerkNote  = pattern.Of(`(?i)^(?:(?:the )?(?:parish |town |board |council |committee |acting |deputy )?clerk(?: to the [a-z ]+)?|minutes?|minute[- ]taker|minutes secretary|(?:taking )?(?:the )?(?:minutes|notes)|note[- ]taker|scribe|recording secretary)$`)
	reasonNote = pattern.Of(`(?i)\b(?:work|working|holidays?|vacation|ill|illness|sick|sickness|unwell|leave|family|personal|commitments?|reasons?|medical|appointment|away|travel|travelling|abroad|engagement|prior|childcare|bereavement|unavailable|covid|isolating|accepted|other meeting|another meeting|due to|because|business trip|resigned|excused|delayed|maternity|paternity)\b`)
	nobodyNote = pattern.Of(`(?i)^\W*(?:none|nil|no one|nobody|n/?a|not applicable|no apologies|none received|none recorded|there were none|none were received|no apologies (?:were |had been )?(?:received|recorded))\W*$`)
	afterName  = pattern.Of(`^(?:Jr\.?|Sr\.?|II|III|KC|QC|JP|DL|MP|MS|MSP|MLA|OBE|MBE|CBE|KBE|DBE|BEM|QPM|KPM|FRS|PhD|MA|BA|BSc|MSc|CPFA|FCA|ACA|FRICS)$`)
	apartFrom  = pattern.Of(`\s*\t\s*|\s+[-–—]+\s+|\s+[-–—]|[–—]\s+|\s*:\s+`)
)

// personOf reads the words about one person: "Name (INITIALS) - Organisation",
// "Name, Post (item 3)", "Post Name". sure is 0 where nobody is named.
func personOf(words string, s section) about {
	a := about{person: person{Attendee: model.Attendee{Mark: s.mark, Capacity: s.capacity, Group: s.group, Remote: s.remote}, chair: s.chair, clerk: s.clerk}}
	words = strings.Trim(without(words, "and", "&", "from", "with", "also", "by"), " ,;.*_|/–—")
	for _, j := range []string{" and", " &"} {
		words = strings.TrimRight(strings.TrimSuffix(words, j), " ,;")
	}
	if name, ok := surnameFirst(tidy(words)); ok {
		words = name
	}
	words = a.brackets(words, s)
	name, post := a.cut(words)
	if len(name) == 0 {
		a.sure = 0
		return a
	}
	a.Name = strings.Join(name, " ")
	a.setPost(post, s)
	return a
}

func tidy(words string) string { return strings.Join(strings.Fields(words), " ") }

// without takes joining words off the front.
func without(words string, front ...string) string {
	words = strings.TrimLeft(words, " ,;\t")
	for _, j := range front {
		if len(words) > len(j) && strings.EqualFold(words[:len(j)], j) && words[len(j)] == ' ' {
			return without(words[len(j):], front...)
		}
	}
	return words
}

// cut cuts words into the name and what is said of the person.
func (a *about) cut(words string) (name []string, post string) {
	left, right := cutPost(words)
	fields := strings.Fields(strings.Trim(left, " ,;"))
	name, rest, sure := nameAt(fields)
	if len(rest) > 0 && sure <= singleName {
		if before, after := postFirst(fields); after != nil {
			a.sure = likelyName
			return after, withMore(strings.Join(before, " "), right)
		}
	}
	for len(rest) > 0 && afterName.MatchString(strings.Trim(rest[0], ",")) {
		name, rest = append(name[:len(name):len(name)], rest[0]), rest[1:]
	}
	a.sure = sure
	if sure == singleName && len(rest) > 0 && (postWord(rest[0]) || !capitalWord(rest[0]) && !a.note(strings.Join(rest, " "), section{}, nil)) {
		a.sure = 0
	}
	return name, withMore(strings.Join(rest, " "), right)
}

// cutPost cuts words at what parts a name from a post: a dash, a column or a
// comma. Letters behind the name belong to it.
func cutPost(words string) (left, right string) {
	at, comma := apartFrom.FindStringIndex(words), strings.IndexByte(words, ',')
	switch {
	case at != nil && (comma < 0 || at[0] < comma):
		if left, right = words[:at[0]], words[at[1]:]; leftIn(left, right) {
			return right, ""
		}
	case comma >= 0:
		left, right = words[:comma], strings.TrimSpace(words[comma+1:])
		for next, rest, _ := strings.Cut(right, ","); afterName.MatchString(strings.TrimSpace(next)); next, rest, _ = strings.Cut(right, ",") {
			left, right = left+", "+strings.TrimSpace(next), strings.TrimSpace(rest)
		}
	default:
		left = words
	}
	return left, right
}

// leftIn says whether words before a name are what a template tells the
// clerk to do, which nobody took out.
func leftIn(words, name string) bool {
	return shouts(words) && !shouts(name) && namesFirst(name)
}

// shouts says whether words are several in capitals.
func shouts(words string) bool {
	return len(strings.Fields(words)) > 1 && strings.ToUpper(words) == words
}

// withMore is words with more behind a comma, where there is both.
func withMore(words, more string) string {
	words, more = strings.Trim(tidy(words), " ,;"), strings.Trim(tidy(more), " ,;")
	if words != "" && more != "" {
		words += ", "
	}
	return words + more
}

// brackets takes what brackets say of a person out of words. Those that are
// part of a post stay.
func (a *about) brackets(words string, s section) string {
	from := 0
	var later []string
	for {
		open := strings.IndexAny(words[from:], "([")
		if open < 0 {
			break
		}
		open += from
		end, after := closingBracket(words, open)
		inside := strings.Trim(words[open+1:end], " .,;")
		before := strings.Fields(words[:open])
		name, rest, _ := nameAt(trimmed(before))
		behind := len(name) > 0 && len(rest) == 0
		if !behind {
			_, name = postFirst(trimmed(before))
			behind = len(name) > 0
		}
		switch {
		case a.notes(inside, s, name):
		case behind && inside != "":
			inside = a.initialsOff(inside, name)
			later = append(later, inside)
		default:
			from = after
			continue
		}
		words = strings.TrimRight(words[:open], " ") + " " + strings.TrimLeft(words[after:], " ")
	}
	if len(later) > 0 {
		a.setPost(strings.Join(later, ", "), s)
	}
	return strings.TrimSpace(words)
}

// initialsOff takes the initials off the front of what brackets say: "(MW,
// Chair)".
func (a *about) initialsOff(inside string, name []string) string {
	at := initialsBefore.FindStringSubmatchIndex(inside)
	if at == nil || a.initials != "" || !areInitials(inside[:at[3]], name) {
		return inside
	}
	a.initials = inside[:at[3]]
	return inside[at[1]:]
}

// initialsBefore finds letters that may be initials before more.
var initialsBefore = pattern.Of(`^(\p{Lu}[\p{L}]{1,4})(?: *[,;:/–—] *| - )`)

// trimmed are words without the marks between them and what follows.
func trimmed(words []string) []string {
	if n := len(words); n > 0 && strings.Trim(words[n-1], "-–—,;:") == "" {
		return words[:n-1]
	}
	return words
}

// closingBracket finds where brackets end, and where the words go on: where nobody
// closed them, at the end of the words.
func closingBracket(words string, open int) (end, after int) {
	depth := 0
	for i := open; i < len(words); i++ {
		switch words[i] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return i, i + 1
			}
		}
	}
	return len(words), len(words)
}

// notes reads what brackets say, where all of it is known: parts with commas or
// semicolons between them.
func (a *about) notes(inside string, s section, name []string) bool {
	if a.note(inside, s, name) {
		return true
	}
	cut := strings.FieldsFunc(inside, func(c rune) bool { return c == ';' || c == ',' })
	if len(cut) < 2 {
		return false
	}
	try := *a
	for _, part := range cut {
		if !try.note(strings.TrimSpace(part), s, name) {
			return false
		}
	}
	*a = try
	return true
}

// note reads one fact about a person.
func (a *about) note(words string, s section, name []string) bool {
	words = strings.Trim(tidy(words), " ,;.")
	if m := itemNote.FindStringSubmatch(words); m != nil {
		a.Items = append(a.Items, references(m[1])...)
		return true
	}
	if remoteNote.MatchString(words) {
		a.Remote = true
		return true
	}
	if m := deputyNote.FindStringSubmatch(words); m != nil {
		if _, rest, sure := nameAt(strings.Fields(m[1])); sure > singleName && len(rest) == 0 {
			a.DeputyFor = m[1]
			return true
		}
	}
	if name != nil && areInitials(words, name) {
		a.initials = words
		return true
	}
	if s.mark != model.Present && s.mark != "" && reasonNote.MatchString(words) {
		a.Reason = withMore(a.Reason, words)
		return true
	}
	return false
}

// references are the items of "3, 4 and 6".
func references(words string) []string {
	words = strings.NewReplacer(" and ", ",", "&", ",").Replace(words)
	var refs []string
	for _, ref := range strings.Split(words, ",") {
		if ref = strings.TrimSuffix(strings.TrimSpace(ref), "."); ref != "" {
			refs = append(refs, ref)
		}
	}
	return refs
}

// areInitials says whether letters are how minutes abbreviate a name: "MW",
// "AWa", "DHO", each word's first letter and perhaps more of the last.
func areInitials(letters string, name []string) bool {
	if n := len([]rune(letters)); n < 2 || n > 5 || strings.ContainsAny(letters, " .,") || !unicode.IsUpper([]rune(letters)[0]) {
		return false
	}
	var words [][]rune
	for _, w := range strings.FieldsFunc(strings.Join(name, " "), func(c rune) bool { return c == ' ' || c == '-' }) {
		words = append(words, []rune(strings.ToLower(strings.TrimLeft(w, "'’"))))
	}
	return spells([]rune(strings.ToLower(letters)), words, 0)
}

// spells says whether letters are made of beginnings of words, in their order,
// at least two of which they take; used counts those that they took.
func spells(letters []rune, words [][]rune, used int) bool {
	if len(letters) == 0 {
		return used > 1
	}
	if len(words) == 0 {
		return false
	}
	if spells(letters, words[1:], used) {
		return true // this word is left out, as an honorific is
	}
	for n := 1; n <= len(letters) && n <= len(words[0]) && letters[n-1] == words[0][n-1]; n++ {
		if spells(letters[n:], words[1:], used+1) {
			return true
		}
	}
	return false
}

// endNotes are facts without brackets at the end of what is said of a person.
var endNotes = pattern.Of(`(?i)(?:^|[,;]? )((?:via|by|on|over) (?:the )?(?:tele)?(?:phone|zoom|teams|skype|webex|video ?conf\.?|video ?conferenc(?:e|ing)|video ?link|video call|conference call)|remotely|online|virtually|dialled in|(?:for )?items? \d[\d., &and-]*(?: only)?|(?:as deputy for|deputising for|deputizing for|deputy for|substituting for|substitute for|on behalf of|in place of) \p{Lu}[^,;]+)$`)

// untilItem is about when somebody came or left, which is no item of theirs.
var untilItem = pattern.Of(`(?i)^(?:to|until|till|up to|from|left|joined|arrived)\b[^,;]*\bitems? \d`)

// setPost gives the person what is said of them: their post, why they did not
// come, how they were there.
func (a *about) setPost(post string, s section) {
	post = strings.Trim(tidy(post), " ,;.")
	for m := endNotes.FindStringSubmatchIndex(post); m != nil && !untilItem.MatchString(post) && a.note(post[m[2]:m[3]], s, nil); m = endNotes.FindStringSubmatchIndex(post) {
		post = strings.Trim(post[:m[0]], " ,;")
	}
	switch {
	case post == "":
		return
	case a.note(post, s, nil):
		return
	case chairNote.MatchString(post) || chairNote.MatchString(firstOf(post)):
		a.chair = true
	case clerkNote.MatchString(post) || clerkNote.MatchString(firstOf(post)):
		a.clerk = true
	}
	if timeNote.MatchString(post) && strings.ContainsAny(post, "0123456789") {
		a.Post = withMore(a.Post, post)
		return
	}
	if beginsAny(post, "of ", "from ", "representing ") {
		_, post, _ = strings.Cut(post, " ")
	}
	a.Post = withMore(a.Post, post)
}

// firstOf are the words before the first comma, stroke or semicolon.
func firstOf(words string) string {
	if i := strings.IndexAny(words, ",;/"); i >= 0 {
		return strings.TrimSpace(words[:i])
	}
	return words
}
