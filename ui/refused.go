package ui

import (
	"errors"

	"minutebook/model/register"
)

// refusal says in a sentence why something cannot be recorded of an action. The
// error is a *[register.Refused].
func refusal(err error) string {
	var refused *register.Refused
	if !errors.As(err, &refused) {
		return explain("record it", err)
	}
	n := refused.Action.Printed
	switch refused.Why {
	case register.InMinutes:
		return trf("Action %s is withdrawn in the minutes themselves", n)
	case register.Already:
		return trf("That is recorded of action %s already", n)
	case register.Ended:
		return trf("Action %s is no longer outstanding: open it again first", n)
	case register.NoDay:
		return tr("Say the day it happened")
	case register.NoOwner:
		return trf("Say who has action %s from now on", n)
	case register.NoTarget:
		return trf("Say where action %s went, or what took its place", n)
	case register.NoMeeting:
		return trf("Say which meeting noted action %s", n)
	case register.Itself:
		return trf("Action %s cannot take its own place", n)
	case register.Past:
		return trf("Action %s can be asked for again only on a day still to come", n)
	}
	return explain("record it", err)
}
