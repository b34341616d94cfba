package export

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/compare"
	"minutebook/model/minutes/docx"
	"minutebook/model/minutes/json"
	"minutebook/model/quick"
)

// Comparison is what a file of changes is made of.
type Comparison struct {
	compare.Input
	// Names say which versions were compared. Files are the names of those that
	// were read from files, and stand in their place; since somebody chose them,
	// they may tell no reader what is kept from them.
	Names, Files [2]string
	// Name of the file to be, as in [Input].
	Name string
	// List asks for the list of changes in Word too, which else gets the minutes
	// with tracked changes.
	List bool
}

// NoComparison is the error of asking for changes in a format that shows none.
type NoComparison struct{ Ext string }

func (e *NoComparison) Error() string {
	return fmt.Sprintf("changes are not written to %q: the name of the file ends in %s", e.Ext, strings.Join(ComparisonFormats(), ", "))
}

// ComparisonFormats are the extensions that Compare knows, the usual one first.
func ComparisonFormats() []string { return []string{".docx", ".html", ".txt", ".md"} }

// Compare is a file of what changed: in Word the later minutes with tracked
// changes, in any other format the list of changes. The same input gives the
// same bytes. The error is a *[NoComparison], *[NeedsAudience], *[Leak], or
// that of a writer.
func Compare(ext string, in Comparison) ([]byte, error) {
	ext = strings.ToLower(ext)
	if !slices.Contains(ComparisonFormats(), ext) {
		return nil, &NoComparison{ext}
	}
	in.Earlier, in.Later = in.Masked()
	data, err := writeComparison(ext, in)
	if err != nil {
		return nil, err
	}
	if err := guardComparison(ext, in, data); err != nil {
		return nil, err
	}
	return data, nil
}

func writeComparison(ext string, in Comparison) ([]byte, error) {
	changes, err := compare.Changes(in.Input)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if ext == ".docx" && !in.List {
		earlier, later, err := compare.Documents(in.Input)
		if err != nil {
			return nil, err
		}
		err = docx.WriteTracked(&b, earlier, later, changer(in.Later))
		return b.Bytes(), err
	}
	names := in.Names
	for i, file := range in.Files {
		if file != "" {
			names[i] = filepath.Base(file) // where it lies is nobody's business
		}
	}
	d, err := compare.Document(in.Input, changes, names)
	if err != nil {
		return nil, err
	}
	err = documents[ext](&b, d)
	return b.Bytes(), err
}

// changer is the clerk of the meeting, or the body, on the day of the meeting
// or of the last entry, whichever is later.
func changer(m model.Meeting) docx.Changer {
	c := docx.Changer{Name: m.Body, At: string(m.Date) + "T00:00:00Z"}
	if clerk, ok := m.Attendee(m.Clerk); ok {
		c.Name = clerk.Name
	}
	c.Name = strings.Join(strings.Fields(minutes.Clean(c.Name)), " ")
	for _, it := range m.Items {
		for _, e := range it.Entries {
			if len(e.Made) >= len("2006-01-02T15:04:05Z") && e.Made > c.At && e.Restricted == nil && it.Restricted == nil && e.Kind != model.Private {
				c.At = e.Made
			}
		}
	}
	return c
}

// guardComparison refuses a file of changes that shows what either version
// hides. What may be shown is found as [Guard] does, and no phrase that the
// later version hides may come in through words of the earlier.
func guardComparison(ext string, in Comparison, data []byte) error {
	input := func(m model.Meeting) Input { return Input{Meeting: m, Style: in.Style, Audience: in.Audience} }
	before, now := cut(ext, input(in.Earlier)), cut(ext, input(in.Later))
	if len(before.hidden)+len(now.hidden) == 0 {
		return nil
	}
	open := in
	open.Earlier, open.Later, open.Audience, open.Files = before.rest, now.rest, minutes.Full, [2]string{}
	for i, file := range in.Files {
		if file != "" {
			open.Names[i] = ""
		}
	}
	allowedFile, err := writeComparison(ext, open)
	if err != nil {
		return fmt.Errorf("the file cannot be checked for restricted words: %w", err)
	}
	look := newSearch(ext, in.Name, data)
	look.allowFile(ext, allowedFile)
	look.allow(slices.Concat(before.open, now.open, stringsIn(before.rest), stringsIn(now.rest),
		stubWords(input(in.Earlier)), stubWords(input(in.Later)), stringsIn(in.Style))...)
	if leak := look.leak(slices.Concat(before.hidden, now.hidden)); leak != nil {
		return leak
	}
	still := indexOf(slices.Concat(stringsIn(now.rest), now.open)...)
	was := indexOf(stringsIn(before.rest)...).beyond(still)
	for _, h := range now.hidden {
		secret := indexOf(h.words...)
		secret.words = map[string]bool{} // single words of the earlier version tell nothing of it
		secret.without(still)
		if secret.in(was) {
			return &Leak{"", h.place}
		}
	}
	return nil
}

// NoVersion is the error of naming a file that no version of a meeting can be
// read from.
type NoVersion struct{ Name string }

func (e *NoVersion) Error() string {
	return fmt.Sprintf("%s cannot be read as a version of a meeting: name a .json or a .minutes file, as export writes them", filepath.Base(e.Name))
}

// ReadVersion reads a version of a meeting from a file of that name, .json or
// .minutes. Things in a .minutes file, which has no identities, are given some
// that begin with prefix. The error is a *[NoVersion] or that of the reader.
func ReadVersion(name string, data []byte, prefix string) (model.Meeting, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		m, _, err := json.Read(bytes.NewReader(data))
		if err != nil {
			return m, fmt.Errorf("%s cannot be read: %w", filepath.Base(name), err)
		}
		return m, nil
	case ".minutes":
		n := 0
		return quick.ReadScript(filepath.Base(name), data, model.Meeting{ID: model.ID(prefix)}, quick.Options{NewID: func() model.ID {
			n++
			return model.ID(fmt.Sprintf("%s-%d", prefix, n))
		}})
	}
	return model.Meeting{}, &NoVersion{name}
}
