package ideal_test

import (
	"slices"
	"strings"
	"testing"

	"minutebook/model"
	"minutebook/model/phrase/ideal"
)

func TestTheFewestKeys(t *testing.T) {
	t.Parallel()
	oversight := []model.Abbreviation{{Short: "hub", Long: "Harbour Users' Board"}}
	for _, c := range []struct {
		name, line string
		offered    map[string]string
		short      []model.Abbreviation
		keys       int
	}{
		{"all typed", "Noted.", nil, nil, 6},
		{"taken whole", "Noted that", map[string]string{"N": "oted that"}, nil, 2},
		{"one word of it", "Noted the", map[string]string{"N": "oted that"}, nil, 6},
		{"the space after it too", "Noted the", map[string]string{"N": "oted "}, nil, 5},
		{"wrong", "Noted", map[string]string{"N": "ever "}, nil, 5},
		{"too short to count", "Noted", map[string]string{"Not": "ed"}, nil, 5},
		{"a later one that gives more", "abcdefgh", map[string]string{"a": "bcd", "ab": "cdefgh"}, nil, 3},
		{"an abbreviation", "The Harbour Users' Board met", nil, oversight, 4 + 4 + 3},
		{"no abbreviation within a word", "(xHarbour Users' Board met", nil, oversight, 26},
		{"an abbreviation with a capital and a genitive", "Members' hub's end", nil, []model.Abbreviation{{Short: "mh", Long: "members' hub"}}, 5 + 3},
		{"no abbreviation behind a hyphen", "A-Harbour Users' Board met", nil, oversight, 26},
		{"a stop in the place of a space", "Noted the end.", map[string]string{"Not": "ed the end "}, nil, 5},
		{"a space too many at the end", "Noted the", map[string]string{"N": "oted the "}, nil, 2},
		{"nor at the end, where nothing follows", "Harbour Users' Board", nil, oversight, 20},
		{"letters of two bytes", "Zoë été", map[string]string{"Z": "oë été"}, nil, 2},
	} {
		strokes := ideal.Strokes(c.line, func(typed string) string { return c.offered[typed] }, c.short)
		keys, line := 0, ""
		for _, s := range strokes {
			keys += s.Keys()
			line += s.Adds
		}
		if keys != c.keys || line != c.line {
			t.Errorf("%s: %d keys for %q, want %d for %q: %v", c.name, keys, line, c.keys, c.line, strokes)
		}
	}
}

func TestPreparedAbbreviations(t *testing.T) {
	t.Parallel()
	known := []string{"Harbour Users' Board, the Harbour Users' Board", "Once only in the Coastal Partnership"}
	var lines []ideal.Line
	for _, text := range []string{"The Harbour Users' Board met the Coastal Partnership.", "The Harbour Users' Board left the Coastal Partnership.", "Write to hub."} {
		lines = append(lines, ideal.Line{Text: text, Offered: make([]string, len(text))})
	}
	short := ideal.Prepare(known, lines, 25)
	if !slices.ContainsFunc(short, func(a model.Abbreviation) bool { return a.Long == "Harbour Users' Board" && a.Short != "hub" }) {
		t.Errorf("prepared: %v, want one for the board that is not a word of the lines", short)
	}
	for _, a := range short {
		if strings.Contains(a.Long, "Coastal") {
			t.Errorf("%v was known once only", a)
		}
	}
	if with, without := lines[0].Keys(short), lines[0].Keys(nil); with >= without {
		t.Errorf("%d keys with them and %d without", with, without)
	}
}
