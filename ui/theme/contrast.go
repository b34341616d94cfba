package theme

import (
	"image/color"
	"math"
)

// Contrast is the contrast of two colours as WCAG 2 reckons it: from 1, the
// same, to 21, black and white. How much they let through does not count.
func Contrast(a, b color.NRGBA) float64 {
	x, y := Luminance(a), Luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Luminance is how light a colour is, from 0 to 1, as contrast is reckoned.
func Luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}
