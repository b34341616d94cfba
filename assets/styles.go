package assets

import "embed"

// Styles are the house styles that come with the program: styles/NAME.json.
//
//go:embed styles/*.json
var Styles embed.FS
