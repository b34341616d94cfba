package export

import (
	"bytes"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/attended"
	"minutebook/model/minutes"
	"minutebook/model/minutes/registers"
)

// Resolutions is the register of resolutions of a body as a file of one of
// [ExtractFormats]; name is that of the file, as in [Input]. The error is that
// of [Extract].
func Resolutions(ext, name, body string, meetings []model.Meeting, s minutes.Style, a minutes.Audience, today model.Date) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(ExtractFormats(), ext) {
		return nil, &NoFormat{Ext: ext, Known: ExtractFormats()}
	}
	sources := make([]Input, len(meetings))
	for i, m := range meetings {
		sources[i] = Input{Meeting: m, Style: s, Audience: a}
	}
	made := func(sources []Input) ([]byte, error) {
		seen := make([]model.Meeting, len(sources))
		for i, one := range sources {
			seen[i], a = one.Meeting, one.Audience
		}
		d, err := registers.Resolutions(body, seen, s, a, today)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = documents[ext](&b, d)
		return b.Bytes(), err
	}
	data, err := made(sources)
	if err != nil {
		return nil, err
	}
	if err := guardSeveral(ext, name, sources, data, made); err != nil {
		return nil, err
	}
	return data, nil
}

// Attendance is the attendance register of a body as a file of one of
// [ExtractFormats]. Who came is never restricted.
func Attendance(ext string, g attended.Grid, s minutes.Style, today model.Date) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(ExtractFormats(), ext) {
		return nil, &NoFormat{Ext: ext, Known: ExtractFormats()}
	}
	var b bytes.Buffer
	err := documents[ext](&b, registers.Attendance(g, s, today))
	return b.Bytes(), err
}
