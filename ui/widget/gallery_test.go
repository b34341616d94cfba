package widget

import (
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"minutebook/ui/theme"
)

// actionRows is a register of invented actions.
func actionRows(n int) *Rows {
	words := []string{
		"Harbour Authority to publish the berth survey and share the outcome with the Coastguard",
		"Coastguard to review the call-out procedure", "Chief Executive to brief the Board on recruitment of pilots",
		"Finance to report the cost of launch hire", "Harbour Authority to circulate the winter incident list",
		"Both organisations to align their reviews of engagement",
	}
	owners := []string{"Harbour Authority", "Coastguard", "Tomas Reyes", "Priya Nair", "Harbour Authority", "Harbour Authority, Coastguard"}
	due := []string{"by 30 June · Tuesday 30 June 2026", "next Operations Safety Group", "in autumn", "by 2 May · overdue 47 days", "by 12 April", ""}
	states := []Cell{
		{Words: "Open", Tone: theme.Action}, {Words: "In progress", Tone: theme.Interest}, {Words: "Open", Tone: theme.Action},
		{Words: "Overdue", Tone: theme.Restricted}, {Words: "Complete", Tone: theme.Decision}, {Words: "Open", Tone: theme.Action},
	}
	r := NewRows(Table, "No actions yet. They appear here as they are minuted.",
		Column{Title: "No.", Width: 78}, Column{Title: "Action"}, Column{Title: "Owner", Width: 184},
		Column{Title: "Due", Width: 244}, Column{Title: "State", Width: 120})
	r.Length = func() int { return n }
	r.Row = func(i int) Row {
		k := i % len(words)
		return Row{Cells: []Cell{
			{Words: fmt.Sprintf("2026/%02d", i+1), Soft: true}, {Words: words[k]}, {Words: owners[k], Soft: true}, {Words: due[k], Soft: true}, states[k],
		}}
	}
	return r
}

func agenda() *Rows {
	rows := []Row{
		{Heading: true, Cells: []Cell{{Words: "Agenda"}}},
		{Cells: []Cell{{Words: "1", Soft: true}, {Words: "Minutes and matters arising"}, {Words: "✓", Soft: true}}},
		{Cells: []Cell{{Words: "2", Soft: true}, {Words: "Quarter 2 performance"}, {Words: "✓", Soft: true}}},
		{Cells: []Cell{{Words: "3", Soft: true}, {Words: "Pilotage and moorings"}}},
		{Cells: []Cell{{Words: "4", Soft: true}, {Words: "Harbour safety plan"}}, Bar: theme.Restricted},
		{Heading: true, Cells: []Cell{{Words: "Follow-up · 2"}}},
		{Cells: []Cell{{}, {Words: "Action 6 has no due words"}}},
	}
	r := NewRows(Plain, "", Column{Width: 30}, Column{}, Column{Width: 24, End: true})
	r.Length = func() int { return len(rows) }
	r.Row = func(n int) Row { return rows[n] }
	r.Select(3)
	return r
}

func composerBox() (*Frame, *Composer) {
	c := NewComposer()
	kinds := NewSegments(nil, Segment{"Paragraph", "Ctrl 1"}, Segment{"Decision", "2"}, Segment{"Action", "3"}, Segment{"Motion", "4"}, Segment{"Interest", "5"}, Segment{"Private", "6"})
	kinds.Wrap = true
	kinds.Choose(2)
	strip := NewLabel("Becomes Action 6 · Owners Harbour Authority, Coastguard · Due Friday 14 August 2026", LabelStyle{Color: theme.Soft})
	f := NewFrame(container.New(&Stack{Gap: 8}, kinds, c, NewGround(theme.Paper, container.New(&Stack{}, strip), Top)))
	c.OnFocus = f.SetActive
	return f, c
}

