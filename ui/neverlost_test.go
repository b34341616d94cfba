package ui

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"minutebook/model"
)

// ownWord is a word that no line of a test shares with another.
var ownWord = regexp.MustCompile(`word[0-9]+x`)

// A clerk at random: one window on one meeting, any keys.
type anyClerk struct {
	*rapid.T
	t    *testing.T
	ui   *Window
	w    *world
	n    int // of the last token
	seen *meetingScreen
	// in are the words that were in the meeting after the step before; must are
	// those that were ever, but for those that the clerk took back by undo.
	in, must map[string]bool
}

// Whatever keys are pressed, a word that was entered is in the meeting, or can
// be brought back by undo or redo, or is among the words not entered yet; what
// was undone and redone is as it was; and in the end the book has everything.
func TestNoKeysEverLoseAWord(t *testing.T) {
	newWorld(t, newFakeBook()).open()
	rapid.Check(t, func(r *rapid.T) {
		c := &anyClerk{T: r, t: t, w: newWorld(t, newFakeBook().put(quayMeeting()...))}
		c.begin()
		defer func() { c.w.close() }()
		steps := map[string]func(){"line": c.line, "key": c.key, "move": c.move, "disk": c.disk, "time": c.time, "again": c.again, "remove": c.remove}
		names := slices.Sorted(maps.Keys(steps))
		names = append(names, "line", "line", "key", "key", "key")
		for range rapid.IntRange(1, 25).Draw(r, "steps") {
			steps[rapid.SampledFrom(names).Draw(r, "step")]()
			c.check()
		}
		c.end()
	})
}

// begin shows the meeting in a new window.
func (c *anyClerk) begin() {
	c.ui = c.w.openAnother()
	c.atMeeting()
}

func (c *anyClerk) atMeeting() {
	for range 3 {
		if c.ui.dialogOpen() {
			hit(c.t, c.ui, escKey)
		}
	}
	if !c.ui.Open("m") {
		return // what is open cannot be kept, and stays
	}
	c.check()
}

// line types words, and mostly enters them.
func (c *anyClerk) line() {
	c.n++
	form := rapid.SampledFrom([]string{"The Board heard %s.", "a: Ann Zelenka to write of %s by 14 April", "d: That %s be accepted.", "m: That %s be refused.",
		"# On %s", "- %s", "p: %s", "i: Ann Zelenka, item 1, %s", "/present %s", "/out %s 10:30", "/outcome referred to %s", "v: unanimous", "/start 10:00", "/nothing %s"}).Draw(c.T, "line")
	for _, r := range fmt.Sprintf(form, fmt.Sprintf("word%dx", c.n)) {
		if f := c.ui.window.Canvas().Focused(); f != nil {
			f.TypedRune(r)
		}
	}
	if rapid.Bool().Draw(c.T, "entered") {
		hit(c.t, c.ui, enterKey)
	}
}

// key does any command by any of its keys.
func (c *anyClerk) key() {
	all := commands()
	one := rapid.SampledFrom(slices.DeleteFunc(all, func(c command) bool { return len(c.keys) == 0 })).Draw(c.T, "command")
	hit(c.t, c.ui, rapid.SampledFrom(one.keys).Draw(c.T, "key"))
	if c.w.quit > 0 { // the window is gone
		c.w.quit = 0
		if c.w.book.refuse != nil { // asked for twice, and told what that means
			c.in = nil
		}
		c.begin()
	}
}

// remove deletes an entry, and perhaps takes that back.
func (c *anyClerk) remove() {
	for range rapid.IntRange(1, 3).Draw(c.T, "up") {
		hit(c.t, c.ui, ctrl(fyne.KeyUp))
	}
	hit(c.t, c.ui, ctrlShift(fyne.KeyDelete))
	for range rapid.IntRange(0, 3).Draw(c.T, "back") {
		hit(c.t, c.ui, ctrl(fyne.KeyZ))
	}
}

// move presses a key that no command has.
func (c *anyClerk) move() {
	hit(c.t, c.ui, rapid.SampledFrom([]key{enterKey, escKey, upKey, downKey, leftKey, rightKey, tabKey, {fyne.KeyTab, false, true}, {fyne.KeyReturn, false, true}}).Draw(c.T, "move"))
}

// disk has the disk refuse everything for a while, or no longer.
func (c *anyClerk) disk() {
	c.w.book.refuse = nil
	if rapid.Bool().Draw(c.T, "full") {
		c.w.book.refuse = errors.New("the disk is full")
	}
}

func (c *anyClerk) time() {
	c.w.pass(time.Duration(rapid.IntRange(0, 1500).Draw(c.T, "ms")) * time.Millisecond)
}

