//go:build race

package ui

import (
	"flag"

	_ "pgregory.net/rapid" // has the flag
)

// raceDetector says whether tests run under the race detector, several times as
// slowly.
const raceDetector = true

// Random tests try fewer cases there, where the flag does not say how many: the
// same tests have all of them without the detector.
func init() {
	if err := flag.Set("rapid.checks", "25"); err != nil {
		panic(err)
	}
}
