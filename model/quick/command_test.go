package quick_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/quick"
)

// fresh is a planned meeting with the people of board and nothing else.
func fresh() quick.Context {
	m := board()
	m.Items, m.State = nil, model.Planned
	return quick.Context{Meeting: m, After: model.Last}
}

func TestCommandsThatSetFacts(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line string
		get  func(model.Meeting) any
		want any
	}{
		{"/body Audit Panel", func(m model.Meeting) any { return m.Body }, "Audit Panel"},
		{"/BODY Audit Panel", func(m model.Meeting) any { return m.Body }, "Audit Panel"},
		{"/style note", func(m model.Meeting) any { return m.Style }, "note"},
		{"/title The annual meeting", func(m model.Meeting) any { return m.Title }, "The annual meeting"},
		{"/date 1 July 2022", func(m model.Meeting) any { return m.Date }, model.Date("2022-07-01")},
		{"/time 10:00-11:30", func(m model.Meeting) any { return m.Begin + m.End }, model.Clock("10:0011:30")},
		{"/time 10am – 1.30pm", func(m model.Meeting) any { return m.Begin + m.End }, model.Clock("10:0013:30")},
		{"/time 10 to 11", nil, nil},
		{"/time 1000", func(m model.Meeting) any { return m.Begin + m.End }, model.Clock("10:00")},
		{"/venue Upper room, Custom House", func(m model.Meeting) any { return m.Venue }, "Upper room, Custom House"},
		{"/kind extraordinary", func(m model.Meeting) any { return m.Kind }, model.Extraordinary},
		{"/kind Annual", func(m model.Meeting) any { return m.Kind }, model.Annual},
		{"/kind ordinary", func(m model.Meeting) any { return m.Kind }, model.Ordinary},
		{"/publication-type General", func(m model.Meeting) any { return m.PublicationType }, "General"},
		{"/publication-date 27 June", func(m model.Meeting) any { return m.PublicationDate }, model.Date("2022-06-27")},
		{"/public 7", func(m model.Meeting) any { return *m.Public }, 7},
		{"/quorum 5", func(m model.Meeting) any { return m.Quorum }, 5},
		{"/quorum none", func(m model.Meeting) any { return m.Quorum }, 0},
		{"/quorum 0", nil, nil},
		{"/quorum", nil, nil},
		{"/quorum most of them", nil, nil},
		{"/public none", func(m model.Meeting) any { return m.Public == nil }, true},
		{"/chair Cllr Jane Smith", func(m model.Meeting) any { return m.Chair }, model.ID("jane")},
		{"/chair none", func(m model.Meeting) any { return m.Chair }, model.ID("")},
		{"/clerk {attendee: 2}", func(m model.Meeting) any { return m.Clerk }, model.ID("john")},
		{"/start 10:02", func(m model.Meeting) any { return string(m.State) + string(m.Started) }, "live10:02"},
		{"/start", func(m model.Meeting) any { return string(m.State) + string(m.Started) }, "live"},
		{"/close 11:45", func(m model.Meeting) any { return string(m.State) + string(m.Closed) }, "draft11:45"},
		{"/close", func(m model.Meeting) any { return string(m.State) + string(m.Closed) }, "draft"},
		{"/state circulated", func(m model.Meeting) any { return m.State }, model.Circulated},
		{"/next 12 September 2022 10:00, Custom House, upper room", func(m model.Meeting) any { return *m.Next }, model.Next{Date: "2022-09-12", At: "10:00", Venue: "Custom House, upper room"}},
		{"/next 12 September 2022 at 10.00, Custom House", func(m model.Meeting) any { return *m.Next }, model.Next{Date: "2022-09-12", At: "10:00", Venue: "Custom House"}},
		{"/next 12 September 2022 at 7.30 pm", func(m model.Meeting) any { return *m.Next }, model.Next{Date: "2022-09-12", At: "19:30"}},
		{"/next 12 September 2022, 10:00, Custom House, upper room", func(m model.Meeting) any { return *m.Next }, model.Next{Date: "2022-09-12", At: "10:00", Venue: "Custom House, upper room"}},
		{"/start at 10:02", func(m model.Meeting) any { return string(m.State) + string(m.Started) }, "live10:02"},
		{"/deputy Una Vale, Pilot for Stone", func(m model.Meeting) any {
			a := m.Attendees[len(m.Attendees)-1]
			return a.Name + "; " + a.Post + "; " + a.DeputyFor
		}, "Una Vale; Pilot; John Stone"},
		{"/next 12 September", func(m model.Meeting) any { return *m.Next }, model.Next{Date: "2022-09-12"}},
		{"/next Monday 12 September 7.30 pm", func(m model.Meeting) any { return *m.Next }, model.Next{Date: "2022-09-12", At: "19:30"}},
		{"/restricted staffing", func(m model.Meeting) any { return m.Restricting.Reason }, "staffing"},
		{"/restricted", func(m model.Meeting) any { return m.Restricting.Reason }, ""},
		{"/venue {words:  x\\s}", func(m model.Meeting) any { return m.Venue }, "x "},
	} {
		if row.get == nil {
			if _, err := quick.Read(row.line, fresh()); err == nil {
				t.Errorf("%q is read", row.line)
			}
			continue
		}
		m, r := after(t, row.line, fresh())
		if got := row.get(m); !reflect.DeepEqual(got, row.want) {
			t.Errorf("%q: %v, want %v", row.line, got, row.want)
		}
		if word, _, _ := strings.Cut(row.line[1:], " "); r.Command != strings.ToLower(word) {
			t.Errorf("%q is command %q", row.line, r.Command)
		}
	}
}

