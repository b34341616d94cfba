package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// HandOver writes a body into a book of its own at path: its meetings with all
// that is kept of them, what happened to their actions, its seals, the files
// that left the office, and the people and house styles that these speak of.
// Once that book is there and checked, nothing of the body changes in this one,
// until it is taken back. A file that is at path stays: the error is then an
// *[Exists]. A folder that is not there is a *[NoFolder], a body that was handed
// over already a *[model.HandedOver].
func (b *Book) HandOver(body model.ID, path string, away model.Away) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &Exists{path}
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return &NoFolder{filepath.Dir(path), err}
	}
	away.Path = path
	// Nothing of it is saved from the moment that it is copied.
	b.writing.Lock()
	defer b.writing.Unlock()
	if b.options.ReadOnly {
		return &ReadOnly{b.path}
	}
	if err := b.view(func(tx *bbolt.Tx) error { return here(tx, body) }); err != nil {
		return err
	}
	o := b.options
	if err := makeWith(path, o, nil, func(visit func(model.Record) error) error { return b.partsOf(body, visit) }); err != nil {
		return fmt.Errorf("could not write what is handed over: %w", err)
	}
	err = b.updating(func(tx *bbolt.Tx) error {
		var kept model.Body
		if err := atBodies.decode(key(body), tx.Bucket(bucketBodies).Get(key(body)), &kept); err != nil {
			return err
		}
		base := kept.Rev
		kept.Away = &away
		return b.keepBatch(tx, model.Batch{Bodies: []model.Save[model.Body]{{Base: base, Value: kept}}})
	})
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// partsOf gives visit the records of a body and of what belongs to it.
func (b *Book) partsOf(body model.ID, visit func(model.Record) error) error {
	return b.view(func(tx *bbolt.Tx) error {
		var kept model.Body
		record := tx.Bucket(bucketBodies).Get(key(body))
		if record == nil {
			return &Missing{atBodies.kind, body}
		}
		if err := atBodies.decode(key(body), record, &kept); err != nil {
			return err
		}
		p := parts{tx: tx, visit: visit, wanted: map[string]map[string]bool{model.InPeople: {}, model.InStyles: {}, model.InFiles: {}}}
		p.want(model.InStyles, string(model.StyleID(kept.Style)))
		for _, s := range kept.Seats {
			p.want(model.InPeople, string(s.Person))
		}
		return p.all(body)
	})
}

// parts gathers what belongs to a body.
type parts struct {
	tx    *bbolt.Tx
	visit func(model.Record) error
	// wanted are records that others speak of, by kind and key.
	wanted map[string]map[string]bool
}

func (p *parts) want(in, id string) {
	if id != "" {
		p.wanted[in][id] = true
	}
}

func (p *parts) all(body model.ID) error {
	if err := p.give(model.InBodies, string(body)); err != nil {
		return err
	}
	list, err := summaries(p.tx)
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.BodyID != body {
			continue
		}
		m, _, err := kept(p.tx, s.ID)
		if err != nil {
			return err
		}
		p.want(model.InStyles, string(model.StyleID(m.Style)))
		for _, a := range m.Attendees {
			p.want(model.InPeople, string(a.Person))
		}
		for _, c := range m.Circulated {
			p.want(model.InFiles, c.SHA256)
		}
		for _, in := range []string{model.InMeetings, model.InDrafts, model.InRevisions, model.InLedger} {
			if err := p.give(in, string(s.ID)); err != nil {
				return err
			}
		}
	}
	if err := p.give(model.InSealed, string(body)); err != nil {
		return err
	}
	for in, ids := range p.wanted {
		for id := range ids {
			if err := p.give(in, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// give gives the records of one kind that belong to id.
func (p *parts) give(in, id string) error {
	at := places[in]
	if n, _ := at.parts(); n > 1 {
		return at.records(p.tx, []string{id}, p.visit)
	}
	record := at.in(p.tx).Get([]byte(id))
	if record == nil {
		return nil // a person or a style may be spoken of and not be there
	}
	r, err := at.carried([]byte(id), record)
	if err != nil {
		return err
	}
	return p.visit(r)
}
