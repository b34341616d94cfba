//go:build realwindow

package main

import (
	_ "embed"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

//go:embed testdata/people.txt
var peopleText string

// yearBook is a year of meetings: earlier minutes are circulated, corrected,
// approved and sealed, the next meetings are planned, and one is being held.
func yearBook(t *testing.T, book string) { aYear(t, book, liveMinutes) }

// unsaidBook is that year where the meeting that is being held has not said yet
// what it thinks of the minutes before it.
func unsaidBook(t *testing.T, book string) {
	aYear(t, book, strings.NewReplacer("/approve 7 July 2026\n", "", "/done 1, note circulated on 28 September\n", "", "/done 3\n", "", "/item 3", "/item 1").Replace(liveMinutes))
}

// aYear makes the year's book with the lines of the meeting that is being held.
func aYear(t *testing.T, book, held string) {
	emptyBook(t, book)
	ctl(t, book, "", "sample")
	ctl(t, book, held, "minute", "-")
	people := filepath.Join(t.TempDir(), "people.txt")
	if err := os.WriteFile(people, []byte(peopleText), 0o600); err != nil {
		t.Fatal(err)
	}
	const march, june, july = "17 March 2026", "10 June 2026", "7 July 2026"
	for _, args := range [][]string{
		{"roster", "Harbour Oversight Board", people},
		{"correct", march, "2.1", "--words", "Near misses had fallen to six", "Near misses had fallen to five", "--by", "Captain Ngozi Okonjo-Bright", "--on", "2 April 2026"},
		{"correct", march, "3.2", "--after", "The Board thanked the crews of the fishing boats.", "--by", "Màiri MacAskill", "--on", "2 April 2026"},
		{"approve", "18 November 2025", "--at", march},
		{"approve", march, "--at", july, "--signed-by", "Zoë Achterberg"},
		{"circulate", july, "--on", "21 July 2026", "--output", filepath.Join(t.TempDir(), "july.docx")},
		{"correct", june, "2.2", "--words", "the market place", "the old market place", "--by", "Gwenllian ap Rhys", "--on", "29 June 2026"},
		{"correct", june, "3.1", "--strike", "--by", "Frances Appleyard", "--on", "30 June 2026"},
		{"correct", june, "4.1", "--after", "The Panel thanked the twelve young people who had written to it.", "--by", "Desmond Achebe-Scott", "--on", "1 July 2026"},
		{"action", july, "4", "chase", "--chase", "1 December 2026", "--by", "Clerk", "--on", "10 November 2026", "--note", "Asked by telephone"},
		{"action", july, "4", "assign", "--owner", "Deputy Harbour Master", "--by", "Clerk", "--on", "17 November 2026", "--note", "The Harbour Master is on leave"},
		{"new", "Thornbeck Arts Panel", "--date", "3 February 2027", "--time", "18:30-20:30", "--venue", "The Old Corn Exchange"},
	} {
		ctl(t, book, "", args...)
	}
	planned := filepath.Join(t.TempDir(), "planned.minutes")
	ctl(t, book, "", "export", "3 February 2027", planned)
	ctl(t, book, read(t, planned)+`
# Mural at the bus station
/purpose for decision
/allow 25 minutes
/presenter Desmond Achebe-Scott
/paper Report of the interviews, TAP/27/03

# Terms for the abbey meadow
/purpose for discussion
/allow 20 minutes
/presenter Gwenllian ap Rhys
`, "minute", "-")
}

// lifeSittings are those of the months after a meeting: bodies and new
// meetings, what becomes of minutes, the register of actions and the search.
var lifeSittings = []sitting{
	{name: "bodies", book: yearBook, scenes: []scene{
		{name: "body", kept: "light", steps: append([]string{"Down Down Down Down"}, asks("roster")...), leaves: []string{}},
		{name: "body-seat", steps: []string{"Up Up", "ctrl+e"}, leaves: []string{"Escape"}},
		{name: "body-agenda", steps: []string{"Tab", "Right"}, leaves: []string{}},
		{name: "body-numbers", steps: []string{"Right"}, leaves: []string{}},
		{name: "body-style", steps: []string{"Right"}, leaves: []string{}},
		{name: "body-abbreviations", steps: []string{"Right"}, leaves: []string{}},
		{name: "body-mail", steps: []string{"Right"}, leaves: []string{"Escape"}},
		{name: "new-from-last", kept: "light", steps: []string{"ctrl+n", ":Harbour Oversight Board", "Tab ctrl+a", ":19 January 2027"}},
		{name: "hand-over", steps: asks("Hand over")},
		{name: "backup-folder", steps: asks("Folder for backups")},
		{name: "settings-backup", steps: asks("Settings"), leaves: []string{}},
		{name: "settings-backup-far", steps: []string{"Down Down Down Down Down Down Down Down Down Down Down Down"}, leaves: []string{"Escape"}},
	}},
	{name: "pasted", book: yearBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "roster-paste", kept: "light", steps: slices.Concat(pastes(
			"Members from 1 December", "Harbour Users: Màiri MacAskill, Chair of the Fishermen's Association", "Coastal Council: Zoë Achterberg, Director of Place",
			"Harbour Authority: Captain Ngozi Okonjo-Bright, Acting Chief Executive", "Harbour Users: Perpetua Ilesanmi, Sailing Clubs", "Coastguard: Commander Rajiv Sundaram"),
			asks("roster"), asks("Paste a list"))},
	}},
	{name: "register", book: yearBook, scenes: []scene{
		{name: "register", kept: "light", steps: []string{"ctrl+shift+a", "Home"}, leaves: []string{}},
		{name: "register-marked", steps: []string{"x Down x Down Down x"}, leaves: []string{}},
		{name: "register-completing", steps: []string{"c", ":reported to the Clerk"}, leaves: []string{"Escape", "Escape"}},
		{name: "register-chase", steps: []string{"m"}, leaves: []string{"Escape"}},
		{name: "register-grouped", steps: []string{"g"}, leaves: []string{}},
		{name: "register-history", steps: []string{"g g", "f", ":patrols", "Return", "Home i"}, leaves: []string{"Escape", "f", "ctrl+a BackSpace", "Down"}},
		{name: "register-transfer", steps: asks("Transfer the action"), leaves: []string{"Escape"}},
		{name: "register-supersede", steps: asks("Supersede the action"), leaves: []string{"Escape"}},
		{name: "register-tables", steps: []string{"Home b"}, leaves: []string{}},
		{name: "register-views", steps: []string{"v"}},
	}},
	{name: "search", book: yearBook, scenes: []scene{
		{name: "search", kept: "light", steps: []string{"ctrl+shift+f", ":fish quay", "Down"}, leaves: []string{}},
		{name: "search-marked", steps: []string{"Home x Down x"}, leaves: []string{}},
		{name: "search-extract", steps: asks("Extract the chosen"), leaves: []string{"Escape"}},
		{name: "search-decisions", steps: []string{"ctrl+shift+f", "ctrl+a", ":kind:decision after:2026-01-01"}, leaves: []string{}},
		{name: "search-restricted", steps: []string{"ctrl+shift+f", "ctrl+a", ":rent halved"}, leaves: []string{}},
		{name: "search-nothing", steps: []string{"ctrl+shift+f", "ctrl+a", ":zeppelin"}, leaves: []string{"Escape Escape"}},
	}},
	{name: "gathered", book: yearBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "brief", kept: "light", steps: asks("brief"), leaves: []string{"Escape"}},
		{name: "attendance", kept: "light", steps: asks("Attendance of a body"), leaves: []string{"Escape"}},
		{name: "resolutions", steps: asks("Resolutions of a body"), leaves: []string{"Escape"}},
	}},
	{name: "held", book: yearBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "open-actions", kept: "light", steps: []string{"ctrl+g", ":Fish quay", "Return", "ctrl+shift+a"}},
		{name: "arising", steps: asks("What became of")},
		{name: "correct-approved", steps: asks("Correct approved")},
		{name: "item-purpose", steps: asks("This item")},
	}},
	{name: "approving", book: unsaidBook, args: []string{"--open", "24 November 2026"}, scenes: []scene{
		{name: "approve-earlier", kept: "light", steps: asks("Approve earlier"), leaves: []string{}},
		{name: "approved-there", steps: []string{"Return"}, leaves: []string{}},
	}},
	{name: "circulating", book: yearBook, args: []string{"--open", "14 October 2026"}, scenes: []scene{
		{name: "circulate", kept: "light", steps: asks("Circulate the minutes")},
		{name: "approve-apart", steps: asks("Approve by mail")},
	}},
	{name: "corrected", book: yearBook, args: []string{"--open", "10 June 2026"}, scenes: []scene{
		{name: "circulated", steps: []string{"ctrl+g", ":Groups", "Return"}, leaves: []string{}},
		{name: "correcting", steps: []string{"ctrl+Up", "ctrl+Up", "ctrl+e", ": again"}, leaves: []string{"Escape", "Escape"}},
		{name: "corrections", kept: "light", steps: asks("Corrections"), leaves: []string{"Escape"}},
		{name: "table-of-changes", steps: asks("Table of changes"), leaves: []string{"Escape"}},
		{name: "sent-out", steps: asks("What was sent out"), leaves: []string{"Escape"}},
		{name: "reopen", steps: asks("Reopen the minutes")},
	}},
	{name: "sealed", book: yearBook, args: []string{"--open", "17 March 2026"}, scenes: []scene{
		{name: "sealed", leaves: []string{}},
		{name: "sealed-refused", steps: []string{"ctrl+Up", "ctrl+e"}, leaves: []string{"Escape"}},
		{name: "sealed-preview", steps: []string{"F9", "ctrl+shift+p"}, leaves: []string{"ctrl+shift+p", "F9"}},
		{name: "purge", steps: asks("Remove private")},
	}},
	{name: "planned", book: yearBook, args: []string{"--open", "3 February 2027"}, scenes: []scene{
		{name: "planned", steps: []string{"ctrl+g", ":Minutes", "Return"}, leaves: []string{}},
		{name: "planned-arising", steps: []string{"ctrl+g", ":arising", "Return"}, leaves: []string{"ctrl+g", ":Minutes", "Return"}},
		{name: "agenda-preview", steps: asksThen("Agenda in the preview"), leaves: []string{"ctrl+shift+p"}},
		{name: "issue-agenda", steps: asks("Issue the agenda")},
	}},
}

// pastes are the steps that put lines on the clipboard, by way of the composer.
func pastes(lines ...string) []string {
	var steps []string
	for i, line := range lines {
		if i > 0 {
			steps = append(steps, "shift+Return")
		}
		steps = append(steps, ":"+line)
	}
	return append(steps, "ctrl+a ctrl+x")
}

// letters are all that is typed in a sitting.
func (st sitting) letters() string {
	all := ""
	for _, sc := range st.scenes {
		for _, step := range sc.steps {
			all += step
		}
	}
	return all
}
