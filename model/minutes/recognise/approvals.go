package recognise

import (
	"strings"

	"minutebook/model"
	house "minutebook/model/minutes"
)

// approvals finds the sentences that approve earlier minutes.
func (r *reader) approvals() {
	for _, l := range r.lines {
		if l.taken() && l.As != Approval || l.entries != nil || len(l.text) > 400 {
			continue
		}
		if a, ok := r.approval(l); ok || l.said && l.As == Approval {
			l.take(Approval, 0.9, "minutes that were approved")
			e := model.Entry{Kind: model.Paragraph, Text: typed(l.spans)}
			if ok {
				e.Approves = &a
				r.worded(l, &e)
			}
			l.entries = []model.Entry{e}
		}
	}
}

// worded moves the words of an entry to the label of its line, where the house
// style would print the same.
func (r *reader) worded(l *line, e *model.Entry) {
	s, err := house.LoadStyle(r.found.Style)
	if err != nil || l.spelt() {
		return
	}
	m := r.found.Meeting
	m.Attendees = r.attendees()
	own := *e
	own.Text = ""
	if s.Sentence(m, own) == e.Text {
		e.Text, l.Label = "", strings.TrimSpace(l.Label+" "+l.text)
	}
}

// attendees are the attendees found so far.
func (r *reader) attendees() []model.Attendee {
	var all []model.Attendee
	for _, l := range r.lines {
		for i, a := range l.people {
			a.ID = l.id("a", i)
			all = append(all, a)
		}
	}
	return all
}

// approval reads which minutes a sentence approves.
func (r *reader) approval(l *line) (model.Approval, bool) {
	low := strings.ToLower(l.text)
	if !strings.Contains(low, "minutes") || tellsMotion(low) {
		return model.Approval{}, false
	}
	ts := wordsIn(l.text, 60)
	named := approvesMinutes(ts)
	if len(ts) == 60 || named < 0 {
		return model.Approval{}, false
	}
	day, on := r.dayIn(l.text)
	if day == "" || on.from < ts[named].at || r.found.Meeting.Date != "" && day > r.found.Meeting.Date {
		return model.Approval{}, false
	}
	return model.Approval{Date: day, SubjectTo: strings.HasSuffix(low, "subject to:"), Completed: strings.Contains(low, "completed actions noted")}, true
}

// approvesMinutes is which word is "minutes" of a sentence that says that they
// were approved; -1 for any other.
func approvesMinutes(ts []token) int {
	named := -1
	for i, t := range ts {
		switch w := strings.ToLower(t.bare()); {
		case named < 0:
			if w == "minutes" {
				named = i
			}
		case approving[w] && was(ts[max(0, i-3):i]):
			return named
		case t.ends():
			return -1
		}
	}
	return -1
}

var approving = set("agreed approved accepted confirmed adopted")

// tellsMotion says whether the words tell of a motion, which is more than an
// approval.
func tellsMotion(low string) bool {
	for _, w := range []string{"propos", "second", "moved", "resolved", "motion"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// was says whether one of the words has it that something was done, and none
// that it was not.
func was(ts []token) bool {
	yes := false
	for _, t := range ts {
		switch strings.ToLower(t.bare()) {
		case "was", "were", "been":
			yes = true
		case "not", "be":
			return false
		}
	}
	return yes
}
