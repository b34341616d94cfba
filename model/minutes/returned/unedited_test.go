package returned_test

import (
	"testing"

	"minutebook/model/minutes"
)

// A file that nobody edited proposes nothing, whatever its style and audience.
func TestUneditedFilesProposeNothing(t *testing.T) {
	t.Parallel()
	for name, m := range invented(t) {
		for _, s := range styles(t) {
			for _, a := range []minutes.Audience{minutes.Full, minutes.Public} {
				r := found(t, opened(t, written(t, m, s, a)), m, m)
				if len(r.Proposals) > 0 || len(r.Left) > 0 || r.Style != s.Name {
					t.Errorf("%s in %s for %d, taken for %s %d:\n%s", name, s.Name, a, r.Style, r.Audience, listed(r))
				}
			}
		}
	}
}
