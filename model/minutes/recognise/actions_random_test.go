package recognise

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/minutes/read"
	"minutebook/model/quick"
)

// agreed is an invented action.
type agreed struct {
	who, name, task string
}

var (
	someOwners = []agreed{{who: "IM", name: "Ivy Marsh"}, {who: "Ned Dow", name: "Ned Dow"}, {who: "Clerk", name: "Clerk"}, {who: "SR", name: "Sam Reed"}}
	someTasks  = []string{"write to the county", "buy oil for lamp %d", "send the plan by 9 May 2031", "ask for %d prices", "mend gate %d before the fair",
		"tell the crew of storm %d", "paint boat %d in June 2031"}
)

// manners are the ways to print actions, each with whether it has the owner
// beside the words.
var manners = map[string]struct {
	apart bool
	print func([]agreed) string
}{
	"label": {false, func(all []agreed) string {
		return eachAgreed(all, func(i int, a agreed) string {
			return fmt.Sprintf("It was seen.\n\nAction %d: %s to %s.\n\n", i+1, a.who, a.task)
		})
	}},
	"bold line": {false, func(all []agreed) string {
		return eachAgreed(all, func(_ int, a agreed) string {
			return fmt.Sprintf("It was seen.\n\n**Action - %s to %s.**\n\n", a.who, a.task)
		})
	}},
	"asterisks": {false, func(all []agreed) string {
		return eachAgreed(all, func(_ int, a agreed) string {
			return fmt.Sprintf("It was seen. *%s to %s. It was late. ", a.who, a.task)
		})
	}},
	"within": {false, func(all []agreed) string {
		return eachAgreed(all, func(_ int, a agreed) string { return fmt.Sprintf("It was seen. ACTION: %s to %s.\n\n", a.who, a.task) })
	}},
	"list": {false, func(all []agreed) string {
		return "## Actions\n\n" + eachAgreed(all, func(i int, a agreed) string { return fmt.Sprintf("%d. %s to %s.\n", i+1, a.who, a.task) })
	}},
	"behind": {true, func(all []agreed) string {
		return eachAgreed(all, func(i int, a agreed) string { return fmt.Sprintf("Action %d: %s (%s)\n\n", i+1, a.task, a.who) })
	}},
	"columns": {true, func(all []agreed) string {
		return "| No | Action | By whom |\n|---|---|---|\n" + eachAgreed(all, func(i int, a agreed) string { return fmt.Sprintf("| %d | %s | %s |\n", i+1, a.task, a.who) })
	}},
}

func eachAgreed(all []agreed, print func(int, agreed) string) string {
	var b strings.Builder
	for i, a := range all {
		b.WriteString(print(i, a))
	}
	return b.String()
}

// TestActionsReadBack holds that actions printed in any manner are read back:
// in order, numbered, with their owners and all that typing them would give.
func TestActionsReadBack(t *testing.T) {
	names := make([]string, 0, len(manners))
	for name := range manners {
		names = append(names, name)
	}
	slices.Sort(names)
	rapid.Check(t, func(t *rapid.T) {
		manner := manners[rapid.SampledFrom(names).Draw(t, "manner")]
		var all []agreed
		for i := range rapid.IntRange(2, 6).Draw(t, "actions") {
			a := rapid.SampledFrom(someOwners).Draw(t, "owner")
			if a.task = rapid.SampledFrom(someTasks).Draw(t, "task"); strings.Contains(a.task, "%d") {
				a.task = fmt.Sprintf(a.task, i+2)
			}
			all = append(all, a)
		}
		source := begun + manner.print(all)
		d, err := read.File("minutes.md", []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		f := Meeting(d, Options{})
		found := foundActions(f)
		if len(found) != len(all) {
			t.Fatalf("%d actions, want %d in\n%s", len(found), len(all), source)
		}
		for i, a := range all {
			e := found[i]
			if e.Number != i+1 || !slices.Equal(e.Action.Owners, []string{a.name}) || !strings.Contains(e.Text, a.task) {
				t.Errorf("%d %v %q, want %d %s %s in\n%s", e.Number, e.Action.Owners, e.Text, i+1, a.name, a.task, source)
			}
			typedAs, err := quick.Read("a: "+e.Text, quick.Context{Meeting: f.Meeting})
			if err != nil {
				t.Fatal(err)
			}
			want := *typedAs.Entry.Action
			if manner.apart {
				want.Owners = []string{a.name}
			}
			if !same(*e.Action, want) {
				t.Errorf("%q has %+v, typed %+v", e.Text, *e.Action, want)
			}
		}
	})
}

func same(a, b model.ActionFacts) bool {
	return slices.Equal(a.Owners, b.Owners) && a.Due == b.Due && a.Forum == b.Forum && a.Withdrawn == b.Withdrawn
}
