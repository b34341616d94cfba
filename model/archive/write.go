package archive

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"minutebook/model"
)

// Writer writes an archive, part by part, holding little of it in memory. The
// same parts give the same bytes.
type Writer struct {
	zip *zip.Writer
	// public says that the restricted half is left out.
	public bool
	halves [2]Manifest
	names  map[string]bool

	// list is what waits to be written of the records called in; part counts
	// its parts.
	in   string
	list bytes.Buffer
	part int
}

// NewWriter begins an archive, made at that time by that program. With public,
// what is restricted is left out of it.
func NewWriter(to io.Writer, made, by string, public bool) *Writer {
	w := &Writer{zip: zip.NewWriter(to), public: public, names: map[string]bool{}}
	for i, holds := range []string{holdsPublic, holdsRestricted} {
		w.halves[i] = Manifest{Archive: "minutebook", Format: Format, Holds: holds, Made: made, By: by, Counts: map[string]int{}, Parts: []Part{}}
	}
	return w
}

// Public adds a part that may be given away: path is its name, "meetings/a/minutes.txt",
// and counted what it counts as, "" for nothing.
func (w *Writer) Public(path string, data []byte, counted string) error {
	return w.add(&w.halves[0], path, data, counted)
}

// Restricted adds a part that may not.
func (w *Writer) Restricted(path string, data []byte, counted string) error {
	if w.public {
		return nil
	}
	return w.add(&w.halves[1], restricted+path, data, counted)
}

// Record adds a record of the book. Those of one kind follow one another; name
// is what the part of a meeting is called.
func (w *Writer) Record(r model.Record, name string) error {
	if w.public {
		return nil
	}
	if r.In == model.InMeetings {
		line, err := encode(r)
		if err != nil {
			return err
		}
		return w.Restricted("book/meetings/"+name+".json", line, model.InMeetings)
	}
	if r.In == model.InFiles {
		var err error
		if r, err = w.file(r); err != nil {
			return err
		}
	}
	line, err := encode(r)
	if err != nil {
		return err
	}
	if w.in != r.In || w.list.Len()+len(line) > listSize {
		if err := w.flush(); err != nil {
			return err
		}
	}
	if w.in != r.In {
		w.in, w.part = r.In, 0
	}
	if w.list.Len() > 0 {
		w.list.WriteString(",\n")
	}
	w.list.Write(bytes.TrimRight(line, "\n"))
	w.halves[1].Counts[r.In]++
	return nil
}

// file adds what a file that left the office holds, as it is, and gives the
// record without it.
func (w *Writer) file(r model.Record) (model.Record, error) {
	var f model.File
	if err := json.Unmarshal(r.Body, &f); err != nil {
		return r, err
	}
	if err := w.add(&w.halves[1], inBook+"files/"+f.SHA256, f.Data, ""); err != nil {
		return r, err
	}
	f.Data = nil
	body, err := encode(f)
	r.Body = body
	return r, err
}

// flush writes the records that wait.
func (w *Writer) flush() error {
	if w.list.Len() == 0 {
		return nil
	}
	w.part++
	name := fmt.Sprintf("%s%s-%04d.json", inBook, w.in, w.part)
	data := slices.Concat([]byte("[\n"), w.list.Bytes(), []byte("\n]\n"))
	w.list.Reset()
	return w.add(&w.halves[1], name, data, "")
}

// add writes a part and lists it.
func (w *Writer) add(half *Manifest, name string, data []byte, counted string) error {
	if len(data) > maxPart {
		return fmt.Errorf("%s has %d MB, and a part of an archive no more than %d", name, len(data)>>20, maxPart>>20)
	}
	if w.names[name] || !goodName(name) {
		return fmt.Errorf("no part of an archive can be called %q", name)
	}
	w.names[name] = true
	half.Parts = append(half.Parts, Part{name, int64(len(data)), sum(data)})
	if counted != "" {
		half.Counts[counted]++
	}
	return w.write(name, data)
}

// packed is when every part is said to be from, so that the same book gives the
// same archive.
var packed = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func (w *Writer) write(name string, data []byte) error {
	to, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
	if err != nil {
		return err
	}
	_, err = to.Write(data)
	return err
}

// Close writes the manifests and ends the archive.
func (w *Writer) Close() error {
	if err := w.flush(); err != nil {
		return err
	}
	public, err := indented(w.halves[0])
	if err != nil {
		return err
	}
	if err := w.write(manifestName, public); err != nil {
		return err
	}
	if !w.public {
		w.halves[1].Public = sum(public)
		all, err := indented(w.halves[1])
		if err != nil {
			return err
		}
		if err := w.write(restrictedName, all); err != nil {
			return err
		}
	}
	return w.zip.Close()
}

func indented(m Manifest) ([]byte, error) {
	data, err := json.MarshalIndent(m, "", " ")
	return append(data, '\n'), err
}

// encode is v as JSON in one line that ends.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
