package find

import (
	"encoding/binary"
	"slices"

	"minutebook/model"
	"minutebook/model/packed"
)

// What can be found in one meeting is kept as one record: the sorts of line
// there are, what its lines stand under, and the lines, each as its sort, what
// it counts for, what it stands under and its words. A word is written as its number in the
// vocabulary of the book, in two bytes, or in four where that is not enough: 0
// is between text and what stands beside it.

// Numbering gives words their numbers, from 1 on; 0 to one that has none.
type Numbering func(word string) uint32

// Vocabulary goes over the words of a book that begin so, with their numbers.
type Vocabulary func(begins string, each func(word string, number uint32))

// Signature says which words may be in a meeting: a bit for the remainder of
// the number of each. No signature says nothing.
type Signature []byte

// signatureSize is how many bytes a signature has.
const signatureSize = 128

// Add says that a word may be there.
func (s Signature) Add(number uint32) { s[number%(8*signatureSize)/8] |= 1 << (number % 8) }

// may says whether one of the words of another signature may be there.
func (s Signature) may(other Signature) bool {
	if len(s) != signatureSize {
		return true
	}
	for i := 0; i < signatureSize; i += 8 {
		if binary.LittleEndian.Uint64(s[i:])&binary.LittleEndian.Uint64(other[i:]) != 0 {
			return true
		}
	}
	return false
}

// sort is what lines are asked for by beside their words.
type sort struct {
	kind   Kind
	state  model.ActionState
	owners []string
}

func (s sort) is(l Line) bool {
	return s.kind == l.Kind && s.state == l.State && slices.Equal(s.owners, l.Owners)
}

// Pack is the record of m, and which words are in it. It is the same for the
// same lines and numbers.
func Pack(m model.Meeting, now map[model.ID]Standing, number Numbering) ([]byte, Signature) {
	var sorts []sort
	var above []string
	lines, known := Lines(m, now), map[string]uint32{between: 0}
	signature := make(Signature, signatureSize)
	numbers := func(words []string) []uint32 {
		list := make([]uint32, len(words))
		for i, w := range words {
			n, ok := known[w]
			if !ok {
				n = number(w)
				known[w] = n
				signature.Add(n)
			}
			list[i] = n
		}
		return list
	}
	own := make([][]uint32, len(lines))
	for i, l := range lines {
		own[i] = numbers(l.own())
		if l.above != "" && !slices.Contains(above, l.above) {
			above = append(above, l.above)
		}
		if !slices.ContainsFunc(sorts, func(s sort) bool { return s.is(l) }) {
			sorts = append(sorts, sort{l.Kind, l.State, l.Owners})
		}
	}
	over := make([][]uint32, len(above))
	for i, a := range above {
		over[i] = numbers(Tokens(a))
	}
	wide := false
	for _, n := range known {
		wide = wide || n > 1<<16-1
	}
	var w packed.Writer
	w.Part(writtenSorts(sorts))
	w.Flag(wide)
	w.Number(len(over))
	for _, numbers := range over {
		w.Part(written(numbers, wide))
	}
	w.Number(len(lines))
	for i, l := range lines {
		w.Number(slices.IndexFunc(sorts, func(s sort) bool { return s.is(l) }))
		w.Number(weight(l.Kind))
		w.Number(slices.Index(above, l.above) + 1)
		w.Part(written(own[i], wide))
	}
	return w.Record(), signature
}

func writtenSorts(sorts []sort) []byte {
	var w packed.Writer
	w.Number(len(sorts))
	for _, s := range sorts {
		w.Text(string(s.kind))
		w.Text(string(s.state))
		w.Texts(s.owners)
	}
	return w.Record()
}

// written are numbers in a record.
func written(numbers []uint32, wide bool) []byte {
	var b []byte
	for _, n := range numbers {
		if wide {
			b = binary.LittleEndian.AppendUint32(b, n)
		} else {
			b = binary.LittleEndian.AppendUint16(b, uint16(n))
		}
	}
	return b
}

// Numbers writes the numbers of words, for [Wanted.In].
func Numbers(words []string, number Numbering) []byte {
	numbers, wide := make([]uint32, len(words)), false
	for i, w := range words {
		numbers[i] = number(w)
		wide = wide || numbers[i] > 1<<16-1
	}
	b := []byte{0}
	if wide {
		b[0] = 1
	}
	return append(b, written(numbers, wide)...)
}

// Used tells the numbers of all words in a record that [Pack] made. The error
// is [packed.ErrSpoilt].
func Used(record []byte, use func(number uint32)) error {
	r := packed.Read(record)
	r.Text()
	wide := r.Flag()
	for range r.Count() {
		used(r.Text(), wide, use)
	}
	for range r.Count() {
		r.Number()
		r.Number()
		r.Number()
		used(r.Text(), wide, use)
	}
	return r.Err()
}

// UsedNumbers tells the numbers that [Numbers] wrote.
func UsedNumbers(numbers []byte, use func(number uint32)) {
	if len(numbers) > 0 {
		used(numbers[1:], numbers[0] != 0, use)
	}
}

func used(numbers []byte, wide bool, use func(uint32)) {
	if wide {
		for ; len(numbers) >= 4; numbers = numbers[4:] {
			use(binary.LittleEndian.Uint32(numbers))
		}
		return
	}
	for ; len(numbers) >= 2; numbers = numbers[2:] {
		use(uint32(binary.LittleEndian.Uint16(numbers)))
	}
}
