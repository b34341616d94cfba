package minutes

import (
	"strings"
	"testing"

	"minutebook/model"
)

// sent are circulated minutes to be corrected.
func sent() model.Meeting {
	return model.Meeting{ID: "m", Body: "Quay Board", Date: "2026-01-12", State: model.Circulated, Chair: "ann",
		Attendees: []model.Attendee{{ID: "ann", Name: "Ann Voss", Post: "Chair", Mark: model.Present}, {ID: "bo", Name: "Bo Orr", Mark: model.Present}},
		Items: []model.Item{{ID: "i", Title: "Moorings", Entries: []model.Entry{
			{ID: "p", Kind: model.Paragraph, Text: "The rent of the *north* pontoon was 400 pounds, and the rent of the south pontoon was 300 pounds."},
			{ID: "b", Kind: model.Bullet, Text: "lamps for the quay"},
			{ID: "r", Kind: model.Paragraph, Text: "The tenant owes 900 pounds.", Restricted: &model.Restriction{Reason: "personal"}},
			{ID: "a", Kind: model.Action, Number: 3, Text: "Write to the pilots.", Action: &model.ActionFacts{Owners: []string{"Ann Voss"}}}}}}}
}

func houseStyle(t *testing.T, name string) Style {
	t.Helper()
	s, err := LoadStyle(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCorrectionsAreWorded(t *testing.T) {
	t.Parallel()
	m := sent()
	text := func(id model.ID, old, now string) model.Correction {
		e, _, _ := m.Entry(id)
		e.Text = strings.Replace(e.Text, old, now, 1)
		return model.Correction{Entry: &e}
	}
	action, _, _ := m.Entry("a")
	action.Action = &model.ActionFacts{Owners: []string{"Bo Orr"}}
	for _, c := range []struct {
		name, note, publication string
		correction              model.Correction
	}{
		{"a word found once", "In paragraph 1.1, “400” should read “450”.", "In item 1, “400” should read “450”.", text("p", "400", "450")},
		{"a word found twice", "In paragraph 1.1, “south pontoon” should read “south jetty”.", "", text("p", "south pontoon", "south jetty")},
		{"a word after others alike", "In paragraph 1.1, “north pontoon was” should read “north pontoon is”.", "", text("p", "was", "is")},
		{"two places", "In paragraph 1.1, “400” should read “450”. In paragraph 1.1, “300” should read “350”.", "", func() model.Correction {
			c := text("p", "400", "450")
			c.Entry.Text = strings.Replace(c.Entry.Text, "300", "350", 1)
			return c
		}()},
		{"added words", "In paragraph 1.1, “*north*” should read “*north* and west”.", "", text("p", "*north*", "*north* and west")},
		{"added at the front", "In paragraph 1.1, “The” should read “Noted. The”.", "", text("p", "The rent", "Noted. The rent")},
		{"taken away", "In paragraph 1.1, “300” should be deleted.", "", text("p", " 300", "")},
		{"all of it", "Paragraph 1.1 should read “Nothing was said.”.", "", model.Correction{Entry: &model.Entry{ID: "p", Kind: model.Paragraph, Text: "Nothing was said."}}},
		{"a bullet", "In item 1, “lamps” should read “lights”.", "", text("b", "lamps", "lights")},
		{"an action", "In action 3, “pilots” should read “harbour master”.", "", text("a", "pilots", "harbour master")},
		{"its owner", "In action 3, “Ann Voss” should read “Bo Orr”.", "", model.Correction{Entry: &action}},
		{"an action struck out", "In action 3, “Write to the pilots. (owner: Ann Voss)” should be deleted.", "", model.Correction{Entry: &model.Entry{ID: "a"}, Struck: true}},
		{"added below", "After paragraph 1.1, “It rained.” should be added.", "In item 1, “It rained.” should be added.",
			model.Correction{Entry: &model.Entry{ID: "x", Kind: model.Paragraph, Text: "It rained."}, Item: "i", After: "p"}},
		{"added first", "In item 1, “It rained.” should be added.", "", model.Correction{Entry: &model.Entry{ID: "x", Kind: model.Paragraph, Text: "It rained."}, Item: "i"}},
		{"a name", "In the list of those attending, “Bo Orr” should read “Bo Orrin”.", "", model.Correction{Attendee: &model.Attendee{ID: "bo", Name: "Bo Orrin", Mark: model.Present}}},
		{"a mark", "In the list of those attending, “Bo Orr (present)” should read “Bo Orr (apologies)”.", "", model.Correction{Attendee: &model.Attendee{ID: "bo", Name: "Bo Orr", Mark: model.Apologies}}},
		{"somebody else", "In the list of those attending, “Cy Dunn, Pilot (present)” should be added.", "", model.Correction{Attendee: &model.Attendee{ID: "cy", Name: "Cy Dunn", Post: "Pilot", Mark: model.Present}}},
		{"somebody not there", "In the list of those attending, “Bo Orr” should be deleted.", "", model.Correction{Attendee: &model.Attendee{ID: "bo"}, Struck: true}},
	} {
		c.correction.ID = "k"
		next, _, err := m.With(model.Correct{Correction: c.correction})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		for style, want := range map[string]string{"note": c.note, "publication": c.publication} {
			got := houseStyle(t, style).Corrections(next)
			if len(got) != 1 || got[0].Kind != model.Bullet || got[0].Restricted != nil {
				t.Errorf("%s: %+v", c.name, got)
			} else if want != "" && model.Plain(got[0].Text) != strings.ReplaceAll(want, "*", "") {
				t.Errorf("%s in %s:\n got %s\nwant %s", c.name, style, got[0].Text, want)
			}
		}
	}
	next, _, err := m.With(model.Correct{Correction: model.Correction{ID: "k", Entry: &model.Entry{ID: "r", Kind: model.Paragraph, Text: "The tenant owes 800 pounds."}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := houseStyle(t, "note").Corrections(next); len(got) != 1 || got[0].Restricted == nil || got[0].Restricted.Reason != "personal" {
		t.Errorf("a restricted paragraph: %+v", got)
	}
}

func TestApprovalIsWorded(t *testing.T) {
	t.Parallel()
	s := houseStyle(t, "publication")
	day := model.Date("2026-01-12")
	for want, a := range map[string]model.Approval{
		"The minutes of the meeting held on 12 January 2026 were agreed.":                                             {Date: day},
		"The minutes of the meeting held on 12 January 2026 were agreed and the completed actions noted.":             {Date: day, Completed: true},
		"The restricted minutes of the meeting held on 12 January 2026 were agreed.":                                  {Date: day, Part: model.ClosedPart},
		"The public minutes of the meeting held on 12 January 2026 were agreed, subject to:":                          {Date: day, Part: model.OpenPart, SubjectTo: true},
		"The approval of the minutes of the meeting held on 12 January 2026 was ratified.":                            {Date: day, Ratifies: true},
		"The minutes of the meeting held on 12 January 2026 were agreed and the completed actions noted, subject to:": {Date: day, SubjectTo: true, Completed: true},
	} {
		if got := s.Sentence(model.Meeting{}, model.Entry{Kind: model.Paragraph, Approves: &a}); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	old := s // of before there were such words
	old.Approval, old.Words.Approved = ApprovalStyle{}, "Minutes of {date} adopted."
	for want, a := range map[string]model.Approval{
		"Minutes of 12 January 2026 adopted.":                                        {Date: day},
		"The restricted minutes of the meeting held on 12 January 2026 were agreed.": {Date: day, Part: model.ClosedPart},
	} {
		if got := old.Sentence(model.Meeting{}, model.Entry{Kind: model.Paragraph, Approves: &a}); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	later := model.Entry{Kind: model.Paragraph, Text: "For “400” read “450”.", Corrects: &model.CorrectsFact{Date: day, Reference: "1.1"}}
	if got, want := s.Sentence(model.Meeting{}, later), "Correction to the minutes of the meeting held on 12 January 2026, 1.1: For “400” read “450”."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// end are the words of what stands last in a document.
func end(t *testing.T, m model.Meeting, s Style, a Audience, later ...Later) (words, mark string) {
	t.Helper()
	d, err := Compose(m, s, a, later...)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case Paragraph:
			words += model.Words(b.Text) + "\n"
		case Signature:
			words += model.Words(b.Text) + " [" + strings.Join(b.Lines, "] [") + "]\n"
		}
	}
	return words, d.Mark
}

func TestApprovedMinutesSayHow(t *testing.T) {
	t.Parallel()
	m := sent()
	next, _, err := m.With(model.Correct{Correction: model.Correction{ID: "k", Entry: &model.Entry{ID: "p", Kind: model.Paragraph, Text: "The rent was 450 pounds."}}})
	if err != nil {
		t.Fatal(err)
	}
	s := houseStyle(t, "council")
	words, mark := end(t, next, s, Full)
	if mark != "DRAFT" || strings.Contains(words, "450") || strings.Contains(words, "approved at") {
		t.Errorf("while circulated: %s %s", mark, words)
	}
	passed := model.Pass{Passed: model.Passed{Part: model.OpenPart, Meeting: "n", On: "2026-03-09", SignedBy: "Ann Voss"}}
	open, _, err := next.With(passed)
	if err != nil {
		t.Fatal(err)
	}
	if words, mark := end(t, open, s, Public); mark != "" || !strings.Contains(words, "450") || strings.Contains(words, "900") {
		t.Errorf("for the public, the open part approved: %s %s", mark, words)
	}
	if words, mark := end(t, open, s, Full); mark != "DRAFT" || strings.Contains(words, "450") {
		t.Errorf("in full, the open part approved: %s %s", mark, words)
	}
	wholly(t, next, passed)
}

// wholly are minutes all of which are approved, and sealed.
func wholly(t *testing.T, next model.Meeting, passed model.Pass) {
	t.Helper()
	s := houseStyle(t, "council")
	passed.Passed.Part = model.Whole
	all, _, err := next.With(passed)
	if err != nil {
		t.Fatal(err)
	}
	all, seal, err := model.SealMeeting(all, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	short := seal.Sum[:4] + " " + seal.Sum[4:8] + " " + seal.Sum[8:12]
	want := "Quay Board, Meeting held on Monday 12 January 2026. Signed as a true record. The minutes were approved at the meeting of 9 March 2026 and signed by Ann Voss. Seal 1: " + short + " [Chair] [Date]\n"
	if words, mark := end(t, all, s, Full); mark != "" || !strings.HasSuffix(words, want) || !strings.Contains(words, "450") {
		t.Errorf("approved: %q %s", mark, words)
	}
	if words, _ := end(t, all, houseStyle(t, "note"), Full); !strings.HasSuffix(words, "\nThe minutes were approved at the meeting of 9 March 2026 and signed by Ann Voss. Seal 1: "+short+"\n") {
		t.Errorf("without a signature: %s", words)
	}
	byOthers(t, all)
	pointed(t, all)
}

// byOthers are minutes approved by mail and by the chair.
func byOthers(t *testing.T, all model.Meeting) {
	t.Helper()
	byMail := all.Clone()
	byMail.Seal, byMail.Passed = nil, []model.Passed{{How: model.ByMail, On: "2026-02-02"}, {How: model.ByChair, On: "2026-02-03", Ratified: "n", RatifiedOn: "2026-03-09"}}
	if words, _ := end(t, byMail, houseStyle(t, "note"), Full); !strings.HasSuffix(words, "\nThe minutes were approved by mail on 2 February 2026. The minutes were approved by the Chair on 3 February 2026. This was ratified at the meeting of 9 March 2026.\n") {
		t.Errorf("by mail: %s", words)
	}
}

// pointed are minutes that later ones correct.
func pointed(t *testing.T, all model.Meeting) {
	t.Helper()
	words, _ := end(t, all, houseStyle(t, "note"), Public, Later{Date: "2027-01-11", Reference: "paragraph 1.1"}, Later{Date: "2027-02-08", Reference: "Action 3"},
		Later{Date: "2027-03-08"}, Later{Date: "2027-04-12", Reference: "1.1", Restricted: true})
	for _, want := range []string{"The rent was 450 pounds.\nSee the correction in the minutes of the meeting held on 11 January 2027.\n",
		"8 February 2027.\nSee the correction in the minutes of the meeting held on 8 March 2027.\n"} {
		if !strings.Contains(words, want) {
			t.Errorf("later corrections: %s", words)
		}
	}
	if strings.Contains(words, "April") {
		t.Errorf("a restricted correction is told of: %s", words)
	}
}

// A correction is found by the title of its item where items have no numbers,
// and so what is withheld of the title is withheld of the correction.
func TestCorrectionUnderAWithheldTitleIsWithheld(t *testing.T) {
	t.Parallel()
	m := sent()
	m.Items[0].Title = "Moorings of Brackley and Sons"
	m.Items[0].Withheld = []model.Phrase{{Words: "Brackley and Sons", Restriction: model.Restriction{Reason: "personal"}}}
	e, _, _ := m.Entry("b")
	e.Text = "lamps for the slip"
	m.Corrections = []model.Correction{{ID: "x", Entry: &e}}
	s := houseStyle(t, "publication")
	s.Items = ""
	list := s.Corrections(m)
	if len(list) != 1 || !strings.Contains(list[0].Text, "Brackley") {
		t.Fatalf("it does not say the title: %+v", list)
	}
	if list[0].Restricted == nil {
		t.Errorf("the public reads %q", list[0].Text)
	}
}
