package export

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/register"
)

func logInput(t *testing.T, a minutes.Audience, scripts ...string) actionlog.Input {
	t.Helper()
	in := actionlog.Input{Audience: a, Today: "2026-06-01"}
	for i, script := range scripts {
		m := meeting(t, script)
		m.ID = model.ID("m" + string(rune('0'+i)))
		in.Style = input(t, m, a).Style
		in.Sources = append(in.Sources, actionlog.Source{Meeting: m})
	}
	return in
}

func TestActionsPublicAndFull(t *testing.T) {
	t.Parallel()
	for _, ext := range ActionFormats() {
		if _, err := Actions(ext, "", logInput(t, minutes.Unsaid, script)); !errors.As(err, new(*NeedsAudience)) {
			t.Errorf("%s: nobody said for whom, and the error is %v", ext, err)
		}
		in := logInput(t, minutes.Public, script)
		restricted := in.Sources[0].Meeting.Actions()[0].ID
		in.Sources[0].Events = []model.Event{{Meeting: "m0", Action: restricted, N: 1, State: model.Complete, On: "2026-04-01", Note: "Quillonbrook answered"}}
		public, err := Actions(ext, "", in)
		if err != nil {
			t.Fatal(err)
		}
		in.Audience = minutes.Full
		full, err := Actions(ext, "", in)
		if err != nil {
			t.Fatal(err)
		}
		for _, secret := range []string{"quillonbrook", "answered", "9 april", "complete"} {
			if strings.Contains(seen(ext, public), secret) {
				t.Errorf("%s: the public log says %q", ext, secret)
			}
			if !strings.Contains(seen(ext, full), secret) {
				t.Errorf("%s: the full log lacks %q", ext, secret)
			}
		}
		for _, open := range []string{"ann zelenka to publish the timetable", "commercially sensitive"} {
			if !strings.Contains(seen(ext, public), open) {
				t.Errorf("%s: the public log lacks %q", ext, open)
			}
		}
	}
	if _, err := Actions(".txt", "", logInput(t, minutes.Full, script)); !errors.As(err, new(*NoFormat)) || !strings.Contains(err.Error(), ".xlsx") {
		t.Errorf("as .txt: %v", err)
	}
}

// A list of what somebody owns does not tell that they own something that is
// left out.
func TestActionsAreSoughtInWhatIsSeen(t *testing.T) {
	t.Parallel()
	for audience, want := range map[minutes.Audience]int{minutes.Public: 1, minutes.Full: 2} {
		in := logInput(t, audience, script)
		in.Wanted = register.Filter{Owner: "Zelenka"}
		l, err := actionlog.Compose(in)
		if err != nil || len(l.Rows) != want {
			t.Errorf("for %v there are %d rows (%v); want %d", audience, len(l.Rows), err, want)
		}
	}
}

// A log whose writer shows what it may not is refused.
func TestGuardOfActions(t *testing.T) {
	t.Parallel()
	for _, ext := range ActionFormats() {
		in := logInput(t, minutes.Full, script)
		full, err := Actions(ext, "", in)
		if err != nil {
			t.Fatal(err)
		}
		in.Audience = minutes.Public
		var leak *Leak
		if err := guardActions(ext, "", in, full, func(in actionlog.Input) ([]byte, error) { return writeActions(ext, in) }); !errors.As(err, &leak) || !strings.Contains(leak.Place, "3 March 2026") {
			t.Errorf("%s: a full log passes for a public one: %v", ext, err)
		}
	}
}

const later = `/body Harbour Board
/style publication
/date 5 May 2026

# Dues
a: Ann Zelenka to say "yes", or not, by 1 May
a: =HYPERLINK("http://example.org","x") to be refused
a: +44 is the number to ring
`

// Files of one thing are the same byte for byte, whatever their format.
func TestTwiceTheSame(t *testing.T) {
	t.Parallel()
	m := meeting(t, script)
	for range 3 {
		for _, ext := range Formats() {
			same(t, ext, func() ([]byte, error) { return Bytes(ext, input(t, m, minutes.Full)) })
		}
		for _, ext := range ActionFormats() {
			same(t, ext, func() ([]byte, error) { return Actions(ext, "", logInput(t, minutes.Public, script, later)) })
		}
	}
}

func same(t *testing.T, ext string, export func() ([]byte, error)) {
	t.Helper()
	one, err := export()
	if err != nil {
		t.Fatal(err)
	}
	if two, err := export(); err != nil || !bytes.Equal(one, two) {
		t.Errorf("two %s files of one thing differ (%v)", ext, err)
	}
}

func TestActionsAsCSV(t *testing.T) {
	t.Parallel()
	in := logInput(t, minutes.Public, script, later)
	in.About = "Harbour Board"
	data, err := Actions(".csv", "", in)
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(data), "\uFEFF")
	if !marked || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("it begins without a byte order mark, or a line ends without CR LF")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = 10
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"No.", "Meeting", "Action", "Owner", "Due", "Due date", "Report to", "State", "Since", "Last note"},
		{"1", "2026-03-03", "Not published: commercially sensitive.", "", "", "", "", "", "", ""},
		{"2", "2026-03-03", "Ann Zelenka to publish the timetable", "Ann Zelenka", "", "", "", "Open", "", ""},
		{"1", "2026-05-05", `Ann Zelenka to say "yes", or not, by 1 May`, "", "by 1 May", "2027-05-01", "", "Open", "", ""},
		{"2", "2026-05-05", `'=HYPERLINK("http://example.org","x") to be refused`, "", "", "", "", "Open", "", ""},
		{"3", "2026-05-05", "'+44 is the number to ring", "", "", "", "", "Open", "", ""},
	}
	if len(rows) != len(want) {
		t.Fatalf("%q", rows)
	}
	for i := range want {
		if !slices.Equal(rows[i], want[i]) {
			t.Errorf("row %d is %q; want %q", i, rows[i], want[i])
		}
	}
}