func TestTimeLeftOutIsNowInTheWindow(t *testing.T) {
	t.Parallel()
	c := context()
	c.Now = "10:17"
	if m, _ := after(t, "/start", c); m.Started != "10:17" {
		t.Errorf("started %q", m.Started)
	}
	if m, _ := after(t, "/close", c); m.Closed != "10:17" || m.State != model.Draft {
		t.Errorf("closed %q", m.Closed)
	}
	for line, want := range map[string]model.Clock{
		"/in John Stone": "10:17", "/in John Stone 10:15": "10:15", "/adjourn": "10:17", "/resume 10:40": "10:40", "/in John Stone {at: }": "",
	} {
		if e := entered(t, line, c); e.At != want {
			t.Errorf("%q at %q, want %q", line, e.At, want)
		}
	}
	if e := entered(t, "Text", c); e.At != "" {
		t.Error("a paragraph has no time of its own")
	}
}

func TestClosedMeetingsDoNotStart(t *testing.T) {
	t.Parallel()
	c := context()
	c.Meeting.State = model.Draft
	if _, err := quick.Read("/start 10:00", c); err == nil {
		t.Error("a closed meeting starts")
	}
	c.Meeting.State = model.Circulated
	if _, err := quick.Read("/close 10:00", c); err == nil {
		t.Error("circulated minutes close")
	}
}

