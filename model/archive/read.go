package archive

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"minutebook/model"
)

// Reader reads an archive. Nothing is unpacked to disk, and one part at a time
// is in memory.
type Reader struct {
	parts map[string]*zip.File
	// Public and Restricted are the manifests; Restricted is nil where the
	// archive holds only what is public.
	Public     Manifest
	Restricted *Manifest
}

// Open looks at an archive of that many bytes: its parts have good names and
// no more bytes than they may, and are those that the manifests list. What is
// in them is looked at when it is read. The error is a *[Fault] or a *[Newer].
func Open(from io.ReaderAt, size int64) (*Reader, error) {
	z, err := zip.NewReader(from, size)
	if err != nil {
		return nil, &Fault{Why: "it is not a zip file, or it is damaged"}
	}
	if len(z.File) > maxParts {
		return nil, &Fault{Why: fmt.Sprintf("it has more than %d parts", maxParts)}
	}
	r := &Reader{parts: map[string]*zip.File{}}
	total := uint64(0)
	for _, f := range z.File {
		if err := r.part(f); err != nil {
			return nil, err
		}
		if total += f.UncompressedSize64; total > maxTotal {
			return nil, &Fault{Why: "what is in it is too large"}
		}
	}
	if err := r.manifests(); err != nil {
		return nil, err
	}
	return r, r.listed()
}

// part takes a part, unless what is said of it is wrong.
func (r *Reader) part(f *zip.File) error {
	switch alike := strings.HasPrefix(f.Name, inBook+model.InRevisions); {
	case !goodName(f.Name):
		return &Fault{Why: fmt.Sprintf("it has a part called %q, which no part is", f.Name)}
	case r.parts[f.Name] != nil:
		return &Fault{f.Name, "is there twice"}
	case f.UncompressedSize64 > maxPart:
		return &Fault{f.Name, "is too large"}
	case !alike && f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(f.CompressedSize64, 1) > maxRatio:
		return &Fault{f.Name, "is packed too tightly to be what it says"}
	}
	r.parts[f.Name] = f
	return nil
}

// manifests reads what says what there is.
func (r *Reader) manifests() error {
	public, err := r.read(manifestName)
	if err != nil {
		return err
	}
	if err := manifest(manifestName, holdsPublic, public, &r.Public); err != nil {
		return err
	}
	if r.parts[restrictedName] == nil {
		for name := range r.parts {
			if strings.HasPrefix(name, restricted) {
				return &Fault{restrictedName, "is missing"}
			}
		}
		return nil
	}
	all, err := r.read(restrictedName)
	if err != nil {
		return err
	}
	r.Restricted = &Manifest{}
	if err := manifest(restrictedName, holdsRestricted, all, r.Restricted); err != nil {
		return err
	}
	if r.Restricted.Public != sum(public) {
		return &Fault{manifestName, "is not the one that the rest was written with"}
	}
	return nil
}

func manifest(name, holds string, data []byte, into *Manifest) error {
	if err := json.Unmarshal(data, into); err != nil || into.Archive != "minutebook" || into.Format < 1 {
		return &Fault{name, "is not the list of an archive"}
	}
	if into.Format > Format {
		return &Newer{into.Format}
	}
	if into.Holds != holds {
		return &Fault{name, "is the list of something else"}
	}
	return nil
}

// listed sees that the parts are those of the manifests.
func (r *Reader) listed() error {
	known := map[string]bool{manifestName: true, restrictedName: true}
	for _, p := range r.all() {
		f := r.parts[p.Name]
		switch {
		case f == nil:
			return &Fault{p.Name, "is missing"}
		case known[p.Name]:
			return &Fault{p.Name, "is listed twice"}
		case uint64(p.Size) != f.UncompressedSize64:
			return &Fault{p.Name, "has not as many bytes as it should"}
		}
		known[p.Name] = true
	}
	for name := range r.parts {
		if !known[name] {
			return &Fault{name, "is in no list"}
		}
	}
	return nil
}

