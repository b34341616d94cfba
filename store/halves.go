package store

import (
	"errors"
	"sync"

	"go.etcd.io/bbolt"
)

// share is which of the meetings a reader reads.
type share int

// The shares.
const (
	oneHalf share = iota
	otherHalf
	everything
)

// run is how many meetings, one behind another, are of the same half.
const run = 16

// has says whether the nth meeting, by identity, is of the share.
func (s share) has(n int) bool { return s == everything || n/run%2 == int(s) }

// scan looks for something in meetings.
type scan[S any] interface {
	// Join adds what another found in other meetings of the same book.
	Join(other S)
}

// scanned looks for something in all meetings, with two readers beside each
// other, each with half of them and with a look at the book of its own. begin
// begins a scan, read has it read the meetings of a share, and use is given what
// was found, with the book as it was then. The error joins theirs.
func scanned[S scan[S]](b *Book, begin func(*bbolt.Tx) S, read func(share, *bbolt.Tx, S) error, use func(*bbolt.Tx, S) error) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.db == nil {
		return errClosed
	}
	var (
		other   S
		failed  error
		version int
		beside  sync.WaitGroup
		first   = make(chan struct{}) // closed once the other looks
		half    = make(chan struct{}) // closed once the other has read its half
		looking = sync.OnceFunc(func() { close(first) })
		hasRead = sync.OnceFunc(func() { close(half) })
	)
	defer beside.Wait()
	beside.Go(func() {
		defer looking()
		defer hasRead()
		err := b.db.View(func(tx *bbolt.Tx) error {
			failed = guarded(func() error {
				version, other = tx.ID(), begin(tx)
				looking()
				return read(otherHalf, tx, other)
			})
			looking()
			hasRead()
			return nil
		})
		if err != nil { // it could not look
			failed = err
		}
	})
	// Whoever waits for the other while it looks at the book waits for what the
	// other does while it looks, and neither for the beginning nor for the end of
	// that: a writer may stand between them, who waits for the first, and to begin
	// and to end a look waits for any other reader who waits for the writer.
	<-first
	return b.named(guarded(func() error {
		return b.db.View(func(tx *bbolt.Tx) error {
			one := begin(tx)
			if tx.ID() != version { // something was kept between the two
				return errors.Join(read(everything, tx, one), use(tx, one))
			}
			err := read(oneHalf, tx, one)
			<-half
			if errors.As(failed, new(*faultError)) {
				return failed
			}
			one.Join(other)
			return errors.Join(err, failed, use(tx, one))
		})
	}))
}