// again opens the meeting in a new window, as after a crash a moment later:
// the words, the caret and everything entered are there.
func (c *anyClerk) again() {
	c.w.book.refuse = nil
	hit(c.t, c.ui, escKey, escKey)
	c.atMeeting()
	hit(c.t, c.ui, ctrl(fyne.KeyS))
	c.w.pass(2 * time.Second)
	before := c.ui.meeting
	words, m := before.words(), before.work.meeting()
	c.w.timers, c.w.work = nil, nil
	c.begin()
	if now := c.ui.meeting.work.meeting(); asKept(c, now) != asKept(c, m) {
		c.Fatalf("opened again the meeting is\n%s\nwas\n%s", asKept(c, now), asKept(c, m))
	}
	if got := c.ui.meeting.words(); !words.Empty() && (got.Text != words.Text || got.Caret != words.Caret || !maps.Equal(got.Parked, words.Parked)) {
		c.Fatalf("opened again the words are %+v; were %+v", got, words)
	}
}

func asKept(c *anyClerk, m model.Meeting) string {
	data, err := json.Marshal(m)
	if err != nil {
		c.Fatal(err)
	}
	return string(data)
}

// withoutRev is a meeting without what every change moves on.
func withoutRev(c *anyClerk, m model.Meeting) string {
	m.Rev = 0
	return asKept(c, m)
}

// tokens are the words of the test in a text.
func tokens(text string) map[string]bool {
	found := map[string]bool{}
	for _, word := range ownWord.FindAllString(text, -1) {
		found[word] = true
	}
	return found
}

// check looks for every word that must be there.
func (c *anyClerk) check() {
	s := c.ui.meeting
	if s == nil || s.work.meeting().ID != "m" {
		c.seen = nil // closed, with everything kept
		return
	}
	if c.seen != s {
		c.must = c.in // in a meeting opened anew nothing can be taken back
	}
	now := tokens(asKept(c, s.work.meeting()))
	here := maps.Clone(now)
	unfinished := s.words()
	for _, words := range append(slices.Collect(maps.Values(unfinished.Parked)), unfinished.Text) {
		maps.Copy(here, tokens(words))
	}
	must := maps.Clone(now)
	var undone, redone map[string]bool
	for word := range c.must {
		if here[word] {
			must[word] = true
			continue
		}
		if undone == nil {
			undone, redone = c.history(s)
		}
		if !undone[word] && !redone[word] {
			c.Fatalf("%s is lost", word)
		}
		if undone[word] {
			must[word] = true
		}
	}
	c.seen, c.in, c.must = s, now, must
}

// history gives the words that undo and redo can bring back, and leaves the
// meeting as it is.
func (c *anyClerk) history(s *meetingScreen) (undone, redone map[string]bool) {
	undo, redo := s.work.session.Undo, s.work.session.Redo
	return c.walk(s, undo, redo), c.walk(s, redo, undo)
}

// walk goes there as far as it can, and back.
func (c *anyClerk) walk(s *meetingScreen, there, back func() (bool, error)) map[string]bool {
	before, found := withoutRev(c, s.work.meeting()), map[string]bool{}
	steps := 0
	for {
		ok, err := there()
		if err != nil {
			c.Fatal(err)
		}
		if !ok {
			break
		}
		steps++
		maps.Copy(found, tokens(asKept(c, s.work.meeting())))
	}
	for range steps {
		if ok, err := back(); !ok || err != nil {
			c.Fatalf("the way back stops: %v, %v", ok, err)
		}
	}
	if now := withoutRev(c, s.work.meeting()); now != before {
		c.Fatalf("undone and redone the meeting is\n%s\nwas\n%s", now, before)
	}
	return found
}

// end undoes everything and redoes it, and looks whether the book has all.
func (c *anyClerk) end() {
	c.w.book.refuse = nil
	c.atMeeting()
	s := c.ui.meeting
	c.history(s)
	hit(c.t, c.ui, ctrl(fyne.KeyS))
	c.w.pass(2 * time.Second)
	if kept, shown := asKept(c, c.w.book.meetings["m"]), asKept(c, s.work.meeting()); kept != shown {
		c.Fatalf("the book has\n%s\nthe screen\n%s", kept, shown)
	}
	words, kept := s.words(), c.w.book.unfinished["m"]
	if words.Text != kept.Text || !words.Empty() && words.Caret != kept.Caret || !maps.Equal(words.Parked, kept.Parked) {
		c.Fatalf("the book has the unfinished words %+v, the screen %+v", kept, words)
	}
	if s.failing {
		c.Fatal("the window still says that something is not saved")
	}
}
