package phrase_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"minutebook/model/phrase"
)

// dice give the same numbers in every run.
type dice uint64

// IntN is a number below n.
func (d *dice) IntN(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d>>33) % uint64(n))
}

func (d *dice) Float64() float64 { return float64(d.IntN(1<<30)) / (1 << 30) }

// office invents minutes: words of its own beside common ones, said in
// sentences that are varied and yet alike, as an office's are.
type office struct {
	chance dice
	words  []string
}

func newOffice() *office {
	o := &office{chance: 314}
	for range 12000 {
		var w strings.Builder
		for range 2 + o.chance.IntN(3) {
			w.WriteByte("bcdfghklmnprst"[o.chance.IntN(14)])
			w.WriteString([]string{"a", "e", "i", "o", "u", "ea", "ou"}[o.chance.IntN(7)])
		}
		o.words = append(o.words, w.String())
	}
	return o
}

// word is one of the office's own, the first ones far more often.
func (o *office) word() string {
	x := o.chance.Float64()
	return o.words[int(x*x*x*x*float64(len(o.words)))]
}

func (o *office) entry() string {
	stems := []string{
		"The Board noted that the %s of the %s had been %sed and that the %s was %s.",
		"There was a discussion of the %s and of how the %s would be %sed in the %s of %s.",
		"a: Director to provide the %s with a %s on the %sed %s by the %s.",
		"- The %s of %s, which had %sed the %s in the %s.",
		"d: That the %s be %s and the %sed %s be sent to the %s.",
		"Members asked whether the %s and the %s had %sed. %s replied that the %s had.",
	}
	text := fmt.Sprintf(stems[o.chance.IntN(len(stems))], o.word(), o.word(), o.word(), o.word(), o.word())
	for range o.chance.IntN(12) {
		text += " " + o.word()
	}
	return text
}

// thousand is a model that learnt a thousand meetings, with half of one begun.
func thousand(o *office) *phrase.Model {
	m := phrase.New()
	for range 1000 {
		for range 60 {
			m.Learn(o.entry())
		}
	}
	for range 30 {
		m.LearnNow(o.entry())
	}
	return m
}

// BenchmarkComplete asks for a completion after every key of a line, with a
// thousand meetings learnt: on average and for the slowest of twenty.
func BenchmarkComplete(b *testing.B) {
	o := newOffice()
	m := thousand(o)
	var took []time.Duration
	line, typed := o.entry(), 0
	for b.Loop() {
		if typed++; typed > len(line) {
			line, typed = o.entry(), 1
		}
		start := b.Elapsed()
		m.Complete(line[:typed])
		took = append(took, b.Elapsed()-start)
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// BenchmarkLearn learns a thousand meetings of sixty entries.
func BenchmarkLearn(b *testing.B) {
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		m := thousand(newOffice())
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(m)
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB")
}

// BenchmarkNew makes a model with an empty book.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		phrase.New()
	}
}
