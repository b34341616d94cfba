//go:build realwindow

package main

import (
	_ "embed"
	"fmt"
	"os"
	"strings"
	"testing"
)

// sitting is the pictures that one window is asked for, one after another.
type sitting struct {
	name string
	// book makes the book that the window is started with.
	book func(t *testing.T, book string)
	args []string
	// full starts the window where its book cannot grow.
	full bool
	// expects are words that the program's standard error may hold.
	expects []string
	// closely says that it is only taken where somebody looks at the pictures.
	closely bool
	scenes  []scene
}

// scene is a screen to take a picture of.
type scene struct {
	name string
	// before does something outside of the window first; home is its user's
	// folder.
	before func(t *testing.T, home string)
	// steps come to it: keys as xdotool names them or, after a colon, words to
	// type. The window has done with a step before the next.
	steps []string
	// window is the title of the window to look at, "" for the program's first.
	window string
	// leaves are the steps that put the window back for the scene after it; Esc
	// where there are none.
	leaves []string
	// kept says in which looks a picture of it at the smaller size is kept with
	// the guide, which shows it: "light", or several with spaces between them.
	// Without it they are only there to be looked at.
	kept string
}

//go:embed testdata/live.minutes
var liveMinutes string

func emptyBook(t *testing.T, book string) { ctl(t, book, "", "init") }

// liveBook is the sample with a meeting that is being held.
func liveBook(t *testing.T, book string) {
	emptyBook(t, book)
	ctl(t, book, "", "sample")
	ctl(t, book, liveMinutes, "minute", "-")
}

// heavyBook has one meeting with long names, long titles and 60 actions.
func heavyBook(t *testing.T, book string) {
	emptyBook(t, book)
	var b strings.Builder
	b.WriteString("/body Joint Consultative Committee for the Inland Waterways, Tidal Moorings and Lighterage of Upper Thornbeckshire\n" +
		"/date 24 November 2026\n/time 10:00-16:30\n/venue The Old Lightermen's Assembly Rooms, second floor, Wharfinger's Passage, Upper Thornbeck\n")
	for _, who := range []string{
		"Confederation of Lightermen and Allied Trades: Wilhelmina Featherstonehaugh-Cholmondeley, Deputy Assistant Commissioner for Navigation",
		"Confederation of Lightermen and Allied Trades: Professor Emeritus Bartholomew Anantharamakrishnan, Honorary Surveyor of Locks and Sluices",
		"Upper Thornbeckshire: Oluwaseyi Adébáyọ̀-Montgomery, Chief Executive", "Upper Thornbeckshire: Mx Llanfairpwllgwyngyllgogerychwyrndrobwll", "Upper Thornbeckshire: J. Wu, Clerk"} {
		b.WriteString("/present " + who + "\n")
	}
	b.WriteString("/start 10:00\n")
	for item := 1; item <= 6; item++ {
		fmt.Fprintf(&b, "# Proposals of working party %d on the maintenance, dredging, lighting and policing of the tidal moorings between Thornbeck Weir and the sea\n", item)
		for action := 1; action <= 10; action++ {
			fmt.Fprintf(&b, "a: Wilhelmina Featherstonehaugh-Cholmondeley and Upper Thornbeckshire to report on length %d of the towpath by %d December.\n", (item-1)*10+action, action)
		}
	}
	ctl(t, book, b.String(), "minute", "-")
}

