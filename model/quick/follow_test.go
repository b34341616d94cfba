package quick_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/quick"
)

var keptLines = []string{
	"/body Harbour Board", "/date 24 June 2022", "/venue Custom House", "/present Board: Ann Zed", "/present Board: Bo Lee",
	"# Minutes", "Agreed.", "a: Ann Zed to write", "# Budget", "Noted.",
}

func again(base model.Meeting, lines ...string) (model.Meeting, error) {
	return quick.ReadScript("x", script(lines...), base, quick.Options{Continue: true})
}

func with(lines []string, at int, line string) []string {
	changed := append([]string{}, lines...)
	changed[at] = line
	return changed
}

func TestContinuingAddsWhatFollows(t *testing.T) {
	t.Parallel()
	base := read(t, "x", script(keptLines...))
	for name, row := range map[string]struct {
		lines, follow []string
	}{
		"the same":             {keptLines, nil},
		"more of the item":     {keptLines, []string{"More."}},
		"a further item":       {keptLines, []string{"# Any other business", "None."}},
		"back to an item":      {keptLines, []string{"/item 1", "More."}},
		"people and the close": {keptLines, []string{"/apologies Bo Lee, ill", "/close 11:45"}},
		"other words for it":   {with(keptLines, 7, "Action - Ann Zed to write"), []string{"More."}},
		"blank lines":          {with(keptLines, 5, "\n\n# Minutes"), []string{"More."}},
	} {
		got, err := again(base, append(row.lines[:len(row.lines):len(row.lines)], row.follow...)...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want := read(t, "x", script(append(keptLines[:len(keptLines):len(keptLines)], row.follow...)...))
		if !reflect.DeepEqual(meaning(got), meaning(want)) {
			t.Errorf("%s: %s", name, differing(meaning(got), meaning(want)))
		}
		if got.Items[0].Entries[0].ID != base.Items[0].Entries[0].ID {
			t.Errorf("%s: what was there is not the same", name)
		}
	}
}

func TestContinuingStopsWhereItDiffers(t *testing.T) {
	t.Parallel()
	base := read(t, "x", script(keptLines...))
	for i, line := range map[int]string{
		0: "/body Other Board", 1: "/date 25 June 2022", 2: "/venue Elsewhere", 3: "/present Board: Ann Zedd", 4: "/present Board: Bo Lee (remote)",
		5: "# Minute", 6: "Not agreed.", 7: "a: Bo Lee to write", 8: "# [7] Budget", 9: "d: Noted.",
	} {
		got, err := again(base, append(with(keptLines, i, line), "More.")...)
		if err == nil || !strings.HasPrefix(err.Error(), "x:"+string(rune('0'+(i+1)%10))+":") && i != 9 || i == 9 && !strings.HasPrefix(err.Error(), "x:10:") {
			t.Errorf("%q: %v", line, err)
		}
		if !reflect.DeepEqual(got, base) {
			t.Errorf("%q: something was changed", line)
		}
	}
}

func TestContinuingWhenMoreNamesAreKnown(t *testing.T) {
	t.Parallel()
	lines := append(keptLines[:len(keptLines):len(keptLines)], "a: Audit Panel to look")
	base := read(t, "x", script(lines...))
	got, err := quick.ReadScript("x", script(append(lines, "More.")...), base, quick.Options{Continue: true, Names: []string{"Audit Panel"}})
	if err != nil || len(got.Items[1].Entries) != 3 {
		t.Errorf("%v", err)
	}
}

func TestContinuingAShorterScriptAddsNothing(t *testing.T) {
	t.Parallel()
	base := read(t, "x", script(keptLines...))
	got, err := again(base, keptLines[:7]...)
	if err != nil || !reflect.DeepEqual(got, base) {
		t.Errorf("%v", err)
	}
}

func TestContinuingAMeetingThatMovedOn(t *testing.T) {
	t.Parallel()
	base := read(t, "x", script(append(keptLines[:len(keptLines):len(keptLines)], "/close 11:45")...))
	got, err := again(base, append(keptLines[:len(keptLines):len(keptLines)], "Noted late.", "/state circulated")...)
	if err != nil || len(got.Items[1].Entries) != 2 || got.State != model.Circulated || got.Closed != "11:45" {
		t.Errorf("%v, %s", err, got.State)
	}
	got, err = again(base, append(keptLines[:len(keptLines):len(keptLines)], "/state circulated")...)
	if err != nil || got.State != model.Circulated {
		t.Errorf("%v, %s", err, got.State)
	}
}

func TestContinuingAPlannedMeeting(t *testing.T) {
	t.Parallel()
	base := model.Meeting{ID: "m", Body: "Harbour Board", Date: "2022-06-24", State: model.Planned, Venue: "Custom House",
		Attendees: []model.Attendee{{ID: "ann", Name: "Ann Zed", Group: "Board", Mark: model.Present}},
		Items:     []model.Item{{ID: "one", Title: "Minutes"}, {ID: "two", Title: "Budget"}}}
	got, err := again(base, keptLines...)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Items) != 2 || got.Items[0].ID != "one" || len(got.Items[1].Entries) != 1 || len(got.Attendees) != 2 {
		t.Errorf("%+v", got)
	}
	if _, err := again(base, with(keptLines, 2, "/venue Elsewhere")...); err == nil || !strings.HasPrefix(err.Error(), "x:3: ") {
		t.Errorf("another venue: %v", err)
	}
}

