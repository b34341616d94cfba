package store

import (
	"slices"

	"go.etcd.io/bbolt"

	"minutebook/model"
	"minutebook/model/register"
)

// Actions are the actions of all meetings, each in the state it is in: by the
// day of the meeting, then by number. A large book has a hundred thousand;
// Register gives those that are wanted.
func (b *Book) Actions() (actions []register.Action, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		return facetRegister.each(tx, func(id, body []byte) error {
			of, err := register.Unpack(model.ID(id), body)
			actions = append(actions, of...)
			return err
		})
	})
	slices.SortFunc(actions, register.ByMeeting)
	return actions, err
}

// Register gives the actions of all meetings that f wants, in brief
// (see [register.Action.Brief]), the newest meeting first.
func (b *Book) Register(f register.Filter) ([]register.Action, error) {
	scan := f.Scan()
	err := b.view(func(tx *bbolt.Tx) error { return facetRegister.each(tx, scan.Meeting) })
	return scan.Actions(), err
}

// Action is one action of the register, whole. The error is a *[Missing] or a
// *[Damaged].
func (b *Book) Action(meeting, id model.ID) (a register.Action, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		body, err := facetRegister.one(tx, meeting)
		if err != nil {
			return err
		}
		of, err := register.Unpack(meeting, body)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(of, func(a register.Action) bool { return a.ID == id })
		if i < 0 {
			return &Missing{"action", id}
		}
		a = of[i]
		return nil
	})
	return a, err
}
