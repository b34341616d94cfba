package export

import (
	"bytes"
	"strings"

	"minutebook/model/minutes/actionlog"
	"minutebook/model/minutes/standing"
)

// StandingFormats are the extensions that Standing knows, the usual one first.
func StandingFormats() []string { return []string{".docx", ".html"} }

// Standing is the page that says where things stand with a body, as a file of
// the format that ext names; name is that of the file, as in [Input]. The same
// input gives the same bytes. The error is a *[NoFormat], *[NeedsAudience],
// *[Leak], or that of a writer.
func Standing(ext, name string, in standing.Input) ([]byte, error) {
	ext = strings.ToLower(ext)
	if documents[ext] == nil {
		return nil, &NoFormat{Ext: ext, Known: StandingFormats()}
	}
	write := func(log actionlog.Input) ([]byte, error) {
		page := in
		page.Open, page.Audience = log.Sources, log.Audience
		d, err := standing.Compose(page)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = documents[ext](&b, d)
		return b.Bytes(), err
	}
	data, err := write(in.Log())
	if err != nil {
		return nil, err
	}
	if err := guardActions(ext, name, in.Log(), data, write); err != nil {
		return nil, err
	}
	return data, nil
}
