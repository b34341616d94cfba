//go:build realwindow

package main

import (
	"os"
	"path/filepath"
	"testing"
)

// earlierMeeting is the one that the book has before the meeting by keys alone,
// and wantedMinutes are what is to come of that.
const earlierMeeting, wantedMinutes = "keys-earlier.minutes", "keys-wanted.minutes"

// roster are the thirteen of the body, as they are typed on its screen.
var roster = []string{
	"Trustees: Lady Orla Fennimore, Chair of the Trust",
	"Bertram Quill, Treasurer",
	"Zoë Tansley, Heritage Trustee",
	"Ivo Marchbanks, Safety Trustee",
	"Gwenllian Roos, Volunteers",
	"Navigation: Hesper Lund, Navigation Manager",
	"Casimir Boyle, Lock Keeper",
	"Nuala Strick, Engineer",
	"Users: Ottoline Vane, Boat Owners",
	"Kit Underhay, Anglers",
	"Jocasta Wren, Walkers",
	"Emeka Sollis, Rowing Club",
	"/attending Secretariat: Tamsin Yare, Clerk to the Trust",
}

// clerk is somebody at the window with nothing but a keyboard.
type clerk struct {
	*window
	t *testing.T
}

// chooses runs a command by its name from the list of all.
func (c clerk) chooses(name string) {
	c.t.Helper()
	c.settle()
	c.press("ctrl+k")
	c.settle()
	c.line(name)
	c.settle()
}

// repeat is a key pressed n times.
func repeat(key string, n int) []string {
	var keys []string
	for range n {
		keys = append(keys, key)
	}
	return keys
}

// A meeting is prepared, called, minuted, put right and exported with nothing
// but the keyboard; what the window writes is what was meant.
func TestMeetingByKeysAlone(t *testing.T) {
	t.Parallel()
	book, folder := filepath.Join(t.TempDir(), "keys.mb"), t.TempDir()
	ctl(t, book, "", "init")
	ctl(t, book, read(t, filepath.Join("testdata", earlierMeeting)), "minute", "-")
	c := clerk{newScreen(t, 1366, 768, "ë").start("--book", book), t}
	c.preparesBody()
	c.makesMeeting()
	c.callsRoll()
	c.beginsMeeting()
	c.takesFirstItem()
	c.takesSecondItem()
	c.takesLastItemEarly()
	c.takesThirdItem()
	c.takesFourthItem()
	c.endsMeeting()
	minutes, word := filepath.Join(folder, "trust.minutes"), filepath.Join(folder, "trust.docx")
	c.exportsWithPrivateNotes(minutes)
	c.exports(word)
	c.quit()

	sameLines(t, read(t, filepath.Join("testdata", wantedMinutes)), read(t, minutes))
	script{}.sameWords(t, book, word)
	kept := filepath.Join(folder, "kept.minutes")
	ctl(t, book, "", "export", "last", "--private", kept)
	sameLines(t, read(t, minutes), read(t, kept))
	if t.Failed() {
		t.Logf("the minutes written:\n%s", read(t, minutes))
	}
}

// exportsWithPrivateNotes writes the meeting as quick lines, with everything.
func (c clerk) exportsWithPrivateNotes(path string) {
	c.t.Helper()
	c.settle()
	c.press("ctrl+shift+e")
	c.settle()
	c.press("ctrl+a")
	c.types(path)
	c.press("Tab", "Tab", "Tab", "space")
	c.press("shift+Tab", "shift+Tab", "shift+Tab", "Return")
	eventually(c.t, filepath.Base(path), func() bool { _, err := os.Stat(path); return err == nil })
	c.settle()
	c.press("Return") // it says where the file is
}

// preparesBody keeps the roster and the clerk's abbreviation.
func (c clerk) preparesBody() {
	c.chooses("Body: roster")
	for _, line := range roster {
		c.line(line)
	}
	c.press("Escape")
	c.chooses("Your abbreviations")
	c.line("nm Navigation Manager")
	c.press("Escape")
}

// makesMeeting makes the meeting that is minuted, without what it would take
// over of the earlier minutes and their actions.
func (c clerk) makesMeeting() {
	c.settle()
	c.press("ctrl+n")
	c.settle()
	c.press("Tab")
	c.types("10 June 2025")
	c.press("Tab")
	c.types("10:00-12:00")
	c.press("Tab")
	c.types("The Lock House, Wexmere")
	c.settle() // what is taken over shows once it is known
	for _, key := range []string{"Tab", "Tab", "Tab", "Right", "Tab", "Right", "Return"} {
		c.press(key)
		c.settle()
	}
}

// callsRoll finds one with apologies, one whose deputy came and one who is not
// there yet; all others are there.
func (c clerk) callsRoll() {
	c.settle()
	c.press("ctrl+r")
	c.settle()
	c.types("ppppa")
	c.press("comma")
	c.line("at a funeral")
	c.types("ppd")
	c.types("Rufus Pell, Assistant Engineer")
	c.press("Return")
	c.types("under")
	c.press("space")
	c.types("xppp")
	c.press("Escape")
}

