// Package json writes a meeting with everything the book knows of it in the
// program's own form, and reads it back. The form is described in
// docs/schema/meeting.json.
package json

import (
	"bytes"
	stdjson "encoding/json"
	"errors"
	"fmt"
	"io"

	"minutebook/model"
)

// Format and Version say what a file is, at its head.
const (
	Format  = "minutebook/meeting"
	Version = 1
)

type file struct {
	Format  string        `json:"format"`
	Version int           `json:"version"`
	Meeting model.Meeting `json:"meeting"`
	Ledger  []model.Event `json:"ledger,omitempty"`
}

// Write writes the meeting and what happened to its actions since. Private
// notes are written only where private is true. The same meeting gives the
// same bytes.
func Write(w io.Writer, m model.Meeting, ledger []model.Event, private bool) error {
	if !private {
		m = withoutPrivate(m)
	}
	var b bytes.Buffer
	e := stdjson.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(file{Format, Version, m, ledger}); err != nil {
		return fmt.Errorf("the meeting cannot be written: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func withoutPrivate(m model.Meeting) model.Meeting {
	m = m.Clone()
	behind := map[model.ID]model.ID{} // what stood before a note that goes
	for i, it := range m.Items {
		entries, last := it.Entries[:0:0], model.ID("")
		for _, e := range it.Entries {
			if e.Kind == model.Private {
				behind[e.ID] = last
				continue
			}
			entries, last = append(entries, e), e.ID
		}
		m.Items[i].Entries = entries
	}
	for i, c := range m.Corrections {
		if before, gone := behind[c.After]; gone {
			m.Corrections[i].After = before
		}
	}
	return m
}

// Newer is the error of a file that a newer program wrote.
type Newer struct{ Version int }

func (e *Newer) Error() string {
	return fmt.Sprintf("the file is of version %d, which a newer program wrote; this one reads up to version %d", e.Version, Version)
}

// Malformed is the error of a file that is no meeting in this form. Place is
// where: "line 3, column 7", or the name of a field.
type Malformed struct {
	Place, What string
	Err         error
}

func (e *Malformed) Error() string { return e.Place + ": " + e.What }

// Unwrap is the error below, if there is one.
func (e *Malformed) Unwrap() error { return e.Err }

// Read reads what Write wrote. The error is a *[Newer], a *[Malformed] or r's.
func Read(r io.Reader) (model.Meeting, []model.Event, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return model.Meeting{}, nil, err
	}
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := decode(data, &head, false); err != nil {
		return model.Meeting{}, nil, err
	}
	switch {
	case head.Format != Format:
		return model.Meeting{}, nil, &Malformed{Place: "format", What: fmt.Sprintf("is %q, and a meeting's is %q", head.Format, Format)}
	case head.Version > Version:
		return model.Meeting{}, nil, &Newer{head.Version}
	case head.Version < 1:
		return model.Meeting{}, nil, &Malformed{Place: "version", What: fmt.Sprintf("is %d, and the first is 1", head.Version)}
	}
	var f file
	if err := decode(data, &f, true); err != nil {
		return model.Meeting{}, nil, err
	}
	if err := check(f); err != nil {
		return model.Meeting{}, nil, err
	}
	return f.Meeting, f.Ledger, nil
}

// decode reads data, all of it, into v.
func decode(data []byte, v any, strict bool) error {
	d := stdjson.NewDecoder(bytes.NewReader(data))
	if strict {
		d.DisallowUnknownFields()
	}
	if err := d.Decode(v); err != nil {
		at := d.InputOffset()
		var syntax *stdjson.SyntaxError
		var kind *stdjson.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			at = syntax.Offset
		case errors.As(err, &kind):
			return &Malformed{place(data, kind.Offset), fmt.Sprintf("%s is a %s, which does not belong there", kind.Field, kind.Value), err}
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return &Malformed{place(data, int64(len(data))), "the file ends too early", err}
		}
		return &Malformed{place(data, at), err.Error(), err}
	}
	if rest := bytes.TrimSpace(data[d.InputOffset():]); len(rest) > 0 {
		at := int64(len(data) - len(bytes.TrimLeft(data[d.InputOffset():], " \t\r\n")))
		return &Malformed{Place: place(data, at+1), What: "something follows the end of the meeting"}
	}
	return nil
}

// place is where the byte of that offset, counted from 1, stands.
func place(data []byte, offset int64) string {
	before := data[:min(max(offset-1, 0), int64(len(data)))]
	return fmt.Sprintf("line %d, column %d", 1+bytes.Count(before, []byte("\n")), len(before)-bytes.LastIndexByte(before, '\n'))
}
