package ui

import (
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"golang.org/x/text/language"

	"minutebook/model"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// settingsScreen is what the clerk may have otherwise: how the window looks,
// which language it speaks, and what helps with writing. Every choice acts at
// once and is kept at once: looks on this computer, writing in the book.
type settingsScreen struct {
	w     *Window
	from  screen
	clerk model.Clerk
	// unread says that the book did not tell what is set for writing.
	unread bool

	sheet *widget.Sheet
	rows  []*settingRow
	// at is the row that the keyboard was in last.
	at int
	// backup is the row that says how old the last backup is.
	backup *settingRow
}

// settingRow is one thing to choose: what it is, and a row of segments.
type settingRow struct {
	object   fyne.CanvasObject
	segments *widget.Segments
	about    *widget.Para
	// chosen is the segment that stands for what is set now, -1 for none.
	chosen func() int
}

var settingsCommands = []command{
	{"settings", "Settings", "View", nil, nil, (*Window).showSettings},
}

// showSettings shows the screen; Esc goes back to the one shown now.
func (w *Window) showSettings() {
	from := w.screen
	if s, ok := from.(*settingsScreen); ok {
		from = s.from
	}
	w.show(newSettingsScreen(w, from, 0))
}

// newSettingsScreen is the screen with the keyboard in the row at.
func newSettingsScreen(w *Window, from screen, at int) *settingsScreen {
	s := &settingsScreen{w: w, from: from, at: at}
	s.readClerk()
	parts := []fyne.CanvasObject{settingsPart(tr("How it looks"))}
	add := func(rows ...*settingRow) {
		for _, r := range rows {
			parts = append(parts, r.object)
		}
	}
	add(s.lookRow(), s.textRow(), s.scaleRow(), s.panesRow())
	parts = append(parts, settingsPart(tr("Language")))
	add(s.languageRow())
	parts = append(parts, settingsPart(tr("Writing")))
	add(s.spellingRow(), s.promptRow())
	parts = append(parts, settingsPart(tr("Keeping the book safe")))
	add(s.remindRow(), s.backupRow())
	s.sheet = widget.NewSheet(nil, nil)
	s.sheet.Broad = true
	s.sheet.SetEntries(container.New(settingsPage{}, parts...))
	return s
}

// settingsPart begins a part of the page.
func settingsPart(words string) fyne.CanvasObject {
	return widget.NewLabel(words, widget.LabelStyle{Size: theme.SizeTitle, Bold: true})
}

// row adds a row to the screen. choose is told of the clerk's choice, chosen
// says which it is now.
func (s *settingsScreen) row(name, about string, chosen func() int, choose func(n int), words ...string) *settingRow {
	var all []widget.Segment
	for _, one := range words {
		all = append(all, widget.Segment{Words: one})
	}
	n := len(s.rows)
	r := &settingRow{about: settingAbout(about), chosen: chosen}
	r.segments = widget.NewSegments(func(chosen int) {
		s.at = n
		choose(chosen)
	}, all...)
	r.segments.Wrap = true
	r.segments.OnKey, r.segments.OnShortcut = s.w.wired(s.steer)
	r.segments.OnFocus = func(focused bool) {
		if focused {
			s.at = n
			s.reveal(r)
		}
	}
	r.segments.Choose(chosen())
	r.object = container.New(settingLayout{}, widget.NewLabel(name, widget.LabelStyle{Size: theme.SizeBody}), r.segments, r.about)
	s.rows = append(s.rows, r)
	return r
}

// settingAbout is what there is to say of a setting, in soft words.
func settingAbout(words string) *widget.Para {
	p := widget.NewPara(widget.Block{Style: widget.Message, Text: literal(words), Soft: true})
	if words == "" {
		p.Hide()
	}
	return p
}

// looks are the looks of the window in the order of their segments.
var looks = []struct {
	ground   string
	contrast bool
}{{"", false}, {"light", false}, {"dark", false}, {"light", true}, {"dark", true}}

func (s *settingsScreen) lookRow() *settingRow {
	return s.row(tr("Look"), "", func() int {
		for i, l := range looks {
			if l.ground == s.w.look.Ground && l.contrast == s.w.look.Contrast {
				return i
			}
		}
		return -1
	}, func(n int) { s.w.setLook(looks[n].ground, looks[n].contrast) },
		tr("As the desktop says"), tr("Light"), tr("Dark"), tr("High contrast on white"), tr("High contrast on black"))
}

func (s *settingsScreen) textRow() *settingRow {
	return s.row(tr("Text size"), tr("Words, and the columns that hold them. Ctrl+= and Ctrl+- change it anywhere."),
		func() int { return sizeIn(textSizes, s.w.look.Theme().Options().Text) },
		func(n int) { s.w.resize(textSizes[n], s.w.look.Scale) }, percents(textSizes)...)
}

func (s *settingsScreen) scaleRow() *settingRow {
	return s.row(tr("Interface scale"), tr("Words and the room around them together, for a screen that shows everything too small."),
		func() int { return sizeIn(scaleSizes, s.w.look.Theme().Options().Scale) },
		func(n int) { s.w.resize(s.w.look.Text, scaleSizes[n]) }, percents(scaleSizes)...)
}

func (s *settingsScreen) panesRow() *settingRow {
	return s.row(tr("Side panes"), tr("Agenda and attendance beside the minutes. F9 shows and hides them there."),
		func() int { return which(s.w.look.HidePanes) },
		func(n int) { s.w.hidePanes(n == 1) }, tr("Shown"), tr("Hidden"))
}

func (s *settingsScreen) languageRow() *settingRow {
	names := []string{tr("As the desktop says")}
	for _, l := range languages {
		names = append(names, l.name)
	}
	return s.row(tr("Language of the screens"), tr("The minutes keep the language of their body. What is not translated yet is in English."),
		func() int {
			for i, l := range languages {
				if l.tag == s.w.look.Language {
					return i + 1
				}
			}
			return 0
		}, func(n int) {
			tag := ""
			if n > 0 {
				tag = languages[n-1].tag
			}
			s.w.setLanguage(tag)
		}, names...)
}

func (s *settingsScreen) spellingRow() *settingRow {
	tags := append([]string{"", "none"}, s.w.out.Dictionaries()...)
	about := tr("The dictionaries are those installed on this computer.")
	if len(tags) == 2 {
		about = tr("This computer has no dictionaries, so spelling is not checked yet. Any hunspell dictionary will do.")
	}
	if own := s.clerk.Spelling; !slices.Contains(tags, own) {
		tags = append(tags, own) // it may be installed elsewhere
	}
	names := []string{tr("As the body"), tr("Off")}
	for _, tag := range tags[2:] {
		names = append(names, languageName(tag))
	}
	return s.row(tr("Spelling"), about, func() int { return slices.Index(tags, s.clerk.Spelling) },
		func(n int) { s.changeClerk(func(c *model.Clerk) { c.Spelling = tags[n] }) }, names...)
}

func (s *settingsScreen) promptRow() *settingRow {
	return s.row(tr("Completions"), tr("The likeliest next words in grey, learnt from the earlier minutes in this book. Nothing leaves this computer."),
		func() int { return which(s.clerk.Unprompted) },
		func(n int) { s.changeClerk(func(c *model.Clerk) { c.Unprompted = n == 1 }) }, tr("On"), tr("Off"))
}

// which is the second of two segments where that is so, else the first.
func which(second bool) int {
	if second {
		return 1
	}
	return 0
}

// The sizes to choose from.
var (
	textSizes  = []float32{0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2}
	scaleSizes = []float32{0.8, 0.9, 1, 1.1, 1.25, 1.5}
)

// sizeIn is the place of a size among those to choose from, -1 where it is
// none of them.
func sizeIn(all []float32, size float32) int {
	return slices.IndexFunc(all, func(one float32) bool { return math.Abs(float64(one-size)) < 0.01 })
}

func percents(all []float32) []string {
	var words []string
	for _, one := range all {
		words = append(words, fmt.Sprintf("%.0f %%", one*100))
	}
	return words
}

// languageNames are those that dictionaries are most often for, by their own
// names.
var languageNames = map[string]string{"en": "English", "cy": "Cymraeg", "fr": "Français", "de": "Deutsch", "es": "Español", "it": "Italiano", "ga": "Gaeilge", "gd": "Gàidhlig", "nl": "Nederlands", "pt": "Português", "pl": "Polski"}

// languageName is a language tag as the screen shows it: "English (GB)".
func languageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	base, _ := t.Base()
	name := languageNames[base.String()]
	if name == "" {
		return tag
	}
	if region, sure := t.Region(); sure == language.Exact {
		name += " (" + region.String() + ")"
	}
	return name
}