// beginsMeeting plans five items and goes back to the first.
func (c clerk) beginsMeeting() {
	for _, title := range []string{"Apologies and minutes", "Lock repairs", "Towpath lighting", "Summer festival", "Accounts"} {
		c.line("# " + title)
	}
	c.goesTo("1")
	c.line("/start 10:00")
}

// goesTo goes to the item of that number or those words.
func (c clerk) goesTo(item string) {
	c.settle()
	c.press("ctrl+g")
	c.settle()
	c.line(item)
	c.settle()
}

// takesFirstItem has a name completed, and an arrival recorded in the roll call
// as it happens. The time of that is the clock's, so it is put right after.
func (c clerk) takesFirstItem() {
	c.line("/approve 11 March 2025")
	c.types("i: @boy")
	c.press("Tab")
	c.line(", item 2, brother of a tenderer")
	c.settle()
	c.press("ctrl+r")
	c.settle()
	c.types("kit")
	c.press("space", "plus")
	c.press("Escape")
	c.press("ctrl+Up", "ctrl+e") // the first edit
	c.press(repeat("BackSpace", len("10:10"))...)
	c.line("10:10")
	c.press("Escape")
	c.line("/outcome approved")
	c.press("ctrl+Next")
}

// takesSecondItem has an abbreviation, two completions, entries of most kinds,
// and what was minuted made into something else.
func (c clerk) takesSecondItem() {
	c.line("The nm reported that the gates had been inspected.")
	c.line("## Tenders")
	c.line("Three tenders were opened.")
	c.line("Oak and Iron can begin in August")
	c.press("ctrl+Up", "ctrl+shift+l", "Escape") // the second: a bullet
	c.line("- Barge and Beam cannot")
	c.settle() // the completions are learnt
	c.types("The Trust thanked the vol")
	c.press("Tab")
	c.line("the lock.")
	c.types("The summary of boat mov")
	c.press("Right")
	c.line(" was received.")
	c.line("a: Engineer to check the paddle gear by 30 June 2025.")
	c.line("Lady Fennimore to write to the tenderers")
	c.press("ctrl+Up", "ctrl+3") // the third: an action
	c.chooses("Owner and due")   // the fourth
	c.press("Tab")
	c.types("by 18 June 2025")
	c.press("Return")
	c.settle()
	c.press("Escape")
	c.line("m: That the tender of Oak and Iron be accepted.")
	c.line("v: for 7 against 2 abstain 1")
	c.line("p: Ask the Engineer for the drawings")
	c.chooses("Outcome of the item")
	c.line("agreed")
}

// takesLastItemEarly takes the accounts before the lighting, and comes back.
func (c clerk) takesLastItemEarly() {
	c.press("ctrl+Next") // the third item is begun
	c.line("The lamps at the basin were discussd.")
	c.goesTo("accounts")
	c.line("The Treasurer presented the accounts.")
	c.line("That the accounts be adopted.")
	c.press("ctrl+Up", "ctrl+2", "Escape") // the fifth: a decision
	c.line("/outcome agreed")
	c.press("ctrl+shift+g")
}

// takesThirdItem has words put right with the caret, and a deletion undone.
func (c clerk) takesThirdItem() {
	c.press("ctrl+Up", "F2") // the sixth
	c.press("Left", "Left")
	c.line("e")
	c.press("Escape")
	c.line("Members asked for a trial of dimmed lamps.")
	c.line("a: Lock Keeper to count the lamps.")
	c.press("ctrl+Up", "ctrl+e") // the seventh
	c.press("BackSpace")
	c.line(" by 2 July 2025.")
	c.press("ctrl+shift+Delete") // it was the wrong one after all
	c.press("ctrl+z")
	c.press("ctrl+Up", "ctrl+shift+Up", "Escape") // the eighth: it comes before the trial
	c.line("/outcome referred to the Walkers")
	c.press("ctrl+Next")
}

// takesFourthItem has a selection typed over, bold words, and a deletion undone
// later than at once.
func (c clerk) takesFourthItem() {
	c.line("The festival will be on the first Saturday of August.")
	c.line("The band will play at the Lock House.")
	c.press("ctrl+Up", "ctrl+Up", "ctrl+shift+Delete")
	c.press("Escape")
	c.press("ctrl+z")
	c.press("ctrl+Up", "ctrl+Up", "ctrl+e") // the ninth
	c.press("Home", "ctrl+Right", "Right", "shift+ctrl+Right")
	c.types("fair")
	c.press("Return")
	c.press("ctrl+Down", "F2") // the tenth
	c.press("Home", "ctrl+Right", "Right", "shift+ctrl+Right", "ctrl+b")
	c.press("Return", "Escape")
	c.line("/out Ottoline Vane 11:20")
	c.line("/outcome noted")
}

// endsMeeting ends it, and the window has nothing left to ask.
func (c clerk) endsMeeting() {
	c.line("/close 11:45")
	c.line("/next 9 September 2025 10:00, The Lock House, Wexmere")
}
