package read

import (
	"bytes"
	"errors"
	"slices"
)

// IsPDF says whether a file is a PDF, whatever its name says. File does not read
// those: their words come from a program that takes them out, see [PDFText].
func IsPDF(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// PDFText reads the words that a program has taken out of the PDF of that name,
// laid out as on its pages, with a form feed after each page. The error is an
// *[Unreadable].
func PDFText(name string, words []byte) (Document, error) {
	if len(words) > MaxText {
		return Document{}, unreadable(name, tooLong)
	}
	if len(bytes.TrimSpace(words)) == 0 {
		return Document{}, unreadable(name, pictured)
	}
	d, err := text(name, bytes.TrimRight(words, "\f\n"))
	if err != nil {
		var why *Unreadable
		if errors.As(err, &why) {
			return Document{}, why
		}
		return Document{}, unreadable(name, err)
	}
	if !slices.ContainsFunc(d.Blocks, Block.says) {
		return Document{}, unreadable(name, pictured)
	}
	d.Format = PDF
	return d, nil
}

const pictured refusal = "there are no words in it, only pictures of pages; have its words recognised by a scanning program, save them as text and take that in"