func TestMovements(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]model.Entry{
		"/in Cllr Jane Smith 10:15":           {At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "jane"}},
		"/in jane smith 7.30pm":               {At: "19:30", Movement: &model.MovementFact{Way: model.In, Who: "jane"}},
		"/in John Stone 7.30 pm":              {At: "19:30", Movement: &model.MovementFact{Way: model.In, Who: "john"}},
		"/in Stone 1015":                      {At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "john"}},
		"/out zoe quill 11:00":                {At: "11:00", Movement: &model.MovementFact{Way: model.Out, Who: "zoe"}},
		"/out DMPC":                           {Movement: &model.MovementFact{Way: model.Out, Who: "idris"}},
		"/out Mrs Brown":                      {Movement: &model.MovementFact{Way: model.Out, Who: "mrs"}},
		"/in Smith item 3":                    {Movement: &model.MovementFact{Way: model.In, Who: "jane", Item: "3"}},
		"/out Smith during item 5":            {Movement: &model.MovementFact{Way: model.Out, Who: "jane", Item: "5", During: true}},
		"/out Smith during item 128/17 11:00": {At: "11:00", Movement: &model.MovementFact{Way: model.Out, Who: "jane", Item: "128/17", During: true}},
		"/out Smith 11:00 during item 5":      {At: "11:00", Movement: &model.MovementFact{Way: model.Out, Who: "jane", Item: "5", During: true}},
		"/in Smith at 10:15":                  {At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "jane"}},
		"/in Smith, 10:15":                    {At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "jane"}},
		"/in Smith for item 3":                {Movement: &model.MovementFact{Way: model.In, Who: "jane", Item: "3"}},
		"/out Smith, during item 5 at 11.00":  {At: "11:00", Movement: &model.MovementFact{Way: model.Out, Who: "jane", Item: "5", During: true}},
		"/in Smith item 1015":                 {Movement: &model.MovementFact{Way: model.In, Who: "jane", Item: "1015"}},
		"/in {attendee: 2; at: 10:15}":        {At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "john"}},
		"/adjourn at 10.30":                   {At: "10:30", Movement: &model.MovementFact{Way: model.Adjourn}},
		"/adjourn 10:30":                      {At: "10:30", Movement: &model.MovementFact{Way: model.Adjourn}},
		"/resume":                             {Movement: &model.MovementFact{Way: model.Resume}},
		"/in Smith\nShe was late.":            {Text: "She was late.", Movement: &model.MovementFact{Way: model.In, Who: "jane"}},
	} {
		e := entered(t, line, context())
		want.Kind = model.Movement
		e.ID = ""
		if !reflect.DeepEqual(e, want) {
			t.Errorf("%q: %+v %+v", line, e, e.Movement)
		}
	}
}

func TestAdjournmentAndResumption(t *testing.T) {
	t.Parallel()
	c := context()
	m, _ := after(t, "/adjourn 10:30", c)
	if m.State != model.Adjourned {
		t.Errorf("adjourned meeting is %s", m.State)
	}
	c.Meeting = m
	c.Meeting.Items[0].Entries[3].ID = "adjourned"
	if m, _ = after(t, "/resume 10:40", c); m.State != model.Live {
		t.Errorf("resumed meeting is %s", m.State)
	}
	c.Meeting.State = model.Draft
	if m, _ = after(t, "/adjourn 10:50", c); m.State != model.Draft {
		t.Errorf("a draft that is tidied up is %s", m.State)
	}
}

func TestUnknownArrivalIsListedWhileLive(t *testing.T) {
	t.Parallel()
	c := context()
	c.Now = "10:17"
	m, r := after(t, "/in Priya Moss 10:15", c)
	who := m.Attendees[len(m.Attendees)-1]
	if who.Name != "Priya Moss" || !who.Unsure || who.Mark != model.Present || r.Entry.Movement.Who != who.ID || len(r.Notes) != 1 {
		t.Errorf("attendee %+v, %v", who, r.Notes)
	}
	if _, err := quick.Read("/in Brown", c); err == nil {
		t.Error("of two Browns none is guessed")
	}
	if _, err := quick.Read("/out Priya Moss", c); err == nil {
		t.Error("somebody unknown leaves")
	}
	if _, err := quick.Read("/in", c); err == nil {
		t.Error("nobody comes in")
	}
}