func (r *Reader) all() []Part {
	all := slices.Clone(r.Public.Parts)
	if r.Restricted != nil {
		all = append(all, r.Restricted.Parts...)
	}
	return all
}

// read is what is in a part, no more than it may have.
func (r *Reader) read(name string) ([]byte, error) {
	f := r.parts[name]
	if f == nil {
		return nil, &Fault{name, "is missing"}
	}
	in, err := f.Open()
	if err != nil {
		return nil, &Fault{name, "cannot be unpacked"}
	}
	defer func() { _ = in.Close() }() // it is only read
	data, err := io.ReadAll(io.LimitReader(in, maxPart+1))
	if err != nil || len(data) > maxPart {
		return nil, &Fault{name, "cannot be unpacked"}
	}
	return data, nil
}

// sound is what is in a part, whose checksum fits.
func (r *Reader) sound(p Part) ([]byte, error) {
	data, err := r.read(p.Name)
	if err != nil {
		return nil, err
	}
	if sum(data) != p.SHA256 {
		return nil, &Fault{p.Name, "is not as it was written: its checksum does not fit it"}
	}
	return data, nil
}

// Check reads all parts, and says which of them is not as it was written. The
// error is a *[Fault].
func (r *Reader) Check() error {
	for _, p := range r.all() {
		if _, err := r.sound(p); err != nil {
			return err
		}
	}
	return nil
}

// Records gives visit all records of the book, each part once its checksum is
// known to fit. The error is a *[PublicOnly], a *[Fault] or that of visit.
func (r *Reader) Records(visit func(model.Record) error) error {
	if r.Restricted == nil {
		return &PublicOnly{}
	}
	counts := map[string]int{}
	counted := func(rec model.Record) error {
		counts[rec.In]++
		return visit(rec)
	}
	for _, p := range r.Restricted.Parts {
		name, ok := strings.CutPrefix(p.Name, inBook)
		if !ok || strings.HasPrefix(name, model.InFiles+"/") {
			continue // files are read with their records
		}
		if err := r.records(p, name, counted); err != nil {
			return err
		}
	}
	for in, n := range r.Restricted.Counts {
		if slices.Contains(model.RecordKinds, in) && counts[in] != n {
			return &Fault{Why: fmt.Sprintf("it should hold %d of %s, and holds %d", n, in, counts[in])}
		}
	}
	return nil
}

// records gives the records of one part.
func (r *Reader) records(p Part, name string, visit func(model.Record) error) error {
	data, err := r.sound(p)
	if err != nil {
		return err
	}
	if strings.HasPrefix(name, model.InMeetings+"/") {
		var one model.Record
		if err := json.Unmarshal(data, &one); err != nil {
			return &Fault{p.Name, "is not a record"}
		}
		one.In = model.InMeetings
		return visit(one)
	}
	in, _, _ := strings.Cut(name, "-")
	var list []model.Record
	if !slices.Contains(lists, in) || json.Unmarshal(data, &list) != nil {
		return &Fault{p.Name, "is not a list of records"}
	}
	for _, one := range list {
		one.In = in
		if in == model.InFiles {
			if one, err = r.file(p, one); err != nil {
				return err
			}
		}
		if err := visit(one); err != nil {
			return err
		}
	}
	return nil
}

// file is the record of a file that left the office, with what is in it.
func (r *Reader) file(p Part, one model.Record) (model.Record, error) {
	var f model.File
	if err := json.Unmarshal(one.Body, &f); err != nil {
		return one, &Fault{p.Name, "is not a list of records"}
	}
	name := inBook + model.InFiles + "/" + f.SHA256
	i := slices.IndexFunc(r.Restricted.Parts, func(p Part) bool { return p.Name == name })
	if i < 0 {
		return one, &Fault{name, "is missing"}
	}
	data, err := r.sound(r.Restricted.Parts[i])
	if err != nil {
		return one, err
	}
	f.Data = data
	body, err := encode(f)
	one.Body = bytes.TrimRight(body, "\n")
	return one, err
}
