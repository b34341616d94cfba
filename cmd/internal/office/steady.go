package office

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"regexp"
	"strings"
)

// What an office program writes into a PDF that is another each time: when it
// was made, and two marks that follow from that. The figures of each are
// replaced by as many, since the table at the end of a PDF counts its bytes.
var (
	pdfDates = regexp.MustCompile(`(?:/CreationDate|/ModDate)\(D:([0-9]{14})|<xmp:(?:CreateDate|ModifyDate|MetadataDate)>([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})`)
	pdfMarks = regexp.MustCompile(`/DocChecksum /([0-9A-F]{32})|/ID ?\[ ?<([0-9A-F]{32})>\s*<([0-9A-F]{32})>`)
	created  = regexp.MustCompile(`<dcterms:created[^>]*>([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})`)
)

// steady is the PDF made of a Word file with the day of that file for the time
// at which it was made: the same file gives the same bytes.
func steady(pdf, docx []byte) []byte {
	day := made(docx)
	if day == "" {
		return pdf
	}
	figures := strings.NewReplacer("-", "", "T", "", ":", "").Replace(day)
	pdf = replaceGroups(pdf, pdfDates, figures, day)
	zeros := strings.Repeat("0", 32)
	sum := sha256.Sum256(replaceGroups(bytes.Clone(pdf), pdfMarks, zeros, zeros, zeros))
	mark := strings.ToUpper(hex.EncodeToString(sum[:16]))
	return replaceGroups(pdf, pdfMarks, mark, mark, mark)
}

// replaceGroups writes over each group of the pattern, wherever it is found,
// what stands for it; both are of one length.
func replaceGroups(data []byte, pattern *regexp.Regexp, with ...string) []byte {
	for _, found := range pattern.FindAllSubmatchIndex(data, -1) {
		for n, words := range with {
			if from := found[2+2*n]; from >= 0 {
				copy(data[from:], words)
			}
		}
	}
	return data
}

// made is when a Word file says that it was made, "" where it does not.
func made(docx []byte) string {
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return ""
	}
	f, err := z.Open("docProps/core.xml")
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	core, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return ""
	}
	if found := created.FindSubmatch(core); found != nil {
		return string(found[1])
	}
	return ""
}
