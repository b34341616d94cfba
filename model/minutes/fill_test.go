package minutes

import (
	"strings"
	"testing"

	"minutebook/model"
)

func TestFill(t *testing.T) {
	t.Parallel()
	v := values{"name": "P. Moss", "time": "19:31", "note": "report received.", "empty": ""}
	for pattern, want := range map[string]string{
		"{name} joined.":                        "P. Moss joined.",
		"{name} joined[ at {time}].":            "P. Moss joined at 19:31.",
		"{name} joined[ during item {empty}].":  "P. Moss joined.",
		"Done[: {note}].":                       "Done: report received.",
		"[A {name}[, and {empty}].][ {empty}.]": "A P. Moss.",
		"[{empty}]":                             "",
	} {
		if err := checkPattern(pattern, []string{"name", "time", "note", "empty"}); err != nil {
			t.Error(err)
		}
		if got := fill(pattern, v); got != want {
			t.Errorf("fill(%q) = %q, want %q", pattern, got, want)
		}
	}
	for _, pattern := range []string{"{other}", "{name", "name}", "[{name}", "{name}]", "]["} {
		if checkPattern(pattern, []string{"name"}) == nil {
			t.Errorf("%q passes for a pattern", pattern)
		}
	}
}

// What an action's words say of its owner, by surname or initials too, is not
// said again behind them.
func TestOwnersAreNotSaidTwice(t *testing.T) {
	t.Parallel()
	s, err := LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	m := model.Meeting{Attendees: []model.Attendee{{ID: "a", Name: "Dr Inès Belhadj"}, {ID: "b", Name: "Jane Smith"}}}
	for text, want := range map[string]string{
		"Dr Belhadj to write":             "",
		"Jane Smith to write":             "",
		"JS to write":                     "",
		"To be written":                   " (owner: Dr Inès Belhadj)",
		"The survey was to be continued.": " (owner: Dr Inès Belhadj)",
	} {
		owner := "Dr Inès Belhadj"
		if strings.Contains(text, "J") {
			owner = "Jane Smith"
		}
		e := model.Entry{Kind: model.Action, Text: text, Action: &model.ActionFacts{Owners: []string{owner}}}
		if got := s.added(m, e, asides{true, true, true}); got != want {
			t.Errorf("behind %q stands %q, not %q", text, got, want)
		}
	}
}
