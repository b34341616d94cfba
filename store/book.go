// Package store keeps the minute book on disk: one file, written in
// transactions, every record checksummed. It is the only place that knows
// bbolt. It has no clock and makes no identities: both come with [Options].
package store

import (
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"minutebook/model"
)

// Options say how a book is made or opened.
type Options struct {
	// Program is what the caller is called, to tell others who has the book.
	Program string
	// Now is the clock, and NewID the source of identities; they are needed
	// by Create only.
	Now   func() time.Time
	NewID func() model.ID
	// ReadOnly opens the book for reading. Several programs may at once, but
	// none while another has it open for writing.
	ReadOnly bool
	// MaxSize is the most bytes that the book may take; 0 means 4 GiB.
	MaxSize int64
}

const (
	lockWait       = time.Second
	defaultMaxSize = 4 << 30
)

// Book is an open minute book. It may be used from several goroutines.
type Book struct {
	path    string
	options Options

	// writing lets one change at a time through, and guards lately.
	writing sync.Mutex
	lately  lately
	listed  listed

	// mu guards what follows: it is held for reading while the file is used,
	// and for writing while it is opened or closed.
	mu   sync.RWMutex
	db   *bbolt.DB
	file *os.File
	// broken is why nothing is saved any more, nil where it is.
	broken error
}

// Path is the book's file.
func (b *Book) Path() string { return b.path }

// Close lets go of the book, after what is being written is on disk.
func (b *Book) Close() error {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.broken = nil
	if b.db == nil {
		return nil
	}
	if !b.options.ReadOnly {
		letGo(b.path) // before the lock goes, so that it is never another's
	}
	return b.shut()
}

// shut closes the file. mu is held.
func (b *Book) shut() error {
	db, file := b.db, b.file
	b.db, b.file = nil, nil
	err := guarded(db.Close)
	if err != nil {
		_ = file.Close() // gives the lock back whatever happened
		return fmt.Errorf("could not close the minute book %s: %w", b.path, err)
	}
	return nil
}

var errClosed = errors.New("the book is closed")

// view runs fn on the book as it stands. Nothing that fn reads may be kept
// beyond it without being copied. fn is short: while it runs the file cannot
// reuse what is freed.
func (b *Book) view(fn func(*bbolt.Tx) error) error {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.db == nil {
		return errClosed
	}
	return b.named(guarded(func() error { return b.db.View(fn) }))
}

// named puts the book's name into an error that came from inside it.
func (b *Book) named(err error) error {
	var fault *faultError
	if errors.As(err, &fault) {
		return &Damaged{Path: b.path, Why: "a part of it cannot be read", Err: fault}
	}
	var damaged *Damaged
	if errors.As(err, &damaged) {
		damaged.Path = b.path
	}
	return err
}

// faultError is a crash that was caught while reading a book.
type faultError struct{ cause any }

func (e *faultError) Error() string { return fmt.Sprint(e.cause) }

// guarded runs fn, and turns a fault in reading the mapped file, or a panic
// of bbolt over what it found there, into an error.
func guarded(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = &faultError{cause}
		}
	}()
	return fn()
}
