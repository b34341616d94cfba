// Package export makes files of minutes. It alone knows which format an
// extension stands for, and it keeps restricted words out of public files.
package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/html"
	"minutebook/model/minutes/json"
	"minutebook/model/minutes/markdown"
	"minutebook/model/minutes/text"
	"minutebook/model/quick"
)

// Input is what a file is made of.
type Input struct {
	Meeting model.Meeting
	// Ledger is what happened to the meeting's actions since; only .json
	// carries it.
	Ledger   []model.Event
	Style    minutes.Style
	Audience minutes.Audience
	// Later are the corrections of these minutes that later meetings recorded;
	// documents point to them.
	Later []minutes.Later
	// Private puts private notes in a .json or .minutes file for the full
	// audience; no other file ever has them.
	Private bool
	// Agenda wants the agenda of the meeting and not its minutes, in one of the
	// AgendaFormats.
	Agenda bool
	// Name of the file to be, without its folder, which must tell its readers
	// nothing either; "" where it follows from the meeting, as FileName does.
	Name string
}

// NeedsAudience is the error of a file of a meeting that has restricted parts
// where nobody said for whom it is.
type NeedsAudience = minutes.NeedsAudience

// NoFormat is the error of asking for a file of a kind that is not made.
type NoFormat struct {
	Ext string
	// Known are the extensions that there are, nil for those of minutes.
	Known []string
}

func (e *NoFormat) Error() string {
	known := e.Known
	if known == nil {
		known = Formats()
	}
	return fmt.Sprintf("there is no format %q: the name of the file ends in %s", e.Ext, strings.Join(known, ", "))
}

// PrivateNotPublic is the error of asking for private notes in a public file.
type PrivateNotPublic struct{}

func (*PrivateNotPublic) Error() string {
	return "private notes are never public: leave them out, or make the full file"
}

// documents are the formats that show the composed document.
var documents = map[string]func(io.Writer, minutes.Document) error{
	".docx": docx.Write, ".html": html.Write, ".txt": text.Write, ".md": markdown.Write,
}

// Formats are the extensions that Bytes knows, the usual one first.
func Formats() []string { return []string{".docx", ".html", ".txt", ".md", ".json", ".minutes"} }

// AgendaFormats are the extensions of an agenda, the usual one first.
func AgendaFormats() []string { return []string{".docx", ".html", ".txt", ".md"} }

// Bytes is a file of the format that ext names (".docx", in any case). The
// same input gives the same bytes. The error is a *[NoFormat],
// *[NeedsAudience], *[PrivateNotPublic], *[Leak], or that of a writer.
func Bytes(ext string, in Input) ([]byte, error) {
	ext = strings.ToLower(ext)
	switch {
	case in.Agenda && !slices.Contains(AgendaFormats(), ext):
		return nil, &NoFormat{Ext: ext, Known: AgendaFormats()}
	case !slices.Contains(Formats(), ext):
		return nil, &NoFormat{Ext: ext}
	}
	if err := in.Audience.Check(in.Meeting); err != nil {
		return nil, err
	}
	if in.Private && in.Audience == minutes.Public {
		return nil, &PrivateNotPublic{}
	}
	data, err := write(ext, in)
	if err != nil {
		return nil, err
	}
	if err := Guard(ext, in, data, func(in Input) ([]byte, error) { return write(ext, in) }); err != nil {
		return nil, err
	}
	return data, nil
}

// Text is the minutes as plain text to be pasted elsewhere, with every paragraph
// in one line: those of one item, or, where item is "", of the whole meeting.
// The error is that of [Bytes].
func Text(in Input, item model.ID) (string, error) {
	var d minutes.Document
	var err error
	if item == "" {
		d, err = minutes.Compose(in.Meeting, in.Style, in.Audience, in.Later...)
	} else {
		d, err = minutes.ComposeItem(in.Meeting, in.Style, in.Audience, item, in.Later...)
	}
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	if err := text.WriteUnwrapped(&b, d); err != nil {
		return "", err
	}
	// What may be there is what the text of the whole meeting may say.
	return b.String(), Guard(".txt", in, b.Bytes(), func(in Input) ([]byte, error) { return write(".txt", in) })
}

// write makes the file without looking for leaks.
func write(ext string, in Input) ([]byte, error) {
	var b bytes.Buffer
	if w := documents[ext]; w != nil {
		compose := func(m model.Meeting, s minutes.Style, a minutes.Audience) (minutes.Document, error) {
			return minutes.Compose(m, s, a, in.Later...)
		}
		if in.Agenda {
			compose = minutes.ComposeAgenda
		}
		d, err := compose(in.Meeting, in.Style, in.Audience)
		if err != nil {
			return nil, err
		}
		if err := w(&b, d); err != nil {
			return nil, err
		}
		return b.Bytes(), nil
	}
	m, ledger := in.Meeting, in.Ledger
	read, _ := minutes.Printed(m, in.Audience)
	if in.Audience == minutes.Public {
		m, ledger = minutes.Seen(m, in.Style, minutes.Public), publicLedger(read, ledger)
		read = m
	}
	if ext == ".minutes" {
		return quick.Print(read, in.Private), nil // which has no corrections: it says how the minutes read
	}
	if err := json.Write(&b, m, ledger, in.Private); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// keepsPrivate says whether a file of that format may have private notes.
func keepsPrivate(ext string) bool { return ext == ".json" || ext == ".minutes" }

// publicLedger leaves out what happened to restricted actions, and what was said
// of those of which words are withheld.
func publicLedger(m model.Meeting, ledger []model.Event) []model.Event {
	var out []model.Event
	for _, e := range ledger {
		entry, it, ok := m.Entry(e.Action)
		if !ok || entry.Restricted != nil || it.Restricted != nil || len(entry.Lost()) > 0 {
			continue
		}
		if len(entry.Withheld) > 0 {
			e.Note, e.By, e.Link, e.Owners, e.To, e.ToMeeting, e.ToAction = "", "", "", nil, "", "", ""
		}
		out = append(out, e)
	}
	return out
}
