package assets

import "embed"

// Lang are the words of the screens in every language that there is: lang/TAG.json.
//
//go:embed lang/*.json
var Lang embed.FS
