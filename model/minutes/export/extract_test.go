package export

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/model/minutes"
)

const deciding = `/body Harbour Board
/style publication
/date 3 March 2026

/present Board: Ann Zelenka, Chair

# Pilotage
The Board noted the report.
d: That two pilots be engaged. {number: 2026/1}
/restricted commercially sensitive
d: That the tender of Quillonbrook be taken. {number: 2026/2}
/unrestricted
/outcome agreed

# Next steps
a: Ann Zelenka to publish the timetable
`

func TestExtract(t *testing.T) {
	t.Parallel()
	m := meeting(t, deciding)
	m.State = model.Approved
	m.Passed = []model.Passed{{On: "2026-05-05"}}
	m.Seal = &model.SealMark{N: 1, Sum: "1111222233334444"}
	pilotage, steps := m.Items[0], m.Items[1]
	for _, ext := range ExtractFormats() {
		in := input(t, m, minutes.Unsaid)
		if _, err := Extract(ext, in, []model.ID{pilotage.ID}); !errors.As(err, new(*NeedsAudience)) {
			t.Errorf("%s: nobody said for whom, and the error is %v", ext, err)
		}
		for _, c := range []struct {
			name        string
			audience    minutes.Audience
			chosen      []model.ID
			says, lacks []string
		}{
			{"an item, for the public", minutes.Public, []model.ID{pilotage.ID}, []string{"noted the report", "two pilots", "commercially sensitive", "agreed", "approved on 5 may 2026", "1111 2222 3333", "harbour board", "3 march 2026", "left out"}, []string{"quillonbrook", "next steps", "timetable"}},
			{"an item, in full", minutes.Full, []model.ID{pilotage.ID}, []string{"quillonbrook", "who may read the restricted"}, []string{"timetable"}},
			{"an entry", minutes.Public, []model.ID{pilotage.Entries[1].ID}, []string{"pilotage", "two pilots"}, []string{"noted the report", "quillonbrook", "tender", "agreed"}},
			{"entries of two items", minutes.Public, []model.ID{steps.Entries[0].ID, pilotage.Entries[0].ID}, []string{"noted the report", "next steps", "action 1", "timetable"}, []string{"two pilots"}},
		} {
			in.Audience = c.audience
			data, err := Extract(ext, in, c.chosen)
			if err != nil {
				t.Fatalf("%s, %s: %v", ext, c.name, err)
			}
			all := strings.Join(strings.Fields(seen(ext, data)), " ")
			for _, s := range c.says {
				if !strings.Contains(all, s) {
					t.Errorf("%s, %s: lacks %q in %q", ext, c.name, s, all)
				}
			}
			for _, s := range c.lacks {
				if strings.Contains(all, s) {
					t.Errorf("%s, %s: says %q", ext, c.name, s)
				}
			}
		}
	}
	if _, err := Extract(".pdf", input(t, m, minutes.Full), nil); !errors.As(err, new(*NoFormat)) {
		t.Errorf("a format that is not made: %v", err)
	}
}

func TestResolutions(t *testing.T) {
	t.Parallel()
	m := meeting(t, deciding)
	style := input(t, m, minutes.Full).Style
	for _, ext := range ExtractFormats() {
		if _, err := Resolutions(ext, "", m.Body, []model.Meeting{m}, style, minutes.Unsaid, "2026-06-01"); !errors.As(err, new(*NeedsAudience)) {
			t.Errorf("%s: nobody said for whom, and the error is %v", ext, err)
		}
		for audience, says := range map[minutes.Audience]bool{minutes.Public: false, minutes.Full: true} {
			data, err := Resolutions(ext, "", m.Body, []model.Meeting{m}, style, audience, "2026-06-01")
			if err != nil {
				t.Fatal(err)
			}
			all := seen(ext, data)
			if strings.Contains(all, "quillonbrook") != says || !strings.Contains(all, "two pilots be engaged") {
				t.Errorf("%s for %v: %s", ext, audience, all)
			}
		}
		var leak *Leak
		if _, err := Resolutions(ext, "Quillonbrook.docx", m.Body, []model.Meeting{m}, style, minutes.Public, "2026-06-01"); !errors.As(err, &leak) {
			t.Errorf("%s: a name that tells is taken: %v", ext, err)
		}
	}
}

func TestAttendance(t *testing.T) {
	t.Parallel()
	m := meeting(t, deciding)
	m.State = model.Draft
	g := attended.Of(model.Body{Name: m.Body}, slices.Repeat([]model.Meeting{m}, 11), "2026-06-01")
	for _, ext := range ExtractFormats() {
		data, err := Attendance(ext, g, input(t, m, minutes.Full).Style, "2026-06-01")
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Join(strings.Fields(seen(ext, data)), " ")
		for _, s := range []string{"ann zelenka", "11 of 11", "the latest 7 of 11 meetings", "attendance register"} {
			if !strings.Contains(all, s) {
				t.Errorf("%s lacks %q: %s", ext, s, all)
			}
		}
	}
}
