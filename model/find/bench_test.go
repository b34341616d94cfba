package find

import (
	"fmt"
	"testing"

	"minutebook/model"
)

// BenchmarkPack makes the record of what can be found in a meeting of a
// hundred entries, as every commit does.
func BenchmarkPack(b *testing.B) {
	it := model.Item{ID: "i", Title: "Pilotage"}
	for n := range 100 {
		it.Entries = append(it.Entries, model.Entry{ID: model.ID(fmt.Sprint("e", n)), Kind: model.Paragraph,
			Text: fmt.Sprintf("The Board noted paper %d on the loss of two pilot launches. The Chair asked what effect this had on night arrivals at the Zoë quay.", n)})
	}
	m := model.Meeting{ID: "m", Body: "Harbour Oversight Board", Date: "2026-06-18", Items: []model.Item{it}}
	for b.Loop() {
		Pack(m, nil, func(w string) uint32 { return uint32(len(w)) })
	}
}
