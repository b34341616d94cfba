package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model/diff"
)

func TestWordsReadWell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ before, after, want string }{
		{"The Board noted the report.", "The Board noted the report.", "The Board noted the report."},
		{"The Board noted the report.", "The Board noted the annual report.", "The Board noted the +annual +report."},
		{"to report by 27 June 2026", "to report by 4 July 2026", "to report by -27 June-+4 July+ 2026"},
		{"£1,200 was spent", "£1,250 was spent", "£-1,200-+1,250+ was spent"},
		{"It was a cold day in March", "They had one warm night in May", "-It was a cold day in March-+They had one warm night in May+"},
		{"", "New words", "+New words+"},
		{"Old words", "", "-Old words-"},
		{"the Board's view", "the Boards' view", "the -Board's-+Boards'+ view"},
	} {
		var b strings.Builder
		for _, r := range diff.Words(c.before, c.after) {
			mark := []string{"", "-", "+"}[r.Mark]
			b.WriteString(mark + r.Text + mark)
		}
		if b.String() != c.want {
			t.Errorf("%q to %q is %q, want %q", c.before, c.after, b.String(), c.want)
		}
	}
}

func TestStepsGiveBothSides(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		list := func(name string) []string {
			return rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", " ", ".", "x1", "x2", "x3"}), 0, 40).Draw(t, name)
		}
		a, b := list("a"), list("b")
		for _, steps := range [][]diff.Step{diff.Of(a, b), diff.Tidy(diff.Of(a, b), func(s diff.Step) int {
			return diff.Weight(append(append([]string{}, a...), b...)[max(s.A, 0)])
		})} {
			var left, right []int
			for i, s := range steps {
				if s.Mark == diff.Same && a[s.A] != b[s.B] {
					t.Fatalf("%q and %q are said to be the same", a[s.A], b[s.B])
				}
				if s.Mark != diff.Inserted {
					left = append(left, s.A)
				}
				if s.Mark != diff.Deleted {
					right = append(right, s.B)
				}
				if i > 0 && s.Mark == diff.Deleted && steps[i-1].Mark == diff.Inserted {
					t.Fatal("something inserted stands before something deleted")
				}
			}
			if !slices.Equal(left, upTo(len(a))) || !slices.Equal(right, upTo(len(b))) {
				t.Fatalf("%q to %q: %v", a, b, steps)
			}
		}
	})
}

func upTo(n int) []int {
	var out []int
	for i := range n {
		out = append(out, i)
	}
	return out
}

func TestNothingChangedIsAllTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if strings.Join(diff.Tokens(text), "") != text {
			t.Fatalf("the tokens of %q are %q", text, diff.Tokens(text))
		}
		if runs := diff.Words(text, text); text != "" && (len(runs) != 1 || runs[0] != diff.Run{Text: text}) {
			t.Fatalf("%v", runs)
		}
	})
}

// What was replaced as a whole takes no time that grows with its square.
func TestLongTextsThatHaveNothingInCommon(t *testing.T) {
	t.Parallel()
	var a, b []string
	for n := range 200000 {
		a, b = append(a, fmt.Sprint("a", n%3)), append(b, fmt.Sprint("b", n%3))
	}
	if n := len(diff.Of(a, b)); n != len(a)+len(b) {
		t.Errorf("%d steps", n)
	}
}

func TestRising(t *testing.T) {
	t.Parallel()
	if got := diff.Rising([]int{4, 0, 1, 9, 2, 3}); !slices.Equal(got, []int{1, 2, 4, 5}) {
		t.Errorf("got %v", got)
	}
}

func TestLikeness(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want float64
	}{{"", "", 1}, {"one two", "Two, one!", 1}, {"one two", "one three", 0.5}, {"one", "", 0}} {
		if got := diff.Likeness(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
