// Package assets holds the files that are built into the programs.
package assets

import _ "embed" // for the files below

// The program's icon: the drawing, and the pictures rendered from it, 512 by 512
// for installing it, and 256 by 256 for the window, which decodes it at every
// start.
var (
	//go:embed icon.svg
	IconSVG []byte
	//go:embed icon.png
	IconPNG []byte
	//go:embed icon-256.png
	WindowIconPNG []byte
)

// The typeface of the window, as TrueType files: Inter (SIL Open Font License, fonts/OFL.txt) with its
// tabular figures as the ordinary ones, so that numbers line up. FontBold is semi-bold, weight 600.
var (
	//go:embed fonts/Inter-Regular.ttf
	FontRegular []byte
	//go:embed fonts/Inter-SemiBold.ttf
	FontBold []byte
	//go:embed fonts/Inter-Italic.ttf
	FontItalic []byte
)
