package assets

import "embed"

// Samples are the meetings of the sample book as quick-line scripts, one file
// a meeting, under samples/.
//
//go:embed samples/*.minutes
var Samples embed.FS
