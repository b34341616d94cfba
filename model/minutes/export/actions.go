package export

import (
	"bytes"
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
// any case); name is that of the file, as in [Input]. The same input gives the
// same bytes. The error is a *[NoFormat],
// *[NeedsAudience], *[Leak], or that of a writer.
func Actions(ext, name string, in actionlog.Input) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(ActionFormats(), ext) {
		return nil, &NoFormat{Ext: ext, Known: ActionFormats()}
	}
	data, err := writeActions(ext, in)
	if err != nil {
		return nil, err
	}
	if err := guardActions(ext, name, in, data, func(in actionlog.Input) ([]byte, error) { return writeActions(ext, in) }); err != nil {
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

// guardActions refuses a file about the actions of several meetings, which made
// makes, where it holds words that its audience may not see.
func guardActions(ext, name string, in actionlog.Input, data []byte, made func(actionlog.Input) ([]byte, error)) error {
	sources := make([]Input, len(in.Sources))
	for i, s := range in.Sources {
		sources[i] = Input{Meeting: s.Meeting, Ledger: s.Events, Style: in.Style, Audience: in.Audience}
	}
	return guardSeveral(ext, name, sources, data, func(open []Input) ([]byte, error) {
		in := in
		in.Audience, in.Sources, in.Wanted, in.Only = minutes.Full, nil, register.Filter{}, nil
		for _, one := range open {
			in.Sources = append(in.Sources, actionlog.Source{Meeting: one.Meeting, Events: one.Ledger})
		}
		return made(in)
	})
}
