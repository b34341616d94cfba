package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// FileName is what a book is called where nobody gave it a name.
const FileName = "book.mb"

// DefaultPath is where the book is kept unless another place is named: in the
// platform's folder for a program's own data, which is not synchronised.
func DefaultPath() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	folder, ok := dataFolder(runtime.GOOS, home, os.Getenv)
	if !ok {
		return "", errors.New("this computer does not say where programs keep their data: name the minute book's file")
	}
	return filepath.Join(folder, FileName), nil
}

// dataFolder is the program's data folder on that system.
func dataFolder(system, home string, env func(string) string) (folder string, ok bool) {
	switch system {
	case "windows":
		if local := env("LocalAppData"); local != "" {
			return filepath.Join(local, "Minutebook"), true
		}
		return filepath.Join(home, "AppData", "Local", "Minutebook"), home != ""
	case "darwin", "ios":
		return filepath.Join(home, "Library", "Application Support", "Minutebook"), home != ""
	}
	// The XDG rules: a relative path is passed over.
	if data := env("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "minutebook"), true
	}
	return filepath.Join(home, ".local", "share", "minutebook"), home != ""
}

// makeFolder makes the folder of a book for its owner only, where it is not
// there yet.
func makeFolder(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("could not make the folder for the minute book: %w", err)
	}
	return nil
}

// settle gives the finished file temp the name path, so that it is there as a
// whole or not at all, and survives a power cut. Where a file has that name
// already it is an *[Exists], unless it may be replaced.
func settle(temp, path string, replace bool) error {
	if err := syncFile(temp); err != nil {
		return err
	}
	if !replace {
		switch err := os.Link(temp, path); {
		case err == nil:
			return errors.Join(os.Remove(temp), syncFolder(path))
		case errors.Is(err, os.ErrExist):
			return &Exists{path}
		}
		// The disk knows no links: look, then rename.
		if _, err := os.Lstat(path); err == nil {
			return &Exists{path}
		}
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return syncFolder(path)
}

// temporary is a new empty file beside path, for its owner only.
func temporary(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.new")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes the names in path's folder last. Windows does it by itself
// and cannot be told to.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
