package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"minutebook/model"
	"minutebook/ui/widget"
)

// linkOrPalette makes a link of the words that are chosen in the composer. With
// none chosen it offers every command.
func (w *Window) linkOrPalette() {
	if onMeeting(w) && w.meeting.panel.composer.Focused() {
		if from, to := w.meeting.panel.composer.Selected(); from != to {
			w.askLink()
			return
		}
	}
	w.showPalette()
}

// pastLink shows all commands in the place of the dialog for a link, if that is
// open: some act on the words chosen, and Ctrl+K is the way to them.
func (w *Window) pastLink() {
	if w.link == nil {
		return
	}
	w.link.OnClosed = func() {
		w.link = nil
		w.showPalette()
	}
	w.link.Close()
}

// askLink asks where the words chosen in the composer lead, and for the words
// as well where none are chosen. An address on the clipboard is offered.
func (w *Window) askLink() {
	c := w.meeting.panel.composer
	from, to := c.Selected()
	chosen := string([]rune(c.Text())[from:to])
	words, address := widget.NewField(tr("Words"), tr("the report")), widget.NewField(tr("Address"), tr("https://example.org/report"))
	words.Set(chosen, len([]rune(chosen)))
	if offered, ok := addressOf(fyne.CurrentApp().Clipboard().Content()); ok {
		address.Set(offered, 0)
		address.Select(0, len([]rune(offered)))
	}
	f := newForm(words, address, caption(tr("Ctrl+K again shows all commands.")))
	for _, field := range []*widget.Field{words, address} {
		field.OnChanged = func(string, int) { f.calm() }
	}
	insert := func() bool {
		shown := strings.TrimSpace(words.Text())
		leads, ok := addressOf(address.Text())
		switch {
		case shown == "":
			return f.refuse(words, tr("Say which words lead there."))
		case !ok:
			return f.refuse(address, tr("An address begins with https:// or mailto: and has no spaces in it."))
		}
		link := "[" + shown + "](" + leads + ")"
		if spans := model.Inline(link); len(spans) == 0 || spans[0].Address != leads {
			return f.refuse(words, tr("These words cannot be a link: they hold square brackets or another link."))
		}
		c.Replace(from, to, link)
		return true
	}
	f.show(w, tr("Link"), widget.Choice{Words: tr("Insert"), Do: insert, Default: true}, widget.Choice{Words: tr("Cancel"), Cancel: true})
	w.link = f.modal
	f.modal.OnClosed = func() { w.link = nil }
	if chosen != "" {
		w.window.Canvas().Focus(address)
	}
}

// addressOf is the address that some words are, with what is usually left out
// put before it; ok says whether they are one that a document may link to.
func addressOf(words string) (address string, ok bool) {
	address = strings.TrimSpace(words)
	switch {
	case address == "" || strings.ContainsAny(address, " \t\n"):
		return address, false
	case strings.HasPrefix(strings.ToLower(address), "www."):
		address = "https://" + address
	case !strings.Contains(address, ":") && strings.Count(address, "@") == 1 && !strings.HasPrefix(address, "@"):
		address = "mailto:" + address
	}
	_, ok = model.Span{Address: address}.Target()
	return address, ok
}