func TestPeople(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]model.Attendee{
		"/present MPS: Ann Zed, Head of Profession, DPS":  {Name: "Ann Zed", Post: "Head of Profession, DPS", Group: "MPS"},
		"/present MPS: Commander Ann Zed":                 {Name: "Commander Ann Zed", Group: "MPS"},
		"/present Ann Zed, Clerk":                         {Name: "Ann Zed", Post: "Clerk", Group: "MOPAC"},
		"/present Ann Zed, Clerk: acting":                 {Name: "Ann Zed", Post: "Clerk: acting", Group: "MOPAC"},
		"/attending Officers: Ann Zed":                    {Name: "Ann Zed", Group: "Officers", Capacity: model.Attending},
		"/observing Press: Ann Zed":                       {Name: "Ann Zed", Group: "Press", Capacity: model.Observing},
		"/present MPS: Ann Zed (item 3)":                  {Name: "Ann Zed", Group: "MPS", Items: []string{"3"}},
		"/present MPS: Ann Zed, Head (items 3, 4 and 6)":  {Name: "Ann Zed", Post: "Head", Group: "MPS", Items: []string{"3", "4", "6"}},
		"/present MPS: Ann Zed, Head (Item 128/17)":       {Name: "Ann Zed", Post: "Head", Group: "MPS", Items: []string{"128/17"}},
		"/present MPS: Ann Zed, Head (DMPC)":              {Name: "Ann Zed", Post: "Head (DMPC)", Group: "MPS"},
		"/present MPS: Ann Zed, Head (acting) (remote)":   {Name: "Ann Zed", Post: "Head (acting)", Group: "MPS", Remote: true},
		"/present MPS: Ann Zed (deputy for Bo Lee)":       {Name: "Ann Zed", Group: "MPS", DeputyFor: "Bo Lee"},
		"/present MPS: Ann Zed (deputy)":                  {Name: "Ann Zed (deputy)", Group: "MPS"},
		"/present MPS: Ann Zed, Head (items of interest)": {Name: "Ann Zed", Post: "Head (items of interest)", Group: "MPS"},
		"/present MPS: Ann Zed (item 3) (remote)":         {Name: "Ann Zed", Group: "MPS", Items: []string{"3"}, Remote: true},
		"/present {name: Zed, Ann; group: ; post: x: y}":  {Name: "Zed, Ann", Post: "x: y"},
		"/present Ann Zed {unsure; reason: late}":         {Name: "Ann Zed", Group: "MOPAC", Unsure: true, Reason: "late"},
		"/present MPS: Ann Zed {capacity: observing}":     {Name: "Ann Zed", Group: "MPS", Capacity: model.Observing},
		"/apologies Ann Zed, ill, at home":                {Name: "Ann Zed", Mark: model.Apologies, Reason: "ill, at home"},
		"/apologies Board: Ann Zed":                       {Name: "Ann Zed", Mark: model.Apologies, Group: "Board"},
		"/absent Ann Zed":                                 {Name: "Ann Zed", Mark: model.Absent},
		"/deputy Ann Zed for Idris Penn":                  {Name: "Ann Zed", Group: "MOPAC", DeputyFor: "Sir Idris Penn"},
		"/deputy Ann Zed for Bo Lee":                      {Name: "Ann Zed", DeputyFor: "Bo Lee"},
		"/present MPS: John Stone {new}":                  {Name: "John Stone", Group: "MPS"},
		"/present MPS: Cllr Jane Smith, Mayor":            {Name: "Cllr Jane Smith", Post: "Mayor", Group: "MPS"},
		"/present MOPAC: John Stone":                      {Name: "John Stone", Group: "MOPAC"},
	} {
		if want.Mark == "" {
			want.Mark = model.Present
		}
		m, _ := after(t, line, context())
		if len(m.Attendees) != 7 {
			t.Errorf("%q adds nobody", line)
			continue
		}
		got := m.Attendees[6]
		got.ID = ""
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", line, got, want)
		}
	}
}

