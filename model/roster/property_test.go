package roster

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var (
	givens   = []string{"Jane", "Tomas", "Zoë", "Ann-Marie", "Björn", "D’Arcy", "Li", "Siân"}
	surnames = []string{"Smith", "Reyes", "Ndiaye", "Halvorsen", "O’Neill", "Featherstonehaugh-Cholmondeley", "Wu", "Lindqvist", "Zelenka"}
	titles   = []string{"", "", "", "Dr ", "Mrs ", "Cllr ", "Cdr. "}
	posts    = []string{"", "Treasurer", "Chief Executive", "Acting Head of Estates", "Harbour Master", "Director of Finance, Pilotage and Crews"}
	groups   = []string{"Harbour Authority", "Town Council", "North Quay Trust", "Coastguard"}
)

func pick(t *rapid.T, of []string) string { return rapid.SampledFrom(of).Draw(t, "one") }

// people are some with names that differ.
func somePeople(t *rapid.T) []Line {
	var all []Line
	seen := map[string]bool{}
	for range rapid.IntRange(1, 12).Draw(t, "people") {
		name := pick(t, givens) + " " + pick(t, surnames)
		if seen[name] {
			continue
		}
		seen[name] = true
		all = append(all, Line{Name: pick(t, titles) + name, Post: pick(t, posts), Group: pick(t, groups),
			Mail: strings.ToLower(strings.ReplaceAll(strings.Join(plainName(name), "."), " ", ".")) + "@example.org"})
	}
	return all
}

// written are people in one of the ways that they come out of other programs.
func written(t *rapid.T, people []Line) string {
	var b strings.Builder
	way := rapid.SampledFrom([]string{"header", "table", "comma", "mail", "lines", "dashes", "headings", "bullets", "word", "front"}).Draw(t, "way")
	quoted := func(s string) string { return `"` + s + `"` }
	last := ""
	switch way {
	case "header":
		b.WriteString("Organisation\tName\tRole\tE-mail\n")
	case "comma":
		b.WriteString("Name,Post,Organisation,Email\n")
	}
	for _, p := range people {
		post := p.Post
		switch way {
		case "header":
			b.WriteString(p.Group + "\t" + p.Name + "\t" + post + "\t" + p.Mail)
		case "table":
			b.WriteString(p.Name + "\t" + post + "\t" + p.Group + "\t" + p.Mail)
		case "comma":
			b.WriteString(quoted(p.Name) + "," + quoted(post) + "," + p.Group + "," + p.Mail)
		case "mail":
			b.WriteString(p.Name + " <" + p.Mail + ">;")
		case "lines", "bullets", "word", "headings", "front":
			if way == "headings" && p.Group != last {
				b.WriteString("\n" + p.Group + "\n")
				last = p.Group
			}
			b.WriteString(map[string]string{"bullets": "• ", "word": "•\t", "front": p.Group + ": "}[way] + p.Name)
			if post != "" {
				b.WriteString(", " + post)
			}
		case "dashes":
			b.WriteString(strings.TrimSuffix(p.Name+" – "+post, " – "))
		}
		b.WriteString(rapid.SampledFrom([]string{"\n", "\r\n", " \n"}).Draw(t, "end"))
	}
	return b.String()
}

// However people are written, each of them is read once, by name.
func TestNoNameIsLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		people := somePeople(t)
		text := written(t, people)
		lines := Read(text)
		for _, p := range people {
			n := 0
			for _, l := range lines {
				if slices.Equal(plainName(l.Name), plainName(p.Name)) {
					n++
				}
			}
			if n != 1 {
				t.Fatalf("%q is read %d times from\n%s\nas\n%s", p.Name, n, text, brief(lines))
			}
		}
		if len(lines) != len(people) {
			t.Fatalf("%d people are read as %d from\n%s\nas\n%s", len(people), len(lines), text, brief(lines))
		}
	})
}

// Whatever is pasted, no words of a name go missing: they are a name, a post, a
// group, or said to be unsure.
func TestNoWordIsLost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		var names []string
		for range rapid.IntRange(1, 12).Draw(t, "parts") {
			if rapid.Bool().Draw(t, "a name") {
				name := pick(t, givens) + pick(t, surnames) // one word that nothing else has
				names = append(names, name)
				b.WriteString(name)
			}
			b.WriteString(pick(t, []string{"\n", "\t", ", ", "; ", " – ", " (", ") ", ": ", " ", `"`, "\n\n", "• ", "Treasurer", "Town Council", "Present", "Apologies:", "<a@b.example>", "1. ", " and "}))
		}
		lines := Read(b.String())
		var all strings.Builder
		for _, l := range lines {
			all.WriteString(strings.Join([]string{l.Name, l.Post, l.Group, l.Mail, about(l.Unsure)}, " ") + "\n")
			if tidy(l.Name) == "" || l.Name != tidy(l.Name) {
				t.Fatalf("the name %q of\n%s", l.Name, b.String())
			}
		}
		for _, name := range names {
			if !strings.Contains(all.String(), name) {
				t.Fatalf("%q is lost of\n%q\nread as\n%s", name, b.String(), all.String())
			}
		}
	})
}

// What was pasted once changes nothing when it is pasted again.
func TestTheSamePasteAgainChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lines := Read(written(t, somePeople(t)))
		ids := counter()
		body, saves := Apply(bodyOf(), Plan(bodyOf(), nil, lines, Options{Today: "2026-11-21"}, ids))
		if len(body.Seats) != len(lines) || len(saves) != len(lines) {
			t.Fatalf("%d lines make %d seats and %d people", len(lines), len(body.Seats), len(saves))
		}
		for _, s := range Plan(body, kept(saves), lines, Options{Today: "2026-11-21", Whole: true}, ids) {
			if s.Do != Keep {
				t.Fatalf("again: %s %+v, was %+v", s.Do, s.Seat, s.Was)
			}
		}
	})
}
