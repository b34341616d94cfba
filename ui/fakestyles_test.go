package ui

import (
	"cmp"
	"maps"
	"slices"

	"minutebook/model"
)

func (b *fakeBook) Styles() ([]model.HouseStyle, error) {
	all := slices.Collect(maps.Values(b.styles))
	slices.SortFunc(all, func(a, b model.HouseStyle) int { return cmp.Compare(a.ID, b.ID) })
	for i := range all {
		all[i] = all[i].Clone()
	}
	return all, nil
}

func (b *fakeBook) keepStyles(styles []model.Save[model.HouseStyle]) {
	for _, s := range styles {
		if s.Value.Gone() {
			delete(b.styles, s.Value.ID)
			continue
		}
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		b.styles[s.Value.ID] = s.Value.Clone()
	}
}

// checkStyles refuses what a book refuses.
func (b *fakeBook) checkStyles(batch model.Batch) error {
	bodies := maps.Clone(b.bodies)
	for _, s := range batch.Bodies {
		bodies[s.Value.ID] = s.Value
	}
	meetings, _ := b.Meetings()
	for _, s := range batch.Styles {
		kept, ok := b.styles[s.Value.ID]
		if kept.Rev != s.Base {
			return &model.Stale{Record: "house style", ID: s.Value.ID, Base: s.Base, Kept: kept.Rev}
		}
		if !ok {
			continue
		}
		if err := model.CheckStyle(&kept, s.Value, slices.Collect(maps.Values(bodies)), meetings); err != nil {
			return err
		}
	}
	return nil
}