func (s *settingsScreen) object() fyne.CanvasObject { return s.sheet }
func (s *settingsScreen) origin() screen            { return s.from }

func (s *settingsScreen) focus() { s.w.window.Canvas().Focus(s.rows[s.at].segments) }

func (s *settingsScreen) heading() heading {
	return heading{title: tr("Settings"), status: tr("Every change is kept at once.")}
}

func (s *settingsScreen) hints() []hint {
	return []hint{{"Up, Down", "choose a setting"}, {"Left, Right", "change it"}, {"Esc", "back"}, {"Ctrl+K", "commands"}, {"F1", "keys"}}
}

// refresh shows what is set now, wherever it was set.
func (s *settingsScreen) refresh() {
	s.readClerk()
	for _, r := range s.rows {
		r.segments.Choose(r.chosen())
	}
	s.tellBackup()
	s.sheet.Refresh()
}

func (s *settingsScreen) readClerk() {
	clerk, err := s.w.book.Clerk()
	if s.unread = err != nil; s.unread {
		s.w.failed("read what is set for writing", err)
		return
	}
	s.clerk = clerk
}

// changeClerk changes what is set for writing, on top of what the book has.
func (s *settingsScreen) changeClerk(change func(*model.Clerk)) {
	s.readClerk()
	next := s.clerk.Clone()
	change(&next)
	if s.unread {
		s.refresh()
		return
	}
	if err := s.w.book.KeepClerk(next); err != nil {
		s.w.failed("keep the setting", err)
		s.refresh()
		return
	}
	s.clerk = next
}

