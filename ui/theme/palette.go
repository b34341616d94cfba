package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// pair is what a tone looks like.
type pair struct{ back, words string }

// ink is one look of the window, as it is drawn up on paper.
type ink struct {
	desk, pane, sheet        string
	text, soft, ghost        string
	line, outline            string
	accent, onAccent         string
	weak, selected, marked   string
	hover, veil, danger      string
	plain, action, decision  pair
	motion, interest         pair
	restricted, live         pair
	outlined                 bool // tones are told by an outline, not by a tint
	focus                    float32
	scroll, scrollBackground string
}

var light = ink{
	desk: "#EFECE6", pane: "#F8F6F2", sheet: "#FFFFFF",
	text: "#1C2330", soft: "#596273", ghost: "#636B7B",
	line: "#DDD8CF", outline: "#A39E95",
	accent: "#1F4E8C", onAccent: "#FFFFFF",
	weak: "#E3ECF8", selected: "#EEF3FB", marked: "#C9DCF5",
	hover: "#1C233010", veil: "#1C233066", danger: "#8B1A24",
	plain:      pair{"#ECEAE4", "#4A5262"},
	action:     pair{"#FFF0D2", "#7A4700"},
	decision:   pair{"#DFF1E5", "#14532D"},
	motion:     pair{"#EBE5F8", "#4A2C86"},
	interest:   pair{"#DFF1F5", "#0B5062"},
	restricted: pair{"#FBE2E3", "#8B1A24"},
	live:       pair{"#B3261E", "#FFFFFF"},
	focus:      2,
	scroll:     "#59627399", scrollBackground: "#00000000",
}

var dark = ink{
	desk: "#12151A", pane: "#191D24", sheet: "#20252E",
	text: "#E9ECF1", soft: "#A7B0BF", ghost: "#8E98A8",
	line: "#323A47", outline: "#667185",
	accent: "#8DB6F5", onAccent: "#12151A",
	weak: "#24344D", selected: "#29323F", marked: "#34507A",
	hover: "#E9ECF112", veil: "#000000A0", danger: "#FFB9BE",
	plain:      pair{"#2B323D", "#C3CBD8"},
	action:     pair{"#4A3411", "#FFD58A"},
	decision:   pair{"#163E29", "#A6E3BE"},
	motion:     pair{"#352A55", "#D3C3FB"},
	interest:   pair{"#12404C", "#A5E2F1"},
	restricted: pair{"#4D1D22", "#FFB9BE"},
	live:       pair{"#F2766D", "#12151A"},
	focus:      2,
	scroll:     "#A7B0BF99", scrollBackground: "#00000000",
}

var lightContrast = ink{
	desk: "#FFFFFF", pane: "#FFFFFF", sheet: "#FFFFFF",
	text: "#000000", soft: "#2B2B2B", ghost: "#4A4A4A",
	line: "#000000", outline: "#000000",
	accent: "#00308F", onAccent: "#FFFFFF",
	weak: "#FFFFFF", selected: "#FFFFFF", marked: "#B9D4FF",
	hover: "#00000014", veil: "#000000B0", danger: "#7A0010",
	plain:      pair{"#FFFFFF", "#000000"},
	action:     pair{"#FFFFFF", "#5C3500"},
	decision:   pair{"#FFFFFF", "#004D22"},
	motion:     pair{"#FFFFFF", "#3D1A80"},
	interest:   pair{"#FFFFFF", "#004558"},
	restricted: pair{"#FFFFFF", "#7A0010"},
	live:       pair{"#7A0010", "#FFFFFF"},
	outlined:   true,
	focus:      3,
	scroll:     "#000000", scrollBackground: "#FFFFFF",
}

var darkContrast = ink{
	desk: "#000000", pane: "#000000", sheet: "#000000",
	text: "#FFFFFF", soft: "#E0E0E0", ghost: "#C4C4C4",
	line: "#FFFFFF", outline: "#FFFFFF",
	accent: "#9CC9FF", onAccent: "#000000",
	weak: "#000000", selected: "#000000", marked: "#003C85",
	hover: "#FFFFFF24", veil: "#000000D0", danger: "#FFB3B8",
	plain:      pair{"#000000", "#FFFFFF"},
	action:     pair{"#000000", "#FFD580"},
	decision:   pair{"#000000", "#9BF0BB"},
	motion:     pair{"#000000", "#D9C8FF"},
	interest:   pair{"#000000", "#9DE8FA"},
	restricted: pair{"#000000", "#FFB3B8"},
	live:       pair{"#FFB3B8", "#000000"},
	outlined:   true,
	focus:      3,
	scroll:     "#FFFFFF", scrollBackground: "#000000",
}

// palette is an ink with its colours ready to be painted, by name.
type palette map[fyne.ThemeColorName]color.Color

// newPalette mixes the ink.
func newPalette(i ink) palette {
	p := palette{
		Desk: mix(i.desk), Pane: mix(i.pane), Paper: mix(i.sheet),
		Text: mix(i.text), Soft: mix(i.soft), Ghost: mix(i.ghost),
		Line: mix(i.line), Outline: mix(i.outline), Accent: mix(i.accent), OnAccent: mix(i.onAccent),
		AccentWeak: mix(i.weak), Selected: mix(i.selected), Marked: mix(i.marked),
		Hover: mix(i.hover), Veil: mix(i.veil), Danger: mix(i.danger),
	}
	tones := map[Tone]pair{
		Plain: i.plain, Action: i.action, Decision: i.decision, Motion: i.motion, Interest: i.interest,
		Restricted: i.restricted, Live: i.live, Draft: i.action, Approved: i.decision,
	}
	for tone, c := range tones {
		p[tone.Back()], p[tone.Words()], p[tone.Edge()] = mix(c.back), mix(c.words), mix(c.back)
		if i.outlined {
			p[tone.Edge()] = mix(c.words)
		}
	}
	for _, name := range []fyne.ThemeColorName{NoTone.Back(), NoTone.Words(), NoTone.Edge()} {
		p[name] = color.Transparent
	}
	p[SelectedEdge] = p[Selected]
	if i.outlined {
		p[SelectedEdge] = p[Accent]
	}
	p.dressFyne(i)
	return p
}

// mix reads a colour written #RRGGBB or #RRGGBBAA.
func mix(hex string) color.NRGBA {
	c := color.NRGBA{A: 0xFF}
	for n, part := range []*uint8{&c.R, &c.G, &c.B, &c.A} {
		at := 1 + 2*n
		if at+1 < len(hex) {
			*part = digit(hex[at])<<4 | digit(hex[at+1])
		}
	}
	return c
}

func digit(b byte) uint8 {
	if b >= 'A' {
		return b - 'A' + 10
	}
	return b - '0'
}
