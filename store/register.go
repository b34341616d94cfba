package store

import (
	"slices"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/register"
)

// Register gives the actions of all meetings that f wants, in brief (see
// [register.Action.Brief]), the newest meeting first.
func (b *Book) Register(f register.Filter) ([]register.Action, error) {
	actions, err := b.Actions()
	wanted := f.Select(actions)
	for i, a := range wanted {
		wanted[i] = a.Brief()
	}
	slices.SortFunc(wanted, register.Newest)
	return wanted, err
}

// Action is one action of the register, whole. The error is a *[Missing] or a
// *[Damaged].
func (b *Book) Action(meeting, id model.ID) (a register.Action, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		record := atRegister.in(tx).Get(key(meeting, id))
		if record == nil {
			return &Missing{"action", id}
		}
		return atRegister.decode(key(meeting, id), record, &a)
	})
	return a, err
}