func paragraphs() []fyne.CanvasObject {
	selected := NewPara(Block{Bullet: 1, Text: "how call-outs are logged by each organisation."})
	selected.SetSelected(true)
	return []fyne.CanvasObject{
		NewPara(Block{Style: Heading, Number: "3.", Text: "Pilotage and moorings"}),
		NewPara(Block{Number: "3.1", Text: "The Board noted the *paper* on the loss of **two pilot launches** over the winter. The Chair asked what effect this had on night arrivals; see the [berth survey](https://example.org/survey)."}),
		NewPara(Block{Chip: "Action 4", Tone: theme.Action, Text: "HA to publish the berth survey and share the outcome with the Coastguard by 30 June.", Note: "Harbour Authority · due Tuesday 30 June 2026"}),
		NewPara(Block{Text: "There was a discussion of:"}),
		NewPara(Block{Bullet: 1, Text: "the wear found on the north moorings;"}),
		selected,
		NewPara(Block{Chip: "Decision", Tone: theme.Decision, Text: "That the moorings budget be brought forward to the second quarter."}),
		NewPara(Block{Number: "3.2", Chip: "Restricted", Tone: theme.Restricted, Bar: theme.Restricted, Text: "The terms offered to the contractor."}),
	}
}

func head() fyne.CanvasObject {
	soft := LabelStyle{Color: theme.Soft, Whole: true}
	row := container.New(&Across{Gap: 12, Grow: 4},
		NewLabel("Harbour Oversight Board", LabelStyle{Size: theme.SizeTitle, Bold: true, Whole: true}),
		NewLabel("Thursday 18 June 2026 · Quay House", soft),
		NewChip("LIVE 10:02", theme.Live), NewChip("DRAFT", theme.Draft), NewChip("APPROVED", theme.Approved),
		NewLabel("5 present · quorum met", soft), NewLabel("Item 3 · 12 min", soft), NewLabel("Saved 10:41", soft))
	return NewGround(theme.Pane, container.New(&Inset{12, 16, 12, 16, 0}, row), Bottom)
}

func attendance() *Rows {
	rows := []Row{
		{Heading: true, Cells: []Cell{{Words: "Attendance · Ctrl R"}}},
		{Cells: []Cell{{Words: "Ann Zelenka"}, {Words: "Chair", Soft: true}}},
		{Cells: []Cell{{Words: "Tomas Reyes"}, {Words: "Chief Executive", Soft: true}}},
		{Cells: []Cell{{Words: "Mei Tanaka"}, {Words: "joined 10:22", Soft: true}}},
	}
	r := NewRows(Plain, "", Column{}, Column{Width: 120, End: true})
	r.Length = func() int { return len(rows) }
	r.Row = func(n int) Row { return rows[n] }
	return r
}

// meeting is a screen made of the parts, to see them together.
func meeting() (fyne.CanvasObject, *Composer) {
	frame, c := composerBox()
	sheet := NewSheet(nil, frame)
	sheet.SetEntries(paragraphs()...)
	banner := NewBanner(theme.Restricted, "Not saved: the disk is full. Your words are on this screen. Free some space, then press Ctrl+S.",
		NewButton("Try again", "Ctrl S", nil), NewButton("Save a copy", "", nil))
	pane := func(rows *Rows, edge Edge) fyne.CanvasObject {
		return NewGround(theme.Pane, container.New(&Inset{Top: 12, Least: 248}, container.New(&Stack{}, rows)), edge)
	}
	foot := NewGround(theme.Pane, container.New(&Inset{6, 16, 6, 16, 0}, NewLabel("Enter add · Ctrl Enter add, next item · Ctrl K commands · F1 keys", LabelStyle{Color: theme.Soft})), Top)
	return NewDock(Dock{
		Top: container.New(&Stack{}, head(), banner), Bottom: foot,
		Left: pane(agenda(), Right), Right: pane(attendance(), Left), Middle: sheet,
	}), c
}

