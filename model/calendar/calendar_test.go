package calendar_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/calendar"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/export"
	"minutebook/model/register"
)

var made = time.Date(2026, 5, 5, 9, 30, 0, 0, time.FixedZone("", 3600))

func weir() model.Meeting {
	due := func(d model.Date) *model.ActionFacts {
		return &model.ActionFacts{Owners: []string{"Clerk", "Zoë Ångström"}, Due: model.Due{Words: "in good time", Date: d}, Forum: "Fish Panel"}
	}
	return model.Meeting{ID: "may", BodyID: "weir", Body: "Weir Board", Date: "2026-05-04", State: model.Draft,
		Next: &model.Next{Date: "2026-07-06", At: "18:30", Venue: "Mill Room; upstairs"},
		Items: []model.Item{{ID: "i", Title: "Weir", Entries: []model.Entry{
			{ID: "a1", Kind: model.Action, Number: 1, Text: "Clerk to **ask** about the sluice, the gate; and the path\\way – " + strings.Repeat("at length ", 20), Action: due("2026-06-01")},
			{ID: "a2", Kind: model.Action, Number: 2, Text: "No day", Action: &model.ActionFacts{Due: model.Due{Words: "soon"}}},
			{ID: "a3", Kind: model.Action, Number: 3, Text: "Settle the Brackley claim", Restricted: &model.Restriction{Reason: "legal"}, Action: due("2026-06-02")},
			{ID: "a4", Kind: model.Action, Number: 4, Text: "Done", Action: due("2026-06-03")},
			{ID: "a5", Kind: model.Action, Number: 5, Text: "Write to the mill", Action: due("2026-06-03")},
		}}}}
}

func input(audience minutes.Audience) calendar.Input {
	style, err := minutes.Builtin().Load("")
	if err != nil {
		panic(err)
	}
	return calendar.Input{Name: "Weir Board", Stamp: made, Meetings: []model.Meeting{weir()}, Log: actionlog.Input{Style: style, Audience: audience, Today: "2026-05-05",
		Sources: []actionlog.Source{{Meeting: weir(), Events: []model.Event{{Meeting: "may", Action: "a4", N: 1, State: model.Complete, On: "2026-05-05"}}}}}}
}

func file(t *testing.T, in calendar.Input) (component, []byte) {
	t.Helper()
	data, err := export.Calendar("dates.ics", in)
	if err != nil {
		t.Fatal(err)
	}
	c, err := parse(data)
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	return c, data
}

func TestCalendar(t *testing.T) {
	t.Parallel()
	c, data := file(t, input(minutes.Full))
	if _, again := file(t, input(minutes.Full)); !bytes.Equal(data, again) {
		t.Error("the same calendar gives other bytes")
	}
	var uids []string
	for _, e := range c.parts {
		uids = append(uids, e.kind+" "+e.get("UID")+" "+e.get("DTSTART")+" "+e.get("DTSTAMP"))
	}
	want := "VEVENT may-a1@minutebook 20260601 20260505T083000Z|VEVENT may-a3@minutebook 20260602 20260505T083000Z|" +
		"VEVENT may-a5@minutebook 20260603 20260505T083000Z|VEVENT may-next@minutebook 20260706T183000 20260505T083000Z"
	if got := strings.Join(uids, "|"); got != want {
		t.Errorf("events\n%s, want\n%s", got, want)
	}
	first, next := c.parts[0], c.parts[3]
	if title := first.get("SUMMARY"); !strings.HasPrefix(title, `Action 1: Clerk to ask about the sluice, the gate; and the path\way – at length`) || !strings.HasSuffix(title, "…") {
		t.Errorf("title %q", title)
	}
	for _, words := range []string{"Owner: Clerk, Zoë Ångström\n", "Due: in good time\n", "Report to: Fish Panel\n", "Agreed by: Weir Board, 4 May 2026"} {
		if !strings.Contains(first.get("DESCRIPTION"), words) {
			t.Errorf("%q lacks %q", first.get("DESCRIPTION"), words)
		}
	}
	if first.get("DTEND") != "20260602" || first.get("TRANSP") != "TRANSPARENT" || next.get("TRANSP") != "" || next.get("LOCATION") != "Mill Room; upstairs" || next.get("SUMMARY") != "Weir Board: meeting" {
		t.Errorf("%+v, %+v", first, next)
	}
}

func TestCalendarWithTasks(t *testing.T) {
	t.Parallel()
	in := input(minutes.Full)
	in.Tasks = true
	c, _ := file(t, in)
	var tasks []string
	for _, e := range c.parts {
		if e.kind == "VTODO" {
			tasks = append(tasks, e.get("UID")+" "+e.get("DUE")+" "+e.get("STATUS"))
		}
	}
	if got := strings.Join(tasks, "|"); got != "may-a1-task@minutebook 20260601 NEEDS-ACTION|may-a3-task@minutebook 20260602 NEEDS-ACTION|may-a5-task@minutebook 20260603 NEEDS-ACTION" {
		t.Errorf("tasks %s", got)
	}
}

