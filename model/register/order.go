package register

import (
	"cmp"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/find"
)

// Sort puts actions in the order of by, from the last to the first where down.
// What has no day, or no owner, stands last either way. Actions that are alike
// follow [ByMeeting].
func Sort(actions []Action, by model.ActionSort, down bool) {
	type keyed struct {
		words string
		n, at int
	}
	list, folded := make([]keyed, len(actions)), map[string]string{}
	for i := range actions {
		words, n := key(&actions[i], by, folded)
		list[i] = keyed{words, n, i}
	}
	slices.SortFunc(list, func(a, b keyed) int {
		order := cmp.Or(cmp.Compare(a.words, b.words), cmp.Compare(a.n, b.n))
		switch {
		case keyless(by) && (a.words == "") != (b.words == ""):
			return -order
		case down:
			order = -order
		}
		if order != 0 {
			return order
		}
		return cmp.Or(byMeeting(&actions[a.at], &actions[b.at]), cmp.Compare(a.at, b.at))
	})
	sorted := make([]Action, len(actions))
	for i, k := range list {
		sorted[i] = actions[k.at]
	}
	copy(actions, sorted)
}

// keyless says whether an action may have nothing to be sorted by.
func keyless(by model.ActionSort) bool { return by == model.SortDue || by == model.SortOwner }

// key is what an action is sorted by: words, then a number. folded are names as
// they are compared, by how they are written, as far as they are known.
func key(a *Action, by model.ActionSort, folded map[string]string) (string, int) {
	switch by {
	case model.SortMeeting:
		return string(a.Date), 0
	case model.SortDue:
		if a.Due.Date.Valid() {
			return string(a.Due.Date), 0
		}
		return "", 0
	case model.SortOwner:
		if len(a.Owners) > 0 {
			name, known := folded[a.Owners[0]]
			if !known {
				name = sameName(a.Owners[0])
				folded[a.Owners[0]] = name
			}
			return name, 0
		}
		return "", 0
	case model.SortState:
		return "", slices.Index(model.ActionStates, a.State)
	case model.SortNumber:
		return "", a.Number
	}
	return "", 0
}

// sameName is a name as it is compared: without case, accents and article.
func sameName(name string) string {
	return strings.TrimPrefix(strings.Join(find.Tokens(name), " "), "the ")
}

// Group is actions that stand together under a heading.
type Group struct {
	// Owner is set where the actions are grouped by owner; "" has none.
	Owner string
	// Meeting, Body and Date are set where they are grouped by meeting.
	Meeting model.ID
	Body    string
	Date    model.Date
	Actions []Action
}

// Grouped are the actions in groups, each in the order in which it came. By
// owner the groups follow their names, and an action with two owners stands
// under both; what nobody owns is last. By meeting they come as the meetings
// do. Without a group there is one.
func Grouped(actions []Action, by model.ActionGroup) []Group {
	switch by {
	case model.GroupOwner:
		return byOwner(actions)
	case model.GroupMeeting:
		return groupsByMeeting(actions)
	case model.GroupNone:
	}
	if len(actions) == 0 {
		return nil
	}
	return []Group{{Actions: actions}}
}

func groupsByMeeting(actions []Action) []Group {
	var groups []Group
	place := map[model.ID]int{}
	for _, a := range actions {
		i, ok := place[a.Meeting]
		if !ok {
			i = len(groups)
			place[a.Meeting] = i
			groups = append(groups, Group{Meeting: a.Meeting, Body: a.Body, Date: a.Date})
		}
		groups[i].Actions = append(groups[i].Actions, a)
	}
	return groups
}

func byOwner(actions []Action) []Group {
	found := map[string]*Group{}
	put := func(owner string, a Action) {
		name := sameName(owner)
		if found[name] == nil {
			found[name] = &Group{Owner: owner}
		}
		g := found[name]
		if n := len(g.Actions); n == 0 || g.Actions[n-1].ID != a.ID || g.Actions[n-1].Meeting != a.Meeting {
			g.Actions = append(g.Actions, a)
		}
	}
	for _, a := range actions {
		for _, o := range a.Owners {
			put(o, a)
		}
		if len(a.Owners) == 0 {
			put("", a)
		}
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(b, a)
		}
		return cmp.Compare(a, b)
	})
	groups := make([]Group, 0, len(names))
	for _, name := range names {
		groups = append(groups, *found[name])
	}
	return groups
}
