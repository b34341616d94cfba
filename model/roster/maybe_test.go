package roster

import "testing"

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b         string
		alike, apart bool
	}{
		{"Cllr Ann Zelenka", "ann želenka", true, false},
		{"Mr J. Reyes", "J Reyes", true, false},
		{"Mr J. Reyes", "Mrs J. Reyes", false, true},
		{"Sir Tom Vane", "Dame Tom Vane", false, true},
		{"Ann Zelenka", "Ann Vogel", false, false},
		{"J. Reyes", "Jane Reyes", false, false},
		{"", "", false, false},
	} {
		if SameName(c.a, c.b) != c.alike || Apart(c.a, c.b) != c.apart || Apart(c.b, c.a) != c.apart {
			t.Errorf("%q and %q: alike %v, apart %v", c.a, c.b, SameName(c.a, c.b), Apart(c.a, c.b))
		}
	}
}
