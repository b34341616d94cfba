package ui

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/model/mail"
	"minutebook/model/minutes/export"
	"minutebook/model/quick"
	"minutebook/model/register"
	"minutebook/ui/theme"
	"minutebook/ui/widget"
)

// chaseDialog writes a message to each owner of open actions, as files that a
// mail program opens as drafts. Nothing is sent.
type chaseDialog struct {
	*form
	s       *actionsScreen
	actions []register.Action
	address func(owner string) []string
	// letters are those that will be written, nobody the actions without owner.
	letters []mail.Letter
	nobody  []register.Action
	today   model.Date

	list          *widget.Rows
	folder, again *widget.Field
	restricted    *widget.Segments
	hint          *widget.Para
	// twice is the folder that the clerk was warned about; busy says that the
	// letters are being written.
	twice string
	busy  bool
}

// Whether restricted actions may stand in letters.
const (
	leaveOut = iota
	mayRead
)

// chase asks where the letters go. They are about the actions marked, or else
// about all that are shown.
func (s *actionsScreen) chase() {
	s.catchUp()
	actions := s.shown
	if len(s.marked) > 0 {
		actions = s.subjects()
	}
	d := &chaseDialog{s: s, today: s.today()}
	for _, a := range once(actions) {
		if a.State.Outstanding() {
			d.actions = append(d.actions, s.entire(a))
		}
	}
	if len(d.actions) == 0 {
		s.w.say(tr("None of these actions is still open: there is nobody to write to"))
		return
	}
	people, err := s.w.book.People()
	if err == nil {
		var bodies []model.Body
		bodies, err = s.w.book.Bodies()
		d.address = mail.Addresses(people, bodies, d.today)
	}
	if err != nil {
		s.w.failed("read the people of the book", err)
		return
	}
	d.build()
	d.show(s.w, tr("Write to the owners"), widget.Choice{Words: tr("Write the letters"), Do: d.write, Default: true}, widget.Choice{Words: tr("Close"), Cancel: true})
}

func (d *chaseDialog) build() {
	d.list = widget.NewRows(widget.Table, tr("Nobody to write to."), widget.Column{Title: tr("Owner")}, widget.Column{Title: tr("Actions"), Width: 176}, widget.Column{Title: tr("Address"), Width: 240})
	d.list.Length = func() int { return len(d.letters) }
	d.list.Row = d.row
	changed := func(string, int) { d.settled() }
	d.folder = widget.NewField(tr("Folder for the letters"), "")
	folder := d.s.w.short(d.s.w.out.Documents)
	d.folder.Set(folder, len([]rune(folder)))
	d.folder.OnChanged = changed
	d.again = widget.NewField(tr("Ask again on, if the register is to say so"), tr("14 December"))
	d.again.OnChanged = changed
	d.restricted = widget.NewSegments(func(int) { d.fill() }, widget.Segment{Words: tr("Left out")}, widget.Segment{Words: tr("In the letters: their owners may read them")})
	d.restricted.Wrap = true
	parts := labelled(tr("Restricted actions"), d.restricted)
	setVisible(parts, slices.ContainsFunc(d.actions, func(a register.Action) bool { return a.Restricted }))
	d.hint = caption("")
	d.form = newForm(newLines(d.s.w.roomFor(6, 400), d.list), d.hint, d.folder, d.again, parts)
	d.wide = true
	d.follow(d.folder, d.again, d.restricted)
	d.fill()
}

// fill works out the letters.
func (d *chaseDialog) fill() {
	allowed := slices.DeleteFunc(slices.Clone(d.actions), func(a register.Action) bool { return a.Restricted && d.restricted.Chosen() != mayRead })
	d.letters, d.nobody = nil, nil
	for _, l := range mail.Chase(allowed, d.address, d.today) {
		if l.Owner == "" {
			d.nobody = l.Actions
		} else {
			d.letters = append(d.letters, l)
		}
	}
	var says []string
	if left := len(d.actions) - len(allowed); left > 0 {
		says = append(says, trf("%s restricted and left out.", plural(left, "action is", "actions are")))
	}
	if len(d.nobody) > 0 {
		says = append(says, trf("Nobody has %s, so no letter is about it.", actionsNamed(d.nobody)))
	}
	if without := d.without(); len(without) > 0 {
		says = append(says, trf("No address is known of %s: put it in before you send the letter.", strings.Join(without, ", ")))
	}
	setCaption(d.hint, strings.Join(says, " "))
	d.list.Refresh()
	d.settled()
}

// without are the owners whose address nobody knows.
func (d *chaseDialog) without() []string {
	var names []string
	for _, l := range d.letters {
		if len(l.Message.To) == 0 {
			names = append(names, l.Owner)
		}
	}
	return names
}

