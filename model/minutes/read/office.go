package read

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// officeReader is what reads a file of a word processor, by its first bytes; nil
// for any other file.
func officeReader(data []byte) func(name string, data []byte) (Document, error) {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return packedFile
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compoundFile
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return rtf
	case bytes.Contains(data[:min(len(data), 2000)], []byte("<office:document ")):
		return flatODT
	}
	return nil
}

// packedFile reads a packed file as what it is, whatever its name says.
func packedFile(name string, data []byte) (Document, error) {
	parts, err := unpack(data)
	if err != nil {
		return Document{}, unreadable(name, err)
	}
	switch kind := parts.kind(); {
	case kind == "document":
		return word(name, parts)
	case kind == "text":
		return odt(name, parts)
	case kind != "":
		return Document{}, unreadable(name, refusal(kind))
	}
	return Document{}, &Unreadable{name, "it is a packed file without a document in it; unpack it and take in the files that are in it"}
}

// What packed files are besides texts.
const (
	isWorkbook     refusal = "it is an Excel workbook, not minutes; save the words as a Word document"
	isPresentation refusal = "it is a PowerPoint presentation, not minutes; save the words as a Word document"
	isPages        refusal = "it is a document of Apple's Pages or Numbers, not minutes; save the words as a Word document"
	isOpenOther    refusal = "it is an OpenDocument file of another kind than a text, such as a spreadsheet, not minutes; save the words as a Word document"
	isBook         refusal = "it is an electronic book, not minutes; save the words as a Word document"
	isOffice       refusal = "it is a file of Microsoft Office without a text in it, not minutes; save the words as a Word document"
)

// kind is what a packed file is: a "document" of Word, a "text" of OpenDocument,
// why it is not taken in, or "".
func (p *packed) kind() string {
	switch {
	case p.has("word/document.xml"):
		return "document"
	case p.openDocument() != "":
		return p.openDocument()
	case p.has("xl/workbook.xml"):
		return string(isWorkbook)
	case p.has("ppt/presentation.xml"):
		return string(isPresentation)
	case p.has("Index/Document.iwa") || p.has("Index.zip"):
		return string(isPages)
	case p.has("META-INF/container.xml"):
		return string(isBook)
	case p.has("[Content_Types].xml") && p.has("_rels/.rels") && p.isWord():
		return "document"
	case p.has("[Content_Types].xml"):
		return string(isOffice)
	}
	return ""
}

// isWord says whether the types of the parts name a Word document.
func (p *packed) isWord() bool {
	c, part, err := p.markup("[Content_Types].xml")
	if err != nil || c == nil {
		return false
	}
	defer func() { _ = part.Close() }() // it is only read
	found := false
	c.each(func(xml.StartElement) {
		c.each(func(e xml.StartElement) {
			found = found || strings.Contains(attr(e, "ContentType"), "wordprocessingml.") || strings.Contains(attr(e, "ContentType"), "ms-word.document")
		})
	})
	return found
}

// compoundFile says why a file of the sort that Office wrote up to 2003 is not
// taken in; protected files of any age are of that sort too.
func compoundFile(name string, data []byte) (Document, error) {
	holds := func(stream string) bool {
		wide := make([]byte, 0, 2*len(stream))
		for _, b := range []byte(stream) {
			wide = append(wide, b, 0)
		}
		return bytes.Contains(data, wide)
	}
	why := refusal("it is a file of an old Office program; open it there and save it as a Word document (.docx)")
	switch {
	case holds("EncryptedPackage"):
		why = locked
	case holds("WordDocument"):
		why = "it is a Word document of the kind used up to 2003 (.doc); open it in Word or LibreOffice, save it as .docx and take that in"
	case holds("__substg1.0_"):
		why = "it is a mail message; save the minutes that are attached to it and take them in"
	}
	return Document{}, &Unreadable{Name: name, Reason: string(why)}
}
