//go:build race

package ui

// raceDetector says whether tests run under the race detector, several times as
// slowly.
const raceDetector = true
