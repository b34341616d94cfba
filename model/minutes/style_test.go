package minutes

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"minutebook/assets"
	"minutebook/model"
)

func TestStyles(t *testing.T) {
	t.Parallel()
	if got := strings.Join(StyleNames(), " "); got != "board council motions note publication" {
		t.Errorf("there are the styles %s", got)
	}
	if s, err := LoadStyle(""); err != nil || s.Name != DefaultStyle {
		t.Errorf("no name gives %q (%v)", s.Name, err)
	}
	var none *NoStyle
	if _, err := LoadStyle("baroque"); !errors.As(err, &none) || none.Name != "baroque" || len(none.Known) != 5 {
		t.Errorf("an unknown style is %v", err)
	}
}

func TestReadStyleRefuses(t *testing.T) {
	t.Parallel()
	good, err := assets.Styles.ReadFile("styles/note.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadStyle(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{
		{`"{body}"`, `"{bdy}"`}, {`"A4"`, `"A5"`}, {`"size": 11`, `"size": 200`}, {`"1F2937"`, `"red"`}, {`"joined": "{name}`, `"joined": "[{name}`},
		{`"about"`, `"abuot"`}, {`"Arial"`, `"A;}"`}, {`{page} of`, `{leaf} of`},
	} {
		bad := bytes.Replace(good, []byte(c[0]), []byte(c[1]), 1)
		if bytes.Equal(bad, good) {
			t.Fatalf("the style has no %s", c[0])
		}
		if _, err := ReadStyle(bad); err == nil {
			t.Errorf("a style with %s is taken", c[1])
		}
	}
}

func TestAudience(t *testing.T) {
	t.Parallel()
	s, err := LoadStyle("")
	if err != nil {
		t.Fatal(err)
	}
	m := model.Meeting{ID: "m", Body: "B", Date: "2026-03-03", State: model.Draft, Items: []model.Item{{ID: "i", Title: "T", Entries: []model.Entry{{ID: "p", Kind: model.Private, Text: "x"}}}}}
	if _, err := Compose(m, s, Unsaid); err != nil {
		t.Errorf("a private note asks for an audience: %v", err)
	}
	m.Items[0].Restricted = &model.Restriction{Reason: "staffing"}
	if _, err := Compose(m, s, Unsaid); !errors.As(err, new(*NeedsAudience)) {
		t.Errorf("nobody said for whom, and the error is %v", err)
	}
}

func TestComposeLeavesTheMeetingAlone(t *testing.T) {
	t.Parallel()
	s, err := LoadStyle("")
	if err != nil {
		t.Fatal(err)
	}
	m := model.Meeting{ID: "m", Body: "B", Date: "2026-03-03", State: model.Draft, Items: []model.Item{{ID: "i", Title: "T", Restricted: &model.Restriction{Reason: "r"},
		Entries: []model.Entry{{ID: "a", Kind: model.Action, Number: 1, Text: "x"}, {ID: "p", Kind: model.Private, Text: "y"}}}}}
	if _, err := Compose(m, s, Public); err != nil {
		t.Fatal(err)
	}
	if it := m.Items[0]; it.Title != "T" || len(it.Entries) != 2 || it.Entries[0].Text != "x" {
		t.Errorf("the meeting is now %+v", m)
	}
}

func TestSentence(t *testing.T) {
	t.Parallel()
	m := model.Meeting{Attendees: []model.Attendee{{ID: "a", Name: "P. Moss"}}}
	s := Builtin().Of(m)
	for want, e := range map[string]model.Entry{
		"P. Moss joined the meeting at 19:31.":                                      {At: "19:31", Movement: &model.MovementFact{Way: model.In, Who: "a"}},
		"P. Moss joined the meeting for item 3.":                                    {Movement: &model.MovementFact{Way: model.In, Who: "a", Item: "3"}},
		"P. Moss left the meeting during item 5.":                                   {Movement: &model.MovementFact{Way: model.Out, Who: "a", Item: "5", During: true}},
		"The meeting was adjourned.":                                                {Movement: &model.MovementFact{Way: model.Adjourn}},
		"The meeting resumed at 10:40.":                                             {At: "10:40", Movement: &model.MovementFact{Way: model.Resume}},
		"The minutes of the meeting held on 21 April 2022 were agreed.":             {Approves: &model.Approval{Date: "2022-04-21"}},
		"The minutes of the meeting held on 21 April 2022 were agreed, subject to:": {Approves: &model.Approval{Date: "2022-04-21", SubjectTo: true}},
		"Action 14 was noted as complete: report received.":                         {Done: &model.DoneFact{Action: "14", Note: "report received."}},
		"Action 14 of 24 June 2022 was noted as complete.":                          {Done: &model.DoneFact{Action: "24 June 2022 14"}},
		"**Said** otherwise":                                                        {Text: "**Said** otherwise", Approves: &model.Approval{Date: "2022-04-21"}},
	} {
		if got := s.Sentence(m, e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
