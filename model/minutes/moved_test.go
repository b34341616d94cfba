package minutes

import (
	"testing"

	"minutebook/model"
)

// TestMovedOnce holds that a document says once who moved something.
func TestMovedOnce(t *testing.T) {
	m := model.Meeting{Attendees: []model.Attendee{{Name: "Cllr Ivy Marsh"}, {Name: "Cllr Ned Dow"}}}
	moved := model.Resolution{Mover: "Cllr Ivy Marsh", Seconder: "Cllr Ned Dow", Number: "2031/4", Result: "carried"}
	for _, c := range []struct {
		text string
		want model.Resolution
	}{
		{"That the lamps be bought.", moved},
		{"That Cllr Ivy Marsh be thanked.", moved},
		{"That the motion of Cllr Ned Dow be put off.", moved},
		{"Moved by Marsh, seconded by Dow, and carried to buy the lamps.", model.Resolution{Number: "2031/4"}},
		{"IM proposed ND seconded, to buy the lamps.", moved},
		{"Moved by Cllr Ivy Marsh and seconded, to buy the lamps.", model.Resolution{Seconder: "Cllr Ned Dow", Number: "2031/4", Result: "carried"}},
	} {
		if got := unsaid(m, c.text, moved); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.text, got, c.want)
		}
	}
}