func TestSomebodyListedIsMarkedNotListedAgain(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line string
		who  model.ID
		want func(*model.Attendee)
	}{
		{"/apologies Smith, ill", "jane", func(a *model.Attendee) { a.Mark, a.Reason = model.Apologies, "ill" }},
		{"/absent JOHN STONE", "john", func(a *model.Attendee) { a.Mark = model.Absent }},
		{"/present Sir Idris Penn", "idris", func(a *model.Attendee) { a.Mark = model.Present }},
		{"/remote Quill", "zoe", func(a *model.Attendee) { a.Remote = true }},
		{"/deputy Stone for Cllr Smith", "john", func(a *model.Attendee) { a.DeputyFor = "Cllr Jane Smith" }},
		{"/present MPS: John Stone, Clerk", "john", func(a *model.Attendee) { a.Post = "Clerk" }},
	} {
		c := context()
		m, _ := after(t, row.line, c)
		want, _ := c.Meeting.Attendee(row.who)
		row.want(&want)
		if got, _ := m.Attendee(row.who); !reflect.DeepEqual(got, want) || len(m.Attendees) != len(c.Meeting.Attendees) {
			t.Errorf("%q: %+v, want %+v of %d", row.line, got, want, len(m.Attendees))
		}
	}
	if r, err := quick.Read("/present MPS: John Stone", context()); err != nil || len(r.Changes) > 0 {
		t.Errorf("who is present already changes nothing: %+v, %v", r.Changes, err)
	}
	for _, line := range []string{"/remote Nobody", "/apologies Brown", "/chair Brown", "/clerk Nobody"} {
		if _, err := quick.Read(line, context()); err == nil {
			t.Errorf("%q is read", line)
		}
	}
}

// Somebody unknown takes an office as a clerk types it, for follow-up; a script
// guesses nobody.
func TestUnknownInTheChair(t *testing.T) {
	t.Parallel()
	c := context()
	c.Now = "10:15"
	m, r := after(t, "/chair Priya Moss", c)
	who := m.Attendees[len(m.Attendees)-1]
	if m.Chair != who.ID || who.Name != "Priya Moss" || !who.Unsure || who.Mark != model.Present || len(r.Notes) != 1 {
		t.Errorf("in the chair is %q; listed last is %+v", m.Chair, who)
	}
	if _, err := quick.Read("/chair Brown", c); err == nil {
		t.Error("one of two is guessed")
	}
}

func TestWhomANameMeans(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]model.ID{
		"Cllr Jane Smith": "jane", "jane smith": "jane", "Smith": "jane", "Cllr Smith": "jane", "J. Smith": "jane", "J Smith": "jane",
		"Zoe Quill": "zoe", "ZOË QUILL": "zoe", "Quill": "zoe", "ZQ": "zoe", "z.q.": "zoe", "Treasurer": "zoe",
		"DMPC": "idris", "Deputy Mayor for Harbours": "idris", "Sir Idris Penn": "idris", "Idris Penn": "idris",
		"Mr Brown": "mr", "Mrs Brown": "mrs", "Beth Brown": "mrs",
	} {
		if m, _ := after(t, "/chair "+name, context()); m.Chair != want {
			t.Errorf("%q is %q, want %q", name, m.Chair, want)
		}
	}
	for _, name := range []string{"Brown", "JS", "Jon Smith", "K Smith", "Board", "S"} {
		if _, err := quick.Read("/chair "+name, context()); err == nil {
			t.Errorf("%q is somebody", name)
		}
	}
}

func TestItems(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		line, title, reference, public string
		place                          int
		isNew                          bool
	}{
		{"# Roof", "Roof", "", "", 2, true},
		{"# [129/17] Roof", "Roof", "129/17", "", 2, true},
		{"# [129/17]", "", "129/17", "", 2, true},
		{"# [ab] Roof", "[ab] Roof", "", "", 2, true},
		{"# [1](address) Roof", "[1](address) Roof", "", "", 2, true},
		{"# Roof {public: Property}", "Roof", "", "Property", 2, true},
		{"# Roof {pubic: Property}", "Roof {pubic: Property}", "", "", 2, true},
		{"# Budget", "Budget", "128/17", "", 1, false},
		{"# budget", "Budget", "128/17", "", 1, false},
		{"# [128/17] Budget", "Budget", "128/17", "", 1, false},
		{"# [130/17] Budget", "Budget", "130/17", "", 2, true},
		{"# Budget {new}", "Budget", "", "", 2, true},
		{"# Minutes", "Minutes", "", "", 2, true}, // minuted already
		{"# {title: # x; reference: none}", "# x", "none", "", 2, true},
	} {
		m, r := after(t, row.line, context())
		if row.place >= len(m.Items) {
			t.Errorf("%q: %d items", row.line, len(m.Items))
			continue
		}
		it := m.Items[row.place]
		if it.Title != row.title || it.Reference != row.reference || it.PublicTitle != row.public || r.NewItem != row.isNew || r.Item != it.ID {
			t.Errorf("%q: %+v, new %v, current %s", row.line, it, r.NewItem, r.Item)
		}
	}
	c := context()
	c.Meeting.Items[1].Reference = ""
	if m, _ := after(t, "# [7] Budget", c); len(m.Items) != 2 || m.Items[1].Reference != "7" {
		t.Errorf("a planned item takes its reference: %+v", m.Items)
	}
	if _, err := quick.Read("# {title: }", context()); err == nil {
		t.Error("an item without title is made behind others")
	}
}

