package which

import (
	"errors"
	"testing"

	"minutebook/model"
)

var meetings = []model.Summary{
	{ID: "a1", Body: "Harbour Oversight Board", Date: "2026-03-17"},
	{ID: "b1", Body: "Thornbeck Arts Panel", Date: "2026-06-10"},
	{ID: "a2", Body: "Harbour Oversight Board", Date: "2026-06-10"},
	{ID: "a3", Body: "Harbour Oversight Board", Date: "2026-07-07"},
}

func TestMeeting(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]model.ID{
		"b1": "b1", "last": "a3", "LAST": "a3", "2026-03-17": "a1", "17 March 2026": "a1", "17/3/2026": "a1", " 7 July 2026 ": "a3",
	} {
		got, err := Meeting(meetings, words)
		if err != nil || got.ID != want {
			t.Errorf("Meeting(%q) = %q, %v; want %q", words, got.ID, err, want)
		}
	}
}

func TestMeetingNotFound(t *testing.T) {
	t.Parallel()
	var none *NoMeeting
	if _, err := Meeting(meetings, "17 March"); !errors.As(err, &none) || none.Date != "" {
		t.Errorf("a day without its year: %v; want that it names no meeting", err)
	}
	if _, err := Meeting(meetings, "18 March 2026"); !errors.As(err, &none) || none.Date != "2026-03-18" {
		t.Errorf("a day without a meeting: %v; want the day named", err)
	}
	var several *Several
	if _, err := Meeting(meetings, "2026-06-10"); !errors.As(err, &several) || len(several.Meetings) != 2 {
		t.Errorf("a day with two meetings: %v; want both named", err)
	}
	if _, err := Meeting(nil, "last"); !errors.Is(err, ErrNoMeetings) {
		t.Errorf("no meetings: %v; want ErrNoMeetings", err)
	}
}

func TestOfBody(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{"harbour oversight board": 3, "Arts": 1, "board": 3} {
		got, err := OfBody(meetings, name)
		if err != nil || len(got) != want {
			t.Errorf("OfBody(%q) gives %d, %v; want %d", name, len(got), err, want)
		}
	}
	for _, name := range []string{"", "Finance", "zz"} {
		var none *NoBody
		if got, err := OfBody(meetings, name); !errors.As(err, &none) {
			t.Errorf("OfBody(%q) = %v, %v; want a *NoBody", name, got, err)
		}
	}
}

func TestBook(t *testing.T) {
	t.Parallel()
	env := func(string) string { return "/from/env.mb" }
	if got, err := Book("flag.mb", env); got != "flag.mb" || err != nil {
		t.Errorf("with the flag: %q, %v", got, err)
	}
	if got, err := Book("", env); got != "/from/env.mb" || err != nil {
		t.Errorf("with the variable: %q, %v", got, err)
	}
}
