package pattern_test

import (
	"slices"
	"sync"
	"testing"

	"minutebook/model/pattern"
)

// A pattern that several goroutines come to first at the same time is the same
// for each of them.
func TestPatternsAreSharedByGoroutines(t *testing.T) {
	day := pattern.Of(`(\d+) (March|April)`)
	var all sync.WaitGroup
	found := make([][]string, 8)
	for i := range found {
		all.Go(func() { found[i] = day.FindStringSubmatch("on 3 March 2026") })
	}
	all.Wait()
	for _, got := range found {
		if want := []string{"3 March", "3", "March"}; !slices.Equal(got, want) {
			t.Fatalf("found %q; want %q", got, want)
		}
	}
}

// One that is written wrongly harms nothing until it is used.
func TestAWrongPatternPanicsWhenUsed(t *testing.T) {
	wrong := pattern.Of(`(`)
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	wrong.MatchString("words")
}
