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
		read := actionsIn(tx)
		return eachHeld(tx, func(h held) error {
			of, err := read(h)
			actions = append(actions, of...)
			return err
		})
	})
	slices.SortFunc(actions, register.ByMeeting)
	return actions, err
}

// actionsIn reads the actions of meetings, whole.
func actionsIn(tx *bbolt.Tx) func(h held) ([]register.Action, error) {
	if !current(tx) {
		return func(h held) ([]register.Action, error) {
			_, actions, err := whole(tx, model.ID(h.id))
			return actions, err
		}
	}
	briefs, words := facetRegister.follow(tx), facetSaid.follow(tx)
	return func(h held) ([]register.Action, error) {
		brief, sound := briefs.at(h.id)
		said, alsoSound := words.at(h.id)
		actions, err := register.Unpack(h.forRegister(), brief, said)
		if !sound || !alsoSound || err != nil {
			_, actions, err = whole(tx, model.ID(h.id))
		}
		return actions, err
	}
}

// Register gives the actions of all meetings that f wants, in brief
// (see [register.Action.Brief]), the newest meeting first.
func (b *Book) Register(f register.Filter) (actions []register.Action, err error) {
	begin := func(tx *bbolt.Tx) *register.Scan { return f.Scan(vocabulary(tx)) }
	err = scanned(b, begin, scanActions, func(_ looks, scan *register.Scan) error {
		actions = scan.Actions()
		return nil
	})
	return actions, err
}

// scanActions goes over the actions of a share of the meetings.
func scanActions(s share, tx *bbolt.Tx, scan *register.Scan) error {
	var briefs *follower
	if current(tx) {
		briefs = facetRegister.follow(tx)
	}
	return heldOf(s, tx, func(h held) error {
		if !scan.Wants(h.bodyID, h.body, h.open, h.signature) {
			return nil
		}
		if briefs != nil {
			if brief, sound := briefs.at(h.id); sound {
				return scan.Meeting(h.forRegister(), brief)
			}
		}
		_, of, err := whole(tx, model.ID(h.id))
		scan.Whole(h.forRegister(), of)
		return err
	})
}

// Action is one action of the register, whole. The error is a *[Missing] or a
// *[Damaged].
func (b *Book) Action(meeting, id model.ID) (a register.Action, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		of, err := actionsOf(tx, meeting)
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

// actionsOf are the actions of a meeting.
func actionsOf(tx *bbolt.Tx, id model.ID) ([]register.Action, error) {
	if !current(tx) {
		_, actions, err := whole(tx, id)
		return actions, err
	}
	h := held{id: key(id)}
	record, sound := facetBrief.unseal(h.id, facetBrief.in(tx).Get(h.id))
	h, err := readHeld(h.id, record)
	if !sound || err != nil {
		_, actions, err := whole(tx, id)
		return actions, err
	}
	return actionsIn(tx)(h)
}
