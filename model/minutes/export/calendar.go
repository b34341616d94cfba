package export

import (
	"minutebook/model/calendar"
	"minutebook/model/minutes/actionlog"
)

// Calendar is a calendar file (.ics); name is that of the file, as in [Input].
// The same input gives the same bytes. The error is a
// *[minutebook/model/minutes.NeedsAudience], *[Leak], or that of the writer.
func Calendar(name string, in calendar.Input) ([]byte, error) {
	data, err := writeCalendar(in)
	if err != nil {
		return nil, err
	}
	err = guardActions(".ics", name, in.Log, data, func(open actionlog.Input) ([]byte, error) {
		in.Log = open
		return writeCalendar(in)
	})
	if err != nil {
		return nil, err
	}
	return data, nil
}

func writeCalendar(in calendar.Input) ([]byte, error) {
	c, err := calendar.Of(in)
	if err != nil {
		return nil, err
	}
	return c.Bytes()
}
