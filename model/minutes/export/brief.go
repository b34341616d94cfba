package export

import (
	"bytes"
	"slices"
	"strings"

	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/brief"
)

// BriefFormats are the extensions that Brief knows, the usual one first.
func BriefFormats() []string { return []string{".docx", ".html", ".txt", ".md"} }

// Brief is the chair's brief as a file of the format that ext names (".docx",
// in any case); name is that of the file, as in [Input]. The same input gives
// the same bytes. The error is a *[NoFormat],
// *[minutebook/model/minutes.NeedsAudience], *[Leak], or that of a writer.
func Brief(ext, name string, in brief.Input) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(BriefFormats(), ext) {
		return nil, &NoFormat{Ext: ext, Known: BriefFormats()}
	}
	data, err := writeBrief(ext, in)
	if err != nil {
		return nil, err
	}
	err = guardActions(ext, name, in.Log, data, func(open actionlog.Input) ([]byte, error) {
		in.Log = open
		return writeBrief(ext, in)
	})
	if err != nil {
		return nil, err
	}
	return data, nil
}

func writeBrief(ext string, in brief.Input) ([]byte, error) {
	d, err := brief.Compose(in)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = documents[ext](&b, d)
	return b.Bytes(), err
}
