package model

// Habit is something that was learnt of how a body's old minutes were written:
// a sign in them ("asterisk", "label Action:") and what it means there, as
// package recognise calls it ("action", "decision").
type Habit struct {
	Sign  string `json:"sign"`
	Means string `json:"means"`
}
