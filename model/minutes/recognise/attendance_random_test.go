package recognise

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes/read"
)

var (
	someGiven    = []string{"Anna", "Tom", "Maya", "Peter", "Ruth", "Owen", "Leila", "Hugh", "Nadia", "Gareth", "Iris", "Karim", "Sheila", "Duncan", "Bethan"}
	someSurnames = []string{"Reed", "Hale", "Singh", "Lowe", "Okafor", "Marsden", "Trevelyan", "O'Hare", "Quist", "Ashby-Cole", "Pugh", "Lindqvist", "Farrow", "Dunmore", "Kerr",
		"Halloran", "Whitlock", "Nakamura", "Vance", "Ellery"}
	somePosts = []string{"Chair", "Treasurer", "Harbour Master", "Director of Finance", "Head of Planning and Policy", "Deputy Chief Executive", "Clerk to the Council",
		"Chief Engineer", "Vice Chair", "Secretary"}
	someTitles = []string{"Cllr", "Dr", "Mrs", "Mr"}
)

// someone is a person of a made-up list.
type someone struct{ name, post, initials string }

// drawPeople makes people of whom no two share a name.
func drawPeople(t *rapid.T, label string, titled, posted bool, least, most int, used map[string]bool) []someone {
	var list []someone
	for range rapid.IntRange(least, most).Draw(t, label) {
		given := rapid.SampledFrom(someGiven).Draw(t, "given")
		surname := rapid.SampledFrom(someSurnames).Draw(t, "surname")
		if used[surname] {
			continue
		}
		used[surname] = true
		p := someone{name: given + " " + surname, initials: given[:1] + surname[:1]}
		if titled {
			p.name = rapid.SampledFrom(someTitles).Draw(t, "title") + " " + p.name
		}
		if posted {
			p.post = rapid.SampledFrom(somePosts).Draw(t, "post")
		}
		list = append(list, p)
	}
	return list
}

// listManners print people in a manner of minutes.
var listManners = []struct {
	name           string
	titled, posted bool
	print          func(label string, people []someone) string
}{
	{"one a line", false, true, func(label string, people []someone) string {
		return label + "\n\n" + each(people, "\n", func(p someone) string { return p.name + ", " + p.post }) + "\n\n"
	}},
	{"bullets", false, true, func(label string, people []someone) string {
		return "## " + label + "\n\n" + each(people, "\n", func(p someone) string { return "* " + p.name + " (" + p.post + ")" }) + "\n\n"
	}},
	{"comma run with initials", false, false, func(label string, people []someone) string {
		return label + ": " + each(people, ", ", func(p someone) string { return p.name + " (" + p.initials + ")" }) + "\n"
	}},
	{"comma run with posts in brackets", true, true, func(label string, people []someone) string {
		return label + ": " + each(people, ", ", func(p someone) string { return p.name + " (" + p.post + ")" }) + "\n"
	}},
	{"comma run with and", true, false, func(label string, people []someone) string {
		run := each(people, ", ", func(p someone) string { return p.name })
		if i := strings.LastIndex(run, ", "); i > 0 {
			run = run[:i] + " and " + run[i+2:]
		}
		return label + ": " + run + ".\n"
	}},
	{"semicolons", false, true, func(label string, people []someone) string {
		return label + ": " + each(people, "; ", func(p someone) string { return p.name + ", " + p.post }) + "\n"
	}},
	{"tabs and dashes", false, true, func(label string, people []someone) string {
		return label + ":\n" + each(people, "\n", func(p someone) string { return p.name + " (" + p.initials + ")\t\t-\t" + p.post }) + "\n\n"
	}},
	{"run together by honorifics", true, true, func(label string, people []someone) string {
		return label + ": " + each(people, " ", func(p someone) string { return p.name + " " + p.post }) + "\n"
	}},
	{"run together by posts", false, true, func(label string, people []someone) string {
		return label + "\n\n" + each(people, " ", func(p someone) string { return p.name + ", " + p.post }) + "\n\n"
	}},
	{"table", false, true, func(label string, people []someone) string {
		return label + "\n\n| Name | Role |\n|---|---|\n" + each(people, "\n", func(p someone) string { return "| " + p.name + " | " + p.post + " |" }) + "\n\n"
	}},
}

func each(people []someone, between string, print func(someone) string) string {
	all := make([]string, len(people))
	for i, p := range people {
		all[i] = print(p)
	}
	return strings.Join(all, between)
}

// TestListsInManyManners holds that lists of people, printed in any manner, are
// read back as they were, and that no word of them is lost.
func TestListsInManyManners(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		manner := rapid.SampledFrom(listManners).Draw(rt, "manner")
		used := map[string]bool{}
		present := drawPeople(rt, "present", manner.titled, manner.posted, 2, 9, used)
		away := drawPeople(rt, "away", manner.titled, manner.posted, 0, 4, used)
		if manner.name == "run together by posts" && len(present) < 2 {
			return
		}
		text := manner.print("Present", present)
		want := wanted(present, model.Present)
		if len(away) > 0 {
			text += manner.print("Apologies", away)
			want = append(want, wanted(away, model.Apologies)...)
		}
		text += "\n1. Moorings\n\nThe moorings were inspected and found sound.\n"
		f := recognised(t, text)
		var got []string
		for _, a := range f.Meeting.Attendees {
			got = append(got, fmt.Sprintf("%s: %s, %s", a.Mark, a.Name, a.Post))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			rt.Fatalf("%s\n%s\ngot\n%s\nwant\n%s", manner.name, text, g, w)
		}
		keepsWords(t, text, f)
	})
}

func wanted(people []someone, mark model.Mark) []string {
	var all []string
	for _, p := range people {
		all = append(all, fmt.Sprintf("%s: %s, %s", mark, p.name, p.post))
	}
	return all
}

// TestTwoHundredNames reads a long list, one run and one a line.
func TestTwoHundredNames(t *testing.T) {
	for _, between := range []string{", ", "\n"} {
		var names []string
		for i := range 200 {
			names = append(names, fmt.Sprintf("%s %s%s", someGiven[i%len(someGiven)], someSurnames[i%len(someSurnames)], strings.Repeat("a", i/60)))
		}
		f := recognised(t, "Present:\n\n"+strings.Join(names, between)+"\n\n1. Welcome\n\nAll were welcomed.\n")
		different := map[string]bool{}
		for _, name := range names {
			different[name] = true
		}
		if len(f.Meeting.Attendees) != len(different) {
			t.Errorf("%d attendees of %d", len(f.Meeting.Attendees), len(different))
		}
	}
}

// TestAnyWords holds that no order of the words and marks of attendance lists
// and heads stops the reading or loses a word.
func TestAnyWords(t *testing.T) {
	words := strings.Split("Present|:|Apologies|,|;|(|)|and|Cllr|Mrs|Anna|Reed|J.|van|der|-|–|Chair|Clerk to the Council|None|\n|\n\n|\t|1.|*|#|In attendance|Minutes of|"+
		"the meeting of|Pier Board|held on|3 May 2022|31/02/2020|7.30pm|10-12|at|Venue:|Date:|item 3|deputising for|via phone|(AR|Members of the public: 7|Absent|were|received from|Cllrs|NAME|.|| |", "|")
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 60).Draw(rt, "words"), " ")
		d, err := read.File("minutes.txt", []byte(text))
		if err != nil {
			return
		}
		f := Meeting(d, Options{})
		keepsWords(t, text, f)
		if t.Failed() {
			rt.Fatalf("%q", text)
		}
	})
}
