package main

import (
	"errors"
	"fmt"

	"minutebook/cmd/internal/which"
	"minutebook/model"
	"minutebook/model/minutes/export"
	"minutebook/store"
)

// explain puts an error in one sentence that says what happened and what to
// do. Most say so themselves; these do not know which program asks.
func explain(err error) string {
	var absent *store.Absent
	var none *which.NoMeeting
	var body *which.NoBody
	var stale *model.Stale
	var sealed *model.Sealed
	var audience *export.NeedsAudience
	switch {
	case errors.As(err, &absent):
		return fmt.Sprintf("there is no minute book at %s; \"minutectl init\" makes one, and --book names another", absent.Path)
	case errors.Is(err, which.ErrNoMeetings):
		return err.Error() + "; \"minutectl minute FILE\" adds one"
	case errors.As(err, &none):
		return err.Error() + "; \"minutectl meetings\" lists those there are"
	case errors.As(err, &body):
		return err.Error() + "; \"minutectl bodies\" lists the bodies"
	case errors.As(err, &stale):
		return fmt.Sprintf("the %s was changed by another program meanwhile, so nothing was saved; try again", stale.Record)
	case errors.As(err, &sealed):
		return "the minutes are approved and nothing in them changes any more; correct them at a later meeting"
	case errors.As(err, &audience):
		return "parts of this meeting are restricted; say who the file is for: --audience public or --audience full"
	}
	return err.Error()
}
