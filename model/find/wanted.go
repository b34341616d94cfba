package find

// Wanted are the words asked for, as numbers of the vocabulary of a book.
type Wanted struct {
	n int
	// class is by number, 0 for a word that is not wanted; masks are by class:
	// which of the words asked for it begins with, and which it is.
	class []uint8
	masks []uint64
	// somewhere are the signatures of those that begin with each word.
	somewhere []Signature
	// none says that a word asked for begins none in the book.
	none bool
}

// exactly is the first bit of a mask that says that a word is one asked for
// and does not only begin with it. Below it are those that say that it does.
const exactly = 32

// Wanted are the words of q in a vocabulary. Words beyond the first
// thirty-one are not asked for.
func (q Query) Wanted(v Vocabulary) Wanted { return wanted(q.words[:min(len(q.words), mostWords)], v) }

// Whole says where all words of q may be as whole words.
func (q Query) Whole(v Vocabulary) Wanted {
	w := Wanted{masks: []uint64{0}}
	for _, whole := range q.words {
		there := make(Signature, signatureSize)
		v(whole, func(word string, number uint32) {
			if word == whole {
				there.Add(number)
			}
		})
		w.somewhere = append(w.somewhere, there)
	}
	return w
}

func wanted(words []string, v Vocabulary) Wanted {
	w := Wanted{n: len(words), masks: []uint64{0}}
	found := map[uint32]uint64{}
	for i, begins := range words {
		there := make(Signature, signatureSize)
		any := false
		v(begins, func(word string, number uint32) {
			any = true
			there.Add(number)
			found[number] |= 1 << i
			if word == begins {
				found[number] |= 1 << (exactly + i)
			}
		})
		w.none = w.none || !any
		w.somewhere = append(w.somewhere, there)
	}
	// Words that begin alike are those of the longest word asked for that they
	// begin with, so that there are few classes.
	classes := map[uint64]uint8{}
	for number, mask := range found {
		c, known := classes[mask]
		if !known {
			c = uint8(len(w.masks))
			classes[mask] = c
			w.masks = append(w.masks, mask)
		}
		if n := int(number) + 1 - len(w.class); n > 0 {
			w.class = append(w.class, make([]uint8, n)...)
		}
		w.class[number] = c
	}
	return w
}

// May says whether all words may be where a signature says.
func (w *Wanted) May(s Signature) bool {
	for _, there := range w.somewhere {
		if !s.may(there) {
			return false
		}
	}
	return !w.none
}

// None says that a word asked for is nowhere in the book.
func (w *Wanted) None() bool { return w.none }

// mask says which of the words asked for are among others.
func mask[T string | []byte](w *Wanted, numbers T, wide bool) uint64 {
	var mask uint64
	class := w.class
	if wide {
		for i := 0; i+3 < len(numbers); i += 4 {
			if n := int(numbers[i]) | int(numbers[i+1])<<8 | int(numbers[i+2])<<16 | int(numbers[i+3])<<24; n < len(class) {
				mask |= w.masks[class[n]]
			}
		}
		return mask
	}
	for i := 0; i+1 < len(numbers); i += 2 {
		if n := int(numbers[i]) | int(numbers[i+1])<<8; n < len(class) && class[n] != 0 {
			mask |= w.masks[class[n]]
		}
	}
	return mask
}

// all is the mask of all words.
func (w *Wanted) all() uint64 { return 1<<w.n - 1 }

// In says whether every word asked for begins one of the words whose [Numbers]
// some parts are.
func (w *Wanted) In(parts ...[]byte) bool {
	var found uint64
	for _, numbers := range parts {
		if len(numbers) > 0 {
			found |= mask(w, numbers[1:], numbers[0] != 0)
		}
	}
	return !w.none && found&w.all() == w.all()
}
