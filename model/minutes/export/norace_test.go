//go:build !race

package export

// raceDetector says whether tests run under the race detector, several times as
// slowly.
const raceDetector = false
