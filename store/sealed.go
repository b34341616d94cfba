package store

import (
	"bytes"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Seals are the seals on the approved minutes of a body, in their order. The
// error is a *[Damaged]; whether each fits what it covers is for [Check].
func (b *Book) Seals(body model.ID) (seals []model.Seal, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		if tx.Bucket(bucketSealed) == nil { // a book for reading that was made before there were any
			return nil
		}
		seals, err = all[model.Seal](tx, atSealed, under(body))
		return err
	})
	return seals, err
}

// leaveSealed refuses to keep m in the place of sealed minutes, unless all that
// changes is that more of them is withheld.
func leaveSealed(tx *bbolt.Tx, m model.Meeting) error {
	if !bytes.Contains(tx.Bucket(bucketMeetings).Get(key(m.ID)), approved) {
		return nil // a meeting is not read whole for every save of another
	}
	old, ok, err := kept(tx, m.ID)
	if err != nil || !ok || old.Seal == nil || old.Tightened(m) {
		return err
	}
	return &model.Sealed{Meeting: m.ID}
}

// approved stands in the record of every meeting whose minutes are approved: no
// words of a meeting can be so, since quotation marks in them are escaped.
var approved = []byte(`"state":"` + model.Approved + `"`)

// addSeal adds a seal to the chain of its body. One that does not follow the
// last there is a *[model.Stale].
func addSeal(tx *bbolt.Tx, s model.Seal) error {
	if err := checkID(s.Body); err != nil {
		return err
	}
	sealed, prefix := tx.Bucket(bucketSealed), under(s.Body)
	last := model.Seal{}
	if keys := keysUnder(sealed, prefix); len(keys) > 0 {
		k := keys[len(keys)-1]
		if err := atSealed.decode(k, sealed.Get(k), &last); err != nil {
			return err
		}
	}
	if s.N != last.N+1 || s.Before != last.Sum {
		return &model.Stale{Record: atSealed.kind, ID: s.Body, Base: s.N - 1, Kept: last.N}
	}
	if !s.Sound() {
		return &model.Invalid{Field: "seal", Why: "it does not fit what it covers"}
	}
	body, err := encode(s)
	if err != nil {
		return err
	}
	k := counted(prefix, s.N)
	return sealed.Put(k, atSealed.seal(k, 0, body))
}

// File is a file that the book keeps as it left the office. The error is a
// *[Missing] or a *[Damaged].
func (b *Book) File(sha256 string) (f model.File, err error) {
	err = b.view(func(tx *bbolt.Tx) error {
		var record []byte
		if files := tx.Bucket(bucketFiles); files != nil {
			record = files.Get([]byte(sha256))
		}
		if record == nil {
			return &Missing{atFiles.kind, model.ID(sha256)}
		}
		return atFiles.decode([]byte(sha256), record, &f)
	})
	return f, err
}

// addFile keeps a file unless it is there.
func addFile(tx *bbolt.Tx, f model.File) error {
	if f.SHA256 != model.NewFile(f.Name, f.Data).SHA256 {
		return &model.Invalid{Field: "file", Why: "its sum does not fit it"}
	}
	files, k := tx.Bucket(bucketFiles), []byte(f.SHA256)
	if files.Get(k) != nil {
		return nil
	}
	body, err := encode(f)
	if err != nil {
		return err
	}
	return files.Put(k, atFiles.seal(k, 0, body))
}
