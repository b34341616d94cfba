package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"minutebook/model"
)

// careless is a clerk who does anything with items. written are the words that
// were typed and not entered.
type careless struct {
	t       *testing.T
	r       *rapid.T
	ui      *Window
	n       int
	written map[string]bool
}

func (c *careless) items() []model.Item { return c.ui.meeting.work.meeting().Items }

func (c *careless) takeBack() { c.ui.meeting.step("Taken back", c.ui.meeting.work.session.Undo) }
func (c *careless) doAgain()  { c.ui.meeting.step("Made again", c.ui.meeting.work.session.Redo) }

// does one thing.
func (c *careless) does(step string) {
	switch step {
	case "type":
		if c.ui.meeting.work.editing != "" {
			return
		}
		c.n++
		word := fmt.Sprintf("word%d.", c.n)
		typeText(c.t, c.ui, word)
		c.ui.meeting.panel.composer.Set(composerText(c.ui), 1<<20) // no step of writing to take back
		c.written[word] = true
	case "enter", "new":
		c.enters(step == "new")
	case "next":
		hit(c.t, c.ui, ctrl(fyne.KeyPageDown))
	case "previous":
		hit(c.t, c.ui, ctrl(fyne.KeyPageUp))
	case "undo":
		c.takeBack()
	case "redo":
		c.doAgain()
	case "delete-item":
		c.deletes()
	default:
		run(c.ui, step)
	}
}

func (c *careless) enters(item bool) {
	if strings.TrimSpace(composerText(c.ui)) == "" || c.ui.meeting.work.editing != "" {
		return
	}
	if item {
		c.n++
		run(c.ui, "new-item")
		typeText(c.t, c.ui, fmt.Sprint("Item ", c.n))
		hit(c.t, c.ui, enterKey)
		return // the words wait where they were written
	}
	text := composerText(c.ui)
	hit(c.t, c.ui, enterKey)
	for word := range c.written {
		if strings.Contains(text, word) {
			delete(c.written, word)
		}
	}
}

// deletes an item, and looks whether undo would bring it back as it was.
func (c *careless) deletes() {
	before, rev := c.items(), c.ui.meeting.work.meeting().Rev
	run(c.ui, "delete-item")
	if c.ui.meeting.work.meeting().Rev == rev {
		return
	}
	c.takeBack()
	if !reflect.DeepEqual(c.items(), before) {
		c.r.Fatalf("an item that was deleted comes back as %+v, not %+v", c.items(), before)
	}
	c.doAgain()
}

// check fails where a word that was written is in neither the composer nor
// parked at an item that the clerk can go to.
func (c *careless) check(after string) {
	s := c.ui.meeting
	all := composerText(c.ui) + "\n" + s.before
	for item, parked := range s.work.parked {
		if _, ok := s.work.meeting().Item(item); !ok || item == s.work.item {
			c.r.Fatalf("after %s %q waits at %q, where nobody comes", after, parked, item)
		}
		all += "\n" + parked
	}
	for word := range c.written {
		if !strings.Contains(all, word) {
			c.r.Fatalf("after %s %q is lost: %q", after, word, all)
		}
	}
}

// Whatever is done with items, no entry and no unfinished word is lost: all
// words that were not entered are in the composer or parked at an item, and an
// item that was deleted comes back with every entry.
func TestItemCommandsLoseNothing(t *testing.T) {
	ui, w := openAgenda(t, "A", "B", "C")
	afresh, tried := w.book.meetings["m"].Clone(), 0
	rapid.Check(t, func(r *rapid.T) {
		tried++
		afresh.ID = model.ID(fmt.Sprint("m", tried))
		w.book.put(afresh)
		ui.Open(afresh.ID)
		w.work, w.timers = nil, nil
		c := &careless{t: t, r: r, ui: ui, written: map[string]bool{}}
		for _, step := range rapid.SliceOfN(rapid.SampledFrom([]string{"type", "type", "enter", "next", "previous", "back", "item-up", "item-down",
			"delete-item", "withdraw-item", "undo", "redo", "new", "edit"}), 1, 30).Draw(r, "steps") {
			c.does(step)
			c.check(step)
		}
		last, undone := c.items(), 0
		for ; ui.meeting.work.session.CanUndo(); undone++ {
			c.takeBack()
			c.check("taking everything back")
		}
		for range undone {
			c.doAgain()
		}
		c.check("making everything again")
		if !reflect.DeepEqual(c.items(), last) {
			r.Fatalf("taken back and made again, the items are %+v, not %+v", c.items(), last)
		}
	})
}