// steer goes from row to row with Up and Down, and back with Esc.
func (s *settingsScreen) steer(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyUp, fyne.KeyDown:
		s.at = min(max(s.at+map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[name], 0), len(s.rows)-1)
		s.focus()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.rows[s.at].segments.Next()
	case fyne.KeyEscape:
		s.w.backTo(s.from)
	default:
		return false
	}
	return true
}

// reveal scrolls to a row, with the heading over it where it is the first.
func (s *settingsScreen) reveal(r *settingRow) {
	s.sheet.RevealPart(r.object)
}

// settingsPage lays headings and rows one under another, with more room over a
// heading.
type settingsPage struct{}

// each tells where every part goes, and gives the height of all.
func (settingsPage) each(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, y, height float32)) float32 {
	y := float32(0)
	for i, o := range objects {
		if _, isHeading := o.(*widget.Label); isHeading && i > 0 {
			y += unit()
		}
		o.Resize(fyne.NewSize(width, o.Size().Height)) // its height may follow from its width
		height := o.MinSize().Height
		put(o, y, height)
		y += height + unit()*1.5
	}
	return y
}

// Layout is called by Fyne.
func (p settingsPage) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.each(objects, size.Width, func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
	})
}

// MinSize is called by Fyne.
func (p settingsPage) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		width = max(width, o.Size().Width)
	}
	return fyne.NewSize(0, p.each(objects, width, func(fyne.CanvasObject, float32, float32) {}))
}

// settingLayout puts the name of a setting at the left with its segments
// beside it, or, where there is too little room for that, over them; what
// there is to say of it, and its buttons, stand under the segments.
type settingLayout struct{}

const (
	// settingName is the room for a setting's name, settingLeast the least that
	// must be left beside it.
	settingName  = 208
	settingLeast = 400
)

func (l settingLayout) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position, size fyne.Size)) float32 {
	name := objects[0]
	x, y := measure(settingName)+unit()*2, float32(0)
	nameHeight := name.MinSize().Height
	if width-x < measure(settingLeast) {
		put(name, fyne.NewPos(0, 0), fyne.NewSize(width, nameHeight))
		x, y = 0, nameHeight+unit()*0.5
	} else {
		put(name, fyne.NewPos(0, unit()*0.25), fyne.NewSize(x-unit()*2, nameHeight))
	}
	for _, o := range objects[1:] {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(width-x, o.Size().Height)) // its height follows from its width
		height := o.MinSize().Height
		put(o, fyne.NewPos(x, y), fyne.NewSize(width-x, height))
		y += height + unit()*0.75
	}
	return y
}

// Layout is called by Fyne.
func (l settingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize is called by Fyne.
func (l settingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[1].Size().Width+objects[1].Position().X, 1)
	return fyne.NewSize(0, l.place(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}
