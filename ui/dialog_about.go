package ui

import "minutebook/ui/widget"

// showAbout says what this is, which version, and where the book lies.
func (w *Window) showAbout() {
	f := newForm(
		widget.NewPara(widget.Block{Style: widget.Message, Text: "Minutes of formal meetings, written at the keyboard. One file on this computer, no server."}),
		labelled("Version", caption(w.out.Version)),
		labelled("This book", caption(w.short(w.book.Path()))),
		labelled("Licence", caption("MIT: free to use, change and pass on, without warranty.")),
		labelled("Typeface", caption("Inter, by The Inter Project Authors, under the SIL Open Font License 1.1.")),
		labelled("Window", caption("Fyne, under the BSD 3-Clause License.")))
	f.show(w, "About Minutebook", widget.Choice{Words: "Close", Default: true, Cancel: true})
}
