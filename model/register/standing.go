package register

import (
	"minutebook/model"
	"minutebook/model/find"
)

// Standings are what has become of actions of one meeting, by their entries.
func Standings(actions []Action) map[model.ID]find.Standing {
	now := make(map[model.ID]find.Standing, len(actions))
	for _, a := range actions {
		now[a.ID] = find.Standing{Owners: a.Owners, State: a.State}
	}
	return now
}