func TestBackToAnItem(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]model.ID{"1": "one", "128/17": "two", "Budget": "two", "budget": "two", "minutes": "one"} {
		r, err := quick.Read("/item "+words, context())
		if err != nil || r.Item != want || len(r.Changes) > 0 || r.NewItem {
			t.Errorf("/item %s: %+v, %v", words, r, err)
		}
	}
}

func TestAboutTheItem(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]model.Item{
		"/outcome noted":                       {Outcome: "noted"},
		"/outcome Agreed":                      {Outcome: "agreed"},
		"/outcome referred to Finance":         {Outcome: "referred to Finance"},
		"/outcome Referred to Finance":         {Outcome: "referred to Finance"},
		"/outcome none":                        {},
		"/outcome {other: held over}":          {Outcome: "held over"},
		"/presenter Zoë Quill":                 {Presenter: "Zoë Quill"},
		"/paper Budget report":                 {Papers: []model.Paper{{Title: "Budget report"}}},
		"/paper Budget report, draft, HB/26/3": {Papers: []model.Paper{{Title: "Budget report, draft", Reference: "HB/26/3"}}},
		"/paper Report,HB/26/3":                {Papers: []model.Paper{{Title: "Report", Reference: "HB/26/3"}}},
		"/paper Map, https://a.org/x,y":        {Papers: []model.Paper{{Title: "Map", Reference: "https://a.org/x,y"}}},
		"/paper https://a.org/x,y":             {Papers: []model.Paper{{Title: "https://a.org/x,y"}}},
		"/paper {title: A, B}":                 {Papers: []model.Paper{{Title: "A, B"}}},
	} {
		c := context()
		c.Item = "two"
		m, _ := after(t, line, c)
		want.ID, want.Title, want.Reference = "two", "Budget", "128/17"
		if got := m.Items[1]; !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", line, got, want)
		}
	}
	c := context()
	c.Meeting.Items[0].Papers = []model.Paper{{Title: "First"}}
	if m, _ := after(t, "/paper Second", c); len(m.Items[0].Papers) != 2 {
		t.Errorf("a second paper: %+v", m.Items[0].Papers)
	}
}

func TestEarlierMinutesAndActions(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]model.Approval{
		"/approve 21 April 2022":                   {Date: "2022-04-21"},
		"/approve 21 April":                        {Date: "2022-04-21"},
		"/approve 24 December":                     {Date: "2021-12-24"},
		"/approve 21 April 2022 and actions noted": {Date: "2022-04-21", Completed: true},
		"/approve 21 April 2022, and the completed actions noted, subject to:": {Date: "2022-04-21", Completed: true, SubjectTo: true},
		"/approve 21 April 2022 {ratifies}":                                    {Date: "2022-04-21", Ratifies: true},
		"/approve 21 April 2022 subject to {part: restricted}":                 {Date: "2022-04-21", SubjectTo: true, Part: model.ClosedPart},
		"/approve 21 April 2022 subject to":                                    {Date: "2022-04-21", SubjectTo: true},
		"/approve 21 April 2022 subject to the following corrections:":         {Date: "2022-04-21", SubjectTo: true},
	} {
		if e := entered(t, line, context()); e.Kind != model.Paragraph || e.Text != "" || *e.Approves != want {
			t.Errorf("%q: %+v", line, e.Approves)
		}
	}
	for line, want := range map[string]model.DoneFact{
		"/done 14, report received, at last": {Action: "14", Note: "report received, at last"},
		"/done 14":                           {Action: "14"},
		"/done 21 April 2022 14, received":   {Action: "21 April 2022 14", Note: "received"},
		"/done 2022-04-21 14":                {Action: "21 April 2022 14"},
		"/done 21/4/22 14":                   {Action: "21 April 2022 14"},
		"/done 21 April 14":                  {Action: "21 April 2022 14"},
		"/done {action: the roof; note: ok}": {Action: "the roof", Note: "ok"},
	} {
		if e := entered(t, line, context()); e.Kind != model.Paragraph || e.Text != "" || *e.Done != want {
			t.Errorf("%q: %+v", line, e.Done)
		}
	}
}

