package minutes_test

import (
	"bytes"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/text"
)

// called is a planned meeting with an agenda of everything.
func called() model.Meeting {
	return model.Meeting{ID: "m", Rev: 3, Body: "Weir Board", Date: "2026-03-17", State: model.Planned, Begin: "09:30", End: "11:00", Venue: "Lock House", Chair: "p1", Clerk: "p3",
		Attendees: []model.Attendee{
			{ID: "p1", Name: "Ada Finch", Post: "Commodore", Capacity: model.Member, Mark: model.Present},
			{ID: "p2", Name: "Ben Rook", Capacity: model.Member, Mark: model.Apologies},
			{ID: "p3", Name: "Cal Moss", Post: "Clerk to the Board", Capacity: model.Attending, Mark: model.Present},
		},
		Items: []model.Item{
			{ID: "i1", Title: "Minutes of the last meeting", Purpose: "approval", Minutes: 5},
			{ID: "i2", Title: "Dredging", Purpose: "decision", Minutes: 20, Presenter: "Ben Rook",
				Papers: []model.Paper{{Title: "Silt survey", Reference: "https://weir.example/silt"}, {Title: "Costs", Reference: "WB/26/04"}}},
			{ID: "i3", Title: "Lock keeper's pay", Purpose: "discussion", Minutes: 10, Presenter: "Dee Kite", Restricted: &model.Restriction{Reason: "Staffing matter"}},
			{ID: "i4", Title: "Any other business"},
		}}
}

// unwrapped is what an agenda says as plain text.
func unwrapped(t *testing.T, m model.Meeting, style string, a minutes.Audience) (minutes.Document, string) {
	t.Helper()
	s, err := minutes.LoadStyle(style)
	if err != nil {
		t.Fatal(err)
	}
	d, err := minutes.ComposeAgenda(m, s, a)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := text.WriteUnwrapped(&b, d); err != nil {
		t.Fatal(err)
	}
	return d, b.String()
}

func TestAgendaSaysWhatIsToBeDone(t *testing.T) {
	t.Parallel()
	for _, style := range minutes.StyleNames() {
		d, said := unwrapped(t, called(), style, minutes.Full)
		for _, want := range []string{"Weir Board", "17 March 2026", "09:30", "Lock House", "Ada Finch", "Ben Rook", "Minutes of the last meeting", "pproval", "09:30 (5 min",
			"09:35 (20 min", "09:55 (10 min", "Silt survey", "Costs (WB/26/04)", "Dee Kite", "10:05", "Any other business"} {
			if !strings.Contains(strings.ReplaceAll(said, "WEIR BOARD", "Weir Board"), want) {
				t.Errorf("%s does not say %q:\n%s", style, want, said)
			}
		}
		if d.Mark != "DRAFT" || strings.Contains(said, "ssued") {
			t.Errorf("%s: an agenda that was never sent out is marked %q", style, d.Mark)
		}
	}
}

func TestPublicAgendaKeepsWhatIsRestricted(t *testing.T) {
	t.Parallel()
	s, err := minutes.LoadStyle("")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := minutes.ComposeAgenda(called(), s, minutes.Unsaid); err == nil {
		t.Error("nobody said for whom the agenda is")
	}
	for _, style := range minutes.StyleNames() {
		_, said := unwrapped(t, called(), style, minutes.Public)
		for _, hidden := range []string{"keeper", "pay", "Dee Kite", "iscussion", "10 min", "10:05"} {
			if strings.Contains(said, hidden) {
				t.Errorf("%s tells the public of %q:\n%s", style, hidden, said)
			}
		}
		for _, want := range []string{"Staffing matter", "4", "Any other business"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s does not say %q:\n%s", style, want, said)
			}
		}
	}
}

func TestIssuedAgendaIsNoDraft(t *testing.T) {
	t.Parallel()
	m := called()
	m.Items[2].Restricted = nil
	for _, c := range []model.Change{model.Circulate{Circulation: model.Circulation{On: "2026-03-10", Agenda: true}},
		model.AddItem{Item: model.Item{ID: "late", Title: "Flood damage", Purpose: "information"}, After: "i2"}} {
		next, _, err := m.With(c)
		if err != nil {
			t.Fatal(err)
		}
		m = next
	}
	for _, style := range minutes.StyleNames() {
		d, said := unwrapped(t, m, style, minutes.Unsaid)
		if d.Mark != "" || !strings.Contains(said, "10 March 2026") {
			t.Errorf("%s: the agenda that was sent out is marked %q:\n%s", style, d.Mark, said)
		}
		if !strings.Contains(said, "2A") || !strings.Contains(said, "3") || strings.Contains(said, "5. Any") {
			t.Errorf("%s: the late item has another number:\n%s", style, said)
		}
	}
}

func TestAgendaWithoutTimesSaysNone(t *testing.T) {
	t.Parallel()
	m := called()
	m.Begin, m.Items[2].Restricted = "", nil
	if _, said := unwrapped(t, m, "note", minutes.Unsaid); strings.Contains(said, "09:") || !strings.Contains(said, "20 minutes") {
		t.Errorf("times without a beginning:\n%s", said)
	}
	m = called()
	m.Begin, m.Items = "23:50", m.Items[:2]
	if _, said := unwrapped(t, m, "note", minutes.Unsaid); strings.Contains(said, "00:1") || !strings.Contains(said, "23:50 (5 minutes)") {
		t.Errorf("times past midnight:\n%s", said)
	}
}
