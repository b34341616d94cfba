package find

import (
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"math/bits"
	"slices"

	"minutebook/model"
	"minutebook/model/packed"
)

// Place is a line that was found: the nth of a meeting.
type Place struct {
	Meeting model.ID
	Line    int
	date    model.Date
	rank    rank
}

// before says whether p comes before other: the order of [Best].
func (p Place) before(other Place) bool {
	return cmp.Or(cmp.Compare(other.rank, p.rank), cmp.Compare(other.date, p.date), cmp.Compare(p.Meeting, other.Meeting), cmp.Compare(p.Line, other.Line)) < 0
}

// Scan goes over the records of many meetings for the lines that answer a
// question.
type Scan struct {
	q     Question
	limit int
	// words and phrases are those of the question as they stand in a vocabulary.
	words   [][]byte
	phrases [][][]byte
	// bodies are the names that were met before, and whether they are asked for.
	bodies map[string]bool
	// best are the best places: all of them, or a heap of as many as are wanted,
	// the worst first.
	best            places
	total, meetings int

	// What follows is of the meeting that is looked at: where in its vocabulary
	// the words and phrases stand, which of them each of its words is, which of
	// its sorts are asked for, and what stands above its lines.
	stand  []span
	chains [][]span
	is     []uint64
	sorts  []asked
	above  []above
	wide   bool
}

// span are word numbers from first to below next.
type span struct{ first, next uint32 }

func (s span) has(n uint32) bool { return s.first <= n && n < s.next }

// asked says whether a sort of line is asked for, and what it counts for.
type asked struct {
	wanted bool
	weight int
}

// above is what of the question stands in the words above a line.
type above struct {
	words   uint64
	phrases []bool
}

// exactly is the first bit that says that a word is one asked for and does not
// only begin with it. Below it are those that say that it begins so.
const exactly = 32

// Scan begins to look for the best lines, at most limit of them; 0 is all.
func (q Question) Scan(limit int) *Scan {
	s := &Scan{q: q, limit: limit, bodies: map[string]bool{}}
	for _, w := range q.Words {
		s.words = append(s.words, []byte(apart+w))
	}
	for _, p := range q.Phrases {
		var words [][]byte
		for i, w := range p.Words {
			if p.Open && i == len(p.Words)-1 {
				words = append(words, []byte(apart+w))
			} else {
				words = append(words, []byte(apart+w+apart))
			}
		}
		s.phrases = append(s.phrases, words)
	}
	return s
}

// Meeting looks at the record of a meeting, which it keeps no part of. The
// error is [packed.ErrSpoilt].
func (s *Scan) Meeting(meeting, record []byte) error {
	r := packed.Read(record)
	body, date, state := r.Text(), r.Text(), r.Text()
	if !s.of(body, date, state) {
		return r.Err()
	}
	words := r.Number()
	s.wide = r.Flag()
	if there := s.vocabulary(words, r.Text()); !there || r.Err() != nil {
		return r.Err()
	}
	s.readSorts(&r)
	s.above = s.above[:0]
	for range r.Number() {
		s.above = append(s.above, s.stands(r.Text()))
	}
	return s.lines(&r, meeting, date)
}

func (s *Scan) of(body, date, state []byte) bool {
	named, known := s.bodies[string(body)]
	if !known {
		q := Question{Bodies: s.q.Bodies}
		named = q.Of(string(body), "", "")
		s.bodies[string(body)] = named
	}
	return named && (len(s.q.Minutes) == 0 || slices.Contains(s.q.Minutes, model.State(state))) && s.q.on(model.Date(date))
}

func (s *Scan) readSorts(r *packed.Reader[[]byte]) {
	s.sorts = s.sorts[:0]
	ask := s.q.ofLines() || len(s.words)+len(s.phrases) == 0
	for range r.Number() {
		kind, state, owners := r.Text(), r.Text(), r.Texts()
		wanted := true
		if ask {
			l := Line{Kind: Kind(kind), State: model.ActionState(state)}
			for _, o := range owners {
				l.Owners = append(l.Owners, string(o))
			}
			wanted = s.q.wants(l)
		}
		s.sorts = append(s.sorts, asked{wanted, weight(Kind(kind))})
	}
}

// vocabulary finds what is asked for in the vocabulary of a meeting. It says
// whether all of it is there.
func (s *Scan) vocabulary(words int, vocabulary []byte) bool {
	s.stand = s.stand[:0]
	for _, w := range s.words {
		found, there := spanOf(vocabulary, w)
		if !there {
			return false
		}
		s.stand = append(s.stand, found)
	}
	s.chains = s.chains[:0]
	for _, p := range s.phrases {
		var chain []span
		for _, w := range p {
			found, there := spanOf(vocabulary, w)
			if !there {
				return false
			}
			chain = append(chain, found)
		}
		s.chains = append(s.chains, chain)
	}
	if words+1 > len(vocabulary) {
		return false
	}
	if words+1 > len(vocabulary) {
		return false
	}
	s.is = slices.Grow(s.is[:0], words+1)[:words+1]
	clear(s.is)
	for i, found := range s.stand {
		for n := found.first; n < found.next && int(n) < len(s.is); n++ {
			s.is[n] |= 1 << i
		}
		if wholeAt(vocabulary, s.words[i]) && int(found.first) < len(s.is) {
			s.is[found.first] |= 1 << (exactly + i)
		}
	}
	return true
}

