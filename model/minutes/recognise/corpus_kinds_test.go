package recognise

import (
	"slices"
	"strings"
	"unicode"

	"minutebook/model"
	"minutebook/model/roster"
)

// kindsScored are the kinds of thing that are compared, in the order of the
// table.
var kindsScored = []struct {
	name  string
	score func(Found, golden) score
}{
	{"attendees", scoreAttendees},
	{"items", scoreItems},
	{"actions", scoreActions},
	{"earlier actions", scoreEarlier},
	{"decisions", scoreDecisions},
}

// titles of people do not tell one from another.
var titles = map[string]bool{"mr": true, "mrs": true, "ms": true, "miss": true, "mx": true, "dr": true, "prof": true, "professor": true,
	"cllr": true, "councillor": true, "sir": true, "dame": true, "rev": true, "revd": true}

// tokens are the words of a text, in small letters.
func tokens(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
}

// named is somebody's name without titles.
func named(name string) string {
	words := tokens(name)
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// scoreAttendees compares names and marks. The annotations have no "in
// attendance": who is can be there as one present or as an observer.
func scoreAttendees(f Found, g golden) score {
	var found, there []string
	for _, a := range f.Meeting.Attendees {
		mark := string(a.Mark)
		if a.Mark == model.Present && a.Capacity != model.Member {
			mark = string(a.Capacity)
		}
		found = append(found, named(a.Name)+" | "+mark)
	}
	for _, a := range g.Attendees {
		there = append(there, named(a.Name)+" | "+a.Mark)
	}
	return compared(found, there, func(found, there string) bool {
		name, mark, _ := strings.Cut(found, " | ")
		wantName, want, _ := strings.Cut(there, " | ")
		if mark == string(model.Attending) {
			return name == wantName && (want == "present" || want == "observer")
		}
		if mark == string(model.Observing) {
			mark = "observer"
		}
		return name == wantName && mark == want
	})
}

// scoreItems compares titles, without the full stop or colon behind them.
func scoreItems(f Found, g golden) score {
	var found, there []string
	for _, it := range f.Meeting.Items {
		if it.Title != "" {
			found = append(found, strings.Join(strings.Fields(strings.TrimRight(it.Title, ".: ")), " "))
		}
	}
	for _, it := range g.Items {
		there = append(there, it.Title)
	}
	return compared(found, there, strings.EqualFold)
}

// firstWords is how many words tell one action or decision from another.
const firstWords = 6

// starts are the first words of a text.
func starts(s string) string {
	words := tokens(s)
	return strings.Join(words[:min(len(words), firstWords)], " ")
}

// owners are names in order, without "The" and titles.
func owners(names []string) string {
	var all []string
	for _, name := range names {
		if words := strings.Fields(name); len(words) > 1 && strings.EqualFold(words[0], "the") {
			name = strings.Join(words[1:], " ")
		}
		all = append(all, named(name))
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// begins says whether words of a text begin with those that are there, which
// may be fewer or end within one.
func begins(found, there string) bool {
	return found == there || there != "" && strings.HasPrefix(found+" ", there+" ")
}

// listedAs are names as the list of attendance has them: the annotations have
// owners as worded, with initials or a surname alone.
func listedAs(names []string, list []model.Attendee) []string {
	var all []string
	for _, name := range names {
		plain := roster.Plain(name)
		for _, a := range list {
			words := roster.Plain(a.Name)
			if initialled(a.Name, name) || len(plain) == 1 && len(words) > 1 && words[len(words)-1] == plain[0] {
				name = a.Name
				break
			}
		}
		all = append(all, name)
	}
	return all
}

// initialled says whether letters stand for a name: "AW" or "AWA" for Ada Warden.
func initialled(name, letters string) bool {
	words := roster.Plain(name)
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	return lettersOf(name) == letters || strings.EqualFold(words[0][:1]+last[:min(2, len(last))], letters)
}

func foundActions(f Found) []model.Entry {
	var all []model.Entry
	for _, it := range f.Meeting.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Action {
				all = append(all, e)
			}
		}
	}
	return all
}

// scoreActions compares owners and first words.
func scoreActions(f Found, g golden) score {
	var found, there []string
	for _, e := range foundActions(f) {
		var by []string
		if e.Action != nil {
			by = e.Action.Owners
		}
		found = append(found, owners(by)+" | "+starts(model.Plain(e.Text)))
	}
	for _, a := range g.Actions {
		there = append(there, owners(listedAs(a.Owners, f.Meeting.Attendees))+" | "+starts(a.Starts))
	}
	return compared(found, there, func(found, there string) bool {
		by, words, _ := strings.Cut(found, " | ")
		wantBy, want, _ := strings.Cut(there, " | ")
		return by == wantBy && begins(words, want)
	})
}

// scoreEarlier compares the first words of the actions of earlier meetings.
func scoreEarlier(f Found, g golden) score {
	var found, there []string
	for _, p := range f.Pieces {
		if p.As != EarlierAction {
			continue
		}
		if text := strings.TrimSpace(strings.TrimPrefix(textOf(f, p), p.Label)); text != "" {
			found = append(found, starts(unlabelled(text)))
		}
	}
	for _, a := range g.Earlier {
		there = append(there, starts(a.Starts))
	}
	return compared(found, there, begins)
}

// unnumbered are words without the printed number before them, unlabelled those
// without a label: the annotations have neither.
func unnumbered(text string) string {
	_, at := leading(text)
	return text[at:]
}

func unlabelled(text string) string {
	text = unnumbered(text)
	if lab, ok := labelAt(text); ok {
		return text[lab.end:]
	}
	return text
}

// textOf is what a piece became in words.
func textOf(f Found, p Piece) string {
	var texts []string
	for _, it := range f.Meeting.Items {
		for _, e := range it.Entries {
			if slices.Contains(p.IDs, e.ID) {
				texts = append(texts, model.Plain(e.Text))
			}
		}
	}
	return strings.Join(texts, " ")
}

// scoreDecisions compares the first words of decisions, of motions, and of what
// approves earlier minutes.
func scoreDecisions(f Found, g golden) score {
	var found, there []string
	for _, it := range f.Meeting.Items {
		for _, e := range it.Entries {
			if e.Kind == model.Decision || e.Kind == model.Motion || e.Approves != nil {
				found = append(found, starts(unnumbered(model.Plain(e.Text))))
			}
		}
	}
	for _, d := range g.Decisions {
		there = append(there, starts(d.Starts))
	}
	return compared(found, there, begins)
}
