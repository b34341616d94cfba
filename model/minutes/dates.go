package minutes

import (
	"fmt"
	"strconv"

	"minutebook/model"
)

// dateNames are what the patterns of a date know.
var dateNames = []string{"weekday", "day", "day2", "dayth", "month", "month2", "year"}

// plainDate is how a day is written where the style says nothing.
const plainDate = "{day} {month} {year}"

// long is the day in words; "" where there is no date.
func (d Dates) long(day model.Date) string {
	if d.Long == "" {
		return d.write(plainDate, day)
	}
	return d.write(d.Long, day)
}

// full is the day in words with its weekday.
func (d Dates) full(day model.Date) string {
	if d.Full == "" {
		return line(d.write("{weekday}", day) + " " + d.long(day))
	}
	return d.write(d.Full, day)
}

func (d Dates) write(pattern string, day model.Date) string {
	if !day.Valid() {
		return ""
	}
	t := day.Time()
	month, weekday := t.Month().String(), t.Weekday().String()
	if len(d.Months) == 12 {
		month = d.Months[t.Month()-1]
	}
	if len(d.Weekdays) == 7 {
		weekday = d.Weekdays[(int(t.Weekday())+6)%7] // a week begins on Monday
	}
	return line(fill(pattern, values{"weekday": weekday, "day": strconv.Itoa(t.Day()), "day2": fmt.Sprintf("%02d", t.Day()),
		"dayth": model.Ordinal(t.Day()), "month": month, "month2": fmt.Sprintf("%02d", int(t.Month())), "year": strconv.Itoa(t.Year())}))
}
