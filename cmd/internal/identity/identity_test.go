package identity

import (
	"regexp"
	"testing"

	"minutebook/model"
)

func TestNew(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^[a-z2-7]{12}$`)
	seen := map[model.ID]bool{}
	for range 10000 {
		id := New()
		if !form.MatchString(string(id)) {
			t.Fatalf("New() = %q; want twelve letters and digits", id)
		}
		if seen[id] {
			t.Fatalf("New() made %q twice", id)
		}
		seen[id] = true
	}
}
