package find_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/find"
)

func TestTokens(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                    "",
		"Zo\u00eb\u2019s caf\u00e9, ITEM 3.2": "zoes cafe item 3 2",
		"Zoe\u0308 O'Brien":                   "zoe obrien",
		"128/17 \u2014 re-opened":             "128 17 re opened",
		"Stra\u00dfe \ufb01le":                "strasse file",
		"S\u00f8ren \u0141ukasz \u00c6sir \u13a0\uab70": "soren lukasz aesir \uab70\uab70",
		"\u05e9\u05dc\u05d5\u05dd \U0001F642 ok":        "\u05e9\u05dc\u05d5\u05dd ok",
		"a\x00b\xffc":                                   "a b c",
		strings.Repeat("x", 100):                        strings.Repeat("x", 64),
	} {
		if got := strings.Join(find.Tokens(text), " "); got != want {
			t.Errorf("Tokens(%q) are %q, want %q", text, got, want)
		}
	}
}

func TestTokensOfTokensAreTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := find.Tokens(rapid.String().Draw(t, "text"))
		again := find.Tokens(strings.Join(words, " "))
		if !slices.Equal(words, again) {
			t.Fatalf("%q become %q", words, again)
		}
		for _, w := range words {
			if w == "" || strings.ContainsAny(w, "\x00 ") {
				t.Fatalf("%q is not a word", w)
			}
		}
	})
}

func TestQuery(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		query, text string
		in, names   bool
	}{
		{"mps", "the MPS", true, true},
		{"mps", "DMPS", false, false},
		{"mp", "the MPS", true, false},
		{"smith cllr", "Cllr Ann Smith", true, true},
		{"smith jones", "Cllr Ann Smith", false, false},
		{"zoe", "Zo\u00eb Quay", true, true},
		{"", "anything", true, true},
	} {
		q := find.Parse(c.query)
		if q.In(c.text) != c.in || q.Names("nobody", c.text) != c.names {
			t.Errorf("%q and %q: In %v, Names %v", c.query, c.text, q.In(c.text), q.Names("nobody", c.text))
		}
	}
	if !find.Parse(" \u2026 ").Empty() || find.Parse("a").Empty() {
		t.Error("Empty is wrong")
	}
	if find.Parse("mps").Names() {
		t.Error("nobody is named MPS")
	}
}

func trust() model.Meeting {
	return model.Meeting{
		ID: "m1", Body: "Harbour Trust", Date: "2026-05-04", State: model.Draft, Venue: "Net loft",
		Attendees: []model.Attendee{{ID: "a1", Name: "Zo\u00eb Quay", Post: "Harbour Master", Group: "Staff", Mark: model.Present}},
		Items: []model.Item{
			{ID: "i0", Entries: []model.Entry{{ID: "e0", Kind: model.Movement, At: "10:15", Movement: &model.MovementFact{Way: model.In, Who: "a1"}}}},
			{ID: "i1", Title: "**Dredging**", Reference: "7/26", Papers: []model.Paper{{Title: "Survey", Reference: "HT-9"}}, Entries: []model.Entry{
				{ID: "e1", Kind: model.Paragraph, Text: "The *north* channel is silting."},
				{ID: "e2", Kind: model.Private, Text: "Ask the bank about the channel."},
				{ID: "e3", Kind: model.Action, Number: 1, Text: "To be sounded again.", Action: &model.ActionFacts{Owners: []string{"Pilots"}, Forum: "Boat Committee"}},
				{ID: "e4", Kind: model.Paragraph, Text: "The price of silt.", Restricted: &model.Restriction{Reason: "price"}},
				{ID: "e5", Kind: model.Paragraph, Approves: &model.Approval{Date: "2026-02-02"}},
				{ID: "e6", Kind: model.Paragraph, Done: &model.DoneFact{Action: "4", Note: "Buoys laid"}},
			}},
			{ID: "i2", Title: "Silt licences", Restricted: &model.Restriction{Reason: "pay"}, Entries: []model.Entry{
				{ID: "e7", Kind: model.Decision, Text: "Granted.", Resolution: &model.Resolution{Mover: "B. Eel"}},
				{ID: "e8", Kind: model.VoteTaken, Vote: &model.Vote{ForNames: []string{"C. Cod"}}},
				{ID: "e9", Kind: model.Interest, Interest: &model.InterestFact{Who: "D. Dab", Nature: "owns a dredger"}},
			}},
		},
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	for query, want := range map[string]string{
		"channel":          "e1 e2",
		"SILTING channel":  "e1",
		"dredging channel": "e1 e2",
		"dredging":         "i1",
		"dredg":            "i1 e9",
		"silt":             "e1 e4 i2",
		"survey ht 9":      "i1",
		"7/26 survey":      "i1",
		"pilots":           "e3",
		"boat sounded":     "e3",
		"february":         "e5",
		"buoys":            "e6",
		"quay 10:15":       "e0",
		"zoe":              "a1 e0",
		"eel":              "e7",
		"cod":              "e8",
		"owns":             "e9",
		"harbour may 2026": "m a1 e5", // her post, and another year's minutes, under this date
		"2026-05-04 price": "e4",
		"loft":             "m",
		"whale":            "",
		"channel whale":    "",
		"":                 "",
	} {
		if got := places(asked(t, query).Lines(trust(), nil)); got != want {
			t.Errorf("%q finds %v, want %s", query, got, want)
		}
	}
}

// places are the entries and items that lines stand for; m is the meeting, a1
// its attendee.
func places(lines []find.Line) string {
	var all []string
	for _, l := range lines {
		switch {
		case l.Entry != "":
			all = append(all, string(l.Entry))
		case l.Item != "":
			all = append(all, string(l.Item))
		case l.Kind == find.OfPerson:
			all = append(all, "a1")
		default:
			all = append(all, "m")
		}
	}
	return strings.Join(all, " ")
}

func TestLinesSayWhoMaySee(t *testing.T) {
	t.Parallel()
	marks := map[model.ID][2]bool{}
	for _, l := range find.Lines(trust(), nil) {
		if l.Text == "" {
			t.Errorf("%+v shows nothing", l)
		}
		if l.Entry != "" {
			marks[l.Entry] = [2]bool{l.Private, l.Restricted}
		}
	}
	for id, want := range map[model.ID][2]bool{"e1": {false, false}, "e2": {true, false}, "e4": {false, true}, "e7": {false, true}} {
		if marks[id] != want {
			t.Errorf("%s is private, restricted: %v, want %v", id, marks[id], want)
		}
	}
	for _, l := range find.Lines(trust(), nil) {
		if l.Entry == "e1" && l.Text != "The north channel is silting." {
			t.Errorf("the line shows %q", l.Text)
		}
	}
}

// asked is the question that was typed, which must mean something.
func asked(t *testing.T, typed string) find.Question {
	t.Helper()
	q, err := find.Ask(typed)
	if err != nil {
		t.Fatal(err)
	}
	return q
}
