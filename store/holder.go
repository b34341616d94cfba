package store

import (
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"syscall"
)

// holder says who has a book open for writing. It is written beside the book
// on opening and taken away on closing. It only informs: the lock is on the
// book itself, so that one left by a program that crashed locks nothing.
type holder struct {
	Program string `json:"program"`
	PID     int    `json:"pid"`
	Host    string `json:"host"`
}

func holderPath(book string) string { return book + ".lock" }

func thisProgram(name string) holder {
	host, err := os.Hostname()
	if err != nil {
		host = "this computer"
	}
	if name == "" {
		name = "minutebook"
	}
	return holder{Program: name, PID: os.Getpid(), Host: host}
}

// hold leaves word that h has the book. It matters to nothing but a message,
// so a disk that does not take it is passed over.
func (h holder) hold(book string) {
	data, err := json.Marshal(h)
	if err != nil {
		return
	}
	_ = os.WriteFile(holderPath(book), data, 0o600)
}

// letGo takes the word away again.
func letGo(book string) { _ = os.Remove(holderPath(book)) }

// lockedBy is the error of finding the book locked.
func lockedBy(book string) *Locked {
	e := &Locked{Path: book}
	data, err := os.ReadFile(holderPath(book))
	var h holder
	if err != nil || json.Unmarshal(data, &h) != nil || !h.running() {
		return e
	}
	e.Program, e.PID, e.Host = h.Program, h.PID, h.Host
	return e
}

// running says whether h may still be there. On another computer it may.
func (h holder) running() bool {
	if here := thisProgram(""); h.Host != here.Host {
		return true
	}
	p, err := os.FindProcess(h.PID)
	if err != nil || h.PID <= 0 {
		return false
	}
	if runtime.GOOS == "windows" {
		return true // there it is found only where it runs
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}
