package phrase

const (
	// orders is up to how many words before a place lead to it; longer matches
	// are found by comparing further back, up to reach.
	orders = 3
	reach  = 6
	// looked is at how many places, the newest, is looked for each order: it
	// bounds the time that a completion takes, whatever was learnt.
	looked = 400
)

// corpus is a running text in which the places that follow given words are
// found, the newest first: every place points to the one before it that
// follows the same one, two and three words.
type corpus struct {
	text []token
	last [orders]map[uint64]int32
	prev [orders][]int32
}

func newCorpus() *corpus {
	c := &corpus{}
	for k := range c.last {
		c.last[k] = map[uint64]int32{}
	}
	return c
}

// key names the n words that end before place i of text, up to orders; ok is
// false where there are not as many.
func (v *vocabulary) key(text []token, i, n int) (key uint64, ok bool) {
	if i < n {
		return 0, false
	}
	for _, t := range text[i-n : i] {
		key = key<<21 | uint64(v.class[t.word()]+1)&(1<<21-1)
	}
	return key, true
}

func (c *corpus) add(v *vocabulary, t token) {
	i := len(c.text)
	c.text = append(c.text, t)
	for k := range orders {
		before := int32(-1)
		if key, ok := v.key(c.text, i, k+1); ok {
			if p, ok := c.last[k][key]; ok {
				before = p
			}
			c.last[k][key] = int32(i)
		}
		c.prev[k] = append(c.prev[k], before)
	}
}

// follow calls found for the newest places that follow the last words of
// context, each once, with how many of those words stand before it.
func (c *corpus) follow(v *vocabulary, context []token, found func(place, length int)) {
	for n := orders; n > 0; n-- {
		key, ok := v.key(context, len(context), n)
		if !ok {
			continue
		}
		place, ok := c.last[n-1][key]
		for left := looked; ok && place >= 0 && left > 0; left-- {
			// a longer match was found already, from the words that lead to it
			if length := v.match(c.text, int(place), context, len(context)); n == orders || length == n {
				found(int(place), length)
			}
			place = c.prev[n-1][place]
		}
	}
}
