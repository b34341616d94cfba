package find_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
	"minutebook/model/find"
)

func TestAsk(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]find.Question{
		"":                                      {},
		" \u2026 ":                              {},
		"Roof  repairs roof":                    {Words: []string{"repairs", "roof"}},
		`"Zo` + "\u00eb" + `'s roof" repairs`:   {Words: []string{"repairs"}, Phrases: []find.Phrase{{Words: []string{"zoes", "roof"}}}},
		"\u201croof rep":                        {Phrases: []find.Phrase{{Words: []string{"roof", "rep"}, Open: true}}},
		"at 10:15":                              {Words: []string{"10", "15", "at"}},
		"https://a.example/b":                   {Words: []string{"a", "b", "example", "https"}},
		"after:2023 AFTER:2022":                 {After: "2023-12-31"},
		"before:2024-05":                        {Before: "2024-05-01"},
		`in:"May 2024"`:                         {In: []find.Days{{First: "2024-05-01", Last: "2024-05-31"}}},
		`in:"4 feb 2024"`:                       {In: []find.Days{{First: "2024-02-04", Last: "2024-02-04"}}},
		"kind:Decisions kind:people kind:title": {Kinds: []find.Kind{"decision", find.OfPerson, find.OfItem}},
		"state:outstanding state:draft":         {States: []model.ActionState{model.Open, model.InProgress}, Minutes: []model.State{model.Draft}},
	} {
		if got := asked(t, typed); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, want %+v", typed, got, want)
		}
	}
	for typed, says := range map[string][]string{
		"boddy:finance":     {"boddy", "finance", "body:"},
		"body:":             {"body", "", "a name"},
		"after:soon":        {"after", "soon", "2024-05-04"},
		"in:2024-02-31":     {"in", "2024-02-31", "a year"},
		"kind:sermon roof":  {"kind", "sermon", "movement and private"},
		`state:"half done"`: {"state", "half done", "outstanding"},
	} {
		_, err := find.Ask(typed)
		var bad *find.BadTerm
		if !errors.As(err, &bad) || bad.Key != says[0] || bad.Value != says[1] || !strings.Contains(err.Error(), says[2]) {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

// Whatever is typed is a question or an error, and a question is empty only
// where nothing of it means anything.
func TestAskReadsAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", `"`, ":", "body:", "in:", "2024", " ", "kind:action", "Zo\u00eb", "//", "\xff"})).Draw(t, "typed"), "")
		q, err := find.Ask(typed)
		if err == nil && q.Empty() && len(find.Tokens(typed)) > 0 {
			t.Fatalf("%q asks nothing", typed)
		}
	})
}

func TestQuestionsOfSorts(t *testing.T) {
	t.Parallel()
	now := map[model.ID]find.Standing{"e3": {Owners: []string{"Cllr Ann Eel"}, State: model.InProgress}}
	for typed, want := range map[string]string{
		"body:trust":                    "m",
		"body:haven":                    "",
		"body:harb":                     "",
		"in:2026 body:trust":            "m",
		"after:2026":                    "",
		"before:2026-06 state:draft":    "m",
		"state:approved silt":           "",
		"kind:decision":                 "e7",
		"kind:decision kind:vote":       "e7 e8",
		"kind:item silt":                "i2",
		"kind:person":                   "a1",
		"owner:eel":                     "e3",
		"owner:pilots":                  "",
		"pilots":                        "e3",
		"state:outstanding":             "e3",
		"state:open":                    "",
		"kind:decision state:progress":  "",
		`"north channel"`:               "e1",
		`"channel north"`:               "",
		`"north chan`:                   "e1",
		`"north chan"`:                  "",
		`"silt licences" granted`:       "e7",
		`"silt licences granted"`:       "",
		"quay kind:movement after:2025": "e0",
	} {
		if got := places(asked(t, typed).Lines(trust(), now)); got != want {
			t.Errorf("%q finds %s, want %s", typed, got, want)
		}
	}
}

func TestBest(t *testing.T) {
	t.Parallel()
	of := func(id string, date model.Date, title string, entries ...model.Entry) []find.Hit {
		for i := range entries {
			entries[i].ID = model.ID(fmt.Sprintf("%s%d", id, i))
		}
		m := model.Meeting{ID: model.ID(id), Body: "Trust", Date: date, State: model.Approved, Items: []model.Item{{ID: "i", Reference: "7", Title: title, Entries: entries}}}
		return asked(t, "silt north").Hits(m, nil)
	}
	said := func(kind model.EntryKind, text string) model.Entry { return model.Entry{Kind: kind, Text: text} }
	all := slices.Concat(
		of("a", "2024-01-01", "North", said(model.Paragraph, "Silt."), said(model.Decision, "Silty.")),
		of("b", "2025-01-01", "One", said(model.Paragraph, "Silt, **north**"), said(model.Paragraph, "Northern silt"), said(model.Private, "Silt north"), said(model.Action, "Silt north")),
		of("c", "2026-01-01", "Silt in the north", said(model.Paragraph, "Mud")),
	)
	r := find.Best(all, 6)
	var order []string
	for _, h := range r.Hits {
		order = append(order, string(h.Meeting)+"/"+string(h.Entry))
	}
	if want := []string{"c/", "b/b3", "b/b0", "b/b2", "b/b1", "a/a1"}; !slices.Equal(order, want) || r.Total != 7 || r.Meetings != 3 {
		t.Errorf("order is %v of %d in %d", order, r.Total, r.Meetings)
	}
	h := r.Hits[2]
	if h.Body != "Trust" || h.Date != "2025-01-01" || h.Minutes != model.Approved || h.Under != "7 One" || h.Text != "Silt, north" ||
		!slices.Equal(h.Marked, []find.Span{{From: 0, To: 4}, {From: 6, To: 11}}) {
		t.Errorf("the hit is %+v", h)
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ typed, text, want string }{
		{"zoe", "Zo\u00eb\u2019s and ZOE, azoe", "Zo\u00eb\u2019s|ZOE"},
		{`"north channel" silt`, "North, Channel; channel north: silting", "North|Channel|silting"},
		{`"a a"`, "a a a b a", "a|a|a"},
		{"fi", "\ufb01le \u33a1 x\u0301y", "\ufb01le"},
		{"2", "m\u00b2 1\u00bd", "1\u00bd"},
		{"kind:action", "action", ""},
	} {
		var got []string
		for _, s := range asked(t, c.typed).Marks(c.text) {
			got = append(got, c.text[s.From:s.To])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q in %q: %q, want %q", c.typed, c.text, got, c.want)
		}
	}
}

// What is marked stands in the text in order, and a text that has a word of
// the question has a mark.
func TestMarksLieInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SampledFrom([]rune("aAb\u00e9 \u00df\ufb01\u00bd'.\u0301"))
		text, word := rapid.StringOfN(letters, 0, 30, -1).Draw(t, "text"), rapid.StringOfN(letters, 1, 3, -1).Draw(t, "word")
		q, err := find.Ask(word)
		if err != nil {
			return
		}
		last := 0
		spans := q.Marks(text)
		for _, s := range spans {
			if s.From < last || s.To <= s.From || s.To > len(text) {
				t.Fatalf("%+v lies behind %d or beyond %d", s, last, len(text))
			}
			last = s.To
		}
		if some := len(q.Words) > 0 && find.Parse(word).In(text); some && len(spans) == 0 {
			t.Fatalf("%q is not marked in %q", word, text)
		}
	})
}
