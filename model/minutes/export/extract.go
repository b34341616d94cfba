package export

import (
	"bytes"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
)

// ExtractFormats are the extensions that [Extract] knows, the usual one first.
func ExtractFormats() []string { return []string{".docx", ".html", ".txt", ".md"} }

// Extract is a file of chosen items and entries of a meeting, by their
// identities. The same input gives the same bytes. The error is that of [Bytes].
func Extract(ext string, in Input, chosen []model.ID) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(ExtractFormats(), ext) {
		return nil, &NoFormat{Ext: ext, Known: ExtractFormats()}
	}
	made := func(in Input) ([]byte, error) {
		d, err := minutes.ComposeExtract(in.Meeting, in.Style, in.Audience, chosen, in.Later...)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = documents[ext](&b, d)
		return b.Bytes(), err
	}
	data, err := made(in)
	if err != nil {
		return nil, err
	}
	if err := Guard(ext, in, data, made); err != nil {
		return nil, err
	}
	return data, nil
}
