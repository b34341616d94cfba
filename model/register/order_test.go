package register_test

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/register"
)

func listed() []register.Action {
	return []register.Action{
		{Meeting: "m1", Date: "2026-01-02", ID: "a", Number: 1, Owners: []string{"The Pilots", "Clerk"}, Due: model.Due{Date: "2026-03-01"}, State: model.Complete},
		{Meeting: "m1", Date: "2026-01-02", ID: "b", Number: 2, Due: model.Due{Words: "soon"}, State: model.Open},
		{Meeting: "m2", Date: "2026-02-02", ID: "c", Number: 1, Owners: []string{"clerk"}, Due: model.Due{Date: "2026-02-20"}, State: model.Open},
		{Meeting: "m2", Date: "2026-02-02", ID: "d", Number: 2, Owners: []string{"Pilots", "pilots"}, State: model.InProgress},
	}
}

func TestSort(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		by       model.ActionSort
		up, down string
	}{
		{model.SortMeeting, "abcd", "cdab"},
		{model.SortDue, "cabd", "acbd"},
		{model.SortOwner, "cadb", "adcb"},
		{model.SortState, "bcda", "adbc"},
		{model.SortNumber, "acbd", "bdac"},
	} {
		for _, down := range []bool{false, true} {
			want := c.up
			if down {
				want = c.down
			}
			actions := listed()
			register.Sort(actions, c.by, down)
			if got := joined(actions); got != want {
				t.Errorf("by %q, down %v: %s, want %s", c.by, down, got, want)
			}
		}
	}
}

func joined(actions []register.Action) string {
	var b strings.Builder
	for _, id := range ids(actions) {
		b.WriteString(string(id))
	}
	return b.String()
}

func TestGrouped(t *testing.T) {
	t.Parallel()
	var owners []string
	for _, g := range register.Grouped(listed(), model.GroupOwner) {
		owners = append(owners, g.Owner+":"+joined(g.Actions))
	}
	if want := []string{"Clerk:ac", "The Pilots:ad", ":b"}; !slices.Equal(owners, want) {
		t.Errorf("by owner %q, want %q", owners, want)
	}
	groups := register.Grouped(listed(), model.GroupMeeting)
	if len(groups) != 2 || groups[0].Meeting != "m1" || groups[1].Date != "2026-02-02" || joined(groups[0].Actions) != "ab" || joined(groups[1].Actions) != "cd" {
		t.Errorf("by meeting %+v", groups)
	}
	if one := register.Grouped(listed(), model.GroupNone); len(one) != 1 || joined(one[0].Actions) != "abcd" {
		t.Errorf("not grouped %+v", one)
	}
	if none := register.Grouped(nil, model.GroupNone); none != nil {
		t.Errorf("of nothing %+v", none)
	}
}
