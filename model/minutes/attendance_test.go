package minutes

import (
	"strings"
	"testing"

	"minutebook/model"
)

// Who was in the chair is told wherever the post does not say that very office.
func TestTheChairIsTold(t *testing.T) {
	t.Parallel()
	s, err := LoadStyle("note")
	if err != nil {
		t.Fatal(err)
	}
	for post, told := range map[string]bool{
		"":                          true,
		"Treasurer":                 true,
		"Vice Chair":                true,
		"Chair of Finance":          true,
		"Chair":                     false,
		"Chair of the Board":        false,
		"Chair, Harbour Board":      false,
		"Chair of the Ferry Panel":  true,
		"Deputy Chair of the Board": true,
		"Board Chair":               false,
		"Co-Chair":                  true,
	} {
		m := model.Meeting{ID: "m", Body: "Harbour Board", Date: "2026-03-03", Chair: "a",
			Attendees: []model.Attendee{{ID: "a", Name: "A. Smith", Post: post, Mark: model.Present}}}
		d, err := Compose(m, s, Full)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range d.Blocks {
			if people, ok := b.(People); ok {
				if line := model.Words(people.Names[0].Text); strings.HasSuffix(line, "(Chair)") != told {
					t.Errorf("%q is printed; want (Chair) said: %v", line, told)
				}
			}
		}
	}
}
