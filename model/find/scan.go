package find

import (
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
	// words and phrases are those of the question as the vocabulary has them.
	words   Wanted
	phrases []chain
	// bySort says that some sorts of line are asked for.
	bySort bool
	// bodies are the names that were met before, and whether they are asked for.
	bodies map[string]bool
	// best are the best places: all of them, or a heap of as many as are wanted,
	// the worst first.
	best            places
	total, meetings int

	// What follows is of the meeting that is looked at: which of its sorts are
	// asked for, and what stands above its lines.
	sorts []bool
	above []above
	wide  bool
}

// chain is a phrase: its words one behind another, each as the numbers it may
// have.
type chain []link

// link is a word of a phrase: one number, or those that it may go on as.
type link struct {
	one  uint32
	more map[uint32]bool
}

func (l link) is(n uint32) bool { return n == l.one && n != 0 || l.more[n] }

// above is what of the question stands in the words above a line.
type above struct {
	words   uint64
	phrases []bool
}

// Scan begins to look for the best lines in a book of that vocabulary, at most
// limit of them; 0 is all.
func (q Question) Scan(limit int, v Vocabulary) *Scan {
	s := &Scan{q: q, limit: limit, words: wanted(q.Words, v), bySort: q.ofLines() || len(q.Words)+len(q.Phrases) == 0, bodies: map[string]bool{}}
	for _, p := range q.Phrases {
		var c chain
		for i, w := range p.Words {
			var l link
			there := make(Signature, signatureSize)
			v(w, func(word string, number uint32) {
				switch {
				case word == w:
					l.one = number
				case p.Open && i == len(p.Words)-1:
					if l.more == nil {
						l.more = map[uint32]bool{}
					}
					l.more[number] = true
				default:
					return
				}
				there.Add(number)
			})
			c = append(c, l)
			s.words.somewhere = append(s.words.somewhere, there)
			s.words.none = s.words.none || l.one == 0 && l.more == nil
		}
		s.phrases = append(s.phrases, c)
	}
	return s
}

// Join adds what another found in other meetings.
func (s *Scan) Join(other *Scan) {
	s.total += other.total
	s.meetings += other.meetings
	for _, p := range other.best {
		s.keep([]byte(p.Meeting), []byte(p.date), p.Line, p.rank)
	}
}

// Wants says whether a meeting can have lines that answer: by its body, its
// day, the state of its minutes, and the words that may be in it.
func (s *Scan) Wants(body, date, state []byte, signature Signature) bool {
	return s.of(body, date, state) && s.words.May(signature)
}

// Meeting looks at the record of a meeting that is wanted, which it keeps no
// part of. The error is [packed.ErrSpoilt].
func (s *Scan) Meeting(meeting, date, record []byte) error {
	r := packed.Read(record)
	if err := s.readSorts(r.Text()); err != nil {
		return err
	}
	s.wide = r.Flag()
	s.above = s.above[:0]
	for range r.Count() {
		s.above = append(s.above, s.stands(r.Text()))
	}
	return s.lines(&r, meeting, date)
}

// Whole looks at a meeting of which there is no record.
func (s *Scan) Whole(m model.Meeting, now map[model.ID]Standing) {
	before := s.total
	wanted := s.q.Lines(m, now)
	for i, l := range Lines(m, now) {
		if len(wanted) > 0 && wanted[0].Item == l.Item && wanted[0].Entry == l.Entry && wanted[0].Text == l.Text && wanted[0].Kind == l.Kind {
			s.total++
			s.keep([]byte(m.ID), []byte(m.Date), i, wanted[0].rank)
			wanted = wanted[1:]
		}
	}
	if s.total > before {
		s.meetings++
	}
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

// readSorts reads which sorts of line are asked for; none where all are.
func (s *Scan) readSorts(sorts []byte) error {
	s.sorts = s.sorts[:0]
	if !s.bySort {
		return nil
	}
	r := packed.Read(sorts)
	for range r.Count() {
		l := Line{Kind: Kind(r.Text()), State: model.ActionState(r.Text())}
		for _, o := range r.Texts() {
			l.Owners = append(l.Owners, string(o))
		}
		s.sorts = append(s.sorts, s.q.wants(l))
	}
	return r.Err()
}

// stands says what is asked for among words that are written as numbers.
func (s *Scan) stands(numbers []byte) above {
	a := above{words: mask(&s.words, numbers, s.wide)}
	for _, c := range s.phrases {
		a.phrases = append(a.phrases, s.beside(c, numbers))
	}
	return a
}

// beside says whether the words of a phrase stand beside each other.
func (s *Scan) beside(c chain, numbers []byte) bool {
	size := 2
	if s.wide {
		size = 4
	}
	for ; len(numbers) >= size*len(c); numbers = numbers[size:] {
		i := 0
		for i < len(c) && c[i].is(s.nth(numbers, i)) {
			i++
		}
		if i == len(c) {
			return true
		}
	}
	return false
}

func (s *Scan) nth(numbers []byte, i int) uint32 {
	if s.wide {
		return binary.LittleEndian.Uint32(numbers[4*i:])
	}
	return uint32(binary.LittleEndian.Uint16(numbers[2*i:]))
}

// lines looks at the lines of a meeting.
func (s *Scan) lines(r *packed.Reader[[]byte], meeting, date []byte) error {
	before := s.total
	for i := range r.Count() {
		sort, weight, under, words := r.Number(), r.Number(), r.Number(), r.Text()
		if s.bySort && sort >= len(s.sorts) || under > len(s.above) {
			return packed.ErrSpoilt
		}
		if s.bySort && !s.sorts[sort] {
			continue
		}
		own, whole, ok := s.answers(words, under)
		if !ok {
			continue
		}
		s.total++
		s.keep(meeting, date, i, ranked(own, weight, whole))
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
	found, all := mask(&s.words, words, s.wide), s.words.all()
	if (found|over.words)&all != all {
		return 0, 0, false
	}
	own, whole = bits.OnesCount64(found&all), bits.OnesCount64(found>>exactly)
	for i, c := range s.phrases {
		switch {
		case s.beside(c, words):
			own++
			whole++
		case under == 0 || !over.phrases[i]:
			return 0, 0, false
		}
	}
	return own, whole, own > 0 || s.words.n+len(s.phrases) == 0
}

// keep keeps a place if it is among the best so far.
func (s *Scan) keep(meeting, date []byte, line int, r rank) {
	if s.limit == 0 || len(s.best) < s.limit {
		heap.Push(&s.best, Place{model.ID(meeting), line, model.Date(date), r})
		return
	}
	worst := &s.best[0]
	if r < worst.rank || r == worst.rank && string(date) < string(worst.date) {
		return
	}
	if p := (Place{model.ID(meeting), line, model.Date(date), r}); p.before(*worst) {
		*worst = p
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
