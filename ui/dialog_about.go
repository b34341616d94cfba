package ui

import "minutebook/ui/widget"

// showAbout says what this is, which version, and where the book lies.
func (w *Window) showAbout() {
	f := newForm(
		widget.NewPara(widget.Block{Style: widget.Message, Text: tr("Minutes of formal meetings, written at the keyboard. One file on this computer, no server.")}),
		labelled(tr("Version"), caption(w.out.Version)),
		labelled(tr("This book"), caption(w.short(w.book.Path()))),
		labelled(tr("Licence"), caption(tr("MIT: free to use, change and pass on, without warranty."))),
		labelled(tr("Typeface"), caption(tr("Inter, by The Inter Project Authors, under the SIL Open Font License 1.1."))),
		labelled(tr("Window"), caption(tr("Fyne, under the BSD 3-Clause License."))))
	f.show(w, tr("About Minutebook"), widget.Choice{Words: tr("Close"), Default: true, Cancel: true})
}
