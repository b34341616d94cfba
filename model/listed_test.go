package model

import "testing"

func TestWhoJoinsLaterIsListedAsPresent(t *testing.T) {
	m := Meeting{
		Attendees: []Attendee{{ID: "late", Mark: Absent}, {ID: "never", Mark: Absent}, {ID: "sorry", Mark: Apologies}, {ID: "there", Mark: Present}},
		Items: []Item{{ID: "i", Entries: []Entry{
			{ID: "in", Kind: Movement, At: "10:10", Movement: &MovementFact{Way: In, Who: "late"}},
			{ID: "out", Kind: Movement, At: "10:20", Movement: &MovementFact{Way: Out, Who: "never"}},
			{ID: "sorry-in", Kind: Movement, At: "10:30", Movement: &MovementFact{Way: In, Who: "sorry"}},
		}}},
	}
	for who, want := range map[ID]Mark{"late": Present, "never": Absent, "sorry": Apologies, "there": Present} {
		if a, _ := m.AsListed().Attendee(who); a.Mark != want {
			t.Errorf("%s is listed as %s; want %s", who, a.Mark, want)
		}
	}
	if m.Attendees[0].Mark != Absent {
		t.Error("what the roll call found was changed")
	}
}
