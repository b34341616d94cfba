package compare

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/diff"
)

// Matched is the earlier version with the identities of the later wherever it
// has the same person, item or entry: by identity first, then by what they say,
// since versions that come from files may have no identities in common.
func Matched(earlier, later model.Meeting) model.Meeting {
	out := earlier.Clone()
	out.ID = later.ID
	people := matchPeople(out.Attendees, later.Attendees)
	for i := range out.Attendees {
		out.Attendees[i].ID = renamed(people, out.Attendees[i].ID)
	}
	out.Chair, out.Clerk = renamed(people, out.Chair), renamed(people, out.Clerk)
	items := matchItems(out.Items, later.Items)
	for i := range out.Items {
		out.Items[i].ID = renamed(items, out.Items[i].ID)
	}
	entries := matchEntries(out, later)
	out.Frozen = out.Frozen.Renamed(items).Renamed(entries)
	for i := range out.Items {
		for j := range out.Items[i].Entries {
			e := &out.Items[i].Entries[j]
			e.ID = renamed(entries, e.ID)
			if e.Movement != nil {
				e.Movement.Who = renamed(people, e.Movement.Who)
			}
		}
	}
	return out
}

func renamed(names map[model.ID]model.ID, id model.ID) model.ID {
	if to, ok := names[id]; ok {
		return to
	}
	return id
}

// thing is a person, an item or an entry as it is matched: by identity, by the
// words that it is known by, by what it says.
type thing struct {
	id model.ID
	// sort keeps apart what is never the same, such as a bullet and an action.
	sort, words string
}

// matching pairs the things of two versions.
type matching struct {
	to   map[model.ID]model.ID
	used map[model.ID]bool
}

func newMatching() matching { return matching{map[model.ID]model.ID{}, map[model.ID]bool{}} }

func (m matching) pair(a, b thing) {
	m.to[a.id] = b.id
	m.used[b.id] = true
}

// left are the things that are not matched yet.
func (m matching) left(a, b []thing) (restA, restB []thing) {
	for _, t := range a {
		if _, ok := m.to[t.id]; !ok {
			restA = append(restA, t)
		}
	}
	for _, t := range b {
		if !m.used[t.id] {
			restB = append(restB, t)
		}
	}
	return restA, restB
}

func (m matching) byID(a, b []thing) {
	ids := map[model.ID]bool{}
	for _, t := range b {
		ids[t.id] = true
	}
	for _, t := range a {
		if ids[t.id] && !m.used[t.id] {
			m.pair(t, t)
		}
	}
}

// byWords pairs what says the very same, first with first.
func (m matching) byWords(a, b []thing) {
	a, b = m.left(a, b)
	same := map[[2]string][]thing{}
	for _, t := range b {
		k := [2]string{t.sort, t.words}
		same[k] = append(same[k], t)
	}
	for _, t := range a {
		k := [2]string{t.sort, t.words}
		if list := same[k]; len(list) > 0 && t.words != "" {
			m.pair(t, list[0])
			same[k] = list[1:]
		}
	}
}

// reach is how many things further on a likeness is looked for: it bounds the
// time for versions that have little in common.
const reach = 30

// byLikeness pairs each thing with the one that is most like it, where that is
// like enough.
func (m matching) byLikeness(a, b []thing, enough float64) {
	a, b = m.left(a, b)
	for i, t := range a {
		best, most := -1, enough
		from := min(max(0, i*len(b)/max(1, len(a))-reach), len(b))
		for j := from; j < min(from+2*reach, len(b)); j++ {
			if m.used[b[j].id] || b[j].sort != t.sort {
				continue
			}
			if l := diff.Likeness(t.words, b[j].words); l > most || l == most && best < 0 {
				best, most = j, l
			}
		}
		if best >= 0 {
			m.pair(t, b[best])
		}
	}
}

func matchPeople(a, b []model.Attendee) map[model.ID]model.ID {
	m := newMatching()
	things := func(list []model.Attendee, of func(model.Attendee) (sort, words string)) []thing {
		var out []thing
		for _, p := range list {
			sort, words := of(p)
			out = append(out, thing{p.ID, sort, words})
		}
		return out
	}
	by := func(of func(model.Attendee) (string, string)) ([]thing, []thing) { return things(a, of), things(b, of) }
	m.byID(by(func(p model.Attendee) (string, string) { return "", "" }))
	m.byWords(by(func(p model.Attendee) (string, string) { return "", string(p.Person) }))
	m.byWords(by(func(p model.Attendee) (string, string) { return "", p.Name }))
	x, y := by(func(p model.Attendee) (string, string) { return p.Group, p.Name })
	m.byLikeness(x, y, 0.5)
	return m.to
}

func matchItems(a, b []model.Item) map[model.ID]model.ID {
	m := newMatching()
	things := func(list []model.Item, of func(model.Item) string) []thing {
		var out []thing
		for _, it := range list {
			out = append(out, thing{it.ID, "", of(it)})
		}
		return out
	}
	by := func(of func(model.Item) string) ([]thing, []thing) { return things(a, of), things(b, of) }
	title := func(it model.Item) string {
		if it.Opening() {
			return "\n" // unlike any title
		}
		return it.Title
	}
	m.byID(by(title))
	m.byWords(by(func(it model.Item) string { return it.Reference + "\n" + title(it) }))
	m.byWords(by(title))
	x, y := by(title)
	m.byLikeness(x, y, 0.5)
	x, y = by(func(it model.Item) string {
		var words []string
		for _, e := range it.Entries {
			words = append(words, e.Text)
		}
		return strings.Join(words, "\n")
	})
	x, y = slices.DeleteFunc(x, wordless), slices.DeleteFunc(y, wordless)
	m.byLikeness(x, y, 0.6)
	return m.to
}

func wordless(t thing) bool { return t.words == "" }

// matchEntries pairs entries, within their items before anywhere else. The items
// have their identities in common by now.
func matchEntries(a, b model.Meeting) map[model.ID]model.ID {
	m := newMatching()
	var allA, allB []thing
	inA, inB := entriesByItem(a), entriesByItem(b)
	for _, it := range a.Items {
		allA = append(allA, inA[it.ID]...)
	}
	for _, it := range b.Items {
		allB = append(allB, inB[it.ID]...)
	}
	m.byID(allA, allB)
	for _, it := range b.Items {
		m.byWords(inA[it.ID], inB[it.ID])
	}
	m.byWords(allA, allB)
	for _, it := range b.Items {
		m.byLikeness(inA[it.ID], inB[it.ID], 0.4)
	}
	m.byLikeness(allA, allB, 0.75)
	return m.to
}

func entriesByItem(m model.Meeting) map[model.ID][]thing {
	out := map[model.ID][]thing{}
	for _, it := range m.Items {
		for _, e := range it.Entries {
			out[it.ID] = append(out[it.ID], thing{e.ID, string(e.Kind), strings.TrimSpace(model.Plain(e.Text))})
		}
	}
	return out
}