func (d *chaseDialog) row(n int) widget.Row {
	l := d.letters[n]
	address := widget.Cell{Words: strings.Join(l.Message.To, ", "), Soft: true}
	if len(l.Message.To) == 0 {
		address = widget.Cell{Words: tr("No address"), Tone: theme.Action}
	}
	return widget.Row{Cells: []widget.Cell{{Words: l.Owner}, {Words: actionsNamed(l.Actions), Soft: true}, address}}
}

func (d *chaseDialog) settled() {
	d.twice = ""
	d.calm()
	d.laid()
}

// write writes the letters, all in one folder, and says when to ask again.
func (d *chaseDialog) write() bool {
	folder := d.s.w.inDocuments(d.folder.Text())
	again, ok := d.day()
	switch {
	case d.busy:
		return false
	case len(d.letters) == 0:
		return d.refuse(d.restricted, tr("There is no letter to write."))
	case folder == "":
		return d.refuse(d.folder, tr("Say where the letters go."))
	case !ok:
		return d.refuse(d.again, tr("That is no day to come: write it as in 14 December, or leave it empty."))
	}
	events, err := d.askAgain(again)
	if err != nil {
		return d.refuse(d.again, sentence(refusal(err)))
	}
	d.busy = true
	d.calm()
	known, letters := d.twice == folder, d.letters
	var files []string
	d.s.w.out.Later(func() error {
		files, err = d.s.w.writeLetters(folder, letters, known)
		return err
	}, func(err error) { d.written(folder, files, events, err) })
	return false
}

// day is the day to ask again, "" for none. It says false where what was typed
// is no such day.
func (d *chaseDialog) day() (model.Date, bool) {
	typed := tidy(d.again.Text())
	if typed == "" {
		return "", true
	}
	day, ok := quick.ParseDate(typed, d.today)
	return day, ok && day >= d.today
}

// askAgain are the events that say when to ask for the actions again.
func (d *chaseDialog) askAgain(day model.Date) ([]model.Event, error) {
	var events []model.Event
	done := map[actionKey]bool{}
	for _, l := range d.letters {
		for _, a := range l.Actions {
			if day == "" || done[keyOf(a)] {
				continue
			}
			done[keyOf(a)] = true
			e, err := a.AskAgain(day, register.Facts{On: d.today, Note: tr("Asked by mail"), Made: model.Stamp(d.s.w.out.Now())})
			if err != nil {
				return nil, err
			}
			events = append(events, e)
		}
	}
	return events, nil
}

// writeLetters writes a file for each letter. It is called off the window's
// goroutine. Where a file is there that the clerk does not know of, none is
// written.
func (w *Window) writeLetters(folder string, letters []mail.Letter, known bool) (files []string, err error) {
	taken := map[string]bool{}
	for _, l := range letters {
		path := filepath.Join(folder, export.OwnName(l.Owner, taken)+".eml")
		if !known && w.out.Exists(path) {
			return nil, errTaken
		}
		files = append(files, path)
	}
	for i, l := range letters {
		data, err := l.Message.Bytes()
		if err == nil {
			err = w.out.WriteFile(files[i], data)
		}
		if err != nil {
			return files[:i], fmt.Errorf("%s: %w", l.Owner, err)
		}
	}
	return files, nil
}

// written records when to ask again and tells where the letters are, or says
// why some are not there.
func (d *chaseDialog) written(folder string, files []string, events []model.Event, err error) {
	d.busy = false
	if err == nil && len(events) > 0 {
		err = d.s.w.book.Commit(model.Batch{Events: events})
	}
	switch {
	case errors.Is(err, errTaken):
		d.twice = folder
		d.refuse(nil, tr("There are letters of these names in that folder already. Press Enter again to replace them."))
		return
	case err != nil:
		d.s.w.out.Log.Error("write letters", "written", len(files), "error", err)
		d.refuse(d.folder, trf("%s %s", sentence(capital(reason(err))), trf("%s written before that.", plural(len(files), "letter was", "letters were"))))
		return
	}
	open := func(path string) func() bool {
		return func() bool {
			d.s.w.openLink(path)
			return true
		}
	}
	var parts []fyne.CanvasObject
	for i, l := range d.letters {
		if i < mostNamed {
			parts = append(parts, caption(trf("%s: %s", filepath.Base(files[i]), actionsNamed(l.Actions))))
		}
	}
	if without := d.without(); len(without) > 0 {
		parts = append(parts, caption(trf("No address is known of %s: put it in before you send the letter.", strings.Join(without, ", "))))
	}
	parts = append(parts, caption(trf("In %s. Open them in your mail program; nothing is sent by itself.", d.s.w.short(folder))))
	choices := []widget.Choice{{Words: tr("Done"), Default: true, Cancel: true}, {Words: tr("Show the folder"), Do: open(folder)}}
	if len(files) == 1 {
		choices = append(choices, widget.Choice{Words: tr("Open it"), Do: open(files[0])})
	}
	d.modal.OnClosed = func() {
		d.s.refresh()
		newForm(parts...).show(d.s.w, trf("%s written", plural(len(files), "letter is", "letters are")), choices...)
	}
	d.modal.Close()
}
