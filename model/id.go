package model

import (
	"fmt"
	"time"
)

// ID names a thing for as long as the book is kept. It is never shown and
// never reused; the numbers that people read out are in [Numbers].
type ID string

// Date is a calendar day as "2022-06-24". The zero value means "no date".
// Dates compare with < and >.
type Date string

// DateOf is the day of t in t's own place.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Stamp is a moment as records carry it: RFC 3339 in UTC to the nanosecond and
// of one length, so that stamps sort as their moments do.
func Stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000000Z") }

// NewDate is the given day, or an error where the calendar has no such day
// (31 February).
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != day || year < 1 || year > 9999 {
		return "", fmt.Errorf("there is no day %d %s %d", day, month, year)
	}
	return DateOf(t), nil
}

// Time is midnight UTC of the day; the zero time where there is no date.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Valid says whether d is a day of the calendar. No date is not one.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Long is the day in words, "24 June 2022"; "" where there is no date.
func (d Date) Long() string { return d.format("2 January 2006") }

// Full is the day in words with its weekday, "Friday 24 June 2022".
func (d Date) Full() string { return d.format("Monday 2 January 2006") }

func (d Date) format(layout string) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format(layout)
}

// AddDays is the day n days later.
func (d Date) AddDays(n int) Date {
	if !d.Valid() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Clock is a time of day as "09:05". The zero value means "not recorded".
// Times of one day compare with < and >.
type Clock string

// NewClock is the given time of day, or an error where there is none.
func NewClock(hour, minute int) (Clock, error) {
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return "", fmt.Errorf("there is no time %d:%02d", hour, minute)
	}
	return Clock(fmt.Sprintf("%02d:%02d", hour, minute)), nil
}

// Valid says whether c is a time of day in the form 15:04.
func (c Clock) Valid() bool {
	t, err := time.Parse("15:04", string(c))
	return err == nil && t.Format("15:04") == string(c)
}
