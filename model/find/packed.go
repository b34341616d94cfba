package find

import (
	"encoding/binary"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/packed"
)

// What can be found in one meeting is kept as one record: what is asked of the
// meeting, its different words in order, the sorts of line there are, what its
// lines stand under, and the lines, each as its sort, what it stands under and
// its words. A word is written as its number, in two bytes, or four where there
// are very many: 0 is between text and what stands beside it, 1 the first word.

// sort is what lines are asked for by beside their words.
type sort struct {
	kind   Kind
	state  model.ActionState
	owners []string
}

func (s sort) is(l Line) bool {
	return s.kind == l.Kind && s.state == l.State && slices.Equal(s.owners, l.Owners)
}

// packing is the record of one meeting while it is made.
type packing struct {
	sorts  []sort
	above  []string
	number map[string]uint32
	wide   bool
}

// Pack is the record of m, the same for the same lines.
func Pack(m model.Meeting, now map[model.ID]Standing) []byte {
	lines := Lines(m, now)
	var p packing
	own := make([][]string, len(lines))
	var vocabulary []string
	for i, l := range lines {
		own[i] = l.own()
		vocabulary = append(vocabulary, own[i]...)
		if l.above != "" && !slices.Contains(p.above, l.above) {
			p.above = append(p.above, l.above)
			vocabulary = append(vocabulary, Tokens(l.above)...)
		}
		if !slices.ContainsFunc(p.sorts, func(s sort) bool { return s.is(l) }) {
			p.sorts = append(p.sorts, sort{l.Kind, l.State, l.Owners})
		}
	}
	slices.Sort(vocabulary)
	vocabulary = slices.DeleteFunc(slices.Compact(vocabulary), func(w string) bool { return w == between })
	return p.record(m, lines, own, vocabulary)
}

func (p *packing) record(m model.Meeting, lines []Line, own [][]string, vocabulary []string) []byte {
	p.number = make(map[string]uint32, len(vocabulary))
	for i, w := range vocabulary {
		p.number[w] = uint32(i + 1)
	}
	p.wide = len(vocabulary) > 1<<16-2
	var w packed.Writer
	w.Text(m.Body)
	w.Text(string(m.Date))
	w.Text(string(m.State))
	w.Number(len(vocabulary))
	w.Flag(p.wide)
	w.Text(apart + strings.Join(vocabulary, apart) + apart)
	w.Number(len(p.sorts))
	for _, s := range p.sorts {
		w.Text(string(s.kind))
		w.Text(string(s.state))
		w.Texts(s.owners)
	}
	w.Number(len(p.above))
	for _, a := range p.above {
		w.Part(p.words(Tokens(a)))
	}
	w.Number(len(lines))
	for i, l := range lines {
		w.Number(slices.IndexFunc(p.sorts, func(s sort) bool { return s.is(l) }))
		w.Number(slices.Index(p.above, l.above) + 1)
		w.Part(p.words(own[i]))
	}
	return w.Record()
}

// apart stands around the words of a vocabulary.
const apart = "\x00"

// words are words as their numbers.
func (p *packing) words(list []string) []byte {
	var b []byte
	for _, w := range list {
		if p.wide {
			b = binary.LittleEndian.AppendUint32(b, p.number[w])
		} else {
			b = binary.LittleEndian.AppendUint16(b, uint16(p.number[w]))
		}
	}
	return b
}