func TestContinuingWithBadLinesSaysThem(t *testing.T) {
	t.Parallel()
	base := read(t, "x", script(keptLines...))
	_, err := again(base, append(keptLines[:10:10], "/flurb", "/in Nobody")...)
	if err == nil || !strings.HasPrefix(err.Error(), "x:11: ") || !strings.Contains(err.Error(), "\nx:12: ") {
		t.Errorf("%v", err)
	}
	base.State = model.Approved
	if _, err := again(base, append(keptLines[:10:10], "More.")...); err == nil || !strings.HasPrefix(err.Error(), "x:11: the minutes are approved") {
		t.Errorf("approved minutes: %v", err)
	}
}

// Approved minutes take no note, so that a bad line is told and not passed over.
func TestContinuingApprovedMinutesLenientlySaysBadLines(t *testing.T) {
	t.Parallel()
	const opening = "/body Board\n/date 1 May 2022\n# One\nText.\n/state approved\n"
	kept, err := quick.ReadScript("f", []byte(opening), model.Meeting{ID: "m"}, quick.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wrong quick.ScriptErrors
	m, err := quick.ReadScript("f", []byte(opening+"/flurb\n"), kept, quick.Options{Lenient: true, Continue: true})
	if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Line != 6 || m.Rev != kept.Rev {
		t.Errorf("the error is %v, and the meeting at revision %d of %d", err, m.Rev, kept.Rev)
	}
}

// A script may be cut anywhere and read in two goes.
func TestContinuingAnyScript(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := string(quick.Print(meeting().Draw(t, "meeting"), true))
		lines := strings.SplitAfter(text, "\n")
		cut := rapid.IntRange(0, len(lines)).Draw(t, "cut")
		first, err := quick.ReadScript("x", []byte(strings.Join(lines[:cut], "")), model.Meeting{ID: "m"}, quick.Options{})
		if err != nil || first.State == model.Approved {
			return
		}
		whole, err := quick.ReadScript("x", []byte(text), model.Meeting{ID: "m"}, quick.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		got, err := quick.ReadScript("x", []byte(text), first, quick.Options{Continue: true, NewID: func() model.ID { n++; return model.ID("c" + strings.Repeat("i", n)) }})
		if err != nil && cut < len(lines) && strings.HasPrefix(lines[cut], "    ") {
			return // the cut went through an entry
		}
		if err != nil {
			t.Fatalf("cut at %d: %v\n%s", cut, err, text)
		}
		if !reflect.DeepEqual(meaning(got), meaning(whole)) {
			t.Fatalf("cut at %d: %s\n%s", cut, differing(meaning(got), meaning(whole)), text)
		}
	})
}
