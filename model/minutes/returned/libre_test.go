package returned_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"minutebook/model/minutes"
)

// libre opens Word files in LibreOffice, all at once, and saves each again.
func libre(t *testing.T, files [][]byte) [][]byte {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed, so what it makes of a draft cannot be seen: make setup installs it")
	}
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved")
	args := []string{"--headless", "-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--convert-to", "docx:MS Word 2007 XML", "--outdir", saved}
	for i, data := range files {
		name := filepath.Join(dir, strconv.Itoa(i)+".docx")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v: %s", err, out)
	}
	after := make([][]byte, len(files))
	for i := range files {
		if after[i], err = os.ReadFile(filepath.Join(saved, strconv.Itoa(i)+".docx")); err != nil {
			t.Fatal(err)
		}
	}
	return after
}

// Nor does one that LibreOffice opened and saved.
func TestFilesThatLibreOfficeSavedProposeNothing(t *testing.T) {
	t.Parallel()
	type made struct {
		meeting, style string
		audience       minutes.Audience
	}
	var all []made
	var files [][]byte
	meetings := invented(t)
	for name, m := range meetings {
		for _, s := range styles(t) {
			for _, a := range []minutes.Audience{minutes.Full, minutes.Public} {
				all = append(all, made{name, s.Name, a})
				files = append(files, written(t, m, s, a))
			}
		}
	}
	for i, data := range libre(t, files) {
		m := meetings[all[i].meeting]
		if r := found(t, opened(t, data), m, m); len(r.Proposals) > 0 || len(r.Left) > 0 || r.Style != all[i].style {
			t.Errorf("%+v, taken for %s %d:\n%s", all[i], r.Style, r.Audience, listed(r))
		}
	}
}
