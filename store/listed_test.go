package store

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"minutebook/model"
)

// Whatever is kept, read ahead and done to a list that was handed out, the next
// list is that of all meetings in their order.
func TestTheListIsThatOfTheBook(t *testing.T) {
	t.Parallel()
	folder, books := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		books++
		b, err := Create(filepath.Join(folder, fmt.Sprintf("%d.mb", books)), testOptions())
		must(t, err)
		defer func() { must(t, b.Close()) }()
		var want []model.Summary
		t.Repeat(map[string]func(*rapid.T){
			"keep": func(t *rapid.T) {
				m := model.Meeting{ID: model.ID(fmt.Sprintf("m%02d", rapid.IntRange(0, 99).Draw(t, "id"))), Body: "Trust", State: model.Planned, Rev: 1}
				if slices.ContainsFunc(want, func(s model.Summary) bool { return s.ID == m.ID }) {
					return
				}
				m.Date = model.Date(fmt.Sprintf("2026-05-%02d", rapid.IntRange(1, 4).Draw(t, "day")))
				m.Made = fmt.Sprintf("2026-04-01T10:%02d:00Z", rapid.IntRange(0, 3).Draw(t, "made"))
				must(t, b.Commit(save(m, 0)))
				want = append(want, m.Summary())
			},
			"read ahead": func(*rapid.T) { b.ReadAhead() },
			"list": func(t *rapid.T) {
				list, err := b.Meetings()
				must(t, err)
				slices.SortFunc(want, func(a, b model.Summary) int {
					return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Made, b.Made), cmp.Compare(a.ID, b.ID))
				})
				same(t, "the list", slices.Clip(list), slices.Clip(want))
				if rapid.Bool().Draw(t, "spoil") {
					for i := range list {
						list[i].Body = "Spoilt"
					}
				}
			},
		})
	})
}
