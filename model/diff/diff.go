// Package diff says how one sequence became another, so that a reader can
// follow it.
package diff

import "slices"

// Mark is what became of an element.
type Mark int

// The marks.
const (
	Same Mark = iota
	Deleted
	Inserted
)

// Step is what became of one element: A is its place in the earlier sequence,
// B in the later; -1 where it is not in it.
type Step struct {
	Mark Mark
	A, B int
}

// furthest is how many edits are looked for before what lies between two
// places counts as wholly replaced: it bounds the time.
const furthest = 600

// Of is how a became b. Elements that stand once in each are matched first,
// those between them by the fewest edits. Where elements are replaced, those
// deleted come before those inserted. Without the steps inserted it is a, and
// without those deleted b.
func Of[T comparable](a, b []T) []Step {
	d := differ[T]{a: a, b: b, steps: make([]Step, 0, max(len(a), len(b)))}
	d.between(0, len(a), 0, len(b))
	return sorted(d.steps)
}

type differ[T comparable] struct {
	a, b  []T
	steps []Step
}

func (d *differ[T]) same(a, b, n int) {
	for i := range n {
		d.steps = append(d.steps, Step{Same, a + i, b + i})
	}
}

func (d *differ[T]) replaced(a0, a1, b0, b1 int) {
	for i := a0; i < a1; i++ {
		d.steps = append(d.steps, Step{Deleted, i, -1})
	}
	for j := b0; j < b1; j++ {
		d.steps = append(d.steps, Step{Inserted, -1, j})
	}
}

// between finds the steps from a[a0:a1] to b[b0:b1].
func (d *differ[T]) between(a0, a1, b0, b1 int) {
	n := 0
	for a0+n < a1 && b0+n < b1 && d.a[a0+n] == d.b[b0+n] {
		n++
	}
	d.same(a0, b0, n)
	a0, b0 = a0+n, b0+n
	tail := 0
	for a1-tail > a0 && b1-tail > b0 && d.a[a1-tail-1] == d.b[b1-tail-1] {
		tail++
	}
	a1, b1 = a1-tail, b1-tail
	switch pairs := d.unique(a0, a1, b0, b1); {
	case a0 == a1 || b0 == b1:
		d.replaced(a0, a1, b0, b1)
	case len(pairs) > 0:
		for _, p := range pairs {
			d.between(a0, p[0], b0, p[1])
			d.same(p[0], p[1], 1)
			a0, b0 = p[0]+1, p[1]+1
		}
		d.between(a0, a1, b0, b1)
	default:
		d.fewest(a0, a1, b0, b1)
	}
	d.same(a1, b1, tail)
}

