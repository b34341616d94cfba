package docx

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minutebook/model/ziptest"
)

// libre runs LibreOffice, which writes files in another format into a folder.
func libre(t *testing.T, format, to string, files ...string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed, so what it makes of a document cannot be seen: make setup installs it")
	}
	args := append([]string{"--headless", "-env:UserInstallation=file://" + filepath.Join(t.TempDir(), "profile"), "--convert-to", format, "--outdir", to}, files...)
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v: %s", err, out)
	}
}

func load(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// found is what a pattern finds in a part, sorted, each once.
func found(part, pattern string) []string {
	var out []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(part, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestLibreOfficeKeepsIt opens a document with everything in it in LibreOffice,
// saves it as a Word file again and looks what is left.
func TestLibreOfficeKeepsIt(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	before := written(t, everything())
	name := filepath.Join(dir, "before.docx")
	if err := os.WriteFile(name, before, 0o600); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(dir, "saved")
	libre(t, "docx:MS Word 2007 XML", saved, name)
	after := filepath.Join(dir, "after.docx")
	if err := os.Rename(filepath.Join(saved, "before.docx"), after); err != nil {
		t.Fatal(err)
	}
	libre(t, "txt:Text (encoded):UTF8", dir, name, after)

	// The text has every printed number in it, those of pages included.
	one, two := string(load(t, filepath.Join(dir, "before.txt"))), string(load(t, filepath.Join(dir, "after.txt")))
	if one != two {
		t.Errorf("the words and numbers were\n%s\nand are\n%s", one, two)
	}
	for _, want := range []string{"1. The quay", "1.1. See the report", "1.2. The Board:", "• noted the report", "and its annex", "5. The boats", "5.1. Motion:", "5.2. Not published", "1.2.3.4.5\tA deep reference", "The quay\t1", "The boats\t2", "Action log\t2"} {
		if !strings.Contains(two, want) {
			t.Errorf("%q is gone from\n%s", want, two)
		}
	}
	a, b := ziptest.Parts(t, before), ziptest.Parts(t, load(t, after))
	for what, pattern := range map[string]string{
		"bookmarks":      `<w:bookmarkStart [^>]*w:name="(m_\w+)"`,
		"links within":   `<w:hyperlink [^>]*w:anchor="(m_\w+)"`,
		"pages asked":    `PAGEREF (m_\w+)`,
		"rows of heads":  `(<w:tblHeader)`,
		"bidirectional":  `(<w:bidi)`,
		"line numbers":   `(<w:lnNumType )`,
		"picture's text": `descr="(The arms of the harbour)"`,
	} {
		if want, got := found(a["word/document.xml"], pattern), found(b["word/document.xml"], pattern); len(want) == 0 || !slices.Equal(want, got) {
			t.Errorf("%s were %q and are %q", what, want, got)
		}
	}
	kept(t, b)
}

// kept checks what stands in other parts of the file that came back.
func kept(t *testing.T, parts map[string]string) {
	t.Helper()
	var headers, footers string
	for name, part := range parts {
		switch {
		case strings.HasPrefix(name, "word/header"):
			headers += part
		case strings.HasPrefix(name, "word/footer"):
			footers += part
		}
	}
	for where, c := range map[string]struct {
		part  string
		wants []string
	}{
		"headers":    {headers, []string{"Harbour &amp; &lt;Board&gt;", ">DRAFT<", `string="DRAFT"`}},
		"footers":    {footers, []string{"Meeting of 3 March 2026", "PAGE", "NUMPAGES"}},
		"styles":     {parts["word/styles.xml"], []string{`w:lang w:val="en-GB"`, `w:styleId="Heading1"`, `w:styleId="Title"`, `w:styleId="MinuteAction"`}},
		"links":      {parts["word/_rels/document.xml.rels"], []string{"https://example.org/report?a=1&amp;b=2"}},
		"properties": {parts["docProps/custom.xml"], []string{"Minutebook Meeting", "k3x9abcdefgh", "Minutebook Version", "41"}},
		"core":       {parts["docProps/core.xml"], []string{"<dc:title>T<", "<dc:language>en-GB<"}},
	} {
		for _, want := range c.wants {
			if !strings.Contains(c.part, want) {
				t.Errorf("%s lack %q: %s", where, want, c.part)
			}
		}
	}
}
