// Command documents writes, for check-documents, every document that shows
// what the program's Word files and web pages may hold, and holds the Word
// files to the project's own lint: the samples, real
// minutes where MINUTEBOOK_SHARED says that there are some, a meeting of
// hostile texts and a very long one, in every house style, public and full; and
// the papers beside them: agenda, brief, extract, registers, corrections.
//
//	documents FOLDER
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minutebook/assets"
	"minutebook/cmd/internal/torture"
	"minutebook/model"
	"minutebook/model/minutes"
	"minutebook/model/minutes/docx/lint"
	"minutebook/model/minutes/export"
	"minutebook/model/quick"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: documents FOLDER")
		os.Exit(2)
	}
	w := writer{folder: os.Args[1]}
	said, err := w.all(os.Getenv("MINUTEBOOK_SHARED"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "documents:", err)
		os.Exit(1)
	}
	for _, f := range w.findings {
		fmt.Println(f)
	}
	fmt.Println(said)
	fmt.Printf("The project's own lint: %d Word files: %d findings\n", w.count, len(w.findings))
	if len(w.findings) > 0 {
		os.Exit(1)
	}
}

// writer writes documents into a folder.
type writer struct {
	folder string
	// count is how many documents there are; findings are what the lint found
	// in them.
	count    int
	findings []string
}

// named is a meeting with a name for its files.
type named struct {
	name string
	model.Meeting
}

// all writes all documents and says how many there are.
func (w *writer) all(shared string) (string, error) {
	meetings, err := samples()
	if err != nil {
		return "", err
	}
	held, err := seeds(shared)
	if err != nil {
		return "", err
	}
	meetings = append(meetings, held...)
	meetings = append(meetings, named{"torture", torture.Meeting()}, named{"large", torture.Large(2000, 500)})
	styles, err := houseStyles()
	if err != nil {
		return "", err
	}
	own, err := trial()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(w.folder, 0o755); err != nil {
		return "", err
	}
	for _, m := range meetings {
		in := styles
		if slices.Contains([]string{"torture", "harbour-2026-03-17"}, m.name) {
			in = append(slices.Clone(styles), own)
		}
		for _, s := range in {
			if err := w.inStyle(m, s); err != nil {
				return "", fmt.Errorf("%s in the style %s: %w", m.name, s.Name, err)
			}
		}
	}
	said := fmt.Sprintf("%d meetings in %d house styles, two of them in a trial style too: %d documents that differ, as Word and for the web", len(meetings), len(styles), w.count)
	papers, err := w.afterwards(styles, own)
	if err != nil {
		return "", err
	}
	said += fmt.Sprintf("; and %d papers beside them", papers)
	if len(held) == 0 {
		said += "; no real minutes are at hand (MINUTEBOOK_SHARED is not set)"
	}
	return said, nil
}

// inStyle writes a meeting in full, and for the public where that differs.
func (w *writer) inStyle(m named, s minutes.Style) error {
	return w.papers(m.name, []paper{{"", func(ext string, s minutes.Style, a minutes.Audience) ([]byte, error) {
		return export.Bytes(ext, export.Input{Meeting: m.Meeting, Style: s, Audience: a})
	}}}, s, minutes.Full, minutes.Public)
}

// keep writes the files of a document, by their extensions, and holds the Word
// file to the lint.
func (w *writer) keep(name string, files map[string][]byte) error {
	w.count++
	for ext, data := range files {
		if err := os.WriteFile(filepath.Join(w.folder, name+ext), data, 0o644); err != nil {
			return err
		}
	}
	for _, fault := range lint.Check(files[".docx"]) {
		w.findings = append(w.findings, name+".docx: lint: "+fault)
	}
	return nil
}

func samples() ([]named, error) {
	files, err := assets.Samples.ReadDir("samples")
	if err != nil {
		return nil, err
	}
	var out []named
	for _, f := range files {
		script, err := assets.Samples.ReadFile("samples/" + f.Name())
		if err != nil {
			return nil, err
		}
		m, err := read(f.Name(), script)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

// seeds are the real minutes; none where shared is "".
func seeds(shared string) ([]named, error) {
	if shared == "" {
		return nil, nil
	}
	files, err := filepath.Glob(filepath.Join(shared, "seeds", "*.minutes"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("MINUTEBOOK_SHARED names a folder without seeds")
	}
	var out []named
	for _, file := range files {
		script, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		m, err := read(filepath.Base(file), script)
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

func read(file string, script []byte) (named, error) {
	n := 0
	newID := func() model.ID { n++; return model.ID(fmt.Sprintf("01DOCUMENTS%015d", n)) }
	m, err := quick.ReadScript(file, script, model.Meeting{ID: newID()}, quick.Options{NewID: newID})
	if m.State != model.Approved {
		m.State = model.Draft
	}
	return named{strings.TrimSuffix(file, ".minutes"), m}, err
}

// houseStyles are those of the program.
func houseStyles() ([]minutes.Style, error) {
	var out []minutes.Style
	for _, name := range minutes.StyleNames() {
		s, err := minutes.LoadStyle(name)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// trial is a style that asks for what none of the program's does: a logo,
// American paper, fonts that few machines have, an accent that could not be
// read on paper and a tint that nothing could be read on.
func trial() (minutes.Style, error) {
	s, err := minutes.LoadStyle("board")
	if err != nil {
		return s, err
	}
	s.Name = "trial"
	s.Title = append(s.Title, "Held on {full-date}")
	s.Capitals, s.ContentsPages, s.Contents, s.Back = true, true, "Contents", "Back to the contents"
	s.Header, s.Footer = "{body}\t{occasion}, version {version}", "{date}[ at {venue}]\tPage {page} of {pages}"
	s.Logo = &minutes.Logo{Data: assets.IconPNG, About: "The mark of the office, \"a book\" & <pen>", Height: 18}
	s.Dates = minutes.Dates{Long: "{dayth} {month} {year}", Full: "{weekday}, {day2}.{month2}.{year}"}
	s.Actions, s.Votes, s.Signature.Apart = minutes.ActionsLog, minutes.VotesTable, true
	s.Look = minutes.Look{Page: "Letter", Font: "Optima Nova", Fallback: "Georgia, serif", Size: 14, Headings: "Gill Sans", LinesNumbered: true, Accent: "FFE14D", Tint: "5A5A5A"}
	return s, nil
}