// spanOf are the numbers of the words that begin so. They stand together.
func spanOf(vocabulary, begins []byte) (span, bool) {
	at := bytes.Index(vocabulary, begins)
	if at < 0 {
		return span{}, false
	}
	first := uint32(bytes.Count(vocabulary[:at], []byte(apart))) + 1
	next := first
	for bytes.HasPrefix(vocabulary[at:], begins) {
		next++
		end := bytes.IndexByte(vocabulary[at+1:], apart[0])
		if end < 0 {
			break
		}
		at += 1 + end
	}
	return span{first, next}, true
}

// wholeAt says whether a word stands in a vocabulary as it is, which is then
// the first of those that begin so.
func wholeAt(vocabulary, begins []byte) bool {
	at := bytes.Index(vocabulary, begins)
	end := at + len(begins)
	return at >= 0 && end < len(vocabulary) && vocabulary[end] == apart[0]
}

// stands says what is asked for among words that are written as numbers.
func (s *Scan) stands(words []byte) above {
	a := above{words: s.mask(words)}
	for _, chain := range s.chains {
		a.phrases = append(a.phrases, s.beside(chain, words))
	}
	return a
}

// mask says which of the words asked for are among others.
func (s *Scan) mask(words []byte) uint64 {
	var mask uint64
	if s.wide {
		for ; len(words) >= 4; words = words[4:] {
			if n := binary.LittleEndian.Uint32(words); int(n) < len(s.is) {
				mask |= s.is[n]
			}
		}
		return mask
	}
	for ; len(words) >= 2; words = words[2:] {
		if n := binary.LittleEndian.Uint16(words); int(n) < len(s.is) {
			mask |= s.is[n]
		}
	}
	return mask
}

// beside says whether the words of a phrase stand beside each other.
func (s *Scan) beside(chain []span, words []byte) bool {
	size := 2
	if s.wide {
		size = 4
	}
	for ; len(words) >= size*len(chain); words = words[size:] {
		i := 0
		for i < len(chain) && chain[i].has(s.nth(words, i)) {
			i++
		}
		if i == len(chain) {
			return true
		}
	}
	return false
}

func (s *Scan) nth(words []byte, i int) uint32 {
	if s.wide {
		return binary.LittleEndian.Uint32(words[4*i:])
	}
	return uint32(binary.LittleEndian.Uint16(words[2*i:]))
}

// lines looks at the lines of a meeting.
func (s *Scan) lines(r *packed.Reader[[]byte], meeting, date []byte) error {
	before := s.total
	for i := range r.Number() {
		sort, under, words := r.Number(), r.Number(), r.Text()
		if sort >= len(s.sorts) || under > len(s.above) {
			return packed.ErrSpoilt
		}
		if !s.sorts[sort].wanted {
			continue
		}
		own, whole, ok := s.answers(words, under)
		if !ok {
			continue
		}
		s.total++
		s.keep(meeting, date, i, ranked(own, s.sorts[sort].weight, whole))
	}
	if s.total > before {
		s.meetings++
	}
	return r.Err()
}

// answers says whether a line answers: how much of what is asked stands in it,
// and how much of that as whole words.
func (s *Scan) answers(words []byte, under int) (own, whole int, ok bool) {
	var over above
	if under > 0 {
		over = s.above[under-1]
	}
	mask, all := s.mask(words), uint64(1)<<len(s.words)-1
	if (mask|over.words)&all != all {
		return 0, 0, false
	}
	own, whole = bits.OnesCount64(mask&all), bits.OnesCount64(mask>>exactly)
	for i, chain := range s.chains {
		switch {
		case s.beside(chain, words):
			own++
			whole++
		case under == 0 || !over.phrases[i]:
			return 0, 0, false
		}
	}
	return own, whole, own > 0 || len(s.words)+len(s.chains) == 0
}

// keep keeps a place if it is among the best so far.
func (s *Scan) keep(meeting, date []byte, line int, r rank) {
	full := s.limit > 0 && len(s.best) == s.limit
	if full && r < s.best[0].rank {
		return
	}
	p := Place{model.ID(meeting), line, model.Date(date), r}
	if !full {
		heap.Push(&s.best, p)
		return
	}
	if p.before(s.best[0]) {
		s.best[0] = p
		heap.Fix(&s.best, 0)
	}
}

// places are a heap, the worst first.
type places []Place

func (p places) Len() int           { return len(p) }
func (p places) Less(i, j int) bool { return p[j].before(p[i]) }
func (p places) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *places) Push(x any)        { *p = append(*p, x.(Place)) }
func (p *places) Pop() any {
	last := (*p)[len(*p)-1]
	*p = (*p)[:len(*p)-1]
	return last
}

// Best are the best places, the best first, and how many lines and meetings
// were found in all.
func (s *Scan) Best() (best []Place, total, meetings int) {
	best = slices.Clone(s.best)
	slices.SortFunc(best, func(a, b Place) int {
		if a.before(b) {
			return -1
		}
		return 1
	})
	return best, s.total, s.meetings
}

// Hit is a place in m, of which lines are all [Lines], as it is shown. ok is
// false where the meeting has no such line.
func (q Question) Hit(m model.Meeting, lines []Line, p Place) (h Hit, ok bool) {
	if p.Line >= len(lines) {
		return h, false
	}
	l := lines[p.Line]
	l.rank = p.rank
	return q.hit(m, l), true
}
