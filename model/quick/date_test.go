package quick_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/quick"
)

func TestParseDate(t *testing.T) {
	t.Parallel()
	const from = model.Date("2022-06-24") // a Friday
	for words, want := range map[string]model.Date{
		"24 June 2022":          "2022-06-24",
		"Friday 24 June 2022":   "2022-06-24",
		"Fri 24 June 2022":      "2022-06-24",
		"Friday, 24 June 2022":  "2022-06-24",
		"24 june 2022":          "2022-06-24",
		"24TH JUNE 2022":        "2022-06-24",
		"1st Sept 2022":         "2022-09-01",
		"30 nov 2026":           "2026-11-30",
		"31 jan":                "2023-01-31",
		"24 June":               "2022-06-24",
		"23 June":               "2023-06-23",
		"27 June":               "2022-06-27",
		"29 February":           "2024-02-29",
		"31/1/27":               "2027-01-31",
		"31/01/2027":            "2027-01-31",
		"31.1.2027":             "2027-01-31",
		"31-1-2027":             "2027-01-31",
		"2027-01-31":            "2027-01-31",
		"1/2/27":                "2027-02-01",
		"today":                 "2022-06-24",
		"tomorrow":              "2022-06-25",
		"Friday":                "2022-07-01",
		"monday":                "2022-06-27",
		" 24  June  2022 ":      "2022-06-24",
		"Thursday 24 June 2022": "", // it was a Friday
		"31 February 2026":      "",
		"29 February 2023":      "",
		"31 June":               "",
		"0 June 2022":           "",
		"1/31/27":               "",
		"2022/23":               "",
		"12/6":                  "",
		"2022":                  "",
		"June 2022":             "",
		"June 24 2022":          "",
		"24 June 22":            "",
		"24 Juno 2022":          "",
		"May Smith":             "",
		"3 May Smith":           "",
		"Fri":                   "",
		"":                      "",
		"24 June 2022 at noon":  "",
	} {
		got, ok := quick.ParseDate(words, from)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", words, got, ok, want)
		}
	}
	for _, words := range []string{"24 June", "tomorrow", "Friday"} {
		if d, ok := quick.ParseDate(words, ""); ok {
			t.Errorf("%q from no day is %s", words, d)
		}
	}
}

func TestDatesAsPrintedReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := model.DateOf(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(-300_000, 290_000).Draw(t, "days")))
		for _, words := range []string{d.Long(), d.Full(), string(d)} {
			if got, ok := quick.ParseDate(words, ""); d >= "1000-01-01" && (!ok || got != d) {
				t.Fatalf("%q: %q %v", words, got, ok)
			}
		}
	})
}

func TestDatesResolveForward(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from := model.Date("2022-01-01").AddDays(rapid.IntRange(0, 3000).Draw(t, "from"))
		on := from.AddDays(rapid.IntRange(0, 364).Draw(t, "days"))
		if on.Time().Month() == time.February && on.Time().Day() == 29 {
			return
		}
		if got, ok := quick.ParseDate(on.Time().Format("2 Jan"), from); !ok || got < from || got > on {
			t.Fatalf("%s from %s: %s", on, from, got)
		}
	})
}

func TestParseClock(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]model.Clock{
		"7.30": "07:30", "07:30": "07:30", "19:30": "19:30", "1930": "19:30", "7.30pm": "19:30", "7:30 PM": "19:30", "7pm": "19:00", "12am": "00:00",
		"12pm": "12:00", "12.15 a.m.": "00:15", "0:00": "00:00", "23.59": "23:59",
		"24:00": "", "7": "", "730": "", "7.5": "", "19.30pm": "", "0am": "", "13pm": "", "10:60": "", "": "", "noonish": "", "10:15 sharp please": "",
	} {
		got, ok := quick.ParseClock(words)
		if got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", words, got, ok, want)
		}
	}
}
