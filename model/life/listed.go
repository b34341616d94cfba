package life

import (
	"cmp"
	"strconv"

	"minutebook/model"
	"minutebook/model/register"
)

// Listed are actions of earlier meetings as entries for the minutes of a later
// one: by owner, a heading for each, and below it what they have to do. What
// public minutes leave out where it was agreed they leave out here. The error
// is one of the book.
func Listed(book Book, actions []register.Action, newID func() model.ID) ([]model.Entry, error) {
	n := next{Asked: Asked{NewID: newID}, book: book, held: map[model.ID]model.Meeting{}}
	var entries []model.Entry
	for _, group := range ByOwner(actions) {
		listed, err := n.bullets(group)
		if err != nil {
			return nil, err
		}
		entries = append(entries, listed...)
	}
	return entries, nil
}

// Done is an action of an earlier meeting as an entry of a later one that notes
// it as complete. What public minutes leave out where it was agreed they leave
// out here. The error is one of the book.
func Done(book Book, a register.Action, newID func() model.ID) (model.Entry, error) {
	n := next{Asked: Asked{NewID: newID}, book: book, held: map[model.ID]model.Meeting{}}
	_, why, err := n.agreed(a)
	return model.Entry{ID: newID(), Kind: model.Paragraph, Restricted: why, Done: &model.DoneFact{Action: DoneName(a), Note: a.Note}}, err
}

// DoneName is how "/done" names an action.
func DoneName(a register.Action) string { return a.Date.Long() + " " + strconv.Itoa(a.Number) }

// ListedAs is how the line of an action begins that is listed in a later
// meeting.
func ListedAs(a register.Action) string {
	return "Action " + cmp.Or(a.Printed, strconv.Itoa(a.Number)) + ", " + a.Date.Long() + ": "
}