func TestCalendarForThePublic(t *testing.T) {
	t.Parallel()
	if _, err := export.Calendar("dates.ics", input(minutes.Unsaid)); !errors.As(err, new(*minutes.NeedsAudience)) {
		t.Errorf("nobody said for whom: %v", err)
	}
	_, data := file(t, input(minutes.Public))
	if strings.Contains(string(data), "Brackley") || !strings.Contains(string(data), "Write to the mill") {
		t.Errorf("for the public\n%s", data)
	}
	if _, err := export.Calendar("Brackley.ics", input(minutes.Public)); !errors.As(err, new(*export.Leak)) {
		t.Errorf("a name that tells: %v", err)
	}
	in := input(minutes.Public)
	in.Log.Sources[0].Events = append(in.Log.Sources[0].Events, model.Event{Meeting: "may", Action: "a3", N: 1, State: model.Open, Owners: []string{"Brackley LLP"}, Chase: "2026-06-01"})
	if _, data := file(t, in); strings.Contains(string(data), "Brackley") {
		t.Errorf("what was said of it later\n%s", data)
	}
}

func TestWhichMeetingsAreToCome(t *testing.T) {
	t.Parallel()
	in := input(minutes.Full)
	in.Log.Wanted = register.Filter{Owner: "nobody"}
	planned := model.Meeting{ID: "july", BodyID: "weir", Body: "Weir Board", Kind: model.Annual, Date: "2026-07-07", Begin: "18:00", End: "19:15", Venue: "Hall", State: model.Planned}
	cancelled := model.Meeting{ID: "june", BodyID: "weir", Body: "Weir Board", Date: "2026-06-07", State: model.Cancelled}
	in.Meetings = []model.Meeting{weir(), planned, cancelled}
	c, _ := file(t, in)
	if len(c.parts) != 1 || c.parts[0].get("UID") != "july@minutebook" || c.parts[0].get("DTEND") != "20260707T191500" || c.parts[0].get("SUMMARY") != "Weir Board: annual meeting" {
		t.Errorf("%+v", c.parts)
	}
	in.Log.Today = "2026-08-01"
	if c, _ := file(t, in); len(c.parts) != 0 {
		t.Errorf("all are past: %+v", c.parts)
	}
}

// What cannot be in a calendar takes no end of a line along.
func TestEndsOfLines(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"A\r\nB": "A\nB", "A\rB\nC": "A\nB\nC", "A\r\x00\nB": "A\n\nB", "A\n\x1b\nB": "A\n\nB"} {
		data, err := calendar.Calendar{Stamp: made, Events: []calendar.Event{{ID: "x", Day: "2026-06-01", Title: "Weir", Text: text}}}.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		c, err := parse(data)
		if err != nil {
			t.Fatalf("%v in\n%q", err, data)
		}
		if got := c.parts[0].get("DESCRIPTION"); got != want {
			t.Errorf("%q is written as %q, want %q", text, got, want)
		}
	}
}

func TestWhatIsTypedComesBack(t *testing.T) {
	t.Parallel()
	words := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~\n\r\té–😀]{0,200}`))
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	rapid.Check(t, func(t *rapid.T) {
		e := calendar.Event{ID: "x", Day: "2026-06-01", Title: words.Draw(t, "title"), Text: words.Draw(t, "text"), Place: words.Draw(t, "place")}
		e.Title += "!"
		data, err := calendar.Calendar{Name: words.Draw(t, "name"), Stamp: made, Events: []calendar.Event{e}, Language: words.Draw(t, "language")}.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		c, err := parse(data)
		if err != nil || len(c.parts) != 1 {
			t.Fatalf("%v in\n%q", err, data)
		}
		control := func(s string) string {
			s = strings.Map(func(r rune) rune {
				if r < ' ' && !strings.ContainsRune("\n\r\t", r) || r == 0x7f {
					return -1
				}
				return r
			}, strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
			return strings.TrimSpace(s)
		}
		if got := c.parts[0].get("SUMMARY"); got != control(line(e.Title)) {
			t.Fatalf("title %q, want %q", got, e.Title)
		}
		if got := c.parts[0].get("DESCRIPTION"); got != control(e.Text) {
			t.Fatalf("text %q, want %q", got, e.Text)
		}
	})
	if _, err := (calendar.Calendar{Events: []calendar.Event{{Title: "When?"}}}).Bytes(); !errors.As(err, new(*calendar.NoDay)) {
		t.Errorf("no day: %v", err)
	}
}
