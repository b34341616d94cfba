package export

import "strings"

// search looks through a finished file for words that its readers may not see.
type search struct {
	shown []part
	found []index
	// allowed is all that may stand there.
	allowed index
}

// newSearch takes the parts of a file apart. name is that of the file, which is
// one of them; "" where it tells nothing.
func newSearch(ext, name string, data []byte) search {
	s := search{shown: parts(ext, data), allowed: newIndex()}
	if name != "" {
		s.shown = append(s.shown, part{NameOfFile, strings.TrimSuffix(name, ext)})
	}
	for _, p := range s.shown {
		s.found = append(s.found, indexOf(p.words))
	}
	return s
}

// allow lets the words of texts stand in the file.
func (s search) allow(texts ...string) {
	for _, text := range texts {
		s.allowed.add(text)
	}
}

// allowFile lets all stand there that another file of the same format says.
func (s search) allowFile(ext string, data []byte) {
	for _, p := range parts(ext, data) {
		s.allowed.add(p.words)
	}
}

// leak is the first of the hidden parts that the file tells of; nil where it
// tells of none.
func (s search) leak(hidden []secret) *Leak {
	odd := make([]index, len(s.found))
	for i, found := range s.found {
		odd[i] = found.beyond(s.allowed)
	}
	for _, h := range hidden {
		secret := indexOf(h.words...)
		secret.without(s.allowed)
		for i, p := range s.shown {
			if secret.in(odd[i]) {
				return &Leak{p.name, h.place}
			}
		}
	}
	return nil
}