func TestBodyAndDateStayOnceThereAreEntries(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"/body Harbour Board", "/date 24 June 2022"} {
		if r, err := quick.Read(line, context()); err != nil || len(r.Changes) > 0 {
			t.Errorf("%q says what is so already: %+v, %v", line, r.Changes, err)
		}
	}
}

func TestDeputyByPlaceInTheList(t *testing.T) {
	t.Parallel()
	at := slices.IndexFunc(context().Meeting.Attendees, func(a model.Attendee) bool { return a.ID == "idris" })
	m, _ := after(t, fmt.Sprintf("/deputy Ann Zed for anyone {attendee: %d}", at+1), context())
	if got := m.Attendees[len(m.Attendees)-1]; got.Name != "Ann Zed" || got.DeputyFor != m.Attendees[at].Name || got.Group != m.Attendees[at].Group {
		t.Errorf("the deputy is %+v", got)
	}
	if _, err := quick.Read("/deputy Ann Zed for Moss {attendee: 99}", context()); err == nil {
		t.Error("a place that is not there is taken")
	}
}

func TestPeopleOfOneNameAreToldApartByTheirPosts(t *testing.T) {
	t.Parallel()
	c := context()
	c.Meeting.Attendees = []model.Attendee{{ID: "a", Name: "Jo Smith", Post: "Treasurer", Mark: model.Present}, {ID: "b", Name: "Jo Smith", Post: "Secretary", Mark: model.Present}}
	_, err := quick.Read("/remote jo smith", c)
	if err == nil || !strings.Contains(err.Error(), "Treasurer or Secretary") {
		t.Errorf("it says %v", err)
	}
	if m, _ := after(t, "/remote Secretary", c); m.Attendees[0].Remote || !m.Attendees[1].Remote {
		t.Errorf("%+v", m.Attendees)
	}
}

func TestCorrectionOfMinutesLongApproved(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]model.CorrectsFact{
		"/correction 21 April 2022 3.2, For 400 read 450.":                     {Date: "2022-04-21", Reference: "3.2"},
		"/correction 21 April 2022 action 4, For 400 read 450.":                {Date: "2022-04-21", Reference: "action 4"},
		"/correction 21 April, For 400 read 450.":                              {Date: "2022-04-21"},
		"/correction 21 April 2022 3.2\nFor 400 read 450.":                     {Date: "2022-04-21", Reference: "3.2"},
		"/correction {date: 21 April 2022; reference: 3.2}\nFor 400 read 450.": {Date: "2022-04-21", Reference: "3.2"},
	} {
		if e := entered(t, line, context()); e.Kind != model.Paragraph || e.Text != "For 400 read 450." || *e.Corrects != want {
			t.Errorf("%q: %q %+v", line, e.Text, e.Corrects)
		}
	}
	for _, line := range []string{"/correction", "/correction 3.2, For 400 read 450.", "/correction 21 April 2022 3.2", "/approve 21 April 2022 {part: half}"} {
		if _, err := quick.Read(line, context()); err == nil {
			t.Errorf("%q is read", line)
		}
	}
}
