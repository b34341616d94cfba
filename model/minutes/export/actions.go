package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"minutebook/model/minutes"
	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/html"
	"minutebook/model/minutes/xlsx"
	"minutebook/model/register"
)

// ActionFormats are the extensions that Actions knows, the usual one first.
func ActionFormats() []string { return []string{".xlsx", ".csv", ".docx", ".html"} }

// OnlyActions says whether files of that extension hold actions and never
// minutes.
func OnlyActions(ext string) bool {
	return slices.Contains(ActionFormats(), ext) && !slices.Contains(Formats(), ext)
}

// Actions is an action log as a file of the format that ext names (".xlsx", in
// any case). The same input gives the same bytes. The error is a *[NoFormat],
// *[NeedsAudience], *[Leak], or that of a writer.
func Actions(ext string, in actionlog.Input) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(ActionFormats(), ext) {
		return nil, &NoFormat{Ext: ext, Known: ActionFormats()}
	}
	data, err := writeActions(ext, in)
	if err != nil {
		return nil, err
	}
	if err := guardActions(ext, in, data); err != nil {
		return nil, err
	}
	return data, nil
}

func writeActions(ext string, in actionlog.Input) ([]byte, error) {
	l, err := actionlog.Compose(in)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	switch ext {
	case ".xlsx":
		err = xlsx.Write(&b, l, xlsx.Options{Letter: in.Style.Look.Page == "Letter", Font: in.Style.Look.Font, Accent: in.Style.Look.Accent})
	case ".csv":
		err = l.WriteCSV(&b)
	case ".docx":
		err = docx.Write(&b, l.Document())
	case ".html":
		err = html.Write(&b, l.Document())
	}
	return b.Bytes(), err
}

// guardActions reads the words of the finished log and refuses it where it
// holds some of a hidden part that stand nowhere else in a log of everything
// that is not hidden.
func guardActions(ext string, in actionlog.Input, data []byte) error {
	open := in
	open.Audience, open.Sources, open.Wanted, open.Only = minutes.Full, nil, register.Filter{}, nil
	allowed := newIndex()
	var hidden []secret
	for _, s := range in.Sources {
		of := Input{Meeting: s.Meeting, Style: in.Style, Audience: in.Audience}
		rest, secrets := cut(of)
		for _, one := range secrets {
			one.place += " of " + s.Meeting.Date.Long()
			hidden = append(hidden, one)
		}
		for _, words := range stubWords(of) {
			allowed.add(tokens(words))
		}
		open.Sources = append(open.Sources, actionlog.Source{Meeting: rest, Events: s.Events})
	}
	if len(hidden) == 0 {
		return nil
	}
	allowedFile, err := writeActions(ext, open)
	if err != nil {
		return fmt.Errorf("the file cannot be checked for restricted words: %w", err)
	}
	for _, p := range parts(ext, allowedFile) {
		allowed.add(tokens(p.words))
	}
	shown := parts(ext, data)
	for _, h := range hidden {
		secret := newIndex()
		for _, s := range h.words {
			secret.add(tokens(s))
		}
		for _, p := range shown {
			if secret.in(tokens(p.words), allowed) {
				return &Leak{p.name, h.place}
			}
		}
	}
	return nil
}