// controls are the parts that a form or a dialog is made of.
func controls() (fyne.CanvasObject, fyne.Focusable) {
	title, wrong := NewField("Title", "What the meeting is called"), NewField("Date", "")
	title.Set("Extraordinary meeting", 5)
	wrong.Set("31 June 2026", 3)
	wrong.SetError("June has 30 days.")
	off := NewButton("Not now", "", nil)
	off.Disable()
	on := NewButton("Pressed in", "", nil)
	on.SetOn(true)
	buttons := container.New(&Across{Gap: 8, Grow: -1}, NewPrimary("New meeting", "Ctrl N", nil), NewButton("Look at a sample", "", nil), on, off)
	tones := container.New(&Across{Gap: 8, Grow: -1})
	for tone := theme.Plain; int(tone) <= int(theme.Approved); tone++ {
		tones.Add(NewChip(tone.String(), tone))
	}
	filter := NewSegments(nil, Segment{"Open", ""}, Segment{"Overdue", ""}, Segment{"Due at next meeting", ""}, Segment{"All", ""})
	rows := actionRows(40)
	rows.Select(3)
	box := container.New(&Stack{Gap: 12}, container.NewGridWithColumns(2, title, wrong), buttons, filter, tones)
	none := NewRows(Table, "No actions yet. They appear here as they are minuted.", Column{Title: "No.", Width: 78}, Column{Title: "Action"})
	lists := container.NewGridWithRows(2, container.New(&Inset{Top: 16}, rows), container.New(&Inset{Top: 16}, none))
	return NewGround(theme.Desk, container.New(&Inset{16, 24, 16, 24, 0}, NewDock(Dock{Top: box, Middle: lists})), 0), filter
}

// The gallery draws every part in every look. With MINUTEBOOK_GALLERY set to a
// folder it leaves the pictures there.
func TestGallery(t *testing.T) {
	looks := []struct {
		name    string
		options theme.Options
	}{
		{"light", theme.Options{Variant: theme.Light}},
		{"dark", theme.Options{Variant: theme.Dark}},
		{"light-contrast", theme.Options{Variant: theme.Light, HighContrast: true}},
		{"dark-contrast", theme.Options{Variant: theme.Dark, HighContrast: true}},
		{"large", theme.Options{Variant: theme.Light, Text: 1.5}},
	}
	for _, look := range looks {
		t.Run(look.name, func(t *testing.T) {
			screen, composer := meeting()
			w := window(t, screen, 1366, 768)
			fyne.CurrentApp().Settings().SetTheme(testTheme(look.options))
			settle(w)
			w.Canvas().Focus(composer)
			composer.Insert("HA and Coastguard to align their logs by 14 aug")
			composer.SetGhost("ust. For discussion at the next Operations Safety Group meeting.")
			settle(w)
			picture(t, w, "meeting-"+look.name)

			parts, focused := controls()
			w.SetContent(parts)
			w.Canvas().Focus(focused)
			settle(w)
			picture(t, w, "controls-"+look.name)

			name := NewField("Name of the file", "")
			m := NewModal("Export the minutes", container.New(&Stack{Gap: 12},
				NewPara(Block{Style: Message, Text: "Two parts of this meeting are restricted. Say who the document is for."}), name),
				Choice{Words: "Export", Default: true}, Choice{Words: "Cancel", Cancel: true})
			m.Open(w.Canvas())
			settle(w)
			picture(t, w, "modal-"+look.name)
			if w.Canvas().Focused() != fyne.Focusable(name) {
				t.Errorf("the keyboard is with %T", w.Canvas().Focused())
			}
		})
	}
}

// settle lays everything out until it lies still, as a window does frame by
// frame.
func settle(w fyne.Window) {
	size := w.Canvas().Size()
	for range 3 {
		w.Content().Refresh()
		w.Resize(size.AddWidthHeight(1, 0))
		w.Resize(size)
	}
}

func picture(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	img := w.Canvas().Capture()
	if img.Bounds().Dx() < 1000 {
		t.Errorf("%s is only %v", name, img.Bounds())
	}
	folder := os.Getenv("MINUTEBOOK_GALLERY")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(png.Encode(f, img), f.Close()); err != nil {
		t.Fatal(err)
	}
}