// damagedBook is a file that is no book.
func damagedBook(t *testing.T, book string) {
	if err := os.WriteFile(book, []byte(strings.Repeat("not a minute book\n", 999)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// clears are the steps that leave an empty composer.
var clears = []string{"Escape ctrl+a BackSpace Escape"}

// asks are the steps that do a command by its name.
func asks(command string) []string { return []string{"ctrl+k", ":" + command, "Return"} }

// asksThen are asks with steps after it.
func asksThen(command string, steps ...string) []string { return append(asks(command), steps...) }

var sittings = []sitting{
	{name: "empty", book: emptyBook, scenes: []scene{
		{name: "empty"},
	}},
	{name: "book", book: liveBook, scenes: []scene{
		{name: "book", kept: "light"},
		{name: "new", steps: []string{"ctrl+n"}},
		{name: "settings", kept: "light", steps: asks("settings")},
		{name: "actions-record", steps: []string{"ctrl+shift+a", "Home c", ":programme received"}, leaves: []string{"Escape", "Escape"}},
		{name: "keys", steps: []string{"F1"}},
		{name: "language", steps: asks("What to type")},
		{name: "about", steps: asks("About")},
	}},
	{name: "meeting", book: liveBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "meeting", kept: "light dark contrast-light", leaves: clears,
			steps: []string{"ctrl+g", ":Fish quay", "Return", ":a: Head of Engineering and Harbour Master to bring the contractor's programme to the Board by 14 December"}},
		{name: "completing", steps: []string{":a: Harbour Master to report the res"}, leaves: clears},
		{name: "at-sign", steps: []string{":a: @zoe"}, leaves: clears},
		{name: "spelling", steps: []string{":The Board recieved the tender documents."}},
		{name: "spelling-asked", steps: []string{"F7"}, leaves: clears},
		{name: "chosen", steps: []string{"ctrl+Up", "ctrl+Up"}},
		{name: "edited", steps: []string{"ctrl+Up ctrl+e"}, leaves: []string{"Escape Escape"}},
		{name: "owners", steps: append([]string{"ctrl+Up"}, asks("Owner and due")...), leaves: []string{"Escape", "Escape"}},
		{name: "restricted", steps: []string{"ctrl+g", ":Staffing", "Return", "ctrl+shift+r"}, leaves: []string{}},
		{name: "restricted-on", kept: "light", steps: []string{":Terms of employment", "Return", ":The Chief Executive set out what was offered to the two."},
			leaves: []string{"Escape ctrl+a BackSpace ctrl+shift+r"}},
		{name: "refused", steps: []string{"ctrl+g", ":Fish", "Return", ":/next 31 November 2026", "Return"}, leaves: clears},
		{name: "roll-call", kept: "light", steps: []string{"ctrl+r"}},
		{name: "roll-deputy", steps: []string{"ctrl+r", "Down Down d"}, leaves: []string{"Escape", "Escape"}},
		{name: "roll-person", steps: []string{"ctrl+r", "Down Return"}, leaves: []string{"Escape", "Escape"}},
		{name: "follow-up", kept: "light", steps: []string{"ctrl+shift+k"}},
		{name: "find", steps: []string{"ctrl+f", ":quay"}},
		{name: "replace", steps: []string{"ctrl+h", ":quay", "Tab", ":wharf"}},
		{name: "commands", steps: []string{"ctrl+k"}},
		{name: "go-to", steps: []string{"ctrl+g"}},
		{name: "item", steps: asks("This item")},
		{name: "outcome", steps: asks("Outcome of")},
		{name: "details", steps: asks("Details of")},
		{name: "quorum", steps: asks("Quorum of")},
		{name: "link", steps: asks("Link")},
		{name: "abbreviations", steps: asks("Your abbreviations")},
		{name: "export", kept: "light", steps: []string{"ctrl+shift+e"}},
		{name: "without-panes", steps: []string{"F9"}, leaves: []string{"F9"}},
		{name: "larger", steps: []string{"ctrl+equal", "ctrl+equal", "ctrl+equal"}, leaves: []string{"ctrl+0"}},
		{name: "projector", kept: "light", steps: asks("Projector"), window: "Wording"},
	}},
	{name: "approved", book: liveBook, args: []string{"--open", "18 November 2025"}, scenes: []scene{{name: "approved"}}},
	{name: "heavy", book: heavyBook, args: []string{"--open", "last"}, scenes: []scene{
		{name: "heavy"},
		{name: "heavy-roll-call", steps: []string{"ctrl+r"}},
		{name: "heavy-actions", steps: []string{"ctrl+shift+a"}},
		{name: "heavy-book", steps: []string{"ctrl+l"}},
	}},
	{name: "disk-full", book: liveBook, args: []string{"--open", "24 November 2026"}, full: true, scenes: []scene{
		{name: "disk-full", kept: "light", steps: []string{":The Board thanked the officers for their work on the tender.", "Return"}},
	}},
	{name: "damaged", book: damagedBook, expects: []string{"minute book", "book.mb"}, scenes: []scene{{name: "damaged", leaves: []string{}}}},
}
