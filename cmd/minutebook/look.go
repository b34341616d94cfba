package main

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"

	"minutebook/ui"
)

// What is remembered between one start and the next, and nothing else: how the
// window looked. A file of them that was cut short or meddled with counts as
// none.
const (
	prefGround   = "look.ground"
	prefContrast = "look.contrast"
	prefText     = "look.text"
	prefScale    = "look.scale"
	prefNoPanes  = "look.panes.hidden"
	prefFigures  = "look.figures"
	prefLanguage = "look.language"
	prefSize     = "window.size"
)

// usualSize fits a small laptop's screen with its panels.
var usualSize = fyne.NewSize(1280, 720)

func rememberedLook(p fyne.Preferences) ui.Look {
	look := ui.Look{
		Ground: p.StringWithFallback(prefGround, "light"), Contrast: p.Bool(prefContrast),
		Text: float32(within(p.Float(prefText), 0.5, 4, 1)), Scale: float32(within(p.Float(prefScale), 0.5, 4, 1)),
		HidePanes: p.Bool(prefNoPanes), Figures: p.String(prefFigures), Language: p.String(prefLanguage),
	}
	if look.Ground != "light" && look.Ground != "dark" {
		look.Ground = ""
	}
	if look.Figures != "tables" && look.Figures != "none" {
		look.Figures = ""
	}
	return look
}

func keepLook(p fyne.Preferences, l ui.Look) {
	p.SetString(prefGround, l.Ground)
	p.SetBool(prefContrast, l.Contrast)
	p.SetFloat(prefText, float64(l.Text))
	p.SetFloat(prefScale, float64(l.Scale))
	p.SetBool(prefNoPanes, l.HidePanes)
	p.SetString(prefFigures, l.Figures)
	p.SetString(prefLanguage, l.Language)
}

func rememberedSize(p fyne.Preferences) fyne.Size {
	var width, height float64
	if _, err := fmt.Sscanf(p.String(prefSize), "%gx%g", &width, &height); err != nil {
		return usualSize
	}
	return fyne.NewSize(float32(within(width, 640, 10000, float64(usualSize.Width))), float32(within(height, 400, 10000, float64(usualSize.Height))))
}

// keepSize is one value on purpose: Fyne writes the first of several changes
// at once and the rest a little later, when the program may be gone.
func keepSize(p fyne.Preferences, size fyne.Size) {
	p.SetString(prefSize, fmt.Sprintf("%gx%g", size.Width, size.Height))
}

// within is v where it makes sense, else the usual value.
func within(v, least, most, usual float64) float64 {
	if math.IsNaN(v) || v < least || v > most {
		return usual
	}
	return v
}
