package pdftext

import (
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"minutebook/model/minutes/read"
)

// page is a PDF with those words on its one page.
func page(words string) []byte {
	var b strings.Builder
	stream := "BT /F 12 Tf 72 700 Td (" + words + ") Tj ET"
	var places []int
	b.WriteString("%PDF-1.4\n")
	for i, object := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(stream), stream), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj%sendobj\n", i+1, object)
	}
	start := b.Len()
	b.WriteString("xref\n0 6\n0000000000 65535 f \n")
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return []byte(b.String())
}

func TestPDFsAreReadByTheirWords(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed, so no PDF can be read: apt install poppler-utils")
	}
	d, err := Read(t.Context(), "minutes.pdf", page("The quay was discussed."))
	if err != nil {
		t.Fatal(err)
	}
	if d.Format != read.PDF || len(d.Blocks) != 1 || d.Blocks[0].Text() != "The quay was discussed." {
		t.Errorf("got %s, %+v", d.Format, d.Blocks)
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"damaged":  {[]byte("%PDF-1.4\nnothing"), "damaged"},
		"no words": {page(""), "pictures of pages"},
	} {
		_, err := Read(t.Context(), "minutes.pdf", c.data)
		var why *read.Unreadable
		if !errors.As(err, &why) || why.Name != "minutes.pdf" || !strings.Contains(why.Reason, c.want) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

// It sets the environment, so it does not run beside others.
func TestWithoutTheProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Read(t.Context(), "minutes.pdf", page("x"))
	if err == nil || !strings.Contains(err.Error(), "poppler-utils") {
		t.Errorf("the error is %v", err)
	}
	d, err := Read(t.Context(), "minutes.txt", []byte("Other files are read."))
	if err != nil || !slices.ContainsFunc(d.Blocks, func(b read.Block) bool { return b.Text() == "Other files are read." }) {
		t.Errorf("got %+v, %v", d.Blocks, err)
	}
}
