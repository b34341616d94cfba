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
func (s share) has(n int) bool { return s.takes(n / run) }

// takes says whether the nth of other things is of the share.
func (s share) takes(n int) bool { return s == everything || n%2 == int(s) }

// scan looks for something in meetings.
type scan[S any] interface {
	// Join adds what another found in other meetings of the same book.
	Join(other S)
}

// looks are those that two readers have at the book as it was at one time.
type looks struct {
	tx *bbolt.Tx
	// other is what the other reader does next; nil where there is none any more.
	other chan<- func(*bbolt.Tx)
}

// split has each reader do its share, or the one that there is everything. The
// error joins theirs.
func (l looks) split(do func(share, *bbolt.Tx) error) error {
	if l.other == nil {
		return do(everything, l.tx)
	}
	done := make(chan error, 1)
	l.other <- func(tx *bbolt.Tx) { done <- guarded(func() error { return do(otherHalf, tx) }) }
	err := do(oneHalf, l.tx)
	return errors.Join(err, <-done)
}

// scanned looks for something in all meetings, with two readers beside each
// other, each with half of them and with a look at the book of its own. begin
// begins a scan, read has it read the meetings of a share, and use is given what
// was found, with the book as it was then. The error joins theirs.
func scanned[S scan[S]](b *Book, begin func(*bbolt.Tx) S, read func(share, *bbolt.Tx, S) error, use func(looks, S) error) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.db == nil {
		return errClosed
	}
	var (
		other   S
		failed  error
		version int
		began   bool // the other looks, or did
		stays   bool // it waits for more to do
		beside  sync.WaitGroup
		next    = make(chan func(*bbolt.Tx))
		both    = make(chan struct{}) // closed once both look
		first   = make(chan struct{}) // closed once the other looks
		half    = make(chan struct{}) // closed once the other has read its half
		looking = sync.OnceFunc(func() { close(first) })
		hasRead = sync.OnceFunc(func() { close(half) })
	)
	defer beside.Wait()
	beside.Go(func() {
		defer looking()
		defer hasRead()
		err := guarded(func() error {
			return b.db.View(func(tx *bbolt.Tx) error {
				began = true
				failed = guarded(func() error {
					version, other = tx.ID(), begin(tx)
					looking()
					return read(otherHalf, tx, other)
				})
				stays = closed(both)
				looking()
				hasRead()
				if stays {
					for do := range next {
						do(tx)
					}
				}
				return nil
			})
		})
		if err != nil {
			failed = err
		}
	})
	// Whoever waits for the other while it looks at the book waits for what the
	// other does while it looks, and neither for the beginning nor for the end of
	// that: a writer may stand between them, who waits for the first, and to begin
	// and to end a look waits for any other reader who waits for the writer.
	<-first
	if !began { // nor could anybody: bbolt may have kept its lock
		return b.named(failed)
	}
	return b.named(guarded(func() error {
		return b.db.View(func(tx *bbolt.Tx) error {
			defer close(next)
			close(both)
			one := begin(tx)
			if tx.ID() != version { // something was kept between the two
				return errors.Join(read(everything, tx, one), use(looks{tx: tx}, one))
			}
			err := read(oneHalf, tx, one)
			<-half
			if errors.As(failed, new(*faultError)) {
				return failed
			}
			one.Join(other)
			l := looks{tx: tx}
			if stays {
				l.other = next
			}
			return errors.Join(err, failed, use(l, one))
		})
	}))
}

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}
