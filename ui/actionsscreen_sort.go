package ui

import (
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/register"
)

// sortKeys are what the figures 1 to 5 sort by.
var sortKeys = []model.ActionSort{model.SortNumber, model.SortMeeting, model.SortOwner, model.SortDue, model.SortState}

// sortByColumn sorts by the column whose title was clicked.
func (s *actionsScreen) sortByColumn(n int) {
	sorts := columnSorts
	if s.narrow {
		sorts = narrowSorts
	}
	if n < len(sorts) && s.columns()[n].Title != tr("Action") {
		s.sortBy(sorts[n])
	}
}

// sortBy sorts the list; asked once more, the other way round.
func (s *actionsScreen) sortBy(by model.ActionSort) {
	if by == s.sort {
		s.down = !s.down
	} else {
		s.sort, s.down = by, by == model.SortMeeting
	}
	s.rearranged()
}

// groupNext groups the list by owner, by meeting, and then not at all.
func (s *actionsScreen) groupNext() {
	n := slices.Index(model.ActionGroups, s.group)
	s.group = model.ActionGroups[(n+1)%len(model.ActionGroups)]
	s.rearranged()
}

// rearranged shows the list in its new order and says which that is.
func (s *actionsScreen) rearranged() {
	s.rows.SetColumns(s.columns()...)
	s.fillSoon()
	s.w.say(s.arranged())
}

// arranged says how the list is sorted and grouped.
func (s *actionsScreen) arranged() string {
	words := ""
	switch s.sort {
	case model.SortMeeting:
		words = eitherWay(s.down, tr("By meeting, the newest first"), tr("By meeting, the oldest first"))
	case model.SortDue:
		words = eitherWay(s.down, tr("By due date, the latest first"), tr("By due date, the soonest first"))
	case model.SortOwner:
		words = eitherWay(s.down, tr("By owner, Z to A"), tr("By owner, A to Z"))
	case model.SortState:
		words = eitherWay(s.down, tr("By state, ended first"), tr("By state, open first"))
	case model.SortNumber:
		words = eitherWay(s.down, tr("By number, the highest first"), tr("By number, the lowest first"))
	}
	switch s.group {
	case model.GroupOwner:
		words += " · " + tr("each owner's together")
	case model.GroupMeeting:
		words += " · " + tr("each meeting's together")
	case model.GroupNone:
	}
	return words
}

func eitherWay(down bool, downwards, upwards string) string {
	if down {
		return downwards
	}
	return upwards
}

// arrange puts the actions found, which come in their order, under their
// headings.
func (s *actionsScreen) arrange(found []register.Action) {
	s.shown, s.lines, s.several = found, make([]actionLine, 0, len(found)), false
	for i := range found {
		s.several = s.several || found[i].BodyID != found[0].BodyID
	}
	if s.group == model.GroupNone {
		for i := range found {
			s.lines = append(s.lines, actionLine{n: i})
		}
		return
	}
	s.shown = make([]register.Action, 0, len(found))
	for _, g := range register.Grouped(found, s.group) {
		s.lines = append(s.lines, actionLine{heading: actionGroupHeading(g, s.group)})
		for _, a := range g.Actions {
			s.lines = append(s.lines, actionLine{n: len(s.shown)})
			s.shown = append(s.shown, a)
		}
	}
}

// actionGroupHeading is what stands over a group.
func actionGroupHeading(g register.Group, by model.ActionGroup) string {
	words := g.Owner
	switch {
	case by == model.GroupMeeting:
		words = strings.TrimSpace(g.Body + " " + g.Date.Long())
	case words == "":
		words = tr("No owner")
	}
	return words + " · " + plural(len(g.Actions), "action", "actions")
}
