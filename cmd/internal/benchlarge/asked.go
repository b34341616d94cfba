//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"minutebook/cmd/internal/large"
	"minutebook/model"
	"minutebook/model/find"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/store"
)

// today is the day on which the register is asked.
const today = model.Date("2026-11-21")

// asked measures what a clerk asks the book for.
func asked(path, text string) error {
	book, err := store.Open(path, options())
	if err != nil {
		return err
	}
	err = errors.Join(lists(book), searches(book, text))
	return errors.Join(err, book.Close())
}

// turns is how often each question is asked.
const turns = 40

// lists measures the list of meetings, and the register by several filters.
func lists(book *store.Book) error {
	took, err := timed(turns, func(int) error { _, err := book.Meetings(); return err })
	if err != nil {
		return err
	}
	line("list of meetings", took.most()*1000, "p95-ms", 0, "")
	for _, f := range []struct {
		name string
		register.Filter
	}{
		{"open", register.Filter{Open: true}},
		{"overdue", register.Filter{Overdue: true, Today: today}},
		{"open with a word", register.Filter{Open: true, Text: "b"}},
		{"two words", register.Filter{Text: "done to"}},
		{"owner", register.Filter{Owner: large.Owner()}},
		{"due in a year", register.Filter{DueFrom: "2020-01-01", DueBy: "2020-12-31"}},
		{"complete", register.Filter{States: []model.ActionState{model.Complete}}},
	} {
		found, before := 0, processor()
		took, err := timed(turns, func(int) error {
			actions, err := book.Register(f.Filter)
			found = len(actions)
			return err
		})
		if err != nil {
			return err
		}
		name := fmt.Sprintf("register %s (%d actions)", f.name, found)
		line(name, (processor()-before)/turns*1000, "cpu-ms", 0, "")
		line(name, took.most()*1000, "p95-ms", 0, "")
	}
	return nil
}

// searches measures searches of three words, each beside grep for the same
// words over the same minutes as text. The text was just written and is in
// memory; what a search reads of the book is when it is asked a second time. How
// long the first took, which waits for the disk too, is told beside.
func searches(book *store.Book, text string) error {
	lines, err := export(book, text)
	if err != nil {
		return err
	}
	var first, own, grep times
	used := 0.0
	for n := range turns {
		words := threeWords(lines[(n*7919)%len(lines)])
		search := func(int) error { _, err := book.Search(strings.Join(words, " "), 60); return err }
		took, err := timed(1, search)
		if err != nil {
			return err
		}
		first = append(first, took...)
		before := processor()
		if took, err = timed(1, search); err != nil {
			return err
		}
		used += processor() - before
		own = append(own, took...)
		took, err = timed(1, func(int) error { return grepFor(words, text) })
		if err != nil {
			return err
		}
		grep = append(grep, took...)
	}
	line("search of three words, asked first", first.most()*1000, "p95-ms", grep.most()*1000, "grep -r")
	line("search of three words", own.most()*1000, "p95-ms", grep.most()*1000, "grep -r")
	line("search of three words", used/turns*1000, "cpu-ms", 0, "")
	line("search of three words, half of them", own.middle()*1000, "ms", grep.middle()*1000, "grep -r")
	return nil
}

func timed(turns int, do func(n int) error) (times, error) {
	var all times
	for n := range turns {
		begun := time.Now()
		if err := do(n); err != nil {
			return nil, err
		}
		all = append(all, time.Since(begun).Seconds())
	}
	return all, nil
}

// processor is how much of a processor this program has used, in seconds: what
// a question costs where others keep the machine busy.
func processor() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// threeWords are three words of a line, the longest and two others.
func threeWords(line string) []string {
	words := find.Tokens(line)
	longest := 0
	for i, w := range words {
		if len(w) > len(words[longest]) {
			longest = i
		}
	}
	return []string{words[longest], words[(longest+1)%len(words)], words[(longest+3)%len(words)]}
}

// grepFor looks for the lines that have all of the words.
func grepFor(words []string, text string) error {
	first := exec.Command("grep", "-rihw", "--", words[0], text)
	found, err := first.Output()
	for _, w := range words[1:] {
		next := exec.Command("grep", "-iw", "--", w)
		next.Stdin = strings.NewReader(string(found))
		if found, err = next.Output(); err != nil {
			break
		}
	}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 {
		return nil // nothing found
	}
	return err
}

// export writes the minutes of every meeting as a text file, and gives some of
// their lines.
func export(book *store.Book, folder string) (lines []string, err error) {
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, err
	}
	meetings, err := book.Meetings()
	if err != nil {
		return nil, err
	}
	for n, s := range meetings {
		m, err := book.Meeting(s.ID)
		if err != nil {
			return nil, err
		}
		words := quick.Print(m, true)
		if n%97 == 0 {
			for _, it := range m.Items {
				for _, e := range it.Entries {
					lines = append(lines, e.Text)
				}
			}
		}
		if err := os.WriteFile(filepath.Join(folder, string(s.ID)+".minutes"), words, 0o600); err != nil {
			return nil, err
		}
	}
	return lines, nil
}