// unique are the places of elements that stand once in either stretch, as many
// as are in the same order.
func (d *differ[T]) unique(a0, a1, b0, b1 int) [][2]int {
	const twice = -1
	once := func(s []T, from, to int) map[T]int {
		at := make(map[T]int, to-from)
		for i := from; i < to; i++ {
			if _, ok := at[s[i]]; ok {
				at[s[i]] = twice
			} else {
				at[s[i]] = i
			}
		}
		return at
	}
	inB := once(d.b, b0, b1)
	var pairs [][2]int
	inA := once(d.a, a0, a1)
	for i := a0; i < a1; i++ {
		if j, ok := inB[d.a[i]]; ok && j != twice && inA[d.a[i]] != twice {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	places := make([]int, len(pairs))
	for i, p := range pairs {
		places[i] = p[1]
	}
	rising := Rising(places)
	kept := pairs[:0]
	for _, i := range rising {
		kept = append(kept, pairs[i])
	}
	return kept
}

// Rising are the places, in order, of the most numbers of list that rise from
// one to the next: what of a list was not moved.
func Rising(list []int) []int {
	var ends []int // the place of the lowest end of a row of each length
	before := make([]int, len(list))
	for i, v := range list {
		n, _ := slices.BinarySearchFunc(ends, v, func(end, v int) int { return list[end] - v })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	out := make([]int, len(ends))
	for n, i := len(ends)-1, ends[len(ends)-1]; n >= 0; n, i = n-1, before[i] {
		out[n] = i
	}
	return out
}

// fewest finds the fewest edits, after Myers: reached[e] holds how far the
// earlier stretch is used up on each diagonal after e edits.
func (d *differ[T]) fewest(a0, a1, b0, b1 int) {
	a, b := d.a[a0:a1], d.b[b0:b1]
	limit := min(len(a)+len(b), furthest)
	far := make([]int, 2*limit+3)
	mid := limit + 1
	var reached [][]int
	for edits := 0; edits <= limit; edits++ {
		for k := -edits; k <= edits; k += 2 {
			x := 0
			switch {
			case edits == 0:
			case k == -edits || k != edits && far[mid+k-1] < far[mid+k+1]:
				x = far[mid+k+1]
			default:
				x = far[mid+k-1] + 1
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			far[mid+k] = x
			if x >= len(a) && x-k >= len(b) {
				reached = append(reached, slices.Clone(far[mid-edits:mid+edits+1]))
				d.traced(a0, b0, len(a), len(b), reached)
				return
			}
		}
		reached = append(reached, slices.Clone(far[mid-edits:mid+edits+1]))
	}
	d.replaced(a0, a1, b0, b1)
}

// traced adds the steps of the way that was found, walking it back.
func (d *differ[T]) traced(a0, b0, x, y int, reached [][]int) {
	var back []Step
	for edits := len(reached) - 1; edits > 0; edits-- {
		far := reached[edits-1]
		at := func(k int) int { // on diagonal k after one edit less
			if i := k + edits - 1; i >= 0 && i < len(far) {
				return far[i]
			}
			return -1
		}
		k := x - y
		down := k == -edits || k != edits && at(k-1) < at(k+1)
		px := at(k-1) + 1
		if down {
			px = at(k + 1)
		}
		for ; x > px; x, y = x-1, y-1 {
			back = append(back, Step{Same, a0 + x - 1, b0 + y - 1})
		}
		if down {
			y--
			back = append(back, Step{Inserted, -1, b0 + y})
		} else {
			x--
			back = append(back, Step{Deleted, a0 + x, -1})
		}
	}
	for ; x > 0; x, y = x-1, y-1 {
		back = append(back, Step{Same, a0 + x - 1, b0 + y - 1})
	}
	slices.Reverse(back)
	d.steps = append(d.steps, back...)
}

// sorted puts what was deleted before what was inserted in its place.
func sorted(steps []Step) []Step {
	for from := 0; from < len(steps); from++ {
		to := from
		for to < len(steps) && steps[to].Mark != Same {
			to++
		}
		slices.SortStableFunc(steps[from:to], func(a, b Step) int { return int(a.Mark) - int(b.Mark) })
		from = to
	}
	return steps
}

// Tidy lets go of what is the same between two edits where it is no more than
// either of them: a reader follows one longer edit more easily than two with a
// scrap between them. weight is how much a step's element counts, 0 for what
// never stands alone, such as a space.
func Tidy(steps []Step, weight func(Step) int) []Step {
	for {
		stretches := split(steps)
		again := false
		for i := 1; i+1 < len(stretches); i++ {
			s := stretches[i]
			if steps[s[0]].Mark != Same || weighed(steps[s[0]:s[1]], weight, Same) > min(edited(steps, stretches[i-1], weight), edited(steps, stretches[i+1], weight)) {
				continue
			}
			steps = sorted(slices.Concat(steps[:s[0]], replacedBy(steps[s[0]:s[1]]), steps[s[1]:]))
			again = true
			break
		}
		if !again {
			return steps
		}
	}
}

// split are the stretches of steps that are the same, and those that are not,
// in turn.
func split(steps []Step) [][2]int {
	var out [][2]int
	for i, s := range steps {
		if n := len(out); n > 0 && (steps[i-1].Mark == Same) == (s.Mark == Same) {
			out[n-1][1]++
		} else {
			out = append(out, [2]int{i, i + 1})
		}
	}
	return out
}

// edited is how much was deleted or inserted in a stretch, whichever is more.
func edited(steps []Step, stretch [2]int, weight func(Step) int) int {
	s := steps[stretch[0]:stretch[1]]
	return max(weighed(s, weight, Deleted), weighed(s, weight, Inserted))
}

func weighed(steps []Step, weight func(Step) int, mark Mark) int {
	sum := 0
	for _, s := range steps {
		if s.Mark == mark {
			sum += weight(s)
		}
	}
	return sum
}

// replacedBy makes what is the same deleted and inserted.
func replacedBy(same []Step) []Step {
	var out []Step
	for _, s := range same {
		out = append(out, Step{Deleted, s.A, -1}, Step{Inserted, -1, s.B})
	}
	return out
}
