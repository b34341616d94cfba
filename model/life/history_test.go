package life

import (
	"slices"
	"testing"

	"minutebook/model"
)

// Minutes of long ago that were taken into the book do not wait for the next
// meeting; a draft that was left lying does, however old it is by now.
func TestHistoryIsNotApprovedAnew(t *testing.T) {
	t.Parallel()
	s := board()
	for id, made := range map[model.ID]string{"brought": "2025-11-22T10:00:00Z", "lying": "2019-05-14T10:00:00Z", "old": ""} {
		s.put(model.Meeting{ID: id, Rev: 1, BodyID: "b", Body: "Quay Board", Date: "2019-05-14", State: model.Draft, Made: made})
	}
	var approved []model.ID
	for _, m := range propose(t, s, Asked{Date: "2026-05-11"}).Approves {
		approved = append(approved, m.ID)
	}
	if slices.Contains(approved, "brought") || !slices.Contains(approved, "lying") || !slices.Contains(approved, "old") {
		t.Errorf("the next meeting approves %v", approved)
	}
	m, _ := s.Meeting("brought")
	waits, err := Waits(s, model.Meeting{ID: "next", BodyID: "b", Date: "2026-05-11"})
	if err != nil || !slices.ContainsFunc(waits, func(w Awaiting) bool { return w.Meeting.ID == m.ID }) {
		t.Errorf("it cannot be approved where it is asked for: %v", err)
	}
}
