package hurry_test

import (
	"math"
	"runtime/debug"
	"testing"

	"minutebook/cmd/internal/hurry"
)

func TestMemoryIsClearedOnceTheHurryIsOver(t *testing.T) {
	if percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(-1); percent != -1 || limit > 1<<30 {
		t.Errorf("in a hurry memory may grow by %d %% and to %d bytes", percent, limit)
	}
	hurry.Over()
	if percent, limit := debug.SetGCPercent(100), debug.SetMemoryLimit(-1); percent <= 0 || limit < math.MaxInt64 {
		t.Errorf("after it memory may grow by %d %% and to %d bytes", percent, limit)
	}
}
