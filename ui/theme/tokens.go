// Package theme is how the window looks: its colours, sizes and typeface, in
// light, dark and high contrast, at any text size.
//
// Widgets ask for colours and sizes by the names below, never by value, so
// that a change of theme repaints everything.
package theme

import "fyne.io/fyne/v2"

// The colours of the window, by what they are for.
const (
	Desk         fyne.ThemeColorName = "minutebook.desk"          // behind the sheet
	Pane         fyne.ThemeColorName = "minutebook.pane"          // side panes, head and foot
	Paper        fyne.ThemeColorName = "minutebook.sheet"         // the running order, the composer, inputs
	Text         fyne.ThemeColorName = "minutebook.text"          // words
	Soft         fyne.ThemeColorName = "minutebook.soft"          // secondary words
	Ghost        fyne.ThemeColorName = "minutebook.ghost"         // completions and placeholders
	Line         fyne.ThemeColorName = "minutebook.line"          // hairlines
	Outline      fyne.ThemeColorName = "minutebook.outline"       // of what can be pressed or written in
	Accent       fyne.ThemeColorName = "minutebook.accent"        // focus, current row, links
	OnAccent     fyne.ThemeColorName = "minutebook.on-accent"     // words on the accent
	AccentWeak   fyne.ThemeColorName = "minutebook.accent-weak"   // behind the current row
	Selected     fyne.ThemeColorName = "minutebook.selected"      // behind the selected entry
	SelectedEdge fyne.ThemeColorName = "minutebook.selected-edge" // around the selected entry
	Marked       fyne.ThemeColorName = "minutebook.marked"        // behind selected words in an input
	Hover        fyne.ThemeColorName = "minutebook.hover"         // under the pointer
	Veil         fyne.ThemeColorName = "minutebook.veil"          // over the window while a dialog is open
	Danger       fyne.ThemeColorName = "minutebook.danger"        // words that say something went wrong
)

// Sizes in units, before they are scaled. All but hairlines, focus borders and
// corners follow the scale; words and what holds them follow the text size too.
const (
	SizePane    fyne.ThemeSizeName = "minutebook.pane"    // words of panes, strips and buttons
	SizeBody    fyne.ThemeSizeName = "minutebook.body"    // words of entries and inputs
	SizeTitle   fyne.ThemeSizeName = "minutebook.title"   // the meeting's title
	SizeHeading fyne.ThemeSizeName = "minutebook.heading" // the item's title
	SizeChip    fyne.ThemeSizeName = "minutebook.chip"    // words of chips and key hints
	SizeMeasure fyne.ThemeSizeName = "minutebook.measure" // a step of what holds words: columns, panes, pages
	SizeUnit    fyne.ThemeSizeName = "minutebook.unit"    // one step of the grid
	SizeGap     fyne.ThemeSizeName = "minutebook.gap"     // between entries
	SizePadding fyne.ThemeSizeName = "minutebook.padding" // inside panes
	SizeMargin  fyne.ThemeSizeName = "minutebook.margin"  // inside the sheet
	SizeGutter  fyne.ThemeSizeName = "minutebook.gutter"  // where numbers hang
	SizeFocus   fyne.ThemeSizeName = "minutebook.focus"   // the focus border
	SizeCorner  fyne.ThemeSizeName = "minutebook.corner"  // the radius of corners
	SizeLine    fyne.ThemeSizeName = "minutebook.line"    // hairlines
)

// Leading is the height of a line of words as a multiple of their size.
const Leading = 1.5

// A Tone is a pair of colours with a meaning. It is always worn with a word
// that says the same, never alone.
type Tone uint8

// The tones. The zero Tone is none at all.
const (
	NoTone     Tone = iota
	Plain           // neither good nor bad
	Action          // actions, open
	Decision        // decisions, complete
	Motion          // motions and votes
	Interest        // declarations of interest, in progress
	Restricted      // restricted, overdue, went wrong
	Live            // the meeting is being held
	Draft           // minutes not yet approved
	Approved        // minutes approved
)

var toneNames = [...]string{"none", "plain", "action", "decision", "motion", "interest", "restricted", "live", "draft", "approved"}

// String returns the tone's name in lower case.
func (t Tone) String() string {
	if int(t) >= len(toneNames) {
		return "none"
	}
	return toneNames[t]
}

// Back is the colour behind the tone's words.
func (t Tone) Back() fyne.ThemeColorName { return toneColor(t, "back") }

// Words is the colour of the tone's words, and of a bar in this tone.
func (t Tone) Words() fyne.ThemeColorName { return toneColor(t, "words") }

// Edge is the colour of the tone's outline: its back, or its words in high
// contrast.
func (t Tone) Edge() fyne.ThemeColorName { return toneColor(t, "edge") }

func toneColor(t Tone, part string) fyne.ThemeColorName {
	return fyne.ThemeColorName("minutebook.tone." + t.String() + "." + part)
}
