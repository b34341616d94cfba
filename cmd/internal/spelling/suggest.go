package spelling

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/client9/gospell"
)

// most is how many suggestions are given.
const most = 5

// index is what suggestions are looked up in: the dictionary's own words by
// their length, and which letters follow one another in them.
type index struct {
	byLength map[int][]entry
	pairs    map[[2]rune]bool
	alphabet []rune
}

// entry is a word of the dictionary in small letters, with its letters as a
// set of bits, and as the dictionary has it.
type entry struct {
	letters []rune
	bits    uint64
	word    string
}

func newIndex(words *gospell.GoSpell) index {
	x := index{byLength: map[int][]entry{}, pairs: map[[2]rune]bool{}}
	seen := map[rune]int{}
	words.ForEachWord(func(word string) bool {
		letters := []rune(strings.ToLower(word))
		for i, r := range letters {
			seen[r]++
			if i > 0 {
				x.pairs[[2]rune{letters[i-1], r}] = true
			}
		}
		x.byLength[len(letters)] = append(x.byLength[len(letters)], entry{letters, bitsOf(letters), word})
		return true
	})
	for r := range seen {
		if unicode.IsLetter(r) {
			x.alphabet = append(x.alphabet, r)
		}
	}
	slices.SortFunc(x.alphabet, func(a, b rune) int { return cmp.Or(seen[b]-seen[a], int(a-b)) })
	x.alphabet = x.alphabet[:min(len(x.alphabet), 32)]
	for _, ending := range endings {
		letters := []rune(ending)
		for i := range letters[1:] {
			x.pairs[[2]rune{letters[i], letters[i+1]}] = true
		}
	}
	return x
}

// endings are letters that follow one another where words are inflected, and
// perhaps nowhere else in a dictionary of their bare forms.
var endings = []string{"ing", "ings", "ed", "ers", "ies", "iest", "'s", "ations", "ments", "nesses"}

func bitsOf(letters []rune) uint64 {
	var bits uint64
	for _, r := range letters {
		bits |= 1 << (uint32(r) % 64)
	}
	return bits
}

// guess is a suggestion with how far it is from what was typed, in half slips:
// letters that are all there in another order count half.
type guess struct {
	word  string
	far   int
	first bool // begins with the same letter
}

// Suggest gives words of the dictionary that what was typed may stand for, the
// likeliest first, at most five. They are one or two slips away: a letter
// left out, put in, mistaken, or two letters the wrong way round. A capital at
// the start stays one.
func (d *Dictionary) Suggest(word string) []string {
	typed := []rune(strings.ToLower(strings.ReplaceAll(word, "’", "'")))
	if len(typed) < 2 || len(typed) > 40 {
		return nil
	}
	found := map[string]guess{}
	sorted := inOrder(typed)
	add := func(candidate string, far int) {
		far *= 2
		if inOrder([]rune(strings.ToLower(candidate))) == sorted {
			far--
		}
		first, _ := utf8.DecodeRuneInString(strings.ToLower(candidate))
		if old, ok := found[candidate]; !ok || far < old.far {
			found[candidate] = guess{candidate, far, first == typed[0]}
		}
	}
	d.nearBareWords(typed, add)
	d.oneSlip(typed, add)
	all := make([]guess, 0, len(found))
	for _, g := range found {
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b guess) int {
		return cmp.Or(a.far-b.far, btoi(b.first)-btoi(a.first), btoi(odd(a.word))-btoi(odd(b.word)), cmp.Compare(a.word, b.word))
	})
	var list []string
	said := map[string]bool{} // whatever the capitals
	for _, g := range all {
		if lower := strings.ToLower(g.word); !said[lower] && len(list) < most {
			said[lower] = true
			list = append(list, asTyped(g.word, word))
		}
	}
	return list
}

// inOrder are letters in the order of the alphabet.
func inOrder(letters []rune) string {
	letters = slices.Clone(letters)
	slices.Sort(letters)
	return string(letters)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// odd says whether a word is less likely meant: a name or an abbreviation, or
// one in parts.
func odd(word string) bool {
	return strings.ToLower(word) != word || strings.ContainsAny(word, "-.' ")
}

// asTyped gives a suggestion the capital that what was typed begins with.
func asTyped(suggestion, typed string) string {
	first, n := utf8.DecodeRuneInString(suggestion)
	if r, _ := utf8.DecodeRuneInString(typed); unicode.IsUpper(r) {
		return string(unicode.ToUpper(first)) + suggestion[n:]
	}
	return suggestion
}

// nearBareWords finds the bare forms of the dictionary that are one slip away,
// or two where the word is long enough to tell.
func (d *Dictionary) nearBareWords(typed []rune, add func(string, int)) {
	limit := 2
	if len(typed) < 5 {
		limit = 1
	}
	bits := bitsOf(typed)
	for length := len(typed) - limit; length <= len(typed)+limit; length++ {
		for _, e := range d.index.byLength[length] {
			if tooMany(bits&^e.bits, limit) || tooMany(e.bits&^bits, limit) {
				continue
			}
			if far := distance(typed, e.letters, limit); far > 0 && far <= limit && d.Right(e.word) {
				add(e.word, far)
			}
		}
	}
}

// tooMany says whether more bits are set than slips allow.
func tooMany(bits uint64, limit int) bool {
	for ; bits != 0; limit-- {
		if limit == 0 {
			return true
		}
		bits &= bits - 1
	}
	return false
}

// oneSlip finds inflected forms that are one slip away.
func (d *Dictionary) oneSlip(typed []rune, add func(string, int)) {
	try := func(candidate []rune, at int) {
		for i := max(at-1, 0); i < min(at+2, len(candidate)-1); i++ {
			if !d.index.pairs[[2]rune{candidate[i], candidate[i+1]}] {
				return
			}
		}
		if word := string(candidate); d.Right(word) && !strings.Contains(word, "-") {
			add(word, 1)
		}
	}
	edit := make([]rune, 0, len(typed)+1)
	for i := range typed {
		try(append(append(edit[:0], typed[:i]...), typed[i+1:]...), i)
		if i > 0 && typed[i] != typed[i-1] {
			swapped := append(edit[:0], typed...)
			swapped[i-1], swapped[i] = typed[i], typed[i-1]
			try(swapped, i)
		}
		for _, r := range d.index.alphabet {
			if r != typed[i] {
				other := append(edit[:0], typed...)
				other[i] = r
				try(other, i)
			}
		}
	}
	for i := range len(typed) + 1 {
		for _, r := range d.index.alphabet {
			try(append(append(append(edit[:0], typed[:i]...), r), typed[i:]...), i)
		}
	}
}

// distance is how many slips lie between two words: more than limit where it
// gives up.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	var rows [3][64]int
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
