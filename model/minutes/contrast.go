package minutes

import (
	"fmt"
	"math"
	"strconv"
)

// contrast is what words need of their ground to be read: WCAG 2, level AA.
const contrast = 4.5

// palest is the palest ink that writers put on the tint: that of links.
const palest = "1A4F9C"

// Legible is the look with its accent as dark as words on white paper need,
// and its tint as light as a ground of words needs. Hues stay; a look that can
// be read stays as it is.
func (l Look) Legible() Look {
	l.Accent = until(l.Accent, 0, func(c string) bool { return Contrast(c, "FFFFFF") >= contrast })
	l.Tint = until(l.Tint, 255, func(c string) bool { return Contrast(c, palest) >= contrast })
	return l
}

// until brings a colour step by step towards black (0) or white (255) until it
// is enough. What is no colour stays.
func until(colour string, end float64, enough func(string) bool) string {
	if !isColour(colour) {
		return colour
	}
	from := channels(colour)
	for step := range 100 {
		c := ""
		for _, v := range from {
			c += fmt.Sprintf("%02X", int(math.Round(v+(end-v)*float64(step)/100)))
		}
		if step == 0 {
			c = colour
		}
		if enough(c) {
			return c
		}
	}
	return fmt.Sprintf("%02X%02X%02X", int(end), int(end), int(end))
}

// Contrast is the contrast of two colours of six hexadecimal digits as WCAG 2
// reckons it: from 1, the same, to 21, black and white.
func Contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(colour string) float64 {
	sum := 0.0
	for i, v := range channels(colour) {
		v /= 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += v * [3]float64{0.2126, 0.7152, 0.0722}[i]
	}
	return sum
}

// channels are the red, green and blue of a colour, from 0 to 255; black where
// it is none.
func channels(colour string) [3]float64 {
	if !isColour(colour) {
		return [3]float64{}
	}
	n, err := strconv.ParseUint(colour, 16, 32)
	if err != nil {
		return [3]float64{}
	}
	return [3]float64{float64(n >> 16), float64(n >> 8 & 255), float64(n & 255)}
}
