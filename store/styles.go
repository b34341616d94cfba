package store

import (
	"cmp"
	"slices"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Styles are the house styles that the office made, by name.
func (b *Book) Styles() (styles []model.HouseStyle, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		if atStyles.in(tx) == nil { // a book for reading that was made before there were any
			return nil
		}
		styles, err = all[model.HouseStyle](tx, atStyles, nil)
		return err
	})
	slices.SortStableFunc(styles, func(a, b model.HouseStyle) int { return cmp.Compare(a.ID, b.ID) })
	return styles, err
}

// keepStyle keeps a house style, or takes it away where it has no file. One
// that somebody needs as it was is a *[model.StyleInUse].
func keepStyle(tx *bbolt.Tx, s model.Save[model.HouseStyle]) error {
	kept, err := keptStyle(tx, s.Value.ID)
	if err != nil {
		return err
	}
	if kept != nil {
		bodies, err := all[model.Body](tx, atBodies, nil)
		if err != nil {
			return err
		}
		meetings, err := summaries(tx)
		if err != nil {
			return err
		}
		if err := model.CheckStyle(kept, s.Value, bodies, meetings); err != nil {
			return err
		}
	}
	if !s.Value.Gone() {
		s.Value.Rev = max(s.Value.Rev, s.Base+1)
		return keepWhole(tx, atStyles, s.Value.ID, s.Value.Rev, s)
	}
	if kept == nil || kept.Rev != s.Base {
		stale := &model.Stale{Record: atStyles.kind, ID: s.Value.ID, Base: s.Base}
		if kept != nil {
			stale.Kept = kept.Rev
		}
		return stale
	}
	return tx.Bucket(bucketStyles).Delete(key(s.Value.ID))
}

// keptStyle is the house style of that ID, nil where there is none.
func keptStyle(tx *bbolt.Tx, id model.ID) (*model.HouseStyle, error) {
	record := tx.Bucket(bucketStyles).Get(key(id))
	if record == nil {
		return nil, nil
	}
	var kept model.HouseStyle
	if err := atStyles.decode(key(id), record, &kept); err != nil {
		return nil, err
	}
	return &kept, nil
}
