package store

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Create makes a new, empty book and opens it. The folder is made where it is
// not there. A file that has the name already is left as it is: the error is
// then an *[Exists].
func Create(path string, o Options) (*Book, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, &Exists{path}
	}
	if err := makeFolder(path); err != nil {
		return nil, err
	}
	temp, err := temporary(path)
	if err != nil {
		return nil, fmt.Errorf("could not make the minute book: %w", err)
	}
	defer func() { _ = os.Remove(temp) }()
	if err := makeEmpty(temp, o); err != nil {
		return nil, fmt.Errorf("could not make the minute book: %w", err)
	}
	if err := settle(temp, path, false); err != nil {
		return nil, err
	}
	return Open(path, o)
}

// makeEmpty writes an empty book into the file at path.
func makeEmpty(path string, o Options) error {
	db, err := bbolt.Open(path, 0o600, o.bolt(nil))
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		if err := makeBuckets(tx); err != nil {
			return err
		}
		meta := tx.Bucket(bucketMeta)
		return errors.Join(
			meta.Put(keyFormat, strconv.AppendInt(nil, Format, 10)),
			meta.Put(keyMinReader, strconv.AppendInt(nil, Format, 10)),
			meta.Put(keyMinWriter, strconv.AppendInt(nil, Format, 10)),
			meta.Put(keyIndex, strconv.AppendInt(nil, indexFormat, 10)),
			meta.Put(keyMadeBy, []byte(o.Program)),
			meta.Put(keyMade, []byte(o.Now().Format(time.RFC3339))),
			meta.Put(keyBookID, []byte(o.NewID())),
		)
	})
	return errors.Join(err, db.Close())
}

func makeBuckets(tx *bbolt.Tx) error {
	for _, name := range topBuckets {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	for _, name := range append(facetBuckets[:], bucketWords) {
		if _, err := tx.Bucket(bucketIndex).CreateBucketIfNotExists(name); err != nil {
			return err
		}
	}
	return nil
}

// bolt are the options the file is opened with; opened is told its handle.
func (o Options) bolt(opened func(*os.File)) *bbolt.Options {
	size := o.MaxSize
	if size == 0 {
		size = defaultMaxSize
	}
	return &bbolt.Options{
		Timeout:      lockWait,
		FreelistType: bbolt.FreelistMapType,
		MaxSize:      int(min(size, math.MaxInt)),
		ReadOnly:     o.ReadOnly,
		NoStatistics: true,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag, mode)
			if err == nil && opened != nil {
				opened(f)
			}
			return f, err
		},
	}
}

// Open opens the book at path. The file is looked at before anything is
// written to it. The error is an *[Absent], a *[Folder], a *[Denied], a *[Locked]
// after a second's wait, a *[Newer] or a *[Damaged]; the file is then as it was.
func Open(path string, o Options) (*Book, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	b := &Book{path: path, options: o}
	if err := b.open(); err != nil {
		return nil, err
	}
	if o.ReadOnly {
		return b, nil
	}
	thisProgram(o.Program).hold(path)
	if err := b.renewIndex(); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// open looks at the file while it is locked for reading, and opens it as it
// is wanted where nothing is wrong with it. mu is held, or b is not shared yet.
func (b *Book) open() error {
	if err := isFile(b.path); err != nil {
		return err
	}
	reading := b.options
	reading.ReadOnly = true
	err := b.mapped(reading)
	if errors.As(err, new(*Locked)) || errors.As(err, new(*Denied)) {
		return err
	}
	// Whatever else bbolt made of the file, looking at it says it better.
	about, looked := look(b.path, false)
	if looked == nil {
		looked = errors.Join(about.known(b.path, b.options.ReadOnly), err)
	}
	if looked == nil && b.options.ReadOnly {
		return nil
	}
	if b.db != nil {
		looked = errors.Join(looked, b.shut())
	}
	if looked != nil {
		return looked
	}
	return b.mapped(b.options)
}

func isFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &Absent{path, err}
	case err != nil:
		return openError(path, err)
	case info.IsDir():
		return &Folder{path}
	case !info.Mode().IsRegular():
		return &Damaged{Path: path, Why: "it is not a file"}
	}
	return nil
}

// mapped opens the file with bbolt, which locks it and maps it into memory.
func (b *Book) mapped(o Options) error {
	var db *bbolt.DB
	var file *os.File
	err := guarded(func() (err error) {
		db, err = bbolt.Open(b.path, 0o600, o.bolt(func(f *os.File) { file = f }))
		return err
	})
	if err == nil {
		b.db, b.file = db, file
		return nil
	}
	if file != nil && !errors.Is(err, berrors.ErrTimeout) {
		_ = file.Close() // where bbolt gave up half-way, the lock is still on
	}
	return openError(b.path, err)
}

// openError says what it means that a file was not opened.
func openError(path string, err error) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return lockedBy(path)
	case errors.Is(err, os.ErrPermission):
		return &Denied{path, err}
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrChecksum), errors.Is(err, berrors.ErrVersionMismatch), errors.As(err, new(*faultError)):
		return &Damaged{Path: path, Why: "it cannot be read", Err: err}
	}
	return fmt.Errorf("could not open the minute book %s: %w", path, err)
}
