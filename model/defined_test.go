package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestDefined(t *testing.T) {
	for _, c := range []struct {
		text string
		want []Abbreviation
	}{
		{"Senior Shore Officers (SSOs) will attend", []Abbreviation{{"SSO", "Senior Shore Officer"}}},
		{"The report of the Harbour Oversight Board (HOB) was noted.", []Abbreviation{{"HOB", "Harbour Oversight Board"}}},
		{"the Deputy Master for Pilotage and Crews (DMPC)", []Abbreviation{{"DMPC", "Deputy Master for Pilotage and Crews"}}},
		{"HOB (Harbour Oversight Board) met", []Abbreviation{{"HOB", "Harbour Oversight Board"}}},
		{"the HOB (the Harbour Oversight Board) met", []Abbreviation{{"HOB", "Harbour Oversight Board"}}},
		{"SSOs (Senior Shore Officers)", []Abbreviation{{"SSO", "Senior Shore Officer"}}},
		{"Office for Ports and Craft (OPAC)", []Abbreviation{{"OPAC", "Office for Ports and Craft"}}},
		{"Transport for Lakeland (TfL)", []Abbreviation{{"TfL", "Transport for Lakeland"}}},
		{"anti-social behaviour (ASB) rose", []Abbreviation{{"ASB", "anti-social behaviour"}}},
		{"the Co-operative Boat Society (CBS)", []Abbreviation{{"CBS", "Co-operative Boat Society"}}},
		{"Body-Worn Video (BWV)", []Abbreviation{{"BWV", "Body-Worn Video"}}},
		{"the PilotLink System (PLS)", []Abbreviation{{"PLS", "PilotLink System"}}},
		{"the PilotLink System (PS)", []Abbreviation{{"PS", "PilotLink System"}}},
		{"the Mayor's Ports Office (MPO)", []Abbreviation{{"MPO", "Mayor's Ports Office"}}},
		{"**Harbour** Oversight *Board* (“HOB”)", []Abbreviation{{"HOB", "Harbour Oversight Board"}}},
		{"Harbour Oversight Board (the HOB)", []Abbreviation{{"HOB", "Harbour Oversight Board"}}},
		{"Partner Bodies (PBs)", []Abbreviation{{"PB", "Partner Body"}}},
		{"Élus du Littoral (ÉDL)", []Abbreviation{{"ÉDL", "Élus du Littoral"}}},
		{"the Quay Works Plan (QWP) and the Harbour Fund (HF)", []Abbreviation{{"QWP", "Quay Works Plan"}, {"HF", "Harbour Fund"}}},
		{"the Quay Works Plan (QWP), and again Quay Works Plan (QWP)", []Abbreviation{{"QWP", "Quay Works Plan"}}},
		{"Q. Harbour Oversight Board (HOB)", []Abbreviation{{"HOB", "Harbour Oversight Board"}}},

		{"joined late (item 3)", nil},
		{"Jane Moss (the Chair)", nil},
		{"the harbours of this country (UK)", nil},
		{"(UK)", nil},
		{"UK (item 3)", nil},
		{"He left. Harbour. Oversight. Board (HOB)", nil},
		{"the Harbour Board (HOB)", nil},
		{"the Harbour Quay Oversight Board (HOB)", nil},
		{"the Harbour Oversight Board (HOB", nil},
		{"Harbour Oversight Board (hob)", nil},
		{"the Board (B)", nil},
		{"no brackets at all", nil},
		{"HOB (see the Harbour Oversight Board)", nil},
		{"", nil},
	} {
		if got := Defined(c.text); !slices.Equal(got, c.want) {
			t.Errorf("Defined(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}

func TestDefinedReadsAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ABCabcé ()-’'s.\n*[]")), 0, 60, -1).Draw(t, "text")
		for _, a := range Defined(text) {
			if len([]rune(a.Short)) < 2 || a.Long == "" {
				t.Fatalf("Defined(%q) gave %q", text, a)
			}
		}
	})
}
