package quick_test

import (
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
)

// Two of one title are not one of them.
func TestOwnersOfOneTitle(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"Cllr Gales and Cllr Dack to count":            "Cllr Ann Gales+Cllr Bo Dack",
		"Cllr Ann Gales and Cllr Bo Dack to count":     "Cllr Ann Gales+Cllr Bo Dack",
		"Cllr Gales, Cllr Lowe and Cllr Dack to count": "Cllr Ann Gales+Cllr Ida Lowe+Cllr Bo Dack",
		"Cllr Gales and Nobody to count":               "",
	} {
		c := context()
		for _, name := range []string{"Cllr Ann Gales", "Cllr Bo Dack", "Cllr Ida Lowe"} {
			c.Meeting.Attendees = append(c.Meeting.Attendees, model.Attendee{ID: model.ID(name), Name: name, Mark: model.Present})
		}
		if got := strings.Join(entered(t, "a: "+words, c).Action.Owners, "+"); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestOwners(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"MPS to provide a paper":                               "MPS",
		"MPS and MOPAC to work together":                       "MPS+MOPAC",
		"MPS, MOPAC and the Clerk to work together":            "MPS+MOPAC+Clerk",
		"The MPS undertook to remind":                          "MPS",
		"MPS undertook to provide":                             "MPS",
		"The MPS agreed to provide":                            "MPS",
		"MPS will provide":                                     "MPS",
		"The MPS is to provide":                                "MPS",
		"Clerk/Cllr Smith to write":                            "Clerk+Cllr Jane Smith",
		"Clerk / Cllr Smith to write":                          "Clerk+Cllr Jane Smith",
		"MPS & MOPAC to write":                                 "MPS+MOPAC",
		"Both the MPS and MOPAC to write":                      "MPS+MOPAC",
		"ZQ to write":                                          "Zoë Quill OBE",
		"JS to write":                                          "",
		"js to write":                                          "",
		"Zq to write":                                          "",
		"Zoe Quill to write":                                   "Zoë Quill OBE",
		"Mrs Brown to write":                                   "Mrs Beth Brown",
		"Brown to write":                                       "",
		"DMPC to discuss":                                      "DMPC",
		"Chair of the Board to write":                          "Chair of the Board",
		"All to note":                                          "All",
		"All members to note":                                  "",
		"Members to note":                                      "Members",
		"The Chair to sign":                                    "Chair",
		"Harbour Board to meet":                                "Harbour Board",
		"Audit Panel to look at it":                            "Audit Panel",
		"Tide Gauge and Buoy Committee and MPS to look":        "Tide Gauge and Buoy Committee+MPS",
		"Priya Moss to look at it":                             "Ms Priya Moss",
		"Thanks to be sent":                                    "",
		"MPS and Nobody to write":                              "",
		"To write to the MPS":                                  "",
		"to write":                                             "",
		"Write to the MPS":                                     "",
		"It was agreed that the MPS would write":               "",
		"Cllr Smith and Mrs Brown to write":                    "Cllr Jane Smith+Mrs Beth Brown",
		"Cllr Jane Smith and Mrs Beth Brown to write":          "Cllr Jane Smith+Mrs Beth Brown",
		"Cllr Smith, MPS and Mrs Brown to write":               "Cllr Jane Smith+MPS+Mrs Beth Brown",
		"Cllrs Smith and Stone to write":                       "Cllr Jane Smith+John Stone",
		"MPS to write and MOPAC to pay":                        "MPS",
		"MPS and MPS to write":                                 "MPS",
		"The paper to also set out how the MPS assured itself": "",
	} {
		c := context()
		c.Names = []string{"Audit Panel", "Ms Priya Moss", "Tide Gauge and Buoy Committee"}
		e := entered(t, "a: "+words, c)
		if got := strings.Join(e.Action.Owners, "+"); got != want || e.Text != words {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	r, err := quick.Read("a: JS to write", context())
	if err != nil || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "Cllr Jane Smith or John Stone") {
		t.Errorf("two people are JS: %q, %v", r.Notes, err)
	}
}

func TestDue(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]expected{
		"To write by 27 June.":                                       {due: "by 27 June", date: "2022-06-27"},
		"To write by Friday 1 July 2022, at last":                    {due: "by Friday 1 July 2022", date: "2022-07-01"},
		"To write by 31/1/27":                                        {due: "by 31/1/27", date: "2027-01-31"},
		"To write by 14 dec":                                         {due: "by 14 dec", date: "2022-12-14"},
		"To write by the 14th December":                              {due: "by the 14th December", date: "2022-12-14"},
		"To write by Friday":                                         {due: "by Friday", date: "2022-07-01"},
		"To write by tomorrow":                                       {due: "by tomorrow", date: "2022-06-25"},
		"To write in October 2022":                                   {due: "in October 2022", date: "2022-10-31"},
		"To write in October":                                        {due: "in October", date: "2022-10-31"},
		"To write in February":                                       {due: "in February", date: "2023-02-28"},
		"To write in June":                                           {due: "in June", date: "2022-06-30"},
		"To write by October":                                        {due: "by October", date: "2022-10-31"},
		"To write by the end of October 2023":                        {due: "by the end of October 2023", date: "2023-10-31"},
		"To write in autumn":                                         {due: "in autumn"},
		"To write in the autumn of it":                               {due: "in the autumn"},
		"To write by spring 2023":                                    {due: "by spring 2023"},
		"To report at the next Finance Committee meeting":            {due: "at the next Finance Committee meeting", forum: "Finance Committee"},
		"To report to the next board meeting.":                       {due: "to the next board meeting", forum: "board"},
		"To report at the next meeting":                              {due: "at the next meeting"},
		"To report at their next meeting, if able":                   {due: "at their next meeting"},
		"To report at the next meeting of the Audit Panel":           {due: "at the next meeting of the Audit Panel", forum: "Audit Panel"},
		"For discussion at the Audit Panel meeting in August 2022":   {due: "in August 2022", date: "2022-08-31", forum: "Audit Panel"},
		"For discussion at the Audit Panel meeting on 3 August 2022": {due: "on 3 August 2022", date: "2022-08-03", forum: "Audit Panel"},
		"To pay before 1 July":                                       {due: "before 1 July", date: "2022-07-01"},
		"To pay before October":                                      {due: "before October", date: "2022-09-30"},
		"To pay before the fair opens; and then rest":                {due: "before the fair opens"},
		"To pay prior to the fair opening.":                          {due: "prior to the fair opening"},
		"To pay before Easter":                                       {due: "before Easter"},
		"To pay as before":                                           {},
		"To look at 2022/23":                                         {},
		"To look at the budget in 2022/23":                           {},
		"To thank May Smith":                                         {},
		"To be signed by May Smith":                                  {},
		"To look in May Smith's office":                              {},
		"MPS may report by May":                                      {due: "by May", date: "2023-05-31"},
		"MPS may march in protest":                                   {},
		"To look at what was said in March 2021":                     {},
		"To look at the last meeting":                                {},
		"To meet at the same place":                                  {},
		"To be paid by the Treasurer":                                {},
		"To write by 31 February":                                    {},
		"To write by Friday 25 June 2022":                            {},
		"To write by 29 February 2023":                               {},
		"Just to write":                                              {},
		"To agree it at the next meeting, by 3 July":                 {due: "by 3 July", date: "2022-07-03"},
		"To pay by 27 June and report by 27 June":                    {due: "by 27 June", date: "2022-06-27"},
		"To pay by 27 June and report by 3 July":                     {due: "by 27 June", date: "2022-06-27"},
	} {
		e := entered(t, "a: "+words, context())
		got := expected{"", e.Action.Due.Words, e.Action.Due.Date, e.Action.Forum}
		if got != want || e.Text != words {
			t.Errorf("%q: %+v, want %+v", words, got, want)
		}
	}
}

func TestDatesThatAskAreTold(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{
		"To pay by 27 June and report by 3 July":  "two dates: by 27 June, by 3 July",
		"To pay by 31 February":                   "“31 February” is no date",
		"To pay by Friday 25 June 2022":           "“Friday 25 June 2022” is no date: 25 June 2022 is a Saturday",
		"To pay by 27 June and report by 27 June": "",
		"To pay by 27 June":                       "",
	} {
		r, err := quick.Read("a: "+words, context())
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(r.Notes, "; "); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestActionsAreReadWithoutADate(t *testing.T) {
	t.Parallel()
	c := context()
	c.Meeting.Date = ""
	e := entered(t, "a: MPS to write by 27 June, or in May", c)
	if e.Action.Due.Date != "" {
		t.Errorf("from no day: %+v", e.Action.Due)
	}
	if e := entered(t, "a: MPS to write by 27 June 2022", c); e.Action.Due != (model.Due{Words: "by 27 June 2022", Date: "2022-06-27"}) {
		t.Errorf("with its year: %+v", e.Action.Due)
	}
}
